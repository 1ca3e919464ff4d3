// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffreader.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

int count(QStringView range)
{
    const qsizetype comma = range.indexOf(u',');
    return comma < 0 ? 1 : std::clamp(range.sliced(comma + 1).toInt(), 0, 10'000'000);
}

} // namespace

DiffLine DiffReader::read(QStringView line)
{
    if (m_old > 0 || m_new > 0) {
        if (line.startsWith(u'+') && m_new > 0) {
            --m_new;
            return DiffLine::Added;
        }
        if (line.startsWith(u'-') && m_old > 0) {
            --m_old;
            return DiffLine::Removed;
        }
        if (line.startsWith(u'\\'))
            return DiffLine::Context;
        if (line.isEmpty() || line.startsWith(u' ')) { // mailers strip the blank of an empty context line
            m_old = std::max(m_old - 1, 0);
            m_new = std::max(m_new - 1, 0);
            return DiffLine::Context;
        }
        m_old = m_new = 0; // not a diff after all
    }
    if (line.startsWith("@@"_L1)) {
        readHunk(line);
        return DiffLine::Hunk;
    }
    // "\ No newline at end of file" comes after the last counted line.
    return line.isEmpty() || line.startsWith(u'\\') ? DiffLine::Context : DiffLine::File;
}

/// "@@ -10,7 +10,8 @@"; a missing count is 1.
void DiffReader::readHunk(QStringView line)
{
    const qsizetype minus = line.indexOf(u'-');
    const qsizetype plus = line.indexOf(u'+', minus + 1);
    const qsizetype end = line.indexOf("@@"_L1, 2);
    if (minus < 0 || plus < 0 || end < plus)
        return;
    m_old = count(line.sliced(minus + 1, plus - minus - 1).trimmed());
    m_new = count(line.sliced(plus + 1, end - plus - 1).trimmed());
}

} // namespace lb::ui
