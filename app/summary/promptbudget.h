// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"

namespace lb::summary
{

// How the context of a model is shared between prompt and answer.

/// What the model takes: as set, or less where the server said so.
[[nodiscard]] int contextTokens(const llm::Provider& provider, const llm::Capabilities& known);

/// Small models get a small answer, so that there is room for the thread.
[[nodiscard]] int outputTokens(const llm::Provider& provider, const llm::Capabilities& known);

/// In estimated tokens (llm/tokens.h), corrected by what the model's server counted so far.
[[nodiscard]] int promptBudget(const llm::Provider& provider, const llm::Capabilities& known);

} // namespace lb::summary
