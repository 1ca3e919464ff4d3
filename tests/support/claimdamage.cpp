// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/claimdamage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::test
{

std::optional<int> swapSpeaker(ModelSummary& summary, const GoldThread& gold, Language, Random& random)
{
    const auto at = claimWhere(summary, random, [](const ModelClaim& claim) { return !claim.who.isEmpty(); });
    if (!at)
        return at;
    ModelClaim& claim = summary.claims[*at];
    const QString speaker = senderOf(gold, claim.who.first());
    const int count = gold.material.listing.count();
    const int start = below(random, count);
    for (int i = 0; i < count; ++i) {
        const int number = (start + i) % count + 1;
        if (senderOf(gold, number) != speaker) {
            claim.who = {number};
            if (random.bounded(2) == 0 && !claim.cites.contains(number))
                claim.cites.append(number);
            return at;
        }
    }
    return std::nullopt;
}

std::optional<int> citeSibling(ModelSummary& summary, const GoldThread& gold, Language, Random& random)
{
    const int count = gold.material.listing.count();
    const auto at = anyClaim(summary, random);
    if (!at || count < 2)
        return std::nullopt;
    ModelClaim& claim = summary.claims[*at];
    for (int tries = 0; tries < 20; ++tries) {
        const int number = 1 + below(random, count);
        // A mail whose own words hold the quote as well would be no mistake.
        if (claim.cites.contains(number)
            || bodyOf(gold, number).contains(bodyOf(gold, claim.cites.first()).left(60)))
            continue;
        claim.cites = {number};
        if (random.bounded(2) == 0)
            claim.who = {number};
        return at;
    }
    return std::nullopt;
}

std::optional<int> dropCites(ModelSummary& summary, const GoldThread&, Language, Random& random)
{
    const auto at = anyClaim(summary, random);
    if (at)
        summary.claims[*at].cites.clear();
    return at;
}

std::optional<int> citeNothing(ModelSummary& summary, const GoldThread& gold, Language, Random& random)
{
    const auto at = anyClaim(summary, random);
    if (at)
        summary.claims[*at].cites.append(gold.material.listing.count() + 1 + below(random, 5));
    return at;
}

std::optional<int> alterQuote(ModelSummary& summary, const GoldThread&, Language, Random& random)
{
    const auto at = anyClaim(summary, random);
    if (!at)
        return at;
    QStringList words = summary.claims.at(*at).quote.split(u' ');
    const int word = below(random, words.size());
    switch (random.bounded(3)) {
    case 0:
        words[word] = one(random, {u"obviously"_s, u"neither"_s, u"every"_s, u"slowly"_s});
        break;
    case 1:
        words.insert(word, one(random, {u"unanimously"_s, u"hardly"_s, u"definitively"_s}));
        if (word == 0) // words put in front of a true quote are as false as words within it
            break;
        break;
    default:
        words.append(one(random, {u"and everybody cheered"_s, u"regardless of hardware"_s}));
    }
    summary.claims[*at].quote = words.join(u' ');
    return at;
}

} // namespace lb::test
