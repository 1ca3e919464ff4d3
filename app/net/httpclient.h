// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace lb::net {

using namespace std::chrono_literals;

/// The bounds every request keeps.
struct Limits {
    std::chrono::milliseconds idle = 30s; ///< between two bytes, and until the first
    std::chrono::milliseconds total = 30min;
    qint64 bytes = 1LL << 30; ///< of the answer's body
    int redirects = 5;
    int retries = 2; ///< on errors that may pass; never once the body has begun
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url; ///< made with QUrl::fromEncoded so that %2F and + stay as they are
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Limits limits;
    bool decompress = true; ///< false: ask for identity
};

struct HttpHead {
    int status = 0;
    QByteArray contentType; ///< lower case, without parameters
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QUrl url; ///< after redirects
};

/// One request. finished() comes exactly once, asynchronously, also after abort(). Every status is
/// delivered as such: only the caller knows what 404 means. Deletes itself after finished().
class HttpJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void abort() = 0;

Q_SIGNALS:
    void headArrived(const lb::net::HttpHead& head); ///< before the first body bytes
    void bodyArrived(const QByteArray& bytes); ///< in arrival order
    /// Ok = the answer is complete, with any status. NetworkX, RedirectRefused, TooLarge or Cancelled otherwise.
    void finished(const lb::Status& outcome);
    void waiting(std::chrono::milliseconds delay, const QString& why); ///< before a retry
};

/// Sends requests with the project's User-Agent, redirects only within the origin (Qt 6.4 would resend
/// Authorization to another host), bounded sizes and times, Retry-After honoured, at most two at once and a polite gap
/// per host for archives. GUI thread.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] HttpJob* send(const HttpRequest& request);
    [[nodiscard]] static QByteArray userAgent(); ///< "ListBrief/<version> (+<project URL>)"

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Seconds, milliseconds or an HTTP date, as the Retry-After family has them; 0 = nothing usable. At most 120 s... longer waits are returned as they are.
[[nodiscard]] std::chrono::milliseconds retryAfter(const HttpHead& head, const QDateTime& now);

} // namespace lb::net
