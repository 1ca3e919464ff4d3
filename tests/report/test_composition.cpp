// SPDX-License-Identifier: GPL-3.0-or-later
// What a user makes of a report: threads chosen, ordered and annotated, styles, the index of many weeks.
#include "report/composition.h"
#include "report/indexpage.h"
#include "report/writers.h"
#include "reportbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::report;

using lb::test::oneThread;

namespace
{

MessageId root(int number)
{
    return MessageId{QByteArray::number(number) + "@example.invalid"};
}

/// Threads 10, 20, 30, the second a discussion.
Report threeThreads()
{
    Report report = oneThread(u"[PATCH] ten"_s);
    report.language = Language::English;
    report.permalink = [](const MessageId& id) -> QString {
        return u"https://lore.example.invalid/l/"_s + QString::fromLatin1(id.bytes) + u'/';
    };
    const ReportThread pattern = report.threads.front();
    report.threads.clear();
    for (const int number : {10, 20, 30}) {
        ReportThread thread = pattern;
        thread.listing.title = u"[PATCH] thread %1"_s.arg(number);
        thread.listing.mails = {test::mail(number, thread.listing.title), test::mail(number + 1, u"Re: x"_s)};
        for (int i = 0; i < number / 10; ++i)
            thread.listing.mails.push_back(test::mail(number + 2 + i, u"Re: y"_s));
        thread.listing.root = root(number);
        thread.listing.category = number == 20 ? thread::Category::Discussion : thread::Category::Patch;
        report.threads.push_back(thread);
    }
    report.problems
        = {{root(10), u"date"_s, u"odd"_s}, {root(30), u"date"_s, u"odd"_s}, {{}, u"x"_s, u"all"_s}};
    return report;
}

QList<MessageId> roots(const Report& report)
{
    QList<MessageId> list;
    for (const ReportThread& thread : report.threads)
        list += thread.listing.root;
    return list;
}

QString text(const Report& report, Format format, Style style)
{
    return QString::fromUtf8(write(report, format, style));
}

} // namespace

class TestComposition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesAndOrders_data();
    void choosesAndOrders();
    void dropsProblemsOfWhatWentOut();
    void writesOwnWords();
    void ownWordsCannotBreakTheSkeleton();
    void writesOneLineAThread();
    void linksWhatTheGistRestsOn();
    void writesForMailPrograms();
    void indexListsWeeks();
    void indexIsReadBack();
    void refusesForeignIndexes_data();
    void refusesForeignIndexes();
};

void TestComposition::choosesAndOrders_data()
{
    QTest::addColumn<QList<MessageId>>("chosen");
    QTest::addColumn<QList<MessageId>>("expected");
    const QList<MessageId> all{root(10), root(20), root(30)};
    QTest::newRow("nothing is all") << QList<MessageId>{} << all;
    QTest::newRow("one") << QList<MessageId>{root(20)} << QList<MessageId>{root(20)};
    QTest::newRow("another order") << QList<MessageId>{root(30), root(10)}
                                   << QList<MessageId>{root(30), root(10)};
    QTest::newRow("named twice") << QList<MessageId>{root(30), root(30)} << QList<MessageId>{root(30)};
    QTest::newRow("gone meanwhile") << QList<MessageId>{root(77), root(10)} << QList<MessageId>{root(10)};
}

void TestComposition::choosesAndOrders()
{
    QFETCH(QList<MessageId>, chosen);
    QFETCH(QList<MessageId>, expected);
    Report report = threeThreads();
    compose(report, {chosen, {}, {}});
    QCOMPARE(roots(report), expected);
}

void TestComposition::dropsProblemsOfWhatWentOut()
{
    Report report = threeThreads();
    compose(report, {{root(30)}, {}, {}});
    QCOMPARE(report.problems.size(), 2);
    QCOMPARE(report.problems.constFirst().id, root(30));
    QCOMPARE(report.problems.constLast().detail, u"all"_s);
}

void TestComposition::writesOwnWords()
{
    Report report = threeThreads();
    compose(report, {{}, {{root(30), u"Ask *Ada* [1]."_s}}, u"A quiet week.\n\n- one\n- two"_s});
    const QString markdown = text(report, Format::Markdown, Style::Full);
    const qsizetype notes = markdown.indexOf(u"## 🗒 Notes\n\nA quiet week.\n\n  - one\n  - two\n"_s);
    QVERIFY(notes > markdown.indexOf(u"## 📊 Statistics"_s));
    QVERIFY(notes < markdown.indexOf(u"## 📌 PATCH"_s));
    QVERIFY(markdown.indexOf(u"#### 🗒 Remark\n\nAsk *Ada* [1].\n"_s) > markdown.indexOf("thread 30"_L1));
    QCOMPARE(markdown.count(u"🗒 Remark"_s), 1);
    const QString html = text(report, Format::Html, Style::Full);
    QVERIFY(html.contains(u"<h2>🗒 Notes</h2>"_s));
    QVERIFY(html.contains("Ask <em>Ada</em>"_L1) && html.contains("href=\"#t1-2-m1\""_L1));
    const QJsonObject json = QJsonDocument::fromJson(write(report, Format::Json)).object();
    QVERIFY(json["notes"_L1].toString().startsWith("A quiet"_L1));
    QCOMPARE(json["threads"_L1][1]["remark"_L1].toString(), u"Ask *Ada* [1]."_s);
    QVERIFY(!json["threads"_L1][0].toObject().contains("remark"_L1));
    QVERIFY(!QJsonDocument::fromJson(write(threeThreads(), Format::Json)).object().contains("notes"_L1));
}

void TestComposition::ownWordsCannotBreakTheSkeleton()
{
    Report report = threeThreads();
    const qsizetype headings = text(report, Format::Markdown, Style::Full).count("\n## "_L1);
    compose(report, {{}, {{root(10), u"# x\n\n---\n\n```\nopen"_s}}, u"## 📌 PATCH\n\n<script>x</script>"_s});
    const QString markdown = text(report, Format::Markdown, Style::Full);
    QCOMPARE(markdown.count("\n## "_L1), headings + 1);
    QVERIFY(!markdown.contains("\n<script"_L1));
    for (const Style style : {Style::Full, Style::Short, Style::Mail})
        QVERIFY(!text(report, Format::Html, style).contains("<script"_L1));
}

void TestComposition::writesOneLineAThread()
{
    Report report = threeThreads();
    report.threads[0].summary->gist = u"A *gist* with <b>marks</b>"_s;
    report.threads[1].summary.reset();
    compose(report, {{}, {{root(10), u"Mine.\n\nTwo."_s}}, {}});
    const QStringList lines = text(report, Format::Markdown, Style::Short).split(u'\n');
    QCOMPARE(lines.constFirst(), u"# KVMARM in brief"_s);
    const qsizetype at = lines.indexOf(u"## PATCH (2)"_s);
    QVERIFY(at > 0);
    QVERIFY2(
        lines.at(at + 2).startsWith(
            u"- **[\\[PATCH\\] thread 10](<https://lore.example.invalid/l/10@example.invalid/>)** · 📧 Mails 3"_s),
        qPrintable(lines.at(at + 2)));
    QVERIFY(lines.at(at + 3).startsWith("  A \\*gist\\* with"_L1));
    QCOMPARE(lines.at(at + 5), u"  > Mine."_s);
    QVERIFY(lines.contains(u"## Discussion (1)"_s));
}

void TestComposition::linksWhatTheGistRestsOn()
{
    const QString markdown = text(threeThreads(), Format::Markdown, Style::Short);
    QVERIFY2(
        markdown.contains("  All is well [\\[1\\]](<https://lore.example.invalid/l/10@example.invalid/>) "
                          "[\\[2\\]](<https://lore.example.invalid/l/11@example.invalid/>)"_L1),
        qPrintable(markdown));
}

void TestComposition::writesForMailPrograms()
{
    const QString html = text(threeThreads(), Format::Html, Style::Mail);
    QVERIFY(!html.contains("<style"_L1) && !html.contains("<link"_L1) && !html.contains("<script"_L1));
    QVERIFY(html.contains("<h2 style="_L1));
    QCOMPARE(html.count("<a style=\"color:#0b57b7\" href=\"https://lore.example.invalid/"_L1),
             html.count("<a "_L1));
    QVERIFY(html.count("<a "_L1) > 3);
    QVERIFY(text(threeThreads(), Format::Html, Style::Short).contains("<style>"_L1));
    QCOMPARE(styleFromName(u"mail"_s), Style::Mail);
    QVERIFY(!styleFromName(u"Mail!"_s));
}

void TestComposition::indexListsWeeks()
{
    Report report = threeThreads();
    Index index{u"kvm|arm"_s, Language::English, {}};
    merge(index, {indexEntry(report, u"a b|c.html"_s)});
    report.threads.pop_back();
    report.period = {QDate(2025, 6, 9), QDate(2025, 6, 15)};
    merge(index, {indexEntry(report, u"w24.html"_s)});
    QCOMPARE(index.entries.size(), 2);
    QCOMPARE(index.entries.constFirst().mails, 12);
    QCOMPARE(index.entries.constFirst().active.constFirst(), u"[PATCH] thread 30"_s);
    const QString markdown = QString::fromUtf8(writeIndex(index, Format::Markdown));
    QVERIFY2(markdown.contains("| [2025-W25](a%20b%7Cc.html) | 12 | +5 | 3 |"_L1), qPrintable(markdown));
    QVERIFY(markdown.contains("| [2025-W24](w24.html) | 7 |  | 2 |"_L1));
    const QString html = QString::fromUtf8(writeIndex(index, Format::Html));
    QVERIFY(html.contains("width:58%"_L1) && html.contains("width:100%"_L1));
    // A week that is written again takes its place.
    report.threads.clear();
    merge(index, {indexEntry(report, u"w24.html"_s)});
    QCOMPARE(index.entries.size(), 2);
    QCOMPARE(index.entries.constLast().mails, 0);
}

void TestComposition::indexIsReadBack()
{
    Index index{u"kvmarm"_s, Language::Chinese, {}};
    merge(index, {indexEntry(threeThreads(), u"w25.html"_s)});
    const Result<Index> read = readIndex(writeIndex(index, Format::Json));
    QVERIFY(read);
    QVERIFY(*read == index);
}

void TestComposition::refusesForeignIndexes_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto week = [](const char* file) -> QByteArray {
        return QByteArray("{\"schema\":\"listbrief-index/1\",\"weeks\":[{\"since\":\"2025-06-16\",\"until\":"
                          "\"2025-06-22\",\"file\":\"")
            + file + "\"}]}";
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another document") << QByteArray(R"({"schema":"listbrief-report/1"})");
    QTest::newRow("out of the folder") << week("../x.html");
    QTest::newRow("hidden") << week(".x");
    QTest::newRow("no file") << week("");
    QTest::newRow("no period") << QByteArray(R"({"schema":"listbrief-index/1","weeks":[{"file":"a"}]})");
}

void TestComposition::refusesForeignIndexes()
{
    QFETCH(QByteArray, json);
    const Result<Index> read = readIndex(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
    QVERIFY(!read.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestComposition)
#include "test_composition.moc"
