// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <memory>

namespace lb::test
{

/// A dark palette as desktops have it.
inline QPalette darkPalette()
{
    QPalette palette;
    const QColor window(0x2a, 0x2d, 0x31);
    const QColor text(0xee, 0xee, 0xee);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(0x1d, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2c));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9a, 0x9a));
    palette.setColor(QPalette::Button, QColor(0x35, 0x38, 0x3d));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, window);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xf7));
    palette.setColor(QPalette::LinkVisited, QColor(0xb9, 0x9a, 0xf0));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xb5));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x83, 0x88));
    return palette;
}

/// Fusion's light palette, whatever the desktop of the tester is.
inline QPalette lightPalette()
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return fusion->standardPalette();
}

/// Writes NAME.png into the folder of the environment variable LB_SCREENSHOTS, if there is one.
inline void takeScreenshot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("LB_SCREENSHOTS");
    if (!folder.isEmpty())
        widget.grab().save(QString(folder + u'/' + name + QStringLiteral(".png")));
}

} // namespace lb::test
