// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <optional>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

enum class Menu { File, Edit, View, Thread, Mail, Conversation, Summary, Help };

constexpr std::array menuNames{
    QT_TRANSLATE_NOOP("lb::ui::Actions", "&File"),    QT_TRANSLATE_NOOP("lb::ui::Actions", "&Edit"),
    QT_TRANSLATE_NOOP("lb::ui::Actions", "&View"),    QT_TRANSLATE_NOOP("lb::ui::Actions", "&Thread"),
    QT_TRANSLATE_NOOP("lb::ui::Actions", "&Mail"),    QT_TRANSLATE_NOOP("lb::ui::Actions", "&Conversation"),
    QT_TRANSLATE_NOOP("lb::ui::Actions", "&Summary"), QT_TRANSLATE_NOOP("lb::ui::Actions", "&Help"),
};

using Where = KeyScope;

struct ActionInfo {
    ActionId id;
    Menu menu;
    const char* name; ///< object name
    const char* text;
    const char* hint; ///< null = the text says it all
    const char* keys; ///< separated by a blank
    Where where = Where::Window;
    std::optional<Icon> icon = std::nullopt;
    bool checkable = false;
    bool startsGroup = false;
};

// In the order of the menus. clang-format off
constexpr std::array<ActionInfo, actionCount> table{{
    {ActionId::AddList, Menu::File, "addListAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Add List..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Add a mailing list by its address or a local archive"), "Ctrl+N",
     Where::Window, Icon::Add},
    {ActionId::OpenFile, Menu::File, "openFileAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Open Archive File..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Open an mbox or mbox.gz file"), "Ctrl+O", Where::Window,
     Icon::Open},
    {ActionId::OpenFolder, Menu::File, "openFolderAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Open Archive &Folder..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Open a Maildir, a folder of .eml files or a public-inbox git mirror"),
     "Ctrl+Shift+O", Where::Window, Icon::Folder},
    {ActionId::RemoveList, Menu::File, "removeListAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Remove List..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Remove the selected list and its mail from the library"), "",
     Where::Window, Icon::Remove},
    {ActionId::EditGlossary, Menu::File, "editGlossaryAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Glossary..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Say what the terms of the selected list stand for"), "",
     Where::Window, Icon::List},
    {ActionId::Fetch, Menu::File, "fetchAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Fe&tch"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Fetch what is new for the selected list and week"), "F5",
     Where::Window, Icon::Refresh, false, true},
    {ActionId::FetchEarlier, Menu::File, "fetchEarlierAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Fetch the Week &Before"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Fetch the week before the selected one and show it"), "Shift+F5",
     Where::Window, Icon::History},
    {ActionId::Cancel, Menu::File, "cancelAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Cancel or Clear"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Clear the filter, else cancel the job that is running"), "Esc",
     Where::Window, Icon::Stop},
    {ActionId::Export, Menu::File, "exportAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Export Report..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write the report of the shown period to a file"), "Ctrl+E",
     Where::Window, Icon::Export, false, true},
    {ActionId::Compose, Menu::File, "composeAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Co&mpose Report..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Choose, order and annotate the threads of the report"),
     "Ctrl+Shift+E"},
    {ActionId::ExportWeeks, Menu::File, "exportWeeksAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Export Several &Weeks..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write a report of each week and an index page into a folder"), ""},
    {ActionId::ExportTriage, Menu::File, "exportTriageAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "E&xport Triage State..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write what you decided about threads to a file"), ""},
    {ActionId::ImportTriage, Menu::File, "importTriageAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Import Triage State..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Merge what was decided about threads elsewhere; the newer decision wins"),
     ""},
    {ActionId::Quit, Menu::File, "quitAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Quit"), nullptr,
     "Ctrl+Q", Where::Window, std::nullopt, false, true},

    {ActionId::Undo, Menu::Edit, "undoAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Undo"), nullptr,
     "Ctrl+Z"},
    {ActionId::Redo, Menu::Edit, "redoAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Redo"), nullptr,
     "Ctrl+Shift+Z"},
    {ActionId::Filter, Menu::Edit, "filterAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Filter Threads"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Type words or conditions; F1 in the line says which there are"),
     "Ctrl+F /", Where::WithoutOwnFind, Icon::Search, false, true},
    {ActionId::CommandPalette, Menu::Edit, "commandPaletteAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Command Palette..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Find a command or a thread by some letters of its name"),
     "Ctrl+K"},
    {ActionId::SaveSearch, Menu::Edit, "saveSearchAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Save Filter as &View"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Keep what the filter line says among the views at the left"),
     "Ctrl+Shift+F"},
    {ActionId::Settings, Menu::Edit, "settingsAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Settings..."),
     nullptr, "Ctrl+,", Where::Window, Icon::Settings, false, true},

    {ActionId::FocusLists, Menu::View, "focusListsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to &Lists"), nullptr, "Alt+1"},
    {ActionId::FocusThreads, Menu::View, "focusThreadsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to &Threads"), nullptr, "Alt+2"},
    {ActionId::FocusSummary, Menu::View, "focusSummaryAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to S&ummary"), nullptr, "Alt+3"},
    {ActionId::FocusConversation, Menu::View, "focusConversationAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to &Conversation"), nullptr, "Alt+4 O"},
    {ActionId::FocusMail, Menu::View, "focusMailAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to &Mail"),
     nullptr, "Alt+5"},
    {ActionId::Jobs, Menu::View, "showJobsAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Jobs"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show all jobs and what went wrong"), "Ctrl+J", Where::Window,
     std::nullopt, false, true},
    {ActionId::Overview, Menu::View, "overviewAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Week &Overview"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show the period at a glance in place of summary and conversation"),
     "W", Where::Central, Icon::Week, true, true},
    {ActionId::Spending, Menu::View, "spendingAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Spending..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show what models took today, this week and this month"), ""},
    {ActionId::HideSettled, Menu::View, "hideSettledAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Hide Muted and Done Threads"), nullptr, "Ctrl+H", Where::Window,
     std::nullopt, true},
    {ActionId::ShowGists, Menu::View, "showGistsAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Show &Gists"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show what each summary of the week says in one line"), "Ctrl+G",
     Where::Window, std::nullopt, true},
    {ActionId::HideDoubtful, Menu::View, "hideDoubtfulAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Hide &Unsupported Claims"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Leave out what a summary says without support in the mails"), "",
     Where::Window, std::nullopt, true},
    {ActionId::ViewAttention, Menu::View, "viewAttentionAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show What Needs A&ttention"), nullptr, "G,A", Where::Central,
     std::nullopt, false, true},
    {ActionId::ViewThisWeek, Menu::View, "viewThisWeekAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show This &Week"), nullptr, "G,W", Where::Central},
    {ActionId::ViewUnread, Menu::View, "viewUnreadAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show U&nread Threads"), nullptr, "G,U", Where::Central},
    {ActionId::ViewWaitingForMe, Menu::View, "viewWaitingAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show What Waits for M&e"), nullptr, "G,M", Where::Central},
    {ActionId::ViewStarred, Menu::View, "viewStarredAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show &Starred Threads"), nullptr, "G,S", Where::Central},
    {ActionId::ViewSnoozed, Menu::View, "viewSnoozedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show Snoo&zed Threads"), nullptr, "G,Z", Where::Central},
    {ActionId::ViewMuted, Menu::View, "viewMutedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show Mute&d Threads"), nullptr, "G,X", Where::Central},
    {ActionId::ViewAll, Menu::View, "viewAllAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show &All Threads"), nullptr, "G,L", Where::Central},

    {ActionId::NextThread, Menu::Thread, "nextThreadAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Next Thread"), nullptr, "J", Where::Central, Icon::Next},
    {ActionId::PreviousThread, Menu::Thread, "previousThreadAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Previous Thread"), nullptr, "K", Where::Central, Icon::Previous},
    {ActionId::NextNewMail, Menu::Thread, "nextNewMailAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Ne&xt New Mail"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the next mail of the period that is not read"), "N",
     Where::Central, Icon::Unread},
    {ActionId::PreviousNewMail, Menu::Thread, "previousNewMailAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Pre&vious New Mail"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the mail of the period before that is not read"), "P",
     Where::Central},
    {ActionId::ReadOn, Menu::Thread, "readOnAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Read &On"),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Page on; at the end go to the next new mail, then the next thread"),
     "Space", Where::Reading},
    {ActionId::ReadBack, Menu::Thread, "readBackAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Read &Back"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Page back; at the beginning go to the thread before"),
     "Shift+Space", Where::Reading},
    {ActionId::ToggleExpanded, Menu::Thread, "toggleExpandedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show or Hide M&ails"), nullptr, "Return", Where::Tree,
     Icon::Expand},
    {ActionId::MarkRead, Menu::Thread, "markReadAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Mark as &Read"), nullptr, "R", Where::Central, Icon::Mail, false,
     true},
    {ActionId::MarkUnread, Menu::Thread, "markUnreadAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Mark as Unr&ead"), nullptr, "U", Where::Central},
    {ActionId::Star, Menu::Thread, "starAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Star"), nullptr, "S",
     Where::Central, Icon::Star},
    {ActionId::Mute, Menu::Thread, "muteAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Mute"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Stop offering this thread, also when more mail arrives"), "M",
     Where::Central, Icon::Mute},
    {ActionId::MuteSeries, Menu::Thread, "muteSeriesAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Mute with Later Re&visions"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Stop offering this thread and every later revision of its series"),
     "Shift+M", Where::Central},
    {ActionId::Done, Menu::Thread, "doneAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Done"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Mark the thread as dealt with until new mail comes"), "E",
     Where::Central, Icon::Done},
    {ActionId::Snooze, Menu::Thread, "snoozeAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "Snoo&ze..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Put the thread off until a date, a new revision, a reply or any new mail"),
     "Z", Where::Central, Icon::History},
    {ActionId::Tags, Menu::Thread, "tagsAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Tags..."), nullptr,
     "T", Where::Central, Icon::Source},
    {ActionId::Note, Menu::Thread, "noteAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "N&ote..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write a note about the thread; only you see it"), "Shift+N",
     Where::Central},
    {ActionId::Watch, Menu::Thread, "watchAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Watch"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Count new mail in this thread for your attention"), "Shift+S",
     Where::Central},
    {ActionId::CompareRevisions, Menu::Thread, "compareRevisionsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Compare Revisions..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Show what changed between two revisions of the series, patch by patch"),
     "V", Where::Central, Icon::History, false, true},
    {ActionId::LinkRevision, Menu::Thread, "linkRevisionAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Link as Revision of..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Say of which other posting this one is a revision"), "Ctrl+L"},
    {ActionId::UnlinkRevision, Menu::Thread, "unlinkRevisionAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Unlink Revision"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Take the thread out of its series; it stays a thread of its own"),
     "Ctrl+Shift+L"},

    {ActionId::OpenAtArchive, Menu::Mail, "openAtArchiveAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Open at the Archive..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Open the mail's page at the archive in the browser"), "B",
     Where::Central, Icon::Open},
    {ActionId::ReplyByMail, Menu::Mail, "replyByMailAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Reply in Mail Program..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Write an answer to everybody in your mail program, the text quoted"),
     "Shift+R", Where::Central, Icon::Mail},
    {ActionId::CopyMessageId, Menu::Mail, "copyIdAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy Message-&ID"), nullptr, "Y,I", Where::Central, Icon::Copy,
     false, true},
    {ActionId::CopyPermalink, Menu::Mail, "copyPermalinkAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy &Permalink"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy the address of the mail's page at the archive"), "Y,L",
     Where::Central},
    {ActionId::CopyB4Am, Menu::Mail, "copyB4AmAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy b4 &am Line"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy the shell command that fetches the series ready to apply"),
     "Y,A", Where::Central},
    {ActionId::CopyB4Shazam, Menu::Mail, "copyB4ShazamAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy b4 sha&zam Line"),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Copy the shell command that applies the series to the current branch"),
     "Y,Z", Where::Central},
    {ActionId::CopyPacked, Menu::Mail, "copyPackedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy &Thread with Prompt"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy the thread and its prompt, just as a model would get them"),
     "Y,P", Where::Central, Icon::Model},
    {ActionId::SaveMail, Menu::Mail, "saveMailAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&Save Mail..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Save the mail as it was sent, as an .eml file"), "Ctrl+Shift+S",
     Where::Window, std::nullopt, false, true},
    {ActionId::SaveThreads, Menu::Mail, "saveThreadsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Save T&hreads..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Save all mails of the selected threads as an mbox file"),
     "Ctrl+S"},

    {ActionId::NextCard, Menu::Conversation, "nextCardAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Next Passage"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the next heading or answer"), ".", Where::Conversation,
     Icon::Down},
    {ActionId::PreviousCard, Menu::Conversation, "previousCardAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Previous Passage"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the heading or answer before"), ",", Where::Conversation,
     Icon::Up},
    {ActionId::ParentCard, Menu::Conversation, "parentCardAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "What It &Answers"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go up to the mail that this one answers"), "Backspace",
     Where::Conversation},
    {ActionId::NextNewCard, Menu::Conversation, "nextNewCardAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Next Ne&w Mail Here"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the next mail of this thread that is not read"), "X",
     Where::Conversation, Icon::Unread},
    {ActionId::NextQuestion, Menu::Conversation, "nextQuestionAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Next Open &Question"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Go to the next question that nobody has answered"), "Q",
     Where::Conversation, Icon::Information},
    {ActionId::OpenMail, Menu::Conversation, "openMailAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Open Mail"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Open the mail of this passage beside the conversation"),
     "Shift+Return", Where::Conversation, Icon::Mail},
    {ActionId::WholeMail, Menu::Conversation, "wholeMailAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Whole Mail"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show or hide the whole mail in its place"), "Shift+W",
     Where::Conversation, Icon::Expand, false, true},
    {ActionId::WholeDiff, Menu::Conversation, "wholeDiffAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Whole &Diff"),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Show or hide the lines around this part of a diff; again: the whole patch"),
     "D", Where::Conversation},
    {ActionId::CollapsePatch, Menu::Conversation, "collapsePatchAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Collapse Patch"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Collapse or expand the patch and what was said about it"), "C",
     Where::Conversation, std::nullopt, false, true},
    {ActionId::CollapseAuthor, Menu::Conversation, "collapseAuthorAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Collapse A&uthor"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Collapse or expand everything that this author wrote"), "A",
     Where::Conversation},
    {ActionId::CollapseAll, Menu::Conversation, "collapseAllAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Collapse A&ll"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Collapse or expand all patches"), "L", Where::Conversation,
     Icon::Collapse},
    {ActionId::CopyQuoted, Menu::Conversation, "copyQuotedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy as &Quoted Text"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Copy what is selected, or this passage, ready to be answered"),
     "Ctrl+Shift+C", Where::Conversation, Icon::Copy, false, true},

    {ActionId::Regenerate, Menu::Summary, "regenerateAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Regenerate"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write the selected thread's summary anew; the old one is kept"),
     "Ctrl+R", Where::Window, Icon::Regenerate},
    {ActionId::RegenerateInstructed, Menu::Summary, "regenerateInstructedAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Regenerate with &Instruction..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Say what the summary is to look at, and write it anew"),
     "Ctrl+Alt+R"},
    {ActionId::RegenerateWhole, Menu::Summary, "regenerateWholeAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Re-read the &Whole Thread"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Write the summary anew from all mails, whatever is known already"),
     ""},
    {ActionId::TurnLanguage, Menu::Summary, "turnLanguageAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "In the Other &Language"),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Show this summary in Chinese or English, without reading the thread again"),
     "Ctrl+T"},
    {ActionId::SummariseAll, Menu::Summary, "summariseAllAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Summarise &All"),
     QT_TRANSLATE_NOOP("lb::ui::Actions",
                       "Summarise every thread shown whose summary is missing or out of date"),
     "Ctrl+Shift+R", Where::Window, Icon::Model, false, true},
    {ActionId::UpdateStale, Menu::Summary, "updateStaleAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Update All Out of Date"),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Update every summary shown that has not seen all mails"),
     "Ctrl+Alt+U", Where::Window, Icon::Refresh},
    {ActionId::CompareVersions, Menu::Summary, "compareVersionsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Compare Versions..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show claim by claim what differs between two versions"), "Ctrl+D",
     Where::Window, Icon::History, false, true},
    {ActionId::EditSummary, Menu::Summary, "editSummaryAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Edit..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Put a text of your own in the place of the summary"), "F2"},
    {ActionId::WhatWasSent, Menu::Summary, "whatWasSentAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "What Was &Sent..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show what the model was sent for this summary, and what it took"),
     "Ctrl+I", Where::Window, Icon::Information},
    {ActionId::WhatWouldBeSent, Menu::Summary, "whatWouldBeSentAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "What Would &Be Sent..."),
     QT_TRANSLATE_NOOP("lb::ui::Actions", "Show what a model would be sent now; nothing is sent"),
     "Ctrl+Shift+I"},

    {ActionId::Shortcuts, Menu::Help, "showShortcutsAction",
     QT_TRANSLATE_NOOP("lb::ui::Actions", "&Keyboard Shortcuts"), nullptr, "F1 ?"},
    {ActionId::About, Menu::Help, "showAboutAction", QT_TRANSLATE_NOOP("lb::ui::Actions", "&About ListBrief"),
     nullptr, ""},
}};
// clang-format on

QList<QKeySequence> shippedKeys(const ActionInfo& info)
{
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(info.keys).split(u' ', Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    return keys;
}

} // namespace

QString plainText(QString text)
{
    // Where letters are no keys, the key stands behind: 获取(&T).
    static const QRegularExpression keyBehind(u"\\(&[^)]\\)"_s);
    return text.remove(keyBehind).remove(u'&').remove(u"..."_s);
}

Actions::Actions(QWidget* window) : QObject(window)
{
    for (const ActionInfo& info : table) {
        auto* action = new QAction(tr(info.text), this);
        action->setObjectName(QLatin1String(info.name));
        action->setIconText(plainText(action->text()));
        action->setCheckable(info.checkable);
        if (info.icon)
            action->setIcon(icon(*info.icon));
        const QString hint = info.hint != nullptr ? tr(info.hint) : plainText(tr(info.text));
        action->setStatusTip(hint);
        action->setWhatsThis(hint);
        if (info.where != Where::Window)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions.at(static_cast<std::size_t>(info.id)) = action;
    }
    setKeys({});
}

void Actions::setKeys(const KeyChanges& changes)
{
    for (const ActionInfo& info : table) {
        QAction* action = (*this)[info.id];
        const auto changed = changes.constFind(action->objectName());
        action->setShortcuts(changed == changes.cend() ? shippedKeys(info) : *changed);
        tip(action);
    }
}

void Actions::tip(QAction* action) const
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString hint = action->statusTip();
    //: A tool tip and the key that does it
    action->setToolTip(key.isEmpty() ? hint : tr("%1 (%2)").arg(hint, key));
}

void Actions::explain(ActionId id, const QString& reason) const
{
    QAction* action = (*this)[id];
    action->setEnabled(reason.isEmpty());
    action->setStatusTip(reason.isEmpty() ? action->whatsThis() : reason);
    tip(action);
}

QList<KeyedAction> keyedActions()
{
    QList<KeyedAction> actions;
    for (const ActionInfo& info : table) {
        const QString text = plainText(Actions::tr(info.text));
        actions.append({QLatin1String(info.name), text, plainText(QString::fromUtf8(info.text)),
                        info.hint != nullptr ? Actions::tr(info.hint) : text,
                        plainText(Actions::tr(menuNames.at(static_cast<std::size_t>(info.menu)))), info.where,
                        shippedKeys(info)});
    }
    return actions;
}

void Actions::fillMenus(QMenuBar* bar) const
{
    std::array<QMenu*, menuNames.size()> menus{};
    for (std::size_t i = 0; i < menuNames.size(); ++i)
        menus.at(i) = bar->addMenu(tr(menuNames.at(i)));
    menus.at(static_cast<std::size_t>(Menu::Mail))->setToolTipsVisible(true); // why one cannot be used
    for (const ActionInfo& info : table) {
        QMenu* menu = menus.at(static_cast<std::size_t>(info.menu));
        if (info.startsGroup)
            menu->addSeparator();
        menu->addAction((*this)[info.id]);
    }
}

void Actions::attach(const Places& places) const
{
    for (const ActionInfo& info : table) {
        QAction* action = (*this)[info.id];
        switch (info.where) {
        case Where::Window:
            places.window->addAction(action);
            break;
        case Where::Central:
            places.central->addAction(action);
            break;
        case Where::Tree:
            places.tree->addAction(action);
            break;
        case Where::Conversation:
            places.conversation->addAction(action);
            break;
        case Where::WithoutOwnFind:
            for (QWidget* pane : places.withoutOwnFind)
                pane->addAction(action);
            break;
        case Where::Reading:
            for (QWidget* pane : places.reading)
                pane->addAction(action);
            break;
        }
    }
}

QList<Actions::Line> Actions::sheet() const
{
    QList<Line> lines;
    for (const ActionInfo& info : table) {
        const QAction* action = (*this)[info.id];
        const QString keys = shownKeys(action->shortcuts());
        if (keys.isEmpty())
            continue;
        lines.append({keys, plainText(action->text()),
                      plainText(tr(menuNames.at(static_cast<std::size_t>(info.menu))))});
    }
    return lines;
}

} // namespace lb::ui
