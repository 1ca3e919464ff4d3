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
constexpr qsizetype longestRefusal = 2000;

} // namespace

bool isFilled(const QJsonValue& value)
{
    if (value.isArray())
        return !value.toArray().isEmpty();
    if (value.isObject())
        return !value.toObject().isEmpty();
    return value.isString() && !value.toString().isEmpty();
}

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
        Row{"model_context_window_exceeded"_L1, Finish::Context},
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
    readObject(object, step);
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

void AnswerReader::takeThought(Step& step)
{
    step.thought = true;
    m_thoughts = true;
}

void AnswerReader::takeRefusal(const QString& more)
{
    if (m_refusal.size() < longestRefusal)
        m_refusal += more;
}

void AnswerReader::takeFinish(const QString& name)
{
    if (name.isEmpty())
        return;
    m_finishName = name.left(40);
    m_finish = finishFromName(name);
}

void AnswerReader::takeModel(const QString& name)
{
    if (!name.isEmpty())
        m_model = name;
}

void AnswerReader::takeTokens(int in, int out)
{
    if (in >= 0)
        m_tokensIn = in;
    if (out >= 0)
        m_tokensOut = out;
}

void AnswerReader::take(const QString& more, Step& step)
{
    if (m_text.size() + more.size() > largestText) {
        m_tooLarge = true;
        return;
    }
    const ThinkFilter::Piece piece = m_filter.feed(more);
    step.text += piece.text;
    if (piece.thought)
        takeThought(step);
    m_text += piece.text;
    m_shown = m_shown || !piece.text.trimmed().isEmpty();
}

} // namespace lb::llm
