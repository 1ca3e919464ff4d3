// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/awaiting.h"

#include "thread/people.h"
#include "thread/trailers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

using Regex = QRegularExpression;

constexpr qsizetype maxMails = 20;
constexpr qsizetype maxPeople = 10;
constexpr int maxFirstAnswers = 20;
constexpr std::size_t maxParagraphsRead = 200;
constexpr qsizetype maxSentence = 1000;

/// "I'll respin the series", "Will fix that in v3": who posted it says that it will change.
bool promises(const QString& sentence)
{
    static const Regex will(
        uR"(^(you bet|will do|sure thing)\b|(^|[,;:] |\b(i|we|so|and|but|ok|okay|sure|yes) )(i'll|i’ll|i will|we'll|we will|will) (also |then |just |definitely |try to )?(fix|respin|re-?send|repost|send|post|update|address|rework|drop|remove|add|do|clean|fold|include|revise|incorporate|rename|split|change|make|explain|clarify|reword|follow)\b)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex next(
        uR"(\b(in|for|with) (the |my |a )?(next|new|coming) (version|revision|respin|re-?spin|spin|iteration|posting|series|round)\b|\bwill\b.{1,80}?\bin v\d{1,2}\b|\bworking on (the )?(next|v\d{1,2})|\bget a v\d{1,2}\b)"_s,
        Regex::CaseInsensitiveOption);
    if (sentence.endsWith(u'?'))
        return false;
    const QString text = sentence.left(maxSentence);
    return will.match(text).hasMatch() || next.match(text).hasMatch();
}

/// The promise names a version: only who posts the series can give it.
bool promisesVersion(const QString& sentence)
{
    static const Regex version(
        uR"(\b(i|we)('ll|’ll|'m| will| am| should| plan)?\b.{0,100}?\b(v\d{1,2}\b|(next|new) (version|revision|respin|re-?spin|spin|iteration)\b|respin\b|re-?spin\b))"_s,
        Regex::CaseInsensitiveOption);
    return version.match(sentence.left(maxSentence)).hasMatch() && promises(sentence);
}

/// "I just posted v4", "v3 was just posted".
bool saysReposted(const QString& sentence)
{
    static const Regex words(
        uR"(\b(posted|sent|sent out|resent|reposted) (a |the |my |out )?(new (version|revision)|v\d{1,2})\b|\bv\d{1,2} (was|is|has been) (just |now )?(posted|sent)\b)"_s,
        Regex::CaseInsensitiveOption);
    return words.match(sentence.left(maxSentence)).hasMatch();
}

/// "Please ignore this patch."
bool withdraws(const QString& sentence)
{
    static const Regex words(
        uR"(\b(please )?(ignore|disregard) (this|the) (patch|series|version|posting|one)\b|\bi('ll|’ll| will)? (drop|withdraw|abandon) (this|the) (whole )?(patch|series)\b)"_s,
        Regex::CaseInsensitiveOption);
    return !sentence.endsWith(u'?') && words.match(sentence.left(maxSentence)).hasMatch();
}

/// True if one of the mail's own sentences is what `says` looks for.
template <typename Says>
bool anySentence(const Reading& reading, int index, Says says)
{
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    const std::size_t end = std::min(paragraphs.size(), maxParagraphsRead);
    for (std::size_t i = 0; i < end; ++i) {
        if (paragraphs[i].isIndented)
            continue;
        const QStringList parts = sentences(paragraphs[i].text);
        if (std::any_of(parts.begin(), parts.end(), says))
            return true;
    }
    return false;
}

/// True if the mail holds nothing but trailers and courtesy.
bool isBareReview(const Reading& reading, int index)
{
    const auto& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    return !trailersIn(reading.body(index)).isEmpty()
        && std::none_of(paragraphs.begin(), paragraphs.end(),
                        [](const Paragraph& p) { return isInformative(p); });
}

/// True if every patch of the series bears a review or an ack, or was applied.
bool allReviewed(const Facts& facts)
{
    const int total = facts.series->total;
    std::vector<bool> done(static_cast<std::size_t>(total) + 1, false);
    const auto mark = [&](const QList<int>& patches) {
        for (const int n : patches) {
            if (n >= 0 && n <= total)
                done[static_cast<std::size_t>(n)] = true;
        }
    };
    for (const Trailer& trailer : facts.trailers) {
        if (trailer.kind == "Reviewed-by"_L1 || trailer.kind == "Acked-by"_L1)
            mark(trailer.appliesTo);
    }
    for (const AppliedStatement& applied : facts.applied)
        mark(applied.patches);
    return std::find(done.begin() + 1, done.end(), false) == done.end();
}

class Finder
{
public:
    Finder(const Reading& reading, const Newest& newest, Facts& facts)
        : m_reading(reading)
        , m_newest(newest)
        , m_facts(facts)
        , m_answered(static_cast<std::size_t>(reading.count()), false)
    {
        for (int i = 0; i < reading.count(); ++i) {
            const int parent = reading.mail(i).parent;
            if (parent >= 0 && m_newest.author >= 0 && isAuthor(i))
                m_answered[static_cast<std::size_t>(parent)] = true;
        }
    }

    void find()
    {
        if (m_newest.settled >= 0) {
            set(Awaiting::Nobody, AwaitingReason::Applied, {m_newest.settled});
            return;
        }
        if (m_facts.series)
            findForSeries();
        else
            findForTalk();
    }

private:
    void set(Awaiting who, AwaitingReason reason, const std::vector<int>& mails,
             const std::vector<int>& people = {})
    {
        m_facts.awaiting = who;
        m_facts.grounds.reason = reason;
        for (const int index : mails) {
            const int number = m_reading.mail(index).number;
            QList<int>& all = m_facts.grounds.mails;
            const auto at = std::lower_bound(all.begin(), all.end(), number);
            if (index >= 0 && all.size() < maxMails && (at == all.end() || *at != number))
                all.insert(at, number);
        }
        std::vector<int> known;
        for (const int index : people) { // mails; of each person the first
            const int person = m_reading.personOf(index);
            if (std::find(known.begin(), known.end(), person) != known.end()
                || m_facts.grounds.people.size() >= maxPeople)
                continue;
            known.push_back(person);
            m_facts.grounds.people += m_reading.mail(index).mail.from;
        }
    }

    [[nodiscard]] bool isAuthor(int index) const { return m_reading.personOf(index) == m_newest.author; }

    /// Mails by the author (or by others) after the newest posting, oldest first; no program's.
    [[nodiscard]] std::vector<int> since(bool byAuthor) const
    {
        std::vector<int> found;
        for (int i = m_newest.last + 1; i < m_reading.count(); ++i) {
            if (!m_reading.isBot(i) && isAuthor(i) == byAuthor)
                found.push_back(i);
        }
        return found;
    }

    [[nodiscard]] bool authorAnswered(int index) const { return m_answered[static_cast<std::size_t>(index)]; }

    /// The first mail of the person, as somebody to name.
    [[nodiscard]] std::vector<int> authorToName() const
    {
        for (int i = 0; i < m_reading.count(); ++i) {
            if (m_newest.author >= 0 && isAuthor(i))
                return {i};
        }
        return {};
    }

    void findForSeries()
    {
        const std::vector<int> own = m_newest.author < 0 ? std::vector<int>() : since(true);
        const auto saying = [&](auto says) {
            const auto mail = std::find_if(own.rbegin(), own.rend(),
                                           [&](int i) { return anySentence(m_reading, i, says); });
            return mail == own.rend() ? -1 : *mail;
        };
        if (const int mail = saying(saysReposted); mail >= 0) {
            set(Awaiting::Nobody, AwaitingReason::Superseded, {mail});
        } else if (const int taken = saying(withdraws); taken >= 0) {
            set(Awaiting::Nobody, AwaitingReason::Withdrawn, {taken});
        } else if (!isUpToAuthor()) {
            const int promise = saying(promises);
            if (promise >= 0)
                set(Awaiting::Author, AwaitingReason::Promised, {promise}, authorToName());
            else
                findReviewers();
        }
    }

    /// Failures, objections and questions that the author has to deal with.
    bool isUpToAuthor()
    {
        return isUpToAuthor(AwaitingReason::BotFailed, unansweredFailures())
            || isUpToAuthor(AwaitingReason::Objected, unansweredObjections())
            || isUpToAuthor(AwaitingReason::Asked, questionsToAuthor());
    }

    bool isUpToAuthor(AwaitingReason reason, const std::vector<int>& mails)
    {
        if (!mails.empty())
            set(Awaiting::Author, reason, mails, authorToName());
        return !mails.empty();
    }

    [[nodiscard]] std::vector<int> unansweredFailures() const
    {
        int last = m_reading.count() - 1; // that the author wrote
        while (last >= 0 && (m_newest.author < 0 || !isAuthor(last)))
            --last;
        std::vector<int> mails;
        for (const BotReport& report : m_facts.botReports) {
            if (report.failed && report.mail - 1 > std::max(last, m_newest.last))
                mails.push_back(report.mail - 1);
        }
        return mails;
    }

    [[nodiscard]] std::vector<int> unansweredObjections() const
    {
        std::vector<int> mails;
        for (const Statement& objection : m_facts.objections) {
            const int index = objection.mail - 1;
            if (index > m_newest.last && !authorAnswered(index) && m_newest.author >= 0)
                mails.push_back(index);
        }
        return mails;
    }

    [[nodiscard]] std::vector<int> questionsToAuthor() const
    {
        std::vector<int> mails;
        for (const Question& question : m_facts.questions) {
            const int index = question.mail - 1;
            if (question.state == QuestionState::Open && isPutToAuthor(question) && !isAuthor(index))
                mails.push_back(index);
        }
        return mails;
    }

    [[nodiscard]] bool isPutToAuthor(const Question& question) const
    {
        if (m_newest.author < 0 || question.to.address.isEmpty())
            return question.to.name.isEmpty();
        for (int i = 0; i < m_reading.count(); ++i) {
            if (isAuthor(i) && m_reading.mail(i).mail.from.address == question.to.address)
                return true;
        }
        return false;
    }

    /// Nothing is up to the author by his own words or others': the reviewers, or the maintainer when they
    /// are done.
    void findReviewers()
    {
        std::vector<int> asked;
        for (const Question& question : m_facts.questions) {
            if (question.state == QuestionState::Open && m_newest.author >= 0 && isAuthor(question.mail - 1))
                asked.push_back(question.mail - 1);
        }
        if (!asked.empty()) {
            set(Awaiting::Reviewers, AwaitingReason::AuthorAsked, asked, answeredBy(asked));
            return;
        }
        if (allReviewed(m_facts)) {
            set(Awaiting::Maintainer, AwaitingReason::Reviewed, reviews());
            return;
        }
        if (!m_facts.applied.isEmpty()) {
            set(Awaiting::Author, AwaitingReason::PartlyApplied, {m_facts.applied.last().mail - 1},
                authorToName());
            return;
        }
        const std::vector<int> others = since(false);
        if (others.empty() && m_newest.head >= 0) {
            const std::vector<int> before = earlierReviewers();
            set(Awaiting::Reviewers, before.empty() ? AwaitingReason::Posted : AwaitingReason::NewRevision,
                {m_newest.head}, before);
            return;
        }
        findByLastWord(others);
    }

    void findByLastWord(const std::vector<int>& others)
    {
        int last = m_reading.count() - 1;
        while (last > 0 && m_reading.isBot(last))
            --last;
        if (m_newest.author >= 0 && isAuthor(last)) {
            set(Awaiting::Reviewers, AwaitingReason::Answered, {last}, answeredBy({last}));
            return;
        }
        const std::vector<int> before = earlierReviewers();
        if (isBareReview(m_reading, last)) {
            set(Awaiting::Reviewers,
                before.empty() ? AwaitingReason::PartlyReviewed : AwaitingReason::NewRevision, {last},
                before);
            return;
        }
        std::vector<int> open;
        for (const int index : others) {
            if (!isBareReview(m_reading, index) && (m_newest.author < 0 || !authorAnswered(index)))
                open.push_back(index);
        }
        if (open.empty())
            open.push_back(last);
        set(Awaiting::Author, AwaitingReason::Commented, open, authorToName());
    }

    /// Of these mails the senders of what they answer.
    [[nodiscard]] std::vector<int> answeredBy(const std::vector<int>& mails) const
    {
        std::vector<int> found;
        for (const int index : mails) {
            const int parent = m_reading.mail(index).parent;
            if (parent >= 0 && !isAuthor(parent) && !m_reading.isBot(parent))
                found.push_back(parent);
        }
        return found;
    }

    /// Who wrote about an earlier revision in this thread and not since the newest.
    [[nodiscard]] std::vector<int> earlierReviewers() const
    {
        std::vector<int> found;
        if (m_newest.head < 0 || m_newest.author < 0)
            return found;
        std::vector<bool> again(static_cast<std::size_t>(m_reading.count()), false); // by person
        const std::vector<int> now = since(false);
        for (const int index : now)
            again[static_cast<std::size_t>(m_reading.personOf(index))] = true;
        for (int i = 0; i < m_newest.head; ++i) {
            if (!m_reading.isBot(i) && !isAuthor(i) && m_reading.mail(i).subject.isReply
                && !again[static_cast<std::size_t>(m_reading.personOf(i))])
                found.push_back(i);
        }
        return found;
    }

    [[nodiscard]] std::vector<int> reviews() const
    {
        std::vector<int> found;
        for (const Trailer& trailer : m_facts.trailers) {
            if ((trailer.kind == "Reviewed-by"_L1 || trailer.kind == "Acked-by"_L1)
                && !trailer.appliesTo.isEmpty())
                found.push_back(trailer.mail - 1);
        }
        return found;
    }

    void findForTalk()
    {
        const Listing& listing = m_reading.material.listing;
        int last = m_reading.count() - 1;
        while (last > 0 && m_reading.isBot(last))
            --last;
        if (listing.category == Category::GitPull) {
            if (!isAuthor(last))
                set(Awaiting::Author, AwaitingReason::Commented, {last}, authorToName());
            else
                set(Awaiting::Maintainer, AwaitingReason::PullRequested, {listing.rootIndex});
            return;
        }
        const QList<Statement> open = m_facts.openQuestions();
        if (!open.isEmpty()) {
            const int index = open.last().mail - 1;
            set(isAuthor(index) || m_newest.author < 0 ? Awaiting::Reviewers : Awaiting::Author,
                AwaitingReason::Asked, {index});
            return;
        }
        const bool alone = std::all_of(m_reading.person.begin(), m_reading.person.end(),
                                       [&](int p) { return p == m_newest.author; });
        if (listing.category == Category::BugReport && alone)
            set(Awaiting::Maintainer, AwaitingReason::Reported, {listing.rootIndex});
        else
            set(Awaiting::Nobody, AwaitingReason::NothingOpen, {last});
    }

    const Reading& m_reading;
    const Newest& m_newest;
    Facts& m_facts;
    std::vector<bool> m_answered; ///< the author answered this mail
};

/// "On ..., Ada Example <ada@example.invalid> wrote:" above lines that are all quoted once: the number of
/// that person, if he writes in the thread; else -1.
int onlyOneQuoted(const Reading& reading, int index)
{
    const mail::BodyText& body = reading.body(index);
    QString attribution;
    for (const mail::BodyLine& line : body.lines) {
        if (line.depth > 1)
            return -1;
        if (line.kind == mail::LineKind::Attribution && attribution.size() < maxSentence)
            attribution += body.line(line).left(maxSentence) % u' ';
    }
    if (attribution.isEmpty())
        return -1;
    for (int other = 0; other < reading.count(); ++other) {
        const mail::Address& from = reading.mail(other).mail.from;
        const QString name = shownName(from);
        const bool named
            = (!from.address.isEmpty() && attribution.contains(from.address, Qt::CaseInsensitive))
            || (name.contains(u' ') && attribution.contains(name));
        if (named && reading.personOf(other) != reading.personOf(index))
            return reading.personOf(other);
    }
    return -1;
}

} // namespace

int unlistedAuthor(const Reading& reading)
{
    for (int i = 0; i < reading.count(); ++i) {
        const Subject& subject = reading.mail(i).subject;
        if (!reading.isBot(i) && subject.isReply && (subject.isPatch || subject.isRfc)
            && anySentence(reading, i, promisesVersion))
            return reading.personOf(i);
    }
    // A few answers to what is not listed tell it or none does.
    int read = 0;
    for (int i = 0; i < reading.count() && read < maxFirstAnswers; ++i) {
        if (reading.mail(i).parent >= 0 || !reading.mail(i).subject.isReply)
            continue;
        ++read;
        if (const int person = onlyOneQuoted(reading, i); person >= 0)
            return person;
    }
    return -1;
}

void findAwaited(const Reading& reading, const Newest& newest, Facts& facts)
{
    Finder(reading, newest, facts).find();
}

} // namespace lb::thread
