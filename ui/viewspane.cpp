// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewspane.h"

#include "ui/countdelegate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPersistentModelIndex>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRowsShown = 14; ///< further saved searches are scrolled to

/// Qt's editors have no accessible name, and forget what was typed when the row's count changes.
class SearchDelegate final : public CountDelegate
{
public:
    using CountDelegate::CountDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        QWidget* editor = CountDelegate::createEditor(parent, option, index);
        editor->setObjectName(u"searchNameLine"_s);
        editor->setAccessibleName(ViewsPane::tr("Name of the saved search"));
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        const auto* line = qobject_cast<const QLineEdit*>(editor);
        if (line == nullptr || !line->isModified())
            CountDelegate::setEditorData(editor, index);
    }
};

} // namespace

ViewsPane::ViewsPane(ViewsModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setObjectName(u"viewsList"_s);
    setAccessibleName(tr("Views"));
    setModel(&m_model);
    setItemDelegate(new SearchDelegate(ViewsModel::CountTextRole, this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(EditKeyPressed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!m_selecting)
            choose(current);
    });
    // A second click on a saved search applies it again after the filter was edited.
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (isSearch(index))
            choose(index);
    });
}

bool ViewsPane::isSearch(const QModelIndex& index)
{
    return index.isValid() && index.data(ViewsModel::ViewRole).toInt() < 0;
}

void ViewsPane::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const int view = index.data(ViewsModel::ViewRole).toInt();
    if (view >= 0)
        Q_EMIT viewChosen(static_cast<View>(view));
    else
        Q_EMIT searchChosen(index.data(ViewsModel::QueryRole).toString());
}

void ViewsPane::select(View view)
{
    m_selecting = true;
    setCurrentIndex(m_model.indexOf(view));
    m_selecting = false;
}

/// F2 is the window's, too: on a saved search it is this list's.
bool ViewsPane::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isSearch(currentIndex())
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F2) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void ViewsPane::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    if (event->key() == Qt::Key_Delete && isSearch(current))
        Q_EMIT searchRemovalRequested(current.data(Qt::DisplayRole).toString());
    else
        QListView::keyPressEvent(event);
}

/// The other button asks for a menu and chooses nothing.
void ViewsPane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::RightButton)
        event->accept();
    else
        QListView::mousePressEvent(event);
}

void ViewsPane::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex search = byKey ? currentIndex() : indexAt(event->pos());
    if (isSearch(search))
        offerMenu(search, byKey ? visualRect(search).bottomLeft() : event->pos());
    event->accept();
}

void ViewsPane::offerMenu(const QModelIndex& search, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"searchMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(search);
    QAction* rename = menu->addAction(tr("&Rename"), this, [this, row] {
        if (row.isValid())
            edit(row);
    });
    rename->setObjectName(u"renameSearchAction"_s);
    rename->setShortcut(Qt::Key_F2); // told, not taken: the key is the list's
    rename->setShortcutContext(Qt::WidgetShortcut);
    QAction* remove = menu->addAction(tr("Re&move"), this, [this, row] {
        if (row.isValid())
            Q_EMIT searchRemovalRequested(row.data(Qt::DisplayRole).toString());
    });
    remove->setObjectName(u"removeSearchAction"_s);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    menu->popup(viewport()->mapToGlobal(at));
}

/// A view would move on to the row below, which would choose it. What is shown stays: all threads by the
/// query that was applied.
void ViewsPane::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    const int current = currentIndex().row();
    if (start <= current && current <= end)
        select(View::All);
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

QSize ViewsPane::sizeHint() const
{
    const int rows = std::min(m_model.rowCount(), mostRowsShown);
    const int row = std::max(sizeHintForRow(0), fontMetrics().height());
    return {QListView::sizeHint().width(), rows * row + 2 * frameWidth() + fontMetrics().height() / 3};
}

QSize ViewsPane::minimumSizeHint() const
{
    return {QListView::minimumSizeHint().width(), sizeHint().height()};
}

} // namespace lb::ui
