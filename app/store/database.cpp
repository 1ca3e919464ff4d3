// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/logging.h"
#include "store/faults.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QThread>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

/// SQLite's primary result codes (sqlite.org/rescode.html); Qt hands out the extended ones.
enum class Code {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

constexpr qint64 smallestFreeSpace = 1 << 20;
constexpr qint64 smallestDatabase = 512; ///< bytes, SQLite's smallest page

Error fullError(const QString& file, const QString& detail)
{
    return fail(ErrorCode::StoreFull,
                Text::tr("There is no space left for the library %1. Free some space and try again; what was "
                         "saved before is kept.")
                    .arg(file),
                detail);
}

Error notALibrary(const QString& file, const QString& detail)
{
    return fail(
        ErrorCode::StoreNotADatabase,
        Text::tr("%1 is not a ListBrief library. It was left as it is; choose another file or move it away.")
            .arg(file),
        detail);
}

Error permissionError(const QString& file, const QString& detail)
{
    return fail(
        ErrorCode::FilePermission,
        Text::tr("The library %1 may not be written. Check the permissions of the file and of its folder.")
            .arg(file),
        detail);
}

Error openingError(const QString& file, const QString& detail)
{
    const QFileInfo info(file);
    const QFileInfo folder(info.absolutePath());
    const bool forbidden = info.exists() ? !info.isReadable() || !info.isWritable() : !folder.isWritable();
    if (!info.isDir() && forbidden)
        return permissionError(file, detail);
    return fail(
        ErrorCode::StoreFailed,
        Text::tr("The library %1 could not be opened. Check that its folder exists and is on a local disk.")
            .arg(file),
        detail);
}

bool diskIsFull(const QString& file)
{
    const QStorageInfo storage(QFileInfo(file).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < smallestFreeSpace;
}

} // namespace

struct Database::Prepared {
    QSqlQuery query;
    Status status;
    bool inUse = false;
};

struct Database::State {
    QString connection;
    QSqlDatabase database;
    QHash<const char*, Prepared*> statements;
    QThread* thread = nullptr;
};

Database::Database(DatabaseOptions options)
    : m_options(std::move(options)), m_state(std::make_unique<State>())
{
}

Database::~Database()
{
    close();
}

Status Database::open(std::span<const Migration> all)
{
    if (Status done = connect(); !done)
        return done;
    if (Status done = checkIdentity(all.back().version); !done)
        return done;
    if (Status done = setPragmas(); !done)
        return done;
    if (Status done = checkWritable(); !done)
        return done;
    return migrate(*this, all);
}

void Database::close()
{
    if (m_state->connection.isEmpty())
        return;
    Q_ASSERT(m_state->thread == QThread::currentThread());
    // A connection can be removed only when nothing holds it any more: queries first, then the handle.
    qDeleteAll(m_state->statements);
    m_state->statements.clear();
    m_state->database.close();
    m_state->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_state->connection);
    m_state->connection.clear();
}

Status Database::connect()
{
    close();
    if (const auto fault = struck())
        return *fault;
    const QString folder = QFileInfo(m_options.file).absolutePath();
    if (!QDir().mkpath(folder))
        return permissionError(m_options.file, u"mkpath"_s);
    // SQLite takes any file shorter than its smallest page for an empty database, and would write over it.
    const QFileInfo info(m_options.file);
    if (info.isFile() && info.size() > 0 && info.size() < smallestDatabase)
        return notALibrary(m_options.file, u"%1 bytes"_s.arg(info.size()));
    m_state->thread = QThread::currentThread();
    m_state->connection = u"listbrief-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_state->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_state->connection);
    m_state->database.setDatabaseName(m_options.file);
    m_state->database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_options.busyTimeout));
    if (!m_state->database.open())
        return errorOf(m_state->database.lastError(), "open");
    return success();
}

/// Looks without touching: a file that is not ours, or that a newer program wrote, stays as it is.
Status Database::checkIdentity(int newestVersion)
{
    const Result<qint64> tables = number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    const Result<qint64> application = number("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*tables > 0 && *application != applicationId)
        return fail(ErrorCode::StoreNotADatabase,
                    Text::tr("%1 is a database of another program, not a ListBrief library. It was left as "
                             "it is; choose another file.")
                        .arg(m_options.file));
    const Result<qint64> version = number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > newestVersion)
        return fail(ErrorCode::StoreTooNew,
                    Text::tr("The library %1 was written by a newer ListBrief. It was left as it is; update "
                             "ListBrief to open it.")
                        .arg(m_options.file),
                    u"version %1"_s.arg(*version));
    return success();
}

Status Database::setPragmas()
{
    struct Pragma {
        const char* set;
        const char* read; ///< null: nothing to check
        qint64 expected;
    };
    // synchronous=NORMAL (1) is safe from corruption with a write-ahead log and costs no sync per commit. The
    // log is folded back every 16 MB and its file does not stay larger than that.
    static constexpr Pragma pragmas[] = {
        {"PRAGMA page_size = 8192", nullptr, 0}, // takes effect in a new file only
        {"PRAGMA synchronous = NORMAL", "PRAGMA synchronous", 1},
        {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1},
        {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0},
        {"PRAGMA cache_size = -16384", "PRAGMA cache_size", -16384},
        {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2},
        {"PRAGMA wal_autocheckpoint = 2048", "PRAGMA wal_autocheckpoint", 2048},
        {"PRAGMA journal_size_limit = 16777216", "PRAGMA journal_size_limit", 16777216},
    };
    for (const Pragma& pragma : pragmas) {
        if (Status done = execute(pragma.set); !done)
            return done;
        if (!pragma.read)
            continue;
        const Result<qint64> value = number(pragma.read);
        if (!value)
            return value.error();
        if (*value != pragma.expected)
            return fail(ErrorCode::StoreFailed,
                        Text::tr("The library %1 could not be set up: SQLite refused a setting it needs.")
                            .arg(m_options.file),
                        QString::fromLatin1(pragma.set));
    }
    return useLog();
}

/// Two programs may make the library in the same moment. SQLite does not wait for the other one here, because
/// it has read already; beginning to write does wait.
Status Database::useLog()
{
    QElapsedTimer waiting;
    waiting.start();
    for (;;) {
        {
            Statement journal(*this, "PRAGMA journal_mode = WAL");
            const Status done = journal.run();
            if (done && journal.next() && journal.text(0) == "wal"_L1)
                return success();
            if (done && !journal.failed())
                return fail(ErrorCode::StoreFailed,
                            Text::tr("The library %1 is on a file system without the locks it needs. Move it "
                                     "to a local disk.")
                                .arg(m_options.file),
                            u"journal_mode"_s);
            const Error& error = done ? journal.error() : done.error();
            if (error.code != ErrorCode::StoreLocked || waiting.hasExpired(m_options.busyTimeout))
                return error;
        }
        if (Status quiet = checkWritable(); !quiet)
            return quiet;
    }
}

/// SQLite opens a file it may not write without a word; a lock held by another program is better told
/// now than at the first save.
Status Database::checkWritable()
{
    Transaction probe(*this);
    return probe.begin();
}

Status Database::execute(const char* sql)
{
    if (const auto fault = struck())
        return *fault;
    QSqlQuery query(m_state->database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql)))
        return errorOf(query.lastError(), sql);
    return success();
}

Result<qint64> Database::number(const char* sql)
{
    if (const auto fault = struck())
        return *fault;
    QSqlQuery query(m_state->database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql)))
        return errorOf(query.lastError(), sql);
    return query.next() ? query.value(0).toLongLong() : 0;
}

Status Database::backUp(const QString& target)
{
    QFile::remove(target);
    Statement copy(*this, "VACUUM INTO ?");
    Status done = copy.bind(target).run();
    if (!done)
        QFile::remove(target); // half a copy is worse than none
    return done;
}

Database::Prepared* Database::prepared(const char* sql)
{
    Q_ASSERT(m_state->thread == QThread::currentThread());
    if (Prepared* known = m_state->statements.value(sql))
        return known;
    auto fresh = std::make_unique<Prepared>();
    fresh->query = QSqlQuery(m_state->database);
    fresh->query.setForwardOnly(true);
    if (!fresh->query.prepare(QString::fromUtf8(sql)))
        fresh->status = errorOf(fresh->query.lastError(), sql);
    m_state->statements.insert(sql, fresh.get());
    return fresh.release();
}

std::optional<Error> Database::struck() const
{
    if (m_options.faults && m_options.faults->strikes())
        return fullError(m_options.file, u"injected fault"_s);
    return std::nullopt;
}

Error Database::errorOf(const QSqlError& error, const char* what) const
{
    const int extended = error.nativeErrorCode().toInt();
    // The statement's text, never its values: those may be mail.
    const QString detail = u"SQLite %1 in: "_s.arg(extended) + QString::fromUtf8(what).left(60);
    qCWarning(logStore).noquote() << detail;
    const QString& file = m_options.file;
    switch (static_cast<Code>(extended & 0xff)) {
    case Code::Busy:
    case Code::Locked:
        return fail(ErrorCode::StoreLocked,
                    Text::tr("The library %1 is in use by another program. Close it or wait until it is "
                             "done, then try again.")
                        .arg(file),
                    detail);
    case Code::NotADatabase:
        return notALibrary(file, detail);
    case Code::Corrupt:
        return fail(
            ErrorCode::StoreNotADatabase,
            Text::tr(
                "The library %1 is damaged. Move it away and fetch the lists again, or restore a copy of it.")
                .arg(file),
            detail);
    case Code::Full:
        return fullError(file, detail);
    case Code::Perm:
    case Code::ReadOnly:
        return permissionError(file, detail);
    case Code::CannotOpen:
        return openingError(file, detail);
    case Code::IoError:
        if (diskIsFull(file))
            return fullError(file, detail);
        break;
    }
    // The drivers that fail before SQLite could say why give no code.
    if (extended == 0 && error.type() == QSqlError::ConnectionError)
        return openingError(file, detail);
    return fail(ErrorCode::StoreFailed,
                Text::tr("The library %1 could not be read or written. Check the disk it is on.").arg(file),
                detail);
}

void Database::rollBack()
{
    QSqlQuery query(m_state->database);
    if (!query.exec(u"ROLLBACK"_s)) // SQLite rolls back by itself on some errors
        qCDebug(logStore, "nothing to roll back");
}

Statement::Statement(Database& database, const char* sql)
    : m_database(database), m_prepared(database.prepared(sql)), m_sql(sql)
{
    // Preparing needs a lock now and then, and may so fail once and succeed later.
    if (!m_prepared->status) {
        m_prepared->status = m_prepared->query.prepare(QString::fromUtf8(sql))
            ? success()
            : Status(m_prepared->status.error());
    }
    Q_ASSERT(!m_prepared->inUse);
    m_prepared->inUse = true;
    m_status = m_prepared->status;
}

Statement::~Statement()
{
    m_prepared->query.finish();
    m_prepared->inUse = false;
}

Statement& Statement::bind(qint64 value)
{
    m_prepared->query.bindValue(m_position++, value);
    return *this;
}

Statement& Statement::bind(const QString& value)
{
    m_prepared->query.bindValue(m_position++, value.isNull() ? u""_s : value);
    return *this;
}

Statement& Statement::bind(const QByteArray& value)
{
    m_prepared->query.bindValue(m_position++, value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement& Statement::bind(const std::optional<qint64>& value)
{
    m_prepared->query.bindValue(m_position++, value ? QVariant(*value) : QVariant());
    return *this;
}

Status Statement::run()
{
    m_position = 0;
    if (!m_prepared->status)
        return m_prepared->status;
    m_status = success();
    if (auto fault = m_database.struck())
        m_status = *std::move(fault);
    else if (!m_prepared->query.exec())
        m_status = m_database.errorOf(m_prepared->query.lastError(), m_sql);
    return m_status;
}

bool Statement::next()
{
    if (!m_status)
        return false;
    if (m_prepared->query.next())
        return true;
    if (m_prepared->query.lastError().isValid())
        m_status = m_database.errorOf(m_prepared->query.lastError(), m_sql);
    return false;
}

qint64 Statement::integer(int column) const
{
    return m_prepared->query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_prepared->query.value(column).toString();
}

QByteArray Statement::blob(int column) const
{
    return m_prepared->query.value(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return m_prepared->query.isNull(column);
}

int Statement::changes() const
{
    return m_prepared->query.numRowsAffected();
}

qint64 Statement::insertedId() const
{
    return m_prepared->query.lastInsertId().toLongLong();
}

Transaction::~Transaction()
{
    if (m_active)
        m_database.rollBack();
}

Status Transaction::begin()
{
    Statement begin(m_database, "BEGIN IMMEDIATE");
    Status done = begin.run();
    m_active = done.has_value();
    return done;
}

Status Transaction::commit()
{
    Statement commit(m_database, "COMMIT");
    Status done = commit.run();
    m_active = !done.has_value();
    return done;
}

} // namespace lb::store
