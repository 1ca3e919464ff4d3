// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/searchcounts.h"

#include <QAbstractListModel>

namespace lb::ui
{

/// The views, and below them the saved searches, each with how many threads it has. A saved search's name can
/// be edited; whether it is taken is for others to decide. GUI thread.
class ViewsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    enum Role {
        ViewRole = Qt::UserRole, ///< int of View; -1 = a saved search
        QueryRole, ///< QString; of a saved search
        CountTextRole, ///< QString: for people; empty = not known
    };

    void setCounts(const std::array<int, viewCount>& counts);
    void forgetCounts(); ///< another scope is being read
    void setThisWeek(int threads); ///< of the list's newest week; -1 = not known
    void setSearches(const QList<store::SavedSearch>& searches); ///< what stays keeps its row and count
    void setSearchCounts(const QList<SearchCount>& counts); ///< by index of the searches

    [[nodiscard]] const QList<store::SavedSearch>& searches() const { return m_searches; }
    [[nodiscard]] int count(View view) const; ///< -1 = not known
    [[nodiscard]] QModelIndex indexOf(View view) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void renameRequested(const QString& name, const QString& wanted); ///< of a saved search

private:
    [[nodiscard]] QVariant viewData(View view, int role) const;
    [[nodiscard]] QVariant searchData(qsizetype at, int role) const;

    std::array<int, viewCount> m_counts{};
    bool m_known = false;
    int m_thisWeek = -1;
    QList<store::SavedSearch> m_searches;
    QList<SearchCount> m_searchCounts; ///< as many
};

} // namespace lb::ui
