// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/edited.h"
#include "report/factlines.h"
#include "report/overviewwriters.h"
#include "report/summarymarkdown.h"
#include "report/text.h"
#include "report/writers.h"
#include "thread/people.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

/// Writes blocks with a blank line between them.
class MarkdownWriter
{
public:
    explicit MarkdownWriter(const Report& report)
        : m_report(report), m_words(labels(report.language)), m_places(placesOf(report))
    {
    }

    QByteArray write()
    {
        const QString name = escapeMarkdown(m_report.listName.toUpper());
        block(u"# "_s + m_words.title.arg(name));
        block(field(m_words.generated, QLocale::c().toString(m_report.generated, u"yyyy-MM-dd HH:mm:ss"_s)));
        block(field(m_words.period,
                    m_report.period.since.toString(Qt::ISODate) + u' ' + m_words.to + u' '
                        + m_report.period.until.toString(Qt::ISODate)));
        writeStatistics();
        writeNotes();
        const std::vector<CategoryGroup> groups = grouped(m_report);
        for (const CategoryGroup& group : groups)
            writeCategory(group);
        writeProblems();
        return m_text.toUtf8();
    }

private:
    void block(const QString& lines)
    {
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text += lines;
        m_text += u'\n';
    }

    [[nodiscard]] static QString field(const QString& label, const QString& value)
    {
        return u"**"_s + label + u"**: "_s + value;
    }

    void writeStatistics()
    {
        const Totals totals = totalsOf(m_report);
        block(u"## "_s + m_words.statistics);
        QStringList lines;
        lines += u"- "_s + field(m_words.totalMails, QString::number(totals.mails));
        lines += u"- "_s + field(m_words.totalThreads, QString::number(totals.threads));
        lines += u"- **"_s + m_words.largeThreads + u"**"_s + m_words.largeHint + u": "_s
            + QString::number(totals.large) + m_words.largeUnit;
        lines += u"- "_s + field(m_words.newMails, QString::number(totals.newMails));
        const bool ancestors = m_report.context == thread::ContextRule::Ancestors;
        lines += u"- "_s + field(m_words.contextRule, ancestors ? m_words.ancestors : m_words.wholeThread);
        block(lines.join(u'\n'));
        block(u"### "_s + m_words.categories);
        lines.clear();
        const std::vector<CategoryGroup> groups = grouped(m_report);
        for (const CategoryGroup& group : groups)
            lines += u"- "_s
                + field(thread::categoryName(group.category),
                        m_words.categoryCount.arg(group.threads.size()).arg(group.mails));
        if (!lines.isEmpty())
            block(lines.join(u'\n'));
        for (const QString& part : overviewMarkdown(m_report, m_places))
            block(part);
        block(u"---"_s);
    }

    void writeNotes()
    {
        const QString notes = embeddedMarkdown(m_report.notes);
        if (notes.trimmed().isEmpty())
            return;
        block(u"## "_s + m_words.notes);
        block(notes);
        block(u"---"_s);
    }

    void writeCategory(const CategoryGroup& group)
    {
        block(u"## 📌 "_s + thread::categoryName(group.category));
        block(m_words.categoryTotal.arg(group.threads.size()));
        block(u"---"_s);
        int position = 0;
        for (const ReportThread* thread : group.threads)
            writeThread(*thread, ++position);
    }

    void writeThread(const ReportThread& thread, int position)
    {
        const thread::Listing& listing = thread.listing;
        if (!m_report.overview.isEmpty()) // headings of the same number are in every category
            block(u"<a id=\""_s + threadAnchor(m_places.value(listing.root)) + u"\"></a>"_s);
        block(u"### "_s + m_words.thread + u' ' + QString::number(position) + u": "_s
              + escapeMarkdown(listing.title));
        block(field(m_words.mails, QString::number(listing.count())) + u" | "_s
              + field(m_words.people, QString::number(listing.people)) + u" | "_s
              + field(m_words.started, rfcDate(listing.first().date)));
        const bool digest = thread.summary && thread.summary->kind == store::SummaryKind::Digest;
        writeFacts(factLines(thread, m_words, digest) + revisionLines(m_places, thread, m_words));
        if (const QString remark = embeddedMarkdown(thread.remark); !remark.trimmed().isEmpty()) {
            block(u"#### "_s + m_words.remark);
            block(remark);
        }
        writeSummary(shownSummary(thread, m_words));
        block(u"#### "_s + m_words.mailList);
        QStringList lines;
        for (const thread::ListedMail& listed : listing.mails)
            lines += mailLines(listed);
        block(lines.join(u'\n'));
        block(u"---"_s);
    }

    void writeFacts(const QList<FactLine>& facts)
    {
        if (facts.size() == 1) {
            block(field(facts.first().label, escapeMarkdown(facts.first().text)));
            return;
        }
        QStringList lines;
        for (const FactLine& fact : facts)
            lines += u"- "_s + field(escapeMarkdown(fact.label), escapeMarkdown(fact.text));
        block(lines.join(u'\n'));
    }

    void writeSummary(const ShownSummary& summary)
    {
        block(u"#### "_s + summary.heading);
        const QString text = embeddedMarkdown(summary.markdown);
        block(text.isEmpty() ? m_words.noSummary : text);
        if (!summary.provenance.isEmpty())
            block(u"*"_s + m_words.provenance + m_words.colon
                  + escapeMarkdown(summary.provenance.join(u" · "_s)) + u"*"_s);
    }

    QStringList mailLines(const thread::ListedMail& listed)
    {
        const thread::Mail& mail = listed.mail;
        QStringList lines;
        lines += QString::number(listed.number) + u". **["_s + localDayAndTime(mail.date) + u"]** "_s
            + escapeMarkdown(mail.subject);
        lines += u"   - "_s + m_words.sender + u": "_s + senderText(mail.from);
        QStringList marks;
        if (listed.isNew)
            marks += m_words.newMail;
        const QString link = permalinkOf(m_report.permalink, mail.id);
        if (!link.isEmpty()) {
            if (!listed.isNew)
                marks += m_words.contextMail;
            marks += u"["_s + m_words.permalink + u"](<"_s + link + u">)"_s;
        }
        if (mail.date.source != mail::DateSource::Header)
            marks += m_words.otherDate;
        if (mail.hasVariant)
            marks += m_words.variant;
        if (!marks.isEmpty())
            lines += u"   - "_s + marks.join(u" · "_s);
        return lines;
    }

    static QString senderText(const mail::Address& from)
    {
        static const QRegularExpression plain(
            u"^[A-Za-z0-9.!#$%&'+/=?^{}-][A-Za-z0-9._!#$%&'+/=?^{}-]*@[A-Za-z0-9.-]+$"_s);
        const QString name = escapeMarkdown(thread::shownName(from));
        const QString address = plain.match(from.address).hasMatch() && from.address.size() < 255
            ? QString(u'<' + from.address + u'>')
            : QString(u"\\<"_s + escapeMarkdown(from.address) + u'>');
        return name + u' ' + address;
    }

    void writeProblems()
    {
        if (m_report.problems.isEmpty())
            return;
        block(u"## "_s + m_words.problems);
        QStringList lines;
        for (const Problem& problem : m_report.problems) {
            QString line
                = u"- **"_s + escapeMarkdown(problem.kind) + u"**: "_s + escapeMarkdown(problem.detail);
            if (!problem.id.isEmpty())
                line += u" (\\<"_s + escapeMarkdown(QString::fromUtf8(problem.id.bytes)) + u">)"_s;
            lines += line;
        }
        block(lines.join(u'\n'));
    }

    const Report& m_report;
    const Labels& m_words;
    QHash<MessageId, Place> m_places;
    QString m_text;
};

} // namespace

QByteArray writeMarkdown(const Report& report)
{
    return MarkdownWriter(report).write();
}

} // namespace lb::report
