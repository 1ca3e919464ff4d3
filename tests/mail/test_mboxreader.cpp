// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mboxreader.h"
#include "support/mailbuilder.h"

#include <QTest>

using namespace lb;
using lb::test::MailBuilder;
using Mails = QList<QByteArray>;

namespace
{

struct Split {
    Mails mails;
    QList<qint64> offsets;
    QList<bool> truncated;
    bool isMbox = true;

    friend bool operator==(const Split&, const Split&) = default;
};

constexpr qint64 Unlimited = 1LL << 30;

/// Reads the stream with a cut after each of `cuts`.
Split split(const QByteArray& stream, const QList<qsizetype>& cuts = {}, qint64 limit = Unlimited)
{
    Split result;
    mail::MboxReader reader(
        [&result](mail::MboxReader::Mail&& mail) {
            result.mails.append(mail.bytes);
            result.offsets.append(mail.offset);
            result.truncated.append(mail.truncated);
        },
        limit);
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        reader.feed(QByteArrayView(stream).sliced(at, cut - at));
        at = cut;
    }
    reader.feed(QByteArrayView(stream).sliced(at));
    reader.finish();
    result.isMbox = reader.looksLikeMbox();
    return result;
}

Split splitInPieces(const QByteArray& stream, qsizetype piece, qint64 limit = Unlimited)
{
    QList<qsizetype> cuts;
    for (qsizetype at = piece; at < stream.size(); at += piece)
        cuts.append(at);
    return split(stream, cuts, limit);
}

/// Everything that is odd about mboxes in one stream.
QByteArray oddStream()
{
    return "From a@example.invalid Thu Jan  1 00:00:00 1970\n"
           "Subject: one\n\ntext\nFrom here on no blank line before\n>From quoted\n>>From twice\n> From "
           "not\n\n>From after blank\n"
           "\n"
           "From b\nSubject: headers only\n"
           "\n"
           "From c\r\nSubject: crlf\r\n\r\n>From x\r\nbody\r\n"
           "\r\n"
           "From d\n\n"
           "From e\nSubject: ends in From\n\nFrom\n\n>From\n\nFrom: not one\n\nFroma\n"
           "\n"
           "From f\nSubject: nul\n\n"
        + QByteArray(3, '\0') + "\n\nFrom g\nSubject: last\n\n>>>From x\nno line end";
}

} // namespace

class TestMboxReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsAndUnquotes();
    void readsWhatTheBuilderWrites();
    void anyCutGivesTheSameMails();
    void anyTwoCutsGiveTheSameMails();
    void anyCutGivesTheSameHeads_data();
    void anyCutGivesTheSameHeads();
    void keepsTheHeadOfAMailThatIsTooLong();
    void recognisesWhatIsNoMbox_data();
    void recognisesWhatIsNoMbox();
    void offsetsNameTheFromLines();
    void takesLongLinesInLinearTime();
    void memoryIsBoundedByTheLimit();
};

void TestMboxReader::splitsAndUnquotes()
{
    const Mails expected{
        "Subject: one\n\ntext\nFrom here on no blank line before\nFrom quoted\n>From twice\n> From "
        "not\n\nFrom after blank\n",
        "Subject: headers only\n",
        "Subject: crlf\r\n\r\nFrom x\r\nbody\r\n",
        "",
        "Subject: ends in From\n\nFrom\n\n>From\n\nFrom: not one\n\nFroma\n",
        QByteArray("Subject: nul\n\n") + QByteArray(3, '\0') + "\n",
        "Subject: last\n\n>>From x\nno line end",
    };
    QCOMPARE(split(oddStream()).mails, expected);
}

void TestMboxReader::readsWhatTheBuilderWrites()
{
    Mails expected;
    QByteArray stream;
    for (int i = 0; i < 50; ++i) {
        const MailBuilder mail
            = MailBuilder("m" + QByteArray::number(i) + "@example.invalid")
                  .body("Text\n\nFrom me\n>From you\n\n>>From them\n" + QByteArray(i * 37, 'x') + "\n");
        expected.append(mail.bytes());
        stream += mail.mboxEntry();
    }
    QCOMPARE(split(stream).mails, expected);
    QCOMPARE(splitInPieces(stream, 13).mails, expected);
}

void TestMboxReader::anyCutGivesTheSameMails()
{
    const QByteArray stream = oddStream();
    const Split whole = split(stream);
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        QCOMPARE(split(stream, {cut}).mails, whole.mails);
    for (qsizetype piece = 1; piece < 40; ++piece)
        QVERIFY(splitInPieces(stream, piece) == whole);
}

void TestMboxReader::anyTwoCutsGiveTheSameMails()
{
    const QByteArray stream = "From a\nX: y\n\nb\n>From c\n\nFrom d\n\n>>From e\n\r\nFrom f\n";
    const Split whole = split(stream);
    for (qsizetype first = 0; first <= stream.size(); ++first) {
        for (qsizetype second = first; second <= stream.size(); ++second)
            QVERIFY(split(stream, {first, second}) == whole);
    }
}

void TestMboxReader::anyCutGivesTheSameHeads_data()
{
    QTest::addColumn<qint64>("limit");
    for (qint64 limit = 1; limit < 80; ++limit)
        QTest::addRow("%lld", static_cast<long long>(limit)) << limit;
}

void TestMboxReader::anyCutGivesTheSameHeads()
{
    QFETCH(qint64, limit);
    const QByteArray stream = oddStream();
    const Split whole = split(stream, {}, limit);
    for (const qsizetype piece : {1, 2, 3, 5, 11, 29, 64})
        QVERIFY(splitInPieces(stream, piece, limit) == whole);
}

void TestMboxReader::keepsTheHeadOfAMailThatIsTooLong()
{
    const QByteArray stream
        = "From a\n0123456789\n\nFrom b\n01234567890123456789\nFrom x\n\nFrom c\n0123456789\n\n";
    const Split result = split(stream, {}, 11);
    QCOMPARE(result.mails, (Mails{"0123456789\n", "01234567890", "0123456789\n"}));
    QCOMPARE(result.truncated, (QList<bool>{false, true, false}));
}

void TestMboxReader::recognisesWhatIsNoMbox_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isMbox");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("blank lines") << QByteArray("\n\r\n\n") << true;
    QTest::newRow("blank lines first") << QByteArray("\n\r\n\nFrom a\nX: y\n") << true;
    QTest::newRow("a header") << QByteArray("From: a@example.invalid\n") << false;
    QTest::newRow("a little") << QByteArray("Fro") << false;
    QTest::newRow("html") << QByteArray("<html>From ") << false;
    QTest::newRow("binary") << QByteArray("\0\1\2\3\n\nFrom a\n", 14) << false;
}

void TestMboxReader::recognisesWhatIsNoMbox()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isMbox);
    for (const qsizetype piece : {1, 100}) {
        const Split result = splitInPieces(bytes, piece);
        QCOMPARE(result.isMbox, isMbox);
        QVERIFY(isMbox || result.mails.isEmpty());
    }
}

void TestMboxReader::offsetsNameTheFromLines()
{
    const QByteArray stream = oddStream();
    const Split result = split(stream);
    for (const qint64 offset : result.offsets)
        QVERIFY(QByteArrayView(stream).sliced(offset).startsWith("From "));
    QCOMPARE(result.offsets.first(), 0);
    QVERIFY(splitInPieces("\n\n" + stream, 7).offsets.first() == 2);
}

void TestMboxReader::takesLongLinesInLinearTime()
{
    // Each of these makes a careless reader look at the same bytes again and again.
    const QByteArray marks = "From a\nX: y\n\n" + QByteArray(4 << 20, '>') + "From x\n";
    const QByteArray words = "From a\nX: y\n\nx" + QByteArray("From ").repeated(1 << 20) + "\n";
    const QByteArray quotes = "From a\nX: y\n\n" + QByteArray(">From \n").repeated(1 << 19);
    const QByteArray line = "From a\nX: y\n\n" + QByteArray(10 << 20, 'x') + "\n";
    for (const QByteArray& stream : {marks, words, quotes, line}) {
        const Split result = splitInPieces(stream, 997);
        QCOMPARE(result.mails.size(), 1);
    }
    QCOMPARE(split(QByteArray("From \n\n").repeated(1 << 18)).mails.size(), 1 << 18);
}

void TestMboxReader::memoryIsBoundedByTheLimit()
{
    qsizetype largest = 0;
    int count = 0;
    mail::MboxReader reader(
        [&](mail::MboxReader::Mail&& mail) {
            largest = std::max(largest, mail.bytes.size());
            ++count;
        },
        100'000);
    reader.feed("From a\nX: y\n\n");
    const QByteArray block(64 * 1024, 'x');
    for (int i = 0; i < 2000; ++i)
        reader.feed(block);
    reader.feed("\n\nFrom b\nX: y\n");
    reader.finish();
    QCOMPARE(count, 2);
    QCOMPARE(largest, 100'000);
}

QTEST_APPLESS_MAIN(TestMboxReader)
#include "test_mboxreader.moc"
