// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/answers.h"

#include <algorithm>

using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

/// An answer stands at most this many quoted lines below what it answers.
constexpr std::size_t nearLines = 25;

/// Quoted, with marks or broken out of a quote by a mail program.
bool isQuoted(const mail::BodyLine& line, const Origin& origin, int mail)
{
    return line.kind == LineKind::Quote
        || (line.kind == LineKind::Own && origin.isKnown() && origin.mail != mail);
}

} // namespace

Answers::Answers(const Reading& reading, const Collation& collation)
    : m_reading(reading), m_collation(collation), m_atLarge(static_cast<std::size_t>(reading.count()), false)
{
    m_marks.resize(static_cast<std::size_t>(reading.count()));
    for (int i = 0; i < reading.count(); ++i) {
        if (!reading.isBot(i))
            readMail(i);
    }
}

/// "Thanks," and a name under a quote answer nothing.
bool Answers::speaks(int index, const Paragraph& paragraph) const
{
    const auto letters = std::count_if(paragraph.text.begin(), paragraph.text.end(),
                                       [](QChar c) { return c.isLetterOrNumber(); });
    if (letters < 2 || isCourtesy(paragraph.text))
        return false;
    // A last word of one line and without an end is a signature.
    const bool last = &paragraph == &m_reading.paragraphs[static_cast<std::size_t>(index)].back();
    return !last || paragraph.text.contains(u' ') || !paragraph.text.back().isLetter();
}

void Answers::readMail(int index)
{
    const auto at = static_cast<std::size_t>(index);
    const mail::BodyText& body = m_reading.body(index);
    const std::vector<Paragraph>& paragraphs = m_reading.paragraphs[at];
    static const std::vector<Origin> none;
    const std::vector<Origin>& origins = at < m_collation.origins.size() ? m_collation.origins[at] : none;
    std::vector<Origin> quoted;
    const auto quotedAt = [&](std::size_t line) {
        return isQuoted(body.lines[line], line < origins.size() ? origins[line] : Origin(), index);
    };
    auto paragraph = paragraphs.begin();
    bool above = false; // something is said before the first quote
    bool quotes = false;
    for (std::size_t line = 0; line < body.lines.size(); ++line) {
        if (quotedAt(line)) {
            quotes = true;
            if (line < origins.size() && origins[line].isKnown())
                quoted.push_back(origins[line]);
        }
        for (; paragraph != paragraphs.end() && static_cast<std::size_t>(paragraph->firstLine) <= line;
             ++paragraph) {
            if (quotedAt(static_cast<std::size_t>(paragraph->firstLine)))
                continue;
            if (speaks(index, *paragraph))
                markQuoted(index, quoted);
            above = above || (!quotes && isInformative(*paragraph));
        }
    }
    if (!quotes || above)
        markAtLarge(index);
}

/// The mail answers its parent, but not any line of it.
void Answers::markAtLarge(int index)
{
    const int parent = m_reading.mail(index).parent;
    if (parent >= 0 && m_reading.personOf(index) != m_reading.personOf(parent))
        m_atLarge[static_cast<std::size_t>(parent)] = true;
}

/// Takes what stands quoted since the last words as answered by `by`, and forgets it.
void Answers::markQuoted(int by, std::vector<Origin>& quoted)
{
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const Origin& origin = quoted[i];
        if (origin.mail >= by || m_reading.personOf(origin.mail) == m_reading.personOf(by))
            continue;
        std::vector<Mark>& marks = m_marks[static_cast<std::size_t>(origin.mail)];
        if (marks.empty())
            marks.resize(m_reading.body(origin.mail).lines.size());
        if (origin.line < 0 || static_cast<std::size_t>(origin.line) >= marks.size())
            continue;
        Mark& mark = marks[static_cast<std::size_t>(origin.line)];
        if (quoted.size() - i > nearLines)
            mark.far = true;
        else if (mark.near < 0)
            mark.near = by;
    }
    quoted.clear();
}

int Answers::answered(int mail, int firstLine, int lastLine) const
{
    const std::vector<Mark>& marks = m_marks[static_cast<std::size_t>(mail)];
    int first = -1;
    for (int line = std::max(0, firstLine); line <= lastLine && line < static_cast<int>(marks.size());
         ++line) {
        const int by = marks[static_cast<std::size_t>(line)].near;
        if (by >= 0 && (first < 0 || by < first))
            first = by;
    }
    return first;
}

bool Answers::answeredFarBelow(int mail, int firstLine, int lastLine) const
{
    const std::vector<Mark>& marks = m_marks[static_cast<std::size_t>(mail)];
    for (int line = std::max(0, firstLine); line <= lastLine && line < static_cast<int>(marks.size());
         ++line) {
        if (marks[static_cast<std::size_t>(line)].far)
            return true;
    }
    return false;
}

} // namespace lb::thread
