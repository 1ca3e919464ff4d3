// SPDX-License-Identifier: GPL-3.0-or-later
// A whole week from mbox to report, held against the values that were worked out for it by other means.
#include "report/report.h"
#include "summary/digest.h"
#include "support/mboxlist.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace lb;
using thread::Category;
using thread::ContextRule;

namespace
{

const thread::Period week25{QDate(2025, 6, 16), QDate(2025, 6, 22)};
constexpr auto sampleMbox = "data/week25/week25.mbox.gz";
constexpr auto supersetMbox = "data/week25/week25-superset.mbox.gz";
constexpr auto realMbox = "data/real/kvmarm-2022-05-to-07.mbox.gz";

QString shared(const char* path)
{
    return qEnvironmentVariable("LB_SHARED") + u'/' + QString::fromLatin1(path);
}

report::Report makeReport(const test::MboxList& list, const thread::Period& period, ContextRule context,
                          Language language)
{
    report::Report report;
    report.generated = QDateTime(QDate(2025, 6, 23), QTime(9, 0), Qt::UTC);
    report.listName = u"kvmarm"_s;
    report.listId = u"kvmarm.lists.linux.dev"_s;
    report.period = period;
    report.context = context;
    report.language = language;
    report.ghosts = list.ids;
    report.permalink = [](const MessageId& id) -> QString {
        return u"https://lore.example.invalid/kvmarm/"_s
            + QString::fromLatin1(id.bytes.toPercentEncoding("@")) + u'/';
    };
    thread::ListingOptions options;
    options.period = period;
    options.context = context;
    for (thread::Listing& listing : thread::listThreads(list.mails, options)) {
        const thread::Material material = list.material(std::move(listing));
        const thread::Facts facts = thread::establishFacts(material);
        const summary::SummaryText text = summary::digest(material, facts, language);
        store::SummaryRecord record;
        record.text = text.markdown;
        record.claims = text.claims;
        record.provider = u"digest"_s;
        record.promptVersion = QString::fromLatin1(summary::digestVersion);
        record.created = report.generated;
        report.threads.push_back({material.listing, facts, record, {}, {}});
    }
    return report;
}

/// "PATCH 23/296, RFC 2/3 ..." : threads and mails.
QString counts(const report::Report& report)
{
    std::map<Category, std::pair<int, int>> categories;
    int mails = 0;
    for (const report::ReportThread& thread : report.threads) {
        auto& [threads, count] = categories[thread.listing.category];
        ++threads;
        count += thread.listing.count();
        mails += thread.listing.count();
    }
    QStringList parts{u"%1/%2"_s.arg(report.threads.size()).arg(mails)};
    for (const auto& [category, count] : categories)
        parts += u"%1 %2/%3"_s.arg(thread::categoryName(category)).arg(count.first).arg(count.second);
    return parts.join(u", "_s);
}

} // namespace

class TestWeekReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void countsTheWeek_data();
    void countsTheWeek();
    void agreesWithTheExpectedWeek();
    void writesTheSameTwice();
    void everyDigestLineCites();
    void joinsRealMailAsItsHeadersDo();

private:
    void keep(const report::Report& report, const QString& name) const;
};

void TestWeekReport::initTestCase()
{
    if (!QFileInfo::exists(shared(sampleMbox)))
        QSKIP("the shared test material is not beside the clone (LB_SHARED)");
}

/// With LB_REPORT_OUT set to a folder the reports are left there, to be looked at.
void TestWeekReport::keep(const report::Report& report, const QString& name) const
{
    const QString folder = qEnvironmentVariable("LB_REPORT_OUT");
    if (folder.isEmpty())
        return;
    const QList<std::pair<report::Format, QString>> formats{{report::Format::Markdown, u".md"_s},
                                                            {report::Format::Html, u".html"_s},
                                                            {report::Format::Json, u".json"_s}};
    for (const auto& [format, extension] : formats)
        QVERIFY(report::save(report::write(report, format), folder + u'/' + name + extension).has_value());
}

void TestWeekReport::countsTheWeek_data()
{
    QTest::addColumn<QString>("mbox");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("counts");
    QTest::newRow("the week") << shared(sampleMbox) << false
                              << u"26/301, PATCH 23/296, RFC 2/3, GIT PULL 1/2"_s;
    QTest::newRow("the week, whole threads")
        << shared(sampleMbox) << true << u"26/301, PATCH 23/296, RFC 2/3, GIT PULL 1/2"_s;
    QTest::newRow("superset, ancestors")
        << shared(supersetMbox) << false << u"26/314, PATCH 23/303, RFC 2/9, GIT PULL 1/2"_s;
    QTest::newRow("superset, whole threads")
        << shared(supersetMbox) << true << u"26/437, PATCH 23/426, RFC 2/9, GIT PULL 1/2"_s;
}

void TestWeekReport::countsTheWeek()
{
    QFETCH(QString, mbox);
    QFETCH(bool, whole);
    const auto list = test::readMboxList(mbox);
    QVERIFY(list.has_value());
    const ContextRule context = whole ? ContextRule::WholeThread : ContextRule::Ancestors;
    const report::Report report = makeReport(*list, week25, context, Language::English);
    QTEST(counts(report), "counts");
    if (mbox.contains("superset"_L1))
        keep(report, whole ? u"superset-thread"_s : u"superset-ancestors"_s);
}

void TestWeekReport::agreesWithTheExpectedWeek()
{
    const auto list = test::readMboxList(shared(sampleMbox));
    QVERIFY(list.has_value());
    const report::Report report = makeReport(*list, week25, ContextRule::Ancestors, Language::Chinese);
    keep(report, u"week25-zh"_s);
    keep(makeReport(*list, week25, ContextRule::Ancestors, Language::English), u"week25-en"_s);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"report.json"_s);
    QVERIFY(report::save(report::write(report, report::Format::Json), file).has_value());

    QProcess compare;
    compare.start(u"python3"_s,
                  {shared("tools/compare_report.py"), shared("data/week25/expected.json"), file});
    if (!compare.waitForStarted())
        QSKIP("python3 is not installed");
    QVERIFY(compare.waitForFinished());
    const QByteArray said = compare.readAll() + compare.readAllStandardError();
    QVERIFY2(compare.exitCode() == 0, said.constData());
}

void TestWeekReport::writesTheSameTwice()
{
    const auto list = test::readMboxList(shared(sampleMbox));
    QVERIFY(list.has_value());
    auto shuffled = *list;
    std::reverse(shuffled.mails.begin(), shuffled.mails.end());
    for (const Language language : {Language::English, Language::Chinese}) {
        const report::Report once = makeReport(*list, week25, ContextRule::Ancestors, language);
        const report::Report again = makeReport(shuffled, week25, ContextRule::Ancestors, language);
        for (const report::Format format :
             {report::Format::Markdown, report::Format::Html, report::Format::Json})
            QVERIFY(report::write(once, format) == report::write(again, format));
    }
}

void TestWeekReport::everyDigestLineCites()
{
    static const QRegularExpression citation(u"\\[(\\d+)\\]"_s);
    const QStringList files{shared(supersetMbox), shared(realMbox)};
    for (const QString& file : files) {
        const auto list = test::readMboxList(file);
        QVERIFY(list.has_value());
        thread::ListingOptions options; // everything: the longest threads
        for (thread::Listing& listing : thread::listThreads(list->mails, options)) {
            const thread::Material material = list->material(std::move(listing));
            const thread::Facts facts = thread::establishFacts(material);
            for (const Language language : {Language::English, Language::Chinese}) {
                const summary::SummaryText text = summary::digest(material, facts, language);
                const QStringList lines = text.markdown.split(u'\n', Qt::SkipEmptyParts);
                QVERIFY(lines.size() > 3);
                QVERIFY2(lines.size() < 130, qPrintable(material.listing.title));
                for (const QString& line : lines) {
                    QVERIFY2(line.startsWith("- "_L1) || line.startsWith("**"_L1), qPrintable(line));
                    if (line.startsWith("**"_L1))
                        continue;
                    auto match = citation.globalMatch(line);
                    QVERIFY2(match.hasNext(), qPrintable(line));
                    while (match.hasNext()) {
                        const int number = match.next().captured(1).toInt();
                        QVERIFY2(number >= 1 && number <= material.listing.count(), qPrintable(line));
                    }
                }
                QCOMPARE(text.claims.size(),
                         text.markdown.count("\n- "_L1) + (text.markdown.startsWith("- "_L1) ? 1 : 0));
            }
        }
    }
}

void TestWeekReport::joinsRealMailAsItsHeadersDo()
{
    QFile table(shared("data/real/kvmarm-2022-05-to-07.threads.tsv"));
    if (!table.open(QIODevice::ReadOnly))
        QSKIP("the real slice is not beside the clone");
    const auto list = test::readMboxList(shared(realMbox));
    QVERIFY(list.has_value());
    QHash<QByteArray, qint64> threadOf;
    for (const thread::Mail& mail : list->mails)
        threadOf.insert(mail.id.bytes, mail.thread.value);
    std::map<QByteArray, std::set<qint64>> ours; // their thread -> our threads
    std::map<qint64, std::set<QByteArray>> theirs;
    const QList<QByteArray> rows = table.readAll().split('\n');
    for (const QByteArray& row : rows) {
        const QList<QByteArray> fields = row.split('\t');
        if (fields.size() < 2)
            continue;
        const QByteArray id = fields.at(0).mid(1, fields.at(0).size() - 2);
        QVERIFY2(threadOf.contains(id), id.constData());
        ours[fields.at(1)].insert(threadOf.value(id));
        theirs[threadOf.value(id)].insert(fields.at(1));
    }
    for (const auto& [thread, split] : ours)
        QVERIFY2(split.size() == 1, thread.constData());
    int joined = 0;
    for (const auto& [thread, merged] : theirs) {
        if (merged.size() == 1)
            continue;
        ++joined; // only the rule for series sent without threading may join
        for (const thread::Mail& mail : list->mails) {
            if (mail.thread.value == thread && mail.references.isEmpty() && mail.inReplyTo.isEmpty())
                qInfo("joined: %s", qPrintable(mail.subject));
        }
    }
    qInfo("%zu of their threads, %zu of ours, %d joined", ours.size(), theirs.size(), joined);
    QCOMPARE(theirs.size() + static_cast<std::size_t>(joined) <= ours.size(), true);

    const thread::Period period{QDate(2022, 6, 6), QDate(2022, 6, 12)};
    keep(makeReport(*list, period, ContextRule::Ancestors, Language::English), u"real-en"_s);
    keep(makeReport(*list, period, ContextRule::Ancestors, Language::Chinese), u"real-zh"_s);
}

QTEST_GUILESS_MAIN(TestWeekReport)
#include "test_weekreport.moc"
