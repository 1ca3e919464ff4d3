// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/safetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr qsizetype maxLine = 1000;

/// Characters that show nothing but change what is read: controls, bidi marks, zero width, tags.
bool isInvisible(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x061c || c == 0x180e || c == 0x200b
        || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

bool isWhite(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

bool isWordCharacter(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isSurrogate());
}

/// True where the character at `at` may begin or end something in Markdown.
bool needsEscape(const QString& text, qsizetype at)
{
    const QChar c = text.at(at);
    const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar();
    switch (c.unicode()) {
    case u'\\':
    case u'`':
    case u'*':
    case u'<':
    case u'|':
    case u'~':
        return true;
    case u'_': // inside a word it is no emphasis, and names of functions stay readable
        return !isWordCharacter(text, at - 1) || !isWordCharacter(text, at + 1);
    case u']': // "[PATCH v2 1/3] x" is no link, "[x](y)" and "[x]: y" are
        return next == u'(' || next == u':';
    case u'[': // a label without its own brackets' end, or "![image]"
        return (at > 0 && text.at(at - 1) == u'!') || next == u'^';
    case u'&':
        return next == u'#' || next.isLetter();
    case u':': // bare links
        return next == u'/';
    case u'.':
        return at >= 3 && QStringView(text).sliced(at - 3, 3).compare(u"www", Qt::CaseInsensitive) == 0;
    default:
        return false;
    }
}

/// True if the first character could begin a block: heading, quote, list, rule, code.
bool startsBlock(const QString& text, qsizetype at)
{
    const QChar c = text.at(at);
    if (at == 0)
        return QStringView(u"#>-+=").contains(c);
    if (c != u'.' && c != u')')
        return false;
    return std::all_of(text.begin(), text.begin() + at, [](QChar d) { return d >= u'0' && d <= u'9'; });
}

} // namespace

QString plainLine(const QString& text)
{
    QString result;
    result.reserve(std::min(text.size(), maxLine + 2));
    bool space = false;
    for (qsizetype i = 0; i < text.size() && result.size() < maxLine; ++i) {
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
        else if (text.at(i).isSurrogate())
            c = QChar::ReplacementCharacter;
        if (c > 0xffff)
            ++i;
        if (isWhite(c) || c == ' ' || c == 0xa0) {
            space = true;
            continue;
        }
        if (isInvisible(c))
            continue;
        if (space && !result.isEmpty())
            result += u' ';
        space = false;
        result += QStringView(QChar::fromUcs4(c));
    }
    if (result.size() >= maxLine)
        result += u'…';
    return result;
}

QString plainText(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
        else if (text.at(i).isSurrogate())
            c = QChar::ReplacementCharacter;
        if (c > 0xffff)
            ++i;
        if (c == '\n' || c == '\t' || !isInvisible(c))
            result += QStringView(QChar::fromUcs4(c));
    }
    return result;
}

QString escapeMarkdown(const QString& text)
{
    const QString line = plainLine(text);
    QString result;
    result.reserve(line.size() + 16);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (needsEscape(line, i) || startsBlock(line, i))
            result += u'\\';
        result += line.at(i);
    }
    return result;
}

} // namespace lb::thread
