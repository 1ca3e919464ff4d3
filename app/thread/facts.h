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
};

struct Trailer {
    QString kind; ///< "Reviewed-by", spelt canonically
    mail::Address who; ///< of Fixes, Link, Closes: name holds the value, address is empty
    int mail = 0; ///< number of the mail it stands in
    QList<int>
        appliesTo; ///< patch numbers n of n/m of the newest posting; all of them for a reply to the cover
                   ///< letter; 1 for a lone [PATCH]; empty = given to an older revision or to no patch
};

/// Something a mail says, in its own words.
struct Statement {
    int mail = 0;
    QString quote; ///< one line, at most 300 characters
};

/// Who has the next word: the one who posted (there are questions, objections or failures to deal with),
/// those who review, or the maintainer (all is reviewed). Nobody once something was applied, and in talks
/// without an open question.
enum class Awaiting { Author, Reviewers, Maintainer, Nobody };

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
    QList<Statement> applied;
    QList<int> botFailures; ///< mail numbers
    QList<Statement> openQuestions; ///< that no later mail quotes
    Awaiting awaiting = Awaiting::Nobody;
};

/// What code alone can establish. Precision over recall: doubtful = left out. Pure.
[[nodiscard]] Facts establishFacts(const Material& material);

} // namespace lb::thread
