// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestjob.h"

#include "core/logging.h"
#include "net/networkerror.h"
#include "net/proxies.h"
#include "net/redirect.h"
#include "net/retrypolicy.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace lb::net
{

namespace
{

constexpr qint64 PieceBytes = 64 * 1024;

/// QTimer takes an int of milliseconds.
std::chrono::milliseconds bounded(std::chrono::milliseconds duration)
{
    return std::clamp(duration, 0ms, std::chrono::milliseconds(std::numeric_limits<int>::max()));
}

QNetworkRequest networkRequest(const HttpRequest& request)
{
    QNetworkRequest made(request.url);
    for (const auto& [name, value] : request.headers)
        made.setRawHeader(name, value);
    made.setRawHeader("User-Agent", HttpClient::userAgent());
    if (!request.decompress)
        made.setRawHeader("Accept-Encoding",
                          "identity"); // absent = Qt asks for what it can inflate, and does
    // Qt 6.4 can lose a request on a kept connection that is reset meanwhile, and model servers close the
    // ones that they promised to keep. Requests are few and long here: a handshake each is cheaper than
    // guessing whether one was taken.
    made.setRawHeader("Connection", "close");
    if (request.method == "POST" && !made.hasRawHeader("Content-Type"))
        made.setRawHeader("Content-Type", "application/octet-stream"); // Qt warns and guesses else
    // Qt's own redirects resend Authorization and body to other hosts: see redirect.h.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Qt 6.4 drops HTTP/2 requests when a server says GOAWAY and stalls on some window updates; one
    // connection a request is no loss here.
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Without it Qt would not give a proxy its password either.
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                      request.route.proxy.isEmpty() ? QNetworkRequest::Manual : QNetworkRequest::Automatic);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setDecompressedSafetyCheckThreshold(-1); // Limits::bytes bounds what is inflated
    return made;
}

QNetworkReply* sendThrough(QNetworkAccessManager& network, const HttpRequest& request,
                           const std::optional<QSslConfiguration>& tls)
{
    QNetworkRequest made = networkRequest(request);
    if (tls)
        made.setSslConfiguration(*tls);
    if (request.method == "GET")
        return network.get(made);
    if (request.method == "HEAD")
        return network.head(made);
    if (request.method == "POST")
        return network.post(made, request.body);
    return network.sendCustomRequest(made, request.method, request.body);
}

} // namespace

RequestJob::RequestJob(HttpRequest request, QObject* parent)
    : HttpJob(parent), m_request(std::move(request)), m_totalLeft(m_request.limits.total)
{
    for (QTimer* timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer, &m_pauseTimer})
        timer->setSingleShot(true);
    m_pauseTimer.setTimerType(Qt::PreciseTimer); // others may end a twentieth too early for the server
    m_connectTimer.setInterval(bounded(m_request.limits.connect));
    m_idleTimer.setInterval(bounded(m_request.limits.idle));
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { retryError(connectError(m_request.url, m_request.limits.connect)); });
    connect(&m_idleTimer, &QTimer::timeout, this,
            [this] { settle(idleError(m_request.url, m_request.limits.idle)); });
    connect(&m_totalTimer, &QTimer::timeout, this,
            [this] { settle(totalError(m_request.url, m_request.limits.total)); });
    connect(&m_pauseTimer, &QTimer::timeout, this, &RequestJob::send);
}

RequestJob::~RequestJob()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this); // goes with its manager, this job's child
    }
}

void RequestJob::trust(const QList<QSslCertificate>& authorities)
{
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setCaCertificates(authorities);
}

void RequestJob::begin()
{
    if (m_stage == Stage::Queued)
        send();
}

void RequestJob::abort()
{
    settle(fail(ErrorCode::Cancelled, tr("The request was cancelled.")));
}

void RequestJob::settle(const Status& outcome)
{
    if (m_stage == Stage::Settled)
        return;
    m_stage = Stage::Settled;
    for (QTimer* timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer, &m_pauseTimer})
        timer->stop();
    qCDebug(logNet).nospace() << m_request.method << " " << originOf(m_request.url) << ": " << m_received
                              << " bytes, " << (outcome ? QString() : outcome.error().detail);
    dropReply();
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            deleteLater();
            Q_EMIT finished(outcome);
        },
        Qt::QueuedConnection);
    Q_EMIT ended();
}

void RequestJob::send()
{
    m_stage = Stage::Sending;
    m_attemptClock.start();
    m_connectTimer.start();
    m_idleTimer.stop();
    m_totalTimer.start(bounded(m_totalLeft));
    m_network = new QNetworkAccessManager(this);
    m_network->setProxyFactory(proxiesFor(m_request.route.proxy).release()); // owned by it from now on
    m_reply = sendThrough(*m_network, m_request, m_tls);
    QNetworkReply* reply = m_reply;
    // The idle time begins when the request is out: until then the connect time holds.
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_connectTimer.stop();
        m_idleTimer.start();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this] {
        if (m_idleTimer.isActive())
            m_idleTimer.start();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &RequestJob::takeHead);
    connect(reply, &QNetworkReply::readyRead, this, &RequestJob::takeBody);
    connect(reply, &QNetworkReply::finished, this, &RequestJob::takeEnd);
}

void RequestJob::dropReply()
{
    if (m_reply == nullptr)
        return;
    QNetworkReply* reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    // Queued: Qt complains when a reply is aborted in its own metaDataChanged() and the status is an error.
    QMetaObject::invokeMethod(
        reply,
        [reply, network = m_network] {
            reply->abort(); // emits finished() at once, to nobody
            network->deleteLater(); // with its reply
        },
        Qt::QueuedConnection);
}

HttpHead RequestJob::headOf(const QNetworkReply& reply) const
{
    HttpHead head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.url = m_request.url;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        head.headers.insert(name.toLower(), value);
    head.contentType = head.headers.value("content-type").split(';').first().trimmed().toLower();
    return head;
}

void RequestJob::takeHead()
{
    if (m_reply == nullptr || m_hasHead)
        return;
    const HttpHead head = headOf(*m_reply);
    if (head.status < 200)
        return;
    m_connectTimer.stop();
    m_idleTimer.start();
    Result<std::optional<HttpRequest>> next = redirected(m_request, head);
    if (!next)
        return settle(next.error());
    if (next->has_value()) {
        if (++m_redirects > m_request.limits.redirects) {
            return settle(
                fail(ErrorCode::RedirectRefused,
                     tr("%1 redirects again and again. Check the address.").arg(originOf(head.url))));
        }
        dropReply();
        m_request = *std::move(*next);
        m_totalLeft = std::max(0ms, m_totalLeft - std::chrono::milliseconds(m_attemptClock.elapsed()));
        return send();
    }
    const std::chrono::milliseconds asked = retryAfter(head, QDateTime::currentDateTimeUtc());
    if (mayRetry() && isPassing(head) && asked <= LongestWait)
        return retryAnswer(head, asked);
    const bool isPlain = !head.headers.contains("content-encoding");
    if (isPlain && head.headers.value("content-length").toLongLong() > m_request.limits.bytes
        && m_request.method != "HEAD")
        return settle(tooLargeError(head.url, m_request.limits.bytes));
    m_hasHead = true;
    Q_EMIT headArrived(head);
}

void RequestJob::takeBody()
{
    if (!m_hasHead)
        takeHead(); // never seen to be needed; body before head must not happen
    // Receivers may abort this job or destroy the client in a slot.
    const QPointer<RequestJob> alive(this);
    while (alive && m_reply != nullptr && m_hasHead) {
        const QByteArray piece = m_reply->read(PieceBytes);
        if (piece.isEmpty())
            return;
        m_idleTimer.start();
        m_received += piece.size();
        if (m_received > m_request.limits.bytes)
            return settle(tooLargeError(m_request.url, m_request.limits.bytes));
        Q_EMIT bodyArrived(piece);
    }
}

void RequestJob::takeEnd()
{
    const QPointer<RequestJob> alive(this);
    const QPointer<QNetworkReply> reply(m_reply);
    if (!m_hasHead)
        takeHead();
    if (alive && reply == m_reply && m_hasHead)
        takeBody();
    if (!alive || reply != m_reply || m_reply == nullptr)
        return; // settled, redirected or retried meanwhile
    const std::optional<Error> error
        = transportError(*m_reply, m_request.url, m_hasHead, isProxied(m_request.route.proxy));
    if (!error && m_hasHead)
        return settle(success());
    if (m_hasHead)
        return settle(*error);
    retryError(error.value_or(
        fail(ErrorCode::NetworkBroken, tr("%1 answered without a status.").arg(originOf(m_request.url)))));
}

bool RequestJob::mayRetry() const
{
    return !m_hasHead && m_attempts < m_request.limits.retries;
}

void RequestJob::retryAnswer(const HttpHead& head, std::chrono::milliseconds asked)
{
    const double random = QRandomGenerator::global()->generateDouble();
    const auto delay = asked > 0ms ? asked : backoff(m_attempts, random, m_request.manners.backoff);
    pause(delay,
          head.status == 429 ? tr("%1 asks for fewer requests.").arg(originOf(head.url))
                             : tr("%1 is not ready to answer (HTTP status %2).")
                                   .arg(originOf(head.url), QString::number(head.status)));
}

void RequestJob::retryError(const Error& error)
{
    const bool mayPass = error.code == ErrorCode::NetworkUnreachable || error.code == ErrorCode::NetworkBroken
        || error.code == ErrorCode::NetworkTimeout;
    if (!mayRetry() || !mayPass)
        return settle(error);
    pause(backoff(m_attempts, QRandomGenerator::global()->generateDouble()), error.text);
}

void RequestJob::pause(std::chrono::milliseconds delay, const QString& why)
{
    ++m_attempts;
    m_stage = Stage::Pausing;
    dropReply();
    m_connectTimer.stop();
    m_idleTimer.stop();
    m_totalTimer.stop();
    m_totalLeft = std::max(0ms, m_totalLeft - std::chrono::milliseconds(m_attemptClock.elapsed()));
    m_pauseTimer.start(bounded(delay));
    Q_EMIT waiting(delay, why);
}

} // namespace lb::net
