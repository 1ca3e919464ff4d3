// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overviewwriters.h"

#include "report/text.h"
#include "report/writers.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

QString markdownLine(const Report& report, const QHash<MessageId, Place>& places, const OverviewLine& line)
{
    const auto place = places.constFind(line.root);
    QString text = place == places.cend()
        ? escapeMarkdown(line.title)
        : QString(u'[' + linkText(line.title) + u"](#"_s + threadAnchor(*place) + u')');
    text += u" – "_s + escapeMarkdown(line.reason);
    const QString link = permalinkOf(report.permalink, line.mailId);
    const QString number = u"\\["_s + QString::number(line.mail) + u"\\]"_s;
    return u"- "_s + text + u' '
        + (link.isEmpty() ? number : QString(u'[' + number + u"](<"_s + link + u">)"_s));
}

QString htmlLine(const QHash<MessageId, Place>& places, const OverviewLine& line)
{
    const QString title = escapeHtml(line.title);
    const QString reason = escapeHtml(line.reason);
    const QString number = u'[' + QString::number(line.mail) + u']';
    const auto place = places.constFind(line.root);
    if (place == places.cend())
        return u"<li>"_s + title + u"<br><span class=\"dim\">"_s + reason + u' ' + number
            + u"</span></li>\n"_s;
    const QString anchor = threadAnchor(*place);
    return u"<li><a href=\"#"_s + anchor + u"\">"_s + title + u"</a><br><span class=\"dim\">"_s + reason
        + u"</span> <a href=\"#"_s + anchor + u"-m"_s + QString::number(line.mail) + u"\">"_s + number
        + u"</a></li>\n"_s;
}

} // namespace

QString threadAnchor(const Place& place)
{
    return u"t%1-%2"_s.arg(place.group).arg(place.position);
}

QStringList overviewMarkdown(const Report& report, const QHash<MessageId, Place>& places)
{
    if (report.overview.isEmpty())
        return {};
    const OverviewLabels& words = overviewLabels(report.language);
    QStringList blocks{u"### "_s + words.title};
    for (std::size_t i = 0; i < overviewGroupCount; ++i) {
        const QList<OverviewLine>& lines = report.overview.groups.at(i);
        if (lines.isEmpty())
            continue;
        blocks += u"**"_s + words.groups.at(i) + u"** ("_s + QString::number(lines.size()) + u')';
        QStringList text;
        for (const OverviewLine& line : lines.first(std::min(lines.size(), overviewLinesShown)))
            text += markdownLine(report, places, line);
        if (lines.size() > overviewLinesShown)
            text += u"- "_s + words.more.arg(lines.size() - overviewLinesShown);
        blocks += text.join(u'\n');
    }
    return blocks;
}

QString overviewHtml(const Report& report, const QHash<MessageId, Place>& places)
{
    if (report.overview.isEmpty())
        return {};
    const OverviewLabels& words = overviewLabels(report.language);
    QString text
        = u"<section class=\"overview\">\n<h2>"_s + words.title + u"</h2>\n<div class=\"groups\">\n"_s;
    for (std::size_t i = 0; i < overviewGroupCount; ++i) {
        const QList<OverviewLine>& lines = report.overview.groups.at(i);
        if (lines.isEmpty())
            continue;
        text += u"<div>\n<h4>"_s + words.groups.at(i) + u" <span class=\"dim\">"_s
            + QString::number(lines.size()) + u"</span></h4>\n<ul>\n"_s;
        for (const OverviewLine& line : lines.first(std::min(lines.size(), overviewLinesShown)))
            text += htmlLine(places, line);
        if (lines.size() > overviewLinesShown)
            text
                += u"<li class=\"dim\">"_s + words.more.arg(lines.size() - overviewLinesShown) + u"</li>\n"_s;
        text += u"</ul>\n</div>\n"_s;
    }
    return text + u"</div>\n</section>"_s;
}

QJsonArray overviewJson(const Report& report)
{
    QJsonArray groups;
    if (report.overview.isEmpty())
        return groups;
    for (std::size_t i = 0; i < overviewGroupCount; ++i) {
        QJsonArray threads;
        for (const OverviewLine& line : report.overview.groups.at(i)) {
            threads.append(QJsonObject{
                {u"root_message_id"_s, QString::fromUtf8(line.root.bytes)},
                {u"title"_s, line.title},
                {u"reason"_s, line.reason},
                {u"mail"_s, line.mail},
                {u"message_id"_s, QString::fromUtf8(line.mailId.bytes)},
            });
        }
        groups.append(
            QJsonObject{{u"group"_s, overviewCode(static_cast<OverviewGroup>(i))}, {u"threads"_s, threads}});
    }
    return groups;
}

} // namespace lb::report
