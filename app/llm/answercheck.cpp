// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/answercheck.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::llm::ChatExchange)
};

constexpr int smallestJudged = 1500; ///< estimates of shorter prompts are too rough to accuse anybody

/// Whether the model stopped by itself.
Status endedWell(const AnswerReader& reader, const AskedFor& asked)
{
    const QString host = asked.place.host();
    if (!reader.refusal().isEmpty())
        return fail(ErrorCode::ModelRefused,
                    Text::tr("The model %1 at %2 refused to answer: %3")
                        .arg(asked.place.model, host, shownMessage(reader.refusal(), asked.place.key)),
                    u"refusal"_s);
    if (reader.finishReason() == Finish::Filtered)
        return fail(ErrorCode::ModelRefused,
                    Text::tr("The content filter of %1 stopped the answer.").arg(host), u"filter"_s);
    if (reader.wantsTools() || reader.finishReason() == Finish::Tools)
        return fail(ErrorCode::ModelRefused,
                    Text::tr("The model %1 wanted to call a tool instead of answering. Choose another model.")
                        .arg(asked.place.model),
                    u"tool call"_s);
    if (reader.finishReason() == Finish::Length)
        return fail(
            ErrorCode::ModelIncomplete,
            Text::tr("The answer of %1 was cut off after %2 tokens. Allow longer answers in the settings.")
                .arg(asked.place.model)
                .arg(asked.outputTokens),
            u"finish reason length"_s);
    if (reader.finishReason() == Finish::Context)
        return fail(ErrorCode::ModelContext,
                    Text::tr("The thread and its summary do not fit into the model %1 at %2 together.")
                        .arg(asked.place.model, host),
                    u"context window full"_s);
    if (reader.unreadable() > 0)
        return fail(
            ErrorCode::ModelProtocol,
            Text::tr("A part of the answer of %1 could not be read, so it may be incomplete. Try again.")
                .arg(host),
            u"%1 chunks are no JSON objects"_s.arg(reader.unreadable()));
    if (reader.finishReason() == Finish::Other)
        return fail(ErrorCode::ModelIncomplete,
                    Text::tr("%1 ended the answer early and gives the reason “%2”. Try again.")
                        .arg(host, shownMessage(reader.finishName(), asked.place.key)),
                    u"unknown finish reason"_s);
    if (reader.finishReason() == Finish::None && !reader.isDone() && !asked.whole)
        return fail(ErrorCode::ModelIncomplete,
                    Text::tr("The answer of %1 ended in the middle, without a finish. Try again.").arg(host),
                    u"no finish reason and no [DONE]"_s);
    return success();
}

Status hasText(const AnswerReader& reader, const AskedFor& asked)
{
    if (withoutThinking(reader.text()).trimmed().isEmpty())
        return fail(
            ErrorCode::ModelEmpty,
            reader.hadThoughts()
                ? Text::tr(
                      "The model %1 only thought and did not answer. Allow longer answers in the settings.")
                      .arg(asked.place.model)
                : Text::tr("The model %1 at %2 sent an empty answer. Try again or choose another model.")
                      .arg(asked.place.model, asked.place.host()),
            u"no text"_s);
    return success();
}

/// Servers that say "stop" although they cut the answer.
Status answerNotCut(const AnswerReader& reader, const AskedFor& asked)
{
    if (reader.tokensOut() < asked.outputTokens)
        return success();
    return fail(
        ErrorCode::ModelIncomplete,
        Text::tr("The answer of %1 was cut off after %2 tokens. Allow longer answers in the settings.")
            .arg(asked.place.model)
            .arg(reader.tokensOut()),
        u"stop with all tokens used"_s);
}

/// Servers that drop the start of a prompt without a word. Estimates are wrong by a factor of two at most;
/// where the request set the size of the context, servers are known to do it and less is enough.
Status promptNotCut(const AnswerReader& reader, const AskedFor& asked)
{
    const int seen = reader.tokensIn();
    const int least = asked.window > 0 ? asked.estimatedPrompt / 2 : asked.estimatedPrompt / 3;
    if (asked.window > 0 && seen >= asked.window)
        return fail(
            ErrorCode::ModelContext,
            Text::tr("The thread filled all %3 tokens of the context of %1 at %2, so the model saw only "
                     "a part of it. Raise the context size in the settings.")
                .arg(asked.place.model, asked.place.host())
                .arg(seen),
            u"prompt as large as the context"_s);
    if (seen > 0 && asked.estimatedPrompt > smallestJudged && seen < least)
        return fail(
            ErrorCode::ModelContext,
            Text::tr("The model %1 at %2 saw only %3 of about %4 tokens: the server cut the thread without "
                     "saying so. "
                     "Raise its context size or lower it in the settings.")
                .arg(asked.place.model, asked.place.host())
                .arg(seen)
                .arg(asked.estimatedPrompt),
            u"silent truncation"_s);
    return success();
}

} // namespace

Verdict judgeAnswer(const AnswerReader& reader, const AskedFor& asked)
{
    for (const auto check : {endedWell, hasText, answerNotCut, promptNotCut}) {
        const Status outcome = check(reader, asked);
        if (outcome)
            continue;
        const bool full = outcome.error().code == ErrorCode::ModelContext;
        const bool answered = reader.finishReason() == Finish::Context;
        const int seen = std::max(0, reader.tokensIn());
        return {outcome, full ? seen + (answered ? std::max(0, reader.tokensOut()) : 0) : 0};
    }
    return {success(), 0};
}

} // namespace lb::llm
