// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/answerreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr qsizetype largestText = 16 << 20;

bool isFilled(const QJsonValue& value)
{
    if (value.isArray())
        return !value.toArray().isEmpty();
    if (value.isObject())
        return !value.toObject().isEmpty();
    return value.isString() && !value.toString().isEmpty();
}

} // namespace

Finish finishFromName(const QString& name)
{
    struct Row {
        QLatin1StringView name;
        Finish finish;
    };
    static constexpr std::array rows{
        Row{"stop"_L1, Finish::Stop},
        Row{"eos"_L1, Finish::Stop},
        Row{"eos_token"_L1, Finish::Stop},
        Row{"end_turn"_L1, Finish::Stop},
        Row{"stop_sequence"_L1, Finish::Stop},
        Row{"length"_L1, Finish::Length},
        Row{"max_tokens"_L1, Finish::Length},
        Row{"model_length"_L1, Finish::Length},
        Row{"model_context_window_exceeded"_L1, Finish::Length},
        Row{"content_filter"_L1, Finish::Filtered},
        Row{"safety"_L1, Finish::Filtered},
        Row{"recitation"_L1, Finish::Filtered},
        Row{"refusal"_L1, Finish::Filtered},
        Row{"sensitive"_L1, Finish::Filtered},
        Row{"tool_calls"_L1, Finish::Tools},
        Row{"tool_use"_L1, Finish::Tools},
        Row{"function_call"_L1, Finish::Tools},
    };
    const auto found = std::ranges::find_if(
        rows, [&](const Row& row) { return name.compare(row.name, Qt::CaseInsensitive) == 0; });
    if (found != rows.end())
        return found->finish;
    return name.isEmpty() ? Finish::None : Finish::Other;
}

AnswerReader::Step AnswerReader::read(const QByteArray& json)
{
    Step step;
    const QByteArray trimmed = json.trimmed();
    if (trimmed.startsWith("[DONE]")) {
        m_done = true;
        return step;
    }
    if (trimmed.isEmpty())
        return step;
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (!document.isObject()) {
        ++m_unreadable;
        return step;
    }
    const QJsonObject object = document.object();
    if (isFilled(object["error"_L1])) {
        m_error = object;
        step.failed = true;
        return step;
    }
    if (const QString model = object["model"_L1].toString(); !model.isEmpty())
        m_model = model;
    readUsage(object["usage"_L1].toObject());
    const QJsonArray choices = object["choices"_L1].toArray();
    for (const QJsonValue& choice : choices) {
        if (choice["index"_L1].toInt(0) == 0)
            readChoice(choice.toObject(), step);
    }
    return step;
}

AnswerReader::Step AnswerReader::finish()
{
    Step step;
    const ThinkFilter::Piece piece = m_filter.finish();
    step.text = piece.text;
    step.thought = piece.thought;
    m_text += piece.text;
    m_shown = m_shown || !piece.text.trimmed().isEmpty();
    return step;
}

/// Some servers send running totals in every chunk: the last one holds.
void AnswerReader::readUsage(const QJsonObject& usage)
{
    if (usage.isEmpty())
        return;
    m_tokensIn = usage["prompt_tokens"_L1].toInt(m_tokensIn);
    m_tokensOut = usage["completion_tokens"_L1].toInt(m_tokensOut);
}

void AnswerReader::readChoice(const QJsonObject& choice, Step& step)
{
    const QJsonValue streamed = choice["delta"_L1];
    const QJsonObject part = streamed.isObject() ? streamed.toObject() : choice["message"_L1].toObject();
    for (const QLatin1StringView name : {"reasoning_content"_L1, "reasoning"_L1, "reasoning_details"_L1}) {
        if (isFilled(part[name]))
            step.thought = true;
    }
    readContent(part["content"_L1], step);
    if (const QString refusal = part["refusal"_L1].toString(); m_refusal.size() < 2000)
        m_refusal += refusal;
    if (isFilled(part["tool_calls"_L1]) || isFilled(part["function_call"_L1]))
        m_tools = true;
    if (const QString name = choice["finish_reason"_L1].toString(); !name.isEmpty()) {
        m_finishName = name.left(40);
        m_finish = finishFromName(name);
    }
    m_thoughts = m_thoughts || step.thought;
}

/// A string, or a list of parts of which those of type "text" count.
void AnswerReader::readContent(const QJsonValue& content, Step& step)
{
    if (content.isString()) {
        take(content.toString(), step);
        return;
    }
    const QJsonArray parts = content.toArray();
    for (const QJsonValue& part : parts) {
        if (part["type"_L1].toString() == "text"_L1)
            take(part["text"_L1].toString(), step);
        else if (part["type"_L1].toString() == "thinking"_L1)
            step.thought = true;
    }
}

void AnswerReader::take(const QString& more, Step& step)
{
    if (m_text.size() + more.size() > largestText) {
        m_tooLarge = true;
        return;
    }
    const ThinkFilter::Piece piece = m_filter.feed(more);
    step.text += piece.text;
    step.thought = step.thought || piece.thought;
    m_text += piece.text;
    m_shown = m_shown || !piece.text.trimmed().isEmpty();
}

} // namespace lb::llm
