// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxexchange.h"

#include "archive/publicinboxurl.h"

namespace lb::archive
{

using namespace std::chrono_literals;

namespace
{

/// What kernel.org asks of clients: one request in flight, a pause between them, and long steps back when a
/// server is busy. A server of one's own needs none of that.
net::Manners mannersFor(const QUrl& url)
{
    if (net::isLocalHost(url.host()))
        return {.parallel = 1};
    return {.parallel = 1, .gap = 1s, .backoff = 30s};
}

} // namespace

PublicInboxExchange::PublicInboxExchange(net::HttpClient& http, Location location, QObject* parent)
    : QObject(parent), m_http(http), m_location(std::move(location))
{
}

PublicInboxExchange::~PublicInboxExchange()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->abort();
    }
}

void PublicInboxExchange::start(const QByteArray& query, qint64 maxBytes)
{
    const Result<QUrl> url = mboxUrl(m_location.url, query);
    if (!url) {
        end(url.error());
        return;
    }
    net::HttpRequest request;
    request.method = "POST"; // x=m over GET answers with HTML
    request.url = *url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.decompress = false; // the gzip file is the payload
    request.limits.idle = 60s; // a search over millions of mails takes its time before the first byte
    request.limits.bytes = maxBytes;
    request.manners = mannersFor(m_location.url);
    m_job = m_http.send(request);
    connect(m_job, &net::HttpJob::headArrived, this, [this](const net::HttpHead& head) { m_head = head; });
    connect(m_job, &net::HttpJob::bodyArrived, this, &PublicInboxExchange::take);
    connect(m_job, &net::HttpJob::waiting, this, &PublicInboxExchange::waiting);
    connect(m_job, &net::HttpJob::finished, this, &PublicInboxExchange::takeEnd);
}

void PublicInboxExchange::stop(const Result<Answer>& outcome)
{
    end(outcome);
}

void PublicInboxExchange::take(const QByteArray& bytes)
{
    if (m_hasEnded)
        return;
    if (m_isMail) {
        Q_EMIT arrived(bytes);
        return;
    }
    m_start += bytes;
    if (isMail(m_head, m_start)) {
        m_isMail = true;
        Q_EMIT arrived(m_start);
        m_start.clear();
    } else if (m_start.size() >= AnswerStartBytes) {
        end(judgeAnswer(m_head, m_start, m_location)); // the rest of a page is of no interest
    }
}

void PublicInboxExchange::takeEnd(const Status& outcome)
{
    if (!outcome)
        end(outcome.error());
    else if (m_isMail)
        end(Answer::Mail);
    else
        end(judgeAnswer(m_head, m_start, m_location));
}

void PublicInboxExchange::end(const Result<Answer>& outcome)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    if (m_job) {
        m_job->disconnect(this);
        m_job->abort();
    }
    QMetaObject::invokeMethod(
        this, [this, outcome] { Q_EMIT ended(outcome); }, Qt::QueuedConnection);
}

} // namespace lb::archive
