// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "core/settings.h"
#include "ui/banner.h"
#include "ui/dialogs/categoriespage.h"
#include "ui/dialogs/costpage.h"
#include "ui/dialogs/generalpage.h"
#include "ui/dialogs/keyspage.h"
#include "ui/dialogs/providerspage.h"
#include "ui/dialogs/youpage.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Services& services, UserPrompts& prompts, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_banner(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_general(new GeneralPage(services.settings, this))
    , m_providers(new ProvidersPage(services, prompts, this))
    , m_categories(new CategoriesPage(services.settings, this))
    , m_you(new YouPage(services.settings, this))
    , m_keys(new KeysPage(services.settings, this))
    , m_cost(new CostPage(services.settings, this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    m_tabs->setObjectName(u"settingsTabs"_s);
    m_tabs->setAccessibleName(tr("Pages of the settings"));
    m_tabs->addTab(m_general, tr("&General"));
    m_tabs->addTab(m_providers, tr("&Summaries"));
    m_tabs->addTab(m_cost, tr("C&ost"));
    m_tabs->addTab(m_categories, tr("&Categories"));
    m_tabs->addTab(m_you, tr("&You"));
    m_tabs->addTab(m_keys, tr("&Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"acceptSettingsButton"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelSettingsButton"_s);
    QPushButton* glossaries = buttons->addButton(tr("Gl&ossaries..."), QDialogButtonBox::ResetRole);
    glossaries->setObjectName(u"editGlossariesButton"_s);
    glossaries->setAutoDefault(false);
    glossaries->setToolTip(tr("Say what the terms of a list stand for"));
    connect(glossaries, &QPushButton::clicked, this, &SettingsDialog::glossariesRequested);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_providers, &ProvidersPage::failed, m_banner, &Banner::showError);
    resize(fontMetrics().averageCharWidth() * 118, fontMetrics().height() * 42);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void SettingsDialog::accept()
{
    if (m_saving)
        return;
    const Status checked = m_providers->check();
    if (!checked) {
        showPage(Page::Providers);
        m_banner->showError(checked.error());
        return;
    }
    m_providers->confirmPlainHttp([this] { saveKeys(false); });
}

void SettingsDialog::saveKeys(bool forSessionOnly)
{
    m_saving = true;
    m_providers->saveKeys(forSessionOnly, [this](const Status& saved) {
        m_saving = false;
        if (saved) {
            writeSettings();
            QDialog::accept();
            return;
        }
        showPage(Page::Providers);
        m_banner->showMessage(Banner::Kind::Error, saved.error().text, tr("Keep it for this session only"),
                              [this] { saveKeys(true); });
    });
}

void SettingsDialog::writeSettings()
{
    m_general->write(m_services.settings);
    m_providers->write();
    m_cost->write(m_services.settings);
    m_categories->write(m_services.settings);
    m_you->write(m_services.settings);
    m_keys->write(m_services.settings);
    m_services.settings.sync();
}

} // namespace lb::ui
