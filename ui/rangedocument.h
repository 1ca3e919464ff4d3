// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/revisiondiff.h"
#include "ui/maildocument.h"

namespace lb::ui
{

/// Equal lines shown around a change; more are said to be left out.
inline constexpr int equalLinesKept = 4;

/// The comparison of one patch in two revisions as a document for a MailTextView: lines that only one of them
/// has are marked and coloured, within them the lines of the diff. Linear, re-entrant; belongs to `home`.
[[nodiscard]] std::shared_ptr<QTextDocument> buildRangeDocument(QThread* home, const thread::PatchPair& pair,
                                                                const MailLook& look);

/// The author's notes about what changed.
[[nodiscard]] std::shared_ptr<QTextDocument> buildNotesDocument(QThread* home, const QStringList& notes,
                                                                const MailLook& look);

} // namespace lb::ui
