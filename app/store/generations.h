// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <utility>

namespace lb::store
{

/// A bounded cache: two hash tables, of which the older is dropped when the newer is full. What is asked for
/// moves to the newer one. At most 2 * `capacity` entries.
template <typename Key, typename Value>
class Generations
{
public:
    explicit Generations(qsizetype capacity) : m_capacity(capacity) { }

    /// The value or Value().
    [[nodiscard]] Value find(const Key& key)
    {
        const auto young = m_young.constFind(key);
        if (young != m_young.cend())
            return *young;
        const auto old = m_old.constFind(key);
        if (old == m_old.cend())
            return Value();
        const Value value = *old;
        insert(key, value);
        return value;
    }

    void insert(const Key& key, Value value)
    {
        if (m_young.size() >= m_capacity)
            m_old = std::exchange(m_young, {});
        m_young.insert(key, std::move(value));
    }

    void clear()
    {
        m_young.clear();
        m_old.clear();
    }

private:
    qsizetype m_capacity;
    QHash<Key, Value> m_young;
    QHash<Key, Value> m_old;
};

} // namespace lb::store
