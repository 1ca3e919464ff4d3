// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"

#include "core/onresult.h"
#include "mail/messageparser.h"
#include "mail/recipients.h"
#include "thread/involvement.h"

#include <QSet>

namespace lb::library
{

namespace
{

using Frames = Result<std::vector<QByteArray>>;
using Mails = Result<std::vector<thread::Mail>>;
using Listings = Result<std::vector<thread::Listing>>;

/// `recipients`: null = not asked for.
Result<std::vector<mail::BodyText>> bodiesOf(const Frames& frames, QStringList* recipients = nullptr)
{
    if (!frames)
        return frames.error();
    std::vector<mail::BodyText> bodies;
    bodies.reserve(frames->size());
    QSet<QString> seen;
    for (const QByteArray& frame : *frames) {
        const Result<QByteArray> raw = store::decompress(frame);
        if (!raw)
            return raw.error();
        if (recipients != nullptr && recipients->size() < thread::mostRecipients) {
            for (const QString& address : mail::recipientAddresses(*raw, thread::mostRecipients)) {
                if (!seen.contains(address) && recipients->size() < thread::mostRecipients) {
                    seen.insert(address);
                    recipients->append(address);
                }
            }
        }
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

QList<MailId> rowsOf(const thread::Listing& listing)
{
    QList<MailId> rows;
    rows.reserve(listing.count());
    for (const thread::ListedMail& listed : listing.mails)
        rows.append(listed.mail.row);
    return rows;
}

} // namespace

QFuture<Result<AddressedMaterial>> loadAddressed(store::Store& store, const thread::Listing& listing)
{
    return onPool(store.compressedMails(rowsOf(listing)),
                  [listing](const Frames& frames) -> Result<AddressedMaterial> {
                      QStringList recipients;
                      Result<std::vector<mail::BodyText>> bodies = bodiesOf(frames, &recipients);
                      if (!bodies)
                          return bodies.error();
                      return AddressedMaterial{{listing, *std::move(bodies)}, recipients};
                  });
}

QFuture<Result<thread::Material>> loadMaterial(store::Store& store, const thread::Listing& listing)
{
    return onPool(store.compressedMails(rowsOf(listing)),
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

QFuture<Result<DeskListings>> loadDesk(store::Store& store, ListId list,
                                       const thread::ListingOptions& options, const store::CarryOver& carry)
{
    using Desk = Result<DeskListings>;
    if (!options.period)
        return onPool(loadListings(store, list, options), [](Listings all) -> Desk {
            if (!all)
                return all.error();
            return DeskListings{*std::move(all), {}};
        });
    return onPool(store.deskMails(list, *options.period, carry),
                  [options](Result<store::DeskMails> mails) -> Desk {
                      if (!mails)
                          return mails.error();
                      thread::ListingOptions whole = options;
                      whole.period.reset();
                      return DeskListings{thread::listThreads(std::move(mails->mails), options),
                                          thread::listThreads(std::move(mails->carried), whole)};
                  });
}

} // namespace lb::library
