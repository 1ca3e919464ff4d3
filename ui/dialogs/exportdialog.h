// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/exporttarget.h"

#include <QDialog>

namespace lb::ui
{

/// Where the report of what is shown goes. Show with open(). GUI thread.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)
public:
    /// `subject`: a sentence about what is exported.
    ExportDialog(UserPrompts& prompts, const QString& subject, const QString& file, Language language,
                 QWidget* parent = nullptr);

    void accept() override; ///< asks before a file is replaced
    [[nodiscard]] ExportTarget& target() const { return *m_target; }

private:
    ExportTarget* m_target;
};

} // namespace lb::ui
