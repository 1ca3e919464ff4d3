// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/indexpage.h"

#include "report/labels.h"
#include "report/text.h"
#include "report/writers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::report)
};

constexpr qsizetype mostActive = 3;
constexpr qsizetype mostEntries = 5'000; ///< a century of weeks
constexpr auto schema = "listbrief-index/1"_L1;

QString weekName(const thread::Period& period)
{
    if (period == thread::weekOf(period.since))
        return thread::isoWeekName(period.since);
    return period.since.toString(Qt::ISODate) + u" – "_s + period.until.toString(Qt::ISODate);
}

/// "+12", "-3", "0"; empty for the first week.
QString change(const Index& index, qsizetype at)
{
    if (at + 1 >= index.entries.size())
        return {};
    const int by = index.entries.at(at).mails - index.entries.at(at + 1).mails;
    return by > 0 ? u'+' + QString::number(by) : QString::number(by);
}

/// A file name as a link's target: nothing in it is markup or leads elsewhere.
QString target(const QString& file)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(file));
}

bool isFileName(const QString& file)
{
    return !file.isEmpty() && file.size() <= 255 && !file.startsWith(u'.') && !file.contains(u'/')
        && !file.contains(u'\\') && !file.contains(QChar(0));
}

QString markdownPage(const Index& index, const Labels& words)
{
    QString text = u"# "_s + words.weeks.arg(escapeMarkdown(index.listName.toUpper())) + u"\n\n| "_s
        + QStringList{words.week,         words.totalMails, words.change,
                      words.totalThreads, words.newMails,   words.mostActive}
              .join(u" | "_s)
        + u" |\n|---|---:|---:|---:|---:|---|\n"_s;
    for (qsizetype i = 0; i < index.entries.size(); ++i) {
        const IndexEntry& entry = index.entries.at(i);
        QStringList titles;
        for (const QString& title : entry.active)
            titles += escapeMarkdown(title).replace(u'|', u"\\|"_s);
        text += u"| ["_s + weekName(entry.period) + u"]("_s + target(entry.file) + u") | "_s
            + QStringList{QString::number(entry.mails), change(index, i), QString::number(entry.threads),
                          QString::number(entry.newMails), titles.join(u"; "_s)}
                  .join(u" | "_s)
            + u" |\n"_s;
    }
    return text;
}

constexpr auto style = R"(
:root{color-scheme:light dark;--fg:#1b1f24;--dim:#5d6672;--bg:#fff;--line:#d8dee4;--accent:#0b57b7;--bar:#9cc2f0}
@media (prefers-color-scheme:dark){:root{--fg:#e3e7ec;--dim:#98a2ae;--bg:#15181c;--line:#343a42;--accent:#7db4ff;--bar:#2f5f9b}}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.b{width:9rem}.bar{background:var(--bar);height:.8rem;margin-top:.35rem;border-radius:.2rem}
a{color:var(--accent)}ul{margin:0;padding-left:1.1rem}li{overflow-wrap:anywhere}.dim{color:var(--dim)}
)";

QString htmlRow(const Index& index, qsizetype at, int most)
{
    const IndexEntry& entry = index.entries.at(at);
    const int width = most > 0 ? entry.mails * 100 / most : 0;
    QString titles;
    for (const QString& title : entry.active)
        titles += u"<li>"_s + escapeHtml(title) + u"</li>"_s;
    return u"<tr><td><a href=\""_s + target(entry.file) + u"\">"_s + weekName(entry.period)
        + u"</a></td><td class=\"n\">"_s + QString::number(entry.mails) + u" <span class=\"dim\">"_s
        + change(index, at)
        + u"</span></td><td class=\"b\"><div class=\"bar\" role=\"presentation\" style=\"width:"_s
        + QString::number(width) + u"%\"></div></td><td class=\"n\">"_s + QString::number(entry.threads)
        + u"</td><td class=\"n\">"_s + QString::number(entry.newMails) + u"</td><td><ul>"_s + titles
        + u"</ul></td></tr>\n"_s;
}

QString htmlPage(const Index& index, const Labels& words)
{
    const QString title = words.weeks.arg(escapeHtml(index.listName.toUpper()));
    int most = 0;
    for (const IndexEntry& entry : index.entries)
        most = std::max(most, entry.mails);
    QString text = u"<!DOCTYPE html>\n<html lang=\""_s
        + (index.language == Language::Chinese ? u"zh-CN"_s : u"en"_s)
        + u"\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
          "content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + title + u"</title>\n<style>"_s + QString::fromLatin1(style) + u"</style>\n</head>\n<body>\n<h1>"_s
        + title + u"</h1>\n<table>\n<thead><tr>"_s;
    for (const QString& heading :
         {words.week, words.totalMails, QString(), words.totalThreads, words.newMails, words.mostActive})
        text += u"<th>"_s + heading + u"</th>"_s;
    text += u"</tr></thead>\n<tbody>\n"_s;
    for (qsizetype i = 0; i < index.entries.size(); ++i)
        text += htmlRow(index, i, most);
    return text + u"</tbody>\n</table>\n</body>\n</html>\n"_s;
}

QByteArray json(const Index& index)
{
    QJsonArray entries;
    for (const IndexEntry& entry : index.entries) {
        entries.append(QJsonObject{{u"since"_s, entry.period.since.toString(Qt::ISODate)},
                                   {u"until"_s, entry.period.until.toString(Qt::ISODate)},
                                   {u"file"_s, entry.file},
                                   {u"mails"_s, entry.mails},
                                   {u"threads"_s, entry.threads},
                                   {u"new_mails"_s, entry.newMails},
                                   {u"large_threads"_s, entry.large},
                                   {u"active"_s, QJsonArray::fromStringList(entry.active)}});
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, QString(schema)},
                                     {u"list"_s, index.listName},
                                     {u"language"_s, languageCode(index.language)},
                                     {u"weeks"_s, entries}})
        .toJson(QJsonDocument::Indented);
}

std::optional<IndexEntry> entryOf(const QJsonObject& object)
{
    IndexEntry entry;
    entry.period = {QDate::fromString(object["since"_L1].toString(), Qt::ISODate),
                    QDate::fromString(object["until"_L1].toString(), Qt::ISODate)};
    entry.file = object["file"_L1].toString();
    if (!entry.period.isValid() || !isFileName(entry.file))
        return std::nullopt;
    entry.mails = qMax(object["mails"_L1].toInt(), 0);
    entry.threads = qMax(object["threads"_L1].toInt(), 0);
    entry.newMails = qMax(object["new_mails"_L1].toInt(), 0);
    entry.large = qMax(object["large_threads"_L1].toInt(), 0);
    const QJsonArray active = object["active"_L1].toArray();
    for (qsizetype i = 0; i < std::min(active.size(), mostActive); ++i)
        entry.active += active.at(i).toString().left(500);
    return entry;
}

} // namespace

IndexEntry indexEntry(const Report& report, const QString& file)
{
    const Totals totals = totalsOf(report);
    IndexEntry entry{report.period, file, totals.mails, totals.threads, totals.newMails, totals.large, {}};
    std::vector<const ReportThread*> threads;
    threads.reserve(report.threads.size());
    for (const ReportThread& thread : report.threads)
        threads.push_back(&thread);
    std::stable_sort(threads.begin(), threads.end(), [](const ReportThread* a, const ReportThread* b) {
        return a->listing.count() > b->listing.count();
    });
    for (const ReportThread* thread : threads) {
        if (entry.active.size() == mostActive)
            break;
        entry.active += thread->listing.title;
    }
    return entry;
}

void merge(Index& index, const QList<IndexEntry>& entries)
{
    std::map<std::pair<QDate, QDate>, IndexEntry, std::greater<>> byPeriod;
    for (const QList<IndexEntry>* from : {&std::as_const(index).entries, &entries}) {
        for (const IndexEntry& entry : *from)
            byPeriod.insert_or_assign({entry.period.since, entry.period.until}, entry);
    }
    index.entries.clear();
    for (const auto& [period, entry] : byPeriod)
        index.entries += entry;
}

QByteArray writeIndex(const Index& index, Format format)
{
    const Labels& words = labels(index.language);
    switch (format) {
    case Format::Markdown:
        return markdownPage(index, words).toUtf8();
    case Format::Html:
        return htmlPage(index, words).toUtf8();
    case Format::Json:
        return json(index);
    }
    return {};
}

Result<Index> readIndex(const QByteArray& json)
{
    const auto broken = [](const QString& what) { return fail(ErrorCode::Malformed, what); };
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    if (document["schema"_L1].toString() != schema)
        return broken(Text::tr("It is no index of reports (%1).").arg(QString(schema)));
    Index index;
    index.listName = document["list"_L1].toString().left(500);
    index.language = languageFromCode(document["language"_L1].toString()).value_or(Language::English);
    const QJsonArray weeks = document["weeks"_L1].toArray();
    if (weeks.size() > mostEntries)
        return broken(Text::tr("It names more than %1 weeks.").arg(mostEntries));
    QList<IndexEntry> entries;
    for (qsizetype i = 0; i < weeks.size(); ++i) {
        const std::optional<IndexEntry> entry = entryOf(weeks.at(i).toObject());
        if (!entry)
            return broken(Text::tr("Its entry %1 has no period or no file name in this folder.").arg(i + 1));
        entries += *entry;
    }
    merge(index, entries);
    return index;
}

} // namespace lb::report
