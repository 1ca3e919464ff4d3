// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/charset.h"

#include <QByteArray>
#include <QStringDecoder>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

namespace lb::mail
{

namespace
{

constexpr qsizetype MaxNameLength = 40;

struct Alias {
    std::string_view name; // lower case, without '-', '_', ' ' and ':'
    const char* iconvName;
};

// Sorted by name for the binary search.
constexpr std::array Aliases{
    Alias{"ansix341968", "UTF-8"},
    Alias{"ascii", "UTF-8"},
    Alias{"big5", "BIG5-HKSCS"},
    Alias{"big5hkscs", "BIG5-HKSCS"},
    Alias{"cp1250", "CP1250"},
    Alias{"cp1251", "CP1251"},
    Alias{"cp1252", "CP1252"},
    Alias{"cp437", "CP437"},
    Alias{"cp850", "CP850"},
    Alias{"cp866", "CP866"},
    Alias{"cp932", "CP932"},
    Alias{"cp936", "GB18030"},
    Alias{"cp949", "CP949"},
    Alias{"cp950", "CP950"},
    Alias{"euccn", "GB18030"},
    Alias{"eucjp", "EUC-JP"},
    Alias{"euckr", "CP949"},
    Alias{"gb18030", "GB18030"},
    Alias{"gb2312", "GB18030"},
    Alias{"gb231280", "GB18030"},
    Alias{"gbk", "GB18030"},
    Alias{"iso2022jp", "ISO-2022-JP-2"},
    Alias{"iso2022jp2", "ISO-2022-JP-2"},
    Alias{"iso2022kr", "ISO-2022-KR"},
    Alias{"iso88591", "CP1252"},
    Alias{"iso885910", "ISO-8859-10"},
    Alias{"iso885911", "CP874"},
    Alias{"iso885913", "ISO-8859-13"},
    Alias{"iso885914", "ISO-8859-14"},
    Alias{"iso885915", "ISO-8859-15"},
    Alias{"iso885916", "ISO-8859-16"},
    Alias{"iso88592", "ISO-8859-2"},
    Alias{"iso88593", "ISO-8859-3"},
    Alias{"iso88594", "ISO-8859-4"},
    Alias{"iso88595", "ISO-8859-5"},
    Alias{"iso88596", "ISO-8859-6"},
    Alias{"iso88597", "ISO-8859-7"},
    Alias{"iso88598", "ISO-8859-8"},
    Alias{"iso88598i", "ISO-8859-8"},
    Alias{"iso88599", "CP1254"},
    Alias{"koi8r", "KOI8-R"},
    Alias{"koi8u", "KOI8-U"},
    Alias{"ksc56011987", "CP949"},
    Alias{"latin1", "CP1252"},
    Alias{"macintosh", "MACINTOSH"},
    Alias{"shiftjis", "CP932"},
    Alias{"sjis", "CP932"},
    Alias{"tis620", "CP874"},
    Alias{"usascii", "UTF-8"},
    Alias{"utf16", "UTF-16"},
    Alias{"utf16be", "UTF-16BE"},
    Alias{"utf16le", "UTF-16LE"},
    Alias{"utf8", "UTF-8"},
    Alias{"windows1250", "CP1250"},
    Alias{"windows1251", "CP1251"},
    Alias{"windows1252", "CP1252"},
    Alias{"windows1253", "CP1253"},
    Alias{"windows1254", "CP1254"},
    Alias{"windows1255", "CP1255"},
    Alias{"windows1256", "CP1256"},
    Alias{"windows1257", "CP1257"},
    Alias{"windows1258", "CP1258"},
    Alias{"windows31j", "CP932"},
    Alias{"windows874", "CP874"},
    Alias{"windows936", "GB18030"},
    Alias{"windows949", "CP949"},
    Alias{"xgbk", "GB18030"},
    Alias{"xsjis", "CP932"},
};
static_assert(std::ranges::is_sorted(Aliases, {}, &Alias::name));

QByteArray plainName(QByteArrayView charset)
{
    QByteArray name;
    for (const char c : charset.first(std::min(charset.size(), MaxNameLength))) {
        if (c >= 'A' && c <= 'Z')
            name += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            name += c;
    }
    return name;
}

/// The name for iconv; null if the charset is not one of the list.
const char* iconvName(QByteArrayView charset)
{
    const QByteArray name = plainName(charset);
    const std::string_view key(name.constData(), static_cast<size_t>(name.size()));
    const auto* const found = std::ranges::lower_bound(Aliases, key, {}, &Alias::name);
    return found != Aliases.end() && found->name == key ? found->iconvName : nullptr;
}

struct Converted {
    QString text;
    qsizetype errors = 0;
};

/// Runs iconv over the bytes; one that fits nothing becomes U+FFFD.
std::optional<Converted> convert(QByteArrayView bytes, const char* from)
{
    // The bytes are only read; iconv's interface is older than const.
    const iconv_t converter = iconv_open("UTF-16LE", from);
    if (converter
        == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr): iconv's own error value
        return std::nullopt;
    Converted result;
    std::array<char16_t, 2048> block{};
    char* in = const_cast<char*>(bytes.data());
    auto left = static_cast<size_t>(bytes.size());
    while (left > 0) {
        auto* out = reinterpret_cast<char*>(block.data());
        size_t room = block.size() * sizeof(char16_t);
        const size_t before = left;
        const size_t done = iconv(converter, &in, &left, &out, &room);
        const auto written
            = static_cast<qsizetype>((block.size() * sizeof(char16_t) - room) / sizeof(char16_t));
        result.text.append(QStringView(block.data(), written));
        if (done != static_cast<size_t>(-1) || left == 0)
            continue;
        if (errno == E2BIG && (written > 0 || left < before))
            continue;
        ++result.errors;
        result.text.append(QChar::ReplacementCharacter);
        ++in;
        --left;
    }
    iconv_close(converter);
    return result;
}

DecodedText guess(QByteArrayView bytes)
{
    if (std::optional<QString> text = strictUtf8(bytes))
        return {*std::move(text), false};
    if (std::optional<Converted> converted = convert(bytes, "CP1252"))
        return {std::move(converted->text), false};
    return {QString::fromLatin1(bytes), false};
}

} // namespace

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<QString> strictUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

DecodedText decodeCharset(QByteArrayView bytes, QByteArrayView charset)
{
    // 7-bit text in one of the many supersets of ASCII needs no tables. The ISO-2022 kin and UTF-16 are 7-bit
    // or NUL-ridden without being ASCII.
    const char* const name = iconvName(charset);
    const bool stateful = name && (qstrncmp(name, "ISO-2022", 8) == 0 || qstrncmp(name, "UTF-16", 6) == 0);
    if (!stateful && isAscii(bytes))
        return {QString::fromLatin1(bytes), !name && !charset.isEmpty()};
    if (!name) {
        DecodedText result = guess(bytes);
        result.unknownCharset = !charset.isEmpty();
        return result;
    }
    if (qstrcmp(name, "UTF-8") == 0)
        return guess(bytes);
    std::optional<Converted> converted = convert(bytes, name);
    if (!converted)
        return guess(bytes);
    // Mailers that convert to UTF-8 and forget to say so are more common than texts with broken bytes.
    if (converted->errors > 0) {
        if (std::optional<QString> text = strictUtf8(bytes))
            return {*std::move(text), false};
    }
    return {std::move(converted->text), false};
}

} // namespace lb::mail
