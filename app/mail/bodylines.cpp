// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodylines.h"

#include <algorithm>
#include <array>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 MaxHunkLines = 10'000'000;
constexpr qsizetype MaxLabelLength = 16; // of "Subject:" and its like with some decoration

bool hasDigit(QStringView line)
{
    return std::ranges::any_of(line, [](QChar c) { return c.isDigit(); });
}

template <typename List>
bool startsWithAny(QStringView line, const List& starts)
{
    return std::ranges::any_of(starts, [line](QStringView start) { return line.startsWith(start); });
}

/// A number at the start of `text`, which is moved behind it; -1 if there is none.
qint64 takeNumber(QStringView& text)
{
    qsizetype length = 0;
    while (length < text.size() && length < 9 && text[length] >= u'0' && text[length] <= u'9')
        ++length;
    if (length == 0)
        return -1;
    const qint64 value = text.first(length).toLongLong();
    text = text.sliced(length);
    return value;
}

/// The count of "12,3" (3) or "12" (1).
qint64 takeRange(QStringView& text)
{
    if (takeNumber(text) < 0)
        return 0;
    if (!text.startsWith(u','))
        return 1;
    text = text.sliced(1);
    return std::clamp<qint64>(takeNumber(text), 0, MaxHunkLines);
}

bool isDiffHeader(QStringView line)
{
    static constexpr std::array<QStringView, 20> Starts{u"diff -",
                                                        u"index ",
                                                        u"--- ",
                                                        u"+++ ",
                                                        u"@@ -",
                                                        u"@@@ -",
                                                        u"old mode ",
                                                        u"new mode ",
                                                        u"new file mode ",
                                                        u"deleted file mode ",
                                                        u"similarity index ",
                                                        u"dissimilarity index ",
                                                        u"rename from ",
                                                        u"rename to ",
                                                        u"copy from ",
                                                        u"copy to ",
                                                        u"Binary files ",
                                                        u"GIT binary patch",
                                                        u"\\ No newline",
                                                        u"Index: "};
    return startsWithAny(line, Starts);
}

} // namespace

bool isBlank(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c.isSpace(); });
}

QuoteMarks quoteMarks(QStringView line)
{
    QuoteMarks marks;
    qsizetype i = 0;
    while (i < line.size()) {
        if (line[i] == u'>') {
            ++marks.depth;
            marks.length = ++i;
        } else if (line[i] == u' ' && i + 1 < line.size() && line[i + 1] == u'>') {
            ++i;
        } else {
            break;
        }
    }
    if (marks.length < line.size() && line[marks.length] == u' ')
        ++marks.length;
    return marks;
}

bool opensAttribution(QStringView line)
{
    static constexpr std::array<QStringView, 8> Starts{u"On ", u"在",  u"于",  u"Am ",
                                                       u"Le ", u"El ", u"Il ", u"Em "};
    return startsWithAny(line, Starts) && hasDigit(line);
}

bool closesAttribution(QStringView line)
{
    if (line.isEmpty() || (line.back() != u':' && line.back() != u'：'))
        return false;
    static constexpr std::array<QStringView, 14> Ends{
        u"wrote:", u"writes:",  u"wrote :",   u"said:",     u"写道：",    u"写道:",       u"寫道：",
        u"寫道:",  u"schrieb:", u"a écrit :", u"a écrit :", u"escribió:", u"ha scritto:", u"escreveu:"};
    return std::ranges::any_of(Ends, [line](QStringView end) { return line.endsWith(end); });
}

bool isOriginalMark(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || (line.front() != u'-' && line.front() != u'_'))
        return false;
    if (line.size() >= 20 && line.size() <= 40
        && std::ranges::all_of(line, [](QChar c) { return c == u'_'; }))
        return true;
    if (!line.startsWith("--"_L1) || !line.endsWith("--"_L1))
        return false;
    while (line.startsWith(u'-'))
        line = line.sliced(1);
    while (line.endsWith(u'-'))
        line.chop(1);
    line = line.trimmed();
    static constexpr std::array<QStringView, 9> Marks{
        u"Original Message", u"Original message", u"Forwarded Message", u"Forwarded message", u"原始邮件",
        u"邮件原件",         u"转发的邮件",       u"Reply message",     u"Original Mail"};
    return std::ranges::find(Marks, line) != Marks.end();
}

HeaderLabel headerLabel(QStringView line)
{
    static constexpr std::array<QStringView, 4> FromLabels{u"From", u"发件人", u"寄件者", u"Von"};
    static constexpr std::array<QStringView, 21> Others{
        u"Sent",       u"Date",     u"To",       u"Cc",   u"CC",       u"Subject", u"Reply-To",
        u"Importance", u"发送时间", u"发送日期", u"日期", u"收件人",   u"抄送",    u"主题",
        u"主旨",       u"收件者",   u"寄件日期", u"副本", u"Gesendet", u"An",      u"Betreff"};
    line = line.first(std::min(line.size(), MaxLabelLength)).trimmed();
    while (line.startsWith(u'*')) // bold in text made from HTML
        line = line.sliced(1);
    qsizetype colon = 0;
    while (colon < line.size() && line[colon] != u':' && line[colon] != u'：')
        ++colon;
    if (colon == line.size())
        return HeaderLabel::None;
    QStringView label = line.first(colon);
    while (label.endsWith(u'*') || label.endsWith(u' '))
        label.chop(1);
    if (std::ranges::find(FromLabels, label) != FromLabels.end())
        return HeaderLabel::From;
    return std::ranges::find(Others, label) != Others.end() ? HeaderLabel::Other : HeaderLabel::None;
}

QStringView diffStatPath(QStringView line)
{
    if (!line.startsWith(u' '))
        return {};
    const qsizetype bar = line.lastIndexOf(u'|');
    if (bar < 2 || line[bar - 1] != u' ')
        return {};
    QStringView rest = line.sliced(bar + 1).trimmed();
    if (!rest.startsWith("Bin"_L1)) {
        if (takeNumber(rest) < 0)
            return {};
        rest = rest.trimmed();
        if (!std::ranges::all_of(rest, [](QChar c) { return c == u'+' || c == u'-'; }))
            return {};
    }
    const QStringView path = line.first(bar).trimmed();
    return path.contains(u' ') && !path.contains("=>"_L1) ? QStringView() : path;
}

bool isDiffStatLine(QStringView line)
{
    if (!line.startsWith(u' '))
        return false;
    if (!diffStatPath(line).isEmpty())
        return true;
    QStringView rest = line.trimmed();
    static constexpr std::array<QStringView, 5> Modes{u"create mode ", u"delete mode ", u"mode change ",
                                                      u"rename ", u"copy "};
    if (startsWithAny(rest, Modes))
        return line.size() > 1 && line[1] != u' ' && hasDigit(rest);
    if (takeNumber(rest) < 0)
        return false;
    return rest.startsWith(" files changed"_L1) || rest.startsWith(" file changed"_L1);
}

QStringView diffPath(QStringView line)
{
    if (line.startsWith("diff --git "_L1)) {
        const qsizetype second = line.lastIndexOf(" b/"_L1);
        return second < 0 ? QStringView() : line.sliced(second + 3).trimmed();
    }
    if (line.startsWith("+++ "_L1)) {
        QStringView path = line.sliced(4);
        const qsizetype tab = path.indexOf(u'\t');
        if (tab >= 0)
            path = path.first(tab);
        if (path.startsWith("b/"_L1))
            path = path.sliced(2);
        return path == "/dev/null"_L1 ? QStringView() : path.trimmed();
    }
    return {};
}

qsizetype DiffScanner::take(QStringView line, QStringView next)
{
    if (m_oldLeft > 0 || m_newLeft > 0) {
        if (takeHunkLine(line, next))
            return 1;
        m_oldLeft = 0;
        m_newLeft = 0;
    }
    if (line.startsWith("@@ -"_L1)) {
        startHunk(line);
        return 1;
    }
    if (isDiffHeader(line)) {
        m_binary = line.startsWith("GIT binary patch"_L1);
        return 1;
    }
    if (m_binary && line != "-- "_L1)
        return 1;
    // Subversion and quilt underline their "Index:" line.
    return line.startsWith("======"_L1) ? 1 : 0;
}

void DiffScanner::startHunk(QStringView line)
{
    QStringView rest = line.sliced(4);
    m_oldLeft = takeRange(rest);
    rest = rest.trimmed();
    if (rest.startsWith(u'+')) {
        rest = rest.sliced(1);
        m_newLeft = takeRange(rest);
    }
}

bool DiffScanner::takeHunkLine(QStringView line, QStringView next)
{
    const auto fits = [](QStringView text) {
        return text.startsWith(u' ') || text.startsWith(u'+') || text.startsWith(u'-')
            || text.startsWith(u'\\') || text.startsWith(u'\t') || text.startsWith("@@"_L1);
    };
    if (line.isEmpty()) {
        // A context line whose only space was stripped on the way, or the end of a hunk that was cut short.
        if (!next.isEmpty() && !fits(next) && !isDiffHeader(next))
            return false;
        --m_oldLeft;
        --m_newLeft;
    } else if (line.startsWith(u'+')) {
        --m_newLeft;
    } else if (line.startsWith(u'-')) {
        --m_oldLeft;
    } else if (line.startsWith(u' ') || line.startsWith(u'\t')) {
        --m_oldLeft;
        --m_newLeft;
    } else {
        return line.startsWith(u'\\');
    }
    return true;
}

} // namespace lb::mail
