// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "llm/answerreader.h"
#include "llm/errortable.h"

namespace lb::llm
{

/// What an answer is held against.
struct AskedFor {
    const Place& place;
    int outputTokens = 0;
    int estimatedPrompt = 0;
    int window = 0; ///< the context that the request set; 0 = the server's own
    bool whole = false; ///< one JSON document, which shows its own end; a stream does not
};

struct Verdict {
    Status outcome;
    int contextTokens = 0; ///< what the model takes, where the answer shows that it was too much
};

/// Ok for an answer that is complete as far as anything can tell: it ended in good order, has text, and
/// nothing hints that the server cut the prompt or the answer without a word.
[[nodiscard]] Verdict judgeAnswer(const AnswerReader& reader, const AskedFor& asked);

} // namespace lb::llm
