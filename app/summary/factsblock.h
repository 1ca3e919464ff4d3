// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "thread/facts.h"

#include <QStringList>

namespace lb::summary
{

/// The facts of a thread as lines for a model, each with the mails it rests on. Bounded.
[[nodiscard]] QStringList factLines(const thread::Listing& listing, const thread::Facts& facts,
                                    Language language);

} // namespace lb::summary
