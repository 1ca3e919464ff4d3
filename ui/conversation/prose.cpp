// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/prose.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int wrapColumn = 64; ///< a line that the next word would have taken beyond this was wrapped
constexpr std::size_t mostLinks = 100;
constexpr qsizetype longestLink = 2000;

qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at).isSpace())
        ++at;
    return at;
}

bool isCjk(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x2e80 && code < 0xd7b0) || (code >= 0xf900 && code < 0xfb00) || code >= 0xff00;
}

/// "- x", "* x", "1. x", "(a) x": where the words begin; 0 = not a list.
qsizetype bulletWidth(QStringView line)
{
    const qsizetype start = indentOf(line);
    const QStringView rest = line.sliced(start);
    if (rest.size() > 2 && rest.at(1) == u' ' && QStringView(u"-*+•o").contains(rest.at(0)))
        return start + 2;
    qsizetype at = rest.startsWith(u'(') ? 1 : 0;
    const qsizetype from = at;
    while (at < rest.size() && at < from + 3 && rest.at(at).isDigit())
        ++at;
    if (at == from && at < rest.size() && rest.at(at).isLower())
        ++at;
    if (at == from || at + 1 >= rest.size() || !QStringView(u".):").contains(rest.at(at))
        || rest.at(at + 1) != u' ')
        return 0;
    return start + at + 2;
}

/// "Reviewed-by: x", "Link: x", "v2: x", "#regzbot x": begins something of its own.
bool isTagged(QStringView line)
{
    if (line.startsWith(u'#') || line.startsWith(u'[') || line.startsWith("http"_L1))
        return true;
    const qsizetype colon = line.left(40).indexOf(u':');
    if (colon <= 0)
        return false;
    return std::all_of(line.begin(), line.begin() + colon, [](QChar character) {
        return character.isLetterOrNumber() || character == u'-' || character == u'_';
    });
}

/// "Reviewed-by: x", "Fixes: x": a line that ends with itself.
bool isTrailer(QStringView line)
{
    const QStringView tag = line.left(std::max<qsizetype>(line.left(40).indexOf(u':'), 0));
    return tag.endsWith("-by"_L1, Qt::CaseInsensitive) || tag == "Fixes"_L1 || tag == "Cc"_L1
        || tag == "Link"_L1 || tag == "Closes"_L1;
}

/// " a.c | 3 +-": a line of a file list.
bool isFileLine(QStringView line)
{
    const qsizetype bar = line.lastIndexOf(" | "_L1);
    const QStringView count = bar > 0 ? line.sliced(bar + 3).trimmed() : QStringView();
    return !count.isEmpty() && count.front().isDigit();
}

/// Columns: a tab or three blanks inside, or two bars.
bool isTabular(QStringView line)
{
    const QStringView inner = line.trimmed();
    return inner.contains("   "_L1) || inner.contains(u'\t') || inner.count(u'|') > 1
        || inner.startsWith("```"_L1) || isFileLine(line);
}

/// What becomes of a line within its run.
enum class Place { Fixed, Starts, Continues };

class Flow
{
public:
    explicit Flow(std::vector<Paragraph>& into) : m_all(into) { }

    void take(const PageLine& line)
    {
        const QStringView text = line.text;
        if (text.trimmed().isEmpty()) {
            close();
            m_list = 0;
            m_inComment = false;
            return;
        }
        m_inComment = m_inComment || text.trimmed().startsWith("/*"_L1);
        const Place place = m_inComment ? Place::Fixed : placeOf(text);
        m_inComment = m_inComment && !text.contains("*/"_L1);
        if (place == Place::Continues)
            join(line);
        else
            put(line, place == Place::Fixed);
    }

    /// One line, as it is; a very long one in pieces.
    void put(const PageLine& line, bool fixed)
    {
        if (m_open && (m_all.back().fixed != fixed || isFull()))
            closeFull(m_all.back().fixed == fixed);
        qsizetype from = 0;
        do {
            qsizetype length = std::min(line.text.size() - from, mostItemCharacters);
            if (from + length < line.text.size() && line.text.at(from + length - 1).isHighSurrogate())
                --length;
            if (!m_open)
                open(line.line, fixed);
            else
                m_all.back().text += QChar(QChar::LineSeparator);
            m_all.back().text += line.text.sliced(from, length);
            ++m_lines;
            from += length;
            if (from < line.text.size())
                closeFull(true);
        } while (from < line.text.size());
        m_last = line.text;
    }

    void close()
    {
        m_open = false;
        m_continues = false;
    }

private:
    [[nodiscard]] Place placeOf(QStringView text)
    {
        const qsizetype indent = indentOf(text);
        if (const qsizetype bullet = bulletWidth(text); bullet > 0 && !isTabular(text)) {
            m_list = bullet;
            return Place::Starts;
        }
        const bool inList = m_list > 0 && m_open && !m_all.back().fixed && indent > 0 && indent <= m_list + 1;
        if ((indent > 1 || text.startsWith(u'\t') || isTabular(text)) && !(inList && !isTabular(text))) {
            return Place::Fixed;
        }
        const bool follows = m_open && !m_all.back().fixed && !isFull() && !isTagged(text)
            && text.size() < mostItemCharacters && wasWrapped(text.trimmed());
        return follows ? Place::Continues : Place::Starts;
    }

    [[nodiscard]] bool wasWrapped(QStringView next) const
    {
        if (m_last.isEmpty() || isTrailer(m_last.trimmed()) || isWordless(m_last) || isWordless(next))
            return false;
        qsizetype word = next.indexOf(u' ');
        word = word < 0 ? next.size() : word;
        if (isCjk(m_last.back()) || isCjk(next.front()))
            return m_last.size() > wrapColumn / 2 - 4; // each is two columns wide, and breaks anywhere
        return m_last.size() + 1 + word > wrapColumn;
    }

    void join(const PageLine& line)
    {
        Paragraph& paragraph = m_all.back();
        const qsizetype indent = indentOf(line.text);
        paragraph.joins.push_back(
            {static_cast<int>(paragraph.text.size()), QString(u'\n' + line.text.left(indent).toString())});
        const bool closeUp = isCjk(m_last.back()) && isCjk(line.text.at(indent));
        paragraph.text += QChar(closeUp ? 0x200b : 0x20); // a blank without width keeps the positions
        paragraph.text += line.text.sliced(indent);
        ++m_lines;
        m_last = line.text;
    }

    void open(int line, bool fixed)
    {
        m_all.push_back({fixed, m_continues, line, {}, {}});
        m_open = true;
        m_continues = false;
        m_lines = 0;
    }
    [[nodiscard]] bool isFull() const
    {
        return m_lines >= mostItemLines || m_all.back().text.size() > mostItemCharacters;
    }
    void closeFull(bool continues)
    {
        m_open = false;
        m_continues = continues;
    }

    std::vector<Paragraph>& m_all;
    QStringView m_last;
    qsizetype m_list = 0; ///< where the words of the list item begin; 0 = not in a list
    int m_lines = 0;
    bool m_open = false;
    bool m_continues = false;
    bool m_inComment = false; ///< of C code
};

bool endsLink(QChar character)
{
    return character.isSpace() || character.unicode() < 0x21
        || QStringView(u"<>\"`|\\^{}").contains(character) || isCjk(character)
        || character == QChar(QChar::LineSeparator);
}

/// Without the full stop of its sentence; a closing bracket stays if it was opened in the link.
qsizetype trimmedLink(QStringView link)
{
    qsizetype length = link.size();
    while (length > 0) {
        const QChar last = link.at(length - 1);
        const bool opened = last == u')' && link.left(length).count(u'(') >= link.left(length).count(u')');
        if (opened || !QStringView(u".,;:!?)]'").contains(last))
            break;
        --length;
    }
    return length;
}

/// Start and length of the link whose scheme ends with this colon; length 0 = it is none.
std::pair<qsizetype, qsizetype> linkAround(QStringView text, qsizetype colon)
{
    constexpr std::array schemes{"http://"_L1, "https://"_L1, "mailto:"_L1};
    for (const QLatin1String scheme : schemes) {
        const qsizetype start = colon - scheme.indexOf(u':');
        if (start < 0 || !text.sliced(start).startsWith(scheme, Qt::CaseInsensitive))
            continue;
        if (start > 0 && text.at(start - 1).isLetterOrNumber() && !isCjk(text.at(start - 1)))
            continue;
        qsizetype end = start + scheme.size();
        while (end < text.size() && end - start < longestLink && !endsLink(text.at(end)))
            ++end;
        const qsizetype length = trimmedLink(text.sliced(start, end - start));
        if (length > scheme.size())
            return {start, length};
    }
    return {0, 0};
}

} // namespace

bool isWordless(QStringView line)
{
    return std::none_of(line.begin(), line.end(),
                        [](QChar character) { return character.isLetterOrNumber(); });
}

std::vector<Paragraph> paragraphs(std::span<const PageLine> lines)
{
    std::vector<Paragraph> made;
    Flow flow(made);
    for (const PageLine& line : lines)
        flow.take(line);
    return made;
}

std::vector<Paragraph> verbatim(std::span<const PageLine> lines)
{
    std::vector<Paragraph> made;
    Flow flow(made);
    for (const PageLine& line : lines)
        flow.put(line, true);
    return made;
}

std::vector<PageLine> signature(std::vector<PageLine> lines)
{
    constexpr qsizetype shortestRule = 20;
    const auto footer = std::find_if(lines.begin(), lines.end(), [](const PageLine& line) {
        return line.text.size() >= shortestRule && line.text.count(u'_') == line.text.size();
    });
    lines.erase(footer, lines.end());
    const bool isVersion = std::all_of(lines.begin(), lines.end(), [](const PageLine& line) {
        const QStringView words = line.text.trimmed();
        return isWordless(words)
            || (words.front().isDigit() && words.contains(u'.') && !words.contains(u' '));
    });
    return isVersion ? std::vector<PageLine>() : lines;
}

std::vector<Zone> linksIn(QStringView text)
{
    std::vector<Zone> links;
    qsizetype at = 0;
    for (qsizetype colon = text.indexOf(u':'); colon >= 0 && links.size() < mostLinks;
         colon = text.indexOf(u':', at)) {
        at = colon + 1;
        const auto [start, length] = linkAround(text, colon);
        if (length == 0)
            continue;
        links.push_back({static_cast<int>(start), static_cast<int>(length), ZoneKind::Url, -1});
        at = start + length;
    }
    return links;
}

QString originalText(const Item& item, qsizetype start, qsizetype length)
{
    QString text;
    qsizetype at = start;
    const qsizetype end = std::min(start + length, item.text.size());
    for (const Join& join : item.joins) {
        if (join.position < at)
            continue;
        if (join.position >= end)
            break;
        text += QStringView(item.text).sliced(at, join.position - at);
        text += join.original;
        at = join.position + 1;
    }
    text += QStringView(item.text).sliced(at, std::max<qsizetype>(end - at, 0));
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

} // namespace lb::ui
