// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/estimate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::summary::Estimate)
};

constexpr int callsLookedAt = 50; ///< the newest: prompts and habits change

} // namespace

std::optional<int> meanOutput(const QList<store::LedgerEntry>& entries, const llm::Provider& provider)
{
    qint64 sum = 0;
    int calls = 0;
    for (const store::LedgerEntry& entry : entries) {
        if (entry.kind != store::CallKind::Summary || entry.outcome != store::CallOutcome::Done
            || entry.provider != provider.id || entry.asked != provider.model)
            continue;
        sum += entry.tokensOut;
        if (++calls == callsLookedAt)
            break;
    }
    return calls == 0 ? std::optional<int>() : static_cast<int>(sum / calls);
}

Estimate estimate(std::span<const ThreadNeed> needs, const llm::Provider& provider, double factor,
                  std::optional<int> meanOutput)
{
    Estimate sum;
    sum.threads = static_cast<int>(needs.size());
    double prompts = 0;
    for (const ThreadNeed& need : needs) {
        switch (need.way) {
        case ThreadNeed::Way::Ask:
            ++sum.asked;
            prompts += need.promptTokens;
            break;
        case ThreadNeed::Way::Cached:
            ++sum.cached;
            break;
        case ThreadNeed::Way::Digest:
            ++sum.byDigest;
            break;
        }
    }
    const int out = std::min(meanOutput.value_or(usualOutput), provider.outputTokens);
    sum.tokensIn = std::llround(prompts * std::max(1.0, factor));
    sum.tokensOut = qint64{out} * sum.asked;
    sum.outputGuessed = sum.asked > 0 && !meanOutput;
    sum.price = priceOf(provider, sum.tokensIn, sum.tokensOut);
    return sum;
}

QString estimateText(const Estimate& estimate)
{
    QStringList lines;
    Spent spent;
    spent.tokensIn = estimate.tokensIn;
    spent.tokensOut = estimate.tokensOut;
    spent.estimated = true;
    if (estimate.price.isKnown())
        spent.money.insert(estimate.price.currency, estimate.price.micros);
    if (estimate.asked > 0) {
        //: %1 = tokens in and out, and money
        lines += Text::tr("The model is asked about %n thread(s): %1.", nullptr, estimate.asked)
                     .arg(spentText(spent));
    } else {
        lines += Text::tr("The model is not asked.");
    }
    if (estimate.cached > 0)
        lines += Text::tr("%n thread(s) have a summary that is still right.", nullptr, estimate.cached);
    if (estimate.byDigest > 0)
        lines += Text::tr("%n thread(s) of one mail or of programs alone get the built-in digest.", nullptr,
                          estimate.byDigest);
    if (estimate.outputGuessed)
        lines += Text::tr("How much this model writes is not known yet: %1 tokens a thread are assumed.")
                     .arg(QLocale().toString(estimate.tokensOut / std::max(1, estimate.asked)));
    return lines.join(u'\n');
}

} // namespace lb::summary
