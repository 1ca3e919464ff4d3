// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mboxreader.h"
#include "mail/mboxwriter.h"

#include <QTest>

using namespace lb;

namespace
{

QList<QByteArray> readBack(const QByteArray& stream)
{
    QList<QByteArray> mails;
    mail::MboxReader reader([&mails](mail::MboxReader::Mail&& mail) { mails.append(mail.bytes); });
    reader.feed(stream);
    reader.finish();
    return mails;
}

} // namespace

class TestMboxWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotesOnlyWhatCouldBeASeparator();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void manyEntriesStayApart();
};

void TestMboxWriter::quotesOnlyWhatCouldBeASeparator()
{
    QCOMPARE(mail::mboxEntry("A: b\n\nFrom here\n>From there\n> From x\nFromage\n"),
             QByteArray("From mboxrd@z Thu Jan  1 00:00:00 1970\n"
                        "A: b\n\n>From here\n>>From there\n> From x\nFromage\n\n"));
}

void TestMboxWriter::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("plain") << QByteArray("Subject: a\n\ntext\n");
    QTest::newRow("From after a blank line") << QByteArray("Subject: a\n\n\nFrom b\n\nFrom c\n");
    QTest::newRow("quoted before") << QByteArray("Subject: a\n\n>From b\n>>>From c\n>>x From d\n");
    QTest::newRow("starts with From") << QByteArray("From b\nSubject: a\n\ntext\n");
    QTest::newRow("carriage returns") << QByteArray("Subject: a\r\n\r\nFrom b\r\n\r\nFrom c\r\n");
    QTest::newRow("blank lines behind") << QByteArray("Subject: a\n\ntext\n\n\n\n");
    QTest::newRow("NULs") << QByteArray("Subject: a\n\n\0From b\n\0\n", 22);
    QTest::newRow("head alone") << QByteArray("Subject: a\n");
}

void TestMboxWriter::whatIsWrittenIsReadBack()
{
    QFETCH(QByteArray, mail);
    QCOMPARE(readBack(mail::mboxEntry(mail)), QList<QByteArray>{mail});
    const QByteArray cut = mail.chopped(1);
    if (!cut.endsWith('\n') && !cut.endsWith('\r'))
        QCOMPARE(readBack(mail::mboxEntry(cut)), QList<QByteArray>{mail}); // the last line is ended
}

void TestMboxWriter::manyEntriesStayApart()
{
    QByteArray stream;
    QList<QByteArray> mails;
    for (int i = 0; i < 20; ++i) {
        mails.append("Subject: " + QByteArray::number(i) + "\n\nFrom " + QByteArray("x\n\nFrom ").repeated(i)
                     + "\n");
        stream += mail::mboxEntry(mails.constLast());
    }
    QCOMPARE(readBack(stream), mails);
}

QTEST_GUILESS_MAIN(TestMboxWriter)
#include "test_mboxwriter.moc"
