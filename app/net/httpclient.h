// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/route.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

namespace lb::net
{

using namespace std::chrono_literals;

/// The bounds every request keeps. Waiting for its turn or before a retry counts for no time bound.
struct Limits {
    std::chrono::milliseconds idle = 30s; ///< between two bytes, and until the first
    std::chrono::milliseconds total = 30min; ///< of all attempts together
    qint64 bytes = 1LL << 30; ///< of the answer's body, inflated
    int redirects = 5;
    int retries = 2; ///< on errors that may pass, of any method; never once the head was delivered
    std::chrono::milliseconds connect = 20s; ///< name, connection and TLS, until the request is on its way
};

/// How many requests one origin (scheme, host, port) gets. The strictest of those waiting first holds.
struct Manners {
    int parallel = 6; ///< in flight at once; QNetworkAccessManager has no more than 6
    std::chrono::milliseconds gap{0}; ///< between the end of one request and the start of the next
    std::chrono::milliseconds backoff
        = 500ms; ///< before the first retry of an answer that names no time; doubles up to 16 times that
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {}; ///< made with QUrl::fromEncoded so that %2F and + stay as they are
    QList<std::pair<QByteArray, QByteArray>> headers
        = {}; ///< User-Agent and Accept-Encoding are the client's own
    QByteArray body = {};
    Limits limits = {};
    bool decompress = true; ///< false: ask for identity
    Manners manners = {};
    Route route = {};
};

struct HttpHead {
    int status = 0;
    QByteArray contentType; ///< lower case, without parameters
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QUrl url; ///< after redirects
};

/// One request. finished() comes exactly once, asynchronously, also after abort() (then Cancelled and
/// nothing else before it). Every status is delivered as such: only the caller knows what 404 means.
/// Redirects that are followed and answers that are retried are not delivered. Deletes itself after
/// finished(). A client that is destroyed takes its jobs with it, without a signal;
/// not in a slot of one of them.
class HttpJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void abort() = 0;

Q_SIGNALS:
    void headArrived(const lb::net::HttpHead& head); ///< before the first body bytes
    void bodyArrived(const QByteArray& bytes); ///< in arrival order
    /// Ok = the answer is complete, with any status. NetworkX, RedirectRefused, TooLarge or Cancelled
    /// otherwise. A cut that HTTP cannot show (neither chunked nor with a length, connection closed) is Ok as
    /// well: formats know their end.
    void finished(const lb::Status& outcome);
    void waiting(std::chrono::milliseconds delay, const QString& why); ///< before a retry
};

/// Sends requests with the project's User-Agent, redirects only within the origin (Qt 6.4 would resend
/// Authorization and body to another host), bounded sizes and times, Retry-After honoured, requests of one
/// origin in turn as Manners say, the system's proxy except for local hosts or what Route says, no cookies,
/// HTTP/1.1, no TLS error ever ignored. GUI thread.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] HttpJob* send(const HttpRequest& request);
    [[nodiscard]] static QByteArray userAgent(); ///< "ListBrief/<version> (...)"

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What retry-after-ms or Retry-After (seconds or an HTTP date) ask for; 0 = nothing usable. Waits of any
/// length are returned as they are (a client that waits by itself does so up to 120 s).
[[nodiscard]] std::chrono::milliseconds retryAfter(const HttpHead& head, const QDateTime& now);

/// True for loopback, link-local and private addresses (RFC 1918, 4193) and "localhost": no proxy can reach
/// them, and plain http is no risk there.
[[nodiscard]] bool isLocalHost(const QString& host);

} // namespace lb::net
