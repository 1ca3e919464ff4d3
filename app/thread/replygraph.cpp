// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/replygraph.h"

#include <QHash>

#include <algorithm>

namespace lb::thread
{

namespace
{

/// The last id that is not the mail's own; 0 = none.
IdNumber lastOther(const QList<IdNumber>& ids, IdNumber own)
{
    for (auto id = ids.crbegin(); id != ids.crend(); ++id) {
        if (*id != own && *id != 0)
            return *id;
    }
    return 0;
}

} // namespace

ReplyGraph::ReplyGraph(std::span<const Mail> mails)
    : m_mails(mails), m_parent(mails.size(), -1), m_parentId(mails.size(), 0)
{
    m_index.reserve(static_cast<qsizetype>(mails.size()));
    for (std::size_t i = mails.size(); i-- > 0;)
        m_index.insert(mails[i].number, static_cast<int>(i)); // of variants the first stands
    link();
    cutLoops();
}

void ReplyGraph::link()
{
    const auto lastKnown = [this](const QList<IdNumber>& ids, int self) {
        for (auto id = ids.crbegin(); id != ids.crend(); ++id) {
            const auto found = m_index.constFind(*id);
            if (found != m_index.cend() && *found != self)
                return *found;
        }
        return -1;
    };
    for (std::size_t i = 0; i < m_mails.size(); ++i) {
        const Mail& mail = m_mails[i];
        m_parentId[i] = lastOther(mail.references, mail.number);
        if (m_parentId[i] == 0)
            m_parentId[i] = lastOther(mail.inReplyTo, mail.number);
        m_parent[i] = lastKnown(mail.references, static_cast<int>(i));
        if (m_parent[i] < 0)
            m_parent[i] = lastKnown(mail.inReplyTo, static_cast<int>(i));
    }
}

void ReplyGraph::cutLoops()
{
    enum class State : quint8 { New, OnPath, Done };
    std::vector<State> state(m_mails.size(), State::New);
    std::vector<std::size_t> path;
    for (std::size_t start = 0; start < m_mails.size(); ++start) {
        path.clear();
        std::size_t at = start;
        while (state[at] == State::New) {
            state[at] = State::OnPath;
            path.push_back(at);
            if (m_parent[at] < 0)
                break;
            at = static_cast<std::size_t>(m_parent[at]);
        }
        if (state[at] == State::OnPath && m_parent[at] >= 0) {
            // From `at` to the end of the path is a loop.
            const auto loop = std::find(path.begin(), path.end(), at);
            const std::size_t youngest = *std::max_element(loop, path.end());
            m_parent[youngest] = -1;
            m_parentId[youngest] = 0;
        }
        for (const std::size_t mail : path)
            state[mail] = State::Done;
    }
}

void ReplyGraph::markAncestors(std::vector<bool>& marked) const
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i])
            open.push_back(i);
    }
    const auto mark = [&](const QList<IdNumber>& ids) {
        for (const IdNumber id : ids) {
            const auto found = m_index.constFind(id);
            if (found == m_index.cend() || marked[static_cast<std::size_t>(*found)])
                continue;
            marked[static_cast<std::size_t>(*found)] = true;
            open.push_back(static_cast<std::size_t>(*found));
        }
    };
    while (!open.empty()) {
        const Mail& mail = m_mails[open.back()];
        open.pop_back();
        mark(mail.references);
        mark(mail.inReplyTo);
    }
}

std::vector<int> ReplyGraph::nearestMarked(const std::vector<bool>& marked) const
{
    constexpr int unknown = -2;
    std::vector<int> nearest(m_mails.size(), unknown);
    std::vector<std::size_t> path;
    for (std::size_t start = 0; start < m_mails.size(); ++start) {
        path.clear();
        std::size_t at = start;
        int answer = unknown;
        while (answer == unknown) {
            if (nearest[at] != unknown) {
                answer = nearest[at];
                break;
            }
            path.push_back(at);
            if (m_parent[at] < 0) {
                answer = -1;
            } else {
                at = static_cast<std::size_t>(m_parent[at]);
                if (marked[at])
                    answer = static_cast<int>(at);
            }
        }
        for (const std::size_t mail : path)
            nearest[mail] = answer;
    }
    return nearest;
}

} // namespace lb::thread
