// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factmenu.h"

#include "ui/icons.h"
#include "ui/models/arrangement.h"

#include <QLineEdit>
#include <QMenu>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr query::Flag offered[] = {
    query::Flag::Open,
    query::Flag::Nack,
    query::Flag::BotFailure,
    query::Flag::Applied,
    query::Flag::HasReview,
    query::Flag::AwaitsAuthor,
    query::Flag::AwaitsReviewers,
    query::Flag::AwaitsMaintainer,
    query::Flag::AwaitsNobody,
};

} // namespace

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
    for (const query::Flag flag : offered) {
        if (flag == query::Flag::AwaitsAuthor)
            m_menu->addSeparator();
        // What stands behind the tab is shown where shortcuts are: the word that can be typed instead.
        QAction* action = m_menu->addAction(QString(FactTexts::term(flag) + u'\t' + query::wordOf(flag)));
        action->setObjectName(query::wordOf(flag));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, flag](bool wanted) { write(flag, wanted); });
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

/// Who is awaited stands side by side, where one of several is enough.
void FactMenu::write(query::Flag flag, bool wanted)
{
    const QString word = query::wordOf(flag);
    const QString field = word.left(word.indexOf(u':') + 1);
    QStringList words = m_line.text().simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([&word](const QString& one) { return one.toCaseFolded() == word; });
    if (wanted) {
        qsizetype at = words.size();
        for (qsizetype i = 0; i < words.size() && flag >= query::Flag::AwaitsMe; ++i) {
            if (words.at(i).toCaseFolded().startsWith(field))
                at = i + 1;
        }
        words.insert(at, word);
    }
    m_line.setText(words.join(u' '));
}

} // namespace lb::ui
