// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regeneratemenu.h"

#include "brief/providerchoice.h"
#include "ui/dialogs/instructiondialog.h"
#include "ui/preferences.h"
#include "ui/summaryflow.h"

#include <QAction>

namespace lb::ui
{

using namespace Qt::StringLiterals;

RegenerateMenu::RegenerateMenu(Services& services, const Actions& actions, SummaryFlow& summaries,
                               QWidget* window)
    : QMenu(window)
    , m_services(services)
    , m_summaries(summaries)
    , m_window(window)
    , m_models(new QMenu(tr("With Another &Model"), this))
{
    setObjectName(u"regenerateMenu"_s);
    m_models->setObjectName(u"modelsMenu"_s);
    addAction(actions[ActionId::Regenerate]);
    addAction(actions[ActionId::RegenerateInstructed]);
    addMenu(m_models);
    addAction(actions[ActionId::TurnLanguage]);
    addAction(actions[ActionId::RegenerateWhole]);
    addSeparator();
    addAction(actions[ActionId::EditSummary]);
    addAction(actions[ActionId::CompareVersions]);
    addSeparator();
    addAction(actions[ActionId::WhatWasSent]);
    addAction(actions[ActionId::WhatWouldBeSent]);
    connect(m_models, &QMenu::aboutToShow, this, &RegenerateMenu::fillModels);
    fillModels();
}

void RegenerateMenu::fillModels()
{
    m_models->clear();
    const QList<llm::Provider> providers = brief::knownProviders(m_services.settings);
    const std::optional<llm::Provider> usual = m_summaries.usualProvider();
    for (const llm::Provider& provider : providers) {
        QString text = providerName(provider);
        if (!provider.model.isEmpty() && provider.model != text)
            text += u" · "_s + provider.model;
        QAction* one = m_models->addAction(text.replace(u'&', "&&"_L1));
        one->setCheckable(true);
        one->setChecked(usual && provider.id == usual->id);
        connect(one, &QAction::triggered, this, [this, provider] {
            SummaryFlow::Wish wish;
            wish.provider = provider;
            wish.whole = true;
            m_summaries.regenerate(wish);
        });
    }
    if (providers.isEmpty())
        m_models->addAction(tr("No model is set up yet"))->setEnabled(false);
}

void RegenerateMenu::askForInstruction()
{
    const summary::SummaryOptions usual = m_summaries.optionsFor({});
    if (!usual.provider) {
        Q_EMIT m_summaries.told(
            tr("The built-in digest takes no instruction. Choose a model in the settings."));
        return;
    }
    auto* dialog = new InstructionDialog(m_services.settings, providerName(*usual.provider), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        SummaryFlow::Wish wish;
        wish.instruction = dialog->instruction();
        wish.whole = true;
        m_summaries.regenerate(wish);
    });
    dialog->open();
}

} // namespace lb::ui
