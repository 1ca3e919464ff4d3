// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyhint.h"

#include "ui/actions.h"

#include <QAccessible>
#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRows = 16;

/// True where the keyboard is so that the action's keys reach it.
bool isReached(const QAction& action, const QWidget* focus)
{
    if (!action.isEnabled() || action.shortcutContext() == Qt::WindowShortcut)
        return action.isEnabled();
    for (const QObject* object : action.associatedObjects()) {
        const auto* widget = qobject_cast<const QWidget*>(object);
        if (widget != nullptr && focus != nullptr && (widget == focus || widget->isAncestorOf(focus)))
            return true;
    }
    return false;
}

QKeySequence restOf(const QKeySequence& keys)
{
    const auto at = [&keys](int i) {
        return i < keys.count() ? keys[static_cast<uint>(i)] : QKeyCombination::fromCombined(0);
    };
    return QKeySequence(at(1), at(2), at(3));
}

} // namespace

KeyHint::KeyHint(const Actions& actions, QWidget* window)
    : QFrame(window), m_actions(actions), m_window(window), m_rows(new QGridLayout(this))
{
    setObjectName(u"keyHint"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rows->setHorizontalSpacing(fontMetrics().height());
    hide();
    window->installEventFilter(this);
    for (int id = 0; id < actionCount; ++id)
        connect(actions[static_cast<ActionId>(id)], &QAction::triggered, this, &QWidget::hide);
}

/// A first key comes by as an override that nobody wanted; of the one after it Qt shows nothing but its
/// release.
bool KeyHint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        hide();
        if (!key->isAccepted())
            offer(QKeyCombination(key->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key->key())));
    } else if (event->type() == QEvent::KeyRelease && isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isFirst = key->key() == m_first && !std::exchange(m_released, true);
        const bool isModifier = key->key() >= Qt::Key_Shift && key->key() <= Qt::Key_ScrollLock;
        if (!isFirst && !isModifier && !key->isAutoRepeat())
            hide();
    } else if (event->type() == QEvent::WindowDeactivate) {
        hide();
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void KeyHint::offer(QKeyCombination first)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList spoken;
    for (int id = 0; id < actionCount; ++id) {
        const QAction* action = m_actions[static_cast<ActionId>(id)];
        for (const QKeySequence& keys : action->shortcuts()) {
            if (keys.count() < 2 || keys[0] != first || spoken.size() == mostRows
                || !isReached(*action, m_window->focusWidget()))
                continue;
            const QString rest = restOf(keys).toString(QKeySequence::NativeText);
            const QString text = plainText(action->text());
            addRow(rest, text);
            spoken.append(tr("%1: %2").arg(rest, text));
        }
    }
    if (spoken.isEmpty())
        return;
    m_first = first.key();
    m_released = false;
    setAccessibleName(tr("The next key decides"));
    setAccessibleDescription(spoken.join(u", "_s));
    m_rows->activate();
    place();
    raise();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void KeyHint::addRow(const QString& keys, const QString& text)
{
    const int row = m_rows->rowCount();
    auto* key = new QLabel(keys, this);
    QFont bold = key->font();
    bold.setBold(true);
    key->setFont(bold);
    auto* what = new QLabel(text, this);
    for (QLabel* label : {key, what})
        label->setTextFormat(Qt::PlainText);
    m_rows->addWidget(key, row, 0);
    m_rows->addWidget(what, row, 1);
}

/// At the foot of the window, out of the way of what is read.
void KeyHint::place()
{
    const QSize size = sizeHint();
    const int gap = fontMetrics().height();
    setGeometry(gap, qMax(gap, m_window->height() - size.height() - 3 * gap), size.width(), size.height());
}

} // namespace lb::ui
