// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <vector>

namespace lb::ui
{

/// What is going on, and what went wrong until it has been read. Does not own jobs: it watches them. GUI
/// thread.
class JobsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    enum class State { Running, Failed };
    enum Role {
        StateRole = Qt::UserRole, ///< int of State
        DoneRole, ///< qint64
        TotalRole, ///< qint64; 0 = not known
        ErrorRole, ///< QString: the sentence for people
    };
    enum Column { TitleColumn, ProgressColumn, ColumnCount };

    /// Shows the job until it has finished; a failed one stays, a cancelled or successful one goes.
    void add(Job* job);
    /// `about` stands in front of the error, e.g. the title of the thread.
    void addFailure(const QString& title, const Error& error);
    void cancel(int row);
    void cancelAll();
    void removeFailures(); ///< they have been read

    [[nodiscard]] int running() const;
    [[nodiscard]] int failed() const;
    [[nodiscard]] QModelIndex firstRunning() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed(); ///< anything: for what shows the whole

private:
    struct Row {
        quint64 id = 0; ///< its place changes, this does not
        QPointer<Job> job;
        QString title;
        Progress progress;
        State state = State::Running;
        QString error;
    };
    [[nodiscard]] int rowOf(quint64 id) const;
    [[nodiscard]] QString progressText(const Row& row) const;
    void jobProgressed(quint64 id, const Progress& progress);
    void jobFinished(quint64 id, const Status& outcome);
    void removeRow(int row);

    std::vector<Row> m_rows;
    quint64 m_nextId = 1;
};

} // namespace lb::ui
