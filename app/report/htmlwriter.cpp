// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/edited.h"
#include "report/factlines.h"
#include "report/overviewwriters.h"
#include "report/summarymarkdown.h"
#include "report/text.h"
#include "report/writers.h"
#include "thread/people.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

/// The whole style: the document loads nothing, and its policy forbids it.
constexpr auto style = R"(
:root{color-scheme:light dark;--fg:#1b1f24;--dim:#5d6672;--bg:#fff;--card:#f6f8fa;--line:#d8dee4;--accent:#0b57b7;--new:#1a7f37}
@media (prefers-color-scheme:dark){:root{--fg:#e3e7ec;--dim:#98a2ae;--bg:#15181c;--card:#1d2126;--line:#343a42;--accent:#7db4ff;--new:#5cc474}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.35rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.1rem;margin:0 0 .25rem;overflow-wrap:anywhere}h4{font-size:1rem;margin:1rem 0 .25rem}
a{color:var(--accent)}.dim,.meta{color:var(--dim)}.meta{font-size:.9rem;margin:.1rem 0}
.counts{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;margin:1rem 0;list-style:none}
.counts li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem}.counts b{display:block;font-size:1.3rem}
.contents{padding-left:1.4rem}.contents li{margin:.1rem 0;overflow-wrap:anywhere}
article{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.2rem;margin:1rem 0}
.facts{margin:.4rem 0;padding-left:1.2rem;font-size:.95rem}.summary{overflow-wrap:anywhere}.summary p,.summary li{margin:.25rem 0}
.summary ul{padding-left:1.3rem}.summary pre{overflow-x:auto;padding:.5rem;border:1px solid var(--line);border-radius:.3rem}
.overview .groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:0 1.5rem}
.overview ul{padding-left:1.2rem;margin:.25rem 0}.overview li{margin:.35rem 0;overflow-wrap:anywhere;font-size:.95rem}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line)}
.mails{padding-left:2.2rem;font-size:.95rem}.mails li{margin:.3rem 0;overflow-wrap:anywhere}.mails li:target{outline:2px solid var(--accent);outline-offset:3px}
time{font-variant-numeric:tabular-nums;color:var(--dim)}.new{color:var(--new);font-weight:600}summary{cursor:pointer}
@media print{article{break-inside:auto;background:none}a{color:inherit}}
)";

class HtmlWriter
{
public:
    explicit HtmlWriter(const Report& report)
        : m_report(report)
        , m_words(labels(report.language))
        , m_groups(grouped(report))
        , m_places(placesOf(report))
    {
    }

    QByteArray write()
    {
        const QString title = m_words.title.arg(escapeHtml(m_report.listName.toUpper()));
        const QString language = m_report.language == Language::Chinese ? u"zh-CN"_s : u"en"_s;
        m_text = u"<!DOCTYPE html>\n<html lang=\""_s + language + u"\">\n<head>\n<meta charset=\"utf-8\">\n"_s
            + u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"_s
            + u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s
            + u"<meta name=\"referrer\" content=\"no-referrer\">\n<title>"_s + title + u"</title>\n<style>"_s
            + QString::fromLatin1(style) + u"</style>\n</head>\n<body>\n"_s;
        line(u"<header>\n<h1>"_s + title + u"</h1>"_s);
        line(u"<p class=\"meta\">"_s + m_words.period + m_words.colon
             + m_report.period.since.toString(Qt::ISODate) + u' ' + m_words.to + u' '
             + m_report.period.until.toString(Qt::ISODate) + u" · "_s + m_words.generated + m_words.colon
             + QLocale::c().toString(m_report.generated, u"yyyy-MM-dd HH:mm:ss"_s) + u"</p>"_s);
        writeStatistics();
        if (!m_report.overview.isEmpty())
            line(overviewHtml(m_report, m_places));
        line(u"</header>\n<main>"_s);
        writeOwnWords(u"h2"_s, m_words.notes, m_report.notes, {}, 0);
        std::size_t category = 0;
        for (const CategoryGroup& group : m_groups)
            writeCategory(group, ++category);
        writeProblems();
        m_text += u"</main>\n</body>\n</html>\n"_s;
        return m_text.toUtf8();
    }

private:
    void line(const QString& text)
    {
        m_text += text;
        m_text += u'\n';
    }

    static QString anchor(std::size_t category, int position)
    {
        return u"t%1-%2"_s.arg(category).arg(position);
    }

    void writeStatistics()
    {
        const Totals totals = totalsOf(m_report);
        const std::array<std::pair<QString, int>, 4> counts{
            {{m_words.totalMails, totals.mails},
             {m_words.totalThreads, totals.threads},
             {m_words.largeThreads + m_words.largeHint, totals.large},
             {m_words.newMails, totals.newMails}}};
        line(u"<ul class=\"counts\">"_s);
        for (const auto& [label, count] : counts)
            line(u"<li><b>"_s + QString::number(count) + u"</b>"_s + label.toHtmlEscaped() + u"</li>"_s);
        line(u"</ul>\n<nav>"_s);
        std::size_t category = 0;
        for (const CategoryGroup& group : m_groups) {
            ++category;
            line(u"<details open><summary><b>"_s + thread::categoryName(group.category) + u"</b> "_s
                 + m_words.categoryCount.arg(group.threads.size()).arg(group.mails)
                 + u"</summary>\n<ol class=\"contents\">"_s);
            int position = 0;
            for (const ReportThread* thread : group.threads) {
                line(u"<li><a href=\"#"_s + anchor(category, ++position) + u"\">"_s
                     + escapeHtml(thread->listing.title) + u"</a> <span class=\"dim\">"_s
                     + QString::number(thread->listing.count()) + u"</span></li>"_s);
            }
            line(u"</ol></details>"_s);
        }
        line(u"</nav>"_s);
    }

    /// What the user wrote himself, if anything.
    void writeOwnWords(const QString& heading, const QString& title, const QString& markdown,
                       const QString& mailAnchor, int mailCount)
    {
        if (markdown.trimmed().isEmpty())
            return;
        line(u'<' + heading + u'>' + title + u"</"_s + heading + u">\n<div class=\"summary\">"_s
             + embeddedHtml(markdown, mailAnchor, mailCount) + u"</div>"_s);
    }

    void writeCategory(const CategoryGroup& group, std::size_t category)
    {
        line(u"<section>\n<h2>📌 "_s + thread::categoryName(group.category) + u"</h2>\n<p class=\"meta\">"_s
             + m_words.categoryTotal.arg(group.threads.size()) + u"</p>"_s);
        int position = 0;
        for (const ReportThread* thread : group.threads) {
            ++position;
            writeThread(*thread, position, anchor(category, position));
        }
        line(u"</section>"_s);
    }

    void writeThread(const ReportThread& thread, int position, const QString& id)
    {
        const thread::Listing& listing = thread.listing;
        const bool digest = thread.summary && thread.summary->kind == store::SummaryKind::Digest;
        line(u"<article id=\""_s + id + u"\">\n<h3>"_s + m_words.thread + u' ' + QString::number(position)
             + u": "_s + escapeHtml(listing.title) + u"</h3>"_s);
        line(u"<p class=\"meta\">"_s + m_words.mails + u": "_s + QString::number(listing.count()) + u" | "_s
             + m_words.people + u": "_s + QString::number(listing.people) + u" | "_s + m_words.started
             + u": "_s + rfcDate(listing.first().date) + u"</p>"_s);
        line(u"<ul class=\"facts\">"_s);
        const QList<FactLine> facts
            = factLines(thread, m_words, digest) + revisionLines(m_places, thread, m_words);
        for (const FactLine& fact : facts) {
            const auto place = m_places.constFind(fact.about);
            const QString text = place != m_places.cend()
                ? QString(u"<a href=\"#"_s + anchor(place->group, place->position) + u"\">"_s
                          + escapeHtml(fact.text) + u"</a>"_s)
                : escapeHtml(fact.text);
            line(u"<li><b>"_s + escapeHtml(fact.label) + u"</b>: "_s + text + u"</li>"_s);
        }
        const ShownSummary summary = shownSummary(thread, m_words);
        line(u"</ul>"_s);
        const QString mailAnchor = id + u"-m"_s;
        writeOwnWords(u"h4"_s, m_words.remark, thread.remark, mailAnchor, listing.count());
        line(u"<h4>"_s + summary.heading + u"</h4>"_s);
        const QString text = embeddedHtml(summary.markdown, mailAnchor, listing.count());
        line(u"<div class=\"summary\">"_s
             + (text.isEmpty() ? QString(u"<p>"_s + m_words.noSummary + u"</p>"_s) : text) + u"</div>"_s);
        if (!summary.provenance.isEmpty())
            line(u"<p class=\"meta\">"_s + m_words.provenance + m_words.colon
                 + escapeHtml(summary.provenance.join(u" · "_s)) + u"</p>"_s);
        line(u"<details open><summary><b>"_s + m_words.mailList + u"</b></summary>\n<ol class=\"mails\">"_s);
        for (const thread::ListedMail& listed : listing.mails)
            writeMail(listed, mailAnchor);
        line(u"</ol></details>\n</article>"_s);
    }

    void writeMail(const thread::ListedMail& listed, const QString& mailAnchor)
    {
        const thread::Mail& mail = listed.mail;
        const QString link = permalinkOf(m_report.permalink, mail.id);
        QString text = u"<li id=\""_s + mailAnchor + QString::number(listed.number)
            + u"\"><time datetime=\""_s + isoDate(mail.date) + u"\">"_s + localDayAndTime(mail.date)
            + u"</time> "_s;
        const QString subject = escapeHtml(mail.subject);
        if (link.isEmpty())
            text += subject;
        else
            text
                += u"<a href=\""_s + link.toHtmlEscaped() + u"\" rel=\"noreferrer\">"_s + subject + u"</a>"_s;
        text += u"<br><span class=\"dim\">"_s + m_words.sender + u": "_s
            + escapeHtml(thread::shownName(mail.from)) + u" &lt;"_s + escapeHtml(mail.from.address)
            + u"&gt;</span>"_s;
        if (listed.isNew)
            text += u" <span class=\"new\">"_s + m_words.newMail + u"</span>"_s;
        if (mail.date.source != mail::DateSource::Header)
            text += u" <span class=\"dim\">"_s + m_words.otherDate + u"</span>"_s;
        if (mail.hasVariant)
            text += u" <span class=\"dim\">"_s + m_words.variant + u"</span>"_s;
        line(text + u"</li>"_s);
    }

    void writeProblems()
    {
        if (m_report.problems.isEmpty())
            return;
        line(u"<section>\n<h2>"_s + m_words.problems + u"</h2>\n<ul>"_s);
        for (const Problem& problem : m_report.problems) {
            QString text = u"<li><b>"_s + escapeHtml(problem.kind) + u"</b>: "_s + escapeHtml(problem.detail);
            if (!problem.id.isEmpty())
                text += u" (&lt;"_s + escapeHtml(QString::fromUtf8(problem.id.bytes)) + u"&gt;)"_s;
            line(text + u"</li>"_s);
        }
        line(u"</ul>\n</section>"_s);
    }

    const Report& m_report;
    const Labels& m_words;
    std::vector<CategoryGroup> m_groups;
    QHash<MessageId, Place> m_places;
    QString m_text;
};

} // namespace

QByteArray writeHtml(const Report& report)
{
    return HtmlWriter(report).write();
}

} // namespace lb::report
