// SPDX-License-Identifier: GPL-3.0-or-later
// One line a thread: for a chat, a site's front page or the body of a mail.
#include "report/factlines.h"
#include "report/summarymarkdown.h"
#include "report/text.h"
#include "report/writers.h"

#include <QRegularExpression>

#include <cmark.h>

#include <array>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

constexpr qsizetype longestGist = 300;
constexpr qsizetype mostCitations = 3;

struct CFree {
    void operator()(char* text) const { std::free(text); } // NOLINT: cmark's default allocator is malloc
};

QString linked(const QString& text, const QString& target)
{
    return target.isEmpty() ? text : QString(u'[' + text + u"](<"_s + target + u">)"_s);
}

/// The start of a Markdown text on one line, without citations: these name mails of a list that is not here.
QString shortened(QString text)
{
    static const QRegularExpression citation(u"(\\s*[-–]?\\s*\\[\\d+\\??\\])+"_s);
    if (text.size() > longestGist) {
        text.truncate(longestGist);
        text += u'…';
    }
    return embeddedMarkdown(text.remove(citation)).simplified();
}

/// What the thread comes to.
QString gistText(const store::SummaryRecord& summary)
{
    if (!summary.gist.isEmpty())
        return escapeMarkdown(summary.gist.left(longestGist));
    return summary.claims.isEmpty() ? QString() : shortened(summary.claims.constFirst().text);
}

/// The first line of the user's own text.
QString gistText(const EditedSummary& edit, const Labels& words)
{
    static const QRegularExpression first(u"^(?:\\s|#{1,6}\\s|>|[*+-]\\s)*([^\\n]+)"_s);
    return shortened(first.match(edit.text).captured(1)) + u" *("_s + words.editedByHand + u")*"_s;
}

class ShortWriter
{
public:
    explicit ShortWriter(const Report& report) : m_report(report), m_words(labels(report.language)) { }

    QString write()
    {
        const Totals totals = totalsOf(m_report);
        line(u"# "_s + m_words.shortTitle.arg(escapeMarkdown(m_report.listName.toUpper())));
        line();
        line(u"**"_s + m_words.period + u"**: "_s + m_report.period.since.toString(Qt::ISODate) + u' '
             + m_words.to + u' ' + m_report.period.until.toString(Qt::ISODate) + u" · "_s
             + m_words.counts.arg(QString::number(totals.mails), QString::number(totals.threads),
                                  QString::number(totals.newMails)));
        line();
        if (const QString notes = embeddedMarkdown(m_report.notes); !notes.trimmed().isEmpty()) {
            line(u"## "_s + m_words.notes);
            line();
            line(notes.trimmed());
            line();
        }
        for (const CategoryGroup& group : grouped(m_report)) {
            line(u"## "_s + thread::categoryName(group.category) + u" ("_s
                 + QString::number(group.threads.size()) + u')');
            line();
            for (const ReportThread* thread : group.threads)
                writeThread(*thread);
            line();
        }
        return m_text;
    }

private:
    void line(const QString& text = {})
    {
        m_text += text;
        m_text += u'\n';
    }

    void writeThread(const ReportThread& thread)
    {
        const thread::Listing& listing = thread.listing;
        const QString title = linked(linkText(listing.title), permalinkOf(m_report.permalink, listing.root));
        QStringList parts{m_words.mails + u' ' + QString::number(listing.count()),
                          m_words.people + u' ' + QString::number(listing.people)};
        if (thread.facts.awaiting != thread::Awaiting::Nobody)
            parts += m_words.awaiting + m_words.colon + awaitingName(thread.facts.awaiting, m_words);
        const QString gist = thread.edit ? gistText(*thread.edit, m_words)
            : thread.summary             ? gistText(*thread.summary)
                                         : QString();
        line(u"- **"_s + title + u"** · "_s + parts.join(u" · "_s) + (gist.isEmpty() ? u""_s : u"\\"_s));
        if (!gist.isEmpty())
            line(u"  "_s + gist + (thread.edit ? QString() : citations(thread)));
        const QString remark = embeddedMarkdown(thread.remark).trimmed();
        if (remark.isEmpty())
            return;
        line();
        for (const QString& part : remark.split(u'\n'))
            line(u"  > "_s + part);
    }

    /// Where the first claim can be looked up.
    [[nodiscard]] QString citations(const ReportThread& thread) const
    {
        const store::SummaryRecord& summary = *thread.summary;
        QString text;
        if (!summary.gist.isEmpty() || summary.claims.isEmpty())
            return text;
        for (const int number : summary.claims.constFirst().citations.first(
                 std::min(summary.claims.constFirst().citations.size(), mostCitations))) {
            if (number < 1 || number > thread.listing.count())
                continue;
            const MessageId& id = thread.listing.mails[static_cast<std::size_t>(number - 1)].mail.id;
            const QString target = permalinkOf(m_report.permalink, id);
            if (!target.isEmpty())
                text += u' ' + linked(u"\\["_s + QString::number(number) + u"\\]"_s, target);
        }
        return text;
    }

    const Report& m_report;
    const Labels& m_words;
    QString m_text;
};

/// Mail programs drop a page's style sheet; what stands at an element stays. The tags are cmark's: text is
/// escaped, so that none of these can come from a mail.
QString withStyles(QString html)
{
    constexpr std::array styles{
        std::pair{"<h1>", "<h1 style=\"font-size:20px;margin:0 0 8px\">"},
        std::pair{"<h2>", "<h2 style=\"font-size:16px;margin:20px 0 6px;border-bottom:1px solid #d8dee4\">"},
        std::pair{"<ul>", "<ul style=\"margin:0;padding-left:20px\">"},
        std::pair{"<li>", "<li style=\"margin:0 0 8px\">"},
        std::pair{"<p>", "<p style=\"margin:0 0 6px\">"},
        std::pair{"<blockquote>",
                  "<blockquote style=\"margin:4px 0;padding-left:10px;border-left:3px solid #d8dee4\">"},
        std::pair{"<a href", "<a style=\"color:#0b57b7\" href"},
    };
    for (const auto& [tag, styled] : styles)
        html.replace(QLatin1String(tag), QLatin1String(styled));
    return html;
}

} // namespace

QByteArray writeShortMarkdown(const Report& report)
{
    return ShortWriter(report).write().toUtf8();
}

QByteArray writeShortHtml(const Report& report, Style style)
{
    const QByteArray markdown = writeShortMarkdown(report);
    // Without CMARK_OPT_UNSAFE: no raw HTML, no script in links.
    const std::unique_ptr<char, CFree> body(cmark_markdown_to_html(
        markdown.constData(), static_cast<std::size_t>(markdown.size()), CMARK_OPT_DEFAULT));
    const QString title = labels(report.language).shortTitle.arg(escapeHtml(report.listName.toUpper()));
    const QString language = report.language == Language::Chinese ? u"zh-CN"_s : u"en"_s;
    const QString font = u"font:15px/1.5 sans-serif"_s;
    QString text = u"<!DOCTYPE html>\n<html lang=\""_s + language
        + u"\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"_s;
    if (style == Style::Mail) {
        text += u"<title>"_s + title + u"</title>\n</head>\n<body style=\"margin:0;padding:16px;"_s + font
            + u";color:#1b1f24;background:#ffffff\">\n<div style=\"max-width:680px\">\n"_s
            + withStyles(QString::fromUtf8(body.get())) + u"</div>\n</body>\n</html>\n"_s;
        return text.toUtf8();
    }
    text += u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>"_s
        + title
        + u"</title>\n<style>:root{color-scheme:light dark}body{max-width:48rem;margin:0 auto;"
          "padding:1.5rem;"_s
        + font
        + u"}li{margin:0 0 .6rem;overflow-wrap:anywhere}blockquote{margin:.3rem 0;padding-left:.8rem;"
          "border-left:3px solid #98a2ae}</style>\n</head>\n<body>\n"_s
        + QString::fromUtf8(body.get()) + u"</body>\n</html>\n"_s;
    return text.toUtf8();
}

} // namespace lb::report
