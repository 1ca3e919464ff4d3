// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadarranger.h"

#include "core/onresult.h"

#include <QtConcurrentRun>

namespace lb::ui
{

ThreadArranger::ThreadArranger(ThreadTreeModel& model, QObject* parent) : QObject(parent), m_model(model) { }

void ThreadArranger::setSnapshot(const LoadedSnapshot& loaded)
{
    const bool sameScope = m_snapshot != nullptr && m_snapshot->scope == loaded.snapshot->scope;
    if (!sameScope || !m_refined) {
        m_revisions = loaded.revisions;
        m_refined = false;
    }
    SnapshotPointer old = std::exchange(m_snapshot, loaded.snapshot);
    releaseOnPool(std::move(old));
    m_loadedMarks = loaded.marks;
    m_newSnapshot = true;
    run();
}

void ThreadArranger::setRevisions(const RevisionsPointer& revisions)
{
    m_revisions = revisions;
    m_refined = true;
    run();
}

void ThreadArranger::setOrder(const ThreadOrder& order)
{
    if (m_order == order)
        return;
    m_order = order;
    run();
}

void ThreadArranger::setFilter(const ThreadFilter& filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    run();
}

void ThreadArranger::marksChanged()
{
    if (m_filter.asksState() || m_order.column == ThreadColumn::State)
        run();
}

void ThreadArranger::factsChanged()
{
    const bool sorted = m_order.column == ThreadColumn::Review || m_order.column == ThreadColumn::Awaited;
    if (sorted || m_filter.asksFacts())
        run();
}

void ThreadArranger::clear()
{
    SnapshotPointer old = std::exchange(m_snapshot, nullptr);
    releaseOnPool(std::move(old));
    m_loadedMarks.clear();
    m_revisions.reset();
    m_refined = false;
    m_newSnapshot = false;
    m_model.clear();
}

void ThreadArranger::run()
{
    if (m_running) {
        m_again = true;
        return;
    }
    if (m_snapshot == nullptr)
        return;
    m_running = true;
    m_again = false;
    const bool newSnapshot = std::exchange(m_newSnapshot, false);
    Marks marks = newSnapshot ? m_loadedMarks : m_model.marks();
    if (newSnapshot && m_model.shows(m_snapshot->scope))
        keepFacts(marks, m_model.marks());
    auto work = [snapshot = m_snapshot, marks, order = m_order, filter = m_filter, revisions = m_revisions] {
        return arrange(snapshot, marks, order, filter, revisions);
    };
    onResult(QtConcurrent::run(std::move(work)), this,
             [this, newSnapshot, marks](const Arrangement& arrangement) {
                 m_running = false;
                 if (arrangement.snapshot != m_snapshot) { // superseded while it was made
                     run();
                     return;
                 }
                 if (newSnapshot)
                     m_model.show(arrangement, marks);
                 else
                     m_model.rearrange(arrangement);
                 Q_EMIT arranged(newSnapshot);
                 if (m_again)
                     run();
             });
}

} // namespace lb::ui
