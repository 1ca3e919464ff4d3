// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "llm/provider.h"

#include <memory>

namespace lb::net {
class HttpClient;
}

namespace lb::llm {

/// The Test button: DNS, TCP, TLS, key, models, a short answer, streaming, usage. Stops at the first step
/// that fails; the error names the step and what to do.
class EndpointTest final : public Job
{
    Q_OBJECT
public:
    enum class Step { Address, Name, Connection, Encryption, Key, Models, Answer, Streaming, Usage };
    enum class Outcome { Passed, Skipped, Failed };

    EndpointTest(net::HttpClient& http, const Provider& provider, const QString& key, QObject* parent = nullptr);
    ~EndpointTest() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] QStringList models() const; ///< what the server offers

Q_SIGNALS:
    void stepDone(lb::llm::EndpointTest::Step step, lb::llm::EndpointTest::Outcome outcome, const QString& text);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::llm
