// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "store/store.h"
#include "summary/summariser.h"

namespace lb::ui
{

/// What a run over a thread would be made from.
struct PlannedRun {
    thread::Listing listing;
    summary::SummaryOptions options; ///< with a provider
    llm::Capabilities known; ///< of it
    QList<store::SummaryRecord> versions;
};

/// What a model would be sent for a thread, as a receipt without an answer. Mails are read on the store's
/// thread and packed on the pool; nothing is sent.
[[nodiscard]] QFuture<Result<store::Receipt>> previewReceipt(store::Store& store, const PlannedRun& run);

} // namespace lb::ui
