// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace lb::ui
{

/// The symbols of the window; each is one file resources/icons/<name>.svg.
enum class Icon {
    Refresh,
    Regenerate,
    Export,
    Add,
    Stop,
    Settings,
    Search,
    Star,
    StarFilled,
    Mute,
    Done,
    List,
    Week,
    Thread,
    Mail,
    Unread,
    Warning,
    Error,
    Check,
    Folder,
    Copy,
    Next,
    Previous,
    Expand,
    Collapse,
    Remove,
    Up,
    Down,
    Information,
    Close,
    Open,
    Source,
    Attachment,
    Key,
    History,
    Model,
};
inline constexpr int iconCount = static_cast<int>(Icon::Model) + 1;

/// The symbol, drawn at any size and scale and tinted from the application's palette at the moment it is
/// painted: a palette change needs a repaint, no new icon. GUI thread.
[[nodiscard]] QIcon icon(Icon which);

/// The same in one colour of the caller's, for badges and banners.
[[nodiscard]] QIcon icon(Icon which, const QColor& colour);

/// What the window and the desktop show for the program; not tinted.
[[nodiscard]] QIcon applicationIcon();

[[nodiscard]] QString iconFile(Icon which); ///< ":/icons/refresh.svg"

} // namespace lb::ui
