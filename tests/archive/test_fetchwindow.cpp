// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxfetch.h"
#include "archive/publicinboxurl.h"

#include <QTest>

#include <set>

using namespace lb;
using namespace lb::archive;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 Day = 24 * 3600;
constexpr qint64 Monday = 1750032000; // 2025-06-16 00:00 UTC
const thread::Period Week{QDate(2025, 6, 16), QDate(2025, 6, 22)};

} // namespace

class TestFetchWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForThePeriodWithSkewAtBothEnds();
    void leavesTheEndOpenWhileMailMayStillArrive();
    void asksForNothingTwice();
    void asksAgainForTheLastTwoDays();
    void asksOnlyForWhatIsMissing_data();
    void asksOnlyForWhatIsMissing();
    void startsOverWithACursorThatDoesNotFit_data();
    void startsOverWithACursorThatDoesNotFit();
    void clockThatWasWrongHidesNothingForEver();
    void cursorStaysSmall();
    void noSecondIsForgotten();

    void queriesByArrival();
    void refusesBlankQueries_data();
    void refusesBlankQueries();
    void buildsTheAddressOfTheMails_data();
    void buildsTheAddressOfTheMails();
};

void TestFetchWindow::asksForThePeriodWithSkewAtBothEnds()
{
    const auto window = missingWindow(Week, {}, Monday + 365 * Day);
    QVERIFY(window);
    QCOMPARE(window->from, Monday - Day);
    QCOMPARE(window->to, Monday + 7 * Day + 2 * Day);
    QVERIFY(!missingWindow({}, {}, Monday));
    QVERIFY(!missingWindow({QDate(2025, 6, 22), QDate(2025, 6, 16)}, {}, Monday));
}

void TestFetchWindow::leavesTheEndOpenWhileMailMayStillArrive()
{
    QCOMPARE(missingWindow(Week, {}, Monday + 3 * Day)->to, 0);
    QCOMPARE(missingWindow(Week, {}, Monday + 9 * Day - 1)->to, 0);
    QCOMPARE(missingWindow(Week, {}, Monday + 9 * Day)->to, Monday + 9 * Day);
}

void TestFetchWindow::asksForNothingTwice()
{
    const qint64 now = Monday + 365 * Day;
    const QByteArray cursor = cursorAfter({}, *missingWindow(Week, {}, now), now);
    QVERIFY(!missingWindow(Week, cursor, now));
    QVERIFY(!missingWindow({QDate(2025, 6, 18), QDate(2025, 6, 19)}, cursor, now + Day));
}

void TestFetchWindow::asksAgainForTheLastTwoDays()
{
    const qint64 now = Monday + 4 * Day;
    const QByteArray cursor = cursorAfter({}, *missingWindow(Week, {}, now), now);
    const FetchWindow expected{now - 2 * Day, 0};
    QCOMPARE(*missingWindow(Week, cursor, now), expected); // F5 looks for new mail every time
    QCOMPARE(*missingWindow(Week, cursor, now + Day), expected);
    // Late enough, nothing more can come; what came in between is asked for once.
    const qint64 later = now + 30 * Day;
    const FetchWindow rest{now - 2 * Day, Monday + 9 * Day};
    QCOMPARE(*missingWindow(Week, cursor, later), rest);
    QVERIFY(!missingWindow(Week, cursorAfter(cursor, rest, later), later));
}

void TestFetchWindow::asksOnlyForWhatIsMissing_data()
{
    QTest::addColumn<QList<int>>("had"); // pairs of days from Monday
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("nothing had") << QList<int>{} << -1 << 9;
    QTest::newRow("the week before") << QList<int>{-8, 2} << 2 << 9;
    QTest::newRow("the week after") << QList<int>{6, 16} << -1 << 6;
    QTest::newRow("both") << QList<int>{-8, 2, 6, 16} << 2 << 6;
    QTest::newRow("both, in the other order") << QList<int>{6, 16, -8, 2} << 2 << 6;
    QTest::newRow("two that touch") << QList<int>{-8, 2, 2, 5} << 5 << 9;
    QTest::newRow("a middle part, which costs nothing to have again") << QList<int>{2, 4} << -1 << 9;
    QTest::newRow("somewhere else") << QList<int>{50, 60, -90, -80} << -1 << 9;
}

void TestFetchWindow::asksOnlyForWhatIsMissing()
{
    QFETCH(QList<int>, had);
    QFETCH(int, from);
    QFETCH(int, to);
    const qint64 now = Monday + 365 * Day;
    QByteArray cursor;
    for (qsizetype i = 0; i + 1 < had.size(); i += 2)
        cursor = cursorAfter(cursor, {Monday + had[i] * Day, Monday + had[i + 1] * Day}, now);
    const FetchWindow expected{Monday + from * Day, Monday + to * Day};
    QCOMPARE(*missingWindow(Week, cursor, now), expected);
}

void TestFetchWindow::startsOverWithACursorThatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("not JSON") << QByteArray("\xff\x00{", 3);
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("another archive's") << QByteArray(R"({"kind":"mbox","covered":[["0","9999999999"]]})");
    QTest::newRow("not pairs") << QByteArray(R"({"kind":"public-inbox","covered":["0",7,{},[],["1"]]})");
    QTest::newRow("numbers") << QByteArray(R"({"kind":"public-inbox","covered":[[0,9999999999]]})");
    QTest::newRow("backwards") << QByteArray(R"({"kind":"public-inbox","covered":[["9999999999","0"]]})");
    QTest::newRow("negative") << QByteArray(R"({"kind":"public-inbox","covered":[["-5","9999999999"]]})");
    QTest::newRow("too large") << QByteArray(
        R"({"kind":"public-inbox","covered":[["0","99999999999999999999"]]})");
}

void TestFetchWindow::startsOverWithACursorThatDoesNotFit()
{
    QFETCH(QByteArray, cursor);
    const qint64 now = Monday + 365 * Day;
    const FetchWindow whole{Monday - Day, Monday + 9 * Day};
    QCOMPARE(*missingWindow(Week, cursor, now), whole);
    QVERIFY(!missingWindow(Week, cursorAfter(cursor, whole, now), now));
}

void TestFetchWindow::clockThatWasWrongHidesNothingForEver()
{
    const qint64 wrong = Monday + 3650 * Day;
    const QByteArray cursor = cursorAfter({}, {Monday - 30 * Day, 0}, wrong);
    const qint64 now = Monday + 4 * Day;
    const FetchWindow expected{now - 2 * Day, 0};
    QCOMPARE(*missingWindow(Week, cursor, now), expected);
}

void TestFetchWindow::cursorStaysSmall()
{
    QByteArray cursor;
    for (int n = 0; n < 600; ++n)
        cursor = cursorAfter(cursor, {1000 + n * 100, 1000 + n * 100 + 50}, Monday);
    QVERIFY(cursor.size() < 10000);
    const FetchWindow last{1000 + 599 * 100, 1000 + 599 * 100 + 50};
    QCOMPARE(cursorAfter(cursor, last, Monday), cursor);
}

/// Whatever is synced when: every arrival time of the period that can be complete was inside a window that
/// was asked for at least two days after it.
void TestFetchWindow::noSecondIsForgotten()
{
    quint32 random = 7;
    const auto next = [&random](quint32 below) {
        random = random * 1664525U + 1013904223U;
        return static_cast<qint64>((random >> 8U) % below);
    };
    QByteArray cursor;
    std::set<qint64> sure; // hours
    qint64 now = Monday;
    for (int run = 0; run < 300; ++run) {
        now += next(3) * Day + next(24) * 3600;
        const QDate first = QDate(2025, 6, 1).addDays(next(200));
        const thread::Period period{first, first.addDays(next(20))};
        const auto window = missingWindow(period, cursor, now);
        if (window) {
            QVERIFY(window->to == 0 || window->to > window->from);
            const qint64 to = std::min(window->to == 0 ? now : window->to, now - 2 * Day);
            for (qint64 hour = window->from / 3600; hour * 3600 < to; ++hour)
                sure.insert(hour);
            cursor = cursorAfter(cursor, *window, now);
        }
        const qint64 end = std::min(period.endSecond() + 2 * Day, now - 2 * Day);
        for (qint64 hour = (period.firstSecond() - Day) / 3600; hour * 3600 + 3600 <= end; ++hour)
            if (!sure.contains(hour))
                QFAIL(qPrintable(u"run %1, hour %2"_s.arg(run).arg(hour)));
    }
}

void TestFetchWindow::queriesByArrival()
{
    QCOMPARE(windowQuery({Monday, Monday + 7 * Day}), QByteArray("rt:1750032000..1750636799"));
    QCOMPARE(windowQuery({Monday, 0}), QByteArray("rt:1750032000.."));
    QCOMPARE(windowQuery({0, Monday}), QByteArray("rt:0..1750031999"));
    QCOMPARE(windowQuery({0, 0}), QByteArray()); // everything: never asked for by accident
    QCOMPARE(windowQuery({Monday, Monday}), QByteArray());
    QCOMPARE(windowQuery({Monday, 5}), QByteArray());
}

void TestFetchWindow::refusesBlankQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char* query : {"", " ", "\t\n ", "\r\n"})
        QTest::addRow("%d bytes", static_cast<int>(qstrlen(query))) << QByteArray(query);
}

void TestFetchWindow::refusesBlankQueries()
{
    QFETCH(QByteArray, query);
    const auto url = mboxUrl(QUrl(u"https://host.example/list/"_s), query);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::Usage);
}

void TestFetchWindow::buildsTheAddressOfTheMails_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("window") << QByteArray("https://host.example/list/") << QByteArray("rt:1..2")
                            << QByteArray("https://host.example/list/?x=m&t=1&q=rt:1..2");
    QTest::newRow("no slash, port, prefix")
        << QByteArray("http://[::1]:8080/inboxes/list") << QByteArray("rt:1..")
        << QByteArray("http://[::1]:8080/inboxes/list/?x=m&t=1&q=rt:1..");
    QTest::newRow("what means something in a query")
        << QByteArray("https://host.example/list/?q=old#f") << QByteArray("s:\"a + b\" AND f:a&x=A;o=1#z%20")
        << QByteArray("https://host.example/list/"
                      "?x=m&t=1&q=s:%22a%20%2B%20b%22%20AND%20f:a%26x%3DA%3Bo%3D1%23z%2520");
    QTest::newRow("escaped list name") << QByteArray("https://host.example/a%2Fb/") << QByteArray("rt:1..2")
                                       << QByteArray("https://host.example/a%2Fb/?x=m&t=1&q=rt:1..2");
}

void TestFetchWindow::buildsTheAddressOfTheMails()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, query);
    const auto made = mboxUrl(QUrl::fromEncoded(list), query);
    QVERIFY(made);
    QTEST(made->toEncoded(), "url");
}

QTEST_GUILESS_MAIN(TestFetchWindow)
#include "test_fetchwindow.moc"
