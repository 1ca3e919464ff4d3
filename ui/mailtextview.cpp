// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailtextview.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

namespace lb::ui
{

using namespace Qt::StringLiterals;

MailTextView::MailTextView(QWidget* parent)
    : QPlainTextEdit(parent), m_none(std::make_shared<QTextDocument>())
{
    setObjectName(u"mailText"_s);
    setAccessibleName(tr("Text of the mail"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setFont(fixed);
    m_none->setDocumentLayout(new QPlainTextDocumentLayout(m_none.get()));
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(QFontMetricsF(fixed).horizontalAdvance(u' ') * 8); // as diffs are written
    m_none->setDefaultTextOption(option);
    show(m_none);
    viewport()->setMouseTracking(true);
    setMouseTracking(true);
}

MailTextView::~MailTextView()
{
    // The base class must not meet a document that dies before it.
    setDocument(nullptr);
}

void MailTextView::show(const std::shared_ptr<QTextDocument>& mail)
{
    setDocument(mail.get());
    m_mail = mail;
}

void MailTextView::clearText()
{
    show(m_none);
}

MailLook MailTextView::look() const
{
    return {font(), document()->defaultTextOption(), mailColours(palette())};
}

void MailTextView::setAllOpen(bool open)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (BlockTag::of(block).role == BlockRole::Toggle)
            setOpen(block, open);
    }
    refreshLayout();
}

bool MailTextView::findNext(const QString& text, bool backward)
{
    if (text.isEmpty())
        return false;
    const QTextDocument::FindFlags flags
        = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = document()->find(text, textCursor(), flags);
    if (found.isNull()) {
        QTextCursor edge(document());
        edge.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        found = document()->find(text, edge, flags);
    }
    if (found.isNull())
        return false;
    const BlockTag tag = BlockTag::of(found.block());
    if (tag.role == BlockRole::Folded) {
        // The toggle stands right above the first line of its fold.
        QTextBlock toggle = found.block();
        while (toggle.isValid() && BlockTag::of(toggle).role != BlockRole::Toggle)
            toggle = toggle.previous();
        if (toggle.isValid()) {
            setOpen(toggle, true);
            refreshLayout();
        }
    }
    setTextCursor(found);
    ensureCursorVisible();
    return true;
}

void MailTextView::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        toggleAt(cursorForPosition(event->position().toPoint()));
}

void MailTextView::mouseMoveEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) {
        const QTextBlock block = cursorForPosition(event->position().toPoint()).block();
        const bool overToggle = BlockTag::of(block).role == BlockRole::Toggle;
        viewport()->setCursor(overToggle ? Qt::PointingHandCursor : Qt::IBeamCursor);
    }
}

void MailTextView::keyPressEvent(QKeyEvent* event)
{
    const bool acts
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (acts && event->modifiers() == Qt::NoModifier && toggleAt(textCursor())) {
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

QMimeData* MailTextView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    QStringList lines;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        if (BlockTag::of(block).role == BlockRole::Toggle)
            continue;
        const int start = qMax(from - block.position(), 0);
        const int end = qMin(to - block.position(), block.length() - 1);
        lines.append(block.text().mid(start, end - start));
    }
    auto* mime = new QMimeData;
    mime->setText(lines.join(u'\n'));
    return mime;
}

bool MailTextView::toggleAt(const QTextCursor& cursor)
{
    const QTextBlock block = cursor.block();
    if (BlockTag::of(block).role != BlockRole::Toggle)
        return false;
    const bool open = block.next().isVisible();
    setOpen(block, !open);
    refreshLayout();
    return true;
}

void MailTextView::setOpen(QTextBlock toggle, bool open)
{
    const int fold = BlockTag::of(toggle).fold;
    int lines = 0;
    for (QTextBlock block = toggle.next(); block.isValid(); block = block.next()) {
        const BlockTag tag = BlockTag::of(block);
        if (tag.role != BlockRole::Folded || tag.fold != fold)
            break;
        block.setVisible(open);
        block.setLineCount(open ? qMax(block.layout()->lineCount(), 1) : 0);
        ++lines;
    }
    QTextCursor words(toggle);
    words.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    words.insertText(toggleText(lines, open), words.charFormat());
}

void MailTextView::refreshLayout()
{
    auto* layout = qobject_cast<QPlainTextDocumentLayout*>(document()->documentLayout());
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    viewport()->update();
}

} // namespace lb::ui
