// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"

#include <QStringList>

namespace lb::summary
{

// The words that stand for values in the JSON of a model's answer.

[[nodiscard]] QString claimKindName(ClaimKind kind);
[[nodiscard]] std::optional<ClaimKind> claimKindFromName(const QString& name);
[[nodiscard]] QString stanceName(Stance stance);
[[nodiscard]] std::optional<Stance> stanceFromName(const QString& name);
[[nodiscard]] QString contextName(ThreadContext context);
[[nodiscard]] std::optional<ThreadContext> contextFromName(const QString& name);

[[nodiscard]] QStringList claimKindNames();
[[nodiscard]] QStringList stanceNames();
[[nodiscard]] QStringList contextNames();

} // namespace lb::summary
