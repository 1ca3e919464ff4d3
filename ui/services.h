// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/services.h"

namespace lb::ui
{

using Services = brief::Services;

} // namespace lb::ui
