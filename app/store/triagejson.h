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
    int leftOut = 0; ///< all of them
};

inline constexpr qsizetype largestTriageFile = 64 * 1024 * 1024; ///< bytes that are read
inline constexpr qsizetype mostTriageStates = 500'000;

/// "schema": "listbrief-triage/1". States that decide nothing are written, too, if it is known when: they
/// undo what another library has. Ordered by Message-ID. Pure.
[[nodiscard]] QByteArray triageToJson(const TriageExport& state, const QDateTime& now);

/// Malformed, TooLarge: `where` names the file. A single entry that cannot be read is left out and named.
/// Pure.
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
};

/// The newer change of a thread wins, the own one where they are equally old. A search of the same name is
/// replaced. Pure.
[[nodiscard]] TriageMerge mergeTriage(const TriageExport& own, const TriageExport& other);

/// What was done, in sentences.
struct TriageTexts {
    Q_DECLARE_TR_FUNCTIONS(lb::store::TriageTexts)
public:
    static QString imported(const TriageMerge& merge, int leftOut);
};

} // namespace lb::store
