// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"
#include "thread/listing.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace lb::thread
{

/// A listing with the bodies of its mails, index by index: what digests, prompts and facts are made of.
struct Material {
    Listing listing;
    std::vector<mail::BodyText> bodies; ///< bodies[i] belongs to listing.mails[i]
    QString glossary
        = {}; ///< of its list, see summary/glossary.h; empty = the one that comes with the program
};

struct Trailer {
    QString kind; ///< "Reviewed-by", spelt canonically
    mail::Address who; ///< of Fixes, Link, Closes: name holds the value, address is empty
    int mail = 0; ///< number of the mail it stands in
    QList<int>
        appliesTo; ///< patch numbers n of n/m of the newest posting; all of them for a reply to the cover
                   ///< letter; 1 for a lone [PATCH]; empty = given to an older revision or to no patch
    int line = -1; ///< index into the mail's BodyText::lines
    int lastLine = -1; ///< of a wrapped one
};

/// Something a mail says, in its own words.
struct Statement {
    int mail = 0; ///< number of the mail
    QString quote; ///< one line, at most 300 characters
    int line = -1; ///< first and last of its lines: indexes into the mail's BodyText::lines; -1 = unknown
    int lastLine = -1;
};

/// What the sender says happened to a posting. Queued: will go in later; Merged: pulled, or in the tree it
/// was meant for.
enum class Fate { Applied, Queued, Merged };

struct AppliedStatement : Statement {
    Fate fate = Fate::Applied;
    QList<int> patches = {}; ///< that it names, ascending; empty = it names none: all that it answers
};

/// A program's verdict on a posting: lkp, syzbot, a CI.
struct BotReport : Statement {
    bool failed = true;
};

/// Unclear: a later mail may have answered it without quoting it, or it was asked of an older revision or of
/// what was applied since.
enum class QuestionState { Open, Answered, Unclear };

struct Question : Statement {
    QuestionState state = QuestionState::Open;
    mail::Address to; ///< who is addressed by name, else who wrote what is asked about; empty = everybody.
                      ///< The address is empty of somebody who has not written in this thread
    int answeredBy = 0; ///< number of the first mail by somebody else that quotes it and writes below
};

/// Who has the next word: the one who posted (there are questions, objections or failures to deal with),
/// those who review, or the maintainer (all is reviewed). Nobody once something was applied, and in talks
/// without an open question.
enum class Awaiting { Author, Reviewers, Maintainer, Nobody };

/// Why somebody is awaited; the texts are in thread/factwords.h.
enum class AwaitingReason {
    NothingOpen, ///< nobody: a talk without an open question
    Applied, ///< nobody
    Superseded, ///< nobody: the author says that a newer version is posted elsewhere
    Withdrawn, ///< nobody: the author took it back
    BotFailed, ///< author: and he has not written since
    Objected, ///< author: and he has not answered it
    Asked, ///< author; in a talk whoever can answer
    Promised, ///< author: he announced changes
    PartlyApplied, ///< author
    Commented, ///< author: the last word is somebody else's
    Posted, ///< reviewers: nobody has answered
    NewRevision, ///< reviewers: who asked or reviewed before has not answered the new revision
    AuthorAsked, ///< reviewers
    Answered, ///< reviewers: the author has the last word
    PartlyReviewed, ///< reviewers
    Reviewed, ///< maintainer: every patch is
    PullRequested, ///< maintainer
    Reported, ///< maintainer: a report that nobody has answered
};

struct Grounds {
    AwaitingReason reason = AwaitingReason::NothingOpen;
    QList<int> mails; ///< numbers of the mails it rests on, ascending, at most 20
    QList<mail::Address> people; ///< who is awaited, where that is known by name; at most 10
};

/// The newest posting of the thread's series.
struct SeriesFacts {
    int revision = 1;
    int total = 0;
    QList<int>
        present; ///< n of n/m that are in the list, ascending, 0 = the cover letter; a lone [PATCH] is 1 of 1
    MessageId previousRoot; ///< of the neighbouring revisions, if linked
    MessageId nextRoot;
};

struct Facts {
    std::optional<SeriesFacts> series;
    QList<Trailer> trailers; ///< given in replies or standing in the patch itself; no Signed-off-by, nobody's
                             ///< review of himself
    QList<AppliedStatement> applied;
    QList<BotReport> botReports; ///< only those that say pass or fail
    QList<Statement> objections; ///< by somebody other than who posted; Nacked-by is among the trailers, too
    QList<Question> questions; ///< at most 200
    Awaiting awaiting = Awaiting::Nobody;
    Grounds grounds; ///< of awaiting

    [[nodiscard]] QList<int> botFailures() const; ///< numbers of the mails
    [[nodiscard]] QList<int> botPasses() const;
    [[nodiscard]] QList<Statement> openQuestions() const;
};

/// What code alone can establish. Precision over recall: doubtful = left out. Pure; collates the thread. Who
/// has a Reading and a Collation already: see thread/statements.h.
[[nodiscard]] Facts establishFacts(const Material& material);

/// The facts of a thread as the columns and filters of a list need them: a few numbers.
struct FactMarks {
    enum class Applied : quint8 { No, Part, All };
    int reviews = 0; ///< people who gave the newest posting a Reviewed-by ...
    int acks = 0;
    int tests = 0;
    int refusals = 0; ///< mails that object or bear a Nacked-by
    int openQuestions = 0;
    int botFailures = 0;
    Applied applied = Applied::No;
    Awaiting awaiting = Awaiting::Nobody;
    AwaitingReason reason = AwaitingReason::NothingOpen;

    friend bool operator==(const FactMarks&, const FactMarks&) = default;
};
[[nodiscard]] FactMarks factMarks(const Facts& facts);

} // namespace lb::thread
