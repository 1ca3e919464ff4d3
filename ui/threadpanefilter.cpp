// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane shows of its threads and what it says when that is none: the other half of threadpane.cpp.
#include "ui/emptystate.h"
#include "ui/threadpane.h"
#include "ui/threadtree.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
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
        m_empty->say(Icon::Done, tr("Everything is dealt with"),
                     tr("All threads of this period are done or muted, and those are hidden."));
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
