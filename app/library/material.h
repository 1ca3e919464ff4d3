// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "thread/facts.h"
#include "thread/revisiondiff.h"

#include <QFuture>
#include <QStringList>

#include <memory>

namespace lb::library
{

/// A listing with its mails' bodies, read from the library and parsed on the pool.
[[nodiscard]] QFuture<Result<thread::Material>> loadMaterial(store::Store& store,
                                                             const thread::Listing& listing);

/// The same with whom its mails were sent to: addresses of To and Cc, case-folded, each once and at most
/// thread::mostRecipients.
struct AddressedMaterial {
    thread::Material material;
    QStringList recipients;
};
[[nodiscard]] QFuture<Result<AddressedMaterial>> loadAddressed(store::Store& store,
                                                               const thread::Listing& listing);

/// A revision with the bodies of its patches: read from the library and parsed on the pool.
[[nodiscard]] QFuture<Result<std::shared_ptr<const thread::RevisionText>>>
loadRevision(store::Store& store, const thread::Revision& revision);

/// The threads of a list as a period shows them: read on the store's thread, laid out on the pool.
[[nodiscard]] QFuture<Result<std::vector<thread::Listing>>>
loadListings(store::Store& store, ListId list, const thread::ListingOptions& options);

/// The same with the threads that are carried over from earlier periods, which are listed whole.
struct DeskListings {
    std::vector<thread::Listing> listings;
    std::vector<thread::Listing> carried; ///< none where the options have no period
};
[[nodiscard]] QFuture<Result<DeskListings>> loadDesk(store::Store& store, ListId list,
                                                     const thread::ListingOptions& options,
                                                     const store::CarryOver& carry);

} // namespace lb::library
