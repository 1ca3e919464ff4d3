// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lb::mail
{

/// One header field as it stands in the mail: views into the mail's bytes.
struct HeaderField {
    QByteArrayView name;
    QByteArrayView value; ///< with its folds; without the last line end

    [[nodiscard]] bool is(QByteArrayView other) const
    {
        return name.size() == other.size() && name.compare(other, Qt::CaseInsensitive) == 0;
    }
};

struct MailHead {
    std::vector<HeaderField> fields; ///< at most MaxHeaderFields
    qsizetype bodyStart = 0; ///< = size if there is no body
};

inline constexpr std::size_t MaxHeaderFields = 10'000;

/// Finds the header fields (RFC 5322 section 2.2) in one pass without decoding anything. Lenient where real
/// mail is: "From " and ">From " lines among the headers and junk before the first field are skipped; a line
/// that is no field after the first one starts the body, as if the blank line had been lost.
[[nodiscard]] MailHead scanHead(QByteArrayView mail);

/// The value with folding undone (line ends removed, RFC 5322 section 2.2.3) and without NULs.
[[nodiscard]] QByteArray unfolded(QByteArrayView value);

} // namespace lb::mail
