// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"

#include <vector>

namespace lb::thread
{

/// Where a quoted line comes from.
struct Origin {
    int mail = -1; ///< index into Listing::mails of the mail whose own line it is; -1 = found nowhere
    int line = -1; ///< index into that mail's BodyText::lines; of a quote that was wrapped anew the line in
                   ///< which it begins

    [[nodiscard]] bool isKnown() const { return mail >= 0; }
    friend bool operator==(const Origin&, const Origin&) = default;
};

enum class BlockKind : quint8 {
    Own, ///< written by the mail's sender: text of a reply, a commit message, notes below "---"
    Quote, ///< what a reply quotes before it answers. Shown text is the quoting mail's; Origin tells the
           ///< source
    Diff, ///< lines of the mail's own diff: only what replies quote of it
    DiffStat, ///< the file list of a patch or cover letter
    Signature,
};

/// A run of lines of one mail, as the document shows it.
struct CollatedBlock {
    BlockKind kind = BlockKind::Own;
    int mail
        = 0; ///< index into Listing::mails: the mail whose lines these are; of a Quote the one that quotes
    int firstLine
        = 0; ///< indexes into its BodyText::lines, both inclusive; first > last = the mail has no text
    int lastLine = -1;
    int section = 0; ///< index into Collation::sections
    int depth = 0; ///< 0 = a section's own text, 1 = an answer to it, 2 = an answer to that ...
    int card = 0; ///< blocks of one card are one passage of one mail, in order; answers to its lines may
                  ///< stand between them
    int answers = -1; ///< index of the block that this one answers; -1 = none
    /// Quote: the lines right above in the document, at whatever depth, are the ones quoted: showing them
    /// again tells nothing new.
    bool repeats = false;

    [[nodiscard]] bool isEmpty() const { return firstLine > lastLine; }
};

/// What stands under one heading: a cover letter, a patch, or a mail whose parent is not in the list.
struct CollatedSection {
    int mail = 0; ///< index into Listing::mails
    int firstBlock = 0; ///< into Collation::blocks
    int blockCount = 0;
};

/// A thread as one document: each reply under the lines that it answers.
struct Collation {
    std::vector<CollatedSection>
        sections; ///< by revision, then n of n/m; other roots by their place in the list
    std::vector<CollatedBlock> blocks; ///< in document order; every mail has at least one
    /// origins[mail][line] for every line of every mail: a line of its own points at itself, a quoted line at
    /// the one it repeats.
    std::vector<std::vector<Origin>> origins;
    int unansweredQuotes = 0; ///< lines quoted without an answer below them: not in the document
};

/// Lays a thread out by code alone. A quoted line is looked for, white space folded, in the parent (at the
/// same place of its neighbours first), then in other ancestors, then as a part of lines that were wrapped
/// anew, then in any earlier mail; equal text is the only evidence, so an Origin is never a guess about
/// words. Every own line of every mail stands in exactly one block; what stands in a block of the kind Diff
/// was quoted by somebody. Lines that a mail program broke out of a quote count as quoted. Pure, re-entrant,
/// no recursion; linear in the text but for sorting.
[[nodiscard]] Collation collate(const Material& material);

} // namespace lb::thread
