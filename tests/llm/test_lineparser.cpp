// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/lineparser.h"

#include <QTest>

using namespace lb::llm;

class TestLineParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsLinesCutAnywhere();
    void boundsALine();
};

void TestLineParser::splitsLinesCutAnywhere()
{
    const QByteArray text = "one\r\n\n{\"t\":\"\xE5\xA5\xBD\"}\n \nlast";
    const QList<QByteArray> expected{"one", "{\"t\":\"\xE5\xA5\xBD\"}", "last"};
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        LineParser parser;
        QList<QByteArray> lines = parser.feed(QByteArrayView(text).first(cut));
        lines += parser.feed(QByteArrayView(text).sliced(cut));
        lines += parser.finish();
        QCOMPARE(lines, expected);
        QVERIFY(parser.finish().isEmpty());
    }
}

void TestLineParser::boundsALine()
{
    LineParser parser(10);
    QCOMPARE(parser.feed("0123456789\nabc"), QList<QByteArray>{"0123456789"});
    QVERIFY(!parser.overflowed());
    QVERIFY(parser.feed("defghijk\nmore\n").isEmpty());
    QVERIFY(parser.overflowed());
    QVERIFY(parser.feed("more\n").isEmpty());
    QVERIFY(parser.finish().isEmpty());
}

QTEST_GUILESS_MAIN(TestLineParser)
#include "test_lineparser.moc"
