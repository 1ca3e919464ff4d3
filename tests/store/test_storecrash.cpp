// SPDX-License-Identifier: GPL-3.0-or-later
// The program runs itself as a child: "test_storecrash --child TASK FILE". A child can be killed, limited
// or stripped of its rights without harm to the test.
#include "support/preparedmail.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int batchMails = 40;

std::vector<PreparedMail> batchOf(int number)
{
    std::vector<PreparedMail> mails;
    for (int i = 0; i < batchMails; ++i) {
        const QByteArray id = QByteArray::number(number) + '.' + QByteArray::number(i) + "@x";
        QByteArray noise;
        for (quint32 state = static_cast<quint32>(number * batchMails + i), n = 0; n < 600; ++n)
            noise += QByteArray::number(state = state * 1664525U + 1013904223U, 36);
        mails.push_back(PreparedBuilder(id).references({"root@x"}).body(noise).mail());
    }
    return mails;
}

void say(const QByteArray& line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

int childTask(const QString& task, const QString& file)
{
    if (task == "limited"_L1) {
        ::signal(SIGXFSZ, SIG_IGN); // so that writing fails instead of killing
        const rlimit limit{2 << 20, 2 << 20};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (task == "stranger"_L1 && ::setuid(65534) != 0)
        return 3;
    Store store(file);
    const Status opened = store.open().result();
    if (!opened) {
        say("open " + QByteArray::number(static_cast<int>(opened.error().code)));
        return 0;
    }
    const auto list = store.saveList({{}, u"kvmarm"_s, {}, {}, 0}).result();
    if (!list) {
        say("list " + QByteArray::number(static_cast<int>(list.error().code)));
        return 0;
    }
    for (int number = 0; number < 2000; ++number) {
        const auto saved = store.saveBatch(list->id, batchOf(number)).result();
        if (!saved) {
            say("failed " + QByteArray::number(static_cast<int>(saved.error().code)));
            return 0;
        }
        say("saved " + QByteArray::number(number));
    }
    return 0;
}

/// Runs a child to its end; its last line, and how many batches it saw saved.
struct Run {
    QByteArray last;
    int batches = 0;
};

Run runChild(const QString& task, const QString& file)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, task, file});
    if (!child.waitForFinished(60'000))
        qFatal("the child does not end");
    const QList<QByteArray> lines = child.readAllStandardOutput().trimmed().split('\n');
    Run run{lines.last(), 0};
    for (const QByteArray& line : lines)
        run.batches += line.startsWith("saved ") ? 1 : 0;
    return run;
}

QByteArray codeOf(const char* call, ErrorCode code)
{
    return call + QByteArray(" ") + QByteArray::number(static_cast<int>(code));
}

/// The library opens, is sound, and holds whole batches: those reported, perhaps one more.
void checkLibrary(const QString& file, int reported)
{
    {
        Store store(file);
        QVERIFY(store.open().result());
        const auto lists = store.lists().result().value();
        QCOMPARE(lists.size(), 1);
        const auto mails = store.mails(lists.first().id, std::nullopt).result().value();
        QCOMPARE(mails.size() % batchMails, 0U);
        const int batches = static_cast<int>(mails.size() / batchMails);
        QVERIFY2(batches == reported || batches == reported + 1,
                 qPrintable(u"%1 %2"_s.arg(batches).arg(reported)));
        QCOMPARE(lists.first().mails, static_cast<qint64>(mails.size()));
        QCOMPARE(partition(mails).size(), mails.empty() ? 0 : 1); // joined at opening
        for (std::size_t i = 0; i < mails.size(); i += 97)
            QVERIFY(store.rawMail(mails[i].row).result());
        QVERIFY(store.saveBatch(lists.first().id, batchOf(batches)).result());
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
    database.setDatabaseName(file);
    QVERIFY(database.open());
    {
        QSqlQuery query(database);
        QVERIFY(query.exec(u"PRAGMA integrity_check"_s) && query.next());
        QCOMPARE(query.value(0).toString(), u"ok"_s);
    }
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(u"check"_s);
}

} // namespace

class TestStoreCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedWhileSavingKeepsWhatWasSaved_data();
    void killedWhileSavingKeepsWhatWasSaved();
    void aFileSizeLimitIsAnErrorAndNoLoss();
    void aFullDiskIsToldAndLosesNothing();
    void aFolderWithoutRightsIsTold();
    void aFileWithoutRightsIsTold();
};

void TestStoreCrash::killedWhileSavingKeepsWhatWasSaved_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {0, 1, 7, 30, 90})
        QTest::addRow("after %d batches", after) << after;
}

void TestStoreCrash::killedWhileSavingKeepsWhatWasSaved()
{
    QFETCH(int, after);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, u"save"_s, file});
    int reported = 0;
    while (reported <= after && child.waitForReadyRead(30'000)) {
        while (child.canReadLine())
            reported += child.readLine().startsWith("saved ") ? 1 : 0;
    }
    child.kill();
    QVERIFY(child.waitForFinished());
    const QList<QByteArray> rest = child.readAllStandardOutput().split('\n');
    for (const QByteArray& line : rest)
        reported += line.startsWith("saved ") ? 1 : 0;
    QVERIFY(reported > after);
    checkLibrary(file, reported);
}

void TestStoreCrash::aFileSizeLimitIsAnErrorAndNoLoss()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    const Run run = runChild(u"limited"_s, file);
    QVERIFY2(run.last == codeOf("failed", ErrorCode::StoreFailed)
                 || run.last == codeOf("failed", ErrorCode::StoreFull),
             run.last.constData());
    QVERIFY(run.batches > 0);
    checkLibrary(file, run.batches);
}

void TestStoreCrash::aFullDiskIsToldAndLosesNothing()
{
    QTemporaryDir folder;
    if (::mount("tmpfs", qPrintable(folder.path()), "tmpfs", 0, "size=3m") != 0)
        QSKIP("a small file system cannot be mounted here (needs root)");
    const QString file = folder.filePath(u"library.sqlite"_s);
    const Run run = runChild(u"save"_s, file);
    QTemporaryDir copy;
    QFile::copy(file, copy.filePath(u"library.sqlite"_s));
    QFile::copy(file + u"-wal"_s, copy.filePath(u"library.sqlite-wal"_s));
    {
        Store store(file); // a full disk does not keep it from being read
        const Status opened = store.open().result();
        QVERIFY(opened || opened.error().code == ErrorCode::StoreFull);
    }
    ::umount2(qPrintable(folder.path()), MNT_DETACH);
    QCOMPARE(run.last, codeOf("failed", ErrorCode::StoreFull));
    QVERIFY(run.batches > 0);
    checkLibrary(copy.filePath(u"library.sqlite"_s), run.batches);
}

void TestStoreCrash::aFolderWithoutRightsIsTold()
{
    if (::geteuid() != 0)
        QSKIP("only root can become somebody without rights");
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    QCOMPARE(runChild(u"stranger"_s, folder.filePath(u"library.sqlite"_s)).last,
             codeOf("open", ErrorCode::FilePermission));
    QCOMPARE(runChild(u"stranger"_s, folder.filePath(u"new/library.sqlite"_s)).last,
             codeOf("open", ErrorCode::FilePermission));
}

void TestStoreCrash::aFileWithoutRightsIsTold()
{
    if (::geteuid() != 0)
        QSKIP("only root can become somebody without rights");
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    {
        Store store(file);
        QVERIFY(store.open().result());
    }
    const auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QFile::setPermissions(folder.path(), everybody);
    QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther);
    QCOMPARE(runChild(u"stranger"_s, file).last, codeOf("open", ErrorCode::FilePermission));
    QFile::setPermissions(file, QFile::ReadOwner);
    QCOMPARE(runChild(u"stranger"_s, file).last, codeOf("open", ErrorCode::FilePermission));
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--child"_L1)
        return childTask(arguments.at(2), arguments.at(3));
    TestStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_storecrash.moc"
