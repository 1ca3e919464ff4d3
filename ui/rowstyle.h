// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace lb::ui
{

/// Draws the cells of a list or tree that are one line of text as the style does, but lays the text out only
/// where it must: QCommonStyle shapes it four times, which is most of what scrolling a list costs. For
/// QWidget::setStyle() of a view, which does not take the style over: give it the view as parent.
class RowStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit RowStyle(QObject* view);

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
};

} // namespace lb::ui
