// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claimdiff.h"
#include "ui/colours.h"

#include <QFont>

#include <memory>

class QTextDocument;
class QThread;

namespace lb::ui
{

/// What a comparison is painted with; taken on the GUI thread, used on the pool.
struct VersionsLook {
    QFont font;
    MailColours colours;
    QColor dim;
    QColor line;
};
[[nodiscard]] VersionsLook versionsLook(const QFont& font, const QPalette& palette);

/// Two versions claim by claim as a table of two columns: the words that changed are marked by ground and
/// underline, claims that only one has by a sign, each by its verdict. Citations of the newer version lead to
/// "new:n", of the other to "old:n". At most 400 rows. Re-entrant; the document belongs to `home` and is
/// deleted there.
[[nodiscard]] std::shared_ptr<QTextDocument>
buildVersionsDocument(QThread* home, const std::vector<summary::ClaimRow>& rows, const VersionsLook& look);

} // namespace lb::ui
