// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"
#include "thread/facts.h"

#include <QString>
#include <QStringList>

namespace lb::test
{

/// A thread with all that is true of it, in both languages.
struct GoldThread {
    thread::Material material;
    summary::ModelSummary english;
    summary::ModelSummary chinese; ///< index by index the same
    QStringList shapes; ///< what is special about it: "solo", "120 mails", "top-posts" ...
    QString order; ///< paragraph of a mail that orders a program about; empty = there is none
    int orderMail = 0; ///< number of its mail
    int revision = 1;
    int patches = 0; ///< 0 = no series

    [[nodiscard]] bool has(const QString& shape) const { return shapes.contains(shape); }
};

/// The same number gives the same thread. Names, wordings, shapes and places vary with it.
[[nodiscard]] GoldThread goldThread(quint32 number);

} // namespace lb::test
