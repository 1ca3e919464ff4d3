// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readtable.h"

#include "store/database.h"
#include "store/idtable.h"

namespace lb::store
{

Result<QList<MessageId>> ReadTable::all()
{
    Statement select(m_database,
                     "SELECT id FROM (SELECT message_id.text AS id, mail.date_utc AS utc, 1 AS here FROM mail"
                     " JOIN message_id ON message_id.id = mail.number WHERE mail.read = 1"
                     " UNION ALL SELECT id, 0, 0 FROM read_mail)"
                     " GROUP BY id ORDER BY max(here) DESC, max(utc) DESC, id LIMIT ?");
    if (Status done = select.bind(qint64{mostReadMails}).run(); !done)
        return done.error();
    QList<MessageId> mails;
    while (select.next())
        mails.append(MessageId{select.blob(0)});
    if (select.failed())
        return select.error();
    return mails;
}

Result<ReadChange> ReadTable::unreadOf(const QList<MessageId>& mails)
{
    QList<IdNumber> numbers; // 0 = no mail, nor an answer to it, has come
    numbers.reserve(mails.size());
    QHash<IdNumber, bool> isHere; // of the mails asked for
    for (const MessageId& id : mails) {
        const Result<IdNumber> number = m_ids.find(id);
        if (!number)
            return number.error();
        numbers.append(*number);
        if (*number != 0)
            isHere.insert(*number, false);
    }
    ReadChange change;
    if (Status done = findHere(isHere, change.mails); !done)
        return done.error();
    Statement known(m_database, "SELECT 1 FROM read_mail WHERE id = ?");
    for (qsizetype i = 0; i < mails.size(); ++i) {
        if (isHere.value(numbers.at(i), false))
            continue;
        if (Status done = known.bind(mails.at(i).bytes).run(); !done)
            return done.error();
        if (known.next())
            continue;
        if (known.failed())
            return known.error();
        change.absent.append(mails.at(i));
    }
    return change;
}

/// One pass over an index that holds just these columns: thousands of mails are asked for at once.
Status ReadTable::findHere(QHash<IdNumber, bool>& asked, QList<MailId>& unreadMails)
{
    Statement here(m_database, "SELECT id, number FROM mail ORDER BY list, number");
    Statement unread(m_database, "SELECT 1 FROM mail WHERE id = ? AND read = 0");
    if (Status done = here.run(); !done)
        return done;
    while (here.next()) {
        const auto found = asked.find(static_cast<IdNumber>(here.integer(1)));
        if (found == asked.end())
            continue;
        *found = true;
        const MailId mail{here.integer(0)};
        if (Status done = unread.bind(mail.value).run(); !done)
            return done;
        if (unread.next())
            unreadMails.append(mail);
        else if (unread.failed())
            return unread.error();
    }
    return here.failed() ? Status(here.error()) : success();
}

Status ReadTable::write(const ReadChange& change, bool read)
{
    {
        Statement mark(m_database, "UPDATE mail SET read = ? WHERE id = ?");
        for (const MailId mail : change.mails) {
            if (Status done = mark.bind(read).bind(mail.value).run(); !done)
                return done;
        }
    }
    Statement remember(m_database, "INSERT OR IGNORE INTO read_mail VALUES (?)");
    Statement forget(m_database, "DELETE FROM read_mail WHERE id = ?");
    for (const MessageId& id : change.absent) {
        if (Status done = (read ? remember : forget).bind(id.bytes).run(); !done)
            return done;
    }
    return success();
}

} // namespace lb::store
