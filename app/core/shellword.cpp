// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shellword.h"

#include <algorithm>

namespace lb
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestWord = 1000;

bool isPlain(char c)
{
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return alphanumeric || QByteArrayView("@%_+=:,./-").contains(c);
}

} // namespace

std::optional<QString> shellWord(QByteArrayView text)
{
    const auto isPrintable = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (text.isEmpty() || text.size() > longestWord || !std::ranges::all_of(text, isPrintable))
        return std::nullopt;
    const QString word = QString::fromLatin1(text);
    // zsh looks for a program where a word begins with "=".
    if (std::ranges::all_of(text, isPlain) && text.front() != '=')
        return word;
    return QString(u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'');
}

std::optional<QString> shellLine(const QString& command, QByteArrayView messageId)
{
    const std::optional<QString> word = shellWord(messageId);
    if (!word)
        return std::nullopt;
    const QString guard = messageId.startsWith('-') ? u" -- "_s : u" "_s;
    return QString(command + guard + *word);
}

} // namespace lb
