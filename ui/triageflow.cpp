// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triageflow.h"

#include "core/onresult.h"

#include <QUndoCommand>

#include <algorithm>

namespace lb::ui
{

namespace
{

/// Deeper than anyone goes back; bounded so that a long session does not grow.
constexpr int undoDepth = 200;

class TriageCommand final : public QUndoCommand
{
public:
    TriageCommand(TriageFlow& flow, QList<TriageFlow::Change> changes, const QString& text)
        : QUndoCommand(text), m_flow(flow), m_changes(std::move(changes))
    {
    }
    void redo() override { m_flow.apply(m_changes, true); }
    void undo() override { m_flow.apply(m_changes, false); }

private:
    TriageFlow& m_flow;
    QList<TriageFlow::Change> m_changes;
};

class ImportCommand final : public QUndoCommand
{
public:
    ImportCommand(TriageFlow& flow, store::TriageMerge merge, QList<store::SavedSearch> searchesBefore,
                  const QString& text)
        : QUndoCommand(text)
        , m_flow(flow)
        , m_merge(std::move(merge))
        , m_searchesBefore(std::move(searchesBefore))
    {
    }
    void redo() override { m_flow.applyImport({m_merge.after, m_merge.searches, m_merge.reads}); }
    void undo() override { m_flow.applyImport({m_merge.before, m_searchesBefore, m_merge.reads, false}); }

private:
    TriageFlow& m_flow;
    store::TriageMerge m_merge;
    QList<store::SavedSearch> m_searchesBefore;
};

class ReadCommand : public QUndoCommand
{
public:
    ReadCommand(TriageFlow& flow, QList<TriageFlow::ReadChange> changes, bool read, const QString& text)
        : QUndoCommand(text), m_flow(flow), m_changes(std::move(changes)), m_read(read)
    {
    }
    void redo() override { m_flow.applyRead(m_changes, m_read); }
    void undo() override { m_flow.applyRead(m_changes, !m_read); }

protected:
    [[nodiscard]] const QList<TriageFlow::ReadChange>& changes() const { return m_changes; }
    void take(const QList<TriageFlow::ReadChange>& changes) { m_changes += changes; }

private:
    TriageFlow& m_flow;
    QList<TriageFlow::ReadChange> m_changes;
    bool m_read;
};

/// Mails read by scrolling through a thread: while that goes on, it is one step.
class SeenCommand final : public ReadCommand
{
public:
    using ReadCommand::ReadCommand;

    [[nodiscard]] int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* later = dynamic_cast<const SeenCommand*>(next);
        if (later == nullptr || later->changes().constFirst().thread != changes().constFirst().thread)
            return false;
        take(later->changes());
        return true;
    }
};

} // namespace

TriageFlow::TriageFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger, QObject* parent)
    : QObject(parent), m_services(services), m_model(model), m_arranger(arranger)
{
    m_undo.setUndoLimit(undoDepth);
}

bool TriageFlow::isOnForAll(const QList<ThreadId>& threads, bool store::TriageState::*flag) const
{
    return std::all_of(threads.begin(), threads.end(),
                       [this, flag](ThreadId thread) { return m_model.marks().value(thread).triage.*flag; });
}

/// One step of undo for what changes by it.
void TriageFlow::decide(const QList<ThreadId>& threads, const QString& text, const Decision& decision)
{
    QList<Change> changes;
    for (const ThreadId thread : threads) {
        const thread::Listing* listing = m_model.listing(thread);
        if (listing == nullptr)
            continue;
        Change change;
        change.thread = thread;
        change.before = m_model.marks().value(thread).triage;
        change.after = change.before;
        decision(change.after, *listing);
        if (!store::sameDecision(change.before, change.after))
            changes.append(change);
    }
    if (!changes.isEmpty())
        m_undo.push(new TriageCommand(*this, changes, text));
}

void TriageFlow::toggleStar(const QList<ThreadId>& threads)
{
    const bool on = !isOnForAll(threads, &store::TriageState::starred);
    decide(threads, on ? tr("Star") : tr("Remove Star"),
           [on](store::TriageState& state, const thread::Listing&) { state.starred = on; });
}

void TriageFlow::toggleMute(const QList<ThreadId>& threads)
{
    const bool on = !isOnForAll(threads, &store::TriageState::muted);
    decide(threads, on ? tr("Mute") : tr("Unmute"), [on](store::TriageState& state, const thread::Listing&) {
        state.muted = on;
        state.mutesRevisions = on && state.mutesRevisions;
    });
}

void TriageFlow::toggleMuteSeries(const QList<ThreadId>& threads)
{
    const bool on = !isOnForAll(threads, &store::TriageState::mutesRevisions);
    decide(threads, on ? tr("Mute with Later Revisions") : tr("Unmute"),
           [on](store::TriageState& state, const thread::Listing&) {
               state.muted = on;
               state.mutesRevisions = on;
           });
}

void TriageFlow::toggleDone(const QList<ThreadId>& threads)
{
    // What is back because of new mail is not done any more: the key makes it so again.
    const bool on = !std::all_of(threads.begin(), threads.end(), [this](ThreadId thread) {
        const thread::Listing* listing = m_model.listing(thread);
        const store::TriageState state = m_model.marks().value(thread).triage;
        const bool isNew
            = state.doneSeen > 0 && listing != nullptr && thread::newestMail(*listing) > state.doneSeen;
        return state.done && !isNew;
    });
    decide(threads, on ? tr("Done") : tr("Not Done"),
           [on](store::TriageState& state, const thread::Listing& listing) {
               state.done = on;
               state.doneSeen = on ? thread::newestMail(listing) : 0;
               if (on)
                   state.snooze = {};
           });
}

void TriageFlow::toggleWatch(const QList<ThreadId>& threads)
{
    const bool on = !isOnForAll(threads, &store::TriageState::watched);
    decide(threads, on ? tr("Watch") : tr("Stop Watching"),
           [on](store::TriageState& state, const thread::Listing&) { state.watched = on; });
}

void TriageFlow::snooze(const QList<ThreadId>& threads, const thread::Snooze& until)
{
    decide(threads, until.isSet() ? tr("Snooze") : tr("End Snooze"),
           [&until](store::TriageState& state, const thread::Listing& listing) {
               state.snooze = until;
               if (!until.isSet())
                   return;
               state.snooze.seen = thread::newestMail(listing);
               state.done = false;
               state.doneSeen = 0;
           });
}

void TriageFlow::changeTags(const QList<ThreadId>& threads, const QStringList& added,
                            const QStringList& removed)
{
    decide(threads, tr("Tags"), [&added, &removed](store::TriageState& state, const thread::Listing&) {
        QStringList tags = state.tags + added;
        for (const QString& tag : removed)
            tags.removeAll(tag);
        state.tags = store::normalTags(tags);
    });
}

void TriageFlow::setNote(ThreadId thread, const QString& markdown)
{
    decide({thread}, tr("Note"), [&markdown](store::TriageState& state, const thread::Listing&) {
        state.note = markdown.trimmed().left(store::longestNote);
    });
}

void TriageFlow::import(const store::TriageMerge& merge, const QList<store::SavedSearch>& searchesBefore)
{
    if (!merge.isEmpty())
        m_undo.push(new ImportCommand(*this, merge, searchesBefore, tr("Import Triage State")));
}

void TriageFlow::setReadOfThreads(const QList<ThreadId>& threads, bool read)
{
    QList<ReadChange> changes;
    for (const ThreadId thread : threads) {
        const thread::Listing* listing = m_model.listing(thread);
        if (listing == nullptr)
            continue;
        ReadChange change{thread, {}};
        for (const thread::ListedMail& listed : listing->mails) {
            if (listed.isNew && m_model.isRead(listed) != read)
                change.mails.append(listed.mail.row);
        }
        if (!change.mails.isEmpty())
            changes.append(change);
    }
    pushRead(changes, read);
}

void TriageFlow::setReadOfMails(const QList<std::pair<ThreadId, MailId>>& mails, bool read)
{
    QList<ReadChange> changes;
    for (const auto& [thread, mail] : mails) {
        const thread::ListedMail* listed = m_model.mail(m_model.mailIndex(thread, mail));
        if (listed != nullptr && m_model.isRead(*listed) != read)
            changes.append({thread, {mail}});
    }
    pushRead(changes, read);
}

void TriageFlow::pushRead(const QList<ReadChange>& changes, bool read)
{
    if (!changes.isEmpty())
        m_undo.push(new ReadCommand(*this, changes, read, read ? tr("Mark as Read") : tr("Mark as Unread")));
}

void TriageFlow::markRead(ThreadId thread, const thread::ListedMail& mail)
{
    if (!m_model.isRead(mail))
        applyRead({{thread, {mail.mail.row}}}, true);
}

void TriageFlow::markSeen(ThreadId thread, const QList<MailId>& mails)
{
    ReadChange change{thread, {}};
    for (const MailId mail : mails) {
        const thread::ListedMail* listed = m_model.mail(m_model.mailIndex(thread, mail));
        if (listed != nullptr && !m_model.isRead(*listed))
            change.mails.append(mail);
    }
    if (!change.mails.isEmpty())
        m_undo.push(new SeenCommand(*this, {change}, true, tr("Mark as Read")));
}

void TriageFlow::showStates(const QList<Change>& changes, bool forward)
{
    for (const Change& change : changes)
        m_model.setTriage(change.thread, forward ? change.after : change.before);
    m_arranger.marksChanged();
    Q_EMIT changed();
}

void TriageFlow::apply(const QList<Change>& changes, bool forward)
{
    showStates(changes, forward);
    // Undoing is a decision of now, too.
    const QDateTime now = m_services.clock.now();
    QList<store::TriageState> states;
    for (const Change& change : changes) {
        states.append(forward ? change.after : change.before);
        states.last().changed = now;
    }
    onResult(m_services.store.saveTriage(states), this, [this, changes, forward](const Status& saved) {
        if (saved)
            return;
        showStates(changes, !forward);
        Q_EMIT failed(saved.error());
    });
}

/// As they are: what was decided elsewhere keeps its date.
void TriageFlow::applyImport(const store::TriageImport& import)
{
    onResult(m_services.store.importTriage(import), this, [this](const Status& saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
        Q_EMIT importApplied();
    });
}

void TriageFlow::applyRead(const QList<ReadChange>& changes, bool read)
{
    QList<MailId> mails;
    for (const ReadChange& change : changes) {
        m_model.setRead(change.thread, change.mails, read);
        mails += change.mails;
    }
    m_arranger.marksChanged();
    onResult(m_services.store.setRead(mails, read), this, [this, changes, read](const Status& saved) {
        if (saved)
            return;
        for (const ReadChange& change : changes)
            m_model.setRead(change.thread, change.mails, !read);
        m_arranger.marksChanged();
        Q_EMIT failed(saved.error());
    });
}

} // namespace lb::ui
