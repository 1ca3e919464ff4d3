// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace lb::store
{

/// How a summary came about.
enum class RunKind {
    Whole, ///< the model read the thread
    Update, ///< it read earlier claims and the mails that are new since
    Translation, ///< it read an earlier summary's sentences and no mail
    Rendering, ///< it was asked nothing: the extraction held the other language's sentences already
};

/// What was sent to a model for one version of a summary, and what it cost. Kept with the version, shown to
/// the user as it is. Holds no key.
struct Receipt {
    RunKind kind = RunKind::Whole;
    SummaryId base; ///< the version that was updated, translated or rendered; none = the thread was read anew
    QString system;
    QString user;
    QByteArray schema; ///< JSON
    QString repair; ///< the second request, where the first answer was damaged; empty = there was none
    struct PackedMail {
        MessageId id;
        QByteArray contentHash;
        int lines = 0; ///< of it in the prompt
        int of = 0; ///< that it has for a model
        friend bool operator==(const PackedMail&, const PackedMail&) = default;
    };
    QList<PackedMail> mails; ///< exactly what was packed
    QString endpoint; ///< "https://host:port", nothing of the path or the query
    QString modelAsked;
    QString modelAnswered; ///< as the server named it
    int tokensIn = 0; ///< with the repair
    int tokensOut = 0;
    bool tokensEstimated = false; ///< the server told none
    QDateTime started; ///< UTC, of the first request
    qint64 elapsed = 0; ///< ms, from the first request to the last answer
    QString instruction; ///< the user's own
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// A user's own text in place of a thread's summary. Never changed by a run.
struct SummaryEdit {
    ListId list;
    MessageId anchor; ///< of the thread, see SummaryRecord::anchor
    QString text; ///< Markdown, citations as [n] of the base
    SummaryId base; ///< the version it was made from; none = written from nothing
    QDateTime changed; ///< UTC
    friend bool operator==(const SummaryEdit&, const SummaryEdit&) = default;
};

inline constexpr qsizetype longestEdit = 100'000; ///< characters

/// As JSON, and back. Every part is bounded: what is longer is cut, and what was written by hand or by a
/// later version is read as far as it goes. Malformed for what is no receipt.
[[nodiscard]] QByteArray receiptJson(const Receipt& receipt);
[[nodiscard]] Result<Receipt> receiptFromJson(const QByteArray& json);

} // namespace lb::store
