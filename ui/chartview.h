// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/charttexts.h"

#include <QAbstractButton>

#include <vector>

namespace lb::ui
{

class ChartView;

/// The place of one value: can be pointed at, focused and pressed. The view paints what it stands for.
class ChartBar final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartBar)
public:
    ChartBar(ChartView& view, int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    ChartView& m_view;
    int m_index;
};

/// Values as bars: columns side by side with the label below, or rows with the label before and the number
/// behind, in two columns where there is room. One bar is in the chain of Tab, arrow keys lead to the others;
/// each has its value as its name, and the view has all of them as its description. GUI thread.
class ChartView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartView)
public:
    enum class Shape { Columns, Rows };
    ChartView(Shape shape, int most, QWidget* parent = nullptr); ///< `most` bars can be shown

    void setNames(const QString& objectName, const QString& spoken);

    /// `hint` says what choosing one does. The bar with the focus keeps it.
    void show(const QList<ChartEntry>& entries, const QString& sentence, const QString& hint);
    void wait(); ///< other values are coming: the bars stay in their places, without any

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] ChartBar* bar(int index) const { return m_bars.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] QRect filled(int index) const; ///< what is painted for a value; empty = nothing
    [[nodiscard]] QRect outline(int index) const; ///< of what has the focus, in its bar

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    bool step(int from, int key); ///< of a bar's keys: focuses another one
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QRect name;
        QRect bar;
        QRect number;
    };
    void place();
    void paintColumns(QPainter& painter) const;
    void paintColumn(QPainter& painter, int index) const;
    void paintCaption(QPainter& painter, int index, int top, const QString& text) const;
    void paintRows(QPainter& painter) const;
    [[nodiscard]] int rowColumns(int width) const;
    [[nodiscard]] int rowsBelow(int width) const;
    [[nodiscard]] QRect slot(int index) const; ///< of a bar with all that belongs to it
    [[nodiscard]] Row rowOf(int index) const;
    [[nodiscard]] int foremost() const;
    [[nodiscard]] int labelStep(const QStringList& labels) const;
    [[nodiscard]] bool fits(const QStringList& texts) const;
    [[nodiscard]] bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }

    Shape m_shape;
    QList<ChartEntry> m_entries;
    std::vector<ChartBar*> m_bars;
    int m_most = 1;
    bool m_waiting = true;
};

} // namespace lb::ui
