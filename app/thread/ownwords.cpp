// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/ownwords.h"

#include "thread/trailers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using lb::mail::BodyLine;
using lb::mail::BodyText;
using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

constexpr std::size_t maxParagraphs = 2000;
constexpr qsizetype maxParagraphLength = 4000;

bool isListStart(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.size() > 2
        && (text.front() == u'-' || text.front() == u'*' || text.front() == u'•' || text.front() == u'+'))
        return text.at(1) == u' ' || text.at(1) == u'\t';
    qsizetype digits = text.startsWith(u'(') ? 1 : 0;
    while (digits < text.size() && digits < 4 && text.at(digits).isDigit())
        ++digits;
    return digits > 0 && digits + 1 < text.size() && (text.at(digits) == u'.' || text.at(digits) == u')')
        && text.at(digits + 1) == u' ';
}

bool isIndentedLine(QStringView line)
{
    return line.startsWith(u"  ") || line.startsWith(u'\t');
}

/// Collects lines into paragraphs.
class Collector
{
public:
    explicit Collector(const BodyText& body) : m_body(body) { }

    std::vector<Paragraph> collect()
    {
        bool underQuote = false;
        const int count = static_cast<int>(m_body.lines.size());
        for (int i = 0; i < count && m_done.size() < maxParagraphs; ++i) {
            const BodyLine& line = m_body.lines[static_cast<std::size_t>(i)];
            if (line.kind != LineKind::Own) {
                flush();
                underQuote
                    = line.kind == LineKind::Quote || (underQuote && line.kind == LineKind::Attribution);
                continue;
            }
            const QStringView text = m_body.line(line);
            if (text.trimmed().isEmpty()) {
                flush();
                continue;
            }
            if (const int lines = trailerLines(m_body, i); lines > 0) {
                flush();
                i += lines - 1;
                underQuote = false;
                continue;
            }
            add(text, i, underQuote);
            underQuote = false;
        }
        flush();
        return std::move(m_done);
    }

private:
    void add(QStringView text, int line, bool underQuote)
    {
        const bool listItem = isListStart(text);
        if (listItem)
            flush();
        if (!m_open) {
            m_open = true;
            m_now = {};
            m_now.firstLine = line;
            m_now.afterQuote = underQuote;
            m_now.isListItem = listItem;
            m_now.isIndented = isIndentedLine(text);
        }
        m_now.lastLine = line;
        if (m_now.text.size() < maxParagraphLength) {
            if (!m_now.text.isEmpty())
                m_now.text += u' ';
            m_now.text += text.trimmed().left(maxParagraphLength);
        }
    }

    void flush()
    {
        if (!m_open)
            return;
        m_open = false;
        m_now.text = m_now.text.simplified();
        m_done.push_back(std::move(m_now));
    }

    const BodyText& m_body;
    std::vector<Paragraph> m_done;
    Paragraph m_now;
    bool m_open = false;
};

bool startsWithAny(const QString& text, std::initializer_list<QStringView> starts)
{
    return std::any_of(starts.begin(), starts.end(), [&text](QStringView start) {
        return text.startsWith(start, Qt::CaseInsensitive)
            && (text.size() == start.size() || !start.back().isLetter() || !text.at(start.size()).isLetter()
                || text.at(start.size()).unicode() > 0x2e80);
    });
}

qsizetype wordCount(const QString& text)
{
    return text.count(u' ') + 1;
}

/// "Hi all,", "Hello Marc", "Dear maintainers:".
bool isGreeting(const QString& text)
{
    return wordCount(text) <= 6 && !text.contains(u". "_s) && text.size() < 60
        && startsWithAny(text,
                         {u"hi", u"hello", u"hey", u"dear", u"good morning", u"good day", u"greetings",
                          u"all,", u"folks", u"各位", u"大家好", u"你好", u"您好"});
}

bool isClosing(const QString& text)
{
    if (wordCount(text) > 8 || text.size() > 70)
        return false;
    return startsWithAny(text,
                         {u"thanks", u"thank you", u"thx", u"cheers", u"regards", u"best", u"kind regards",
                          u"best regards", u"many thanks", u"sincerely", u"yours", u"ta,", u"br,", u"谢谢",
                          u"此致", u"please pull", u"please apply", u"lgtm"})
        && !text.contains(u" but "_s) && !text.endsWith(u'?');
}

/// Lines that tools write: no one's words.
bool isMachinery(const QString& text)
{
    return startsWithAny(text,
                         {u"base-commit:",
                          u"change-id:",
                          u"prerequisite-",
                          u"branch:",
                          u"git tree:",
                          u"from:",
                          u"subject:",
                          u"date:",
                          u"to:",
                          u"cc:",
                          u"http://",
                          u"https://",
                          u"the following changes since commit",
                          u"are available in the git repository",
                          u"for you to fetch changes up to",
                          u"[...]",
                          u"[…]",
                          u"[snip]",
                          u"<snip>",
                          u"...",
                          u"---",
                          u"===",
                          u"***",
                          u"link:",
                          u"[1]",
                          u"[0]",
                          u"reply to"});
}

bool hasEnd(const QString& text)
{
    static constexpr QStringView ends = u".!?:;。！？：…)]\"'";
    return !text.isEmpty() && ends.contains(text.back());
}

bool isAbbreviation(QStringView before)
{
    const qsizetype space = before.lastIndexOf(u' ');
    QStringView word = before.sliced(space + 1);
    while (word.startsWith(u'('))
        word = word.sliced(1);
    static constexpr std::array<QStringView, 12> known{u"e.g",    u"i.e", u"vs", u"cf",  u"etc", u"resp",
                                                       u"approx", u"Mr",  u"Dr", u"fig", u"sec", u"no"};
    return std::any_of(known.begin(), known.end(),
                       [word](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; });
}

} // namespace

std::vector<Paragraph> ownParagraphs(const BodyText& body)
{
    return Collector(body).collect();
}

bool isInformative(const Paragraph& paragraph)
{
    const QString& text = paragraph.text;
    if (text.size() < 8 || isGreeting(text) || isClosing(text) || isMachinery(text))
        return false;
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (letters * 2 < text.size())
        return false; // tables, separators, numbers
    const bool cjk = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2e80; });
    if (!cjk && !hasEnd(text) && wordCount(text) < 4)
        return false; // a name under the mail
    if (text.endsWith(u':') && wordCount(text) < 5)
        return false; // a heading
    return !text.startsWith(u"[...]") && wordCount(text) + (cjk ? text.size() / 2 : 0) >= 2;
}

bool isCourtesy(const QString& text)
{
    return isGreeting(text) || isClosing(text);
}

QStringList sentences(const QString& text)
{
    static constexpr QStringView latinEnds = u".!?";
    static constexpr QStringView wideEnds = u"。！？";
    static constexpr QStringView closers = u"\"')]»”’";
    QStringList result;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool wide = wideEnds.contains(c);
        if (!wide && !latinEnds.contains(c))
            continue;
        qsizetype end = i + 1;
        while (end < text.size()
               && (latinEnds.contains(text.at(end)) || wideEnds.contains(text.at(end))
                   || closers.contains(text.at(end))))
            ++end;
        const bool atSpace = end >= text.size() || text.at(end) == u' ';
        if (!wide && (!atSpace || (c == u'.' && isAbbreviation(QStringView(text).sliced(start, i - start)))))
            continue;
        result += text.sliced(start, end - start).trimmed();
        i = end - 1;
        start = end;
    }
    if (const QString rest = text.sliced(start).trimmed(); !rest.isEmpty())
        result += rest;
    return result;
}

std::vector<Sentence> sentencesOf(const BodyText& body, const Paragraph& paragraph)
{
    // Where each line ends in the paragraph's text, which joins them by single spaces.
    std::vector<qsizetype> ends;
    qsizetype end = 0;
    for (int i = paragraph.firstLine; i <= paragraph.lastLine; ++i) {
        const BodyLine& line = body.lines[static_cast<std::size_t>(i)];
        const qsizetype length = body.line(line).left(maxParagraphLength).toString().simplified().size();
        end += length > 0 && end > 0 ? length + 1 : length;
        ends.push_back(end);
    }
    const auto lineOf = [&](qsizetype position) {
        const auto at = std::upper_bound(ends.begin(), ends.end(), position);
        const auto line
            = std::min<std::ptrdiff_t>(at - ends.begin(), paragraph.lastLine - paragraph.firstLine);
        return paragraph.firstLine + static_cast<int>(line);
    };
    std::vector<Sentence> result;
    qsizetype from = 0;
    const QStringList parts = sentences(paragraph.text);
    for (const QString& part : parts) {
        from = std::max<qsizetype>(from, paragraph.text.indexOf(part, from));
        result.push_back({part, lineOf(from), lineOf(from + part.size() - 1)});
        from += part.size();
    }
    return result;
}

QString shortened(const QString& text, qsizetype length)
{
    if (text.size() <= length || length < 2)
        return text;
    QString cut = text.left(length - 1);
    if (cut.back().isHighSurrogate())
        cut.chop(1);
    const qsizetype space = cut.lastIndexOf(u' ');
    if (space > length / 2)
        cut.truncate(space);
    while (!cut.isEmpty() && (cut.back() == u' ' || cut.back() == u','))
        cut.chop(1);
    return cut + u'…';
}

} // namespace lb::thread
