// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/answerreader.h"
#include "llm/protocol.h"

#include <QTest>

using namespace lb::llm;
using namespace Qt::StringLiterals;

class TestAnswerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChunks_data();
    void readsChunks();
    void takesThinkingOutWhereverItIsCut();
    void dropsAllBeforeALoneClosingTag();
    void keepsTheLastUsage();
    void tellsErrorsFromText_data();
    void tellsErrorsFromText();
    void namesWhyAModelStopped_data();
    void namesWhyAModelStopped();
    void readsAWholeCompletion();
    void seesToolCallsAndRefusals();
};

void TestAnswerReader::readsChunks_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("unreadable");
    const auto ok = [](const char* name, const char* chunk, const char* text) {
        QTest::newRow(name) << QByteArray(chunk) << QString::fromUtf8(text) << 0;
    };
    ok("text", R"({"choices":[{"index":0,"delta":{"content":"Hello"}}]})", "Hello");
    ok("without index", R"({"choices":[{"delta":{"content":"Hello"}}]})", "Hello");
    ok("another choice", R"({"choices":[{"index":1,"delta":{"content":"Hello"}}]})", "");
    ok("null content",
       R"({"choices":[{"index":0,"delta":{"role":"assistant","content":null,"refusal":null,"tool_calls":null}}],"usage":null})",
       "");
    ok("empty delta", R"({"choices":[{"index":0,"delta":{},"finish_reason":null}]})", "");
    ok("no choices", R"({"id":"","object":"","model":""})", "");
    ok("null choices", R"({"choices":null})", "");
    ok("empty choices", R"({"choices":[],"prompt_filter_results":[{}]})", "");
    ok("choices of the wrong type", R"({"choices":"x"})", "");
    ok("null error", R"({"error":null,"choices":[{"delta":{"content":"x"}}]})", "x");
    ok("unknown members", R"({"obfuscation":"zz","timings":{"a":1},"choices":[{"delta":{"content":"x"}}]})",
       "x");
    ok("content parts",
       R"({"choices":[{"delta":{"content":[{"type":"thinking","thinking":[]},{"type":"text","text":"a"},{"type":"text","text":"b"}]}}]})",
       "ab");
    ok("reasoning", R"({"choices":[{"delta":{"reasoning_content":"hm"}}]})", "");
    ok("blank", "  ", "");
    QTest::newRow("cut") << QByteArray(R"({"choices":[{"delta":{"content":)") << QString() << 1;
    QTest::newRow("an array") << QByteArray("[1]") << QString() << 1;
    QTest::newRow("a word") << QByteArray("hello") << QString() << 1;
    QTest::newRow("deep nesting") << QByteArray(100'000, '[') << QString() << 1;
}

void TestAnswerReader::readsChunks()
{
    QFETCH(QByteArray, chunk);
    QFETCH(QString, text);
    QFETCH(int, unreadable);
    const auto reader = protocolOf(Dialect::OpenAi).reader();
    QCOMPARE(reader->read(chunk).text, text);
    QCOMPARE(reader->text(), text);
    QCOMPARE(reader->unreadable(), unreadable);
}

void TestAnswerReader::takesThinkingOutWhereverItIsCut()
{
    const QString whole = u"a < b <think>secret </thin plan</think>answer <thinker> 1<2 <"_s;
    const QString expected = u"a < b answer <thinker> 1<2 <"_s;
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        for (qsizetype second = cut; second <= whole.size(); ++second) {
            ThinkFilter filter;
            QString shown = filter.feed(QStringView(whole).left(cut)).text;
            shown += filter.feed(QStringView(whole).mid(cut, second - cut)).text;
            shown += filter.feed(QStringView(whole).mid(second)).text;
            shown += filter.finish().text;
            QCOMPARE(shown, expected);
        }
    }
    QCOMPARE(withoutThinking(u"<THINK>x</THINK>y"_s), u"y"_s);
    QCOMPARE(withoutThinking(u"x<thinking>never closed"_s), u"x"_s);
}

void TestAnswerReader::dropsAllBeforeALoneClosingTag()
{
    QCOMPARE(withoutThinking(u"let me see ...</think>\nThe answer."_s), u"\nThe answer."_s);
}

void TestAnswerReader::keepsTheLastUsage()
{
    const auto reader = protocolOf(Dialect::OpenAi).reader();
    QCOMPARE(reader->tokensIn(), -1);
    (void)reader->read(R"({"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1}})");
    (void)reader->read(R"({"choices":[],"usage":null})");
    (void)reader->read(
        R"({"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":9,"total_tokens":14}})");
    (void)reader->read(R"({"choices":[],"usage":{}})");
    QCOMPARE(reader->tokensIn(), 5);
    QCOMPARE(reader->tokensOut(), 9);
}

void TestAnswerReader::tellsErrorsFromText_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<bool>("failed");
    QTest::newRow("object") << QByteArray(R"({"error":{"message":"no"}})") << true;
    QTest::newRow("string") << QByteArray(R"({"error":"no"})") << true;
    QTest::newRow("null") << QByteArray(R"({"error":null})") << false;
    QTest::newRow("empty string") << QByteArray(R"({"error":""})") << false;
    QTest::newRow("empty object") << QByteArray(R"({"error":{}})") << false;
}

void TestAnswerReader::tellsErrorsFromText()
{
    QFETCH(QByteArray, chunk);
    QFETCH(bool, failed);
    const auto reader = protocolOf(Dialect::OpenAi).reader();
    QCOMPARE(reader->read(chunk).failed, failed);
    QCOMPARE(reader->serverError().has_value(), failed);
}

void TestAnswerReader::namesWhyAModelStopped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("finish");
    const auto row = [](const char* name, Finish finish) {
        QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(finish);
    };
    row("stop", Finish::Stop);
    row("STOP", Finish::Stop);
    row("eos", Finish::Stop);
    row("end_turn", Finish::Stop);
    row("length", Finish::Length);
    row("max_tokens", Finish::Length);
    row("MAX_TOKENS", Finish::Length);
    row("content_filter", Finish::Filtered);
    row("SAFETY", Finish::Filtered);
    row("tool_calls", Finish::Tools);
    row("function_call", Finish::Tools);
    row("abort", Finish::Other);
    row("", Finish::None);
}

void TestAnswerReader::namesWhyAModelStopped()
{
    QFETCH(QString, name);
    QFETCH(int, finish);
    QCOMPARE(static_cast<int>(finishFromName(name)), finish);
}

void TestAnswerReader::readsAWholeCompletion()
{
    const auto reader = protocolOf(Dialect::OpenAi).reader();
    const auto step = reader->read(
        R"({"object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"<think>x</think>Hello wörld ✓","reasoning_content":"hm"}}],"usage":{"prompt_tokens":3,"completion_tokens":4}})");
    QCOMPARE(step.text, u"Hello wörld ✓"_s);
    QVERIFY(step.thought);
    QCOMPARE(reader->model(), u"m"_s);
    QCOMPARE(reader->finishReason(), Finish::Stop);
    QCOMPARE(reader->tokensOut(), 4);
}

void TestAnswerReader::seesToolCallsAndRefusals()
{
    const auto reader = protocolOf(Dialect::OpenAi).reader();
    (void)reader->read(R"({"choices":[{"delta":{"refusal":""}}]})");
    QVERIFY(reader->refusal().isEmpty());
    (void)reader->read(R"({"choices":[{"delta":{"refusal":"I can"}}]})");
    (void)reader->read(R"({"choices":[{"delta":{"refusal":"not."}}]})");
    QCOMPARE(reader->refusal(), u"I cannot."_s);
    QVERIFY(!reader->wantsTools());
    (void)reader->read(R"({"choices":[{"delta":{"tool_calls":[{"index":0}]}}]})");
    QVERIFY(reader->wantsTools());
}

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "test_answerreader.moc"
