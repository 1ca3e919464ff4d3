// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "thread/facts.h"

#include <QStringList>

namespace lb::thread
{

/// Why somebody is awaited, as the end of a sentence: "questions are open". In the language of the digest,
/// report or window that tells it.
[[nodiscard]] QString reasonText(AwaitingReason reason, Language language);

/// The names of those who are awaited, where they are known.
[[nodiscard]] QStringList awaitedNames(const Grounds& grounds);

} // namespace lb::thread
