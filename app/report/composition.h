// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace lb::report
{

/// What the user makes of a report before it is written.
struct Composition {
    QList<MessageId> threads; ///< roots of those chosen, in his order; empty = all, in report order
    QHash<MessageId, QString> remarks; ///< Markdown, by root
    QString notes; ///< Markdown: a section before the threads

    friend bool operator==(const Composition&, const Composition&) = default;
};

/// Leaves the chosen threads, in the order given, with the user's words. Categories keep their order, so his
/// order counts within each. Problems of mails that went out go as well. Pure.
void compose(Report& report, const Composition& composition);

// To be kept until the report is composed again. What cannot be read is an empty composition; at most 5,000
// threads and 64 KB a text are taken.
[[nodiscard]] QByteArray toJson(const Composition& composition);
[[nodiscard]] Composition compositionFromJson(const QByteArray& json);

} // namespace lb::report
