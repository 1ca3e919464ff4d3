// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
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
    Export,
    Quit,
    Undo,
    Redo,
    Filter,
    Settings,
    Fetch,
    FetchEarlier,
    Cancel,
    NextThread,
    PreviousThread,
    NextNewMail,
    ToggleExpanded,
    ToggleRead,
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
    SummariseAll,
    HideSettled,
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
    Shortcuts,
    About,
};
inline constexpr int actionCount = static_cast<int>(ActionId::About) + 1;

/// A menu's text as it is said elsewhere: without the mark of its key and without dots.
[[nodiscard]] QString plainText(QString text);

/// The window's actions, made from one table: menus, shortcuts and the sheet that lists them all come from
/// it, so that they cannot disagree. Keys without a modifier work where nothing is typed: below `central`;
/// those of a page only in `conversation`; the space bar only in `tree`, because elsewhere it presses
/// buttons.
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
    };
    void attach(const Places& places) const;

    struct Line {
        QString keys; ///< "J, N"
        QString text;
        QString group; ///< name of the menu
    };
    [[nodiscard]] QList<Line> sheet() const; ///< every action with a shortcut, in the order of the menus

private:
    std::array<QAction*, actionCount> m_actions{};
};

} // namespace lb::ui
