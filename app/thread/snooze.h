// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/identity.h"
#include "thread/listing.h"
#include "thread/revisionlinks.h"

#include <optional>

namespace lb::thread
{

/// A thread is put off until something happens.
struct Snooze {
    enum class Until : quint8 { Nothing, Date, Revision, Reply, Mail };
    Until until = Until::Nothing;
    qint64 date = 0; ///< UTC seconds; of Date
    QString person; ///< who is to reply, see Identity::of()
    qint64 seen
        = 0; ///< date of the newest mail when it was put off, UTC seconds: only what is younger counts

    [[nodiscard]] bool isSet() const { return until != Until::Nothing; }
    friend bool operator==(const Snooze&, const Snooze&) = default;
};

/// Why a thread is back.
struct WakeUp {
    Snooze::Until cause = Snooze::Until::Nothing;
    QString who; ///< the name of who wrote; of Reply and Mail
    int revision = 0; ///< the newest; of Revision
    friend bool operator==(const WakeUp&, const WakeUp&) = default;
};

/// The date of the newest mail that the library has of a thread, be it after the period. UTC seconds.
[[nodiscard]] qint64 newestMail(const Listing& listing);

/// The first mail younger than `since` that is not one's own; nothing = there is none.
[[nodiscard]] std::optional<WakeUp> mailSince(const Listing& listing, qint64 since, const Identity& you);

/// Nothing while the thread is to stay away. `revisions` may be null: then no revision can be told. `now` in
/// UTC seconds. One's own mail wakes nothing, except that a new revision may be one's own. Pure.
[[nodiscard]] std::optional<WakeUp> wakeUp(const Snooze& snooze, const Listing& listing,
                                           const RevisionMap* revisions, const Identity& you, qint64 now);

} // namespace lb::thread
