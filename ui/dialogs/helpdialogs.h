// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lb::ui
{

class Actions;

void showShortcuts(const Actions& actions, QWidget* parent); ///< the sheet of all keys
void showAbout(QWidget* parent);

} // namespace lb::ui
