// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summaryflow.h"

#include "brief/providerchoice.h"
#include "core/onresult.h"
#include "library/material.h"
#include "summary/packing.h"
#include "summary/staleness.h"
#include "ui/endpointnotice.h"
#include "ui/preferences.h"
#include "ui/summarypane.h"
#include "ui/userprompts.h"

#include <algorithm>
#include <chrono>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SummaryFlow::SummaryFlow(Services& services, const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_model(parts.model)
    , m_lists(parts.lists)
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
    connect(&m_pane, &SummaryPane::regenerateRequested, this, [this] { regenerate(); });
    connect(&m_pane, &SummaryPane::stopRequested, this, &SummaryFlow::stop);
    connect(&m_pane, &SummaryPane::versionChosen, this, &SummaryFlow::choose);
    connect(&m_runs, &SummaryRuns::started, this, [this](ThreadId thread, const QString& who) {
        const ThreadMarks marks = m_model.marks().value(thread);
        if (const store::SummaryRecord* shown = thread == m_thread ? current() : nullptr)
            m_earlier.insert(thread, shown->id);
        m_before.insert(thread, {marks.summary, marks.gist, marks.mailsSince, marks.byModel});
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

std::optional<llm::Provider> SummaryFlow::usualProvider() const
{
    return brief::providerFor(m_services.settings, listName());
}

QString SummaryFlow::nextProviderName() const
{
    const std::optional<llm::Provider> provider = usualProvider();
    return provider ? providerName(*provider) : tr("the built-in digest");
}

QString SummaryFlow::listName() const
{
    const auto& snapshot = m_model.arrangement().snapshot;
    const store::ListRecord* list = snapshot ? m_lists.list(snapshot->scope.list) : nullptr;
    return list == nullptr ? QString() : list->name;
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
    m_translate.reset();
    m_turnedTo.reset();
    m_versions.clear();
    m_pane.setNextProvider(nextProviderName());
    reload();
}

void SummaryFlow::choose(SummaryId version)
{
    onResult(m_services.store.chooseSummary(version), this, [this](const Status& chosen) {
        if (!chosen)
            Q_EMIT failed(chosen.error());
        readVersions();
    });
}

Language SummaryFlow::language() const
{
    return m_turnedTo.value_or(reportLanguage(m_services.settings));
}

const store::SummaryRecord* SummaryFlow::current() const
{
    const thread::Listing* shown = listing();
    return shown == nullptr ? nullptr : shownSummary(m_versions, *shown, language());
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
    m_turnedTo.reset();
    m_versions.clear();
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

QList<MessageId> SummaryFlow::anchors() const
{
    QList<MessageId> ids;
    if (const thread::Listing* shown = listing()) {
        ids.reserve(shown->count());
        for (const thread::ListedMail& listed : shown->mails)
            ids.append(listed.mail.id);
    }
    return ids;
}

void SummaryFlow::readVersions()
{
    if (listing() == nullptr)
        return;
    const quint64 run = m_run;
    onResult(m_services.store.summaries(m_list, anchors()), this,
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
    m_versions.clear();
    for (const store::SummaryRecord& version : all) {
        if (version.language == language())
            m_versions.append(version);
    }
    m_pane.setVersions(m_versions, m_sourceKey);
    showStaleness();
    Q_EMIT versionsRead();
    translateIfWanted();
    ensureDigest(m_versions);
}

/// The pane is never left empty, and what costs nothing is never left out of date.
void SummaryFlow::ensureDigest(const QList<store::SummaryRecord>& versions)
{
    const thread::Listing* listing = m_model.listing(m_thread);
    if (listing == nullptr || m_digestTried || m_runs.isRunning(m_thread))
        return;
    const store::SummaryRecord* shown = shownSummary(versions, *listing, language());
    const bool stale
        = shown != nullptr && shown->kind == store::SummaryKind::Digest && shown->sourceKey != m_sourceKey;
    if (shown != nullptr && !stale)
        return;
    m_digestTried = true;
    m_runs.startDigest(m_list, *listing, language());
}

void SummaryFlow::runFinished(ThreadId thread, const Status& outcome, const SummaryNote& note, bool asked)
{
    const SummaryNote before = m_before.take(thread);
    const SummaryId earlier = m_earlier.take(thread);
    m_model.setSummary(thread, outcome && note.mark != SummaryMark::None ? note : before);
    if (outcome && asked)
        Q_EMIT versionMade(thread, earlier);
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

/// What a run would do about it is said with it.
void SummaryFlow::showStaleness()
{
    const store::SummaryRecord* shown = current();
    if (shown == nullptr || shown->kind != store::SummaryKind::Model)
        return;
    const summary::SummaryOptions options = optionsFor({});
    m_pane.setStaleness(summary::stalenessOf(*shown, *listing(), options.provider), whyWhole(options));
}

summary::SummaryOptions SummaryFlow::optionsFor(const Wish& wish) const
{
    summary::SummaryOptions options;
    options.language = language();
    options.provider = wish.provider ? wish.provider : usualProvider();
    options.instruction = wish.instruction;
    options.reading = wish.whole ? summary::Reading::Whole : summary::Reading::Automatic;
    // What is known already is not asked for again, but whoever regenerates wants another text.
    options.refresh = !wish.translated && whyWhole(options) != summary::WholeReason::None;
    if (const store::ListRecord* list = m_lists.list(m_list))
        options.glossary = glossaryOf(m_services.settings, list->name);
    return options;
}

void SummaryFlow::withProvider(
    const summary::SummaryOptions& options,
    const std::function<void(const summary::SummaryOptions&, const QString& who)>& proceed)
{
    if (!options.provider) {
        proceed(options, nextProviderName());
        return;
    }
    const llm::Provider provider = *options.provider;
    noticeBeforeSending(
        m_window, m_prompts, m_services.settings, provider, [this, options, provider, proceed] {
            m_keys.complete(provider, [options, proceed](const llm::Provider& ready, const QString& key) {
                summary::SummaryOptions complete = options;
                complete.provider = ready;
                complete.key = key;
                proceed(complete, providerName(ready));
            });
        });
}

void SummaryFlow::regenerate(const Wish& wish)
{
    const ThreadId thread = m_thread;
    const ListId list = m_list;
    const thread::Listing* shown = listing();
    if (shown == nullptr || m_runs.isShown(thread))
        return;
    withProvider(optionsFor(wish),
                 [this, thread, list](const summary::SummaryOptions& options, const QString& who) {
                     const thread::Listing* listing = m_model.listing(thread);
                     if (listing == nullptr)
                         return;
                     summary::SummaryOptions counted = options;
                     counted.spending = m_costs.begin({thread});
                     m_runs.start(list, *listing, counted, who);
                 });
}

summary::WholeReason SummaryFlow::whyWhole(const summary::SummaryOptions& options) const
{
    const thread::Listing* shown = listing();
    if (options.reading == summary::Reading::Whole || !options.provider || shown == nullptr)
        return summary::WholeReason::Asked;
    return summary::planUpdate(
               *shown, m_versions,
               {options.provider->id, options.provider->model, options.language, options.instruction})
        .reason;
}

void SummaryFlow::turnLanguage()
{
    const store::SummaryRecord* shown = current();
    m_translate.reset();
    if (shown != nullptr && shown->kind == store::SummaryKind::Model) // by whom and with what it was made
        m_translate = Wish{brief::providerWithId(m_services.settings, shown->provider), shown->instruction,
                           false, true};
    m_turnedTo = language() == Language::English ? Language::Chinese : Language::English;
    m_digestTried = m_translate.has_value();
    readVersions();
}

/// Once it is known that there is none in this language.
void SummaryFlow::translateIfWanted()
{
    const bool any = std::ranges::any_of(m_versions, [](const store::SummaryRecord& version) {
        return version.kind == store::SummaryKind::Model;
    });
    const std::optional<Wish> wish = std::exchange(m_translate, std::nullopt);
    if (wish && !any)
        regenerate(*wish);
}

/// Digests cost nothing and are made at once; a model's summaries are asked about, and never become digests.
void SummaryFlow::updateStale()
{
    QList<ThreadId> stale;
    int digests = 0;
    for (const ThreadId thread : m_model.shownThreads()) {
        const ThreadMarks marks = m_model.marks().value(thread);
        if (marks.summary != SummaryMark::Stale)
            continue;
        if (marks.byModel) {
            stale.append(thread);
            continue;
        }
        ++digests;
        m_runs.startDigest(m_model.arrangement().snapshot->scope.list, *m_model.listing(thread),
                           reportLanguage(m_services.settings));
    }
    if (stale.isEmpty())
        Q_EMIT told(digests > 0 ? tr("%n digest(s) brought up to date.", nullptr, digests)
                                : tr("Every summary shown has seen all mails of its thread."));
    else if (!usualProvider())
        Q_EMIT told(tr("%n summary(s) by a model are out of date. Choose a model in the settings.", nullptr,
                       static_cast<int>(stale.size())));
    else
        askToSummarise(stale, tr("Update Summaries"),
                       tr("The earlier claims and the new mails are sent to that service; where a new "
                          "revision was posted or most mails are new, the whole thread."));
}

void SummaryFlow::summariseAll(const QList<ThreadId>& threads)
{
    const std::optional<llm::Provider> provider = usualProvider();
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
    askToSummarise(
        wanted, tr("Summarise All"),
        tr("Their mail is sent to that service, one request for each thread. Summaries there are stay "
           "among the versions."));
}

void SummaryFlow::askToSummarise(const QList<ThreadId>& threads, const QString& title, const QString& detail)
{
    const auto begin = [this, threads] {
        summary::SummaryOptions options;
        options.language = reportLanguage(m_services.settings);
        options.provider = usualProvider();
        withProvider(options, [this, threads](const summary::SummaryOptions& complete, const QString& who) {
            startAll(threads, complete, who);
        });
    };
    const std::optional<llm::Provider> provider = usualProvider();
    if (!provider) {
        begin();
        return;
    }
    summary::SummaryOptions options;
    options.language = reportLanguage(m_services.settings);
    options.provider = provider;
    options.digestSmall = m_services.settings.get(keys::ModelForSmall) == 0;
    options.glossary = glossaryOf(m_services.settings, listName());
    std::vector<thread::Listing> listings;
    for (const ThreadId thread : threads) {
        if (const thread::Listing* listing = m_model.listing(thread))
            listings.push_back(*listing);
    }
    m_costs.ask(m_model.arrangement().snapshot->scope.list, std::move(listings), options, {title, detail},
                begin);
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
    counted.glossary = glossaryOf(m_services.settings, listName());
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

void SummaryFlow::applyMarks(const QHash<ThreadId, SummaryNote>& notes)
{
    m_model.setSummaries(notes);
    for (auto it = m_before.begin(); it != m_before.end(); ++it)
        *it = notes.value(it.key());
}

} // namespace lb::ui
