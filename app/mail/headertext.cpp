// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/headertext.h"

#include "mail/charset.h"
#include "mail/headerscan.h"

#include <algorithm>

namespace lb::mail
{

namespace
{

constexpr qsizetype MaxRaw = 32 * 1024; // bytes of a header value that are looked at

struct EncodedWord {
    QByteArrayView charset;
    char encoding = 'q'; // lower case
    QByteArrayView payload;
    qsizetype end = 0; // after "?="
};

/// The encoded word (RFC 2047 section 2) that starts at `start`, where "=?" is; end = 0 if it is none.
EncodedWord encodedWordAt(QByteArrayView raw, qsizetype start)
{
    EncodedWord word;
    const qsizetype charsetEnd = raw.indexOf('?', start + 2);
    if (charsetEnd <= start + 2 || charsetEnd - start > 60 || charsetEnd + 2 >= raw.size()
        || raw[charsetEnd + 2] != '?')
        return word;
    word.charset = raw.sliced(start + 2, charsetEnd - start - 2);
    const qsizetype language = word.charset.indexOf('*'); // RFC 2231 section 5
    if (language >= 0)
        word.charset = word.charset.first(language);
    word.encoding = static_cast<char>(raw[charsetEnd + 1] | 0x20);
    if (word.encoding != 'q' && word.encoding != 'b')
        return word;
    const qsizetype payload = charsetEnd + 3;
    const qsizetype end = raw.indexOf("?=", payload);
    // An unfinished word must not eat the next one.
    const qsizetype other = raw.indexOf("=?", payload);
    if (end < 0 || (other >= 0 && other + 1 < end))
        return word;
    word.payload = raw.sliced(payload, end - payload);
    word.end = end + 2;
    return word;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

QByteArray decodedPayload(const EncodedWord& word)
{
    if (word.encoding == 'b')
        return QByteArray::fromBase64(QByteArray::fromRawData(word.payload.data(), word.payload.size()));
    QByteArray bytes;
    bytes.reserve(word.payload.size());
    for (qsizetype i = 0; i < word.payload.size(); ++i) {
        const char c = word.payload[i];
        if (c == '=' && i + 2 < word.payload.size() && hexDigit(word.payload[i + 1]) >= 0
            && hexDigit(word.payload[i + 2]) >= 0) {
            bytes += static_cast<char>(hexDigit(word.payload[i + 1]) * 16 + hexDigit(word.payload[i + 2]));
            i += 2;
        } else {
            bytes += c == '_' ? ' ' : c;
        }
    }
    return bytes;
}

QString decodePlain(QByteArrayView bytes, QByteArrayView bodyCharset)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    if (std::optional<QString> text = strictUtf8(bytes))
        return *std::move(text);
    return decodeCharset(bytes, bodyCharset).text;
}

bool isBlank(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c == ' ' || c == '\t'; });
}

QString decodeWords(QByteArrayView raw, QByteArrayView bodyCharset)
{
    QString text;
    QByteArray run; // bytes of neighbouring words with one charset: a character may straddle them
    QByteArrayView runCharset;
    const auto flush = [&] {
        if (!run.isEmpty())
            text += decodeCharset(run, runCharset).text;
        run.clear();
    };
    qsizetype done = 0;
    qsizetype start = raw.indexOf("=?");
    while (start >= 0) {
        const EncodedWord word = encodedWordAt(raw, start);
        if (word.end == 0) {
            start = raw.indexOf("=?", start + 2);
            continue;
        }
        const QByteArrayView between = raw.sliced(done, start - done);
        // White space between two encoded words is only there to part them (section 6.2).
        const bool adjacent = done > 0 && isBlank(between);
        if (!adjacent || word.charset.compare(runCharset, Qt::CaseInsensitive) != 0)
            flush();
        if (!adjacent)
            text += decodePlain(between, bodyCharset);
        runCharset = word.charset;
        run += decodedPayload(word);
        done = word.end;
        start = raw.indexOf("=?", done);
    }
    flush();
    return text + decodePlain(raw.sliced(done), bodyCharset);
}

/// Characters that could reorder or hide what stands beside them in a list or a terminal.
bool isDirectionControl(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
        || c == 0xFEFF;
}

QString cleaned(const QString& text, qsizetype maxLength)
{
    QString result;
    result.reserve(std::min(text.size(), maxLength));
    bool gap = false;
    for (const QChar c : text) {
        if (isDirectionControl(c.unicode()))
            continue;
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            gap = !result.isEmpty();
            continue;
        }
        if (gap)
            result += u' ';
        gap = false;
        if (result.size() >= maxLength) {
            if (result.back().isHighSurrogate())
                result.chop(1);
            break;
        }
        result += c;
    }
    return result;
}

/// Reads a mailbox token by token.
struct MailboxScanner {
    QByteArrayView raw;
    qsizetype at = 0;
    QByteArray phrase;
    QByteArray comment;
    QByteArray address;
    bool hasAngle = false;

    void quoted()
    {
        const qsizetype start = ++at;
        QByteArray text;
        for (; at < raw.size() && raw[at] != '"'; ++at) {
            if (raw[at] == '\\' && at + 1 < raw.size())
                ++at;
            text += raw[at];
        }
        if (at >= raw.size()) { // never closed: an ordinary character
            at = start;
            return;
        }
        phrase += text;
        ++at;
    }

    void commented()
    {
        const qsizetype start = ++at;
        int depth = 1;
        QByteArray text;
        for (; at < raw.size(); ++at) {
            if (raw[at] == '\\' && at + 1 < raw.size()) {
                ++at;
            } else if (raw[at] == '(') {
                ++depth;
            } else if (raw[at] == ')' && --depth == 0) {
                break;
            }
            text += raw[at];
        }
        if (at >= raw.size()) {
            at = start;
            return;
        }
        ++at;
        if (comment.isEmpty())
            comment = text;
        phrase += ' ';
    }

    void angle()
    {
        while (at < raw.size() && raw[at] == '<')
            ++at;
        qsizetype end = raw.indexOf('>', at);
        if (end < 0)
            end = raw.size();
        address = raw.sliced(at, end - at).toByteArray();
        hasAngle = true;
        at = end;
    }

    /// True while the mailbox goes on.
    bool step()
    {
        const char c = raw[at];
        if (c == '"') {
            quoted();
        } else if (c == '(') {
            commented();
        } else if (c == '<') {
            angle();
            return false;
        } else if ((c == ',' || c == ';') && phrase.contains('@')) {
            return false;
        } else if (c == ':' && !phrase.contains('@')) { // the name of a group
            phrase.clear();
            ++at;
        } else {
            phrase += c;
            ++at;
        }
        return true;
    }
};

/// The part of a phrase that is an address: "a@b", or "a at b" as web archives write it.
QByteArray bareAddress(const QByteArray& phrase)
{
    const QByteArray simple = phrase.simplified();
    const QList<QByteArray> words = simple.split(' ');
    const auto found = std::ranges::find_if(words, [](const QByteArray& word) { return word.contains('@'); });
    if (found != words.end())
        return *found;
    if (words.size() == 3 && words.at(1) == "at")
        return words.at(0) + '@' + words.at(2);
    return {};
}

} // namespace

QString decodeHeaderText(QByteArrayView raw, QByteArrayView bodyCharset, qsizetype maxLength)
{
    const QByteArray line = unfolded(raw.first(std::min(raw.size(), MaxRaw)));
    return cleaned(line.contains("=?") ? decodeWords(line, bodyCharset) : decodePlain(line, bodyCharset),
                   maxLength);
}

Address parseMailbox(QByteArrayView raw, QByteArrayView bodyCharset)
{
    const QByteArray line = unfolded(raw.first(std::min(raw.size(), MaxRaw)));
    MailboxScanner scanner{line, 0, {}, {}, {}, false};
    while (scanner.at < line.size() && scanner.step()) { }

    Address result;
    QByteArray address = scanner.address;
    QByteArray name = scanner.phrase;
    if (!scanner.hasAngle) {
        address = bareAddress(scanner.phrase);
        name = address.isEmpty() ? scanner.phrase : QByteArray();
    } else if (address.startsWith('@') && address.contains(':')) { // an obsolete route
        address = address.sliced(address.indexOf(':') + 1);
    }
    if (name.trimmed().isEmpty())
        name = scanner.comment;
    result.address = decodePlain(address, bodyCharset);
    result.address.removeIf([](QChar c) { return c.isSpace() || !c.isPrint(); });
    result.address.truncate(320);
    result.name = decodeHeaderText(name, bodyCharset);
    if (result.name.size() > 2 && result.name.startsWith(u'\'') && result.name.endsWith(u'\''))
        result.name = result.name.sliced(1, result.name.size() - 2).trimmed();
    return result;
}

} // namespace lb::mail
