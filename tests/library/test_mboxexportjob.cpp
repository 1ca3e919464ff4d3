// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/location.h"
#include "library/importjob.h"
#include "library/mboxexportjob.h"
#include "support/mailbuilder.h"
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace lb;
using namespace lb::library;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestMboxExportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedIsImportedAgain();
    void aFileThatCannotBeWrittenIsNamed();
    void whatWasThereStaysWhenItIsCancelled();

private:
    static QByteArray mbox()
    {
        QByteArray text;
        for (int i = 0; i < 150; ++i) {
            MailBuilder mail("a" + QByteArray::number(i) + "@example.invalid");
            mail.date("Mon, 16 Jun 2025 10:" + QByteArray::number(i % 60).rightJustified(2, '0')
                      + ":00 +0000");
            if (i >= 3)
                mail.replyTo("a" + QByteArray::number(i % 3) + "@example.invalid");
            text += mail.body("From here\n\n>From there\nFrom " + QByteArray::number(i) + "\n").mboxEntry();
        }
        return text;
    }
    static void read(StoreFixture& library, const QString& file)
    {
        const auto location = archive::locate(file);
        QVERIFY(location);
        ImportJob job(library.store, library.list, {}, *location);
        const auto outcome = runJob(job);
        QVERIFY(outcome && *outcome);
    }
    static std::vector<thread::Mail> mailsOf(StoreFixture& library)
    {
        return awaited(library.store.mails(library.list, std::nullopt)).value();
    }
    static QHash<QByteArray, QByteArray> bytesOf(StoreFixture& library)
    {
        QHash<QByteArray, QByteArray> bytes;
        for (const thread::Mail& mail : mailsOf(library))
            bytes.insert(mail.id.bytes, awaited(library.store.rawMail(mail.row)).value());
        return bytes;
    }
    static QList<ThreadId> threadsOf(StoreFixture& library)
    {
        QList<ThreadId> threads;
        for (const thread::Mail& mail : mailsOf(library)) {
            if (!threads.contains(mail.thread))
                threads.append(mail.thread);
        }
        return threads;
    }
    void fill(StoreFixture& library)
    {
        QFile file(m_folder.filePath(u"in.mbox"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(mbox()) > 0);
        file.close();
        read(library, file.fileName());
    }

    QTemporaryDir m_folder;
};

void TestMboxExportJob::whatIsSavedIsImportedAgain()
{
    StoreFixture library;
    fill(library);
    const QList<ThreadId> threads = threadsOf(library);
    QCOMPARE(threads.size(), 3);
    const QString file = m_folder.filePath(u"out.mbox"_s);
    MboxExportJob job(library.store, threads, file);
    const auto outcome = runJob(job);
    QVERIFY(outcome && *outcome);
    QCOMPARE(job.mails(), 150);
    StoreFixture other;
    read(other, file);
    QCOMPARE(partition(mailsOf(other)), partition(mailsOf(library)));
    QCOMPARE(bytesOf(other), bytesOf(library));
    // One of them alone.
    MboxExportJob single(library.store, {threads.constFirst()}, file);
    const auto again = runJob(single);
    QVERIFY(again && *again);
    QCOMPARE(single.mails(), 50);
}

void TestMboxExportJob::aFileThatCannotBeWrittenIsNamed()
{
    StoreFixture library;
    fill(library);
    const QString file = m_folder.filePath(u"nowhere/out.mbox"_s);
    MboxExportJob job(library.store, threadsOf(library), file);
    const auto outcome = runJob(job);
    QVERIFY(outcome && !*outcome);
    QVERIFY(outcome->error().text.contains(QDir::toNativeSeparators(file)));
}

void TestMboxExportJob::whatWasThereStaysWhenItIsCancelled()
{
    StoreFixture library;
    fill(library);
    QFile file(m_folder.filePath(u"old.mbox"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    MboxExportJob job(library.store, threadsOf(library), file.fileName());
    connect(&job, &Job::progressed, &job, [&job] { job.cancel(); });
    const auto outcome = runJob(job);
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestMboxExportJob)
#include "test_mboxexportjob.moc"
