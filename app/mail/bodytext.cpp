// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"

#include "mail/bodylines.h"

#include <QSet>

#include <algorithm>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaxAttributionLines = 3;
constexpr qsizetype MaxShortSignature = 12; // lines below a "--" that lost its trailing space
constexpr qsizetype MinOutlookLabels = 3;

/// Classifies from top to bottom; looks a bounded number of lines ahead.
class Classifier
{
public:
    explicit Classifier(BodyText& body) : m_body(body)
    {
        // The last place where a diff starts tells whether a "---" has one below it.
        for (qsizetype i = size() - 1; i >= 0 && m_lastDiff < 0; --i) {
            if (startsDiff(i))
                m_lastDiff = i;
        }
    }

    void run()
    {
        for (qsizetype i = 0; i < size();)
            i = step(i);
    }

private:
    enum class Section { Text, Notes, Diff, Signature, Original };

    [[nodiscard]] qsizetype size() const { return qsizetype(m_body.lines.size()); }
    [[nodiscard]] BodyLine& at(qsizetype i) { return m_body.lines[size_t(i)]; }
    [[nodiscard]] QStringView text(qsizetype i) const
    {
        return i < size() ? m_body.line(m_body.lines[size_t(i)]) : QStringView();
    }

    [[nodiscard]] bool startsDiff(qsizetype i) const
    {
        const QStringView line = text(i);
        if (line.isEmpty() || (line.front() != u'd' && line.front() != u'-'))
            return false;
        return line.startsWith("diff --git "_L1) || line.startsWith("diff -"_L1)
            || (line.startsWith("--- "_L1) && text(i + 1).startsWith("+++ "_L1));
    }

    [[nodiscard]] qsizetype nextNonBlank(qsizetype i) const
    {
        // Two blank lines stand between an attribution and its quote at most.
        for (qsizetype step = 0; step < 3 && i < size() && isBlank(text(i)); ++step)
            ++i;
        return i;
    }

    [[nodiscard]] bool quoteFollows(qsizetype i) const { return text(nextNonBlank(i)).startsWith(u'>'); }

    void mark(qsizetype from, qsizetype count, LineKind kind)
    {
        for (qsizetype i = from; i < from + count && i < size(); ++i)
            at(i).kind = kind;
    }

    qsizetype step(qsizetype i)
    {
        if (m_section == Section::Diff) {
            if (const qsizetype count = m_diff.take(text(i), text(i + 1)); count > 0) {
                mark(i, 1, LineKind::Diff);
                return i + 1;
            }
            m_section = Section::Text;
        }
        if (text(i).startsWith(u'>')) {
            takeQuote(i);
            return i + 1;
        }
        if (startsDiff(i) && m_section != Section::Original) {
            m_section = Section::Diff;
            m_diff = {};
            return i;
        }
        if (const qsizetype count = attributionLines(i); count > 0) {
            mark(i, count, LineKind::Attribution);
            m_anyText = true;
            return i + count;
        }
        return stepText(i);
    }

    qsizetype stepText(qsizetype i)
    {
        const QStringView line = text(i);
        if (const qsizetype count = outlookBlock(i); count > 0 && m_section != Section::Original) {
            mark(i, count, LineKind::Attribution);
            // At the very top these are the headers of a forwarded mail or patch, and what follows is to be
            // read.
            if (m_anyText)
                m_section = Section::Original;
            return i + count;
        }
        if (isListFooter(i) || startsSignature(i))
            m_section = Section::Signature;
        else if (m_section == Section::Text && line.trimmed() == "---"_L1 && line.startsWith(u'-')
                 && m_lastDiff > i)
            m_section = Section::Notes;
        m_anyText = m_anyText || !isBlank(line);
        mark(i, 1, kindOfText(line));
        if (m_section == Section::Original)
            at(i).depth = 1;
        return i + 1;
    }

    [[nodiscard]] LineKind kindOfText(QStringView line) const
    {
        switch (m_section) {
        case Section::Notes:
            return LineKind::DiffStat;
        case Section::Signature:
            return LineKind::Signature;
        case Section::Original:
            return LineKind::Quote;
        case Section::Diff:
        case Section::Text:
            break;
        }
        return isDiffStatLine(line) ? LineKind::DiffStat : LineKind::Own;
    }

    void takeQuote(qsizetype i)
    {
        BodyLine& line = at(i);
        const QuoteMarks marks = quoteMarks(text(i));
        line.kind = LineKind::Quote;
        line.depth = marks.depth;
        line.start += marks.length;
        line.length -= marks.length;
        m_anyText = true;
    }

    /// How many lines from i on say who wrote the quote below them.
    [[nodiscard]] qsizetype attributionLines(qsizetype i) const
    {
        const QStringView first = text(i).trimmed();
        if (first.isEmpty() || first.size() > 500)
            return 0;
        const bool opens = opensAttribution(first);
        for (qsizetype count = 1; count <= MaxAttributionLines; ++count) {
            const QStringView last = text(i + count - 1).trimmed();
            if (last.isEmpty() || last.startsWith(u'>'))
                return 0;
            if (closesAttribution(last)) {
                if (opens && (count == 1 || !closesAttribution(first)))
                    return count;
                // "Name <address> wrote:" says so only with a quote below it; wrapped, the name must hold an
                // address.
                const bool names = count == 1 || first.contains(u'@')
                    || (count == 2 && text(i + 1).trimmed().startsWith(u'<'));
                return names && count <= 2 && quoteFollows(i + count) ? count : 0;
            }
            if (!opens && count == 2)
                return 0;
        }
        return 0;
    }

    /// How many lines from i on are the header block that Outlook and web mailers put above the mail they
    /// answer.
    [[nodiscard]] qsizetype outlookBlock(qsizetype i) const
    {
        qsizetype count = 0;
        if (isOriginalMark(text(i)))
            count = 1;
        while (count > 0 && count < 3 && i + count < size() && isBlank(text(i + count)))
            ++count;
        qsizetype labels = 0;
        bool from = false;
        for (; i + count < size() && labels < 12; ++count) {
            const HeaderLabel label = headerLabel(text(i + count));
            if (label == HeaderLabel::None) {
                // A long list of recipients goes on in the next line.
                const bool goesOn = labels > 0 && !isBlank(text(i + count)) && text(i + count).contains(u'@')
                    && headerLabel(text(i + count + 1)) != HeaderLabel::None;
                if (!goesOn)
                    break;
                continue;
            }
            from = from || label == HeaderLabel::From;
            if (labels == 0 && !from)
                return 0;
            ++labels;
        }
        return from && labels >= MinOutlookLabels ? count : 0;
    }

    [[nodiscard]] bool isListFooter(qsizetype i) const
    {
        const QStringView line = text(i).trimmed();
        if (line.size() >= 30 && std::ranges::all_of(line, [](QChar c) { return c == u'_'; }))
            return text(i + 1).contains("mailing list"_L1) || text(i + 2).contains("mailing list"_L1);
        return false;
    }

    [[nodiscard]] bool startsSignature(qsizetype i) const
    {
        if (m_section == Section::Signature)
            return true;
        if (m_section == Section::Original)
            return false;
        if (text(i) == "-- "_L1)
            return true;
        if (text(i) != "--"_L1 || size() - i > MaxShortSignature)
            return false;
        for (qsizetype line = i + 1; line < size(); ++line) {
            if (text(line).startsWith(u'>'))
                return false;
        }
        return true;
    }

    BodyText& m_body;
    Section m_section = Section::Text;
    DiffScanner m_diff;
    qsizetype m_lastDiff = -1;
    bool m_anyText = false; // something stands above
};

constexpr char16_t firstSetApart = 0x1100; // Hangul Jamo: of the scripts below the first

bool isSetApart(char32_t c)
{
    if (c < firstSetApart)
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

} // namespace

BodyText classify(const QString& text)
{
    BodyText body;
    body.text = text;
    body.lines.reserve(size_t(text.size() / 40 + 1));
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const qsizetype length = end > start && text[end - 1] == u'\r' ? end - start - 1 : end - start;
        body.lines.push_back({LineKind::Own, 0, start, length});
        start = end + 1;
    }
    Classifier(body).run();
    return body;
}

QString touchedFiles(const BodyText& body)
{
    QSet<QString> seen;
    QString files;
    for (const BodyLine& line : body.lines) {
        if (line.kind != LineKind::Diff && line.kind != LineKind::DiffStat)
            continue;
        const QStringView path
            = line.kind == LineKind::Diff ? diffPath(body.line(line)) : diffStatPath(body.line(line));
        if (path.isEmpty() || path.startsWith("..."_L1))
            continue;
        const QString name = path.toString();
        if (seen.contains(name))
            continue;
        seen.insert(name);
        files += name + u'\n';
    }
    return files;
}

QString searchText(const BodyText& body)
{
    QString words;
    for (const BodyLine& line : body.lines) {
        const QStringView text = body.line(line);
        const bool isNote
            = line.kind == LineKind::DiffStat && !isDiffStatLine(text) && text.trimmed() != "---"_L1;
        if ((line.kind != LineKind::Own && !isNote) || isBlank(text))
            continue;
        words += text;
        words += u'\n';
    }
    return spacedForSearch(words);
}

QString spacedForSearch(QStringView text)
{
    if (std::ranges::none_of(text, [](QChar c) { return c >= QChar(firstSetApart); }))
        return text.toString(); // nearly every mail
    QString result;
    result.reserve(text.size() + text.size() / 8);
    bool apart = false; // the character before was one that stands alone
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const bool alone = isSetApart(pair ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode()));
        if ((alone || apart) && !result.isEmpty() && !result.back().isSpace() && !c.isSpace())
            result += u' ';
        result += c;
        if (pair)
            result += text[++i];
        apart = alone;
    }
    return result;
}

} // namespace lb::mail
