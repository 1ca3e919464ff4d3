// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb
{

/// Where the program keeps things. With a profile folder everything lies below it; else the XDG
/// places are used. Folders are made when first asked for by the one who writes.
class Paths
{
public:
    explicit Paths(QString profileFolder = {});

    [[nodiscard]] QString libraryFile() const; ///< the SQLite library
    [[nodiscard]] QString settingsFile() const; ///< what the user chose
    [[nodiscard]] QString stateFile() const; ///< window geometry and the like: may be lost
    [[nodiscard]] QString cacheFolder() const; ///< downloads in flight

private:
    QString m_data;
    QString m_config;
    QString m_cache;
};

} // namespace lb
