// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkerror.h"

#include "core/result.h"
#include "net/redirect.h"

#include <QCoreApplication>
#include <QLocale>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::net)
};

QString seconds(std::chrono::milliseconds duration)
{
    return QLocale().toString(static_cast<double>(duration.count()) / 1000.0, 'g', 4);
}

/// Qt's number, for the log: its texts may hold the whole URL.
QString detailOf(QNetworkReply::NetworkError code)
{
    return u"QNetworkReply error %1"_s.arg(static_cast<int>(code));
}

Error unreachable(QNetworkReply::NetworkError code, const QString& origin, bool proxied)
{
    if (proxied) // Qt has no code of its own for a SOCKS proxy that is not there
        code = QNetworkReply::UnknownProxyError;
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return fail(
            ErrorCode::NetworkUnreachable,
            Texts::tr("No server is known by the name in %1. Check the address and the network connection.")
                .arg(origin));
    case QNetworkReply::ConnectionRefusedError:
        return fail(ErrorCode::NetworkUnreachable,
                    Texts::tr("%1 refuses connections. Check the address and port, and that the server runs.")
                        .arg(origin));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return fail(ErrorCode::NetworkUnreachable,
                    Texts::tr("%1 cannot be reached through the proxy. Check the proxy in the settings.")
                        .arg(origin));
    default:
        return fail(ErrorCode::NetworkUnreachable,
                    Texts::tr("%1 cannot be reached. Check the network connection.").arg(origin));
    }
}

Error broken(const QString& origin, bool answered)
{
    return fail(
        ErrorCode::NetworkBroken,
        answered ? Texts::tr("%1 closed the connection in the middle of its answer. Try again.").arg(origin)
                 : Texts::tr("%1 closed the connection without an answer. Try again.").arg(origin));
}

} // namespace

std::optional<Error> transportError(const QNetworkReply& reply, const QUrl& url, bool answered, bool proxied)
{
    const QNetworkReply::NetworkError code = reply.error();
    const QString origin = originOf(url);
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    Error error;
    switch (code) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::SslHandshakeFailedError:
        error = fail(
            ErrorCode::NetworkTls,
            Texts::tr("No secure connection to %1: its certificate or encryption was not accepted (%2).")
                .arg(origin, reply.errorString()));
        break;
    case QNetworkReply::TimeoutError:
        error = fail(ErrorCode::NetworkTimeout,
                     Texts::tr("%1 does not answer in time. Try again later.").arg(origin));
        break;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::OperationCanceledError: // not ours: those are handled before
        error = broken(origin, answered);
        break;
    case QNetworkReply::ProtocolFailure:
        error = fail(ErrorCode::NetworkBroken,
                     Texts::tr("%1 does not speak HTTP there. Check the address and port.").arg(origin));
        break;
    default:
        if (status >= 400)
            return std::nullopt;
        if (status > 0) // undecodable Content-Encoding and the like
            error = fail(ErrorCode::NetworkBroken,
                         Texts::tr("The answer of %1 cannot be decoded. Try again.").arg(origin));
        else
            error = unreachable(code, origin, proxied);
    }
    error.detail = detailOf(code);
    return error;
}

Error idleError(const QUrl& url, std::chrono::milliseconds idle)
{
    return fail(
        ErrorCode::NetworkTimeout,
        Texts::tr("%1 sent nothing for %2 seconds. Try again later.").arg(originOf(url), seconds(idle)));
}

Error totalError(const QUrl& url, std::chrono::milliseconds total)
{
    return fail(
        ErrorCode::NetworkTimeout,
        Texts::tr("The answer of %1 was not complete after %2 seconds.").arg(originOf(url), seconds(total)));
}

Error connectError(const QUrl& url, std::chrono::milliseconds connect)
{
    return fail(
        ErrorCode::NetworkTimeout,
        Texts::tr("No connection to %1 within %2 seconds. Check the address and the network connection.")
            .arg(originOf(url), seconds(connect)));
}

Error tooLargeError(const QUrl& url, qint64 bytes)
{
    return fail(ErrorCode::TooLarge,
                Texts::tr("The answer of %1 is larger than the %2 that are accepted.")
                    .arg(originOf(url), QLocale().formattedDataSize(bytes)));
}

} // namespace lb::net
