// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimdiff.h"

#include "thread/linediff.h"

#include <QHash>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr std::size_t mostMatched = 600; ///< claims of a side
constexpr std::size_t mostWords = 400; ///< of a claim that are compared
constexpr double leastLikeness = 0.8; ///< of two claims that are one: see likeness()

/// Numbers for words and mails, the same on both sides.
struct Numbers {
    QHash<QString, int> words;
    QHash<MessageId, int> mails;

    template <typename Key>
    static int of(QHash<Key, int>& known, const Key& key)
    {
        const auto found = known.constFind(key);
        if (found != known.constEnd())
            return *found;
        const int number = static_cast<int>(known.size());
        known.insert(key, number);
        return number;
    }
};

/// A claim as it is compared.
struct Claim {
    ClaimSide side;
    std::vector<TextRun> places; ///< of its words
    std::vector<int> words; ///< in order
    std::vector<int> wordSet; ///< sorted, each once
    std::vector<int> mails; ///< sorted, each once
    int partner = -1;
    bool isSame = false;
};

/// "a\_b" as "a_b", "**bold**" as "bold".
QString plainOf(const QString& markdown)
{
    QString plain;
    plain.reserve(markdown.size());
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        const QChar c = markdown.at(i);
        const QChar next = i + 1 < markdown.size() ? markdown.at(i + 1) : QChar();
        if (c == u'\\' && next.unicode() < 0x80 && (next.isPunct() || next.isSymbol())) {
            plain += next;
            ++i;
        } else if (c == u'*' && next == u'*') {
            ++i;
        } else {
            plain += c;
        }
    }
    return plain;
}

/// Words by white space; Chinese by characters, which are nobody's but a word's.
std::vector<TextRun> placesOf(const QString& text)
{
    std::vector<TextRun> places;
    for (qsizetype i = 0; i < text.size() && places.size() < mostWords; ++i) {
        const QChar c = text.at(i);
        if (c.isSpace())
            continue;
        const auto standsAlone = [](QChar one) {
            return one.script() == QChar::Script_Han || (one.isPunct() && one.unicode() > 0x7f);
        };
        qsizetype end = i + 1;
        while (!standsAlone(c) && end < text.size() && !text.at(end).isSpace() && !standsAlone(text.at(end)))
            ++end;
        places.push_back({i, end - i});
        i = end - 1;
    }
    return places;
}

void sortOnce(std::vector<int>& numbers)
{
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::vector<Claim> claimsOf(const store::SummaryRecord& summary, Numbers& numbers)
{
    std::vector<Claim> claims;
    claims.reserve(static_cast<std::size_t>(summary.claims.size()));
    for (const store::Claim& one : summary.claims) {
        Claim claim;
        claim.side = {plainOf(one.text), one.kind, one.citations, one.verified, one.reason, {}};
        claim.places = placesOf(claim.side.text);
        for (const TextRun& place : claim.places)
            claim.words.push_back(
                Numbers::of(numbers.words, claim.side.text.mid(place.start, place.length).toCaseFolded()));
        claim.wordSet = claim.words;
        sortOnce(claim.wordSet);
        for (const int citation : one.citations) {
            if (citation >= 1 && citation <= summary.cited.size())
                claim.mails.push_back(Numbers::of(numbers.mails, summary.cited.at(citation - 1)));
        }
        sortOnce(claim.mails);
        claims.push_back(std::move(claim));
    }
    return claims;
}

/// How much of two sets is in both: 0 to 1; two empty ones have half in common.
double shared(const std::vector<int>& a, const std::vector<int>& b)
{
    if (a.empty() && b.empty())
        return 0.5;
    std::size_t both = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            ++both;
            ++left;
            ++right;
        } else if (*left < *right) {
            ++left;
        } else {
            ++right;
        }
    }
    return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

/// Up to 2.2. Words alone make two claims one when nearly half of them are the same; the same mails and kind
/// make a fifth enough, for models put the same thing in other words.
double likeness(const Claim& a, const Claim& b)
{
    const double words = shared(a.wordSet, b.wordSet);
    if (words == 0)
        return 0;
    const bool sameKind = a.side.kind == b.side.kind || a.side.kind.isEmpty() || b.side.kind.isEmpty();
    return 1.4 * words + 0.6 * shared(a.mails, b.mails) + (sameKind ? 0.2 : 0);
}

void pairUp(Claim& a, int indexA, Claim& b, int indexB, bool same)
{
    a.partner = indexB;
    b.partner = indexA;
    a.isSame = b.isSame = same;
}

/// The very same words over the same mails.
void matchEqual(std::span<Claim> old, std::span<Claim> fresh)
{
    QHash<QString, QList<int>> places;
    for (std::size_t i = old.size(); i-- > 0;)
        places[old[i].side.text.simplified()].append(static_cast<int>(i));
    for (std::size_t j = 0; j < fresh.size(); ++j) {
        const auto found = places.find(fresh[j].side.text.simplified());
        if (found == places.end())
            continue;
        for (qsizetype k = found->size(); k-- > 0;) {
            Claim& candidate = old[static_cast<std::size_t>(found->at(k))];
            if (candidate.mails != fresh[j].mails)
                continue;
            pairUp(candidate, found->at(k), fresh[j], static_cast<int>(j), true);
            found->removeAt(k);
            break;
        }
    }
}

/// The most alike first.
void matchAlike(std::span<Claim> old, std::span<Claim> fresh)
{
    struct Pair {
        double likeness = 0;
        int old = 0;
        int fresh = 0;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < old.size(); ++i) {
        for (std::size_t j = 0; old[i].partner < 0 && j < fresh.size(); ++j) {
            const double alike = fresh[j].partner < 0 ? likeness(old[i], fresh[j]) : 0;
            if (alike >= leastLikeness)
                pairs.push_back({alike, static_cast<int>(i), static_cast<int>(j)});
        }
    }
    std::ranges::stable_sort(pairs, [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
    for (const Pair& pair : pairs) {
        Claim& a = old[static_cast<std::size_t>(pair.old)];
        Claim& b = fresh[static_cast<std::size_t>(pair.fresh)];
        if (a.partner < 0 && b.partner < 0)
            pairUp(a, pair.old, b, pair.fresh, false);
    }
}

void addRun(ClaimSide& side, const std::vector<TextRun>& places, int first, int count)
{
    const TextRun& start = places[static_cast<std::size_t>(first)];
    const TextRun& last = places[static_cast<std::size_t>(first + count - 1)];
    side.changed.append({start.start, last.start + last.length - start.start});
}

/// What is after the words compared differs as a whole, if it does.
void addRest(Claim& claim, const QString& other)
{
    if (claim.places.size() < mostWords)
        return;
    const qsizetype from = claim.places.back().start + claim.places.back().length;
    if (const QStringView rest = QStringView(claim.side.text).mid(from);
        !rest.isEmpty() && !other.endsWith(rest))
        claim.side.changed.append({from, rest.size()});
}

void markChanges(Claim& old, Claim& fresh)
{
    for (const thread::DiffRun& run : thread::diffSequences(old.words, fresh.words)) {
        if (run.kind == thread::DiffKind::Removed)
            addRun(old.side, old.places, run.before, run.count);
        else if (run.kind == thread::DiffKind::Added)
            addRun(fresh.side, fresh.places, run.after, run.count);
    }
    addRest(old, fresh.side.text);
    addRest(fresh, old.side.text);
}

std::vector<ClaimRow> rowsOf(std::vector<Claim>& old, std::vector<Claim>& fresh)
{
    // What was left out stands below what stood above it.
    std::vector<std::vector<std::size_t>> leftOut(fresh.size() + 1);
    std::size_t below = 0;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].partner >= 0)
            below = static_cast<std::size_t>(old[i].partner) + 1;
        else
            leftOut[below].push_back(i);
    }
    std::vector<ClaimRow> rows;
    rows.reserve(old.size() + fresh.size());
    const auto addLeftOut = [&](std::size_t place) {
        for (const std::size_t i : leftOut[place])
            rows.push_back({ClaimChange::OnlyOld, std::move(old[i].side), std::nullopt});
    };
    addLeftOut(0);
    for (std::size_t j = 0; j < fresh.size(); ++j) {
        Claim& now = fresh[j];
        if (now.partner < 0) {
            rows.push_back({ClaimChange::OnlyNew, std::nullopt, std::move(now.side)});
        } else {
            Claim& then = old[static_cast<std::size_t>(now.partner)];
            if (!now.isSame)
                markChanges(then, now);
            rows.push_back({now.isSame ? ClaimChange::Same : ClaimChange::Changed, std::move(then.side),
                            std::move(now.side)});
        }
        addLeftOut(j + 1);
    }
    return rows;
}

} // namespace

std::vector<ClaimRow> compareClaims(const store::SummaryRecord& old, const store::SummaryRecord& fresh)
{
    Numbers numbers;
    std::vector<Claim> before = claimsOf(old, numbers);
    std::vector<Claim> after = claimsOf(fresh, numbers);
    const std::span<Claim> left(before.data(), std::min(before.size(), mostMatched));
    const std::span<Claim> right(after.data(), std::min(after.size(), mostMatched));
    matchEqual(left, right);
    matchAlike(left, right);
    return rowsOf(before, after);
}

} // namespace lb::summary
