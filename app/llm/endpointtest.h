// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "llm/provider.h"

#include <memory>

namespace lb::net
{
class HttpClient;
}

namespace lb::llm
{

/// The Test button, for every dialect: address, DNS, TCP, TLS, key, models, a short answer, streaming, usage.
/// Each step is told once, in this order; the test stops at the first that fails, and the error names it and
/// what to do. Asks for at most 64 tokens twice.
class EndpointTest final : public Job
{
    Q_OBJECT
public:
    enum class Step { Address, Name, Connection, Encryption, Key, Models, Answer, Streaming, Usage };
    enum class Outcome { Passed, Skipped, Failed };

    EndpointTest(net::HttpClient& http, const Provider& provider, const QString& key,
                 QObject* parent = nullptr);
    ~EndpointTest() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] QStringList models() const; ///< what the server offers, sorted
    [[nodiscard]] int contextTokens() const; ///< what the model takes at most; 0 = the server does not tell
    [[nodiscard]] static QString stepName(Step step); ///< translated

Q_SIGNALS:
    void stepDone(lb::llm::EndpointTest::Step step, lb::llm::EndpointTest::Outcome outcome,
                  const QString& text);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::llm
