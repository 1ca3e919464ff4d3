// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"
#include "thread/linediff.h"
#include "thread/revision.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lb::thread
{

/// A revision with the bodies of its patches, index by index of Revision::patches.
struct RevisionText {
    Revision revision;
    std::vector<mail::BodyText> bodies;
};

enum class PatchChange : quint8 {
    Changed, ///< its diff is another
    Unchanged, ///< the diff is the same, index lines and the places of hunks apart
    Added,
    Dropped,
    Unknown, ///< one of the two revisions has it, but not in the library
};

/// A line of a comparison of two patches, itself a line of a commit message or of a diff.
struct RangeLine {
    DiffKind kind = DiffKind::Same;
    QString text;
    friend bool operator==(const RangeLine&, const RangeLine&) = default;
};

/// One patch in two revisions.
struct PatchPair {
    PatchChange change = PatchChange::Changed;
    int earlier = 0; ///< n of n/m; 0 = not in that revision, or not in the library
    int later = 0;
    QString title; ///< in the later revision, if it is there
    QString earlierTitle; ///< if it was another
    bool messageChanged = false; ///< the commit message is another, trailers apart
    QStringList notes; ///< lines that the author wrote about what changed in this patch
    /// Message, then diff, in full; Added and Dropped: all of it in one kind; empty if Unknown.
    std::vector<RangeLine> lines;
};

struct RevisionComparison {
    QStringList notes; ///< lines of the later cover letter about what changed since the earlier revision
    std::vector<PatchPair> patches; ///< by number in the later revision, dropped ones where they stood

    [[nodiscard]] int count(PatchChange change) const;
};

/// A cover letter, or a lone patch, with the numbers of its revision and of the one before it (0 = none).
struct CoverNotes {
    const mail::BodyText* cover = nullptr;
    int revision = 1;
    int before = 0;
};
/// What authors say to have changed between two revisions: of each revision on the way from the later one
/// down to before `since` its own notes, unless a newer letter repeats them. `letters`: the later one first.
[[nodiscard]] QStringList notesBetween(const std::vector<CoverNotes>& letters, int since);

/// The cover letter or lone patch; null = it is not there.
[[nodiscard]] const mail::BodyText* coverOf(const RevisionText& text);

/// Compares two revisions. Patches belong together when their titles are equal, else their diffs, else when
/// most of the lines that they change are the same. Pure, for the pool; bounded for any input.
[[nodiscard]] RevisionComparison compareRevisions(const RevisionText& earlier, const RevisionText& later);

/// What a cover letter or lone patch says to have changed since revision `since` up to `revision`, as lines;
/// since 0 = all of it.
[[nodiscard]] QStringList notesSince(const mail::BodyText& body, int since, int revision);

} // namespace lb::thread
