// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/viewsmodel.h"

#include "ui/models/standingtexts.h"

#include <QLocale>

#include <algorithm>

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
    setSearchCounts({});
}

void ViewsModel::setThisWeek(int threads)
{
    m_thisWeek = threads;
    const QModelIndex row = indexOf(View::ThisWeek);
    Q_EMIT dataChanged(row, row);
}

/// Rows that stay are not reset: the chosen one stays chosen, an editor stays open.
void ViewsModel::setSearches(const QList<store::SavedSearch>& searches)
{
    if (m_searches == searches)
        return;
    const auto sameStart
        = std::mismatch(m_searches.cbegin(), m_searches.cend(), searches.cbegin(), searches.cend());
    const qsizetype first = std::distance(m_searches.cbegin(), sameStart.first);
    qsizetype after = 0; // that stay below what changes
    while (after < std::min(m_searches.size(), searches.size()) - first
           && m_searches.at(m_searches.size() - 1 - after) == searches.at(searches.size() - 1 - after))
        ++after;
    const qsizetype gone = m_searches.size() - first - after;
    const qsizetype come = searches.size() - first - after;
    const auto row = [](qsizetype at) { return viewCount + static_cast<int>(at); };
    const qsizetype changed = std::min(gone, come);
    for (qsizetype at = first; at < first + changed; ++at) {
        if (m_searches.at(at).query != searches.at(at).query)
            m_searchCounts[at] = {};
        m_searches[at] = searches.at(at);
    }
    if (changed > 0)
        Q_EMIT dataChanged(index(row(first)), index(row(first + changed - 1)));
    const qsizetype at = first + changed;
    if (gone > changed) {
        beginRemoveRows({}, row(at), row(at + gone - changed - 1));
        m_searches.remove(at, gone - changed);
        m_searchCounts.remove(at, gone - changed);
        endRemoveRows();
    } else if (come > changed) {
        beginInsertRows({}, row(at), row(at + come - changed - 1));
        m_searches = searches;
        m_searchCounts.insert(at, come - changed, SearchCount());
        endInsertRows();
    }
}

void ViewsModel::setSearchCounts(const QList<SearchCount>& counts)
{
    for (qsizetype at = 0; at < m_searchCounts.size(); ++at) {
        const SearchCount count = counts.value(at);
        if (m_searchCounts.at(at) == count)
            continue;
        m_searchCounts[at] = count;
        const QModelIndex changed = index(viewCount + static_cast<int>(at));
        Q_EMIT dataChanged(changed, changed, {CountTextRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
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
    return searchData(index.row() - viewCount, role);
}

Qt::ItemFlags ViewsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() && index.row() >= viewCount ? flags | Qt::ItemIsEditable : flags;
}

bool ViewsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() < viewCount)
        return false;
    const QString name = m_searches.at(index.row() - viewCount).name; // the list may change meanwhile
    Q_EMIT renameRequested(name, value.toString());
    return true;
}

QVariant ViewsModel::searchData(qsizetype at, int role) const
{
    const store::SavedSearch& search = m_searches.at(at);
    const SearchCount& count = m_searchCounts.at(at);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return search.name;
    case Qt::ToolTipRole: {
        QString tip = search.query;
        if (!count.problem.isEmpty())
            tip += u'\n' + count.problem;
        else if (count.unknown > 0)
            tip += u'\n' + tr("Not all is known yet: there may be more.");
        // A query is anybody's text once it came with a file.
        return QString(u"<p style='white-space:pre-wrap'>"_s + tip.toHtmlEscaped() + u"</p>"_s);
    }
    case Qt::AccessibleTextRole: {
        const QString name = tr("Saved search %1").arg(search.name);
        if (!count.problem.isEmpty())
            return tr("%1, cannot be understood").arg(name);
        return count.threads < 0 ? name : tr("%1, %2").arg(name, tr("%n thread(s)", nullptr, count.threads));
    }
    case ViewRole:
        return -1;
    case QueryRole:
        return search.query;
    case CountTextRole:
        return count.threads > 0 ? QLocale().toString(count.threads) : QString();
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
