// SPDX-License-Identifier: GPL-3.0-or-later
// The window's part in writing reports.
#include "ui/composeflow.h"
#include "ui/exportflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/mainwindow.h"
#include "ui/threadpane.h"

#include <QAction>
#include <QDir>

namespace lb::ui
{

using namespace Qt::StringLiterals;

void MainWindow::wireExport()
{
    const Actions& actions = *m_actions;
    const auto whenShown = [this](auto act) {
        const auto list = m_library->currentList();
        const SnapshotPointer& snapshot = m_threads.arrangement().snapshot;
        if (list && snapshot != nullptr && snapshot->ofPeriod > 0)
            act(*list, *snapshot);
    };
    connect(actions[ActionId::Export], &QAction::triggered, this, [this, whenShown] {
        whenShown([this](const store::ListRecord& list, const Snapshot& snapshot) {
            m_export->ask(list, snapshot);
        });
    });
    connect(actions[ActionId::Compose], &QAction::triggered, this, [this, whenShown] {
        whenShown([this](const store::ListRecord& list, const Snapshot& snapshot) {
            // One thread is always selected: only several are meant.
            const QList<ThreadId> selected = m_threadPane->selectedThreads();
            m_compose->compose(list, snapshot, selected.size() > 1 ? selected : QList<ThreadId>());
        });
    });
    connect(actions[ActionId::ExportWeeks], &QAction::triggered, this, [this] {
        if (const auto list = m_library->currentList())
            m_compose->exportWeeks(*list);
    });
    connect(m_export, &ExportFlow::failed, this, &MainWindow::showError);
    connect(m_export, &ExportFlow::finished, this, &MainWindow::exported);
    connect(m_compose, &ComposeFlow::failed, this, &MainWindow::showError);
    connect(m_compose, &ComposeFlow::finished, this, &MainWindow::exported);
    connect(m_compose, &ComposeFlow::told, m_jobsBar, &JobsBar::tell);
    connect(m_compose, &ComposeFlow::weeksWritten, this, [this](const QString& folder, int reports) {
        offerFolder(tr("%n report(s) and an index are in %1.", nullptr, reports)
                        .arg(QDir::toNativeSeparators(folder)),
                    folder);
    });
}

} // namespace lb::ui
