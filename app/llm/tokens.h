// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace lb::llm
{

/// How many tokens a text is, guessed without a tokenizer: ASCII characters / 4, all others / 1.5, rounded
/// up. Models differ by up to a factor of two; Capabilities::tokenFactor holds what was learnt about one.
[[nodiscard]] inline int estimateTokens(QStringView text)
{
    qsizetype ascii = 0;
    qsizetype others = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            ++ascii;
        else if (!c.isLowSurrogate())
            ++others;
    }
    return static_cast<int>((ascii * 3 + others * 8 + 11) / 12);
}

} // namespace lb::llm
