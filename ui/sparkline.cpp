// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sparkline.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace lb::ui
{

namespace
{

constexpr int gap = 1;

int barWidth(const QFontMetrics& metrics)
{
    return std::max(2, metrics.averageCharWidth() / 3);
}

} // namespace

int sparklineWidth(qsizetype values, const QFontMetrics& metrics)
{
    return static_cast<int>(values) * (barWidth(metrics) + gap);
}

void paintSparkline(QPainter& painter, const QRect& area, const QList<int>& values, const QColor& ink)
{
    if (values.isEmpty() || area.width() < values.size() * 2)
        return;
    const int most = std::max(1, *std::max_element(values.begin(), values.end()));
    const int step = area.width() / static_cast<int>(values.size());
    QColor faint = ink;
    faint.setAlphaF(0.35F);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int value = std::max(0, values.at(i));
        const int height = value == 0 ? 1 : std::max(2, area.height() * value / most);
        const QRect bar(area.left() + static_cast<int>(i) * step, area.bottom() + 1 - height, step - gap,
                        height);
        painter.fillRect(bar, value == 0 ? faint : ink);
    }
}

} // namespace lb::ui
