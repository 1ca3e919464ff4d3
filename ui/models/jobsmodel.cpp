// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobsmodel.h"

#include <QLocale>

#include <algorithm>

namespace lb::ui
{

namespace
{

/// What is kept at most of failures nobody reads: the oldest go first.
constexpr int mostFailures = 200;

} // namespace

void JobsModel::add(Job* job)
{
    const int row = static_cast<int>(m_rows.size());
    const quint64 id = m_nextId++;
    beginInsertRows({}, row, row);
    Row added;
    added.id = id;
    added.job = job;
    added.title = job->title();
    added.progress = job->progress();
    m_rows.push_back(std::move(added));
    endInsertRows();
    connect(job, &Job::progressed, this,
            [this, id](const Progress& progress) { jobProgressed(id, progress); });
    connect(job, &Job::finished, this, [this, id](const Status& outcome) { jobFinished(id, outcome); });
    connect(job, &QObject::destroyed, this, [this, id] {
        const int gone = rowOf(id);
        if (gone >= 0 && m_rows[static_cast<std::size_t>(gone)].state == State::Running)
            removeRow(gone); // its owner dropped it unfinished
    });
    Q_EMIT changed();
}

void JobsModel::addFailure(const QString& title, const Error& error)
{
    if (failed() >= mostFailures) {
        const auto oldest = std::find_if(m_rows.begin(), m_rows.end(),
                                         [](const Row& row) { return row.state == State::Failed; });
        removeRow(static_cast<int>(oldest - m_rows.begin()));
    }
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row);
    Row added;
    added.id = m_nextId++;
    added.title = title;
    added.state = State::Failed;
    added.error = error.text;
    m_rows.push_back(std::move(added));
    endInsertRows();
    Q_EMIT changed();
}

int JobsModel::rowOf(quint64 id) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void JobsModel::jobProgressed(quint64 id, const Progress& progress)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_rows[static_cast<std::size_t>(row)].progress = progress;
    Q_EMIT dataChanged(index(row, ProgressColumn), index(row, ProgressColumn));
    Q_EMIT changed();
}

void JobsModel::jobFinished(quint64 id, const Status& outcome)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    const QString title = m_rows[static_cast<std::size_t>(row)].title;
    removeRow(row);
    if (!outcome && outcome.error().code != ErrorCode::Cancelled)
        addFailure(title, outcome.error());
}

void JobsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void JobsModel::cancel(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const Row& wanted = m_rows[static_cast<std::size_t>(row)];
    if (wanted.state == State::Running && wanted.job != nullptr)
        wanted.job->cancel();
    else if (wanted.state == State::Failed)
        removeRow(row);
}

void JobsModel::cancelAll()
{
    QList<QPointer<Job>> jobs;
    for (const Row& row : m_rows) {
        if (row.state == State::Running)
            jobs.append(row.job);
    }
    for (const QPointer<Job>& job : std::as_const(jobs)) {
        if (job != nullptr)
            job->cancel();
    }
}

void JobsModel::removeFailures()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_rows[static_cast<std::size_t>(row)].state == State::Failed)
            removeRow(row);
    }
}

int JobsModel::running() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const Row& row) { return row.state == State::Running; }));
}

int JobsModel::failed() const
{
    return rowCount() - running();
}

QModelIndex JobsModel::firstRunning() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].state == State::Running)
            return index(row, 0);
    }
    return {};
}

int JobsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JobsModel::progressText(const Row& row) const
{
    if (row.state == State::Failed)
        return row.error;
    const QLocale locale;
    const Progress& progress = row.progress;
    if (progress.total > 0) {
        //: A phase of a job and how far it is in per cent
        return tr("%1 (%2 %)").arg(progress.phase).arg(100 * progress.done / progress.total);
    }
    if (progress.done > 0)
        return tr("%1 (%2)").arg(progress.phase, locale.toString(progress.done));
    return progress.phase.isEmpty() ? tr("Waiting") : progress.phase;
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TitleColumn ? row.title : progressText(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(row.title, progressText(row));
    case StateRole:
        return static_cast<int>(row.state);
    case DoneRole:
        return row.progress.done;
    case TotalRole:
        return row.progress.total;
    case ErrorRole:
        return row.error;
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TitleColumn ? tr("Job") : tr("Progress");
}

} // namespace lb::ui
