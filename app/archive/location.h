// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace lb::archive
{

enum class Kind { Mbox, MboxGz, Maildir, EmlFolder, Git, PublicInbox };

/// An archive that mail can come from.
struct Location {
    Kind kind = Kind::Mbox;
    QString path; ///< absolute, for local kinds
    QUrl url; ///< with a trailing slash, for PublicInbox: https://host/list/
    QString listName; ///< guessed from the last part: "kvmarm"

    [[nodiscard]] bool isRemote() const { return kind == Kind::PublicInbox; }
    [[nodiscard]] QString text() const { return isRemote() ? url.toString(QUrl::FullyEncoded) : path; }
    /// https://host/list/<id>/ with the id escaped for a path; empty for local kinds.
    [[nodiscard]] QString permalink(const QByteArray& messageId) const;
};

/// Recognises what the user typed or dropped. Looks at the file system (first bytes, folder entries), never
/// at the network. Fails with NotFound, FilePermission or NotAnArchive, saying which and why.
[[nodiscard]] Result<Location> locate(const QString& argument);

} // namespace lb::archive
