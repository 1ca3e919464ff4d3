// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markdownview.h"

#include "core/onresult.h"
#include "ui/markdowndocument.h"
#include "ui/userprompts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>
#include <QStatusTipEvent>
#include <QTextBlock>
#include <QThread>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

MarkdownView::MarkdownView(UserPrompts& prompts, QWidget* parent) : QTextBrowser(parent), m_prompts(prompts)
{
    setObjectName(u"summaryText"_s);
    setAccessibleName(tr("Summary"));
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    m_revealing.setInterval(0);
    connect(&m_revealing, &QTimer::timeout, this, &MarkdownView::reveal);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::follow);
    connect(this, &QTextBrowser::highlighted, this, &MarkdownView::showTarget);
}

MarkdownView::~MarkdownView() = default;

void MarkdownView::showMarkdown(const QString& markdown, const QStringList& doubts)
{
    m_markdown = markdown;
    m_doubts = doubts;
    render();
}

void MarkdownView::clearText()
{
    m_markdown.clear();
    m_doubts.clear();
    ++m_ticket; // what is being built comes too late
    m_again = false;
    m_revealing.stop();
    clear();
}

QVariant MarkdownView::loadResource(int type, const QUrl& name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {}; // nothing is ever loaded, from nowhere
}

void MarkdownView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looks && !m_markdown.isEmpty())
        render();
}

void MarkdownView::render()
{
    ++m_ticket;
    if (m_building) { // one at a time: while text streams in, only the newest is worth building
        m_again = true;
        return;
    }
    m_building = true;
    const auto build = [home = thread(), text = m_markdown, look = markdownLook(font(), palette())] {
        return buildMarkdownFor(home, text, look);
    };
    onResult(QtConcurrent::run(build), this,
             [this, ticket = m_ticket](const std::shared_ptr<QTextDocument>& document) {
                 take(document, ticket);
             });
}

void MarkdownView::take(const std::shared_ptr<QTextDocument>& document, quint64 ticket)
{
    m_building = false;
    if (m_again) {
        m_again = false;
        render();
    }
    if (ticket != m_ticket && m_markdown.isEmpty())
        return; // cleared in the meantime
    const int position = verticalScrollBar()->value();
    setDocument(document.get());
    m_shown = document;
    verticalScrollBar()->setValue(position);
    const QTextBlock last = document->lastBlock();
    m_nextHidden = last.isVisible() ? -1 : document->findBlock(charactersPerTurn).blockNumber() + 1;
    if (m_nextHidden >= 0)
        m_revealing.start();
    else {
        m_revealing.stop();
        if (ticket == m_ticket)
            Q_EMIT rendered();
    }
}

void MarkdownView::reveal()
{
    m_nextHidden = revealMore(*document(), m_nextHidden);
    if (m_nextHidden >= 0)
        return;
    m_revealing.stop();
    if (!m_building)
        Q_EMIT rendered();
}

void MarkdownView::follow(const QUrl& link)
{
    if (link.scheme() == "cite"_L1) {
        const int number = link.path().toInt();
        if (number > 0)
            Q_EMIT mailRequested(number);
        return;
    }
    if (link.scheme() != "doubt"_L1)
        m_prompts.confirmAndOpen(this, link);
}

void MarkdownView::showTarget(const QUrl& link)
{
    QString target;
    if (link.scheme() == "cite"_L1)
        target = tr("Go to mail %1").arg(link.path());
    else if (const int doubt = link.path().toInt(); link.scheme() == "doubt"_L1 && doubt < m_doubts.size())
        target = tr("Not verified: %1").arg(m_doubts.value(doubt));
    else if (UserPrompts::mayOpen(link))
        target = link.toString(QUrl::FullyEncoded).left(500);
    setToolTip(target.toHtmlEscaped());
    QStatusTipEvent tip(target);
    QCoreApplication::sendEvent(this, &tip);
}

} // namespace lb::ui
