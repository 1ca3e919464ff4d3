// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "thread/listing.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace lb::test
{

/// An mbox (gzipped or not) read into threads without a library: what the library does, in a hundred lines.
struct MboxList {
    std::vector<thread::Mail> mails; ///< rows count from 1
    std::vector<QByteArray> raw; ///< raw[i] belongs to row i + 1
    QHash<IdNumber, MessageId> ids; ///< of every Message-ID, present or only referred to
    int duplicates = 0; ///< mails whose Message-ID had been seen

    [[nodiscard]] thread::Material material(thread::Listing listing) const; ///< with its bodies
};

[[nodiscard]] std::optional<MboxList> readMboxList(const QString& file);

} // namespace lb::test
