// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/sseparser.h"

#include <QTest>

using namespace lb::llm;

namespace
{

QList<SseEvent> parse(const QByteArray& bytes, qsizetype step)
{
    SseParser parser;
    QList<SseEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        events += parser.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
    return events + parser.finish();
}

} // namespace

class TestSseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEvents_data();
    void readsEvents();
    void cutAtAnyByteTheEventsAreTheSame_data() { readsEvents_data(); }
    void cutAtAnyByteTheEventsAreTheSame();
    void anEventLargerThanAllowedStopsTheParser();
    void manySmallEventsDoNotAddUpToTheBound();
};

void TestSseParser::readsEvents_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("data");
    const QList<QByteArray> ab{"a", "b"};
    QTest::newRow("line feeds") << QByteArray("data: a\n\ndata: b\n\n") << ab;
    QTest::newRow("CRLF") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << ab;
    QTest::newRow("CR only") << QByteArray("data: a\r\rdata: b\r\r") << ab;
    QTest::newRow("mixed line ends") << QByteArray("data: a\r\n\ndata: b\r\n\r") << ab;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\ndata: b\n\n")
                                     << ab;
    QTest::newRow("no space after the colon") << QByteArray("data:a\n\ndata:b\n\n") << ab;
    QTest::newRow("one space only is removed") << QByteArray("data:  a\n\n") << QList<QByteArray>{" a"};
    QTest::newRow("comments") << QByteArray(":\n\n: OPENROUTER PROCESSING\n\ndata: a\n:\n\n:\n\ndata: b\n\n")
                              << ab;
    QTest::newRow("ids and retry times")
        << QByteArray("retry: 3000\nid: 1\nevent: message\ndata: a\n\nid: 2\ndata: b\n\n") << ab;
    QTest::newRow("data in several lines") << QByteArray("data: a\ndata: b\n\n") << QList<QByteArray>{"a\nb"};
    QTest::newRow("an empty data line counts")
        << QByteArray("data\n\ndata: a\ndata\n\n") << QList<QByteArray>{"", "a\n"};
    QTest::newRow("no blank line at the end") << QByteArray("data: a\n\ndata: b\n") << ab;
    QTest::newRow("no line end at the end") << QByteArray("data: a\n\ndata: b") << ab;
    QTest::newRow("unknown fields") << QByteArray("foo: x\ndata: a\nbar\n\ndata: b\n\n") << ab;
    QTest::newRow("multi-byte text") << QByteArray("data: w\xC3\xB6rld \xE2\x9C\x93 \xE5\xA5\xBD\n\n")
                                     << QList<QByteArray>{"w\xC3\xB6rld \xE2\x9C\x93 \xE5\xA5\xBD"};
    QTest::newRow("nothing") << QByteArray() << QList<QByteArray>();
    QTest::newRow("blank lines only") << QByteArray("\n\n\r\n\r") << QList<QByteArray>();
    QTest::newRow("NULs are bytes like any other")
        << QByteArray("data: a\0b\n\n", 11) << QList<QByteArray>{QByteArray("a\0b", 3)};
}

void TestSseParser::readsEvents()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, data);
    QList<QByteArray> got;
    for (const SseEvent& event : parse(stream, stream.size() + 1))
        got.append(event.data);
    QCOMPARE(got, data);
}

void TestSseParser::cutAtAnyByteTheEventsAreTheSame()
{
    QFETCH(QByteArray, stream);
    const QList<SseEvent> whole = parse(stream, stream.size() + 1);
    for (qsizetype step = 1; step < stream.size(); ++step)
        QVERIFY2(parse(stream, step) == whole, qPrintable(QString::number(step)));
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        SseParser parser;
        QList<SseEvent> events = parser.feed(QByteArrayView(stream).first(cut));
        events += parser.feed(QByteArrayView(stream).sliced(cut));
        events += parser.finish();
        QVERIFY2(events == whole, qPrintable(QString::number(cut)));
    }
}

void TestSseParser::anEventLargerThanAllowedStopsTheParser()
{
    SseParser parser(1000);
    QVERIFY(parser.feed(QByteArray("data: " + QByteArray(900, 'x') + "\n")).isEmpty());
    QVERIFY(!parser.overflowed());
    QVERIFY(parser.feed(QByteArray("data: " + QByteArray(900, 'x') + "\n\n")).isEmpty());
    QVERIFY(parser.overflowed());
    QVERIFY(parser.feed("data: a\n\n").isEmpty());
    QVERIFY(parser.finish().isEmpty());
}

void TestSseParser::manySmallEventsDoNotAddUpToTheBound()
{
    SseParser parser(1000);
    qsizetype count = 0;
    for (int i = 0; i < 5000; ++i)
        count += parser.feed("data: abc\n\n").size();
    QCOMPARE(count, 5000);
    QVERIFY(!parser.overflowed());
}

QTEST_GUILESS_MAIN(TestSseParser)
#include "test_sseparser.moc"
