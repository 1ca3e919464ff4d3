// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingsink.h"
#include "support/loopbackserver.h"
#include "support/mailbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace lb;
using namespace lb::archive;
using namespace Qt::StringLiterals;
using lb::test::MailBuilder;
using lb::test::record;
using lb::test::Recording;

namespace
{

QByteArray entry(const QByteArray& subject, qsizetype size = 10)
{
    return MailBuilder(subject + "@example.invalid")
        .subject(subject)
        .body(QByteArray(size, 'x') + "\n")
        .mboxEntry();
}

} // namespace

class TestMboxArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsEveryMail_data();
    void readsEveryMail();
    void anUnchangedFileIsNotRead_data();
    void anUnchangedFileIsNotRead();
    void aGrownFileIsReadFromItsOldEnd_data();
    void aGrownFileIsReadFromItsOldEnd();
    void aMailThatWasNotCompleteIsReadAgain();
    void aReplacedFileIsReadFromItsStart_data();
    void aReplacedFileIsReadFromItsStart();
    void nonsenseAsACursorMeansReadingAll();
    void anEmptyFileIsAnArchiveWithoutMail();
    void aTruncatedGzipDeliversWhatItHas();
    void aDamagedGzipDeliversWhatItHas();
    void whatIsNoMboxFailsByName();
    void aMissingFileFailsByName();
    void aFileWithoutPermissionFailsByName();
    void theSinkCanStop();
    void stopsSoon();
    void aMailBeyondTheBoundIsCut();
    void progressReachesTheEnd();

private:
    [[nodiscard]] Location location(bool gz = false) const;
    void write(const QByteArray& content, bool gz = false, bool append = false) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMboxArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Location TestMboxArchive::location(bool gz) const
{
    Location place;
    place.kind = gz ? Kind::MboxGz : Kind::Mbox;
    place.path = m_folder->filePath(u"week.mbox"_s);
    return place;
}

void TestMboxArchive::write(const QByteArray& content, bool gz, bool append) const
{
    QFile file(location().path);
    QVERIFY(file.open(append ? QIODevice::Append : QIODevice::WriteOnly));
    file.write(gz ? test::gzip(content) : content);
}

void TestMboxArchive::readsEveryMail_data()
{
    QTest::addColumn<bool>("gz");
    QTest::newRow("mbox") << false;
    QTest::newRow("mbox.gz") << true;
}

void TestMboxArchive::readsEveryMail()
{
    QFETCH(bool, gz);
    QByteArray content;
    QByteArrayList expected;
    for (int i = 0; i < 500; ++i) {
        expected.append("m" + QByteArray::number(i));
        content += entry(expected.last(), i * 13);
    }
    write(content, gz);
    const Recording recording = record(location(gz));
    QVERIFY(!recording.error);
    QCOMPARE(recording.subjects, expected);
    QVERIFY(recording.issues.isEmpty());
    QVERIFY(!recording.unchanged);
    QCOMPARE(recording.mails.first().where, u"week.mbox, byte 0"_s);
    QCOMPARE(recording.mails.at(1).where,
             QString(u"week.mbox, byte " + QString::number(entry("m0", 0).size())));
}

void TestMboxArchive::anUnchangedFileIsNotRead_data()
{
    readsEveryMail_data();
}

void TestMboxArchive::anUnchangedFileIsNotRead()
{
    QFETCH(bool, gz);
    write(entry("a") + entry("b"), gz);
    const Recording first = record(location(gz));
    const Recording second = record(location(gz), first.cursor);
    QVERIFY(second.unchanged);
    QVERIFY(second.mails.isEmpty());
    QCOMPARE(second.cursor, first.cursor);
}

void TestMboxArchive::aGrownFileIsReadFromItsOldEnd_data()
{
    readsEveryMail_data();
}

void TestMboxArchive::aGrownFileIsReadFromItsOldEnd()
{
    QFETCH(bool, gz);
    write(entry("a", 100'000) + entry("b"), gz);
    const Recording first = record(location(gz));
    write(entry("c"), gz, true);
    const Recording second = record(location(gz), first.cursor);
    QVERIFY(!second.error);
    QCOMPARE(second.subjects, (QByteArrayList{"c"}));
    write(entry("d"), gz, true);
    QCOMPARE(record(location(gz), second.cursor).subjects, (QByteArrayList{"d"}));
    QCOMPARE(record(location(gz), first.cursor).subjects, (QByteArrayList{"c", "d"}));
}

void TestMboxArchive::aMailThatWasNotCompleteIsReadAgain()
{
    write(entry("a") + "From x\nSubject: b\n\nhalf of");
    const Recording first = record(location());
    QCOMPARE(first.subjects, (QByteArrayList{"a", "b"}));
    write(" the text\n\n" + entry("c"), false, true);
    const Recording second = record(location(), first.cursor);
    QCOMPARE(second.subjects, (QByteArrayList{"b", "c"}));
    QVERIFY(second.mails.first().bytes.contains("half of the text"));
}

void TestMboxArchive::aReplacedFileIsReadFromItsStart_data()
{
    QTest::addColumn<bool>("gz");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArrayList>("subjects");
    const QByteArrayList longer{"x", "y", "z"};
    const QByteArrayList shorter{"x"};
    const QByteArrayList same{"b", "a"};
    for (const bool gz : {false, true}) {
        const char* const kind = gz ? "mbox.gz" : "mbox";
        QTest::addRow("longer %s", kind) << gz << QByteArray(entry("x") + entry("y") + entry("z")) << longer;
        QTest::addRow("shorter %s", kind) << gz << entry("x") << shorter;
        QTest::addRow("as long %s", kind) << gz << QByteArray(entry("b") + entry("a")) << same;
    }
}

void TestMboxArchive::aReplacedFileIsReadFromItsStart()
{
    QFETCH(bool, gz);
    QFETCH(QByteArray, content);
    QFETCH(QByteArrayList, subjects);
    write(entry("a") + entry("b"), gz);
    const Recording first = record(location(gz));
    QFile::remove(location().path);
    write(content, gz);
    QCOMPARE(record(location(gz), first.cursor).subjects, subjects);
}

void TestMboxArchive::nonsenseAsACursorMeansReadingAll()
{
    write(entry("a"));
    for (const QByteArray& cursor :
         {QByteArray("x"), QByteArray("{}"), QByteArray("[1]"), QByteArray("{\"kind\":\"git\"}"),
          QByteArray("{\"kind\":\"mbox\",\"size\":\"-5\",\"start\":\"x\"}"),
          QByteArray("{\"kind\":\"mbox\",\"size\":\"9999999999999999999999\"}"), QByteArray("\xff\0", 2)})
        QCOMPARE(record(location(), cursor).subjects, (QByteArrayList{"a"}));
}

void TestMboxArchive::anEmptyFileIsAnArchiveWithoutMail()
{
    write({});
    const Recording empty = record(location());
    QVERIFY(!empty.error);
    QVERIFY(empty.mails.isEmpty());
    QVERIFY(record(location(), empty.cursor).unchanged);
    write(entry("a"));
    QCOMPARE(record(location(), empty.cursor).subjects, (QByteArrayList{"a"}));
    write({}, true);
    QVERIFY(!record(location(true)).error);
}

void TestMboxArchive::aTruncatedGzipDeliversWhatItHas()
{
    QByteArray content;
    for (int i = 0; i < 3000; ++i)
        content += entry("m" + QByteArray::number(i * 7919 % 3000));
    const QByteArray packed = test::gzip(content);
    write(packed.first(packed.size() - 20));
    const Recording recording = record(location(true));
    QVERIFY(recording.error);
    QCOMPARE(recording.error->code, ErrorCode::Truncated);
    QVERIFY(recording.error->text.contains(location().path));
    QVERIFY(recording.mails.size() > 2000);
    QVERIFY(recording.cursor.isEmpty());
}

void TestMboxArchive::aDamagedGzipDeliversWhatItHas()
{
    QByteArray packed = test::gzip(entry("a") + entry("b"));
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1); // the checksum
    write(packed);
    const Recording recording = record(location(true));
    QCOMPARE(recording.error->code, ErrorCode::Malformed);
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "b"}));
}

void TestMboxArchive::whatIsNoMboxFailsByName()
{
    for (const bool gz : {false, true}) {
        write("<html>\n\nFrom x\n", gz);
        const Recording recording = record(location(gz));
        QCOMPARE(recording.error->code, ErrorCode::NotAnArchive);
        QVERIFY(recording.error->text.contains(location().path));
        QVERIFY(recording.mails.isEmpty());
    }
    write("not gzip");
    QCOMPARE(record(location(true)).error->code, ErrorCode::Malformed);
}

void TestMboxArchive::aMissingFileFailsByName()
{
    const Recording recording = record(location());
    QCOMPARE(recording.error->code, ErrorCode::NotFound);
    QVERIFY(recording.error->text.contains(location().path));
}

void TestMboxArchive::aFileWithoutPermissionFailsByName()
{
    if (geteuid() == 0)
        QSKIP("Permissions do not hold for root.");
    write(entry("a"));
    QFile::setPermissions(location().path, {});
    QCOMPARE(record(location()).error->code, ErrorCode::FilePermission);
}

void TestMboxArchive::theSinkCanStop()
{
    write(entry("a") + entry("b") + entry("c"));
    const Recording recording = record(location(), {}, {}, 2);
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "b"}));
    QCOMPARE(recording.error->code, ErrorCode::Cancelled);
}

void TestMboxArchive::stopsSoon()
{
    // A small file that unpacks to 500 MB within one mail: nothing is delivered meanwhile.
    QByteArray packed = test::gzip("From x\nSubject: a\n\n");
    const QByteArray part = test::gzip(QByteArray(10 << 20, 'x'));
    for (int i = 0; i < 50; ++i)
        packed += part;
    write(packed);
    std::stop_source source;
    int steps = 0; // of which reading the whole file takes hundreds
    ReadSink sink;
    sink.progress = [&](ReadProgress) {
        ++steps;
        source.request_stop();
    };
    const Result<ReadOutcome> outcome = read(location(true), {}, sink, source.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(steps, 1);
}

void TestMboxArchive::aMailBeyondTheBoundIsCut()
{
    const QByteArray part = test::gzip(QByteArray(8 << 20, 'x'));
    QByteArray packed = test::gzip("From x\nSubject: big\n\n");
    for (int i = 0; i < 9; ++i)
        packed += part;
    packed += test::gzip("\n\nFrom y\nSubject: small\n\n");
    write(packed);
    const Recording recording = record(location(true));
    QVERIFY(!recording.error);
    QCOMPARE(recording.subjects, (QByteArrayList{"big", "small"}));
    QCOMPARE(recording.mails.first().bytes.size(), 64 << 20);
    QCOMPARE(recording.issues.size(), 1);
    QCOMPARE(recording.issues.first().kind, mail::ParseIssue::Kind::TooLarge);
}

void TestMboxArchive::progressReachesTheEnd()
{
    write(entry("a", 2'000'000));
    const Recording recording = record(location());
    QCOMPARE(recording.progress.done, recording.progress.total);
    QCOMPARE(recording.progress.total, QFile(location().path).size());
}

QTEST_APPLESS_MAIN(TestMboxArchive)
#include "test_mboxarchive.moc"
