// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "thread/revisionlinks.h"
#include "ui/models/threadarranger.h"
#include "ui/services.h"

#include <QObject>

#include <optional>

class QUndoStack;
class QWidget;

namespace lb::ui
{

/// What the user asks and decides about revisions: compares them, links and unlinks them. Decisions are
/// saved, undone and redone; `changed` says that revisions are to be linked anew. GUI thread.
class RevisionFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionFlow)
public:
    RevisionFlow(Services& services, ThreadArranger& arranger, QUndoStack& undo, QWidget* window);

    [[nodiscard]] bool canCompare(ThreadId thread) const; ///< it posts a revision, and there is another one
    [[nodiscard]] bool canLink(ThreadId thread) const;
    [[nodiscard]] bool canUnlink(ThreadId thread) const;
    void compare(ThreadId thread); ///< its newest revision with the one before
    void link(ThreadId thread); ///< asks with what
    void unlink(ThreadId thread);

    /// What a command does: a decision about a posting, or none, before and after.
    struct Change {
        MessageId posting;
        std::optional<MessageId> before;
        std::optional<MessageId> after;
    };
    void apply(const QList<Change>& changes, bool forward);

Q_SIGNALS:
    void changed();
    void failed(const lb::Error& error);

private:
    void decide(QList<Change> changes, const QString& text);
    [[nodiscard]] std::optional<MessageId> decided(const MessageId& posting) const;
    [[nodiscard]] int newestIn(ThreadId thread) const; ///< -1 = the thread posts nothing
    [[nodiscard]] int seriesOf(ThreadId thread) const;

    Services& m_services;
    ThreadArranger& m_arranger;
    QUndoStack& m_undo;
    QWidget* m_window;
};

} // namespace lb::ui
