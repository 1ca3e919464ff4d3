// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/factsjson.h"
#include "report/overviewwriters.h"
#include "report/text.h"
#include "report/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

QJsonValue idOrNull(const MessageId& id)
{
    return id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromUtf8(id.bytes));
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray numbers(const QList<int>& list)
{
    QJsonArray array;
    for (const int number : list)
        array.append(number);
    return array;
}

/// The parent by the headers, be it listed or not.
MessageId parentOf(const Report& report, const thread::Listing& listing, const thread::ListedMail& listed)
{
    const thread::ListedMail* parent
        = listed.parent >= 0 ? &listing.mails[static_cast<std::size_t>(listed.parent)] : nullptr;
    if (listed.parentId == 0 || (parent != nullptr && parent->mail.number == listed.parentId))
        return parent != nullptr ? parent->mail.id : MessageId();
    const MessageId ghost = report.ghosts.value(listed.parentId);
    return ghost.isEmpty() && parent != nullptr ? parent->mail.id : ghost;
}

QJsonArray mails(const Report& report, const thread::Listing& listing)
{
    QJsonArray array;
    for (const thread::ListedMail& listed : listing.mails) {
        const thread::Mail& mail = listed.mail;
        array.append(QJsonObject{
            {u"n"_s, listed.number},
            {u"message_id"_s, QString::fromUtf8(mail.id.bytes)},
            {u"parent_message_id"_s, idOrNull(parentOf(report, listing, listed))},
            {u"subject"_s, mail.subject},
            {u"from_name"_s, mail.from.name},
            {u"from_address"_s, mail.from.address},
            {u"date"_s, isoDate(mail.date)},
            {u"new"_s, listed.isNew},
            {u"permalink"_s, textOrNull(permalinkOf(report.permalink, mail.id))},
        });
    }
    return array;
}

/// What the library linked, else what the thread alone says.
MessageId neighbour(const std::optional<RevisionReference>& linked, const MessageId& own)
{
    return linked ? linked->root : own;
}

QJsonValue series(const ReportThread& thread)
{
    const thread::Facts& facts = thread.facts;
    if (!facts.series)
        return QJsonValue::Null;
    return QJsonObject{
        {u"revision"_s, facts.series->revision},
        {u"total"_s, facts.series->total},
        {u"present"_s, numbers(facts.series->present)},
        {u"previous_revision_root"_s, idOrNull(neighbour(thread.previous, facts.series->previousRoot))},
        {u"next_revision_root"_s, idOrNull(neighbour(thread.next, facts.series->nextRoot))},
    };
}

QJsonObject machineSummary(const store::SummaryRecord& record)
{
    QJsonArray claims;
    for (const store::Claim& claim : record.claims) {
        QJsonObject object{
            {u"text"_s, claim.text},
            {u"citations"_s, numbers(claim.citations)},
            {u"verified"_s, claim.verified},
        };
        if (!claim.reason.isEmpty()) {
            object.insert(u"flaws"_s, QJsonArray::fromStringList(claim.flaws));
            object.insert(u"reason"_s, claim.reason);
        }
        claims.append(object);
    }
    return QJsonObject{
        {u"kind"_s, record.kind == store::SummaryKind::Digest ? u"digest"_s : u"model"_s},
        {u"text"_s, record.text},
        {u"provider"_s, record.provider},
        {u"model"_s, record.model},
        {u"prompt_version"_s, record.promptVersion},
        {u"created"_s, isoDate(record.created.toUTC())},
        {u"claims"_s, claims},
        {u"tokens"_s, QJsonObject{{u"in"_s, record.tokensIn}, {u"out"_s, record.tokensOut}}},
    };
}

/// Of an edited one the text is the user's and all else the machine's.
QJsonValue summary(const ReportThread& thread)
{
    const std::optional<store::SummaryRecord>& record
        = thread.summary || !thread.edit ? thread.summary : thread.edit->base;
    if (!record && !thread.edit)
        return QJsonValue::Null;
    QJsonObject made = record ? machineSummary(*record) : QJsonObject();
    made.insert(u"edited"_s, thread.edit.has_value());
    if (thread.edit) {
        made.insert(u"machine_text"_s, record ? made.value("text"_L1) : QJsonValue());
        made.insert(u"text"_s, thread.edit->text);
    }
    return made;
}

QJsonObject threadObject(const Report& report, const ReportThread& thread)
{
    const thread::Listing& listing = thread.listing;
    QJsonObject object{
        {u"category"_s, thread::categoryName(listing.category)},
        {u"title"_s, listing.title},
        {u"root_message_id"_s, QString::fromUtf8(listing.root.bytes)},
        {u"mails_count"_s, listing.count()},
        {u"participants_count"_s, listing.people},
        {u"started"_s, isoDate(listing.first().date)},
        {u"last_activity"_s, isoDate(listing.last().date)},
        {u"mails"_s, mails(report, listing)},
        {u"series"_s, series(thread)},
        {u"facts"_s, factsObject(thread.facts)},
        {u"summary"_s, summary(thread)},
    };
    if (!thread.remark.isEmpty())
        object.insert(u"remark"_s, thread.remark);
    return object;
}

} // namespace

QByteArray writeJson(const Report& report)
{
    const Totals totals = totalsOf(report);
    QJsonArray categories;
    QJsonArray threads;
    const std::vector<CategoryGroup> groups = grouped(report);
    for (const CategoryGroup& group : groups) {
        categories.append(QJsonObject{
            {u"name"_s, thread::categoryName(group.category)},
            {u"threads"_s, static_cast<qint64>(group.threads.size())},
            {u"mails"_s, group.mails},
        });
        for (const ReportThread* thread : group.threads)
            threads.append(threadObject(report, *thread));
    }
    QJsonArray problems;
    for (const Problem& problem : report.problems) {
        problems.append(QJsonObject{{u"message_id"_s, idOrNull(problem.id)},
                                    {u"kind"_s, problem.kind},
                                    {u"detail"_s, problem.detail}});
    }
    QJsonObject document{
        {u"schema"_s, u"listbrief-report/1"_s},
        {u"generated"_s, isoDate(report.generated)},
        {u"list"_s, QJsonObject{{u"id"_s, report.listId}, {u"name"_s, report.listName}}},
        {u"period"_s,
         QJsonObject{{u"since"_s, report.period.since.toString(Qt::ISODate)},
                     {u"until"_s, report.period.until.toString(Qt::ISODate)}}},
        {u"context"_s, report.context == thread::ContextRule::Ancestors ? u"ancestors"_s : u"thread"_s},
        {u"language"_s, languageCode(report.language)},
        {u"totals"_s,
         QJsonObject{{u"mails"_s, totals.mails},
                     {u"threads"_s, totals.threads},
                     {u"large_threads"_s, totals.large},
                     {u"new_mails"_s, totals.newMails}}},
        {u"categories"_s, categories},
        {u"threads"_s, threads},
        {u"problems"_s, problems},
    };
    if (!report.notes.isEmpty())
        document.insert(u"notes"_s, report.notes);
    if (!report.overview.isEmpty())
        document.insert(u"overview"_s, overviewJson(report));
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace lb::report
