// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listspane.h"

#include "ui/actions.h"
#include "ui/colours.h"
#include "ui/icons.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// A row with its count at the right, dim.
class CountDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString name = cell.text;
        const QString count = index.data(ListsModel::CountTextRole).toString();
        const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        cell.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

        const bool selected = cell.state.testFlag(QStyle::State_Selected);
        const QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const bool empty
            = index.data(ListsModel::KindRole).toInt() == static_cast<int>(ListsModel::Kind::Week)
            && count.isEmpty();
        const int gap = cell.fontMetrics.averageCharWidth();
        QRect area = option.rect.adjusted(gap / 2, 0, -gap, 0);
        painter->save();
        painter->setFont(cell.font);
        painter->setPen(selected ? ink : dimmed(cell.palette));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
        area.setRight(area.right() - cell.fontMetrics.horizontalAdvance(count) - gap);
        painter->setPen(selected || !empty ? ink : dimmed(cell.palette));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          cell.fontMetrics.elidedText(name, Qt::ElideRight, area.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + option.fontMetrics.height() / 2);
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(ListsModel::KindRole).toInt()
                             == static_cast<int>(ListsModel::Kind::List));
        option->fontMetrics = QFontMetrics(option->font);
    }
};

QToolButton* buttonFor(QAction* action, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(plainText(action->text()));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ListsPane::ListsPane(ListsModel& model, QAction* add, QAction* remove, QWidget* parent)
    : QWidget(parent), m_model(model), m_tree(new QTreeView(this))
{
    m_tree->setObjectName(u"listsTree"_s);
    m_tree->setAccessibleName(tr("Lists and weeks"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new CountDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    QToolButton* addButton = buttonFor(add, u"addListButton"_s, this);
    addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buttons->addWidget(addButton);
    buttons->addStretch(1);
    buttons->addWidget(buttonFor(remove, u"removeListButton"_s, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_tree);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& list) {
        if (list.isValid())
            m_tree->expand(list);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !m_selecting)
                    Q_EMIT scopeChosen(m_model.scopeAt(current));
            });
}

void ListsPane::select(const Scope& scope)
{
    const QModelIndex index = m_model.indexOf(scope);
    if (index == m_tree->currentIndex())
        return;
    m_selecting = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_selecting = false;
}

} // namespace lb::ui
