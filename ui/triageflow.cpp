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

void TriageFlow::toggle(const QList<ThreadId>& threads, bool store::TriageState::*flag, const QString& on,
                        const QString& off)
{
    if (threads.isEmpty())
        return;
    const bool all = std::all_of(threads.begin(), threads.end(), [this, flag](ThreadId thread) {
        return m_model.marks().value(thread).triage.*flag;
    });
    QList<Change> changes;
    for (const ThreadId thread : threads) {
        Change change;
        change.thread = thread;
        change.before = m_model.marks().value(thread).triage;
        change.after = change.before;
        change.after.*flag = !all;
        if (!(change.before == change.after))
            changes.append(change);
    }
    if (!changes.isEmpty())
        m_undo.push(new TriageCommand(*this, changes, all ? off : on));
}

void TriageFlow::toggleStar(const QList<ThreadId>& threads)
{
    toggle(threads, &store::TriageState::starred, tr("Star"), tr("Remove Star"));
}

void TriageFlow::toggleMute(const QList<ThreadId>& threads)
{
    toggle(threads, &store::TriageState::muted, tr("Mute"), tr("Unmute"));
}

void TriageFlow::toggleDone(const QList<ThreadId>& threads)
{
    toggle(threads, &store::TriageState::done, tr("Done"), tr("Not Done"));
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
}

void TriageFlow::apply(const QList<Change>& changes, bool forward)
{
    showStates(changes, forward);
    QList<store::TriageState> states;
    for (const Change& change : changes)
        states.append(forward ? change.after : change.before);
    onResult(m_services.store.saveTriage(states), this, [this, changes, forward](const Status& saved) {
        if (saved)
            return;
        showStates(changes, !forward);
        Q_EMIT failed(saved.error());
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
        Q_EMIT failed(saved.error());
    });
}

} // namespace lb::ui
