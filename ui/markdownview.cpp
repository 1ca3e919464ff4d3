// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markdownview.h"

#include "ui/userprompts.h"

#include <QEvent>

namespace lb::ui
{

MarkdownView::MarkdownView(UserPrompts& prompts, QWidget* parent) : QTextBrowser(parent), m_prompts(prompts)
{
    setOpenLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::follow);
    connect(this, &QTextBrowser::highlighted, this, &MarkdownView::showTarget);
}

MarkdownView::~MarkdownView() = default;

void MarkdownView::showMarkdown(const QString& markdown)
{
    m_markdown = markdown;
    render();
}

void MarkdownView::clearText()
{
    m_markdown.clear();
    clear();
}

QVariant MarkdownView::loadResource(int type, const QUrl& name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {};
}

void MarkdownView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
}

void MarkdownView::render()
{
    setPlainText(m_markdown);
    Q_EMIT rendered();
}

void MarkdownView::take(const std::shared_ptr<QTextDocument>& document, quint64 ticket)
{
    Q_UNUSED(document)
    Q_UNUSED(ticket)
}

void MarkdownView::follow(const QUrl& link)
{
    m_prompts.confirmAndOpen(this, link);
}

void MarkdownView::showTarget(const QUrl& link)
{
    setToolTip(link.toString());
}

} // namespace lb::ui
