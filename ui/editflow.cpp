// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editflow.h"

#include "core/onresult.h"
#include "ui/dialogs/editsummarydialog.h"
#include "ui/summaryflow.h"
#include "ui/summarypane.h"

#include <QUndoStack>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

using Edit = std::optional<store::SummaryEdit>;

class EditCommand final : public QUndoCommand
{
public:
    struct Change {
        ListId list;
        MessageId anchor;
        Edit before;
        Edit after;
    };
    EditCommand(EditFlow& flow, Change change, const QString& text)
        : QUndoCommand(text), m_flow(flow), m_change(std::move(change))
    {
    }
    void redo() override { m_flow.apply(m_change.list, m_change.anchor, m_change.after); }
    void undo() override { m_flow.apply(m_change.list, m_change.anchor, m_change.before); }

private:
    EditFlow& m_flow;
    Change m_change;
};

} // namespace

EditFlow::EditFlow(Services& services, const Parts& parts)
    : QObject(parts.window)
    , m_services(services)
    , m_summaries(parts.summaries)
    , m_pane(parts.pane)
    , m_prompts(parts.prompts)
    , m_undo(parts.undo)
    , m_window(parts.window)
{
    connect(&m_summaries, &SummaryFlow::versionsRead, this, &EditFlow::read);
    connect(&m_pane, &SummaryPane::editRequested, this, &EditFlow::edit);
}

void EditFlow::read()
{
    const quint64 run = ++m_run;
    const ThreadId thread = m_summaries.thread();
    onResult(m_services.store.edits(m_summaries.list(), m_summaries.anchors()), this,
             [this, run, thread](const Result<QList<store::SummaryEdit>>& edits) {
                 if (run != m_run || thread != m_summaries.thread())
                     return;
                 m_thread = thread;
                 if (edits)
                     m_pane.setEdit(edits->isEmpty() ? Edit() : Edit(edits->constFirst()));
                 else
                     Q_EMIT failed(edits.error());
             });
}

void EditFlow::edit()
{
    const thread::Listing* listing = m_summaries.listing();
    if (listing == nullptr || m_thread != m_summaries.thread())
        return; // what there is has not been read yet
    const Edit& own = m_pane.edit();
    const store::SummaryRecord* shown = m_summaries.current();
    const QString start = own ? own->text : shown != nullptr ? shown->text : QString();
    auto* dialog = new EditSummaryDialog(m_prompts, start, own.has_value(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    store::SummaryEdit made;
    made.list = m_summaries.list();
    made.anchor = own ? own->anchor : listing->root;
    made.base = own ? own->base : shown != nullptr ? shown->id : SummaryId();
    connect(dialog, &QDialog::accepted, this, [this, dialog, made, own]() mutable {
        made.text = dialog->text();
        made.changed = m_services.clock.now();
        if (!own || own->text != made.text)
            m_undo.push(new EditCommand(*this, {made.list, made.anchor, own, made}, tr("edit of a summary")));
    });
    connect(dialog, &EditSummaryDialog::removeRequested, this, [this, made, own] {
        m_undo.push(
            new EditCommand(*this, {made.list, made.anchor, own, std::nullopt}, tr("removal of your text")));
    });
    dialog->open();
}

void EditFlow::apply(ListId list, const MessageId& anchor, const Edit& edit)
{
    const QFuture<Status> saved
        = edit ? m_services.store.saveEdit(*edit) : m_services.store.removeEdit(list, anchor);
    onResult(saved, this, [this](const Status& outcome) {
        if (!outcome)
            Q_EMIT failed(outcome.error());
        read();
    });
}

} // namespace lb::ui
