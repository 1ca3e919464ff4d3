// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace lb::mail
{

struct DecodedText {
    QString text;
    bool unknownCharset = false; ///< the name means nothing to us; the text is a guess
};

/// Bytes to text by the charset a mail names. An empty, unknown or plainly wrong name falls back to
/// UTF-8 if the bytes are that, else to windows-1252. Names that are commonly used for a superset (gb2312 for
/// GBK, iso-8859-1 for windows-1252) are read as that superset, as browsers do. Only
/// charsets of a fixed list reach iconv: a mail cannot choose which of its modules are loaded.
[[nodiscard]] DecodedText decodeCharset(QByteArrayView bytes, QByteArrayView charset);

[[nodiscard]] bool isAscii(QByteArrayView bytes);

/// The text if the bytes are valid UTF-8.
[[nodiscard]] std::optional<QString> strictUtf8(QByteArrayView bytes);

} // namespace lb::mail
