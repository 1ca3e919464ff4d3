// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchesflow.h"

#include "core/onresult.h"
#include "query/texts.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

namespace
{

/// Asked for at once: what the user asks meanwhile waits for no more than these.
constexpr std::size_t textsAtOnce = 8;
/// Of all searches together; some 25 kB each in a library of 200,000 mails. A search that needs more is not
/// counted.
constexpr std::size_t mostTexts = 500;
constexpr qsizetype longestName = 200;

auto named(const QString& name)
{
    return [name](const store::SavedSearch& search) { return search.name == name; };
}

} // namespace

SearchesFlow::SearchesFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger,
                           ViewsModel& views, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_model(model)
    , m_arranger(arranger)
    , m_views(views)
    , m_stopped(std::make_shared<std::atomic_bool>(false))
{
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &SearchesFlow::plan);
    connect(&m_arranger, &ThreadArranger::surveyed, this, &SearchesFlow::surveyed);
}

SearchesFlow::~SearchesFlow()
{
    *m_stopped = true;
}

// what is kept

void SearchesFlow::read()
{
    onResult(m_services.store.savedSearches(), this,
             [this, changes = m_changes](const Result<QList<store::SavedSearch>>& searches) {
                 if (!searches) {
                     Q_EMIT failed(searches.error());
                     return;
                 }
                 if (changes != m_changes)
                     return;
                 m_isRead = true;
                 take(*searches);
                 const QList<store::SavedSearch> waiting = std::exchange(m_waiting, {});
                 for (const store::SavedSearch& search : waiting)
                     add(search.name, search.query);
             });
}

void SearchesFlow::save(const QString& name, const QString& query)
{
    if (m_isRead)
        add(name, query);
    else
        m_waiting.append({name, query});
}

void SearchesFlow::add(const QString& name, const QString& query)
{
    QList<store::SavedSearch> searches = m_views.searches();
    const auto same = std::find_if(searches.begin(), searches.end(), named(name));
    if (same != searches.end()) {
        same->query = query;
    } else if (searches.size() < store::mostSearches) {
        searches.append({name, query});
    } else {
        Q_EMIT told(tr("There are %1 saved searches already: remove one first.").arg(store::mostSearches));
        return;
    }
    store(searches);
    Q_EMIT told(tr("The filter is among the views now: there F2 renames it and Delete removes it."));
}

void SearchesFlow::rename(const QString& name, const QString& wanted)
{
    const QString better = wanted.simplified().left(longestName);
    if (better == name)
        return;
    QList<store::SavedSearch> searches = m_views.searches();
    if (better.isEmpty()) {
        Q_EMIT told(tr("A saved search needs a name: it keeps “%1”.").arg(name));
        return;
    }
    if (std::any_of(searches.begin(), searches.end(), named(better))) {
        Q_EMIT told(tr("There is a saved search “%1” already: this one keeps “%2”.").arg(better, name));
        return;
    }
    const auto renamed = std::find_if(searches.begin(), searches.end(), named(name));
    if (renamed == searches.end())
        return;
    renamed->name = better;
    store(searches);
}

void SearchesFlow::remove(const QString& name)
{
    QList<store::SavedSearch> searches = m_views.searches();
    searches.removeIf(named(name));
    store(searches);
}

void SearchesFlow::store(const QList<store::SavedSearch>& searches)
{
    ++m_changes;
    take(searches);
    onResult(m_services.store.saveSearches(searches), this, [this](const Status& saved) {
        if (saved)
            return;
        Q_EMIT failed(saved.error());
        read();
    });
}

void SearchesFlow::take(const QList<store::SavedSearch>& searches)
{
    const bool same
        = searches == m_views.searches() && static_cast<qsizetype>(m_ready.size()) == searches.size();
    m_views.setSearches(searches);
    if (!same)
        plan();
}

// what they ask

void SearchesFlow::setIdentity(const query::Identity& me)
{
    if (m_me == me)
        return;
    m_me = me;
    plan();
}

void SearchesFlow::setList(const QString& name)
{
    if (std::exchange(m_list, name) == name)
        return;
    if (std::any_of(m_ready.begin(), m_ready.end(), [](const Ready& ready) {
            return ready.plan != nullptr && ready.plan->query().asks(query::Field::List);
        }))
        count();
}

void SearchesFlow::plan()
{
    m_day = m_services.clock.now().date();
    m_ready.clear();
    m_texts.clear();
    ++m_plans;
    QSet<store::TextTerm> wanted;
    bool isRelative = false;
    for (const store::SavedSearch& search : m_views.searches()) {
        query::Parsed parsed = query::parse(search.query, m_day);
        Ready ready;
        if (parsed.problem) {
            ready.problem = query::Texts::problem(*parsed.problem);
        } else {
            isRelative = isRelative || parsed.query.asks(query::Field::Since)
                || parsed.query.asks(query::Field::Until) || parsed.query.asks(query::Field::During);
            ready.plan = std::make_shared<const query::Plan>(std::move(parsed.query), m_me);
            for (const store::TextTerm& text : ready.plan->texts()) {
                if (m_texts.size() >= mostTexts || wanted.contains(text))
                    continue;
                wanted.insert(text);
                m_texts.push_back(text);
            }
        }
        m_ready.push_back(std::move(ready));
    }
    m_answers.removeIf([&wanted](const auto& answer) { return !wanted.contains(answer.key()); });
    m_missing.clear();
    std::copy_if(m_texts.begin(), m_texts.end(), std::back_inserter(m_missing),
                 [this](const store::TextTerm& text) { return !m_answers.contains(text); });
    m_midnight.stop();
    if (isRelative)
        m_midnight.start(sleepUntil(m_services.clock,
                                    QDateTime(m_day.addDays(1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch()));
    askLibrary();
    count();
}

void SearchesFlow::refresh()
{
    if (m_asking) {
        m_askAgain = true; // what was asked for before may be answered by the older index
        return;
    }
    m_missing = m_texts; // what is counted stays until the answers are there
    askLibrary();
}

void SearchesFlow::askLibrary()
{
    if (m_asking || m_missing.empty())
        return;
    const auto end = m_missing.begin() + static_cast<std::ptrdiff_t>(std::min(textsAtOnce, m_missing.size()));
    const std::vector<store::TextTerm> texts(m_missing.begin(), end);
    m_missing.erase(m_missing.begin(), end);
    m_asking = true;
    onResult(m_services.store.findTexts(texts, m_stopped), this,
             [this, texts](const Result<store::Store::FoundTexts>& found) {
                 m_asking = false;
                 if (!found) {
                     m_missing.clear();
                     m_askAgain = false;
                     Q_EMIT failed(found.error());
                     return;
                 }
                 for (std::size_t i = 0; i < texts.size(); ++i)
                     m_answers.insert(texts[i], found->mails[i]);
                 if (!m_missing.empty()) {
                     askLibrary();
                     return;
                 }
                 if (std::exchange(m_askAgain, false))
                     refresh();
                 count();
             });
}

// how many threads that is

void SearchesFlow::surveyed()
{
    if (m_model.arrangement().snapshot == nullptr || m_ready.empty())
        return;
    if (m_countedState != m_arranger.surveyedState() || m_countedHiding != m_arranger.filter().hideSettled)
        count();
}

std::vector<ThreadFilter> SearchesFlow::filters() const
{
    std::vector<ThreadFilter> filters;
    for (const Ready& ready : m_ready) {
        ThreadFilter filter;
        filter.plan = ready.plan;
        filter.list = m_list;
        filter.hideSettled = m_arranger.filter().hideSettled;
        if (ready.plan != nullptr) {
            for (const store::TextTerm& text : ready.plan->texts())
                filter.found.push_back(m_answers.value(text));
        }
        filters.push_back(std::move(filter));
    }
    return filters;
}

void SearchesFlow::count()
{
    if (m_counting) {
        m_again = true;
        return;
    }
    m_again = false;
    const SnapshotPointer snapshot = m_model.arrangement().snapshot;
    if (snapshot == nullptr || m_ready.empty())
        return;
    m_counting = true;
    m_countedState = m_arranger.surveyedState();
    m_countedHiding = m_arranger.filter().hideSettled;
    ++m_runs;
    auto work = [scope = CountedScope{snapshot, m_model.marks(), m_model.arrangement().survey},
                 asked = filters()] { return countMatches(scope, asked); };
    onResult(QtConcurrent::run(std::move(work)), this,
             [this, plans = m_plans,
              counted = std::weak_ptr<const Snapshot>(snapshot)](const QList<SearchCount>& counts) {
                 m_counting = false;
                 if (plans == m_plans && isOf(counted, m_model.arrangement().snapshot))
                     show(counts);
                 if (m_again)
                     count();
             });
}

void SearchesFlow::show(QList<SearchCount> counts)
{
    for (qsizetype i = 0; i < counts.size(); ++i)
        counts[i].problem = m_ready[static_cast<std::size_t>(i)].problem;
    m_views.setSearchCounts(counts);
}

} // namespace lb::ui
