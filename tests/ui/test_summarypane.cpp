// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/listingbuilder.h"
#include "support/patience.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/badge.h"
#include "ui/banner.h"
#include "ui/markdownview.h"
#include "ui/provenance.h"
#include "ui/summarypane.h"

#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

store::SummaryRecord record(qint64 id, store::SummaryKind kind, const QString& text, int mails)
{
    store::SummaryRecord made;
    made.id = SummaryId{id};
    made.kind = kind;
    made.text = text;
    made.provider = kind == store::SummaryKind::Digest ? u"digest"_s : u"p1"_s;
    made.model = kind == store::SummaryKind::Digest ? QString() : u"small-model"_s;
    made.sourceKey = "old";
    made.created = QDateTime(QDate(2025, 6, 22), QTime(10, 0), Qt::UTC);
    made.current = false;
    for (int number = 1; number <= mails; ++number)
        made.cited.append(MessageId{QByteArray("a" + QByteArray::number(number) + "@example.invalid")});
    return made;
}

} // namespace

class TestSummaryPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itSaysWhatToDoWhenNothingIsSelected();
    void titleAndSizeAreShownAsPlainText();
    void factsBecomeBadges();
    void aBadgeLeadsToItsMails();
    void aBadgeOfOneMailLeadsThereAtOnce();
    void aDigestIsNeverCalledAi();
    void aModelsSummaryNamesItsSourceAndClaims();
    void theCurrentVersionIsShown();
    void choosingAVersionAsksForIt();
    void newMailMarksASummaryAsOld();
    void citationsOfAnOldVersionFindTheirMail();
    void aCitationOfAMailThatIsGoneIsSaid();
    void theOldTextStaysUntilTextArrives();
    void anErrorShowsItsSentenceAndTheOldText();
    void stoppingIsNoError();
    void anotherThreadEndsTheRunOfThisOne();
    void theSameThreadKeepsItsVersions();
    void streamingIsThrottled();
    void theKeyboardStaysWithTheRun();

private:
    template <typename T>
    T* child(const QString& name) const
    {
        return m_pane->findChild<T*>(name);
    }
    [[nodiscard]] MarkdownView* text() const { return child<MarkdownView>(u"summaryText"_s); }

    test::ScriptedPrompts m_prompts;
    std::unique_ptr<SummaryPane> m_pane;
};

void TestSummaryPane::init()
{
    m_pane = std::make_unique<SummaryPane>(m_prompts);
    m_pane->resize(520, 700);
    m_pane->show();
}

void TestSummaryPane::cleanup()
{
    m_pane.reset();
}

void TestSummaryPane::itSaysWhatToDoWhenNothingIsSelected()
{
    QVERIFY(child<QLabel>(u"summaryEmptyLabel"_s)->isVisible());
    QVERIFY(!text()->isVisible());
    m_pane->showThread(test::threadOf(3, u"[PATCH] x"_s), std::nullopt);
    QVERIFY(child<QLabel>(u"noSummaryLabel"_s)->isVisible());
    QCOMPARE(child<QPushButton>(u"regenerateButton"_s)->text(), u"Summarise"_s);
    m_pane->clear();
    QVERIFY(child<QLabel>(u"summaryEmptyLabel"_s)->isVisible());
}

void TestSummaryPane::titleAndSizeAreShownAsPlainText()
{
    const QString hostile = u"<img src='https://example.invalid/x'> <b>bold</b> **x**"_s;
    m_pane->showThread(test::threadOf(3, hostile), std::nullopt);
    const auto* title = child<QLabel>(u"threadTitleLabel"_s);
    QCOMPARE(title->text(), hostile);
    QCOMPARE(title->textFormat(), Qt::PlainText);
    QVERIFY(child<QLabel>(u"threadSizeLabel"_s)->text().startsWith(u"3 mail"_s));
}

void TestSummaryPane::factsBecomeBadges()
{
    m_pane->showThread(test::threadOf(6, u"[PATCH v2 0/4] x"_s), test::someFacts());
    QCOMPARE(child<Badge>(u"seriesBadge"_s)->text(), u"v2 · 3/4 patches"_s);
    QVERIFY(child<Badge>(u"seriesBadge"_s)->accessibleName().contains(u"Missing: 3"_s));
    QCOMPARE(child<Badge>(u"reviewedBadge"_s)->text(), u"R 2"_s);
    QCOMPARE(child<Badge>(u"ackedBadge"_s)->text(), u"A 1"_s);
    QVERIFY(child<Badge>(u"testedBadge"_s) == nullptr);
    QVERIFY(child<Badge>(u"reviewedBadge"_s)->toolTip().contains(u"Alan Example"_s));
    QVERIFY(!child<Badge>(u"reviewedBadge"_s)->toolTip().contains(u"<b>"_s));
    QVERIFY(child<Badge>(u"appliedBadge"_s) != nullptr);
    QVERIFY(child<Badge>(u"botFailuresBadge"_s)->toolTip().contains(u"error: y"_s));
    QCOMPARE(child<Badge>(u"objectionsBadge"_s)->text(), u"1 objection(s)"_s);
    QVERIFY(child<Badge>(u"objectionsBadge"_s)->toolTip().contains(u"[3] Ada Example: I don"_s));
    QVERIFY(child<Badge>(u"awaitingBadge"_s)->accessibleName().contains(u"questions are open"_s));
    QVERIFY(child<Badge>(u"openQuestionsBadge"_s)->toolTip().contains(u"Why is the lock"_s));
    QCOMPARE(child<Badge>(u"awaitingBadge"_s)->text(), u"Waits for the author"_s);
    m_pane->showThread(test::threadOf(6, u"[PATCH v2 0/4] x"_s), thread::Facts());
    QTRY_VERIFY(child<Badge>(u"seriesBadge"_s) == nullptr);
}

void TestSummaryPane::aBadgeLeadsToItsMails()
{
    m_pane->showThread(test::threadOf(6, u"x"_s), test::someFacts());
    QSignalSpy mail(m_pane.get(), &SummaryPane::mailRequested);
    auto* badge = child<Badge>(u"reviewedBadge"_s);
    QCOMPARE(badge->focusPolicy(), Qt::StrongFocus);
    badge->setFocus();
    QTest::keyClick(badge, Qt::Key_Space);
    auto* menu = badge->findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    menu->actions().at(1)->trigger();
    QCOMPARE(mail.first().first().toInt(), 4);
    menu->close();
}

void TestSummaryPane::aBadgeOfOneMailLeadsThereAtOnce()
{
    m_pane->showThread(test::threadOf(6, u"x"_s), test::someFacts());
    QSignalSpy mail(m_pane.get(), &SummaryPane::mailRequested);
    for (const auto& [name, number] :
         {std::pair(u"objectionsBadge"_s, 3), std::pair(u"awaitingBadge"_s, 2)}) {
        auto* badge = child<Badge>(name);
        QCOMPARE(badge->focusPolicy(), Qt::StrongFocus);
        badge->setFocus();
        QTest::keyClick(badge, Qt::Key_Space);
        QCOMPARE(mail.takeLast().first().toInt(), number);
        QVERIFY(badge->findChild<QMenu*>() == nullptr);
    }
}

void TestSummaryPane::aDigestIsNeverCalledAi()
{
    const QString line = provenanceLine(record(1, store::SummaryKind::Digest, u"x"_s, 3), {});
    QVERIFY(!line.contains(u"AI"_s));
    QVERIFY(line.contains(u"digest"_s));
}

void TestSummaryPane::aModelsSummaryNamesItsSourceAndClaims()
{
    auto summary = record(1, store::SummaryKind::Model, u"x"_s, 3);
    summary.claims = {{u"a"_s, {1}, true}, {u"b"_s, {2}, false}, {u"c"_s, {3}, true}};
    const QString line = provenanceLine(summary, {{u"p1"_s, u"My server"_s}});
    QVERIFY2(line.contains(u"small-model at My server"_s), qPrintable(line));
    QVERIFY(line.contains(u"2 of 3 claims verified"_s));
    QVERIFY(line.startsWith(u"AI summary"_s));
}

void TestSummaryPane::theCurrentVersionIsShown()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    auto newer = record(2, store::SummaryKind::Model, u"newer"_s, 3);
    auto older = record(1, store::SummaryKind::Digest, u"older"_s, 3);
    older.current = true;
    m_pane->setVersions({newer, older}, "old");
    QTRY_COMPARE(text()->toPlainText(), u"older"_s);
    QVERIFY(!child<QLabel>(u"noSummaryLabel"_s)->isVisible());
    QCOMPARE(child<QPushButton>(u"regenerateButton"_s)->text(), u"Regenerate"_s);
    QVERIFY(!child<Badge>(u"staleBadge"_s)->isVisible());
}

void TestSummaryPane::choosingAVersionAsksForIt()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    auto newer = record(2, store::SummaryKind::Model, u"newer"_s, 3);
    newer.current = true;
    m_pane->setVersions({newer, record(1, store::SummaryKind::Digest, u"older"_s, 3)}, "old");
    QSignalSpy chosen(m_pane.get(), &SummaryPane::versionChosen);
    QVERIFY(child<QToolButton>(u"chooseVersionButton"_s)->isVisible());
    const QList<QAction*> actions = child<QMenu>(u"versionsMenu"_s)->actions();
    QCOMPARE(actions.size(), 4); // a line and the comparison below
    QVERIFY(actions.at(0)->isChecked());
    actions.at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<SummaryId>(), SummaryId{1});
}

void TestSummaryPane::newMailMarksASummaryAsOld()
{
    m_pane->showThread(test::threadOf(6, u"x"_s), std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"x"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "new");
    QVERIFY(child<Badge>(u"staleBadge"_s)->isVisible());
    QVERIFY(child<Badge>(u"staleBadge"_s)->text().startsWith(u"3 new mail"_s));
}

void TestSummaryPane::citationsOfAnOldVersionFindTheirMail()
{
    // A late mail came in before what was number 2: it is number 3 today.
    thread::Listing listing = test::threadOf(4, u"x"_s);
    std::swap(listing.mails[1].mail.id, listing.mails[2].mail.id);
    m_pane->showThread(listing, std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"see [2]"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "new");
    QSignalSpy mail(m_pane.get(), &SummaryPane::mailRequested);
    Q_EMIT text()->mailRequested(2);
    QCOMPARE(mail.size(), 1);
    QCOMPARE(mail.first().first().toInt(), 3);
}

void TestSummaryPane::aCitationOfAMailThatIsGoneIsSaid()
{
    m_pane->showThread(test::threadOf(2, u"x"_s), std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"see [3]"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "new");
    QSignalSpy mail(m_pane.get(), &SummaryPane::mailRequested);
    Q_EMIT text()->mailRequested(3);
    QVERIFY(mail.isEmpty());
    QVERIFY(child<Banner>(u"banner"_s)->message().contains(u"[3]"_s));
}

void TestSummaryPane::theOldTextStaysUntilTextArrives()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"old text"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "old");
    QTRY_COMPARE(text()->toPlainText(), u"old text"_s);
    m_pane->beginRun(u"small-model"_s);
    QVERIFY(child<QPushButton>(u"stopButton"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"regenerateButton"_s)->isEnabled());
    QCOMPARE(text()->toPlainText(), u"old text"_s);
    m_pane->showStreaming(u"new te"_s);
    QTRY_COMPARE(text()->toPlainText(), u"new te"_s);
    QVERIFY(child<QLabel>(u"provenanceLabel"_s)->text().isEmpty());
    m_pane->endRun(success());
    auto made = record(2, store::SummaryKind::Model, u"new text"_s, 3);
    made.current = true;
    summary.current = false;
    m_pane->setVersions({made, summary}, "old");
    QTRY_COMPARE(text()->toPlainText(), u"new text"_s);
    QVERIFY(!child<QPushButton>(u"stopButton"_s)->isVisible());
}

void TestSummaryPane::anErrorShowsItsSentenceAndTheOldText()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"old text"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "old");
    m_pane->beginRun(u"small-model"_s);
    m_pane->showStreaming(u"half"_s);
    QTRY_COMPARE(text()->toPlainText(), u"half"_s);
    m_pane->endRun(fail(ErrorCode::ModelAuth, u"My server refused the key. Check it in the settings."_s));
    QTRY_COMPARE(text()->toPlainText(), u"old text"_s);
    auto* banner = child<Banner>(u"banner"_s);
    QCOMPARE(banner->message(), u"My server refused the key. Check it in the settings."_s);
    QCOMPARE(banner->kind(), Banner::Kind::Error);
    QSignalSpy again(m_pane.get(), &SummaryPane::regenerateRequested);
    child<QPushButton>(u"runBannerActionButton"_s)->click();
    QCOMPARE(again.size(), 1);
}

void TestSummaryPane::stoppingIsNoError()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    m_pane->beginRun(u"small-model"_s);
    QSignalSpy stop(m_pane.get(), &SummaryPane::stopRequested);
    child<QPushButton>(u"stopButton"_s)->click();
    QCOMPARE(stop.size(), 1);
    m_pane->endRun(fail(ErrorCode::Cancelled, u"Cancelled."_s));
    QCOMPARE(child<Banner>(u"banner"_s)->kind(), Banner::Kind::Information);
    QVERIFY(child<QLabel>(u"noSummaryLabel"_s)->isVisible());
}

void TestSummaryPane::anotherThreadEndsTheRunOfThisOne()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    m_pane->beginRun(u"small-model"_s);
    m_pane->showStreaming(u"half"_s);
    thread::Listing other = test::threadOf(2, u"other"_s);
    other.thread = ThreadId{8};
    other.root = MessageId{"b@example.invalid"};
    m_pane->showThread(other, std::nullopt);
    QVERIFY(!child<QPushButton>(u"stopButton"_s)->isVisible());
    // Another pane streams later: when it shows its text, this one's throttle is over, too.
    SummaryPane witness(m_prompts);
    witness.show();
    witness.showThread(other, std::nullopt);
    witness.beginRun(u"small-model"_s);
    witness.showStreaming(u"half"_s);
    QTRY_COMPARE(witness.findChild<MarkdownView*>(u"summaryText"_s)->toPlainText(), u"half"_s);
    QVERIFY(text()->toPlainText().isEmpty());
}

void TestSummaryPane::theSameThreadKeepsItsVersions()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    auto summary = record(1, store::SummaryKind::Digest, u"old text"_s, 3);
    summary.current = true;
    m_pane->setVersions({summary}, "old");
    m_pane->showThread(test::threadOf(4, u"x"_s), test::someFacts());
    QTRY_COMPARE(text()->toPlainText(), u"old text"_s);
    QVERIFY(child<Badge>(u"seriesBadge"_s) != nullptr);
}

void TestSummaryPane::streamingIsThrottled()
{
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    m_pane->beginRun(u"small-model"_s);
    QSignalSpy rendered(text(), &MarkdownView::rendered);
    QString all;
    for (int token = 0; token < 500; ++token) {
        all += u"word "_s;
        m_pane->showStreaming(all);
    }
    QTRY_COMPARE(text()->toPlainText(), all.trimmed());
    QVERIFY2(rendered.size() <= 2, qPrintable(QString::number(rendered.size())));
}

void TestSummaryPane::theKeyboardStaysWithTheRun()
{
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get(), test::Patience));
    m_pane->showThread(test::threadOf(3, u"x"_s), std::nullopt);
    child<QPushButton>(u"regenerateButton"_s)->setFocus();
    m_pane->beginRun(u"small-model"_s);
    QVERIFY(child<QPushButton>(u"stopButton"_s)->hasFocus());
    m_pane->endRun(success());
    QVERIFY(child<QPushButton>(u"regenerateButton"_s)->hasFocus());
}

QTEST_MAIN(TestSummaryPane)
#include "test_summarypane.moc"
