// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/holdmeter.h"
#include "support/patience.h"
#include "support/scriptedprompts.h"
#include "ui/markdowndocument.h"
#include "ui/markdownview.h"

#include <QSignalSpy>
#include <QStatusTipEvent>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Anchor {
    QString text;
    QString target;
    friend bool operator==(const Anchor&, const Anchor&) = default;
};

QList<Anchor> anchorsOf(const QTextDocument& document)
{
    QList<Anchor> anchors;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat format = fragment.fragment().charFormat();
            if (format.isAnchor())
                anchors.append({fragment.fragment().text(), format.anchorHref()});
        }
    }
    return anchors;
}

/// "text>target text>target"
QString anchorLine(const QTextDocument& document)
{
    QStringList parts;
    for (const Anchor& anchor : anchorsOf(document))
        parts.append(QString(anchor.text + u'>' + anchor.target));
    return parts.join(u' ');
}

std::unique_ptr<QTextDocument> build(const QString& markdown)
{
    return buildMarkdown(markdown, markdownLook(QFont(), QPalette()));
}

} // namespace

class TestMarkdownView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void citationsBecomeLinks_data();
    void citationsBecomeLinks();
    void whatIsNoWebLinkStaysText_data();
    void whatIsNoWebLinkStaysText();
    void rawHtmlIsShownAsText();
    void imagesAreTheirAlternativeText();
    void listsAreLists();
    void lineEndsInChineseTextAddNoSpace();
    void deepNestingCostsNoStack();
    void aLongTextIsCutWithANote();
    void hostileTextsAreLinear_data();
    void hostileTextsAreLinear();
    void nothingIsLoaded();
    void aCitationAsksForItsMail();
    void aMarkTellsWhyItsClaimIsNotVerified();
    void aLinkIsShownBeforeItIsOpened();
    void aRefusedLinkIsNotOpened();
    void theNewestTextWins();
    void clearingDropsWhatIsBeingBuilt();
    void aLongTextDoesNotHoldTheWindow();
};

void TestMarkdownView::citationsBecomeLinks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("anchors");
    QTest::newRow("one") << u"He agrees [3]."_s << u"He agrees [3]."_s << u"3>cite:3"_s;
    QTest::newRow("two in a row") << u"x [1][2]"_s << u"x [1][2]"_s << u"1>cite:1 2>cite:2"_s;
    QTest::newRow("a list") << u"x [1,2, 14]"_s << u"x [1,2, 14]"_s << u"1>cite:1 2>cite:2 14>cite:14"_s;
    QTest::newRow("a range") << u"x [2-28]"_s << u"x [2-28]"_s << u"2>cite:2 28>cite:28"_s;
    QTest::newRow("escaped brackets") << u"x \\[7\\]"_s << u"x [7]"_s << u"7>cite:7"_s;
    QTest::newRow("in emphasis") << u"**so [4]**"_s << u"so [4]"_s << u"4>cite:4"_s;
    QTest::newRow("not zero") << u"[0]"_s << u"[0]"_s << QString();
    QTest::newRow("not a word") << u"[v2] [1a]"_s << u"[v2] [1a]"_s << QString();
    QTest::newRow("not in code") << u"`a[1]` and"_s << u"a[1] and"_s << QString();
    QTest::newRow("not in a code block") << u"    a[1]\n"_s << u"a[1]"_s << QString();
    QTest::newRow("not in a link") << u"[see [1] there](https://example.invalid/)"_s << u"see [1] there"_s
                                   << u"see [1] there>https://example.invalid/"_s;
    QTest::newRow("a link that is only a number")
        << u"[1](https://example.invalid/)"_s << u"[1]"_s << u"1>cite:1"_s;
    QTest::newRow("a definition cannot take a citation over")
        << u"So [1].\n\n[1]: https://example.invalid/ \"x\"\n"_s << u"So [1]."_s << u"1>cite:1"_s;
    QTest::newRow("a model cannot write our scheme") << u"[here](cite:5)"_s << u"here"_s << QString();
}

void TestMarkdownView::citationsBecomeLinks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    QFETCH(QString, anchors);
    const auto document = build(markdown);
    QCOMPARE(document->toPlainText(), text);
    QCOMPARE(anchorLine(*document), anchors);
}

void TestMarkdownView::whatIsNoWebLinkStaysText_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://example.invalid/a"_s << true;
    QTest::newRow("mailto") << u"mailto:ada@example.invalid"_s << true;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("data") << u"data:text/html,x"_s << false;
    QTest::newRow("smb") << u"smb://example.invalid/x"_s << false;
    QTest::newRow("relative") << u"../x"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
}

void TestMarkdownView::whatIsNoWebLinkStaysText()
{
    QFETCH(QString, target);
    QFETCH(bool, opens);
    const auto document = build(QString(u"[words]("_s + target + u')'));
    QCOMPARE(document->toPlainText(), u"words"_s);
    QCOMPARE(!anchorsOf(*document).isEmpty(), opens);
}

void TestMarkdownView::rawHtmlIsShownAsText()
{
    const auto document
        = build(u"a <b onclick=x>list</b> <script>alert(1)</script>\n\n<div>\nblock\n</div>\n"_s);
    QVERIFY(document->toPlainText().contains(u"<b onclick=x>list</b>"_s));
    QVERIFY(document->toPlainText().contains(u"<div>\nblock\n</div>"_s));
    QVERIFY(anchorsOf(*document).isEmpty());
}

void TestMarkdownView::imagesAreTheirAlternativeText()
{
    const auto document = build(u"x ![a picture](https://example.invalid/t.png) y"_s);
    QCOMPARE(document->toPlainText(), u"x a picture y"_s);
    QVERIFY(!document->toHtml().contains(u"<img"_s));
}

void TestMarkdownView::listsAreLists()
{
    const auto document = build(u"para\n\n- one\n- two\n  1. three\n  2. four\n\nend"_s);
    QCOMPARE(document->toPlainText(), u"para\none\ntwo\nthree\nfour\nend"_s);
    QVERIFY(document->findBlockByNumber(0).textList() == nullptr);
    QVERIFY(document->findBlockByNumber(1).textList() != nullptr);
    QCOMPARE(document->findBlockByNumber(1).textList(), document->findBlockByNumber(2).textList());
    QCOMPARE(document->findBlockByNumber(3).textList()->format().style(), QTextListFormat::ListDecimal);
    QVERIFY(document->findBlockByNumber(5).textList() == nullptr);
}

void TestMarkdownView::lineEndsInChineseTextAddNoSpace()
{
    QCOMPARE(build(u"补丁\n修复"_s)->toPlainText(), u"补丁修复"_s);
    QCOMPARE(build(u"patch\nfixes"_s)->toPlainText(), u"patch fixes"_s);
}

void TestMarkdownView::deepNestingCostsNoStack()
{
    QVERIFY(build(QString(u"> "_s.repeated(20000) + u"deep"_s))->toPlainText().contains(u"deep"_s));
    QVERIFY(build(QString(u"- "_s.repeated(20000) + u"deep"_s))->toPlainText().contains(u"deep"_s));
    QVERIFY(!build(QString(u"["_s.repeated(50000)))->toPlainText().isEmpty());
}

void TestMarkdownView::aLongTextIsCutWithANote()
{
    const auto document = build(u"word "_s.repeated(100'000));
    QVERIFY(document->characterCount() < maxMarkdown + 200);
    QVERIFY(document->lastBlock().text().contains(u"longer"_s));
}

void TestMarkdownView::hostileTextsAreLinear_data()
{
    QTest::addColumn<QString>("unit");
    for (const QString& unit :
         {u"[1 "_s, u"*a_ "_s, u"[a](b"_s, u"<!--"_s, u"`"_s, u"[1]["_s, u"![["_s, u"\n> - 1. "_s})
        QTest::newRow(qPrintable(unit)) << unit;
}

void TestMarkdownView::hostileTextsAreLinear()
{
    QFETCH(QString, unit);
    const test::ProcessorClock timer;
    const auto document = build(unit.repeated(100'000 / unit.size()));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestMarkdownView::nothingIsLoaded()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    QVERIFY(!view.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
    QVERIFY(!view.loadResource(QTextDocument::StyleSheetResource, QUrl(u"https://example.invalid/x.css"_s))
                 .isValid());
}

void TestMarkdownView::aCitationAsksForItsMail()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    QSignalSpy mail(&view, &MarkdownView::mailRequested);
    Q_EMIT view.anchorClicked(QUrl(u"cite:12"_s));
    QCOMPARE(mail.size(), 1);
    QCOMPARE(mail.first().first().toInt(), 12);
    QVERIFY(prompts.questions.isEmpty());
}

void TestMarkdownView::aMarkTellsWhyItsClaimIsNotVerified()
{
    const QString markdown = u"- fine [1]\n- ⚠ first [2]\n- ✗ second ⚠ [3]"_s;
    QCOMPARE(anchorLine(*build(markdown)), u"1>cite:1 ⚠>doubt:0 2>cite:2 ✗>doubt:1 3>cite:3"_s);
    lb::test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    view.showMarkdown(markdown, {u"no mail says so"_s, u"v4 is <wrong>"_s});
    Q_EMIT view.highlighted(QUrl(u"doubt:1"_s));
    QVERIFY2(view.toolTip().contains(u"v4 is &lt;wrong&gt;"_s), qPrintable(view.toolTip()));
    Q_EMIT view.highlighted(QUrl(u"doubt:7"_s));
    QVERIFY(view.toolTip().isEmpty());
    Q_EMIT view.anchorClicked(QUrl(u"doubt:1"_s)); // leads nowhere, and asks nothing
    QVERIFY(prompts.opened.isEmpty());
}

void TestMarkdownView::aLinkIsShownBeforeItIsOpened()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    Q_EMIT view.highlighted(QUrl(u"https://example.invalid/<x>"_s));
    QVERIFY(view.toolTip().contains(u"https://example.invalid/"_s));
    QVERIFY(!view.toolTip().contains(u'<'));
    Q_EMIT view.anchorClicked(QUrl(u"https://example.invalid/page"_s));
    QCOMPARE(prompts.questions.size(), 1);
    QVERIFY(prompts.questions.first().detail.contains(u"https://example.invalid/page"_s));
    QCOMPARE(prompts.opened, QList<QUrl>{QUrl(u"https://example.invalid/page"_s)});
}

void TestMarkdownView::aRefusedLinkIsNotOpened()
{
    test::ScriptedPrompts prompts;
    prompts.accept = false;
    MarkdownView view(prompts);
    Q_EMIT view.anchorClicked(QUrl(u"https://example.invalid/page"_s));
    Q_EMIT view.anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(prompts.questions.size(), 1);
    QVERIFY(prompts.opened.isEmpty());
}

void TestMarkdownView::theNewestTextWins()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    for (int number = 0; number < 100; ++number)
        view.showMarkdown(u"text %1"_s.arg(number));
    QTRY_COMPARE(view.toPlainText(), u"text 99"_s);
}

void TestMarkdownView::clearingDropsWhatIsBeingBuilt()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    view.showMarkdown(u"old"_s);
    view.clearText();
    QSignalSpy rendered(&view, &MarkdownView::rendered);
    view.showMarkdown(u"new"_s);
    QTRY_COMPARE(view.toPlainText(), u"new"_s);
    view.clearText();
    QVERIFY(view.toPlainText().isEmpty());
}

void TestMarkdownView::aLongTextDoesNotHoldTheWindow()
{
    test::ScriptedPrompts prompts;
    MarkdownView view(prompts);
    view.resize(500, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view, test::Patience));
    QString markdown;
    for (int number = 1; number <= 1500; ++number)
        markdown
            += u"- **06-16 16:02** Ada Example answers the question about the *vGIC* in `kvm_vgic_init()` [%1]\n"_s
                   .arg(number);
    QSignalSpy rendered(&view, &MarkdownView::rendered);
    const test::HoldMeter held;
    view.showMarkdown(markdown);
    QTRY_COMPARE(rendered.size(), 1);
    QCOMPARE(view.document()->blockCount(), 1500);
    // What the layout still does in its own time counts too.
    QTRY_VERIFY(view.document()->lastBlock().isVisible());
    QTRY_VERIFY(view.document()->size().height() > 1500 * QFontMetricsF(view.font()).height());
    qInfo("1,500 list lines, %lld characters: window held for at most %.1f ms, %.1f ms of it at work",
          static_cast<long long>(markdown.size()), held.longestMs(), held.longestProcessorMs());
    QVERIFY(held.longestProcessorMs() < 200); // sanitizers are slow
}

QTEST_MAIN(TestMarkdownView)
#include "test_markdownview.moc"
