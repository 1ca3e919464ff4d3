// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/factterms.h"

#include <QToolButton>

class QLineEdit;
class QMenu;

namespace lb::ui
{

/// A button whose menu writes what can be asked of facts into a filter line, and takes it out again. GUI
/// thread.
class FactMenu final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactMenu)
public:
    explicit FactMenu(QLineEdit& line, QWidget* parent = nullptr);

private:
    void showTyped(); ///< checks the entries that the line has
    void write(query::Flag flag, bool wanted);

    QLineEdit& m_line;
    QMenu* m_menu;
};

} // namespace lb::ui
