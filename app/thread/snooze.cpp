// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/snooze.h"

#include "thread/people.h"

#include <algorithm>

namespace lb::thread
{

namespace
{

/// The oldest mail younger than `since` that `meant` says is the one, listed or after the period.
template <typename Meant>
std::optional<WakeUp> firstSince(const Listing& listing, qint64 since, Snooze::Until cause,
                                 const Meant& meant)
{
    for (const ListedMail& listed : listing.mails) {
        if (listed.mail.date.utc > since && meant(listed.mail.from))
            return WakeUp{cause, shownName(listed.mail.from), 0};
    }
    for (const LaterMail& later : listing.later) {
        if (later.utc > since && meant(later.from))
            return WakeUp{cause, shownName(later.from), 0};
    }
    return std::nullopt;
}

std::optional<WakeUp> newerRevision(const RevisionMap& revisions, ThreadId thread, qint64 since)
{
    const int own = revisions.newestIn(thread);
    if (own < 0)
        return std::nullopt;
    const int series = revisions.seriesOf[static_cast<std::size_t>(own)];
    const int newest = series < 0 ? own : revisions.series[static_cast<std::size_t>(series)].front();
    const Revision& revision = revisions.at(newest);
    if (revision.utc <= since)
        return std::nullopt;
    return WakeUp{Snooze::Until::Revision, shownName(revision.author), revision.revision};
}

} // namespace

qint64 newestMail(const Listing& listing)
{
    qint64 newest = listing.mails.empty() ? 0 : listing.last().date.utc;
    for (const LaterMail& later : listing.later)
        newest = std::max(newest, later.utc);
    return newest;
}

std::optional<WakeUp> mailSince(const Listing& listing, qint64 since, const Identity& you)
{
    return firstSince(listing, since, Snooze::Until::Mail,
                      [&you](const mail::Address& from) { return !you.is(from); });
}

std::optional<WakeUp> wakeUp(const Snooze& snooze, const Listing& listing, const RevisionMap* revisions,
                             const Identity& you, qint64 now)
{
    switch (snooze.until) {
    case Snooze::Until::Nothing:
        break;
    case Snooze::Until::Date:
        if (now >= snooze.date)
            return WakeUp{Snooze::Until::Date, {}, 0};
        break;
    case Snooze::Until::Revision:
        if (revisions != nullptr)
            return newerRevision(*revisions, listing.thread, snooze.seen);
        break;
    case Snooze::Until::Reply: {
        const Identity person = Identity::of(snooze.person);
        return firstSince(listing, snooze.seen, Snooze::Until::Reply,
                          [&person](const mail::Address& from) { return person.is(from); });
    }
    case Snooze::Until::Mail:
        return mailSince(listing, snooze.seen, you);
    }
    return std::nullopt;
}

} // namespace lb::thread
