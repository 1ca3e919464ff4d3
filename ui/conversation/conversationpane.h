// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/records.h"
#include "ui/conversation/conversationview.h"
#include "ui/services.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace lb::ui
{

class FindBar;
class UserPrompts;

/// The conversation of one thread: its mails are read by the store, collated and made into a page on the
/// pool; until that is there, what was shown stays for a moment. Says when there is none, and why. GUI
/// thread.
class ConversationPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationPane)
public:
    ConversationPane(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);
    ~ConversationPane() override;

    /// The same mails again change nothing. `asked`: the user wants to read it; else its mails are not taken
    /// for read before he does something with the page.
    void showThread(const thread::Listing& listing, const store::ListRecord& list, bool asked);
    void showMail(int number); ///< in the thread's list: goes to its card, as soon as the page is there
    void setRead(const std::vector<bool>& read) { m_view->setRead(read); }
    void clear();
    void find(); ///< opens the find bar
    /// Runs it on the page and says what there was not.
    void run(PageCommand command);
    bool turnPage(int step); ///< false = there is no more to read that way; true also while it is being read

    [[nodiscard]] ConversationView* view() const { return m_view; }
    [[nodiscard]] ThreadId thread() const { return m_view->page().thread; } ///< of the page that is shown

Q_SIGNALS:
    void shown(); ///< the page asked for last can be read
    void mailRequested(lb::ThreadId thread, int number);
    void seen(lb::ThreadId thread, const QList<lb::MailId>& mails);
    void told(const QString& sentence); ///< for the foot of the window

private:
    void buildUi();
    void take(const Result<ConversationPointer>& page);
    void say(const QString& sentence);
    void search(const QString& text, bool backward);
    void stepMatch(bool backward);
    [[nodiscard]] static QString lacking(PageCommand command); ///< why it did nothing

    Services& m_services;
    UserPrompts& m_prompts;
    QStackedWidget* m_pages;
    QLabel* m_message;
    QWidget* m_page;
    ConversationView* m_view;
    FindBar* m_findBar;
    QTimer m_slow; ///< to say that it is being read
    QByteArray m_key; ///< of the mails asked for last
    quint64 m_ticket = 0;
    bool m_asked = false;
    int m_wanted = 0; ///< number of a mail to go to; 0 = none
    QString m_searched; ///< what the matches are of
    std::vector<PageMatch> m_matches;
};

} // namespace lb::ui
