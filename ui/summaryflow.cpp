// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summaryflow.h"

#include "core/onresult.h"
#include "library/material.h"
#include "summary/packing.h"
#include "ui/endpointnotice.h"
#include "ui/preferences.h"
#include "ui/summarypane.h"
#include "ui/userprompts.h"

#include <chrono>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SummaryFlow::SummaryFlow(Services& services, const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_model(parts.model)
    , m_pane(parts.pane)
    , m_prompts(parts.prompts)
    , m_window(parts.window)
    , m_runs(services, parts.jobs)
    , m_costs(services, {parts.jobs, parts.prompts, parts.window})
    , m_keys(services.keychain, services.sessionKeys)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(40ms);
    connect(&m_settle, &QTimer::timeout, this, &SummaryFlow::read);
    connect(&m_pane, &SummaryPane::regenerateRequested, this, &SummaryFlow::regenerate);
    connect(&m_pane, &SummaryPane::stopRequested, this, &SummaryFlow::stop);
    connect(&m_pane, &SummaryPane::versionChosen, this, [this](SummaryId id) {
        onResult(m_services.store.chooseSummary(id), this, [this](const Status& chosen) {
            if (!chosen)
                Q_EMIT failed(chosen.error());
            readVersions();
        });
    });
    connect(&m_runs, &SummaryRuns::started, this, [this](ThreadId thread, const QString& who) {
        m_before.insert(thread, m_model.marks().value(thread).summary);
        m_model.setSummary(thread, SummaryMark::Running);
        if (thread == m_thread)
            m_pane.beginRun(who);
    });
    connect(&m_runs, &SummaryRuns::textChanged, this, [this](ThreadId thread, const QString& markdown) {
        if (thread == m_thread && m_runs.isShown(thread))
            m_pane.showStreaming(markdown);
    });
    connect(&m_runs, &SummaryRuns::finished, this, &SummaryFlow::runFinished);
    connect(&m_costs, &CostFlow::told, this, &SummaryFlow::told);
    m_pane.setNextProvider(nextProviderName());
}

QString SummaryFlow::nextProviderName() const
{
    const std::optional<llm::Provider> provider = chosenProvider(m_services.settings);
    return provider ? providerName(*provider) : tr("the built-in digest");
}

void SummaryFlow::settingsChanged()
{
    m_keys.forget();
    m_costs.settingsChanged();
    m_pane.setNextProvider(nextProviderName());
    m_services.summariser.setJobs(qBound(1, m_services.settings.get(keys::Jobs), 16));
    reload();
}

void SummaryFlow::showThread(ListId list, ThreadId thread)
{
    if (list == m_list && thread == m_thread)
        return;
    m_list = list;
    m_thread = thread;
    reload();
}

void SummaryFlow::reload()
{
    const thread::Listing* listing = m_model.listing(m_thread);
    if (listing == nullptr)
        return;
    ++m_run;
    m_digestTried = false;
    m_sourceKey.clear();
    m_pane.showThread(*listing, std::nullopt);
    if (m_runs.isShown(m_thread)) {
        m_pane.beginRun(m_runs.who(m_thread));
        const QString text = m_runs.textSoFar(m_thread);
        if (!text.isEmpty())
            m_pane.showStreaming(text);
    }
    m_settle.start();
}

void SummaryFlow::clear()
{
    ++m_run;
    m_settle.stop();
    m_list = {};
    m_thread = {};
    m_pane.clear();
}

void SummaryFlow::read()
{
    const thread::Listing* listing = m_model.listing(m_thread);
    if (listing == nullptr)
        return;
    const quint64 run = m_run;
    const auto reading = onPool(library::loadMaterial(m_services.store, *listing),
                                [shown = *listing](const Result<thread::Material>& read) {
                                    Reading about;
                                    about.sourceKey = summary::sourceKey(shown);
                                    if (read)
                                        about.facts = thread::establishFacts(*read);
                                    return about;
                                });
    onResult(reading, this, [this, run](const Reading& about) {
        const thread::Listing* now = m_model.listing(m_thread);
        if (run != m_run || now == nullptr)
            return;
        m_sourceKey = about.sourceKey;
        m_pane.showThread(*now, about.facts);
        readVersions();
    });
}

void SummaryFlow::readVersions()
{
    const thread::Listing* listing = m_model.listing(m_thread);
    if (listing == nullptr)
        return;
    QList<MessageId> anchors;
    anchors.reserve(listing->count());
    for (const thread::ListedMail& listed : listing->mails)
        anchors.append(listed.mail.id);
    const quint64 run = m_run;
    onResult(m_services.store.summaries(m_list, anchors), this,
             [this, run](const Result<QList<store::SummaryRecord>>& versions) {
                 if (run != m_run)
                     return;
                 if (!versions)
                     Q_EMIT failed(versions.error());
                 else
                     takeVersions(*versions);
             });
}

void SummaryFlow::takeVersions(const QList<store::SummaryRecord>& all)
{
    const Language language = reportLanguage(m_services.settings);
    QList<store::SummaryRecord> versions;
    for (const store::SummaryRecord& version : all) {
        if (version.language == language)
            versions.append(version);
    }
    m_pane.setVersions(versions, m_sourceKey);
    ensureDigest(versions);
}

/// The pane is never left empty, and what costs nothing is never left out of date.
void SummaryFlow::ensureDigest(const QList<store::SummaryRecord>& versions)
{
    const thread::Listing* listing = m_model.listing(m_thread);
    if (listing == nullptr || m_digestTried || m_runs.isRunning(m_thread))
        return;
    const store::SummaryRecord* shown = shownSummary(versions, *listing, reportLanguage(m_services.settings));
    const bool stale
        = shown != nullptr && shown->kind == store::SummaryKind::Digest && shown->sourceKey != m_sourceKey;
    if (shown != nullptr && !stale)
        return;
    m_digestTried = true;
    m_runs.startDigest(m_list, *listing, reportLanguage(m_services.settings));
}

void SummaryFlow::runFinished(ThreadId thread, const Status& outcome, SummaryMark mark, bool asked)
{
    const SummaryMark before = m_before.take(thread);
    m_model.setSummary(thread, outcome ? mark : before);
    m_costs.threadEnded(thread, outcome);
    if (outcome)
        Q_EMIT summarised();
    if (thread != m_thread)
        return;
    if (asked)
        m_pane.endRun(outcome);
    if (outcome)
        readVersions();
}

void SummaryFlow::withProvider(
    const std::function<void(const summary::SummaryOptions&, const QString& who)>& proceed)
{
    summary::SummaryOptions options;
    options.language = reportLanguage(m_services.settings);
    options.provider = chosenProvider(m_services.settings);
    if (!options.provider) {
        proceed(options, nextProviderName());
        return;
    }
    const llm::Provider provider = *options.provider;
    noticeBeforeSending(m_window, m_prompts, m_services.settings, provider,
                        [this, options, provider, proceed] {
                            m_keys.find(provider, [options, provider, proceed](const QString& key) {
                                summary::SummaryOptions complete = options;
                                complete.key = key;
                                proceed(complete, providerName(provider));
                            });
                        });
}

void SummaryFlow::regenerate()
{
    const ThreadId thread = m_thread;
    const ListId list = m_list;
    if (m_model.listing(thread) == nullptr || m_runs.isShown(thread))
        return;
    withProvider([this, thread, list](const summary::SummaryOptions& options, const QString& who) {
        const thread::Listing* listing = m_model.listing(thread);
        if (listing == nullptr)
            return;
        summary::SummaryOptions anew = options;
        anew.refresh = true;
        anew.spending = m_costs.begin({thread});
        m_runs.start(list, *listing, anew, who);
    });
}

void SummaryFlow::summariseAll(const QList<ThreadId>& threads)
{
    const std::optional<llm::Provider> provider = chosenProvider(m_services.settings);
    QList<ThreadId> wanted;
    for (const ThreadId thread : threads) {
        const SummaryMark mark = m_model.marks().value(thread).summary;
        const bool lacking = mark == SummaryMark::None || mark == SummaryMark::Stale;
        const thread::Listing* listing = m_model.listing(thread);
        const bool better = provider && mark == SummaryMark::Digest && listing != nullptr
            && !m_costs.digestSuffices(*listing);
        if (lacking || better)
            wanted.append(thread);
    }
    if (wanted.isEmpty()) {
        Q_EMIT told(tr("Every thread shown has a summary that is up to date."));
        return;
    }
    const auto start = [this, wanted](const summary::SummaryOptions& options, const QString& who) {
        startAll(wanted, options, who);
    };
    if (!provider) {
        withProvider(start);
        return;
    }
    summary::SummaryOptions options;
    options.language = reportLanguage(m_services.settings);
    options.provider = provider;
    options.digestSmall = m_services.settings.get(keys::ModelForSmall) == 0;
    std::vector<thread::Listing> listings;
    for (const ThreadId thread : std::as_const(wanted)) {
        if (const thread::Listing* listing = m_model.listing(thread))
            listings.push_back(*listing);
    }
    m_costs.ask(m_model.arrangement().snapshot->scope.list, std::move(listings), options,
                [this, start] { withProvider(start); });
}

void SummaryFlow::startAll(const QList<ThreadId>& threads, const summary::SummaryOptions& options,
                           const QString& who)
{
    const SnapshotPointer& snapshot = m_model.arrangement().snapshot;
    if (snapshot == nullptr)
        return;
    QSet<ThreadId> there;
    for (const ThreadId thread : threads) {
        if (m_model.listing(thread) != nullptr)
            there.insert(thread);
    }
    summary::SummaryOptions counted = options;
    counted.digestSmall = m_services.settings.get(keys::ModelForSmall) == 0;
    counted.spending = m_costs.begin(there);
    for (const ThreadId thread : threads) {
        if (const thread::Listing* listing = m_model.listing(thread))
            m_runs.start(snapshot->scope.list, *listing, counted, who);
    }
}

bool SummaryFlow::stop()
{
    return m_runs.isShown(m_thread) && m_runs.stop(m_thread);
}

void SummaryFlow::applyMarks(const QHash<ThreadId, SummaryMark>& marks)
{
    m_model.setSummaries(marks);
    for (auto it = m_before.begin(); it != m_before.end(); ++it)
        *it = marks.value(it.key(), SummaryMark::None);
}

} // namespace lb::ui
