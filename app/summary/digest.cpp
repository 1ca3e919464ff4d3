// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digest.h"

#include "summary/digestevents.h"
#include "summary/digestphrases.h"
#include "summary/digesttrailers.h"
#include "summary/digestwords.h"
#include "thread/factwords.h"
#include "thread/people.h"
#include "thread/safetext.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::thread::AppliedStatement;
using lb::thread::Awaiting;
using lb::thread::ListedMail;
using lb::thread::Reading;
using lb::thread::Statement;
using lb::thread::Subject;

namespace lb::summary
{

namespace
{

constexpr std::size_t mostEvents = 30; ///< above that they are grouped
constexpr std::size_t mostEventLines = 45;
constexpr qsizetype mostTrailerLines = 15;
constexpr qsizetype mostQuestions = 8;
constexpr qsizetype mostNames = 5;
constexpr qsizetype mostGrounds = 6;
constexpr qsizetype mostClaimCitations = 200;

class DigestWriter
{
public:
    DigestWriter(const Reading& reading, const thread::Facts& facts, Language language)
        : m_reading(reading)
        , m_listing(reading.material.listing)
        , m_facts(facts)
        , m_language(language)
        , m_words(phrases(language))
    {
        findPosting();
    }

    SummaryText write()
    {
        writeWhat();
        if (m_facts.series)
            writeSeries();
        writeApplied();
        writeNew();
        writeOpen();
        return std::move(m_text);
    }

private:
    // what is written

    void heading(const QString& text) { m_heading = text; }

    void line(const QString& text, const QList<int>& mails, const QString& quote = {})
    {
        if (!m_heading.isEmpty()) {
            m_text.markdown += (m_text.markdown.isEmpty() ? u"**"_s : u"\n**"_s) + m_heading + u"**\n\n"_s;
            m_heading.clear();
        }
        QString written = text.simplified() + u' ' + citations(mails);
        if (!quote.isEmpty())
            written += m_words.colonQuote + quotation(quote);
        m_text.markdown += u"- "_s + written + u'\n';
        m_text.claims += store::Claim{written, mails.first(std::min(mails.size(), mostClaimCitations)), true};
    }

    // helpers

    [[nodiscard]] int numberOf(int index) const { return m_reading.mail(index).number; }
    [[nodiscard]] QString nameOf(int index) const
    {
        return thread::escapeMarkdown(thread::shownName(m_reading.mail(index).mail.from));
    }
    [[nodiscard]] QString dayOf(int index) const
    {
        const mail::MailDate& date = m_reading.mail(index).mail.date;
        return QDateTime::fromSecsSinceEpoch(date.utc + 60LL * date.offsetMinutes, Qt::UTC)
            .date()
            .toString(Qt::ISODate);
    }
    [[nodiscard]] QString patches(const QList<int>& numbers) const
    {
        const bool whole
            = m_facts.series && m_facts.series->total > 1 && numbers.size() == m_facts.series->total;
        if (whole)
            return m_words.aboutSeries;
        return (numbers.size() == 1 ? m_words.aboutPatch : m_words.aboutPatches).arg(numberRanges(numbers));
    }
    [[nodiscard]] QString about(const About& what) const
    {
        switch (what.what) {
        case About::What::Talk:
            return m_words.aboutTalk;
        case About::What::LonePatch:
            return m_words.aboutLonePatch;
        case About::What::Cover:
            return m_words.aboutCover;
        case About::What::Patches:
            return patches(what.patches);
        }
        return {};
    }

    /// The mails of the posting that the facts are about.
    void findPosting()
    {
        if (!m_facts.series)
            return;
        const auto belongs = [this](const ListedMail& listed) {
            const Subject& subject = listed.subject;
            return !subject.isReply && (subject.isPatch || subject.isRfc)
                && subject.revision == m_facts.series->revision
                && subject.total.value_or(1) == m_facts.series->total
                && m_facts.series->present.contains(subject.number.value_or(1));
        };
        const bool rootBelongs = m_reading.count() > 0 && belongs(m_reading.mail(m_listing.rootIndex));
        for (int i = 0; i < m_reading.count(); ++i) {
            const bool byAuthor
                = !rootBelongs || m_reading.personOf(i) == m_reading.personOf(m_listing.rootIndex);
            if (!belongs(m_reading.mail(i)) || !byAuthor)
                continue;
            insertSorted(m_posting, numberOf(i));
            const int n = m_reading.mail(i).subject.number.value_or(1);
            if (m_head < 0 || n < m_reading.mail(m_head).subject.number.value_or(1))
                m_head = i;
        }
    }

    /// A phrase with what it is about; in a talk there is nothing to name.
    [[nodiscard]] static QString phrase(QString pattern, const QString& who, const QString& what,
                                        const QString& more = {})
    {
        if (what.isEmpty()) {
            for (const QString& link : {u" on %2"_s, u" about %2"_s, u" to %2"_s})
                pattern.remove(link);
        }
        return filled(pattern, {who, what, more});
    }

    // what it is

    void writeWhat()
    {
        heading(m_words.what);
        m_text.gist = thread::plainLine(subjectMatter(m_reading, m_head >= 0 ? m_head : m_listing.rootIndex));
        if (m_head >= 0)
            writePosting();
        else if (m_facts.series)
            writeUnlistedPosting();
        else
            writeTalk();
        writeHistory();
    }

    void writePosting()
    {
        const thread::SeriesFacts& series = *m_facts.series;
        const QString revision = QString::number(series.revision);
        const bool lone = !m_reading.mail(m_head).subject.number;
        if (lone)
            line(m_words.lonePatch.arg(revision, nameOf(m_head), dayOf(m_head)), {numberOf(m_head)});
        else
            line(m_words.series.arg(revision, QString::number(series.total), nameOf(m_head), dayOf(m_head)),
                 m_posting);
        if (const QString matter = subjectMatter(m_reading, m_head); !matter.isEmpty())
            line(m_words.words, {numberOf(m_head)}, matter);
        if (series.revision > 1) {
            if (const QString changes = changeLog(m_reading, m_head); !changes.isEmpty())
                line(m_words.changes, {numberOf(m_head)}, changes);
        }
        for (const ListedMail& listed : m_listing.mails) {
            if (!series.previousRoot.isEmpty() && listed.mail.id == series.previousRoot)
                line(m_words.previous, {listed.number});
        }
    }

    void writeUnlistedPosting()
    {
        const thread::SeriesFacts& series = *m_facts.series;
        const QString revision = QString::number(series.revision);
        const bool lone = !m_reading.mail(m_listing.rootIndex).subject.number;
        line(lone ? m_words.lonePatchNotListed.arg(revision)
                  : m_words.notListed.arg(revision, QString::number(series.total)),
             {numberOf(0)});
        if (const QString matter = quotedMatter(m_reading, 0); !matter.isEmpty())
            line(m_words.asQuoted.arg(nameOf(0)), {numberOf(0)}, matter);
    }

    void writeTalk()
    {
        const int root = m_listing.rootIndex;
        if (m_reading.mail(root).subject.isReply) {
            line(m_words.rootNotListed, {numberOf(root)});
            if (const QString matter = quotedMatter(m_reading, root); !matter.isEmpty())
                line(m_words.asQuoted.arg(nameOf(root)), {numberOf(root)}, matter);
            return;
        }
        line(m_words.talk.arg(nameOf(root), dayOf(root)), {numberOf(root)}, subjectMatter(m_reading, root));
    }

    void writeHistory()
    {
        QList<int> earlier;
        QStringList names;
        for (int i = 0; i < m_reading.count(); ++i) {
            if (m_reading.mail(i).isNew)
                continue;
            earlier += numberOf(i);
            if (const QString name = nameOf(i); !names.contains(name))
                names += name;
        }
        if (earlier.isEmpty())
            return;
        const bool more = names.size() > mostNames;
        QString who = names.first(std::min(names.size(), mostNames)).join(m_words.comma);
        if (more)
            who += u" …"_s;
        line(filled(earlier.size() == 1 ? m_words.historyOne : m_words.history,
                    {QString::number(earlier.size()), who}),
             earlier);
    }

    // where it stands

    void writeSeries()
    {
        heading(m_words.standing);
        const thread::SeriesFacts& series = *m_facts.series;
        QList<int> absent;
        for (int n = 1; n <= series.total; ++n) {
            if (!series.present.contains(n))
                absent += n;
        }
        if (m_head >= 0 && series.total > 1) {
            // Of a posting made before the period only what new mails refer to is listed.
            const bool whole = m_reading.mail(m_head).isNew;
            if (absent.isEmpty())
                line(m_words.complete.arg(series.total), m_posting);
            else if (!whole)
                line(m_words.present.arg(QString::number(series.total - absent.size()),
                                         QString::number(series.total)),
                     m_posting);
            else
                line(m_words.missing.arg(numberRanges(absent)), m_posting);
        }
        writeTrailers(series);
    }

    void writeTrailers(const thread::SeriesFacts& series)
    {
        const QList<GivenTrailers> all = givenTrailers(m_facts.trailers);
        QList<int> reviewed;
        QList<int> sources;
        for (const GivenTrailers& one : all) {
            if (one.kind == "Reviewed-by"_L1 || one.kind == "Acked-by"_L1) {
                for (const int patch : one.patches)
                    insertSorted(reviewed, patch);
                for (const int mail : one.mails)
                    insertSorted(sources, mail);
            }
        }
        const bool lone = series.total == 1;
        for (qsizetype i = 0; i < std::min(all.size(), mostTrailerLines); ++i)
            line(m_words.trailers.arg(all.at(i).kind, all.at(i).who,
                                      lone ? m_words.aboutLonePatch : patches(all.at(i).patches)),
                 all.at(i).mails);
        // Of an older posting only what new mails refer to is listed, with it some of its reviews: what none
        // bears is not known then.
        if (m_head < 0 || !m_reading.mail(m_head).isNew)
            return;
        if (all.isEmpty()) {
            line(m_words.noReview, {numberOf(m_head)});
            return;
        }
        QList<int> open;
        for (int n = 1; n <= series.total; ++n) {
            if (!reviewed.contains(n))
                open += n;
        }
        if (open.isEmpty() && !lone)
            line(m_words.allReviewed, sources);
        else if (!open.isEmpty() && !lone)
            line(m_words.unreviewed.arg(numberRanges(open)), {numberOf(m_head)});
    }

    void writeApplied()
    {
        if (m_text.markdown.isEmpty() || !m_facts.series)
            heading(m_words.standing);
        for (const AppliedStatement& statement : m_facts.applied)
            writeAppliedStatement(statement);
        // What is new is told below, with its words.
        const QList<int> failures = m_facts.botFailures();
        for (const int failure : failures) {
            if (!m_reading.mail(failure - 1).isNew)
                line(m_words.failure.arg(nameOf(failure - 1), about(aboutOfMail(failure - 1))), {failure});
        }
        for (const Statement& objection : m_facts.objections) {
            const int index = objection.mail - 1;
            if (!m_reading.mail(index).isNew)
                line(phrase(m_words.objects, nameOf(index), about(aboutOfMail(index))), {objection.mail},
                     objection.quote);
        }
    }

    void writeAppliedStatement(const AppliedStatement& statement)
    {
        const QString who = nameOf(statement.mail - 1);
        const bool part = m_facts.series && !statement.patches.isEmpty()
            && statement.patches.size() < m_facts.series->total;
        line(part ? m_words.appliedPart.arg(who, numberRanges(statement.patches))
                  : applied(m_words, statement.fate).arg(who),
             {statement.mail}, statement.quote);
    }

    [[nodiscard]] About aboutOfMail(int index) const
    {
        const int posting = m_reading.postingAbove(index);
        const Subject& subject = m_reading.mail(posting >= 0 ? posting : index).subject;
        if (subject.number.value_or(0) > 0)
            return {About::What::Patches, {*subject.number}};
        return {subject.number ? About::What::Cover : About::What::LonePatch, {}};
    }

    // what is new

    void writeNew()
    {
        heading(m_words.fresh.arg(m_listing.newMails));
        const std::vector<Event> events = newEvents(m_reading, m_facts, mostEvents);
        for (std::size_t i = 0; i < events.size() && i < mostEventLines; ++i) {
            writeEvent(events[i]);
            m_told += events[i].quote;
        }
        QList<int> rest;
        for (std::size_t i = mostEventLines; i < events.size(); ++i) {
            for (const int mail : events[i].mails)
                insertSorted(rest, mail);
        }
        if (!rest.isEmpty())
            line(m_words.more.arg(rest.size()), rest);
    }

    void writeEvent(const Event& event)
    {
        const QString who = nameOf(event.mail);
        const QString what = about(event.about);
        switch (event.act) {
        case Act::Posts:
            writePostingEvent(event, who);
            return;
        case Act::Answers:
            line(phrase(m_words.answers, who, what, nameOf(event.answered)), event.mails, event.quote);
            return;
        case Act::Comments:
            if (event.mail == m_listing.rootIndex && m_head < 0)
                line(m_words.begins.arg(who), event.mails); // quoted above
            else if (event.about.what == About::What::Talk)
                line(m_words.writes.arg(who), event.mails, wordsOf(event));
            else
                line(phrase(m_words.comments, who, what), event.mails, wordsOf(event));
            return;
        case Act::Reviews:
            line(phrase(m_words.reviews, who, what, event.trailers.join(m_words.comma)), event.mails,
                 event.quote);
            return;
        case Act::Asks:
            line(phrase(m_words.asks, who, what), event.mails, event.quote);
            return;
        case Act::Objects:
            line(phrase(m_words.objects, who, what), event.mails, event.quote);
            return;
        case Act::Applies:
            line(m_words.applies.arg(who), event.mails, event.quote);
            return;
        case Act::Reports:
            line(phrase(m_words.reports, who, what), event.mails, event.quote);
            return;
        }
    }

    [[nodiscard]] QString wordsOf(const Event& event) const
    {
        return event.quote.isEmpty() ? u"("_s + m_words.wordless + u")"_s : event.quote;
    }

    void writePostingEvent(const Event& event, const QString& who)
    {
        const QString revision = QString::number(event.revision);
        if (event.about.what == About::What::LonePatch) {
            line(m_words.postsPatch.arg(who, revision), event.mails);
            return;
        }
        QString what = m_words.coverOnly;
        if (!event.about.patches.isEmpty())
            what = (event.cover ? m_words.coverAndPatches : m_words.patchesOnly)
                       .arg(numberRanges(event.about.patches));
        line(m_words.postsSeries.arg(who, revision, what), event.mails);
    }

    // what is open

    void writeOpen()
    {
        heading(m_words.open);
        QHash<QString, QList<int>> told; // whose questions are quoted among the new mails
        QStringList askers;
        QList<Statement> untold;
        const QList<Statement> open = m_facts.openQuestions();
        for (const Statement& question : open) {
            const bool known = std::any_of(m_told.cbegin(), m_told.cend(), [&](const QString& quote) {
                return quote.contains(question.quote);
            });
            if (!known) {
                untold += question;
                continue;
            }
            const QString asker = nameOf(question.mail - 1);
            if (!askers.contains(asker))
                askers += asker;
            insertSorted(told[asker], question.mail);
        }
        for (const QString& asker : askers)
            line(m_words.questions.arg(asker), told.value(asker));
        const qsizetype skipped = std::max<qsizetype>(0, untold.size() - mostQuestions);
        for (qsizetype i = skipped; i < untold.size(); ++i) // the newest matter most
            line(m_words.question.arg(nameOf(untold.at(i).mail - 1)), {untold.at(i).mail},
                 untold.at(i).quote);
        writeAwaiting();
    }

    [[nodiscard]] QString awaited() const
    {
        const QString names
            = thread::escapeMarkdown(thread::awaitedNames(m_facts.grounds).join(m_words.comma));
        switch (m_facts.awaiting) {
        case Awaiting::Author:
            return names.isEmpty() ? m_words.awaited.unknownAuthor : m_words.awaited.author.arg(names);
        case Awaiting::Reviewers:
            if (!m_facts.series)
                return m_words.awaited.answer;
            return names.isEmpty() ? m_words.awaited.reviewers : m_words.awaited.these.arg(names);
        case Awaiting::Maintainer:
            return m_words.awaited.maintainer;
        case Awaiting::Nobody:
            break;
        }
        return m_words.awaited.nobody;
    }

    void writeAwaiting()
    {
        QList<int> basis = m_facts.grounds.mails;
        if (basis.isEmpty())
            basis += numberOf(m_reading.count() - 1);
        const qsizetype skipped
            = std::max<qsizetype>(0, basis.size() - mostGrounds); // the newest matter most
        line(QString(awaited() + m_words.awaited.because
                     + thread::reasonText(m_facts.grounds.reason, m_language)),
             basis.sliced(skipped));
    }

    const Reading& m_reading;
    const thread::Listing& m_listing;
    const thread::Facts& m_facts;
    Language m_language;
    const Phrases& m_words;
    SummaryText m_text;
    QStringList m_told; ///< quotes of the new mails
    QString m_heading; ///< written before the next line
    QList<int> m_posting; ///< numbers of its mails
    int m_head = -1; ///< index of its cover letter or first patch
};

} // namespace

SummaryText digest(const thread::Material& material, const thread::Facts& facts, Language language)
{
    return digest(Reading(material), facts, language);
}

SummaryText digest(const Reading& reading, const thread::Facts& facts, Language language)
{
    return reading.count() == 0 ? SummaryText() : DigestWriter(reading, facts, language).write();
}

} // namespace lb::summary
