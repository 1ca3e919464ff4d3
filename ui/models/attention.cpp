// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/attention.h"

#include "thread/snooze.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using thread::Awaiting;

namespace
{

constexpr qint64 secondsInDay = 86'400;

/// In the order of AttentionTerm.
constexpr std::array<QLatin1String, attentionTermCount> names{{
    "question"_L1,
    "awaited"_L1,
    "new-revision"_L1,
    "nack"_L1,
    "watched-thread"_L1,
    "own-path"_L1,
    "bot-failure"_L1,
    "recipient"_L1,
    "watched-person"_L1,
    "watched-word"_L1,
    "silent"_L1,
}};

bool anyIs(const QList<mail::Address>& people, const thread::Identity& you)
{
    return std::any_of(people.begin(), people.end(),
                       [&you](const mail::Address& person) { return you.is(person); });
}

bool isAsked(const ThreadMarks& marks, const thread::Identity& you)
{
    return marks.involvement != nullptr && anyIs(marks.involvement->asked, you);
}

bool isAwaited(const ThreadEntry& entry, const ThreadMarks& marks, const AttentionRules& rules)
{
    if (!marks.facts || marks.facts->awaiting == Awaiting::Nobody)
        return false;
    if (marks.facts->awaiting == Awaiting::Author && entry.yours.isAuthor)
        return true;
    if (marks.involvement == nullptr)
        return false;
    if (anyIs(marks.involvement->awaited, rules.you))
        return true;
    return marks.facts->awaiting == Awaiting::Maintainer
        && !rules.ownPaths.firstMatch(marks.involvement->paths).isEmpty();
}

bool isRecipient(const ThreadMarks& marks, const thread::Identity& you)
{
    if (marks.involvement == nullptr)
        return false;
    const QStringList& recipients = marks.involvement->recipients;
    return std::any_of(recipients.begin(), recipients.end(),
                       [&you](const QString& address) { return you.hasAddress(address); });
}

/// Days since the last word, for who waits or is waited for.
int daysSilent(const ThreadEntry& entry, const ThreadMarks& marks, const Desk& desk)
{
    if (!marks.facts || marks.facts->awaiting == Awaiting::Nobody)
        return 0;
    if (!entry.yours.isAuthor && !waitsForYou(entry, marks, desk.rules))
        return 0;
    const qint64 days = (desk.now - thread::newestMail(entry.listing)) / secondsInDay;
    constexpr qint64 most = 9999;
    return desk.rules.silentDays > 0 && days >= desk.rules.silentDays ? static_cast<int>(std::min(days, most))
                                                                      : 0;
}

/// Collects the terms that hold and are switched on.
struct Sum {
    const AttentionWeights& weights;
    Attention attention = {};

    bool add(AttentionTerm term, bool holds)
    {
        const int weight = weights.at(static_cast<std::size_t>(term));
        if (!holds || weight <= 0)
            return false;
        attention.score += weight;
        attention.terms = static_cast<quint16>(attention.terms | (1U << static_cast<unsigned>(term)));
        return true;
    }
};

void addWatched(Sum& sum, const ThreadEntry& entry, const ThreadMarks& marks, const AttentionRules& rules)
{
    sum.add(AttentionTerm::WatchedThread, marks.triage.watched && marks.unread > 0);
    const auto person = std::find_if(
        rules.watchedPeople.begin(), rules.watchedPeople.end(),
        [&entry](const AttentionRules::Watched& watched) { return entry.senders.contains(watched.folded); });
    if (person != rules.watchedPeople.end() && sum.add(AttentionTerm::WatchedPerson, true))
        sum.attention.person = person->shown;
    const auto word = std::find_if(
        rules.watchedWords.begin(), rules.watchedWords.end(), [&entry](const QString& watched) {
            return entry.subjects.contains(watched) || entry.senders.contains(watched);
        });
    QString found = word != rules.watchedWords.end() ? *word : QString();
    if (found.isEmpty() && marks.involvement != nullptr)
        found = rules.watchedPaths.firstMatch(marks.involvement->paths);
    if (sum.add(AttentionTerm::WatchedWord, !found.isEmpty()))
        sum.attention.word = found;
}

} // namespace

QString attentionKey(AttentionTerm term)
{
    return names.at(static_cast<std::size_t>(term));
}

bool waitsForYou(const ThreadEntry& entry, const ThreadMarks& marks, const AttentionRules& rules)
{
    return isAsked(marks, rules.you) || isAwaited(entry, marks, rules);
}

Attention attentionOf(const ThreadEntry& entry, const ThreadMarks& marks, const Desk& desk,
                      int unansweredRevision)
{
    const AttentionRules& rules = desk.rules;
    Sum sum{rules.weights};
    sum.add(AttentionTerm::Question, isAsked(marks, rules.you));
    sum.add(AttentionTerm::Awaited, isAwaited(entry, marks, rules));
    if (sum.add(AttentionTerm::NewRevision, unansweredRevision > 0))
        sum.attention.revision = static_cast<quint16>(unansweredRevision);
    sum.add(AttentionTerm::Refused, marks.facts && marks.facts->refusals > 0);
    if (marks.involvement != nullptr) {
        const QString path = rules.ownPaths.firstMatch(marks.involvement->paths);
        if (sum.add(AttentionTerm::OwnPath, !path.isEmpty()))
            sum.attention.path = path;
    }
    sum.add(AttentionTerm::BotFailed, marks.facts && marks.facts->botFailures > 0);
    sum.add(AttentionTerm::Recipient, isRecipient(marks, rules.you));
    addWatched(sum, entry, marks, rules);
    const int days = daysSilent(entry, marks, desk);
    if (sum.add(AttentionTerm::Silent, days > 0))
        sum.attention.silentDays = static_cast<quint16>(days);
    return sum.attention;
}

} // namespace lb::ui
