// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snapshot.h"

#include "summary/packing.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Above this many mails only roots are asked for summaries: the question would grow past its use.
constexpr int mailsAskedOneByOne = 4000;

QString filterWords(const thread::Listing& listing)
{
    QSet<QString> seen;
    QString words = listing.title.toCaseFolded();
    seen.insert(words);
    const auto add = [&words, &seen](const QString& text) {
        const QString folded = text.toCaseFolded();
        if (folded.isEmpty() || seen.contains(folded))
            return;
        seen.insert(folded);
        words += u'\n' + folded;
    };
    for (const thread::ListedMail& listed : listing.mails) {
        add(listed.subject.withoutReply);
        add(listed.mail.from.name);
        add(listed.mail.from.address);
    }
    return words;
}

ThreadMarks marksOf(const thread::Listing& listing, const QHash<MessageId, store::TriageState>& triage)
{
    ThreadMarks marks;
    marks.triage.anchor = listing.root;
    for (const thread::ListedMail& listed : listing.mails) {
        if (listed.isNew && !listed.mail.read)
            ++marks.unread;
        // The root may have been another mail when the state was saved: any mail of the thread leads to it.
        const auto found = triage.constFind(listed.mail.id);
        if (found != triage.constEnd())
            marks.triage = *found;
    }
    return marks;
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

void keepFacts(Marks& marks, const Marks& before)
{
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        const auto found = before.constFind(it.key());
        if (found != before.constEnd() && found->facts)
            it->facts = found->facts;
    }
}

LoadedSnapshot buildSnapshot(const Scope& scope, std::vector<thread::Listing> listings,
                             const QList<store::TriageState>& triage)
{
    QHash<MessageId, store::TriageState> byAnchor;
    byAnchor.reserve(triage.size());
    for (const store::TriageState& state : triage)
        byAnchor.insert(state.anchor, state);

    auto snapshot = std::make_shared<Snapshot>();
    LoadedSnapshot loaded;
    loaded.answered = thread::findAnsweredRevisions(listings);
    loaded.revisions = std::make_shared<const thread::RevisionMap>(
        thread::linkRevisions(thread::findRevisions(listings), {}));
    snapshot->scope = scope;
    snapshot->threads.reserve(listings.size());
    for (thread::Listing& listing : listings) {
        if (listing.mails.empty())
            continue;
        ThreadEntry entry;
        entry.outline = thread::outline(listing);
        entry.words = filterWords(listing);
        entry.started = listing.first().date.utc;
        entry.lastActivity = listing.last().date.utc;
        snapshot->mails += listing.count();
        snapshot->newMails += listing.newMails;
        snapshot->indexOf.insert(listing.thread, static_cast<int>(snapshot->threads.size()));
        loaded.marks.insert(listing.thread, marksOf(listing, byAnchor));
        entry.listing = std::move(listing);
        snapshot->threads.push_back(std::move(entry));
    }
    for (const ThreadEntry& entry : snapshot->threads) {
        if (snapshot->mails > mailsAskedOneByOne) {
            loaded.anchors.append(entry.listing.root);
            continue;
        }
        for (const thread::ListedMail& listed : entry.listing.mails)
            loaded.anchors.append(listed.mail.id);
    }
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
