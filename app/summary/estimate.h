// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/spending.h"

#include <span>

namespace lb::summary
{

/// What one thread of a run will need.
struct ThreadNeed {
    enum class Way { Ask, Cached, Digest };
    Way way = Way::Ask;
    int promptTokens = 0; ///< of the packed prompt, as llm/tokens.h estimates them; 0 unless asked
};

/// What a run will cost, before it begins. Tokens are estimates, always.
struct Estimate {
    int threads = 0; ///< all of them: the sum of the next three
    int asked = 0;
    int cached = 0;
    int byDigest = 0;
    qint64 tokensIn = 0; ///< corrected by what this model really counted before
    qint64 tokensOut = 0;
    bool outputGuessed = false; ///< this model has written no summary yet
    Price price; ///< unknown without the user's prices

    [[nodiscard]] qint64 tokens() const { return tokensIn + tokensOut; }
};

/// What a summary takes where the model has written none: the mean of ours, as JSON.
inline constexpr int usualOutput = 900;

/// The mean of what this provider's model wrote for a summary that was finished; nothing if it has written
/// none.
[[nodiscard]] std::optional<int> meanOutput(const QList<store::LedgerEntry>& entries,
                                            const llm::Provider& provider);

/// Sums up. `factor`: true tokens per estimated one (llm::Capabilities). Pure.
[[nodiscard]] Estimate estimate(std::span<const ThreadNeed> needs, const llm::Provider& provider,
                                double factor, std::optional<int> meanOutput);

/// "2 of 5 threads are asked for: ~12,345 tokens in, ~2,000 out, ~0.12 USD." and where the others come from:
/// one sentence a line.
[[nodiscard]] QString estimateText(const Estimate& estimate);

} // namespace lb::summary
