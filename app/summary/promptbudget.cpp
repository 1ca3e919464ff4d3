// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/promptbudget.h"

#include <algorithm>

namespace lb::summary
{

int contextTokens(const llm::Provider& provider, const llm::Capabilities& known)
{
    return known.contextTokens > 0 ? std::min(known.contextTokens, provider.contextTokens)
                                   : provider.contextTokens;
}

int outputTokens(const llm::Provider& provider, const llm::Capabilities& known)
{
    return std::max(16, std::min(provider.outputTokens, contextTokens(provider, known) / 3));
}

int promptBudget(const llm::Provider& provider, const llm::Capabilities& known)
{
    const double room = (contextTokens(provider, known) - outputTokens(provider, known)) * 0.95 - 32;
    return static_cast<int>(std::max(0.0, room / std::max(1.0, known.tokenFactor)));
}

} // namespace lb::summary
