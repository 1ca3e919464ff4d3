// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digesttrailers.h"

#include "summary/digestevents.h"
#include "thread/people.h"
#include "thread/safetext.h"
#include "thread/trailers.h"

#include <algorithm>

namespace lb::summary
{

QList<GivenTrailers> givenTrailers(const QList<thread::Trailer>& trailers)
{
    QList<GivenTrailers> all;
    for (const thread::Trailer& trailer : trailers) {
        if (!thread::isReview(trailer.kind) || trailer.appliesTo.isEmpty())
            continue;
        const QString who = thread::escapeMarkdown(thread::shownName(trailer.who));
        auto known = std::find_if(all.begin(), all.end(), [&](const GivenTrailers& given) {
            return given.kind == trailer.kind && given.who == who;
        });
        if (known == all.end()) {
            all += GivenTrailers{trailer.kind, who, {}, {}};
            known = all.end() - 1;
        }
        for (const int patch : trailer.appliesTo)
            insertSorted(known->patches, patch);
        insertSorted(known->mails, trailer.mail);
    }
    return all;
}

} // namespace lb::summary
