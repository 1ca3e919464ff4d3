// SPDX-License-Identifier: GPL-3.0-or-later
// Where the bars of a chart are and how they look: the other half of chartview.cpp.
#include "ui/chartview.h"
#include "ui/colours.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int shortestBar = 2; ///< of a value that is not 0
constexpr int markLine = 2; ///< the line below a marked column
constexpr int heightOfColumns = 3; ///< lines of text
constexpr int narrowestCell = 26; ///< characters of a row with name, bar and number

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QString numberOf(const ChartEntry& entry)
{
    return QLocale().toString(entry.value);
}

} // namespace

int ChartView::rowColumns(int width) const
{
    const bool hasRoom = width >= 2 * narrowestCell * fontMetrics().averageCharWidth();
    return hasRoom && count() > 1 ? 2 : 1;
}

int ChartView::rowsBelow(int width) const
{
    const int columns = rowColumns(width);
    return std::max(1, (count() + columns - 1) / columns);
}

int ChartView::heightForWidth(int width) const
{
    const int line = fontMetrics().height();
    if (m_shape == Shape::Columns)
        return (heightOfColumns + 2) * line + 3 * markLine;
    return rowsBelow(width) * (line + line / 4);
}

QRect ChartView::slot(int index) const
{
    QRect place;
    if (m_shape == Shape::Columns) {
        const int left = width() * index / count();
        place = QRect(left, 0, width() * (index + 1) / count() - left, height());
    } else {
        const int rows = rowsBelow(width());
        const int columns = rowColumns(width());
        const int gap = 2 * fontMetrics().averageCharWidth();
        const int cell = (width() - (columns - 1) * gap) / columns;
        const int row = heightForWidth(width()) / rows;
        place = QRect(index / rows * (cell + gap), index % rows * row, cell, row);
    }
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void ChartView::place()
{
    for (int i = 0; i < count(); ++i)
        bar(i)->setGeometry(slot(i));
}

/// Name, bar and number of a row, each in its own part of it.
ChartView::Row ChartView::rowOf(int index) const
{
    const QFontMetrics metrics = fontMetrics();
    int longest = 0;
    int number = 0;
    for (const ChartEntry& entry : m_entries) {
        longest = std::max(longest, metrics.horizontalAdvance(entry.label));
        number = std::max(number, metrics.horizontalAdvance(numberOf(entry)));
    }
    const QRect cell = slot(index);
    const int apart = metrics.averageCharWidth();
    const QRect inner(apart / 2, cell.top(), cell.width() - apart, cell.height());
    const int name = std::min(longest + 1, inner.width() / 2);
    const int thick = std::max(4, metrics.height() / 2);
    const int room = std::max(0, inner.width() - name - number - 2 * apart);
    const int value = m_entries.at(index).value;
    const int length
        = value <= 0 ? 0 : std::max(shortestBar, static_cast<int>(qint64(room) * value / m_most));
    const auto visual = [this, &cell](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), QRect(cell.topLeft(), cell.size()),
                                  part.translated(cell.left(), 0));
    };
    return {visual({inner.left(), inner.top(), name, inner.height()}),
            visual({inner.left() + name + apart, inner.top() + (inner.height() - thick) / 2, length, thick}),
            visual({inner.right() - number, inner.top(), number + 1, inner.height()})};
}

QRect ChartView::filled(int index) const
{
    if (m_waiting || index < 0 || index >= count())
        return {};
    if (m_shape == Shape::Rows)
        return rowOf(index).bar;
    const int line = fontMetrics().height();
    const QRect place = slot(index);
    const int gap = std::max(1, place.width() / 6);
    const int bottom = height() - line - 3 * markLine;
    const int room = bottom - line;
    const int value = m_entries.at(index).value;
    const int high = value <= 0 ? 1 : std::max(shortestBar, static_cast<int>(qint64(room) * value / m_most));
    return {place.left() + gap, bottom - high, std::max(1, place.width() - 2 * gap), high};
}

/// A column's label and number may be wider than it is: what goes around it leaves them out.
QRect ChartView::outline(int index) const
{
    const QRect place = slot(index);
    const int line = m_shape == Shape::Columns ? fontMetrics().height() : 0;
    return QRect(QPoint(), place.size()).adjusted(0, line, 0, -line);
}

void ChartView::paintEvent(QPaintEvent* /*event*/)
{
    if (m_waiting || m_entries.isEmpty())
        return;
    QPainter painter(this);
    if (m_shape == Shape::Columns)
        paintColumns(painter);
    else
        paintRows(painter);
}

/// The one that is marked, else the largest.
int ChartView::foremost() const
{
    const auto marked = std::ranges::find_if(m_entries, &ChartEntry::isMarked);
    const auto found
        = marked != m_entries.end() ? marked : std::ranges::max_element(m_entries, {}, &ChartEntry::value);
    return static_cast<int>(found - m_entries.begin());
}

/// Every so many columns have room for their label.
int ChartView::labelStep(const QStringList& labels) const
{
    if (fits(labels))
        return 1;
    const QFontMetrics metrics(bold(font()));
    int longest = 0;
    for (const QString& label : labels)
        longest = std::max(longest, metrics.horizontalAdvance(label));
    const int column = std::max(1, width() / count());
    return (longest + 2 * metrics.averageCharWidth() + column - 1) / column;
}

/// Each in its own column.
bool ChartView::fits(const QStringList& texts) const
{
    const QFontMetrics metrics(bold(font()));
    const int room = width() / count() - metrics.averageCharWidth() / 2;
    return std::ranges::all_of(texts, [room, &metrics](const QString& text) {
        return !text.isEmpty() && metrics.horizontalAdvance(text) <= room;
    });
}

/// A mark is not only a colour.
void ChartView::paintColumn(QPainter& painter, int index) const
{
    const ChartColours colours = chartColours(palette());
    const QRect bar = filled(index);
    if (!m_entries.at(index).isMarked) {
        painter.fillRect(bar, colours.bar);
        return;
    }
    const QRect place = slot(index);
    const int below = bar.bottom() + 1 + markLine / 2;
    painter.fillRect(bar, colours.marked);
    painter.fillRect(QRect(place.left() + 1, below, place.width() - 2, markLine), colours.text);
}

/// Words in the middle of a column, or as near to it as the chart's edges let them.
void ChartView::paintCaption(QPainter& painter, int index, int top, const QString& text) const
{
    const ChartColours colours = chartColours(palette());
    const bool isMarked = m_entries.at(index).isMarked;
    const QFont font = isMarked ? bold(this->font()) : this->font();
    const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
    QRect place(slot(index).center().x() - width / 2, top, width, fontMetrics().height());
    place.moveLeft(std::clamp(place.left(), 0, std::max(0, this->width() - width)));
    painter.setFont(font);
    painter.setPen(isMarked ? colours.text : colours.faintText);
    painter.drawText(place, Qt::AlignCenter, text);
}

void ChartView::paintColumns(QPainter& painter) const
{
    const int line = fontMetrics().height();
    QStringList names;
    QStringList shortNames;
    QStringList values;
    for (const ChartEntry& entry : m_entries) {
        names += entry.label;
        shortNames += entry.shortLabel;
        values += numberOf(entry);
    }
    const bool isShort = !fits(names) && fits(shortNames);
    const bool isCrowded = !fits(values); // then one number alone, above all bars
    const int first = foremost();
    const QStringList& labels = isShort ? shortNames : names;
    const int step = labelStep(labels);
    for (int i = 0; i < count(); ++i) {
        paintColumn(painter, i);
        if ((i - first) % step == 0)
            paintCaption(painter, i, height() - line, labels.at(i));
        if (m_entries.at(i).value > 0 && (!isCrowded || i == first))
            paintCaption(painter, i, isCrowded ? 0 : filled(i).top() - line, values.at(i));
    }
}

void ChartView::paintRows(QPainter& painter) const
{
    const ChartColours colours = chartColours(palette());
    for (int i = 0; i < count(); ++i) {
        const ChartEntry& entry = m_entries.at(i);
        const Row row = rowOf(i);
        painter.setPen(colours.text);
        painter.drawText(row.name, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(entry.label, Qt::ElideRight, row.name.width()));
        painter.fillRect(row.bar, entry.isMarked ? colours.marked : colours.bar);
        painter.setPen(colours.faintText);
        painter.drawText(row.number, Qt::AlignRight | Qt::AlignVCenter, numberOf(entry));
    }
}

} // namespace lb::ui
