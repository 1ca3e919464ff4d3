// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/thinkfilter.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lb::llm
{

/// Why a model stopped, from the many names that servers have for it.
enum class Finish { None, Stop, Length, Context, Filtered, Tools, Other };

[[nodiscard]] Finish finishFromName(const QString& name);

/// False for what is missing, null or empty: servers fill in members that they do not use.
[[nodiscard]] bool isFilled(const QJsonValue& value);

/// Collects an answer from its chunks or from one whole completion; each dialect says what its objects mean.
/// Strict about what decides whether an answer is complete, lenient about everything else: members may be
/// null, missing or unknown.
class AnswerReader
{
    Q_DISABLE_COPY_MOVE(AnswerReader)
public:
    struct Step {
        QString text; ///< to show
        bool thought = false;
        bool failed = false; ///< serverError() says what
    };

    AnswerReader() = default;
    virtual ~AnswerReader() = default;

    /// One piece of a stream, or the body of a completion that was not streamed.
    [[nodiscard]] Step read(const QByteArray& json);
    [[nodiscard]] Step finish(); ///< no more comes

    [[nodiscard]] const QString& text() const { return m_text; } ///< so far, reasoning left out
    [[nodiscard]] bool hasText() const { return m_shown; }
    [[nodiscard]] bool hadThoughts() const { return m_thoughts; }
    [[nodiscard]] const QString& model() const { return m_model; }
    [[nodiscard]] bool isDone() const { return m_done; } ///< the dialect's last word was seen
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

protected:
    /// An object without an error in it.
    virtual void readObject(const QJsonObject& object, Step& step) = 0;

    void take(const QString& more, Step& step); ///< text of the answer, maybe with reasoning inside
    void takeThought(Step& step);
    void takeRefusal(const QString& more);
    void takeFinish(const QString& name); ///< empty = none yet
    void takeModel(const QString& name);
    void takeTokens(int in, int out); ///< less than 0 = not told: what was told before stays
    void takeTools() { m_tools = true; }
    void takeDone() { m_done = true; }

private:
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
