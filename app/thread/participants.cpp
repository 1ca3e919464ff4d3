// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/participants.h"

#include "thread/people.h"
#include "thread/safetext.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

namespace lb::thread
{

namespace
{

/// How often something was met; of equally many the first one counts as the most frequent.
class Tally
{
public:
    void add(const QString& text)
    {
        if (text.isEmpty())
            return;
        const auto known = m_places.constFind(text);
        if (known != m_places.cend()) {
            ++m_counts[*known].second;
            return;
        }
        m_places.insert(text, m_counts.size());
        m_counts.append({text, 1});
    }
    [[nodiscard]] std::pair<QString, int> most() const
    {
        const auto found = std::ranges::max_element(m_counts, {}, &std::pair<QString, int>::second);
        return found == m_counts.end() ? std::pair<QString, int>() : *found;
    }

private:
    QHash<QString, qsizetype> m_places;
    QList<std::pair<QString, int>> m_counts;
};

struct Person {
    Tally shown;
    Tally names;
    Tally addresses;
};

Participant participant(const Person& person, int mails)
{
    const auto [address, withAddress] = person.addresses.most();
    const auto [name, withName] = person.names.most();
    // An address is nobody else's; a name may be a part of another.
    return {plainLine(person.shown.most().first), withAddress >= withName ? address : name, mails};
}

} // namespace

Participants participantsOf(std::span<const mail::Address> senders, qsizetype most)
{
    Participants result;
    result.mails = static_cast<int>(senders.size());
    const std::vector<int> numbers = people(senders);
    for (const int number : numbers)
        result.people = std::max(result.people, number + 1);
    std::vector<int> mails(static_cast<std::size_t>(result.people), 0);
    for (const int number : numbers)
        ++mails[static_cast<std::size_t>(number)];

    // Of equally many mails those come in who were met first: to compare names all would need one.
    std::vector<int> order(mails.size());
    std::iota(order.begin(), order.end(), 0);
    const auto named = std::min<std::ptrdiff_t>(std::max<qsizetype>(most, 0), std::ssize(order));
    std::partial_sort(order.begin(), order.begin() + named, order.end(), [&mails](int a, int b) {
        return std::tuple(-mails[static_cast<std::size_t>(a)], a)
            < std::tuple(-mails[static_cast<std::size_t>(b)], b);
    });
    QHash<int, Person> persons;
    for (std::ptrdiff_t i = 0; i < named; ++i)
        persons.insert(order[static_cast<std::size_t>(i)], {});
    for (std::size_t i = 0; i < senders.size(); ++i) {
        const auto found = persons.find(numbers[i]);
        if (found == persons.end())
            continue;
        found->shown.add(shownName(senders[i]));
        found->names.add(senders[i].name.isEmpty() ? QString() : shownName(senders[i]));
        found->addresses.add(senders[i].address.trimmed().toCaseFolded());
    }
    for (auto person = persons.cbegin(); person != persons.cend(); ++person)
        result.most.append(participant(*person, mails[static_cast<std::size_t>(person.key())]));
    std::ranges::sort(result.most, [](const Participant& a, const Participant& b) {
        const int byName = a.name.compare(b.name, Qt::CaseInsensitive);
        return std::tuple(-a.mails, byName, a.key) < std::tuple(-b.mails, 0, b.key);
    });
    return result;
}

} // namespace lb::thread
