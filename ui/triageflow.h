// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/triagejson.h"
#include "ui/models/threadarranger.h"
#include "ui/services.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace lb::ui
{

/// What the user decides about threads and mails: shown at once, saved in the library, undone and redone. GUI
/// thread.
class TriageFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriageFlow)
public:
    TriageFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger,
               QObject* parent = nullptr);

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // On for all, unless it is on for all of them already: then off.
    void toggleStar(const QList<ThreadId>& threads);
    void toggleMute(const QList<ThreadId>& threads);
    void toggleMuteSeries(const QList<ThreadId>& threads); ///< with the later revisions of their series
    void toggleDone(const QList<ThreadId>& threads);
    void toggleWatch(const QList<ThreadId>& threads);

    void snooze(const QList<ThreadId>& threads, const thread::Snooze& until); ///< Nothing = no longer
    void changeTags(const QList<ThreadId>& threads, const QStringList& added, const QStringList& removed);
    void setNote(ThreadId thread, const QString& markdown);
    void import(const store::TriageMerge& merge, const QList<store::SavedSearch>& searchesBefore);
    void setReadOfThreads(const QList<ThreadId>& threads, bool read);
    void setReadOfMails(const QList<std::pair<ThreadId, MailId>>& mails, bool read);
    void markRead(ThreadId thread, const thread::ListedMail& mail); ///< by reading it: not undone
    void markSeen(ThreadId thread, const QList<MailId>& mails); ///< one step of undo for a thread

    // What the commands do.
    struct Change {
        ThreadId thread;
        store::TriageState before;
        store::TriageState after;
    };
    struct ReadChange {
        ThreadId thread;
        QList<MailId> mails; ///< those that change
    };
    void apply(const QList<Change>& changes, bool forward);
    void applyImport(const store::TriageImport& import);
    void applyRead(const QList<ReadChange>& changes, bool read);

Q_SIGNALS:
    void changed(); ///< of threads that are shown
    void importApplied(); ///< any thread's state, what is read and the saved searches may be others: read
                          ///< them again
    void failed(const lb::Error& error); ///< not saved, and shown as it was before

private:
    using Decision = std::function<void(store::TriageState& state, const thread::Listing& listing)>;
    void decide(const QList<ThreadId>& threads, const QString& text, const Decision& decision);
    [[nodiscard]] bool isOnForAll(const QList<ThreadId>& threads, bool store::TriageState::*flag) const;
    void pushRead(const QList<ReadChange>& changes, bool read);
    void showStates(const QList<Change>& changes, bool forward);

    Services& m_services;
    ThreadTreeModel& m_model;
    ThreadArranger& m_arranger;
    QUndoStack m_undo;
};

} // namespace lb::ui
