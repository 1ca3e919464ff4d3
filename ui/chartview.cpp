// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartview.h"

#include "ui/colours.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int narrow = 12; ///< characters

bool isMark(const ChartEntry& entry)
{
    return entry.isMarked;
}

} // namespace

ChartBar::ChartBar(ChartView& view, int index) : QAbstractButton(&view), m_view(view), m_index(index)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    hide();
}

void ChartBar::paintEvent(QPaintEvent* /*event*/)
{
    if (!hasFocus() && !underMouse())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartColours colours = chartColours(palette());
    const int line = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? colours.text : colours.faintText, line));
    const double inset = line / 2.0;
    painter.drawRoundedRect(QRectF(m_view.outline(m_index)).adjusted(inset, inset, -inset, -inset), 3, 3);
}

void ChartBar::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isPlain && isEnter)
        click();
    else if (!isPlain || !m_view.step(m_index, event->key()))
        QAbstractButton::keyPressEvent(event);
}

void ChartBar::focusInEvent(QFocusEvent* event)
{
    m_view.setCurrent(m_index);
    QAbstractButton::focusInEvent(event);
}

ChartView::ChartView(Shape shape, int most, QWidget* parent) : QWidget(parent), m_shape(shape)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (int i = 0; i < most; ++i) { // all at once: the chain of Tab is in the order of making
        auto* bar = new ChartBar(*this, i);
        connect(bar, &QAbstractButton::clicked, this, [this, i] {
            if (!m_waiting)
                Q_EMIT chosen(i);
        });
        m_bars.push_back(bar);
    }
}

void ChartView::setNames(const QString& objectName, const QString& spoken)
{
    setObjectName(objectName);
    setAccessibleName(spoken);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_bars[i]->setObjectName(QString(objectName + u"Bar"_s + QString::number(i)));
        m_bars[i]->setAccessibleName(spoken);
    }
}

void ChartView::show(const QList<ChartEntry>& entries, const QString& sentence, const QString& hint)
{
    m_waiting = false;
    m_entries = entries.first(std::min(entries.size(), static_cast<qsizetype>(m_bars.size())));
    m_most = 1;
    int focused = -1;
    QStringList all;
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        ChartBar* shown = bar(i);
        if (shown->hasFocus())
            focused = std::min(i, count() - 1);
        if (i >= count())
            continue;
        const ChartEntry& entry = m_entries.at(i);
        m_most = std::max(m_most, entry.value);
        shown->setAccessibleName(entry.spoken);
        shown->setAccessibleDescription(hint);
        // Names come from mail: escaped, so that they stay text.
        shown->setToolTip(u"<qt>%1<br>%2</qt>"_s.arg(entry.spoken.toHtmlEscaped(), hint.toHtmlEscaped()));
        all += entry.spoken;
    }
    setAccessibleDescription(QString(sentence + u'\n' + all.join(u"; "_s)));
    const auto marked = std::ranges::find_if(m_entries, isMark);
    if (count() > 0)
        setCurrent(focused >= 0                    ? focused
                       : marked != m_entries.end() ? static_cast<int>(marked - m_entries.begin())
                                                   : 0);
    place();
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i)
        bar(i)->setVisible(i < count());
    if (focused >= 0)
        bar(focused)->setFocus(Qt::OtherFocusReason);
    updateGeometry();
    update();
}

void ChartView::wait()
{
    m_waiting = true;
    setAccessibleDescription({});
    for (ChartBar* bar : m_bars) {
        bar->setAccessibleName(accessibleName());
        bar->setToolTip({});
    }
    update();
}

void ChartView::setCurrent(int index)
{
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i)
        bar(i)->setFocusPolicy(i == index ? Qt::StrongFocus : i < count() ? Qt::ClickFocus : Qt::NoFocus);
}

bool ChartView::step(int from, int key)
{
    const int last = count() - 1;
    const int sideways = m_shape == Shape::Columns ? 1 : rowsBelow(width());
    const int downwards = m_shape == Shape::Columns ? 0 : 1;
    int to = from;
    switch (key) {
    case Qt::Key_Left:
        to += isMirrored() ? sideways : -sideways;
        break;
    case Qt::Key_Right:
        to += isMirrored() ? -sideways : sideways;
        break;
    case Qt::Key_Up:
        to -= downwards;
        break;
    case Qt::Key_Down:
        to += downwards;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return false;
    }
    if (to >= 0 && to <= last && to != from)
        bar(to)->setFocus(Qt::OtherFocusReason);
    return true;
}

QSize ChartView::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * narrow * 4;
    return {width, heightForWidth(width)};
}

QSize ChartView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * narrow, fontMetrics().height()};
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        place();
        updateGeometry();
    }
}

} // namespace lb::ui
