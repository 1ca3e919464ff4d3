// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace lb::llm
{

/// The protocol an endpoint speaks.
enum class Dialect { OpenAi, Anthropic, Ollama };

/// Who summarises. "digest" is built in and has no endpoint.
struct Provider {
    QString id; ///< made once, names the key in the keychain
    QString name; ///< for people
    QString endpoint; ///< as typed: with or without /v1, a trailing slash or /chat/completions
    bool exactEndpoint = false; ///< use it exactly as typed
    QString model;
    int concurrency = 4; ///< requests at once
    int contextTokens = 32000; ///< what the model takes, prompt and answer together
    int outputTokens = 3000; ///< claims as JSON take twice what their prose does
    double temperature = 0.2;
    Dialect dialect = Dialect::OpenAi;
    QString proxy; ///< empty = the system's, "none", or http://, socks5://; its password is in the keychain
    QString caFile; ///< PEM certificates trusted besides the system's; may be empty
    double priceIn = 0; ///< of a million tokens of prompts, in `currency`; 0 = unknown
    double priceOut = 0; ///< of a million tokens of answers
    QString currency = QStringLiteral("USD");
    friend bool operator==(const Provider&, const Provider&) = default;
};

/// Where chat requests go: https://host/v1/chat/completions. Usage error for what is no http(s) URL.
[[nodiscard]] Result<QUrl> chatUrl(const Provider& provider);
[[nodiscard]] Result<QUrl> modelsUrl(const Provider& provider);
/// True for loopback and private hosts, where plain http needs no question.
[[nodiscard]] bool isLocal(const QUrl& url);

/// True where the proxy's address names who logs in there, so that a password is to be looked for.
[[nodiscard]] bool wantsProxyPassword(const Provider& provider);
/// The provider with that password in its proxy's address: only in memory, and never saved.
[[nodiscard]] Provider withProxyPassword(const Provider& provider, const QString& password);

[[nodiscard]] QByteArray toJson(const QList<Provider>& providers); ///< for the settings; never holds a key
[[nodiscard]] Result<QList<Provider>> providersFromJson(const QByteArray& json);

} // namespace lb::llm
