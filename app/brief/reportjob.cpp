// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/reportjob.h"

#include "archive/location.h"
#include "brief/collatejob.h"
#include "brief/overview.h"
#include "core/onresult.h"
#include "library/material.h"
#include "library/revisionsjob.h"
#include "report/edited.h"
#include "store/doubtful.h"

#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <map>

namespace lb::brief
{

using namespace Qt::StringLiterals;

namespace
{

/// Bodies of this many threads are in memory at once.
constexpr std::size_t factsAtOnce = 4;

bool holds(const thread::Listing& listing, const MessageId& id)
{
    return std::any_of(listing.mails.begin(), listing.mails.end(),
                       [&id](const thread::ListedMail& listed) { return listed.mail.id == id; });
}

/// The current version in the report's language, else the newest in it.
const store::SummaryRecord* pickCurrent(const QList<store::SummaryRecord>& versions,
                                        const thread::Listing& listing, Language language)
{
    const store::SummaryRecord* newest = nullptr;
    for (const store::SummaryRecord& version : versions) {
        if (version.language != language || !holds(listing, version.anchor))
            continue;
        if (version.current)
            return &version;
        if (newest == nullptr)
            newest = &version;
    }
    return newest;
}

} // namespace

struct ReportJob::State {
    store::Store& store;
    summary::Summariser& summariser;
    const Clock& clock;
    store::ListRecord list;
    ReportOptions options;
    report::Report report;
    QList<Failure> failures;
    std::map<std::size_t, Error> failedThreads; ///< by index, so that reports name them in order
    QList<QPointer<summary::SummaryJob>> running;
    QPointer<library::RevisionsJob> revisions;
    std::size_t nextFacts = 0;
    std::size_t openSteps = 0; ///< facts and summaries not yet there
    qint64 total = 0;
    bool stopped = false;
};

ReportJob::ReportJob(store::Store& store, summary::Summariser& summariser, const Clock& clock,
                     store::ListRecord list, ReportOptions options, QObject* parent)
    : Job(tr("Report of %1").arg(list.name), parent)
    , m_state(new State{
          store, summariser, clock, std::move(list), std::move(options), {}, {}, {}, {}, {}, 0, 0, 0, false})
{
}

ReportJob::~ReportJob() = default;

const report::Report& ReportJob::report() const
{
    return m_state->report;
}

const QList<ReportJob::Failure>& ReportJob::failures() const
{
    return m_state->failures;
}

void ReportJob::start()
{
    State& s = *m_state;
    report::Report& r = s.report;
    r.generated = s.clock.now().toLocalTime();
    r.generated = r.generated.toOffsetFromUtc(r.generated.offsetFromUtc());
    r.listName = s.list.name;
    r.listId = s.list.address.isEmpty() ? s.list.name : s.list.address;
    r.period = s.options.period;
    r.context = s.options.context;
    r.language = s.options.summary.language;
    r.permalink = permalinksOf(s.list);
    const thread::ListingOptions listing{s.options.period, s.options.context, s.options.categories};
    onResult(library::loadListings(s.store, s.list.id, listing), this,
             [this](const Result<std::vector<thread::Listing>>& listings) {
                 if (m_state->stopped)
                     return;
                 if (!listings)
                     stop(listings.error());
                 else
                     takeListings(*listings);
             });
}

void ReportJob::takeListings(std::vector<thread::Listing> listings)
{
    State& s = *m_state;
    const MessageId& only = s.options.onlyThread;
    if (!only.isEmpty()) {
        std::erase_if(listings, [&only](const thread::Listing& listing) { return !holds(listing, only); });
        if (listings.empty()) {
            stop(
                fail(ErrorCode::NotFound,
                     tr("No thread of this period holds the mail <%1>.").arg(QString::fromUtf8(only.bytes))));
            return;
        }
    }
    linkRevisions(listings);
    for (thread::Listing& listing : listings) {
        report::ReportThread thread;
        thread.listing = std::move(listing);
        s.report.threads.push_back(std::move(thread));
    }
    countMarkedMails();
    s.openSteps = 2 * s.report.threads.size() + 3; // facts and summaries; ghosts, revisions and edits
    s.total = static_cast<qint64>(s.openSteps);
    fetchGhosts();
    fetchEdits();
    for (std::size_t i = 0; i < factsAtOnce; ++i)
        gatherFacts();
    startSummaries();
}

/// Oddities of mails that the library remembers, so that every run names the same ones.
void ReportJob::countMarkedMails()
{
    report::Report& r = m_state->report;
    for (const report::ReportThread& thread : r.threads) {
        for (const thread::ListedMail& listed : thread.listing.mails) {
            if (listed.mail.date.source != mail::DateSource::Header)
                r.problems.append(
                    {listed.mail.id, u"date"_s,
                     tr("The Date header is missing or cannot be right; another date stands in.")});
            if (listed.mail.hasVariant)
                r.problems.append({listed.mail.id, u"duplicate"_s,
                                   tr("Another mail has the same Message-ID and a different text.")});
        }
    }
}

void ReportJob::fetchGhosts()
{
    State& s = *m_state;
    QSet<IdNumber> known;
    QSet<IdNumber> wanted;
    for (const report::ReportThread& thread : s.report.threads) {
        for (const thread::ListedMail& listed : thread.listing.mails) {
            known.insert(listed.mail.number);
            if (listed.parentId != 0)
                wanted.insert(listed.parentId);
        }
    }
    wanted.subtract(known);
    onResult(s.store.messageIds(QList<IdNumber>(wanted.begin(), wanted.end())), this,
             [this](const Result<QHash<IdNumber, MessageId>>& ids) {
                 if (m_state->stopped)
                     return;
                 if (!ids) {
                     stop(ids.error());
                     return;
                 }
                 m_state->report.ghosts = *ids;
                 step();
             });
}

/// Revisions are looked for in the whole list: the ones before may have been posted before the period.
void ReportJob::linkRevisions(const std::vector<thread::Listing>& listings)
{
    State& s = *m_state;
    s.revisions = new library::RevisionsJob(s.store, s.list.id, s.options.period,
                                            thread::findAnsweredRevisions(listings), this);
    connect(s.revisions, &Job::finished, this, [this, job = s.revisions](const Status& outcome) {
        job->deleteLater();
        if (m_state->stopped)
            return;
        if (!outcome) {
            stop(outcome.error());
            return;
        }
        report::linkThreads(m_state->report, *job->revisions());
        step();
    });
    s.revisions->start();
}

void ReportJob::gatherFacts()
{
    State& s = *m_state;
    if (s.nextFacts >= s.report.threads.size())
        return;
    const std::size_t index = s.nextFacts++;
    const auto takeFacts = [this, index](const thread::Facts& facts) {
        if (m_state->stopped)
            return;
        m_state->report.threads[index].facts = facts;
        gatherFacts();
        step();
    };
    onResult(library::loadMaterial(s.store, s.report.threads[index].listing), this,
             [this, takeFacts](const Result<thread::Material>& material) {
                 if (m_state->stopped)
                     return;
                 if (!material) {
                     stop(material.error());
                     return;
                 }
                 onResult(QtConcurrent::run(thread::establishFacts, *material), this, takeFacts);
             });
}

QList<MessageId> ReportJob::anchors() const
{
    QList<MessageId> anchors;
    for (const report::ReportThread& thread : m_state->report.threads) {
        for (const thread::ListedMail& listed : thread.listing.mails)
            anchors.append(listed.mail.id);
    }
    return anchors;
}

void ReportJob::fetchEdits()
{
    State& s = *m_state;
    onResult(s.store.edits(s.list.id, anchors()), this,
             [this](const Result<QList<store::SummaryEdit>>& edits) {
                 if (m_state->stopped)
                     return;
                 if (!edits)
                     stop(edits.error());
                 else
                     takeEdits(*edits);
             });
}

void ReportJob::takeEdits(const QList<store::SummaryEdit>& edits)
{
    if (edits.isEmpty()) {
        step();
        return;
    }
    // With the versions that they were made from.
    State& s = *m_state;
    onResult(s.store.summaries(s.list.id, anchors()), this,
             [this, edits](const Result<QList<store::SummaryRecord>>& versions) {
                 if (m_state->stopped)
                     return;
                 if (!versions) {
                     stop(versions.error());
                     return;
                 }
                 report::useEdits(m_state->report, edits, *versions);
                 step();
             });
}

void ReportJob::startSummaries()
{
    if (m_state->options.source == SummarySource::Current) {
        useCurrentSummaries();
        return;
    }
    for (std::size_t i = 0; i < m_state->report.threads.size(); ++i)
        summarise(i, m_state->options.summary);
}

void ReportJob::useCurrentSummaries()
{
    State& s = *m_state;
    onResult(s.store.summaries(s.list.id, anchors()), this,
             [this](const Result<QList<store::SummaryRecord>>& versions) {
                 State& state = *m_state;
                 if (state.stopped)
                     return;
                 if (!versions) {
                     stop(versions.error());
                     return;
                 }
                 summary::SummaryOptions digest = state.options.summary;
                 digest.provider.reset();
                 digest.refresh = false;
                 for (std::size_t i = 0; i < state.report.threads.size(); ++i) {
                     report::ReportThread& thread = state.report.threads[i];
                     const store::SummaryRecord* current
                         = pickCurrent(*versions, thread.listing, digest.language);
                     if (current == nullptr) {
                         summarise(i, digest);
                         continue;
                     }
                     thread.summary = report::renumbered(*current, thread.listing);
                     step();
                 }
             });
}

void ReportJob::summarise(std::size_t index, const summary::SummaryOptions& options)
{
    State& s = *m_state;
    summary::SummaryJob* job
        = s.summariser.summarise(s.list.id, s.report.threads[index].listing, options, this);
    s.running.append(job);
    connect(job, &Job::finished, this, [this, job, index](const Status& outcome) {
        job->deleteLater();
        if (m_state->stopped)
            return;
        report::ReportThread& thread = m_state->report.threads[index];
        if (outcome) {
            thread.summary = job->summary();
        } else {
            m_state->failedThreads.emplace(index, outcome.error());
        }
        step();
    });
}

void ReportJob::step()
{
    State& s = *m_state;
    --s.openSteps;
    Job::report({tr("Gathering the report"), s.total - static_cast<qint64>(s.openSteps), s.total});
    if (s.openSteps > 0)
        return;
    if (s.options.omitDoubtful) {
        for (report::ReportThread& thread : s.report.threads) {
            if (thread.summary)
                store::omitDoubtful(*thread.summary);
        }
    }
    for (const auto& [index, error] : s.failedThreads) {
        const thread::Listing& listing = s.report.threads[index].listing;
        s.failures.append({listing.title, error});
        s.report.problems.append({listing.root, u"summary"_s, error.text});
    }
    lookBack();
}

/// The overview, when all it is made from is there. On the pool, which has the report meanwhile.
void ReportJob::lookBack()
{
    State& s = *m_state;
    const auto report = std::make_shared<report::Report>(std::move(s.report));
    const auto made = QtConcurrent::run([report, now = s.clock.now()] {
        std::vector<OverviewFacts> facts;
        facts.reserve(report->threads.size());
        std::vector<OverviewThread> threads;
        for (const report::ReportThread& thread : report->threads) {
            facts.push_back(overviewFacts(thread.facts));
            threads.push_back({&thread.listing, &facts.back(), thread.summary ? &*thread.summary : nullptr,
                               thread.next.has_value()});
        }
        report->overview = overviewOf(threads, overviewMoment(report->period, now), report->language);
        return true;
    });
    onResult(made, this, [this, report](bool) {
        m_state->report = std::move(*report);
        if (!m_state->stopped)
            finish(success());
    });
}

void ReportJob::cancel()
{
    stop(fail(ErrorCode::Cancelled, tr("The report was cancelled.")));
}

void ReportJob::stop(const Error& error)
{
    State& s = *m_state;
    if (s.stopped)
        return;
    s.stopped = true;
    for (const QPointer<summary::SummaryJob>& job : std::as_const(s.running)) {
        if (job != nullptr && !job->isFinished())
            job->cancel();
    }
    if (s.revisions != nullptr && !s.revisions->isFinished())
        s.revisions->cancel();
    finish(error);
}

} // namespace lb::brief
