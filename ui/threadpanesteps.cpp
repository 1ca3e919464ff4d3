// SPDX-License-Identifier: GPL-3.0-or-later
// Going on to new mail and to a thread by its name: the third part of threadpane.cpp.
#include "ui/threadpane.h"
#include "ui/threadtree.h"

#include <QTreeView>

namespace lb::ui
{

/// A thread that was muted or is done offers none.
bool ThreadPane::offersNewMail(ThreadId thread) const
{
    const ThreadMarks marks = m_model.marks().value(thread);
    return marks.unread > 0 && !marks.triage.muted && !marks.triage.done;
}

/// The last one above a row of the thread; row -1 = from its end.
QModelIndex ThreadPane::newMailBefore(ThreadId thread, int row) const
{
    const QModelIndex parent = m_model.threadIndex(thread);
    for (int i = (row < 0 ? m_model.rowCount(parent) : row) - 1; i >= 0; --i) {
        const QModelIndex mail = m_model.index(i, 0, parent);
        if (mail.data(ThreadTreeModel::UnreadRole).toInt() > 0)
            return mail;
    }
    return {};
}

bool ThreadPane::previousNewMail()
{
    const QModelIndex current = m_tree->currentIndex();
    QModelIndex found;
    if (current.data(ThreadTreeModel::MailRole).value<MailId>().isValid() && current.row() > 0)
        found = newMailBefore(currentThread(), current.row());
    const QList<ThreadId> threads = m_model.shownThreads();
    for (qsizetype i = threads.indexOf(currentThread()) - 1; !found.isValid() && i >= 0; --i) {
        if (offersNewMail(threads.at(i)))
            found = newMailBefore(threads.at(i), -1);
    }
    makeCurrent(found);
    return found.isValid();
}

bool ThreadPane::nextNewThread()
{
    const QList<ThreadId> threads = m_model.shownThreads();
    for (qsizetype i = threads.indexOf(currentThread()) + 1; i < threads.size(); ++i) {
        const ThreadId thread = threads.at(i);
        if (!offersNewMail(thread))
            continue;
        // Of a thread that nobody has looked at yet all is new: it is begun at its beginning.
        const bool isFresh = m_model.marks().value(thread).unread == m_model.listing(thread)->newMails;
        makeCurrent(isFresh ? m_model.threadIndex(thread) : nextNewMailAfter(thread, -1));
        return true;
    }
    return false;
}

void ThreadPane::goToThread(ThreadId thread)
{
    const QModelIndex index = m_model.threadIndex(thread);
    if (index.isValid())
        makeCurrent(index);
    else
        Q_EMIT threadChosen(thread); // filtered out: shown all the same
}

} // namespace lb::ui
