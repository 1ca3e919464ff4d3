// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace lb::report
{

/// One week's report in a folder of them.
struct IndexEntry {
    thread::Period period;
    QString file; ///< its name in the folder
    int mails = 0;
    int threads = 0;
    int newMails = 0;
    int large = 0;
    QStringList active; ///< titles of the threads with the most mails, at most three

    friend bool operator==(const IndexEntry&, const IndexEntry&) = default;
};

/// A folder of weekly reports of one list. Newest week first, each once.
struct Index {
    QString listName;
    Language language = Language::English;
    QList<IndexEntry> entries;

    friend bool operator==(const Index&, const Index&) = default;
};

[[nodiscard]] IndexEntry indexEntry(const Report& report, const QString& file);
/// Puts entries in the place of those of the same period.
void merge(Index& index, const QList<IndexEntry>& entries);

/// A page with a link to each report, its numbers and how they compare with the week before: as bars in HTML,
/// which say the same in words. Format::Json is what readIndex() takes.
[[nodiscard]] QByteArray writeIndex(const Index& index, Format format);
/// The index of an earlier run. Malformed says what is wrong; file names that lead out of the folder are
/// refused.
[[nodiscard]] Result<Index> readIndex(const QByteArray& json);

} // namespace lb::report
