// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threadtreemodel.h"

namespace lb::ui
{

/// Keeps a tree sorted and filtered: arranges on the pool and swaps the result in. While one run is under way
/// further wishes are joined into one. GUI thread.
class ThreadArranger final : public QObject
{
    Q_OBJECT
public:
    explicit ThreadArranger(ThreadTreeModel& model, QObject* parent = nullptr);

    /// What is linked by its bodies stays linked while the scope does.
    void setSnapshot(const LoadedSnapshot& loaded);
    void setRevisions(const RevisionsPointer& revisions); ///< with all evidence there is
    void setOrder(const ThreadOrder& order);
    void setFilter(const ThreadFilter& filter);
    void setView(View view, const ThreadOrder& order); ///< the view is part of the filter
    void setDesk(const DeskPointer& desk);
    void setKept(ThreadId thread); ///< being read: does not leave the view of unread threads by that
    void marksChanged(); ///< what is shown, its order and the counts of the views may depend on marks
    void factsChanged();
    void clear();

    [[nodiscard]] const ThreadOrder& order() const { return m_order; }
    [[nodiscard]] const ThreadFilter& filter() const { return m_filter; }
    /// By which the rows are that the tree shows; another may have been set meanwhile.
    [[nodiscard]] const ThreadFilter& arrangedFilter() const { return m_model.arrangement().filter; }
    [[nodiscard]] SnapshotPointer snapshot() const { return m_snapshot; }
    [[nodiscard]] RevisionsPointer revisions() const { return m_revisions; }
    /// Another one after surveyed() = threads, marks, facts or the desk may have changed, not only what of
    /// them is shown, or how.
    [[nodiscard]] quint64 surveyedState() const { return m_surveyedState; }

Q_SIGNALS:
    void arranged(bool newSnapshot); ///< the tree shows what was asked for
    void surveyed(); ///< where threads stand is known anew, see ThreadTreeModel::arrangement()

private:
    void run();
    void ask(); ///< runs, and says so whatever comes of it
    void stateChanged(); ///< runs
    /// Of the snapshot and what is known of it now; null = something has changed since it was made.
    [[nodiscard]] SurveyPointer currentSurvey() const;

    ThreadTreeModel& m_model;
    SnapshotPointer m_snapshot; ///< the newest one; the tree may still show the one before
    RevisionsPointer m_revisions;
    bool m_refined = false; ///< m_revisions rests on bodies, too
    Marks m_loadedMarks;
    ThreadOrder m_order;
    ThreadFilter m_filter;
    DeskPointer m_desk;
    ThreadId m_kept;
    quint64 m_state = 0; ///< counts what surveys rest on
    quint64 m_surveyedState = 0;
    bool m_asked = false; ///< not only marks have changed
    bool m_newSnapshot = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace lb::ui
