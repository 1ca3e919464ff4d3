// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace lb::store
{

// What calls to models cost: user data, kept by Message-ID and never emptied by a fetch. The numbers are part
// of the library's format.

enum class CallKind { Summary = 0, Repair = 1, Update = 2, Translate = 3, Test = 4 };
enum class CallOutcome { Done = 0, Failed = 1, Cancelled = 2 };

/// One call that spent tokens, whatever became of it.
struct LedgerEntry {
    QDateTime when; ///< UTC
    ListId list; ///< 0 = of none: a test
    MessageId anchor; ///< root of the thread; may be empty
    QString provider; ///< id
    QString asked; ///< the model as it was asked for
    QString model; ///< as the server named it; the one asked for where it did not
    int tokensIn = 0;
    int tokensOut = 0;
    bool estimated = false; ///< the server did not count
    std::optional<qint64> micros; ///< millionths of the currency; none = no price was known
    QString currency; ///< empty where no price was known
    CallKind kind = CallKind::Summary;
    CallOutcome outcome = CallOutcome::Done;

    [[nodiscard]] qint64 tokens() const { return qint64{tokensIn} + tokensOut; }
    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

} // namespace lb::store
