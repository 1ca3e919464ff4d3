// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded answers, replayed with their timing and cut anywhere. New ones are recorded by this program, too:
//   LB_RECORD_URL=http://127.0.0.1:8082 LB_RECORD_FILE=new.json LB_RECORD_DIALECT=openai LB_RECORD_MODEL=x
//   (LB_RECORD_KEY, LB_RECORD_STREAM=0, LB_RECORD_TOKENS, LB_RECORD_USER, LB_RECORD_SOURCE) test_cassettes
#include "llm/answercheck.h"
#include "llm/lineparser.h"
#include "llm/protocol.h"
#include "llm/sseparser.h"
#include "llm/thinkfilter.h"
#include "net/httpclient.h"
#include "support/askedstream.h"
#include "support/cassette.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr double speed = 50;

Capabilities capabilitiesOf(const Cassette& cassette)
{
    Capabilities capabilities;
    capabilities.stream = cassette.stream;
    return capabilities;
}

/// What the client would send; the target is that of any host.
QByteArray bodyOf(const Cassette& cassette)
{
    return protocolOf(cassette.question.provider.dialect).body(cassette.question, capabilitiesOf(cassette));
}

QByteArray targetOf(const Cassette& cassette)
{
    return protocolOf(cassette.question.provider.dialect).chatPath({}).toLatin1();
}

/// As the client reads it, without a network: the answer so far, then the end.
struct Read {
    Status outcome;
    QString text;
};

Read readAll(const Cassette& cassette, QByteArrayView body)
{
    const Provider& provider = cassette.question.provider;
    const Protocol& protocol = protocolOf(provider.dialect);
    const auto reader = protocol.reader();
    const bool lines = protocol.framing() == Protocol::Framing::Lines;
    const bool whole = !lines && !cassette.stream;
    QList<QByteArray> pieces;
    if (whole) {
        pieces = {body.toByteArray()};
    } else if (lines) {
        LineParser parser;
        pieces = parser.feed(body);
        pieces += parser.finish();
    } else {
        SseParser parser;
        QList<SseEvent> events = parser.feed(body);
        events += parser.finish();
        for (const SseEvent& event : std::as_const(events))
            pieces.append(event.data);
    }
    for (const QByteArray& piece : pieces) {
        if (reader->read(piece).failed)
            return {fail(ErrorCode::ModelServer, u"an error inside"_s), {}};
    }
    (void)reader->finish();
    const Place place{QUrl(u"http://127.0.0.1/"_s), provider.model, {}};
    const Verdict verdict = judgeAnswer(*reader, {place, provider.outputTokens, 0, 0, whole});
    return {verdict.outcome, withoutThinking(reader->text()).trimmed()};
}

} // namespace

class TestCassettes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replaysAsItWas_data();
    void replaysAsItWas();
    void aCutAnswerIsNeverTakenForComplete_data();
    void aCutAnswerIsNeverTakenForComplete();
    void aCutOnTheWireIsNeverTakenForComplete_data();
    void aCutOnTheWireIsNeverTakenForComplete();
    void recordsANewOne();

private:
    void everyCassette() const
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : m_cassettes.keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    [[nodiscard]] ChatRequest questionTo(const LoopbackServer& server, const Cassette& cassette) const
    {
        ChatRequest question = cassette.question;
        question.provider.endpoint = server.url("/").toString();
        return question;
    }
    /// A client that knows already whether to stream.
    [[nodiscard]] std::unique_ptr<ChatClient> clientFor(const ChatRequest& question, bool stream);

    QMap<QString, Cassette> m_cassettes;
    net::HttpClient m_http;
};

void TestCassettes::initTestCase()
{
    const QDir folder(qEnvironmentVariable("LB_TEST_DATA") + u"/cassettes"_s);
    for (const QString& name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_cassettes.insert(name.chopped(5), cassetteFromJson(file.readAll()));
    }
    QVERIFY(m_cassettes.size() >= 8 || qEnvironmentVariableIsSet("LB_RECORD_URL"));
}

std::unique_ptr<ChatClient> TestCassettes::clientFor(const ChatRequest& question, bool stream)
{
    auto client = std::make_unique<ChatClient>(m_http);
    ChatLimits limits = quickLimits();
    limits.retries = 0;
    client->setLimits(limits);
    if (!stream)
        client->restoreCapabilities(R"([{"stream":false,"endpoint":")"
                                    + chatUrl(question.provider)->toEncoded() + R"(","model":")"
                                    + question.provider.model.toUtf8() + R"("}])");
    return client;
}

void TestCassettes::replaysAsItWas_data()
{
    everyCassette();
}

void TestCassettes::replaysAsItWas()
{
    QFETCH(QString, name);
    const Cassette& cassette = m_cassettes[name];
    QVERIFY2(cassette.request == requestHash(targetOf(cassette), bodyOf(cassette)),
             "the client asks otherwise now: record the answer again");
    LoopbackServer server;
    server.setHandler([&cassette](const LoopbackRequest& request) {
        return requestHash(request.target, request.body) == cassette.request
            ? cassette.reply(speed)
            : LoopbackReply::text(418, "another question");
    });
    const ChatRequest question = questionTo(server, cassette);
    const auto client = clientFor(question, cassette.stream);
    const Asked asked(client->ask(question));
    QTRY_VERIFY(asked.isDone());
    if (cassette.error.isEmpty()) {
        QVERIFY2(*asked.outcome, qPrintable(asked.said()));
        QCOMPARE((*asked.outcome)->text, cassette.text);
        QVERIFY(!(*asked.outcome)->tokensEstimated);
    } else {
        QVERIFY(!*asked.outcome);
        QVERIFY2(asked.said().contains(cassette.error), qPrintable(asked.said()));
    }
    QCOMPARE(server.requests().size(), 1);
}

void TestCassettes::aCutAnswerIsNeverTakenForComplete_data()
{
    everyCassette();
}

/// At every byte. What is left may be all of the text, where only counts and the end were lost: then it must
/// be the same text.
void TestCassettes::aCutAnswerIsNeverTakenForComplete()
{
    QFETCH(QString, name);
    const Cassette& cassette = m_cassettes[name];
    const QByteArray body = cassette.body();
    QVERIFY(!body.isEmpty());
    const Read all = readAll(cassette, body);
    QCOMPARE(all.outcome.has_value(), cassette.error.isEmpty());
    for (qsizetype cut = 0; cut < body.size(); ++cut) {
        const Read part = readAll(cassette, QByteArrayView(body).first(cut));
        const bool good = !part.outcome || (cassette.error.isEmpty() && part.text == cassette.text);
        QVERIFY2(good, qPrintable(u"after byte %1: %2"_s.arg(cut).arg(part.text)));
    }
}

void TestCassettes::aCutOnTheWireIsNeverTakenForComplete_data()
{
    everyCassette();
}

void TestCassettes::aCutOnTheWireIsNeverTakenForComplete()
{
    QFETCH(QString, name);
    const Cassette& cassette = m_cassettes[name];
    const QByteArray bytes = cassette.bytes();
    struct Sample {
        LoopbackServer server;
        std::unique_ptr<ChatClient> client;
        std::unique_ptr<Asked> asked;
    };
    std::array<Sample, 24> samples;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Sample& sample = samples[i];
        LoopbackReply reply;
        reply.raw = bytes.first(bytes.size() * static_cast<qsizetype>(i + 1)
                                / static_cast<qsizetype>(samples.size() + 1));
        reply.ending(i % 2 == 0 ? LoopbackReply::End::Close : LoopbackReply::End::Reset);
        sample.server.setHandler([reply](const LoopbackRequest&) { return reply; }); // Qt may ask again
        const ChatRequest question = questionTo(sample.server, cassette);
        sample.client = clientFor(question, cassette.stream);
        ChatLimits limits = quickLimits();
        limits.retries = 0;
        limits.idleLocal = std::chrono::seconds(2); // Qt does not see every reset: any error is right here
        sample.client->setLimits(limits);
        sample.asked = std::make_unique<Asked>(sample.client->ask(question));
    }
    for (const Sample& sample : samples) {
        QTRY_VERIFY(sample.asked->isDone());
        QCOMPARE(sample.asked->times, 1);
        const Result<ChatAnswer>& outcome = *sample.asked->outcome;
        QVERIFY(!outcome || (cassette.error.isEmpty() && outcome->text == cassette.text));
    }
}

void TestCassettes::recordsANewOne()
{
    const QUrl url(qEnvironmentVariable("LB_RECORD_URL"));
    if (url.isEmpty())
        QSKIP("LB_RECORD_URL names no server to record");
    Cassette cassette = cassetteFromJson("{\"dialect\":\"" + qgetenv("LB_RECORD_DIALECT") + "\"}");
    cassette.source = qEnvironmentVariable("LB_RECORD_SOURCE");
    cassette.stream = qEnvironmentVariable("LB_RECORD_STREAM") != "0"_L1;
    Provider& provider = cassette.question.provider;
    provider.endpoint = url.toString();
    provider.model = qEnvironmentVariable("LB_RECORD_MODEL");
    provider.contextTokens = 4096;
    provider.outputTokens = qEnvironmentVariable("LB_RECORD_TOKENS", u"200"_s).toInt();
    cassette.question.user = qEnvironmentVariable("LB_RECORD_USER");
    const QByteArray body = bodyOf(cassette);
    cassette.request = requestHash(targetOf(cassette), body);
    const QByteArray key = qgetenv("LB_RECORD_KEY");
    QByteArray head = "POST " + targetOf(cassette) + " HTTP/1.1\r\nHost: " + url.authority().toLatin1()
        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n";
    for (const auto& [name, value] : protocolOf(provider.dialect).headers(url, key))
        head += name + ": " + value + "\r\n";
    QTcpSocket socket;
    QElapsedTimer clock;
    connect(&socket, &QTcpSocket::readyRead, this, [&] {
        cassette.answer.append({std::chrono::milliseconds(clock.restart()), socket.readAll()});
    });
    socket.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
    socket.write(head + "\r\n" + body);
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > 0 && socket.state() == QAbstractSocket::UnconnectedState,
                             120'000);
    const Read read = readAll(cassette, cassette.body());
    cassette.text = read.outcome ? read.text : QString();
    cassette.error = read.outcome ? QString() : read.outcome.error().text;
    QFile file(qEnvironmentVariable("LB_RECORD_FILE"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toJson(cassette));
}

QTEST_GUILESS_MAIN(TestCassettes)
#include "test_cassettes.moc"
