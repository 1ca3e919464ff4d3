// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailpane.h"

#include "core/onresult.h"
#include "store/store.h"
#include "ui/banner.h"
#include "ui/findbar.h"
#include "ui/icons.h"
#include "ui/mailheaders.h"
#include "ui/mailtextview.h"
#include "ui/mailview.h"
#include "ui/userprompts.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

struct MailPane::Parts {
    Parts(Services& windowServices, UserPrompts& windowPrompts)
        : services(windowServices), prompts(windowPrompts)
    {
    }

    Services& services;
    UserPrompts& prompts;
    QStackedWidget* pages = nullptr;
    QLabel* empty = nullptr;
    QWidget* mailPage = nullptr;
    Banner* banner = nullptr;
    MailHeaders* headers = nullptr;
    MailTextView* text = nullptr;
    QLabel* attachments = nullptr;
    FindBar* findBar = nullptr;
    QToolButton* quotes = nullptr;
    QToolButton* source = nullptr;
    QToolButton* copyId = nullptr;
    QToolButton* open = nullptr;

    quint64 ticket = 0; ///< of the mail asked for last
    QByteArray raw;
    std::optional<mail::MailDate> date;
    QString permalink;
    QString messageId;
    std::shared_ptr<QTextDocument> parsed;
    bool hasFolds = false;
    std::shared_ptr<QTextDocument> sourceText;
};

namespace
{

QToolButton* tool(const QString& name, Icon symbol, const QString& spoken, const QString& tip,
                  QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(symbol));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(spoken);
    button->setToolTip(tip);
    return button;
}

QString attachmentLine(const QList<mail::Attachment>& attachments)
{
    QStringList parts;
    for (const mail::Attachment& attachment : attachments) {
        const QString name
            = attachment.fileName.isEmpty() ? MailPane::tr("without a name") : attachment.fileName;
        const QString size = QLocale().formattedDataSize(attachment.size);
        //: an attachment's file name, its type and its size
        parts << MailPane::tr("%1 (%2, %3)").arg(name, attachment.contentType.left(100), size);
        if (parts.size() == 50)
            break;
    }
    return MailPane::tr("%n attachment(s): %1", nullptr, static_cast<int>(attachments.size()))
        .arg(QLocale().createSeparatedList(parts));
}

} // namespace

MailPane::MailPane(Services& services, UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_parts(new Parts{services, prompts})
{
    setObjectName(u"mailPane"_s);
    Parts& parts = *m_parts;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    parts.pages = new QStackedWidget(this);
    outer->addWidget(parts.pages);
    parts.empty = new QLabel(tr("Select a mail to read it."), this);
    parts.empty->setObjectName(u"mailEmptyLabel"_s);
    parts.empty->setAlignment(Qt::AlignCenter);
    parts.empty->setWordWrap(true);
    parts.pages->addWidget(parts.empty);
    parts.mailPage = new QWidget(this);
    parts.pages->addWidget(parts.mailPage);
    buildPage();
    connectTools();
}

MailPane::~MailPane() = default;

void MailPane::buildPage()
{
    Parts& parts = *m_parts;
    QWidget* page = parts.mailPage;
    parts.banner = new Banner(page);
    parts.headers = new MailHeaders(page);
    parts.text = new MailTextView(page);
    parts.findBar = new FindBar(page);
    parts.attachments = new QLabel(page);
    parts.attachments->setObjectName(u"attachmentsLabel"_s);
    parts.attachments->setTextFormat(Qt::PlainText);
    parts.attachments->setWordWrap(true);
    parts.attachments->setTextInteractionFlags(Qt::TextSelectableByMouse);
    parts.quotes = tool(u"showQuotesButton"_s, Icon::Expand, tr("Show all quoted lines"),
                        tr("Show all quoted lines"), page);
    parts.quotes->setCheckable(true);
    parts.source = tool(u"showSourceButton"_s, Icon::Source, tr("Raw source"),
                        tr("Show the mail as it was sent (Ctrl+U)"), page);
    parts.source->setCheckable(true);
    auto* search = tool(u"findInMailButton"_s, Icon::Search, tr("Find in this mail"),
                        tr("Find in this mail (Ctrl+F)"), page);
    connect(search, &QToolButton::clicked, this, &MailPane::find);
    parts.copyId = tool(u"copyMessageIdButton"_s, Icon::Copy, tr("Copy the Message-ID"),
                        tr("Copy the Message-ID"), page);
    parts.open = tool(u"openArchiveButton"_s, Icon::Open, tr("Open at the archive"), {}, page);

    for (QToolButton* button : {parts.quotes, parts.source, search, parts.copyId, parts.open})
        parts.headers->addTool(button);
    auto* column = new QVBoxLayout(page);
    column->addWidget(parts.banner);
    column->addWidget(parts.headers);
    column->addWidget(parts.attachments);
    column->addWidget(parts.text, 1);
    column->addWidget(parts.findBar);
}

void MailPane::connectTools()
{
    Parts& parts = *m_parts;
    connect(parts.quotes, &QToolButton::toggled, this, &MailPane::setQuotesShown);
    connect(parts.source, &QToolButton::toggled, this, &MailPane::setRawShown);
    connect(parts.copyId, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_parts->messageId); });
    connect(parts.open, &QToolButton::clicked, this, [this] {
        m_parts->prompts.confirmAndOpen(this,
                                        QUrl::fromEncoded(m_parts->permalink.toUtf8(), QUrl::StrictMode));
    });
    connect(parts.findBar, &FindBar::findRequested, this, [this](const QString& text, bool backward) {
        m_parts->findBar->showFound(m_parts->text->findNext(text, backward));
    });
    connect(parts.findBar, &FindBar::closed, parts.text, qOverload<>(&QWidget::setFocus));
    const auto shortcut = [this](const QKeySequence& keys) {
        return new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    };
    connect(shortcut(QKeySequence(u"Ctrl+U"_s)), &QShortcut::activated, parts.source, &QToolButton::toggle);
    connect(shortcut(QKeySequence::Find), &QShortcut::activated, this, &MailPane::find);
}

void MailPane::showMail(const thread::ListedMail& mail, const QString& permalink)
{
    Parts& parts = *m_parts;
    const quint64 ticket = ++parts.ticket;
    onResult(parts.services.store.rawMail(mail.mail.row), this,
             [this, ticket, permalink, date = mail.mail.date](const Result<QByteArray>& raw) {
                 if (ticket != m_parts->ticket)
                     return; // another mail was asked for in the meantime
                 if (raw)
                     take(*raw, date, permalink);
                 else
                     fail(raw.error());
             });
}

void MailPane::showBytes(const QByteArray& rawMail, const QString& permalink)
{
    ++m_parts->ticket;
    take(rawMail, std::nullopt, permalink);
}

void MailPane::take(const QByteArray& raw, const std::optional<mail::MailDate>& date,
                    const QString& permalink)
{
    Parts& parts = *m_parts;
    parts.raw = raw;
    parts.date = date;
    parts.permalink = permalink;
    parts.sourceText.reset();
    parse();
}

void MailPane::parse()
{
    Parts& parts = *m_parts;
    const MailLook look = parts.text->look();
    onResult(QtConcurrent::run(readMail, thread(), parts.raw, parts.date, look), this,
             [this, ticket = parts.ticket](const MailView& view) {
                 if (ticket == m_parts->ticket)
                     present(view);
             });
}

void MailPane::present(const MailView& view)
{
    Parts& parts = *m_parts;
    parts.banner->dismiss();
    parts.parsed = view.text;
    parts.hasFolds = view.hasFolds;
    parts.messageId = view.messageId;
    parts.headers->showHeaders(view);
    parts.attachments->setVisible(!view.attachments.isEmpty());
    if (!view.attachments.isEmpty())
        parts.attachments->setText(attachmentLine(view.attachments));
    QStringList notes = view.issues;
    if (view.fromHtml)
        notes.prepend(tr("This mail came as HTML; its text is shown, and nothing is loaded."));
    if (!notes.isEmpty())
        parts.banner->showMessage(Banner::Kind::Information, notes.join(u' '));
    parts.copyId->setEnabled(!view.messageId.isEmpty());
    const bool linked = UserPrompts::mayOpen(QUrl::fromEncoded(parts.permalink.toUtf8(), QUrl::StrictMode));
    parts.open->setEnabled(linked);
    parts.open->setToolTip(linked ? tr("Open at the archive: %1").arg(parts.permalink).toHtmlEscaped()
                                  : tr("This archive has no pages to open."));
    parts.pages->setCurrentWidget(parts.mailPage);
    if (parts.source->isChecked()) {
        showSource();
        return;
    }
    showText();
}

void MailPane::showText()
{
    Parts& parts = *m_parts;
    parts.text->show(parts.parsed);
    parts.quotes->setEnabled(parts.hasFolds);
    if (parts.quotes->isChecked())
        parts.text->setAllOpen(true);
    Q_EMIT shown();
}

void MailPane::showSource()
{
    Parts& parts = *m_parts;
    parts.quotes->setEnabled(false);
    if (parts.sourceText) {
        parts.text->show(parts.sourceText);
        Q_EMIT shown();
        return;
    }
    const MailLook look = parts.text->look();
    onResult(QtConcurrent::run(buildRawDocument, thread(), parts.raw, look), this,
             [this, ticket = parts.ticket](const std::shared_ptr<QTextDocument>& document) {
                 if (ticket != m_parts->ticket)
                     return;
                 m_parts->sourceText = document;
                 if (m_parts->source->isChecked())
                     showSource();
             });
}

void MailPane::fail(const Error& error)
{
    Parts& parts = *m_parts;
    parts.raw.clear();
    parts.empty->setText(error.text);
    parts.pages->setCurrentWidget(parts.empty);
}

void MailPane::clear()
{
    Parts& parts = *m_parts;
    ++parts.ticket;
    parts.raw.clear();
    parts.parsed.reset();
    parts.sourceText.reset();
    parts.text->clearText();
    parts.empty->setText(tr("Select a mail to read it."));
    parts.pages->setCurrentWidget(parts.empty);
}

void MailPane::setRawShown(bool shown)
{
    Parts& parts = *m_parts;
    parts.source->setChecked(shown);
    if (parts.pages->currentWidget() != parts.mailPage)
        return;
    if (shown)
        showSource();
    else if (parts.parsed)
        showText();
}

void MailPane::setQuotesShown(bool shown)
{
    Parts& parts = *m_parts;
    parts.quotes->setChecked(shown);
    parts.quotes->setIcon(icon(shown ? Icon::Collapse : Icon::Expand));
    const QString name = shown ? tr("Fold long quotes") : tr("Show all quoted lines");
    parts.quotes->setAccessibleName(name);
    parts.quotes->setToolTip(name);
    if (!parts.source->isChecked())
        parts.text->setAllOpen(shown);
}

bool MailPane::turnPage(int step)
{
    QScrollBar* bar = m_parts->text->verticalScrollBar();
    const bool isEnd = bar->value() == (step > 0 ? bar->maximum() : bar->minimum());
    if (isEnd || m_parts->pages->currentWidget() != m_parts->mailPage)
        return false;
    bar->triggerAction(step > 0 ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
    return true;
}

QWidget* MailPane::textView() const
{
    return m_parts->text;
}

void MailPane::find()
{
    if (m_parts->pages->currentWidget() == m_parts->mailPage)
        m_parts->findBar->open();
}

void MailPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_parts->raw.isEmpty())
        return;
    // Colours are part of the document. Later: the children have not heard of the new palette yet.
    QTimer::singleShot(0, this, [this] {
        ++m_parts->ticket;
        m_parts->sourceText.reset();
        if (!m_parts->raw.isEmpty())
            parse();
    });
}

} // namespace lb::ui
