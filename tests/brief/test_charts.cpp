// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a period that are drawn: weeks, days, people.
#include "brief/charts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::brief;

namespace
{

const QDate shownMonday(2025, 6, 16);
const QDateTime later(QDate(2025, 7, 30), QTime(9, 0), Qt::UTC);

thread::ListedMail mailAt(const QDateTime& time, const QString& from, bool isNew = true)
{
    thread::ListedMail listed;
    listed.mail.date.utc = time.toSecsSinceEpoch();
    listed.mail.from = {from, from.toLower() + u"@example.invalid"_s};
    listed.isNew = isNew;
    return listed;
}

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2025, 6, day), QTime(hour, minute), Qt::UTC);
}

/// Mails of one week after the other, the last one that of `monday`.
QList<store::WeekRecord> weeksUpTo(QDate monday, const QList<int>& mails)
{
    QList<store::WeekRecord> weeks;
    for (qsizetype i = 0; i < mails.size(); ++i) {
        if (mails.at(i) >= 0)
            weeks.prepend({monday.addDays(7 * (i + 1 - mails.size())), mails.at(i), mails.at(i) / 10});
    }
    return weeks;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsWeeksSideBySide_data();
    void putsWeeksSideBySide();
    void knowsTheWeekBefore();
    void aWeekRunsUntilItsEnd();
    void countsDaysAndPeople_data();
    void countsDaysAndPeople();
};

void TestCharts::putsWeeksSideBySide_data()
{
    QTest::addColumn<QDate>("newest");
    QTest::addColumn<QList<int>>("mails"); // up to the newest; -1 = the library has no row
    QTest::addColumn<QDate>("week"); // invalid = all mail
    QTest::addColumn<QList<int>>("bars");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("median");
    const QDate none;
    QTest::newRow("nothing in the library")
        << shownMonday << QList<int>{} << shownMonday << QList<int>{} << -1 << 0;
    QTest::newRow("one week compares with nothing")
        << shownMonday << QList<int>{301} << shownMonday << QList<int>{} << -1 << 0;
    QTest::newRow("two") << shownMonday << QList<int>{20, 301} << shownMonday << QList<int>{20, 301} << 1
                         << 161;
    QTest::newRow("a gap stays, and counts for no median")
        << shownMonday << QList<int>{10, -1, 0, 30, 20} << shownMonday << QList<int>{10, 0, 0, 30, 20} << 4
        << 20;
    QTest::newRow("twelve at most") << shownMonday
                                    << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
                                    << shownMonday << QList<int>{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
                                    << 11 << 9;
    QTest::newRow("an earlier one among them")
        << shownMonday << QList<int>{1, 2, 3, 4} << shownMonday.addDays(-14) << QList<int>{1, 2, 3, 4} << 1
        << 3;
    QTest::newRow("one long ago stands amid its neighbours")
        << shownMonday << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
        << shownMonday.addDays(-7 * 12) << QList<int>{1, 2, 3, 4, 5, 6, 7} << 1 << 4;
    QTest::newRow("a week without mail after the newest")
        << shownMonday << QList<int>{10, 20} << shownMonday.addDays(7) << QList<int>{10, 20, 0} << 2 << 15;
    QTest::newRow("a week without mail before the oldest")
        << shownMonday << QList<int>{10, 20} << shownMonday.addDays(-14) << QList<int>{0, 10, 20} << 0 << 15;
    QTest::newRow("all mail marks none")
        << shownMonday << QList<int>{10, 20} << none << QList<int>{10, 20} << -1 << 15;
    QTest::newRow("mail of the future is a wrong clock's")
        << QDate(2025, 8, 4) << QList<int>{10, 20, 30} << none << QList<int>{10, 20} << -1 << 15;
}

void TestCharts::putsWeeksSideBySide()
{
    QFETCH(QDate, newest);
    QFETCH(QList<int>, mails);
    QFETCH(QDate, week);
    const std::optional<thread::Period> period
        = week.isValid() ? std::optional(thread::weekOf(week)) : std::nullopt;
    const WeekSeries series = weekSeries(weeksUpTo(newest, mails), period, later);
    QList<int> bars;
    for (const store::WeekRecord& one : series.weeks)
        bars += one.mails;
    QTEST(bars, "bars");
    QTEST(series.shown, "shown");
    QTEST(series.median, "median");
    if (series.shown >= 0)
        QCOMPARE(series.weeks.at(series.shown).monday, week);
}

void TestCharts::knowsTheWeekBefore()
{
    const auto period = thread::weekOf(shownMonday);
    const auto before = [&period](const QList<int>& mails) {
        const WeekSeries series = weekSeries(weeksUpTo(shownMonday, mails), period, later);
        return series.before() == nullptr ? -1 : series.before()->mails;
    };
    QCOMPARE(before({20, 301}), 20);
    QCOMPARE(before({20, 0, 301}), -1); // not in the library: no week without mail
    QCOMPARE(WeekSeries().before(), nullptr);
}

void TestCharts::aWeekRunsUntilItsEnd()
{
    const QList<store::WeekRecord> weeks = weeksUpTo(shownMonday, {20, 301});
    const auto isRunning = [&weeks](QDate week, const QDateTime& now) {
        return weekSeries(weeks, thread::weekOf(week), now).isRunning;
    };
    QVERIFY(isRunning(shownMonday, at(22, 23, 59)));
    QVERIFY(!isRunning(shownMonday, at(23, 0)));
    QVERIFY(!isRunning(shownMonday.addDays(-7), at(22, 23, 59)));
}

void TestCharts::countsDaysAndPeople_data()
{
    QTest::addColumn<std::optional<thread::Period>>("period");
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QString>("people");
    QTest::newRow("a week, the mails before it left out")
        << std::optional(thread::weekOf(shownMonday)) << QList<int>{1, 0, 0, 0, 1, 0, 2} << u"Ada 3, Bo 1"_s;
    QTest::newRow("all mail has no days")
        << std::optional<thread::Period>() << QList<int>{} << u"Ada 3, Bo 1"_s;
    QTest::newRow("too many days") << std::optional(thread::Period{QDate(2025, 6, 1), QDate(2025, 6, 30)})
                                   << QList<int>{} << u"Ada 3, Bo 1"_s;
}

void TestCharts::countsDaysAndPeople()
{
    QFETCH(std::optional<thread::Period>, period);
    thread::Listing first;
    first.mails
        = {mailAt(at(12, 8), u"Cy"_s, false), mailAt(at(16, 0), u"Ada"_s), mailAt(at(20, 9), u"Bo"_s)};
    thread::Listing second;
    second.mails = {mailAt(at(22, 1), u"Ada"_s), mailAt(at(22, 23, 59), u"Ada"_s)};
    const std::vector<const thread::Listing*> threads{&first, &second};
    const Charts charts = chartsOf(threads, {}, period, later);
    QTEST(charts.days, "days");
    QStringList people;
    for (const thread::Participant& one : charts.participants.most)
        people += u"%1 %2"_s.arg(one.name).arg(one.mails);
    QTEST(people.join(u", "_s), "people");
    QCOMPARE(charts.participants.mails, 4);
    QVERIFY(!charts.isEmpty());
    QVERIFY(chartsOf({}, {}, period, later).isEmpty());
}

QTEST_GUILESS_MAIN(TestCharts)
#include "test_charts.moc"
