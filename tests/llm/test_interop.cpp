// SPDX-License-Identifier: GPL-3.0-or-later
// The same faults as in test_chatclient, made by a server that is not ours; and a real engine, where one is
// named by LB_ENGINE_URL (with LB_ENGINE_KEY and LB_ENGINE_MODEL).
#include "net/httpclient.h"
#include "support/askedstream.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestInterop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultOfTheScriptEndsInAnAnswerOrItsCause();
    void aRealEngineAnswers();
    void aRealEngineRefusesAWrongKey();
    void aRealEngineTellsItsContextSize();

private:
    net::HttpClient m_http;
};

void TestInterop::everyFaultOfTheScriptEndsInAnAnswerOrItsCause()
{
    const QString script = qEnvironmentVariable("LB_SHARED") + u"/tools/llm/tools/fault-sse.mjs"_s;
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || !QFileInfo::exists(script))
        QSKIP("needs node and the fault server of the shared folder");
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    QByteArray log;
    connect(&server, &QProcess::readyRead, this, [&] { log += server.readAll(); });
    server.start(node, {script, QString::number(port)});
    QTRY_VERIFY2_WITH_TIMEOUT(log.contains("fault-sse on"), log.constData(), 20'000);

    ChatClient client(m_http);
    QStringList wrong;
    for (const FaultCase& fault : faultCases()) {
        ChatLimits limits = quickLimits();
        if (fault.name.startsWith("stall"))
            limits.idleLocal = 500ms;
        client.setLimits(limits);
        const Asked asked(
            client.ask(chatRequest(u"http://127.0.0.1:%1/v1"_s.arg(port), QString::fromLatin1(fault.name))));
        QTRY_VERIFY2_WITH_TIMEOUT(asked.isDone(), fault.name.constData(), 30'000);
        const bool good = asked.outcome->has_value()
            ? !fault.error && (*asked.outcome)->text == fault.text
            : fault.error == asked.code() && asked.said().contains(fault.says);
        if (!good)
            wrong.append(QString::fromLatin1(fault.name) + u": "_s + asked.said());
        else if (fault.error)
            qInfo("%s: %s", fault.name.constData(), qPrintable(asked.said()));
    }
    const QSignalSpy gone(&server, &QProcess::finished);
    server.terminate();
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

namespace
{

ChatRequest engineRequest(const QString& user)
{
    ChatRequest question = chatRequest(qEnvironmentVariable("LB_ENGINE_URL"),
                                       qEnvironmentVariable("LB_ENGINE_MODEL", u"any"_s));
    question.key = qEnvironmentVariable("LB_ENGINE_KEY");
    question.user = user;
    question.provider.outputTokens = 40;
    return question;
}

bool hasEngine()
{
    return !qEnvironmentVariableIsEmpty("LB_ENGINE_URL");
}

} // namespace

void TestInterop::aRealEngineAnswers()
{
    if (!hasEngine())
        QSKIP("LB_ENGINE_URL names no engine");
    ChatClient client(m_http);
    const Asked asked(client.ask(engineRequest(u"Once upon a time"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    // A tiny model may not stop by itself: then the cut must be told.
    if (!asked.outcome->has_value())
        QCOMPARE(asked.code(), ErrorCode::ModelIncomplete);
    else
        QVERIFY((*asked.outcome)->tokensOut > 0 && !(*asked.outcome)->tokensEstimated);
    QVERIFY(!asked.shown.isEmpty());
    qInfo("%s | %s", qPrintable(asked.said()), qPrintable(asked.shown.left(200)));
}

void TestInterop::aRealEngineRefusesAWrongKey()
{
    if (!hasEngine() || qEnvironmentVariableIsEmpty("LB_ENGINE_KEY"))
        QSKIP("LB_ENGINE_URL and LB_ENGINE_KEY name no engine with a key");
    ChatClient client(m_http);
    ChatRequest question = engineRequest(u"x"_s);
    question.key = canaryKey();
    const Asked asked(client.ask(question));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    QCOMPARE(asked.code(), ErrorCode::ModelAuth);
    qInfo("%s", qPrintable(asked.said()));
}

void TestInterop::aRealEngineTellsItsContextSize()
{
    if (!hasEngine())
        QSKIP("LB_ENGINE_URL names no engine");
    ChatClient client(m_http);
    const ChatRequest question = engineRequest(QString(200'000, u'a').replace(u"aaaa"_s, u"word "_s));
    const Asked asked(client.ask(question));
    QTRY_VERIFY_WITH_TIMEOUT(asked.isDone(), 60'000);
    QCOMPARE(asked.code(), ErrorCode::ModelContext);
    QVERIFY(client.capabilities(question.provider).contextTokens > 0);
    qInfo("%s", qPrintable(asked.said()));
}

QTEST_GUILESS_MAIN(TestInterop)
#include "test_interop.moc"
