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
    ++m_state;
    ask();
}

void ThreadArranger::setRevisions(const RevisionsPointer& revisions)
{
    m_revisions = revisions;
    m_refined = true;
    ++m_state;
    ask();
}

void ThreadArranger::setOrder(const ThreadOrder& order)
{
    if (m_order == order)
        return;
    m_order = order;
    ask();
}

void ThreadArranger::setFilter(const ThreadFilter& filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    ask();
}

void ThreadArranger::setView(View view, const ThreadOrder& order)
{
    if (m_filter.view == view && m_order == order)
        return;
    m_filter.view = view;
    m_order = order;
    ask();
}

void ThreadArranger::setDesk(const DeskPointer& desk)
{
    m_desk = desk;
    stateChanged();
}

void ThreadArranger::setKept(ThreadId thread)
{
    m_kept = thread;
}

void ThreadArranger::marksChanged()
{
    stateChanged();
}

void ThreadArranger::factsChanged()
{
    stateChanged();
}

void ThreadArranger::stateChanged()
{
    ++m_state;
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
    Q_EMIT surveyed();
}

void ThreadArranger::ask()
{
    m_asked = true;
    run();
}

/// Where threads stand does not depend on what of them is shown.
SurveyPointer ThreadArranger::currentSurvey() const
{
    const Arrangement& shown = m_model.arrangement();
    return m_state == m_surveyedState && shown.snapshot == m_snapshot ? shown.survey : nullptr;
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
    const bool asked = std::exchange(m_asked, false);
    Marks marks = newSnapshot ? std::exchange(m_loadedMarks, {}) : m_model.marks();
    const bool known = newSnapshot && m_model.shows(m_snapshot->scope);
    ThreadFilter filter = m_filter;
    filter.kept = m_kept;
    auto work = [snapshot = m_snapshot, marks, before = known ? m_model.marks() : Marks(), order = m_order,
                 filter, revisions = m_revisions, desk = m_desk, survey = currentSurvey()]() mutable {
        keepFacts(marks, before);
        return survey != nullptr ? arrange(snapshot, marks, order, filter, revisions, survey)
                                 : arrange(snapshot, marks, order, filter, revisions, desk);
    };
    onResult(QtConcurrent::run(std::move(work)), this,
             [this, newSnapshot, asked, marks, state = m_state](const Arrangement& arrangement) mutable {
                 m_running = false;
                 if (arrangement.snapshot != m_snapshot) { // superseded while it was made
                     m_asked = m_asked || asked;
                     run();
                     return;
                 }
                 const bool moved = newSnapshot || !sameRows(m_model.arrangement(), arrangement);
                 if (newSnapshot)
                     m_model.show(arrangement, std::move(marks));
                 else
                     m_model.rearrange(arrangement);
                 m_surveyedState = state;
                 if (moved || asked)
                     Q_EMIT arranged(newSnapshot);
                 Q_EMIT surveyed();
                 if (m_again)
                     run();
             });
}

} // namespace lb::ui
