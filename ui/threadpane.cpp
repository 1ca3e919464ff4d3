// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threadpane.h"

#include "ui/emptystate.h"
#include "ui/factmenu.h"
#include "ui/queryline.h"
#include "ui/threaddelegate.h"
#include "ui/threadtree.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

using Kind = ThreadTreeModel::Kind;

namespace
{

Kind kindOf(const QModelIndex& index)
{
    return static_cast<Kind>(index.data(ThreadTreeModel::KindRole).toInt());
}

constexpr int narrowWindow = 1500;

ThreadId threadOf(const QModelIndex& index)
{
    return index.data(ThreadTreeModel::ThreadRole).value<ThreadId>();
}

} // namespace

ThreadPane::ThreadPane(ThreadTreeModel& model, ThreadArranger& arranger, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_arranger(arranger)
    , m_filterLine(new QueryLine(this))
    , m_factMenu(new FactMenu(*m_filterLine, this))
    , m_queryHelp(new QToolButton(this))
    , m_problemText(new QLabel(this))
    , m_count(new QLabel(this))
    , m_tree(new ThreadTree(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    buildUi();
    connect(m_tree->header(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder direction) {
                m_arranger.setOrder({static_cast<ThreadColumn>(column), direction});
            });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!m_arranging && kindOf(index) == Kind::Category)
            m_collapsed.insert(m_model.arrangement().groups[static_cast<std::size_t>(index.row())].category);
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (kindOf(index) == Kind::Category)
            m_collapsed.remove(m_model.arrangement().groups[static_cast<std::size_t>(index.row())].category);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ThreadPane::currentChanged);
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        m_top = m_tree->verticalScrollBar()->value() > 0 ? m_tree->indexAt(QPoint(1, 1)) : QModelIndex();
        m_shownBefore = m_model.shownThreads();
    });
    connect(&m_arranger, &ThreadArranger::arranged, this, &ThreadPane::arranged);
}

void ThreadPane::buildUi()
{
    buildQuery();
    m_count->setObjectName(u"threadCountLabel"_s);

    m_tree->setObjectName(u"threadTree"_s);
    m_tree->setAccessibleName(tr("Threads"));
    m_tree->setModel(&m_model);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setIndentation(fontMetrics().height());
    QHeaderView* header = m_tree->header();
    header->setObjectName(u"threadHeader"_s);
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(fontMetrics().horizontalAdvance(u'0') * 6);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSortIndicator(static_cast<int>(m_arranger.order().column), m_arranger.order().direction);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    const int character = fontMetrics().horizontalAdvance(u'0');
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::Mails), character * 10);
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::People), character * 9);
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::Review), character * 11);
    m_otherWidth = character * 14;
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::Awaited), character * 12);
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::Started), character * 13);
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::LastActivity), character * 12);
    m_tree->setColumnWidth(static_cast<int>(ThreadColumn::State), ThreadDelegate::stateWidth(fontMetrics()));

    offerColumns();
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);

    const int space = style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, this);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(space, space, space, space);
    top->addWidget(m_filterLine, 1);
    top->addWidget(m_factMenu);
    top->addWidget(m_queryHelp);
    top->addSpacing(space);
    top->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_problemText);
    layout->addWidget(m_pages, 1);
}

/// A menu on the header: every column but the subject can be left out.
void ThreadPane::offerColumns()
{
    QHeaderView* header = m_tree->header();
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 1; column < threadColumnCount; ++column) {
        auto* shown
            = new QAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), header);
        shown->setCheckable(true);
        shown->setChecked(true);
        header->addAction(shown);
        connect(shown, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
}

void ThreadPane::restoreHeader(const QByteArray& state)
{
    QHeaderView* header = m_tree->header();
    // At first a narrow window leaves the subject its room.
    if (!header->restoreState(state)) {
        for (const ThreadColumn column : {ThreadColumn::Awaited, ThreadColumn::Started})
            header->setSectionHidden(static_cast<int>(column), window()->width() < narrowWindow);
    }
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    const QList<QAction*> columns = header->actions();
    for (int column = 1; column < threadColumnCount; ++column)
        columns.at(column - 1)->setChecked(!header->isSectionHidden(column));
}

void ThreadPane::beginScope()
{
    m_newScope = true;
    m_reading = {};
    m_emptyScope = {};
    const QSignalBlocker quiet(m_filterLine);
    m_filterLine->clear();
    showProblem({});
    ThreadFilter filter = m_arranger.filter();
    filter.plan = nullptr;
    m_arranger.setFilter(filter);
    m_collapsed.clear();
}

QTreeView* ThreadPane::tree() const
{
    return m_tree;
}

/// Of a week alone: rows of different heights are asked one by one, which all mail of a list has too many of.
void ThreadPane::setShowGists(bool show)
{
    m_showGists = show;
    const SnapshotPointer& snapshot = m_model.arrangement().snapshot;
    m_tree->setShowGists(show && snapshot != nullptr && snapshot->scope.period.has_value());
}

void ThreadPane::showEmptyScope(const QString& sentence, const QString& button, std::function<void()> act)
{
    m_emptyScope = {sentence, button, std::move(act)};
    updatePage();
}

void ThreadPane::arranged(bool newSnapshot)
{
    m_arranging = true;
    setShowGists(m_showGists);
    showRoot();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_collapsed.contains(m_model.arrangement().groups[static_cast<std::size_t>(row)].category))
            m_tree->setExpanded(m_model.index(row, 0), true);
    }
    if (!m_newScope && !m_tree->currentIndex().isValid())
        chooseWhatIsRead();
    m_arranging = false;
    if (!m_newScope && !m_tree->currentIndex().isValid())
        moveOn();
    m_filterBefore = m_arranger.arrangedFilter();
    updateCount();
    updatePage();
    const QModelIndex current = m_tree->currentIndex();
    if (m_newScope && newSnapshot) {
        m_newScope = false;
        m_tree->scrollToTop();
        if (m_model.rowCount() == 0)
            Q_EMIT selectionEmptied();
        else {
            m_offering = true;
            makeCurrent(m_model.index(0, 0, m_model.index(0, 0)));
            m_offering = false;
        }
    } else if (newSnapshot && m_top.isValid()) {
        m_tree->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    } else if (current.isValid()) {
        m_tree->scrollTo(current);
    }
    m_top = QPersistentModelIndex();
}

/// A filter had hidden it.
void ThreadPane::chooseWhatIsRead()
{
    const auto& [thread, mail] = m_reading;
    makeCurrent(mail.isValid() ? m_model.mailIndex(thread, mail) : m_model.threadIndex(thread));
}

/// The thread that was read has left the view because of what was decided about it, or because the view is
/// another: the next one takes its place. What a filter hides stays in sight.
void ThreadPane::moveOn()
{
    ThreadFilter sameView = m_arranger.arrangedFilter();
    sameView.view = m_filterBefore.view;
    sameView.kept = m_filterBefore.kept;
    sameView.hideSettled = m_filterBefore.hideSettled;
    if (!(sameView == m_filterBefore) || m_model.arrangement().shown == 0)
        return;
    if (m_filterBefore.view != m_arranger.arrangedFilter().view) {
        m_offering = true; // nobody has asked for this thread
        makeCurrent(m_model.index(0, 0, m_model.index(0, 0)));
        m_offering = false;
        return;
    }
    const qsizetype from = m_shownBefore.indexOf(m_reading.first);
    if (from < 0)
        return;
    QModelIndex next;
    for (qsizetype i = from + 1; !next.isValid() && i < m_shownBefore.size(); ++i)
        next = m_model.threadIndex(m_shownBefore.at(i));
    for (qsizetype i = from - 1; !next.isValid() && i >= 0; --i)
        next = m_model.threadIndex(m_shownBefore.at(i));
    makeCurrent(next);
}

void ThreadPane::currentChanged(const QModelIndex& current)
{
    if (!current.isValid() || kindOf(current) == Kind::Category) {
        return; // what was read stays in view
    }
    const ThreadId thread = threadOf(current);
    const auto mail = current.data(ThreadTreeModel::MailRole).value<MailId>();
    const bool isShown = std::exchange(m_reading, {thread, mail}) == std::pair(thread, mail);
    m_arranger.setKept(thread);
    if (isShown && m_arranging)
        return;
    if (mail.isValid())
        Q_EMIT mailChosen(thread, mail);
    else
        Q_EMIT threadChosen(thread);
}

ThreadId ThreadPane::currentThread() const
{
    const QModelIndex current = m_tree->currentIndex();
    return current.isValid() ? threadOf(current) : ThreadId();
}

QList<ThreadId> ThreadPane::selectedThreads() const
{
    QList<ThreadId> threads;
    QSet<ThreadId> seen;
    for (const QModelIndex& row : m_tree->selectionModel()->selectedRows()) {
        for (const ThreadId thread : m_model.threadsOf(row)) {
            if (!seen.contains(thread)) {
                seen.insert(thread);
                threads.append(thread);
            }
        }
    }
    return threads;
}

QList<std::pair<ThreadId, MailId>> ThreadPane::selectedMails() const
{
    QList<std::pair<ThreadId, MailId>> mails;
    for (const QModelIndex& row : m_tree->selectionModel()->selectedRows()) {
        if (kindOf(row) == Kind::Mail)
            mails.append({threadOf(row), row.data(ThreadTreeModel::MailRole).value<MailId>()});
    }
    return mails;
}

void ThreadPane::makeCurrent(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->setExpanded(above, true);
    m_tree->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_tree->scrollTo(index);
}

/// A series that is open is stepped through, a closed one stands for its newest revision.
void ThreadPane::stepThread(int by)
{
    const QModelIndex current = m_tree->currentIndex().siblingAtColumn(0);
    if (by < 0 && current.isValid() && kindOf(current) == Kind::Mail) {
        makeCurrent(current.parent());
        return;
    }
    QModelIndex at = current.isValid() && kindOf(current) == Kind::Mail ? current.parent() : current;
    if (!at.isValid()) {
        if (by < 0 || m_model.rowCount() == 0)
            return;
        at = m_model.index(0, 0);
    }
    const auto isOpen = [this](const QModelIndex& index) {
        return kindOf(index) == Kind::Category
            || (kindOf(index) == Kind::Series && m_tree->isExpanded(index));
    };
    // Down goes into what is open; up comes to it from below, and leaves it at its first row.
    QModelIndex next = by > 0 && isOpen(at) ? m_model.index(0, 0, at) : beside(at, by);
    while (next.isValid() && isOpen(next))
        next = m_model.index(by > 0 ? 0 : m_model.rowCount(next) - 1, 0, next);
    makeCurrent(next);
}

/// The row after or before, in the same parent or in the next one; invalid at the end.
QModelIndex ThreadPane::beside(QModelIndex index, int by) const
{
    while (index.isValid()) {
        const QModelIndex next = m_model.index(index.row() + by, 0, index.parent());
        if (next.isValid())
            return next;
        index = index.parent();
    }
    return {};
}

void ThreadPane::nextThread()
{
    stepThread(1);
}

void ThreadPane::previousThread()
{
    stepThread(-1);
}

QModelIndex ThreadPane::nextNewMailAfter(ThreadId thread, int row) const
{
    const QModelIndex parent = m_model.threadIndex(thread);
    const int count = m_model.rowCount(parent);
    for (int i = row + 1; i < count; ++i) {
        const QModelIndex mail = m_model.index(i, 0, parent);
        if (mail.data(ThreadTreeModel::UnreadRole).toInt() > 0)
            return mail;
    }
    return {};
}

/// Has new mail and is not put aside.
bool ThreadPane::asksToBeRead(ThreadId thread) const
{
    const Arrangement& arrangement = m_model.arrangement();
    const ThreadMarks marks = m_model.marks().value(thread);
    Standing standing = arrangement.standing(arrangement.snapshot->indexOf.value(thread));
    standing.muted = marks.triage.muted || standing.mutedBySeries; // decided a moment ago
    standing.done = marks.triage.done && !standing.back;
    return marks.unread > 0 && !isSettled(standing, marks.triage);
}

bool ThreadPane::nextNewMail()
{
    const QModelIndex current = m_tree->currentIndex();
    const ThreadId here = current.isValid() ? threadOf(current) : ThreadId();
    QModelIndex next;
    if (here.isValid())
        next = nextNewMailAfter(here, kindOf(current) == Kind::Mail ? current.row() : -1);
    const QList<ThreadId> threads = m_model.shownThreads();
    const qsizetype from = threads.indexOf(here); // -1 = from the top
    for (qsizetype i = from + 1; !next.isValid() && i < threads.size(); ++i) {
        if (asksToBeRead(threads.at(i)))
            next = nextNewMailAfter(threads.at(i), -1);
    }
    if (!next.isValid())
        return false;
    makeCurrent(next);
    return true;
}

void ThreadPane::toggleExpanded()
{
    QModelIndex current = m_tree->currentIndex();
    if (!current.isValid())
        return;
    if (kindOf(current) == Kind::Mail) {
        current = current.parent();
        makeCurrent(current);
    }
    m_tree->setExpanded(current.siblingAtColumn(0), !m_tree->isExpanded(current.siblingAtColumn(0)));
}

void ThreadPane::focusThreads(Qt::FocusReason reason)
{
    m_tree->setFocus(reason);
}

void ThreadPane::focusFilter()
{
    m_filterLine->setFocus(Qt::ShortcutFocusReason);
    m_filterLine->selectAll();
}

bool ThreadPane::clearFilter()
{
    if (m_filterLine->text().isEmpty())
        return false;
    m_filterLine->clear();
    return true;
}

void ThreadPane::goToMail(ThreadId thread, int number)
{
    const thread::Listing* listing = m_model.listing(thread);
    if (listing == nullptr || number < 1 || number > listing->count())
        return;
    const thread::Mail& mail = listing->mails[static_cast<std::size_t>(number - 1)].mail;
    const QModelIndex index = m_model.mailIndex(thread, mail.row);
    if (index.isValid())
        makeCurrent(index);
    else
        Q_EMIT mailChosen(thread, mail.row); // its thread is filtered out: shown all the same
}

} // namespace lb::ui
