// SPDX-License-Identifier: GPL-3.0-or-later
// What an export says about its cost: the other half is in exportcommand.cpp.
#include "brief/caps.h"
#include "cli/exportcommand.h"
#include "core/onresult.h"
#include "library/material.h"
#include "summary/estimatejob.h"

#include <algorithm>

namespace lb::cli
{

using namespace Qt::StringLiterals;

void ExportCommand::setCaps()
{
    summary::Caps caps = brief::capsOf(m_services.settings);
    if (m_options.maxTokens > 0)
        caps.runTokens = m_options.maxTokens;
    m_services.summariser.spending().setCaps(caps);
    m_report.summary.spending = std::make_shared<summary::SpendingRun>();
    // Who names one thread asks for it.
    m_report.summary.digestSmall
        = m_options.thread.isEmpty() && m_services.settings.get(keys::ModelForSmall) == 0;
}

/// With --verbose: what the summaries will cost, before the first one is asked for.
void ExportCommand::estimate()
{
    const thread::ListingOptions options{m_report.period, m_report.context, m_report.categories};
    onResult(library::loadListings(m_services.store, m_list.id, options), this,
             [this](const Result<std::vector<thread::Listing>>& listings) {
                 if (m_ended)
                     return;
                 if (!listings)
                     stop(ArchiveFailed, listings.error());
                 else
                     estimate(*listings);
             });
}

void ExportCommand::estimate(std::vector<thread::Listing> listings)
{
    if (const MessageId& only = m_report.onlyThread; !only.isEmpty()) {
        std::erase_if(listings, [&only](const thread::Listing& listing) {
            return std::ranges::none_of(
                listing.mails, [&only](const thread::ListedMail& listed) { return listed.mail.id == only; });
        });
    }
    auto* job = new summary::EstimateJob(m_services.store, m_services.chat, m_services.clock, this);
    job->setThreads(m_list.id, std::move(listings), m_report.summary);
    connect(job, &Job::finished, this, [this, job](const Status& outcome) {
        job->deleteLater();
        if (m_ended)
            return;
        if (outcome) {
            for (const QString& line : summary::estimateText(job->estimate()).split(u'\n'))
                say(line);
        } else {
            complain(outcome.error().text);
        }
        gather();
    });
    m_running = job;
    job->start();
}

void ExportCommand::saySpent()
{
    const summary::Spent& spent = m_report.summary.spending->spent;
    if (spent.calls > 0)
        say(tr("%n request(s): %1.", nullptr, spent.calls).arg(summary::spentText(spent)));
}

} // namespace lb::cli
