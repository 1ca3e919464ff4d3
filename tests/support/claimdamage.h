// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/claimmutations.h"

#include <QRandomGenerator>

namespace lb::test
{

// What the mutations share, and the mutations themselves: each damages one thing.

using summary::ClaimWindow;
using summary::ModelClaim;
using summary::ModelSummary;
using Random = QRandomGenerator;

inline int below(Random& random, qsizetype count)
{
    return static_cast<int>(random.bounded(static_cast<int>(count)));
}

inline QString one(Random& random, const QStringList& of)
{
    return of.at(below(random, of.size()));
}

inline bool isChinese(Language language)
{
    return language == Language::Chinese;
}

/// A claim of a random place for which the test holds.
template <typename Test>
std::optional<int> claimWhere(const ModelSummary& summary, Random& random, const Test& test)
{
    if (summary.claims.isEmpty())
        return std::nullopt;
    const int start = below(random, summary.claims.size());
    for (int i = 0; i < summary.claims.size(); ++i) {
        const int at = int((start + i) % summary.claims.size());
        if (test(summary.claims.at(at)))
            return at;
    }
    return std::nullopt;
}

inline std::optional<int> anyClaim(const ModelSummary& summary, Random& random)
{
    return claimWhere(summary, random, [](const ModelClaim&) { return true; });
}

inline const thread::ListedMail& mailOf(const GoldThread& gold, int number)
{
    return gold.material.listing.mails[static_cast<std::size_t>(number - 1)];
}

inline QString bodyOf(const GoldThread& gold, int number)
{
    return gold.material.bodies[static_cast<std::size_t>(number - 1)].text;
}

inline QString senderOf(const GoldThread& gold, int number)
{
    return mailOf(gold, number).mail.from.name;
}

/// Puts more words behind a claim's.
inline std::optional<int> append(ModelSummary& summary, Random& random, const QString& words)
{
    const auto at = anyClaim(summary, random);
    if (at)
        summary.claims[*at].text += u' ' + words;
    return at;
}

inline std::optional<int> appendOneOf(ModelSummary& summary, Random& random, Language language,
                                      const QStringList& english, const QStringList& chinese)
{
    return append(summary, random, one(random, isChinese(language) ? chinese : english));
}

std::optional<int> swapSpeaker(ModelSummary& summary, const GoldThread& gold, Language language,
                               Random& random);
std::optional<int> citeSibling(ModelSummary& summary, const GoldThread& gold, Language language,
                               Random& random);
std::optional<int> dropCites(ModelSummary& summary, const GoldThread& gold, Language language,
                             Random& random);
std::optional<int> citeNothing(ModelSummary& summary, const GoldThread& gold, Language language,
                               Random& random);
std::optional<int> alterQuote(ModelSummary& summary, const GoldThread& gold, Language language,
                              Random& random);
std::optional<int> raiseVersion(ModelSummary& summary, const GoldThread& gold, Language language,
                                Random& random);
std::optional<int> raiseVersionOfGist(ModelSummary& summary, const GoldThread& gold, Language language,
                                      Random& random);
std::optional<int> movePatch(ModelSummary& summary, const GoldThread& gold, Language language,
                             Random& random);
std::optional<int> inventTrailer(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random);
std::optional<int> changeTrailer(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random);
std::optional<int> sayMerged(ModelSummary& summary, const GoldThread& gold, Language language,
                             Random& random);
std::optional<int> nameStranger(ModelSummary& summary, const GoldThread& gold, Language language,
                                Random& random);
std::optional<int> nameChineseStranger(ModelSummary& summary, const GoldThread& gold, Language language,
                                       Random& random);
std::optional<int> inventIdentifier(ModelSummary& summary, const GoldThread& gold, Language language,
                                    Random& random);
std::optional<int> oldAsNew(ModelSummary& summary, const GoldThread& gold, Language language, Random& random);
std::optional<int> newAsOld(ModelSummary& summary, const GoldThread& gold, Language language, Random& random);
std::optional<int> expandWrongly(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random);
std::optional<int> otherLanguage(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random);
std::optional<int> addBoilerplate(ModelSummary& summary, const GoldThread& gold, Language language,
                                  Random& random);
std::optional<int> addHedge(ModelSummary& summary, const GoldThread& gold, Language language, Random& random);
std::optional<int> leakPrompt(ModelSummary& summary, const GoldThread& gold, Language language,
                              Random& random);
std::optional<int> obeyOrder(ModelSummary& summary, const GoldThread& gold, Language language,
                             Random& random);
std::optional<int> addLink(ModelSummary& summary, const GoldThread& gold, Language language, Random& random);
std::optional<int> inventDiscussion(ModelSummary& summary, const GoldThread& gold, Language language,
                                    Random& random);
std::optional<int> miscount(ModelSummary& summary, const GoldThread& gold, Language language, Random& random);
std::optional<int> changeNumber(ModelSummary& summary, const GoldThread& gold, Language language,
                                Random& random);
std::optional<int> inventHash(ModelSummary& summary, const GoldThread& gold, Language language,
                              Random& random);
std::optional<int> inventPath(ModelSummary& summary, const GoldThread& gold, Language language,
                              Random& random);
std::optional<int> inventFlag(ModelSummary& summary, const GoldThread& gold, Language language,
                              Random& random);
std::optional<int> nameAnother(ModelSummary& summary, const GoldThread& gold, Language language,
                               Random& random);

} // namespace lb::test
