// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "support/listingbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lb;
using namespace lb::report;
using namespace Qt::StringLiterals;

class TestReportClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAClaimIsNotVerified();
};

void TestReportClaims::saysWhyAClaimIsNotVerified()
{
    Report report;
    report.listName = u"kvmarm"_s;
    report.period = {QDate(2025, 6, 16), QDate(2025, 6, 22)};
    ReportThread thread;
    thread.listing = test::threadOf(2, u"[PATCH] KVM: a_b"_s);
    thread.summary = store::SummaryRecord();
    report.threads.push_back(thread);
    store::SummaryRecord& summary = *report.threads.front().summary;
    summary.text = u"- a_b [1]\n- ⚠ b [2]\n- ✗ c [1]"_s;
    summary.claims = {{u"a_b"_s, {1}, true}, {u"b"_s, {2}, false}, {u"c"_s, {1}, false}};
    summary.claims[1].reason = u"a_b * is <not> there"_s;
    summary.claims[1].flaws = {u"no-quote"_s};
    summary.claims[2].reason = u"v4 is wrong"_s;
    const QString markdown = QString::fromUtf8(write(report, Format::Markdown));
    QVERIFY2(markdown.contains(u"⚠ b [2] *(a_b \\* is \\<not\\> there)*"_s)
                 || markdown.contains(u"⚠ b [2] *(a_b \\* is &lt;not> there)*"_s),
             qPrintable(markdown));
    QVERIFY(markdown.contains(u"✗ c [1] *(v4 is wrong)*"_s));
    const QString html = QString::fromUtf8(write(report, Format::Html));
    QVERIFY(html.contains(u"<em>(v4 is wrong)</em>"_s));
    QVERIFY(!html.contains(u"<not>"_s));
    const QJsonObject json = QJsonDocument::fromJson(write(report, Format::Json)).object();
    const QJsonArray claims = json["threads"_L1][0]["summary"_L1]["claims"_L1].toArray();
    QVERIFY(!claims.at(0).toObject().contains("reason"_L1));
    QCOMPARE(claims.at(1)["verified"_L1].toBool(true), false);
    QCOMPARE(claims.at(1)["reason"_L1].toString(), summary.claims[1].reason);
    QCOMPARE(claims.at(1)["flaws"_L1][0].toString(), u"no-quote"_s);
}

QTEST_GUILESS_MAIN(TestReportClaims)
#include "test_reportclaims.moc"
