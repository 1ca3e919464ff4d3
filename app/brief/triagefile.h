// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/triagejson.h"

namespace lb::brief
{

// Triage state in a file, see store/triagejson.h. Both read or write: not for the GUI thread. Re-entrant.

[[nodiscard]] Result<store::TriageExport> loadTriageFile(const QString& path);
/// An existing file is replaced whole or not at all. "-" = standard output.
[[nodiscard]] Status saveTriageFile(const QString& path, const store::TriageExport& state,
                                    const QDateTime& now);

} // namespace lb::brief
