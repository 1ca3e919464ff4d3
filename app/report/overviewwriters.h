// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writers.h"

#include <QJsonArray>

namespace lb::report
{

// The overview of a report in its three formats; nothing where the report has none. Of each group
// overviewLinesShown lines are written, in JSON all.

/// Blocks to be set apart by blank lines. Threads are linked by threadAnchor().
[[nodiscard]] QStringList overviewMarkdown(const Report& report, const QHash<MessageId, Place>& places);
[[nodiscard]] QString overviewHtml(const Report& report, const QHash<MessageId, Place>& places);
[[nodiscard]] QJsonArray overviewJson(const Report& report);

[[nodiscard]] QString threadAnchor(const Place& place); ///< "t1-2"

} // namespace lb::report
