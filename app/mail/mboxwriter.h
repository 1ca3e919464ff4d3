// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace lb::mail
{

/// A mail as an entry of an mbox in the mboxrd form: a "From " line, every line of '>'s and "From " with one
/// '>' more, and a blank line behind. MboxReader gives the same bytes back; a mail that did not end in a line
/// end then does. Pure, linear.
[[nodiscard]] QByteArray mboxEntry(QByteArrayView mail);

} // namespace lb::mail
