// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/snapshot.h"

#include <QSet>

#include <array>

namespace lb::ui
{

/// What makes a thread worth a look, in the order in which it is told.
enum class AttentionTerm : quint8 {
    Question, ///< an open question to you
    Awaited, ///< you have the next word: by name, as author, or as maintainer of a path that is yours
    NewRevision, ///< posted after you reviewed an earlier one
    Refused, ///< NACK or objection
    WatchedThread, ///< watched, and there is unread mail
    OwnPath, ///< a patch touches a path that is yours
    BotFailed,
    Recipient, ///< you are in To or Cc
    WatchedPerson, ///< wrote in it
    WatchedWord, ///< or path
    Silent, ///< for so many days, while you are awaited or wait yourself
};
inline constexpr int attentionTermCount = static_cast<int>(AttentionTerm::Silent) + 1;

using AttentionWeights = std::array<int, attentionTermCount>;
inline constexpr AttentionWeights shippedWeights{50, 40, 30, 25, 25, 20, 15, 15, 10, 10, 10};
inline constexpr int largestWeight = 100;
/// How the weight is named in the settings.
[[nodiscard]] QString attentionKey(AttentionTerm term);

/// What the user has said about himself and about what he looks for.
struct AttentionRules {
    AttentionWeights weights = shippedWeights; ///< 0 = the term is off
    thread::Identity you;
    thread::PathPatterns ownPaths;
    thread::PathPatterns watchedPaths;
    struct Watched {
        QString shown;
        QString folded; ///< an address or a name
    };
    QList<Watched> watchedPeople;
    QStringList watchedWords; ///< case-folded; looked for in subjects and senders
    int silentDays = 7;
};

/// All that an order by attention looks at beside the threads. Immutable, shared.
struct Desk {
    AttentionRules rules;
    qint64 now = 0; ///< UTC seconds
    QSet<ThreadId> wroteIn; ///< threads of the list that you wrote in, shown or not
};
using DeskPointer = std::shared_ptr<const Desk>;

/// A thread's place in the order, and why. Facts that are not known yet count nothing.
struct Attention {
    int score = 0;
    quint16 terms = 0; ///< one bit a term
    quint16 silentDays = 0; ///< of Silent
    quint16 revision = 0; ///< of NewRevision
    QString path; ///< of OwnPath: which
    QString person; ///< of WatchedPerson
    QString word; ///< of WatchedWord

    [[nodiscard]] bool has(AttentionTerm term) const { return ((terms >> static_cast<int>(term)) & 1) != 0; }
    friend bool operator==(const Attention&, const Attention&) = default;
};

/// True if the next word is yours, or you are asked.
[[nodiscard]] bool waitsForYou(const ThreadEntry& entry, const ThreadMarks& marks,
                               const AttentionRules& rules);

/// `unansweredRevision`: of a series that you reviewed, not by you and not answered by you yet; 0 = none.
/// Pure.
[[nodiscard]] Attention attentionOf(const ThreadEntry& entry, const ThreadMarks& marks, const Desk& desk,
                                    int unansweredRevision);

} // namespace lb::ui
