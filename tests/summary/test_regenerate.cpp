// SPDX-License-Identifier: GPL-3.0-or-later
#include "summariserrig.h"
#include "summary/claimanswer.h"
#include "summary/prompts.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

QString quoted(const char* text)
{
    return QString::fromUtf8(text).replace(u'\'', u'"');
}

QString firstClaims()
{
    return quoted("{'gist':'Fixes A','claims':[{'kind':'change','text':'Fixes A','who':[],'cites':['m1'],"
                  "'quote':'This series fixes A','window':'new','patch':null}],"
                  "'open':[{'text':'Why is it so?','raised':'m2','answered_by':null}],'stances':[],"
                  "'context':'complete','lang':'en'}");
}

QString bothLanguages()
{
    return quoted("{'gist':{'en':'Fixes A','zh':'修复 A'},'claims':[{'kind':'change','text':{'en':'Fixes "
                  "A','zh':'修复 A'},'who':[],'cites':['m1'],'quote':'This series fixes A','window':'new',"
                  "'patch':null}],'open':[],'stances':[],'context':'complete','lang':'en'}");
}

QString chineseTexts()
{
    return quoted("{'texts':[{'id':'gist','text':'修复 A'},{'id':'c1','text':'修复 A'},"
                  "{'id':'o1','text':'为什么这样？'}]}");
}

bool asksForTranslation(const llm::ChatRequest& request)
{
    return request.schema.contains("texts");
}

} // namespace

class TestRegenerate : public SummariserRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void keepsTheReceipt();
    void theReceiptHoldsTheRepair();
    void aDigestHasNoReceipt();
    void anInstructionStandsInTheFrame();
    void anotherInstructionIsAskedForAgain();
    void anUpdateSendsClaimsAndNewMails();
    void readsAllWhenThatIsAskedFor_data();
    void readsAllWhenThatIsAskedFor();
    void whatIsContradictedIsNotPassedOn();
    void whatDoesNotFitIsReadWhole();
    void translatesWithoutReadingAgain();
    void rendersWhatWasGivenInBothLanguages();
    void readsAfterAllWhenTheTranslationFails_data();
    void readsAfterAllWhenTheTranslationFails();
    void aDamagedAnswerIsNotCached();
    void aCancelledRunKeepsNothing();
    void aKilledRunLeavesTheOldSummary();

private:
    store::SummaryRecord summarise(const SummaryOptions& options);
    store::Receipt receiptOf(const store::SummaryRecord& record)
    {
        return await(m_store->receipt(record.id)).value();
    }
    void addAnswer()
    {
        import({MailBuilder("a3@example.invalid")
                    .subject("Re: [PATCH 0/1] Fix A")
                    .from("Cleo Example <cleo@example.invalid>")
                    .date("Tue, 17 Jun 2025 10:00:00 +0000")
                    .replyTo("a2@example.invalid")
                    .body("> Why is it so?\nBecause the lock is taken twice.\n")
                    .bytes()});
    }
    std::unique_ptr<Watched> m_last;
};

store::SummaryRecord TestRegenerate::summarise(const SummaryOptions& options)
{
    m_last = run(listings().front(), options);
    [&] { QTRY_COMPARE(m_last->times, 1); }();
    [&] { QVERIFY2(m_last->outcome, qPrintable(m_last->said())); }();
    return m_last->job->summary().value_or(store::SummaryRecord());
}

void TestRegenerate::keepsTheReceipt()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    SummaryOptions options = withModel();
    options.provider->endpoint = u"http://localhost:1/v1?tenant=secret"_s;
    const store::SummaryRecord record = summarise(options);
    const store::Receipt receipt = receiptOf(record);
    const llm::ChatRequest sent = m_chat->requests.first();
    QVERIFY(receipt.kind == store::RunKind::Whole);
    QCOMPARE(receipt.system, sent.system);
    QCOMPARE(receipt.user, sent.user);
    QCOMPARE(receipt.schema, sent.schema);
    QVERIFY(receipt.repair.isEmpty());
    const thread::Listing listing = listings().front();
    QCOMPARE(receipt.mails.size(), 2);
    QCOMPARE(receipt.mails[1].id, listing.mails[1].mail.id);
    QCOMPARE(receipt.mails[1].contentHash, listing.mails[1].mail.contentHash);
    QCOMPARE(receipt.mails[1].lines, receipt.mails[1].of);
    QCOMPARE(receipt.endpoint, u"http://localhost:1"_s);
    QCOMPARE(receipt.modelAsked, u"m"_s);
    QCOMPARE(receipt.modelAnswered, u"real-model-1"_s);
    QCOMPARE(receipt.tokensIn, 100);
    QCOMPARE(receipt.tokensOut, 20);
    QCOMPARE(receipt.started, m_clock.now());
    QVERIFY(receipt.elapsed >= 0);
    QVERIFY(!receipt.base.isValid());
    QCOMPARE(record.modelAsked, u"m"_s);
}

void TestRegenerate::theReceiptHoldsTheRepair()
{
    m_chat->reply = [&](const llm::ChatRequest&) {
        return says(m_chat->requests.size() == 1 ? firstClaims().left(150) : firstClaims());
    };
    const store::Receipt receipt = receiptOf(summarise(withModel()));
    QCOMPARE(receipt.repair, m_chat->requests.last().user);
    QCOMPARE(receipt.user, m_chat->requests.first().user);
    QCOMPARE(receipt.tokensIn, 200);
}

void TestRegenerate::aDigestHasNoReceipt()
{
    const store::SummaryRecord digest = summarise({});
    QCOMPARE(await(m_store->receipt(digest.id)).error().code, ErrorCode::NotFound);
}

void TestRegenerate::anInstructionStandsInTheFrame()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    SummaryOptions options = withModel();
    options.instruction = u"focus on\nthe locking {{facts}} question "_s + QString(900, u'x');
    const store::SummaryRecord record = summarise(options);
    const QString user = m_chat->requests.first().user;
    const qsizetype at = user.indexOf(u"focus on the locking {{facts}} question xxx"_s);
    QVERIFY(at > user.lastIndexOf(u"\nEND "_s)); // outside every fence
    QCOMPARE(m_chat->requests.first().system, threadPrompt(Language::English).system);
    QCOMPARE(record.instruction.size(), longestInstruction);
    QCOMPARE(receiptOf(record).instruction, record.instruction);
    QVERIFY(user.contains(record.instruction));
    QVERIFY(!user.contains(QString(record.instruction + u'x')));
}

void TestRegenerate::anotherInstructionIsAskedForAgain()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    SummaryOptions options = withModel();
    for (const auto& [instruction, requests] :
         {std::pair(u""_s, 1), std::pair(u"focus"_s, 2), std::pair(u" focus\n"_s, 2), std::pair(u""_s, 2)}) {
        options.instruction = instruction;
        const store::SummaryRecord record = summarise(options);
        QCOMPARE(record.instruction, instruction.trimmed());
        QCOMPARE(m_chat->requests.size(), requests);
        QVERIFY(record.current);
    }
}

void TestRegenerate::anUpdateSendsClaimsAndNewMails()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    const store::SummaryRecord first = summarise(withModel());
    addAnswer();
    const QString answer = firstClaims().replace(u"\"answered_by\":null"_s, u"\"answered_by\":\"m3\""_s);
    m_chat->reply = [&](const llm::ChatRequest&) { return says(answer); };
    const store::SummaryRecord second = summarise(withModel());
    QVERIFY(m_last->job->kind() == store::RunKind::Update);
    QVERIFY(m_last->job->wholeReason() == WholeReason::None);
    const llm::ChatRequest sent = m_chat->requests.last();
    QCOMPARE(sent.system, updatePrompt(Language::English).system);
    QVERIFY(
        sent.user.contains(u"> Why is it so?\nBecause the lock is taken twice."_s)); // with what it answers
    QVERIFY(!sent.user.contains(u"This series fixes A.\n"_s)); // what was read is not sent again
    QVERIFY(sent.user.contains(u"\"This series fixes A\""_s)); // but as a claim's quote
    QVERIFY(sent.user.contains(u"\"raised\":\"m2\""_s));
    QVERIFY(!sent.user.contains(u"{{"_s));
    const store::Receipt receipt = receiptOf(second);
    QVERIFY(receipt.kind == store::RunKind::Update);
    QCOMPARE(receipt.base, first.id);
    QCOMPARE(receipt.mails.size(), 1);
    QCOMPARE(receipt.mails[0].id.bytes, QByteArray("a3@example.invalid"));
    // Checked against the whole thread: the claim about the mail that was not sent again is borne out.
    QVERIFY2(second.claims.first().verified, qPrintable(second.claims.first().reason));
    QCOMPARE(second.cited.size(), 3);
    QVERIFY(second.current);
    QCOMPARE(second.promptVersion, updatePrompt(Language::English).version);
    // The next time it is there already.
    QCOMPARE(summarise(withModel()).id, second.id);
    QCOMPARE(m_chat->requests.size(), 2);
}

void TestRegenerate::readsAllWhenThatIsAskedFor_data()
{
    QTest::addColumn<bool>("refresh");
    QTest::newRow("refresh") << true;
    QTest::newRow("whole") << false;
}

void TestRegenerate::readsAllWhenThatIsAskedFor()
{
    QFETCH(bool, refresh);
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    std::ignore = summarise(withModel());
    addAnswer();
    SummaryOptions options = withModel();
    options.refresh = refresh;
    options.reading = refresh ? Reading::Automatic : Reading::Whole;
    std::ignore = summarise(options);
    QVERIFY(m_last->job->kind() == store::RunKind::Whole);
    QVERIFY(m_last->job->wholeReason() == WholeReason::Asked);
    QVERIFY(m_chat->requests.last().user.contains(u"This series fixes A."_s));
    QCOMPARE(m_chat->requests.last().system, threadPrompt(Language::English).system);
}

void TestRegenerate::whatIsContradictedIsNotPassedOn()
{
    const QString bad = firstClaims().replace(
        u"}],\"open\""_s,
        quoted("},{'kind':'status','text':'v7 was posted','who':['m1'],'cites':['m2'],'quote':'This series "
               "fixes A','window':'new','patch':null}],'open'"));
    m_chat->reply = [&](const llm::ChatRequest&) { return says(bad); };
    const store::SummaryRecord first = summarise(withModel());
    QVERIFY(first.extraction.contains("v7 was posted"));
    addAnswer();
    std::ignore = summarise(withModel());
    QVERIFY(m_last->job->kind() == store::RunKind::Update);
    QVERIFY(!m_chat->requests.last().user.contains(u"v7 was posted"_s));
}

void TestRegenerate::whatDoesNotFitIsReadWhole()
{
    QString many = firstClaims();
    const QString one
        = quoted("{'kind':'change','text':'%1','who':[],'cites':['m1'],'quote':'This series fixes "
                 "A','window':'new','patch':null},")
              .arg(u"Fixes A "_s.repeated(80));
    many.replace(u"\"claims\":["_s, QString(u"\"claims\":["_s + one.repeated(60)));
    m_chat->reply = [&](const llm::ChatRequest&) { return says(many); };
    SummaryOptions options = withModel();
    options.provider->contextTokens = 8000;
    std::ignore = summarise(options);
    addAnswer();
    const store::SummaryRecord second = summarise(options);
    QVERIFY(m_last->job->kind() == store::RunKind::Whole);
    QVERIFY(!receiptOf(second).base.isValid());
    QCOMPARE(m_chat->requests.size(), 2);
    QVERIFY(m_chat->requests.last().user.contains(u"This series fixes A."_s));
}

void TestRegenerate::translatesWithoutReadingAgain()
{
    m_chat->reply = [](const llm::ChatRequest& request) {
        return says(asksForTranslation(request) ? chineseTexts() : firstClaims());
    };
    const store::SummaryRecord english = summarise(withModel());
    const store::SummaryRecord chinese = summarise(withModel(Language::Chinese));
    QCOMPARE(m_chat->requests.size(), 2);
    const llm::ChatRequest sent = m_chat->requests.last();
    QCOMPARE(sent.system, translatePrompt(Language::Chinese).system);
    QVERIFY(!sent.user.contains(u"This series fixes A."_s));
    QVERIFY(chinese.language == Language::Chinese);
    QVERIFY(chinese.text.contains(u"修复 A [1]"_s));
    QVERIFY(chinese.claims.first().verified); // its quote is the old one
    QCOMPARE(chinese.claims.first().citations, english.claims.first().citations);
    const store::Receipt receipt = receiptOf(chinese);
    QVERIFY(receipt.kind == store::RunKind::Translation);
    QCOMPARE(receipt.base, english.id);
    QVERIFY(receipt.mails.isEmpty());
    QCOMPARE(receipt.system, sent.system);
    // Both stay current in their languages, and nobody is asked again.
    QCOMPARE(summarise(withModel()).id, english.id);
    QCOMPARE(summarise(withModel(Language::Chinese)).id, chinese.id);
    QCOMPARE(m_chat->requests.size(), 2);
    // A refresh reads the thread.
    SummaryOptions refresh = withModel(Language::Chinese);
    refresh.refresh = true;
    std::ignore = summarise(refresh);
    QVERIFY(m_chat->requests.last().user.contains(u"This series fixes A."_s));
}

void TestRegenerate::rendersWhatWasGivenInBothLanguages()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(bothLanguages()); };
    const store::SummaryRecord english = summarise(withModel());
    QVERIFY(english.text.contains(u"Fixes A [1]"_s));
    const store::SummaryRecord chinese = summarise(withModel(Language::Chinese));
    QCOMPARE(m_chat->requests.size(), 1);
    QVERIFY(chinese.text.contains(u"修复 A [1]"_s));
    QCOMPARE(chinese.gist, u"修复 A"_s);
    QCOMPARE(chinese.model, english.model);
    QCOMPARE(chinese.tokensIn, 0);
    const store::Receipt receipt = receiptOf(chinese);
    QVERIFY(receipt.kind == store::RunKind::Rendering);
    QCOMPARE(receipt.base, english.id);
    QVERIFY(receipt.user.isEmpty());
}

void TestRegenerate::readsAfterAllWhenTheTranslationFails_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("prose") << u"Sorry."_s;
    QTest::newRow("a part") << quoted("{'texts':[{'id':'c1','text':'修复 A'}]}");
    QTest::newRow("too long for the model") << QString();
}

void TestRegenerate::readsAfterAllWhenTheTranslationFails()
{
    QFETCH(QString, answer);
    m_chat->reply = [&](const llm::ChatRequest& request) -> Result<llm::ChatAnswer> {
        if (!asksForTranslation(request))
            return says(firstClaims());
        if (answer.isEmpty())
            return fail(ErrorCode::ModelContext, u"too long"_s);
        return says(answer);
    };
    std::ignore = summarise(withModel());
    const store::SummaryRecord chinese = summarise(withModel(Language::Chinese));
    QCOMPARE(m_chat->requests.size(), 3);
    const store::Receipt receipt = receiptOf(chinese);
    QVERIFY(receipt.kind == store::RunKind::Whole);
    QVERIFY(!receipt.base.isValid());
    QCOMPARE(receipt.user, m_chat->requests.last().user);
    QVERIFY(receipt.user.contains(u"This series fixes A."_s));
    QCOMPARE(receipt.tokensIn, answer.isEmpty() ? 100 : 200); // the translation was paid for, too
    QVERIFY(m_last->job->wholeReason() == WholeReason::OtherLanguage);
}

void TestRegenerate::aDamagedAnswerIsNotCached()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims().chopped(20)); };
    const store::SummaryRecord part = summarise(withModel());
    QCOMPARE(m_chat->requests.size(), 2); // the repair failed as well
    QVERIFY(part.key.isEmpty());
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    const store::SummaryRecord whole = summarise(withModel());
    QVERIFY(!m_last->job->fromCache());
    QVERIFY(m_last->job->kind() == store::RunKind::Whole);
    QVERIFY(!whole.key.isEmpty());
}

void TestRegenerate::aCancelledRunKeepsNothing()
{
    const thread::Listing listing = listings().front();
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(m_chat->streams.size(), 1);
    m_chat->streams[0]->say(firstClaims());
    QTRY_VERIFY(!watched->shown.isEmpty());
    watched->job->cancel();
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(kept(listing).isEmpty());
}

/// As if the program was ended with the answer on its way.
void TestRegenerate::aKilledRunLeavesTheOldSummary()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(firstClaims()); };
    const store::SummaryRecord old = summarise(withModel());
    m_chat->reply = nullptr;
    SummaryOptions refresh = withModel();
    refresh.refresh = true;
    const thread::Listing listing = listings().front();
    auto watched = run(listing, refresh);
    QTRY_COMPARE(m_chat->streams.size(), 2);
    m_chat->streams[1]->say(firstClaims());
    watched.reset();
    m_summariser.reset();
    m_store = std::make_unique<store::Store>(m_folder->filePath(u"library.sqlite"_s));
    QVERIFY(await(m_store->open()));
    const QList<store::SummaryRecord> all = kept(listing);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().id, old.id);
    QVERIFY(all.first().current);
}

QTEST_GUILESS_MAIN(TestRegenerate)
#include "test_regenerate.moc"
