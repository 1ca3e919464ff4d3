// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/migrations.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace lb::store
{

class FaultPlan;

struct DatabaseOptions {
    QString file;
    int busyTimeout = 5000; ///< ms that a call waits for another program's lock
    std::shared_ptr<FaultPlan> faults; ///< tests only
};

/// One SQLite connection. Made, used and destroyed on one thread; Qt Sql does not leave this class and
/// Statement.
class Database
{
public:
    explicit Database(DatabaseOptions options);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Opens the file, checks that it is ours and not newer than the last migration (else it is left as it
    /// is), sets the pragmas and migrates.
    [[nodiscard]] Status open(std::span<const Migration> migrations);
    void close();
    [[nodiscard]] const QString& file() const { return m_options.file; }

    /// One statement without results, not kept.
    [[nodiscard]] Status execute(const char* sql);
    /// The first value of a statement's first row as a number, 0 without a row; not kept.
    [[nodiscard]] Result<qint64> number(const char* sql);
    /// A copy of the whole library at `target`, which is replaced.
    [[nodiscard]] Status backUp(const QString& target);

private:
    friend class Statement;
    friend class Transaction;
    struct Prepared;
    struct State;

    [[nodiscard]] Status connect();
    [[nodiscard]] Status checkIdentity(int newestVersion);
    [[nodiscard]] Status setPragmas();
    [[nodiscard]] Status useLog();
    [[nodiscard]] Status checkWritable();
    [[nodiscard]] Prepared* prepared(const char* sql);
    [[nodiscard]] Error errorOf(const QSqlError& error, const char* what) const;
    [[nodiscard]] std::optional<Error> struck() const; ///< the error of an injected fault
    void rollBack();

    DatabaseOptions m_options;
    std::unique_ptr<State> m_state;
};

/// A statement, prepared the first time and kept by the Database; reset when this guard goes, because a
/// SELECT left open pins the write-ahead log. Values are bound in order. `sql` is a literal: its address is
/// its name.
class Statement
{
public:
    Statement(Database& database, const char* sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    Statement& bind(qint64 value);
    Statement& bind(int value) { return bind(qint64{value}); }
    Statement& bind(bool value) { return bind(qint64{value}); }
    Statement& bind(const QString& value); ///< a null string is an empty one
    Statement& bind(const QByteArray& value); ///< as BLOB, null as empty
    Statement& bind(const std::optional<qint64>& value);

    [[nodiscard]] Status run(); ///< may be called again with new values
    /// On to the next row. False at the end and on an error: ask failed() after the loop.
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return !m_status; }
    [[nodiscard]] const Error& error() const { return m_status.error(); }

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int changes() const;
    [[nodiscard]] qint64 insertedId() const;

private:
    Database& m_database;
    Database::Prepared* m_prepared;
    const char* m_sql;
    int m_position = 0;
    Status m_status;
};

/// Rolls back unless commit() succeeded. Takes the write lock at once, so that it never fails half-way for a
/// lock.
class Transaction
{
public:
    explicit Transaction(Database& database) : m_database(database) { }
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] Status begin();
    [[nodiscard]] Status commit();

private:
    Database& m_database;
    bool m_active = false;
};

} // namespace lb::store
