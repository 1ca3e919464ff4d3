// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queryline.h"

#include "query/texts.h"
#include "ui/badge.h"
#include "ui/colours.h"
#include "ui/icons.h"

#include <QAccessible>
#include <QAction>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QTreeView>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Two columns: what is typed and what it means.
QTreeView* newPopup(QWidget* parent)
{
    auto* view = new QTreeView(parent);
    view->setObjectName(u"querySuggestions"_s);
    view->setAccessibleName(QueryLine::tr("Suggestions"));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setHeaderHidden(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setTextElideMode(Qt::ElideRight);
    return view;
}

} // namespace

QueryLine::QueryLine(QWidget* parent)
    : QLineEdit(parent)
    , m_candidates(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_candidates, this))
    , m_save(addAction(lb::ui::icon(Icon::Star), QLineEdit::TrailingPosition))
{
    setMaxLength(static_cast<int>(query::longestQuery));
    m_candidates->setColumnCount(2);
    m_completer->setPopup(newPopup(this));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this); // not setCompleter(): a word is completed, not the line
    m_save->setObjectName(u"saveQueryAction"_s);
    m_save->setText(tr("Save this search"));
    m_save->setToolTip(tr("Save this search"));
    m_save->setVisible(false);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.row()); });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_browsed = -1;
        complete(false);
    });
    connect(this, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    connect(m_save, &QAction::triggered, this, [this] {
        if (!text().trimmed().isEmpty())
            Q_EMIT saveRequested(text().trimmed());
    });
}

void QueryLine::offerSaving(bool offered)
{
    m_save->setVisible(offered);
}

bool QueryLine::isCompleting() const
{
    return m_completer->popup()->isVisible();
}

void QueryLine::complete(bool unasked)
{
    m_completion = query::complete(text(), cursorPosition(), m_vocabulary, unasked);
    const QList<query::Candidate>& candidates = m_completion.candidates;
    const QString word = text().mid(m_completion.start, m_completion.length);
    if (candidates.isEmpty() || (candidates.size() == 1 && candidates.constFirst().text == word)) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->removeRows(0, m_candidates->rowCount());
    for (const query::Candidate& candidate : candidates) {
        auto* meaning = new QStandardItem(candidate.meaning);
        meaning->setForeground(dimmed(palette()));
        m_candidates->appendRow({new QStandardItem(candidate.text), meaning});
    }
    constexpr int rowsShown = 12;
    auto* popup = static_cast<QTreeView*>(m_completer->popup());
    m_completer->setMaxVisibleItems(rowsShown);
    m_completer->complete(rect().adjusted(0, 0, qMax(0, fontMetrics().averageCharWidth() * 60 - width()), 0));
    popup->setCurrentIndex({}); // Enter takes what was chosen, not what happens to be first
    popup->resizeColumnToContents(0);
    popup->setColumnWidth(0, popup->columnWidth(0) + fontMetrics().averageCharWidth() * 2);
}

void QueryLine::take(int candidate)
{
    if (candidate < 0 || candidate >= m_completion.candidates.size())
        return;
    const query::Completion completion = m_completion;
    QString word = completion.candidates.at(candidate).text;
    const bool goesOn = word.endsWith(u':'); // a field: its values are next
    const qsizetype end = completion.start + completion.length;
    if (!goesOn && (end >= text().size() || !text().at(end).isSpace()) && end >= text().size())
        word += u' ';
    setSelection(static_cast<int>(completion.start), static_cast<int>(completion.length));
    insert(word); // so that it can be undone
    if (goesOn)
        complete(false);
    else
        m_completer->popup()->hide();
}

void QueryLine::browse(int by)
{
    const qsizetype to = m_browsed + by;
    if (to < -1 || to >= m_history.size())
        return;
    if (m_browsed < 0)
        m_typed = text();
    m_browsed = to;
    setText(to < 0 ? m_typed : m_history.at(to));
}

void QueryLine::remember()
{
    const QString entered = text().trimmed();
    m_browsed = -1;
    if (entered.isEmpty())
        return;
    m_history.removeAll(entered);
    m_history.prepend(entered);
    m_history = m_history.mid(0, mostRemembered);
}

bool QueryLine::isBeingTyped(const query::Problem& problem) const
{
    const int cursor = cursorPosition();
    return !m_left && cursor == text().size() && cursor <= problem.start + problem.length;
}

void QueryLine::showProblem(const std::optional<query::Problem>& problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    setAccessibleDescription(problem ? query::Texts::problem(*problem) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void QueryLine::focusInEvent(QFocusEvent* event)
{
    m_left = false;
    QLineEdit::focusInEvent(event);
}

void QueryLine::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // Suggestions and other windows come and go; who returns types on.
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    m_left = true;
    Q_EMIT left();
}

bool QueryLine::event(QEvent* event)
{
    // F1 is the window's; here it explains what can be typed.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    // Tab takes a suggestion while there are any; it would else leave the line.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab
        && isCompleting()) {
        take(qMax(0, m_completer->popup()->currentIndex().row()));
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void QueryLine::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_F1 && plain) {
        Q_EMIT helpRequested();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete(true);
        return;
    }
    if (isCompleting()) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        if (event->key() == Qt::Key_Escape
            || (current.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))) {
            event->ignore(); // the completer's
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            m_completer->popup()->hide();
            QLineEdit::keyPressEvent(event);
            event->accept(); // or the completer takes it, too
            return;
        }
    } else if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        browse(event->key() == Qt::Key_Up ? 1 : -1);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// The text is laid out by the line itself, which tells only where the cursor is.
QPolygon QueryLine::underline(const query::Problem& problem) const
{
    constexpr int cursorMargin = 5; // of cursorRect(), on the left of the cursor
    constexpr int step = 2;
    const QFontMetrics metrics = fontMetrics();
    const int origin
        = cursorRect().x() + cursorMargin - metrics.horizontalAdvance(text().left(cursorPosition()));
    const int from = origin + metrics.horizontalAdvance(text().left(problem.start));
    const int to = origin + metrics.horizontalAdvance(text().left(problem.start + problem.length));
    const int bottom = cursorRect().bottom();
    QPolygon wave;
    for (int x = from, i = 0; x <= qMax(to, from + 3 * step); x += step, ++i)
        wave.append({x, bottom - (i % 2 == 0 ? 0 : step)});
    return wave;
}

void QueryLine::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem)
        return;
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(height(), 0, -height(), 0)); // not over the buttons in the line
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(readable(badgeInk(palette(), Tone::Bad).text, {palette().color(QPalette::Base)}), 1.2));
    painter.drawPolyline(underline(*m_problem));
}

} // namespace lb::ui
