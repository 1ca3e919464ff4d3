// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/triagestate.h"

#include <QByteArray>
#include <QCoreApplication>

namespace lb::store
{

/// What is carried from one library to another.
struct TriageExport {
    QList<TriageState> states;
    QList<SavedSearch> searches;
    QStringList problems; ///< of an import: entries left out and why, translated; at most 20
    int leftOut = 0; ///< threads, all of them
    QList<MessageId> read = {}; ///< mails, each once
    int readLeftOut = 0; ///< Message-IDs of an import that cannot be used
};

inline constexpr qsizetype largestTriageFile = 64 * 1024 * 1024; ///< bytes that are read
inline constexpr qsizetype mostTriageStates = 500'000;
inline constexpr qsizetype largestReadText = largestTriageFile / 2; ///< bytes of "read" that are written

/// "schema": "listbrief-triage/1". States that decide nothing are written, too, if it is known when: they
/// undo what another library has. Ordered by Message-ID.
///
/// "read" names the mails that are read, one string each: a plain set, because what is read has no order that
/// "up to" could tell, and because lists have other names and other mail elsewhere. Mails read are the few
/// that somebody opened; even of 200,000 it takes some 12 MB. Of more than fits, the first are written, which
/// are the newest; a Message-ID that is no UTF-8 cannot be. Files without "read" say nothing about it. Pure.
[[nodiscard]] QByteArray triageToJson(const TriageExport& state, const QDateTime& now);

/// Malformed, TooLarge: `where` names the file. A single entry that cannot be read is left out and named.
/// Whether a mail is in the library is not looked at: Message-IDs of others are remembered there, so that a
/// file can be imported before the mail is fetched (Store::importTriage). Pure.
[[nodiscard]] Result<TriageExport> triageFromJson(const QByteArray& json, const QString& where);

/// What an import does.
struct TriageMerge {
    QList<TriageState> before; ///< of those that change, index by index
    QList<TriageState> after;
    QList<SavedSearch> searches; ///< all that there are then
    int added = 0;
    int updated = 0;
    int kept = 0; ///< own ones that are newer, or equally old but different
    int searchesAdded = 0; ///< or changed
    ReadChange reads = {}; ///< from Store::unreadOf(): only the library knows

    [[nodiscard]] bool isEmpty() const { return after.isEmpty() && searchesAdded == 0 && reads.isEmpty(); }
};

/// The newer change of a thread wins, the own one where they are equally old. A search of the same name is
/// replaced. No mail becomes unread: which of the libraries knows better cannot be told. Pure.
[[nodiscard]] TriageMerge mergeTriage(const TriageExport& own, const TriageExport& other);

/// What was done, in sentences.
struct TriageTexts {
    Q_DECLARE_TR_FUNCTIONS(lb::store::TriageTexts)
public:
    static QString imported(const TriageMerge& merge, int leftOut, int readLeftOut = 0);
};

} // namespace lb::store
