// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"
#include "llm/chatclient.h"
#include "net/httpclient.h"
#include "support/askedstream.h"
#include "support/fakellm.h"
#include "support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QStringList& logged()
{
    static QStringList lines;
    return lines;
}

void captureLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logged().append(text);
}

} // namespace

class TestChatLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void retriesOnlyBeforeTheFirstText();
    void asksNoMoreThanAllowedAtOnce();
    void aPauseHoldsForEverybody();
    void aPauseTooLongIsAnError();
    void noCreditStopsTheQueue();
    void abortsWithin200Milliseconds_data();
    void abortsWithin200Milliseconds();
    void canBeDestroyedWhileAsking();
    void aKeyIsNowhereButInTheHeader();

private:
    [[nodiscard]] ChatRequest request(const QString& model = u"m"_s) const
    {
        return chatRequest(m_server->url("/v1").toString(), model);
    }
    [[nodiscard]] std::unique_ptr<Asked> ask(const ChatRequest& question) const
    {
        return std::make_unique<Asked>(m_client->ask(question));
    }

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<ChatClient> m_client;
};

void TestChatLimits::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_http = std::make_unique<net::HttpClient>();
    m_client = std::make_unique<ChatClient>(*m_http);
    m_client->setLimits(quickLimits());
}

void TestChatLimits::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_server.reset();
}

void TestChatLimits::retriesOnlyBeforeTheFirstText()
{
    m_server->reply(LoopbackReply::unanswered(LoopbackReply::End::Reset));
    m_server->reply(chatStream(u"Fine."_s));
    const auto first = ask(request());
    QTRY_VERIFY(first->isDone());
    QVERIFY(*first->outcome);
    QCOMPARE(m_server->requests().size(), 2); // Qt itself may have been the one who asked again

    m_server->reply(LoopbackReply::events({textChunk(u"Fi"_s)}));
    const auto second = ask(request());
    QTRY_VERIFY(second->isDone());
    QCOMPARE(second->code(), ErrorCode::ModelIncomplete);
    QCOMPARE(m_server->requests().size(), 3);
}

void TestChatLimits::asksNoMoreThanAllowedAtOnce()
{
    m_server->setHandler([](const LoopbackRequest&) {
        LoopbackReply reply = chatStream(u"Fine."_s);
        reply.holdsHead = true;
        return reply;
    });
    ChatRequest question = request();
    question.provider.concurrency = 2;
    std::vector<std::unique_ptr<Asked>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(ask(question));
    for (int pair = 0; pair < 4; ++pair) {
        QTRY_COMPARE(m_server->inFlight(), 2);
        m_server->letOn();
    }
    QTRY_VERIFY(std::ranges::all_of(all, [](const auto& asked) { return asked->isDone(); }));
    QVERIFY(std::ranges::all_of(all, [](const auto& asked) { return asked->outcome->has_value(); }));
    QCOMPARE(m_server->mostInFlight(), 2);
    QCOMPARE(m_server->requests().size(), 8);
}

void TestChatLimits::aPauseHoldsForEverybody()
{
    m_server->reply(jsonReply(429, R"({"error":{"message":"slow down"}})").header("Retry-After-Ms", "400"));
    m_server->setHandler([](const LoopbackRequest&) { return chatStream(u"Fine."_s); });
    ChatRequest question = request();
    question.provider.concurrency = 1;
    const auto first = ask(question);
    const auto second = ask(question);
    QTRY_COMPARE(m_server->requests().size(), 1);
    QTRY_VERIFY(!first->waits.isEmpty());
    QTRY_VERIFY(first->isDone() && second->isDone());
    QVERIFY(*first->outcome);
    QVERIFY(*second->outcome);
    const auto& requests = m_server->requests();
    QCOMPARE(requests.size(), 3);
    QVERIFY2(requests[1].atMs - requests[0].atMs >= 390,
             qPrintable(QString::number(requests[1].atMs - requests[0].atMs)));
}

void TestChatLimits::aPauseTooLongIsAnError()
{
    m_server->reply(jsonReply(429, R"({"error":{"message":"slow down"}})").header("Retry-After", "3600"));
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::RateLimited);
    QCOMPARE(asked->outcome->error().retryAfter, std::chrono::milliseconds(1h));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestChatLimits::noCreditStopsTheQueue()
{
    m_server->setHandler([](const LoopbackRequest&) {
        return jsonReply(
            429,
            R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})");
    });
    ChatRequest question = request();
    question.provider.concurrency = 1;
    std::vector<std::unique_ptr<Asked>> all;
    for (int i = 0; i < 20; ++i)
        all.push_back(ask(question));
    QTRY_VERIFY(std::ranges::all_of(all, [](const auto& asked) { return asked->isDone(); }));
    QVERIFY(
        std::ranges::all_of(all, [](const auto& asked) { return asked->code() == ErrorCode::ModelQuota; }));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestChatLimits::abortsWithin200Milliseconds_data()
{
    QTest::addColumn<QString>("when");
    for (const char* when : {"at once", "before the head", "in the text", "in the pause", "in the queue"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestChatLimits::abortsWithin200Milliseconds()
{
    QFETCH(QString, when);
    if (when == "in the text"_L1)
        m_server->reply(LoopbackReply::events({textChunk(u"Fi"_s), textChunk(u"ne"_s)})
                            .ending(LoopbackReply::End::Stall, textChunk(u"Fi"_s).size()));
    else if (when == "in the pause"_L1)
        m_server->reply(jsonReply(503, "{}").header("Retry-After", "60"));
    else
        m_server->reply(LoopbackReply::unanswered(LoopbackReply::End::Stall));
    ChatRequest question = request();
    question.provider.concurrency = 1;
    const auto holder = when == "in the queue"_L1 ? ask(question) : nullptr;
    const auto asked = ask(question);
    if (when == "before the head"_L1)
        QTRY_COMPARE(m_server->requests().size(), 1);
    else if (when == "in the text"_L1)
        QTRY_COMPARE(asked->shown, u"Fi"_s);
    else if (when != "at once"_L1)
        QTRY_VERIFY(!asked->waits.isEmpty());
    const ProcessorClock clock;
    asked->running->abort();
    QVERIFY(!asked->isDone()); // asynchronously
    QTRY_VERIFY(asked->isDone());
    QVERIFY(clock.isPrompt());
    QCOMPARE(asked->code(), ErrorCode::Cancelled);
    if (holder == nullptr)
        QTRY_COMPARE(m_server->inFlight(), 0);
    QTRY_VERIFY(asked->running.isNull());
    QCOMPARE(asked->times, 1);
}

void TestChatLimits::canBeDestroyedWhileAsking()
{
    m_server->reply(LoopbackReply::unanswered(LoopbackReply::End::Stall));
    ChatRequest question = request();
    question.provider.concurrency = 1;
    const auto first = ask(question);
    const auto second = ask(question);
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_client.reset();
    QVERIFY(first->running.isNull());
    QVERIFY(second->running.isNull());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(first->times, 0);
}

void TestChatLimits::aKeyIsNowhereButInTheHeader()
{
    logged().clear();
    QLoggingCategory::setFilterRules(u"listbrief.*.debug=true\nlistbrief.*.info=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(captureLog);
    const QByteArray echo = canaryKey().toLatin1();
    QStringList texts;
    const QList<LoopbackReply> replies{
        jsonReply(401,
                  R"({"error":{"message":"Incorrect API key provided: )" + echo + R"(","code":")" + echo
                      + "\"}}"),
        jsonReply(400, R"({"error":")" + echo + "\"}").header("x-request-id", echo),
        LoopbackReply::html("<title>Bearer " + echo + "</title>"),
        LoopbackReply::make(502, "text/html", "<title>" + echo + "</title>"),
        LoopbackReply::events(
            {"data: {\"error\":{\"message\":\"" + echo + "\",\"type\":\"" + echo + "\"}}\n\n"}),
        LoopbackReply::events({textChunk(u"x"_s), chatChunk("{}", '"' + echo + '"')}),
        LoopbackReply::redirect(307, "http://127.0.0.1:1/" + echo),
        LoopbackReply::events({textChunk(u"x"_s)}),
        chatStream(u"Fine."_s),
    };
    for (const LoopbackReply& reply : replies) {
        m_server->setHandler([&reply](const LoopbackRequest&) { return reply; });
        const auto asked = ask(request());
        QTRY_VERIFY(asked->isDone());
        texts += asked->waits;
        if (!*asked->outcome)
            texts += {asked->outcome->error().text, asked->outcome->error().detail};
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(!logged().isEmpty());
    texts += logged();
    texts += QString::fromUtf8(m_client->savedCapabilities());
    texts += QString::fromUtf8(toJson({request().provider}));
    for (const QString& text : texts)
        QVERIFY2(!text.contains(canaryKey()) && !text.contains("canary"_L1), qPrintable(text));
    for (const QString& line : logged())
        QVERIFY2(!line.contains("Was ist"_L1), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestChatLimits)
#include "test_chatlimits.moc"
