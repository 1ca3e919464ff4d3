// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb::mail
{

/// \n line ends whatever they were, no NULs.
[[nodiscard]] QString normalizedLines(const QString& text);

/// Undoes format=flowed (RFC 3676) where that does no harm: in lines of one's own, not in a patch, and not in
/// quotes, whose lines must stay as they were in the mail they quote.
[[nodiscard]] QString unflowed(const QString& text, bool deleteSpace);

/// Takes the frame of an inline OpenPGP signature (RFC 4880 section 7) away and undoes its dash escapes.
[[nodiscard]] QString withoutArmour(const QString& text);

} // namespace lb::mail
