// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"
#include "ui/services.h"

#include <QMenu>

namespace lb::ui
{

class SummaryFlow;

/// The ways to write a summary anew: with an instruction, by another model, in the other language, from the
/// whole thread; and what was or would be sent. GUI thread.
class RegenerateMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegenerateMenu)
public:
    RegenerateMenu(Services& services, const Actions& actions, SummaryFlow& summaries, QWidget* window);

    [[nodiscard]] QMenu* models() const { return m_models; } ///< "With Another Model"
    void askForInstruction();

private:
    void fillModels();

    Services& m_services;
    SummaryFlow& m_summaries;
    QWidget* m_window;
    QMenu* m_models;
};

} // namespace lb::ui
