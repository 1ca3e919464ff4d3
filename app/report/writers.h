// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QHash>

namespace lb::report
{

[[nodiscard]] QByteArray writeMarkdown(const Report& report);
[[nodiscard]] QByteArray writeHtml(const Report& report);
[[nodiscard]] QByteArray writeJson(const Report& report);
[[nodiscard]] QByteArray writeShortMarkdown(const Report& report);
[[nodiscard]] QByteArray writeShortHtml(const Report& report, Style style);

/// What the head of a document counts.
struct Totals {
    int mails = 0;
    int threads = 0;
    int large = 0;
    int newMails = 0;
};
[[nodiscard]] Totals totalsOf(const Report& report);

/// The threads of one category, in report order; categories without threads are left out.
struct CategoryGroup {
    thread::Category category = thread::Category::Discussion;
    int mails = 0;
    std::vector<const ReportThread*> threads;
};
[[nodiscard]] std::vector<CategoryGroup> grouped(const Report& report);

/// Where a thread stands in the document.
struct Place {
    thread::Category category = thread::Category::Discussion;
    std::size_t group = 1; ///< number of its category's section
    int position = 1; ///< in the section
};
[[nodiscard]] QHash<MessageId, Place> placesOf(const Report& report); ///< by the threads' roots

/// Text of a mail as the text of a link in Markdown: no bracket in it can end the link.
[[nodiscard]] QString linkText(const QString& text);
[[nodiscard]] QString permalinkOf(const Permalink& permalink,
                                  const MessageId& id); ///< http(s) only, else empty
/// A summary's Markdown with the reason behind each claim that bears a mark.
[[nodiscard]] QString textWithDoubts(const store::SummaryRecord& summary);
[[nodiscard]] int verifiedClaims(const store::SummaryRecord& summary);

} // namespace lb::report
