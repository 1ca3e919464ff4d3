// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/listsmodel.h"
#include "ui/models/threadarranger.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

namespace lb::ui
{

class FactsFlow;
class OverviewPane;

/// Keeps the overview pane up to date: from the threads that are shown, the facts that are read anyway and
/// the summaries of the library, put together on the pool. Only while the pane can be seen. GUI thread.
class OverviewFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewFlow)
public:
    struct Parts {
        ThreadArranger& arranger;
        const ListsModel& lists;
        const FactsFlow& facts;
        OverviewPane& pane;
    };
    OverviewFlow(Services& services, const Parts& parts, QObject* parent = nullptr);

    void refresh(); ///< something it is made of has changed
    void clear(); ///< another period is coming

private:
    void make();
    void makeCharts();

    Services& m_services;
    ThreadArranger& m_arranger;
    const ListsModel& m_lists;
    const FactsFlow& m_facts;
    OverviewPane& m_pane;
    QTimer m_rest; ///< facts come in batches
    quint64 m_run = 0; ///< answers to earlier questions are dropped
    quint64 m_chartsRun = 0; ///< the same of the charts
    std::weak_ptr<const Snapshot> m_charted; ///< what they are of: must not keep it until it is freed here
    QList<store::WeekRecord> m_chartedWeeks;
    bool m_wanted = false; ///< changed while nobody could see it
};

} // namespace lb::ui
