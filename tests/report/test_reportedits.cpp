// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/edited.h"
#include "reportbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lb;
using namespace lb::report;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

/// The report's thread has mails 1 and 2; the edit was made when there was but the second.
Report editedReport(const QString& text)
{
    Report report = oneThread();
    report.language = Language::English;
    store::SummaryRecord base = *report.threads[0].summary;
    base.id = SummaryId{4};
    base.kind = store::SummaryKind::Model;
    base.provider = u"p"_s;
    base.model = u"m-1"_s;
    base.text = u"- machine [1]"_s;
    base.cited = {report.threads[0].listing.mails[1].mail.id, MessageId{"gone@x"}};
    const store::SummaryEdit edit{{},
                                  report.threads[0].listing.root,
                                  text,
                                  base.id,
                                  QDateTime(QDate(2025, 6, 24), QTime(9, 0), Qt::UTC)};
    useEdits(report, {edit}, {base});
    return report;
}

QJsonObject summaryIn(const Report& report)
{
    return QJsonDocument::fromJson(write(report, Format::Json))
        .object()["threads"_L1][0]["summary"_L1]
        .toObject();
}

} // namespace

class TestReportEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void renumbersCitations_data();
    void renumbersCitations();
    void claimsMoveWithTheirText();
    void anEditStandsInPlaceOfTheSummary();
    void anEditIsMadeSafe();
    void anEditWithoutASummary();
    void withoutEditsNothingIsMarked();
    void theShortFormTakesItsFirstLine();
};

void TestReportEdits::renumbersCitations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moved");
    QTest::newRow("one") << u"a [1]"_s << u"a [2]"_s;
    QTest::newRow("several") << u"[1][3] x [1, 3]"_s << u"[2][1] x [2, 1]"_s;
    QTest::newRow("a range") << u"[1-3]"_s << u"[2-1]"_s;
    QTest::newRow("what is not listed") << u"a [2] b"_s << u"a [2?] b"_s;
    QTest::newRow("what never was") << u"a [9]"_s << u"a [9?]"_s;
    QTest::newRow("no citation") << u"a [x] 1 [] (1) [1"_s << u"a [x] 1 [] (1) [1"_s;
}

void TestReportEdits::renumbersCitations()
{
    QFETCH(QString, text);
    QFETCH(QString, moved);
    const thread::Listing listing = oneThread().threads[0].listing;
    const QList<MessageId> cited{listing.mails[1].mail.id, MessageId{"gone@x"}, listing.mails[0].mail.id};
    QCOMPARE(renumbered(text, cited, listing), moved);
    const QList<MessageId> same{listing.mails[0].mail.id};
    QCOMPARE(renumbered(text, same, listing), text);
}

void TestReportEdits::claimsMoveWithTheirText()
{
    const thread::Listing listing = oneThread().threads[0].listing;
    store::SummaryRecord summary;
    summary.text = u"- a [1]"_s;
    summary.claims = {{u"a"_s, {1, 2}, true}};
    summary.cited = {listing.mails[1].mail.id, MessageId{"gone@x"}};
    const store::SummaryRecord now = renumbered(summary, listing);
    QCOMPARE(now.text, u"- a [2]"_s);
    QCOMPARE(now.claims[0].citations, QList<int>{2});
    QCOMPARE(now.cited.size(), 2);
    QCOMPARE(now.cited[0], listing.mails[0].mail.id);
}

void TestReportEdits::anEditStandsInPlaceOfTheSummary()
{
    const Report report = editedReport(u"My own words [1]."_s);
    const QString markdown = QString::fromUtf8(write(report, Format::Markdown));
    QVERIFY(markdown.contains(u"#### ✍ Summary, edited by hand\n\nMy own words [2].\n"_s));
    QVERIFY(markdown.contains(u"edited by hand · 2025-06-24 09:00:00 UTC · based on: p / m-1"_s));
    QVERIFY(!markdown.contains(u"All is well"_s));
    QVERIFY(!markdown.contains(u"AI summary\n"_s));
    const QString html = QString::fromUtf8(write(report, Format::Html));
    QVERIFY(html.contains(u"<h4>✍ Summary, edited by hand</h4>"_s));
    QVERIFY2(html.contains(u"-m2\">2</a>]."_s), qPrintable(html));
    const QJsonObject json = summaryIn(report);
    QCOMPARE(json["edited"_L1].toBool(), true);
    QCOMPARE(json["text"_L1].toString(), u"My own words [2]."_s);
    QCOMPARE(json["machine_text"_L1].toString(), u"- All is well [1][2]\n"_s);
    Report chinese = report;
    chinese.language = Language::Chinese;
    QVERIFY(QString::fromUtf8(write(chinese, Format::Markdown)).contains(u"#### ✍ 总结（人工编辑）"_s));
}

void TestReportEdits::anEditIsMadeSafe()
{
    const Report report = editedReport(
        u"# Title\n<script>x</script>\n---\n![i](http://x/y.png) [j](javascript:x)\n```\nopen"_s);
    const QString html = QString::fromUtf8(write(report, Format::Html));
    QVERIFY(!html.contains(u"<script"_s) && !html.contains(u"<img"_s) && !html.contains(u"javascript:"_s));
    const QString markdown = QString::fromUtf8(write(report, Format::Markdown));
    QVERIFY(!markdown.contains(u"\n# Title"_s));
    QVERIFY(markdown.contains(u"\n#### 📝 Mails\n"_s));
}

void TestReportEdits::anEditWithoutASummary()
{
    Report report = editedReport(u"Mine [1]"_s);
    report.threads[0].summary.reset();
    QCOMPARE(summaryIn(report)["machine_text"_L1].toString(), u"- machine [2]"_s);
    report.threads[0].edit->base.reset();
    const QJsonObject json = summaryIn(report);
    QCOMPARE(json["text"_L1].toString(), u"Mine [2]"_s);
    QVERIFY(json["machine_text"_L1].isNull());
    QVERIFY(QString::fromUtf8(write(report, Format::Markdown)).contains(u"Mine [2]"_s));
}

void TestReportEdits::withoutEditsNothingIsMarked()
{
    const QJsonObject json = summaryIn(oneThread());
    QCOMPARE(json["edited"_L1].toBool(true), false);
    QVERIFY(!json.contains("machine_text"_L1));
}

void TestReportEdits::theShortFormTakesItsFirstLine()
{
    const Report report = editedReport(u"## It fixes *A* [1] [2].\n\nMore."_s);
    const QString text = QString::fromUtf8(write(report, Format::Markdown, Style::Short));
    QVERIFY2(text.contains(u"  It fixes *A*. *(edited by hand)*\n"_s), qPrintable(text));
    QVERIFY(!text.contains(u"All is well"_s));
}

QTEST_GUILESS_MAIN(TestReportEdits)
#include "test_reportedits.moc"
