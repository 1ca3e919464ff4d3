// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/endpointtest.h"

#include "core/onresult.h"
#include "llm/chatbody.h"
#include "llm/chatexchange.h"
#include "llm/protocol.h"
#include "net/authorities.h"
#include "net/httpclient.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lb::llm
{

namespace
{

constexpr int askedTokens = 64;
constexpr qsizetype largestModelList = 16 << 20;

bool needsProxy(const Provider& provider, const QUrl& url)
{
    if (!provider.proxy.isEmpty())
        return net::isProxied(provider.proxy);
    if (isLocal(url))
        return false;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy
        && proxies.first().type() != QNetworkProxy::DefaultProxy;
}

} // namespace

struct EndpointTest::State {
    State(EndpointTest* test, net::HttpClient& client, Provider asked, QString givenKey)
        : owner(test), http(client), provider(std::move(asked)), key(std::move(givenKey))
    {
        provider.outputTokens = askedTokens;
        timer.setSingleShot(true);
    }

    void checkAddress();
    void lookUp();
    void connectTo(const QString& host);
    void encrypt();
    void startTls(const QList<QSslCertificate>& authorities);
    void listModels();
    void takeModels(const Status& outcome);
    void askDetails();
    void tellModels(const QString& more);
    void fetch(net::HttpRequest request, void (State::*taken)(const Status& outcome));
    void takeDetails(const Status& outcome);
    void askOnce(bool streamed);
    void takeAnswer(bool streamed, const Result<ChatAnswer>& outcome);
    void told(Step step, Outcome outcome, const QString& text);
    void failed(Step step, const Error& error);
    void drop();

    EndpointTest* owner;
    net::HttpClient& http;
    Provider provider;
    QString key;
    QUrl url;
    QStringList models;
    int contextTokens = 0;
    Capabilities capabilities;
    Gate gate;
    QTimer timer; ///< for connecting
    QPointer<net::HttpJob> job;
    QPointer<ChatExchange> exchange;
    QPointer<QSslSocket> socket;
    net::HttpHead head;
    QByteArray body;
    int lookup = -1;
};

EndpointTest::EndpointTest(net::HttpClient& http, const Provider& provider, const QString& key,
                           QObject* parent)
    : Job(tr("Testing %1").arg(provider.name.isEmpty() ? provider.endpoint : provider.name), parent)
    , m_state(std::make_unique<State>(this, http, provider, key))
{
}

EndpointTest::~EndpointTest()
{
    m_state->drop();
}

void EndpointTest::start()
{
    // From the event loop: whoever starts it may connect afterwards.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isFinished())
                m_state->checkAddress();
        },
        Qt::QueuedConnection);
}

void EndpointTest::cancel()
{
    m_state->drop();
    finish(fail(ErrorCode::Cancelled, tr("The test was cancelled."), u"cancelled"_s));
}

QStringList EndpointTest::models() const
{
    return m_state->models;
}

int EndpointTest::contextTokens() const
{
    return m_state->contextTokens;
}

QString EndpointTest::stepName(Step step)
{
    switch (step) {
    case Step::Address:
        return tr("Address");
    case Step::Name:
        return tr("Name lookup");
    case Step::Connection:
        return tr("Connection");
    case Step::Encryption:
        return tr("Encryption");
    case Step::Key:
        return tr("Key");
    case Step::Models:
        return tr("Models");
    case Step::Answer:
        return tr("Answer");
    case Step::Streaming:
        return tr("Streaming");
    case Step::Usage:
        return tr("Token counts");
    }
    return {};
}

void EndpointTest::State::told(Step step, Outcome outcome, const QString& text)
{
    owner->report({stepName(step), static_cast<qint64>(step) + 1, static_cast<qint64>(Step::Usage) + 1});
    Q_EMIT owner->stepDone(step, outcome, text);
}

void EndpointTest::State::failed(Step step, const Error& error)
{
    drop();
    told(step, Outcome::Failed, error.text);
    Error named = error;
    named.text = tr("%1: %2").arg(stepName(step), error.text);
    owner->finish(named);
}

void EndpointTest::State::drop()
{
    timer.stop();
    timer.disconnect();
    if (lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(lookup, -1));
    if (job) {
        job->disconnect(owner);
        job->abort();
        job = nullptr;
    }
    if (exchange) {
        exchange->disconnect(owner);
        exchange->abort();
        exchange = nullptr;
    }
    if (socket) {
        socket->disconnect(owner);
        socket->abort();
        socket->deleteLater();
        socket = nullptr;
    }
}

void EndpointTest::State::checkAddress()
{
    const auto found = chatUrl(provider);
    if (!found)
        return failed(Step::Address, found.error());
    url = *found;
    told(Step::Address, Outcome::Passed, tr("Requests go to %1").arg(url.toString(QUrl::RemoveQuery)));
    if (needsProxy(provider, url)) {
        const QString why = tr("Left to the proxy");
        told(Step::Name, Outcome::Skipped, why);
        told(Step::Connection, Outcome::Skipped, why);
        told(Step::Encryption, Outcome::Skipped, why);
        return listModels();
    }
    lookUp();
}

void EndpointTest::State::lookUp()
{
    if (!QHostAddress(url.host()).isNull()) {
        told(Step::Name, Outcome::Skipped, tr("The address is a number"));
        return connectTo(url.host());
    }
    lookup = QHostInfo::lookupHost(url.host(), owner, [this](const QHostInfo& info) {
        lookup = -1;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return failed(
                Step::Name,
                fail(
                    ErrorCode::NetworkUnreachable,
                    tr("There is no host %1. Check the spelling and the network connection.").arg(url.host()),
                    u"lookup failed"_s));
        told(Step::Name, Outcome::Passed, info.addresses().constFirst().toString());
        connectTo(url.host());
    });
}

void EndpointTest::State::connectTo(const QString& host)
{
    const auto port = static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    const QString place = host + u':' + QString::number(port);
    socket = new QSslSocket(owner);
    socket->setProxy(QNetworkProxy::NoProxy);
    const auto broken = [this, place](ErrorCode code, const QString& why) {
        const bool encrypting = socket && socket->mode() != QSslSocket::UnencryptedMode;
        failed(encrypting ? Step::Encryption : Step::Connection,
               encrypting
                   ? fail(ErrorCode::NetworkTls, tr("%1 does not speak TLS as it should: %2").arg(place, why),
                          u"tls"_s)
                   : fail(code, tr("Nothing accepts connections at %1: %2").arg(place, why), u"tcp"_s));
    };
    QObject::connect(socket, &QAbstractSocket::errorOccurred, owner,
                     [this, broken] { broken(ErrorCode::NetworkUnreachable, socket->errorString()); });
    QObject::connect(socket, &QAbstractSocket::connected, owner, [this, place] {
        told(Step::Connection, Outcome::Passed, tr("%1 accepts connections").arg(place));
        encrypt();
    });
    QObject::connect(socket, &QSslSocket::encrypted, owner, [this] {
        told(Step::Encryption, Outcome::Passed,
             socket->sessionProtocol() == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS"_s);
        drop();
        listModels();
    });
    QObject::connect(&timer, &QTimer::timeout, owner,
                     [broken] { broken(ErrorCode::NetworkTimeout, tr("no answer within ten seconds")); });
    timer.start(10s);
    socket->connectToHost(host, port);
}

void EndpointTest::State::encrypt()
{
    if (url.scheme() == "https"_L1 && provider.caFile.isEmpty())
        return socket->startClientEncryption();
    if (url.scheme() == "https"_L1) {
        using Read = Result<QList<QSslCertificate>>;
        onResult(QtConcurrent::run(net::readAuthorities, provider.caFile), socket.data(),
                 [this](const Read& authorities) {
                     if (!authorities)
                         return failed(Step::Encryption, authorities.error());
                     startTls(*authorities);
                 });
        return;
    }
    told(Step::Encryption, Outcome::Skipped,
         isLocal(url)
             ? tr("None, and none needed on this computer or network")
             : tr("None: the key and all mail travel readable to %1. Use https if the service has it.")
                   .arg(url.host()));
    drop();
    listModels();
}

void EndpointTest::State::startTls(const QList<QSslCertificate>& authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authorities);
    socket->setSslConfiguration(tls);
    socket->startClientEncryption();
}

/// One small question beside the chat: `taken` finds what came in `head` and `body`.
void EndpointTest::State::fetch(net::HttpRequest request, void (State::*taken)(const Status& outcome))
{
    request.limits.retries = 0;
    request.limits.bytes = largestModelList;
    body.clear();
    head = {};
    job = http.send(request);
    QObject::connect(job, &net::HttpJob::headArrived, owner,
                     [this](const net::HttpHead& arrived) { head = arrived; });
    QObject::connect(job, &net::HttpJob::bodyArrived, owner,
                     [this](const QByteArray& more) { body += more; });
    QObject::connect(job, &net::HttpJob::finished, owner, [this, taken](const Status& outcome) {
        job = nullptr;
        (this->*taken)(outcome);
    });
}

void EndpointTest::State::listModels()
{
    auto request = modelsHttpRequest(provider, key);
    if (!request) {
        if (request.error().code != ErrorCode::NotFound)
            return failed(Step::Key, request.error());
        told(Step::Key, Outcome::Skipped, tr("Seen with the first answer"));
        told(Step::Models, Outcome::Skipped, request.error().text);
        return askOnce(false);
    }
    fetch(*request, &State::takeModels);
}

void EndpointTest::State::takeModels(const Status& outcome)
{
    if (!outcome)
        return failed(outcome.error().code == ErrorCode::NetworkTls ? Step::Encryption : Step::Connection,
                      outcome.error());
    const int status = head.status;
    if (status == 401 || status == 403) {
        const Place place{url, provider.model, key};
        return failed(Step::Key,
                      diagnose(ServerAnswer{status, head.contentType, body, head.headers, 0ms}, place).error);
    }
    models = status / 100 == 2 ? protocolOf(provider.dialect).modelNames(body) : QStringList();
    models.sort(Qt::CaseInsensitive);
    models.removeDuplicates();
    if (models.isEmpty()) { // many servers have no such list: the answer decides
        told(Step::Key, Outcome::Skipped, tr("Seen with the first answer"));
        told(Step::Models, Outcome::Skipped, tr("The server lists no models (HTTP %1)").arg(status));
        return askOnce(false);
    }
    told(Step::Key, Outcome::Passed, key.isEmpty() ? tr("None is needed to list models") : tr("Accepted"));
    askDetails();
}

void EndpointTest::State::askDetails()
{
    const auto request = models.contains(provider.model) ? detailsHttpRequest(provider, key) : std::nullopt;
    if (request)
        fetch(*request, &State::takeDetails);
    else
        tellModels({});
}

/// Servers of the same dialect that know no details are no worse for it.
void EndpointTest::State::takeDetails(const Status& outcome)
{
    if (outcome && head.status / 100 == 2)
        contextTokens = protocolOf(provider.dialect).contextLength(body);
    tellModels(contextTokens > 0 ? tr("It takes %1 tokens at most.").arg(contextTokens) : QString());
}

void EndpointTest::State::tellModels(const QString& more)
{
    const int count = static_cast<int>(models.size());
    const QString found = models.contains(provider.model)
        ? tr("%n model(s), among them %1", nullptr, count).arg(provider.model)
        : tr("%n model(s); %1 is not among them", nullptr, count).arg(provider.model);
    told(Step::Models, Outcome::Passed, more.isEmpty() ? found : tr("%1. %2").arg(found, more));
    askOnce(false);
}

void EndpointTest::State::askOnce(bool streamed)
{
    capabilities.stream = streamed;
    ChatLimits limits;
    limits.retries = 0;
    const ChatRequest request{provider, key, {}, u"Reply with the single word: yes"_s};
    exchange = new ChatExchange({http, &gate, limits}, request, capabilities, owner);
    QObject::connect(exchange, &ChatExchange::learnt, owner,
                     [this](const Capabilities& learnt) { capabilities = learnt; });
    QObject::connect(exchange, &ChatStream::finished, owner,
                     [this, streamed](const Result<ChatAnswer>& outcome) { takeAnswer(streamed, outcome); });
    exchange->begin();
}

void EndpointTest::State::takeAnswer(bool streamed, const Result<ChatAnswer>& outcome)
{
    const Step step = streamed ? Step::Streaming : Step::Answer;
    const bool cut = exchange->isCut();
    const bool events = exchange->wasStreamed();
    const bool usage = exchange->hasUsage();
    exchange = nullptr; // deletes itself
    // We allow few tokens: an answer cut there shows that all works.
    if (!outcome && !(cut && outcome.error().code == ErrorCode::ModelIncomplete))
        return failed(step, outcome.error());
    if (!streamed) {
        told(step, Outcome::Passed,
             cut ? tr("Arrived, cut at the %1 tokens of this test").arg(askedTokens) : tr("Arrived"));
        return askOnce(true);
    }
    told(step, events ? Outcome::Passed : Outcome::Skipped,
         events ? tr("The answer arrives piece by piece") : tr("Not offered: answers arrive as a whole"));
    told(Step::Usage, usage ? Outcome::Passed : Outcome::Skipped,
         usage ? tr("The server counts tokens") : tr("Not told: token numbers will be estimates"));
    owner->finish(success());
}

} // namespace lb::llm
