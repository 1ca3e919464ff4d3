// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "core/result.h"
#include "report/overview.h"
#include "store/records.h"
#include "thread/facts.h"
#include "thread/listing.h"
#include "thread/revisionlinks.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace lb::report
{

/// Where a mail can be read on the web; an empty string, or no function, = nowhere.
using Permalink = std::function<QString(const MessageId&)>;

/// The revision before or after a thread's own, in another thread or in this one.
struct RevisionReference {
    int revision = 1;
    bool isRfc = false;
    MessageId root; ///< of its thread if that is in the report, else its cover letter
};

/// A user's own text in place of a thread's summary.
struct EditedSummary {
    QString text; ///< Markdown, citations by the numbers of the thread's list
    QDateTime changed; ///< UTC
    std::optional<store::SummaryRecord> base; ///< what it was made from
};

struct ReportThread {
    thread::Listing listing;
    thread::Facts facts;
    std::optional<store::SummaryRecord> summary;
    std::optional<RevisionReference> previous;
    std::optional<RevisionReference> next;
    std::optional<EditedSummary> edit = {}; ///< stands in place of the summary
    QString remark = {}; ///< the user's, Markdown
};

struct Problem {
    MessageId id; ///< may be empty
    QString kind; ///< "unreadable", "duplicate", "summary" ...
    QString detail;
};

/// Everything an exported document says, before it is written in a format.
struct Report {
    QDateTime generated; ///< local time with offset
    QString listName;
    QString listId; ///< List-Id or name
    thread::Period period;
    thread::ContextRule context = thread::ContextRule::Ancestors;
    Language language = Language::English;
    std::vector<ReportThread> threads; ///< report order
    Overview overview; ///< may be empty: then nothing is said about it
    QList<Problem> problems;
    QHash<IdNumber, MessageId> ghosts; ///< Message-IDs of parents that are not in any list
    Permalink permalink;
    QString notes = {}; ///< the user's, Markdown: a section before the threads
};

enum class Format { Markdown, Html, Json };

[[nodiscard]] std::optional<Format> formatFromName(const QString& name); ///< md, markdown, html, htm, json
[[nodiscard]] QString extensionOf(Format format); ///< md, html, json

/// Fills in which revisions stand before and after the threads' own (the newest posting of each).
void linkThreads(Report& report, const thread::RevisionMap& revisions);

/// What a document is for. JSON is the same in all.
enum class Style {
    Full, ///< the skeleton that readers' scripts parse
    Short, ///< one line a thread
    Mail, ///< the same as HTML that mail programs show: styles at each element. As Markdown it is Short
};

[[nodiscard]] std::optional<Style> styleFromName(const QString& name); ///< full, short, mail

/// The document as UTF-8. Pure; for equal reports equal bytes.
[[nodiscard]] QByteArray write(const Report& report, Format format, Style style = Style::Full);

/// Whole or not at all; "-" is standard output. FilePermission, FileFull, FileFailed, naming the file.
[[nodiscard]] Status save(const QByteArray& document, const QString& file);

/// Text of a mail made safe inside a Markdown line: nothing in it can start a heading, link, HTML or
/// emphasis.
[[nodiscard]] QString escapeMarkdown(const QString& text);

} // namespace lb::report
