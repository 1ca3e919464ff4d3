// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lb::ui
{

/// Whoever scrolls a form must not change the number that slides under the pointer: fields of numbers and
/// choices inside `form` take the wheel only while they have the focus.
void guardWheel(QWidget* form);

} // namespace lb::ui
