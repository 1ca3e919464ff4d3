// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/inflate.h"
#include "support/loopbackserver.h"

#include <QTest>

using namespace lb;
using lb::test::gzip;

namespace
{

struct Outcome {
    QByteArray bytes;
    std::optional<ErrorCode> fed;
    std::optional<ErrorCode> finished;
};

/// Unpacks in pieces of `piece` bytes.
Outcome unpack(const QByteArray& compressed, qsizetype piece, qint64 limit = 1LL << 30)
{
    Outcome outcome;
    mail::Inflate inflate([&outcome](QByteArrayView bytes) { outcome.bytes.append(bytes); }, limit);
    for (qsizetype at = 0; at < compressed.size(); at += piece) {
        const Status fed
            = inflate.feed(QByteArrayView(compressed).sliced(at, std::min(piece, compressed.size() - at)));
        if (!fed) {
            outcome.fed = fed.error().code;
            return outcome;
        }
    }
    if (const Status finished = inflate.finish(); !finished)
        outcome.finished = finished.error().code;
    return outcome;
}

QByteArray sample()
{
    QByteArray text;
    for (int i = 0; i < 3000; ++i)
        text += "line " + QByteArray::number(i * 7919 % 1009) + "\n";
    return text;
}

} // namespace

class TestInflate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unpacksInAnyPieces_data();
    void unpacksInAnyPieces();
    void joinsConcatenatedMembersWithPaddingAfterThem();
    void saysWhereverAStreamIsCut();
    void refusesWhatIsNotGzip_data();
    void refusesWhatIsNotGzip();
    void noticesDamage();
    void stopsAtTheBound();
    void anEmptyMemberIsComplete();
};

void TestInflate::unpacksInAnyPieces_data()
{
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {1, 2, 3, 7, 18, 100, 4096, 1 << 20})
        QTest::addRow("%lld", static_cast<long long>(piece)) << piece;
}

void TestInflate::unpacksInAnyPieces()
{
    QFETCH(qsizetype, piece);
    const Outcome outcome = unpack(gzip(sample()), piece);
    QVERIFY(!outcome.fed && !outcome.finished);
    QCOMPARE(outcome.bytes, sample());
}

void TestInflate::joinsConcatenatedMembersWithPaddingAfterThem()
{
    const QByteArray compressed
        = gzip("one ") + gzip("two ") + gzip(QByteArray()) + gzip("three") + QByteArray(700, '\0');
    for (const qsizetype piece : {1, 5, 1000}) {
        const Outcome outcome = unpack(compressed, piece);
        QVERIFY(!outcome.fed && !outcome.finished);
        QCOMPARE(outcome.bytes, "one two three");
    }
}

void TestInflate::saysWhereverAStreamIsCut()
{
    const QByteArray compressed = gzip("Hello, hello, hello.") + gzip("And good-bye.");
    const qsizetype boundary = gzip("Hello, hello, hello.").size();
    for (qsizetype cut = 0; cut < compressed.size(); ++cut) {
        const Outcome outcome = unpack(compressed.first(cut), 3);
        QVERIFY(!outcome.fed);
        if (cut == boundary)
            QVERIFY(!outcome.finished);
        else
            QCOMPARE(outcome.finished, ErrorCode::Truncated);
        QVERIFY(QByteArray("Hello, hello, hello.And good-bye.").startsWith(outcome.bytes));
    }
}

void TestInflate::refusesWhatIsNotGzip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("From mboxrd@z Thu Jan  1 00:00:00 1970\n");
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html>");
    QTest::newRow("zlib, not gzip") << QByteArray("\x78\x9c\x03\x00\x00\x00\x00\x01", 8);
    QTest::newRow("garbage after a member") << QByteArray(gzip("one") + "garbage");
    QTest::newRow("unknown method") << QByteArray("\x1f\x8b\x07\x00\x00\x00\x00\x00\x00\x00", 10);
}

void TestInflate::refusesWhatIsNotGzip()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype piece : {1, 1000})
        QCOMPARE(unpack(bytes, piece).fed, ErrorCode::Malformed);
}

void TestInflate::noticesDamage()
{
    const QByteArray good = gzip(sample());
    for (const qsizetype place : {good.size() / 2, good.size() - 6, good.size() - 2}) {
        QByteArray bad = good;
        bad[place] = static_cast<char>(bad[place] ^ 0x55);
        QCOMPARE(unpack(bad, 1000).fed, ErrorCode::Malformed);
    }
}

void TestInflate::stopsAtTheBound()
{
    const QByteArray bomb = gzip(QByteArray(8 << 20, 'a'));
    QVERIFY(bomb.size() < 100'000);
    const Outcome outcome = unpack(bomb, 4096, 1 << 20);
    QCOMPARE(outcome.fed, ErrorCode::TooLarge);
    QCOMPARE(outcome.bytes.size(), 1 << 20);
    QVERIFY(!unpack(bomb, 4096, 8 << 20).fed);
}

void TestInflate::anEmptyMemberIsComplete()
{
    const Outcome outcome = unpack(gzip(QByteArray()), 1);
    QVERIFY(!outcome.fed && !outcome.finished);
    QVERIFY(outcome.bytes.isEmpty());
}

QTEST_APPLESS_MAIN(TestInflate)
#include "test_inflate.moc"
