// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace lb::net
{

/// HttpJob over QNetworkAccessManager: Queued -> Sending -> (Pausing -> Sending)* -> Settled.
class RequestJob final : public HttpJob
{
    Q_OBJECT
public:
    RequestJob(HttpRequest request, QObject* parent);
    ~RequestJob() override;

    void trust(const QList<QSslCertificate>& authorities); ///< these in place of the system's
    void begin(); ///< its turn has come
    void abort() override;
    void settle(const Status& outcome); ///< the first time only; finished() follows from the event loop

    [[nodiscard]] const Manners& manners() const { return m_request.manners; }
    [[nodiscard]] bool isSettled() const { return m_stage == Stage::Settled; }

Q_SIGNALS:
    void ended(); ///< within settle(): its place in the lane is free

private:
    enum class Stage { Queued, Sending, Pausing, Settled };

    void send();
    void dropReply();
    void takeHead();
    void takeBody();
    void takeEnd();
    [[nodiscard]] HttpHead headOf(const QNetworkReply& reply) const;
    [[nodiscard]] bool mayRetry() const;
    void retryAnswer(const HttpHead& head, std::chrono::milliseconds asked);
    void retryError(const Error& error);
    void pause(std::chrono::milliseconds delay, const QString& why);

    HttpRequest m_request;
    /// Of this attempt alone. Qt keeps proxies with it, and connections with the certificates that they were
    /// opened with: whoever came by the same one would inherit another's trust. It also asks again on a
    /// connection that the server calls kept alive although it was asked to close it, and servers that count
    /// requests refuse the second.
    QPointer<QNetworkAccessManager> m_network;
    std::optional<QSslConfiguration> m_tls; ///< unset = the default
    QPointer<QNetworkReply> m_reply;
    Stage m_stage = Stage::Queued;
    bool m_hasHead = false; ///< delivered: from here on nothing is retried
    int m_redirects = 0;
    int m_attempts = 0; ///< retries made
    qint64 m_received = 0;
    std::chrono::milliseconds m_totalLeft;
    QElapsedTimer m_attemptClock;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    QTimer m_pauseTimer;
};

} // namespace lb::net
