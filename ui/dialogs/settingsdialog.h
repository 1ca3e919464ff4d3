// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QTabWidget;

namespace lb::ui
{

class Banner;
class CategoriesPage;
class CostPage;
class GeneralPage;
class KeysPage;
class ProvidersPage;
class YouPage;
class UserPrompts;

/// What the user may choose: who summarises, languages and rules of the report. Written when it is accepted,
/// not before; keys go to the keychain, or for this session into memory, never into the settings. Show with
/// open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)
public:
    enum class Page { General, Providers, Cost, Categories, You, Keys };

    SettingsDialog(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);
    void accept() override; ///< keys first: stays open and says so if they cannot be stored

Q_SIGNALS:
    void glossariesRequested();

private:
    void saveKeys(bool forSessionOnly);
    void writeSettings();

    Services& m_services;
    Banner* m_banner;
    QTabWidget* m_tabs;
    GeneralPage* m_general;
    ProvidersPage* m_providers;
    CategoriesPage* m_categories;
    YouPage* m_you;
    KeysPage* m_keys;
    CostPage* m_cost;
    bool m_saving = false;
};

} // namespace lb::ui
