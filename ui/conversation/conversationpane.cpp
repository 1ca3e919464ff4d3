// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversationpane.h"

#include "core/onresult.h"
#include "library/material.h"
#include "thread/statements.h"
#include "ui/findbar.h"
#include "ui/preferences.h"
#include "ui/userprompts.h"

#include <QCryptographicHash>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto slowAfter = 200ms;

/// Tells one state of a thread from another.
QByteArray keyOf(const thread::Listing& listing)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray::number(listing.thread.value));
    for (const thread::ListedMail& mail : listing.mails) {
        hash.addData(QByteArray::number(mail.mail.row.value));
        hash.addData(mail.isNew ? "+" : "-");
    }
    return hash.result();
}

Result<ConversationPointer> makePage(const Result<thread::Material>& material, const store::ListRecord& list)
{
    if (!material)
        return material.error();
    const thread::Collation collation = thread::collate(*material);
    const thread::Facts facts = thread::establishFacts(thread::Reading(*material), collation);
    return std::make_shared<const Conversation>(buildConversation(
        *material, collation, facts, [&list](const MessageId& id) { return permalink(list, id); }));
}

} // namespace

ConversationPane::ConversationPane(Services& services, UserPrompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompts(prompts)
    , m_pages(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_page(new QWidget(this))
    , m_view(new ConversationView(m_page))
    , m_findBar(new FindBar(tr("Find in this conversation"), m_page))
{
    buildUi();
    m_view->setSeenAfter(m_services.settings.get(keys::SeenAfter));
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    connect(&m_slow, &QTimer::timeout, this, [this] { say(tr("The conversation is being read...")); });
    connect(m_view, &ConversationView::mailRequested, this, [this](int mail) {
        Q_EMIT mailRequested(thread(), m_view->page().mails[static_cast<std::size_t>(mail)].number);
    });
    connect(m_view, &ConversationView::linkRequested, this,
            [this](const QUrl& link) { m_prompts.confirmAndOpen(this, link); });
    connect(m_view, &ConversationView::seen, this, [this](const QList<int>& mails) {
        QList<MailId> rows;
        for (const int mail : mails)
            rows.append(m_view->page().mails[static_cast<std::size_t>(mail)].row);
        Q_EMIT seen(thread(), rows);
    });
    connect(m_findBar, &FindBar::findRequested, this, &ConversationPane::search);
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_searched.clear();
        m_matches.clear();
        m_view->setMatches({});
        m_view->setFocus();
    });
    auto* keys = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &ConversationPane::find);
    clear();
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::buildUi()
{
    setObjectName(u"conversationPane"_s);
    m_message->setObjectName(u"conversationEmptyLabel"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_findBar->setObjectName(u"conversationFindBar"_s);
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_findBar);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

void ConversationPane::say(const QString& sentence)
{
    m_message->setText(sentence);
    m_pages->setCurrentWidget(m_message);
}

void ConversationPane::clear()
{
    ++m_ticket;
    m_slow.stop();
    m_key.clear();
    m_wanted = 0;
    m_view->setPage(std::make_shared<const Conversation>());
    say(tr("Select a thread to read its conversation."));
}

void ConversationPane::showThread(const thread::Listing& listing, const store::ListRecord& list, bool asked)
{
    const QByteArray key = keyOf(listing);
    m_asked = asked;
    if (key == m_key) {
        if (asked && thread() == listing.thread)
            m_view->startReading();
        return;
    }
    m_key = key;
    m_wanted = 0;
    const quint64 ticket = ++m_ticket;
    m_slow.start();
    const auto made
        = onPool(library::loadMaterial(m_services.store, listing),
                 [list](const Result<thread::Material>& material) { return makePage(material, list); });
    onResult(made, this, [this, ticket](const Result<ConversationPointer>& page) {
        if (ticket == m_ticket)
            take(page);
    });
}

void ConversationPane::take(const Result<ConversationPointer>& page)
{
    m_slow.stop();
    if (!page) {
        m_key.clear();
        say(page.error().text);
        return;
    }
    // Letting go of a large page takes longer than the window may be held.
    ConversationPointer older = m_view->layout().pointer();
    m_matches.clear();
    m_searched.clear();
    m_view->setPage(*page);
    QThreadPool::globalInstance()->start([older = std::move(older)]() mutable { older.reset(); });
    m_pages->setCurrentWidget(m_page);
    if (m_asked)
        m_view->startReading();
    Q_EMIT shown();
    if (m_wanted > 0)
        showMail(std::exchange(m_wanted, 0));
}

void ConversationPane::showMail(int number)
{
    if (m_slow.isActive() || m_pages->currentWidget() != m_page) {
        m_wanted = number; // the page is on its way
        return;
    }
    const std::vector<PageMail>& mails = m_view->page().mails;
    for (std::size_t mail = 0; mail < mails.size(); ++mail) {
        if (mails[mail].number == number)
            m_view->showMail(static_cast<int>(mail));
    }
}

void ConversationPane::find()
{
    if (m_pages->currentWidget() == m_page)
        m_findBar->open();
}

void ConversationPane::search(const QString& text, bool backward)
{
    if (text == m_searched) {
        stepMatch(backward);
        return;
    }
    m_searched = text;
    const ConversationPointer page = m_view->layout().pointer();
    onResult(QtConcurrent::run([page, text] { return findInPage(*page, text); }), this,
             [this, page, text, backward](const std::vector<PageMatch>& matches) {
                 if (page != m_view->layout().pointer() || text != m_searched)
                     return;
                 m_matches = matches;
                 m_view->setMatches(matches);
                 stepMatch(backward);
             });
}

/// The match after what is selected, or after the current item; around the end.
void ConversationPane::stepMatch(bool backward)
{
    const int count = static_cast<int>(m_matches.size());
    if (count == 0) {
        m_findBar->showCount(0, 0);
        return;
    }
    const PageSelection& selection = m_view->selection();
    PagePlace from{std::max(m_view->currentItem(), 0), 0};
    if (selection.anchor.isValid())
        from = backward || selection.isEmpty() ? selection.first() : selection.last();
    const auto after = std::lower_bound(m_matches.begin(), m_matches.end(), from,
                                        [](const PageMatch& match, PagePlace place) {
                                            return PagePlace{match.item, match.start} < place;
                                        });
    int match = static_cast<int>(after - m_matches.begin()) - (backward ? 1 : 0);
    match = (match + count) % count;
    m_view->showMatch(match);
    m_findBar->showCount(match + 1, count);
}

void ConversationPane::run(PageCommand command)
{
    if (m_pages->currentWidget() != m_page)
        return;
    if (!m_view->run(command))
        Q_EMIT told(lacking(command));
    else if (command == PageCommand::CopyQuoted)
        Q_EMIT told(tr("Copied as quoted text."));
}

bool ConversationPane::turnPage(int step)
{
    return m_slow.isActive() || (m_pages->currentWidget() == m_page && m_view->turnPage(step));
}

QString ConversationPane::lacking(PageCommand command)
{
    switch (command) {
    case PageCommand::NextCard:
        return tr("This is the end of the conversation.");
    case PageCommand::PreviousCard:
        return tr("This is the beginning of the conversation.");
    case PageCommand::Parent:
        return tr("This mail answers none of this list.");
    case PageCommand::NextNew:
        return tr("All new mail of this thread is read.");
    case PageCommand::NextQuestion:
        return tr("No open question is known in this thread.");
    case PageCommand::ToggleWholeMail:
        return tr("The whole mail is here already.");
    case PageCommand::ToggleDiff:
        return tr("No part of a diff is hidden here.");
    default:
        return tr("There is nothing to copy.");
    }
}

} // namespace lb::ui
