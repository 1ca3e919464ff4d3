// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/people.h"

#include "thread/disjointsets.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

QString bareName(const QString& name)
{
    QString bare = name.simplified();
    while (bare.size() > 1 && (bare.front() == u'"' || bare.front() == u'\'') && bare.back() == bare.front())
        bare = bare.sliced(1, bare.size() - 2).trimmed();
    return bare;
}

} // namespace

std::vector<int> people(std::span<const mail::Address> senders)
{
    DisjointSets sets(senders.size());
    QHash<QString, std::uint32_t> byAddress;
    QHash<QString, std::uint32_t> byName;
    const auto join = [&sets](QHash<QString, std::uint32_t>& seen, const QString& key, std::uint32_t sender) {
        if (key.isEmpty())
            return;
        const auto first = seen.constFind(key);
        if (first == seen.cend())
            seen.insert(key, sender);
        else
            sets.unite(*first, sender);
    };
    for (std::uint32_t i = 0; i < senders.size(); ++i) {
        join(byAddress, senders[i].address.trimmed().toCaseFolded(), i);
        join(byName, bareName(senders[i].name).toCaseFolded(), i);
    }
    std::vector<int> numberOf(senders.size(), -1);
    std::vector<int> result(senders.size());
    int next = 0;
    for (std::uint32_t i = 0; i < senders.size(); ++i) {
        int& number = numberOf[sets.find(i)];
        if (number < 0)
            number = next++;
        result[i] = number;
    }
    return result;
}

QString shownName(const mail::Address& address)
{
    const QString name = bareName(address.name);
    if (!name.isEmpty())
        return name;
    const qsizetype at = address.address.indexOf(u'@');
    return at > 0 ? address.address.left(at) : address.address;
}

} // namespace lb::thread
