// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/origins.h"

#include "thread/wordstream.h"

#include <algorithm>
#include <optional>
#include <tuple>

using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

constexpr int tellingLength
    = 20; ///< a shorter line is looked for in the parent and beside its neighbours only
constexpr std::ptrdiff_t mostTried = 64; ///< of places with equal words
constexpr int nearestAncestors = 8; ///< in these, re-wrapped quotes are looked for

/// Which mails are ancestors of which, by the times at which a walk through the thread enters and leaves.
class Ancestry
{
public:
    Ancestry(const Listing& listing, const std::vector<int>& order)
        : m_enter(order.size(), 0), m_leave(order.size(), 0)
    {
        std::vector<std::vector<int>> children(order.size());
        std::vector<int> open;
        for (const int mail : order) {
            const int parent = listing.mails[static_cast<std::size_t>(mail)].parent;
            if (parent >= 0)
                children[static_cast<std::size_t>(parent)].push_back(mail);
            else
                open.push_back(mail);
        }
        int time = 0;
        while (!open.empty()) {
            const int mail = open.back();
            if (mail < 0) { // all below it is done
                m_leave[static_cast<std::size_t>(-mail - 1)] = time;
                open.pop_back();
                continue;
            }
            open.back() = -mail - 1;
            m_enter[static_cast<std::size_t>(mail)] = ++time;
            const auto& below = children[static_cast<std::size_t>(mail)];
            open.insert(open.end(), below.begin(), below.end());
        }
    }

    [[nodiscard]] bool isAncestor(int above, int mail) const
    {
        const auto a = static_cast<std::size_t>(above);
        const auto b = static_cast<std::size_t>(mail);
        return m_enter[a] < m_enter[b] && m_leave[b] <= m_leave[a];
    }

private:
    std::vector<int> m_enter;
    std::vector<int> m_leave;
};

/// All telling own lines of the thread by their words.
class ThreadLines
{
public:
    struct Entry {
        quint64 hash = 0;
        int rank = 0; ///< place of the mail in `order`
        int mail = 0;
    };

    ThreadLines(const std::vector<LineTable>& tables, const std::vector<int>& order)
    {
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const LineTable& table = tables[static_cast<std::size_t>(order[rank])];
            for (int i = 0; i < table.count(); ++i) {
                if (isOwnKind(table.line(i).kind) && table.length(i) >= tellingLength)
                    m_entries.push_back({table.hash(i), static_cast<int>(rank), order[rank]});
            }
        }
        std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.hash, a.rank) < std::tie(b.hash, b.rank);
        });
        // A mail that says a thing often says it once here.
        m_entries.erase(
            std::unique(m_entries.begin(), m_entries.end(),
                        [](const Entry& a, const Entry& b) { return a.hash == b.hash && a.rank == b.rank; }),
            m_entries.end());
    }

    /// The nearest ancestor of the mail that may have such a line, else the youngest earlier mail; -1 = none.
    [[nodiscard]] int mailWith(quint64 hash, int mail, int rank, const Ancestry& ancestry) const
    {
        const auto before = [](const Entry& entry, std::pair<quint64, int> key) {
            return std::pair(entry.hash, entry.rank) < key;
        };
        const auto end = std::lower_bound(m_entries.begin(), m_entries.end(), std::pair(hash, rank), before);
        int youngest = -1;
        std::ptrdiff_t tried = 0;
        for (auto at = end; at != m_entries.begin() && tried < mostTried; ++tried) {
            --at;
            if (at->hash != hash)
                break;
            if (ancestry.isAncestor(at->mail, mail))
                return at->mail;
            if (youngest < 0)
                youngest = at->mail;
        }
        return youngest;
    }

private:
    std::vector<Entry> m_entries;
};

class OriginFinder
{
public:
    OriginFinder(const Material& material, const std::vector<LineTable>& tables,
                 const std::vector<int>& order)
        : m_listing(material.listing)
        , m_tables(tables)
        , m_order(order)
        , m_ancestry(material.listing, order)
        , m_lines(tables, order)
        , m_origins(tables.size())
        , m_inParent(tables.size())
        , m_streams(tables.size())
    {
    }

    QuotedLines run()
    {
        for (std::size_t rank = 0; rank < m_order.size(); ++rank)
            place(m_order[rank], static_cast<int>(rank));
        return {std::move(m_origins), std::move(m_inParent)};
    }

private:
    [[nodiscard]] const LineTable& table(int mail) const { return m_tables[static_cast<std::size_t>(mail)]; }
    [[nodiscard]] int parent(int mail) const
    {
        return m_listing.mails[static_cast<std::size_t>(mail)].parent;
    }
    [[nodiscard]] Origin& origin(int line) { return (*m_now)[static_cast<std::size_t>(line)]; }

    void place(int mail, int rank)
    {
        m_mail = mail;
        m_now = &m_origins[static_cast<std::size_t>(mail)];
        const LineTable& own = table(mail);
        m_now->resize(static_cast<std::size_t>(own.count()));
        m_inParent[static_cast<std::size_t>(mail)].resize(m_now->size(), false);
        m_quoted.clear();
        for (int i = 0; i < own.count(); ++i) {
            if (own.line(i).kind != LineKind::Quote)
                origin(i) = {mail, i};
            else if (!own.isBlank(i))
                m_quoted.push_back(i);
        }
        if (m_quoted.empty())
            return;
        if (parent(mail) >= 0)
            matchParent(parent(mail));
        matchThread(rank);
        matchNeighbours();
        matchWrapped();
    }

    /// What stands in the parent as it stands here, one quote mark less. What it quotes itself brings its
    /// origin along.
    void matchParent(int parent)
    {
        const LineTable& above = table(parent);
        m_places.assign(m_quoted.size(), -1);
        for (std::size_t i = 0; i < m_quoted.size(); ++i) {
            const std::span<const int> found = candidates(above, m_quoted[i]);
            if (found.size() == 1 && isSame(above, found.front(), m_quoted[i]))
                m_places[i] = found.front();
        }
        for (std::size_t i = m_quoted.size() - 1; i-- > 0;) {
            const int below = m_places[i + 1];
            if (m_places[i] < 0 && below >= 0)
                m_places[i] = sameOrNone(above, above.previous(below), m_quoted[i]);
        }
        int last = -1; // the place of the line before
        for (std::size_t i = 0; i < m_quoted.size(); ++i) {
            if (m_places[i] < 0)
                m_places[i] = placeBelow(above, last, m_quoted[i]);
            if (m_places[i] >= 0) {
                last = m_places[i];
                m_inParent[static_cast<std::size_t>(m_mail)][static_cast<std::size_t>(m_quoted[i])] = true;
                origin(m_quoted[i])
                    = m_origins[static_cast<std::size_t>(parent)][static_cast<std::size_t>(last)];
            }
        }
    }

    [[nodiscard]] std::span<const int> candidates(const LineTable& above, int line) const
    {
        const LineTable& own = table(m_mail);
        return above.find(own.hash(line), own.line(line).depth - 1);
    }

    [[nodiscard]] bool isSame(const LineTable& other, int place, int line) const
    {
        const LineTable& own = table(m_mail);
        return other.hash(place) == own.hash(line) && sameWords(other.text(place), own.text(line));
    }

    /// The place if the same words stand there at the depth that a quote of it has.
    [[nodiscard]] int sameOrNone(const LineTable& above, int place, int line) const
    {
        const bool fits = place >= 0 && above.line(place).depth == table(m_mail).line(line).depth - 1
            && isSame(above, place, line);
        return fits ? place : -1;
    }

    /// Of several places the next one below the line quoted before, else the last one above it.
    [[nodiscard]] int placeBelow(const LineTable& above, int last, int line) const
    {
        if (last >= 0) {
            const int next = sameOrNone(above, above.next(last), line);
            if (next >= 0)
                return next;
        }
        const std::span<const int> found = candidates(above, line);
        if (found.empty())
            return -1;
        const auto below = std::upper_bound(found.begin(), found.end(), last);
        const int place = below == found.end() ? found.back() : *below;
        return isSame(above, place, line) ? place : -1;
    }

    /// Lines that the parent does not have: quoted from further up, or from beside.
    void matchThread(int rank)
    {
        const LineTable& own = table(m_mail);
        Origin last;
        for (const int line : m_quoted) {
            if (!origin(line).isKnown() && own.length(line) >= tellingLength) {
                const int source = m_lines.mailWith(own.hash(line), m_mail, rank, m_ancestry);
                if (source >= 0)
                    origin(line) = ownLineIn(source, last, line);
            }
            if (origin(line).isKnown())
                last = origin(line);
        }
    }

    /// The line of the source with the same words: the first one below the line quoted before.
    [[nodiscard]] Origin ownLineIn(int source, const Origin& last, int line) const
    {
        const LineTable& other = table(source);
        const std::span<const int> found = other.find(table(m_mail).hash(line), 0);
        const auto below = std::upper_bound(found.begin(), found.end(), last.mail == source ? last.line : -1);
        auto at = below == found.end() ? found.begin() : below;
        for (std::ptrdiff_t tried = 0; at != found.end() && tried < mostTried; ++at, ++tried) {
            if (isOwnKind(other.line(*at).kind) && isSame(other, *at, line))
                return {source, *at};
        }
        return {};
    }

    /// Short lines, which stand in many places, are taken from beside a line that was found.
    void matchNeighbours()
    {
        for (std::size_t i = 1; i < m_quoted.size(); ++i)
            matchBeside(m_quoted[i], origin(m_quoted[i - 1]), true);
        for (std::size_t i = m_quoted.size() - 1; i-- > 0;)
            matchBeside(m_quoted[i], origin(m_quoted[i + 1]), false);
    }

    void matchBeside(int line, const Origin& neighbour, bool below)
    {
        if (origin(line).isKnown() || !neighbour.isKnown())
            return;
        const LineTable& other = table(neighbour.mail);
        const int place = below ? other.next(neighbour.line) : other.previous(neighbour.line);
        if (place >= 0 && isOwnKind(other.line(place).kind) && isSame(other, place, line))
            origin(line) = {neighbour.mail, place};
    }

    /// Quotes that a mail program wrapped anew, and what it thereby broke out of them: the end of a line,
    /// without quote marks.
    void matchWrapped()
    {
        const LineTable& own = table(m_mail);
        std::optional<WordStream::Place> last;
        int source = -1;
        for (const int line : m_quoted) {
            if (origin(line).isKnown()) {
                last.reset();
                continue;
            }
            const QStringView text = own.text(line);
            std::optional<WordStream::Place> found;
            if (last)
                found = stream(source).match(text, last->endWord);
            if (!found)
                found = findWrapped(text, source);
            last = found;
            if (!found)
                continue;
            origin(line) = {source, found->line};
            if (const auto rest = takeBrokenOut(line, source, *found))
                last = rest;
        }
    }

    std::optional<WordStream::Place> findWrapped(QStringView text, int& source)
    {
        int mail = parent(m_mail);
        for (int steps = 0; mail >= 0 && steps < nearestAncestors; ++steps, mail = parent(mail)) {
            if (const auto found = stream(mail).find(text)) {
                source = mail;
                return found;
            }
        }
        return std::nullopt;
    }

    /// The line below a wrapped quote, if it is just what the quoted line lacks.
    std::optional<WordStream::Place> takeBrokenOut(int line, int source, const WordStream::Place& quoted)
    {
        const LineTable& own = table(m_mail);
        const int next = line + 1;
        if (stream(source).endsLine(quoted) || next >= own.count() || own.line(next).kind != LineKind::Own
            || own.isBlank(next))
            return std::nullopt;
        const auto rest = stream(source).match(own.text(next), quoted.endWord);
        if (!rest || !stream(source).endsLine(*rest))
            return std::nullopt;
        origin(next) = {source, rest->line};
        return rest;
    }

    const WordStream& stream(int mail)
    {
        std::optional<WordStream>& made = m_streams[static_cast<std::size_t>(mail)];
        if (!made)
            made.emplace(table(mail));
        return *made;
    }

    const Listing& m_listing;
    const std::vector<LineTable>& m_tables;
    const std::vector<int>& m_order;
    Ancestry m_ancestry;
    ThreadLines m_lines;
    std::vector<std::vector<Origin>> m_origins;
    std::vector<std::vector<bool>> m_inParent;
    std::vector<std::optional<WordStream>> m_streams;

    // of the mail in hand
    int m_mail = 0;
    std::vector<Origin>* m_now = nullptr;
    std::vector<int> m_quoted; ///< its quoted lines that are not blank
    std::vector<int> m_places; ///< where each stands in the parent; -1 = not there
};

} // namespace

std::vector<int> parentsFirst(const Listing& listing)
{
    std::vector<int> order;
    order.reserve(listing.mails.size());
    std::vector<bool> seen(listing.mails.size(), false);
    std::vector<int> path;
    for (int i = 0; i < listing.count(); ++i) {
        // A clock that runs ahead puts a mail after its answers.
        for (int at = i; at >= 0 && !seen[static_cast<std::size_t>(at)];
             at = listing.mails[static_cast<std::size_t>(at)].parent) {
            seen[static_cast<std::size_t>(at)] = true;
            path.push_back(at);
        }
        order.insert(order.end(), path.rbegin(), path.rend());
        path.clear();
    }
    return order;
}

QuotedLines findOrigins(const Material& material, const std::vector<LineTable>& tables,
                        const std::vector<int>& order)
{
    return OriginFinder(material, tables, order).run();
}

} // namespace lb::thread
