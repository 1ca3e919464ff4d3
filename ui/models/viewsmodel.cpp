// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/viewsmodel.h"

#include "ui/models/standingtexts.h"

#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;

void ViewsModel::setCounts(const std::array<int, viewCount>& counts)
{
    if (m_known && m_counts == counts)
        return;
    m_counts = counts;
    m_known = true;
    Q_EMIT dataChanged(index(0), index(viewCount - 1));
}

void ViewsModel::forgetCounts()
{
    m_known = false;
    Q_EMIT dataChanged(index(0), index(viewCount - 1));
}

void ViewsModel::setThisWeek(int threads)
{
    m_thisWeek = threads;
    const QModelIndex row = indexOf(View::ThisWeek);
    Q_EMIT dataChanged(row, row);
}

void ViewsModel::setSearches(const QList<store::SavedSearch>& searches)
{
    if (m_searches == searches)
        return;
    beginResetModel();
    m_searches = searches;
    endResetModel();
}

int ViewsModel::count(View view) const
{
    if (view == View::ThisWeek)
        return m_thisWeek;
    return m_known ? m_counts.at(static_cast<std::size_t>(view)) : -1;
}

QModelIndex ViewsModel::indexOf(View view) const
{
    return index(static_cast<int>(view));
}

int ViewsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : viewCount + static_cast<int>(m_searches.size());
}

QVariant ViewsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() < viewCount)
        return viewData(static_cast<View>(index.row()), role);
    const store::SavedSearch& search = m_searches.at(index.row() - viewCount);
    switch (role) {
    case Qt::DisplayRole:
        return search.name;
    case Qt::ToolTipRole:
        return search.query;
    case Qt::AccessibleTextRole:
        return tr("Saved search %1").arg(search.name);
    case ViewRole:
        return -1;
    case QueryRole:
        return search.query;
    default:
        return {};
    }
}

QVariant ViewsModel::viewData(View view, int role) const
{
    const int threads = count(view);
    switch (role) {
    case Qt::DisplayRole:
        return StandingTexts::view(view);
    case Qt::ToolTipRole:
        return StandingTexts::viewHint(view);
    case Qt::AccessibleTextRole:
        return threads < 0
            ? StandingTexts::view(view)
            : tr("%1, %2").arg(StandingTexts::view(view), tr("%n thread(s)", nullptr, threads));
    case ViewRole:
        return static_cast<int>(view);
    case CountTextRole:
        return threads > 0 ? QLocale().toString(threads) : QString();
    default:
        return {};
    }
}

} // namespace lb::ui
