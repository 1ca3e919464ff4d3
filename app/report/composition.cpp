// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/composition.h"

#include <QSet>

namespace lb::report
{

namespace
{

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

} // namespace lb::report
