// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/patchlines.h"

#include "thread/safetext.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestPath = 200;

/// "diff --git a/x b/x": the path behind the last " b/".
QString pathOf(QStringView line)
{
    const qsizetype b = line.lastIndexOf(" b/"_L1);
    return b < 0 ? QString() : thread::plainLine(line.sliced(b + 3).left(longestPath).toString());
}

} // namespace

PatchLines::PatchLines(const mail::BodyText& body)
{
    DiffReader reader;
    for (int line = 0; line < static_cast<int>(body.lines.size()); ++line) {
        const mail::BodyLine& current = body.lines[static_cast<std::size_t>(line)];
        if (current.kind != mail::LineKind::Diff)
            continue;
        const QStringView text = body.line(current);
        const DiffLine tone = reader.read(text);
        if (tone == DiffLine::File && text.startsWith("diff --git "_L1)) {
            m_files.push_back(pathOf(text));
        } else if (tone == DiffLine::File && text.startsWith("+++ "_L1)
                   && (m_files.empty() || m_files.back().isEmpty())) {
            const QString path = thread::plainLine(text.sliced(4).left(longestPath).toString());
            if (m_files.empty())
                m_files.push_back(path);
            else
                m_files.back() = path;
        }
        m_lines.push_back({line, tone, static_cast<int>(m_files.size()) - 1});
    }
}

std::vector<PatchLines::Line>::const_iterator PatchLines::find(int line) const
{
    return std::lower_bound(m_lines.begin(), m_lines.end(), line,
                            [](const Line& entry, int wanted) { return entry.line < wanted; });
}

DiffLine PatchLines::tone(int line) const
{
    const auto found = find(line);
    return found != m_lines.end() && found->line == line ? found->tone : DiffLine::Context;
}

QString PatchLines::fileAt(int line) const
{
    const auto found = find(line);
    return found != m_lines.end() && found->file >= 0 ? m_files[static_cast<std::size_t>(found->file)]
                                                      : QString();
}

PatchLines::Gap PatchLines::gapOf(std::vector<Line>::const_iterator first,
                                  std::vector<Line>::const_iterator last) const
{
    Gap gap;
    gap.first = first->line;
    gap.last = std::prev(last)->line;
    gap.lines = static_cast<int>(last - first);
    if (first->file >= 0)
        gap.file = m_files[static_cast<std::size_t>(first->file)];
    return gap;
}

std::vector<PatchLines::Gap> PatchLines::gapsBefore(int line) const
{
    std::vector<Gap> gaps;
    const auto end = find(line);
    auto first = find(m_shown);
    if (first >= end)
        return gaps;
    const auto fileEnds = [end](auto from) {
        return std::find_if(from, end, [file = from->file](const Line& entry) { return entry.file != file; });
    };
    if (first != m_lines.begin() && std::prev(first)->file == first->file) {
        const auto rest = fileEnds(first);
        gaps.push_back(gapOf(first, rest));
        first = rest;
    }
    // The file that `line` is in, if it has begun before it.
    auto own = end;
    while (end != m_lines.end() && own != first && std::prev(own)->file == end->file)
        --own;
    if (first != own) {
        Gap whole = gapOf(first, own);
        whole.files = std::prev(own)->file - first->file + 1;
        gaps.push_back(whole);
    }
    if (own != end)
        gaps.push_back(gapOf(own, end));
    return gaps;
}

} // namespace lb::ui
