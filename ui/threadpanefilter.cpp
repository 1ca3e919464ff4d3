// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane shows of its threads and what it says when that is none: the other half of threadpane.cpp.
#include "ui/emptystate.h"
#include "ui/models/standingtexts.h"
#include "ui/threadpane.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeView>

namespace lb::ui
{

using namespace Qt::StringLiterals;

void ThreadPane::showFound(const QSet<ThreadId>& threads)
{
    ThreadFilter filter = m_arranger.filter();
    filter.found = threads;
    m_arranger.setFilter(filter);
}

void ThreadPane::filterTyped(const QString& text)
{
    ThreadFilter filter = m_arranger.filter();
    filter.setTyped(text);
    m_arranger.setFilter(filter);
}

QString ThreadPane::textTyped() const
{
    QStringList words = m_filterLine->text().simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return factTermOf(word.toCaseFolded()).has_value(); });
    return words.join(u' ');
}

void ThreadPane::setReadingFacts(bool reading)
{
    m_readingFacts = reading;
    updateCount();
    updatePage();
}

void ThreadPane::setHideSettled(bool hide)
{
    ThreadFilter filter = m_arranger.filter();
    filter.hideSettled = hide;
    m_arranger.setFilter(filter);
}

void ThreadPane::setView(View view)
{
    const View before = m_arranger.filter().view;
    if (view == before)
        return;
    ThreadOrder order = m_arranger.order();
    if ((view == View::Attention) != (before == View::Attention)) {
        order = std::exchange(m_otherOrder, order);
        QHeaderView* header = m_tree->header();
        {
            const QSignalBlocker quiet(header);
            header->setSortIndicator(static_cast<int>(order.column), order.direction);
        }
        const int column = static_cast<int>(ThreadColumn::Review);
        const int width = header->sectionSize(column);
        if (width > 0) // not hidden
            header->resizeSection(column, std::exchange(m_otherWidth, width));
    }
    m_arranger.setView(view, order);
}

ThreadOrder ThreadPane::treeOrder() const
{
    return m_arranger.filter().view == View::Attention ? m_otherOrder : m_arranger.order();
}

/// With the widths of the views that share theirs.
QByteArray ThreadPane::saveHeader() const
{
    QHeaderView* header = m_tree->header();
    const int column = static_cast<int>(ThreadColumn::Review);
    const int width = header->sectionSize(column);
    if (m_arranger.filter().view != View::Attention || width == 0)
        return header->saveState();
    const QSignalBlocker quiet(header);
    header->resizeSection(column, m_otherWidth);
    QByteArray state = header->saveState();
    header->resizeSection(column, width);
    return state;
}

/// A flat list shows the rows of its only group.
void ThreadPane::showRoot()
{
    const Arrangement& arrangement = m_model.arrangement();
    const bool flat = arrangement.isFlat && !arrangement.groups.empty();
    const QModelIndex root = flat ? m_model.index(0, 0) : QModelIndex();
    if (m_tree->rootIndex() != root)
        m_tree->setRootIndex(root);
}

void ThreadPane::updateCount()
{
    const SnapshotPointer& snapshot = m_model.arrangement().snapshot;
    if (snapshot == nullptr) {
        m_count->clear();
        return;
    }
    const int all = static_cast<int>(snapshot->threads.size());
    const int shown = m_model.arrangement().shown;
    m_count->setToolTip({});
    if (m_readingFacts && !m_arranger.filter().facts.isEmpty()) {
        m_count->setText(tr("%1 of %2 threads so far").arg(shown).arg(all));
        m_count->setToolTip(tr("Mails are still being read for what the filter asks."));
    } else if (shown != all) {
        m_count->setText(tr("%1 of %2 threads").arg(shown).arg(all));
    } else {
        //: Two counts: "26 threads, 301 mails"
        m_count->setText(
            tr("%1, %2").arg(tr("%n thread(s)", nullptr, all), tr("%n mail(s)", nullptr, snapshot->mails)));
    }
}

void ThreadPane::updatePage()
{
    const Arrangement& arrangement = m_model.arrangement();
    if (arrangement.snapshot == nullptr || arrangement.shown > 0) {
        m_pages->setCurrentWidget(m_tree);
        return;
    }
    if (arrangement.snapshot->threads.empty()) {
        const QString title
            = arrangement.snapshot->scope.period ? tr("No mail in this week") : tr("No mail yet");
        m_empty->say(Icon::Mail, title, m_emptyScope.sentence, m_emptyScope.button, m_emptyScope.act);
    } else if (!m_filterLine->text().isEmpty()) {
        explainFilter();
    } else {
        const View view = m_arranger.filter().view;
        const bool hidden = view == View::All || view == View::ThisWeek;
        m_empty->say(Icon::Done, StandingTexts::nothingIn(view),
                     hidden ? tr("All threads of this period are done or muted, and those are hidden.")
                            : tr("The views at the left show the other threads of this period."));
    }
    m_pages->setCurrentWidget(m_empty);
}

void ThreadPane::explainFilter()
{
    const ThreadFilter& filter = m_arranger.filter();
    QString title = tr("No thread matches");
    QString sentence;
    if (!filter.unknown.isEmpty() && !filter.found) {
        QStringList known;
        for (int i = 0; i < factTermCount; ++i)
            known.append(factWord(static_cast<FactTerm>(i)));
        title = tr("The filter has no “%1”").arg(filter.unknown.constFirst());
        sentence = tr("It knows %1.").arg(QLocale().createSeparatedList(known));
    } else if (m_readingFacts && !filter.facts.isEmpty()) {
        title = tr("No thread matches yet");
        sentence = tr("Mails are still being read for what the filter asks.");
    } else if (filter.found) {
        title = tr("Nothing found");
        sentence = tr("No mail of this period's threads has “%1” in its text.").arg(textTyped());
    } else if (!filter.facts.isEmpty()) {
        sentence = tr("No thread of this period is all that “%1” asks.").arg(m_filterLine->text());
    } else {
        sentence = tr("Nothing in this period has “%1” in a subject or a sender. Press Enter to search the "
                      "text of all mails.")
                       .arg(m_filterLine->text());
    }
    m_empty->say(Icon::Search, title, sentence, tr("Clear the Filter"), [this] {
        clearFilter();
        m_tree->setFocus();
    });
}

} // namespace lb::ui
