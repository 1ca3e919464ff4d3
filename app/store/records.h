// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/language.h"
#include "mail/message.h"
#include "store/triagestate.h"
#include "thread/mail.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace lb::store
{

struct ArchiveRecord {
    ArchiveId id;
    QString location; ///< what archive::locate takes
    QByteArray cursor; ///< see archive/reader.h
    QDateTime lastRead; ///< UTC; invalid = never
};

struct ListRecord {
    ListId id;
    QString name; ///< "kvmarm"
    QString address; ///< posting address, if known
    QList<ArchiveRecord> archives;
    qint64 mails = 0;
};

/// A mail on its way into the library, made on a compute thread.
struct PreparedMail {
    mail::Envelope envelope;
    QByteArray contentHash;
    QByteArray compressed; ///< store::compress(raw bytes)
    qint64 size = 0; ///< of the raw bytes
    QString where;
};

struct BatchOutcome {
    int added = 0;
    int known = 0; ///< same Message-ID, same content: nothing done
    int variants = 0; ///< same Message-ID, other content: kept aside and reported
    QList<mail::ParseIssue> issues;
};

/// Which threads without a mail in a period stand beside its own all the same.
struct CarryOver {
    QList<MessageId> decided; ///< by any mail of theirs, most wanted first
    QStringList writers; ///< addresses, whatever their case: threads that they wrote in ...
    int days = 0; ///< ... so long before the period
};
inline constexpr qsizetype mostCarried = 500; ///< threads

struct DeskMails {
    std::vector<thread::Mail> mails; ///< of the period's threads
    std::vector<thread::Mail> carried;
};

struct WeekRecord {
    QDate monday;
    int mails = 0;
    int threads = 0;

    friend bool operator==(const WeekRecord&, const WeekRecord&) = default;
};

enum class SummaryKind { Digest, Model };

/// A sentence of a summary and the mails it rests on.
struct Claim {
    QString text;
    QList<int> citations; ///< mail numbers
    bool verified = false;
    QString reason = {}; ///< why it is not, in the summary's language; empty also where nothing was checked
    QStringList flaws = {}; ///< the same for programs: codes of the check
    QString kind = {}; ///< of a model's claim: "change", "objection" ..., "open", "stance"; else empty
};

/// What a line of a summary begins with when its claim is unsupported, or contradicted: in their order the
/// marked lines are the claims that have a reason.
inline constexpr QStringView doubtMarks = u"\u26a0\u2717";

/// One complete summary of one thread. Never an error text, never cut.
struct SummaryRecord {
    SummaryId id;
    ListId list;
    MessageId anchor; ///< root Message-ID of the thread when it was made: found again through any thread that
                      ///< holds that mail
    SummaryKind kind = SummaryKind::Digest;
    Language language = Language::English;
    QString text; ///< Markdown, citations as [n]
    QString provider; ///< id; "digest"
    QString model; ///< as the server named it
    QString modelAsked = {}; ///< as it was asked for; empty in what older versions kept
    QString instruction = {}; ///< the user's own, that the text follows
    QString promptVersion;
    QByteArray key; ///< sha256 over everything the text depends on: equal key = cache hit; empty = never one,
                    ///< for it is what was left of a damaged answer
    QByteArray sourceKey; ///< sha256 over the mails alone: differs = stale
    QDateTime created; ///< UTC
    QList<Claim> claims;
    QString gist; ///< one line for a list; may be empty
    QByteArray extraction; ///< what the model said, as JSON: rendered anew in another language, or sent to be
                           ///< updated
    QList<MessageId> cited; ///< Message-ID of [1], [2], ...: numbers stay meaningful when mail is added
    int tokensIn = 0;
    int tokensOut = 0;
    bool current = true; ///< the version that is shown
};

/// The reasons of the unverified claims, in the order of the marks in the text.
[[nodiscard]] inline QStringList doubtsOf(const SummaryRecord& summary)
{
    QStringList reasons;
    for (const Claim& claim : summary.claims) {
        if (!claim.reason.isEmpty())
            reasons.append(claim.reason);
    }
    return reasons;
}

} // namespace lb::store
