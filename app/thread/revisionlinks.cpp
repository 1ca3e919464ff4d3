// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revisionlinks.h"

#include "thread/disjointsets.h"
#include "thread/people.h"

#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr qint64 day = 24 * 60 * 60;
constexpr qint64 longestPause = 400 * day; ///< between two revisions with the same title
constexpr qint64 nextRevisionWithin = 120 * day;
constexpr qint64 sameDay = 36 * 60 * 60;
constexpr int enoughOverlap = 60; ///< per cent
constexpr std::size_t mostWithOneTitle = 64; ///< postings compared for one title of one author
constexpr std::size_t largestHistory = 100; ///< revisions; more of them are no series
constexpr qsizetype shortestWord = 4;
constexpr int sharedWords = 2;

/// Takes what evidence there is, strongest first, and unites revisions to series.
class Linker
{
public:
    Linker(std::vector<Revision> revisions, const RevisionClues& clues)
        : m_clues(clues), m_sets(revisions.size())
    {
        m_map.revisions = std::move(revisions);
        m_map.decisions = clues.decisions;
        const auto count = m_map.revisions.size();
        m_alone.resize(count, false);
        m_decided.resize(count, false);
        m_members.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            m_members[i] = {static_cast<int>(i)};
        for (int i = 0; i < size(); ++i)
            m_map.inThread[at(i).thread] += i;
        nameSenders();
        m_person = persons();
        for (int i = 0; i < size(); ++i) {
            for (const PostedPatch& patch : at(i).patches) {
                if (!patch.id.isEmpty())
                    m_byMail.insert(patch.id, i);
            }
            m_byMail.insert(at(i).id, i);
        }
    }

    RevisionMap link()
    {
        linkManually();
        linkByChangeId();
        linkByCoverLetter();
        linkByTitle();
        linkByPatches();
        linkAnswered();
        return finished();
    }

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_map.revisions.size()); }
    [[nodiscard]] const Revision& at(int i) const { return m_map.revisions[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int person(int i) const { return m_person[static_cast<std::size_t>(i)]; }
    /// True if the user decided that nothing, or nothing else, links the two.
    [[nodiscard]] bool forbidden(int earlier, int later) const
    {
        return m_alone[static_cast<std::size_t>(earlier)] || m_alone[static_cast<std::size_t>(later)]
            || m_decided[static_cast<std::size_t>(later)];
    }

    void nameSenders()
    {
        for (Revision& revision : m_map.revisions) {
            if (revision.answersOnly)
                revision.sender = m_clues.senders.value(revision.thread);
        }
    }

    /// The author of each revision as a number; -1 = not known.
    [[nodiscard]] std::vector<int> persons() const
    {
        std::vector<mail::Address> authors;
        for (const Revision& revision : m_map.revisions)
            authors.push_back(revision.author);
        std::vector<int> numbers = people(authors);
        QHash<QString, int> senders;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Revision& revision = m_map.revisions[i];
            if (revision.answersOnly)
                continue;
            senders.insert(revision.sender, numbers[i]);
            senders.insert(revision.author.address.toCaseFolded(), numbers[i]);
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Revision& revision = m_map.revisions[i];
            if (revision.answersOnly)
                numbers[i] = revision.sender.isEmpty() ? -1 : senders.value(revision.sender, -1);
            else if (revision.author.address.isEmpty() && revision.author.name.isEmpty())
                numbers[i] = -1;
        }
        return numbers;
    }

    [[nodiscard]] bool sameAuthor(int a, int b) const { return person(a) >= 0 && person(a) == person(b); }

    /// True if a may be an earlier revision of b by what their subjects say.
    [[nodiscard]] bool mayPrecede(int a, int b) const
    {
        const Revision& earlier = at(a);
        const Revision& later = at(b);
        const bool dated = !earlier.answersOnly && !later.answersOnly; // answers come whenever they come
        if (a == b || (dated && earlier.utc > later.utc))
            return false;
        if (earlier.isRfc && !later.isRfc)
            return true;
        if (earlier.revision == later.revision)
            return later.isResend && !later.answersOnly;
        return earlier.revision < later.revision;
    }

    /// Of a series each revision is posted once; two first versions are two series.
    [[nodiscard]] bool clash(int a, int b)
    {
        std::map<std::pair<bool, int>, qint64> seen;
        for (const int member : members(a)) {
            if (!at(member).answersOnly && !at(member).isResend)
                seen.emplace(std::pair(at(member).isRfc, at(member).revision), at(member).utc);
        }
        const std::vector<int>& others = members(b);
        return std::any_of(others.begin(), others.end(), [&](int member) {
            const auto found = seen.find({at(member).isRfc, at(member).revision});
            return found != seen.end() && !at(member).answersOnly && !at(member).isResend
                && std::abs(found->second - at(member).utc) > sameDay;
        });
    }

    const std::vector<int>& members(int i) { return m_members[m_sets.find(static_cast<std::uint32_t>(i))]; }

    void unite(int earlier, int later, Evidence evidence)
    {
        if (evidence != Evidence::Manual && forbidden(earlier, later))
            return;
        const auto a = m_sets.find(static_cast<std::uint32_t>(earlier));
        const auto b = m_sets.find(static_cast<std::uint32_t>(later));
        if (a != b) {
            if (m_members[a].size() + m_members[b].size() > largestHistory)
                return;
            // What the author wrote is believed; what only looks alike must fit.
            if (evidence >= Evidence::Title && clash(earlier, later))
                return;
            m_sets.unite(a, b);
            const std::size_t into = std::min(a, b);
            std::vector<int>& moved = m_members[std::max(a, b)];
            m_members[into].insert(m_members[into].end(), moved.begin(), moved.end());
            moved.clear();
        }
        if (m_linked.insert({earlier, later}).second)
            m_map.links.push_back({earlier, later, evidence});
    }

    [[nodiscard]] int revisionOf(const MessageId& mail) const { return m_byMail.value(mail, -1); }

    void linkManually()
    {
        for (const RevisionDecision& decision : m_clues.decisions) {
            const int posting = revisionOf(decision.posting);
            if (posting >= 0)
                (decision.earlier.isEmpty() ? m_alone : m_decided)[static_cast<std::size_t>(posting)] = true;
        }
        for (const RevisionDecision& decision : m_clues.decisions) {
            const int posting = revisionOf(decision.posting);
            const int earlier = decision.earlier.isEmpty() ? -1 : revisionOf(decision.earlier);
            if (posting >= 0 && earlier >= 0 && posting != earlier)
                unite(earlier, posting, Evidence::Manual);
        }
    }

    void linkByChangeId()
    {
        QHash<QString, int> newest;
        for (int i = 0; i < size(); ++i) {
            const QString id = m_clues.notes.value(at(i).id).changeId;
            if (id.isEmpty())
                continue;
            const int before = newest.value(id, -1);
            if (before >= 0 && mayPrecede(before, i))
                unite(before, i, Evidence::ChangeId);
            newest.insert(id, i);
        }
    }

    void linkByCoverLetter()
    {
        for (int later = 0; later < size(); ++later) {
            const auto notes = m_clues.notes.constFind(at(later).id);
            if (notes == m_clues.notes.cend())
                continue;
            for (const CoverLink& link : notes->links) {
                const int earlier = revisionOf(link.id);
                if (earlier < 0 || !mayPrecede(earlier, later))
                    continue;
                const bool named = link.revisions.contains(at(earlier).revision)
                    || (link.previous && sameAuthor(earlier, later));
                // Whoever takes a series over keeps its title; another title may be another series.
                if (named && (sameAuthor(earlier, later) || sameTitle(earlier, later))
                    && fits(earlier, later, link))
                    unite(earlier, later, Evidence::CoverLink);
            }
        }
    }

    /// A number beside the link is believed; a "previous version" must be for the same tree.
    [[nodiscard]] bool fits(int earlier, int later, const CoverLink& link) const
    {
        return !link.revisions.isEmpty() || at(earlier).trees == at(later).trees;
    }

    [[nodiscard]] bool sameTitle(int a, int b) const
    {
        const QString title = foldedTitle(at(a).title);
        return !title.isEmpty() && title == foldedTitle(at(b).title);
    }

    void linkByTitle()
    {
        QHash<QString, std::vector<int>> groups; // ascending in time
        std::vector<QString> order;
        for (int i = 0; i < size(); ++i) {
            const QString title = foldedTitle(at(i).title);
            if (title.isEmpty() || person(i) < 0)
                continue;
            const QString key = QString::number(person(i)) % u'\n' % at(i).trees.join(u' ') % u'\n' % title;
            std::vector<int>& group = groups[key];
            if (group.empty())
                order.push_back(key);
            group.push_back(i);
        }
        for (const QString& key : order) {
            const std::vector<int>& group = groups[key];
            for (std::size_t later = 1; later < group.size(); ++later) {
                // The last one before it that may be an earlier revision.
                const std::size_t lowest = later > mostWithOneTitle ? later - mostWithOneTitle : 0;
                for (std::size_t earlier = later; earlier-- > lowest;) {
                    if (mayPrecede(group[earlier], group[later]) && !forbidden(group[earlier], group[later])
                        && at(group[later]).utc - at(group[earlier]).utc <= longestPause) {
                        unite(group[earlier], group[later], Evidence::Title);
                        break;
                    }
                }
            }
        }
    }

    /// Titles of the patches themselves; a lone patch's own.
    [[nodiscard]] QSet<QString> patchTitles(int i) const
    {
        QSet<QString> titles;
        for (const PostedPatch& patch : at(i).patches) {
            const QString title = patch.number > 0 ? foldedTitle(patch.title) : QString();
            if (!title.isEmpty())
                titles.insert(title);
        }
        return titles;
    }

    void linkByPatches()
    {
        m_titles.assign(m_map.revisions.size(), 0);
        QHash<QString, std::vector<int>> postedBefore; // by author and title, ascending in time
        for (int later = 0; later < size(); ++later) {
            if (person(later) < 0)
                continue;
            const QSet<QString> titles = patchTitles(later);
            m_titles[static_cast<std::size_t>(later)] = titles.size();
            std::map<int, int> common;
            for (const QString& title : titles) {
                std::vector<int>& before = postedBefore[QString::number(person(later)) % u'\n' % title];
                const std::size_t from
                    = before.size() > mostWithOneTitle ? before.size() - mostWithOneTitle : 0;
                for (std::size_t i = from; i < before.size(); ++i)
                    ++common[before[i]];
                before.push_back(later);
            }
            linkMostAlike(later, titles.size(), common);
        }
    }

    void linkMostAlike(int later, qsizetype titles, const std::map<int, int>& common)
    {
        int best = -1;
        std::tuple<int, qint64> bestRank;
        for (const auto& [earlier, count] : common) {
            const bool late
                = at(later).answersOnly && mayPrecede(later, earlier); // answers to what was replaced
            if (!(late || mayPrecedeOrIs(earlier, later)) || forbidden(earlier, later)
                || at(earlier).trees != at(later).trees || at(later).utc - at(earlier).utc > longestPause)
                continue;
            const qsizetype theirs = m_titles[static_cast<std::size_t>(earlier)];
            const bool answered = at(earlier).answersOnly || at(later).answersOnly;
            // Of a posting known by its answers only some titles are known: all of these must be there.
            const qsizetype of = answered ? std::min(titles, theirs) : std::max(titles, theirs);
            const int percent = static_cast<int>(count * 100 / std::max<qsizetype>(of, 1));
            if (percent < (answered ? 100 : enoughOverlap))
                continue;
            const std::tuple rank(percent, at(earlier).utc);
            if (best < 0 || rank > bestRank) {
                best = earlier;
                bestRank = rank;
            }
        }
        if (best < 0)
            return;
        if (mayPrecedeOrIs(best, later))
            unite(best, later, Evidence::PatchTitles);
        else
            unite(later, best, Evidence::PatchTitles);
    }

    /// Answers that lost their thread belong to the posting itself.
    [[nodiscard]] bool mayPrecedeOrIs(int a, int b) const
    {
        return mayPrecede(a, b)
            || (at(b).answersOnly && at(a).revision == at(b).revision && at(a).total == at(b).total);
    }

    /// The words of a title behind its "subsystem: part:".
    [[nodiscard]] static QSet<QString> words(const QString& title)
    {
        QSet<QString> found;
        const QString subject = title.sliced(title.lastIndexOf(": "_L1) + 1).toCaseFolded();
        QString word;
        const auto take = [&found, &word] {
            if (word.size() >= shortestWord)
                found.insert(word);
            word.clear();
        };
        for (const QChar c : subject) {
            if (c.isLetterOrNumber())
                word += c;
            else
                take();
        }
        take();
        return found;
    }

    [[nodiscard]] QSet<QString> titleWords(int i) const
    {
        QSet<QString> found = words(at(i).title);
        for (const PostedPatch& patch : at(i).patches)
            found.unite(words(patch.title));
        return found;
    }

    void linkAnswered()
    {
        QHash<int, std::vector<int>> ofPerson;
        for (int i = 0; i < size(); ++i) {
            if (person(i) >= 0 && !at(i).answersOnly)
                ofPerson[person(i)].push_back(i);
        }
        for (int i = 0; i < size(); ++i) {
            if (at(i).answersOnly && person(i) >= 0 && members(i).size() == 1)
                linkNext(i, ofPerson.value(person(i)));
        }
    }

    void linkNext(int answered, const std::vector<int>& candidates)
    {
        const QSet<QString> known = titleWords(answered);
        int next = -1;
        for (const int candidate : candidates) {
            const qint64 pause = at(candidate).utc - at(answered).utc;
            if (at(candidate).revision != at(answered).revision + 1 || std::abs(pause) > nextRevisionWithin
                || at(candidate).trees != at(answered).trees)
                continue;
            if (!m_clues.notes.value(at(candidate).id).changedFrom.contains(at(answered).revision))
                continue;
            if (next >= 0)
                return; // which of them it is cannot be told
            next = candidate;
        }
        if (next >= 0 && titleWords(next).intersect(known).size() >= sharedWords)
            unite(answered, next, Evidence::NextRevision);
    }

    RevisionMap finished()
    {
        m_map.seriesOf.assign(m_map.revisions.size(), -1);
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            std::vector<int>& found = m_members[i];
            if (found.size() < 2)
                continue;
            // Answers to v6 come in while v7 is out: their revision counts, not their date.
            std::sort(found.begin(), found.end(), [this](int a, int b) { return isNewer(a, b); });
            for (const int member : found)
                m_map.seriesOf[static_cast<std::size_t>(member)] = static_cast<int>(m_map.series.size());
            m_map.series.push_back(found);
        }
        std::sort(m_map.links.begin(), m_map.links.end(), [](const RevisionLink& a, const RevisionLink& b) {
            return std::tie(a.later, a.evidence, a.earlier) < std::tie(b.later, b.evidence, b.earlier);
        });
        return std::move(m_map);
    }

    [[nodiscard]] bool isNewer(int a, int b) const
    {
        const auto rank = [this](int i) {
            const Revision& revision = at(i);
            return std::tuple(!revision.isRfc, revision.revision, revision.utc, i);
        };
        return rank(a) > rank(b);
    }

    const RevisionClues& m_clues;
    RevisionMap m_map;
    DisjointSets m_sets;
    std::vector<std::vector<int>> m_members; ///< by the set's representative
    std::vector<bool> m_alone; ///< linked to nothing, the user decided
    std::vector<bool> m_decided; ///< what it is a revision of, the user decided
    std::vector<int> m_person;
    std::vector<qsizetype> m_titles; ///< how many the patches of a revision have
    QHash<MessageId, int> m_byMail;
    std::set<std::pair<int, int>> m_linked;
};

} // namespace

RevisionMap linkRevisions(std::vector<Revision> revisions, const RevisionClues& clues)
{
    return Linker(std::move(revisions), clues).link();
}

} // namespace lb::thread
