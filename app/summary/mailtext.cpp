// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/mailtext.h"

#include "llm/tokens.h"
#include "thread/safetext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr std::size_t quotedLines = 4;
constexpr int longestLine = 600;
constexpr int mostStatLines = 40;
constexpr int deepestQuote = 5;
void addProse(std::vector<PackedLine>& packed, QStringView text)
{
    if (!text.trimmed().isEmpty())
        packed.push_back(packedLine(safeLine(text, longestLine)));
    else if (!packed.empty() && !packed.back().text.isEmpty())
        packed.push_back(packedLine({}));
}

/// The lines next to the answer.
void addQuote(std::vector<PackedLine>& packed, const mail::BodyText& body, const thread::CollatedBlock& block)
{
    std::vector<const mail::BodyLine*> lines;
    bool cut = false;
    for (int i = block.lastLine; i >= block.firstLine && !cut; --i) {
        const mail::BodyLine& line = body.lines[static_cast<std::size_t>(i)];
        if (body.line(line).trimmed().isEmpty())
            continue;
        cut = lines.size() == quotedLines;
        if (!cut)
            lines.push_back(&line);
    }
    if (cut)
        packed.push_back(packedLine(u"> [...]"_s));
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const QString marks(std::clamp((*line)->depth, 1, deepestQuote), u'>');
        packed.push_back(packedLine(marks + u' ' + safeLine(body.line(**line), longestLine)));
    }
}

void addFileList(std::vector<PackedLine>& packed, const mail::BodyText& body,
                 const thread::CollatedBlock& block)
{
    for (int i = block.firstLine; i <= block.lastLine; ++i) {
        if (i - block.firstLine == mostStatLines) {
            packed.push_back(packedLine(u"[... more files left out]"_s));
            return;
        }
        const QStringView text = body.line(body.lines[static_cast<std::size_t>(i)]);
        if (!text.trimmed().isEmpty())
            packed.push_back(packedLine(safeLine(text, longestLine)));
    }
}

} // namespace

QString safeLine(QStringView text, int longest)
{
    QString safe = text.left(longest).toString();
    if (text.size() > longest) {
        if (safe.back().isHighSurrogate())
            safe.chop(1);
        safe += " [...]"_L1;
    }
    for (QChar& c : safe) {
        if (c == u'\t' || c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    safe = thread::plainText(safe);
    while (safe.endsWith(u' '))
        safe.chop(1);
    return safe;
}

PackedLine packedLine(const QString& text)
{
    return {text, llm::estimateTokens(QString(text + u'\n'))};
}

std::vector<PackedLine> packedLines(const mail::BodyText& body, const thread::CollatedBlock& block)
{
    std::vector<PackedLine> packed;
    switch (block.kind) {
    case thread::BlockKind::Own:
        for (int i = block.firstLine; i <= block.lastLine; ++i)
            addProse(packed, body.line(body.lines[static_cast<std::size_t>(i)]));
        break;
    case thread::BlockKind::Quote:
        addQuote(packed, body, block);
        break;
    case thread::BlockKind::DiffStat:
        addFileList(packed, body, block);
        break;
    case thread::BlockKind::Diff:
    case thread::BlockKind::Signature:
        break;
    }
    return packed;
}

Cut cutLines(const std::vector<PackedLine>& lines, int tokens)
{
    const int all = std::accumulate(lines.begin(), lines.end(), 0,
                                    [](int sum, const PackedLine& one) { return sum + one.tokens; });
    if (all <= tokens)
        return {lines.size(), lines.size()};
    // Two thirds from the start, where a mail says what it is about; the rest from the end, where it
    // concludes.
    int left = tokens * 2 / 3;
    Cut cut{0, lines.size()};
    while (cut.head < lines.size() && lines[cut.head].tokens <= left)
        left -= lines[cut.head++].tokens;
    left += tokens - tokens * 2 / 3;
    while (cut.tail > cut.head && lines[cut.tail - 1].tokens <= left)
        left -= lines[--cut.tail].tokens;
    return cut;
}

PackedLine cutMark(std::size_t lines)
{
    return packedLine(u"[... %1 lines left out]"_s.arg(lines));
}

} // namespace lb::summary
