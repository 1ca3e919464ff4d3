// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QTreeWidget;
class QWidget;

namespace lb::ui
{

class Actions;

void showShortcuts(const Actions& actions, QWidget* parent); ///< the sheet of all keys
void showAbout(QWidget* parent);

/// Hides the rows below groups whose action has not these words and that have not just these keys.
void filterRows(QTreeWidget* tree, const QString& wanted);

} // namespace lb::ui
