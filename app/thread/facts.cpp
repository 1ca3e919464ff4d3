// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/facts.h"

#include "thread/awaiting.h"
#include "thread/people.h"
#include "thread/revision.h"
#include "thread/statements.h"
#include "thread/trailers.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr int maxTotal = 1000; ///< a larger series is somebody's joke
constexpr qsizetype maxTrailersListed = 2000;
constexpr qsizetype maxObjections = 100;

/// The mails of one posting of a series.
struct Posting {
    int revision = 1;
    int total = 1;
    int person = -1;
    std::map<int, int> mails; ///< n -> index of its mail
    int newest = 0; ///< index of its youngest mail

    [[nodiscard]] int head() const { return mails.begin()->second; } ///< its cover letter or first patch
};

/// Number and total of a patch; a lone [PATCH] is 1 of 1.
std::pair<int, int> numbering(const Subject& subject)
{
    if (!subject.number || !subject.total)
        return {1, 1};
    return {std::min(*subject.number, maxTotal), std::clamp(*subject.total, 1, maxTotal)};
}

std::vector<Posting> postings(const Reading& reading)
{
    std::map<std::tuple<int, int, int>, Posting> found; // person, revision, total
    for (int i = 0; i < reading.count(); ++i) {
        const Subject& subject = reading.mail(i).subject;
        if (!isPosting(subject))
            continue;
        const auto [number, total] = numbering(subject);
        Posting& posting = found[{reading.personOf(i), subject.revision, total}];
        posting.revision = subject.revision;
        posting.total = total;
        posting.person = reading.personOf(i);
        posting.mails.emplace(number, i); // of two patches with one number the first stands
        posting.newest = i;
    }
    std::vector<Posting> result;
    result.reserve(found.size());
    for (auto& [key, posting] : found)
        result.push_back(std::move(posting));
    return result;
}

/// The same work as the newer posting: same person, and the same title or one posted as an answer to the
/// other.
bool isEarlierRevision(const Reading& reading, const Posting& earlier, const Posting& newer)
{
    if (earlier.person != newer.person || earlier.revision >= newer.revision)
        return false;
    const ListedMail& headEarlier = reading.mail(earlier.head());
    const ListedMail& headNewer = reading.mail(newer.head());
    const QString title = foldedTitle(headNewer.subject.title);
    if (!title.isEmpty() && title == foldedTitle(headEarlier.subject.title))
        return true;
    const int above = headNewer.parent < 0 ? -1 : reading.postingAbove(headNewer.parent);
    return above >= 0 && std::any_of(earlier.mails.begin(), earlier.mails.end(), [above](const auto& entry) {
               return entry.second == above;
           });
}

/// The newest posting of whoever began the thread; of anybody if that was no patch.
const Posting* newestPosting(const Reading& reading, const std::vector<Posting>& all)
{
    const int root = reading.material.listing.rootIndex;
    const bool rootPosts = reading.count() > 0 && isPosting(reading.mail(root).subject);
    const Posting* newest = nullptr;
    for (const Posting& posting : all) {
        if (rootPosts && posting.person != reading.personOf(root))
            continue;
        const bool later = newest == nullptr
            || std::tuple(posting.revision, posting.mails.size(), posting.newest)
                > std::tuple(newest->revision, newest->mails.size(), newest->newest);
        if (later)
            newest = &posting;
    }
    return newest;
}

std::optional<SeriesFacts> seriesFacts(const Reading& reading, const std::vector<Posting>& all,
                                       const Posting* newest)
{
    SeriesFacts series;
    if (newest == nullptr) {
        // Only answers are listed: their subjects still say what they answer.
        if (reading.count() == 0)
            return std::nullopt;
        const Subject& subject = reading.mail(reading.material.listing.rootIndex).subject;
        if (!subject.isPatch && !(subject.isRfc && subject.number))
            return std::nullopt;
        series.revision = subject.revision;
        series.total = numbering(subject).second;
        return series;
    }
    series.revision = newest->revision;
    series.total = newest->total;
    for (const auto& [number, mail] : newest->mails)
        series.present += number;
    const Posting* previous = nullptr;
    for (const Posting& posting : all) {
        if (isEarlierRevision(reading, posting, *newest)
            && (previous == nullptr || posting.revision > previous->revision))
            previous = &posting;
    }
    if (previous != nullptr)
        series.previousRoot = reading.mail(previous->head()).mail.id;
    return series;
}

/// Gathers the trailers of a thread and says which patches they are for.
class TrailerReader
{
public:
    TrailerReader(const Reading& reading, const std::optional<SeriesFacts>& series, const Posting* newest)
        : m_reading(reading), m_series(series), m_newest(newest)
    {
    }

    QList<Trailer> read() const
    {
        QList<Trailer> result;
        for (int i = 0; i < m_reading.count(); ++i) {
            const ListedMail& mail = m_reading.mail(i);
            if (m_reading.isBot(i) || !(mail.subject.isPatch || mail.subject.isRfc))
                continue;
            const int posting = m_reading.postingAbove(i);
            const QList<RawTrailer> raw = trailersIn(m_reading.body(i));
            for (const RawTrailer& trailer : raw) {
                if (result.size() >= maxTrailersListed)
                    return result;
                if (isReview(trailer.kind) && (isOwn(trailer, posting, i) || isRelayed(posting, i)))
                    continue;
                result += Trailer{trailer.kind,          trailer.who,  mail.number,
                                  appliesTo(posting, i), trailer.line, trailer.lastLine};
            }
        }
        return result;
    }

private:
    /// The one who wrote the patch: the "From:" that heads its body, else its sender.
    [[nodiscard]] mail::Address author(int posting) const
    {
        const mail::BodyText& body = m_reading.body(posting);
        const std::size_t end = std::min<std::size_t>(body.lines.size(), 5);
        for (std::size_t i = 0; i < end; ++i) {
            const QString text = body.line(body.lines[i]).left(300).trimmed().toString();
            if (text.isEmpty())
                continue;
            if (text.startsWith("From: "_L1)) {
                const mail::Address written = addressIn(text.sliced(6));
                if (!written.address.isEmpty())
                    return written;
            }
            break;
        }
        return m_reading.mail(posting).mail.from;
    }

    static bool samePerson(const mail::Address& a, const mail::Address& b)
    {
        const std::array<mail::Address, 2> both{a, b};
        return people(both).back() == 0;
    }

    /// A review that the author gives himself is none.
    [[nodiscard]] bool isOwn(const RawTrailer& trailer, int posting, int index) const
    {
        if (posting >= 0)
            return samePerson(trailer.who, author(posting));
        // The patch is not in the list; the one who reviews in his own name is not the one who answers him.
        return !m_reading.mail(index).subject.isReply;
    }

    /// In an answer of his own the author repeats what others gave elsewhere.
    [[nodiscard]] bool isRelayed(int posting, int index) const
    {
        return posting >= 0 && posting != index && m_reading.mail(index).subject.isReply
            && m_reading.personOf(posting) == m_reading.personOf(index);
    }

    [[nodiscard]] QList<int> appliesTo(int posting, int index) const
    {
        if (!m_series)
            return {};
        const Subject& subject = m_reading.mail(posting >= 0 ? posting : index).subject;
        const auto [number, total] = numbering(subject);
        if (posting >= 0 && m_newest != nullptr && !isInNewest(posting, number))
            return {};
        if (subject.revision != m_series->revision || total != m_series->total)
            return {};
        if (number > 0)
            return {number};
        QList<int> all;
        for (int n = 1; n <= m_series->total; ++n)
            all += n;
        return all;
    }

    [[nodiscard]] bool isInNewest(int posting, int number) const
    {
        const auto found = m_newest->mails.find(number);
        return found != m_newest->mails.end() && found->second == posting;
    }

    const Reading& m_reading;
    const std::optional<SeriesFacts>& m_series;
    const Posting* m_newest;
};

/// Index of the last mail that says all of the newest posting was applied; -1 = none does. `last` is the
/// posting's youngest mail: what was said before it was said of an older revision.
int settledBy(const Reading& reading, const Facts& facts, int last)
{
    const int total = facts.series ? facts.series->total : 1;
    static const QRegularExpression some(
        uR"(\b(only|subset|the rest|first \w+|except|without|apart from|(?<!all )(?<!all the )(one|two|three|four|five|\d+) patches|patch(es)? #?\d)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    int settled = -1;
    for (const AppliedStatement& applied : facts.applied) {
        const bool part = (!applied.patches.isEmpty() && applied.patches.size() < total)
            || (applied.patches.isEmpty() && total > 1 && some.match(applied.quote).hasMatch())
            || (total > 1 && reading.mail(applied.mail - 1).mail.subject.contains("(subset)"_L1));
        if (!part && applied.mail - 1 > last)
            settled = applied.mail - 1;
    }
    return settled;
}

/// The thread's author: of the newest posting, else of the root.
int authorOf(const Reading& reading, const Posting* newest)
{
    if (newest != nullptr)
        return newest->person;
    const int root = reading.material.listing.rootIndex;
    return reading.mail(root).subject.isReply ? unlistedAuthor(reading) : reading.personOf(root);
}

QList<int> mailsOf(const QList<BotReport>& reports, bool failed)
{
    QList<int> mails;
    for (const BotReport& report : reports) {
        if (report.failed == failed)
            mails += report.mail;
    }
    return mails;
}

} // namespace

QList<int> Facts::botFailures() const
{
    return mailsOf(botReports, true);
}

QList<int> Facts::botPasses() const
{
    return mailsOf(botReports, false);
}

QList<Statement> Facts::openQuestions() const
{
    QList<Statement> open;
    for (const Question& question : questions) {
        if (question.state == QuestionState::Open)
            open += question;
    }
    return open;
}

Facts establishFacts(const Material& material)
{
    return establishFacts(Reading(material), collate(material));
}

Facts establishFacts(const Reading& reading, const Collation& collation)
{
    Facts facts;
    if (reading.count() == 0)
        return facts;
    const std::vector<Posting> all = postings(reading);
    const Posting* posting = newestPosting(reading, all);
    facts.series = seriesFacts(reading, all, posting);
    facts.trailers = TrailerReader(reading, facts.series, posting).read();
    Newest newest;
    newest.author = authorOf(reading, posting);
    if (posting != nullptr) {
        newest.head = posting->head();
        newest.last = posting->newest;
    }
    for (int i = 0; i < reading.count(); ++i) {
        if (const auto applied = appliedStatement(reading, i))
            facts.applied += *applied;
        if (const auto report = botReport(reading, i))
            facts.botReports += *report;
        if (facts.objections.size() < maxObjections)
            facts.objections += objectionsIn(reading, i, newest.author);
    }
    newest.settled = settledBy(reading, facts, newest.last);
    const bool revised = facts.series && !facts.series->previousRoot.isEmpty();
    facts.questions = questionsIn(reading, {collation, revised ? newest.head : 0, newest.settled});
    findAwaited(reading, newest, facts);
    return facts;
}

FactMarks factMarks(const Facts& facts)
{
    FactMarks marks;
    QSet<QString> reviewers;
    QSet<QString> ackers;
    QSet<QString> testers;
    QSet<int> refusing;
    for (const Trailer& trailer : facts.trailers) {
        if (trailer.appliesTo.isEmpty())
            continue;
        const QString who = trailer.who.address.toCaseFolded();
        if (trailer.kind == "Reviewed-by"_L1)
            reviewers += who;
        else if (trailer.kind == "Acked-by"_L1)
            ackers += who;
        else if (trailer.kind == "Tested-by"_L1)
            testers += who;
        else if (trailer.kind == "Nacked-by"_L1)
            refusing += trailer.mail;
    }
    for (const Statement& objection : facts.objections)
        refusing += objection.mail;
    marks.reviews = static_cast<int>(reviewers.size());
    marks.acks = static_cast<int>(ackers.size());
    marks.tests = static_cast<int>(testers.size());
    marks.refusals = static_cast<int>(refusing.size());
    marks.openQuestions = static_cast<int>(facts.openQuestions().size());
    marks.botFailures = static_cast<int>(facts.botFailures().size());
    if (facts.grounds.reason == AwaitingReason::Applied)
        marks.applied = FactMarks::Applied::All;
    else if (!facts.applied.isEmpty())
        marks.applied = FactMarks::Applied::Part;
    marks.awaiting = facts.awaiting;
    marks.reason = facts.grounds.reason;
    return marks;
}

} // namespace lb::thread
