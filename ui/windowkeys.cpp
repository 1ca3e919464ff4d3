// SPDX-License-Identifier: GPL-3.0-or-later
// How the window follows keys: a part of mainwindow.cpp.
#include "core/logging.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/jobsbar.h"
#include "ui/keyhint.h"
#include "ui/mailpane.h"
#include "ui/mainwindow.h"
#include "ui/queryline.h"
#include "ui/readingpane.h"
#include "ui/threadpane.h"
#include "ui/triageflow.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// A line of text takes some keys for its own that are an action's here (Ctrl+K deletes to the end of the
/// line).
class LetThrough final : public QObject
{
public:
    LetThrough(const QAction* action, QWidget* line) : QObject(line), m_action(action)
    {
        line->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QObject::eventFilter(watched, event);
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isText = (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        const bool isIts = !isText && m_action->shortcuts().contains(QKeySequence(key->keyCombination()));
        if (isIts)
            event->ignore();
        return isIts;
    }

private:
    const QAction* m_action;
};

} // namespace

void MainWindow::wireKeys()
{
    const Actions& actions = *m_actions;
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on(ActionId::PreviousNewMail, [this] {
        if (!m_threadPane->previousNewMail())
            m_jobsBar->tell(tr("There is no more new mail above."));
    });
    on(ActionId::ReadOn, [this] { readOn(1); });
    on(ActionId::ReadBack, [this] { readOn(-1); });
    on(ActionId::CommandPalette, [this] { openPalette(); });
    new KeyHint(actions, this);
    new LetThrough(actions[ActionId::CommandPalette], m_threadPane->queryLine());
    takeKeys();
}

void MainWindow::takeKeys()
{
    const ReadKeys read = readKeyChanges(m_services.settings.get(keys::Shortcuts).toUtf8(), keyedActions());
    for (const QString& problem : read.problems)
        qCWarning(logUi) << "keys:" << problem;
    m_actions->setKeys(read.changes);
}

/// As in a mail reader: through what is shown, then to what is new, then on.
void MainWindow::readOn(int step)
{
    if (m_readingPane->turnPage(step))
        return;
    const QModelIndex before = m_threadPane->tree()->currentIndex();
    if (step < 0) {
        m_threadPane->previousThread();
    } else {
        // The conversation was read through to its end; a mail has others of its thread behind it.
        const bool isMail = m_readingPane->currentWidget() == m_readingPane->mail();
        if (!(isMail ? m_threadPane->nextNewMail() : m_threadPane->nextNewThread()))
            m_threadPane->nextThread();
    }
    if (m_threadPane->tree()->currentIndex() == before)
        m_jobsBar->tell(step > 0 ? tr("This is the end of the last thread.")
                                 : tr("This is the beginning of the first thread."));
}

void MainWindow::markSelected(bool read)
{
    const QList<std::pair<ThreadId, MailId>> mails = m_threadPane->selectedMails();
    if (mails.isEmpty())
        m_triage->setReadOfThreads(m_threadPane->selectedThreads(), read);
    else
        m_triage->setReadOfMails(mails, read);
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> commands;
    const QList<KeyedAction> all = keyedActions();
    for (const KeyedAction& known : all) {
        const auto* action = m_actions->findChild<QAction*>(known.name);
        if (action == nullptr || !action->isEnabled() || action == (*m_actions)[ActionId::CommandPalette])
            continue;
        commands.push_back({known.name,
                            {},
                            plainText(action->text()),
                            known.english,
                            known.group,
                            shownKeys(action->shortcuts())});
    }
    const QString blob = QString::fromUtf8(m_state.blob(u"recentCommands"_s));
    const QStringList recent = blob.split(u'\n', Qt::SkipEmptyParts);
    auto* palette = new CommandPalette(std::move(commands), recent, m_threads.arrangement().snapshot, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    // Later: the keyboard is back where it was, which is what some commands are about.
    connect(
        palette, &CommandPalette::commandChosen, this,
        [this, recent](const QString& name) {
            m_state.setBlob(u"recentCommands"_s, withRecent(recent, name).join(u'\n').toUtf8());
            if (auto* action = m_actions->findChild<QAction*>(name))
                action->trigger();
        },
        Qt::QueuedConnection);
    connect(
        palette, &CommandPalette::threadChosen, this,
        [this](ThreadId thread) { m_threadPane->goToThread(thread); }, Qt::QueuedConnection);
    palette->open();
}

} // namespace lb::ui
