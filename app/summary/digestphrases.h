// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "summary/digestevents.h"

#include <QString>

namespace lb::summary
{

/// Who has the next word.
struct AwaitedPhrases {
    QString author; ///< %1 who
    QString unknownAuthor;
    QString reviewers;
    QString these; ///< %1 who reviews
    QString maintainer;
    QString answer;
    QString nobody;
    QString because; ///< between who is awaited and why
};

/// The sentences of a digest in one language. They follow the summary's language, not the window's.
struct Phrases {
    // headings
    QString what;
    QString standing;
    QString fresh; ///< %1 = number of new mails
    QString open;
    // what it is
    QString series; ///< %1 revision, %2 patches, %3 who, %4 when
    QString lonePatch; ///< %1 revision, %2 who, %3 when
    QString talk; ///< %1 who, %2 when
    QString notListed; ///< v%1 of %2 patches; only answers are listed
    QString lonePatchNotListed;
    QString rootNotListed;
    QString asQuoted; ///< %1 who quotes it
    QString words; ///< the author's
    QString changes;
    QString history; ///< %1 mails, %2 names
    QString historyOne;
    QString previous; ///< an earlier revision is in the thread
    // where it stands
    QString complete; ///< %1 patches
    QString present; ///< %1 of %2
    QString missing; ///< %1 numbers
    QString trailers; ///< %1 kind, %2 who, %3 about
    QString unreviewed; ///< %1 numbers
    QString allReviewed;
    QString noReview;
    QString applied; ///< %1 who
    QString queued; ///< %1 who
    QString merged; ///< %1 who
    QString appliedPart; ///< %1 who, %2 patches
    QString failure; ///< %1 who, %2 about
    // what is new
    QString postsSeries; ///< %1 who, %2 revision, %3 what
    QString postsPatch; ///< %1 who, %2 revision
    QString coverAndPatches; ///< %1 numbers
    QString patchesOnly; ///< %1 numbers
    QString coverOnly;
    QString answers; ///< %1 who, %2 about, %3 whom
    QString comments;
    QString writes; ///< %1 who
    QString begins; ///< %1 who
    QString reviews; ///< %1 who, %2 about, %3 kinds
    QString asks;
    QString objects;
    QString applies;
    QString reports;
    QString more; ///< %1 mails
    QString wordless;
    // about
    QString aboutTalk;
    QString aboutLonePatch;
    QString aboutCover;
    QString aboutPatch; ///< %1
    QString aboutPatches; ///< %1
    QString aboutSeries;
    // what is open
    QString question; ///< %1 who
    QString questions; ///< the same for what is quoted above
    AwaitedPhrases awaited;
    QString colonQuote; ///< between a line and its quote
    QString comma;
};

/// The pattern with %1 ... %9 replaced, all at once: what is put in may hold "%1" itself.
[[nodiscard]] QString filled(const QString& pattern, const QStringList& values);

[[nodiscard]] const Phrases& phrases(Language language);

/// "Applied, says %1", "Queued, says %1" ...
[[nodiscard]] const QString& applied(const Phrases& words, thread::Fate fate);

} // namespace lb::summary
