// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <QTest>

using namespace lb;
using namespace lb::cli;
using namespace Qt::StringLiterals;

namespace
{

Result<Options> parse(const QString& line)
{
    return parseOptions(u"listbrief "_s.append(line).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWithASentenceThatNamesTheOption_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << u"--wat"_s << u"wat"_s;
        QTest::newRow("no archive") << u"--export a.md"_s << u"--export"_s;
        QTest::newRow("two archives") << u"--export a.md one two"_s << u"--export"_s;
        QTest::newRow("no ending") << u"--export report x.mbox"_s << u"--format"_s;
        QTest::newRow("unknown format") << u"--export a.md --format pdf x.mbox"_s << u"pdf"_s;
        QTest::newRow("two periods") << u"--week 2025-W25 --days 3"_s << u"--week"_s;
        QTest::newRow("bad week") << u"--week 2025-W60"_s << u"2025-W60"_s;
        QTest::newRow("bad day") << u"--since 2025-02-30"_s << u"2025-02-30"_s;
        QTest::newRow("until before since") << u"--since 2025-06-22 --until 2025-06-16"_s << u"2025-06"_s;
        QTest::newRow("no days") << u"--days 0"_s << u"--days"_s;
        QTest::newRow("days no number") << u"--days many"_s << u"many"_s;
        QTest::newRow("context") << u"--context everything"_s << u"everything"_s;
        QTest::newRow("language") << u"--language fr"_s << u"fr"_s;
        QTest::newRow("jobs") << u"--jobs 99"_s << u"--jobs"_s;
        QTest::newRow("max tokens") << u"--max-tokens 0"_s << u"--max-tokens"_s;
        QTest::newRow("endpoint without model") << u"--endpoint http://127.0.0.1:1/v1"_s << u"--model"_s;
        QTest::newRow("collated without a thread") << u"--export a.md --collated x"_s << u"--thread"_s;
        QTest::newRow("collated without a file") << u"--collated --thread a@b x"_s << u"--export"_s;
        QTest::newRow("two ways of triage state")
            << u"--export-triage a --import-triage b"_s << u"--export-triage"_s;
        QTest::newRow("triage state of an archive") << u"--import-triage a x.mbox"_s << u"--import-triage"_s;
        QTest::newRow("empty thread") << u"--thread <> x"_s << u"--thread"_s;
    }
    void refusesWithASentenceThatNamesTheOption()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const Result<Options> options = parse(line);
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::Usage);
        QVERIFY2(options.error().text.contains(named), qPrintable(options.error().text));
    }

    void readsEveryOption()
    {
        const Result<Options> options
            = parse(u"--export out.html --week 2025-W25 --context thread --language zh_CN --provider mine "
                    "--endpoint http://127.0.0.1:1/v1 --model m --jobs 2 --max-tokens 90000 --refresh "
                    "--thread <a@b> --offline "
                    "--profile /tmp/p --quiet --verbose list.mbox"_s);
        QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().text));
        QCOMPARE(options->archives, QStringList{u"list.mbox"_s});
        QCOMPARE(options->exportFile, u"out.html"_s);
        QVERIFY(options->format == report::Format::Html);
        QVERIFY(options->context == thread::ContextRule::WholeThread);
        QVERIFY(options->language == Language::Chinese);
        QCOMPARE(options->thread, u"a@b"_s);
        QCOMPARE(options->jobs, 2);
        QCOMPARE(options->maxTokens, 90000);
        QVERIFY(options->refresh && options->offline && options->quiet && options->verbose);
        const Result<thread::Period> period = periodOf(*options, QDate(2025, 10, 27));
        QVERIFY(period.has_value());
        QCOMPARE(period->since, QDate(2025, 6, 16));
        QCOMPARE(period->until, QDate(2025, 6, 22));
    }

    void theFormatOptionOverridesTheEnding()
    {
        const Result<Options> options = parse(u"--export out.md --format json x"_s);
        QVERIFY(options.has_value());
        QVERIFY(options->format == report::Format::Json);
    }

    void withoutAPeriodTheLastSevenDaysCount()
    {
        const Result<thread::Period> period = periodOf(*parse({}), QDate(2025, 6, 22));
        QVERIFY(period.has_value());
        QCOMPARE(period->since, QDate(2025, 6, 16));
        QCOMPARE(period->until, QDate(2025, 6, 22));
    }

    void anExportToStandardOutputNeedsNoEnding()
    {
        const Result<Options> options = parse(u"--export - x"_s);
        QVERIFY(options.has_value());
        QVERIFY(!options->format.has_value());
    }

    void helpNamesEveryOption()
    {
        const QString help = helpText();
        for (const char* option :
             {"--export",  "--format",   "--since",      "--until",          "--week",  "--days",
              "--context", "--language", "--provider",   "--endpoint",       "--model", "--jobs",
              "--refresh", "--thread",   "--offline",    "--profile",        "--quiet", "--verbose",
              "--help",    "--version",  "--max-tokens", "LISTBRIEF_API_KEY"})
            QVERIFY2(help.contains(QLatin1StringView(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "test_options.moc"
