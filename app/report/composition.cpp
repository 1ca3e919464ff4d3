// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/composition.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace lb::report
{

namespace
{

constexpr qsizetype mostThreads = 5'000;
constexpr qsizetype longestText = 64 * 1024;

void choose(Report& report, const QList<MessageId>& roots)
{
    QHash<MessageId, std::size_t> places;
    for (std::size_t i = 0; i < report.threads.size(); ++i)
        places.insert(report.threads[i].listing.root, i);
    std::vector<ReportThread> chosen;
    QSet<MessageId> mails;
    for (const MessageId& root : roots) {
        const auto place = places.constFind(root);
        if (place == places.cend())
            continue;
        chosen.push_back(std::move(report.threads[*place]));
        places.erase(place); // named twice, shown once
        for (const thread::ListedMail& listed : chosen.back().listing.mails)
            mails.insert(listed.mail.id);
    }
    report.threads = std::move(chosen);
    report.problems.removeIf(
        [&mails](const Problem& problem) { return !problem.id.isEmpty() && !mails.contains(problem.id); });
}

} // namespace

void compose(Report& report, const Composition& composition)
{
    if (!composition.threads.isEmpty())
        choose(report, composition.threads);
    for (ReportThread& thread : report.threads)
        thread.remark = composition.remarks.value(thread.listing.root);
    report.notes = composition.notes;
}

QByteArray toJson(const Composition& composition)
{
    QJsonArray threads;
    for (const MessageId& root : composition.threads)
        threads.append(QString::fromUtf8(root.bytes));
    QJsonObject remarks;
    for (auto remark = composition.remarks.cbegin(); remark != composition.remarks.cend(); ++remark)
        remarks.insert(QString::fromUtf8(remark.key().bytes), remark.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("threads"), threads},
                                     {QStringLiteral("remarks"), remarks},
                                     {QStringLiteral("notes"), composition.notes}})
        .toJson(QJsonDocument::Compact);
}

Composition compositionFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Composition composition;
    composition.notes = object.value(QLatin1String("notes")).toString().left(longestText);
    const QJsonArray threads = object.value(QLatin1String("threads")).toArray();
    for (qsizetype i = 0; i < std::min(threads.size(), mostThreads); ++i)
        composition.threads += MessageId{threads.at(i).toString().toUtf8()};
    const QJsonObject remarks = object.value(QLatin1String("remarks")).toObject();
    for (auto remark = remarks.begin(); remark != remarks.end(); ++remark) {
        if (composition.remarks.size() == mostThreads)
            break;
        composition.remarks.insert(MessageId{remark.key().toUtf8()},
                                   remark.value().toString().left(longestText));
    }
    return composition;
}

} // namespace lb::report
