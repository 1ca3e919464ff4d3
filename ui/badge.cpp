// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostListed = 40;
constexpr qsizetype longestListed = 120;
} // namespace

Badge::Badge(const QString& text, const QString& spoken, Tone tone, QWidget* parent)
    : QAbstractButton(parent), m_tone(tone)
{
    setText(text);
    setAccessibleName(spoken);
    setToolTip(spoken.toHtmlEscaped());
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &Badge::showEntries);
}

void Badge::setEntries(const QList<Entry>& entries)
{
    m_entries = entries;
    setFocusPolicy(entries.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    QStringList lines{accessibleName()};
    for (const Entry& entry : entries.first(qMin(entries.size(), mostListed)))
        lines.append(entry.text.left(longestListed));
    if (entries.size() > mostListed)
        lines.append(u"…"_s);
    // What a mail says is in it: escaped, so that it stays text.
    setToolTip(QString(u"<p style='white-space:pre'>"_s + lines.join(u'\n').toHtmlEscaped() + u"</p>"_s));
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + metrics.height(), metrics.height() + metrics.height() / 3};
}

void Badge::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Ink ink = badgeInk(palette(), m_tone);
    const bool pressable = !m_entries.isEmpty();
    if (pressable && (isDown() || underMouse()))
        ink.ground = blend(ink.ground, palette().color(QPalette::Window), 0.35);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = box.height() / 2;
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
    painter.setBrush(ink.ground);
    painter.drawRoundedRect(hasFocus() ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, radius, radius);
    painter.setPen(ink.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void Badge::showEntries()
{
    if (m_entries.isEmpty())
        return;
    if (m_entries.size() == 1 && m_entries.first().mail > 0) {
        Q_EMIT mailRequested(m_entries.first().mail);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Entry& entry : m_entries.first(qMin(m_entries.size(), mostListed))) {
        // An ampersand of a mail is no mnemonic.
        QAction* action = menu->addAction(entry.text.left(longestListed).replace(u'&', "&&"_L1));
        action->setEnabled(entry.mail > 0);
        connect(action, &QAction::triggered, this,
                [this, number = entry.mail] { Q_EMIT mailRequested(number); });
    }
    menu->popup(mapToGlobal(rect().bottomLeft()));
}

} // namespace lb::ui
