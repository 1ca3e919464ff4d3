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

Result<std::vector<mail::BodyText>> bodiesOf(const Frames& frames)
{
    if (!frames)
        return frames.error();
    std::vector<mail::BodyText> bodies;
    bodies.reserve(frames->size());
    for (const QByteArray& frame : *frames) {
        const Result<QByteArray> raw = store::decompress(frame);
        if (!raw)
            return raw.error();
        bodies.push_back(mail::classify(mail::parseText(*raw).text));
    }
    return bodies;
}

Result<thread::Material> materialOf(const thread::Listing& listing, const Frames& frames)
{
    Result<std::vector<mail::BodyText>> bodies = bodiesOf(frames);
    if (!bodies)
        return bodies.error();
    return thread::Material{listing, *std::move(bodies)};
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

QFuture<Result<std::shared_ptr<const thread::RevisionText>>> loadRevision(store::Store& store,
                                                                          const thread::Revision& revision)
{
    using Text = std::shared_ptr<const thread::RevisionText>;
    QList<MailId> rows;
    for (const thread::PostedPatch& patch : revision.patches)
        rows.append(patch.row);
    return onPool(store.compressedMails(rows), [revision](const Frames& frames) -> Result<Text> {
        Result<std::vector<mail::BodyText>> bodies = bodiesOf(frames);
        if (!bodies)
            return bodies.error();
        return Text(
            std::make_shared<thread::RevisionText>(thread::RevisionText{revision, *std::move(bodies)}));
    });
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
