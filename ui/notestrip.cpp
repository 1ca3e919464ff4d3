// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notestrip.h"

#include "ui/colours.h"
#include "ui/markdownview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostLines = 6;

} // namespace

NoteStrip::NoteStrip(UserPrompts& prompts, QWidget* parent)
    : QFrame(parent), m_text(new MarkdownView(prompts, this)), m_edit(new QToolButton(this))
{
    setObjectName(u"noteStrip"_s);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setObjectName(u"noteView"_s);
    m_text->setAccessibleName(tr("Your note"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setObjectName(u"editNoteButton"_s);
    m_edit->setText(tr("Edit Note"));
    m_edit->setAutoRaise(true);
    m_edit->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    connect(m_edit, &QToolButton::clicked, this, &NoteStrip::editRequested);
    connect(m_text, &MarkdownView::mailRequested, this, &NoteStrip::mailRequested);
    connect(m_text, &MarkdownView::rendered, this, &NoteStrip::fit);
    colour();
    hide();
}

void NoteStrip::showNote(const QString& markdown)
{
    setVisible(!markdown.isEmpty());
    if (markdown.isEmpty())
        m_text->clearText();
    else if (m_text->markdown() != markdown)
        m_text->showMarkdown(markdown);
}

void NoteStrip::fit()
{
    const int line = fontMetrics().lineSpacing();
    const int wanted = static_cast<int>(m_text->document()->size().height()) + 2 * m_text->frameWidth();
    const int height = std::clamp(wanted, line + line / 2, mostLines * line);
    if (m_text->height() != height)
        m_text->setFixedHeight(height);
}

/// Told apart from what a model wrote.
void NoteStrip::colour()
{
    const QColor ground = badgeInk(palette(), Tone::Attention).ground;
    setStyleSheet(u"#noteStrip { border-left: 3px solid %1; }"_s.arg(ground.name()));
}

void NoteStrip::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void NoteStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (isVisible())
        fit();
}

} // namespace lb::ui
