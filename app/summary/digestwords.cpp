// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digestwords.h"

#include "thread/safetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::mail::LineKind;
using lb::thread::Paragraph;
using lb::thread::Reading;

namespace lb::summary
{

namespace
{

constexpr qsizetype matterLength = 420;
constexpr qsizetype enoughMatter = 160;
constexpr qsizetype changesLength = 260;
constexpr std::size_t changeLogLines = 400; ///< further down is an older log or the diff
constexpr qsizetype mostGroups = 12;

/// "Changes since v1:", "v1 -> v2:", "Changelog", "v3:", "* v2: ...", "Since v4:".
const QRegularExpression& changesHeading()
{
    static const QRegularExpression heading(
        uR"(^[ \t#*=\[-]*((changes|changelog|change log|history|revision history|updates?|differences)\b.{0,60}|(from |since |in )?v?\d+ ?(-+>|=>|→|\.\.) ?v?\d+.{0,20}|(since |from |new in |in )?(rfc ?)?v\d+( (changes|changelog))?( ?[(\[][^)\]]*[)\]])?) ?:?[ \t\]*=-]*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return heading;
}

bool isQuotedCode(QStringView text)
{
    return text.startsWith(u'+') || text.startsWith(u'-') || text.startsWith(u"@@")
        || text.startsWith(u"diff ") || text.startsWith(u"index ") || text.startsWith(u'(')
        || text.startsWith(u"[...]");
}

QString withoutBullet(QStringView line)
{
    QStringView text = line.trimmed();
    while (!text.isEmpty() && QStringView(u"-*+•o").contains(text.front())
           && (text.size() == 1 || text.at(1) == u' ' || text.at(1) == u'\t'))
        text = text.sliced(1).trimmed();
    return text.toString();
}

bool isBullet(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.size() > 1 && QStringView(u"-*+•").contains(text.front()) && text.at(1).isSpace();
}

} // namespace

QString subjectMatter(const Reading& reading, int index)
{
    QString text;
    for (const Paragraph& paragraph : reading.paragraphs[static_cast<std::size_t>(index)]) {
        if (changesHeading().match(paragraph.text).hasMatch())
            break; // what follows is history
        static const QRegularExpression shortlog(uR"(^.{1,60} \(\d+\):)"_s);
        if (shortlog.match(paragraph.text).hasMatch())
            break;
        if (paragraph.isIndented || !isInformative(paragraph)
            || (paragraph.isListItem && text.isEmpty() && paragraph.text.size() < 40))
            continue;
        static const QRegularExpression link(uR"((\bv\d+: *)?<?https?://[^\s)>]+>?)"_s);
        text += (text.isEmpty() ? QString() : u" "_s) + QString(paragraph.text).remove(link).simplified();
        if (text.size() >= enoughMatter)
            break;
    }
    if (text.size() <= matterLength)
        return text;
    QString whole;
    const QStringList parts = thread::sentences(text);
    for (const QString& part : parts) {
        if (!whole.isEmpty() && whole.size() + part.size() + 1 > matterLength)
            break;
        whole += (whole.isEmpty() ? QString() : u" "_s) + part;
    }
    return thread::shortened(whole, matterLength);
}

QString quotedMatter(const Reading& reading, int index)
{
    const mail::BodyText& body = reading.body(index);
    QString text;
    for (const mail::BodyLine& line : body.lines) {
        const QStringView words = body.line(line).trimmed();
        const bool useful = line.kind == LineKind::Quote && line.depth == 1 && !isQuotedCode(words);
        if (useful && !words.isEmpty()) {
            text += (text.isEmpty() ? QString() : u" "_s) + words.left(300);
            if (text.size() > matterLength)
                break;
        } else if (!text.isEmpty()) {
            Paragraph found;
            found.text = text.simplified();
            if (isInformative(found) && found.text.size() >= 30)
                return thread::shortened(found.text, matterLength);
            text.clear();
            if (!useful)
                return {}; // the first words that are not quoted end the search: later quotes are details
        }
    }
    Paragraph rest;
    rest.text = text.simplified();
    return isInformative(rest) && rest.text.size() >= 30 ? thread::shortened(rest.text, matterLength)
                                                         : QString();
}

QString changeLog(const Reading& reading, int index)
{
    const mail::BodyText& body = reading.body(index);
    QStringList entries;
    bool inside = false;
    const std::size_t end = std::min(body.lines.size(), changeLogLines);
    for (std::size_t i = 0; i < end; ++i) {
        const mail::BodyLine& line = body.lines[i];
        if (line.kind != LineKind::Own && line.kind != LineKind::DiffStat)
            break;
        const QStringView text = body.line(line);
        if (!inside) {
            inside = text.size() < 100 && changesHeading().match(text).hasMatch();
            continue;
        }
        if (text.trimmed().isEmpty()) {
            if (!entries.isEmpty())
                break;
            continue;
        }
        if (text.size() < 100 && changesHeading().match(text).hasMatch()) {
            if (!entries.isEmpty())
                break;
            continue; // "Changelog:" above "v1 -> v2:"
        }
        if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
            continue; // a line drawn under the heading
        if (isBullet(text) || entries.isEmpty())
            entries += withoutBullet(text.left(300));
        else
            entries.last() += u' ' + withoutBullet(text.left(300));
    }
    for (QString& entry : entries) {
        entry = entry.simplified();
        while (entry.endsWith(u'.') || entry.endsWith(u';'))
            entry.chop(1);
    }
    return thread::shortened(entries.join(u"; "_s), changesLength);
}

QString quotation(const QString& words)
{
    static const QRegularExpression citation(
        uR"([\[【［]\s*((?:mails?|邮件|引用|#|m)?\s*[0-9０-９][^\[\]【】［］]{0,60})[\]】］])"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = thread::plainLine(words);
    text.replace(citation, u"(\\1)"_s);
    text.replace(u'“', u'‘').replace(u'”', u'’');
    return u'“' + thread::escapeMarkdown(text) + u'”';
}

QString citations(const QList<int>& mails)
{
    QString text;
    qsizetype groups = 0;
    for (qsizetype i = 0; i < mails.size(); ++groups) {
        if (groups >= mostGroups)
            return text + u'…';
        qsizetype end = i;
        while (end + 1 < mails.size() && mails.at(end + 1) == mails.at(end) + 1)
            ++end;
        if (end - i < 3)
            end = i;
        text += u"[%1]"_s.arg(mails.at(i));
        if (end > i)
            text += u"–[%1]"_s.arg(mails.at(end));
        i = end + 1;
    }
    return text;
}

QString numberRanges(const QList<int>& numbers)
{
    QStringList parts;
    for (qsizetype i = 0; i < numbers.size();) {
        qsizetype end = i;
        while (end + 1 < numbers.size() && numbers.at(end + 1) == numbers.at(end) + 1)
            ++end;
        QString part = QString::number(numbers.at(i));
        if (end > i)
            part += u'-' + QString::number(numbers.at(end));
        parts += part;
        i = end + 1;
    }
    return parts.join(u", "_s);
}

} // namespace lb::summary
