// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/mailtext.h"

#include "llm/tokens.h"

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
/// Nobody reads more of one mail, and no model has room for it.
constexpr std::size_t mostLines = 5000;

bool isDirectionMark(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f
        || u == 0xfeff;
}

PackedLine line(const QString& text)
{
    return {text, llm::estimateTokens(QString(text + u'\n'))};
}

/// Walks over a body once and keeps what matters.
class Packer
{
public:
    explicit Packer(const mail::BodyText& body) : m_body(body) { }

    std::vector<PackedLine> run()
    {
        for (const mail::BodyLine& one : m_body.lines) {
            if (m_packed.size() >= mostLines) {
                m_packed.push_back(line(u"[... the rest left out]"_s));
                break;
            }
            take(one);
        }
        while (!m_packed.empty() && m_packed.back().text.isEmpty())
            m_packed.pop_back();
        return std::move(m_packed);
    }

private:
    void take(const mail::BodyLine& one)
    {
        const QStringView text = m_body.line(one);
        switch (one.kind) {
        case mail::LineKind::Own:
            takeOwn(text);
            break;
        case mail::LineKind::Quote:
            if (!text.trimmed().isEmpty())
                m_quotes.push_back(one);
            break;
        case mail::LineKind::DiffStat:
            takeStat(text);
            break;
        case mail::LineKind::Diff:
            if (!m_diffSeen)
                m_packed.push_back(line(u"[... diff left out]"_s));
            m_diffSeen = true;
            m_quotes.clear();
            break;
        case mail::LineKind::Attribution:
        case mail::LineKind::Signature:
            break;
        }
    }

    void takeOwn(QStringView text)
    {
        if (text.trimmed().isEmpty()) {
            if (m_quotes.empty() && !m_packed.empty() && !m_packed.back().text.isEmpty())
                m_packed.push_back(line({}));
            return;
        }
        flushQuotes();
        m_packed.push_back(line(safeLine(text, longestLine)));
    }

    void flushQuotes()
    {
        if (m_quotes.empty())
            return;
        const std::size_t first = m_quotes.size() > quotedLines ? m_quotes.size() - quotedLines : 0;
        if (first > 0)
            m_packed.push_back(line(u"> [...]"_s));
        for (std::size_t i = first; i < m_quotes.size(); ++i) {
            const QString marks(std::clamp(m_quotes[i].depth, 1, deepestQuote), u'>');
            const QString text = safeLine(m_body.line(m_quotes[i]), longestLine);
            m_packed.push_back(line(marks + u' ' + text));
        }
        m_quotes.clear();
    }

    /// "---" and the author's notes below it belong to the mail as much as the file list does.
    void takeStat(QStringView text)
    {
        if (text.trimmed().isEmpty())
            return;
        ++m_statLines;
        if (m_statLines <= mostStatLines)
            m_packed.push_back(line(safeLine(text, longestLine)));
        else if (m_statLines == mostStatLines + 1)
            m_packed.push_back(line(u"[... more files left out]"_s));
    }

    const mail::BodyText& m_body;
    std::vector<PackedLine> m_packed;
    std::vector<mail::BodyLine> m_quotes;
    int m_statLines = 0;
    bool m_diffSeen = false;
};

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
    safe.removeIf(isDirectionMark);
    while (safe.endsWith(u' '))
        safe.chop(1);
    return safe;
}

std::vector<PackedLine> packedLines(const mail::BodyText& body)
{
    return Packer(body).run();
}

std::vector<PackedLine> cutLines(const std::vector<PackedLine>& lines, int tokens)
{
    const int all = std::accumulate(lines.begin(), lines.end(), 0,
                                    [](int sum, const PackedLine& one) { return sum + one.tokens; });
    if (all <= tokens)
        return lines;
    // Two thirds from the start, where a mail says what it is about; the rest from the end, where it
    // concludes.
    int left = tokens * 2 / 3;
    std::size_t head = 0;
    while (head < lines.size() && lines[head].tokens <= left)
        left -= lines[head++].tokens;
    left += tokens - tokens * 2 / 3;
    std::size_t tail = lines.size();
    while (tail > head && lines[tail - 1].tokens <= left)
        left -= lines[--tail].tokens;
    const auto at = [&](std::size_t index) { return lines.begin() + static_cast<std::ptrdiff_t>(index); };
    std::vector<PackedLine> cut(lines.begin(), at(head));
    cut.push_back(line(u"[... %1 lines left out]"_s.arg(tail - head)));
    cut.insert(cut.end(), at(tail), lines.end());
    return cut;
}

} // namespace lb::summary
