// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversationaccessible.h"

#include "ui/conversation/conversationview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// One item of a page. Lives until the page changes; asked later, it says that it is not valid.
class ItemAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccessible(ConversationView* view, int item) : m_view(view), m_item(item) { }

    [[nodiscard]] bool isValid() const override
    {
        return m_view != nullptr && m_item < static_cast<int>(m_view->page().items.size())
            && m_view->layout().isShown(m_item);
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_view->spokenText(m_item) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = m_view->itemRect(m_item);
        return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        if (!isValid())
            return QAccessible::NoRole;
        switch (m_view->page().items[at(m_item)].kind) {
        case ItemKind::Heading:
            return QAccessible::Heading;
        case ItemKind::Fold:
            return QAccessible::PushButton;
        default:
            return QAccessible::ListItem;
        }
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = state.readOnly = state.multiLine = true;
        state.focused = state.active = m_view->hasFocus() && m_view->currentItem() == m_item;
        const QRect inside = m_view->itemRect(m_item);
        state.offscreen = !m_view->viewport()->rect().intersects(inside);
        const Item& item = m_view->page().items[at(m_item)];
        const bool opens = item.kind == ItemKind::Heading || item.kind == ItemKind::Fold;
        if (opens && !item.zones.empty()) {
            const int target = item.zones.front().target;
            const bool open = item.kind == ItemKind::Fold ? m_view->state().openFolds.contains(target)
                                                          : !m_view->state().closedSections.contains(target);
            state.expandable = true;
            state.expanded = open;
            state.collapsed = !open;
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == pressAction())
            m_view->activate(m_item, -1);
        else if (name == setFocusAction())
            m_view->setCurrentItem(m_item);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    [[nodiscard]] int item() const { return m_item; }

private:
    QPointer<ConversationView> m_view;
    int m_item;
};

class ViewAccessible final : public QAccessibleWidget
{
public:
    explicit ViewAccessible(ConversationView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view)
    {
    }
    ~ViewAccessible() override { forget(); }
    Q_DISABLE_COPY_MOVE(ViewAccessible)

    [[nodiscard]] int childCount() const override
    {
        take();
        return static_cast<int>(m_shown.size());
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        take();
        return index < 0 || index >= static_cast<int>(m_shown.size()) ? nullptr
                                                                      : interfaceOf(m_shown[at(index)]);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint inside = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_view->viewport()->rect().contains(inside) || m_view->layout().count() == 0)
            return nullptr;
        const int scrolled = -m_view->itemRect(0).top();
        return interfaceOf(m_view->layout().itemAt(inside.y() + scrolled));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        take();
        for (std::size_t index = 0; index < m_shown.size(); ++index) {
            const auto id = m_made.constFind(m_shown[index]);
            if (id != m_made.constEnd() && QAccessible::accessibleInterface(*id) == child)
                return static_cast<int>(index);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        return m_view->currentItem() >= 0 ? interfaceOf(m_view->currentItem()) : nullptr;
    }

    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_made))
            QAccessible::deleteAccessibleInterface(id);
        m_made.clear();
        m_shown.clear();
        m_taken = false;
    }
    [[nodiscard]] int positionOf(int item) const
    {
        take();
        const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), item);
        return found != m_shown.end() && *found == item ? static_cast<int>(found - m_shown.begin()) : -1;
    }

private:
    void take() const
    {
        if (std::exchange(m_taken, true))
            return;
        for (int item = 0; item < m_view->layout().count(); ++item) {
            if (m_view->layout().isShown(item))
                m_shown.push_back(item);
        }
    }
    [[nodiscard]] QAccessibleInterface* interfaceOf(int item) const
    {
        const auto known = m_made.constFind(item);
        if (known != m_made.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* made = new ItemAccessible(m_view, item);
        m_made.insert(item, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    ConversationView* m_view;
    mutable std::vector<int> m_shown; ///< items, ascending
    mutable QHash<int, QAccessible::Id> m_made;
    mutable bool m_taken = false;
};

QAccessibleInterface* makeInterface(const QString& name, QObject* object)
{
    if (name != QLatin1String(ConversationView::staticMetaObject.className()))
        return nullptr;
    auto* view = qobject_cast<ConversationView*>(object);
    return view != nullptr ? new ViewAccessible(view) : nullptr;
}

ViewAccessible* interfaceOf(ConversationView* view)
{
    return dynamic_cast<ViewAccessible*>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

void provideConversationAccessibility()
{
    QAccessible::installFactory(makeInterface); // knows it when it is there already
}

void tellConversationReplaced(ConversationView* view)
{
    ViewAccessible* spoken = interfaceOf(view);
    if (spoken == nullptr)
        return;
    spoken->forget();
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void tellConversationFocus(ConversationView* view, int item)
{
    const ViewAccessible* spoken = interfaceOf(view);
    if (spoken == nullptr)
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(spoken->positionOf(item));
    QAccessible::updateAccessibility(&event);
}

} // namespace lb::ui
