// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "query/evaluation.h"
#include "ui/models/threadarranger.h"
#include "ui/models/viewsmodel.h"
#include "ui/services.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace lb::ui
{

/// The saved searches: kept in the library, and counted over the threads of the scope that is shown. They are
/// counted on the pool, when threads, marks, facts, the index, the searches themselves, who the user is or
/// the day has changed; what changes while that runs is joined into one more run. GUI thread.
class SearchesFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchesFlow)
public:
    SearchesFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger, ViewsModel& views,
                 QObject* parent = nullptr);
    ~SearchesFlow() override;

    void read(); ///< from the library
    void save(const QString& name, const QString& query); ///< one of that name is replaced
    void rename(const QString& name, const QString& wanted); ///< refused if that is no name, or is taken
    void remove(const QString& name);

    void setIdentity(const query::Identity& me);
    void setList(const QString& name); ///< that is shown
    void refresh(); ///< the library or its index has grown

    [[nodiscard]] int runs() const { return m_runs; } ///< that counted, ever

Q_SIGNALS:
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);

private:
    /// A search made ready; with a problem there is no plan.
    struct Ready {
        std::shared_ptr<const query::Plan> plan;
        QString problem;
    };
    void add(const QString& name, const QString& query);
    void store(const QList<store::SavedSearch>& searches);
    void take(const QList<store::SavedSearch>& searches);
    void plan();
    void askLibrary();
    void surveyed();
    void count();
    [[nodiscard]] std::vector<ThreadFilter> filters() const;
    void show(QList<SearchCount> counts);

    Services& m_services;
    ThreadTreeModel& m_model;
    ThreadArranger& m_arranger;
    ViewsModel& m_views;
    bool m_isRead = false; ///< before that, what there is is not known
    quint64 m_changes = 0; ///< what was read before the last of them is old
    QList<store::SavedSearch> m_waiting; ///< to be added once they are read
    query::Identity m_me;
    QString m_list;
    QDate m_day; ///< that the plans are of
    std::vector<Ready> m_ready; ///< by index of the model's searches
    quint64 m_plans = 0; ///< counts how often they were made
    QTimer m_midnight; ///< since:2w means other days then

    std::vector<store::TextTerm> m_texts; ///< that the plans ask for, each once
    QHash<store::TextTerm, store::MailSetPointer> m_answers;
    std::vector<store::TextTerm> m_missing; ///< still to be asked for
    std::shared_ptr<std::atomic_bool> m_stopped;
    bool m_asking = false;
    bool m_askAgain = false;

    quint64 m_countedState = 0; ///< see ThreadArranger::surveyedState()
    bool m_countedHiding = false;
    bool m_counting = false;
    bool m_again = false;
    int m_runs = 0;
};

} // namespace lb::ui
