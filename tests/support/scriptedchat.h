// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "net/httpclient.h"

#include <QList>
#include <QPointer>

#include <functional>

namespace lb::test
{

/// A stream whose answer the test decides.
class ScriptedStream final : public llm::ChatStream
{
public:
    using llm::ChatStream::ChatStream;

    void say(const QString& more) { Q_EMIT textArrived(more); }
    void answer(const Result<llm::ChatAnswer>& outcome)
    {
        if (m_done)
            return;
        m_done = true;
        QMetaObject::invokeMethod(
            this,
            [this, outcome] {
                deleteLater();
                Q_EMIT finished(outcome);
            },
            Qt::QueuedConnection);
    }
    void abort() override
    {
        wasAborted = true;
        answer(fail(ErrorCode::Cancelled, QStringLiteral("cancelled")));
    }

    bool wasAborted = false;

private:
    bool m_done = false;
};

/// The base class wants an HTTP client that exists before it; it is never asked for anything.
struct UnusedHttp {
    net::HttpClient http;
};

/// A chat client without a network: a test answers its streams, or gives a function that does.
class ScriptedChat final : private UnusedHttp, public llm::ChatClient
{
public:
    ScriptedChat() : llm::ChatClient(http) { }

    [[nodiscard]] llm::ChatStream* ask(const llm::ChatRequest& request) override
    {
        auto* stream = new ScriptedStream(this);
        requests.append(request);
        streams.append(stream);
        if (reply)
            stream->answer(reply(request));
        return stream;
    }
    [[nodiscard]] llm::Capabilities capabilities(const llm::Provider&) const override { return known; }

    std::function<Result<llm::ChatAnswer>(const llm::ChatRequest&)> reply;
    llm::Capabilities known;
    QList<llm::ChatRequest> requests;
    QList<QPointer<ScriptedStream>> streams;
};

} // namespace lb::test
