// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "support/loopbackserver.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace lb::test
{

/// One chunk of a streamed chat completion, ready to send. `delta` and `finish` are JSON.
[[nodiscard]] QByteArray chatChunk(const QByteArray& delta, const QByteArray& finish = "null");
[[nodiscard]] QByteArray textChunk(const QString& text);
[[nodiscard]] QByteArray usageChunk(int promptTokens, int completionTokens);
/// A whole, correct stream that says this text in two chunks, with usage.
[[nodiscard]] LoopbackReply chatStream(const QString& text, int promptTokens = 5, int completionTokens = 2);
[[nodiscard]] LoopbackReply jsonReply(int status, const QByteArray& json);

/// What the wire can do to an answer, and how it must end: the cases that shared/tools/llm's fault server
/// has, by its names.
struct FaultCase {
    QByteArray name;
    std::function<LoopbackReply()> reply;
    std::optional<lb::ErrorCode> error; ///< none = a complete answer
    QString text; ///< the answer; empty with an error
    QString says; ///< part of the error's text
    int requests = 1; ///< with one retry allowed
};

[[nodiscard]] const std::vector<FaultCase>& faultCases();

} // namespace lb::test
