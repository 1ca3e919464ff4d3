// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "llm/provider.h"

#include <QObject>
#include <QString>

#include <memory>

namespace lb::net {
class HttpClient;
}

namespace lb::llm {

struct ChatRequest {
    Provider provider;
    QString key; ///< may be empty for local servers
    QString system;
    QString user;
};

struct ChatAnswer {
    QString text; ///< never empty, never cut; reasoning removed
    QString model; ///< as the server named it
    int tokensIn = 0;
    int tokensOut = 0;
    bool tokensEstimated = false;
};

/// One answer on its way. finished() exactly once, asynchronously, also after abort() (Cancelled, within 200 ms).
/// Deletes itself after finished().
class ChatStream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void abort() = 0;

Q_SIGNALS:
    void textArrived(const QString& more); ///< appended text, reasoning left out
    void thinking(); ///< reasoning tokens arrive
    void waiting(const QString& why); ///< for the rate gate, or before a retry: translated
    /// Complete (a finish reason of "stop", text not empty) or an error that names its cause.
    void finished(const lb::Result<lb::llm::ChatAnswer>& outcome);
};

/// What an endpoint and model turned out (not) to accept; learnt from 400s, remembered.
struct Capabilities {
    bool maxCompletionTokens = false; ///< instead of max_tokens
    bool temperature = true;
    bool streamOptions = true;
    bool stream = true;
    bool systemRole = true;
    int contextTokens = 0; ///< 0 = not learnt
    friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

/// Speaks OpenAI Chat Completions to any endpoint. One gate per endpoint for all requests: its concurrency and the
/// server's back-off hold for everybody. Retries only before the first text. GUI thread.
class ChatClient : public QObject
{
    Q_OBJECT
public:
    explicit ChatClient(net::HttpClient& http, QObject* parent = nullptr);
    ~ChatClient() override;

    [[nodiscard]] virtual ChatStream* ask(const ChatRequest& request);

    [[nodiscard]] QByteArray savedCapabilities() const; ///< JSON
    void restoreCapabilities(const QByteArray& json);

Q_SIGNALS:
    void capabilitiesChanged(); ///< time to save them

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::llm
