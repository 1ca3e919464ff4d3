// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/provider.h"

#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace Qt::StringLiterals;

namespace
{

Provider at(const QString& endpoint, bool exact = false)
{
    Provider provider;
    provider.id = u"p"_s;
    provider.endpoint = endpoint;
    provider.exactEndpoint = exact;
    return provider;
}

} // namespace

class TestProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completesWhatIsTyped_data();
    void completesWhatIsTyped();
    void takesAnExactAddressAsItIs();
    void refusesWhatIsNoService_data();
    void refusesWhatIsNoService();
    void knowsLocalHosts_data();
    void knowsLocalHosts();
    void survivesTheSettings();
    void readsSettingsLeniently();
    void keepsNoPasswordOfAProxy();
};

void TestProvider::completesWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chat");
    QTest::addColumn<QString>("models");
    const auto row = [](const char* typed, const char* base) {
        const QString start = QString::fromLatin1(base);
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString(start + u"/chat/completions"_s)
                             << QString(start + u"/models"_s);
    };
    row("https://api.example.com", "https://api.example.com/v1");
    row("https://api.example.com/", "https://api.example.com/v1");
    row("https://api.example.com/v1", "https://api.example.com/v1");
    row("https://api.example.com/v1/", "https://api.example.com/v1");
    row("https://api.example.com/v1//", "https://api.example.com/v1");
    row("https://api.example.com/v1/chat/completions", "https://api.example.com/v1");
    row("https://api.example.com/v1/chat/completions/", "https://api.example.com/v1");
    row("https://api.example.com/v1/models", "https://api.example.com/v1");
    row("https://api.example.com/chat/completions", "https://api.example.com");
    row("  https://api.example.com/api/v1  ", "https://api.example.com/api/v1");
    row("https://api.example.com/openai", "https://api.example.com/openai/v1");
    row("https://example.com/v1beta/openai/", "https://example.com/v1beta/openai");
    row("https://example.com/api/paas/v4", "https://example.com/api/paas/v4");
    row("http://127.0.0.1:8080/llm", "http://127.0.0.1:8080/llm/v1");
    row("http://[::1]:8080", "http://[::1]:8080/v1");
    row("localhost:11434", "http://localhost:11434/v1");
    row("192.168.1.5:8080/v1", "http://192.168.1.5:8080/v1");
    row("api.example.com", "https://api.example.com/v1");
    row("HTTPS://API.example.com/v1", "https://api.example.com/v1");
    row("https://api.example.com/v1#part", "https://api.example.com/v1");
    row("https://example.com/a%2Fb", "https://example.com/a%2Fb/v1");
    QTest::newRow("query stays") << u"https://example.com/openai/v1?api-version=2"_s
                                 << u"https://example.com/openai/v1/chat/completions?api-version=2"_s
                                 << u"https://example.com/openai/v1/models?api-version=2"_s;
}

void TestProvider::completesWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, chat);
    QFETCH(QString, models);
    const auto url = chatUrl(at(typed));
    QVERIFY2(url, qPrintable(typed));
    QCOMPARE(url->toString(QUrl::FullyEncoded), chat);
    QCOMPARE(modelsUrl(at(typed))->toString(QUrl::FullyEncoded), models);
    // What it became is stable.
    QCOMPARE(chatUrl(at(chat))->toString(QUrl::FullyEncoded), chat);
}

void TestProvider::takesAnExactAddressAsItIs()
{
    const QString address = u"https://example.com/deployments/d/x?api-version=2024"_s;
    QCOMPARE(chatUrl(at(address, true))->toString(), address);
    QCOMPARE(modelsUrl(at(address, true)).error().code, ErrorCode::NotFound);
    QCOMPARE(modelsUrl(at(u"https://example.com/d/chat/completions"_s, true))->toString(),
             u"https://example.com/d/models"_s);
}

void TestProvider::refusesWhatIsNoService_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"  "_s;
    QTest::newRow("another scheme") << u"ftp://example.com/v1"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("no host") << u"https:///v1"_s;
    QTest::newRow("spaces inside") << u"https://exa mple.com"_s;
    QTest::newRow("password in it") << u"https://user:secret@example.com/v1"_s;
    QTest::newRow("key in it") << u"https://example.com/v1?key=secret"_s;
    QTest::newRow("token in it") << u"https://example.com/v1?a=b&Access_Token=secret"_s;
}

void TestProvider::refusesWhatIsNoService()
{
    QFETCH(QString, typed);
    const auto url = chatUrl(at(typed));
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::Usage);
    QVERIFY(!url.error().text.isEmpty());
    QVERIFY(!url.error().text.contains("secret"_L1));
    QVERIFY(!url.error().detail.contains("secret"_L1));
}

void TestProvider::knowsLocalHosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("local");
    const auto row = [](const char* host, bool local) {
        QTest::newRow(host) << QString(u"http://"_s + QString::fromLatin1(host) + u"/v1"_s) << local;
    };
    row("localhost:1", true);
    row("LOCALHOST", true);
    row("a.localhost", true);
    row("127.0.0.1", true);
    row("127.9.9.9", true);
    row("[::1]", true);
    row("10.1.2.3", true);
    row("172.16.0.1", true);
    row("172.32.0.1", false);
    row("192.168.0.1", true);
    row("192.169.0.1", false);
    row("169.254.1.1", true);
    row("[fe80::1]", true);
    row("[fd00::1]", true);
    row("[2001:db8::1]", false);
    row("[::ffff:192.168.0.1]", true);
    row("8.8.8.8", false);
    row("ollama", true);
    row("box.lan", true);
    row("box.local", true);
    row("example.com", false);
    row("localhost.example.com", false);
    row("10.example.com", false);
}

void TestProvider::knowsLocalHosts()
{
    QFETCH(QString, url);
    QFETCH(bool, local);
    QCOMPARE(isLocal(QUrl(url)), local);
}

void TestProvider::survivesTheSettings()
{
    Provider one = at(u"https://example.com"_s);
    one.name = u"例子 “quoted”"_s;
    one.model = u"org/model:8b"_s;
    one.concurrency = 2;
    one.contextTokens = 8192;
    one.outputTokens = 700;
    one.temperature = 0.5;
    one.dialect = Dialect::Anthropic;
    one.proxy = u"socks5://someone@proxy.example.com:1080"_s;
    one.caFile = u"/etc/ssl/own.pem"_s;
    one.priceIn = 0.27;
    one.priceOut = 1.1;
    one.currency = u"EUR"_s;
    Provider two = at(u"http://localhost/x"_s, true);
    two.id = u"q"_s;
    two.name = u"q"_s;
    two.dialect = Dialect::Ollama;
    two.proxy = u"none"_s;
    const QList<Provider> both{one, two};
    QCOMPARE(*providersFromJson(toJson(both)), both);
    QVERIFY(providersFromJson({})->isEmpty());
}

void TestProvider::readsSettingsLeniently()
{
    QVERIFY(!providersFromJson("{not json"));
    QVERIFY(!providersFromJson("{}"));
    const auto read = providersFromJson(
        R"([1, {"id":""}, {"id":"a","concurrency":999,"contextTokens":-5,"temperature":"x"}, {"id":"a","model":"2"}])");
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().concurrency, 16);
    QCOMPARE(read->first().contextTokens, 256);
    QCOMPARE(read->first().temperature, 0.2);
    QCOMPARE(read->first().model, QString());
    QCOMPARE(read->first().dialect, Dialect::OpenAi);
    QCOMPARE(read->first().currency, u"USD"_s);
    const auto wild = providersFromJson(
        R"([{"id":"a","dialect":"smoke signals","priceIn":-1,"priceOut":1e300,"currency":"  "},
            {"id":"b","dialect":7,"proxy":[],"caFile":1,"priceIn":"1","currency":"a currency with a long name"}])");
    QCOMPARE(wild->size(), 2);
    QCOMPARE(wild->first().dialect, Dialect::OpenAi);
    QCOMPARE(wild->first().priceIn, 0.0);
    QCOMPARE(wild->first().priceOut, 1e6);
    QCOMPARE(wild->first().currency, u"USD"_s);
    QCOMPARE(wild->last().proxy, QString());
    QCOMPARE(wild->last().caFile, QString());
    QCOMPARE(wild->last().priceIn, 0.0);
    QCOMPARE(wild->last().currency.size(), 12);
}

void TestProvider::keepsNoPasswordOfAProxy()
{
    Provider provider = at(u"https://example.com"_s);
    provider.proxy = u"http://someone:secret@proxy.example.com:3128"_s;
    const QByteArray saved = toJson({provider});
    QVERIFY(!saved.contains("secret"));
    QCOMPARE(providersFromJson(saved)->first().proxy, u"http://someone@proxy.example.com:3128"_s);
    QVERIFY(wantsProxyPassword(provider));
    const Provider without = providersFromJson(saved)->first();
    QCOMPARE(withProxyPassword(without, u"secret"_s), provider);
    QVERIFY(withProxyPassword(without, u"p@ss/w:rd"_s).proxy.contains("p%40ss%2Fw%3Ard@proxy"_L1));
    QCOMPARE(withProxyPassword(without, {}), without);
    for (const QString& proxy : {QString(), u"none"_s, u"http://proxy.example.com"_s}) {
        provider.proxy = proxy;
        QVERIFY(!wantsProxyPassword(provider));
        QCOMPARE(withProxyPassword(provider, u"secret"_s), provider);
    }
    const auto typed = providersFromJson(R"([{"id":"a","proxy":"socks5://someone:secret@127.0.0.1:1"}])");
    QCOMPARE(typed->first().proxy, u"socks5://someone@127.0.0.1:1"_s);
}

QTEST_GUILESS_MAIN(TestProvider)
#include "test_provider.moc"
