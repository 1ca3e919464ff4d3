// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace lb::llm
{

/// Where a request went: for error texts. `key` is there to be taken out of what servers echo.
struct Place {
    QUrl url;
    QString model;
    QString key;

    [[nodiscard]] QString host() const; ///< "api.example.com", "localhost:8082"
};

/// An answer that is not a success, or an error that came with one.
struct ServerAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray body; ///< the first 64 KB do
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    std::chrono::milliseconds retryAfter{0};
};

/// What the server could not take, where its error says so.
enum class Unsupported {
    Nothing,
    MaxTokens,
    MaxCompletionTokens,
    Temperature,
    StreamOptions,
    Stream,
    SystemRole,
    ResponseFormat,
    Something
};

struct Diagnosis {
    Error error;
    bool retryable = false;
    Unsupported unsupported = Unsupported::Nothing;
    int contextTokens = 0; ///< the model's limit, if told
    int promptTokens = 0; ///< what the prompt came to, if told
};

/// The cause of a refusal, from OpenAI's, llama.cpp's, Ollama's, Anthropic's, Google's, FastAPI's and plain
/// HTML answers.
[[nodiscard]] Diagnosis diagnose(const ServerAnswer& answer, const Place& place);
/// The same for an object with an "error" member inside a successful answer.
[[nodiscard]] Diagnosis diagnose(const QJsonObject& answer, const Place& place);

/// The server's own words fit to be shown: one line, at most 300 characters, no control characters, no key.
[[nodiscard]] QString shownMessage(const QString& message, const QString& key);

} // namespace lb::llm
