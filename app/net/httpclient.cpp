// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "core/onresult.h"
#include "net/authorities.h"
#include "net/redirect.h"
#include "net/requestjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <unordered_map>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::net)
};

/// Qt 6.4 writes header values out as they are: a line end in a key would make a header of its rest.
bool isHeaderSafe(const QByteArray& text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

Status check(const HttpRequest& request)
{
    const bool isWeb = request.url.scheme() == "http"_L1 || request.url.scheme() == "https"_L1;
    if (!request.url.isValid() || !isWeb || request.url.host().isEmpty())
        return fail(
            ErrorCode::Usage,
            Texts::tr("This is no web address: it must begin with http:// or https:// and name a server."));
    for (const auto& [name, value] : request.headers) {
        if (name.isEmpty() || !isHeaderSafe(name) || !isHeaderSafe(value))
            return fail(
                ErrorCode::Usage,
                Texts::tr("A header of the request (perhaps the key) holds a line break. Enter it again."));
    }
    return checkProxy(request.route.proxy);
}

} // namespace

/// The requests of one origin.
struct Lane {
    int running = 0;
    QElapsedTimer sinceLast; ///< invalid until one has ended
    QList<QPointer<RequestJob>> queue;
    bool wakes = false; ///< a timer will look again
};

struct HttpClient::State {
    explicit State(HttpClient* owner) : client(owner) { }

    void append(RequestJob* job, const QString& origin);
    void pump(const QString& origin);
    void wakeLater(const QString& origin, std::chrono::milliseconds delay);
    void release(const QString& origin);

    HttpClient* client;
    std::unordered_map<QString, Lane> lanes;
};

void HttpClient::State::append(RequestJob* job, const QString& origin)
{
    lanes[origin].queue.append(job);
    QMetaObject::invokeMethod(
        client, [this, origin] { pump(origin); }, Qt::QueuedConnection);
}

void HttpClient::State::pump(const QString& origin)
{
    Lane& lane = lanes[origin];
    while (!lane.queue.isEmpty()) {
        RequestJob* next = lane.queue.first();
        if (next == nullptr || next->isSettled()) {
            lane.queue.removeFirst();
            continue;
        }
        if (lane.running >= std::max(1, next->manners().parallel))
            return;
        const auto since = lane.sinceLast.isValid() ? std::chrono::milliseconds(lane.sinceLast.elapsed())
                                                    : next->manners().gap;
        if (since < next->manners().gap)
            return wakeLater(origin, next->manners().gap - since);
        lane.queue.removeFirst();
        ++lane.running;
        // Settled from here on means a place free; before, it only left the queue.
        QObject::connect(next, &RequestJob::ended, client, [this, origin] { release(origin); });
        next->begin();
    }
}

void HttpClient::State::wakeLater(const QString& origin, std::chrono::milliseconds delay)
{
    Lane& lane = lanes[origin];
    if (lane.wakes)
        return;
    lane.wakes = true;
    QTimer::singleShot(delay, client, [this, origin] {
        lanes[origin].wakes = false;
        pump(origin);
    });
}

void HttpClient::State::release(const QString& origin)
{
    Lane& lane = lanes[origin];
    --lane.running;
    lane.sinceLast.start();
    // Queued: the next one must not begin inside the end of this one.
    QMetaObject::invokeMethod(
        client, [this, origin] { pump(origin); }, Qt::QueuedConnection);
}

HttpClient::HttpClient(QObject* parent) : QObject(parent), m_state(std::make_unique<State>(this)) { }

HttpClient::~HttpClient()
{
    // Without a word to anybody.
    const QList<RequestJob*> jobs = findChildren<RequestJob*>(Qt::FindDirectChildrenOnly);
    for (RequestJob* job : jobs)
        job->disconnect();
    qDeleteAll(jobs);
}

HttpJob* HttpClient::send(const HttpRequest& request)
{
    auto* job = new RequestJob(request, this);
    if (const Status valid = check(request); !valid) {
        job->settle(valid);
        return job;
    }
    const QString origin = originOf(request.url);
    if (request.route.caFile.isEmpty()) {
        m_state->append(job, origin);
        return job;
    }
    using Read = Result<QList<QSslCertificate>>;
    onResult(QtConcurrent::run(readAuthorities, request.route.caFile), job,
             [state = m_state.get(), job, origin](const Read& authorities) {
                 if (!authorities)
                     return job->settle(authorities.error());
                 job->trust(*authorities);
                 state->append(job, origin);
             });
    return job;
}

QByteArray HttpClient::userAgent()
{
#ifdef LB_HOMEPAGE
    return QByteArrayLiteral("ListBrief/" LB_VERSION " (+" LB_HOMEPAGE ")");
#else
    return QByteArrayLiteral("ListBrief/" LB_VERSION " (mailing list reader)");
#endif
}

} // namespace lb::net
