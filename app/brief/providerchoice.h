// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "llm/provider.h"

#include <optional>

namespace lb::brief
{

// Who summarises the threads of a list, for the window and the command line alike. Lists are named as people
// see them, so that a choice outlives a list being removed and read again.

/// The id of the list's own provider or "digest"; empty = as for all lists. One that is no longer there
/// counts as none.
[[nodiscard]] QString ownProviderId(const Settings& settings, const QString& list);
void setOwnProviderId(Settings& settings, const QString& list, const QString& id); ///< empty = as for all

/// The list's own, else the one for all lists.
[[nodiscard]] QString providerIdFor(const Settings& settings, const QString& list);
/// The same as a provider; nothing = the built-in digest.
[[nodiscard]] std::optional<llm::Provider> providerFor(const Settings& settings, const QString& list);

/// What can be chosen; empty where the settings cannot be read.
[[nodiscard]] QList<llm::Provider> knownProviders(const Settings& settings);
/// One of them; nothing = "digest", or one that is no longer there.
[[nodiscard]] std::optional<llm::Provider> providerWithId(const Settings& settings, const QString& id);

} // namespace lb::brief
