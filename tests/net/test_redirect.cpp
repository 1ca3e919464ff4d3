// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redirect.h"

#include <QTest>

using namespace lb;
using namespace lb::net;
using namespace Qt::StringLiterals;

class TestRedirect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesOrigins_data();
    void namesOrigins();
    void followsWithinTheOriginOnly_data();
    void followsWithinTheOriginOnly();
    void keepsMethodAndBodyWhereHttpSaysSo_data();
    void keepsMethodAndBodyWhereHttpSaysSo();
    void refusalNamesTheServerButNoPathOrQuery();
};

namespace
{

HttpRequest post()
{
    return {.method = "POST",
            .url = QUrl::fromEncoded("https://host.example/list/?x=m"),
            .headers = {{"Authorization", "Bearer canary"}, {"Content-Type", "text/plain"}},
            .body = "body"};
}

HttpHead answer(int status, const QByteArray& location)
{
    HttpHead head;
    head.status = status;
    head.url = post().url;
    if (!location.isEmpty())
        head.headers.insert("location", location);
    return head;
}

} // namespace

void TestRedirect::namesOrigins_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("plain") << QByteArray("https://host.example/a?b#c") << u"https://host.example"_s;
    QTest::newRow("usual port") << QByteArray("https://host.example:443/") << u"https://host.example"_s;
    QTest::newRow("other port") << QByteArray("https://host.example:80/") << u"https://host.example:80"_s;
    QTest::newRow("http port") << QByteArray("http://host.example:80/") << u"http://host.example"_s;
    QTest::newRow("case") << QByteArray("HTTPS://HOST.example/") << u"https://host.example"_s;
    QTest::newRow("user") << QByteArray("https://user:secret@host.example/") << u"https://host.example"_s;
    QTest::newRow("IPv6") << QByteArray("http://[::1]:8080/") << u"http://[::1]:8080"_s;
}

void TestRedirect::namesOrigins()
{
    QFETCH(QByteArray, url);
    QTEST(originOf(QUrl::fromEncoded(url)), "origin");
}

void TestRedirect::followsWithinTheOriginOnly_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("target"); // empty = no redirect, "refused"
    const auto row = [](const char* name, int status, const char* location, const char* target) {
        QTest::newRow(name) << status << QByteArray(location) << QByteArray(target);
    };
    row("absolute", 307, "https://host.example/b", "https://host.example/b");
    row("path", 301, "/b?c=%2F", "https://host.example/b?c=%2F");
    row("relative", 308, "b", "https://host.example/list/b");
    row("usual port spelled out", 302, "https://host.example:443/b", "https://host.example:443/b");
    row("fragment", 302, "/b#c", "https://host.example/b");
    row("other host", 307, "https://evil.example/b", "refused");
    row("other host without scheme", 307, "//evil.example/b", "refused");
    row("other port", 307, "https://host.example:8443/b", "refused");
    row("less safe", 307, "http://host.example/b", "refused");
    row("subdomain", 307, "https://a.host.example/b", "refused");
    row("host as user", 307, "https://host.example@evil.example/b", "refused");
    row("file", 307, "file:///etc/passwd", "refused");
    row("script", 307, "javascript:alert(1)", "refused");
    row("not a URL", 307, "https://[::1/b", "refused");
    row("no target", 302, "", "");
    row("not modified", 304, "/b", "");
    row("created", 201, "/b", "");
}

void TestRedirect::followsWithinTheOriginOnly()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, target);
    const auto next = redirected(post(), answer(status, location));
    if (target == "refused") {
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::RedirectRefused);
        return;
    }
    QVERIFY(next);
    QCOMPARE(next->has_value(), !target.isEmpty());
    if (next->has_value())
        QCOMPARE((*next)->url.toEncoded(), target);
}

void TestRedirect::keepsMethodAndBodyWhereHttpSaysSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("301") << 301 << QByteArray("GET");
    QTest::newRow("302") << 302 << QByteArray("GET");
    QTest::newRow("303") << 303 << QByteArray("GET");
    QTest::newRow("307") << 307 << QByteArray("POST");
    QTest::newRow("308") << 308 << QByteArray("POST");
}

void TestRedirect::keepsMethodAndBodyWhereHttpSaysSo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    const auto next = redirected(post(), answer(status, "/b"));
    QVERIFY(next && next->has_value());
    const HttpRequest& request = **next;
    QCOMPARE(request.method, method);
    QCOMPARE(request.body.isEmpty(), method == "GET");
    QCOMPARE(request.headers.size(), method == "GET" ? 1 : 2);
    QCOMPARE(request.headers.first().first, QByteArray("Authorization"));
}

void TestRedirect::refusalNamesTheServerButNoPathOrQuery()
{
    const auto next = redirected(post(), answer(307, "https://evil.example/path?token=canary"));
    QVERIFY(!next);
    QVERIFY(next.error().text.contains("https://evil.example"_L1));
    QVERIFY(!next.error().text.contains("canary"_L1));
    QVERIFY(!next.error().text.contains("path"_L1));
}

QTEST_GUILESS_MAIN(TestRedirect)
#include "test_redirect.moc"
