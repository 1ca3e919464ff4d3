// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "ui/models/snapshot.h"

#include <QAbstractItemModel>

#include <vector>

namespace lb::ui
{

/// Lists, and below each "All mail" and its weeks, newest first. GUI thread.
class ListsModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    enum class Kind { List, AllMail, Week };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        ListRole, ///< lb::ListId
        CountRole, ///< int: mails
        CountTextRole, ///< QString: the same for people, empty = nothing fetched
        WeeksRole, ///< QList<int>: of a list, the mails of its last weeks
    };

    void setLists(const QList<store::ListRecord>& lists); ///< weeks of lists that stay are kept
    /// `recent`: this many weeks up to today are offered even without mail, so that they can be fetched.
    void setWeeks(ListId list, const QList<store::WeekRecord>& weeks, int recent, QDate today);

    [[nodiscard]] const store::ListRecord* list(ListId list) const; ///< null = unknown
    [[nodiscard]] QList<store::ListRecord> lists() const;
    [[nodiscard]] QDate newestWeek(ListId list) const; ///< with mail; invalid = none
    [[nodiscard]] int threadsOfNewestWeek(ListId list) const; ///< -1 = none is known
    [[nodiscard]] QList<store::WeekRecord> weeks(ListId list) const; ///< newest first
    [[nodiscard]] bool knowsWeeks(ListId list) const;
    [[nodiscard]] Scope
    scopeAt(const QModelIndex& index) const; ///< a list's own row: its newest week, else all
    [[nodiscard]] QModelIndex indexOf(const Scope& scope) const; ///< a week that is not there: its list

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Branch {
        store::ListRecord list;
        QList<store::WeekRecord> weeks;
        QList<store::WeekRecord> last; ///< of these, what the bars beside its name show
        bool known = false; ///< weeks were read
    };
    [[nodiscard]] Branch* find(ListId list);
    [[nodiscard]] const Branch& branchOf(const QModelIndex& index) const; ///< of a list's row or one below it
    [[nodiscard]] int rowOf(quintptr list) const;
    [[nodiscard]] QVariant weekData(const Branch& branch, const store::WeekRecord& week, int role) const;
    [[nodiscard]] QVariant allData(const Branch& branch, int role) const;
    [[nodiscard]] static QString weeksText(const Branch& branch);
    [[nodiscard]] QVariant listData(const Branch& branch, int role) const;

    std::vector<Branch> m_branches;
};

} // namespace lb::ui
