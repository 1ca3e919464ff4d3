// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findbar.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QToolButton* button(const QString& name, Icon symbol, const QString& spoken, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setIcon(icon(symbol));
    made->setAutoRaise(true);
    made->setAccessibleName(spoken);
    made->setToolTip(spoken);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace

FindBar::FindBar(QWidget* parent) : FindBar(tr("Find in this mail"), parent) { }

FindBar::FindBar(const QString& prompt, QWidget* parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findMailLineEdit"_s);
    m_text->setPlaceholderText(prompt);
    m_text->setAccessibleName(prompt);
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(500);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_result->setObjectName(u"findResultLabel"_s);
    m_result->hide();
    auto* previous
        = button(u"findPreviousButton"_s, Icon::Collapse, tr("Previous match (Shift+Enter)"), this);
    auto* next = button(u"findNextButton"_s, Icon::Expand, tr("Next match (Enter)"), this);
    auto* close = button(u"closeFindButton"_s, Icon::Close, tr("Close the find bar (Escape)"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(m_text, &QLineEdit::textEdited, m_result, &QWidget::hide);
    connect(previous, &QToolButton::clicked, this, [this] { search(true); });
    connect(next, &QToolButton::clicked, this, [this] { search(false); });
    connect(close, &QToolButton::clicked, this, &FindBar::shut);
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::showFound(bool found)
{
    m_result->setText(tr("Not found"));
    m_result->setVisible(!found);
    m_text->setAccessibleDescription(found ? QString() : m_result->text());
}

void FindBar::showCount(int match, int all)
{
    if (all == 0) {
        showFound(false);
        return;
    }
    //: The match that is shown and how many there are: "3 of 17"
    m_result->setText(tr("%1 of %2").arg(match).arg(all));
    m_result->show();
    m_text->setAccessibleDescription(m_result->text());
}

/// Escape closes the bar, whatever the window does with it elsewhere.
bool FindBar::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        shut();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        search(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void FindBar::search(bool backward)
{
    if (!m_text->text().isEmpty())
        Q_EMIT findRequested(m_text->text(), backward);
}

void FindBar::shut()
{
    hide();
    Q_EMIT closed();
}

} // namespace lb::ui
