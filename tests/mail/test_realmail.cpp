// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "mail/inflate.h"
#include "mail/mboxreader.h"
#include "mail/messageparser.h"

#include <QFile>
#include <QTest>

using namespace lb;
using namespace Qt::StringLiterals;

namespace
{

QList<mail::RawMail> readMbox(const QString& path)
{
    QList<mail::RawMail> mails;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return mails;
    mail::MboxReader reader([&mails](mail::MboxReader::Mail&& mail) {
        mails.append({mail.bytes, u"x"_s, 0});
    });
    mail::Inflate inflate([&reader](QByteArrayView bytes) { reader.feed(bytes); });
    if (!inflate.feed(file.readAll()) || !inflate.finish())
        return {};
    reader.finish();
    return mails;
}

} // namespace

/// Whole archives: the sample that is shipped, and real mail where it is at hand.
class TestRealMail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleHas301Mails();
    void everyRealMailIsRead();
};

void TestRealMail::theSampleHas301Mails()
{
    const QList<mail::RawMail> mails
        = readMbox(qEnvironmentVariable("LB_SOURCE") + u"/resources/sample/kvmarm-2025-week25.mbox.gz"_s);
    QCOMPARE(mails.size(), 301);
    QSet<QByteArray> ids;
    for (const mail::RawMail& mail : mails) {
        const Result<mail::ParsedEnvelope> parsed = mail::parseEnvelope(mail);
        QVERIFY(parsed);
        QVERIFY(!parsed->envelope.from.address.isEmpty());
        QVERIFY(!parsed->envelope.subject.isEmpty());
        QVERIFY(!parsed->envelope.subject.contains(u"=?"_s));
        QCOMPARE(parsed->envelope.date.source, mail::DateSource::Header);
        QVERIFY2(parsed->issues.isEmpty(),
                 qPrintable(parsed->issues.isEmpty() ? QString() : parsed->issues.first().detail));
        ids.insert(parsed->envelope.id.bytes);
        const mail::MailText text = mail::parseText(mail.bytes);
        QVERIFY(!text.text.trimmed().isEmpty());
        QVERIFY(text.issues.isEmpty());
    }
    QCOMPARE(ids.size(), 301);
}

void TestRealMail::everyRealMailIsRead()
{
    const QString path = qEnvironmentVariable("LB_SHARED") + u"/data/real/kvmarm-2022-05-to-07.mbox.gz"_s;
    if (!QFile::exists(path))
        QSKIP("The real mail is not part of the project; it is only tested where the shared folder is beside "
              "it.");
    const QList<mail::RawMail> mails = readMbox(path);
    QCOMPARE(mails.size(), 1283);
    QSet<QByteArray> ids;
    for (const mail::RawMail& mail : mails) {
        const Result<mail::ParsedEnvelope> parsed = mail::parseEnvelope(mail);
        QVERIFY(parsed);
        QVERIFY(parsed->envelope.from.address.contains(u'@'));
        QVERIFY(!parsed->envelope.subject.isEmpty());
        QVERIFY(parsed->envelope.date.utc > 1'640'000'000 && parsed->envelope.date.utc < 1'672'000'000);
        ids.insert(parsed->envelope.id.bytes);
        const mail::MailText text = mail::parseText(mail.bytes);
        QVERIFY(!text.text.trimmed().isEmpty());
        QVERIFY(!mail::classify(text.text).lines.empty());
    }
    QFile threads(qEnvironmentVariable("LB_SHARED") + u"/data/real/kvmarm-2022-05-to-07.threads.tsv"_s);
    QVERIFY(threads.open(QIODevice::ReadOnly));
    const QByteArrayList lines = threads.readAll().trimmed().split('\n');
    for (const QByteArray& line : lines) {
        QByteArray id = line.first(line.indexOf('\t')).trimmed();
        id = id.startsWith('<') ? id.sliced(1, id.size() - 2) : id;
        QVERIFY2(ids.contains(id), "a Message-ID of the list is missing");
    }
    QCOMPARE(ids.size(), lines.size());
}

QTEST_APPLESS_MAIN(TestRealMail)
#include "test_realmail.moc"
