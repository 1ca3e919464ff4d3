// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include <QTest>

using namespace lb::net;
using namespace Qt::StringLiterals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryFormOfRetryAfter_data();
    void readsEveryFormOfRetryAfter();
    void tellsPassingStatusesFromFinalOnes_data();
    void tellsPassingStatusesFromFinalOnes();
    void backsOffInDoublingStepsUpToEightSeconds();
    void knowsLocalHosts_data();
    void knowsLocalHosts();
    void saysWhoItIs();
};

void TestRetryPolicy::readsEveryFormOfRetryAfter_data()
{
    QTest::addColumn<QByteArray>("milliseconds");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char* name, const char* ms, const char* value, qint64 expected) {
        QTest::newRow(name) << QByteArray(ms) << QByteArray(value) << expected;
    };
    row("nothing", "", "", 0);
    row("seconds", "", "7", 7000);
    row("padded", "", "  7 ", 7000);
    row("fraction", "", "0.25", 250);
    row("milliseconds", "150", "", 150);
    row("milliseconds before seconds", "150", "9", 150);
    row("broken milliseconds, good seconds", "soon", "9", 9000);
    row("zero", "", "0", 0);
    row("negative", "", "-5", 0);
    row("not a number", "", "nan", 0);
    row("infinite", "", "inf", 0);
    row("words", "", "a minute", 0);
    row("longer than is waited", "", "3600", 3600000);
    row("absurd", "", "1e300", 315360000000);
    row("date", "", "Mon, 16 Jun 2025 10:00:30 GMT", 30000);
    row("date gone by", "", "Mon, 16 Jun 2025 09:00:00 GMT", 0);
    row("date of RFC 850", "", "Monday, 16-Jun-25 10:00:30 GMT", 30000);
    row("date of asctime", "", "Mon Jun 16 10:00:30 2025", 30000);
    row("date with a padded day", "", "Sun Jun  1 10:00:30 2025", 0);
}

void TestRetryPolicy::readsEveryFormOfRetryAfter()
{
    QFETCH(QByteArray, milliseconds);
    QFETCH(QByteArray, value);
    QFETCH(qint64, expected);
    HttpHead head;
    if (!milliseconds.isEmpty())
        head.headers.insert("retry-after-ms", milliseconds);
    if (!value.isEmpty())
        head.headers.insert("retry-after", value);
    const QDateTime now(QDate(2025, 6, 16), QTime(10, 0), Qt::UTC);
    QCOMPARE(static_cast<qint64>(retryAfter(head, now).count()), expected);
}

void TestRetryPolicy::tellsPassingStatusesFromFinalOnes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("advice");
    QTest::addColumn<bool>("passing");
    QTest::newRow("200") << 200 << QByteArray() << false;
    QTest::newRow("200 with advice") << 200 << QByteArray("true") << false;
    QTest::newRow("400") << 400 << QByteArray() << false;
    QTest::newRow("400 with advice") << 400 << QByteArray("true") << true;
    QTest::newRow("401") << 401 << QByteArray() << false;
    QTest::newRow("404") << 404 << QByteArray() << false;
    QTest::newRow("408") << 408 << QByteArray() << true;
    QTest::newRow("429") << 429 << QByteArray() << true;
    QTest::newRow("429 with advice") << 429 << QByteArray("False") << false;
    QTest::newRow("500") << 500 << QByteArray() << true;
    QTest::newRow("501") << 501 << QByteArray() << false;
    QTest::newRow("503") << 503 << QByteArray() << true;
    QTest::newRow("529") << 529 << QByteArray() << true;
    QTest::newRow("511") << 511 << QByteArray() << false;
}

void TestRetryPolicy::tellsPassingStatusesFromFinalOnes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, advice);
    HttpHead head;
    head.status = status;
    if (!advice.isEmpty())
        head.headers.insert("x-should-retry", advice);
    QTEST(isPassing(head), "passing");
}

void TestRetryPolicy::backsOffInDoublingStepsUpToEightSeconds()
{
    QCOMPARE(backoff(0, 0), 500ms);
    QCOMPARE(backoff(1, 0), 1000ms);
    QCOMPARE(backoff(2, 0), 2000ms);
    QCOMPARE(backoff(4, 0), 8000ms);
    QCOMPARE(backoff(1000, 0), 8000ms);
    QCOMPARE(backoff(-1, 0), 500ms);
    QCOMPARE(backoff(0, 0, 30s), 30s);
    QCOMPARE(backoff(1000, 0, 30s), 480s);
    for (int step = 0; step < 100; ++step) {
        const auto delay = backoff(1, step / 100.0);
        QVERIFY(delay > 750ms && delay <= 1000ms);
    }
}

void TestRetryPolicy::knowsLocalHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("local");
    for (const char* host : {"localhost", "LOCALHOST.", "models.localhost", "127.0.0.1", "127.9.9.9", "::1",
                             "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1",
                             "fe80::1", "fd00::1", "::ffff:127.0.0.1"})
        QTest::newRow(host) << QString::fromLatin1(host) << true;
    for (const char* host :
         {"lore.kernel.org", "localhost.example.invalid", "172.32.0.1", "172.15.0.1", "11.0.0.1",
          "192.169.0.1", "8.8.8.8", "2001:db8::1", "notlocalhost", "", "10.example.invalid"})
        QTest::newRow(*host != 0 ? host : "empty") << QString::fromLatin1(host) << false;
}

void TestRetryPolicy::knowsLocalHosts()
{
    QFETCH(QString, host);
    QTEST(isLocalHost(host), "local");
}

void TestRetryPolicy::saysWhoItIs()
{
    QVERIFY(HttpClient::userAgent().startsWith("ListBrief/" LB_VERSION " ("));
    QVERIFY(!HttpClient::userAgent().contains("Mozilla")); // what proof-of-work proxies challenge
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "test_retrypolicy.moc"
