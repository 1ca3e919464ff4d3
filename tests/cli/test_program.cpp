// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as a script would run it: exit codes, streams, files, bad input.
#include "support/mailbuilder.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using lb::test::MailBuilder;

namespace
{

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withoutTime(QByteArray report)
{
    static const QRegularExpression lines(u"^.*(生成时间|Generated|\"generated\":).*$"_s,
                                          QRegularExpression::MultilineOption);
    return QString::fromUtf8(report).remove(lines).toUtf8();
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_sample;
    const QStringList m_week{u"--since"_s, u"2025-06-16"_s, u"--until"_s, u"2025-06-22"_s};

    QString at(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return at(name);
    }

    Run run(const QStringList& arguments, const QString& profile = u"profile"_s) const
    {
        QProcess process;
        process.start(QStringLiteral(LB_PROGRAM), QStringList{u"--profile"_s, at(profile)} + arguments);
        process.waitForFinished(60000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Run exportJson(const QString& archive, const QString& profile, const QStringList& more = {}) const
    {
        return run(QStringList{u"--export"_s, u"-"_s, u"--format"_s, u"json"_s, u"--language"_s, u"en"_s,
                               u"--provider"_s, u"digest"_s}
                       + m_week + more + QStringList{archive},
                   profile);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        m_sample = at(u"week25.mbox.gz"_s);
        QVERIFY(QFile::copy(u":/sample/kvmarm-2025-week25.mbox.gz"_s, m_sample));
    }

    void versionAndHelpNeedNoDisplay()
    {
        QCOMPARE(run({u"--version"_s}).code, 0);
        const Run help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--export"));
        QVERIFY(help.err.isEmpty());
    }

    void helpAndUsageErrorsAreTranslated()
    {
        const Run help = run({u"--help"_s, u"--language"_s, u"zh_CN"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.startsWith("用法"));
        QVERIFY(help.out.contains("--export FILE"));
        const Run wrong = run({u"--days"_s, u"0"_s, u"--language"_s, u"zh_CN"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("--days 须为"), wrong.err.constData());
        const Run unknown = run({u"--what"_s, u"--language"_s, u"en"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("--help"), unknown.err.constData());
    }

    void usageErrorsEndWithTwo()
    {
        const Run wrong = run({u"--export"_s, at(u"x.md"_s)});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY(!QFile::exists(at(u"x.md"_s)));
    }

    void aThreadIsWrittenAsOneDocument()
    {
        const QStringList thread{u"--collated"_s, u"--thread"_s,
                                 u"<20250618042409.741754-1-jholt@violet.example.invalid>"_s};
        const Run collated = exportJson(m_sample, u"collated"_s, thread);
        QCOMPARE(collated.code, 0);
        const QJsonObject document = QJsonDocument::fromJson(collated.out).object();
        QCOMPARE(document[u"schema"_s].toString(), u"listbrief-collated/1"_s);
        const QJsonArray mails = document[u"mails"_s].toArray();
        QVERIFY(mails.size() > 1);
        QSet<int> shown;
        for (const QJsonValue& block : document[u"blocks"_s].toArray())
            shown += block[u"mail"_s].toInt();
        QCOMPARE(shown.size(), mails.size());
        const Run none = exportJson(m_sample, u"collated"_s,
                                    {u"--collated"_s, u"--thread"_s, u"nobody@example.invalid"_s});
        QCOMPARE(none.code, 2);
        QVERIFY(none.out.isEmpty());
        QVERIFY(none.err.contains("nobody@example.invalid"));
    }

    void theSampleWeekIsCountedRight()
    {
        const Run exported = exportJson(m_sample, u"sample"_s);
        QVERIFY2(exported.code == 0, exported.err.constData());
        const QJsonObject report = QJsonDocument::fromJson(exported.out).object();
        QCOMPARE(report[u"schema"_s].toString(), u"listbrief-report/1"_s);
        QCOMPARE(report[u"totals"_s][u"mails"_s].toInt(), 301);
        QCOMPARE(report[u"totals"_s][u"threads"_s].toInt(), 26);
        QCOMPARE(report[u"totals"_s][u"large_threads"_s].toInt(), 5);
        QCOMPARE(report[u"totals"_s][u"new_mails"_s].toInt(), 263);
        QHash<QString, std::pair<int, int>> categories;
        for (const QJsonValue& category : report[u"categories"_s].toArray())
            categories[category[u"name"_s].toString()]
                = {category[u"threads"_s].toInt(), category[u"mails"_s].toInt()};
        QCOMPARE(categories.value(u"PATCH"_s), std::pair(23, 296));
        QCOMPARE(categories.value(u"RFC"_s), std::pair(2, 3));
        QCOMPARE(categories.value(u"GIT PULL"_s), std::pair(1, 2));
        for (const QJsonValue& thread : report[u"threads"_s].toArray()) {
            QVERIFY(thread[u"summary"_s].isObject());
            QCOMPARE(thread[u"summary"_s][u"kind"_s].toString(), u"digest"_s);
        }
    }

    void theSecondRunGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("language");
        for (const char* format : {"md", "html", "json"}) {
            for (const char* language : {"en", "zh_CN"})
                QTest::addRow("%s %s", format, language)
                    << QString::fromLatin1(format) << QString::fromLatin1(language);
        }
    }
    void theSecondRunGivesTheSameBytes()
    {
        QFETCH(QString, format);
        QFETCH(QString, language);
        const QString first = at(u"first."_s + format);
        const QString second = at(u"second."_s + format);
        const QStringList common = m_week + QStringList{u"--language"_s, language, u"--quiet"_s, m_sample};
        QCOMPARE(run(QStringList{u"--export"_s, first} + common, u"same"_s).code, 0);
        const Run again = run(QStringList{u"--export"_s, second} + common, u"same"_s);
        QCOMPARE(again.code, 0);
        QVERIFY2(again.err.isEmpty(), again.err.constData());
        const QByteArray text = withoutTime(contents(first));
        QVERIFY(text.size() > 10000);
        QCOMPARE(text == withoutTime(contents(second)), true);
    }

    void aThreadCanBeExportedAlone()
    {
        const Run exported
            = exportJson(m_sample, u"alone"_s,
                         {u"--thread"_s, u"<20250618042409.741754-1-jholt@violet.example.invalid>"_s});
        QVERIFY2(exported.code == 0, exported.err.constData());
        const QJsonArray threads = QJsonDocument::fromJson(exported.out)[u"threads"_s].toArray();
        QCOMPARE(threads.size(), 1);
        QCOMPARE(threads[0][u"mails_count"_s].toInt(), 29);
        const Run none = exportJson(m_sample, u"alone"_s, {u"--thread"_s, u"nobody@example.invalid"_s});
        QCOMPARE(none.code, 2);
        QVERIFY(none.err.contains("nobody@example.invalid"));
    }

    void severalWeeksFillAFolder()
    {
        const auto weeks = [this](const QString& range, const QStringList& more) {
            return run(QStringList{u"--export"_s, at(u"site"_s), u"--weeks"_s, range, u"--language"_s,
                                   u"en"_s, u"--provider"_s, u"digest"_s}
                           + more + QStringList{m_sample},
                       u"weeks"_s);
        };
        const Run first = weeks(u"2025-W24..2025-W25"_s, {});
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY(first.out.isEmpty());
        const QDir folder(at(u"site"_s));
        const QStringList reports = folder.entryList({u"*-2025-W*.html"_s});
        QVERIFY(!reports.isEmpty());
        const QByteArray index = contents(folder.filePath(u"index.html"_s));
        for (const QString& report : reports)
            QVERIFY(index.contains(QByteArray("href=\"" + report.toUtf8() + '"')));
        // Another run adds to the index.
        const Run second = weeks(u"2025-W26..2025-W26"_s, {u"--style"_s, u"short"_s});
        QVERIFY2(second.code == 0, second.err.constData());
        for (const QString& report : reports)
            QVERIFY(contents(folder.filePath(u"index.json"_s)).contains(report.toUtf8()));
        // One that cannot be read is not lost.
        QVERIFY(!write(u"site/index.json"_s, "mine").isEmpty());
        const Run third = weeks(u"2025-W25..2025-W25"_s, {});
        QCOMPARE(third.code, 4);
        QVERIFY(third.err.contains("index.json"));
        QCOMPARE(contents(folder.filePath(u"index.json"_s)), QByteArray("mine"));
        for (const QString& wrong : {u"2025-W25"_s, u"2025-W26..2025-W25"_s, u"1900-W01..2025-W01"_s})
            QCOMPARE(weeks(wrong, {}).code, 2);
    }

    void triageStateIsCarriedOver()
    {
        const QString file
            = write(u"state.json"_s,
                    R"({"schema":"listbrief-triage/1","threads":[{"message_id":"a@x","starred":true},7]})");
        const Run into = run({u"--import-triage"_s, file}, u"triage"_s);
        QCOMPARE(into.code, 1); // an entry was left out
        QVERIFY(into.out.isEmpty() && !into.err.isEmpty());
        const Run out = run({u"--export-triage"_s, u"-"_s}, u"triage"_s);
        QCOMPARE(out.code, 0);
        QVERIFY(out.out.contains("\"a@x\"") && out.out.contains("\"starred\": true"));
        const QString reads = write(
            u"reads.json"_s, R"({"schema":"listbrief-triage/1","threads":[],"read":["later@x","a@x"]})");
        QCOMPARE(run({u"--import-triage"_s, reads}, u"triage"_s).code, 0);
        QVERIFY(run({u"--export-triage"_s, u"-"_s}, u"triage"_s).out.contains("\"later@x\""));
        QCOMPARE(run({u"--import-triage"_s, at(u"missing.json"_s)}, u"triage"_s).code, 3);
        QCOMPARE(run({u"--export-triage"_s, at(u"no/such/folder.json"_s)}, u"triage"_s).code, 4);
    }

    void archivesThatCannotBeReadEndWithThree_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not an mbox") << QByteArrayLiteral("\x7f"
                                                          "ELF\x02\x01\x01 this is no mail\n\n\n");
        QTest::newRow("a text") << QByteArray("Dear diary,\n\nnothing.\n");
        QTest::newRow("gzip of nothing like mail")
            << QByteArray::fromHex("1f8b0800000000000003cb48cdc9c95728cf2fca49e10200d6c0f9d00c000000");
    }
    void archivesThatCannotBeReadEndWithThree()
    {
        QFETCH(QByteArray, bytes);
        const QString path = write(u"bad.mbox"_s, bytes);
        const Run exported = exportJson(path, QLatin1String("bad-") + QLatin1String(QTest::currentDataTag()));
        QVERIFY2(exported.code == 3, exported.err.constData());
        QVERIFY2(exported.err.contains("bad.mbox"), exported.err.constData());
        QVERIFY(exported.out.isEmpty());
    }

    void aMissingArchiveEndsWithThree()
    {
        const Run exported = exportJson(at(u"nowhere.mbox"_s), u"missing"_s);
        QCOMPARE(exported.code, 3);
        QVERIFY(exported.err.contains("nowhere.mbox"));
    }

    void anEmptyMboxIsAnArchiveWithoutMail()
    {
        const Run exported = exportJson(write(u"empty.mbox"_s, {}), u"empty"_s);
        QVERIFY2(exported.code == 0, exported.err.constData());
        QCOMPARE(QJsonDocument::fromJson(exported.out)[u"totals"_s][u"mails"_s].toInt(), 0);
    }

    void aTruncatedArchiveGivesWhatItHoldsAndSaysSo()
    {
        QByteArray cut = contents(m_sample);
        cut.truncate(cut.size() / 2);
        const Run exported = exportJson(write(u"cut.mbox.gz"_s, cut), u"cut"_s);
        QCOMPARE(exported.code, 3);
        QVERIFY2(exported.err.contains("cut.mbox.gz"), exported.err.constData());
        const QJsonDocument report = QJsonDocument::fromJson(exported.out);
        QVERIFY(report[u"totals"_s][u"mails"_s].toInt() > 50);
        QVERIFY(!report[u"problems"_s].toArray().isEmpty());
    }

    void oddMailsAreCountedAndNeverFatal()
    {
        const auto mail = [](const QByteArray& id) {
            MailBuilder builder(id);
            builder.date("Tue, 17 Jun 2025 10:00:00 +0000");
            return builder;
        };
        QByteArray mbox;
        mbox += mail("plain@example.invalid").mboxEntry();
        mbox += mail("long-line@example.invalid").body(QByteArray(10 << 20, 'x') + '\n').mboxEntry();
        mbox += mail("nul@example.invalid").body(QByteArray("a\0b\0\n", 5)).mboxEntry();
        mbox += mail("headers@example.invalid").body({}).mboxEntry();
        mbox += mail("self@example.invalid").replyTo("self@example.invalid").mboxEntry();
        mbox += mail("loop-a@example.invalid").replyTo("loop-b@example.invalid").mboxEntry();
        mbox += mail("loop-b@example.invalid").replyTo("loop-a@example.invalid").mboxEntry();
        mbox += mail("twice@example.invalid").body("One.\n").mboxEntry();
        mbox += mail("twice@example.invalid").body("Two.\n").mboxEntry();
        mbox += mail("charset@example.invalid").header("Content-Type", "text/plain; charset=y").mboxEntry();
        mbox += mail("1970@example.invalid").date("Thu, 01 Jan 1970 00:00:00 +0000").mboxEntry();
        mbox += mail("2099@example.invalid")
                    .date("Thu, 01 Jan 2099 00:00:00 +0000")
                    .header("Received", "from a by b; Tue, 17 Jun 2025 10:00:00 +0000")
                    .mboxEntry();
        mbox += mail("hostile@example.invalid")
                    .subject("# <script>alert(1)</script> [a](http://b) **x** `y` | z")
                    .mboxEntry();
        QList<QByteArray> many;
        for (int i = 0; i < 10000; ++i)
            many.append("ref-" + QByteArray::number(i) + "@example.invalid");
        mbox += mail("many-references@example.invalid").references(many).mboxEntry();

        const QString path = write(u"odd.mbox"_s, mbox);
        const Run exported = exportJson(path, u"odd"_s);
        QVERIFY2(exported.code == 0, exported.err.constData());
        const QJsonDocument report = QJsonDocument::fromJson(exported.out);
        // All but the one of 1970; the two with one id are one mail and a problem.
        QCOMPARE(report[u"totals"_s][u"new_mails"_s].toInt(), 12);
        bool duplicateNamed = false;
        for (const QJsonValue& problem : report[u"problems"_s].toArray())
            duplicateNamed
                = duplicateNamed || problem[u"message_id"_s].toString().contains("twice@example.invalid"_L1);
        QVERIFY(duplicateNamed);

        const QStringList html{u"--export"_s, u"-"_s, u"--format"_s, u"html"_s};
        const Run page = run(html + m_week + QStringList{path}, u"odd"_s);
        QVERIFY(!page.out.contains("<script"));
        const Run markdown
            = run(QStringList{u"--export"_s, u"-"_s, u"--language"_s, u"en"_s} + m_week + QStringList{path},
                  u"odd"_s);
        static const QRegularExpression bare(u"(?<!\\\\)<script"_s);
        QVERIFY(!bare.match(QString::fromUtf8(markdown.out)).hasMatch());
    }

    void aVeryDeepThreadIsNoProblem()
    {
        QByteArray mbox;
        for (int i = 0; i < 20000; ++i) {
            MailBuilder builder("deep-" + QByteArray::number(i) + "@example.invalid");
            builder.date("Tue, 17 Jun 2025 10:00:00 +0000");
            if (i > 0)
                builder.replyTo("deep-" + QByteArray::number(i - 1) + "@example.invalid");
            mbox += builder.mboxEntry();
        }
        const Run exported = exportJson(write(u"deep.mbox"_s, mbox), u"deep"_s);
        QVERIFY2(exported.code == 0, exported.err.constData());
        QCOMPARE(QJsonDocument::fromJson(exported.out)[u"totals"_s][u"threads"_s].toInt(), 1);
    }

    void anOutputThatCannotBeWrittenEndsWithFour()
    {
        const Run exported = run(QStringList{u"--export"_s, at(u"no/such/folder/report.md"_s)} + m_week
                                     + QStringList{m_sample},
                                 u"four"_s);
        QVERIFY2(exported.code == 4, exported.err.constData());
        QVERIFY(exported.err.contains("report.md"));
    }

    void anEarlierReportSurvivesAFailedExport()
    {
        const QString file = write(u"keep.md"_s, "earlier\n");
        QCOMPARE(run({u"--export"_s, file, at(u"nowhere.mbox"_s)}, u"keep"_s).code, 3);
        QCOMPARE(contents(file), QByteArray("earlier\n"));
    }

    void anEndpointThatRefusesGivesAReportAndOne()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        const QString endpoint = u"http://127.0.0.1:%1/v1"_s.arg(port);
        const Run exported
            = run(QStringList{u"--export"_s, at(u"one.md"_s), u"--endpoint"_s, endpoint, u"--model"_s, u"m"_s,
                              u"--thread"_s, u"20250618042409.741754-1-jholt@violet.example.invalid"_s}
                      + m_week + QStringList{m_sample},
                  u"one"_s);
        QVERIFY2(exported.code == 1, exported.err.constData());
        QVERIFY2(exported.err.contains("KVM Userfault"), exported.err.constData());
        QVERIFY(contents(at(u"one.md"_s)).contains("KVM Userfault"));
    }

    void anInterruptEndsWith130()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        process.start(QStringLiteral(LB_PROGRAM),
                      QStringList{u"--profile"_s, at(u"interrupt"_s), u"--export"_s, at(u"never.md"_s),
                                  u"--endpoint"_s, u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()),
                                  u"--model"_s, u"m"_s}
                          + m_week + QStringList{m_sample});
        QTRY_VERIFY(silent.hasPendingConnections());
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(lb::test::Patience));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!QFile::exists(at(u"never.md"_s)));
    }

    void aLibraryThatIsNoDatabaseIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(at(u"broken"_s)));
        const QString library = write(u"broken/library.sqlite"_s,
                                      "this is somebody's diary, not a database. " + QByteArray(5000, '.'));
        const QByteArray before = contents(library);
        const Run exported = exportJson(m_sample, u"broken"_s);
        QCOMPARE(exported.code, 3);
        QVERIFY2(exported.err.contains("library.sqlite"), exported.err.constData());
        QCOMPARE(contents(library), before);
    }

    void anArchiveWithoutPermissionIsNamed()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const QString path = write(u"secret.mbox"_s, MailBuilder("a@example.invalid").mboxEntry());
        QVERIFY(QFile::setPermissions(path, {}));
        const Run exported = exportJson(path, u"secret"_s);
        QCOMPARE(exported.code, 3);
        QVERIFY(exported.err.contains("secret.mbox"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
