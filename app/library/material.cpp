// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"

#include "core/onresult.h"
#include "mail/messageparser.h"

namespace lb::library
{

namespace
{

using Frames = Result<std::vector<QByteArray>>;
using Mails = Result<std::vector<thread::Mail>>;
using Listings = Result<std::vector<thread::Listing>>;

Result<thread::Material> materialOf(const thread::Listing& listing, const Frames& frames)
{
    if (!frames)
        return frames.error();
    thread::Material material{listing, {}};
    material.bodies.reserve(frames->size());
    for (const QByteArray& frame : *frames) {
        const Result<QByteArray> raw = store::decompress(frame);
        if (!raw)
            return raw.error();
        material.bodies.push_back(mail::classify(mail::parseText(*raw).text));
    }
    return material;
}

} // namespace

QFuture<Result<thread::Material>> loadMaterial(store::Store& store, const thread::Listing& listing)
{
    QList<MailId> rows;
    rows.reserve(listing.count());
    for (const thread::ListedMail& listed : listing.mails)
        rows.append(listed.mail.row);
    return onPool(store.compressedMails(rows),
                  [listing](const Frames& frames) { return materialOf(listing, frames); });
}

QFuture<Result<std::vector<thread::Listing>>> loadListings(store::Store& store, ListId list,
                                                           const thread::ListingOptions& options)
{
    return onPool(store.mails(list, options.period), [options](Mails mails) -> Listings {
        if (!mails)
            return mails.error();
        return thread::listThreads(*std::move(mails), options);
    });
}

} // namespace lb::library
