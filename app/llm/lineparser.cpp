// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/lineparser.h"

#include <utility>

namespace lb::llm
{

QList<QByteArray> LineParser::feed(QByteArrayView bytes)
{
    QList<QByteArray> lines;
    while (!bytes.isEmpty() && !m_overflowed) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        if (m_line.size() + part.size() > m_largest) {
            m_overflowed = true;
            m_line.clear();
            break;
        }
        m_line.append(part);
        if (end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        lines.append(finish());
    }
    return lines;
}

QList<QByteArray> LineParser::finish()
{
    const QByteArray line = std::exchange(m_line, {}).trimmed();
    return line.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{line};
}

} // namespace lb::llm
