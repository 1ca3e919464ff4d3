// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/citations.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

/// A range longer than this is written with its ends only.
constexpr int longestWrittenRange = 6;
constexpr qsizetype mostNumbers = 200;

struct Group {
    int first = 0;
    int last = 0;
};

bool isDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９');
}

int digitsValue(QStringView digits)
{
    int value = 0;
    for (const QChar c : digits) {
        if (value > 100'000'000)
            return value;
        value = value * 10 + (c >= u'０' ? c.unicode() - u'０' : c.unicode() - u'0');
    }
    return value;
}

/// "1, 3-5" of between the brackets; empty for what is no citation.
QList<Group> readGroups(QStringView inner)
{
    QList<Group> groups;
    qsizetype at = 0;
    bool wantsNumber = true;
    bool range = false;
    while (at < inner.size()) {
        const QChar c = inner.at(at);
        if (isDigit(c)) {
            if (!wantsNumber)
                return {};
            qsizetype end = at;
            while (end < inner.size() && isDigit(inner.at(end)))
                ++end;
            const int number = digitsValue(inner.mid(at, end - at));
            if (range)
                groups.last().last = number;
            else
                groups.append({number, number});
            at = end;
            wantsNumber = false;
            range = false;
            continue;
        }
        if (u",，、;；&和"_s.contains(c) && !wantsNumber) {
            wantsNumber = true;
        } else if (u"-–—~～至"_s.contains(c) && !wantsNumber && !groups.isEmpty()) {
            wantsNumber = true;
            range = true;
        } else if (!c.isSpace()) {
            return {};
        }
        ++at;
    }
    return wantsNumber ? QList<Group>() : groups;
}

QString written(int number, int mailCount)
{
    const bool valid = number >= 1 && number <= mailCount;
    return valid ? u"[%1]"_s.arg(number) : u"[%1?]"_s.arg(number);
}

void writeGroup(CitedText::Mark& mark, QString& text, Group group, int mailCount)
{
    if (group.last < group.first)
        std::swap(group.first, group.last);
    mark.valid = mark.valid && group.first >= 1 && group.last <= mailCount;
    for (int n = std::max(1, group.first);
         n <= std::min(group.last, mailCount) && mark.mails.size() < mostNumbers; ++n) {
        if (!mark.mails.contains(n))
            mark.mails.append(n);
    }
    if (group.last - group.first >= longestWrittenRange || group.last > mailCount) {
        text += written(group.first, mailCount);
        if (group.last > group.first)
            text += u'–' + written(group.last, mailCount);
        return;
    }
    for (int n = group.first; n <= group.last; ++n)
        text += written(n, mailCount);
}

bool followsIdentifier(const QString& line, qsizetype at)
{
    if (at == 0)
        return false;
    const QChar before = line.at(at - 1);
    return (before.unicode() < 0x80 && before.isLetterOrNumber()) || before == u'_' || before == u')';
}

} // namespace

CitedText readCitations(const QString& line, int mailCount,
                        const QList<std::pair<qsizetype, qsizetype>>& protectedRanges)
{
    static const QRegularExpression bracket(
        u"[\\[【［]\\s*(?:(?:mails?|邮件|引用|#|m)\\s*)?([0-9０-９][^\\[\\]【】［］]{0,60})[\\]】］]"_s,
        QRegularExpression::CaseInsensitiveOption);
    CitedText cited;
    qsizetype at = 0;
    auto range = protectedRanges.begin();
    auto matches = bracket.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        while (range != protectedRanges.end() && range->first + range->second <= match.capturedStart())
            ++range;
        const bool isProtected = range != protectedRanges.end() && match.capturedEnd() > range->first;
        const QList<Group> groups = isProtected ? QList<Group>() : readGroups(match.capturedView(1));
        if (groups.isEmpty())
            continue;
        const bool names = std::ranges::all_of(groups, [&](const Group& group) {
            return group.first >= 1 && group.first <= mailCount && group.last >= 1 && group.last <= mailCount;
        });
        if (!names && followsIdentifier(line, match.capturedStart()))
            continue;
        cited.text += QStringView(line).mid(at, match.capturedStart() - at);
        CitedText::Mark mark;
        mark.start = cited.text.size();
        for (const Group& group : groups)
            writeGroup(mark, cited.text, group, mailCount);
        mark.length = cited.text.size() - mark.start;
        cited.marks.append(mark);
        at = match.capturedEnd();
        // "[3](http://...)" would be a link that looks like a citation.
        if (at < line.size() && line.at(at) == u'(')
            cited.text += u'\\';
    }
    cited.text += QStringView(line).mid(at);
    return cited;
}

} // namespace lb::summary
