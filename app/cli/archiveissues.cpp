// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/archiveissues.h"

#include "core/onresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <memory>

namespace lb::cli
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostIssues = 1000;

/// Issues that a listing shows by itself (see ReportJob) are not remembered twice.
bool isRemembered(mail::ParseIssue::Kind kind)
{
    return kind != mail::ParseIssue::Kind::BadDate && kind != mail::ParseIssue::Kind::Duplicate;
}

QString kindName(mail::ParseIssue::Kind kind)
{
    using Kind = mail::ParseIssue::Kind;
    switch (kind) {
    case Kind::NoMessageId:
        return u"no-message-id"_s;
    case Kind::UnknownCharset:
        return u"charset"_s;
    case Kind::TooDeep:
        return u"nesting"_s;
    case Kind::TooLarge:
        return u"size"_s;
    case Kind::Truncated:
        return u"truncated"_s;
    default:
        return u"unreadable"_s;
    }
}

QList<report::Problem> problemsFromJson(const QByteArray& json)
{
    QList<report::Problem> problems;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    problems.reserve(rows.size());
    for (const QJsonValue& row : rows)
        problems.append({MessageId{row[u"id"_s].toString().toUtf8()}, row[u"kind"_s].toString(),
                         row[u"detail"_s].toString()});
    return problems;
}

QByteArray toJson(const QList<report::Problem>& problems)
{
    QJsonArray rows;
    for (const report::Problem& problem : problems)
        rows.append(QJsonObject{{u"id"_s, QString::fromUtf8(problem.id.bytes)},
                                {u"kind"_s, problem.kind},
                                {u"detail"_s, problem.detail}});
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

bool has(const QList<report::Problem>& problems, const report::Problem& wanted)
{
    return std::any_of(problems.begin(), problems.end(), [&wanted](const report::Problem& problem) {
        return problem.id == wanted.id && problem.kind == wanted.kind && problem.detail == wanted.detail;
    });
}

} // namespace

QFuture<Result<QList<report::Problem>>> rememberIssues(store::Store& store, ListId list,
                                                       const QList<mail::ParseIssue>& issues)
{
    const QString key = u"issues/%1"_s.arg(list.value);
    return onPool(
        store.note(key),
        [&store, key, issues](const Result<QByteArray>& known) -> Result<QList<report::Problem>> {
            if (!known)
                return known.error();
            QList<report::Problem> problems = problemsFromJson(*known);
            const qsizetype before = problems.size();
            for (const mail::ParseIssue& issue : issues) {
                const report::Problem problem{issue.id, kindName(issue.kind), issue.detail};
                if (isRemembered(issue.kind) && problems.size() < mostIssues && !has(problems, problem))
                    problems.append(problem);
            }
            if (problems.size() > before)
                static_cast<void>(
                    store.saveNote(key, toJson(problems))); // losing it costs a line in later reports
            return problems;
        });
}

} // namespace lb::cli
