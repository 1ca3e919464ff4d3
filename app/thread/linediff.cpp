// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/linediff.h"

#include <algorithm>
#include <optional>

namespace lb::thread
{

namespace
{

/// A part of both sequences: [beforeFrom, beforeTo) and [afterFrom, afterTo).
struct Box {
    int beforeFrom = 0;
    int beforeTo = 0;
    int afterFrom = 0;
    int afterTo = 0;

    [[nodiscard]] int width() const { return beforeTo - beforeFrom; }
    [[nodiscard]] int height() const { return afterTo - afterFrom; }
};

/// A run of equal items in the middle of a shortest path.
struct Snake {
    int beforeFrom = 0;
    int afterFrom = 0;
    int beforeTo = 0;
    int afterTo = 0;
};

class Differ
{
public:
    Differ(std::span<const int> before, std::span<const int> after, int mostEdits)
        : m_before(before), m_after(after), m_most(std::max(mostEdits, 1))
    {
        const std::size_t diagonals = 2 * (before.size() + after.size()) + 3;
        const std::size_t bounded = std::min(diagonals, 2 * (static_cast<std::size_t>(m_most) + 2) + 1);
        m_forward.resize(bounded);
        m_backward.resize(bounded);
    }

    std::vector<DiffRun> run()
    {
        m_open.push_back({0, static_cast<int>(m_before.size()), 0, static_cast<int>(m_after.size())});
        while (!m_open.empty()) {
            Box box = m_open.back();
            m_open.pop_back();
            split(box);
        }
        return std::move(m_runs);
    }

private:
    [[nodiscard]] bool equal(int before, int after) const
    {
        return m_before[static_cast<std::size_t>(before)] == m_after[static_cast<std::size_t>(after)];
    }

    void split(Box box)
    {
        const Box whole = box;
        while (box.width() > 0 && box.height() > 0 && equal(box.beforeFrom, box.afterFrom)) {
            ++box.beforeFrom;
            ++box.afterFrom;
        }
        add(DiffKind::Same, whole.beforeFrom, whole.afterFrom, box.beforeFrom - whole.beforeFrom);
        while (box.width() > 0 && box.height() > 0 && equal(box.beforeTo - 1, box.afterTo - 1)) {
            --box.beforeTo;
            --box.afterTo;
        }
        // What stays open is taken from the top: the equal end comes after what is between.
        if (box.beforeTo < whole.beforeTo)
            m_open.push_back({box.beforeTo, whole.beforeTo, box.afterTo, whole.afterTo});
        const std::optional<Snake> snake
            = box.width() > 0 && box.height() > 0 ? middle(box) : std::optional<Snake>();
        if (!snake) {
            add(DiffKind::Removed, box.beforeFrom, box.afterFrom, box.width());
            add(DiffKind::Added, box.beforeTo, box.afterFrom, box.height());
            return;
        }
        m_open.push_back({snake->beforeTo, box.beforeTo, snake->afterTo, box.afterTo});
        m_open.push_back({snake->beforeFrom, snake->beforeTo, snake->afterFrom, snake->afterTo});
        m_open.push_back({box.beforeFrom, snake->beforeFrom, box.afterFrom, snake->afterFrom});
    }

    [[nodiscard]] int& at(std::vector<int>& reach, int diagonal) const
    {
        return reach[static_cast<std::size_t>(diagonal + static_cast<int>(reach.size() / 2))];
    }

    /// Where the shortest paths from both corners meet; nothing if that takes too many edits.
    std::optional<Snake> middle(const Box& box)
    {
        const int delta = box.width() - box.height();
        const bool odd = delta % 2 != 0;
        const int most = std::min((box.width() + box.height() + 1) / 2, m_most / 2 + 1);
        const int room = static_cast<int>(m_forward.size() / 2) - 1;
        at(m_forward, 1) = 0;
        at(m_backward, 1) = 0;
        for (int edits = 0; edits <= most && edits < room; ++edits) {
            for (int k = -edits; k <= edits; k += 2) {
                int x = k == -edits || (k != edits && at(m_forward, k - 1) < at(m_forward, k + 1))
                    ? at(m_forward, k + 1)
                    : at(m_forward, k - 1) + 1;
                const int start = x;
                while (inside(box, x, x - k) && equal(box.beforeFrom + x, box.afterFrom + x - k))
                    ++x;
                at(m_forward, k) = x;
                const int other = delta - k;
                if (odd && std::abs(other) < edits && reaches(box, x, x - k)
                    && x + at(m_backward, other) >= box.width())
                    return snakeOf(box, start, start - k, x, x - k);
            }
            for (int k = -edits; k <= edits; k += 2) {
                int x = k == -edits || (k != edits && at(m_backward, k - 1) < at(m_backward, k + 1))
                    ? at(m_backward, k + 1)
                    : at(m_backward, k - 1) + 1;
                const int start = x;
                while (inside(box, x, x - k) && equal(box.beforeTo - 1 - x, box.afterTo - 1 - (x - k)))
                    ++x;
                at(m_backward, k) = x;
                const int other = delta - k;
                if (!odd && std::abs(other) <= edits && reaches(box, x, x - k)
                    && x + at(m_forward, other) >= box.width())
                    return snakeOf(box, box.width() - x, box.height() - (x - k), box.width() - start,
                                   box.height() - (start - k));
            }
        }
        return std::nullopt;
    }

    /// Paths that left the box at its far sides lead nowhere.
    static bool reaches(const Box& box, int x, int y) { return x <= box.width() && y <= box.height(); }
    static bool inside(const Box& box, int x, int y) { return x < box.width() && y >= 0 && y < box.height(); }

    /// In the coordinates of the whole; nothing if it would not make the box smaller.
    static std::optional<Snake> snakeOf(const Box& box, int fromX, int fromY, int toX, int toY)
    {
        fromX = std::clamp(fromX, 0, box.width());
        fromY = std::clamp(fromY, 0, box.height());
        toX = std::clamp(toX, fromX, box.width());
        toY = std::clamp(toY, fromY, box.height());
        const bool first = fromX == 0 && fromY == 0 && toX == fromX && toY == fromY;
        const bool last = toX == box.width() && toY == box.height() && toX == fromX && toY == fromY;
        if (first || last)
            return std::nullopt;
        return Snake{box.beforeFrom + fromX, box.afterFrom + fromY, box.beforeFrom + toX,
                     box.afterFrom + toY};
    }

    void add(DiffKind kind, int before, int after, int count)
    {
        if (count == 0)
            return;
        if (!m_runs.empty() && m_runs.back().kind == kind) {
            m_runs.back().count += count;
            return;
        }
        if (kind == DiffKind::Removed && !m_runs.empty() && m_runs.back().kind == DiffKind::Added) {
            // Removed items come first within a change.
            DiffRun added = m_runs.back();
            m_runs.pop_back();
            const bool joins = !m_runs.empty() && m_runs.back().kind == DiffKind::Removed;
            if (joins)
                m_runs.back().count += count;
            else
                m_runs.push_back({DiffKind::Removed, added.before, added.after, count});
            added.before += count;
            m_runs.push_back(added);
            return;
        }
        m_runs.push_back({kind, before, after, count});
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    int m_most;
    std::vector<int> m_forward; ///< furthest reaching x by diagonal
    std::vector<int> m_backward;
    std::vector<Box> m_open;
    std::vector<DiffRun> m_runs;
};

} // namespace

std::vector<DiffRun> diffSequences(std::span<const int> before, std::span<const int> after, int mostEdits)
{
    return Differ(before, after, mostEdits).run();
}

} // namespace lb::thread
