// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snapshot.h"

#include "summary/packing.h"
#include "thread/activity.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <limits>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Above this many mails only roots are asked for summaries: the question would grow past its use.
constexpr int mailsAskedOneByOne = 4000;
constexpr int daysCarried = 56; ///< that a thread you wrote in may wait for you

/// Lines that are there once.
class Lines
{
public:
    void add(const QString& text)
    {
        const QString folded = text.toCaseFolded();
        if (folded.isEmpty() || m_seen.contains(folded))
            return;
        m_seen.insert(folded);
        m_text += (m_text.isEmpty() ? u"\n"_s : QString()) + folded + u'\n';
    }
    [[nodiscard]] QString take()
    {
        m_text.squeeze();
        return std::move(m_text);
    }

private:
    QSet<QString> m_seen;
    QString m_text;
};

void describe(ThreadEntry& entry)
{
    Lines subjects;
    Lines senders;
    Lines starter;
    subjects.add(entry.listing.title);
    starter.add(entry.listing.first().from.name);
    starter.add(entry.listing.first().from.address);
    for (const thread::ListedMail& listed : entry.listing.mails) {
        subjects.add(listed.subject.withoutReply);
        senders.add(listed.mail.from.name);
        senders.add(listed.mail.from.address);
        if (listed.subject.isPatch && !listed.subject.isReply)
            entry.revision = std::max(entry.revision, listed.subject.revision);
    }
    entry.subjects = subjects.take();
    entry.senders = senders.take();
    entry.starter = starter.take();
    entry.subjectsPrint = query::Fingerprint(entry.subjects);
    entry.sendersPrint = query::Fingerprint(entry.senders);
}

/// Rows of mails are given out one after the other, so that a table by row is small and quick.
void findRows(Snapshot& snapshot)
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = -1;
    for (const ThreadEntry& entry : snapshot.threads) {
        for (const thread::ListedMail& listed : entry.listing.mails) {
            first = std::min(first, listed.mail.row.value);
            last = std::max(last, listed.mail.row.value);
        }
    }
    if (last < first)
        return;
    snapshot.firstRow = MailId{first};
    snapshot.threadByRow.assign(static_cast<std::size_t>(last - first) + 1, -1);
    for (std::size_t i = 0; i < snapshot.threads.size(); ++i) {
        for (const thread::ListedMail& listed : snapshot.threads[i].listing.mails)
            snapshot.threadByRow[static_cast<std::size_t>(listed.mail.row.value - first)]
                = static_cast<int>(i);
    }
}

/// Of several states the newest: the root may have been another mail when it was saved, and any mail of the
/// thread leads to it, also a root that the period does not list.
ThreadMarks marksOf(const thread::Listing& listing, const QHash<MessageId, store::TriageState>& triage)
{
    ThreadMarks marks;
    marks.triage.anchor = listing.root;
    const auto look = [&marks, &triage](const MessageId& id) {
        const auto found = triage.constFind(id);
        if (found == triage.constEnd())
            return;
        const bool newer = !marks.triage.changed.isValid()
            || (found->changed.isValid() && found->changed >= marks.triage.changed);
        if (newer)
            marks.triage = *found;
    };
    look(listing.root);
    for (const thread::ListedMail& listed : listing.mails) {
        if (listed.isNew && !listed.mail.read)
            ++marks.unread;
        look(listed.mail.id);
    }
    return marks;
}

/// What is yours in a thread; your own mail counts as read.
ThreadEntry::Yours takeYours(thread::Listing& listing, const thread::Identity& you)
{
    ThreadEntry::Yours yours;
    if (you.isEmpty())
        return yours;
    for (std::size_t i = 0; i < listing.mails.size(); ++i) {
        thread::Mail& mail = listing.mails[i].mail;
        if (!you.is(mail.from))
            continue;
        mail.read = true;
        yours.last = std::max(yours.last, mail.date.utc);
        yours.isAuthor
            = yours.isAuthor || (static_cast<int>(i) == listing.rootIndex && mail.id == listing.root);
    }
    for (const thread::LaterMail& later : listing.later) {
        if (you.is(later.from))
            yours.last = std::max(yours.last, later.utc);
    }
    return yours;
}

/// What summaries of these threads may be kept under.
QList<MessageId> anchorsOf(const Snapshot& snapshot)
{
    QList<MessageId> anchors;
    for (const ThreadEntry& entry : snapshot.threads) {
        if (snapshot.mails > mailsAskedOneByOne) {
            anchors.append(entry.listing.root);
            continue;
        }
        for (const thread::ListedMail& listed : entry.listing.mails)
            anchors.append(listed.mail.id);
    }
    return anchors;
}

bool holds(const thread::Listing& listing, const MessageId& id)
{
    return std::any_of(listing.mails.begin(), listing.mails.end(),
                       [&id](const thread::ListedMail& listed) { return listed.mail.id == id; });
}

} // namespace

void releaseOnPool(SnapshotPointer&& snapshot)
{
    if (snapshot == nullptr)
        return;
    const auto ignored = QtConcurrent::run([held = std::move(snapshot)]() mutable { held.reset(); });
    Q_UNUSED(ignored)
}

bool isOf(const std::weak_ptr<const Snapshot>& made, const SnapshotPointer& snapshot)
{
    return !made.owner_before(snapshot) && !snapshot.owner_before(made);
}

const ThreadMarks& marksAt(const Marks& marks, ThreadId thread)
{
    static const ThreadMarks none;
    const auto found = marks.constFind(thread);
    return found != marks.constEnd() ? *found : none;
}

void keepFacts(Marks& marks, const Marks& before)
{
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        const auto found = before.constFind(it.key());
        if (found != before.constEnd() && found->facts) {
            it->facts = found->facts;
            it->involvement = found->involvement;
        }
    }
}

store::CarryOver carryOver(const QList<store::TriageState>& triage, const thread::Identity& you)
{
    QList<const store::TriageState*> decided;
    for (const store::TriageState& state : triage) {
        if (state.starred || state.snooze.isSet() || state.muted)
            decided.append(&state);
    }
    // There may be more than are carried: what was only muted is missed least, then what is oldest.
    std::stable_sort(decided.begin(), decided.end(), [](const auto* a, const auto* b) {
        const bool open = a->starred || a->snooze.isSet();
        const bool otherOpen = b->starred || b->snooze.isSet();
        return open != otherOpen ? open : a->changed > b->changed;
    });
    store::CarryOver carry;
    for (const store::TriageState* state : decided.first(std::min(decided.size(), store::mostCarried)))
        carry.decided.append(state->anchor);
    carry.writers = QStringList(you.addresses().begin(), you.addresses().end());
    carry.days = daysCarried;
    return carry;
}

LoadedSnapshot buildSnapshot(const Scope& scope, std::vector<thread::Listing> listings,
                             const QList<store::TriageState>& triage, const thread::Identity& you,
                             std::vector<thread::Listing> carried)
{
    QHash<MessageId, store::TriageState> byAnchor;
    byAnchor.reserve(triage.size());
    for (const store::TriageState& state : triage)
        byAnchor.insert(state.anchor, state);

    const std::size_t ofPeriod = listings.size();
    std::move(carried.begin(), carried.end(), std::back_inserter(listings));
    auto snapshot = std::make_shared<Snapshot>();
    LoadedSnapshot loaded;
    loaded.answered = thread::findAnsweredRevisions(listings);
    loaded.revisions = std::make_shared<const thread::RevisionMap>(
        thread::linkRevisions(thread::findRevisions(listings), {}));
    snapshot->scope = scope;
    for (const store::TriageState& state : triage) {
        if (state.muted && state.mutesRevisions)
            snapshot->mutedSeries.insert(state.anchor);
    }
    snapshot->threads.reserve(listings.size());
    for (std::size_t i = 0; i < listings.size(); ++i) {
        thread::Listing& listing = listings[i];
        if (listing.mails.empty() || snapshot->indexOf.contains(listing.thread))
            continue;
        ThreadEntry entry;
        entry.carried = i >= ofPeriod;
        entry.yours = takeYours(listing, you);
        entry.outline = thread::outline(listing);
        entry.days = thread::activityOf(listing, scope.period);
        entry.started = listing.first().date.utc;
        entry.lastActivity = listing.last().date.utc;
        if (!entry.carried) {
            snapshot->mails += listing.count();
            snapshot->newMails += listing.newMails;
            ++snapshot->ofPeriod;
        }
        snapshot->indexOf.insert(listing.thread, static_cast<int>(snapshot->threads.size()));
        loaded.marks.insert(listing.thread, marksOf(listing, byAnchor));
        entry.listing = std::move(listing);
        for (thread::ListedMail& listed : entry.listing.mails) { // nobody asks once the thread is laid out
            listed.mail.references = {};
            listed.mail.inReplyTo = {};
        }
        describe(entry);
        snapshot->threads.push_back(std::move(entry));
    }
    findRows(*snapshot);
    loaded.anchors = anchorsOf(*snapshot);
    loaded.snapshot = std::move(snapshot);
    return loaded;
}

const store::SummaryRecord* shownSummary(const QList<store::SummaryRecord>& versions,
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

int mailsSince(const store::SummaryRecord& summary, const thread::Listing& listing)
{
    const QSet<MessageId> seen(summary.cited.cbegin(), summary.cited.cend());
    return static_cast<int>(std::ranges::count_if(
        listing.mails, [&seen](const thread::ListedMail& listed) { return !seen.contains(listed.mail.id); }));
}

QHash<ThreadId, SummaryNote> markSummaries(const Snapshot& snapshot,
                                           const QList<store::SummaryRecord>& versions, Language language)
{
    QHash<MessageId, QList<store::SummaryRecord>> byAnchor;
    for (const store::SummaryRecord& version : versions)
        byAnchor[version.anchor].append(version);
    QHash<ThreadId, SummaryNote> marks;
    for (const ThreadEntry& entry : snapshot.threads) {
        QList<store::SummaryRecord> own;
        for (const thread::ListedMail& listed : entry.listing.mails) {
            const auto found = byAnchor.constFind(listed.mail.id);
            if (found != byAnchor.constEnd())
                own += *found;
        }
        const store::SummaryRecord* shown = shownSummary(own, entry.listing, language);
        if (shown == nullptr)
            continue;
        const bool stale = shown->sourceKey != summary::sourceKey(entry.listing);
        const bool byModel = shown->kind == store::SummaryKind::Model;
        const SummaryMark mark = stale ? SummaryMark::Stale
            : byModel                  ? SummaryMark::Model
                                       : SummaryMark::Digest;
        marks.insert(entry.listing.thread,
                     {mark, shown->gist, stale ? mailsSince(*shown, entry.listing) : 0, byModel});
    }
    return marks;
}

} // namespace lb::ui
