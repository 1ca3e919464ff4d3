// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/period.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

class TestPeriod : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWeeks_data();
    void readsWeeks();
    void everyDayIsInItsWeek();
    void readsDays_data();
    void readsDays();
    void countsBackFromToday();
    void containsBothDaysInUtc();
};

void TestPeriod::readsWeeks_data()
{
    QTest::addColumn<QString>("week");
    QTest::addColumn<QDate>("monday");
    QTest::newRow("2025-W25") << u"2025-W25"_s << QDate(2025, 6, 16);
    QTest::newRow("lower case, compact") << u" 2025w25 "_s << QDate(2025, 6, 16);
    QTest::newRow("first week in the year before") << u"2025-W01"_s << QDate(2024, 12, 30);
    QTest::newRow("week 53") << u"2020-W53"_s << QDate(2020, 12, 28);
    QTest::newRow("no week 53") << u"2025-W53"_s << QDate();
    QTest::newRow("week 0") << u"2025-W00"_s << QDate();
    QTest::newRow("not a week") << u"last week"_s << QDate();
    QTest::newRow("no year") << u"W25"_s << QDate();
    QTest::newRow("too long") << u"2025-W025"_s << QDate();
    QTest::newRow("other digits") << u"２０２５-W25"_s << QDate();
    QTest::newRow("empty") << QString() << QDate();
}

void TestPeriod::readsWeeks()
{
    QFETCH(QString, week);
    QFETCH(QDate, monday);
    const Result<Period> period = periodFromWeek(week);
    QCOMPARE(period.has_value(), monday.isValid());
    if (period) {
        QCOMPARE(period->since, monday);
        QCOMPARE(period->until, monday.addDays(6));
    } else {
        QCOMPARE(period.error().code, ErrorCode::Usage);
        QVERIFY(period.error().text.contains(u"2025-W25"_s)); // says how to write one
    }
}

void TestPeriod::everyDayIsInItsWeek()
{
    for (QDate day(2018, 12, 20); day < QDate(2028, 1, 20); day = day.addDays(1)) {
        const Result<Period> period = periodFromWeek(isoWeekName(day));
        QVERIFY2(period.has_value(), qPrintable(isoWeekName(day)));
        QCOMPARE(*period, weekOf(day));
        QVERIFY(period->since <= day && day <= period->until);
    }
}

void TestPeriod::readsDays_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("expected"); // empty = refused
    QTest::newRow("both") << u"2025-06-16"_s << u"2025-06-22"_s << u"2025-06-16..2025-06-22"_s;
    QTest::newRow("one day") << u"2025-06-16"_s << u"2025-06-16"_s << u"2025-06-16..2025-06-16"_s;
    QTest::newRow("compact") << u"20250616"_s << u"20250622"_s << u"2025-06-16..2025-06-22"_s;
    QTest::newRow("no end is today") << u"2025-06-16"_s << QString() << u"2025-06-16..2025-06-30"_s;
    QTest::newRow("no start is seven days") << QString() << u"2025-06-22"_s << u"2025-06-16..2025-06-22"_s;
    QTest::newRow("neither") << QString() << QString() << u"2025-06-24..2025-06-30"_s;
    QTest::newRow("exchanged") << u"2025-06-22"_s << u"2025-06-16"_s << QString();
    QTest::newRow("no such day") << u"2025-02-30"_s << QString() << QString();
    QTest::newRow("words") << u"monday"_s << QString() << QString();
    QTest::newRow("too early") << u"1066-10-14"_s << QString() << QString();
}

void TestPeriod::readsDays()
{
    QFETCH(QString, since);
    QFETCH(QString, until);
    QFETCH(QString, expected);
    const Result<Period> period = periodFromDays(since, until, QDate(2025, 6, 30));
    QCOMPARE(period.has_value(), !expected.isEmpty());
    if (period) {
        const QString got
            = period->since.toString(Qt::ISODate) + u".."_s + period->until.toString(Qt::ISODate);
        QCOMPARE(got, expected);
    }
}

void TestPeriod::countsBackFromToday()
{
    const Period week = lastDays(7, QDate(2025, 6, 22));
    QCOMPARE(week.since, QDate(2025, 6, 16));
    QCOMPARE(week.until, QDate(2025, 6, 22));
    QCOMPARE(lastDays(0, QDate(2025, 6, 22)).since, QDate(2025, 6, 22));
    QVERIFY(lastDays(2'000'000'000, QDate(2025, 6, 22)).isValid());
}

void TestPeriod::containsBothDaysInUtc()
{
    const Period week{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    QCOMPARE(week.firstSecond(), 1750032000);
    QCOMPARE(week.endSecond(), 1750636800);
    QVERIFY(week.contains(1750032000) && week.contains(1750636799));
    QVERIFY(!week.contains(1750031999) && !week.contains(1750636800));
}

QTEST_APPLESS_MAIN(TestPeriod)
#include "test_period.moc"
