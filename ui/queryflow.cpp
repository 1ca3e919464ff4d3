// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queryflow.h"

#include "core/onresult.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

namespace
{

constexpr qsizetype mostAnswers = 200; ///< kept; some 25 kB each in a library of 200,000 mails

} // namespace

QStringList listsNamed(const query::Query& query)
{
    QStringList names;
    for (const query::Term& term : query.terms) {
        if (term.field == query::Field::List && !names.contains(term.text, Qt::CaseInsensitive))
            names.append(term.text);
    }
    return names;
}

QueryFlow::QueryFlow(Services& services, ThreadArranger& arranger, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_arranger(arranger)
    , m_stopped(std::make_shared<std::atomic_bool>(false))
{
}

QueryFlow::~QueryFlow()
{
    *m_stopped = true;
}

void QueryFlow::ask(const QString& text)
{
    query::Parsed parsed = query::parse(text, m_services.clock.now().date());
    if (!parsed.problem) {
        m_query = std::move(parsed.query);
        plan();
    }
    Q_EMIT understood(parsed.problem);
}

void QueryFlow::clear()
{
    m_query = {};
    plan();
}

void QueryFlow::setList(const QString& name)
{
    m_list = name;
    if (m_query.asks(query::Field::List))
        show();
}

void QueryFlow::setIdentity(const query::Identity& me)
{
    if (m_me == me)
        return;
    m_me = me;
    plan();
}

void QueryFlow::plan()
{
    m_plan = m_query.isEmpty() ? nullptr : std::make_shared<const query::Plan>(m_query, m_me);
    show();
    askLibrary();
}

void QueryFlow::show()
{
    ThreadFilter filter = m_arranger.filter();
    filter.plan = m_plan;
    filter.list = m_list;
    filter.found.clear();
    if (m_plan != nullptr) {
        for (const store::TextTerm& text : m_plan->texts())
            filter.found.push_back(m_answers.value(text));
    }
    m_arranger.setFilter(filter);
}

void QueryFlow::askLibrary()
{
    *m_stopped = true;
    ++m_run;
    if (m_plan == nullptr)
        return;
    std::vector<store::TextTerm> missing;
    for (const store::TextTerm& text : m_plan->texts()) {
        if (!m_answers.contains(text))
            missing.push_back(text);
    }
    if (missing.empty())
        return;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    onResult(m_services.store.findTexts(missing, m_stopped), this,
             [this, missing, run = m_run](const Result<store::Store::FoundTexts>& found) {
                 if (!found) {
                     if (found.error().code != ErrorCode::Cancelled)
                         Q_EMIT failed(found.error());
                     return;
                 }
                 take(*found, missing); // also of a question that was dropped: it may be asked again
                 if (run != m_run)
                     return;
                 Q_EMIT indexed(found->isComplete);
                 show();
                 // The index grew between two questions: the answers before are too old to stand beside
                 // these.
                 if (!m_arranger.filter().isComplete())
                     askLibrary();
             });
}

void QueryFlow::take(const store::Store::FoundTexts& found, const std::vector<store::TextTerm>& texts)
{
    if (found.indexedTo != m_indexedTo || m_answers.size() > mostAnswers)
        m_answers.clear();
    m_indexedTo = found.indexedTo;
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_answers.insert(texts[i], found.mails[i]);
}

void QueryFlow::refresh()
{
    m_answers.clear();
    askLibrary(); // what is shown stays until the answers are there
}

void QueryFlow::readPeople()
{
    const SnapshotPointer snapshot = m_arranger.snapshot();
    if (snapshot == nullptr)
        return;
    onResult(QtConcurrent::run([snapshot] { return peopleOf(*snapshot); }), this,
             [this](const QList<query::Vocabulary::Person>& people) { Q_EMIT peopleRead(people); });
}

} // namespace lb::ui
