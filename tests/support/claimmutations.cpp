// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/claimmutations.h"

#include "support/claimdamage.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lb::test
{

namespace
{

constexpr std::array mutations{
    ClaimMutation{"speaker swapped", swapSpeaker},
    ClaimMutation{"another mail cited", citeSibling},
    ClaimMutation{"no citation", dropCites},
    ClaimMutation{"citation out of range", citeNothing},
    ClaimMutation{"quote altered", alterQuote},
    ClaimMutation{"version + 1", raiseVersion},
    ClaimMutation{"version of the gist", raiseVersionOfGist},
    ClaimMutation{"patch number + 1", movePatch},
    ClaimMutation{"trailer invented", inventTrailer},
    ClaimMutation{"trailer of another kind", changeTrailer},
    ClaimMutation{"merged", sayMerged},
    ClaimMutation{"stranger named", nameStranger},
    ClaimMutation{"Chinese stranger named", nameChineseStranger},
    ClaimMutation{"another participant named", nameAnother},
    ClaimMutation{"identifier invented", inventIdentifier},
    ClaimMutation{"path invented", inventPath},
    ClaimMutation{"hash invented", inventHash},
    ClaimMutation{"flag invented", inventFlag},
    ClaimMutation{"number changed", changeNumber},
    ClaimMutation{"patches miscounted", miscount},
    ClaimMutation{"old as new", oldAsNew},
    ClaimMutation{"new as old", newAsOld},
    ClaimMutation{"wrong expansion", expandWrongly},
    ClaimMutation{"other language", otherLanguage},
    ClaimMutation{"boilerplate", addBoilerplate},
    ClaimMutation{"hedge", addHedge},
    ClaimMutation{"prompt leaked", leakPrompt},
    ClaimMutation{"order obeyed", obeyOrder},
    ClaimMutation{"foreign link", addLink},
    ClaimMutation{"discussion invented", inventDiscussion},
};

QString described(const ModelClaim& claim, const summary::Finding& finding)
{
    QStringList doubts;
    for (const summary::Doubt& doubt : finding.doubts)
        doubts.append(summary::flawCode(doubt.flaw) + u'(' + doubt.what + u')');
    return claim.text + u" | "_s + claim.quote + u" | "_s + doubts.join(u", "_s);
}

} // namespace

std::span<const ClaimMutation> claimMutations()
{
    return mutations;
}

MutationScore scoreClaimCheck(quint32 first, int count)
{
    constexpr qsizetype told = 5;
    MutationScore score;
    const summary::Glossary glossary
        = summary::Glossary::fromText(summary::Glossary::shippedText(u"kvmarm"_s));
    for (const ClaimMutation& mutation : mutations)
        score.rows.append({QString::fromLatin1(mutation.name), 0, 0, {}});
    for (quint32 number = first; number < first + quint32(count); ++number) {
        const GoldThread gold = goldThread(number);
        const thread::Facts facts = thread::establishFacts(gold.material);
        const summary::ThreadIndex index(gold.material, facts);
        for (const Language language : {Language::English, Language::Chinese}) {
            const ModelSummary& truth = isChinese(language) ? gold.chinese : gold.english;
            const summary::CheckOptions options = summary::checkOptions(language, glossary);
            const summary::CheckedSummary checked = summary::checkClaims(truth, index, options);
            score.claims += int(checked.claims.size()) + 1;
            for (qsizetype i = -1; i < checked.claims.size(); ++i) {
                const summary::Finding& finding = i < 0 ? checked.gist : checked.claims.at(i);
                if (finding.isVerified())
                    continue;
                ++score.alarms;
                if (score.falseAlarms.size() < told)
                    score.falseAlarms.append(u"#%1 "_s.arg(number)
                                             + described(i < 0
                                                             ? ModelClaim{{}, truth.gist, {}, {}, {}, {}, {}}
                                                             : truth.claims.at(i),
                                                         finding));
            }
            for (std::size_t i = 0; i < mutations.size(); ++i) {
                QRandomGenerator random(number * 64 + quint32(i) + (isChinese(language) ? 1'000'000U : 0U));
                ModelSummary damaged = truth;
                const auto at = mutations[i].apply(damaged, gold, language, random);
                if (!at)
                    continue;
                const summary::CheckedSummary result = summary::checkClaims(damaged, index, options);
                const summary::Finding& finding = *at < 0 ? result.gist : result.claims.at(*at);
                MutationScore::Row& row = score.rows[qsizetype(i)];
                ++row.damaged;
                row.detected += finding.isVerified() ? 0 : 1;
                if (finding.isVerified() && row.missed.size() < told)
                    row.missed.append(
                        u"#%1 "_s.arg(number)
                        + (*at < 0 ? damaged.gist : described(damaged.claims.at(*at), finding)));
            }
        }
    }
    return score;
}

} // namespace lb::test
