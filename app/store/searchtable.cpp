// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtable.h"

#include "mail/bodytext.h"
#include "store/database.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

constexpr int mostRows = 10'000; ///< of one answer
constexpr qsizetype longestText = 1000; ///< characters that are looked for
constexpr std::pair<TextColumn, QLatin1String> columnNames[] = {
    {SubjectColumn, "subject"_L1}, {SenderColumn, "sender"_L1},     {RecipientsColumn, "recipients"_L1},
    {FilesColumn, "files"_L1},     {TrailersColumn, "trailers"_L1}, {BodyColumn, "body"_L1},
};
constexpr unsigned peopleColumns = RecipientsColumn | TrailersColumn;

unsigned columnsOf(SearchTable::Part part)
{
    return part == SearchTable::Part::Words ? wordColumns : peopleColumns;
}
constexpr qsizetype mostBytes = 4 << 20; ///< compressed, handed out at once

QString senderOf(const QString& name, const QString& address)
{
    QString sender = name;
    if (!name.isEmpty())
        sender += u' ';
    sender += address;
    return sender;
}

} // namespace

Result<qint64> SearchTable::indexedTo()
{
    Statement select(m_database, "SELECT value FROM counter WHERE name = 'indexed_to'");
    if (Status done = select.run(); !done)
        return done.error();
    if (!select.next())
        return select.failed() ? Result<qint64>(select.error()) : Result<qint64>(0);
    return select.integer(0);
}

Result<std::vector<Store::Unindexed>> SearchTable::unindexed(int limit, MailId after)
{
    const Result<qint64> done = indexedTo();
    if (!done)
        return done.error();
    Statement select(m_database,
                     "SELECT mail.id, mail.subject, mail.from_name, mail.from_address, raw.zstd FROM mail"
                     " JOIN raw ON raw.mail = mail.id WHERE mail.id > ? ORDER BY mail.id LIMIT ?");
    if (Status run = select.bind(std::max(*done, after.value)).bind(std::clamp(limit, 0, mostRows)).run();
        !run)
        return run.error();
    std::vector<Store::Unindexed> mails;
    qsizetype bytes = 0;
    while (bytes < mostBytes && select.next()) {
        mails.push_back({MailId{select.integer(0)}, select.text(1), senderOf(select.text(2), select.text(3)),
                         select.blob(4)});
        bytes += mails.back().compressed.size();
    }
    if (select.failed())
        return select.error();
    return mails;
}

Result<qint64> SearchTable::unindexedCount()
{
    const Result<qint64> done = indexedTo();
    if (!done)
        return done.error();
    Statement select(m_database, "SELECT count(*) FROM mail WHERE id > ?");
    if (Status run = select.bind(*done).run(); !run)
        return run.error();
    if (!select.next())
        return select.error();
    return select.integer(0);
}

/// Whether a mail between the last indexed one and `first` would be passed over: the index was emptied (a
/// list was removed) after these texts were handed out.
Result<bool> SearchTable::leavesGap(qint64 indexedTo, qint64 first)
{
    Statement select(m_database, "SELECT EXISTS (SELECT 1 FROM mail WHERE id > ? AND id < ?)");
    if (Status done = select.bind(indexedTo).bind(first).run(); !done)
        return done.error();
    if (!select.next())
        return select.error();
    return select.integer(0) != 0;
}

Status SearchTable::save(const std::vector<Store::IndexText>& texts)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    const Result<qint64> before = indexedTo();
    if (!before)
        return before.error();
    qint64 last = *before;
    // A contentless index does not notice a second row of one id: another run may have been faster.
    const auto first = std::ranges::find_if(
        texts, [last](const Store::IndexText& text) { return text.mail.value > last; });
    if (first == texts.end())
        return success();
    const Result<bool> gap = leavesGap(last, first->mail.value);
    if (!gap)
        return gap.error();
    if (*gap)
        return success();
    {
        Statement words(m_database,
                        "INSERT INTO fts (rowid, subject, sender, files, body)"
                        " VALUES (?, ?, ?, ?, CAST(? AS TEXT))");
        Statement people(m_database, "INSERT INTO fts_people (rowid, recipients, trailers) VALUES (?, ?, ?)");
        for (auto text = first; text != texts.end(); ++text) {
            if (text->mail.value <= last)
                continue;
            words.bind(text->mail.value).bind(text->subject).bind(text->sender).bind(text->files);
            if (Status done = words.bind(text->body).run(); !done)
                return done;
            people.bind(text->mail.value).bind(text->recipients).bind(text->trailers);
            if (Status done = people.run(); !done)
                return done;
            last = text->mail.value;
        }
    }
    {
        Statement counter(m_database, "UPDATE counter SET value = ? WHERE name = 'indexed_to'");
        if (Status done = counter.bind(last).run(); !done)
            return done;
    }
    return transaction.commit();
}

/// The text is a string of FTS5 and can never be more: quotes, which alone could end it, are taken out.
QString SearchTable::matchOf(const TextTerm& text, Part part)
{
    const unsigned asked = text.columns & columnsOf(part);
    QString words = text.text.left(longestText).remove(u'"').remove(QChar::Null);
    // Half a surrogate pair would swallow the quote behind it on its way into SQLite.
    words = QString::fromUtf8(mail::spacedForSearch(words).simplified().toUtf8());
    // FTS5's unicode61 makes words of letters and numbers only; a text without any would match nothing.
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); };
    if (asked == 0 || std::ranges::none_of(words, isOfWord))
        return {};
    QStringList columns;
    for (const auto& [column, name] : columnNames) {
        if ((asked & column) != 0)
            columns.append(name);
    }
    // All of them need not be named, and are found in half the time.
    const QString where
        = asked == columnsOf(part) ? QString() : QString(u'{' + columns.join(u' ') + u"} : "_s);
    const bool begins = text.begins && words.back().isLetterOrNumber();
    return QString(where + u'"' + words + (begins ? u"\" *"_s : u"\""_s));
}

Result<MailSetPointer> SearchTable::find(const TextTerm& text)
{
    auto mails = std::make_shared<MailSet>();
    for (const Part part : {Part::Words, Part::People}) {
        if (Status done = find(text, part, *mails); !done)
            return done.error();
    }
    return MailSetPointer(std::move(mails));
}

/// One value of all rows: handing out 100,000 of them one by one takes several times as long.
Status SearchTable::find(const TextTerm& text, Part part, MailSet& mails)
{
    const QString match = matchOf(text, part);
    if (match.isEmpty())
        return success();
    Statement select(m_database,
                     part == Part::Words
                         ? "SELECT CAST(group_concat(rowid, ' ') AS BLOB) FROM fts WHERE fts MATCH ?"
                         : "SELECT CAST(group_concat(rowid, ' ') AS BLOB) FROM fts_people"
                           " WHERE fts_people MATCH ?");
    if (Status done = select.bind(match).run(); !done)
        return done;
    if (!select.next())
        return select.failed() ? Status(select.error()) : success();
    qint64 row = 0;
    const QByteArray rows = select.blob(0);
    for (const char c : rows) {
        if (c == ' ')
            mails.insert(MailId{std::exchange(row, 0)});
        else
            row = row * 10 + (c - '0');
    }
    if (!rows.isEmpty())
        mails.insert(MailId{row});
    return success();
}

Result<Store::FoundTexts> SearchTable::find(const std::vector<TextTerm>& texts,
                                            const std::atomic_bool* stopped)
{
    const Result<qint64> done = indexedTo();
    if (!done)
        return done.error();
    Store::FoundTexts found{{}, *done, false};
    for (const TextTerm& text : texts) {
        if (stopped != nullptr && *stopped)
            return fail(ErrorCode::Cancelled, Store::tr("The search was given up for another one."));
        Result<MailSetPointer> mails = find(text);
        if (!mails)
            return mails.error();
        found.mails.push_back(*std::move(mails));
    }
    Statement more(m_database, "SELECT EXISTS (SELECT 1 FROM mail WHERE id > ?)");
    if (Status ran = more.bind(*done).run(); !ran)
        return ran.error();
    if (!more.next())
        return more.error();
    found.isComplete = more.integer(0) == 0;
    return found;
}

} // namespace lb::store
