// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadtreemodel.h"

#include "thread/people.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

// What an index's internal id says: the lowest bits whose child it is, the others of which one.
enum Level : quintptr {
    OfNobody, ///< a category
    OfCategory, ///< a thread or series; number of the category's row
    OfSeries, ///< a thread; number of the series
    OfThread, ///< a mail; index of the thread in the snapshot
};
constexpr quintptr levels = 4;

constexpr quintptr markOf(Level level, int number)
{
    return static_cast<quintptr>(number) * levels + level;
}

Level levelOf(const QModelIndex& index)
{
    return static_cast<Level>(index.internalId() % levels);
}

std::size_t numberOf(const QModelIndex& index)
{
    return static_cast<std::size_t>(index.internalId() / levels);
}

SummaryNote noteOf(const ThreadMarks& marks)
{
    return {marks.summary, marks.gist, marks.mailsSince, marks.byModel};
}

void setNote(ThreadMarks& marks, const SummaryNote& note)
{
    marks.summary = note.mark;
    marks.gist = note.gist;
    marks.mailsSince = note.mailsSince;
    marks.byModel = note.byModel;
}

} // namespace

ThreadTreeModel::Kind ThreadTreeModel::kindOf(const QModelIndex& index) const
{
    switch (levelOf(index)) {
    case OfNobody:
        return Kind::Category;
    case OfSeries:
        return Kind::Thread;
    case OfThread:
        return Kind::Mail;
    case OfCategory:
        break;
    }
    const Arrangement::Group& group = m_arrangement.groups[numberOf(index)];
    return group.rows[static_cast<std::size_t>(index.row())].series >= 0 ? Kind::Series : Kind::Thread;
}

int ThreadTreeModel::threadOf(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    switch (levelOf(index)) {
    case OfThread:
        return static_cast<int>(numberOf(index));
    case OfSeries:
        return m_arrangement.series[numberOf(index)].threads[row];
    case OfCategory:
    case OfNobody:
        break;
    }
    return m_arrangement.groups[numberOf(index)].rows[row].thread;
}

const Arrangement::Series& ThreadTreeModel::seriesAt(const QModelIndex& index) const
{
    const Arrangement::Group& group = m_arrangement.groups[numberOf(index)];
    const int series = group.rows[static_cast<std::size_t>(index.row())].series;
    return m_arrangement.series[static_cast<std::size_t>(series)];
}

const thread::ListedMail& ThreadTreeModel::mailAt(int thread, int row) const
{
    const ThreadEntry& entry = m_arrangement.entry(thread);
    const int at = entry.outline[static_cast<std::size_t>(row)].index;
    return entry.listing.mails[static_cast<std::size_t>(at)];
}

QModelIndex ThreadTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, markOf(OfNobody, 0));
    switch (kindOf(parent)) {
    case Kind::Category:
        return createIndex(row, column, markOf(OfCategory, parent.row()));
    case Kind::Series: {
        const Arrangement::Place& place = m_arrangement.places[static_cast<std::size_t>(threadOf(parent))];
        return createIndex(row, column, markOf(OfSeries, place.series));
    }
    case Kind::Thread:
    case Kind::Mail:
        break;
    }
    return createIndex(row, column, markOf(OfThread, threadOf(parent)));
}

QModelIndex ThreadTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    switch (levelOf(child)) {
    case OfNobody:
        return {};
    case OfCategory:
        return createIndex(static_cast<int>(numberOf(child)), 0, markOf(OfNobody, 0));
    case OfSeries: {
        const Arrangement::Series& series = m_arrangement.series[numberOf(child)];
        return createIndex(series.row, 0, markOf(OfCategory, series.group));
    }
    case OfThread:
        break;
    }
    return indexOfPlace(m_arrangement.places[static_cast<std::size_t>(threadOf(child))]);
}

QModelIndex ThreadTreeModel::indexOfPlace(const Arrangement::Place& place) const
{
    if (place.group < 0)
        return {};
    if (place.series >= 0)
        return createIndex(place.child, 0, markOf(OfSeries, place.series));
    return createIndex(place.row, 0, markOf(OfCategory, place.group));
}

int ThreadTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_arrangement.groups.size());
    if (parent.column() != 0)
        return 0;
    switch (kindOf(parent)) {
    case Kind::Category:
        return static_cast<int>(m_arrangement.groups[static_cast<std::size_t>(parent.row())].rows.size());
    case Kind::Series:
        return static_cast<int>(seriesAt(parent).threads.size());
    case Kind::Thread:
        return static_cast<int>(m_arrangement.entry(threadOf(parent)).outline.size());
    case Kind::Mail:
        break;
    }
    return 0;
}

bool ThreadTreeModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

int ThreadTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return threadColumnCount;
}

ThreadTreeModel::Key ThreadTreeModel::keyOf(const QModelIndex& index) const
{
    Key key;
    key.kind = kindOf(index);
    key.column = index.column();
    if (key.kind == Kind::Category) {
        key.category = m_arrangement.groups[static_cast<std::size_t>(index.row())].category;
        return key;
    }
    const int thread = threadOf(index);
    key.thread = m_arrangement.entry(thread).listing.thread;
    if (key.kind == Kind::Mail)
        key.mail = mailAt(thread, index.row()).mail.row;
    return key;
}

QModelIndex ThreadTreeModel::indexOf(const Key& key) const
{
    QModelIndex found;
    switch (key.kind) {
    case Kind::Category:
        for (std::size_t i = 0; i < m_arrangement.groups.size(); ++i) {
            if (m_arrangement.groups[i].category == key.category)
                found = createIndex(static_cast<int>(i), 0, markOf(OfNobody, 0));
        }
        break;
    case Kind::Thread:
        found = threadIndex(key.thread);
        break;
    case Kind::Series: // follows its newest thread, be it alone now
        found = threadIndex(key.thread);
        if (found.isValid() && levelOf(found) == OfSeries)
            found = found.parent();
        break;
    case Kind::Mail:
        found = mailIndex(key.thread, key.mail);
        break;
    }
    return found.isValid() ? found.siblingAtColumn(key.column) : QModelIndex();
}

QModelIndex ThreadTreeModel::threadIndex(ThreadId thread) const
{
    if (m_arrangement.snapshot == nullptr)
        return {};
    const int at = m_arrangement.snapshot->indexOf.value(thread, -1);
    if (at < 0)
        return {};
    return indexOfPlace(m_arrangement.places[static_cast<std::size_t>(at)]);
}

QList<ThreadId> ThreadTreeModel::threadsOf(const QModelIndex& index) const
{
    if (!index.isValid() || kindOf(index) == Kind::Category)
        return {};
    if (kindOf(index) != Kind::Series)
        return {m_arrangement.entry(threadOf(index)).listing.thread};
    QList<ThreadId> threads;
    for (const int thread : seriesAt(index).threads)
        threads.append(m_arrangement.entry(thread).listing.thread);
    return threads;
}

QModelIndex ThreadTreeModel::mailIndex(ThreadId thread, MailId mail) const
{
    if (!threadIndex(thread).isValid())
        return {};
    const int at = m_arrangement.snapshot->indexOf.value(thread, -1);
    const ThreadEntry& entry = m_arrangement.entry(at);
    for (std::size_t row = 0; row < entry.outline.size(); ++row) {
        if (entry.listing.mails[static_cast<std::size_t>(entry.outline[row].index)].mail.row == mail)
            return createIndex(static_cast<int>(row), 0, markOf(OfThread, at));
    }
    return {};
}

bool ThreadTreeModel::shows(const Scope& scope) const
{
    return m_arrangement.snapshot != nullptr && m_arrangement.snapshot->scope == scope;
}

void ThreadTreeModel::swap(Arrangement&& arrangement)
{
    Arrangement old;
    const bool renamed = arrangement.isFlat != m_arrangement.isFlat;
    const bool sameScope = arrangement.snapshot != nullptr && shows(arrangement.snapshot->scope);
    if (sameScope) {
        // Every persistent index (selection, expansion, current row) is followed to where its thread or mail
        // is now, or ends if that is filtered out.
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        std::vector<Key> keys;
        keys.reserve(static_cast<std::size_t>(before.size()));
        for (const QModelIndex& index : before)
            keys.push_back(keyOf(index));
        old = std::exchange(m_arrangement, std::move(arrangement));
        QModelIndexList after;
        after.reserve(before.size());
        for (const Key& key : keys)
            after.append(indexOf(key));
        changePersistentIndexList(before, after);
        sumUpFacts();
        Q_EMIT layoutChanged();
    } else {
        beginResetModel();
        old = std::exchange(m_arrangement, std::move(arrangement));
        sumUpFacts();
        endResetModel();
    }
    if (renamed) {
        const int column = static_cast<int>(ThreadColumn::Review);
        Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    }
    releaseOnPool(std::move(old));
}

void ThreadTreeModel::show(Arrangement arrangement, Marks marks)
{
    // What was read since: the snapshot may have been asked for before.
    for (auto it = m_read.cbegin(); it != m_read.cend() && arrangement.snapshot != nullptr; ++it) {
        const int at = arrangement.snapshot->indexOf.value(it.key(), -1);
        if (at >= 0)
            marks[it.key()].unread = unreadOf(arrangement.entry(at).listing);
    }
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        const auto before = m_marks.constFind(it.key());
        if (before != m_marks.constEnd())
            setNote(*it, noteOf(*before)); // until the new ones are known
    }
    if (arrangement.snapshot != nullptr && shows(arrangement.snapshot->scope))
        keepFacts(marks, m_marks);
    m_marks = std::move(marks);
    swap(std::move(arrangement));
}

void ThreadTreeModel::rearrange(Arrangement arrangement)
{
    if (m_arrangement.snapshot == nullptr || !sameRows(m_arrangement, arrangement)) {
        swap(std::move(arrangement));
        return;
    }
    // The filter may have learnt that this is all.
    releaseOnPool(std::exchange(m_arrangement, std::move(arrangement)));
    rowsChanged(0, threadColumnCount - 1);
}

void ThreadTreeModel::clear()
{
    m_marks.clear();
    swap({});
}

void ThreadTreeModel::rowChanged(ThreadId thread)
{
    // A series sums up what is below it.
    for (QModelIndex row = threadIndex(thread); row.parent().isValid(); row = row.parent())
        Q_EMIT dataChanged(row, row.siblingAtColumn(threadColumnCount - 1));
}

void ThreadTreeModel::setTriage(ThreadId thread, const store::TriageState& state)
{
    const auto found = m_marks.find(thread);
    if (found == m_marks.end() || found->triage == state)
        return;
    found->triage = state;
    rowChanged(thread);
}

void ThreadTreeModel::setSummary(ThreadId thread, SummaryMark mark)
{
    SummaryNote note = noteOf(m_marks.value(thread));
    note.mark = mark;
    setSummary(thread, note);
}

void ThreadTreeModel::setSummary(ThreadId thread, const SummaryNote& note)
{
    const auto found = m_marks.find(thread);
    if (found == m_marks.end() || noteOf(*found) == note)
        return;
    setNote(*found, note);
    rowChanged(thread);
}

void ThreadTreeModel::setSummaries(const QHash<ThreadId, SummaryNote>& notes)
{
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it) {
        if (it->summary != SummaryMark::Running)
            setNote(*it, notes.value(it.key()));
    }
    rowsChanged(0, threadColumnCount - 1); // gists stand at the subject
}

/// All rows of threads and series.
void ThreadTreeModel::rowsChanged(int firstColumn, int lastColumn)
{
    const auto changed = [this, firstColumn, lastColumn](const QModelIndex& parent) {
        const int last = rowCount(parent) - 1;
        Q_EMIT dataChanged(index(0, firstColumn, parent), index(last, lastColumn, parent));
    };
    for (int group = 0; group < rowCount(); ++group)
        changed(index(group, 0));
    for (const Arrangement::Series& series : m_arrangement.series)
        changed(createIndex(series.row, 0, markOf(OfCategory, series.group)));
}

void ThreadTreeModel::setInvolvements(const QHash<ThreadId, thread::InvolvementPointer>& involvements)
{
    for (auto it = involvements.cbegin(); it != involvements.cend(); ++it) {
        const auto found = m_marks.find(it.key());
        if (found != m_marks.end())
            found->involvement = it.value();
    }
}

void ThreadTreeModel::setFacts(const QHash<ThreadId, thread::FactMarks>& facts)
{
    std::vector<ThreadId> changed;
    for (auto it = facts.cbegin(); it != facts.cend(); ++it) {
        const auto found = m_marks.find(it.key());
        if (found == m_marks.end() || found->facts == it.value())
            continue;
        found->facts = it.value();
        changed.push_back(it.key());
    }
    if (changed.empty())
        return;
    sumUpFacts();
    for (const ThreadId thread : changed)
        rowChanged(thread);
    const int column = static_cast<int>(ThreadColumn::Review);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

/// A series counts by its newest revision.
void ThreadTreeModel::sumUpFacts()
{
    m_groupFacts.assign(m_arrangement.groups.size(), {});
    for (std::size_t i = 0; i < m_groupFacts.size(); ++i) {
        thread::FactMarks& sum = m_groupFacts[i];
        for (const Arrangement::Row& row : m_arrangement.groups[i].rows) {
            const auto marks = m_marks.constFind(m_arrangement.entry(row.thread).listing.thread);
            if (marks == m_marks.constEnd() || !marks->facts)
                continue;
            sum.refusals += marks->facts->refusals;
            sum.botFailures += marks->facts->botFailures;
            sum.openQuestions += marks->facts->openQuestions;
        }
    }
}

void ThreadTreeModel::setRead(ThreadId thread, const QList<MailId>& mails, bool read)
{
    const thread::Listing* const threadListing = listing(thread);
    QHash<MailId, bool>& decided = m_read[thread];
    for (const MailId& id : mails)
        decided.insert(id, read);
    if (threadListing == nullptr)
        return;
    m_marks[thread].unread = unreadOf(*threadListing);
    rowChanged(thread);
    const QModelIndex parent = threadIndex(thread);
    if (parent.isValid())
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, threadColumnCount - 1, parent));
}

const thread::Listing* ThreadTreeModel::listing(ThreadId thread) const
{
    if (m_arrangement.snapshot == nullptr)
        return nullptr;
    const int at = m_arrangement.snapshot->indexOf.value(thread, -1);
    return at < 0 ? nullptr : &m_arrangement.entry(at).listing;
}

const thread::ListedMail* ThreadTreeModel::mail(const QModelIndex& index) const
{
    if (!index.isValid() || kindOf(index) != Kind::Mail)
        return nullptr;
    return &mailAt(threadOf(index), index.row());
}

bool ThreadTreeModel::isRead(const thread::ListedMail& mail) const
{
    const auto decided = m_read.constFind(mail.mail.thread);
    return decided == m_read.constEnd() ? mail.mail.read : decided->value(mail.mail.row, mail.mail.read);
}

int ThreadTreeModel::unreadOf(const thread::Listing& listing) const
{
    return static_cast<int>(
        std::count_if(listing.mails.begin(), listing.mails.end(),
                      [this](const thread::ListedMail& listed) { return listed.isNew && !isRead(listed); }));
}

QList<ThreadId> ThreadTreeModel::shownThreads() const
{
    QList<ThreadId> threads;
    threads.reserve(m_arrangement.shown);
    for (const Arrangement::Group& group : m_arrangement.groups) {
        for (const int thread : group.threads)
            threads.append(m_arrangement.entry(thread).listing.thread);
    }
    return threads;
}

} // namespace lb::ui
