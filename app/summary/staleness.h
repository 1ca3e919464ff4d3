// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provider.h"
#include "store/records.h"
#include "thread/listing.h"

#include <optional>

namespace lb::summary
{

/// What has changed since a summary was made. The worst comes first where one word must do.
enum class Freshness { Fresh, MailsGone, NewMails, ModelChanged, PromptChanged };

struct Staleness {
    int newMails = 0; ///< that the summary does not know
    int goneMails = 0; ///< that it knows and the thread does not show now
    bool modelChanged = false; ///< another one, or another provider, would be asked now
    bool promptChanged = false; ///< the program asks in other words now, or its digest does

    [[nodiscard]] Freshness freshness() const
    {
        return goneMails > 0 ? Freshness::MailsGone
            : newMails > 0   ? Freshness::NewMails
            : modelChanged   ? Freshness::ModelChanged
            : promptChanged  ? Freshness::PromptChanged
                             : Freshness::Fresh;
    }
    [[nodiscard]] bool isFresh() const { return freshness() == Freshness::Fresh; }
    friend bool operator==(const Staleness&, const Staleness&) = default;
};

/// Holds a summary against its thread as it is today and against who would summarise it now; without a
/// provider nobody would, and the model counts as unchanged. Pure, linear, no look at bodies.
[[nodiscard]] Staleness stalenessOf(const store::SummaryRecord& summary, const thread::Listing& listing,
                                    const std::optional<llm::Provider>& provider);

} // namespace lb::summary
