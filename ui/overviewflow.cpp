// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewflow.h"

#include "brief/charts.h"
#include "brief/overview.h"
#include "core/onresult.h"
#include "ui/factsflow.h"
#include "ui/overviewpane.h"

#include <QLocale>
#include <QtConcurrentRun>

#include <chrono>

namespace lb::ui
{

using namespace std::chrono_literals;

namespace
{

using KnownFacts = QHash<ThreadId, brief::OverviewFactsPointer>;

/// What the overview is made from.
struct Sources {
    SnapshotPointer snapshot;
    RevisionsPointer revisions;
    KnownFacts facts;
    QDateTime now;
    Language language = Language::English;
};

/// What summaries of these threads may be kept under.
QList<MessageId> anchorsOf(const Sources& from)
{
    QList<MessageId> anchors;
    for (const ThreadEntry& entry : from.snapshot->periodThreads()) {
        if (!from.facts.contains(entry.listing.thread))
            continue;
        for (const thread::ListedMail& listed : entry.listing.mails)
            anchors.append(listed.mail.id);
    }
    return anchors;
}

report::Overview overviewFrom(const Sources& from, const QList<store::SummaryRecord>& versions)
{
    QHash<MessageId, QList<store::SummaryRecord>> byAnchor;
    for (const store::SummaryRecord& version : versions)
        byAnchor[version.anchor].append(version);
    std::vector<brief::OverviewThread> threads;
    std::vector<store::SummaryRecord> summaries;
    summaries.reserve(from.snapshot->ofPeriod);
    for (const ThreadEntry& entry : from.snapshot->periodThreads()) {
        const auto facts = from.facts.constFind(entry.listing.thread);
        if (facts == from.facts.cend())
            continue;
        QList<store::SummaryRecord> own;
        for (const thread::ListedMail& listed : entry.listing.mails)
            own += byAnchor.value(listed.mail.id);
        brief::OverviewThread thread{&entry.listing, facts->get(), nullptr, false};
        if (const store::SummaryRecord* shown = shownSummary(own, entry.listing, from.language)) {
            summaries.push_back(*shown);
            thread.summary = &summaries.back();
        }
        thread.superseded = from.revisions != nullptr && brief::isSuperseded(entry.listing, *from.revisions);
        threads.push_back(thread);
    }
    return brief::overviewOf(threads, brief::overviewMoment(from.snapshot->scope.period, from.now),
                             from.language);
}

brief::ChartsPointer chartsFrom(const Snapshot& snapshot, const QList<store::WeekRecord>& weeks,
                                const QDateTime& now)
{
    std::vector<const thread::Listing*> threads;
    threads.reserve(snapshot.ofPeriod);
    for (const ThreadEntry& entry : snapshot.periodThreads())
        threads.push_back(&entry.listing);
    return std::make_shared<const brief::Charts>(brief::chartsOf(threads, weeks, snapshot.scope.period, now));
}

} // namespace

OverviewFlow::OverviewFlow(Services& services, const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_arranger(parts.arranger)
    , m_lists(parts.lists)
    , m_facts(parts.facts)
    , m_pane(parts.pane)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(200ms);
    connect(&m_rest, &QTimer::timeout, this, &OverviewFlow::make);
    connect(&m_pane, &OverviewPane::appeared, this, [this] {
        if (m_wanted)
            make();
    });
}

void OverviewFlow::clear()
{
    ++m_run;
    ++m_chartsRun;
    m_charted.reset();
    m_rest.stop();
    m_pane.clear();
}

void OverviewFlow::refresh()
{
    m_wanted = true;
    if (m_pane.isVisible() && !m_rest.isActive())
        m_rest.start();
}

void OverviewFlow::make()
{
    m_rest.stop();
    if (!m_pane.isVisible() || m_arranger.snapshot() == nullptr)
        return;
    m_wanted = false;
    makeCharts();
    const bool reading = m_facts.isReading();
    // As the window speaks: it is a part of it, and no document.
    const auto from = std::make_shared<const Sources>(
        Sources{m_arranger.snapshot(), m_arranger.revisions(), m_facts.overviewFacts(),
                m_services.clock.now(), languageFromCode(QLocale().name()).value_or(Language::English)});
    const auto anchors = QtConcurrent::run([from] { return anchorsOf(*from); });
    onResult(anchors, this, [this, from, reading, run = ++m_run](const QList<MessageId>& found) {
        if (run != m_run)
            return;
        const auto made
            = onPool(m_services.store.summaries(from->snapshot->scope.list, found),
                     [from](const Result<QList<store::SummaryRecord>>& versions) {
                         return overviewFrom(*from, versions ? *versions : QList<store::SummaryRecord>());
                     });
        onResult(made, this, [this, from, reading, run](const report::Overview& overview) {
            if (run == m_run)
                m_pane.show(overview, from->language, reading);
        });
    });
}

/// Facts come in many batches and change nothing about them.
void OverviewFlow::makeCharts()
{
    const SnapshotPointer snapshot = m_arranger.snapshot();
    const QList<store::WeekRecord> weeks = m_lists.weeks(snapshot->scope.list);
    if (isOf(m_charted, snapshot) && weeks == m_chartedWeeks)
        return;
    m_charted = snapshot;
    m_chartedWeeks = weeks;
    const auto made = QtConcurrent::run(
        [snapshot, weeks, now = m_services.clock.now()] { return chartsFrom(*snapshot, weeks, now); });
    onResult(made, this, [this, run = ++m_chartsRun](const brief::ChartsPointer& charts) {
        if (run == m_chartsRun)
            m_pane.showCharts(charts);
    });
}

} // namespace lb::ui
