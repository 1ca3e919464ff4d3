// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factmenu.h"

#include "ui/icons.h"
#include "ui/models/arrangement.h"

#include <QLineEdit>
#include <QMenu>

namespace lb::ui
{

using namespace Qt::StringLiterals;

FactMenu::FactMenu(QLineEdit& line, QWidget* parent)
    : QToolButton(parent), m_line(line), m_menu(new QMenu(this))
{
    setObjectName(u"factFilterButton"_s);
    setText(tr("Facts"));
    setToolTip(tr("Filter by facts: open questions, objections, reviews, who is waited for"));
    setAccessibleName(tr("Filter by facts"));
    setIcon(lb::ui::icon(Icon::Expand));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setAutoRaise(true);
    m_menu->setObjectName(u"factFilterMenu"_s);
    for (int i = 0; i < factTermCount; ++i) {
        const auto term = static_cast<FactTerm>(i);
        if (term == FactTerm::AwaitsAuthor)
            m_menu->addSeparator();
        // What stands behind the tab is shown where shortcuts are: the word that can be typed instead.
        QAction* action = m_menu->addAction(QString(FactTexts::term(term) + u'\t' + factWord(term)));
        action->setObjectName(factWord(term));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, term](bool wanted) { write(term, wanted); });
    }
    connect(m_menu, &QMenu::aboutToShow, this, &FactMenu::showTyped);
    // Not setMenu(): a button's own menu is served by an event loop inside this one.
    connect(this, &QToolButton::clicked, m_menu, [this] { m_menu->popup(mapToGlobal(rect().bottomLeft())); });
}

void FactMenu::showTyped()
{
    const QStringList words = filterWordsOf(m_line.text());
    for (QAction* action : m_menu->actions())
        action->setChecked(words.contains(action->objectName()));
}

void FactMenu::write(FactTerm term, bool wanted)
{
    QStringList words = m_line.text().simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([word = factWord(term)](const QString& one) { return one.toCaseFolded() == word; });
    if (wanted)
        words.append(factWord(term));
    m_line.setText(words.join(u' '));
}

} // namespace lb::ui
