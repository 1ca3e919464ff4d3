// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadmatcher.h"

#include <algorithm>

namespace lb::ui
{

using query::Truth;

namespace
{

constexpr qsizetype mostPeople = 5000; ///< that completion offers

query::Row rowOf(const ThreadEntry& entry, const ThreadMarks& marks, const Standing& standing,
                 const QString& list)
{
    query::Row row;
    row.subjects = entry.subjects;
    row.senders = entry.senders;
    row.starter = entry.starter;
    row.subjectsPrint = &entry.subjectsPrint;
    row.sendersPrint = &entry.sendersPrint;
    row.started = entry.started;
    row.lastActivity = entry.lastActivity;
    row.mails = entry.listing.count();
    row.participants = entry.listing.people;
    row.revision = entry.revision;
    row.listing = &entry.listing;
    row.facts = marks.facts ? &*marks.facts : nullptr;
    row.unread = marks.unread;
    row.starred = marks.triage.starred;
    row.muted = standing.muted;
    row.done = standing.done;
    row.snoozed = standing.snoozed;
    row.tags = &marks.triage.tags;
    row.noted = !marks.triage.note.isEmpty();
    row.list = list;
    return row;
}

/// Views of what was put aside show it whatever the menu says.
bool isInView(const ThreadEntry& entry, const ThreadMarks& marks, const Standing& standing,
              const ThreadFilter& filter, bool hidesSettled)
{
    const bool kept = filter.view == View::Unread && filter.kept == entry.listing.thread
        && isIn(View::Attention, standing, marks);
    if (!kept && !isIn(filter.view, standing, marks))
        return false;
    const bool settled = standing.done || (standing.muted && !marks.triage.starred);
    return !(hidesSettled && settled && (filter.view == View::All || filter.view == View::ThisWeek));
}

/// What the library said of each text, thread by thread: texts of one thread side by side.
std::vector<Truth> textTruths(const Snapshot& snapshot, const ThreadFilter& filter)
{
    const std::size_t texts = filter.plan->texts().size();
    std::vector<Truth> truths(snapshot.threads.size() * texts, Truth::Unknown);
    for (std::size_t text = 0; text < texts; ++text) {
        const store::MailSetPointer found = text < filter.found.size() ? filter.found[text] : nullptr;
        if (found == nullptr)
            continue;
        for (std::size_t thread = 0; thread < snapshot.threads.size(); ++thread)
            truths[thread * texts + text] = Truth::No;
        for (std::size_t row = 0; row < snapshot.threadByRow.size(); ++row) {
            const int thread = snapshot.threadByRow[row];
            if (thread >= 0 && found->contains(MailId{snapshot.firstRow.value + static_cast<qint64>(row)}))
                truths[static_cast<std::size_t>(thread) * texts + text] = Truth::Yes;
        }
    }
    return truths;
}

} // namespace

bool ThreadFilter::isComplete() const
{
    return plan == nullptr
        || (found.size() >= plan->texts().size()
            && std::all_of(found.begin(), found.end(), [](const auto& mails) { return mails != nullptr; }));
}

bool ThreadFilter::marks(const thread::ListedMail& mail) const
{
    if (plan == nullptr || plan->isEmpty())
        return false;
    std::vector<store::MailSetPointer> answers = found;
    answers.resize(plan->texts().size());
    return plan->marks(mail, answers);
}

Matches matchThreads(const Snapshot& snapshot, const Marks& marks, const ThreadFilter& filter,
                     const std::vector<Standing>& standings)
{
    const std::size_t count = snapshot.threads.size();
    const bool asked = filter.plan != nullptr && !filter.plan->isEmpty();
    const bool hides = filter.hideSettled && !(asked && filter.plan->asksSettled());
    Matches matches{std::vector<bool>(count, false)};
    const std::vector<Truth> truths = asked ? textTruths(snapshot, filter) : std::vector<Truth>();
    const std::size_t texts = asked ? filter.plan->texts().size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const ThreadEntry& entry = snapshot.threads[i];
        const ThreadMarks& own = marksAt(marks, entry.listing.thread);
        const Standing& standing = standings[i];
        if (!isInView(entry, own, standing, filter, hides))
            continue;
        const Truth met = asked ? filter.plan->evaluate(rowOf(entry, own, standing, filter.list),
                                                        query::TextTruths(truths).subspan(i * texts, texts))
                                : Truth::Yes;
        matches.shown[i] = met == Truth::Yes;
        matches.count += met == Truth::Yes ? 1 : 0;
        matches.unknown += met == Truth::Unknown ? 1 : 0;
    }
    return matches;
}

QList<query::Vocabulary::Person> peopleOf(const Snapshot& snapshot)
{
    QHash<QString, query::Vocabulary::Person> byAddress;
    for (const ThreadEntry& entry : snapshot.threads) {
        for (const thread::ListedMail& listed : entry.listing.mails) {
            query::Vocabulary::Person& person = byAddress[listed.mail.from.address];
            if (person.mails++ == 0) {
                person.name = listed.mail.from.name;
                person.address = listed.mail.from.address;
            }
        }
    }
    QList<query::Vocabulary::Person> people = byAddress.values();
    std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) {
        return a.mails != b.mails ? a.mails > b.mails : a.address < b.address;
    });
    people.resize(std::min(people.size(), mostPeople));
    return people;
}

} // namespace lb::ui
