// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "support/fakeservices.h"
#include "support/holdmeter.h"
#include "support/mailbuilder.h"
#include "support/patience.h"
#include "support/runjob.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/mailpane.h"
#include "ui/mailtextview.h"
#include "ui/mailview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextEdit>
#include <QThreadPool>
#include <QToolButton>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

QByteArray quotedLines(int count)
{
    QByteArray lines;
    for (int number = 1; number <= count; ++number)
        lines += "> quoted " + QByteArray::number(number) + '\n';
    return lines;
}

const QByteArray patchBody
    = "Fix the lock.\n\nSigned-off-by: Ada Example <ada@example.invalid>\n---\n a.c | 3 +--\n"
      " 1 file changed, 1 insertion(+), 2 deletions(-)\n\ndiff --git a/a.c b/a.c\n"
      "index 1..2 100644\n--- a/a.c\n+++ b/a.c\n@@ -1,4 +1,3 @@ int main\n context\n-old\n--- \n+new\n"
      " more\n-- \n2.40.0\n";

} // namespace

class TestMailPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itSaysWhatToDoWhenNothingIsSelected();
    void headersAreDecodedAndPlain();
    void bothClocksAreShown_data();
    void bothClocksAreShown();
    void longAddressListsAreFolded_data();
    void longAddressListsAreFolded();
    void controlCharactersAreTakenOut();
    void longQuotesAreFolded_data();
    void longQuotesAreFolded();
    void aFoldOpensByKeyboardAndMouse();
    void allQuotesCanBeShown();
    void copiedTextIsTheMailsOwn();
    void diffLinesAreTold();
    void findOpensTheFoldThatHidesAMatch();
    void findGoesAroundAndBack();
    void rawSourceIsShownAndLeft();
    void attachmentsAreNamed();
    void htmlMailsAreShownAsText();
    void theArchiveIsOpenedOnlyAfterShowingTheTarget();
    void anArchiveWithoutPagesHasNothingToOpen();
    void theMessageIdIsCopied();
    void aMailOfTheLibraryIsRead();
    void aLateAnswerForAnotherMailIsDropped();
    void aMailThatIsNotThereIsSaid();
    void coloursFollowThePalette();
    void veryLongLinesAreShownInPieces();
    void aHugeMailDoesNotHoldTheWindow();

private:
    template <typename T>
    T* child(const QString& name) const
    {
        return m_pane->findChild<T*>(name);
    }
    [[nodiscard]] QString header(const QString& name) const { return child<QTextEdit>(name)->toPlainText(); }
    [[nodiscard]] MailTextView* text() const { return child<MailTextView>(u"mailText"_s); }
    void show(const QByteArray& raw, const QString& permalink = {})
    {
        QSignalSpy shown(m_pane.get(), &MailPane::shown);
        m_pane->showBytes(raw, permalink);
        QTRY_VERIFY(!shown.isEmpty());
    }
    [[nodiscard]] QString visibleText() const
    {
        QStringList lines;
        for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next()) {
            if (block.isVisible())
                lines.append(block.text());
        }
        return lines.join(u'\n');
    }
    std::unique_ptr<test::FakeServices> m_services;
    test::ScriptedPrompts m_prompts;
    std::unique_ptr<MailPane> m_pane;
};

void TestMailPane::init()
{
    m_prompts.accept = true;
    m_prompts.questions.clear();
    m_prompts.opened.clear();
    m_services = std::make_unique<test::FakeServices>();
    m_pane = std::make_unique<MailPane>(m_services->services(), m_prompts);
    m_pane->resize(640, 700);
    m_pane->show();
}

void TestMailPane::cleanup()
{
    m_pane.reset();
    m_services.reset();
}

void TestMailPane::itSaysWhatToDoWhenNothingIsSelected()
{
    QVERIFY(child<QLabel>(u"mailEmptyLabel"_s)->isVisible());
    show(test::MailBuilder("a@example.invalid").bytes());
    QVERIFY(!child<QLabel>(u"mailEmptyLabel"_s)->isVisible());
    m_pane->clear();
    QVERIFY(child<QLabel>(u"mailEmptyLabel"_s)->isVisible());
    QVERIFY(text()->toPlainText().isEmpty());
}

void TestMailPane::headersAreDecodedAndPlain()
{
    show(test::MailBuilder("a@example.invalid")
             .subject("=?utf-8?b?5rWL6K+V?= <b>x</b>")
             .from("=?iso-8859-1?q?Andr=E9?= <andre@example.invalid>")
             .header("To", "list@example.invalid")
             .bytes());
    QCOMPARE(header(u"subjectText"_s), u"测试 <b>x</b>"_s);
    QVERIFY(header(u"fromText"_s).startsWith(u"André"_s));
    QCOMPARE(header(u"toText"_s), u"list@example.invalid"_s);
    QVERIFY(!child<QTextEdit>(u"ccText"_s)->isVisible());
    QVERIFY(header(u"messageIdText"_s).contains(u"a@example.invalid"_s));
}

void TestMailPane::bothClocksAreShown_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("reader");
    // 2025-06-16 23:02 UTC; the tests run in UTC.
    QTest::newRow("west") << -420 << u"16:02 -0700"_s << u"23:02"_s;
    QTest::newRow("the next day here") << 330 << u"04:32 +0530"_s << u"23:02"_s;
    QTest::newRow("the same clock") << 0 << u"23:02 +0000"_s << QString();
}

void TestMailPane::bothClocksAreShown()
{
    QFETCH(int, offset);
    QFETCH(QString, sender);
    QFETCH(QString, reader);
    const mail::MailDate date{1750114920, offset, mail::DateSource::Header};
    QVERIFY2(senderTime(date).endsWith(sender), qPrintable(senderTime(date)));
    QVERIFY(readerTime(date).endsWith(reader));
    QCOMPARE(readerTime(date).isEmpty(), reader.isEmpty());
}

void TestMailPane::longAddressListsAreFolded_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("more");
    QTest::newRow("short") << u"a@x, b@x"_s << u"a@x, b@x"_s << 0;
    QTest::newRow("cut") << u"aaaa@x, bbbb@x, cccc@x, dddd@x"_s << u"aaaa@x, bbbb@x"_s << 2;
    QTest::newRow("first is long") << u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@x, b@x"_s
                                   << u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@x"_s << 1;
    QTest::newRow("commas in quotes")
        << uR"("Ex, A" <a@x>, "Ex, B, C, D" <b@x>, c@x)"_s << uR"("Ex, A" <a@x>)"_s << 2;
    QTest::newRow("escaped quote") << uR"("E\", x" <a@example>, bbbbbbbb@x)"_s << uR"("E\", x" <a@example>)"_s
                                   << 1;
    QTest::newRow("one endless") << u"a"_s.repeated(60) << u"a"_s.repeated(60) << 0;
    QTest::newRow("unclosed quote") << u"\"aaaaaaaaaaaaaaaaaaaaaaaaaaa, b, c"_s
                                    << u"\"aaaaaaaaaaaaaaaaaaaaaaaaaaa, b, c"_s << 0;
}

void TestMailPane::longAddressListsAreFolded()
{
    QFETCH(QString, value);
    QFETCH(QString, text);
    QFETCH(int, more);
    const FoldedAddresses folded = foldAddresses(value, 20);
    QCOMPARE(folded.text, text);
    QCOMPARE(folded.more, more);
}

void TestMailPane::controlCharactersAreTakenOut()
{
    QCOMPARE(harmless(u"a\u202Eb\u2066c\td\x07"_s + u"e\u200F"_s), u"abc de"_s);
    QCOMPARE(harmless(u"العربية 测试"_s), u"العربية 测试"_s);
}

void TestMailPane::longQuotesAreFolded_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("seen");
    QTest::newRow("four stay") << QByteArray(quotedLines(4) + "Yes.\n")
                               << u"> quoted 1\n> quoted 2\n> quoted 3\n> quoted 4\nYes."_s;
    QTest::newRow("five stay: a toggle would save nothing")
        << QByteArray(quotedLines(5) + "Yes.\n")
        << u"> quoted 1\n> quoted 2\n> quoted 3\n> quoted 4\n> quoted 5\nYes."_s;
    QTest::newRow("of twenty the four above the answer stay")
        << QByteArray(quotedLines(20) + "Yes.\n")
        << u"▸ Show 16 quoted line(s)\n> quoted 17\n> quoted 18\n> quoted 19\n> quoted 20\nYes."_s;
    QTest::newRow("a quote at the end keeps its beginning")
        << QByteArray("Yes.\n" + quotedLines(20))
        << u"Yes.\n> quoted 1\n> quoted 2\n> quoted 3\n> quoted 4\n▸ Show 16 quoted line(s)"_s;
    QTest::newRow("depth") << QByteArray("> a\n>> b\n> > > c\nYes.\n") << u"> a\n> > b\n> > > c\nYes."_s;
}

void TestMailPane::longQuotesAreFolded()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, seen);
    show(test::MailBuilder("a@example.invalid").body(body).bytes());
    QCOMPARE(visibleText().trimmed(), seen);
}

void TestMailPane::aFoldOpensByKeyboardAndMouse()
{
    show(test::MailBuilder("a@example.invalid").body(quotedLines(20) + "Yes.\n").bytes());
    QTextCursor cursor(text()->document());
    text()->setTextCursor(cursor);
    QTest::keyClick(text(), Qt::Key_Return);
    QVERIFY(visibleText().startsWith(u"▾ Hide 16 quoted line(s)\n> quoted 1\n"_s));
    QTest::keyClick(text(), Qt::Key_Space);
    QVERIFY(visibleText().startsWith(u"▸ Show 16 quoted line(s)\n> quoted 17\n"_s));
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      text()->cursorRect(cursor).center());
    QVERIFY(visibleText().startsWith(u"▾ Hide 16"_s));
}

void TestMailPane::allQuotesCanBeShown()
{
    show(test::MailBuilder("a@example.invalid")
             .body(quotedLines(20) + "Yes.\n" + quotedLines(9) + "No.\n")
             .bytes());
    auto* all = child<QToolButton>(u"showQuotesButton"_s);
    QVERIFY(all->isEnabled());
    all->click();
    QVERIFY(visibleText().contains(u"> quoted 1\n"_s));
    QVERIFY(!visibleText().contains(u"▸"_s));
    // It holds for the next mail as well.
    show(test::MailBuilder("b@example.invalid").body(quotedLines(7) + "Yes.\n").bytes());
    QVERIFY(visibleText().contains(u"> quoted 1\n"_s));
    all->click();
    QVERIFY(!visibleText().contains(u"> quoted 1\n"_s));
    show(test::MailBuilder("c@example.invalid").body("Yes.\n").bytes());
    QVERIFY(!all->isEnabled());
}

void TestMailPane::copiedTextIsTheMailsOwn()
{
    show(test::MailBuilder("a@example.invalid").body(quotedLines(8) + "Yes.\n").bytes());
    text()->selectAll();
    text()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), QString::fromLatin1(quotedLines(8) + "Yes."));
}

void TestMailPane::diffLinesAreTold()
{
    show(test::MailBuilder("a@example.invalid").subject("[PATCH] x").body(patchBody).bytes());
    const MailColours colours = mailColours(text()->palette());
    QHash<QString, QColor> inks;
    for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next()) {
        if (block.length() > 1)
            inks.insert(block.text(), block.begin().fragment().charFormat().foreground().color());
    }
    QCOMPARE(inks.value(u"+new"_s), colours.added.text);
    QCOMPARE(inks.value(u"-old"_s), colours.removed.text);
    QCOMPARE(inks.value(u"--- "_s), colours.removed.text); // a removed "-- ", no file header
    QCOMPARE(inks.value(u"--- a/a.c"_s), colours.file.text);
    QCOMPARE(inks.value(u"+++ b/a.c"_s), colours.file.text);
    QCOMPARE(inks.value(u"@@ -1,4 +1,3 @@ int main"_s), colours.hunk.text);
    QCOMPARE(inks.value(u"2.40.0"_s), colours.signature);
}

void TestMailPane::findOpensTheFoldThatHidesAMatch()
{
    show(test::MailBuilder("a@example.invalid").body(quotedLines(20) + "Yes.\n").bytes());
    m_pane->find();
    auto* line = child<QLineEdit>(u"findMailLineEdit"_s);
    QVERIFY(line->isVisible());
    line->setText(u"quoted 3"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(text()->textCursor().selectedText(), u"quoted 3"_s);
    QVERIFY(text()->textCursor().block().isVisible());
    line->setText(u"nowhere"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(child<QLabel>(u"findResultLabel"_s)->isVisible());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!line->isVisible());
}

void TestMailPane::findGoesAroundAndBack()
{
    show(test::MailBuilder("a@example.invalid").body("word one\nword two\n").bytes());
    QVERIFY(text()->findNext(u"WORD"_s, false));
    QCOMPARE(text()->textCursor().blockNumber(), 0);
    QVERIFY(text()->findNext(u"word"_s, false));
    QCOMPARE(text()->textCursor().blockNumber(), 1);
    QVERIFY(text()->findNext(u"word"_s, false));
    QCOMPARE(text()->textCursor().blockNumber(), 0);
    QVERIFY(text()->findNext(u"word"_s, true));
    QCOMPARE(text()->textCursor().blockNumber(), 1);
}

void TestMailPane::rawSourceIsShownAndLeft()
{
    show(test::MailBuilder("a@example.invalid").subject("=?utf-8?b?5rWL6K+V?=").body("Yes.\n").bytes());
    m_pane->setRawShown(true);
    QTRY_VERIFY(text()->toPlainText().contains(u"Subject: =?utf-8?b?5rWL6K+V?="_s));
    QVERIFY(child<QToolButton>(u"showSourceButton"_s)->isChecked());
    show(test::MailBuilder("b@example.invalid").body("No.\n").bytes()); // the source of this one
    QTRY_VERIFY(text()->toPlainText().contains(u"Message-ID: <b@example.invalid>"_s));
    m_pane->setRawShown(false);
    QCOMPARE(text()->toPlainText().trimmed(), u"No."_s);
}

void TestMailPane::attachmentsAreNamed()
{
    const QByteArray body
        = "--x\nContent-Type: text/plain\n\nSee the file.\n--x\nContent-Type: application/octet-stream\n"
          "Content-Disposition: attachment; filename=\"<b>dmesg.txt\"\n\n12345\n--x--\n";
    show(test::MailBuilder("a@example.invalid")
             .header("Content-Type", "multipart/mixed; boundary=x")
             .body(body)
             .bytes());
    const auto* label = child<QLabel>(u"attachmentsLabel"_s);
    QVERIFY(label->isVisible());
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY2(label->text().contains(u"<b>dmesg.txt"_s), qPrintable(label->text()));
    show(test::MailBuilder("b@example.invalid").bytes());
    QVERIFY(!label->isVisible());
}

void TestMailPane::htmlMailsAreShownAsText()
{
    show(test::MailBuilder("a@example.invalid")
             .header("Content-Type", "text/html; charset=utf-8")
             .body("<p>Hello <img src=\"https://example.invalid/pixel.png\"> there</p><script>x()</script>")
             .bytes());
    QVERIFY(text()->toPlainText().contains(u"Hello"_s));
    QVERIFY(!text()->toPlainText().contains(u"<p>"_s));
}

void TestMailPane::theArchiveIsOpenedOnlyAfterShowingTheTarget()
{
    show(test::MailBuilder("a@example.invalid").bytes(), u"https://example.invalid/list/a%40x/"_s);
    auto* open = child<QToolButton>(u"openArchiveButton"_s);
    QVERIFY(open->isEnabled());
    m_prompts.accept = false;
    open->click();
    QCOMPARE(m_prompts.questions.size(), 1);
    QVERIFY(m_prompts.questions.first().detail.contains(u"https://example.invalid/list/a%40x/"_s));
    QVERIFY(m_prompts.opened.isEmpty());
    m_prompts.accept = true;
    open->click();
    QCOMPARE(m_prompts.opened.first().toString(QUrl::FullyEncoded), u"https://example.invalid/list/a%40x/"_s);
}

void TestMailPane::anArchiveWithoutPagesHasNothingToOpen()
{
    show(test::MailBuilder("a@example.invalid").bytes());
    QVERIFY(!child<QToolButton>(u"openArchiveButton"_s)->isEnabled());
    show(test::MailBuilder("a@example.invalid").bytes(), u"file:///etc/passwd"_s);
    QVERIFY(!child<QToolButton>(u"openArchiveButton"_s)->isEnabled());
}

void TestMailPane::theMessageIdIsCopied()
{
    show(test::MailBuilder("a@example.invalid").bytes());
    child<QToolButton>(u"copyMessageIdButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"<a@example.invalid>"_s);
}

void TestMailPane::aMailOfTheLibraryIsRead()
{
    const thread::ListedMail mail
        = m_services->addMail(test::MailBuilder("a@example.invalid").body("From the library.\n"));
    m_pane->showMail(mail, {});
    QTRY_COMPARE(text()->toPlainText().trimmed(), u"From the library."_s);
}

void TestMailPane::aLateAnswerForAnotherMailIsDropped()
{
    const thread::ListedMail first
        = m_services->addMail(test::MailBuilder("a@example.invalid").body("First.\n"));
    const thread::ListedMail second
        = m_services->addMail(test::MailBuilder("b@example.invalid").body("Second.\n"));
    QStringList seen;
    connect(m_pane.get(), &MailPane::shown, this, [&] { seen.append(text()->toPlainText().trimmed()); });
    for (int turn = 0; turn < 20; ++turn) {
        m_pane->showMail(first, {});
        m_pane->showMail(second, {});
    }
    // Every answer that is still on its way: from the store, through the pool, to the pane.
    const auto settle = [this] {
        for (int i = 0; i < 3; ++i) {
            (void)test::awaited(m_services->services().store.lists());
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
    };
    QTRY_VERIFY(!seen.isEmpty());
    settle();
    QCOMPARE(seen.last(), u"Second."_s);
    m_pane->showMail(first, {});
    m_pane->clear();
    settle();
    QVERIFY(child<QLabel>(u"mailEmptyLabel"_s)->isVisible());
}

void TestMailPane::aMailThatIsNotThereIsSaid()
{
    thread::ListedMail absent;
    absent.mail.row = MailId{123456};
    m_pane->showMail(absent, {});
    QTRY_VERIFY(child<QLabel>(u"mailEmptyLabel"_s)->text() != u"Select a mail to read it."_s);
    QVERIFY(child<QLabel>(u"mailEmptyLabel"_s)->isVisible());
}

void TestMailPane::coloursFollowThePalette()
{
    show(test::MailBuilder("a@example.invalid").body("> quoted\nYes.\n").bytes());
    const auto quoteInk
        = [this] { return text()->document()->begin().begin().fragment().charFormat().foreground().color(); };
    const QPalette before = QGuiApplication::palette();
    QSignalSpy shown(m_pane.get(), &MailPane::shown);
    qApp->setPalette(test::darkPalette());
    QTRY_VERIFY(!shown.isEmpty());
    QTRY_COMPARE(quoteInk(), mailColours(test::darkPalette()).quote(1));
    qApp->setPalette(before);
    QTRY_COMPARE(quoteInk(), mailColours(before).quote(1));
}

void TestMailPane::veryLongLinesAreShownInPieces()
{
    show(test::MailBuilder("a@example.invalid").body(QByteArray(1'000'000, 'x') + "\nend\n").bytes());
    for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next())
        QVERIFY(block.length() <= longestLineShown + 1);
    QVERIFY(text()->toPlainText().trimmed().endsWith(u"end"_s));
}

void TestMailPane::aHugeMailDoesNotHoldTheWindow()
{
    QByteArray body
        = "A large patch.\n---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -0,0 +1,60000 @@\n";
    while (body.size() < 2'700'000)
        body += "+\tpr_info(\"a line of a generated table, %d\\n\", 12345);\n";
    body += quotedLines(20) + "The end.\n";
    const QByteArray raw = test::MailBuilder("a@example.invalid").subject("[PATCH] big").body(body).bytes();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get(), test::Patience));
    QList<std::pair<double, double>> held;
    const auto measure = [&held](const auto& act) {
        const test::HoldMeter meter;
        act();
        QTest::qWait(50);
        held.append({meter.longestMs(), meter.longestProcessorMs()});
    };
    measure([&] { show(raw); });
    measure([&] {
        for (const int share : {50, 100, 1, 99}) {
            text()->verticalScrollBar()->setValue(text()->verticalScrollBar()->maximum() * share / 100);
            QTest::qWait(20);
        }
    });
    measure([&] { m_pane->resize(500, 700); });
    measure([&] { m_pane->setQuotesShown(true); });
    measure([&] { show(test::MailBuilder("b@example.invalid").body("Small.\n").bytes()); });
    const QStringList steps{u"shown"_s, u"scrolled"_s, u"resized"_s, u"all quotes opened"_s, u"left"_s};
    for (qsizetype step = 0; step < steps.size(); ++step) {
        qInfo("2.7 MB mail, %s: window held for at most %.1f ms, %.1f ms of it at work",
              qPrintable(steps.at(step)), held.at(step).first, held.at(step).second);
        QVERIFY(held.at(step).second < 200); // sanitizers are slow
    }
}

QTEST_MAIN(TestMailPane)
#include "test_mailpane.moc"
