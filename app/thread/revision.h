// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "mail/message.h"
#include "thread/listing.h"
#include "thread/subject.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace lb::thread
{

inline constexpr int largestSeries = 1000; ///< a larger total is somebody's joke

/// What is to be known of a mail to tell whose revision it is part of.
struct SeriesMail {
    MailId row;
    ThreadId thread;
    MessageId id;
    QString subject;
    mail::Address from;
    qint64 utc = 0;
};

struct PostedPatch {
    int number = 0; ///< n of n/m; a lone [PATCH] is 1 of 1
    QString title; ///< without tags
    MailId row; ///< of a revision known by its answers only: not valid
    MessageId id;
};

/// One posting of a series: the patches [PATCH vN 0..M/M] that one person sent into one thread.
struct Revision {
    ThreadId thread;
    MessageId id; ///< of its head: the cover letter, else the first patch; of one known by its answers only
                  ///< the root of the thread
    MailId row; ///< of the head
    int revision = 1;
    int total = 1;
    bool isRfc = false;
    bool isResend = false;
    bool answersOnly = false; ///< no patch of it is in the library, but mails that answer them are
    QStringList trees; ///< "kvmtool": what the tags say beside PATCH, RFC, revision and numbers; sorted
    QString title; ///< of the cover letter or the lone patch; empty if there is no cover letter
    mail::Address author; ///< empty if only answers are known
    QString sender; ///< the address that ends Message-IDs made by git send-email, case-folded; may be empty
    qint64 utc = 0; ///< of the head
    QList<PostedPatch> patches; ///< by number, the cover letter first

    [[nodiscard]] QList<int> missing() const; ///< numbers 1..total that nobody has seen
};

/// The revisions among the mails of a list, threads in any order. Of two patches with one number in one
/// posting the first stands; a second cover letter or first patch begins another posting. Replies are passed
/// over. The result is ordered by time. Pure.
[[nodiscard]] std::vector<Revision> findRevisions(std::span<const SeriesMail> mails);

[[nodiscard]] std::vector<Revision> findRevisions(std::span<const Listing> listings);

/// A posting that is known by its answers only.
struct AnsweredRevision {
    Revision revision;
    QList<IdNumber> missing; ///< what the answers refer to beyond the mails of the thread
};
/// Those of threads in which nobody posts, but subjects say what is answered.
[[nodiscard]] std::vector<AnsweredRevision> findAnsweredRevisions(std::span<const Listing> listings);

/// "arund@example.invalid" of "20250524013943.2832-4-arund@example.invalid", case-folded: git send-email
/// ends a Message-ID with its sender's address. Empty for other ids.
[[nodiscard]] QString gitSender(const MessageId& id);

/// A title as two spellings of it are equal: letters and digits, case-folded.
[[nodiscard]] QString foldedTitle(const QString& title);

/// True for a mail that posts a patch or the cover letter of patches.
[[nodiscard]] bool isPosting(const Subject& subject);

} // namespace lb::thread
