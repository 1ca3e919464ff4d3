// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/publicinboxanswer.h"
#include "archive/publicinboxfetch.h"

#include <QObject>
#include <QPointer>

namespace lb::archive
{

/// One search for mail at a public-inbox server: sends it, looks at what comes back, and passes on only what
/// is mail. ended() comes once, also after abort(); never inside start().
class PublicInboxExchange final : public QObject
{
    Q_OBJECT
public:
    PublicInboxExchange(net::HttpClient& http, Location location, QObject* parent);
    ~PublicInboxExchange() override;

    void start(const QByteArray& query, qint64 maxBytes);
    void stop(const Result<Answer>& outcome); ///< ends with that; nothing is passed on any more

Q_SIGNALS:
    void arrived(const QByteArray& bytes); ///< of a gzip file
    void waiting(std::chrono::milliseconds delay, const QString& why);
    void ended(const lb::Result<lb::archive::Answer>& outcome);

private:
    void take(const QByteArray& bytes);
    void takeEnd(const Status& outcome);
    void end(const Result<Answer>& outcome);

    net::HttpClient& m_http;
    Location m_location;
    QPointer<net::HttpJob> m_job;
    net::HttpHead m_head;
    QByteArray m_start; ///< while it is not known to be mail
    bool m_isMail = false;
    bool m_hasEnded = false;
};

} // namespace lb::archive
