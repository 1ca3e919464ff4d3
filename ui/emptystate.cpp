// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emptystate.h"

#include "ui/colours.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_symbol(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    const int space = fontMetrics().height();
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    for (QLabel* label : {m_symbol, m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
    }
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(fontMetrics().averageCharWidth() * 64);
    m_button->setObjectName(u"emptyStateButton"_s);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_act)
            m_act();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space, space, space, space);
    layout->addStretch(2);
    layout->addWidget(m_symbol, 0, Qt::AlignHCenter);
    layout->addSpacing(space / 2);
    layout->addWidget(m_title);
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_sentence, 1000);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addSpacing(space / 2);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::say(Icon symbol, const QString& title, const QString& sentence)
{
    say(symbol, title, sentence, {}, {});
}

void EmptyState::say(Icon symbol, const QString& title, const QString& sentence, const QString& button,
                     std::function<void()> act)
{
    m_which = symbol;
    m_act = std::move(act);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    paintSymbol();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSymbol();
    QWidget::changeEvent(event);
}

void EmptyState::paintSymbol()
{
    const int side = fontMetrics().height() * 3;
    m_symbol->setPixmap(icon(m_which, dimmed(palette())).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace lb::ui
