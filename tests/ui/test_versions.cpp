// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/prompts.h"
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/dialogs/editsummarydialog.h"
#include "ui/dialogs/glossarydialog.h"
#include "ui/dialogs/instructiondialog.h"
#include "ui/dialogs/receiptdialog.h"
#include "ui/dialogs/versionsdialog.h"
#include "ui/markdownview.h"
#include "ui/summaryflow.h"
#include "ui/summarynotes.h"
#include "ui/summarypane.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

using namespace lb;
using namespace lb::test;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

template <typename T>
T waitFor(const QFuture<T>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience))
        qFatal("the library did not answer");
    return future.result();
}

/// What a model says of a thread in one claim; the words are nowhere in the sample, so it is not verified.
Result<llm::ChatAnswer> answerWith(const QString& claim, const QString& gist = {})
{
    const QJsonObject one{{u"kind"_s, u"change"_s},        {u"text"_s, claim},
                          {u"who"_s, QJsonArray{u"m1"_s}}, {u"cites"_s, QJsonArray{u"m1"_s}},
                          {u"quote"_s, QString()},         {u"window"_s, u"new"_s}};
    const QJsonObject whole{{u"gist"_s, gist},
                            {u"claims"_s, QJsonArray{one}},
                            {u"open"_s, QJsonArray()},
                            {u"stances"_s, QJsonArray()},
                            {u"context"_s, u"complete"_s},
                            {u"lang"_s, u"en"_s}};
    llm::ChatAnswer answer;
    answer.text = QString::fromUtf8(QJsonDocument(whole).toJson());
    answer.model = u"tester-1"_s;
    answer.tokensIn = 100;
    answer.tokensOut = 10;
    return answer;
}

/// The sample's window with a model that ScriptedChat plays.
class Rig : public WindowRig
{
public:
    explicit Rig(const QString& folder = {}) : WindowRig(folder)
    {
        llm::Provider provider;
        provider.id = u"tester"_s;
        provider.name = u"Tester"_s;
        provider.endpoint = u"http://127.0.0.1:9/v1"_s;
        provider.model = u"tester-1"_s;
        llm::Provider other = provider;
        other.id = u"other"_s;
        other.name = u"Another"_s;
        other.model = u"other-1"_s;
        settings.set(keys::Providers, QString::fromUtf8(llm::toJson({provider, other})));
        settings.set(keys::Provider, provider.id);
    }
    [[nodiscard]] SummaryMark mark() { return window->threads().marks().value(currentThread()).summary; }
    [[nodiscard]] bool waitForMark(SummaryMark wanted)
    {
        return QTest::qWaitFor([this, wanted] { return mark() == wanted; }, Patience) && waitForJobs();
    }
    [[nodiscard]] SummaryPane& pane() { return *window->findChild<SummaryPane*>(); }
    [[nodiscard]] QString text() { return window->findChild<MarkdownView*>(u"summaryText"_s)->markdown(); }
    /// A summary of one claim for the current thread; true once it is shown.
    [[nodiscard]] bool summarise(const QString& claim, const QString& gist = {})
    {
        chat.reply = [claim, gist](const llm::ChatRequest&) { return answerWith(claim, gist); };
        key(Qt::Key_R, Qt::ControlModifier);
        const auto isShown = [this, claim] {
            const store::SummaryRecord* current = window->findChild<SummaryFlow*>()->current();
            return current != nullptr && current->text.contains(claim) && text().contains(claim);
        };
        return QTest::qWaitFor(isShown, Patience) && waitForJobs();
    }
    /// After a dialog: its keys belong to the window again.
    [[nodiscard]] bool isBack()
    {
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get(), Patience);
    }
    void act(ActionId id) { window->actions()[id]->trigger(); }
    template <typename T>
    T* dialog()
    {
        (void)QTest::qWaitFor([this] { return window->findChild<T*>() != nullptr; }, Patience);
        return window->findChild<T*>();
    }
    template <typename T>
    T* child(const QString& name)
    {
        return window->findChild<T*>(name);
    }
};

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGistStandsBelowItsThread();
    void aNewVersionIsComparedAndTheEarlierKept();
    void theEarlierVersionCanBeReadWhileTheNewOneComes();
    void anInstructionGoesAlong();
    void anotherModelIsAsked();
    void whatWouldBeSentIsShownAndNotSent();
    void whatWasSentIsKept();
    void theOtherLanguageNeedsNoMail();
    void newMailIsSaidAndTakenUp();
    void theUsersOwnTextStandsUntilHeTakesItBack();
    void unsupportedClaimsAreHiddenOnRequest();
    void eachListHasItsGlossary();
};

void TestVersions::theGistStandsBelowItsThread()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    const auto gist = [&rig] { return rig.current().data(ThreadTreeModel::GistRole).toString(); };
    QVERIFY(!gist().isEmpty()); // the digest's: its author's first words
    const int two = rig.tree()->visualRect(rig.current()).height();
    const QModelIndex category = rig.window->threads().index(0, 0);
    QVERIFY(two > rig.tree()->visualRect(category).height());
    QVERIFY(rig.current().data(Qt::AccessibleTextRole).toString().endsWith(gist()));
    rig.act(ActionId::ShowGists);
    QTRY_COMPARE(rig.tree()->visualRect(rig.current()).height(), rig.tree()->visualRect(category).height());
    rig.act(ActionId::ShowGists);
    QTRY_COMPARE(rig.tree()->visualRect(rig.current()).height(), two);
}

void TestVersions::aNewVersionIsComparedAndTheEarlierKept()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    const auto news = [&rig] { return rig.pane().notes().said(SummaryNotes::Kind::NewVersion); };
    QVERIFY(rig.summarise(u"First of all the table"_s));
    QVERIFY(news().isEmpty()); // it took the digest's place
    QVERIFY(rig.summarise(u"Second thoughts on the table"_s));
    QTRY_VERIFY(!news().isEmpty());
    takeScreenshot(*rig.window, u"window-new-version"_s);
    rig.key(Qt::Key_D, Qt::ControlModifier);
    auto* dialog = rig.dialog<VersionsDialog>();
    QVERIFY(dialog != nullptr);
    QSignalSpy compared(dialog, &VersionsDialog::compared);
    QVERIFY(compared.size() == 1 || compared.wait(Patience));
    dialog->reject();
    QVERIFY(rig.isBack());
    // Reading on and coming back, it is still news.
    rig.key(Qt::Key_J);
    QTRY_VERIFY(news().isEmpty());
    rig.key(Qt::Key_K);
    QTRY_VERIFY(!news().isEmpty());
    QTest::mouseClick(rig.child<QToolButton>(u"keepEarlierButton"_s), Qt::LeftButton);
    QTRY_VERIFY(rig.text().contains(u"First of all"_s));
    QVERIFY(news().isEmpty());
}

void TestVersions::theEarlierVersionCanBeReadWhileTheNewOneComes()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    QVERIFY(rig.summarise(u"First of all the table"_s));
    rig.chat.reply = {};
    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(rig.chat.streams.size(), 2);
    auto* earlier = rig.child<QToolButton>(u"showEarlierButton"_s);
    QVERIFY(!earlier->isVisible());
    QVERIFY(rig.text().contains(u"First of all"_s)); // until text arrives
    rig.chat.streams.constLast()->say(u"Something else"_s);
    QTRY_COMPARE(rig.text(), u"Something else"_s);
    QVERIFY(earlier->isVisible());
    QTest::mouseClick(earlier, Qt::LeftButton);
    QVERIFY(rig.text().contains(u"First of all"_s));
    QTest::mouseClick(earlier, Qt::LeftButton);
    QCOMPARE(rig.text(), u"Something else"_s);
    rig.key(Qt::Key_Escape);
    QTRY_VERIFY(rig.text().contains(u"First of all"_s));
    QVERIFY(rig.waitForJobs());
}

void TestVersions::anInstructionGoesAlong()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    rig.chat.reply = [](const llm::ChatRequest&) { return answerWith(u"Locking it is"_s); };
    rig.key(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    auto* dialog = rig.dialog<InstructionDialog>();
    QVERIFY(dialog != nullptr);
    QTest::keyClicks(dialog->findChild<QComboBox*>(u"instructionBox"_s)->lineEdit(),
                     u"Focus on the locking question"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"instructButton"_s), Qt::LeftButton);
    QTRY_VERIFY(rig.text().contains(u"Locking it is"_s));
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.chat.requests.size(), 1);
    QVERIFY(rig.chat.requests.constFirst().user.contains(u"Focus on the locking question"_s));
    QVERIFY(rig.settings.get(keys::Instructions).contains(u"locking"_s));
}

void TestVersions::anotherModelIsAsked()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    rig.chat.reply = [](const llm::ChatRequest&) { return answerWith(u"By the other one"_s); };
    auto* models = rig.child<QMenu>(u"modelsMenu"_s);
    Q_EMIT models->aboutToShow();
    QCOMPARE(models->actions().size(), 2);
    QVERIFY(models->actions().constFirst()->isChecked()); // the usual one
    models->actions().constLast()->trigger();
    QTRY_VERIFY(rig.text().contains(u"By the other one"_s));
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.chat.requests.constLast().provider.id, u"other"_s);
    QCOMPARE(rig.settings.get(keys::Provider), u"tester"_s);
}

void TestVersions::whatWouldBeSentIsShownAndNotSent()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    rig.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = rig.dialog<ReceiptDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(rig.chat.requests.isEmpty());
    const QString preview = dialog->findChild<QPlainTextEdit*>(u"receiptPrompt"_s)->toPlainText();
    delete dialog;
    QVERIFY(rig.isBack());
    QVERIFY(rig.summarise(u"As it was said"_s));
    QCOMPARE(rig.chat.requests.constFirst().user, preview);
}

void TestVersions::whatWasSentIsKept()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    rig.act(ActionId::WhatWasSent); // of a digest: nothing
    QVERIFY(rig.window->findChild<ReceiptDialog*>() == nullptr);
    QVERIFY(rig.summarise(u"As it was said"_s));
    rig.key(Qt::Key_I, Qt::ControlModifier);
    auto* dialog = rig.dialog<ReceiptDialog>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"receiptPrompt"_s)->toPlainText(),
             rig.chat.requests.constFirst().user);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"receiptSystem"_s)->toPlainText(),
             rig.chat.requests.constFirst().system);
}

void TestVersions::theOtherLanguageNeedsNoMail()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    QVERIFY(rig.summarise(u"First of all the table"_s, u"A table."_s));
    QCOMPARE(rig.chat.requests.size(), 1);
    const QString gist = rig.current().data(ThreadTreeModel::GistRole).toString();
    rig.chat.reply = [](const llm::ChatRequest& request) -> Result<llm::ChatAnswer> {
        QJsonArray texts;
        static const QRegularExpression id(u"\"id\":\"([a-z0-9]+)\""_s);
        for (auto all = id.globalMatch(request.user); all.hasNext();)
            texts.append(QJsonObject{{u"id"_s, all.next().captured(1)}, {u"text"_s, u"首先是这个表格"_s}});
        llm::ChatAnswer answer;
        answer.text = QString::fromUtf8(QJsonDocument(QJsonObject{{u"texts"_s, texts}}).toJson());
        answer.model = u"tester-1"_s;
        return answer;
    };
    rig.key(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(rig.text().contains(u"首先是这个表格"_s));
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.chat.requests.size(), 2);
    const QString mail = rig.window->threads().listing(rig.currentThread())->mails.front().mail.from.name;
    QVERIFY(rig.chat.requests.constFirst().user.contains(mail));
    QVERIFY(!rig.chat.requests.constLast().user.contains(mail)); // sentences alone
    QCOMPARE(rig.current().data(ThreadTreeModel::GistRole).toString(), gist);
    rig.key(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(rig.text().contains(u"First of all"_s));
    rig.key(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(rig.text().contains(u"首先是这个表格"_s));
    QCOMPARE(rig.chat.requests.size(), 2); // what is known is not asked for again
}

void TestVersions::newMailIsSaidAndTakenUp()
{
    const QTemporaryDir home;
    ThreadId thread;
    {
        Rig rig(home.path());
        QVERIFY(rig.openSample());
        QVERIFY(rig.waitForMark(SummaryMark::Digest));
        thread = rig.currentThread();
        const thread::Listing* listing = rig.window->threads().listing(thread);
        // As it was made before the last mail came.
        store::SummaryRecord older;
        older.list = rig.window->threads().arrangement().snapshot->scope.list;
        older.anchor = listing->root;
        older.kind = store::SummaryKind::Model;
        older.text = u"- First of all the table [1]"_s;
        older.gist = u"A table."_s;
        older.provider = u"tester"_s;
        older.model = older.modelAsked = u"tester-1"_s;
        older.promptVersion = summary::threadPrompt(Language::English).version;
        older.key = older.sourceKey = "older";
        older.created = rig.clock.now();
        older.claims = {{u"First of all the table"_s, {1}, true}};
        older.extraction = answerWith(u"First of all the table"_s)->text.toUtf8();
        for (const thread::ListedMail& listed : listing->mails)
            older.cited.append(listed.mail.id);
        older.cited.removeLast();
        QVERIFY(waitFor(rig.store.saveSummary(older)));
        rig.window->close();
    }
    Rig rig(home.path());
    rig.show();
    QVERIFY(rig.waitForThreads(26));
    QTRY_COMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Stale);
    QTRY_COMPARE(rig.currentThread(), thread);
    const QString gist = rig.current().data(ThreadTreeModel::GistRole).toString();
    QVERIFY2(gist.startsWith(u"1 new mail"_s) && gist.endsWith(u"A table."_s), qPrintable(gist));
    auto* update = rig.child<QToolButton>(u"updateSummaryButton"_s);
    QTRY_VERIFY(update->isVisible());
    takeScreenshot(*rig.window, u"window-stale"_s);
    QVERIFY2(update->toolTip().contains(u"1 new mail"_s), qPrintable(update->toolTip()));
    rig.prompts->accept = false;
    rig.act(ActionId::UpdateStale);
    QTRY_COMPARE(rig.prompts->questions.size(), 1); // once what it takes is worked out
    QVERIFY(rig.prompts->questions.constFirst().text.contains(u"1 thread"_s)); // counted first
    rig.chat.reply = [](const llm::ChatRequest&) { return answerWith(u"With the last mail"_s); };
    QTest::mouseClick(update, Qt::LeftButton);
    QTRY_VERIFY(rig.text().contains(u"With the last mail"_s));
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.chat.requests.size(), 1);
    QVERIFY(rig.chat.requests.constFirst().user.contains(u"First of all the table"_s)); // the earlier claims
    QTRY_VERIFY(!update->isVisible());
    QCOMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Model);
}

void TestVersions::theUsersOwnTextStandsUntilHeTakesItBack()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    QVERIFY(rig.summarise(u"First of all the table"_s));
    const auto note = [&rig] { return rig.pane().notes().said(SummaryNotes::Kind::Edited); };
    rig.key(Qt::Key_F2);
    auto* dialog = rig.dialog<EditSummaryDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->text().contains(u"First of all"_s)); // the start
    dialog->findChild<QPlainTextEdit*>(u"ownText"_s)->setPlainText(u"- In my own words [1]"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"saveOwnTextButton"_s), Qt::LeftButton);
    QTRY_COMPARE(rig.text(), u"- In my own words [1]"_s);
    QVERIFY(!note().isEmpty());
    QVERIFY(rig.isBack());
    rig.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(rig.text().contains(u"First of all"_s));
    rig.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(rig.text(), u"- In my own words [1]"_s);
    // A run leaves it and says that there is something newer.
    rig.chat.reply = [](const llm::ChatRequest&) { return answerWith(u"Second thoughts"_s); };
    rig.clock.set(rig.clock.now().addSecs(3600));
    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(note().contains(u"newer version"_s));
    QCOMPARE(rig.text(), u"- In my own words [1]"_s);
    QTest::mouseClick(rig.child<QToolButton>(u"showMachineTextButton"_s), Qt::LeftButton);
    QVERIFY(rig.text().contains(u"Second thoughts"_s));
}

void TestVersions::unsupportedClaimsAreHiddenOnRequest()
{
    Rig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForMark(SummaryMark::Digest));
    QVERIFY(rig.summarise(u"Everything was merged in v99"_s));
    rig.act(ActionId::HideDoubtful);
    QTRY_VERIFY(!rig.text().contains(u"v99"_s));
    QVERIFY(!rig.pane().notes().said(SummaryNotes::Kind::HiddenClaims).isEmpty());
    QCOMPARE(rig.settings.get(keys::HideDoubtful), 1);
    rig.act(ActionId::HideDoubtful);
    QTRY_VERIFY(rig.text().contains(u"v99"_s));
}

void TestVersions::eachListHasItsGlossary()
{
    Rig rig;
    QVERIFY(rig.openSample());
    const QModelIndex list = rig.lists()->model()->index(0, 0);
    Q_EMIT rig.lists()->customContextMenuRequested(rig.lists()->visualRect(list).center());
    auto* menu = rig.lists()->findChild<QMenu*>(u"listMenu"_s);
    QVERIFY(menu != nullptr && menu->actions().contains(rig.window->actions()[ActionId::EditGlossary]));
    menu->close();
    rig.act(ActionId::EditGlossary);
    auto* dialog = rig.dialog<GlossaryDialog>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPlainTextEdit*>(u"glossaryText"_s)->setPlainText(u"KVM = Knitted Vests Monthly"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"saveGlossaryButton"_s), Qt::LeftButton);
    QVERIFY(rig.isBack());
    QVERIFY(rig.summarise(u"As it was said"_s));
    const QString prompt = rig.chat.requests.constLast().user;
    QVERIFY(prompt.contains(u"KVM = Knitted Vests Monthly"_s));
    QVERIFY(!prompt.contains(u"Kernel-based Virtual Machine"_s));
}

QTEST_MAIN(TestVersions)
#include "test_versions.moc"
