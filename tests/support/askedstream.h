// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "support/fakellm.h"

#include <QPointer>

#include <chrono>
#include <optional>

namespace lb::test
{

/// Limits that let a test see waits within milliseconds; one retry. Tests of silence shorten the idle time.
inline llm::ChatLimits quickLimits()
{
    llm::ChatLimits limits;
    limits.idleCloud = limits.idleLocal = std::chrono::minutes(2);
    limits.retries = 1;
    limits.firstDelay = std::chrono::milliseconds(2);
    limits.largestDelay = std::chrono::milliseconds(10);
    limits.tail = std::chrono::milliseconds(500);
    return limits;
}

/// A key that must show up nowhere.
inline const QString& canaryKey()
{
    static const QString key = QStringLiteral("sk-canary-5d1e8a77c0ffee");
    return key;
}

inline llm::ChatRequest chatRequest(const QString& endpoint, const QString& model = QStringLiteral("m"))
{
    llm::ChatRequest question;
    question.provider.id = QStringLiteral("p");
    question.provider.endpoint = endpoint;
    question.provider.model = model;
    question.key = canaryKey();
    question.system = QStringLiteral("Be brief.");
    question.user = QStringLiteral("Was ist 好?");
    return question;
}

/// One question and all that came of it.
struct Asked {
    explicit Asked(llm::ChatStream* stream) : running(stream)
    {
        QObject::connect(stream, &llm::ChatStream::textArrived, &context,
                         [this](const QString& more) { shown += more; });
        QObject::connect(stream, &llm::ChatStream::thinking, &context, [this] { ++thoughts; });
        QObject::connect(stream, &llm::ChatStream::waiting, &context,
                         [this](const QString& why) { waits.append(why); });
        QObject::connect(stream, &llm::ChatStream::finished, &context,
                         [this](const Result<llm::ChatAnswer>& result) {
                             ++times;
                             outcome = result;
                         });
    }
    [[nodiscard]] bool isDone() const { return times > 0; }
    [[nodiscard]] QString said() const { return outcome->has_value() ? QString() : outcome->error().text; }
    /// StoreFull stands for "no error": nothing here can give it.
    [[nodiscard]] ErrorCode code() const
    {
        return outcome->has_value() ? ErrorCode::StoreFull : outcome->error().code;
    }

    QPointer<llm::ChatStream> running;
    QString shown;
    QStringList waits;
    int thoughts = 0;
    int times = 0;
    std::optional<Result<llm::ChatAnswer>> outcome;
    QObject context;
};

} // namespace lb::test
