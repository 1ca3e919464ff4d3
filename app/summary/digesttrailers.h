// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"

namespace lb::summary
{

/// What one person gave of one kind: the patches it is for and the mails it stands in.
struct GivenTrailers {
    QString kind;
    QString who; ///< safe for Markdown
    QList<int> patches;
    QList<int> mails;
};

/// The reviews, acks, tests and refusals of the newest posting, by kind and person, in order of appearance.
[[nodiscard]] QList<GivenTrailers> givenTrailers(const QList<thread::Trailer>& trailers);

} // namespace lb::summary
