// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shellword.h"

#include <QTest>

using namespace lb;
using namespace Qt::StringLiterals;

class TestShellWord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotesWhatAShellWouldRead_data();
    void quotesWhatAShellWouldRead();
    void refusesWhatATerminalWouldRead_data();
    void refusesWhatATerminalWouldRead();
    void anIdIsNeverAnOption();
};

void TestShellWord::quotesWhatAShellWouldRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const auto row
        = [](const char* text, const QString& word) { QTest::newRow(text) << QByteArray(text) << word; };
    row("20250616-vgic-1@example.invalid", u"20250616-vgic-1@example.invalid"_s);
    row("a+b=c%d_e:f,g/h.i@x", u"a+b=c%d_e:f,g/h.i@x"_s);
    row("a;rm -rf x@y", u"'a;rm -rf x@y'"_s);
    row("$(id)@x", u"'$(id)@x'"_s);
    row("`id`@x", u"'`id`@x'"_s);
    row("a'b@x", u"'a'\\''b@x'"_s);
    row("'", u"''\\'''"_s);
    row("a\"b\\c@x", u"'a\"b\\c@x'"_s);
    row("=ls@x", u"'=ls@x'"_s);
    row("~root", u"'~root'"_s);
    row("a!b#c&d|e>f", u"'a!b#c&d|e>f'"_s);
    row("{a,b}*?[c]", u"'{a,b}*?[c]'"_s);
}

void TestShellWord::quotesWhatAShellWouldRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    QCOMPARE(shellWord(text).value_or(QString()), word);
}

void TestShellWord::refusesWhatATerminalWouldRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a line end") << QByteArray("a\nid\n@x");
    QTest::newRow("a carriage return") << QByteArray("a\rid@x");
    QTest::newRow("interrupt") << QByteArray("a\x03id@x");
    QTest::newRow("end of a bracketed paste") << QByteArray("a\x1b[201~id@x");
    QTest::newRow("delete") << QByteArray("a\x7f@x");
    QTest::newRow("NUL") << QByteArray("a\0b@x", 5);
    QTest::newRow("not ASCII") << QByteArray("\xd0\xb0@x");
    QTest::newRow("too long") << QByteArray(1001, 'a');
}

void TestShellWord::refusesWhatATerminalWouldRead()
{
    QFETCH(QByteArray, text);
    QVERIFY(!shellWord(text));
    QVERIFY(!shellLine(u"b4 am"_s, text));
}

void TestShellWord::anIdIsNeverAnOption()
{
    QCOMPARE(shellLine(u"b4 am"_s, "a@x").value_or(QString()), u"b4 am a@x"_s);
    QCOMPARE(shellLine(u"b4 shazam"_s, "--config=x@y").value_or(QString()), u"b4 shazam -- --config=x@y"_s);
}

QTEST_GUILESS_MAIN(TestShellWord)
#include "test_shellword.moc"
