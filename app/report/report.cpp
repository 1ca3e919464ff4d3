// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "report/writers.h"
#include "thread/safetext.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

std::optional<Format> formatFromName(const QString& nameOrExtension)
{
    const QString name = nameOrExtension.trimmed().toLower();
    if (name == "md"_L1 || name == "markdown"_L1)
        return Format::Markdown;
    if (name == "html"_L1 || name == "htm"_L1)
        return Format::Html;
    if (name == "json"_L1)
        return Format::Json;
    return std::nullopt;
}

QString extensionOf(Format format)
{
    switch (format) {
    case Format::Markdown:
        return u"md"_s;
    case Format::Html:
        return u"html"_s;
    case Format::Json:
        return u"json"_s;
    }
    return {};
}

std::optional<Style> styleFromName(const QString& name)
{
    if (name == "full"_L1)
        return Style::Full;
    if (name == "short"_L1)
        return Style::Short;
    if (name == "mail"_L1)
        return Style::Mail;
    return std::nullopt;
}

QByteArray write(const Report& report, Format format, Style style)
{
    switch (format) {
    case Format::Markdown:
        return style == Style::Full ? writeMarkdown(report) : writeShortMarkdown(report);
    case Format::Html:
        return style == Style::Full ? writeHtml(report) : writeShortHtml(report, style);
    case Format::Json:
        return writeJson(report);
    }
    return {};
}

void linkThreads(Report& report, const thread::RevisionMap& revisions)
{
    QHash<ThreadId, MessageId> roots;
    for (const ReportThread& thread : report.threads)
        roots.insert(thread.listing.thread, thread.listing.root);
    const auto reference = [&](int index) -> std::optional<RevisionReference> {
        if (index < 0)
            return std::nullopt;
        const thread::Revision& revision = revisions.at(index);
        return RevisionReference{revision.revision, revision.isRfc,
                                 roots.value(revision.thread, revision.id)};
    };
    for (ReportThread& thread : report.threads) {
        // Several revisions may have been posted into one thread: it goes by its newest.
        const int own = revisions.newestIn(thread.listing.thread);
        thread.previous = reference(revisions.previous(own));
        thread.next = reference(revisions.next(own));
        const int before = revisions.previous(own);
        if (before >= 0 && revisions.at(before).thread == thread.listing.thread)
            thread.previous->root = revisions.at(before).id;
    }
}

QHash<MessageId, Place> placesOf(const Report& report)
{
    QHash<MessageId, Place> places;
    std::size_t number = 0;
    for (const CategoryGroup& group : grouped(report)) {
        ++number;
        int position = 0;
        for (const ReportThread* thread : group.threads)
            places.insert(thread->listing.root, {group.category, number, ++position});
    }
    return places;
}

Totals totalsOf(const Report& report)
{
    Totals totals;
    for (const ReportThread& thread : report.threads) {
        totals.mails += thread.listing.count();
        totals.threads += 1;
        totals.large += thread.listing.isLarge() ? 1 : 0;
        totals.newMails += thread.listing.newMails;
    }
    return totals;
}

std::vector<CategoryGroup> grouped(const Report& report)
{
    std::vector<CategoryGroup> groups;
    for (int i = 0; i < thread::categoryCount; ++i) {
        CategoryGroup group;
        group.category = static_cast<thread::Category>(i);
        for (const ReportThread& thread : report.threads) {
            if (thread.listing.category != group.category || thread.listing.mails.empty())
                continue;
            group.mails += thread.listing.count();
            group.threads.push_back(&thread);
        }
        if (!group.threads.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

QString linkText(const QString& text)
{
    QString safe;
    bool escaped = false;
    for (const QChar c : escapeMarkdown(text)) {
        if (!escaped && (c == u'[' || c == u']'))
            safe += u'\\';
        safe += c;
        escaped = c == u'\\' && !escaped;
    }
    return safe;
}

QString permalinkOf(const Permalink& permalink, const MessageId& id)
{
    if (!permalink)
        return {};
    const QUrl url = QUrl::fromEncoded(permalink(id).toUtf8(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return {};
    return QString::fromLatin1(url.toEncoded());
}

QString textWithDoubts(const store::SummaryRecord& summary)
{
    const QStringList doubts = store::doubtsOf(summary);
    if (doubts.isEmpty())
        return summary.text;
    QStringList lines = summary.text.split(u'\n');
    qsizetype next = 0;
    for (QString& line : lines) {
        const bool isMarked
            = line.size() > 2 && line.startsWith("- "_L1) && store::doubtMarks.contains(line.at(2));
        if (isMarked && next < doubts.size())
            line += u" *("_s + thread::escapeMarkdown(doubts.at(next++)) + u")*"_s;
    }
    return lines.join(u'\n');
}

int verifiedClaims(const store::SummaryRecord& summary)
{
    return static_cast<int>(std::count_if(summary.claims.cbegin(), summary.claims.cend(),
                                          [](const store::Claim& c) { return c.verified; }));
}

} // namespace lb::report
