// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

namespace lb::net
{

/// The longest wait a server may ask for and still be waited for without the user.
constexpr std::chrono::milliseconds LongestWait = 120s;

/// True if the same request may be answered better a little later: 408, 429 and 5xx but those that no wait
/// changes; x-should-retry has the last word (as openai-python reads it).
[[nodiscard]] bool isPassing(const HttpHead& head);

/// `first`, then double that and so on, at most 16 times it (0.5 s to 8 s), less up to a quarter so that
/// clients do not come back in step. `attempt` from 0; `random` in [0, 1).
[[nodiscard]] std::chrono::milliseconds backoff(int attempt, double random,
                                                std::chrono::milliseconds first = 500ms);

} // namespace lb::net
