// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mailtable.h"

#include "store/database.h"
#include "thread/subject.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

constexpr qsizetype mostLinks = 10'000; ///< of one header; more are not threads but an attack
constexpr int mostVariants = 16; ///< kept of one mail

quint64 threadKey(ListId list, IdNumber number)
{
    return static_cast<quint64>(list.value) << 32 | number;
}

/// Names and addresses of senders, each kept once.
class Senders
{
public:
    [[nodiscard]] QString shared(const QString& text) { return *m_known.insert(text); }

private:
    QSet<QString> m_known;
};

/// A row of the view mail_row.
thread::Mail mailOf(const Statement& row, Senders& senders)
{
    thread::Mail mail;
    mail.row = MailId{row.integer(0)};
    mail.thread = ThreadId{row.integer(2)};
    mail.number = static_cast<IdNumber>(row.integer(3));
    mail.id = MessageId{row.blob(4)};
    mail.date.utc = row.integer(5);
    mail.date.offsetMinutes = static_cast<int>(row.integer(6));
    mail.date.source = static_cast<mail::DateSource>(row.integer(7));
    mail.subject = row.text(8);
    mail.from = {senders.shared(row.text(9)), senders.shared(row.text(10))};
    Links links = unpackLinks(row.blob(11));
    mail.references = std::move(links.references);
    mail.inReplyTo = std::move(links.inReplyTo);
    mail.contentHash = row.blob(12);
    mail.read = row.integer(13) != 0;
    mail.hasVariant = row.integer(14) != 0;
    return mail;
}

Result<std::vector<thread::Mail>> mailsOf(Statement& rows)
{
    if (Status done = rows.run(); !done)
        return done.error();
    std::vector<thread::Mail> mails;
    Senders senders;
    while (rows.next())
        mails.push_back(mailOf(rows, senders));
    if (rows.failed())
        return rows.error();
    return mails;
}

/// The part that a mail plays in the rule for series sent without threading (thread/components.h).
struct SeriesColumns {
    std::optional<qint64> number;
    std::optional<qint64> total;
    std::optional<qint64> revision;
};

SeriesColumns seriesColumns(const mail::Envelope& envelope, const Links& links)
{
    if (!links.references.isEmpty() || !links.inReplyTo.isEmpty() || !envelope.subject.contains(u'/'))
        return {};
    const thread::Subject subject = thread::parseSubject(envelope.subject);
    if (!subject.isPatch || subject.isReply || !subject.number || !subject.total)
        return {};
    return {*subject.number, *subject.total, subject.revision};
}

} // namespace

struct MailTable::Batch {
    ListId list;
    qint64 nextMail = 0;
    BatchOutcome outcome;
};

Result<BatchOutcome> MailTable::save(ListId list, const std::vector<PreparedMail>& mails)
{
    Transaction transaction(m_database);
    const auto saveAll = [&]() -> Result<BatchOutcome> {
        if (Status begun = transaction.begin(); !begun)
            return begun.error();
        if (Status known = checkList(list); !known)
            return known.error();
        const Result<qint64> next = nextMail();
        if (!next)
            return next.error();
        Batch batch{list, *next, {}};
        for (const PreparedMail& mail : mails) {
            if (Status done = saveOne(batch, mail); !done)
                return done.error();
        }
        if (Status done = closeBatch(batch); !done)
            return done.error();
        if (Status done = transaction.commit(); !done)
            return done.error();
        return std::move(batch.outcome);
    };
    Result<BatchOutcome> outcome = saveAll();
    if (!outcome) { // what the caches learnt is rolled back with the rest
        m_ids.forget();
        m_threads.clear();
    }
    return outcome;
}

Result<qint64> MailTable::nextMail()
{
    Statement counter(m_database, "SELECT value FROM counter WHERE name = 'next_mail'");
    if (Status done = counter.run(); !done)
        return done.error();
    if (!counter.next())
        return counter.failed()
            ? counter.error()
            : fail(ErrorCode::StoreFailed, Text::tr("The library is damaged: it has no counters."));
    return counter.integer(0);
}

Status MailTable::checkList(ListId list)
{
    Statement select(m_database, "SELECT 1 FROM list WHERE id = ? AND removed = 0");
    if (Status done = select.bind(list.value).run(); !done)
        return done;
    if (select.next())
        return success();
    if (select.failed())
        return select.error();
    return fail(ErrorCode::NotFound,
                Text::tr("The list was removed from the library. Add it again to fetch its mail."));
}

Status MailTable::saveOne(Batch& batch, const PreparedMail& mail)
{
    const Result<IdTable::Numbered> id = m_ids.numberOf(mail.envelope.id);
    if (!id)
        return id.error();
    if (!id->isNew) {
        const Result<bool> present = compare(batch, id->number, mail);
        if (!present)
            return present.error();
        if (*present)
            return success();
    }
    if (Status done = insertMail(batch, id->number, mail); !done)
        return done;
    Statement raw(m_database, "INSERT INTO raw VALUES (?, ?)");
    if (Status done = raw.bind(batch.nextMail).bind(mail.compressed).run(); !done)
        return done;
    ++batch.nextMail;
    ++batch.outcome.added;
    return success();
}

Status MailTable::insertMail(Batch& batch, IdNumber number, const PreparedMail& mail)
{
    const mail::Envelope& envelope = mail.envelope;
    const Result<Links> links = linksOf(envelope);
    if (!links)
        return links.error();
    const SeriesColumns series = seriesColumns(envelope, *links);
    Statement insert(
        m_database,
        "INSERT INTO mail (id, list, number, thread, date_utc, date_offset, date_source, subject, from_name,"
        " from_address, series_number, series_total, series_revision, links, content_hash, size, read)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " EXISTS (SELECT 1 FROM read_mail WHERE id = ?))");
    insert.bind(batch.nextMail).bind(batch.list.value).bind(qint64{number});
    insert.bind(guessThread(batch, number, *links).value);
    insert.bind(envelope.date.utc)
        .bind(envelope.date.offsetMinutes)
        .bind(static_cast<int>(envelope.date.source));
    insert.bind(envelope.subject).bind(envelope.from.name).bind(envelope.from.address);
    insert.bind(series.number).bind(series.total).bind(series.revision);
    insert.bind(packLinks(*links)).bind(mail.contentHash).bind(mail.size);
    insert.bind(envelope.id.bytes);
    return insert.run();
}

/// Whether the list has a mail of that Message-ID; if its content is another one, the new one is kept as a
/// variant.
Result<bool> MailTable::compare(Batch& batch, IdNumber number, const PreparedMail& mail)
{
    MailId standing;
    {
        Statement select(m_database, "SELECT id, content_hash FROM mail WHERE list = ? AND number = ?");
        if (Status done = select.bind(batch.list.value).bind(qint64{number}).run(); !done)
            return done.error();
        if (!select.next())
            return select.failed() ? Result<bool>(select.error()) : Result<bool>(false);
        standing = MailId{select.integer(0)};
        if (select.blob(1) == mail.contentHash) {
            ++batch.outcome.known;
            return true;
        }
    }
    if (Status done = addVariant(batch, standing, mail); !done)
        return done.error();
    return true;
}

Status MailTable::addVariant(Batch& batch, MailId standing, const PreparedMail& mail)
{
    {
        Statement insert(m_database,
                         "INSERT INTO variant (mail, content_hash, zstd) SELECT ?, ?, ?"
                         " WHERE (SELECT count(*) FROM variant WHERE mail = ?) < ? ON CONFLICT DO NOTHING");
        insert.bind(standing.value)
            .bind(mail.contentHash)
            .bind(mail.compressed)
            .bind(standing.value)
            .bind(mostVariants);
        if (Status done = insert.run(); !done)
            return done;
        if (insert.changes() == 0) { // seen at an earlier import, or too many
            ++batch.outcome.known;
            return success();
        }
    }
    Statement mark(m_database, "UPDATE mail SET has_variant = 1 WHERE id = ?");
    if (Status done = mark.bind(standing.value).run(); !done)
        return done;
    ++batch.outcome.variants;
    batch.outcome.issues.append(
        {mail::ParseIssue::Kind::Duplicate, mail.envelope.id,
         Text::tr(
             "%1: the list has another mail with this Message-ID and other content; the first one stands.")
             .arg(mail.where)});
    return success();
}

Status MailTable::closeBatch(const Batch& batch)
{
    if (batch.outcome.added == 0)
        return success();
    {
        Statement counter(m_database, "UPDATE counter SET value = ? WHERE name = 'next_mail'");
        if (Status done = counter.bind(batch.nextMail).run(); !done)
            return done;
    }
    Statement list(m_database, "UPDATE list SET mails = mails + ?, unjoined = 1 WHERE id = ?");
    return list.bind(batch.outcome.added).bind(batch.list.value).run();
}

Result<Links> MailTable::linksOf(const mail::Envelope& envelope)
{
    Links links;
    const auto number = [this](const QList<MessageId>& ids, QList<IdNumber>& numbers) -> Status {
        // The last ones are the nearest ancestors.
        const qsizetype first = std::max<qsizetype>(ids.size() - mostLinks, 0);
        numbers.reserve(ids.size() - first);
        for (qsizetype i = first; i < ids.size(); ++i) {
            const Result<IdTable::Numbered> one = m_ids.numberOf(ids.at(i));
            if (!one)
                return one.error();
            numbers.append(one->number);
        }
        return success();
    };
    if (Status done = number(envelope.references, links.references); !done)
        return done.error();
    if (Status done = number(envelope.inReplyTo, links.inReplyTo); !done)
        return done.error();
    return links;
}

MailId MailTable::guessThread(const Batch& batch, IdNumber number, const Links& links)
{
    qint64 thread = m_threads.find(threadKey(batch.list, number));
    const auto consider = [&](IdNumber ancestor) {
        const qint64 seen = m_threads.find(threadKey(batch.list, ancestor));
        if (seen != 0 && (thread == 0 || seen < thread))
            thread = seen;
    };
    std::ranges::for_each(links.references, consider);
    std::ranges::for_each(links.inReplyTo, consider);
    if (thread == 0)
        thread = batch.nextMail;
    m_threads.insert(threadKey(batch.list, number), thread);
    const auto note = [&](IdNumber ancestor) { m_threads.insert(threadKey(batch.list, ancestor), thread); };
    std::ranges::for_each(links.references, note);
    std::ranges::for_each(links.inReplyTo, note);
    return MailId{thread};
}

Result<std::vector<thread::Mail>> MailTable::inPeriod(ListId list,
                                                      const std::optional<thread::Period>& period)
{
    if (!period) {
        Statement all(m_database, "SELECT * FROM mail_row WHERE list = ? ORDER BY id");
        all.bind(list.value);
        return mailsOf(all);
    }
    Statement some(m_database,
                   "SELECT * FROM mail_row WHERE thread IN"
                   " (SELECT thread FROM mail WHERE list = ? AND date_utc >= ? AND date_utc < ?)");
    some.bind(list.value).bind(period->firstSecond()).bind(period->endSecond());
    return mailsOf(some);
}

Result<std::vector<thread::Mail>> MailTable::carriedOver(ListId list, const thread::Period& period,
                                                         const CarryOver& carry)
{
    std::vector<thread::Mail> carried;
    const Result<bool> isOld = hasMailSince(list, period.endSecond());
    if (!isOld)
        return isOld.error();
    if (*isOld)
        return carried;
    Result<QList<ThreadId>> threads = threadsOf(list, carry.decided);
    if (!threads)
        return threads.error();
    const thread::Period before{period.since.addDays(-carry.days), period.since};
    const Result<QList<ThreadId>> written
        = threadsBy(list, carry.writers, before.firstSecond(), period.firstSecond());
    if (!written)
        return written.error();
    *threads += *written;

    Statement rows(m_database,
                   "SELECT * FROM mail_row WHERE thread = ? AND NOT EXISTS"
                   " (SELECT 1 FROM mail WHERE thread = ? AND date_utc >= ? AND date_utc < ?)");
    QSet<ThreadId> taken;
    for (const ThreadId thread : std::as_const(*threads)) {
        if (taken.contains(thread) || taken.size() >= mostCarried)
            continue;
        taken.insert(thread);
        rows.bind(thread.value).bind(thread.value).bind(period.firstSecond()).bind(period.endSecond());
        Result<std::vector<thread::Mail>> mails = mailsOf(rows);
        if (!mails)
            return mails.error();
        std::move(mails->begin(), mails->end(), std::back_inserter(carried));
    }
    return carried;
}

Result<bool> MailTable::hasMailSince(ListId list, qint64 utc)
{
    Statement row(m_database, "SELECT 1 FROM mail WHERE list = ? AND date_utc >= ? LIMIT 1");
    if (Status done = row.bind(list.value).bind(utc).run(); !done)
        return done.error();
    const bool any = row.next();
    if (row.failed())
        return row.error();
    return any;
}

/// In the order of the mails; of those that the list does not have, none.
Result<QList<ThreadId>> MailTable::threadsOf(ListId list, const QList<MessageId>& mails)
{
    QList<ThreadId> threads;
    Statement row(m_database, "SELECT thread FROM mail WHERE list = ? AND number = ?");
    for (const MessageId& id : mails) {
        const Result<IdNumber> number = m_ids.find(id);
        if (!number)
            return number.error();
        if (*number == 0)
            continue;
        if (Status done = row.bind(list.value).bind(qint64{*number}).run(); !done)
            return done.error();
        if (row.next())
            threads.append(ThreadId{row.integer(0)});
        else if (row.failed())
            return row.error();
    }
    return threads;
}

Result<std::vector<thread::Mail>> MailTable::newest(ListId list, int count)
{
    Statement some(m_database,
                   "SELECT * FROM mail_row WHERE thread IN"
                   " (SELECT thread FROM mail WHERE list = ? ORDER BY date_utc DESC LIMIT ?)");
    some.bind(list.value).bind(qint64{count});
    return mailsOf(some);
}

Result<std::vector<thread::Mail>> MailTable::ofThread(ThreadId thread)
{
    Statement rows(m_database, "SELECT * FROM mail_row WHERE thread = ?");
    rows.bind(thread.value);
    return mailsOf(rows);
}

Result<QList<ThreadId>> MailTable::threadsBy(ListId list, const QStringList& addresses)
{
    return threadsBy(list, addresses, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
}

Result<QList<ThreadId>> MailTable::threadsBy(ListId list, const QStringList& addresses, qint64 since,
                                             qint64 before)
{
    constexpr qsizetype mostAddresses = 100;
    QList<ThreadId> threads;
    Statement rows(m_database,
                   "SELECT DISTINCT thread FROM mail WHERE list = ? AND date_utc >= ? AND date_utc < ?"
                   " AND from_address = ? COLLATE NOCASE");
    for (const QString& address : addresses.first(std::min(addresses.size(), mostAddresses))) {
        if (Status done = rows.bind(list.value).bind(since).bind(before).bind(address).run(); !done)
            return done.error();
        while (rows.next())
            threads.append(ThreadId{rows.integer(0)});
        if (rows.failed())
            return rows.error();
    }
    return threads;
}

Result<std::optional<thread::Mail>> MailTable::find(ListId list, const MessageId& id)
{
    const Result<IdNumber> number = m_ids.find(id);
    if (!number)
        return number.error();
    if (*number == 0)
        return std::optional<thread::Mail>();
    Statement row(m_database, "SELECT * FROM mail_row WHERE list = ? AND number = ?");
    row.bind(list.value).bind(qint64{*number});
    Result<std::vector<thread::Mail>> mails = mailsOf(row);
    if (!mails)
        return mails.error();
    return mails->empty() ? std::optional<thread::Mail>() : std::optional(std::move(mails->front()));
}

Result<std::vector<QByteArray>> MailTable::compressed(const QList<MailId>& mails)
{
    std::vector<QByteArray> frames;
    frames.reserve(static_cast<std::size_t>(mails.size()));
    Statement select(m_database, "SELECT zstd FROM raw WHERE mail = ?");
    for (const MailId mail : mails) {
        if (Status done = select.bind(mail.value).run(); !done)
            return done.error();
        if (!select.next())
            return select.failed()
                ? select.error()
                : fail(ErrorCode::NotFound, Text::tr("The mail is not in the library any more."));
        frames.push_back(select.blob(0));
    }
    return frames;
}

Status MailTable::setRead(const QList<MailId>& mails, bool read)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    {
        Statement update(m_database, "UPDATE mail SET read = ? WHERE id = ?");
        for (const MailId mail : mails) {
            if (Status done = update.bind(read).bind(mail.value).run(); !done)
                return done;
        }
    }
    if (!read) { // nor is it when its list is removed and read again
        Statement forget(m_database,
                         "DELETE FROM read_mail WHERE id IN (SELECT text FROM message_id"
                         " WHERE id = (SELECT number FROM mail WHERE id = ?))");
        for (const MailId mail : mails) {
            if (Status done = forget.bind(mail.value).run(); !done)
                return done;
        }
    }
    return transaction.commit();
}

} // namespace lb::store
