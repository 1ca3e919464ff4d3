// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/listsmodel.h"

#include "ui/models/charttexts.h"

#include <QFont>
#include <QLocale>
#include <QScopeGuard>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

// Internal ids: 0 = a list; n = a row below the list with id n. Lists come and go, their ids stay.
constexpr quintptr listMark = 0;

/// The last weeks of a list up to its newest mail, one after the other, oldest first.
QList<store::WeekRecord> lastWeeks(const QList<store::WeekRecord>& newestFirst)
{
    const auto newest = std::ranges::find_if(newestFirst, [](const auto& week) { return week.mails > 0; });
    if (newest == newestFirst.end())
        return {};
    const QDateTime then(newest->monday, QTime(0, 0), Qt::UTC);
    return brief::weekSeries(newestFirst, std::nullopt, then).weeks;
}

} // namespace

ListsModel::Branch* ListsModel::find(ListId list)
{
    const auto found = std::find_if(m_branches.begin(), m_branches.end(),
                                    [list](const Branch& branch) { return branch.list.id == list; });
    return found == m_branches.end() ? nullptr : &*found;
}

int ListsModel::rowOf(quintptr list) const
{
    const auto found = std::find_if(m_branches.begin(), m_branches.end(), [list](const Branch& branch) {
        return static_cast<quintptr>(branch.list.id.value) == list;
    });
    return static_cast<int>(found - m_branches.begin());
}

const ListsModel::Branch& ListsModel::branchOf(const QModelIndex& index) const
{
    const int row = index.internalId() == listMark ? index.row() : rowOf(index.internalId());
    return m_branches[static_cast<std::size_t>(row)];
}

void ListsModel::setLists(const QList<store::ListRecord>& lists)
{
    for (int row = static_cast<int>(m_branches.size()) - 1; row >= 0; --row) {
        const ListId id = m_branches[static_cast<std::size_t>(row)].list.id;
        const bool stays = std::any_of(lists.begin(), lists.end(),
                                       [id](const store::ListRecord& list) { return list.id == id; });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_branches.erase(m_branches.begin() + row);
        endRemoveRows();
    }
    for (const store::ListRecord& list : lists) {
        if (Branch* const known = find(list.id)) {
            known->list = list;
            const int row = static_cast<int>(known - m_branches.data());
            Q_EMIT dataChanged(index(row, 0), index(row, 0));
            if (known->known)
                Q_EMIT dataChanged(index(0, 0, index(row, 0)), index(0, 0, index(row, 0)));
            continue;
        }
        const int row = static_cast<int>(m_branches.size());
        beginInsertRows({}, row, row);
        Branch branch;
        branch.list = list;
        m_branches.push_back(std::move(branch));
        endInsertRows();
    }
}

void ListsModel::setWeeks(ListId list, const QList<store::WeekRecord>& weeks, int recent, QDate today)
{
    Branch* const branch = find(list);
    if (branch == nullptr)
        return;
    QList<store::WeekRecord> wanted = weeks;
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    for (int back = 0; back < recent; ++back) {
        const QDate week = monday.addDays(-7 * back);
        const bool there = std::any_of(weeks.begin(), weeks.end(), [week](const store::WeekRecord& record) {
            return record.monday == week;
        });
        if (!there)
            wanted.append({week, 0, 0});
    }
    std::sort(wanted.begin(), wanted.end(),
              [](const store::WeekRecord& a, const store::WeekRecord& b) { return a.monday > b.monday; });

    branch->last = lastWeeks(wanted);
    const QModelIndex parent = index(static_cast<int>(branch - m_branches.data()), 0);
    const auto changed = qScopeGuard([this, parent] { Q_EMIT dataChanged(parent, parent); });
    if (!branch->known) {
        beginInsertRows(parent, 0, static_cast<int>(wanted.size()));
        branch->weeks = wanted;
        branch->known = true;
        endInsertRows();
        return;
    }
    // Row 0 is "All mail". Weeks come and go one at a time; there are some hundreds at most.
    const auto holds = [](const QList<store::WeekRecord>& records, QDate week) {
        return std::any_of(records.begin(), records.end(),
                           [week](const store::WeekRecord& record) { return record.monday == week; });
    };
    for (int i = static_cast<int>(branch->weeks.size()) - 1; i >= 0; --i) {
        if (holds(wanted, branch->weeks.at(i).monday))
            continue;
        beginRemoveRows(parent, i + 1, i + 1);
        branch->weeks.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < wanted.size(); ++i) {
        if (i < branch->weeks.size() && branch->weeks.at(i).monday == wanted.at(i).monday) {
            branch->weeks[i] = wanted.at(i);
            continue;
        }
        beginInsertRows(parent, i + 1, i + 1);
        branch->weeks.insert(i, wanted.at(i));
        endInsertRows();
    }
    Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent));
}

const store::ListRecord* ListsModel::list(ListId list) const
{
    for (const Branch& branch : m_branches) {
        if (branch.list.id == list)
            return &branch.list;
    }
    return nullptr;
}

QList<store::ListRecord> ListsModel::lists() const
{
    QList<store::ListRecord> all;
    for (const Branch& branch : m_branches)
        all.append(branch.list);
    return all;
}

QDate ListsModel::newestWeek(ListId list) const
{
    for (const Branch& branch : m_branches) {
        if (branch.list.id != list)
            continue;
        for (const store::WeekRecord& week : branch.weeks) {
            if (week.mails > 0)
                return week.monday;
        }
    }
    return {};
}

int ListsModel::threadsOfNewestWeek(ListId list) const
{
    for (const Branch& branch : m_branches) {
        const auto newest = std::find_if(branch.weeks.begin(), branch.weeks.end(),
                                         [](const store::WeekRecord& week) { return week.mails > 0; });
        if (branch.list.id == list && newest != branch.weeks.end())
            return newest->threads;
    }
    return -1;
}

QList<store::WeekRecord> ListsModel::weeks(ListId list) const
{
    for (const Branch& branch : m_branches) {
        if (branch.list.id == list)
            return branch.weeks;
    }
    return {};
}

bool ListsModel::knowsWeeks(ListId list) const
{
    return std::any_of(m_branches.begin(), m_branches.end(),
                       [list](const Branch& branch) { return branch.list.id == list && branch.known; });
}

Scope ListsModel::scopeAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == listMark) {
        const ListId id = m_branches[static_cast<std::size_t>(index.row())].list.id;
        const QDate newest = newestWeek(id);
        return newest.isValid() ? Scope{id, thread::weekOf(newest)} : Scope{id, std::nullopt};
    }
    const Branch& branch = branchOf(index);
    if (index.row() == 0)
        return {branch.list.id, std::nullopt};
    return {branch.list.id, thread::weekOf(branch.weeks.at(index.row() - 1).monday)};
}

QModelIndex ListsModel::indexOf(const Scope& scope) const
{
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        const Branch& branch = m_branches[i];
        if (branch.list.id != scope.list)
            continue;
        const QModelIndex parent = index(static_cast<int>(i), 0);
        if (!branch.known)
            return parent;
        if (!scope.period)
            return index(0, 0, parent);
        for (int row = 0; row < branch.weeks.size(); ++row) {
            if (branch.weeks.at(row).monday == scope.period->since)
                return index(row + 1, 0, parent);
        }
        return parent;
    }
    return {};
}

QModelIndex ListsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(branchOf(parent).list.id.value) : listMark);
}

QModelIndex ListsModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == listMark)
        return {};
    return createIndex(rowOf(child.internalId()), 0, listMark);
}

int ListsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_branches.size());
    if (parent.internalId() != listMark || parent.column() != 0)
        return 0;
    const Branch& branch = m_branches[static_cast<std::size_t>(parent.row())];
    return branch.known ? static_cast<int>(branch.weeks.size()) + 1 : 0;
}

int ListsModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 1;
}

QVariant ListsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == listMark)
        return listData(m_branches[static_cast<std::size_t>(index.row())], role);
    const Branch& branch = branchOf(index);
    if (role == ListRole)
        return QVariant::fromValue(branch.list.id);
    return index.row() == 0 ? allData(branch, role)
                            : weekData(branch, branch.weeks.at(index.row() - 1), role);
}

/// What the bars beside its name show.
QString ListsModel::weeksText(const Branch& branch)
{
    if (branch.last.isEmpty())
        return {};
    //: %1 are weeks with their mails
    return tr("Last %n week(s): %1", nullptr, static_cast<int>(branch.last.size()))
        .arg(ChartTexts::weekNumbers(branch.last));
}

QVariant ListsModel::listData(const Branch& branch, int role) const
{
    switch (role) {
    case KindRole:
        return static_cast<int>(Kind::List);
    case ListRole:
        return QVariant::fromValue(branch.list.id);
    case Qt::DisplayRole:
        return branch.list.name;
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    case WeeksRole: {
        QList<int> mails;
        for (const store::WeekRecord& week : branch.last)
            mails.append(week.mails);
        return QVariant::fromValue(mails);
    }
    case Qt::AccessibleTextRole: {
        const QString name
            = tr("List %1, %2")
                  .arg(branch.list.name, tr("%n mail(s)", nullptr, static_cast<int>(branch.list.mails)));
        const QString weeks = weeksText(branch);
        return weeks.isEmpty() ? name : QString(name + u". "_s + weeks);
    }
    case Qt::ToolTipRole: {
        QStringList lines{branch.list.name};
        if (const QString weeks = weeksText(branch); !weeks.isEmpty())
            lines.append(weeks);
        if (!branch.list.address.isEmpty())
            lines.append(branch.list.address);
        for (const store::ArchiveRecord& archive : branch.list.archives)
            lines.append(archive.location);
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant ListsModel::allData(const Branch& branch, int role) const
{
    const int mails = static_cast<int>(branch.list.mails);
    switch (role) {
    case KindRole:
        return static_cast<int>(Kind::AllMail);
    case CountRole:
        return mails;
    case CountTextRole:
        return QLocale().toString(mails);
    case Qt::DisplayRole:
        return tr("All mail");
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("All mail of %1, %2").arg(branch.list.name, tr("%n mail(s)", nullptr, mails));
    default:
        return {};
    }
}

QVariant ListsModel::weekData(const Branch& branch, const store::WeekRecord& week, int role) const
{
    switch (role) {
    case KindRole:
        return static_cast<int>(Kind::Week);
    case CountRole:
        return week.mails;
    case CountTextRole:
        return week.mails > 0 ? QLocale().toString(week.mails) : QString();
    case Qt::DisplayRole:
        //: An ISO week and its first and last day, as "2025-W25  06-16 – 06-22"
        return tr("%1  %2 – %3")
            .arg(thread::isoWeekName(week.monday), week.monday.toString(u"MM-dd"_s),
                 week.monday.addDays(6).toString(u"MM-dd"_s));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString name = tr("Week %1 of %2").arg(thread::isoWeekName(week.monday), branch.list.name);
        if (week.mails == 0)
            return tr("%1: nothing in the library yet").arg(name);
        return tr("%1: %2 in %3")
            .arg(name, tr("%n mail(s)", nullptr, week.mails), tr("%n thread(s)", nullptr, week.threads));
    }
    default:
        return {};
    }
}

} // namespace lb::ui
