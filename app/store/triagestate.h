// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "thread/snooze.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace lb::store
{

/// What the user decided about a thread; kept by Message-ID so that it survives everything but the
/// library itself.
struct TriageState {
    MessageId anchor; ///< the thread's root
    bool starred = false;
    bool muted = false; ///< with all its later mail; a starred thread is shown all the same
    bool mutesRevisions = false; ///< muted with the later revisions of its series, too
    bool done = false;
    qint64 doneSeen
        = 0; ///< date of the newest mail then, UTC seconds: younger mail brings it back; 0 = none does
    bool watched = false;
    thread::Snooze snooze;
    QStringList tags; ///< as normalTag() leaves them, sorted, each once
    QString note; ///< Markdown
    QDateTime changed; ///< UTC, to the second; invalid = before this was kept

    /// True if nothing is decided. Such a state is kept all the same if it was changed: it is newer than what
    /// another library may say.
    [[nodiscard]] bool isPlain() const;
    friend bool operator==(const TriageState&, const TriageState&) = default;
};

[[nodiscard]] bool sameDecision(const TriageState& a, const TriageState& b); ///< but for when

inline constexpr qsizetype longestTag = 32;
inline constexpr qsizetype mostTags = 20;
inline constexpr qsizetype longestNote = 50'000;

/// One word, case-folded, without what a query could misread: "Needs Review," is "needs-review". Empty if
/// nothing is left.
[[nodiscard]] QString normalTag(const QString& typed);
[[nodiscard]] QStringList normalTags(const QStringList& typed); ///< sorted, each once, at most mostTags

/// A query under a name.
struct SavedSearch {
    QString name;
    QString query;
    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};
inline constexpr qsizetype mostSearches = 100;

/// What an import changes about which mails are read. Never one that is read already.
struct ReadChange {
    QList<MailId> mails; ///< here; of a cross-post one for each list
    QList<MessageId> absent; ///< of mails that are not here: remembered until they come
    [[nodiscard]] bool isEmpty() const { return mails.isEmpty() && absent.isEmpty(); }
    friend bool operator==(const ReadChange&, const ReadChange&) = default;
};
inline constexpr qsizetype mostReadMails = 500'000; ///< that are carried from one library to another

/// Decisions, saved searches and read mails to be kept together or not at all.
struct TriageImport {
    QList<TriageState> states;
    QList<SavedSearch> searches; ///< all of them
    ReadChange reads;
    bool read = true; ///< false = undoes `reads`
};

} // namespace lb::store
