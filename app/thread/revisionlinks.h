// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/revision.h"
#include "thread/revisionnotes.h"

#include <QHash>

#include <optional>
#include <vector>

namespace lb::thread
{

/// Why two revisions are held to be of one series, the strongest first.
enum class Evidence : quint8 {
    Manual, ///< the user said so
    ChangeId, ///< both carry the same change-id
    CoverLink, ///< the later one's cover letter points at the earlier one
    Title, ///< same title, same author
    PatchTitles, ///< same author, and at least 60 % of the titles of the larger posting are in both
    NextRevision, ///< the earlier one is known by its answers only; this is its author's only next revision,
                  ///< which says what changed since, and their titles share words
};

struct RevisionLink {
    int earlier = 0; ///< indexes into RevisionMap::revisions
    int later = 0;
    Evidence evidence = Evidence::Title;
};

/// What the user decided about a posting. `earlier` empty = it is linked to nothing by itself.
struct RevisionDecision {
    MessageId posting; ///< any mail of the posting; of one known by its answers, the root of its thread
    MessageId earlier; ///< any mail of the posting that it is a later revision of
    friend bool operator==(const RevisionDecision&, const RevisionDecision&) = default;
};

/// Postings and which of them are revisions of one series. Linked, never merged: each stays in its thread.
struct RevisionMap {
    std::vector<Revision> revisions; ///< by time
    std::vector<RevisionLink> links; ///< by later revision, strongest first
    std::vector<std::vector<int>>
        series; ///< indexes into revisions, newest first; only series of two and more
    std::vector<int> seriesOf; ///< by revision: index into series; -1 = linked to nothing
    QHash<ThreadId, QList<int>> inThread; ///< the thread's revisions, oldest first
    QList<RevisionDecision> decisions; ///< of the user's, that were followed

    [[nodiscard]] const Revision& at(int revision) const
    {
        return revisions[static_cast<std::size_t>(revision)];
    }
    [[nodiscard]] int newestIn(ThreadId thread) const; ///< -1 = the thread posts nothing
    [[nodiscard]] int previous(int revision) const; ///< of the series in time; -1 = none
    [[nodiscard]] int next(int revision) const;
    /// The strongest evidence that ties a revision to an earlier one, else to a later one.
    [[nodiscard]] const RevisionLink* evidenceFor(int revision) const;
    /// The threads that a series runs through, the one with the newest revision first.
    [[nodiscard]] QList<ThreadId> threadsOf(int series) const;
};

/// What linking looks at beside the revisions themselves. Without notes the headers alone decide.
struct RevisionClues {
    QHash<MessageId, RevisionNotes> notes; ///< by Revision::id
    QHash<ThreadId, QString> senders; ///< of postings known by their answers: gitSender() of the missing mail
    QList<RevisionDecision> decisions;
};

/// Links revisions. Precision over recall: where the evidence could mean something else, nothing is linked.
/// Pure; linear but for sorting and for titles that one author used many times.
[[nodiscard]] RevisionMap linkRevisions(std::vector<Revision> revisions, const RevisionClues& clues);

} // namespace lb::thread
