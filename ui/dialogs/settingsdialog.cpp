// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/banner.h"

#include <QTabWidget>

namespace lb::ui
{

SettingsDialog::SettingsDialog(Services& services, UserPrompts&, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_banner(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_general(nullptr)
    , m_providers(nullptr)
    , m_categories(nullptr)
{
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void SettingsDialog::accept()
{
    writeSettings();
    QDialog::accept();
}

void SettingsDialog::writeSettings() { }

} // namespace lb::ui
