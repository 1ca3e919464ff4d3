// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "core/settings.h"
#include "llm/provider.h"
#include "store/records.h"
#include "thread/listing.h"
#include "ui/models/attention.h"

#include <optional>

namespace lb::ui
{

// The settings as the values that modules are handed. What cannot be read stands at its default.

[[nodiscard]] Language
reportLanguage(const Settings& settings); ///< the setting's, else the locale's, else English
[[nodiscard]] thread::ContextRule contextRule(const Settings& settings);
[[nodiscard]] thread::CategoryTable categoryTable(const Settings& settings);
/// The list's glossary: the user's, else the shipped one.
[[nodiscard]] QString glossaryOf(const Settings& settings, const QString& list);
[[nodiscard]] QHash<QString, QString> providerNames(const Settings& settings); ///< by id
[[nodiscard]] QString providerName(const llm::Provider& provider); ///< for people: its name, else its model

[[nodiscard]] thread::Identity identity(const Settings& settings);
[[nodiscard]] AttentionRules attentionRules(const Settings& settings);
[[nodiscard]] QStringList linesOf(const QString& text); ///< trimmed, without empty ones
[[nodiscard]] QString weightsToText(const AttentionWeights& weights); ///< for keys::AttentionWeights

/// Where a mail of the list can be read on the web; empty = nowhere.
[[nodiscard]] QString permalink(const store::ListRecord& list, const MessageId& id);
[[nodiscard]] bool hasRemoteArchive(const store::ListRecord& list);

} // namespace lb::ui
