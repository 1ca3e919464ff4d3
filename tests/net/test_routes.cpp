// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server: proxies and certificates of its own.
#include "net/authorities.h"
#include "net/httpclient.h"
#include "net/listener.h"
#include "net/proxies.h"
#include "net/route.h"
#include "support/loopbackserver.h"
#include "support/tlsserver.h"

using namespace lb;
using namespace lb::net;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsProxies_data();
    void knowsProxies();
    void asksTheProxyOfTheRequest();
    void givesTheProxyItsPassword();
    void namesTheProxyThatIsNotThere();
    void refusesWhatIsNoProxy();
    void readsAuthorities();
    void saysWhatIsWrongWithAuthorities();
    void trustsTheAuthorityOfTheRequestAlone();
    void neverIgnoresATlsError();

private:
    [[nodiscard]] std::unique_ptr<Listener> get(const QUrl& url, const Route& route)
    {
        HttpRequest request;
        request.url = url;
        request.limits.retries = 0;
        request.route = route;
        return std::make_unique<Listener>(m_client.send(request));
    }
    HttpClient m_client;
};

void TestRoutes::knowsProxies_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<int>("port");
    const auto row = [](const char* proxy, QNetworkProxy::ProxyType type, int port) {
        QTest::newRow(proxy) << QString::fromLatin1(proxy) << true << type << port;
    };
    row("none", QNetworkProxy::NoProxy, 0);
    row("http://proxy.example.com:3128", QNetworkProxy::HttpCachingProxy, 3128);
    row("http://proxy.example.com", QNetworkProxy::HttpCachingProxy, 8080);
    row("socks5://127.0.0.1:9050", QNetworkProxy::Socks5Proxy, 9050);
    row("socks5h://someone@127.0.0.1", QNetworkProxy::Socks5Proxy, 1080);
    for (const char* bad :
         {"proxy.example.com:3128", "https://proxy.example.com", "ftp://x", "http://", "nonsense"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false << QNetworkProxy::NoProxy << 0;
}

void TestRoutes::knowsProxies()
{
    QFETCH(QString, proxy);
    QFETCH(bool, good);
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(int, port);
    QCOMPARE(checkProxy(proxy).has_value(), good);
    const auto proxies = proxiesFor(proxy)->queryProxy(QNetworkProxyQuery(QUrl(u"http://example.com"_s)));
    QCOMPARE(proxies.constFirst().type(), type);
    QCOMPARE(int(proxies.constFirst().port()), port);
}

void TestRoutes::asksTheProxyOfTheRequest()
{
    LoopbackServer proxy;
    proxy.reply(LoopbackReply::text(200, "through the proxy"));
    const auto asked
        = get(QUrl(u"http://server.example.invalid/x"_s), {u"http://127.0.0.1:%1"_s.arg(proxy.port()), {}});
    AWAIT(*asked);
    QCOMPARE(asked->body, QByteArray("through the proxy"));
    QCOMPARE(proxy.requests().constFirst().target, QByteArray("http://server.example.invalid/x"));

    // Another request of the same client does not take that way.
    LoopbackServer direct;
    direct.reply(LoopbackReply::text(200, "direct"));
    const auto other = get(direct.url("/"), {});
    AWAIT(*other);
    QCOMPARE(other->body, QByteArray("direct"));
    QCOMPARE(proxy.requests().size(), 1);
}

void TestRoutes::givesTheProxyItsPassword()
{
    LoopbackServer proxy;
    proxy.setHandler([](const LoopbackRequest& request) {
        if (!request.headers.contains("proxy-authorization"))
            return LoopbackReply::text(407, "who?").header("Proxy-Authenticate", "Basic realm=\"p\"");
        return LoopbackReply::text(200, "welcome");
    });
    const auto asked = get(QUrl(u"http://server.example.invalid/"_s),
                           {u"http://someone:pass%20word@127.0.0.1:%1"_s.arg(proxy.port()), {}});
    AWAIT(*asked);
    QCOMPARE(asked->body, QByteArray("welcome"));
    QCOMPARE(proxy.requests().constLast().headers.value("proxy-authorization"),
             QByteArray("Basic " + QByteArray("someone:pass word").toBase64()));
}

void TestRoutes::namesTheProxyThatIsNotThere()
{
    const auto asked = get(QUrl(u"http://server.example.invalid/"_s), {u"socks5://127.0.0.1:1"_s, {}});
    AWAIT(*asked);
    QCOMPARE(asked->code(), ErrorCode::NetworkUnreachable);
    const Error& error = asked->outcome->error();
    QVERIFY2(error.text.contains("proxy"_L1), qPrintable(error.text + error.detail));
}

void TestRoutes::refusesWhatIsNoProxy()
{
    const auto asked
        = get(QUrl(u"http://127.0.0.1:1/"_s), {u"https://someone:secret@proxy.example.com"_s, {}});
    AWAIT(*asked);
    QCOMPARE(asked->code(), ErrorCode::Usage);
    QVERIFY(!asked->outcome->error().text.contains("secret"_L1));
}

void TestRoutes::readsAuthorities()
{
    const TlsFiles files(u"IP:127.0.0.1"_s);
    if (!files.isMade())
        QSKIP("no openssl program to make certificates with");
    const auto read = readAuthorities(files.authority());
    QVERIFY2(read, qPrintable(read.has_value() ? QString() : read.error().text));
    QCOMPARE(read->size(), QSslConfiguration::systemCaCertificates().size() + 1);
    QCOMPARE(read->constLast().subjectInfo(QSslCertificate::CommonName),
             QStringList{u"Invented Authority"_s});
}

void TestRoutes::saysWhatIsWrongWithAuthorities()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(u"missing.pem"_s);
    const auto none = get(QUrl(u"https://127.0.0.1:1/"_s), {{}, missing});
    AWAIT(*none);
    QCOMPARE(none->code(), ErrorCode::NetworkTls);
    QVERIFY(none->outcome->error().text.contains(missing));

    QFile empty(folder.filePath(u"empty.pem"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.write("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
    empty.close();
    const auto nothing = get(QUrl(u"https://127.0.0.1:1/"_s), {{}, empty.fileName()});
    AWAIT(*nothing);
    QCOMPARE(nothing->code(), ErrorCode::NetworkTls);
    QVERIFY(nothing->outcome->error().text.contains("holds no certificate"_L1));
    QCOMPARE(readAuthorities(folder.path()).error().code, ErrorCode::NetworkTls);
}

void TestRoutes::trustsTheAuthorityOfTheRequestAlone()
{
    const TlsFiles files(u"IP:127.0.0.1"_s);
    if (!files.isMade() || !QSslSocket::supportsSsl())
        QSKIP("no openssl program to make certificates with, or Qt without TLS");
    const TlsServer server(files);
    const auto trusted = get(server.url(), {{}, files.authority()});
    AWAIT(*trusted);
    QVERIFY2(*trusted->outcome, qPrintable(trusted->outcome->error().text));
    QCOMPARE(trusted->body, QByteArray("ok"));

    const auto stranger = get(server.url(), {});
    AWAIT(*stranger);
    QCOMPARE(stranger->code(), ErrorCode::NetworkTls);
    QCOMPARE(server.answered(), 1);
}

void TestRoutes::neverIgnoresATlsError()
{
    const TlsFiles files(u"DNS:another.example.invalid"_s);
    if (!files.isMade() || !QSslSocket::supportsSsl())
        QSKIP("no openssl program to make certificates with, or Qt without TLS");
    const TlsServer server(files);
    const auto asked = get(server.url(), {{}, files.authority()});
    AWAIT(*asked);
    QCOMPARE(asked->code(), ErrorCode::NetworkTls);
    QCOMPARE(server.answered(), 0);
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "test_routes.moc"
