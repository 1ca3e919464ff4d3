// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readingpane.h"

#include "ui/actions.h"
#include "ui/conversation/conversationpane.h"
#include "ui/mailpane.h"
#include "ui/preferences.h"

#include <QAction>
#include <QHBoxLayout>
#include <QTabBar>
#include <QToolButton>

#include <array>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array commands{
    std::pair{ActionId::NextCard, PageCommand::NextCard},
    std::pair{ActionId::PreviousCard, PageCommand::PreviousCard},
    std::pair{ActionId::ParentCard, PageCommand::Parent},
    std::pair{ActionId::NextNewCard, PageCommand::NextNew},
    std::pair{ActionId::NextQuestion, PageCommand::NextQuestion},
    std::pair{ActionId::OpenMail, PageCommand::OpenMail},
    std::pair{ActionId::WholeMail, PageCommand::ToggleWholeMail},
    std::pair{ActionId::WholeDiff, PageCommand::ToggleDiff},
    std::pair{ActionId::CollapsePatch, PageCommand::ToggleSection},
    std::pair{ActionId::CollapseAuthor, PageCommand::ToggleAuthor},
    std::pair{ActionId::CollapseAll, PageCommand::ToggleAll},
    std::pair{ActionId::CopyQuoted, PageCommand::CopyQuoted},
};

const QByteArray mailTab("mail");

} // namespace

ReadingPane::ReadingPane(Services& services, UserPrompts& prompts, const ThreadTreeModel& model,
                         QWidget* parent)
    : QTabWidget(parent)
    , m_model(model)
    , m_conversation(new ConversationPane(services, prompts, this))
    , m_mail(new MailPane(services, prompts, this))
{
    setObjectName(u"readingPane"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Conversation or mail"));
    tabBar()->setObjectName(u"readingTabs"_s);
    tabBar()->setAccessibleName(accessibleName());
    tabBar()->setUsesScrollButtons(false); // nameless stops of the Tab key; two tabs always fit
    addTab(m_conversation, tr("Conversation"));
    addTab(m_mail, tr("Mail"));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ReadingPane::takeReadMarks);
    connect(m_conversation, &ConversationPane::shown, this, &ReadingPane::takeReadMarks);
}

void ReadingPane::connectActions(const Actions& actions)
{
    for (const auto& [id, command] : commands) {
        connect(actions[id], &QAction::triggered, m_conversation,
                [this, what = command] { m_conversation->run(what); });
    }
    addTools(actions);
}

void ReadingPane::addTools(const Actions& actions)
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const ActionId id : {ActionId::PreviousCard, ActionId::NextCard, ActionId::NextNewCard,
                              ActionId::NextQuestion, ActionId::CollapseAll}) {
        auto* button = new QToolButton(tools);
        button->setDefaultAction(actions[id]);
        button->setObjectName(actions[id]->objectName() + u"Button"_s);
        button->setAccessibleName(actions[id]->text().remove(u'&'));
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        row->addWidget(button);
    }
    setCornerWidget(tools, Qt::TopRightCorner);
    connect(this, &QTabWidget::currentChanged, tools,
            [this, tools] { tools->setVisible(currentWidget() == m_conversation); });
}

void ReadingPane::showThread(const thread::Listing& listing, const store::ListRecord& list, bool asked)
{
    m_conversation->showThread(listing, list, asked);
    const thread::ListedMail& root = listing.mails[static_cast<std::size_t>(listing.rootIndex)];
    m_mail->showMail(root, permalink(list, root.mail.id));
}

void ReadingPane::showMail(const thread::Listing& listing, const thread::ListedMail& mail,
                           const store::ListRecord& list)
{
    m_conversation->showThread(listing, list, true);
    m_conversation->showMail(mail.number);
    m_mail->showMail(mail, permalink(list, mail.mail.id));
}

void ReadingPane::refresh(const store::ListRecord& list)
{
    if (const thread::Listing* listing = m_model.listing(m_conversation->thread()))
        m_conversation->showThread(*listing, list, false);
}

void ReadingPane::clear()
{
    m_conversation->clear();
    m_mail->clear();
}

void ReadingPane::takeReadMarks()
{
    const thread::Listing* listing = m_model.listing(m_conversation->thread());
    if (listing == nullptr)
        return;
    std::vector<bool> read;
    read.reserve(listing->mails.size());
    for (const thread::ListedMail& mail : listing->mails)
        read.push_back(m_model.isRead(mail));
    m_conversation->setRead(read);
}

void ReadingPane::bringToFront(QWidget* pane)
{
    setCurrentWidget(pane);
    if (pane == m_conversation && m_conversation->view()->isVisible())
        m_conversation->view()->setFocus(Qt::ShortcutFocusReason);
}

bool ReadingPane::turnPage(int step)
{
    return currentWidget() == m_mail ? m_mail->turnPage(step) : m_conversation->turnPage(step);
}

QList<QWidget*> ReadingPane::readers(QWidget* other) const
{
    return {other, m_conversation->view(), m_mail->textView()};
}

QByteArray ReadingPane::saveTab() const
{
    return currentWidget() == m_mail ? mailTab : QByteArray("conversation");
}

void ReadingPane::restoreTab(const QByteArray& name)
{
    setCurrentWidget(name == mailTab ? static_cast<QWidget*>(m_mail) : m_conversation);
}

} // namespace lb::ui
