// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>

#include <optional>

namespace lb::ui
{

struct SingleMails {
    int copied = 0; ///< that are in the folder now
    QStringList archives; ///< what is called .eml and is something else: to be looked at like any archive
    std::optional<Error> refusal; ///< of the first file that holds no mail or cannot be read
};

/// Copies .eml files into a folder, each under the hash of its bytes: the same mail again is the same file.
/// At most 64 MB of each. For the pool.
[[nodiscard]] SingleMails copySingleMails(const QStringList& files, const QString& folder);

} // namespace lb::ui
