// SPDX-License-Identifier: GPL-3.0-or-later
// What the window hands to other programs and takes from them: a part of mainwindow.cpp.
#include "ui/archiveflow.h"
#include "ui/conversation/conversationpane.h"
#include "ui/droparea.h"
#include "ui/handoffflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/readingpane.h"
#include "ui/threadpane.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QMenu>
#include <QTreeView>

namespace lb::ui
{

namespace
{

/// In the order of the menus that a right click opens.
constexpr std::array handOffs{ActionId::OpenAtArchive, ActionId::ReplyByMail, ActionId::CopyMessageId,
                              ActionId::CopyPermalink, ActionId::CopyB4Am,    ActionId::CopyB4Shazam,
                              ActionId::CopyPacked,    ActionId::SaveMail,    ActionId::SaveThreads};
constexpr std::array ofThreads{
    ActionId::MarkRead,         ActionId::MarkUnread, ActionId::Star, ActionId::Mute,  ActionId::Done,
    ActionId::Snooze,           ActionId::Tags,       ActionId::Note, ActionId::Watch, ActionId::Regenerate,
    ActionId::CompareRevisions, ActionId::Compose};
constexpr std::array ofPassages{ActionId::OpenMail,      ActionId::WholeMail,      ActionId::WholeDiff,
                                ActionId::CollapsePatch, ActionId::CollapseAuthor, ActionId::CopyQuoted};

} // namespace

/// The mail that is meant, as an index into its thread's mails: the one of the current passage while the
/// keyboard is in the conversation, else the one selected, else the thread's root.
const thread::Listing* MainWindow::handedOver(int* mail) const
{
    const thread::Listing* listing = m_threads.listing(m_threadPane->currentThread());
    if (listing == nullptr)
        return nullptr;
    *mail = listing->rootIndex;
    const ConversationView* page = m_readingPane->conversation()->view();
    if (page->hasFocus() && page->page().thread == listing->thread && page->currentItem() >= 0) {
        const Item& item = page->page().items[static_cast<std::size_t>(page->currentItem())];
        if (item.mail < listing->count())
            *mail = item.mail;
        return listing;
    }
    const QModelIndex current = m_threadPane->tree()->currentIndex();
    const auto row = current.data(ThreadTreeModel::MailRole).value<MailId>();
    for (int i = 0; row.isValid() && i < listing->count(); ++i) {
        if (listing->mails[static_cast<std::size_t>(i)].mail.row == row)
            *mail = i;
    }
    return listing;
}

void MainWindow::wireHandOff()
{
    m_handOff = new HandOffFlow(m_services, m_jobs, *m_prompts, this);
    connect(m_handOff, &HandOffFlow::told, m_jobsBar, &JobsBar::tell);
    connect(m_handOff, &HandOffFlow::failed, this, &MainWindow::showError);
    const Actions& actions = *m_actions;
    const auto onMail = [this, &actions](ActionId id, auto hand) {
        connect(actions[id], &QAction::triggered, this, [this, hand] {
            int mail = 0;
            if (const thread::Listing* listing = handedOver(&mail))
                hand(*listing, listing->mails[static_cast<std::size_t>(mail)]);
        });
    };
    using thread::ListedMail;
    using thread::Listing;
    const auto link = [this](const ListedMail& mail) {
        const auto list = m_library->currentList();
        return list ? permalink(*list, mail.mail.id) : QString();
    };
    onMail(ActionId::OpenAtArchive,
           [this, link](const Listing&, const ListedMail& mail) { m_handOff->openAtArchive(link(mail)); });
    onMail(ActionId::CopyPermalink,
           [this, link](const Listing&, const ListedMail& mail) { m_handOff->copyPermalink(link(mail)); });
    onMail(ActionId::CopyMessageId,
           [this](const Listing&, const ListedMail& mail) { m_handOff->copyMessageId(mail.mail.id); });
    onMail(ActionId::CopyB4Am, [this](const Listing&, const ListedMail& mail) {
        m_handOff->copyShellLine(QStringLiteral("b4 am"), mail.mail.id);
    });
    onMail(ActionId::CopyB4Shazam, [this](const Listing&, const ListedMail& mail) {
        m_handOff->copyShellLine(QStringLiteral("b4 shazam"), mail.mail.id);
    });
    onMail(ActionId::ReplyByMail, [this](const Listing&, const ListedMail& mail) { m_handOff->reply(mail); });
    onMail(ActionId::CopyPacked,
           [this](const Listing& listing, const ListedMail&) { m_handOff->copyPacked(listing); });
    onMail(ActionId::SaveMail, [this](const Listing&, const ListedMail& mail) { m_handOff->saveMail(mail); });
    onMail(ActionId::SaveThreads, [this](const Listing& listing, const ListedMail&) {
        m_handOff->saveThreads(m_threadPane->selectedThreads(), listing.title);
    });
    const auto offer = [this](QWidget* pane, std::span<const ActionId> above) {
        pane->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(pane, &QWidget::customContextMenuRequested, this,
                [this, pane, above](const QPoint& point) { offerMenu(pane, point, above); });
    };
    offer(m_threadPane->tree(), ofThreads);
    offer(m_readingPane->conversation()->view(), ofPassages);
    const auto* drops = new DropArea(this);
    connect(drops, &DropArea::dropped, this, &MainWindow::openArchives);
    connect(drops, &DropArea::refused, this, &MainWindow::showError);
}

/// `above`: what can be done there besides handing it over.
void MainWindow::offerMenu(QWidget* pane, const QPoint& point, std::span<const ActionId> above)
{
    const Actions& actions = *m_actions;
    auto* menu = new QMenu(pane);
    menu->setObjectName(QStringLiteral("paneMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const ActionId id : above)
        menu->addAction(actions[id]);
    menu->addSeparator();
    for (const ActionId id : handOffs)
        menu->addAction(actions[id]);
    const auto* area = qobject_cast<const QAbstractScrollArea*>(pane);
    menu->popup((area != nullptr ? area->viewport() : pane)->mapToGlobal(point));
}

void MainWindow::updateHandOff()
{
    const Actions& actions = *m_actions;
    const auto list = m_library->currentList();
    const bool thread = m_threadPane->currentThread().isValid();
    for (const ActionId id : handOffs)
        actions[id]->setEnabled(thread);
    QString reason;
    if (!thread)
        reason = tr("Select a thread or a mail first.");
    else if (!list || !hasRemoteArchive(*list))
        reason = tr("The archive of this list is on this machine: its mails have no address on the web.");
    for (const ActionId id : {ActionId::OpenAtArchive, ActionId::CopyPermalink})
        actions.explain(id, reason);
}

} // namespace lb::ui
