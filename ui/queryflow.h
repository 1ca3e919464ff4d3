// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "query/completion.h"
#include "query/evaluation.h"
#include "ui/models/threadarranger.h"
#include "ui/services.h"

#include <QHash>
#include <QObject>

#include <atomic>

namespace lb::ui
{

/// The lists that a query names, each once whatever its case, in its order.
[[nodiscard]] QStringList listsNamed(const query::Query& query);

/// From what is typed to what the tree shows: reads the query, shows what is known at once, and asks the
/// library for the texts that it needs; what it answered is kept until the index grows. With every key the
/// question before is dropped. GUI thread.
class QueryFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryFlow)
public:
    QueryFlow(Services& services, ThreadArranger& arranger, QObject* parent = nullptr);
    ~QueryFlow() override;

    void ask(const QString& text); ///< what cannot be understood leaves the tree as it is
    void clear(); ///< every thread
    void refresh(); ///< the library or its index has grown
    void setList(const QString& name); ///< that is shown
    void setIdentity(const query::Identity& me);
    void readPeople(); ///< of the threads that are shown, anew

    /// The lists that the query names, see listsNamed().
    [[nodiscard]] QStringList wantedLists() const { return listsNamed(m_query); }

Q_SIGNALS:
    void understood(const std::optional<lb::query::Problem>& problem); ///< none = all of it
    void indexed(bool complete); ///< whether all mail is in the index
    void peopleRead(const QList<lb::query::Vocabulary::Person>& people);
    void failed(const lb::Error& error);

private:
    void plan();
    void show();
    void askLibrary();
    void take(const store::Store::FoundTexts& found, const std::vector<store::TextTerm>& texts);

    Services& m_services;
    ThreadArranger& m_arranger;
    query::Query m_query;
    query::Identity m_me;
    QString m_list;
    std::shared_ptr<const query::Plan> m_plan; ///< null = every thread
    QHash<store::TextTerm, store::MailSetPointer> m_answers;
    qint64 m_indexedTo = -1; ///< of the answers
    std::shared_ptr<std::atomic_bool> m_stopped; ///< of the question under way
    quint64 m_run = 0;
};

} // namespace lb::ui
