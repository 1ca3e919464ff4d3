// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace lb::ui
{

enum class DiffLine : quint8 { Context, Added, Removed, Hunk, File };

/// Tells the lines of a unified diff apart by counting what its hunk headers promise: a removed line
/// "-- x" looks like a file header otherwise. Lines are given in order.
class DiffReader
{
public:
    [[nodiscard]] DiffLine read(QStringView line);

private:
    void readHunk(QStringView line);

    int m_old = 0;
    int m_new = 0;
};

} // namespace lb::ui
