// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QTest>

#include <thread>

using namespace lb;

class TestCompression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatWentIn_data();
    void givesBackWhatWentIn();
    void refusesDamagedFrames_data();
    void refusesDamagedFrames();
    void survivesEveryFlippedBit();
    void worksOnManyThreads();
};

void TestCompression::givesBackWhatWentIn_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("NULs") << QByteArray(5000, '\0');
    QTest::newRow("larger than the kept buffer") << QByteArray("From: a\n").repeated(400'000);
    QByteArray noise(70'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char& c : noise)
        c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    QTest::newRow("noise") << noise;
}

void TestCompression::givesBackWhatWentIn()
{
    QFETCH(QByteArray, raw);
    const Result<QByteArray> back = store::decompress(store::compress(raw));
    QVERIFY(back);
    QCOMPARE(*back, raw);
}

void TestCompression::refusesDamagedFrames_data()
{
    const QByteArray frame = store::compress(QByteArray("Subject: x\n\nHello\n").repeated(50));
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Subject: not a frame\n\n");
    QTest::newRow("cut") << frame.chopped(3);
    QTest::newRow("head only") << frame.first(6);
    // Magic, single segment with an 8-byte size: 2^62 bytes promised.
    QTest::newRow("enormous") << QByteArray::fromHex("28b52ffde00000000000000040010000");
}

void TestCompression::refusesDamagedFrames()
{
    QFETCH(QByteArray, frame);
    const Result<QByteArray> back = store::decompress(frame);
    QVERIFY(!back);
    QVERIFY(!back.error().text.isEmpty());
}

void TestCompression::survivesEveryFlippedBit()
{
    const QByteArray frame = store::compress("Subject: x\n\nHello, hello, hello, hello, hello\n");
    for (qsizetype i = 4; i < frame.size(); ++i) {
        QByteArray damaged = frame;
        damaged[i] = static_cast<char>(damaged.at(i) ^ (1 << (i % 8)));
        const Result<QByteArray> back = store::decompress(damaged); // some other text or an error, no crash
        QVERIFY(!back || back->size() <= (256 << 20));
    }
}

void TestCompression::worksOnManyThreads()
{
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([t, &wrong] {
            for (int i = 0; i < 200; ++i) {
                const QByteArray raw = QByteArray::number(t).repeated(i * 7);
                const Result<QByteArray> back = store::decompress(store::compress(raw));
                wrong += !back || *back != raw ? 1 : 0;
            }
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestCompression)
#include "test_compression.moc"
