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
    void marksChanged(); ///< what is shown or its order may depend on marks
    void factsChanged();
    void clear();

    [[nodiscard]] const ThreadOrder& order() const { return m_order; }
    [[nodiscard]] const ThreadFilter& filter() const { return m_filter; }
    [[nodiscard]] SnapshotPointer snapshot() const { return m_snapshot; }
    [[nodiscard]] RevisionsPointer revisions() const { return m_revisions; }

Q_SIGNALS:
    void arranged(bool newSnapshot); ///< the tree shows what was asked for

private:
    void run();

    ThreadTreeModel& m_model;
    SnapshotPointer m_snapshot; ///< the newest one; the tree may still show the one before
    RevisionsPointer m_revisions;
    bool m_refined = false; ///< m_revisions rests on bodies, too
    Marks m_loadedMarks;
    ThreadOrder m_order;
    ThreadFilter m_filter;
    bool m_newSnapshot = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace lb::ui
