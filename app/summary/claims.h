// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QList>
#include <QString>

#include <optional>

namespace lb::summary
{

// What a model is asked for: claims that cite mails by number, each with words of a mail that bear it out.
// Names, links, counts and order are left to code.

enum class ClaimKind { Change, Problem, Objection, Answer, Decision, Request, Result, Status };
enum class ClaimWindow { Unsaid, New, Old };
enum class Stance { Neutral, Ack, Nack, Concern, Question };
enum class ThreadContext { Complete, MissingRoot, Truncated };

/// One thing that a thread says. Mails are numbers of the list, as the model wrote them: the check says which
/// exist.
struct ModelClaim {
    ClaimKind kind = ClaimKind::Status;
    QString text;
    QList<int> who; ///< mails whose senders say it
    QList<int> cites;
    QString quote; ///< a few words of a cited mail
    ClaimWindow window = ClaimWindow::Unsaid;
    QString patch; ///< "3/5", "all" or empty
    QString translation = {}; ///< the text in the other language; empty = not given

    friend bool operator==(const ModelClaim&, const ModelClaim&) = default;
};

struct OpenPoint {
    QString text;
    int raised = 0; ///< the mail that asks or objects
    int answeredBy = 0; ///< 0 = nobody has
    QString translation = {}; ///< as of a claim

    friend bool operator==(const OpenPoint&, const OpenPoint&) = default;
};

struct Position {
    int mail = 0;
    Stance stance = Stance::Neutral;
    QString on; ///< "2/5", "all" or empty

    friend bool operator==(const Position&, const Position&) = default;
};

struct ModelSummary {
    QString gist; ///< one line for a tree
    QList<ModelClaim> claims;
    QList<OpenPoint> open;
    QList<Position> positions;
    ThreadContext context = ThreadContext::Complete;
    std::optional<Language> language; ///< as the model says
    QString gistTranslation = {}; ///< as of a claim

    friend bool operator==(const ModelSummary&, const ModelSummary&) = default;
};

enum class Verdict {
    Verified,
    Unsupported, ///< nothing in the thread bears it out
    Contradicted, ///< the thread says otherwise
};

/// What may be wrong with a claim.
enum class Flaw {
    NoCitation,
    UnknownMail, ///< a number that is no mail's
    NoQuote,
    QuoteNotFound, ///< in no mail
    QuoteElsewhere, ///< in a mail that is not cited, or only repeated by the one that is
    WrongSpeaker, ///< the words quoted are another person's
    UnknownName,
    WrongVersion,
    WrongPatch, ///< n/m
    WrongCount,
    WrongTrailer, ///< nobody gave it, or somebody else, or for another patch
    NotApplied, ///< nobody says that it was
    UnknownAnchor, ///< an identifier, path, hash, flag or number that the mails cited do not hold
    WrongWindow, ///< old as new, or new as old
    WrongExpansion,
    WrongLanguage,
    Hedge,
    Boilerplate,
    PromptLeak,
    ForeignLink,
    NobodyAnswered, ///< tells of a discussion that was not
    ObeysOrder, ///< rests on words of a mail that order a program about
};

struct Doubt {
    Flaw flaw = Flaw::NoQuote;
    QString what; ///< the words concerned; may be empty

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// What the check says about one claim.
struct Finding {
    Verdict verdict = Verdict::Verified;
    QList<Doubt> doubts; ///< empty = verified
    int mail = 0; ///< number of the mail that holds the quote as its sender's own words; 0 = none does
    int line = -1; ///< index into its BodyText::lines; -1 = its subject

    [[nodiscard]] bool isVerified() const { return verdict == Verdict::Verified; }
};

/// Index by index what it is about.
struct CheckedSummary {
    ModelSummary summary;
    Finding gist;
    QList<Finding> claims;
    QList<Finding> open;
    QList<Finding> positions;
};

/// "quote-not-found": for files and scripts; never changes.
[[nodiscard]] QString flawCode(Flaw flaw);

} // namespace lb::summary
