// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymap.h"

#include <QObject>

#include <array>

class QAction;
class QMenuBar;
class QWidget;

namespace lb::ui
{

/// Everything the window can be told to do.
enum class ActionId {
    AddList,
    OpenFile,
    OpenFolder,
    RemoveList,
    EditGlossary,
    Export,
    Compose,
    ExportWeeks,
    Quit,
    Undo,
    Redo,
    Filter,
    CommandPalette,
    Settings,
    Fetch,
    FetchEarlier,
    Cancel,
    NextThread,
    PreviousThread,
    NextNewMail,
    PreviousNewMail,
    ReadOn,
    ReadBack,
    ToggleExpanded,
    MarkRead,
    MarkUnread,
    Star,
    Mute,
    MuteSeries,
    Done,
    Snooze,
    Tags,
    Note,
    Watch,
    CompareRevisions,
    LinkRevision,
    UnlinkRevision,
    Regenerate,
    RegenerateInstructed,
    RegenerateWhole,
    TurnLanguage,
    SummariseAll,
    UpdateStale,
    CompareVersions,
    EditSummary,
    WhatWasSent,
    WhatWouldBeSent,
    HideSettled,
    ShowGists,
    HideDoubtful,
    ViewAttention, ///< the views, in the order of ui::View
    ViewThisWeek,
    ViewUnread,
    ViewWaitingForMe,
    ViewStarred,
    ViewSnoozed,
    ViewMuted,
    ViewAll,
    ExportTriage,
    ImportTriage,
    Overview,
    Spending,
    SaveSearch,
    FocusLists,
    FocusThreads,
    FocusSummary,
    FocusConversation,
    FocusMail,
    Jobs,
    NextCard,
    PreviousCard,
    ParentCard,
    NextNewCard,
    NextQuestion,
    OpenMail,
    WholeMail,
    WholeDiff,
    CollapsePatch,
    CollapseAuthor,
    CollapseAll,
    CopyQuoted,
    OpenAtArchive,
    ReplyByMail,
    CopyMessageId,
    CopyPermalink,
    CopyB4Am,
    CopyB4Shazam,
    CopyPacked,
    SaveMail,
    SaveThreads,
    Shortcuts,
    About,
};
inline constexpr int actionCount = static_cast<int>(ActionId::About) + 1;

/// A menu's text as it is said elsewhere: without the mark of its key and without dots.
[[nodiscard]] QString plainText(QString text);

/// All of the window's actions, in the order of the menus, with the keys they are shipped with.
[[nodiscard]] QList<KeyedAction> keyedActions();

/// The window's actions, made from one table: menus, shortcuts, the sheet that lists them all, the palette
/// and the page of keys come from it, so that they cannot disagree. Keys without a modifier work where
/// nothing is typed: below `central`; those of a page only in `conversation`; the space bar only where
/// something is read, because elsewhere it presses buttons. Z, T, W and G with a second letter are left to
/// what is decided about threads and to the views.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)
public:
    explicit Actions(QWidget* window);

    [[nodiscard]] QAction* operator[](ActionId id) const
    {
        return m_actions.at(static_cast<std::size_t>(id));
    }
    void fillMenus(QMenuBar* bar) const;
    struct Places {
        QWidget* window;
        QWidget* central; ///< all panes
        QWidget* tree; ///< of threads
        QWidget* conversation;
        QList<QWidget*> withoutOwnFind; ///< panes in which Ctrl+F means the filter
        QList<QWidget*> reading; ///< what the space bar reads on in
    };
    void attach(const Places& places) const;
    /// Disables it and says why where its hint is; no reason = it can be used.
    void explain(ActionId id, const QString& reason) const;
    void setKeys(const KeyChanges& changes); ///< of all; those not named get the shipped ones

    struct Line {
        QString keys; ///< "Ctrl+F · /"
        QString text;
        QString group; ///< name of the menu
    };
    [[nodiscard]] QList<Line> sheet() const; ///< every action with a shortcut, in the order of the menus

private:
    void tip(QAction* action) const;

    std::array<QAction*, actionCount> m_actions{};
};

} // namespace lb::ui
