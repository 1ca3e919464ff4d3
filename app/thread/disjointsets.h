// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace lb::thread
{

/// Union-find over 0..n-1; the representative of a set is always its smallest member.
class DisjointSets
{
public:
    explicit DisjointSets(std::size_t count) : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    [[nodiscard]] std::uint32_t find(std::uint32_t item)
    {
        while (m_parent[item] != item) {
            m_parent[item] = m_parent[m_parent[item]]; // path halving
            item = m_parent[item];
        }
        return item;
    }

    void unite(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        if (a != b)
            m_parent[a < b ? b : a] = a < b ? a : b;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

} // namespace lb::thread
