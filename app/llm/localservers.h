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

/// A model server that answered on this computer.
struct LocalServer {
    Provider provider; ///< with name, endpoint, dialect and the first model; without an id
    QStringList models; ///< as the server orders them; empty = it asks for a key first
};

/// Looks whether a model server answers on the ports of this computer that they usually listen at. Sends a
/// few GET requests to 127.0.0.1, no key and no mail; a closed port costs nothing, and nothing takes longer
/// than two seconds. Only when the user asks: never at start-up.
class LocalServers final : public Job
{
    Q_OBJECT
public:
    explicit LocalServers(net::HttpClient& http, const QList<quint16>& ports = usualPorts(),
                          QObject* parent = nullptr);
    ~LocalServers() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] const QList<LocalServer>& found() const; ///< in the order of the ports
    [[nodiscard]] static QList<quint16> usualPorts(); ///< Ollama, llama.cpp, LM Studio, vLLM

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::llm
