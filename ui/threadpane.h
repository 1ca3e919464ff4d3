// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threadarranger.h"
#include "ui/models/threadtreemodel.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace lb::ui
{

class EmptyState;
class FactMenu;

/// The tree of threads with its filter line. Says what is selected; decides nothing about it. GUI thread.
class ThreadPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadPane)
public:
    ThreadPane(ThreadTreeModel& model, ThreadArranger& arranger, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* tree() const { return m_tree; }
    [[nodiscard]] QLineEdit* filterLine() const { return m_filterLine; }
    [[nodiscard]] QList<ThreadId> selectedThreads() const; ///< of selected threads and mails, each once
    [[nodiscard]] ThreadId currentThread() const;
    [[nodiscard]] QList<std::pair<ThreadId, MailId>> selectedMails() const; ///< mails selected one by one

    /// True while the first thread of a scope is selected that nobody has asked for.
    [[nodiscard]] bool isOffering() const { return m_offering; }

    void beginScope(); ///< another week or list is coming: what is shown now is let go
    void showEmptyScope(const QString& sentence, const QString& button, std::function<void()> act);
    void showFound(const QSet<ThreadId>& threads); ///< answer to searchRequested

    // for the keyboard
    void nextThread();
    void previousThread();
    bool nextNewMail(); ///< false = there is none
    bool previousNewMail();
    bool
    nextNewThread(); ///< the next one with new mail, at the first that is not read; false = there is none
    void goToThread(ThreadId thread);
    void toggleExpanded();
    /// Not by a focus proxy: Tab would take the pane for its tree and skip the filter.
    void focusThreads(Qt::FocusReason reason);
    void focusFilter();
    bool clearFilter(); ///< false = there was nothing to clear
    void goToMail(ThreadId thread, int number); ///< in the thread's list
    void setHideSettled(bool hide);
    void setReadingFacts(bool reading); ///< facts of more threads are about to be known
    void
    restoreHeader(const QByteArray& state); ///< widths and what is shown, as the header's saveState() gave it

Q_SIGNALS:
    void threadChosen(lb::ThreadId thread);
    void mailChosen(lb::ThreadId thread, lb::MailId mail); ///< a mail's own row
    void selectionEmptied();
    void searchRequested(const QString& text);

private:
    void buildUi();
    void offerColumns();
    void currentChanged(const QModelIndex& current);
    void filterTyped(const QString& text);
    [[nodiscard]] QString textTyped() const; ///< without what asks for facts
    void arranged(bool newSnapshot);
    void chooseWhatIsRead();
    void updateCount();
    void updatePage();
    void explainFilter();
    void stepThread(int by);
    [[nodiscard]] QModelIndex beside(QModelIndex index, int by) const;
    void makeCurrent(const QModelIndex& index);
    [[nodiscard]] QModelIndex nextNewMailAfter(ThreadId thread, int row) const;
    [[nodiscard]] QModelIndex newMailBefore(ThreadId thread, int row) const;
    [[nodiscard]] bool offersNewMail(ThreadId thread) const;

    ThreadTreeModel& m_model;
    ThreadArranger& m_arranger;
    QLineEdit* m_filterLine;
    FactMenu* m_factMenu;
    QLabel* m_count;
    QTreeView* m_tree;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QSet<thread::Category> m_collapsed;
    QPersistentModelIndex m_top; ///< the row at the top before a refresh
    bool m_newScope = true;
    bool m_offering = false;
    std::pair<ThreadId, MailId> m_reading; ///< chosen last; no mail = the thread itself
    bool m_readingFacts = false;
    bool m_arranging = false; ///< rows are being swapped: expansion changes are not the user's
    struct EmptyScope {
        QString sentence;
        QString button;
        std::function<void()> act;
    };
    EmptyScope m_emptyScope;
};

} // namespace lb::ui
