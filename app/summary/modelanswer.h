// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/digest.h"

namespace lb::summary
{

/// A model's text made fit to keep: control characters and HTML neutralised, citations read. A citation that
/// names no mail of the list is marked as such, never dropped silently. Error when nothing is left.
[[nodiscard]] Result<SummaryText> readModelAnswer(const QString& answer, int mailCount);

} // namespace lb::summary
