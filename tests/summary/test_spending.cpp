// SPDX-License-Identifier: GPL-3.0-or-later
#include "summariserrig.h"
#include "summary/estimatejob.h"

using namespace lb;
using namespace lb::test;
using namespace lb::summary;

/// What calls to a model cost: told before, held back by caps, written down after.
class TestSpending : public SummariserRig
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void everyCallIsInTheLedger();
    void aFailedCallIsPaidForOnceTheModelHasWritten();
    void aCallThatNeverReachedAModelIsNot();
    void aCancelledCallKeepsWhatWasWritten();
    void aRunStopsAtItsCap();
    void whatIsUnderWayIsFinished();
    void aDayStopsAtItsCapAlsoInAnotherSession();
    void moneyIsCappedWherePricesAreKnown();
    void aRepairThatMayNotBeAskedForLeavesTheFirstAnswer();
    void smallThreadsAreToldByTheDigest();
    void estimatesTellWhatIsAskedCachedAndDigested();
    void estimatesCanBeCancelled();
    void priceTextsAndMeans();

private:
    [[nodiscard]] QList<store::LedgerEntry> entries() { return *await(m_store->ledger({})); }
    static SummaryOptions priced()
    {
        SummaryOptions options = withModel();
        options.provider->priceIn = 2; // of a million
        options.provider->priceOut = 10;
        options.provider->currency = u"EUR"_s;
        options.spending = std::make_shared<SpendingRun>();
        return options;
    }
};

void TestSpending::everyCallIsInTheLedger()
{
    const thread::Listing listing = listings().front();
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It fixes A [1]."_s); };
    const SummaryOptions options = priced();
    const auto watched = run(listing, options);
    QTRY_COMPARE(watched->times, 1);
    const QList<store::LedgerEntry> all = entries();
    QCOMPARE(all.size(), 1);
    store::LedgerEntry expected;
    expected.when = m_clock.now();
    expected.list = m_list;
    expected.anchor = listing.root;
    expected.provider = u"p"_s;
    expected.asked = u"m"_s;
    expected.model = u"real-model-1"_s;
    expected.tokensIn = 100;
    expected.tokensOut = 20;
    expected.micros = 100 * 2 + 20 * 10;
    expected.currency = u"EUR"_s;
    QCOMPARE(all.first(), expected);
    QCOMPARE(options.spending->spent.calls, 1);
    QCOMPARE(options.spending->spent.tokens(), 120);
    QCOMPARE(options.spending->tokensAhead, 0);
    QVERIFY(options.spending->moneyAhead.isEmpty());
    const auto cached = run(listing, options);
    QTRY_COMPARE(cached->times, 1);
    QCOMPARE(entries().size(), 1); // what is cached costs nothing
}

void TestSpending::aFailedCallIsPaidForOnceTheModelHasWritten()
{
    const auto watched = run(listings().front(), priced());
    QTRY_COMPARE(m_chat->streams.size(), 1);
    m_chat->streams.first()->say(u"It fixes A, and then the connection"_s);
    m_chat->streams.first()->answer(fail(ErrorCode::NetworkBroken, u"broken"_s));
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(!watched->outcome);
    const QList<store::LedgerEntry> all = entries();
    QCOMPARE(all.size(), 1);
    QVERIFY(all.first().outcome == store::CallOutcome::Failed);
    QVERIFY(all.first().estimated);
    QVERIFY(all.first().tokensIn > 100);
    QVERIFY(all.first().tokensOut >= 8);
    QCOMPARE(all.first().model, u"m"_s);
}

void TestSpending::aCallThatNeverReachedAModelIsNot()
{
    m_chat->reply = [](const llm::ChatRequest&) { return fail(ErrorCode::ModelAuth, u"no key"_s); };
    const SummaryOptions options = priced();
    const auto watched = run(listings().front(), options);
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(entries().isEmpty());
    QCOMPARE(options.spending->tokensAhead, 0);
}

void TestSpending::aCancelledCallKeepsWhatWasWritten()
{
    const auto watched = run(listings().front(), priced());
    QTRY_COMPARE(m_chat->streams.size(), 1);
    m_chat->streams.first()->say(u"It fixes A"_s);
    watched->job->cancel();
    QTRY_COMPARE(watched->times, 1);
    QTRY_COMPARE(entries().size(), 1);
    QVERIFY(entries().first().outcome == store::CallOutcome::Cancelled);
}

void TestSpending::aRunStopsAtItsCap()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It says something [1]."_s); };
    m_summariser->setJobs(1);
    Caps caps;
    caps.runTokens = 5000; // one prompt and the largest answer, not two
    m_summariser->spending().setCaps(caps);
    int reached = 0;
    connect(&m_summariser->spending(), &Spending::capReached, this, [&reached] { ++reached; });
    SummaryOptions options = priced();
    m_chat->reply = [](const llm::ChatRequest&) {
        llm::ChatAnswer answer = says(u"It says something [1]."_s);
        answer.tokensIn = 3000;
        return answer;
    };
    const std::vector<thread::Listing> all = listings();
    const auto first = run(all[0], options);
    const auto second = run(all[1], options);
    const auto third = run(all[1], options);
    QTRY_COMPARE(first->times + second->times + third->times, 3);
    QVERIFY2(first->outcome, qPrintable(first->said()));
    for (const Watched* stopped : {second.get(), third.get()}) {
        QVERIFY(!stopped->outcome);
        QCOMPARE(stopped->outcome.error().code, ErrorCode::CapReached);
        QVERIFY2(stopped->said().startsWith("Cap reached"_L1), qPrintable(stopped->said()));
    }
    QCOMPARE(m_chat->requests.size(), 1);
    QCOMPARE(reached, 1);
    // A new run begins anew.
    const auto again = run(all[1], priced());
    QTRY_COMPARE(again->times, 1);
    QVERIFY(again->outcome);
}

void TestSpending::whatIsUnderWayIsFinished()
{
    m_summariser->setJobs(2);
    Caps caps;
    caps.runTokens = 5000;
    m_summariser->spending().setCaps(caps);
    const SummaryOptions options = priced();
    const std::vector<thread::Listing> all = listings();
    const auto first = run(all[0], options);
    const auto second = run(all[1], options);
    // What the first may still write is held back: only one of them is asked.
    QTRY_COMPARE(first->times + second->times, 1);
    QTRY_COMPARE(m_chat->streams.size(), 1);
    m_chat->streams.first()->answer(says(u"It says something [1]."_s));
    QTRY_COMPARE(first->times + second->times, 2);
    QVERIFY(first->outcome.has_value() != second->outcome.has_value());
}

void TestSpending::aDayStopsAtItsCapAlsoInAnotherSession()
{
    store::LedgerEntry earlier;
    earlier.when = m_clock.now().addSecs(-3600);
    earlier.tokensIn = 50'000;
    earlier.provider = u"p"_s;
    QVERIFY(await(m_store->addToLedger(earlier)));
    earlier.when = m_clock.now().addDays(-1);
    earlier.tokensIn = 1'000'000; // yesterday does not count
    QVERIFY(await(m_store->addToLedger(earlier)));
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It says something [1]."_s); };
    Caps caps;
    caps.dayTokens = 60'000;
    m_summariser->spending().setCaps(caps);
    const auto fits = run(listings()[0], priced());
    QTRY_COMPARE(fits->times, 1);
    QVERIFY2(fits->outcome, qPrintable(fits->said()));
    caps.dayTokens = 51'000;
    m_summariser->spending().setCaps(caps);
    const auto over = run(listings()[1], priced());
    QTRY_COMPARE(over->times, 1);
    QVERIFY(!over->outcome);
    QVERIFY2(over->said().contains("51,000"_L1), qPrintable(over->said()));
}

void TestSpending::moneyIsCappedWherePricesAreKnown()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It says something [1]."_s); };
    Caps caps;
    caps.runMicros = 1000; // a tenth of a cent: less than the largest answer costs
    m_summariser->spending().setCaps(caps);
    const auto over = run(listings()[0], priced());
    QTRY_COMPARE(over->times, 1);
    QVERIFY(!over->outcome);
    QCOMPARE(over->outcome.error().code, ErrorCode::CapReached);
    const auto unpriced = run(listings()[0], withModel());
    QTRY_COMPARE(unpriced->times, 1);
    QVERIFY2(unpriced->outcome, qPrintable(unpriced->said()));
}

void TestSpending::aRepairThatMayNotBeAskedForLeavesTheFirstAnswer()
{
    Caps caps;
    caps.runTokens = 5000;
    m_summariser->spending().setCaps(caps);
    m_chat->reply = [](const llm::ChatRequest&) {
        llm::ChatAnswer answer = says(
            u"{\"gist\": \"g\", \"claims\": [{\"kind\": \"change\", \"text\": \"It fixes A\", \"who\": "
            "[\"m1\"], \"cites\": [\"m1\"], \"quote\": \"This series fixes A.\"}, {\"kind\": \"ans"_s);
        answer.tokensIn = 4000;
        return answer;
    };
    const auto watched = run(listings().front(), priced());
    QTRY_COMPARE(watched->times, 1);
    QVERIFY2(watched->outcome, qPrintable(watched->said()));
    QVERIFY(watched->job->summary()->text.contains("It fixes A"_L1));
    QCOMPARE(m_chat->requests.size(), 1);
}

void TestSpending::smallThreadsAreToldByTheDigest()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It says something [1]."_s); };
    const std::vector<thread::Listing> all = listings();
    for (const thread::Listing& listing : all)
        QCOMPARE(suitsDigest(listing), listing.count() == 1);
    SummaryOptions options = priced();
    options.digestSmall = true;
    for (const thread::Listing& listing : all) {
        const auto watched = run(listing, options);
        QTRY_COMPARE(watched->times, 1);
        QVERIFY(watched->outcome);
        QVERIFY((watched->job->summary()->kind == store::SummaryKind::Digest) == (listing.count() == 1));
    }
    QCOMPARE(m_chat->requests.size(), 1);

    thread::Listing bots = all[0];
    for (thread::ListedMail& listed : bots.mails)
        listed.mail.from.address = u"lkp@intel.com"_s;
    QVERIFY(suitsDigest(bots));
}

void TestSpending::estimatesTellWhatIsAskedCachedAndDigested()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(u"It says something [1]."_s); };
    m_chat->known.tokenFactor = 1.5;
    const auto estimateOf = [this](const SummaryOptions& options) {
        EstimateJob job(*m_store, *m_chat, m_clock);
        job.setThreads(m_list, listings(), options);
        std::optional<Status> outcome;
        connect(&job, &Job::finished, this, [&outcome](const Status& status) { outcome = status; });
        job.start();
        [&] { QTRY_VERIFY(outcome.has_value()); }();
        return job.estimate();
    };
    SummaryOptions options = priced();
    options.digestSmall = true;
    const Estimate before = estimateOf(options);
    QCOMPARE(before.threads, 2);
    QCOMPARE(before.asked, 1);
    QCOMPARE(before.byDigest, 1);
    QVERIFY(before.outputGuessed);
    QCOMPARE(before.tokensOut, usualOutput);
    QVERIFY(m_chat->requests.isEmpty()); // nothing was sent

    const auto made = run(listings()[0], options);
    QTRY_COMPARE(made->times, 1);
    const llm::ChatRequest& sent = m_chat->requests.first();
    const int prompt = estimateTokens(sent.system) + estimateTokens(sent.user);
    QCOMPARE(before.tokensIn, qRound64(prompt * 1.5)); // really what is sent
    QCOMPARE(before.price.micros, before.tokensIn * 2 + before.tokensOut * 10);

    const Estimate after = estimateOf(options);
    QCOMPARE(after.asked, 0);
    QCOMPARE(after.cached, 1);
    options.refresh = true;
    const Estimate anew = estimateOf(options);
    QCOMPARE(anew.asked, 1);
    QVERIFY(!anew.outputGuessed);
    QCOMPARE(anew.tokensOut, 20); // what this model wrote
    const QString text = estimateText(anew);
    QVERIFY2(text.contains("~20 out"_L1) && text.contains("EUR"_L1), qPrintable(text));
}

void TestSpending::estimatesCanBeCancelled()
{
    EstimateJob job(*m_store, *m_chat, m_clock);
    job.setThreads(m_list, listings(), priced());
    QList<Status> outcomes;
    connect(&job, &Job::finished, this, [&outcomes](const Status& status) { outcomes.append(status); });
    job.start();
    job.cancel();
    QTRY_COMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().error().code, ErrorCode::Cancelled);
}

void TestSpending::priceTextsAndMeans()
{
    QCOMPARE(moneyText(1'234'000, u"USD"_s), u"1.23 USD"_s);
    QCOMPARE(moneyText(1'500, u"USD"_s), u"0.0015 USD"_s);
    llm::Provider provider;
    provider.id = u"p"_s;
    provider.model = u"m"_s;
    QVERIFY(!priceOf(provider, 1000, 1000).isKnown());
    Spent spent;
    store::LedgerEntry entry;
    entry.provider = u"p"_s;
    entry.asked = u"m"_s;
    entry.tokensIn = 12'000;
    entry.tokensOut = 300;
    spent.add(entry);
    QCOMPARE(spentText(spent), u"12,000 tokens in, 300 out"_s);
    entry.estimated = true;
    entry.micros = 2'000'000;
    entry.currency = u"CNY"_s;
    spent.add(entry);
    QCOMPARE(spentText(spent), u"~24,000 tokens in, ~600 out, ~2.00 CNY"_s);
    store::LedgerEntry failed = entry;
    failed.outcome = store::CallOutcome::Failed;
    failed.tokensOut = 9000;
    QCOMPARE(meanOutput({failed, entry}, provider), std::optional(300));
    provider.model = u"another"_s;
    QCOMPARE(meanOutput({failed, entry}, provider), std::optional<int>());
}

QTEST_GUILESS_MAIN(TestSpending)
#include "test_spending.moc"
