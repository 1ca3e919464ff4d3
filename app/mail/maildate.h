// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QByteArrayView>

#include <optional>

namespace lb::mail
{

struct ParsedDate {
    qint64 utc = 0; ///< seconds since 1970
    int offsetMinutes = 0; ///< within +-14 h

    friend bool operator==(const ParsedDate&, const ParsedDate&) = default;
};

/// RFC 5322 section 3.3 date-time, obsolete zones and two-digit years included; what does not fit that is
/// left to GMime, which knows the broken forms. Nothing for text that holds no date.
[[nodiscard]] std::optional<ParsedDate> parseDate(QByteArrayView text);

/// The date of a Received header: what follows its last semicolon.
[[nodiscard]] std::optional<ParsedDate> parseReceivedDate(QByteArrayView value);

/// The rule for which date stands: the Date header, unless it is missing, over 24 h ahead of or over 30 days
/// behind the date of arrival: `received` is the Received header nearest the reader (the top one, written
/// by the archive's own host: the sender cannot set it), else the archive's time.
[[nodiscard]] MailDate chooseDate(const std::optional<ParsedDate>& header,
                                  const std::optional<ParsedDate>& received, qint64 archiveTime);

} // namespace lb::mail
