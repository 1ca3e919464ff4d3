// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "ui/conversation/conversationview.h"
#include "ui/models/threadtreemodel.h"
#include "ui/services.h"

#include <QTabWidget>

namespace lb::ui
{

class Actions;
class ConversationPane;
class MailPane;
class UserPrompts;

/// What is read: the conversation of the selected thread, or one of its mails, as two tabs. GUI thread.
class ReadingPane final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingPane)
public:
    ReadingPane(Services& services, UserPrompts& prompts, const ThreadTreeModel& model,
                QWidget* parent = nullptr);

    [[nodiscard]] ConversationPane* conversation() const { return m_conversation; }
    [[nodiscard]] MailPane* mail() const { return m_mail; }

    void connectActions(const Actions& actions); ///< those of the Conversation menu
    void showThread(const thread::Listing& listing, const store::ListRecord& list, bool asked);
    /// Its card in the conversation, and itself in the other tab.
    void showMail(const thread::Listing& listing, const thread::ListedMail& mail,
                  const store::ListRecord& list);
    void refresh(const store::ListRecord& list); ///< more mail may have come
    void clear();
    void bringToFront(QWidget* pane); ///< and gives it the keyboard

    bool turnPage(int step); ///< of the tab in front; false = there is no more to read that way
    [[nodiscard]] QList<QWidget*> readers(QWidget* other) const; ///< what is read through, and `other`

    [[nodiscard]] QByteArray saveTab() const;
    void restoreTab(const QByteArray& name);

private:
    void addTools(const Actions& actions);
    void takeReadMarks();

    const ThreadTreeModel& m_model;
    ConversationPane* m_conversation;
    MailPane* m_mail;
};

} // namespace lb::ui
