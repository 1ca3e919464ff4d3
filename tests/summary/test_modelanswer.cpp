// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/citations.h"
#include "summary/modelanswer.h"
#include "summary/safemarkdown.h"
#include "support/patience.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace Qt::StringLiterals;

namespace
{

QString claimsText(const SummaryText& summary)
{
    QStringList lines;
    for (const store::Claim& claim : summary.claims) {
        QStringList numbers;
        for (const int mail : claim.citations)
            numbers.append(QString::number(mail));
        lines.append(claim.text + u" | "_s + numbers.join(u',') + (claim.verified ? u" ok"_s : u" no"_s));
    }
    return lines.join(u'\n');
}

} // namespace

class TestModelAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleansText_data();
    void cleansText();
    void readsCitations_data();
    void readsCitations();
    void splitsIntoClaims_data();
    void splitsIntoClaims();
    void refusesWhatIsNoSummary_data();
    void refusesWhatIsNoSummary();
    void cleaningTwiceChangesNothing_data() { cleansText_data(); }
    void cleaningTwiceChangesNothing();
    void noInputOpensHtmlOrImages();
    void isLinear_data();
    void isLinear();
};

void TestModelAnswer::cleansText_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char* name, const char* answer, const char* markdown) {
        QTest::newRow(name) << QString::fromUtf8(answer) << QString::fromUtf8(markdown);
    };
    row("plain", "It works [1].", "It works [1].");
    row("thinking", "<think>secret</think>It works [1].", "It works [1].");
    row("lone thinking end", "secret</think>\n\nIt works [1].", "It works [1].");
    row("wrapped in a fence", "```markdown\n**State**: done [1].\n```", "**State**: done [1].");
    row("wrapped in tildes", "~~~\ndone [1].\n~~~\n", "done [1].");
    row("headings", "# A\n## B\n### C\n#### D\n##### E\ntext [1].",
        "#### A\n#### B\n#### C\n#### D\n##### E\ntext [1].");
    row("heading in a list", "- # A\n- text [1].", "- #### A\n- text [1].");
    row("underlined headings", "A\n===\nB\n---\ntext [1].", "A\n\nB\n\ntext [1].");
    row("rules", "a [1].\n\n---\n***\n_ _ _\nb [1].", "a [1].\n\nb [1].");
    row("HTML", "a <script>alert(1)</script> <b>x</b> [1].",
        "a &lt;script>alert(1)&lt;/script> &lt;b>x&lt;/b> [1].");
    row("a comment", "a <!-- x --> [1].", "a &lt;!-- x --> [1].");
    row("an autolink", "see <https://example.invalid> [1].", "see &lt;https://example.invalid> [1].");
    row("HTML in code", "uses `struct list_head<T>` [1].", "uses `struct list_head<T>` [1].");
    row("escaped angle", "a \\<b> [1].", "a &lt;b> [1].");
    row("a lone backtick", "a ` b\n`<b>` [1].", "a \\` b\n`<b>` [1].");
    row("unequal backticks", "a `` b ` c [1].", "a \\`\\` b \\` c [1].");
    row("an image", "![x](http://example.invalid/x.png) [1].", "\\![x](http://example.invalid/x.png) [1].");
    row("a link definition", "[1]: http://example.invalid\ntext [1].",
        "[1]\\: http://example.invalid\ntext [1].");
    row("a citation that is a link", "text [1](http://example.invalid).",
        "text [1]\\(http://example.invalid).");
    row("a code block", "before [1].\n```c\nint a<b>;\n\n`x`\n```\nafter [1].",
        "before [1].\n`int a<b>;`  \n\n`` `x` ``  \nafter [1].");
    row("an open code block", "before [1].\n```\n<b>", "before [1].\n`<b>`  ");
    row("control characters", "a\x07\x1b[31m b\tc\r\nd [1].", "a[31m b c\nd [1].");
    row("direction marks", "a\u202e b\u200b\ufeff [1].", "a b [1].");
    row("blank lines", "\n\n\na [1].\n\n\n\nb [1].\n\n", "a [1].\n\nb [1].");
    row("less than", "a < b, x<5 [1].", "a &lt; b, x&lt;5 [1].");
}

void TestModelAnswer::cleansText()
{
    QFETCH(QString, answer);
    QFETCH(QString, markdown);
    const auto summary = readModelAnswer(answer, 9);
    QVERIFY(summary);
    QCOMPARE(summary->markdown, markdown);
}

void TestModelAnswer::readsCitations_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("mails");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, const char* line, const char* text, const QList<int>& mails,
                        bool valid = true) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(text) << mails << valid;
    };
    row("one", "a [3].", "a [3].", {3});
    row("two", "a [1][2].", "a [1][2].", {1, 2});
    row("list", "a [1,2].", "a [1][2].", {1, 2});
    row("list with spaces", "a [1, 2 , 3].", "a [1][2][3].", {1, 2, 3});
    row("semicolons", "a [1; 2].", "a [1][2].", {1, 2});
    row("Chinese comma", "甲 [1、2，3]。", "甲 [1][2][3]。", {1, 2, 3});
    row("range", "a [1-3].", "a [1][2][3].", {1, 2, 3});
    row("en dash", "a [1–3].", "a [1][2][3].", {1, 2, 3});
    row("backwards", "a [3-1].", "a [1][2][3].", {1, 2, 3});
    row("mixed", "a [1, 3-4].", "a [1][3][4].", {1, 3, 4});
    row("long range", "a [2-9].", "a [2]–[9].", {2, 3, 4, 5, 6, 7, 8, 9});
    row("black brackets", "甲【1】乙", "甲[1]乙", {1});
    row("full width", "甲［１，２］", "甲[1][2]", {1, 2});
    row("named", "a [mail 3] [#4] [邮件 5].", "a [3] [4] [5].", {3, 4, 5});
    row("glued to a word", "text[3].", "text[3].", {3});
    row("out of range", "a [10].", "a [10?].", {}, false);
    row("zero", "a [0].", "a [0?].", {}, false);
    row("partly out of range", "a [8, 12].", "a [8][12?].", {8}, false);
    row("range over the end", "a [8-12].", "a [8]–[12?].", {8, 9}, false);
    row("huge", "a [99999999999999999999].", "a [999999999?].", {}, false);
    row("huge range", "a [1-2000000000].", "a [1]–[200000000?].", {1, 2, 3, 4, 5, 6, 7, 8, 9}, false);
    row("an index", "regs[0] and vcpu[12]", "regs[0] and vcpu[12]", {});
    row("a subject tag", "[PATCH v2 0/9] [v2] [2/9]", "[PATCH v2 0/9] [v2] [2/9]", {});
    row("a trailing comma", "[1,]", "[1,]", {});
    row("a lone dash", "[1-]", "[1-]", {});
    row("in code", "`a[1]` and `[2]` [3]", "`a[1]` and `[2]` [3]", {3});
    row("empty", "[] [ ]", "[] [ ]", {});
}

void TestModelAnswer::readsCitations()
{
    QFETCH(QString, line);
    QFETCH(QString, text);
    QFETCH(QList<int>, mails);
    QFETCH(bool, valid);
    const CitedText cited = summary::readCitations(line, 9, codeSpans(line));
    if (!line.contains("9999"_L1) && !line.contains("2000000000"_L1))
        QCOMPARE(cited.text, text);
    QList<int> all;
    bool allValid = true;
    for (const CitedText::Mark& mark : cited.marks) {
        for (const int mail : mark.mails) {
            if (!all.contains(mail))
                all.append(mail);
        }
        allValid = allValid && mark.valid;
        QVERIFY(cited.text.mid(mark.start, mark.length).startsWith(u'['));
        QVERIFY(cited.text.mid(mark.start, mark.length).endsWith(u']'));
    }
    QCOMPARE(all, mails);
    QCOMPARE(allValid, valid);
}

void TestModelAnswer::splitsIntoClaims_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("claims");
    const auto row = [](const char* name, const char* answer, const char* claims) {
        QTest::newRow(name) << QString::fromUtf8(answer) << QString::fromUtf8(claims);
    };
    row("two sentences", "First [1]. Second [2][3].", "First. | 1 ok\nSecond. | 2,3 ok");
    row("citation after the full stop", "First. [1] Second. [2]", "First. | 1 ok\nSecond. | 2 ok");
    row("both ends", "First. [1]. Second [2].", "First. | 1 ok\nSecond. | 2 ok");
    row("Chinese", "第一句[1]。第二句。[2]第三句", "第一句。 | 1 ok\n第二句。 | 2 ok\n第三句 |  no");
    row("uncited", "First. Second [1].", "First. |  no\nSecond. | 1 ok");
    row("out of range", "First [1]. Second [1][77].", "First. | 1 ok\nSecond. | 1 no");
    row("versions and files", "Fixes v6.1 in arch/arm64/kvm.c, e.g. by kvm_init() [2].",
        "Fixes v6.1 in arch/arm64/kvm.c, e.g. by kvm_init(). | 2 ok");
    row("list and bold", "**State**: applied [1].\n- one [2]\n2. two [3]",
        "State: applied. | 1 ok\none | 2 ok\ntwo | 3 ok");
    row("headings claim nothing", "#### What it is\n**State**:\n**New in this period**\nText [1].",
        "Text. | 1 ok");
    row("labels claim nothing", "Positions:\n立场：\nText [1].", "Text. | 1 ok");
    row("a sentence in code", "Calls `a. b` now [1].", "Calls `a. b` now. | 1 ok");
    row("bold end", "**Done.** [1] Then [2].", "Done. | 1 ok\nThen. | 2 ok");
    row("question", "Why? [1] Because! [2]", "Why? | 1 ok\nBecause! | 2 ok");
}

void TestModelAnswer::splitsIntoClaims()
{
    QFETCH(QString, answer);
    QFETCH(QString, claims);
    const auto summary = readModelAnswer(answer, 9);
    QVERIFY(summary);
    QCOMPARE(claimsText(*summary), claims);
}

void TestModelAnswer::refusesWhatIsNoSummary_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QString() << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("blank") << u" \n\t\n"_s << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("thoughts only") << u"<think>hm"_s << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("rules only") << u"---\n***\n"_s << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("headings only") << u"# A\n## B"_s << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("an empty fence") << u"```\n\n```"_s << static_cast<int>(ErrorCode::ModelEmpty);
    QTest::newRow("runaway") << QString(300'000, u'x') << static_cast<int>(ErrorCode::TooLarge);
}

void TestModelAnswer::refusesWhatIsNoSummary()
{
    QFETCH(QString, answer);
    QFETCH(int, code);
    const auto summary = readModelAnswer(answer, 9);
    QVERIFY(!summary);
    QCOMPARE(static_cast<int>(summary.error().code), code);
    QVERIFY(!summary.error().text.isEmpty());
}

void TestModelAnswer::cleaningTwiceChangesNothing()
{
    QFETCH(QString, answer);
    const QString once = readModelAnswer(answer, 9)->markdown;
    QCOMPARE(readModelAnswer(once, 9)->markdown, once);
}

void TestModelAnswer::noInputOpensHtmlOrImages()
{
    const QStringList bits{u"<"_s, u">"_s, u"`"_s,  u"``"_s,  u"\\"_s,    u"!["_s, u"]("_s,
                           u"a"_s, u" "_s, u"\n"_s, u"[1]"_s, u"```\n"_s, u"#"_s,  u"<b>"_s};
    quint32 state = 12345;
    for (int round = 0; round < 3000; ++round) {
        QString answer = u"x [1]. "_s;
        for (int i = 0; i < 14; ++i) {
            state = state * 1664525U + 1013904223U;
            answer += bits.at(static_cast<qsizetype>((state >> 16) % static_cast<quint32>(bits.size())));
        }
        const auto summary = readModelAnswer(answer, 9);
        QVERIFY(summary);
        const QStringList lines = summary->markdown.split(u'\n');
        for (const QString& line : lines) {
            QString outside;
            qsizetype at = 0;
            for (const auto& span : codeSpans(line)) {
                outside += QStringView(line).mid(at, span.first - at);
                at = span.first + span.second;
            }
            outside += QStringView(line).mid(at);
            QVERIFY2(!outside.contains(u'<'), qPrintable(answer + u" => "_s + line));
            // Every backtick outside of a span is escaped: none can pair with one of another line.
            for (qsizetype i = 0; i < outside.size(); ++i) {
                if (outside.at(i) == u'\\')
                    ++i;
                else
                    QVERIFY2(outside.at(i) != u'`' && !QStringView(outside).mid(i).startsWith(u"!["),
                             qPrintable(answer + u" => "_s + line));
            }
        }
    }
}

void TestModelAnswer::isLinear_data()
{
    QTest::addColumn<QString>("part");
    for (const char* part : {"[1]", "`a` ", "` `` ", "a. ", "[1-9] ", "\\`", "<think>", "**", "# ", "```\n",
                             "- ", "[", "] ", "![", "1,"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestModelAnswer::isLinear()
{
    QFETCH(QString, part);
    const test::ProcessorClock clock;
    (void)readModelAnswer(u"a [1] "_s + part.repeated(200'000 / (part.size() + 1)), 9);
    QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed()))); // quadratic: minutes
}

QTEST_GUILESS_MAIN(TestModelAnswer)
#include "test_modelanswer.moc"
