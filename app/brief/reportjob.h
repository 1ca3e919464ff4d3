// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "report/report.h"
#include "store/store.h"
#include "summary/summariser.h"
#include "thread/listing.h"

#include <memory>
#include <optional>

namespace lb::brief
{

/// Where the summaries of a report come from.
enum class SummarySource {
    Make, ///< with the options' provider, from the cache where the cache holds them
    Current, ///< what the window shows; threads without a summary get the digest
};

struct ReportOptions {
    thread::Period period;
    thread::ContextRule context = thread::ContextRule::Ancestors;
    thread::CategoryTable categories = thread::shippedCategories();
    SummarySource source = SummarySource::Make;
    summary::SummaryOptions summary; ///< also gives the report's language
    bool omitDoubtful = false; ///< claims that the check doubts are left out
    MessageId onlyThread; ///< of any mail of the thread; empty = all
};

/// Gathers a list's period into a Report: listings, facts, summaries, the user's own texts. A thread whose
/// summary fails is in the report without one and in failures(); only what concerns the whole report fails
/// the job.
class ReportJob final : public Job
{
    Q_OBJECT
public:
    ReportJob(store::Store& store, summary::Summariser& summariser, const Clock& clock,
              store::ListRecord list, ReportOptions options, QObject* parent = nullptr);
    ~ReportJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] const report::Report& report() const; ///< complete when finished() says Ok

    struct Failure {
        QString title;
        Error error;
    };
    [[nodiscard]] const QList<Failure>& failures() const; ///< threads left without a summary

private:
    void takeListings(std::vector<thread::Listing> listings);
    void linkRevisions(const std::vector<thread::Listing>& listings);
    void gatherFacts();
    void startSummaries();
    void useCurrentSummaries();
    void fetchEdits();
    void takeEdits(const QList<store::SummaryEdit>& edits);
    [[nodiscard]] QList<MessageId> anchors() const;
    void summarise(std::size_t index, const summary::SummaryOptions& options);
    void step();
    void lookBack();
    void fetchGhosts();
    void countMarkedMails();
    void stop(const Error& error);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::brief
