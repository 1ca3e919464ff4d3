// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/composemodel.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

ComposeModel::ComposeModel(std::vector<Row> rows, QObject* parent)
    : QAbstractListModel(parent), m_rows(std::move(rows))
{
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row& a, const Row& b) { return a.category < b.category; });
}

int ComposeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ComposeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString category = thread::categoryName(row.category);
    switch (role) {
    case Qt::DisplayRole:
        // The pencil says that there is a remark.
        return QString((row.remark.isEmpty() ? u""_s : u"✎ "_s) + category + u" · "_s + row.title);
    case Qt::ToolTipRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1, %2, %n mail(s)", nullptr, row.mails).arg(row.title, category);
        return row.remark.isEmpty() ? text : tr("%1, with a remark").arg(text);
    }
    case Qt::CheckStateRole:
        return row.chosen ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool ComposeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    m_rows[static_cast<std::size_t>(index.row())].chosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags ComposeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QString ComposeModel::remark(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].remark : QString();
}

void ComposeModel::setRemark(int row, const QString& remark)
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].remark == remark)
        return;
    m_rows[static_cast<std::size_t>(row)].remark = remark;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

bool ComposeModel::move(int row, int by)
{
    const int other = row + by;
    if (row < 0 || row >= rowCount() || other < 0 || other >= rowCount())
        return false;
    Row& moved = m_rows[static_cast<std::size_t>(row)];
    Row& neighbour = m_rows[static_cast<std::size_t>(other)];
    if (moved.category != neighbour.category || !beginMoveRows({}, row, row, {}, by > 0 ? other + 1 : other))
        return false;
    std::swap(moved, neighbour);
    endMoveRows();
    Q_EMIT changed();
    return true;
}

void ComposeModel::chooseAll(bool chosen)
{
    if (m_rows.empty())
        return;
    for (Row& row : m_rows)
        row.chosen = chosen;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT changed();
}

int ComposeModel::chosen() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.chosen; }));
}

report::Composition ComposeModel::composition(const QString& notes) const
{
    report::Composition composition;
    composition.notes = notes;
    const bool all = chosen() == 0;
    for (const Row& row : m_rows) {
        if (all || row.chosen)
            composition.threads += row.root;
        if (!row.remark.isEmpty())
            composition.remarks.insert(row.root, row.remark);
    }
    return composition;
}

void ComposeModel::apply(const report::Composition& composition)
{
    QHash<MessageId, int> places;
    for (qsizetype i = 0; i < composition.threads.size(); ++i)
        places.insert(composition.threads.at(i), static_cast<int>(i));
    beginResetModel();
    for (Row& row : m_rows) {
        row.remark = composition.remarks.value(row.root);
        row.chosen = places.contains(row.root);
    }
    const int last = static_cast<int>(places.size());
    std::stable_sort(m_rows.begin(), m_rows.end(), [&places, last](const Row& a, const Row& b) {
        return std::pair(a.category, places.value(a.root, last))
            < std::pair(b.category, places.value(b.root, last));
    });
    endResetModel();
    Q_EMIT changed();
}

} // namespace lb::ui
