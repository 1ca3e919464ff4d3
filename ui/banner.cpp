// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/banner.h"

#include "ui/colours.h"
#include "ui/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

Tone toneOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Information:
        return Tone::Information;
    case Banner::Kind::Warning:
        return Tone::Attention;
    case Banner::Kind::Error:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

Icon symbolOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Information:
        return Icon::Information;
    case Banner::Kind::Warning:
        return Icon::Warning;
    case Banner::Kind::Error:
        return Icon::Error;
    }
    return Icon::Information;
}

} // namespace

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_symbol(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setObjectName(u"bannerLabel"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName(u"runBannerActionButton"_s);
    m_action->hide();
    m_close->setObjectName(u"closeBannerButton"_s);
    m_close->setAutoRaise(true);
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto* row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap / 2, gap / 2, gap / 2);
    row->setSpacing(gap);
    row->addWidget(m_symbol, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act; // the action may show another message
        dismiss();
        if (act)
            act();
    });
    hide();
}

void Banner::showMessage(Kind kind, const QString& sentence)
{
    showMessage(kind, sentence, {}, {});
}

void Banner::showMessage(Kind kind, const QString& sentence, const QString& action, std::function<void()> act)
{
    constexpr int longestShown = 2000; // a server's own words may be in it
    m_kind = kind;
    m_act = std::move(act);
    m_text->setText(sentence.size() > longestShown ? QString(sentence.left(longestShown) + u"…"_s)
                                                   : sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    colour();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_act = {};
    Q_EMIT dismissed();
}

QString Banner::message() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_colouring)
        colour();
}

void Banner::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badgeInk(QGuiApplication::palette(), toneOf(m_kind)).ground);
    const int radius = fontMetrics().height() / 4;
    painter.drawRoundedRect(rect(), radius, radius);
}

void Banner::colour()
{
    m_colouring = true; // setting a child's palette does not come back here, setting ours would
    const Ink ink = badgeInk(QGuiApplication::palette(), toneOf(m_kind));
    QPalette textPalette = m_text->palette();
    textPalette.setColor(QPalette::WindowText, ink.text);
    m_text->setPalette(textPalette);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_symbol->setPixmap(icon(symbolOf(m_kind), ink.text).pixmap(QSize(size, size), devicePixelRatioF()));
    m_close->setIcon(icon(Icon::Close, ink.text));
    m_colouring = false;
    update();
}

} // namespace lb::ui
