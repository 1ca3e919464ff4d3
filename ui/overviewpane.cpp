// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewpane.h"

#include "ui/chartstrip.h"
#include "ui/emptystate.h"
#include "ui/mailview.h"
#include "ui/overviewdelegate.h"

#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int moreLines = -1; ///< stands in MailRole of "and n more"
constexpr int leastLines = 8; ///< of text, that charts must leave to what is below them

} // namespace

OverviewPane::OverviewPane(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_state(new QLabel(this))
    , m_chartsButton(new QToolButton(this))
    , m_charts(new ChartStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_tree(new QTreeWidget(m_pages))
    , m_empty(new EmptyState(m_pages))
{
    setObjectName(u"overviewPane"_s);
    setAccessibleName(tr("Overview"));
    m_tree->setObjectName(u"overviewTree"_s);
    m_tree->setAccessibleName(tr("Overview of the threads"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setUniformRowHeights(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setItemDelegate(new OverviewDelegate(m_tree));
    m_tree->setExpandsOnDoubleClick(false);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    buildHead();

    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { m_moved = m_moved || !m_filling; });
    connect(m_tree, &QTreeWidget::itemClicked, this, &OverviewPane::follow);
    connect(m_tree, &QTreeWidget::itemActivated, this, &OverviewPane::follow);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, [this](const QTreeWidgetItem* item) {
        if (!m_filling)
            m_collapsed.insert(item->data(0, OverviewDelegate::GroupRole).toInt());
    });
    connect(m_tree, &QTreeWidget::itemExpanded, this, [this](const QTreeWidgetItem* item) {
        if (!m_filling)
            m_collapsed.remove(item->data(0, OverviewDelegate::GroupRole).toInt());
    });
    explain();
}

void OverviewPane::buildHead()
{
    const int space = fontMetrics().height() / 2;
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setObjectName(u"overviewHeading"_s);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setObjectName(u"overviewState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_chartsButton->setObjectName(u"overviewChartsButton"_s);
    //: Bars of weeks, days and people: a button that shows and hides them
    m_chartsButton->setText(tr("Charts"));
    m_chartsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chartsButton->setAutoRaise(true);
    m_chartsButton->setFocusPolicy(Qt::TabFocus);
    auto* title = new QHBoxLayout;
    title->addWidget(m_heading, 1);
    title->addWidget(m_chartsButton);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space, space / 2, space / 2, space / 2);
    head->setSpacing(0);
    head->addLayout(title);
    head->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_charts);
    layout->addWidget(m_pages, 1);
    connect(m_chartsButton, &QToolButton::clicked, this, [this] { setChartsUnfolded(!m_chartsUnfolded); });
    updateCharts();
}

void OverviewPane::showCharts(const brief::ChartsPointer& charts)
{
    m_charts->show(charts);
    updateCharts();
}

void OverviewPane::setChartsUnfolded(bool unfolded)
{
    m_chartsUnfolded = unfolded;
    updateCharts();
}

/// They never take the room that the lines need.
void OverviewPane::updateCharts()
{
    const bool any = !m_charts->isEmpty();
    const int line = fontMetrics().height();
    const int left = height() - m_charts->heightForWidth(width()) - leastLines * line;
    const bool fit = m_charts->hasRoom(width()) && left >= 2 * line; // the head takes the two
    m_chartsButton->setVisible(any && fit);
    const Qt::ArrowType folded = layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    m_chartsButton->setArrowType(m_chartsUnfolded ? Qt::DownArrow : folded);
    const QString does = m_chartsUnfolded ? tr("Hide mails by week, by day and by person")
                                          : tr("Show mails by week, by day and by person");
    m_chartsButton->setAccessibleName(does);
    m_chartsButton->setToolTip(does);
    m_charts->setVisible(any && fit && m_chartsUnfolded);
}

void OverviewPane::setHeading(const QString& heading)
{
    //: The list and the week
    m_heading->setText(heading.isEmpty() ? tr("Overview") : tr("Overview of %1").arg(heading));
}

void OverviewPane::clear()
{
    m_overview = {};
    m_whole.clear();
    m_collapsed.clear();
    m_known = false;
    m_reading = true;
    m_filling = true;
    m_tree->clear();
    m_filling = false;
    m_moved = false;
    m_charts->wait();
    explain();
}

void OverviewPane::show(const report::Overview& overview, Language language, bool reading)
{
    const bool same = m_known && overview == m_overview && language == m_language;
    m_known = true;
    m_reading = reading;
    m_language = language;
    m_overview = overview;
    if (!same)
        fill();
    explain();
}

void OverviewPane::explain()
{
    const bool empty = m_overview.isEmpty();
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_tree);
    if (!empty && std::exchange(m_wantsFocus, false))
        m_tree->setFocus(Qt::ShortcutFocusReason);
    m_state->setVisible(!empty);
    m_state->setText(m_reading ? tr("More threads are being read...")
                               : tr("Each line leads to the thread and the mail it rests on."));
    if (empty && m_reading)
        m_empty->say(Icon::Week, tr("The overview is being made"),
                     tr("It is put together from the facts of the threads as they are read."));
    else if (empty)
        m_empty->say(Icon::Week, tr("Nothing to report"),
                     tr("No thread of this period was decided, waits for somebody or is new."));
}

void OverviewPane::fill()
{
    m_filling = true;
    const QTreeWidgetItem* current = m_tree->currentItem();
    if (!m_moved)
        current = nullptr; // it only was the first one
    const int group = current == nullptr ? -1 : current->data(0, OverviewDelegate::GroupRole).toInt();
    const auto thread
        = current == nullptr ? ThreadId() : current->data(0, OverviewDelegate::ThreadRole).value<ThreadId>();
    const int place = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    for (std::size_t i = 0; i < report::overviewGroupCount; ++i) {
        if (m_overview.groups.at(i).isEmpty())
            continue;
        auto* head = new QTreeWidgetItem(m_tree);
        head->setData(0, OverviewDelegate::GroupRole, static_cast<int>(i));
        fillGroup(i, head);
        head->setExpanded(!m_collapsed.contains(static_cast<int>(i)));
        for (int row = -1; row < head->childCount(); ++row) {
            QTreeWidgetItem* item = row < 0 ? head : head->child(row);
            if (static_cast<int>(i) == group
                && item->data(0, OverviewDelegate::ThreadRole).value<ThreadId>() == thread)
                m_tree->setCurrentItem(item);
        }
    }
    if (m_tree->currentItem() == nullptr)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->verticalScrollBar()->setValue(place);
    m_filling = false;
}

void OverviewPane::fillGroup(std::size_t group, QTreeWidgetItem* head)
{
    const report::OverviewLabels& words = report::overviewLabels(m_language);
    const QList<report::OverviewLine>& lines = m_overview.groups.at(group);
    QFont bold = m_tree->font();
    bold.setBold(true);
    head->setFont(0, bold);
    head->setText(0, u"%1 (%2)"_s.arg(words.groups.at(group)).arg(lines.size()));
    const bool whole
        = m_whole.contains(static_cast<int>(group)) || lines.size() <= report::overviewLinesShown;
    const qsizetype shown = whole ? lines.size() : report::overviewLinesShown;
    for (const report::OverviewLine& line : lines.first(shown)) {
        auto* item = new QTreeWidgetItem(head);
        const QString title = harmless(line.title);
        const QString reason = harmless(u"%1 [%2]"_s.arg(line.reason).arg(line.mail));
        item->setText(0, title);
        item->setData(0, OverviewDelegate::ReasonRole, reason);
        item->setData(0, OverviewDelegate::ThreadRole, QVariant::fromValue(line.thread));
        item->setData(0, OverviewDelegate::MailRole, line.mail);
        item->setData(0, OverviewDelegate::GroupRole, static_cast<int>(group));
        item->setData(0, Qt::AccessibleTextRole, QString(title + u". "_s + reason));
        const QString tip = title.toHtmlEscaped() + u"<br>"_s + reason.toHtmlEscaped();
        item->setToolTip(0, u"<qt>%1</qt>"_s.arg(tip));
    }
    if (whole)
        return;
    auto* more = new QTreeWidgetItem(head);
    more->setText(0, words.more.arg(lines.size() - shown));
    more->setData(0, OverviewDelegate::MailRole, moreLines);
    more->setData(0, OverviewDelegate::GroupRole, static_cast<int>(group));
}

void OverviewPane::follow(QTreeWidgetItem* item)
{
    const int mail = item->data(0, OverviewDelegate::MailRole).toInt();
    const int group = item->data(0, OverviewDelegate::GroupRole).toInt();
    if (mail == moreLines) {
        m_whole.insert(group);
        // Later: the view is still at work with the item that this would delete.
        QMetaObject::invokeMethod(this, &OverviewPane::fill, Qt::QueuedConnection);
        return;
    }
    if (mail > 0)
        Q_EMIT lineChosen(item->data(0, OverviewDelegate::ThreadRole).value<ThreadId>(), mail);
    else if (m_tree->isActiveWindow() && item->parent() == nullptr)
        item->setExpanded(!item->isExpanded());
}

void OverviewPane::focusLines()
{
    m_wantsFocus = true;
    explain();
}

void OverviewPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_wantsFocus = false;
}

void OverviewPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateCharts();
    // Lines are as high as the width makes them; the tree has its own width only after this.
    QMetaObject::invokeMethod(m_tree, &QTreeView::doItemsLayout, Qt::QueuedConnection);
}

void OverviewPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT appeared();
}

} // namespace lb::ui
