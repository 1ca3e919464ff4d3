// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summarypane.h"

#include "ui/markdownview.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lb::ui
{

struct SummaryPane::Parts {
    QLabel* title = nullptr;
    MarkdownView* text = nullptr;
};

SummaryPane::SummaryPane(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    auto* column = new QVBoxLayout(this);
    m_parts->title = new QLabel(this);
    m_parts->text = new MarkdownView(prompts, this);
    column->addWidget(m_parts->title);
    column->addWidget(m_parts->text);
    connect(m_parts->text, &MarkdownView::mailRequested, this, &SummaryPane::mailRequested);
}

SummaryPane::~SummaryPane() = default;

void SummaryPane::clear()
{
    m_parts->title->clear();
    m_parts->text->clearText();
}

void SummaryPane::showThread(const thread::Listing& listing, const std::optional<thread::Facts>&)
{
    m_parts->title->setText(listing.title);
}

void SummaryPane::setVersions(const QList<store::SummaryRecord>& versions, const QByteArray&)
{
    if (!versions.isEmpty())
        m_parts->text->showMarkdown(versions.front().text);
}

void SummaryPane::setNextProvider(const QString&) { }

void SummaryPane::beginRun(const QString&) { }

void SummaryPane::showWaiting(const QString&) { }

void SummaryPane::showStreaming(const QString& markdown)
{
    m_parts->text->showMarkdown(markdown);
}

void SummaryPane::endRun(const Status&) { }

void SummaryPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
}

} // namespace lb::ui
