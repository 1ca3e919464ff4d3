// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisionflow.h"

#include "core/onresult.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/linkdialog.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace lb::ui
{

namespace
{

class RevisionCommand final : public QUndoCommand
{
public:
    RevisionCommand(RevisionFlow& flow, QList<RevisionFlow::Change> changes, const QString& text)
        : QUndoCommand(text), m_flow(flow), m_changes(std::move(changes))
    {
    }
    void redo() override { m_flow.apply(m_changes, true); }
    void undo() override { m_flow.apply(m_changes, false); }

private:
    RevisionFlow& m_flow;
    QList<RevisionFlow::Change> m_changes;
};

bool holds(const thread::Revision& revision, const MessageId& mail)
{
    return revision.id == mail
        || std::any_of(revision.patches.cbegin(), revision.patches.cend(),
                       [&mail](const thread::PostedPatch& patch) { return patch.id == mail; });
}

} // namespace

RevisionFlow::RevisionFlow(Services& services, ThreadArranger& arranger, QUndoStack& undo, QWidget* window)
    : QObject(window), m_services(services), m_arranger(arranger), m_undo(undo), m_window(window)
{
}

int RevisionFlow::newestIn(ThreadId thread) const
{
    const RevisionsPointer revisions = m_arranger.revisions();
    return revisions == nullptr ? -1 : revisions->newestIn(thread);
}

int RevisionFlow::seriesOf(ThreadId thread) const
{
    const int own = newestIn(thread);
    return own < 0 ? -1 : m_arranger.revisions()->seriesOf[static_cast<std::size_t>(own)];
}

bool RevisionFlow::canCompare(ThreadId thread) const
{
    return seriesOf(thread) >= 0;
}

bool RevisionFlow::canLink(ThreadId thread) const
{
    return newestIn(thread) >= 0 && m_arranger.revisions()->revisions.size() > 1;
}

bool RevisionFlow::canUnlink(ThreadId thread) const
{
    const int series = seriesOf(thread);
    return series >= 0 && m_arranger.revisions()->threadsOf(series).size() > 1;
}

void RevisionFlow::compare(ThreadId thread)
{
    if (!canCompare(thread))
        return;
    auto* dialog = new CompareDialog(m_services, m_arranger.revisions(), newestIn(thread), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show(); // beside the window, not before it: mails are read while comparing
}

void RevisionFlow::link(ThreadId thread)
{
    if (!canLink(thread))
        return;
    const RevisionsPointer revisions = m_arranger.revisions();
    const int own = newestIn(thread);
    auto* dialog = new LinkDialog(revisions, own, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::chosen, this, [this, revisions, own](int other) {
        const MessageId posting = revisions->at(own).id;
        decide({{posting, decided(posting), revisions->at(other).id}}, tr("Link Revision"));
    });
    dialog->open();
}

void RevisionFlow::unlink(ThreadId thread)
{
    if (!canUnlink(thread))
        return;
    const RevisionsPointer revisions = m_arranger.revisions();
    QList<Change> changes;
    for (const int own : revisions->inThread.value(thread)) {
        const thread::Revision& revision = revisions->at(own);
        if (revisions->seriesOf[static_cast<std::size_t>(own)] < 0)
            continue;
        changes.append({revision.id, decided(revision.id), MessageId()});
        // What was linked with it by hand is so no longer.
        for (const thread::RevisionDecision& decision : revisions->decisions) {
            const bool other = holds(revision, decision.earlier)
                || (holds(revision, decision.posting) && !(decision.posting == revision.id));
            if (other)
                changes.append({decision.posting, decision.earlier, std::nullopt});
        }
    }
    decide(changes, tr("Unlink Revision"));
}

std::optional<MessageId> RevisionFlow::decided(const MessageId& posting) const
{
    const RevisionsPointer revisions = m_arranger.revisions();
    if (revisions == nullptr)
        return std::nullopt;
    for (const thread::RevisionDecision& decision : revisions->decisions) {
        if (decision.posting == posting)
            return decision.earlier;
    }
    return std::nullopt;
}

void RevisionFlow::decide(QList<Change> changes, const QString& text)
{
    if (!changes.isEmpty())
        m_undo.push(new RevisionCommand(*this, std::move(changes), text));
}

void RevisionFlow::apply(const QList<Change>& changes, bool forward)
{
    QList<thread::RevisionDecision> kept;
    QList<MessageId> dropped;
    for (const Change& change : changes) {
        const std::optional<MessageId>& wanted = forward ? change.after : change.before;
        if (wanted)
            kept.append({change.posting, *wanted});
        else
            dropped.append(change.posting);
    }
    onResult(m_services.store.decideRevisions(kept, dropped), this, [this](const Status& saved) {
        if (saved)
            Q_EMIT changed();
        else
            Q_EMIT failed(saved.error());
    });
}

} // namespace lb::ui
