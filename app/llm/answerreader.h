// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/thinkfilter.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lb::llm
{

/// Why a model stopped, from the many names that servers have for it.
enum class Finish { None, Stop, Length, Filtered, Tools, Other };

[[nodiscard]] Finish finishFromName(const QString& name);

/// Collects an answer of the Chat Completions dialect from its chunks or from one whole completion. Strict
/// about what decides whether an answer is complete, lenient about everything else: members may be null,
/// missing or unknown.
class AnswerReader
{
public:
    struct Step {
        QString text; ///< to show
        bool thought = false;
        bool failed = false; ///< serverError() says what
    };

    /// The data of one server-sent event, or the body of a completion that was not streamed.
    [[nodiscard]] Step read(const QByteArray& json);
    [[nodiscard]] Step finish(); ///< no more comes

    [[nodiscard]] const QString& text() const { return m_text; } ///< so far, reasoning left out
    [[nodiscard]] bool hasText() const { return m_shown; }
    [[nodiscard]] bool hadThoughts() const { return m_thoughts; }
    [[nodiscard]] const QString& model() const { return m_model; }
    [[nodiscard]] bool isDone() const { return m_done; } ///< [DONE] was seen
    [[nodiscard]] Finish finishReason() const { return m_finish; }
    [[nodiscard]] const QString& finishName() const { return m_finishName; }
    [[nodiscard]] const QString& refusal() const { return m_refusal; }
    [[nodiscard]] bool wantsTools() const { return m_tools; }
    [[nodiscard]] int unreadable() const
    {
        return m_unreadable;
    } ///< pieces that were no JSON of this dialect
    [[nodiscard]] bool isTooLarge() const { return m_tooLarge; }
    /// The object that holds the "error" member, if the server sent one in place of text.
    [[nodiscard]] const std::optional<QJsonObject>& serverError() const { return m_error; }
    [[nodiscard]] int tokensIn() const { return m_tokensIn; } ///< -1 = not told
    [[nodiscard]] int tokensOut() const { return m_tokensOut; }

private:
    void readUsage(const QJsonObject& usage);
    void readChoice(const QJsonObject& choice, Step& step);
    void readContent(const QJsonValue& content, Step& step);
    void take(const QString& more, Step& step);

    ThinkFilter m_filter;
    QString m_text;
    QString m_model;
    QString m_finishName;
    QString m_refusal;
    std::optional<QJsonObject> m_error;
    Finish m_finish = Finish::None;
    int m_tokensIn = -1;
    int m_tokensOut = -1;
    int m_unreadable = 0;
    bool m_shown = false;
    bool m_thoughts = false;
    bool m_tools = false;
    bool m_done = false;
    bool m_tooLarge = false;
};

} // namespace lb::llm
