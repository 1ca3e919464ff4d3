// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/safemarkdown.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

bool isUnwanted(QChar c)
{
    const char16_t u = c.unicode();
    const bool direction
        = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f;
    const bool invisible = u == 0xfeff || u == 0x200b || u == 0x2060 || u == 0xfffe || u == 0xffff;
    return direction || invisible || (c.category() == QChar::Other_Control && c != u'\n');
}

QString cleaned(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    text.replace(u'\t', u' ');
    text.replace(QChar(QChar::LineSeparator), u'\n');
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
    text.removeIf(isUnwanted);
    return text;
}

qsizetype runLength(QStringView text, qsizetype at, QChar c)
{
    qsizetype end = at;
    while (end < text.size() && text.at(end) == c)
        ++end;
    return end - at;
}

/// Where a run of exactly `length` backticks starts at or after `at`; -1 if nowhere.
qsizetype closingRun(QStringView line, qsizetype at, qsizetype length)
{
    while (at < line.size()) {
        if (line.at(at) != u'`') {
            ++at;
            continue;
        }
        const qsizetype run = runLength(line, at, u'`');
        if (run == length)
            return at;
        at += run;
    }
    return -1;
}

/// The length of the code span that opens at `at`, 0 if none closes on this line.
qsizetype codeSpanAt(QStringView line, qsizetype at)
{
    const qsizetype run = runLength(line, at, u'`');
    const qsizetype close = closingRun(line, at + run, run);
    return close < 0 ? 0 : close + run - at;
}

/// Outside of code spans: "<" cannot open HTML or an autolink, "![" no image, a lone backtick no code span
/// that would swallow the next line.
QString neutralised(const QString& line)
{
    QString safe;
    safe.reserve(line.size() + 16);
    for (qsizetype at = 0; at < line.size();) {
        const QChar c = line.at(at);
        if (c == u'\\' && at + 1 < line.size()) {
            // An escaped character stays as it is, but must not hide the start of something.
            const QChar next = line.at(at + 1);
            if (next == u'<')
                safe += "&lt;"_L1;
            else
                safe += QString(c) + next;
            at += 2;
        } else if (c == u'`') {
            const qsizetype span = codeSpanAt(line, at);
            if (span > 0) {
                safe += QStringView(line).mid(at, span);
                at += span;
                continue;
            }
            const qsizetype run = runLength(line, at, u'`');
            for (qsizetype i = 0; i < run; ++i)
                safe += "\\`"_L1;
            at += run;
        } else if (c == u'<') {
            safe += "&lt;"_L1;
            ++at;
        } else if (c == u'!' && at + 1 < line.size() && line.at(at + 1) == u'[') {
            safe += "\\!"_L1;
            ++at;
        } else {
            safe += c;
            ++at;
        }
    }
    return safe;
}

/// A line of a code block as a code span: long enough delimiters, spaces kept from touching them.
QString asCodeSpan(const QString& line)
{
    const QString code = line.trimmed();
    if (code.isEmpty())
        return {};
    qsizetype longest = 0;
    for (qsizetype at = 0; at < code.size(); ++at) {
        const qsizetype run = runLength(code, at, u'`');
        longest = std::max(longest, run);
        at += run;
    }
    const QString mark(longest + 1, u'`');
    const QString gap = longest > 0 ? u" "_s : QString();
    return mark + gap + code + gap + mark + "  "_L1;
}

bool isFence(const QString& line, QString& open)
{
    static const QRegularExpression fence(u"^[ >]*(`{3,}|~{3,})\\s*([^`]*)$"_s);
    const auto match = fence.match(line);
    if (!match.hasMatch())
        return false;
    const QString mark = match.captured(1);
    if (open.isEmpty()) {
        open = mark;
        return true;
    }
    if (mark.front() == open.front() && mark.size() >= open.size() && match.captured(2).isEmpty()) {
        open.clear();
        return true;
    }
    return false;
}

/// Rules and underlined headings: "---", "* * *", "===".
bool isRule(const QString& line)
{
    static const QRegularExpression rule(u"^[ >]*(?:-[- ]*-|=+|\\*[* ]*\\*[* ]*\\*|_[_ ]*_[_ ]*_)\\s*$"_s);
    return rule.match(line).hasMatch();
}

QString withoutBigHeading(const QString& line)
{
    static const QRegularExpression heading(
        u"^((?: {0,3}|[ >]*(?:[-*+]|\\d+[.)]) +|[ >]+))(#{1,3})(\\s|$)"_s);
    QString demoted = line;
    return demoted.replace(heading, u"\\1####\\3"_s);
}

/// "[3]: http://..." defines where every later [3] leads.
QString withoutDefinition(const QString& line)
{
    static const QRegularExpression definition(u"^([ >]*(?:(?:[-*+]|\\d+[.)]) +)*\\[[^\\]]*\\]):"_s);
    QString plain = line;
    return plain.replace(definition, u"\\1\\:"_s);
}

} // namespace

QStringList safeMarkdownLines(const QString& text)
{
    QStringList lines;
    QString fence;
    const QStringList raw = cleaned(text).split(u'\n');
    for (const QString& line : raw) {
        const bool inside = !fence.isEmpty();
        if (isFence(line, fence))
            continue;
        if (inside) {
            lines.append(asCodeSpan(line));
            continue;
        }
        if (isRule(line)) {
            lines.append(QString());
            continue;
        }
        QString safe = withoutDefinition(neutralised(withoutBigHeading(line)));
        while (safe.endsWith(u' ') && !safe.endsWith("  "_L1))
            safe.chop(1);
        lines.append(safe.trimmed().isEmpty() ? QString() : safe);
    }
    return lines;
}

QList<std::pair<qsizetype, qsizetype>> codeSpans(const QString& line)
{
    QList<std::pair<qsizetype, qsizetype>> spans;
    for (qsizetype at = 0; at < line.size();) {
        if (line.at(at) == u'\\') {
            at += 2;
            continue;
        }
        const qsizetype span = line.at(at) == u'`' ? codeSpanAt(line, at) : 0;
        if (span > 0)
            spans.append({at, span});
        at += std::max(span, line.at(at) == u'`' && span == 0 ? runLength(line, at, u'`') : qsizetype(1));
    }
    return spans;
}

} // namespace lb::summary
