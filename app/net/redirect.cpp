// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redirect.h"

#include <QCoreApplication>

#include <algorithm>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::net)
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// A POST that was answered with 301 or 302 goes on as GET, as every client does; 303 asks for that.
bool becomesGet(const HttpRequest& request, int status)
{
    if (request.method == "GET" || request.method == "HEAD")
        return false;
    return status == 303 || ((status == 301 || status == 302) && request.method == "POST");
}

} // namespace

QString originOf(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyDecoded);
    const int port = url.port(-1);
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    QString origin = url.scheme() + u"://"_s + (host.contains(u':') ? QString(u'[' + host + u']') : host);
    if (port != -1 && port != usual)
        origin += u':' + QString::number(port);
    return origin;
}

Result<std::optional<HttpRequest>> redirected(const HttpRequest& request, const HttpHead& head)
{
    const QByteArray location = head.headers.value("location");
    if (!isRedirect(head.status) || location.isEmpty())
        return std::optional<HttpRequest>();
    const QUrl target = head.url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const bool isWeb = target.scheme() == "http"_L1 || target.scheme() == "https"_L1;
    if (!target.isValid() || !isWeb || target.host().isEmpty()) {
        return fail(ErrorCode::RedirectRefused,
                    Texts::tr("%1 redirects to something that is no web address.").arg(originOf(head.url)));
    }
    if (originOf(target) != originOf(head.url)) {
        return fail(
            ErrorCode::RedirectRefused,
            Texts::tr("%1 redirects to %2. ListBrief follows redirects only within one server; if you trust "
                      "the other one, use its address instead.")
                .arg(originOf(head.url), originOf(target)));
    }
    HttpRequest next = request;
    next.url = target;
    next.url.setFragment({});
    if (becomesGet(request, head.status)) {
        next.method = "GET";
        next.body.clear();
        next.headers.removeIf(
            [](const auto& header) { return header.first.toLower().startsWith("content-"); });
    }
    return std::optional<HttpRequest>(std::move(next));
}

} // namespace lb::net
