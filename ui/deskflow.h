// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threadarranger.h"
#include "ui/models/viewsmodel.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

namespace lb::ui
{

/// What the order by attention rests on beside the mail: who the user is, what he looks for, what time it is.
/// Also keeps the counts of the views. GUI thread.
class DeskFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskFlow)
public:
    DeskFlow(Services& services, ThreadTreeModel& model, ThreadArranger& arranger, ViewsModel& views,
             QObject* parent = nullptr);

    void refresh(ListId list); ///< threads were read anew, of this list maybe another
    void settingsChanged();

Q_SIGNALS:
    void guessed(); ///< who the user is; the threads should be read again

private:
    void guess();
    void tell();
    void surveyed();

    Services& m_services;
    ThreadTreeModel& m_model;
    ThreadArranger& m_arranger;
    ViewsModel& m_views;
    Desk m_desk;
    ListId m_list;
    QTimer m_alarm; ///< a snooze ends by its date
};

} // namespace lb::ui
