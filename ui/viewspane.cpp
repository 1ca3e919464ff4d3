// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewspane.h"

#include "ui/countdelegate.h"

#include <QKeyEvent>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRowsShown = 14; ///< further saved searches are scrolled to

} // namespace

ViewsPane::ViewsPane(ViewsModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setObjectName(u"viewsList"_s);
    setAccessibleName(tr("Views"));
    setModel(&m_model);
    setItemDelegate(new CountDelegate(ViewsModel::CountTextRole, this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!m_selecting)
            choose(current);
    });
    // A second click on a saved search applies it again after the filter was edited.
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(ViewsModel::ViewRole).toInt() < 0)
            choose(index);
    });
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

void ViewsPane::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    if (event->key() == Qt::Key_Delete && current.isValid() && current.data(ViewsModel::ViewRole).toInt() < 0)
        Q_EMIT searchRemovalRequested(current.data(Qt::DisplayRole).toString());
    else
        QListView::keyPressEvent(event);
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
