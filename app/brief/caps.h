// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "summary/spending.h"

namespace lb::brief
{

/// The caps that the user has set. Money that cannot be read is no cap.
[[nodiscard]] summary::Caps capsOf(const Settings& settings);

} // namespace lb::brief
