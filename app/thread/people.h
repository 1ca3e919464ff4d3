// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <span>
#include <vector>

namespace lb::thread
{

/// For each address the number of its person, from 0 in order of appearance: the same person when the
/// case-folded address or the full display name is the same (rule 3.6, transitive).
[[nodiscard]] std::vector<int> people(std::span<const mail::Address> senders);

/// The name to show: the display name without quotes, else the part before '@'.
[[nodiscard]] QString shownName(const mail::Address& address);

} // namespace lb::thread
