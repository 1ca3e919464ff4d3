// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/faults.h"
#include "store/migrations.h"
#include "store/store.h"
#include "support/patience.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include <array>

using namespace lb;
using namespace lb::store;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array first{"CREATE TABLE fruit (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
                           "INSERT INTO fruit (name) VALUES ('apple'), ('pear')"};
constexpr std::array second{"ALTER TABLE fruit ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'",
                            "UPDATE fruit SET colour = 'red' WHERE name = 'apple'"};
constexpr std::array broken{"UPDATE fruit SET colour = 'blue'", "UPDATE vegetable SET colour = 'green'"};

constexpr std::array one{Migration{1, first}};
constexpr std::array two{Migration{1, first}, Migration{2, second}};
constexpr std::array three{Migration{1, first}, Migration{2, second}, Migration{3, broken}};

/// Another program's connection to a file.
class Other
{
public:
    explicit Other(const QString& file) : m_name(u"other-"_s + file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open");
    }
    ~Other()
    {
        QSqlDatabase::database(m_name).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Other)
    QVariant ask(const QString& sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        if (!query.exec(sql))
            qWarning() << sql << query.lastError();
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
};

QByteArray contentOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("unreadable");
}

void write(const QString& file, const QByteArray& bytes)
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    opened.write(bytes);
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesANewLibraryWithItsFolders();
    void setsThePragmas();
    void stepsUpKeepingWhatIsThere();
    void copiesBeforeAStepAndReplacesAnOldCopy();
    void aFailedStepLeavesTheVersionBefore();
    void everyFaultLeavesAVersionThatOpens();
    void aCurrentLibraryIsNotTouched();
    void aNewerLibraryIsLeftAlone();
    void whatIsNoLibraryIsLeftAlone_data();
    void whatIsNoLibraryIsLeftAlone();
    void anEmptyFileBecomesALibrary();
    void aFolderInPlaceOfTheFileIsAnError();
    void aLockedLibraryIsToldWithinTheTimeout();
    void aFailedStoreAnswersEveryCallWithItsError();
    void unopenedStoreSaysSo();
    void opensAgainAfterTheLockIsGone();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"library.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMigrations::makesANewLibraryWithItsFolders()
{
    const QString deep = m_folder->filePath(u"a/b c/ü/library.sqlite"_s);
    Store store(deep);
    QVERIFY(store.open().result());
    QVERIFY(store.lists().result()->isEmpty());
    QVERIFY(QFileInfo::exists(deep));
}

void TestMigrations::setsThePragmas()
{
    Database database({file(), 100, nullptr});
    QVERIFY(database.open(migrations()));
    QCOMPARE(database.number("PRAGMA synchronous").value(), 1);
    QCOMPARE(database.number("PRAGMA foreign_keys").value(), 1);
    QCOMPARE(database.number("PRAGMA trusted_schema").value(), 0);
    QCOMPARE(database.number("PRAGMA busy_timeout").value(), 100);
    QCOMPARE(database.number("PRAGMA application_id").value(), applicationId);
    QCOMPARE(database.number("PRAGMA user_version").value(), migrations().back().version);
    QCOMPARE(Other(file()).ask(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    // Virtual tables and views apart, every table checks the types of its columns.
    QCOMPARE(database
                 .number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                         " AND NOT strict AND name NOT LIKE 'sqlite_%'")
                 .value(),
             0);
    QCOMPARE(database.number("SELECT count(*) FROM pragma_foreign_key_check").value(), 0);
}

void TestMigrations::stepsUpKeepingWhatIsThere()
{
    {
        Database database({file(), 100, nullptr});
        QVERIFY(database.open(one));
        QVERIFY(database.execute("INSERT INTO fruit (name) VALUES ('plum')"));
    }
    Database database({file(), 100, nullptr});
    QVERIFY(database.open(two));
    QCOMPARE(database.number("PRAGMA user_version").value(), 2);
    QCOMPARE(database.number("SELECT count(*) FROM fruit").value(), 3);
    QCOMPARE(database.number("SELECT count(*) FROM fruit WHERE colour = 'red'").value(), 1);
}

void TestMigrations::copiesBeforeAStepAndReplacesAnOldCopy()
{
    const QString copy = file() + u".before-v2"_s;
    {
        Database database({file(), 100, nullptr});
        QVERIFY(database.open(one));
    }
    QVERIFY(!QFileInfo::exists(file() + u".before-v1"_s)); // there was nothing to copy
    write(copy, "left over");
    Database database({file(), 100, nullptr});
    QVERIFY(database.open(two));
    database.close();
    QCOMPARE(Other(copy).ask(u"PRAGMA user_version"_s).toInt(), 1);
    QCOMPARE(Other(copy).ask(u"SELECT count(*) FROM fruit"_s).toInt(), 2);
    Database old({copy, 100, nullptr}); // the copy is a library
    QVERIFY(old.open(one));
}

void TestMigrations::aFailedStepLeavesTheVersionBefore()
{
    {
        Database database({file(), 100, nullptr});
        QVERIFY(database.open(two));
    }
    {
        Database database({file(), 100, nullptr});
        const Status opened = database.open(three);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreFailed);
    }
    Database database({file(), 100, nullptr});
    QVERIFY(database.open(two));
    QCOMPARE(database.number("SELECT count(*) FROM fruit WHERE colour = 'blue'").value(), 0);
}

void TestMigrations::everyFaultLeavesAVersionThatOpens()
{
    for (int calls = 0;; ++calls) {
        init();
        {
            Database database({file(), 100, nullptr});
            QVERIFY(database.open(one));
        }
        const auto faults = std::make_shared<FaultPlan>();
        faults->failAfter(calls);
        bool opened = false;
        {
            Database database({file(), 100, faults});
            opened = database.open(two).has_value();
        }
        const Other other(file());
        const int version = other.ask(u"PRAGMA user_version"_s).toInt();
        const int columns = other.ask(u"SELECT count(*) FROM pragma_table_info('fruit')"_s).toInt();
        QCOMPARE(other.ask(u"SELECT count(*) FROM fruit"_s).toInt(), 2);
        QCOMPARE(columns, version == 2 ? 3 : 2);
        if (opened) {
            QCOMPARE(version, 2);
            QVERIFY(calls > 10);
            return;
        }
        QCOMPARE(version, 1);
    }
}

void TestMigrations::aCurrentLibraryIsNotTouched()
{
    {
        Store store(file());
        QVERIFY(store.open().result());
    }
    const QByteArray before = contentOf(file());
    {
        Store store(file());
        QVERIFY(store.open().result());
        QVERIFY(store.lists().result());
    }
    QCOMPARE(contentOf(file()), before);
}

void TestMigrations::aNewerLibraryIsLeftAlone()
{
    {
        Store store(file());
        QVERIFY(store.open().result());
    }
    Other(file()).ask(u"PRAGMA user_version = 1000"_s);
    const QByteArray before = contentOf(file());
    {
        Store store(file());
        const Status opened = store.open().result();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
        QVERIFY(opened.error().text.contains(file()));
    }
    QCOMPARE(contentOf(file()), before);
}

void TestMigrations::whatIsNoLibraryIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Dear diary,\n").repeated(100);
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("SQLite's magic and noise")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x5a');
    QTest::newRow("another program's database") << QByteArray();
}

void TestMigrations::whatIsNoLibraryIsLeftAlone()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty())
        Other(file()).ask(u"CREATE TABLE bookmark (url TEXT)"_s);
    else
        write(file(), bytes);
    const QByteArray before = contentOf(file());
    {
        Store store(file());
        const Status opened = store.open().result();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreNotADatabase);
        QVERIFY(opened.error().text.contains(file()));
    }
    QCOMPARE(contentOf(file()), before);
}

void TestMigrations::anEmptyFileBecomesALibrary()
{
    write(file(), {});
    Store store(file());
    QVERIFY(store.open().result());
    QVERIFY(store.lists().result());
}

void TestMigrations::aFolderInPlaceOfTheFileIsAnError()
{
    QVERIFY(QDir().mkpath(file()));
    Store store(file());
    const Status opened = store.open().result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreFailed);
}

void TestMigrations::aLockedLibraryIsToldWithinTheTimeout()
{
    {
        Store store(file());
        QVERIFY(store.open().result());
    }
    const Other other(file());
    other.ask(u"BEGIN IMMEDIATE"_s);
    QElapsedTimer timer;
    timer.start();
    Store store(StoreOptions{file(), 150});
    const Status opened = store.open().result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreLocked);
    QVERIFY(isRetryable(opened.error().code));
    QVERIFY(timer.elapsed() < test::Patience); // the lock is never given back
}

void TestMigrations::opensAgainAfterTheLockIsGone()
{
    Store store(StoreOptions{file(), 50});
    {
        const Other other(file());
        other.ask(u"CREATE TABLE t (a)"_s);
        other.ask(u"DROP TABLE t"_s);
        other.ask(u"BEGIN EXCLUSIVE"_s);
        QVERIFY(!store.open().result());
    }
    QVERIFY(store.open().result());
    QVERIFY(store.lists().result());
}

void TestMigrations::aFailedStoreAnswersEveryCallWithItsError()
{
    write(file(), "no database, certainly not one");
    Store store(file());
    QVERIFY(!store.open().result());
    QCOMPARE(store.lists().result().error().code, ErrorCode::StoreNotADatabase);
    QCOMPARE(store.saveNote(u"a"_s, "b").result().error().code, ErrorCode::StoreNotADatabase);
    QCOMPARE(store.findTexts({{wordColumns, u"word"_s}}).result().error().code, ErrorCode::StoreNotADatabase);
}

void TestMigrations::unopenedStoreSaysSo()
{
    Store store(file());
    const auto lists = store.lists().result();
    QVERIFY(!lists);
    QVERIFY(!lists.error().text.isEmpty());
    QVERIFY(!QFileInfo::exists(file()));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "test_migrations.moc"
