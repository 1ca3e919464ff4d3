// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "llm/provider.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace lb::net
{
class HttpClient;
}

namespace lb::llm
{

struct ChatRequest {
    Provider provider;
    QString key; ///< may be empty for local servers
    QString system;
    QString user;
    QByteArray schema = {}; ///< JSON schema that the answer is to follow, where the endpoint takes one; the
                            ///< texts must ask for JSON as well. Empty = free text
};

struct ChatAnswer {
    QString text; ///< never empty, never cut; reasoning removed
    QString model; ///< as the server named it
    int tokensIn = 0;
    int tokensOut = 0;
    bool tokensEstimated = false;
};

/// One answer on its way. finished() exactly once, asynchronously, also after abort() (Cancelled, within 200
/// ms). Deletes itself after finished().
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
    /// Complete (a finish reason of "stop" or the protocol's [DONE], text not empty) or an error that names
    /// its cause.
    void finished(const lb::Result<lb::llm::ChatAnswer>& outcome);
};

/// How an endpoint is held to JSON.
enum class JsonFormat { Schema, Object, None };

/// What an endpoint and model turned out (not) to accept; learnt from 400s, remembered.
struct Capabilities {
    bool maxCompletionTokens = false; ///< instead of max_tokens
    bool temperature = true;
    bool streamOptions = true;
    bool stream = true;
    bool systemRole = true;
    JsonFormat json = JsonFormat::Schema;
    bool identity = true; ///< sends streams uncompressed when asked to
    int contextTokens = 0; ///< 0 = not learnt
    double tokenFactor = 1.0; ///< true tokens per estimated one (llm/tokens.h), at least 1
    friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

/// How patient the client is.
struct ChatLimits {
    std::chrono::milliseconds idleCloud{120'000}; ///< between two bytes, and until the first
    std::chrono::milliseconds idleLocal{600'000}; ///< a local server may load a model first
    int retries = 2; ///< before the first text only
    std::chrono::milliseconds firstDelay{500}; ///< doubled with each retry, less up to a quarter
    std::chrono::milliseconds largestDelay{8'000};
    std::chrono::milliseconds largestServerDelay{
        120'000}; ///< a server that wants a longer pause gets no retry
    std::chrono::milliseconds tail{3'000}; ///< for usage and [DONE] after the finish reason
};

/// Asks any endpoint in its dialect. One gate per endpoint for all requests: its concurrency
/// and the server's back-off hold for everybody. Retries only before the first text. GUI thread.
class ChatClient : public QObject
{
    Q_OBJECT
public:
    explicit ChatClient(net::HttpClient& http, QObject* parent = nullptr);
    ~ChatClient() override;

    [[nodiscard]] virtual ChatStream* ask(const ChatRequest& request);

    /// What is known of this endpoint and model. After ModelContext its contextTokens are what the server
    /// told, so the caller can pack less and ask once more.
    [[nodiscard]] virtual Capabilities capabilities(const Provider& provider) const;
    void forgetCapabilities(const Provider& provider);
    void setLimits(const ChatLimits& limits); ///< for requests made from now on

    [[nodiscard]] QByteArray savedCapabilities() const; ///< JSON
    void restoreCapabilities(const QByteArray& json);

Q_SIGNALS:
    void capabilitiesChanged(); ///< time to save them

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::llm
