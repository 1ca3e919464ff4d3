// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane shows of its threads and what it says when that is none: the other half of threadpane.cpp.
#include "query/texts.h"
#include "ui/badge.h"
#include "ui/colours.h"
#include "ui/dialogs/queryhelp.h"
#include "ui/emptystate.h"
#include "ui/models/standingtexts.h"
#include "ui/queryflow.h"
#include "ui/queryline.h"
#include "ui/threadpane.h"
#include "ui/threadtree.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>

namespace lb::ui
{

using namespace Qt::StringLiterals;

void ThreadPane::buildQuery()
{
    m_filterLine->setObjectName(u"filterThreadsLine"_s);
    m_filterLine->setPlaceholderText(tr("Words, or from: is: has: since: …"));
    m_filterLine->setAccessibleName(tr("Filter threads"));
    m_filterLine->setClearButtonEnabled(true);
    m_filterLine->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_queryHelp->setObjectName(u"queryHelpButton"_s);
    m_queryHelp->setText(u"?"_s);
    m_queryHelp->setToolTip(tr("What queries can ask (F1)"));
    m_queryHelp->setAccessibleName(tr("What queries can ask"));
    m_queryHelp->setAutoRaise(true);
    m_queryHelp->setFocusPolicy(Qt::StrongFocus);
    const int space = style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, this);
    m_problemText->setObjectName(u"queryProblemLabel"_s);
    m_problemText->setTextFormat(Qt::PlainText);
    m_problemText->setWordWrap(true);
    m_problemText->setContentsMargins(space, 0, space, space);
    m_problemText->hide();
    const auto help = [this] { showQueryHelp(window()); };
    connect(m_queryHelp, &QToolButton::clicked, this, help);
    connect(m_filterLine, &QueryLine::helpRequested, this, help);
    connect(m_filterLine, &QLineEdit::textChanged, this, &ThreadPane::queryTyped);
    connect(m_filterLine, &QLineEdit::returnPressed, this, &ThreadPane::enterQuery);
    connect(m_filterLine, &QueryLine::left, this, [this] { updateProblem(true); });
}

void ThreadPane::setQuery(const QString& text)
{
    m_filterLine->setText(text);
}

void ThreadPane::enterQuery()
{
    updateProblem(true);
    if (m_problem)
        return;
    m_filterLine->remember();
    Q_EMIT queryEntered(m_filterLine->text());
}

void ThreadPane::showProblem(const std::optional<query::Problem>& problem)
{
    m_problem = problem;
    updateProblem(false);
}

/// A word that is still being typed is no mistake yet: it is told when the word, or the line, is left.
void ThreadPane::updateProblem(bool atOnce)
{
    const bool shown = m_problem && (atOnce || !m_filterLine->isBeingTyped(*m_problem));
    m_filterLine->showProblem(shown ? m_problem : std::nullopt);
    m_problemText->setText(shown ? query::Texts::problem(*m_problem) : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     readable(badgeInk(colours, Tone::Bad).text, {colours.color(QPalette::Window)}));
    m_problemText->setPalette(colours);
    m_problemText->setVisible(shown);
}

void ThreadPane::setIndexing(bool indexing)
{
    m_indexing = indexing;
    updateCount();
    updatePage();
}

void ThreadPane::setPeople(const QList<query::Vocabulary::Person>& people)
{
    query::Vocabulary vocabulary = m_filterLine->vocabulary();
    vocabulary.people = people;
    m_filterLine->setVocabulary(std::move(vocabulary));
}

void ThreadPane::setLists(const QStringList& names)
{
    query::Vocabulary vocabulary = m_filterLine->vocabulary();
    vocabulary.lists = names;
    m_filterLine->setVocabulary(std::move(vocabulary));
}

void ThreadPane::setTags(const QStringList& tags)
{
    query::Vocabulary vocabulary = m_filterLine->vocabulary();
    vocabulary.tags = tags;
    m_filterLine->setVocabulary(std::move(vocabulary));
}

bool ThreadPane::isSearching() const
{
    const Arrangement& arrangement = m_model.arrangement();
    const ThreadFilter& filter = arrangement.filter;
    if (filter.plan == nullptr)
        return false;
    const bool waits = (filter.asksFacts() && m_readingFacts) || !filter.isComplete();
    return (waits && arrangement.unknown > 0) || (m_indexing && !filter.plan->texts().empty());
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
    const int all = static_cast<int>(snapshot->ofPeriod);
    const int carried = m_model.arrangement().carried;
    const int shown = m_model.arrangement().shown - carried;
    m_count->setToolTip({});
    if (isSearching()) {
        m_count->setText(tr("%1 of %2 threads so far").arg(shown).arg(all));
        m_count->setToolTip(m_indexing ? tr("Mail is still being indexed: more may be found.")
                                       : tr("Mails are still being read for what the filter asks."));
    } else if (shown != all) {
        m_count->setText(tr("%1 of %2 threads").arg(shown).arg(all));
    } else if (carried > 0) {
        m_count->setText(tr("%n thread(s)", nullptr, all));
    } else {
        //: Two counts: "26 threads, 301 mails"
        m_count->setText(
            tr("%1, %2").arg(tr("%n thread(s)", nullptr, all), tr("%n mail(s)", nullptr, snapshot->mails)));
    }
    if (carried > 0) {
        //: A count of threads, and how many of earlier weeks stand beside them: "9 threads + 6 earlier"
        m_count->setText(tr("%1 + %n earlier", nullptr, carried).arg(m_count->text()));
        m_count->setToolTip(
            tr("Threads of earlier weeks are shown while they have a star, are put off or muted, and "
               "where they are back or wait for you."));
    }
}

void ThreadPane::updatePage()
{
    const Arrangement& arrangement = m_model.arrangement();
    if (arrangement.snapshot == nullptr || arrangement.shown > 0) {
        m_pages->setCurrentWidget(m_tree);
        return;
    }
    if (arrangement.snapshot->ofPeriod == 0) {
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

QString ThreadPane::listProblem() const
{
    const auto& plan = m_arranger.filter().plan;
    const QStringList named = plan != nullptr ? listsNamed(plan->query()) : QStringList();
    if (named.size() > 1)
        return tr("A query looks in one list at a time, and this one names several: %1.")
            .arg(QLocale().createSeparatedList(named));
    const QStringList known = m_filterLine->vocabulary().lists;
    if (named.isEmpty() || known.contains(named.constFirst(), Qt::CaseInsensitive))
        return {};
    return tr("There is no list “%1” in the library.").arg(named.constFirst());
}

void ThreadPane::explainFilter()
{
    QString title = tr("No thread matches");
    QString sentence = tr("No thread of this period is all that “%1” asks.").arg(m_filterLine->text());
    if (isSearching()) {
        title = tr("No thread matches yet");
        sentence = m_indexing ? tr("Mail is still being indexed: more may be found.")
                              : tr("Mails are still being read for what the filter asks.");
    } else if (m_arranger.filter().plan != nullptr
               && m_arranger.filter().plan->query().asks(query::Field::List)) {
        const QString problem = listProblem();
        sentence = !problem.isEmpty()
            ? problem
            : tr("Press Enter to look in all mail of the list that the query names.");
    }
    m_empty->say(Icon::Search, title, sentence, tr("Clear the Filter"), [this] {
        clearFilter();
        m_tree->setFocus();
    });
}

} // namespace lb::ui
