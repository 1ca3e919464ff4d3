// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lb::ui
{

/// Shows what queries can ask, made from the language's own table. Deletes itself when it is closed.
void showQueryHelp(QWidget* parent);

} // namespace lb::ui
