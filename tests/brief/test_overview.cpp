// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/overview.h"
#include "report/report.h"
#include "summary/claimparser.h"
#include "thread/threadbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::brief;
using lb::test::ThreadBuilder;

namespace
{

constexpr double day = 24;

thread::ListingOptions week()
{
    thread::ListingOptions options;
    options.period = thread::weekOf(QDate(2025, 6, 16));
    return options;
}

struct Seen {
    thread::Material material;
    OverviewFacts facts;
    std::optional<store::SummaryRecord> summary;
    bool superseded = false;

    explicit Seen(const ThreadBuilder& builder)
        : material(builder.material(week())), facts(overviewFacts(thread::establishFacts(material)))
    {
    }
    [[nodiscard]] report::Overview overview(Language language = Language::English) const
    {
        const OverviewThread thread{&material.listing, &facts, summary ? &*summary : nullptr, superseded};
        const QDateTime now(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC);
        return overviewOf({&thread, 1}, overviewMoment(week().period, now), language);
    }
    /// "blocked 2, new 1": the groups with the mail each line rests on.
    [[nodiscard]] QString places() const
    {
        QStringList found;
        const report::Overview made = overview();
        for (std::size_t i = 0; i < report::overviewGroupCount; ++i) {
            for (const report::OverviewLine& line : made.groups.at(i))
                found.append(report::overviewCode(static_cast<report::OverviewGroup>(i)) + u' '
                             + QString::number(line.mail));
        }
        return found.join(u", "_s);
    }
};

ThreadBuilder patch(double hour = 4 * day)
{
    ThreadBuilder b;
    b.mail(1, "[PATCH] KVM: fix it", {}, hour).body("It is broken.\n\nThis mends it.\n");
    return b;
}

ThreadBuilder answered(const char* answer, double hour = 5 * day)
{
    ThreadBuilder b = patch(day);
    b.mail(2, "Re: [PATCH] KVM: fix it", {1}, hour).from("Bo Example").body(answer);
    return b;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threadsStandWhereTheyBelong_data();
    void threadsStandWhereTheyBelong();
    void aSupersededRevisionWaitsForNobody();
    void verifiedDecisionsCountAndOthersDoNot();
    void aCitationFollowsItsMail();
    void theMomentIsTheEndOfThePeriodOrNow();
    void reasonsAreInTheLanguage();
    void reportsShowEightLinesAndJsonAll();
    void aTitleCannotBreakItsLink();
    void aReportWithoutAnOverviewSaysNothingOfIt();
};

void TestOverview::threadsStandWhereTheyBelong_data()
{
    QTest::addColumn<ThreadBuilder>("thread");
    QTest::addColumn<QString>("places");
    QTest::newRow("nobody has answered") << patch() << u"new 1"_s;
    QTest::newRow("begun before the week")
        << ThreadBuilder(patch(-day)).mail(2, "Re: [PATCH] KVM: fix it", {1}, day)
        << u"awaiting_reviewers 1"_s;
    QTest::newRow("applied") << answered("Applied to next, thanks!\n") << u"decided 2, new 1"_s;
    QTest::newRow("refused") << answered("NAK. This breaks the guests.\n") << u"blocked 2, new 1"_s;
    QTest::newRow("asked") << answered("> This mends it.\n\nWhy is it not done in the other place?\n",
                                       6 * day)
                           << u"awaiting_author 2, new 1"_s;
    QTest::newRow("asked and silent")
        << answered("> This mends it.\n\nWhy is it not done in the other place?\n", 3 * day)
        << u"new 1, silent 2"_s;
    QTest::newRow("a second revision is not new")
        << ThreadBuilder().mail(1, "[PATCH v2] KVM: fix it", {}, 4 * day).body("It is broken.\n")
        << u"awaiting_reviewers 1"_s;
    QTest::newRow("a talk nobody waits in")
        << ThreadBuilder().mail(1, "A talk", {}, 1).body("Here are my slides.\n") << u"new 1"_s;
}

void TestOverview::threadsStandWhereTheyBelong()
{
    QFETCH(ThreadBuilder, thread);
    QFETCH(QString, places);
    QCOMPARE(Seen(thread).places(), places);
}

void TestOverview::aSupersededRevisionWaitsForNobody()
{
    Seen asked(answered("> This mends it.\n\nWhy is it not done in the other place?\n"));
    asked.superseded = true;
    QCOMPARE(asked.places(), QString());
    Seen applied(answered("Applied to next, thanks!\n"));
    applied.superseded = true;
    QCOMPARE(applied.places(), u"decided 2, new 1"_s);
}

void TestOverview::verifiedDecisionsCountAndOthersDoNot()
{
    Seen seen(answered("Let us drop it then.\n"));
    summary::ModelSummary model;
    summary::ModelClaim claim;
    claim.kind = summary::ClaimKind::Decision;
    claim.text = u"Bo decides to drop the patch"_s;
    claim.cites = {2};
    claim.window = summary::ClaimWindow::New;
    model.claims = {claim};
    store::SummaryRecord summary;
    summary.extraction = summary::claimsJson(model);
    summary.cited = {MessageId{"1@example.invalid"}, MessageId{"2@example.invalid"}};
    summary.claims = {{claim.text, {2}, false, u"no quote"_s, {}}};
    seen.summary = summary;
    const QString without = seen.places();
    QVERIFY2(without.startsWith("awaiting_author"_L1), qPrintable(without));
    seen.summary->claims.first().verified = true;
    QCOMPARE(seen.places(), QString(u"decided 2, "_s + without)); // the thread may go on
    QCOMPARE(seen.overview().of(report::OverviewGroup::Decided).first().reason, claim.text);
}

void TestOverview::aCitationFollowsItsMail()
{
    // When the summary was made the answer was mail 1 of its list.
    Seen seen(answered("Let us drop it then.\n"));
    summary::ModelSummary model;
    summary::ModelClaim claim;
    claim.kind = summary::ClaimKind::Decision;
    claim.text = u"Dropped"_s;
    claim.cites = {1};
    model.claims = {claim};
    store::SummaryRecord summary;
    summary.extraction = summary::claimsJson(model);
    summary.cited = {MessageId{"2@example.invalid"}};
    summary.claims = {{claim.text, {1}, true}};
    seen.summary = summary;
    QVERIFY(seen.places().startsWith("decided 2, "_L1));
    seen.summary->cited = {MessageId{"gone@example.invalid"}};
    QVERIFY(!seen.places().contains("decided"_L1));
}

void TestOverview::theMomentIsTheEndOfThePeriodOrNow()
{
    const QDateTime early(QDate(2025, 6, 18), QTime(9, 0), Qt::UTC);
    const QDateTime late(QDate(2025, 9, 1), QTime(9, 0), Qt::UTC);
    QCOMPARE(overviewMoment(week().period, early), early);
    QCOMPARE(overviewMoment(week().period, late), QDateTime(QDate(2025, 6, 23), QTime(0, 0), Qt::UTC));
    QCOMPARE(overviewMoment(std::nullopt, late), late);
}

void TestOverview::reasonsAreInTheLanguage()
{
    const Seen seen(answered("Applied to next, thanks!\n"));
    QCOMPARE(seen.overview().of(report::OverviewGroup::Decided).first().reason,
             u"applied – Bo Example: “Applied to next, thanks!”"_s);
    QCOMPARE(seen.overview(Language::Chinese).of(report::OverviewGroup::Decided).first().reason,
             u"已应用 – Bo Example：“Applied to next, thanks!”"_s);
    QCOMPARE(Seen(patch()).overview().of(report::OverviewGroup::New).first().reason,
             u"Ada Example, 1 patch – nobody has answered yet"_s);
}

void TestOverview::reportsShowEightLinesAndJsonAll()
{
    const Seen seen(answered("NAK. This breaks the guests.\n"));
    report::Report report;
    report.permalink = [](const MessageId& id) {
        return QString(u"https://example.invalid/" + QString::fromUtf8(id.bytes) + u'/');
    };
    report::ReportThread thread;
    thread.listing = seen.material.listing;
    report.threads = {thread};
    report.overview = seen.overview();
    auto& blocked = report.overview.groups.at(static_cast<std::size_t>(report::OverviewGroup::Blocked));
    blocked = QList<report::OverviewLine>(11, blocked.first());

    const QString markdown = QString::fromUtf8(report::write(report, report::Format::Markdown));
    const QString line = u"- [\\[PATCH\\] KVM: fix it](#t1-1) – Bo Example: “NAK.” "
                         "[\\[2\\]](<https://example.invalid/2@example.invalid/>)\n"_s;
    QVERIFY2(markdown.contains(line), qPrintable(markdown));
    QCOMPARE(markdown.count(line), 8);
    QVERIFY(markdown.contains("- and 3 more\n"_L1));
    QVERIFY(markdown.contains("<a id=\"t1-1\"></a>\n\n### Thread 1: "_L1));
    QVERIFY(markdown.indexOf("### Categories"_L1) < markdown.indexOf("**Blocked** (11)"_L1));
    QVERIFY(markdown.indexOf("**Blocked** (11)"_L1) < markdown.indexOf(u"## 📌"_s));

    const QByteArray html = report::write(report, report::Format::Html);
    QCOMPARE(html.count("<li><a href=\"#t1-1\">[PATCH] KVM: fix it</a><br>"), 9); // and the new one
    QVERIFY(html.contains("<a href=\"#t1-1-m2\">[2]</a>"));

    const QJsonArray groups
        = QJsonDocument::fromJson(report::write(report, report::Format::Json))["overview"_L1].toArray();
    QCOMPARE(groups.size(), 6);
    QCOMPARE(groups[1]["group"_L1].toString(), u"blocked"_s);
    QCOMPARE(groups[1]["threads"_L1].toArray().size(), 11);
    QCOMPARE(groups[1]["threads"_L1][0]["message_id"_L1].toString(), u"2@example.invalid"_s);
}

void TestOverview::aTitleCannotBreakItsLink()
{
    Seen seen(ThreadBuilder().mail(1, "a](javascript:x) <b> [PATCH] \\] [y", {}, day));
    report::Report report;
    report::ReportThread thread;
    thread.listing = seen.material.listing;
    report.threads = {thread};
    report.overview = seen.overview();
    const QString markdown = QString::fromUtf8(report::write(report, report::Format::Markdown));
    const qsizetype start = markdown.indexOf("- [a"_L1);
    QVERIFY2(start > 0, qPrintable(markdown));
    const QString line = markdown.mid(start, markdown.indexOf(u'\n', start) - start);
    static const QRegularExpression bare(u"(?<!\\\\)(\\\\\\\\)*\\]\\("_s); // an end of a link's text
    auto ends = bare.globalMatch(line);
    QVERIFY(ends.hasNext());
    QVERIFY2(line.mid(ends.next().capturedStart()).contains("](#t1-1)"_L1), qPrintable(line));
    QVERIFY2(!ends.hasNext(), qPrintable(line));
}

void TestOverview::aReportWithoutAnOverviewSaysNothingOfIt()
{
    const report::Report report;
    QVERIFY(!report::write(report, report::Format::Json).contains("overview"));
    QVERIFY(!report::write(report, report::Format::Markdown).contains("Overview"));
    QVERIFY(!report::write(report, report::Format::Html).contains("<section class=\"overview\""));
}

QTEST_GUILESS_MAIN(TestOverview)
#include "test_overview.moc"
