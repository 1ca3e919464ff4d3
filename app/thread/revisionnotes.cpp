// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revisionnotes.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr std::size_t mostLines = 4000;
constexpr qsizetype longestLine = 500;
constexpr qsizetype mostLinks = 50;
constexpr qsizetype mostNotes = 100;
constexpr int highestRevision = 999;

/// A line that the author may have written such notes in.
struct OwnLine {
    int index = 0; ///< into BodyText::lines
    QStringView text;
};

bool isFileLine(QStringView line)
{
    static const QRegularExpression file(
        uR"(^ \S.* \| +(\d|Bin)|^ \d+ files? changed|^ (create|delete|rename) )"_s);
    return file.match(line).hasMatch();
}

std::vector<OwnLine> ownLines(const mail::BodyText& body)
{
    std::vector<OwnLine> lines;
    for (std::size_t i = 0; i < body.lines.size() && lines.size() < mostLines; ++i) {
        const mail::BodyLine& line = body.lines[i];
        if (line.kind == mail::LineKind::Signature)
            break;
        const bool note = line.kind == mail::LineKind::DiffStat && !isFileLine(body.line(line));
        if (line.kind == mail::LineKind::Own || note)
            lines.push_back({static_cast<int>(i), body.line(line).left(longestLine)});
    }
    return lines;
}

QStringView withoutBullet(QStringView line)
{
    line = line.trimmed();
    while (!line.isEmpty() && QStringView(u"*-+o•·#=_~").contains(line.front())
           && (line.size() < 2 || line.at(1) == u' ' || line.at(1) == line.front() || line.at(1).isPunct()))
        line = line.sliced(1).trimmed();
    return line;
}

int revisionOf(const QRegularExpressionMatch& match, const QString& group)
{
    const QStringView digits = match.capturedView(group);
    return digits.isEmpty() ? 0 : std::min(digits.toInt(), highestRevision);
}

/// A heading of a list of changes; nothing if the line is none.
std::optional<ChangeNote> headingOf(QStringView line)
{
    // RFC, PATCH and RESEND may stand before a number; a bracket, date or name may follow it.
    static const QString version = uR"((?:(?:RFC|PATCH|RESEND)[ -]*)?v(?:er(?:sion)?)?\.? ?)"_s;
    static const QString arrow = uR"( *(?:-+>|=+>|→|⇒|\.\.+|~|至|到|to|vs\.?) *)"_s;
    static const auto caseless = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression between(
        u"^(?:change(?:s|log|-log)? *(?:from|between|:)? *|from |diff(?:erences)? from )?"_s + version
            + u"(?<from>\\d{1,3})"_s + arrow + version + u"(?<to>\\d{1,3})\\b"_s,
        caseless);
    static const QRegularExpression since(
        u"^(?:(?:main |major |notable )?(?:changes?|changelog|change log|delta|diff(?:erences)?|updates?)"
        "[ ,:]*(?:since|from|compared (?:to|with)|relative to|against|vs\\.?|over|wrt|after)"
        "|since|\\* from|from|自从?|相(?:对|比|较)于?|与|较) *(?:the )?(?:patch ?set )?"_s
            + version + u"(?<from>\\d{1,3})\\b(?!\\.\\d)"_s,
        caseless);
    static const QRegularExpression in(
        u"^(?:(?:changes?|changelog|change log|updates?|new|what's new|history)"
        "[ ,:]*(?:in|for|of|on|with)?) *(?:the )?"_s
            + version + u"(?<to>\\d{1,3})\\b(?!\\.\\d)"_s,
        caseless);
    static const QRegularExpression plain(u"^\\[?"_s + version
                                              + uR"((?<to>\d{1,3})(?:\]|\)| *\([^)]*\)| *\[[^\]]*\])? *)"
                                                uR"((?:[:：]|的?(?:改动|变化|变更|修改|更新|更改)|-+ |$))"_s,
                                          caseless);
    static const QRegularExpression general(
        u"^(?:change ?-?log|changes|revision history|history|patch "
        u"history|版本(?:历史|变更)|变更(?:记录|日志)|"
        "修改(?:记录|历史)|更新(?:日志|记录)|改动(?:记录|说明)?) *[:：]?$"_s,
        caseless);
    ChangeNote note;
    if (const auto match = between.match(line); match.hasMatch()) {
        note.from = revisionOf(match, u"from"_s);
        note.to = revisionOf(match, u"to"_s);
        if (note.from > note.to)
            std::swap(note.from, note.to); // "v2 vs v1"
        return note;
    }
    if (const auto match = since.match(line); match.hasMatch()) {
        note.from = revisionOf(match, u"from"_s);
        return note;
    }
    for (const QRegularExpression* form : {&in, &plain}) {
        if (const auto match = form->match(line); match.hasMatch()) {
            note.to = revisionOf(match, u"to"_s);
            return note;
        }
    }
    return general.match(line).hasMatch() ? std::optional(note) : std::nullopt;
}

const QRegularExpression& linkForm()
{
    // A Message-ID in a URL of lore and its kin, or in angle brackets.
    static const QRegularExpression link(
        uR"(https?://[^\s<>"]+?/(?<url>[^\s/<>"?#]+(?:@|%40)[^\s/<>"?#]+)[^\s<>"]*|<(?<id>[^\s<>:/]+@[^\s<>]+)>)"_s);
    return link;
}

/// "v1: https://..." and the like tells where a revision is, not what changed.
bool isLinkLine(QStringView line)
{
    const auto match = linkForm().match(line);
    return match.hasMatch() && match.capturedEnd() >= line.trimmed().size() - 2;
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    for (const QChar c : line) {
        if (c != u' ' && c != u'\t')
            break;
        indent += c == u'\t' ? 8 : 1;
    }
    return indent;
}

bool isBulleted(QStringView line)
{
    static const QRegularExpression bullet(uR"(^\s*(?:[-*+o•·]\s|\d{1,2}[.)]\s|\(\d{1,2}\)))"_s);
    return bullet.match(line).hasMatch();
}

/// "Jane Doe (3):" opens git's list of patches; "---" ends a commit message.
bool endsNotes(QStringView line)
{
    static const QRegularExpression other(
        uR"(^---|^\S[^:]{0,80} \(\d+\):$|^base-commit:|^change-id:|^[A-Za-z-]+-by: |^(?:Based on|Thanks|Link:))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return other.match(line).hasMatch();
}

/// Where the notes under the heading at `at` end: before the next heading and before text of another kind.
std::size_t endOfNotes(const std::vector<OwnLine>& lines, std::size_t at)
{
    const qsizetype indent = indentOf(lines[at].text);
    std::size_t last = at;
    bool blank = false;
    for (std::size_t i = at + 1; i < lines.size(); ++i) {
        const QStringView line = lines[i].text;
        if (lines[i].index != lines[i - 1].index + 1 || endsNotes(line))
            break;
        if (line.trimmed().isEmpty()) {
            blank = true;
            continue;
        }
        if (headingOf(withoutBullet(line)) && indentOf(line) <= indent + 1)
            break;
        // Past a blank line only what is set off goes on: bullets and indented text.
        if (blank && last > at && !isBulleted(line) && indentOf(line) <= indent)
            break;
        blank = false;
        last = i;
    }
    return last;
}

QString idFromUrl(QStringView text)
{
    QString id = QUrl::fromPercentEncoding(text.toUtf8());
    while (!id.isEmpty() && QStringView(u".,;)]").contains(id.back()))
        id.chop(1);
    return id;
}

/// The words beside a link that say which revision it is.
struct Label {
    QList<int> revisions;
    bool previous = false;
    [[nodiscard]] bool isEmpty() const { return revisions.isEmpty() && !previous; }
};

/// Words that say a series is built upon, not that it is an older one.
bool namesAnother(QStringView line)
{
    static const QRegularExpression other(
        uR"(\b(?:on top of|depend\w*|prerequisite|requires?|based (?:on|off)|applies (?:on|to)|qemu|kvmtool|)"
        uR"(follow-?up|companion|together with|built on|stacked|selftests? series|prereq\w*)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return other.match(line).hasMatch();
}

Label labelOf(QStringView text)
{
    static const QRegularExpression number(uR"(\b(?:RFC[ -]?)?v(?:ersion )?(?<n>\d{1,3})\b(?!\.\d))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression older(
        uR"(\b(?:previous|prior|earlier|last|older?|first)\b[\w ]{0,12}\b(?:version|revision|series|posting|submission|iteration|round)s?\b|上一?个?版本?|旧版)"_s,
        QRegularExpression::CaseInsensitiveOption);
    Label label;
    if (namesAnother(text))
        return label;
    auto found = number.globalMatch(text);
    while (found.hasNext() && label.revisions.size() < 4)
        label.revisions += found.next().capturedView(u"n"_s).toInt();
    label.previous = older.match(text).hasMatch();
    return label;
}

/// Reads links with what is said beside them: on their line, on the line above, or where "[1]" is used.
class LinkReader
{
public:
    explicit LinkReader(const std::vector<OwnLine>& lines) : m_lines(lines) { }

    QList<CoverLink> read() const
    {
        QList<CoverLink> links;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            auto found = linkForm().globalMatch(m_lines[i].text);
            qsizetype from = 0;
            while (found.hasNext() && links.size() < mostLinks) {
                const QRegularExpressionMatch match = found.next();
                const QStringView before = m_lines[i].text.sliced(from, match.capturedStart() - from);
                from = match.capturedEnd();
                const Label label = labelFor(i, before);
                const QStringView url = match.capturedView(u"url"_s);
                const QString id = url.isEmpty() ? match.captured(u"id"_s) : idFromUrl(url);
                if (!label.isEmpty())
                    links += {MessageId{id.toUtf8()}, label.revisions, label.previous};
            }
        }
        return links;
    }

private:
    [[nodiscard]] Label labelFor(std::size_t line, QStringView before) const
    {
        static const QRegularExpression footnote(uR"(^\s*\[(?<n>\d{1,2})\]:?\s*$)"_s);
        if (const auto match = footnote.match(before); match.hasMatch())
            return labelOfFootnote(line, match.capturedView(u"n"_s));
        if (std::any_of(before.begin(), before.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            return labelOf(before);
        // A link that stands alone belongs to the line above, or to the heading of its list.
        for (std::size_t up = line; up > 0 && line - up < 12; --up) {
            const QStringView above = m_lines[up - 1].text;
            if (above.trimmed().isEmpty())
                continue;
            const auto link = linkForm().match(above);
            if (!link.hasMatch())
                return labelOf(above);
        }
        return {};
    }

    [[nodiscard]] Label labelOfFootnote(std::size_t definition, QStringView number) const
    {
        const QString mark = u'[' % number % u']';
        for (std::size_t i = 0; i < definition; ++i) {
            const qsizetype at = m_lines[i].text.indexOf(mark);
            if (at < 0)
                continue;
            // "From v1 [1]:" and "v6[2]": what stands right before the mark.
            const QStringView before = m_lines[i].text.first(at);
            return labelOf(before.last(std::min<qsizetype>(before.size(), 40)));
        }
        return {};
    }

    const std::vector<OwnLine>& m_lines;
};

} // namespace

QList<ChangeNote> changeNotes(const mail::BodyText& body)
{
    const std::vector<OwnLine> lines = ownLines(body);
    QList<ChangeNote> notes;
    for (std::size_t i = 0; i < lines.size() && notes.size() < mostNotes;) {
        const QStringView line = withoutBullet(lines[i].text);
        std::optional<ChangeNote> note = line.isEmpty() ? std::nullopt : headingOf(line);
        if (!note) {
            ++i;
            continue;
        }
        const std::size_t last = endOfNotes(lines, i);
        note->firstLine = lines[i].index;
        note->lastLine = lines[last].index;
        const bool onlyWhere = last == i && isLinkLine(line);
        const bool empty = last == i && (line.endsWith(u':') || line.endsWith(u'：'));
        if (!onlyWhere && !empty)
            notes += *note;
        i = last + 1;
    }
    return notes;
}

RevisionNotes readRevisionNotes(const mail::BodyText& body)
{
    static const QRegularExpression changeId(uR"(^change-id: (\S{8,200})$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    RevisionNotes notes;
    const std::vector<OwnLine> lines = ownLines(body);
    for (const OwnLine& line : lines) {
        if (const auto match = changeId.match(line.text.trimmed()); match.hasMatch())
            notes.changeId = match.captured(1);
    }
    notes.links = LinkReader(lines).read();
    for (const ChangeNote& note : changeNotes(body)) {
        const int from = note.from > 0 ? note.from : note.to - 1;
        if (from > 0 && !notes.changedFrom.contains(from))
            notes.changedFrom += from;
    }
    return notes;
}

} // namespace lb::thread
