// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRect>

class QFontMetrics;
class QPainter;

namespace lb::ui
{

/// How wide bars for so many values are at a font's size.
[[nodiscard]] int sparklineWidth(qsizetype values, const QFontMetrics& metrics);

/// Small bars side by side in `area`, the largest value as high as it: what changes is seen, what it is must
/// be said elsewhere. Zeros are a thin line, so that the days can be counted.
void paintSparkline(QPainter& painter, const QRect& area, const QList<int>& values, const QColor& ink);

} // namespace lb::ui
