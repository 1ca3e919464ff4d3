// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/maildate.h"

#include <QTest>

using namespace lb::mail;

class TestMailDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void readsTheDateOfReceived();
    void choosesTheDateThatStands_data();
    void choosesTheDateThatStands();
};

void TestMailDate::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("utc");
    QTest::addColumn<int>("offset");
    const auto row = [](const char* text, qint64 utc, int offset) {
        QTest::newRow(text) << QByteArray(text) << utc << offset;
    };
    row("Mon, 16 Jun 2025 16:02:41 -0700", 1750114961, -420);
    row(" Mon, 16 Jun 2025 16:02:41 -0700 (PDT)", 1750114961, -420);
    row("16 Jun 2025 16:02 +0000", 1750089720, 0);
    row("Mon,16 Jun 2025 16:02:41 GMT", 1750089761, 0);
    row("Mon, 16 Jun 25 16:02:41 EST", 1750107761, -300);
    row("Mon, 16 Jun 2025 16:02:41 +0530", 1750069961, 330);
    row("Mon, 16 Jun 2025 16:02:41 UNKNOWN", 1750089761, 0);
    row("Mon, 16 Jun 2025 16:02:41", 1750089761, 0);
    row("monday, 16 june 2025 16:02:41 +0000", 1750089761, 0);
    row("Thu, 1 Jan 1970 00:00:00 +0000", 0, 0);
    row("Thu, 29 Feb 2024 23:59:60 +0000", 1709251200, 0);
    row("Fri, 01 Jan 2099 12:00:00 +0000", 4070952000, 0);
    row("Mon, 16 Jun 2025 16:02:41 +1700", 1750028561, -420);
    row("Mon,\n 16 Jun 2025\r\n 16:02:41 -0700", 1750114961, -420);
    row("16-Jun-2025 16:02:41 +0000", 1750089761, 0);
    row("Mon Jun 16 16:02:41 2025", 1750089761, 0);
    row("Mon, 16 Jun 124 16:02:41 +0000", 1718553761, 0);
}

void TestMailDate::readsDates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, utc);
    QFETCH(int, offset);
    const std::optional<ParsedDate> date = parseDate(text);
    QVERIFY(date);
    QCOMPARE(date->utc, utc);
    QCOMPARE(date->offsetMinutes, offset);
}

void TestMailDate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text :
         {"", " ", "y", "yesterday", "Mon", "Mon, 32 Foo 2025", "Wed, 31 Dec 1969 23:59:59 +0000", "16 Jun",
          "99999999999999999999", "Mon, 16 Jun", ";;;;", "0"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("nul") << QByteArray("\0\0", 2);
    QTest::newRow("long") << QByteArray(100'000, '1');
}

void TestMailDate::refusesWhatIsNoDate()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseDate(text));
}

void TestMailDate::readsTheDateOfReceived()
{
    QVERIFY(parseReceivedDate("from a (b; c) by d with SMTP id x;\n\tMon, 16 Jun 2025 16:02:41 -0700 (PDT)")
            == (ParsedDate{1750114961, -420}));
    QVERIFY(!parseReceivedDate("from a by b"));
    QVERIFY(!parseReceivedDate("from a by b;"));
    QVERIFY(!parseReceivedDate({}));
}

void TestMailDate::choosesTheDateThatStands_data()
{
    QTest::addColumn<qint64>("header"); // -1 = none
    QTest::addColumn<qint64>("received");
    QTest::addColumn<qint64>("archive");
    QTest::addColumn<qint64>("utc");
    QTest::addColumn<DateSource>("source");
    constexpr qint64 Now = 1'750'000'000;
    constexpr qint64 Hour = 3600;
    constexpr qint64 Day = 24 * Hour;
    QTest::newRow("all well") << Now << Now + 60 << Now + 90 << Now << DateSource::Header;
    QTest::newRow("no header") << qint64{-1} << Now << Now + 90 << Now << DateSource::Received;
    QTest::newRow("only the archive") << qint64{-1} << qint64{-1} << Now << Now << DateSource::Archive;
    QTest::newRow("nothing") << qint64{-1} << qint64{-1} << qint64{0} << qint64{0} << DateSource::None;
    QTest::newRow("24 h ahead") << Now + Day << Now << qint64{0} << Now + Day << DateSource::Header;
    QTest::newRow("more ahead") << Now + Day + 1 << Now << qint64{0} << Now << DateSource::Received;
    QTest::newRow("30 days behind") << Now - 30 * Day << Now << qint64{0} << Now - 30 * Day
                                    << DateSource::Header;
    QTest::newRow("more behind") << Now - 30 * Day - 1 << Now << qint64{0} << Now << DateSource::Received;
    QTest::newRow("ahead of the archive")
        << Now + 50 * 365 * Day << qint64{-1} << Now << Now << DateSource::Archive;
    QTest::newRow("1970, no other") << qint64{0} << qint64{-1} << qint64{0} << qint64{0}
                                    << DateSource::Header;
    QTest::newRow("Received before the archive")
        << Now << Now - 60 << Now - 90 * Day << Now << DateSource::Header;
}

void TestMailDate::choosesTheDateThatStands()
{
    QFETCH(qint64, header);
    QFETCH(qint64, received);
    QFETCH(qint64, archive);
    QFETCH(qint64, utc);
    QFETCH(DateSource, source);
    const auto date = [](qint64 seconds, int offset) {
        return seconds < 0 ? std::optional<ParsedDate>() : ParsedDate{seconds, offset};
    };
    const MailDate chosen = chooseDate(date(header, 120), date(received, -420), archive);
    QCOMPARE(chosen.utc, utc);
    QCOMPARE(chosen.source, source);
    if (header >= 0) // also a sender whose clock is wrong knows where they are
        QCOMPARE(chosen.offsetMinutes, 120);
}

QTEST_APPLESS_MAIN(TestMailDate)
#include "test_maildate.moc"
