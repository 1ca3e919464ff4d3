// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summarytable.h"

#include "store/database.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

QString textOf(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayOf(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

/// Digests keep a list of claims; what a model said needs more, and has an object with the list in it.
QString claimsText(const SummaryRecord& summary)
{
    QJsonArray array;
    for (const Claim& claim : summary.claims) {
        QJsonArray citations;
        for (const int number : claim.citations)
            citations.append(number);
        QJsonObject object{
            {u"text"_s, claim.text}, {u"citations"_s, citations}, {u"verified"_s, claim.verified}};
        if (!claim.reason.isEmpty())
            object.insert(u"reason"_s, claim.reason);
        if (!claim.flaws.isEmpty())
            object.insert(u"flaws"_s, QJsonArray::fromStringList(claim.flaws));
        if (!claim.kind.isEmpty())
            object.insert(u"kind"_s, claim.kind);
        array.append(object);
    }
    if (summary.gist.isEmpty() && summary.extraction.isEmpty() && summary.modelAsked.isEmpty())
        return textOf(array);
    QJsonObject object{{u"gist"_s, summary.gist},
                       {u"extraction"_s, QString::fromUtf8(summary.extraction)},
                       {u"claims"_s, array}};
    if (!summary.modelAsked.isEmpty())
        object.insert(u"asked"_s, summary.modelAsked);
    if (!summary.instruction.isEmpty())
        object.insert(u"instruction"_s, summary.instruction);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void readClaims(SummaryRecord& summary, const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject whole = document.object();
    summary.gist = whole.value("gist"_L1).toString();
    summary.extraction = whole.value("extraction"_L1).toString().toUtf8();
    summary.modelAsked = whole.value("asked"_L1).toString();
    summary.instruction = whole.value("instruction"_L1).toString();
    const QJsonArray array = document.isArray() ? document.array() : whole.value("claims"_L1).toArray();
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        Claim claim;
        claim.text = object.value("text"_L1).toString();
        claim.verified = object.value("verified"_L1).toBool();
        claim.reason = object.value("reason"_L1).toString();
        claim.kind = object.value("kind"_L1).toString();
        const QJsonArray citations = object.value("citations"_L1).toArray();
        for (const auto& number : citations)
            claim.citations.append(number.toInt());
        const QJsonArray flaws = object.value("flaws"_L1).toArray();
        for (const auto& flaw : flaws)
            claim.flaws.append(flaw.toString());
        summary.claims.append(std::move(claim));
    }
}

/// Message-IDs are bytes; as Latin-1 they survive JSON whatever they hold.
QString citedText(const QList<MessageId>& ids)
{
    QJsonArray array;
    for (const MessageId& id : ids)
        array.append(QString::fromLatin1(id.bytes));
    return textOf(array);
}

QList<MessageId> citedOf(const QString& text)
{
    QList<MessageId> ids;
    const QJsonArray array = arrayOf(text);
    for (const auto& value : array)
        ids.append(MessageId{value.toString().toLatin1()});
    return ids;
}

SummaryRecord summaryOf(const Statement& row)
{
    SummaryRecord summary;
    summary.id = SummaryId{row.integer(0)};
    summary.list = ListId{row.integer(1)};
    summary.anchor = MessageId{row.blob(2)};
    summary.kind = row.integer(3) == 0 ? SummaryKind::Digest : SummaryKind::Model;
    summary.language = languageFromCode(row.text(4)).value_or(Language::English);
    summary.text = row.text(5);
    summary.provider = row.text(6);
    summary.model = row.text(7);
    summary.promptVersion = row.text(8);
    summary.key = row.blob(9);
    summary.sourceKey = row.blob(10);
    summary.created = QDateTime::fromMSecsSinceEpoch(row.integer(11), Qt::UTC);
    readClaims(summary, row.text(12));
    summary.cited = citedOf(row.text(13));
    summary.tokensIn = static_cast<int>(row.integer(14));
    summary.tokensOut = static_cast<int>(row.integer(15));
    summary.current = row.integer(16) != 0;
    return summary;
}

Result<QList<SummaryRecord>> summariesOf(Statement& rows)
{
    if (Status done = rows.run(); !done)
        return done.error();
    QList<SummaryRecord> summaries;
    while (rows.next())
        summaries.append(summaryOf(rows));
    if (rows.failed())
        return rows.error();
    return summaries;
}

} // namespace

Result<SummaryRecord> SummaryTable::save(const SummaryRecord& summary, const std::optional<Receipt>& receipt)
{
    if (summary.text.isEmpty() || !summary.list.isValid() || summary.anchor.isEmpty())
        return fail(ErrorCode::Usage, Text::tr("A summary without text or thread cannot be saved."));
    SummaryRecord saved = summary;
    saved.current = true;
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun.error();
    {
        Statement insert(
            m_database,
            "INSERT INTO summary (list, anchor, kind, language, text, provider, model, prompt_version, key,"
            " source_key, created, claims, cited, tokens_in, tokens_out, current)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
        insert.bind(summary.list.value)
            .bind(summary.anchor.bytes)
            .bind(summary.kind == SummaryKind::Digest ? 0 : 1);
        insert.bind(languageCode(summary.language))
            .bind(summary.text)
            .bind(summary.provider)
            .bind(summary.model);
        insert.bind(summary.promptVersion).bind(summary.key).bind(summary.sourceKey);
        insert.bind(summary.created.toMSecsSinceEpoch())
            .bind(claimsText(summary))
            .bind(citedText(summary.cited));
        insert.bind(summary.tokensIn).bind(summary.tokensOut);
        if (Status done = insert.run(); !done)
            return done.error();
        saved.id = SummaryId{insert.insertedId()};
    }
    if (receipt) {
        if (Status done = saveReceipt(saved.id, *receipt); !done)
            return done.error();
    }
    if (Status done = makeCurrent(saved); !done)
        return done.error();
    if (Status done = transaction.commit(); !done)
        return done.error();
    return saved;
}

Status SummaryTable::saveReceipt(SummaryId summary, const Receipt& receipt)
{
    Statement insert(m_database, "INSERT INTO receipt (summary, body) VALUES (?, ?)");
    return insert.bind(summary.value).bind(compress(receiptJson(receipt))).run();
}

Result<Receipt> SummaryTable::receipt(SummaryId summary)
{
    Statement select(m_database, "SELECT body FROM receipt WHERE summary = ?");
    if (Status done = select.bind(summary.value).run(); !done)
        return done.error();
    if (!select.next())
        return select.failed()
            ? select.error()
            : fail(ErrorCode::NotFound, Text::tr("What was sent for this summary has not been kept."));
    const Result<QByteArray> json = decompress(select.blob(0));
    return json ? receiptFromJson(*json) : Result<Receipt>(json.error());
}

/// One version of a thread and language is current, also where the thread's root was another one when an
/// earlier version was made.
Status SummaryTable::makeCurrent(const SummaryRecord& summary)
{
    const QString language = languageCode(summary.language);
    {
        Statement clear(
            m_database,
            "UPDATE summary SET current = 0 WHERE list = ? AND language = ? AND current = 1 AND (anchor = ?"
            " OR anchor IN (SELECT text FROM mail_row WHERE thread IN"
            " (SELECT thread FROM mail_row WHERE list = ? AND number ="
            " (SELECT id FROM message_id WHERE text = ?))))");
        clear.bind(summary.list.value).bind(language).bind(summary.anchor.bytes);
        clear.bind(summary.list.value).bind(summary.anchor.bytes);
        if (Status done = clear.run(); !done)
            return done;
    }
    Statement mark(m_database, "UPDATE summary SET current = 1 WHERE id = ?");
    return mark.bind(summary.id.value).run();
}

Result<std::optional<SummaryRecord>> SummaryTable::cached(ListId list, const QByteArray& key)
{
    Statement select(m_database, "SELECT * FROM summary WHERE list = ? AND key = ? ORDER BY id DESC LIMIT 1");
    select.bind(list.value).bind(key);
    Result<QList<SummaryRecord>> found = summariesOf(select);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<SummaryRecord>() : std::optional(found->takeFirst());
}

Result<QList<SummaryRecord>> SummaryTable::of(ListId list, const QList<MessageId>& anchors)
{
    QList<SummaryRecord> all;
    Statement select(m_database, "SELECT * FROM summary WHERE list = ? AND anchor = ?");
    for (const MessageId& anchor : anchors) {
        select.bind(list.value).bind(anchor.bytes);
        Result<QList<SummaryRecord>> found = summariesOf(select);
        if (!found)
            return found.error();
        all += *std::move(found);
    }
    std::ranges::sort(all, [](const SummaryRecord& a, const SummaryRecord& b) {
        return a.created != b.created ? a.created > b.created : b.id < a.id;
    });
    // An anchor may have been asked for twice.
    const auto same = [](const SummaryRecord& a, const SummaryRecord& b) { return a.id == b.id; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

Status SummaryTable::choose(SummaryId summary)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    SummaryRecord chosen;
    {
        Statement select(m_database, "SELECT * FROM summary WHERE id = ?");
        select.bind(summary.value);
        const Result<QList<SummaryRecord>> found = summariesOf(select);
        if (!found)
            return found.error();
        if (found->isEmpty())
            return fail(ErrorCode::NotFound,
                        Text::tr("That version of the summary is not in the library any more."));
        chosen = found->first();
    }
    if (Status done = makeCurrent(chosen); !done)
        return done;
    return transaction.commit();
}

} // namespace lb::store
