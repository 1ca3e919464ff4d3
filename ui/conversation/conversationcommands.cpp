// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a page: the third part of conversationview.cpp.
#include "ui/conversation/conversationview.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace lb::ui
{

namespace
{

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

bool ConversationView::go(int item)
{
    if (item < 0)
        return false;
    startReading();
    setCurrentItem(item);
    bringIntoView(item, true);
    m_selection = {};
    return true;
}

void ConversationView::showMail(int mail)
{
    if (mail < 0 || mail >= static_cast<int>(page().mails.size()))
        return;
    const bool isCurrent = m_current >= 0 && page().items[at(m_current)].mail == mail;
    go(isCurrent ? m_current : page().mails[at(mail)].firstItem);
}

bool ConversationView::run(PageCommand command)
{
    if (m_current < 0)
        return false;
    const Item& item = page().items[at(m_current)];
    const PageMail& mail = page().mails[at(item.mail)];
    switch (command) {
    case PageCommand::NextCard:
        return go(nextCard(page(), m_layout.shown(), m_current, 1));
    case PageCommand::PreviousCard:
        return go(nextCard(page(), m_layout.shown(), m_current, -1));
    case PageCommand::Parent:
        return mail.parent >= 0 && go(page().mails[at(mail.parent)].firstItem);
    case PageCommand::NextNew:
        return go(nextNew(page(), m_read, m_current));
    case PageCommand::NextQuestion:
        return go(nextQuestion(page(), m_current));
    case PageCommand::OpenMail:
        Q_EMIT mailRequested(item.mail);
        return true;
    case PageCommand::ToggleWholeMail:
        return toggleWholeMail();
    case PageCommand::ToggleDiff:
        return toggleDiff();
    case PageCommand::ToggleSection:
    case PageCommand::ToggleAuthor:
    case PageCommand::ToggleAll:
        return toggleClosed(command);
    case PageCommand::SelectAll:
        select({0, 0}, {m_layout.count() - 1, static_cast<int>(page().items.back().text.size())});
        return true;
    case PageCommand::Copy:
        return copy(false);
    case PageCommand::CopyQuoted:
        return copy(true);
    }
    return false;
}

/// The mail of the current item; of a patch everything that is folded away.
bool ConversationView::toggleWholeMail()
{
    const Item& item = page().items[at(m_current)];
    QList<int> folds;
    for (int fold = 0; fold < static_cast<int>(page().folds.size()); ++fold) {
        if (page().folds[at(fold)].mail == item.mail)
            folds.append(fold);
    }
    if (item.card >= 0 && !folds.isEmpty())
        setCurrentItem(page().mails[at(item.mail)].firstItem); // it opens where the mail begins
    return toggleFolds(folds);
}

bool ConversationView::toggleClosed(PageCommand command)
{
    const auto toggle = [](QSet<int>& set, int value) {
        if (!set.remove(value))
            set.insert(value);
    };
    const Item& item = page().items[at(m_current)];
    PageState state = m_state;
    if (command == PageCommand::ToggleSection) {
        toggle(state.closedSections, item.section);
    } else if (command == PageCommand::ToggleAuthor) {
        toggle(state.closedPeople, page().mails[at(item.mail)].person);
    } else {
        const bool open = state.closedSections.isEmpty() && state.closedPeople.isEmpty();
        state.closedSections.clear();
        state.closedPeople.clear();
        for (int section = 0; open && section < static_cast<int>(page().sections.size()); ++section)
            state.closedSections.insert(section);
    }
    changeState(state);
    return true;
}

/// Opens them all, or closes them if they are all open.
bool ConversationView::toggleFolds(const QList<int>& folds)
{
    if (folds.isEmpty())
        return false;
    PageState state = m_state;
    const bool open = std::all_of(folds.begin(), folds.end(),
                                  [&state](int fold) { return state.openFolds.contains(fold); });
    for (const int fold : folds) {
        if (open)
            state.openFolds.remove(fold);
        else
            state.openFolds.insert(fold);
    }
    changeState(state);
    return true;
}

/// The folds of a diff next to the current item on either side, then all of the section's.
bool ConversationView::toggleDiff()
{
    const Item& current = page().items[at(m_current)];
    QList<int> near;
    QList<int> all;
    const auto isDiff = [this](const Item& item) {
        return item.kind == ItemKind::Fold
            && page().folds[at(item.zones.front().target)].kind == FoldKind::Diff;
    };
    int nextTo = -1; // the last fold above
    for (int index = 0; index < m_layout.count(); ++index) {
        const Item& item = page().items[at(index)];
        if (item.section != current.section || !isDiff(item))
            continue;
        const int fold = item.zones.front().target;
        all.append(fold);
        if (index <= m_current)
            nextTo = fold;
        else if (near.isEmpty())
            near.append(fold);
    }
    if (nextTo >= 0)
        near.append(nextTo);
    const bool nearOpen = std::all_of(near.begin(), near.end(),
                                      [this](int fold) { return m_state.openFolds.contains(fold); });
    return toggleFolds(nearOpen ? all : near);
}

bool ConversationView::copy(bool quoted)
{
    if (!quoted && m_selection.isEmpty())
        return false;
    const PageSelection what = m_selection.isEmpty() ? passageAt(page(), m_current) : m_selection;
    const QString text
        = quoted ? quotedText(page(), m_layout.shown(), what) : selectedText(page(), m_layout.shown(), what);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
    return !text.isEmpty();
}

void ConversationView::activate(int index, int zone)
{
    const Item& item = page().items[at(index)];
    if (zone < 0 || zone >= static_cast<int>(item.zones.size())) {
        if (item.kind == ItemKind::Head)
            Q_EMIT mailRequested(item.mail);
        else if (item.kind == ItemKind::Heading || item.kind == ItemKind::Fold)
            activate(index, 0);
        return;
    }
    const Zone& part = item.zones[at(zone)];
    m_current = index;
    switch (part.kind) {
    case ZoneKind::Url:
        Q_EMIT linkRequested(QUrl(item.text.mid(part.start, part.length), QUrl::StrictMode));
        break;
    case ZoneKind::Mail:
        Q_EMIT mailRequested(part.target);
        break;
    case ZoneKind::Chip:
        showMail(part.target);
        break;
    case ZoneKind::Fold:
        toggleFolds({part.target});
        break;
    case ZoneKind::Section: {
        PageState state = m_state;
        if (!state.closedSections.remove(part.target))
            state.closedSections.insert(part.target);
        changeState(state);
        break;
    }
    }
}

} // namespace lb::ui
