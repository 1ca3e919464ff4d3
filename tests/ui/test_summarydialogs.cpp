// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"
#include "summary/glossary.h"
#include "summary/glossarybook.h"
#include "support/listingbuilder.h"
#include "support/patience.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/banner.h"
#include "ui/dialogs/editsummarydialog.h"
#include "ui/dialogs/glossarydialog.h"
#include "ui/dialogs/instructiondialog.h"
#include "ui/dialogs/receiptdialog.h"
#include "ui/dialogs/versionsdialog.h"
#include "ui/markdownview.h"
#include "ui/summarynotes.h"
#include "ui/summarypane.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>
#include <QTreeWidget>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

store::Claim claim(const QString& text, int mail, const QString& reason = {})
{
    store::Claim made;
    made.text = text;
    made.citations = {mail};
    made.verified = reason.isEmpty();
    made.reason = reason;
    made.kind = u"change"_s;
    return made;
}

store::SummaryRecord version(qint64 id, const QList<store::Claim>& claims)
{
    store::SummaryRecord made;
    made.id = SummaryId{id};
    made.kind = store::SummaryKind::Model;
    made.provider = u"p1"_s;
    made.model = u"small-model"_s;
    made.created = QDateTime(QDate(2025, 6, 22), QTime(10, static_cast<int>(id)), Qt::UTC);
    made.current = false;
    made.claims = claims;
    QStringList lines{u"**What it is**"_s, QString()};
    for (const store::Claim& one : claims)
        lines.append(u"- %1%2 [%3]"_s.arg(one.verified ? QString() : u"⚠ "_s, one.text)
                         .arg(one.citations.constFirst()));
    made.text = lines.join(u'\n');
    for (int number = 1; number <= 6; ++number)
        made.cited.append(MessageId{QByteArray("a" + QByteArray::number(number) + "@example.invalid")});
    return made;
}

QList<store::SummaryRecord> twoVersions()
{
    store::SummaryRecord old
        = version(1,
                  {claim(u"The series keeps 4 list registers in memory"_s, 1),
                   claim(u"The lock is taken once for each vCPU"_s, 2),
                   claim(u"Everything was merged"_s, 3, u"nobody says that it was applied"_s)});
    store::SummaryRecord fresh = version(2,
                                         {claim(u"The series keeps 16 list registers in memory"_s, 1),
                                          claim(u"The lock is taken once for each vCPU"_s, 2),
                                          claim(u"Nested guests were tested on two boards"_s, 5)});
    fresh.current = true;
    return {fresh, old};
}

} // namespace

class TestSummaryDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { qApp->setPalette(test::lightPalette()); }
    void versionsAreComparedClaimByClaim_data() { addPalettes(); }
    void versionsAreComparedClaimByClaim();
    void eitherVersionCanBeKept();
    void aReceiptShowsTextsAsTheyAre_data() { addPalettes(); }
    void aReceiptShowsTextsAsTheyAre();
    void aLongReceiptIsCutForTheEyeAlone();
    void aGlossaryNamesTheLineThatIsWrong_data() { addPalettes(); }
    void aGlossaryNamesTheLineThatIsWrong();
    void aGlossaryCanBeReset();
    void instructionsAreRemembered();
    void anOwnTextIsSeenWhileItIsWritten_data() { addPalettes(); }
    void anOwnTextIsSeenWhileItIsWritten();
    void wordsAreNotLostUnasked();
    void thePaneMarksTheUsersOwnText_data() { addPalettes(); }
    void thePaneMarksTheUsersOwnText();
    void thePaneHidesWhatItCannotSupport();

private:
    static void addPalettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << test::lightPalette();
        QTest::newRow("dark") << test::darkPalette();
    }
    static QString shotName(const QString& name)
    {
        return QString(name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
    }
    template <typename T>
    static T* child(QWidget& parent, const QString& name)
    {
        return parent.findChild<T*>(name);
    }

    QTemporaryDir m_home;
    Settings m_settings{m_home.filePath(u"settings.ini"_s)};
    test::ScriptedPrompts m_prompts;
};

void TestSummaryDialogs::versionsAreComparedClaimByClaim()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    VersionsDialog dialog(twoVersions(), {{u"p1"_s, u"My server"_s}}, SummaryId{1}, SummaryId{2});
    QSignalSpy compared(&dialog, &VersionsDialog::compared);
    dialog.show();
    QTRY_VERIFY(!compared.isEmpty());
    const auto* text = child<QTextBrowser>(dialog, u"versionsText"_s);
    const QString shown = text->toPlainText();
    for (const QString& wanted :
         {u"✓ The lock is taken once for each vCPU [2]"_s, u"− ⚠ Everything was merged [3]"_s,
          u"nobody says that it was applied"_s, u"+ ✓ Nested guests were tested on two boards [5]"_s})
        QVERIFY2(shown.contains(wanted), qPrintable(shown));
    const QString verdict = child<QLabel>(dialog, u"versionsVerdict"_s)->text();
    QVERIFY2(verdict.contains(u"1 changed"_s), qPrintable(verdict));
    // The changed word is underlined, not only coloured.
    QTextCursor cursor = text->document()->find(u"16"_s);
    QVERIFY(cursor.charFormat().fontUnderline());
    QVERIFY(!text->document()->find(u"series"_s).charFormat().fontUnderline());
    QSignalSpy asked(&dialog, &VersionsDialog::mailRequested);
    Q_EMIT child<QTextBrowser>(dialog, u"versionsText"_s)->anchorClicked(QUrl(u"old:3"_s));
    Q_EMIT child<QTextBrowser>(dialog, u"versionsText"_s)->anchorClicked(QUrl(u"https://example.invalid"_s));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().value<MessageId>().bytes, "a3@example.invalid");
    test::takeScreenshot(dialog, shotName(u"versions"_s));
}

void TestSummaryDialogs::eitherVersionCanBeKept()
{
    VersionsDialog dialog(twoVersions(), {}, SummaryId{1}, SummaryId{2});
    QSignalSpy kept(&dialog, &VersionsDialog::versionKept);
    dialog.show();
    QVERIFY(!child<QPushButton>(dialog, u"laterVersionKeepButton"_s)->isEnabled()); // it is the one shown
    auto* keep = child<QPushButton>(dialog, u"earlierVersionKeepButton"_s);
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().constFirst().value<SummaryId>(), SummaryId{1});
    QVERIFY(!dialog.isVisible());
    VersionsDialog same(twoVersions(), {}, SummaryId{1}, SummaryId{2});
    child<QComboBox>(same, u"earlierVersionBox"_s)->setCurrentIndex(0);
    QCOMPARE(child<QLabel>(same, u"versionsVerdict"_s)->text(), u"Choose two versions."_s);
}

void TestSummaryDialogs::aReceiptShowsTextsAsTheyAre()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    store::Receipt receipt;
    receipt.system = u"You summarise one thread."_s;
    receipt.user = u"BEGIN 3f2a\n<b>bold</b> & <img src='https://example.invalid/x'>\nEND 3f2a"_s;
    receipt.endpoint = u"https://llm.example.invalid"_s;
    receipt.modelAsked = u"small"_s;
    receipt.modelAnswered = u"small-2025"_s;
    receipt.tokensIn = 12345;
    receipt.tokensOut = 678;
    receipt.tokensEstimated = true;
    receipt.instruction = u"focus on the locking"_s;
    receipt.started = QDateTime(QDate(2025, 6, 22), QTime(10, 0), Qt::UTC);
    receipt.elapsed = 4200;
    receipt.mails = {{MessageId{"a1@example.invalid"}, QByteArray::fromHex("00ff"), 12, 40}};
    ReceiptDialog dialog(receipt, ReceiptDialog::Tense::Sent);
    dialog.show();
    QCOMPARE(child<QPlainTextEdit>(dialog, u"receiptPrompt"_s)->toPlainText(), receipt.user);
    QCOMPARE(child<QPlainTextEdit>(dialog, u"receiptSystem"_s)->toPlainText(), receipt.system);
    QVERIFY(child<QPlainTextEdit>(dialog, u"receiptRepair"_s) == nullptr);
    const auto* mails = child<QTreeWidget>(dialog, u"receiptMails"_s);
    QCOMPARE(mails->topLevelItem(0)->text(0), u"a1@example.invalid"_s);
    QCOMPARE(mails->topLevelItem(0)->text(1), u"12 of 40"_s);
    QCOMPARE(mails->topLevelItem(0)->text(2), u"00ff"_s);
    test::takeScreenshot(dialog, shotName(u"receipt"_s));
    child<QTabWidget>(dialog, u"receiptTabs"_s)->setCurrentIndex(3);
    test::takeScreenshot(dialog, shotName(u"receipt-numbers"_s));
    QTest::mouseClick(child<QPushButton>(dialog, u"copyReceiptButton"_s), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString& wanted : {receipt.user, receipt.system, u"<a1@example.invalid> 12/40 00ff"_s})
        QVERIFY(copied.contains(wanted));
}

void TestSummaryDialogs::aLongReceiptIsCutForTheEyeAlone()
{
    store::Receipt receipt;
    receipt.user = QString(400'000, u'x');
    ReceiptDialog dialog(receipt, ReceiptDialog::Tense::WouldBeSent);
    const auto* prompt = child<QPlainTextEdit>(dialog, u"receiptPrompt"_s);
    QVERIFY(prompt->toPlainText().size() < 301'000);
    QVERIFY(prompt->toPlainText().endsWith(u"Copy gives all.]"_s));
    QVERIFY(child<QLabel>(dialog, u"receiptWhat"_s)->text().contains(u"Nothing has been sent"_s));
    child<QPushButton>(dialog, u"copyReceiptButton"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(receipt.user));
}

void TestSummaryDialogs::aGlossaryNamesTheLineThatIsWrong()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    m_settings.set(keys::Glossaries, QString());
    GlossaryDialog dialog(m_settings, {u"kvmarm"_s, u"other"_s}, u"kvmarm"_s);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.show();
    auto* text = child<QPlainTextEdit>(dialog, u"glossaryText"_s);
    QCOMPARE(text->toPlainText(), summary::Glossary::shippedText(u"kvmarm"_s)); // the start
    test::takeScreenshot(dialog, shotName(u"glossary"_s));
    text->setPlainText(u"NV = nested virtualization\nVHE without a sign\n"_s);
    QTest::mouseClick(child<QPushButton>(dialog, u"saveGlossaryButton"_s), Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<Banner*>()->message().startsWith(u"Line 2"_s));
    QCOMPARE(text->textCursor().blockNumber(), 1);
    test::takeScreenshot(dialog, shotName(u"glossary-mistake"_s));
    auto* lists = child<QComboBox>(dialog, u"glossaryListBox"_s);
    lists->setCurrentIndex(1); // not before it is mended
    QCOMPARE(lists->currentText(), u"kvmarm"_s);
    text->setPlainText(u"NV = nested virtualization\n"_s);
    lists->setCurrentIndex(1);
    text->setPlainText(u"NV = non-volatile"_s);
    QTest::mouseClick(child<QPushButton>(dialog, u"saveGlossaryButton"_s), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    const QByteArray book = m_settings.get(keys::Glossaries).toUtf8();
    QCOMPARE(summary::glossaryText(book, u"kvmarm"_s), u"NV = nested virtualization\n"_s);
    QCOMPARE(summary::glossaryText(book, u"other"_s), u"NV = non-volatile"_s);
}

void TestSummaryDialogs::aGlossaryCanBeReset()
{
    m_settings.set(keys::Glossaries, QString::fromUtf8(summary::withGlossary({}, u"kvmarm"_s, u"A = b"_s)));
    GlossaryDialog dialog(m_settings, {u"kvmarm"_s}, u"kvmarm"_s);
    dialog.show();
    QCOMPARE(child<QPlainTextEdit>(dialog, u"glossaryText"_s)->toPlainText(), u"A = b"_s);
    auto* reset = child<QPushButton>(dialog, u"resetGlossaryButton"_s);
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!reset->isEnabled());
    dialog.accept();
    QVERIFY(m_settings.get(keys::Glossaries).isEmpty());
}

void TestSummaryDialogs::instructionsAreRemembered()
{
    const auto ask = [this](const QString& text) {
        InstructionDialog dialog(m_settings, u"My server"_s);
        dialog.show();
        auto* box = child<QComboBox>(dialog, u"instructionBox"_s);
        auto* go = child<QPushButton>(dialog, u"instructButton"_s);
        if (go->isEnabled())
            return QStringList{u"enabled without words"_s};
        QTest::keyClicks(box->lineEdit(), text);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QStringList offered;
        for (int i = 0; i < box->count(); ++i)
            offered.append(box->itemText(i));
        return QStringList{dialog.instruction()} + offered;
    };
    QCOMPARE(ask(u"  focus on   the locking "_s), QStringList{u"focus on the locking"_s});
    QCOMPARE(ask(u"numbers only"_s), QStringList({u"numbers only"_s, u"focus on the locking"_s}));
    QCOMPARE(ask(u"focus on the locking"_s),
             QStringList({u"focus on the locking"_s, u"numbers only"_s, u"focus on the locking"_s}));
    QCOMPARE(ask(u"x"_s), QStringList({u"x"_s, u"focus on the locking"_s, u"numbers only"_s}));
}

void TestSummaryDialogs::anOwnTextIsSeenWhileItIsWritten()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    EditSummaryDialog dialog(m_prompts, u"**What it is**\n\n- A table of registers [1]"_s, true);
    dialog.show();
    auto* preview = child<MarkdownView>(dialog, u"ownTextPreview"_s);
    auto* text = child<QPlainTextEdit>(dialog, u"ownText"_s);
    text->moveCursor(QTextCursor::End);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"- Mine alone [2]"_s);
    QTRY_VERIFY(preview->toPlainText().contains(u"Mine alone [2]"_s));
    test::takeScreenshot(dialog, shotName(u"own-text"_s));
    auto* save = child<QPushButton>(dialog, u"saveOwnTextButton"_s);
    text->setPlainText(QString(store::longestEdit + 7, u'x'));
    QVERIFY(!save->isEnabled());
    QVERIFY(child<QLabel>(dialog, u"ownTextState"_s)->text().contains(u"7 character"_s));
    text->setPlainText(u" \n"_s);
    QVERIFY(!save->isEnabled());
    text->setPlainText(u"short"_s);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.text(), u"short"_s);
}

void TestSummaryDialogs::wordsAreNotLostUnasked()
{
    EditSummaryDialog dialog(m_prompts, u"before"_s, false);
    dialog.show();
    QVERIFY(child<QPushButton>(dialog, u"removeOwnTextButton"_s) == nullptr);
    m_prompts.accept = false;
    m_prompts.questions.clear();
    QTest::keyClicks(child<QPlainTextEdit>(dialog, u"ownText"_s), u"x"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(m_prompts.questions.size(), 1);
    QVERIFY(dialog.isVisible());
    m_prompts.accept = true;
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestSummaryDialogs::thePaneMarksTheUsersOwnText()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    SummaryPane pane(m_prompts);
    pane.resize(520, 600);
    pane.show();
    auto* text = child<MarkdownView>(pane, u"summaryText"_s);
    pane.showThread(test::threadOf(6, u"[PATCH v2 0/4] x"_s), test::someFacts());
    QList<store::SummaryRecord> versions = twoVersions();
    pane.setVersions(versions, "key");
    store::SummaryEdit edit;
    edit.text = u"- Mine alone [2]"_s;
    edit.base = SummaryId{1};
    edit.changed = QDateTime(QDate(2025, 6, 22), QTime(9, 0), Qt::UTC);
    pane.setEdit(edit);
    QCOMPARE(text->markdown(), edit.text);
    const QString note = pane.notes().said(SummaryNotes::Kind::Edited);
    QVERIFY2(note.startsWith(u"Edited by you on"_s) && note.contains(u"newer version"_s), qPrintable(note));
    pane.notes().say(SummaryNotes::Kind::NewVersion, u"This is a new version."_s,
                     {{u"one"_s, u"Compare..."_s, {}},
                      {u"two"_s, u"Keep Earlier"_s, {}},
                      {u"three"_s, u"Keep This"_s, {}}});
    QTRY_VERIFY(text->toPlainText().contains(u"Mine"_s));
    test::takeScreenshot(pane, shotName(u"summary-edited"_s));
    pane.resize(360, 600);
    const auto* button = child<QToolButton>(pane, u"editSummaryButton"_s);
    const auto* line = child<QLabel>(pane, u"editedNote"_s);
    QTRY_VERIFY(button->y() > line->geometry().bottom()); // below the text: beside it is no room
    test::takeScreenshot(pane, shotName(u"summary-narrow"_s));
    QTest::mouseClick(child<QToolButton>(pane, u"showMachineTextButton"_s), Qt::LeftButton);
    QCOMPARE(text->markdown(), versions.constFirst().text);
    QTest::mouseClick(child<QToolButton>(pane, u"showOwnTextButton"_s), Qt::LeftButton);
    QCOMPARE(text->markdown(), edit.text);
    QSignalSpy asked(&pane, &SummaryPane::editRequested);
    QTest::mouseClick(child<QToolButton>(pane, u"editSummaryButton"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    pane.setEdit(std::nullopt);
    QCOMPARE(text->markdown(), versions.constFirst().text);
    QVERIFY(pane.notes().said(SummaryNotes::Kind::Edited).isEmpty());
}

void TestSummaryDialogs::thePaneHidesWhatItCannotSupport()
{
    SummaryPane pane(m_prompts);
    pane.resize(520, 600);
    pane.show();
    const auto* text = child<MarkdownView>(pane, u"summaryText"_s);
    pane.showThread(test::threadOf(6, u"[PATCH v2 0/4] x"_s), test::someFacts());
    store::SummaryRecord doubted = twoVersions().constLast();
    doubted.current = true;
    pane.setVersions({doubted}, "key");
    QVERIFY(text->markdown().contains(u"merged"_s));
    pane.setHideDoubtful(true);
    QVERIFY(!text->markdown().contains(u"merged"_s));
    QVERIFY(pane.notes().said(SummaryNotes::Kind::HiddenClaims).startsWith(u"1 claim"_s));
    auto* show = child<QToolButton>(pane, u"showClaimsButton"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(text->markdown().contains(u"merged"_s));
    QTest::mouseClick(child<QToolButton>(pane, u"hideClaimsButton"_s), Qt::LeftButton);
    QVERIFY(!text->markdown().contains(u"merged"_s));
    pane.setHideDoubtful(false);
    QVERIFY(text->markdown().contains(u"merged"_s));
    QVERIFY(pane.notes().said(SummaryNotes::Kind::HiddenClaims).isEmpty());
}

QTEST_MAIN(TestSummaryDialogs)
#include "test_summarydialogs.moc"
