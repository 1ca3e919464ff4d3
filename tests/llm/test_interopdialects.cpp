// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialect against servers that are not ours: the scriptable mock (npm, started here where it is
// installed below LB_AIMOCK), and a real engine that LB_ENGINE_URL names (with LB_ENGINE_KEY and
// LB_ENGINE_MODEL).
#include "llm/endpointtest.h"
#include "net/httpclient.h"
#include "support/askedstream.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestInteropDialects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theMockAnswersInEveryDialect_data();
    void theMockAnswersInEveryDialect();
    void theMocksErrorsAreNamed_data();
    void theMocksErrorsAreNamed();
    void theRealEngineSpeaksOllama();
    void theRealEnginePassesTheTest_data();
    void theRealEnginePassesTheTest();

private:
    static void everyDialect()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("openai") << Dialect::OpenAi;
        QTest::newRow("anthropic") << Dialect::Anthropic;
        QTest::newRow("ollama") << Dialect::Ollama;
    }
    [[nodiscard]] ChatRequest mockRequest(Dialect dialect, const QString& user) const
    {
        ChatRequest question = chatRequest(u"http://127.0.0.1:%1"_s.arg(m_port));
        question.provider.dialect = dialect;
        question.system.clear();
        question.user = user;
        return question;
    }
    [[nodiscard]] static Provider engine(Dialect dialect)
    {
        Provider provider;
        provider.id = u"engine"_s;
        provider.dialect = dialect;
        provider.endpoint = qEnvironmentVariable("LB_ENGINE_URL");
        provider.model = qEnvironmentVariable("LB_ENGINE_MODEL", u"any"_s);
        provider.outputTokens = 40;
        provider.contextTokens = 512;
        return provider;
    }

    net::HttpClient m_http;
    QProcess m_mock;
    QByteArray m_log;
    quint16 m_port = 0; ///< 0 = there is no mock
};

void TestInteropDialects::initTestCase()
{
    const QString script = qEnvironmentVariable("LB_AIMOCK") + u"/node_modules/.bin/aimock"_s;
    const QString fixtures = qEnvironmentVariable("LB_SHARED") + u"/tools/llm/tools/aimock-fixtures.json"_s;
    if (!QFileInfo::exists(script) || !QFileInfo::exists(fixtures))
        return;
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    QTemporaryDir folder;
    QFile config(folder.filePath(u"aimock.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("{\"port\":" + QByteArray::number(port) + R"(,"host":"127.0.0.1","llm":{"fixtures":")"
                 + fixtures.toUtf8() + "\"}}");
    config.close();
    m_mock.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_mock, &QProcess::readyRead, this, [this] { m_log += m_mock.readAll(); });
    m_mock.start(script, {u"--config"_s, config.fileName()});
    QTRY_VERIFY2_WITH_TIMEOUT(m_log.contains("listening"), m_log.constData(), 60'000);
    m_port = port;
}

void TestInteropDialects::cleanupTestCase()
{
    if (m_mock.state() == QProcess::NotRunning)
        return;
    const QSignalSpy gone(&m_mock, &QProcess::finished);
    m_mock.kill();
    QTRY_COMPARE(gone.size(), 1);
}

void TestInteropDialects::theMockAnswersInEveryDialect_data()
{
    everyDialect();
}

void TestInteropDialects::theMockAnswersInEveryDialect()
{
    if (m_port == 0)
        QSKIP("needs the mock below LB_AIMOCK (npm install @copilotkit/aimock) and the shared folder");
    QFETCH(Dialect, dialect);
    ChatClient client(m_http);
    const Asked asked(client.ask(mockRequest(dialect, u"UNICODE"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    QVERIFY2(*asked.outcome, qPrintable(asked.said()));
    QCOMPARE((*asked.outcome)->text,
             u"Grüße aus Zürich — 日本語のメール 👩‍👩‍👧‍👦 ✅ naïve café"_s);
}

void TestInteropDialects::theMocksErrorsAreNamed_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("user");
    QTest::addColumn<ErrorCode>("code");
    for (const auto& [name, dialect] :
         {std::pair("openai", Dialect::OpenAi), std::pair("anthropic", Dialect::Anthropic),
          std::pair("ollama", Dialect::Ollama)}) {
        QTest::addRow("%s key", name) << dialect << u"ERR401"_s << ErrorCode::ModelAuth;
        QTest::addRow("%s model", name) << dialect << u"ERR404"_s << ErrorCode::ModelNotFound;
        QTest::addRow("%s context", name) << dialect << u"ERRCTX"_s << ErrorCode::ModelContext;
        QTest::addRow("%s server", name) << dialect << u"ERR500"_s << ErrorCode::ModelServer;
        if (dialect != Dialect::Ollama) // there the mock says "stop" whatever it was told
            QTest::addRow("%s length", name) << dialect << u"LENGTH"_s << ErrorCode::ModelIncomplete;
    }
}

void TestInteropDialects::theMocksErrorsAreNamed()
{
    if (m_port == 0)
        QSKIP("needs the mock below LB_AIMOCK (npm install @copilotkit/aimock) and the shared folder");
    QFETCH(Dialect, dialect);
    QFETCH(QString, user);
    QFETCH(ErrorCode, code);
    ChatClient client(m_http);
    client.setLimits(quickLimits());
    const Asked asked(client.ask(mockRequest(dialect, user)));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    QVERIFY2(!*asked.outcome && asked.code() == code, qPrintable(asked.said()));
    qInfo("%s", qPrintable(asked.said()));
}

void TestInteropDialects::theRealEngineSpeaksOllama()
{
    if (qEnvironmentVariableIsEmpty("LB_ENGINE_URL"))
        QSKIP("LB_ENGINE_URL names no engine");
    ChatClient client(m_http);
    ChatRequest question;
    question.provider = engine(Dialect::Ollama);
    question.key = qEnvironmentVariable("LB_ENGINE_KEY");
    question.user = u"Once upon a time"_s;
    const Asked asked(client.ask(question));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    // A tiny model may not stop by itself: then the cut must be told.
    if (*asked.outcome)
        QVERIFY((*asked.outcome)->tokensOut > 0 && !(*asked.outcome)->tokensEstimated);
    else
        QVERIFY2(asked.code() == ErrorCode::ModelIncomplete, qPrintable(asked.said()));
    QVERIFY(!asked.shown.isEmpty());

    question.user = QString(200'000, u'a').replace(u"aaaa"_s, u"word "_s);
    const Asked large(client.ask(question));
    QTRY_VERIFY_WITH_TIMEOUT(large.isDone(), 60'000);
    QVERIFY2(large.code() == ErrorCode::ModelContext, qPrintable(large.said()));
    qInfo("%s | %s", qPrintable(asked.shown.left(100)), qPrintable(large.said()));
}

void TestInteropDialects::theRealEnginePassesTheTest_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("openai") << Dialect::OpenAi;
    QTest::newRow("ollama") << Dialect::Ollama;
    if (!qEnvironmentVariableIsEmpty("LB_ENGINE_MESSAGES")) // llama-server has it, the shared one has not
        QTest::newRow("anthropic") << Dialect::Anthropic;
}

void TestInteropDialects::theRealEnginePassesTheTest()
{
    if (qEnvironmentVariableIsEmpty("LB_ENGINE_URL"))
        QSKIP("LB_ENGINE_URL names no engine");
    QFETCH(Dialect, dialect);
    EndpointTest test(m_http, engine(dialect), qEnvironmentVariable("LB_ENGINE_KEY"));
    std::optional<Status> outcome;
    connect(&test, &Job::finished, this, [&outcome](const Status& status) { outcome = status; });
    connect(&test, &EndpointTest::stepDone, this,
            [](EndpointTest::Step step, EndpointTest::Outcome, const QString& text) {
                qInfo("%s: %s", qPrintable(EndpointTest::stepName(step)), qPrintable(text));
            });
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 120'000);
    QVERIFY2(*outcome, qPrintable(outcome->has_value() ? QString() : outcome->error().text));
    QVERIFY(!test.models().isEmpty());
}

QTEST_GUILESS_MAIN(TestInteropDialects)
#include "test_interopdialects.moc"
