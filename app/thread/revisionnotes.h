// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "mail/bodytext.h"

#include <QList>
#include <QString>

namespace lb::thread
{

/// What an author says has changed between two revisions.
struct ChangeNote {
    int from = 0; ///< "v1 -> v2": 1; "v2:": 0 = not said
    int to = 0; ///< "v1 -> v2", "v2:": 2; "Changes since v1": 0 = not said; both 0: "Changelog:"
    int firstLine = 0; ///< the heading; indexes into BodyText::lines, both inclusive
    int lastLine = 0;

    /// True for what is new in this revision, the last one before it being `previous` or not known (0).
    [[nodiscard]] bool isAbout(int revision) const
    {
        return to > 0 ? to == revision : from > 0 ? from == revision - 1 : true;
    }
};

/// A mail that a cover letter points at.
struct CoverLink {
    MessageId id;
    QList<int> revisions; ///< "v1:", "v3 -> v4:" beside it
    bool previous = false; ///< "previous version:" beside it
    friend bool operator==(const CoverLink&, const CoverLink&) = default;
};

/// What the body of a cover letter or lone patch says about the revisions of its series.
struct RevisionNotes {
    QString changeId; ///< of a "change-id:" line (b4, Gerrit)
    QList<CoverLink> links;
    QList<int>
        changedFrom; ///< revisions whose changes it lists: "Changes since v6", "v6 -> v7", "v7:" give 6
    friend bool operator==(const RevisionNotes&, const RevisionNotes&) = default;
};

/// Pure and linear. Reads own lines, above the diff and below "---", not quotes; at most 4,000 lines of 500
/// characters.
[[nodiscard]] RevisionNotes readRevisionNotes(const mail::BodyText& body);

/// The "changes since" notes of a cover letter or patch, in order. Recognised: "Changes since v1:", "Since
/// v2:", "v1 -> v2:", "v2:", "* From v1:", "Changelog:", "v2 的改动：", "自 v1 以来的变化". At most 100.
[[nodiscard]] QList<ChangeNote> changeNotes(const mail::BodyText& body);

} // namespace lb::thread
