// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>

namespace lb::ui
{

/// Where the keys of an action work. Window: everywhere; Central: below the panes; the others in panes: of
/// threads, the conversation, all that have no search of their own, all that are read through.
enum class KeyScope { Window, Central, Tree, Conversation, WithoutOwnFind, Reading };

/// An action as something that can be given keys. The texts are for people, `name` is for the settings.
struct KeyedAction {
    QString name;
    QString text; ///< "Mute", in the window's language
    QString english;
    QString hint; ///< a sentence, or the text again
    QString group; ///< its menu
    KeyScope place = KeyScope::Window;
    QList<QKeySequence> defaults;
};

/// The keys of those actions whose keys are not the defaults, by name. Empty = none at all.
using KeyChanges = QHash<QString, QList<QKeySequence>>;

inline constexpr qsizetype mostKeys = 4; ///< of one action

[[nodiscard]] QList<QKeySequence> keysOf(const KeyedAction& action, const KeyChanges& changes);

/// True where one of them would keep the other from working: they are the same, or one begins as the other
/// is. "G" and "G, A" clash, "G, A" and "G, B" do not.
[[nodiscard]] bool clash(const QKeySequence& a, const QKeySequence& b);

/// Keys that move and edit wherever the keyboard is, or are part of a pane, and are not given away.
[[nodiscard]] bool isReserved(const QKeySequence& keys);

struct KeyClash {
    QString action; ///< name
    QKeySequence keys; ///< of it
};

/// What stands in the way of giving an action (by name) these keys, in the order of `actions`. Actions whose
/// places have nothing in common may have the same keys.
[[nodiscard]] QList<KeyClash> clashesOf(const QList<KeyedAction>& actions, const KeyChanges& changes,
                                        const QString& action, const QKeySequence& keys);

/// The changes with `keys` as the action's. What is as shipped is left out.
[[nodiscard]] KeyChanges withKeys(const QList<KeyedAction>& actions, KeyChanges changes,
                                  const QString& action, const QList<QKeySequence>& keys);

struct ReadKeys {
    KeyChanges changes;
    QStringList problems; ///< English, for the log: what was left at its default, and why
};

/// {"muteAction": ["M", "Ctrl+M"], ...}. What cannot be read, is not known or would clash stays at its
/// default. Bounded; never fails.
[[nodiscard]] ReadKeys readKeyChanges(const QByteArray& json, const QList<KeyedAction>& actions);
[[nodiscard]] QByteArray toJson(const KeyChanges& changes); ///< empty for none

inline constexpr QStringView betweenKeys = u" \u00b7 "; ///< of one action, as shownKeys() writes them

/// How keys are written for people: "G, A".
[[nodiscard]] QString shownKeys(const QList<QKeySequence>& keys);

} // namespace lb::ui
