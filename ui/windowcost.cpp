// SPDX-License-Identifier: GPL-3.0-or-later
// What summaries cost, in the window: a part of mainwindow.cpp.
#include "ui/banner.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/spendingdialog.h"
#include "ui/mainwindow.h"

#include <QAction>

namespace lb::ui
{

void MainWindow::wireCost()
{
    connect(&m_services.summariser.spending(), &summary::Spending::capReached, this,
            [this](const Error& error) {
                m_banner->showMessage(Banner::Kind::Warning,
                                      tr("%1 What is under way is finished; the other threads are listed "
                                         "among the jobs.")
                                          .arg(error.text),
                                      tr("Raise the Cap..."),
                                      [this] { openSettings(static_cast<int>(SettingsDialog::Page::Cost)); });
            });
    connect((*m_actions)[ActionId::Spending], &QAction::triggered, this, [this] {
        auto* dialog = new SpendingDialog(m_services, *m_prompts, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace lb::ui
