// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triagedialogs.h"

#include "brief/triagefile.h"
#include "core/onresult.h"
#include "thread/identity.h"
#include "ui/dialogs/notedialog.h"
#include "ui/dialogs/snoozedialog.h"
#include "ui/dialogs/tagsdialog.h"
#include "ui/triageflow.h"
#include "ui/userprompts.h"

#include <QDir>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostPeople = 2000; ///< that are offered

} // namespace

TriageDialogs::TriageDialogs(Services& services, const Parts& parts, QObject* parent)
    : QObject(parent), m_services(services), m_parts(parts)
{
}

/// Senders of the threads, each once, as they appear.
QStringList TriageDialogs::peopleOf(const QList<ThreadId>& threads) const
{
    QStringList people;
    QSet<QString> seen;
    for (const ThreadId thread : threads) {
        const thread::Listing* listing = m_parts.model.listing(thread);
        if (listing == nullptr)
            continue;
        for (const thread::ListedMail& listed : listing->mails) {
            const QString folded = listed.mail.from.address.toCaseFolded();
            if (seen.contains(folded) || people.size() >= mostPeople)
                continue;
            seen.insert(folded);
            people.append(thread::personText(listed.mail.from));
        }
    }
    return people;
}

void TriageDialogs::snooze(const QList<ThreadId>& threads)
{
    if (threads.isEmpty())
        return;
    SnoozeDialog::Subject subject;
    subject.threads = static_cast<int>(threads.size());
    subject.people = peopleOf(threads);
    if (threads.size() == 1)
        subject.now = m_parts.model.marks().value(threads.constFirst()).triage.snooze;
    subject.today = m_services.clock.now().toLocalTime().date();
    auto* dialog = new SnoozeDialog(subject, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnoozeDialog::chosen, &m_parts.flow,
            [flow = &m_parts.flow, threads](const thread::Snooze& until) { flow->snooze(threads, until); });
    dialog->open();
}

void TriageDialogs::tags(const QList<ThreadId>& threads)
{
    if (threads.isEmpty())
        return;
    QStringList known;
    for (const ThreadMarks& marks : m_parts.model.marks())
        known += marks.triage.tags;
    known.sort();
    known.removeDuplicates();
    QList<QStringList> tagsOfThreads;
    for (const ThreadId thread : threads)
        tagsOfThreads.append(m_parts.model.marks().value(thread).triage.tags);
    auto* dialog = new TagsDialog(known, tagsOfThreads, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagsDialog::chosen, &m_parts.flow,
            [flow = &m_parts.flow, threads](const QStringList& added, const QStringList& removed) {
                flow->changeTags(threads, added, removed);
            });
    dialog->open();
}

void TriageDialogs::note(ThreadId thread)
{
    const thread::Listing* listing = m_parts.model.listing(thread);
    if (listing == nullptr)
        return;
    const QString before = m_parts.model.marks().value(thread).triage.note;
    auto* dialog = new NoteDialog(listing->title, before, m_parts.prompts, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::chosen, &m_parts.flow,
            [flow = &m_parts.flow, thread](const QString& markdown) { flow->setNote(thread, markdown); });
    dialog->open();
}

/// Everything that was decided, of all lists, and which mails are read.
void TriageDialogs::readAll(const std::function<void(const store::TriageExport& all)>& then)
{
    onResult(m_services.store.triageExport(), this, [this, then](const Result<store::TriageExport>& all) {
        if (all)
            then(*all);
        else
            Q_EMIT failed(all.error());
    });
}

void TriageDialogs::exportState()
{
    FileQuestion question;
    question.title = tr("Export Triage State");
    question.start = QDir::home().filePath(u"listbrief-triage.json"_s);
    question.filters = QStringList{tr("Triage state (*.json)")};
    m_parts.prompts.chooseSaveFile(m_parts.window, question, [this](const QString& path) {
        readAll([this, path](const store::TriageExport& all) { write(path, all); });
    });
}

void TriageDialogs::write(const QString& path, const store::TriageExport& all)
{
    const QDateTime now = m_services.clock.now();
    const auto written
        = QtConcurrent::run([path, all, now] { return brief::saveTriageFile(path, all, now); });
    onResult(written, this, [this, path, count = static_cast<int>(all.states.size())](const Status& saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
        else
            Q_EMIT told(tr("What was decided about %n thread(s) is in %1.", nullptr, count)
                            .arg(QDir::toNativeSeparators(path)));
    });
}

void TriageDialogs::importState()
{
    FileQuestion question;
    question.title = tr("Import Triage State");
    question.start = QDir::homePath();
    question.filters = QStringList{tr("Triage state (*.json)"), tr("All files (*)")};
    m_parts.prompts.chooseOpenFile(m_parts.window, question, [this](const QString& path) {
        readAll([this, path](const store::TriageExport& all) { merge(path, all); });
    });
}

void TriageDialogs::merge(const QString& path, const store::TriageExport& own)
{
    struct Outcome {
        Result<store::TriageExport> read;
        store::TriageMerge merged;
    };
    const auto merged = QtConcurrent::run([path, own] {
        Outcome outcome{brief::loadTriageFile(path), {}};
        if (outcome.read)
            outcome.merged = store::mergeTriage(own, *outcome.read);
        return outcome;
    });
    onResult(merged, this, [this, own](const Outcome& outcome) {
        if (!outcome.read) {
            Q_EMIT failed(outcome.read.error());
            return;
        }
        onResult(m_services.store.unreadOf(outcome.read->read), this,
                 [this, own, outcome](const Result<store::ReadChange>& reads) {
                     if (!reads) {
                         Q_EMIT failed(reads.error());
                         return;
                     }
                     store::TriageMerge all = outcome.merged;
                     all.reads = *reads;
                     takeMerged(all, own, *outcome.read);
                 });
    });
}

void TriageDialogs::takeMerged(const store::TriageMerge& merged, const store::TriageExport& own,
                               const store::TriageExport& read)
{
    m_parts.flow.import(merged, own.searches);
    QString sentence = store::TriageTexts::imported(merged, read.leftOut, read.readLeftOut);
    if (!read.problems.isEmpty())
        sentence += u' ' + read.problems.constFirst();
    Q_EMIT told(sentence);
}

} // namespace lb::ui
