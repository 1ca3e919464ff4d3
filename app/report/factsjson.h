// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"

#include <QJsonObject>

namespace lb::report
{

/// The facts of a thread as the report's "facts" object: the keys of the schema listbrief-report/1, and
/// beside them what is known more exactly. "line" and "last_line" count the lines of the mail's decoded text
/// from 1.
[[nodiscard]] QJsonObject factsObject(const thread::Facts& facts);

} // namespace lb::report
