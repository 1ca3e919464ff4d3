// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace lb::mail
{

/// The addresses of a mail's To and Cc headers, case-folded, each once, at most `most`. Names are passed
/// over: they may be encoded, addresses are not. One pass over the headers; re-entrant.
[[nodiscard]] QStringList recipientAddresses(QByteArrayView rawMail, qsizetype most);

} // namespace lb::mail
