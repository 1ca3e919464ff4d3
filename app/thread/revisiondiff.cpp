// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revisiondiff.h"

#include "thread/revisionnotes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr std::size_t mostLines = 20'000; ///< of one patch
constexpr qsizetype mostNoteLines = 400;
constexpr int enoughAlike = 60; ///< per cent of changed lines
constexpr std::size_t mostUnmatched = 200; ///< patches that are matched by their lines
constexpr qsizetype shortestTelling = 4; ///< characters: "}" is in every patch

/// A patch taken apart.
struct Patch {
    int number = 0;
    QString title;
    QStringList message;
    QStringList diff;
    QString folded; ///< the diff as two of them are equal
    QStringList notes;
};

bool isTrailer(QStringView line)
{
    static const QRegularExpression trailer(
        uR"(^(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)*-by|Cc|Fixes|Link|Closes|Change-Id|Message-Id|From): )"_s);
    return trailer.match(line).hasMatch();
}

/// "@@ -10,7 +12,9 @@ int f(void)" without the places.
QString withoutPlace(const QString& line)
{
    if (!line.startsWith("@@ "_L1))
        return line;
    const qsizetype end = line.indexOf("@@"_L1, 3);
    return end < 0 ? line : u"@@"_s + line.sliced(end + 2);
}

Patch patchOf(const PostedPatch& posted, const mail::BodyText& body, int revision)
{
    Patch patch;
    patch.number = posted.number;
    patch.title = posted.title;
    for (const mail::BodyLine& line : body.lines) {
        const QString text = body.line(line).toString();
        if (line.kind == mail::LineKind::Own && patch.diff.isEmpty()
            && static_cast<std::size_t>(patch.message.size()) < mostLines) {
            patch.message += text;
        } else if (line.kind == mail::LineKind::Diff && !text.startsWith("index "_L1)
                   && static_cast<std::size_t>(patch.diff.size()) < mostLines) {
            patch.diff += withoutPlace(text);
            patch.folded += (text.startsWith("@@"_L1) ? u"@@"_s : text) + u'\n';
        }
    }
    while (!patch.message.isEmpty() && patch.message.constLast().trimmed().isEmpty())
        patch.message.removeLast();
    patch.notes = notesSince(body, revision - 1, revision);
    return patch;
}

std::vector<Patch> patchesOf(const RevisionText& text)
{
    std::vector<Patch> patches;
    const auto count = std::min(static_cast<std::size_t>(text.revision.patches.size()), text.bodies.size());
    for (std::size_t i = 0; i < count; ++i) {
        const PostedPatch& posted = text.revision.patches.at(static_cast<qsizetype>(i));
        if (posted.number > 0)
            patches.push_back(patchOf(posted, text.bodies[i], text.revision.revision));
    }
    return patches;
}

/// The titles of git's list of patches in a cover letter: "Jane Doe (2):", then two per line.
QHash<QString, QString> listedTitles(const RevisionText& text)
{
    static const QRegularExpression author(uR"(^\S.{0,100} \(\d{1,4}\):$)"_s);
    QHash<QString, QString> titles; // by folded title
    const mail::BodyText* cover = coverOf(text);
    if (cover == nullptr || text.revision.total == 1)
        return titles;
    QString title;
    bool listing = false;
    const auto take = [&titles, &title] {
        if (!title.isEmpty())
            titles.insert(foldedTitle(title), title);
        title.clear();
    };
    for (const mail::BodyLine& line : cover->lines) {
        const QStringView words = cover->line(line).left(500);
        if (author.match(words).hasMatch()) {
            take();
            listing = true;
        } else if (listing && words.startsWith("    "_L1)) {
            title += u' ' + words.trimmed().toString();
        } else if (listing && words.startsWith("  "_L1)) {
            take();
            title = words.trimmed().toString();
        } else if (listing) {
            take();
            listing = words.trimmed().isEmpty();
        }
        if (titles.size() > largestSeries)
            break;
    }
    take();
    return titles;
}

QStringList withoutTrailers(const QStringList& message)
{
    QStringList kept;
    for (const QString& line : message) {
        if (!isTrailer(line) && !line.trimmed().isEmpty())
            kept += line;
    }
    return kept;
}

/// Gives equal lines equal numbers.
class Numbering
{
public:
    std::vector<int> of(const QStringList& lines)
    {
        std::vector<int> numbers;
        numbers.reserve(static_cast<std::size_t>(lines.size()));
        for (const QString& line : lines) {
            const auto known = m_numbers.constFind(line);
            numbers.push_back(known != m_numbers.cend()
                                  ? *known
                                  : *m_numbers.insert(line, static_cast<int>(m_numbers.size())));
        }
        return numbers;
    }

private:
    QHash<QString, int> m_numbers;
};

std::vector<RangeLine> compared(const QStringList& before, const QStringList& after)
{
    Numbering numbering;
    const std::vector<int> a = numbering.of(before);
    const std::vector<int> b = numbering.of(after);
    std::vector<RangeLine> lines;
    for (const DiffRun& run : diffSequences(a, b)) {
        for (int i = 0; i < run.count; ++i) {
            lines.push_back(
                {run.kind,
                 run.kind == DiffKind::Added ? after.at(run.after + i) : before.at(run.before + i)});
        }
    }
    return lines;
}

QStringList wholeOf(const Patch& patch)
{
    return patch.diff.isEmpty() ? patch.message : patch.message + QStringList(QString()) + patch.diff;
}

/// The lines that a patch adds and removes, as a set.
QSet<QString> changedLines(const Patch& patch)
{
    QSet<QString> lines;
    for (const QString& line : patch.diff) {
        const bool changes = (line.startsWith(u'+') && !line.startsWith("+++"_L1))
            || (line.startsWith(u'-') && !line.startsWith("---"_L1));
        if (changes && line.trimmed().size() > shortestTelling)
            lines.insert(line);
    }
    return lines;
}

/// Finds which patches of two revisions are the same one.
class Matcher
{
public:
    Matcher(const std::vector<Patch>& earlier, const std::vector<Patch>& later)
        : m_earlier(earlier), m_later(later), m_match(later.size(), -1), m_taken(earlier.size(), false)
    {
    }

    /// For each later patch the index of the earlier one; -1 = none.
    std::vector<int> run()
    {
        match([](const Patch& patch) { return foldedTitle(patch.title); });
        match([](const Patch& patch) { return patch.folded; });
        matchAlike();
        return m_match;
    }

private:
    template <typename KeyOf>
    void match(KeyOf keyOf)
    {
        QHash<QString, int> known;
        for (std::size_t i = m_earlier.size(); i-- > 0;) {
            const QString key = m_taken[i] ? QString() : keyOf(m_earlier[i]);
            if (!key.isEmpty())
                known.insert(key, static_cast<int>(i));
        }
        for (std::size_t i = 0; i < m_later.size(); ++i) {
            if (m_match[i] >= 0)
                continue;
            const auto found = known.constFind(keyOf(m_later[i]));
            if (found != known.cend() && !m_taken[static_cast<std::size_t>(*found)])
                take(i, *found);
        }
    }

    void matchAlike()
    {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_later.size(); ++i) {
            if (m_match[i] < 0)
                open.push_back(i);
        }
        const auto free = std::count(m_taken.begin(), m_taken.end(), false);
        if (open.size() > mostUnmatched || static_cast<std::size_t>(free) > mostUnmatched)
            return;
        QHash<QString, QList<int>> holders;
        std::vector<qsizetype> sizes(m_earlier.size(), 0);
        for (std::size_t i = 0; i < m_earlier.size(); ++i) {
            if (m_taken[i])
                continue;
            const QSet<QString> lines = changedLines(m_earlier[i]);
            sizes[i] = lines.size();
            for (const QString& line : lines)
                holders[line] += static_cast<int>(i);
        }
        for (const std::size_t later : open) {
            const QSet<QString> lines = changedLines(m_later[later]);
            std::map<int, qsizetype> common;
            for (const QString& line : lines) {
                for (const int holder : holders.value(line))
                    ++common[holder];
            }
            int best = -1;
            qsizetype bestShare = enoughAlike - 1;
            for (const auto& [holder, count] : common) {
                const qsizetype of = std::max(lines.size(), sizes[static_cast<std::size_t>(holder)]);
                const qsizetype share = count * 100 / std::max<qsizetype>(of, 1);
                if (share > bestShare && !m_taken[static_cast<std::size_t>(holder)]) {
                    best = holder;
                    bestShare = share;
                }
            }
            if (best >= 0)
                take(later, best);
        }
    }

    void take(std::size_t later, int earlier)
    {
        m_match[later] = earlier;
        m_taken[static_cast<std::size_t>(earlier)] = true;
    }

    const std::vector<Patch>& m_earlier;
    const std::vector<Patch>& m_later;
    std::vector<int> m_match;
    std::vector<bool> m_taken;
};

PatchPair pairOf(const Patch& earlier, const Patch& later)
{
    PatchPair pair;
    pair.earlier = earlier.number;
    pair.later = later.number;
    pair.title = later.title;
    if (foldedTitle(earlier.title) != foldedTitle(later.title))
        pair.earlierTitle = earlier.title;
    pair.change = earlier.folded == later.folded ? PatchChange::Unchanged : PatchChange::Changed;
    pair.messageChanged = withoutTrailers(earlier.message) != withoutTrailers(later.message);
    pair.notes = later.notes;
    pair.lines = compared(wholeOf(earlier), wholeOf(later));
    return pair;
}

PatchPair loneOf(const Patch& patch, PatchChange change)
{
    PatchPair pair;
    pair.change = change;
    pair.title = patch.title;
    (change == PatchChange::Dropped ? pair.earlier : pair.later) = patch.number;
    const DiffKind kind = change == PatchChange::Dropped ? DiffKind::Removed : DiffKind::Added;
    for (const QString& line : wholeOf(patch))
        pair.lines.push_back({kind, line});
    if (change != PatchChange::Dropped)
        pair.notes = patch.notes;
    return pair;
}

/// What is not in the other revision as far as the library has it: it may have been in what is missing.
PatchChange lonelyChange(const Patch& patch, const RevisionText& other, const QHash<QString, QString>& listed,
                         PatchChange change)
{
    if (other.revision.missing().isEmpty())
        return change;
    if (listed.isEmpty())
        return PatchChange::Unknown;
    return listed.contains(foldedTitle(patch.title)) ? PatchChange::Unknown : change;
}

PatchPair unknownOf(const Patch& patch, bool isLater)
{
    PatchPair pair;
    pair.change = PatchChange::Unknown;
    pair.title = patch.title;
    (isLater ? pair.later : pair.earlier) = patch.number;
    return pair;
}

} // namespace

const mail::BodyText* coverOf(const RevisionText& text)
{
    for (std::size_t i = 0; i < text.bodies.size(); ++i) {
        const int number = text.revision.patches.at(static_cast<qsizetype>(i)).number;
        if (number == 0 || text.revision.total == 1)
            return &text.bodies[i];
    }
    return nullptr;
}

int RevisionComparison::count(PatchChange change) const
{
    return static_cast<int>(std::count_if(patches.begin(), patches.end(),
                                          [change](const PatchPair& pair) { return pair.change == change; }));
}

QStringList notesSince(const mail::BodyText& body, int since, int revision)
{
    QStringList lines;
    for (const ChangeNote& note : changeNotes(body)) {
        const int to = note.to > 0 ? note.to : note.from > 0 ? note.from + 1 : revision;
        // "Changes since v1" in a v4 tells of all that came after v1.
        const bool open = note.to == 0 && note.from > 0;
        if (!(to > since && to <= revision) && !(open && note.from >= since && note.from < revision))
            continue;
        for (int i = note.firstLine; i <= note.lastLine && lines.size() < mostNoteLines; ++i)
            lines += body.line(body.lines[static_cast<std::size_t>(i)]).toString();
    }
    return lines;
}

QStringList notesBetween(const std::vector<CoverNotes>& letters, int since)
{
    QStringList lines;
    QSet<int> told; // revisions whose changes a newer letter lists
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const CoverNotes& letter = letters[i];
        if (letter.cover == nullptr || (i > 0 && told.contains(letter.before)))
            continue;
        // The later revision's letter may tell it all.
        const QStringList own = notesSince(*letter.cover, i == 0 ? since : letter.before, letter.revision);
        if (!own.isEmpty() && !lines.isEmpty())
            lines += QString();
        lines += own;
        for (const int from : readRevisionNotes(*letter.cover).changedFrom)
            told.insert(from);
    }
    return lines;
}

RevisionComparison compareRevisions(const RevisionText& earlier, const RevisionText& later)
{
    const std::vector<Patch> before = patchesOf(earlier);
    const std::vector<Patch> after = patchesOf(later);
    const std::vector<int> matches = Matcher(before, after).run();
    const QHash<QString, QString> listedBefore = listedTitles(earlier);
    const QHash<QString, QString> listedAfter = listedTitles(later);
    RevisionComparison result;
    if (const mail::BodyText* cover = coverOf(later))
        result.notes = notesSince(*cover, earlier.revision.revision, later.revision.revision);

    std::vector<bool> matched(before.size(), false);
    for (const int match : matches) {
        if (match >= 0)
            matched[static_cast<std::size_t>(match)] = true;
    }
    const auto addDropped = [&](std::size_t& from, std::size_t to) {
        for (; from < to; ++from) {
            if (matched[from])
                continue;
            const Patch& patch = before[from];
            const PatchChange change = lonelyChange(patch, later, listedAfter, PatchChange::Dropped);
            result.patches.push_back(change == PatchChange::Unknown ? unknownOf(patch, false)
                                                                    : loneOf(patch, change));
        }
    };
    std::size_t next = 0; // of the earlier patches not yet told about
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (matches[i] >= 0) {
            const auto match = static_cast<std::size_t>(matches[i]);
            addDropped(next, match);
            next = std::max(next, match + 1);
            result.patches.push_back(pairOf(before[match], after[i]));
            continue;
        }
        const PatchChange change = lonelyChange(after[i], earlier, listedBefore, PatchChange::Added);
        result.patches.push_back(change == PatchChange::Unknown ? unknownOf(after[i], true)
                                                                : loneOf(after[i], change));
    }
    addDropped(next, before.size());
    return result;
}

} // namespace lb::thread
