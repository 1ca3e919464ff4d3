// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summarynotes.h"

#include "ui/colours.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array names{"newVersionNote", "editedNote", "hiddenClaimsNote"};

} // namespace

SummaryNotes::SummaryNotes(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"summaryNotes"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line& made = m_lines.at(i);
        made.row = new QWidget(this);
        made.text = new QLabel(made.row);
        made.text->setObjectName(QLatin1String(names.at(i)));
        made.text->setTextFormat(Qt::PlainText);
        made.text->setWordWrap(true);
        made.layout = new QBoxLayout(QBoxLayout::LeftToRight, made.row);
        const int gap = fontMetrics().height() / 3;
        made.layout->setContentsMargins(gap, gap / 2, gap, gap / 2);
        made.layout->addWidget(made.text, 1);
        auto* row = new QHBoxLayout;
        made.layout->addLayout(row);
        for (std::size_t b = 0; b < made.buttons.size(); ++b) {
            auto* button = new QToolButton(made.row);
            button->setFocusPolicy(Qt::StrongFocus);
            button->hide();
            connect(button, &QToolButton::clicked, this, [this, i, b] {
                const auto act = m_lines.at(i).deeds.at(b); // it may say another thing here
                if (act)
                    act();
            });
            row->addWidget(button);
            made.buttons.at(b) = button;
        }
        row->addStretch();
        made.row->setAutoFillBackground(true);
        made.row->hide();
        column->addWidget(made.row);
    }
    hide();
    colour();
}

void SummaryNotes::say(Kind kind, const QString& sentence, const QList<Deed>& deeds)
{
    Line& told = line(kind);
    const bool isNews = told.text->text() != sentence;
    for (std::size_t i = 0; i < told.buttons.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < deeds.size();
        const Deed deed = used ? deeds.at(static_cast<qsizetype>(i)) : Deed();
        told.buttons.at(i)->setObjectName(deed.name);
        told.buttons.at(i)->setText(deed.text);
        told.buttons.at(i)->setAccessibleDescription(sentence);
        told.buttons.at(i)->setVisible(used);
        told.deeds.at(i) = deed.act;
    }
    told.text->setText(sentence);
    told.row->show();
    show();
    arrange();
    if (!isNews)
        return;
    QAccessibleEvent alert(told.text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SummaryNotes::drop(Kind kind)
{
    Line& told = line(kind);
    told.text->clear();
    told.row->hide();
    bool any = false;
    for (const Line& one : m_lines)
        any = any || !one.row->isHidden();
    setVisible(any);
}

QString SummaryNotes::said(Kind kind) const
{
    return m_lines.at(static_cast<std::size_t>(kind)).text->text();
}

QList<QWidget*> SummaryNotes::buttons() const
{
    QList<QWidget*> all;
    for (const Line& one : m_lines)
        all.append(QList<QWidget*>(one.buttons.begin(), one.buttons.end()));
    return all;
}

void SummaryNotes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void SummaryNotes::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// In a narrow pane the buttons stand below the text: a column of single words is hard to read.
void SummaryNotes::arrange()
{
    for (const Line& one : m_lines) {
        int buttons = 0;
        for (const QToolButton* button : one.buttons)
            buttons += button->isHidden() ? 0 : button->sizeHint().width();
        const int wanted = one.text->fontMetrics().horizontalAdvance(one.text->text());
        const bool narrow = width() - buttons < std::min(wanted * 6 / 5, width() / 2);
        one.layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
}

void SummaryNotes::colour()
{
    for (const Kind kind : {Kind::NewVersion, Kind::Edited, Kind::HiddenClaims}) {
        const Tone tone = kind == Kind::HiddenClaims ? Tone::Neutral : Tone::Information;
        const Ink ink = badgeInk(palette(), tone);
        QPalette tinted = palette();
        tinted.setColor(QPalette::Window, ink.ground);
        line(kind).row->setPalette(tinted);
        QPalette text = tinted;
        text.setColor(QPalette::WindowText, ink.text);
        line(kind).text->setPalette(text);
    }
}

} // namespace lb::ui
