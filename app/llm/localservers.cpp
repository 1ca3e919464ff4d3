// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/localservers.h"

#include "llm/protocol.h"
#include "net/httpclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lb::llm
{

namespace
{

constexpr auto patience = 2s;
constexpr qint64 largestAnswer = 1 << 20;

/// What the server calls itself, else what usually listens there.
QString nameOf(const net::HttpHead& head, const QByteArray& body, quint16 port)
{
    const QByteArray server = head.headers.value("server").toLower();
    const QString owner = QJsonDocument::fromJson(body)["data"_L1][0]["owned_by"_L1].toString().toLower();
    if (server.contains("llama.cpp") || owner == "llamacpp"_L1)
        return u"llama.cpp"_s;
    if (owner == "vllm"_L1)
        return u"vLLM"_s;
    if (owner == "organization_owner"_L1 || port == 1234)
        return u"LM Studio"_s;
    return LocalServers::tr("Model server");
}

/// Only Ollama tells a version there. llama.cpp has some of its other paths, and others may answer
/// everything.
bool isOllama(const net::HttpHead& head, const QByteArray& body)
{
    const QString version = QJsonDocument::fromJson(body)["version"_L1].toString();
    return head.status == 200 && !version.isEmpty()
        && !head.headers.value("server").toLower().contains("llama.cpp");
}

} // namespace

struct LocalServers::State {
    /// One GET and what came of it.
    struct Fetch {
        net::HttpHead head;
        QByteArray body;
    };
    using Taken = std::function<void(const Fetch&)>;

    void probe(quint16 port);
    void listModels(quint16 port, Dialect dialect);
    void get(quint16 port, const QString& path, Taken taken);
    void endOne();

    LocalServers* owner;
    net::HttpClient& http;
    QList<quint16> ports;
    std::map<quint16, LocalServer> servers = {};
    std::vector<QPointer<net::HttpJob>> running = {};
    QList<LocalServer> found = {};
    QTimer timer{nullptr};
    int open = 0;

    /// Nothing that comes later is heard.
    void drop()
    {
        timer.stop();
        for (const QPointer<net::HttpJob>& job : running) {
            if (job)
                job->disconnect(owner);
        }
        abortAll();
    }
    void abortAll()
    {
        for (const QPointer<net::HttpJob>& job : std::exchange(running, {})) {
            if (job)
                job->abort();
        }
    }
};

LocalServers::LocalServers(net::HttpClient& http, const QList<quint16>& ports, QObject* parent)
    : Job(tr("Looking for model servers on this computer"), parent), m_state(new State{this, http, ports})
{
    m_state->timer.setSingleShot(true);
    m_state->timer.setInterval(patience);
    connect(&m_state->timer, &QTimer::timeout, this,
            [this] { m_state->abortAll(); }); // their ends are counted
}

LocalServers::~LocalServers()
{
    m_state->drop();
}

QList<quint16> LocalServers::usualPorts()
{
    return {11434, 8080, 8082, 1234, 8000};
}

const QList<LocalServer>& LocalServers::found() const
{
    return m_state->found;
}

void LocalServers::start()
{
    m_state->open = static_cast<int>(m_state->ports.size());
    m_state->timer.start();
    for (const quint16 port : std::as_const(m_state->ports))
        m_state->probe(port);
}

void LocalServers::cancel()
{
    m_state->drop();
    finish(fail(ErrorCode::Cancelled, tr("The search was cancelled."), u"cancelled"_s));
}

void LocalServers::State::probe(quint16 port)
{
    get(port, u"/api/version"_s, [this, port](const Fetch& version) {
        if (version.head.status == 0)
            return endOne(); // nobody there, or not within the time
        listModels(port, isOllama(version.head, version.body) ? Dialect::Ollama : Dialect::OpenAi);
    });
}

void LocalServers::State::listModels(quint16 port, Dialect dialect)
{
    Provider provider;
    provider.dialect = dialect;
    provider.endpoint = dialect == Dialect::Ollama ? u"http://127.0.0.1:%1"_s.arg(port)
                                                   : u"http://127.0.0.1:%1/v1"_s.arg(port);
    provider.concurrency = 1; // it has one processor, as this program
    get(port, modelsUrl(provider)->path(), [this, port, provider](const Fetch& answer) {
        const int status = answer.head.status;
        LocalServer server{provider, protocolOf(provider.dialect).modelNames(answer.body)};
        const bool locked = status == 401 || status == 403;
        if ((status == 200 && !server.models.isEmpty()) || (locked && provider.dialect == Dialect::OpenAi)) {
            server.provider.name
                = provider.dialect == Dialect::Ollama ? u"Ollama"_s : nameOf(answer.head, answer.body, port);
            server.provider.model = server.models.value(0);
            servers.emplace(port, std::move(server));
        }
        endOne();
    });
}

void LocalServers::State::get(quint16 port, const QString& path, Taken taken)
{
    net::HttpRequest request;
    request.url.setScheme(u"http"_s);
    request.url.setHost(u"127.0.0.1"_s);
    request.url.setPort(port);
    request.url.setPath(path);
    request.headers = {{"Accept", "application/json"}};
    request.limits = {patience, patience, largestAnswer, 0, 0, patience};
    request.route.proxy = u"none"_s;
    auto fetch = std::make_shared<Fetch>();
    net::HttpJob* job = http.send(request);
    running.emplace_back(job);
    QObject::connect(job, &net::HttpJob::headArrived, owner,
                     [fetch](const net::HttpHead& head) { fetch->head = head; });
    QObject::connect(job, &net::HttpJob::bodyArrived, owner,
                     [fetch](const QByteArray& more) { fetch->body += more; });
    QObject::connect(job, &net::HttpJob::finished, owner,
                     [fetch, taken](const Status& outcome) { taken(outcome ? *fetch : Fetch()); });
}

void LocalServers::State::endOne()
{
    if (--open > 0)
        return;
    timer.stop();
    for (const quint16 port : std::as_const(ports)) {
        if (const auto at = servers.find(port); at != servers.end())
            found.append(at->second);
    }
    owner->finish(success());
}

} // namespace lb::llm
