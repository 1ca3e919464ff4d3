// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <array>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<const char*, iconCount> names{
    "refresh",     "regenerate", "export",  "add",    "stop",        "settings", "search",   "star",
    "star-filled", "mute",       "done",    "list",   "week",        "thread",   "mail",     "unread",
    "warning",     "error",      "check",   "folder", "copy",        "next",     "previous", "expand",
    "collapse",    "remove",     "up",      "down",   "information", "close",    "open",     "source",
    "attachment",  "key",        "history", "model",
};

/// Qt's SVG renderer knows no currentColor (SVG Tiny 1.2), so the word is replaced before it reads the file.
QPixmap render(const QString& file, const QSize& size, const QColor& colour)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = source.readAll();
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(size);
    return QPixmap::fromImage(reader.read());
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString file, const QColor& fixed) : m_file(std::move(file)), m_fixed(fixed) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        Q_UNUSED(scale) // the size already counts device pixels
        const QSize square = QSize(16, 16).scaled(size, Qt::KeepAspectRatio);
        if (square.isEmpty())
            return {};
        const QColor colour = tint(mode);
        const QString cacheKey = m_file + u'|' + colour.name() + u'|' + QString::number(square.width());
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = render(m_file, square, colour);
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }
    QSize actualSize(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(mode)
        Q_UNUSED(state)
        return QSize(16, 16).scaled(size, Qt::KeepAspectRatio);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor tint(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_fixed.isValid() ? m_fixed : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_file;
    QColor m_fixed;
};

} // namespace

QString iconFile(Icon which)
{
    return u":/icons/"_s + QLatin1String(names.at(static_cast<std::size_t>(which))) + u".svg"_s;
}

QIcon icon(Icon which)
{
    return QIcon(new TintedIconEngine(iconFile(which), {}));
}

QIcon icon(Icon which, const QColor& colour)
{
    return QIcon(new TintedIconEngine(iconFile(which), colour));
}

QIcon applicationIcon()
{
    return QIcon(u":/icons/listbrief.svg"_s);
}

} // namespace lb::ui
