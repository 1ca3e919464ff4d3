// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QByteArrayView>
#include <QString>

namespace lb::mail
{

/// A header value as a reader should see it: unfolded, RFC 2047 words decoded, white space collapsed,
/// control and text-direction override characters gone. Bytes over 127 outside encoded words are read as
/// UTF-8, else as `bodyCharset`, else as windows-1252. Decoded here and not by GMime because neighbouring
/// words may share a multi-byte character, a mail must not choose iconv's modules, and an import does this
/// for every mail. At most `maxLength` characters are kept.
[[nodiscard]] QString decodeHeaderText(QByteArrayView raw, QByteArrayView bodyCharset = {},
                                       qsizetype maxLength = 2000);

/// The first mailbox of a From header (RFC 5322 section 3.4, obsolete and broken forms tolerated).
[[nodiscard]] Address parseMailbox(QByteArrayView raw, QByteArrayView bodyCharset = {});

} // namespace lb::mail
