// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"

#include <algorithm>

namespace lb::summary
{

/// How a model's context is shared between prompt and answer, in tokens.
struct PromptRoom {
    int context = 0; ///< as set, or less where the server said so
    int output = 0; ///< small models get a small answer, so that there is room for the thread
    int prompt = 0; ///< of the estimated sort (llm/tokens.h)
};

[[nodiscard]] inline PromptRoom promptRoom(const llm::Provider& provider,
                                           const llm::Capabilities& capabilities)
{
    PromptRoom room;
    const int learnt = capabilities.contextTokens;
    room.context = learnt > 0 ? std::min(learnt, provider.contextTokens) : provider.contextTokens;
    room.output = std::max(16, std::min(provider.outputTokens, room.context / 3));
    const double left = (room.context - room.output) * 0.95 - 32;
    room.prompt = static_cast<int>(std::max(0.0, left / std::max(1.0, capabilities.tokenFactor)));
    return room;
}

/// What a server will count where the estimate is `tokens`.
[[nodiscard]] inline int countedTokens(int tokens, const llm::Capabilities& capabilities)
{
    return static_cast<int>(std::max(1.0, capabilities.tokenFactor) * tokens);
}

} // namespace lb::summary
