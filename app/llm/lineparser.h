// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace lb::llm
{

/// Lines (NDJSON) from bytes cut anywhere; blank ones are left out. Works on bytes, so no UTF-8 sequence is
/// ever split.
class LineParser
{
public:
    explicit LineParser(qsizetype largestLine = 16 << 20) : m_largest(largestLine) { }

    [[nodiscard]] QList<QByteArray> feed(QByteArrayView bytes);
    [[nodiscard]] QList<QByteArray> finish(); ///< at the end of the stream: a last line without its end

    /// A line was longer than allowed; everything from there on is dropped.
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    qsizetype m_largest;
    QByteArray m_line;
    bool m_overflowed = false;
};

} // namespace lb::llm
