// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace lb::summary
{

struct LenientJson {
    QJsonObject object;
    bool found = false; ///< there is an object with one of the names looked for
    bool complete = false; ///< it has its end
};

/// The first object in a text that has one of these members, whatever stands around it. Commas too many and
/// raw line ends in strings are forgiven. An object that is cut anywhere keeps what is whole. Linear; at most
/// 64 deep.
[[nodiscard]] LenientJson readLenientJson(QStringView text, const QStringList& members);

} // namespace lb::summary
