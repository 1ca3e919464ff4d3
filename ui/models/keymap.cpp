// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keymap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype largestSetting = 64 * 1024;
constexpr qsizetype longestKeys = 100; ///< characters of one sequence

bool isInside(KeyScope inner, KeyScope outer)
{
    return inner == outer || outer == KeyScope::Window
        || (outer == KeyScope::Central && inner != KeyScope::Window);
}

bool meet(KeyScope a, KeyScope b)
{
    if (isInside(a, b) || isInside(b, a))
        return true;
    // Of the panes only the conversation is apart: from the tree, and from what has no search of its own.
    const auto apart = [](KeyScope x, KeyScope y) {
        return x == KeyScope::Conversation && (y == KeyScope::Tree || y == KeyScope::WithoutOwnFind);
    };
    return !apart(a, b) && !apart(b, a);
}

const KeyedAction* find(const QList<KeyedAction>& actions, const QString& name)
{
    const auto found = std::ranges::find(actions, name, &KeyedAction::name);
    return found == actions.end() ? nullptr : &*found;
}

/// Null = not a list of key sequences.
std::optional<QList<QKeySequence>> sequencesOf(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > mostKeys)
        return std::nullopt;
    QList<QKeySequence> keys;
    for (const QJsonValue& entry : array) {
        const QString text = entry.toString();
        const QKeySequence sequence
            = text.size() > longestKeys ? QKeySequence() : QKeySequence(text, QKeySequence::PortableText);
        bool known = !sequence.isEmpty() && !isReserved(sequence) && !keys.contains(sequence);
        for (int i = 0; i < sequence.count(); ++i)
            known = known && sequence[static_cast<uint>(i)].key() != Qt::Key_unknown;
        if (!known)
            return std::nullopt;
        keys.append(sequence);
    }
    return keys;
}

} // namespace

QList<QKeySequence> keysOf(const KeyedAction& action, const KeyChanges& changes)
{
    const auto found = changes.constFind(action.name);
    return found == changes.cend() ? action.defaults : *found;
}

bool clash(const QKeySequence& a, const QKeySequence& b)
{
    const int shared = std::min(a.count(), b.count());
    for (int i = 0; i < shared; ++i) {
        if (a[static_cast<uint>(i)] != b[static_cast<uint>(i)])
            return false;
    }
    return shared > 0;
}

bool isReserved(const QKeySequence& keys)
{
    static constexpr std::array moving{Qt::Key_Tab,    Qt::Key_Backtab,  Qt::Key_Up,    Qt::Key_Down,
                                       Qt::Key_Left,   Qt::Key_Right,    Qt::Key_Home,  Qt::Key_End,
                                       Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Shift, Qt::Key_Control,
                                       Qt::Key_Alt,    Qt::Key_Meta};
    static const QList<QKeySequence> parts{QKeySequence(u"Ctrl+C"_s), QKeySequence(u"Ctrl+X"_s),
                                           QKeySequence(u"Ctrl+V"_s), QKeySequence(u"Ctrl+A"_s),
                                           QKeySequence(u"Ctrl+U"_s)};
    const auto clashes = [&keys](const QKeySequence& part) { return clash(part, keys); };
    if (std::ranges::any_of(parts, clashes))
        return true;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination key = keys[static_cast<uint>(i)];
        const bool bare = (key.keyboardModifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        if (bare && std::ranges::find(moving, key.key()) != moving.end())
            return true;
    }
    return false;
}

QList<KeyClash> clashesOf(const QList<KeyedAction>& actions, const KeyChanges& changes, const QString& action,
                          const QKeySequence& keys)
{
    QList<KeyClash> found;
    const KeyedAction* own = find(actions, action);
    if (own == nullptr)
        return found;
    for (const KeyedAction& other : actions) {
        if (other.name == action || !meet(own->place, other.place))
            continue;
        for (const QKeySequence& taken : keysOf(other, changes)) {
            if (clash(keys, taken))
                found.append({other.name, taken});
        }
    }
    return found;
}

KeyChanges withKeys(const QList<KeyedAction>& actions, KeyChanges changes, const QString& action,
                    const QList<QKeySequence>& keys)
{
    const KeyedAction* own = find(actions, action);
    if (own == nullptr || own->defaults == keys)
        changes.remove(action);
    else
        changes.insert(action, keys);
    return changes;
}

ReadKeys readKeyChanges(const QByteArray& json, const QList<KeyedAction>& actions)
{
    ReadKeys read;
    if (json.isEmpty())
        return read;
    const QJsonDocument document
        = json.size() > largestSetting ? QJsonDocument() : QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        read.problems.append(u"the setting is no JSON object"_s);
        return read;
    }
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (find(actions, entry.key()) == nullptr) {
            read.problems.append(u"there is no action \"%1\""_s.arg(entry.key().left(longestKeys)));
            continue;
        }
        if (const auto keys = sequencesOf(entry.value()))
            read.changes = withKeys(actions, read.changes, entry.key(), *keys);
        else
            read.problems.append(u"the keys of \"%1\" cannot be used"_s.arg(entry.key()));
    }
    // What clashes goes back to its default, which may clash with another change: until nothing does.
    for (bool again = true; again;) {
        again = false;
        for (const KeyedAction& action : actions) {
            if (!read.changes.contains(action.name))
                continue;
            const QList<QKeySequence> keys = read.changes.value(action.name);
            const bool clashes = std::ranges::any_of(keys, [&](const QKeySequence& sequence) {
                return !clashesOf(actions, read.changes, action.name, sequence).isEmpty();
            });
            if (clashes) {
                read.problems.append(u"the keys of \"%1\" clash with others"_s.arg(action.name));
                read.changes.remove(action.name);
                again = true;
            }
        }
    }
    return read;
}

QByteArray toJson(const KeyChanges& changes)
{
    if (changes.isEmpty())
        return {};
    QJsonObject object;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        QJsonArray keys;
        for (const QKeySequence& sequence : change.value())
            keys.append(sequence.toString(QKeySequence::PortableText));
        object.insert(change.key(), keys);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString shownKeys(const QList<QKeySequence>& keys)
{
    QStringList parts;
    for (const QKeySequence& sequence : keys)
        parts.append(sequence.toString(QKeySequence::NativeText));
    return parts.join(betweenKeys);
}

} // namespace lb::ui
