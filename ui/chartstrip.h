// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/charts.h"

#include <QWidget>

#include <array>

class QLabel;

namespace lb::ui
{

class ChartView;

/// Weeks, days and people of a period as bars, each with a sentence above that says what is to be seen. Side
/// by side where there is room, else people below. GUI thread.
class ChartStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartStrip)
public:
    explicit ChartStrip(QWidget* parent = nullptr);

    void show(const brief::ChartsPointer& charts); ///< null = nothing is known
    void wait(); ///< another period is coming: what is shown goes, the focus stays

    [[nodiscard]] bool isEmpty() const; ///< has nothing to show
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasRoom(int width) const; ///< for anything that can be read

Q_SIGNALS:
    void weekChosen(QDate monday);
    void queryChosen(const QString& query); ///< a condition of the query line

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Part {
        QLabel* sentence = nullptr;
        ChartView* view = nullptr;
        int share = 1; ///< of a row's width
    };
    enum Kind : std::size_t { Weeks, Days, People };
    int arrange(int width, bool apply) const; ///< the height
    int arrangeRow(const QList<Part>& parts, const QRect& area, bool apply) const;
    void tell(Kind kind, const QString& sentence);

    std::array<Part, 3> m_parts;
    brief::ChartsPointer m_charts;
    bool m_waiting = false;
};

} // namespace lb::ui
