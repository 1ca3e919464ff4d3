// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "mail/message.h"
#include "report/report.h"
#include "store/store.h"

#include <QFuture>

namespace lb::cli
{

/// Adds an import's issues to those remembered for the list (the first 1,000) and gives all of them back as
/// problems, so that a report names the mails that could not be read also when the archive was read by an
/// earlier run.
[[nodiscard]] QFuture<Result<QList<report::Problem>>> rememberIssues(store::Store& store, ListId list,
                                                                     const QList<mail::ParseIssue>& issues);

} // namespace lb::cli
