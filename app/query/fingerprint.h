// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>

namespace lb::query
{

/// Which characters stand side by side in a text, folded into 512 bits. A text that lacks a pair of a word
/// does not hold the word: most threads need not be searched letter by letter.
class Fingerprint
{
public:
    Fingerprint() = default;
    explicit Fingerprint(QStringView text)
    {
        for (qsizetype i = 1; i < text.size(); ++i) {
            const quint32 pair
                = text[i - 1].unicode() * 0x9E3779B1U + text[i].unicode() * 0x85EBCA6BU; // odd, well mixed
            m_bits[pair >> 29] |= quint64{1} << ((pair >> 23) & 63);
        }
    }

    /// False = it does not hold the word; true = it may.
    [[nodiscard]] bool mayHold(const Fingerprint& word) const
    {
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            if ((word.m_bits[i] & ~m_bits[i]) != 0)
                return false;
        }
        return true;
    }

private:
    std::array<quint64, 8> m_bits{};
};

} // namespace lb::query
