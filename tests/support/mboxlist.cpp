// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mboxlist.h"

#include "mail/inflate.h"
#include "mail/mboxreader.h"
#include "mail/messageparser.h"
#include "thread/components.h"

#include <QFile>

namespace lb::test
{

namespace
{

IdNumber numberOf(const MessageId& id, QHash<MessageId, IdNumber>& numbers)
{
    const auto known = numbers.constFind(id);
    return known != numbers.cend() ? *known : *numbers.insert(id, static_cast<IdNumber>(numbers.size()) + 1);
}

QList<IdNumber> numbersOf(const QList<MessageId>& ids, QHash<MessageId, IdNumber>& numbers)
{
    QList<IdNumber> result;
    for (const MessageId& id : ids)
        result += numberOf(id, numbers);
    return result;
}

} // namespace

thread::Material MboxList::material(thread::Listing listing) const
{
    thread::Material material{std::move(listing), {}};
    for (const thread::ListedMail& listed : material.listing.mails) {
        const QByteArray& bytes = raw[static_cast<std::size_t>(listed.mail.row.value - 1)];
        material.bodies.push_back(mail::classify(mail::parseText(bytes).text));
    }
    return material;
}

std::optional<MboxList> readMboxList(const QString& file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return std::nullopt;
    MboxList list;
    QHash<MessageId, IdNumber> numbers;
    QHash<MessageId, bool> seen;
    thread::LinkGraphBuilder graph;
    const auto add = [&](mail::MboxReader::Mail&& mail) {
        const Result<mail::ParsedEnvelope> parsed = mail::parseEnvelope({mail.bytes, {}, 0});
        if (!parsed)
            return;
        const mail::Envelope& envelope = parsed->envelope;
        if (seen.contains(envelope.id)) {
            ++list.duplicates;
            return;
        }
        seen.insert(envelope.id, true);
        thread::Mail row;
        row.row = MailId{static_cast<qint64>(list.mails.size()) + 1};
        row.number = numberOf(envelope.id, numbers);
        row.id = envelope.id;
        row.references = numbersOf(envelope.references, numbers);
        row.inReplyTo = numbersOf(envelope.inReplyTo, numbers);
        row.subject = envelope.subject;
        row.from = envelope.from;
        row.date = envelope.date;
        row.contentHash = parsed->contentHash;
        graph.add(row.number, row.references, row.inReplyTo, row.subject, row.from.address, row.date.utc);
        list.mails.push_back(std::move(row));
        list.raw.push_back(std::move(mail.bytes));
    };
    mail::MboxReader reader(add);
    const QByteArray bytes = device.readAll();
    if (mail::isGzip(bytes)) {
        mail::Inflate inflate([&reader](QByteArrayView part) { reader.feed(part); });
        if (!inflate.feed(bytes) || !inflate.finish())
            return std::nullopt;
    } else {
        reader.feed(bytes);
    }
    reader.finish();

    const std::vector<quint32> first = thread::components(graph.graph());
    for (std::size_t i = 0; i < first.size(); ++i)
        list.mails[i].thread = ThreadId{static_cast<qint64>(first[i]) + 1};
    for (auto number = numbers.cbegin(); number != numbers.cend(); ++number)
        list.ids.insert(number.value(), number.key());
    return list;
}

} // namespace lb::test
