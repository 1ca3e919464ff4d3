// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deskflow.h"

#include "archive/gitidentity.h"
#include "core/onresult.h"
#include "ui/preferences.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DeskFlow::DeskFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger, ViewsModel& views,
                   QObject* parent)
    : QObject(parent), m_services(services), m_model(model), m_arranger(arranger), m_views(views)
{
    m_alarm.setSingleShot(true);
    connect(&m_alarm, &QTimer::timeout, this, &DeskFlow::tell);
    connect(&m_arranger, &ThreadArranger::surveyed, this, &DeskFlow::surveyed);
    m_desk.rules = attentionRules(m_services.settings);
    tell();
    guess();
}

/// Once: what the user says in the settings stands.
void DeskFlow::guess()
{
    if (m_services.settings.get(keys::YouGuessed) != 0)
        return;
    onResult(QtConcurrent::run(archive::gitIdentity), this, [this](const mail::Address& who) {
        Settings& settings = m_services.settings;
        settings.set(keys::YouGuessed, 1);
        if (!identity(settings).isEmpty() || (who.name.isEmpty() && who.address.isEmpty()))
            return;
        settings.set(keys::YourNames, who.name);
        settings.set(keys::YourAddresses, who.address);
        settingsChanged();
        Q_EMIT guessed();
    });
}

void DeskFlow::settingsChanged()
{
    m_desk.rules = attentionRules(m_services.settings);
    tell();
}

void DeskFlow::refresh(ListId list)
{
    if (m_list != list)
        m_desk.wroteIn.clear();
    m_list = list;
    tell();
    const QSet<QString>& addresses = m_desk.rules.you.addresses();
    if (!list.isValid() || addresses.isEmpty())
        return;
    const QStringList asked(addresses.begin(), addresses.end());
    onResult(m_services.store.threadsBy(list, asked), this,
             [this, list](const Result<QList<ThreadId>>& threads) {
                 if (!threads || list != m_list)
                     return;
                 const QSet<ThreadId> wroteIn(threads->begin(), threads->end());
                 if (wroteIn == m_desk.wroteIn)
                     return;
                 m_desk.wroteIn = wroteIn;
                 tell();
             });
}

void DeskFlow::tell()
{
    m_desk.now = m_services.clock.now().toSecsSinceEpoch();
    m_arranger.setDesk(std::make_shared<const Desk>(m_desk));
}

void DeskFlow::surveyed()
{
    const Arrangement& arrangement = m_model.arrangement();
    m_alarm.stop();
    if (arrangement.snapshot == nullptr) {
        m_views.forgetCounts();
        return;
    }
    m_views.setCounts(arrangement.survey->counts);
    if (arrangement.survey->nextDate == 0)
        return;
    m_alarm.start(sleepUntil(m_services.clock, arrangement.survey->nextDate));
}

} // namespace lb::ui
