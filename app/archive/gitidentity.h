// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

namespace lb::archive
{

/// Who git's configuration says the user is: user.name and user.email of the user's and the system's files.
/// Empty where there is none. Reads files: not for the GUI thread. Re-entrant.
[[nodiscard]] mail::Address gitIdentity();

} // namespace lb::archive
