// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digestevents.h"

#include "thread/trailers.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using lb::thread::ListedMail;
using lb::thread::Paragraph;
using lb::thread::Reading;
using lb::thread::Subject;

namespace lb::summary
{

namespace
{

constexpr qsizetype quoteLength = 180;

About aboutOf(const Reading& reading, int index)
{
    const int posting = reading.postingAbove(index);
    const Subject& subject = reading.mail(posting >= 0 ? posting : index).subject;
    About about;
    if (!subject.isPatch && !subject.isRfc)
        return about;
    if (!subject.number || !subject.total)
        about.what = subject.isPatch ? About::What::LonePatch : About::What::Talk;
    else if (*subject.number == 0)
        about.what = About::What::Cover;
    else
        about = {About::What::Patches, {*subject.number}};
    return about;
}

bool isPosting(const Subject& subject)
{
    return !subject.isReply && subject.isPatch;
}

bool isQuestion(const QString& sentence)
{
    return sentence.endsWith(u'?') || sentence.endsWith(u'？') || sentence.endsWith("?\""_L1)
        || sentence.endsWith("?)"_L1);
}

/// The sentence a question stands in, with the one before it when it is short.
QString firstQuestion(const Reading& reading, int index)
{
    for (const Paragraph& paragraph : reading.paragraphs[static_cast<std::size_t>(index)]) {
        if (paragraph.isIndented)
            continue;
        const QStringList parts = thread::sentences(paragraph.text);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (!isQuestion(parts.at(i)) || parts.at(i).size() < 8)
                continue;
            const bool needsContext = parts.at(i).size() < 50 && i > 0;
            return thread::shortened(
                needsContext ? QString(parts.at(i - 1) + u' ' + parts.at(i)) : parts.at(i), quoteLength);
        }
    }
    return {};
}

/// Makes the events one after the other.
class Collector
{
public:
    Collector(const Reading& reading, const thread::Facts& facts) : m_reading(reading), m_facts(facts) { }

    std::vector<Event> collect()
    {
        for (int i = 0; i < m_reading.count(); ++i) {
            if (m_reading.mail(i).isNew)
                add(i);
        }
        return std::move(m_events);
    }

private:
    void add(int index)
    {
        const ListedMail& listed = m_reading.mail(index);
        if (isPosting(listed.subject)) {
            addPosting(index);
            return;
        }
        Event event;
        event.mail = index;
        event.mails = {listed.number};
        event.about = aboutOf(m_reading, index);
        event.answered = listed.parent;
        classify(event);
        if (event.act == Act::Reviews && event.quote.isEmpty() && joinReview(event))
            return;
        m_events.push_back(std::move(event));
    }

    void addPosting(int index)
    {
        const ListedMail& listed = m_reading.mail(index);
        const Subject& subject = listed.subject;
        const auto same = [&](const Event& event) {
            const Subject& other = m_reading.mail(event.mail).subject;
            return event.act == Act::Posts && m_reading.personOf(event.mail) == m_reading.personOf(index)
                && subject.number && other.number
                && std::tie(other.revision, other.total) == std::tie(subject.revision, subject.total);
        };
        auto event = std::find_if(m_events.begin(), m_events.end(), same);
        if (event == m_events.end()) {
            Event fresh;
            fresh.act = Act::Posts;
            fresh.mail = index;
            fresh.revision = subject.revision;
            fresh.about.what = subject.number ? About::What::Patches : About::What::LonePatch;
            event = m_events.insert(m_events.end(), std::move(fresh));
        }
        insertSorted(event->mails, listed.number);
        if (subject.number == 0)
            event->cover = true;
        else if (subject.number)
            insertSorted(event->about.patches, *subject.number);
    }

    void classify(Event& event)
    {
        const int index = event.mail;
        const int number = m_reading.mail(index).number;
        const auto says = [number](const thread::Statement& statement) { return statement.mail == number; };
        if (m_reading.isBot(index)) {
            const auto report = std::find_if(m_facts.botReports.cbegin(), m_facts.botReports.cend(), says);
            if (report != m_facts.botReports.cend() && report->failed) {
                event.act = Act::Reports;
                event.quote = thread::shortened(report->quote, quoteLength);
            }
            if (event.quote.isEmpty())
                event.quote = firstWords(m_reading, index, quoteLength);
            return;
        }
        const auto applied = std::find_if(m_facts.applied.cbegin(), m_facts.applied.cend(), says);
        if (applied != m_facts.applied.cend()) {
            event.act = Act::Applies;
            event.quote = thread::shortened(applied->quote, quoteLength);
            return;
        }
        for (const thread::Trailer& trailer : m_facts.trailers) {
            if (trailer.mail == number && thread::isReview(trailer.kind)
                && !event.trailers.contains(trailer.kind)) {
                event.trailers += trailer.kind;
                for (const int patch : trailer.appliesTo)
                    insertSorted(m_reviewed[index], patch);
            }
        }
        event.quote = firstWords(m_reading, index, quoteLength);
        classifyWords(event);
    }

    void classifyWords(Event& event)
    {
        const int index = event.mail;
        const int number = m_reading.mail(index).number;
        const auto objection
            = std::find_if(m_facts.objections.cbegin(), m_facts.objections.cend(),
                           [number](const thread::Statement& one) { return one.mail == number; });
        const bool refuses = objection != m_facts.objections.cend();
        if (refuses || event.trailers.contains(u"Nacked-by"_s)) {
            event.act = Act::Objects;
            if (refuses)
                event.quote = thread::shortened(objection->quote, quoteLength);
            return;
        }
        if (!event.trailers.isEmpty()) {
            event.act = Act::Reviews;
            if (event.about.what == About::What::Cover && m_reviewed.value(index).size() > 1)
                event.about = {About::What::Patches, m_reviewed.value(index)};
            const std::vector<Paragraph>& own = m_reading.paragraphs[static_cast<std::size_t>(index)];
            if (std::none_of(own.begin(), own.end(), [](const Paragraph& p) { return isInformative(p); }))
                event.quote.clear();
            return;
        }
        const int posting = m_reading.postingAbove(index);
        const int author = posting >= 0 ? posting : m_reading.material.listing.rootIndex;
        const bool byAuthor = m_reading.personOf(author) == m_reading.personOf(index);
        if (const QString question = firstQuestion(m_reading, index); !question.isEmpty() && !byAuthor) {
            event.act = Act::Asks;
            event.quote = question;
            return;
        }
        const bool toOther
            = event.answered >= 0 && m_reading.personOf(event.answered) != m_reading.personOf(index);
        const bool toAnswer = toOther && m_reading.mail(event.answered).subject.isReply;
        event.act = (byAuthor && toOther) || toAnswer ? Act::Answers : Act::Comments;
    }

    /// A bare trailer joins those that the same person gave before.
    bool joinReview(const Event& event)
    {
        for (Event& other : m_events) {
            if (other.act != Act::Reviews || !other.quote.isEmpty() || other.trailers != event.trailers
                || m_reading.personOf(other.mail) != m_reading.personOf(event.mail)
                || other.about.what != event.about.what)
                continue;
            for (const int patch : event.about.patches)
                insertSorted(other.about.patches, patch);
            for (const int mail : event.mails)
                insertSorted(other.mails, mail);
            return true;
        }
        return false;
    }

    const Reading& m_reading;
    const thread::Facts& m_facts;
    std::vector<Event> m_events;
    QHash<int, QList<int>> m_reviewed; ///< patches that a mail's trailers are for
};

/// Puts what one person says about one patch into one line; the weightiest of its mails is quoted.
std::vector<Event> grouped(const Reading& reading, std::vector<Event> events)
{
    std::vector<Event> result;
    for (Event& event : events) {
        const auto joins = [&](const Event& other) {
            return other.act != Act::Posts && event.act != Act::Posts && other.about == event.about
                && reading.personOf(other.mail) == reading.personOf(event.mail);
        };
        const auto known = std::find_if(result.begin(), result.end(), joins);
        if (known == result.end()) {
            result.push_back(std::move(event));
            continue;
        }
        for (const int mail : event.mails)
            insertSorted(known->mails, mail);
        for (const QString& trailer : event.trailers) {
            if (!known->trailers.contains(trailer))
                known->trailers += trailer;
        }
        if (event.act > known->act || known->quote.isEmpty()) {
            known->act = std::max(event.act, known->act);
            known->quote = event.quote;
        }
    }
    return result;
}

} // namespace

std::vector<Event> newEvents(const Reading& reading, const thread::Facts& facts, std::size_t most)
{
    std::vector<Event> events = Collector(reading, facts).collect();
    if (events.size() > most)
        events = grouped(reading, std::move(events));
    return events;
}

QString firstWords(const Reading& reading, int index, qsizetype length)
{
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.isIndented || !isInformative(paragraph))
            continue;
        QStringList parts = thread::sentences(paragraph.text);
        while (!parts.isEmpty() && thread::isCourtesy(parts.constFirst()))
            parts.removeFirst();
        // "... it. With that" and a name under the last sentence say nothing.
        if (parts.size() > 1 && parts.constLast().count(u' ') < 3 && parts.constLast().back().isLetter())
            parts.removeLast();
        // Whole sentences while they fit: half a sentence says less than one.
        QString text;
        for (const QString& part : parts) {
            if (!text.isEmpty() && text.size() + part.size() + 1 > length)
                break;
            text += (text.isEmpty() ? QString() : u" "_s) + part;
        }
        if (!text.isEmpty())
            return thread::shortened(text, length);
    }
    const auto any = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& p) {
        return std::count_if(p.text.begin(), p.text.end(), [](QChar c) { return c.isLetter(); }) > 1;
    });
    return any == paragraphs.end() ? QString() : thread::shortened(any->text, length);
}

void insertSorted(QList<int>& numbers, int number)
{
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
    if (at == numbers.end() || *at != number)
        numbers.insert(at, number);
}

} // namespace lb::summary
