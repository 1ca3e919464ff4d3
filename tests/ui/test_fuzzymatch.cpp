// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fuzzymatch.h"

#include <QTest>

using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void prefers_data();
    void prefers();
    void saysWhere_data();
    void saysWhere();
    void longTextIsBounded();
};

void TestFuzzyMatch::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    const auto row = [](const QString& pattern, const QString& text, bool match) {
        QTest::newRow(qPrintable(pattern + u" in "_s + text)) << pattern << text << match;
    };
    row(u"mar"_s, u"Mark as Read"_s, true);
    row(u"MR"_s, u"Mark as Read"_s, true);
    row(u"m r"_s, u"Mark as Read"_s, true);
    row(u"rm"_s, u"Mark as Read"_s, false);
    row(u""_s, u"Mark as Read"_s, false);
    row(u"  "_s, u"Mark as Read"_s, false);
    row(u"marks"_s, u"Mark"_s, false);
    row(u"x"_s, u""_s, false);
    row(u"标读"_s, u"标为已读"_s, true);
    row(u"读标"_s, u"标为已读"_s, false);
    row(u"ÄRGER"_s, u"ärger"_s, true);
}

void TestFuzzyMatch::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, match);
    QCOMPARE(fuzzyScore(pattern, text).has_value(), match);
    QCOMPARE(!fuzzyPlaces(pattern, text).empty(), match);
}

void TestFuzzyMatch::prefers_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    const auto row = [](const QString& pattern, const QString& better, const QString& worse) {
        QTest::newRow(qPrintable(pattern + u": "_s + better)) << pattern << better << worse;
    };
    row(u"mr"_s, u"Mark as Read"_s, u"Summarise"_s); // starts of words
    row(u"ex"_s, u"Export Report"_s, u"Next Thread"_s); // the start of the text
    row(u"read"_s, u"Mark as Read"_s, u"Previous Thread"_s); // a word, not the middle of one
    row(u"mute"_s, u"Mute"_s, u"Hide Muted and Done Threads"_s); // the shorter one
    row(u"nt"_s, u"Next Thread"_s, u"Regenerate"_s);
    row(u"已读"_s, u"标为已读"_s, u"已经阅读"_s); // a run
    row(u"cb"_s, u"camelBack"_s, u"carbon"_s);
}

void TestFuzzyMatch::prefers()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto first = fuzzyScore(pattern, better);
    const auto second = fuzzyScore(pattern, worse);
    QVERIFY(first);
    QVERIFY(!second || *first > *second);
}

void TestFuzzyMatch::saysWhere_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places");
    QTest::newRow("a run") << u"read"_s << u"Mark as Read"_s << QList<int>{8, 9, 10, 11};
    QTest::newRow("starts") << u"mar"_s << u"Move a Row"_s << QList<int>{0, 5, 7};
    QTest::newRow("Chinese") << u"标读"_s << u"标为已读"_s << QList<int>{0, 3};
    QTest::newRow("one") << u"t"_s << u"Next Thread"_s << QList<int>{5};
}

void TestFuzzyMatch::saysWhere()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QList<int>, places);
    const std::vector<int> found = fuzzyPlaces(pattern, text);
    QCOMPARE(QList<int>(found.begin(), found.end()), places);
}

void TestFuzzyMatch::longTextIsBounded()
{
    const QString text(1'000'000, u'a');
    QVERIFY(fuzzyScore(text, text));
    QCOMPARE(fuzzyPlaces(text, text).size(), 64U);
    QVERIFY(!fuzzyScore(u"b"_s, QString(text + u'b')));
}

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "test_fuzzymatch.moc"
