// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/revisiontable.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

/// Of what reads bodies: a higher number lets notes of lower ones be read again.
constexpr int readerVersion = 1;

// A link is a line "v1 v2 p <id>": revisions beside it, "p" for a previous one, the Message-ID.

QString linksText(const QList<thread::CoverLink>& links)
{
    QStringList lines;
    for (const thread::CoverLink& link : links) {
        QString line;
        for (const int revision : link.revisions)
            line += u'v' + QString::number(revision) + u' ';
        if (link.previous)
            line += u"p "_s;
        lines += line + u'<' + QString::fromUtf8(link.id.bytes) + u'>';
    }
    return lines.join(u'\n');
}

QList<thread::CoverLink> linksOf(const QString& text)
{
    QList<thread::CoverLink> links;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        thread::CoverLink link;
        const qsizetype id = line.indexOf(u'<');
        for (const QString& word : line.left(id).split(u' ', Qt::SkipEmptyParts)) {
            if (word == u'p')
                link.previous = true;
            else
                link.revisions += word.sliced(1).toInt();
        }
        link.id.bytes = line.sliced(id + 1).chopped(1).toUtf8();
        links += link;
    }
    return links;
}

QString numbersText(const QList<int>& numbers)
{
    QStringList words;
    for (const int number : numbers)
        words += QString::number(number);
    return words.join(u' ');
}

QList<int> numbersOf(const QString& text)
{
    QList<int> numbers;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        numbers += word.toInt();
    return numbers;
}

} // namespace

Status RevisionTable::readMails(ListId list, qint64 since, qint64 before, Store::RevisionMaterial& material)
{
    // Only what begins with a tag can be a posting.
    Statement select(m_database,
                     "SELECT id, thread, text, subject, from_name, from_address, date_utc FROM mail_row"
                     " WHERE list = ? AND date_utc >= ? AND date_utc < ? AND subject LIKE '[%'");
    if (Status done = select.bind(list.value).bind(since).bind(before).run(); !done)
        return done;
    while (select.next()) {
        thread::SeriesMail mail;
        mail.row = MailId{select.integer(0)};
        mail.thread = ThreadId{select.integer(1)};
        mail.id = MessageId{select.blob(2)};
        mail.subject = select.text(3);
        mail.from = {select.text(4), select.text(5)};
        mail.utc = select.integer(6);
        material.mails.push_back(std::move(mail));
    }
    return select.failed() ? Status(select.error()) : success();
}

Status RevisionTable::readNotes(ListId list, qint64 since, qint64 before, Store::RevisionMaterial& material)
{
    Statement select(
        m_database,
        "SELECT note.mail, note.change_id, note.links, note.changed_from FROM revision_note AS note"
        " JOIN mail ON mail.id = note.mail"
        " WHERE mail.list = ? AND date_utc >= ? AND date_utc < ? AND note.reader = ?");
    if (Status done = select.bind(list.value).bind(since).bind(before).bind(readerVersion).run(); !done)
        return done;
    while (select.next()) {
        material.notes.insert(MailId{select.integer(0)},
                              {select.text(1), linksOf(select.text(2)), numbersOf(select.text(3))});
    }
    return select.failed() ? Status(select.error()) : success();
}

Status RevisionTable::readDecisions(Store::RevisionMaterial& material)
{
    Statement select(m_database, "SELECT posting, earlier FROM revision_link");
    if (Status done = select.run(); !done)
        return done;
    while (select.next())
        material.decisions += {MessageId{select.blob(0)}, MessageId{select.blob(1)}};
    return select.failed() ? Status(select.error()) : success();
}

Result<Store::RevisionMaterial> RevisionTable::material(ListId list, qint64 since, qint64 before)
{
    Store::RevisionMaterial material;
    if (Status done = readMails(list, since, before, material); !done)
        return done.error();
    if (Status done = readNotes(list, since, before, material); !done)
        return done.error();
    if (Status done = readDecisions(material); !done)
        return done.error();
    return material;
}

Status RevisionTable::saveNotes(const std::vector<Store::ReadNotes>& notes)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    {
        // The mail may have been removed with its list since it was read.
        Statement write(m_database,
                        "INSERT OR REPLACE INTO revision_note (mail, reader, change_id, links, changed_from)"
                        " SELECT id, ?, ?, ?, ? FROM mail WHERE id = ?");
        for (const auto& [mail, note] : notes) {
            write.bind(readerVersion).bind(note.changeId).bind(linksText(note.links));
            if (Status done = write.bind(numbersText(note.changedFrom)).bind(mail.value).run(); !done)
                return done;
        }
    }
    return transaction.commit();
}

Status RevisionTable::decide(const QList<thread::RevisionDecision>& kept, const QList<MessageId>& dropped)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    {
        Statement remove(m_database, "DELETE FROM revision_link WHERE posting = ?");
        for (const MessageId& posting : dropped) {
            if (Status done = remove.bind(posting.bytes).run(); !done)
                return done;
        }
        Statement write(m_database, "INSERT OR REPLACE INTO revision_link (posting, earlier) VALUES (?, ?)");
        for (const thread::RevisionDecision& decision : kept) {
            if (Status done = write.bind(decision.posting.bytes).bind(decision.earlier.bytes).run(); !done)
                return done;
        }
    }
    return transaction.commit();
}

} // namespace lb::store
