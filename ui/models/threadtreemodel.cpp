// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadtreemodel.h"

#include "thread/people.h"

#include <QDateTime>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

// What an index's internal id says: a category, a thread of category id - 1, a mail of snapshot thread id
// - 16.
constexpr quintptr categoryMark = 0;
constexpr quintptr firstThreadMark = 1;
constexpr quintptr firstMailMark = 16;
static_assert(firstThreadMark + thread::categoryCount <= firstMailMark);

} // namespace

ThreadTreeModel::Kind ThreadTreeModel::kindOf(const QModelIndex& index) const
{
    const quintptr id = index.internalId();
    return id == categoryMark ? Kind::Category : id < firstMailMark ? Kind::Thread : Kind::Mail;
}

int ThreadTreeModel::threadOf(const QModelIndex& index) const
{
    const quintptr id = index.internalId();
    if (id >= firstMailMark)
        return static_cast<int>(id - firstMailMark);
    const Arrangement::Group& group = m_arrangement.groups[static_cast<std::size_t>(id - firstThreadMark)];
    return group.threads[static_cast<std::size_t>(index.row())];
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
        return createIndex(row, column, categoryMark);
    if (kindOf(parent) == Kind::Category)
        return createIndex(row, column, firstThreadMark + static_cast<quintptr>(parent.row()));
    return createIndex(row, column, firstMailMark + static_cast<quintptr>(threadOf(parent)));
}

QModelIndex ThreadTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    switch (kindOf(child)) {
    case Kind::Category:
        return {};
    case Kind::Thread:
        return createIndex(static_cast<int>(child.internalId() - firstThreadMark), 0, categoryMark);
    case Kind::Mail:
        break;
    }
    const Arrangement::Place place = m_arrangement.places[static_cast<std::size_t>(threadOf(child))];
    if (place.group < 0)
        return {};
    return createIndex(place.row, 0, firstThreadMark + static_cast<quintptr>(place.group));
}

int ThreadTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_arrangement.groups.size());
    if (parent.column() != 0)
        return 0;
    switch (kindOf(parent)) {
    case Kind::Category:
        return static_cast<int>(m_arrangement.groups[static_cast<std::size_t>(parent.row())].threads.size());
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
                found = createIndex(static_cast<int>(i), 0, categoryMark);
        }
        break;
    case Kind::Thread:
        found = threadIndex(key.thread);
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
    const Arrangement::Place place = m_arrangement.places[static_cast<std::size_t>(at)];
    if (place.group < 0)
        return {};
    return createIndex(place.row, 0, firstThreadMark + static_cast<quintptr>(place.group));
}

QModelIndex ThreadTreeModel::mailIndex(ThreadId thread, MailId mail) const
{
    if (!threadIndex(thread).isValid())
        return {};
    const int at = m_arrangement.snapshot->indexOf.value(thread, -1);
    const ThreadEntry& entry = m_arrangement.entry(at);
    for (std::size_t row = 0; row < entry.outline.size(); ++row) {
        if (entry.listing.mails[static_cast<std::size_t>(entry.outline[row].index)].mail.row == mail)
            return createIndex(static_cast<int>(row), 0, firstMailMark + static_cast<quintptr>(at));
    }
    return {};
}

void ThreadTreeModel::swap(Arrangement&& arrangement)
{
    Arrangement old;
    const bool sameScope = m_arrangement.snapshot != nullptr && arrangement.snapshot != nullptr
        && m_arrangement.snapshot->scope == arrangement.snapshot->scope;
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
        Q_EMIT layoutChanged();
    } else {
        beginResetModel();
        old = std::exchange(m_arrangement, std::move(arrangement));
        endResetModel();
    }
    releaseOnPool(std::move(old.snapshot));
}

void ThreadTreeModel::show(Arrangement arrangement, const Marks& marks)
{
    Marks merged = marks;
    // What was read since: the snapshot may have been asked for before.
    for (auto it = m_read.cbegin(); it != m_read.cend() && arrangement.snapshot != nullptr; ++it) {
        const int at = arrangement.snapshot->indexOf.value(it.key(), -1);
        if (at >= 0)
            merged[it.key()].unread = unreadOf(arrangement.entry(at).listing);
    }
    for (auto it = merged.begin(); it != merged.end(); ++it) {
        const auto before = m_marks.constFind(it.key());
        if (before != m_marks.constEnd())
            it->summary = before->summary; // until the new ones are known
    }
    m_marks = merged;
    swap(std::move(arrangement));
}

void ThreadTreeModel::rearrange(Arrangement arrangement)
{
    swap(std::move(arrangement));
}

void ThreadTreeModel::clear()
{
    m_marks.clear();
    swap({});
}

void ThreadTreeModel::rowChanged(ThreadId thread)
{
    const QModelIndex row = threadIndex(thread);
    if (row.isValid())
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
    const auto found = m_marks.find(thread);
    if (found == m_marks.end() || found->summary == mark)
        return;
    found->summary = mark;
    rowChanged(thread);
}

void ThreadTreeModel::setSummaries(const QHash<ThreadId, SummaryMark>& marks)
{
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it) {
        if (it->summary != SummaryMark::Running)
            it->summary = marks.value(it.key(), SummaryMark::None);
    }
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        const int last = rowCount(parent) - 1;
        const int column = static_cast<int>(ThreadColumn::State);
        Q_EMIT dataChanged(index(0, column, parent), index(last, column, parent));
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
    if (parent.isValid()) {
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, threadColumnCount - 1, parent));
        Q_EMIT dataChanged(parent.parent(), parent.parent().siblingAtColumn(threadColumnCount - 1));
    }
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
