// SPDX-License-Identifier: GPL-3.0-or-later
#include "summariserrig.h"
#include "summary/digest.h"

#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestSummariser : public SummariserRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void makesADigestWithoutAModel();
    void asksTheModelAndKeepsItsAnswer();
    void asksNobodyASecondTime();
    void asksAgainForAnotherTextOrModel();
    void oneNewMailSummarisesOneThreadAgain();
    void bringsTheAskedForVersionBack();
    void packsSmallerOnceWhenThePromptDoesNotFit();
    void saysWhenEvenTheShortestFormDoesNotFit();
    void asksAgainWhereALearntLimitMayBeOld();
    void keepsNothingThatIsNotComplete_data();
    void keepsNothingThatIsNotComplete();
    void theOldSummaryStaysUntilTheNewOneIsSaved();
    void runsSeveralAtOnceInOrder();
    void cancelsWithin200Milliseconds_data();
    void cancelsWithin200Milliseconds();
    void survivesTheEndOfJobsAndOfItself();
    void aKeyIsInNoRecord();
};

void TestSummariser::makesADigestWithoutAModel()
{
    const thread::Listing listing = listings().front();
    for (const Language language : {Language::English, Language::Chinese}) {
        const auto first = run(listing, {{}, {}, language, false});
        QTRY_COMPARE(first->times, 1);
        QVERIFY2(first->outcome, qPrintable(first->said()));
        const store::SummaryRecord record = *first->job->summary();
        QVERIFY(record.kind == store::SummaryKind::Digest);
        QCOMPARE(record.provider, u"digest"_s);
        QCOMPARE(record.promptVersion, QString::fromLatin1(digestVersion));
        QVERIFY(record.language == language);
        QVERIFY(record.text.contains("[1]"_L1));
        QVERIFY(record.current);
        const auto second = run(listing, {{}, {}, language, false});
        QTRY_COMPARE(second->times, 1);
        QVERIFY(second->job->fromCache());
        QCOMPARE(second->job->summary()->text, record.text);
    }
    QCOMPARE(kept(listing).size(), 2);
    QVERIFY(m_chat->requests.isEmpty());
}

void TestSummariser::asksTheModelAndKeepsItsAnswer()
{
    const thread::Listing listing = listings().front();
    m_chat->reply
        = [](const llm::ChatRequest&) { return says(u"# What\nIt fixes A [1]. Bob asks why [2][9]."_s); };
    const auto watched = run(listing, withModel());
    QVERIFY(watched->job->title().contains("Fix A"_L1));
    QTRY_COMPARE(watched->times, 1);
    QVERIFY2(watched->outcome, qPrintable(watched->said()));
    const llm::ChatRequest sent = m_chat->requests.first();
    QCOMPARE(sent.key, u"sk-canary"_s);
    QVERIFY(sent.system.contains("kernel mailing list"_L1));
    QVERIFY(sent.user.contains("This series fixes A."_L1));
    QVERIFY(sent.user.contains("> This series\nWhy is it so?"_L1));
    QVERIFY(!sent.user.contains("How does B work?"_L1));

    const store::SummaryRecord record = *watched->job->summary();
    QVERIFY(record.kind == store::SummaryKind::Model);
    QCOMPARE(record.text, u"#### What\nIt fixes A [1]. Bob asks why [2][9?]."_s);
    QCOMPARE(record.provider, u"p"_s);
    QCOMPARE(record.model, u"real-model-1"_s);
    QVERIFY(record.promptVersion.startsWith("thread/3:"_L1));
    QCOMPARE(record.created, m_clock.now());
    QCOMPARE(record.tokensIn + record.tokensOut, 120);
    QCOMPARE(record.claims.size(), 2);
    QVERIFY(!record.claims[0].verified); // prose is not checked
    QVERIFY(!record.claims[1].verified);
    QCOMPARE(record.anchor, listing.root);
    QCOMPARE(record.cited.size(), 2);
    QCOMPARE(record.cited[1].bytes, QByteArray("a2@example.invalid"));
    QCOMPARE(kept(listing).size(), 1);
}

void TestSummariser::asksNobodyASecondTime()
{
    const thread::Listing listing = listings().front();
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It fixes A [1]."_s); };
    for (const bool refresh : {false, false, true}) {
        SummaryOptions options = withModel();
        options.refresh = refresh;
        const auto watched = run(listing, options);
        QTRY_COMPARE(watched->times, 1);
        QVERIFY(watched->outcome);
    }
    QCOMPARE(m_chat->requests.size(), 2); // the first time and the refresh
    QCOMPARE(kept(listing).size(), 2);
}

void TestSummariser::asksAgainForAnotherTextOrModel()
{
    const thread::Listing listing = listings().front();
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It fixes A [1]."_s); };
    QList<SummaryOptions> all{withModel(), withModel(Language::Chinese), withModel(), withModel()};
    all[2].provider->model = u"other"_s;
    all[3].provider->endpoint = u"http://localhost:2"_s;
    for (const SummaryOptions& options : all) {
        const auto watched = run(listing, options);
        QTRY_COMPARE(watched->times, 1);
        QVERIFY(!watched->job->fromCache());
    }
    // The same endpoint, typed in another way, and what does not change the text.
    SummaryOptions same = withModel();
    same.provider->endpoint = u"http://localhost:1/v1/chat/completions"_s;
    same.provider->concurrency = 1;
    same.key = u"another"_s;
    const auto watched = run(listing, same);
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(watched->job->fromCache());
}

void TestSummariser::oneNewMailSummarisesOneThreadAgain()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"Text [1]."_s); };
    for (const thread::Listing& listing : listings()) {
        const auto watched = run(listing, withModel());
        QTRY_COMPARE(watched->times, 1);
        QVERIFY(watched->outcome);
    }
    QCOMPARE(m_chat->requests.size(), 2);
    import({MailBuilder("b2@example.invalid")
                .subject("Re: Question about B")
                .replyTo("b1@example.invalid")
                .body("Like so.\n")
                .bytes()});
    int cached = 0;
    for (const thread::Listing& listing : listings()) {
        const auto watched = run(listing, withModel());
        QTRY_COMPARE(watched->times, 1);
        cached += watched->job->fromCache() ? 1 : 0;
    }
    QCOMPARE(cached, 1);
    QCOMPARE(m_chat->requests.size(), 3);
    QVERIFY(m_chat->requests.last().user.contains("Like so."_L1));
}

void TestSummariser::bringsTheAskedForVersionBack()
{
    const thread::Listing listing = listings().front();
    const auto english = run(listing, {});
    QTRY_COMPARE(english->times, 1);
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It fixes A [1]."_s); };
    const auto model = run(listing, withModel());
    QTRY_COMPARE(model->times, 1);
    const auto again = run(listing, {});
    QTRY_COMPARE(again->times, 1);
    QVERIFY(again->job->fromCache());
    QVERIFY(again->job->summary()->current);
    for (const store::SummaryRecord& record : kept(listing))
        QCOMPARE(record.current, record.kind == store::SummaryKind::Digest);
}

void TestSummariser::packsSmallerOnceWhenThePromptDoesNotFit()
{
    QByteArray body;
    for (int i = 0; i < 2000; ++i)
        body += "Line " + QByteArray::number(i) + " says something of its own.\n";
    import({MailBuilder("a3@example.invalid")
                .subject("Re: [PATCH 0/1] Fix A")
                .replyTo("a1@example.invalid")
                .body(body)
                .bytes()});
    m_chat->reply = [this](const llm::ChatRequest&) -> Result<llm::ChatAnswer> {
        if (m_chat->requests.size() > 1)
            return says(u"It fixes A [1]."_s);
        m_chat->known.contextTokens = 6000;
        return fail(ErrorCode::ModelContext, u"too long"_s);
    };
    const auto watched = run(listings().front(), withModel());
    QTRY_COMPARE(watched->times, 1);
    QVERIFY2(watched->outcome, qPrintable(watched->said()));
    QCOMPARE(m_chat->requests.size(), 2);
    QVERIFY(m_chat->requests[0].user.size() > 40'000);
    QVERIFY(summary::estimateTokens(m_chat->requests[1].user) + m_chat->requests[1].provider.outputTokens
            < 6000);
    QVERIFY(m_chat->requests[1].user.contains("left out"_L1));

    // A second overflow is the end, and nothing is kept.
    m_chat->reply = [](const llm::ChatRequest&) -> Result<llm::ChatAnswer> {
        return fail(ErrorCode::ModelContext, u"too long"_s);
    };
    SummaryOptions options = withModel();
    options.refresh = true;
    const auto second = run(listings().front(), options);
    QTRY_COMPARE(second->times, 1);
    QCOMPARE(second->outcome.error().code, ErrorCode::ModelContext);
    QCOMPARE(m_chat->requests.size(), 4);
    QCOMPARE(kept(listings().front()).size(), 1);
}

void TestSummariser::saysWhenEvenTheShortestFormDoesNotFit()
{
    SummaryOptions small = withModel();
    small.provider->contextTokens = 512;
    const auto watched = run(listings().front(), small);
    QTRY_COMPARE(watched->times, 1);
    QCOMPARE(watched->outcome.error().code, ErrorCode::ModelContext);
    QVERIFY(watched->said().contains("512"_L1));
    QVERIFY(m_chat->requests.isEmpty());
}

void TestSummariser::asksAgainWhereALearntLimitMayBeOld()
{
    m_chat->known.contextTokens = 512;
    m_chat->reply = [](const llm::ChatRequest&) -> Result<llm::ChatAnswer> {
        return fail(ErrorCode::ModelContext, u"too long"_s);
    };
    const auto refused = run(listings().front(), withModel());
    QTRY_COMPARE(refused->times, 1);
    QCOMPARE(refused->outcome.error().code, ErrorCode::ModelContext);
    QVERIFY(refused->said().contains("512"_L1));
    QCOMPARE(m_chat->requests.size(), 1);
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It fixes A [1]."_s); };
    const auto taken = run(listings().front(), withModel());
    QTRY_COMPARE(taken->times, 1);
    QVERIFY2(taken->outcome, qPrintable(taken->said()));
}

void TestSummariser::keepsNothingThatIsNotComplete_data()
{
    QTest::addColumn<int>("code");
    for (const ErrorCode code : {ErrorCode::ModelIncomplete, ErrorCode::ModelEmpty, ErrorCode::ModelRefused,
                                 ErrorCode::ModelAuth, ErrorCode::NetworkTimeout, ErrorCode::RateLimited})
        QTest::addRow("%d", static_cast<int>(code)) << static_cast<int>(code);
    QTest::newRow("an answer of nothing") << -1;
}

void TestSummariser::keepsNothingThatIsNotComplete()
{
    QFETCH(int, code);
    const thread::Listing listing = listings().front();
    m_chat->reply = [code](const llm::ChatRequest&) -> Result<llm::ChatAnswer> {
        if (code < 0)
            return says(u"---\n# Title"_s);
        return fail(static_cast<ErrorCode>(code), u"It failed."_s);
    };
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(!watched->outcome);
    QVERIFY(!watched->job->summary());
    QCOMPARE(static_cast<int>(watched->outcome.error().code),
             code < 0 ? static_cast<int>(ErrorCode::ModelEmpty) : code);
    QVERIFY(kept(listing).isEmpty());
}

void TestSummariser::theOldSummaryStaysUntilTheNewOneIsSaved()
{
    const thread::Listing listing = listings().front();
    const auto digest = run(listing, {});
    QTRY_COMPARE(digest->times, 1);
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(m_chat->streams.size(), 1);
    m_chat->streams[0]->say(u"It fixes"_s);
    QTRY_COMPARE(watched->shown, u"It fixes"_s);
    QVERIFY(kept(listing).first().current);
    QCOMPARE(kept(listing).size(), 1);
    m_chat->streams[0]->answer(says(u"It fixes A [1]."_s));
    QTRY_COMPARE(watched->times, 1);
    QCOMPARE(watched->shown, u"It fixes A [1]."_s);
    const auto all = kept(listing);
    QCOMPARE(all.size(), 2);
    for (const store::SummaryRecord& record : all)
        QCOMPARE(record.current, record.kind == store::SummaryKind::Model);
}

void TestSummariser::runsSeveralAtOnceInOrder()
{
    m_summariser->setJobs(2);
    const thread::Listing listing = listings().front();
    std::vector<std::unique_ptr<Watched>> all;
    for (int i = 0; i < 5; ++i) {
        SummaryOptions options = withModel();
        options.provider->model = u"m%1"_s.arg(i);
        all.push_back(run(listing, options));
    }
    QTRY_COMPARE(m_chat->streams.size(), 2);
    settle(); // a third would have started
    QCOMPARE(m_chat->streams.size(), 2);
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY(m_chat->streams.size() > i);
        m_chat->streams[i]->answer(says(u"Text [1]."_s));
    }
    QTRY_VERIFY(std::ranges::all_of(
        all, [](const auto& one) { return one->times == 1 && one->outcome.has_value(); }));
    QSet<QString> firstTwo{m_chat->requests[0].provider.model, m_chat->requests[1].provider.model};
    QCOMPARE(firstTwo, QSet<QString>({u"m0"_s, u"m1"_s}));
}

void TestSummariser::cancelsWithin200Milliseconds_data()
{
    QTest::addColumn<QString>("when");
    for (const char* when : {"in the queue", "at once", "while the model writes"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestSummariser::cancelsWithin200Milliseconds()
{
    QFETCH(QString, when);
    m_summariser->setJobs(1);
    const thread::Listing listing = listings().front();
    const auto holder = when == "in the queue"_L1 ? run(listing, withModel()) : nullptr;
    const auto watched = run(listing, withModel());
    if (when != "at once"_L1)
        QTRY_COMPARE(m_chat->streams.size(), 1);
    const ProcessorClock clock;
    watched->job->cancel();
    QCOMPARE(watched->times, 0);
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(clock.isPrompt());
    QCOMPARE(watched->outcome.error().code, ErrorCode::Cancelled);
    if (when == "while the model writes"_L1)
        QVERIFY(m_chat->streams[0].isNull() || m_chat->streams[0]->wasAborted);
    if (holder != nullptr)
        holder->job->cancel();
    // The place is free again.
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"Text [1]."_s); };
    const auto next = run(listing, withModel());
    QTRY_COMPARE(next->times, 1);
    QVERIFY(next->outcome);
    QCOMPARE(watched->times, 1);
}

void TestSummariser::survivesTheEndOfJobsAndOfItself()
{
    m_summariser->setJobs(2);
    const thread::Listing listing = listings().front();
    auto first = run(listing, withModel());
    auto second = run(listing, withModel());
    auto third = run(listing, withModel());
    QTRY_COMPARE(m_chat->streams.size(), 2);
    first.reset(); // its place goes to the third
    QTRY_COMPARE(m_chat->streams.size(), 3);
    auto fourth = run(listing, withModel());
    m_summariser.reset();
    QTRY_VERIFY(second->times == 1 && third->times == 1 && fourth->times == 1);
    QCOMPARE(second->outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(fourth->outcome.error().code, ErrorCode::Cancelled);
    second.reset();
}

void TestSummariser::aKeyIsInNoRecord()
{
    const thread::Listing listing = listings().front();
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"Text [1]."_s); };
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(watched->times, 1);
    m_summariser.reset();
    m_store.reset();
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary"), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestSummariser)
#include "test_summariser.moc"
