// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"
#include "ui/models/threadarranger.h"
#include "ui/models/threadtreemodel.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;
class QStackedWidget;
class QTreeView;

namespace lb::ui
{

class EmptyState;
class FactMenu;
class ThreadTree;
class QueryLine;

/// The tree of threads with its filter line. Says what is selected; decides nothing about it. GUI thread.
class ThreadPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadPane)
public:
    ThreadPane(ThreadTreeModel& model, ThreadArranger& arranger, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* tree() const;
    [[nodiscard]] QueryLine* queryLine() const { return m_filterLine; }
    [[nodiscard]] QList<ThreadId> selectedThreads() const; ///< of selected threads and mails, each once
    [[nodiscard]] ThreadId currentThread() const;
    [[nodiscard]] QList<std::pair<ThreadId, MailId>> selectedMails() const; ///< mails selected one by one

    /// True while the first thread of a scope is selected that nobody has asked for.
    [[nodiscard]] bool isOffering() const { return m_offering; }

    void beginScope(); ///< another week or list is coming: what is shown now is let go
    void showEmptyScope(const QString& sentence, const QString& button, std::function<void()> act);

    // the query
    void setQuery(const QString& text); ///< as if it had been typed
    void showProblem(
        const std::optional<query::Problem>& problem); ///< with what is typed; none = all is understood
    /// Why the query finds nothing in any list, or leads to none: a sentence; empty = nothing is wrong with
    /// the lists that it names.
    [[nodiscard]] QString listProblem() const;
    void setIndexing(bool indexing); ///< the library cannot answer for all mail yet
    void setPeople(const QList<query::Vocabulary::Person>& people);
    void setLists(const QStringList& names);
    void setTags(const QStringList& tags);

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
    void setShowGists(bool show);
    /// The view of attention is a flat list in an order of its own; the others share theirs.
    void setView(View view);
    [[nodiscard]] ThreadOrder treeOrder() const; ///< of those others
    [[nodiscard]] QByteArray saveHeader() const;
    void setReadingFacts(bool reading); ///< facts of more threads are about to be known
    void
    restoreHeader(const QByteArray& state); ///< widths and what is shown, as the header's saveState() gave it

Q_SIGNALS:
    void threadChosen(lb::ThreadId thread);
    void mailChosen(lb::ThreadId thread, lb::MailId mail); ///< a mail's own row
    void selectionEmptied();
    void queryTyped(const QString& text);
    void queryEntered(const QString& text); ///< with Enter, and understood

private:
    void buildUi();
    void offerColumns();
    void currentChanged(const QModelIndex& current);
    void buildQuery();
    void enterQuery();
    void updateProblem(bool atOnce);
    [[nodiscard]] bool isSearching() const; ///< more threads may come
    void arranged(bool newSnapshot);
    void chooseWhatIsRead();
    void moveOn();
    void showRoot();
    void updateCount();
    void updatePage();
    void explainFilter();
    void stepThread(int by);
    [[nodiscard]] QModelIndex beside(QModelIndex index, int by) const;
    void makeCurrent(const QModelIndex& index);
    [[nodiscard]] bool asksToBeRead(ThreadId thread) const;
    [[nodiscard]] QModelIndex nextNewMailAfter(ThreadId thread, int row) const;
    [[nodiscard]] QModelIndex newMailBefore(ThreadId thread, int row) const;
    [[nodiscard]] bool offersNewMail(ThreadId thread) const;

    ThreadTreeModel& m_model;
    ThreadArranger& m_arranger;
    QueryLine* m_filterLine;
    FactMenu* m_factMenu;
    QToolButton* m_queryHelp;
    QLabel* m_problemText;
    std::optional<query::Problem> m_problem;
    QLabel* m_count;
    ThreadTree* m_tree;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QSet<thread::Category> m_collapsed;
    QPersistentModelIndex m_top; ///< the row at the top before a refresh
    QList<ThreadId> m_shownBefore; ///< from top to bottom, before rows are swapped
    ThreadFilter m_filterBefore; ///< by which the rows are that are shown
    ThreadOrder m_otherOrder{ThreadColumn::Review, Qt::DescendingOrder}; ///< of the views that are not shown
    int m_otherWidth = 0; ///< of the column that says why, or in the other views what reviews say
    bool m_newScope = true;
    bool m_offering = false;
    std::pair<ThreadId, MailId> m_reading; ///< chosen last; no mail = the thread itself
    bool m_showGists = false;
    bool m_readingFacts = false;
    bool m_indexing = false;
    bool m_arranging = false; ///< rows are being swapped: expansion changes are not the user's
    struct EmptyScope {
        QString sentence;
        QString button;
        std::function<void()> act;
    };
    EmptyScope m_emptyScope;
};

} // namespace lb::ui
