// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation in the window: what is selected is what is read.
#include "support/fakeservices.h"
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/conversation/conversationpane.h"
#include "ui/conversation/conversationview.h"
#include "ui/mailpane.h"
#include "ui/pagebuilder.h"
#include "ui/readingpane.h"
#include "ui/summarypane.h"

#include <QLabel>
#include <QScrollBar>
#include <QStyleFactory>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestReadingPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSelectedThreadIsShown();
    void aSelectedMailIsGoneTo();
    void citationsGoToTheCardOrTheMail();
    void keysLeadToBothTabs();
    void theTabOnTopIsRemembered();
    void spaceAtTheEndGoesToTheNextThread();
    void keysOfThePageWorkOnlyThere();
    void seenMailIsReadAndUndone();
    void openingTheProgramMarksNothing();
    void matchesAreCounted();
    void emptyAndFailedAreSaid();
    void looksRight_data();
    void looksRight();

private:
    static ConversationView* view(const WindowRig& rig)
    {
        return rig.window->findChild<ConversationView*>(u"conversationView"_s);
    }
    static ReadingPane* pane(const WindowRig& rig)
    {
        return rig.window->findChild<ReadingPane*>(u"readingPane"_s);
    }
    /// The thread whose title has the words becomes current; waits for its page.
    static bool choose(const WindowRig& rig, const QString& words)
    {
        for (const ThreadId thread : rig.window->threads().shownThreads()) {
            if (!rig.window->threads().listing(thread)->title.contains(words))
                continue;
            rig.tree()->setCurrentIndex(rig.window->threads().threadIndex(thread));
            return QTest::qWaitFor([&] { return view(rig)->page().thread == thread; }, 20000);
        }
        return false;
    }
    static int currentNumber(const WindowRig& rig)
    {
        const Conversation& page = view(rig)->page();
        const Item& item = page.items[static_cast<std::size_t>(view(rig)->currentItem())];
        return page.mails[static_cast<std::size_t>(item.mail)].number;
    }
};

void TestReadingPane::aSelectedThreadIsShown()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->conversation());
    QCOMPARE(view(rig)->page().mails.size(), 11U);
    QVERIFY(view(rig)->isVisible());
    rig.key(Qt::Key_J);
    QTRY_COMPARE(view(rig)->page().thread, rig.currentThread());
}

void TestReadingPane::aSelectedMailIsGoneTo()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    const thread::Listing* listing = rig.window->threads().listing(rig.currentThread());
    const thread::ListedMail& mail = listing->mails[8];
    QSignalSpy shown(pane(rig)->mail(), &MailPane::shown);
    rig.tree()->setCurrentIndex(rig.window->threads().mailIndex(listing->thread, mail.mail.row));
    QTRY_COMPARE(currentNumber(rig), mail.number);
    QVERIFY(view(rig)->viewport()->rect().intersects(view(rig)->itemRect(view(rig)->currentItem())));
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->conversation()); // the tab is the reader's choice
    QTRY_VERIFY(view(rig)->read()[8]); // selecting a mail reads it, as before
}

void TestReadingPane::citationsGoToTheCardOrTheMail()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    auto* summary = rig.window->findChild<SummaryPane*>();
    Q_EMIT summary->mailRequested(7);
    QTRY_COMPARE(currentNumber(rig), 7);
    QVERIFY(view(rig)->run(PageCommand::NextCard));
    Q_EMIT summary->mailRequested(7); // it is selected already: gone to all the same
    QCOMPARE(currentNumber(rig), 7);
    pane(rig)->setCurrentWidget(pane(rig)->mail());
    QSignalSpy shown(pane(rig)->mail(), &MailPane::shown);
    Q_EMIT summary->mailRequested(9);
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->mail());
}

void TestReadingPane::keysLeadToBothTabs()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    rig.key(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->mail());
    QTRY_VERIFY(pane(rig)->mail()->isAncestorOf(rig.window->focusWidget()));
    rig.key(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->conversation());
    QTRY_VERIFY(view(rig)->hasFocus());
    rig.key(Qt::Key_Q); // the open question of that thread
    const Conversation& page = view(rig)->page();
    QVERIFY(page.items[static_cast<std::size_t>(view(rig)->currentItem())].isQuestion);
    const int number = currentNumber(rig);
    rig.key(Qt::Key_Return, Qt::ShiftModifier); // its mail
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->mail());
    QCOMPARE(rig.current().data(ThreadTreeModel::MailRole).value<MailId>(),
             page.mails[static_cast<std::size_t>(number - 1)].row);
}

void TestReadingPane::theTabOnTopIsRemembered()
{
    const QTemporaryDir home;
    {
        WindowRig rig(home.path());
        QVERIFY(rig.openSample());
        rig.key(Qt::Key_5, Qt::AltModifier);
        rig.window->close();
    }
    WindowRig rig(home.path());
    rig.show();
    QVERIFY(rig.waitForThreads(26));
    QCOMPARE(pane(rig)->currentWidget(), pane(rig)->mail());
}

void TestReadingPane::spaceAtTheEndGoesToTheNextThread()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    const ThreadId thread = rig.currentThread();
    view(rig)->setFocus();
    QTRY_VERIFY(view(rig)->isMeasured());
    rig.key(Qt::Key_End);
    rig.key(Qt::Key_Space);
    QVERIFY(rig.currentThread() != thread);
    QVERIFY(view(rig)->hasFocus());
    QTRY_COMPARE(view(rig)->page().thread, rig.currentThread());
    QCOMPARE(view(rig)->verticalScrollBar()->value(), 0);
}

void TestReadingPane::keysOfThePageWorkOnlyThere()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    rig.tree()->setFocus();
    rig.key(Qt::Key_Period);
    QCOMPARE(view(rig)->currentItem(), 0);
    view(rig)->setFocus();
    rig.key(Qt::Key_Period);
    QVERIFY(view(rig)->currentItem() > 0);
    const ThreadId thread = rig.currentThread();
    rig.key(Qt::Key_J); // threads are stepped through from here, too
    QVERIFY(rig.currentThread() != thread);
}

void TestReadingPane::seenMailIsReadAndUndone()
{
    WindowRig rig({}, 1);
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    const ThreadId thread = rig.currentThread();
    const auto unread = [&] { return rig.window->threads().marks().value(thread).unread; };
    QTRY_VERIFY(unread() < 11);
    QVERIFY(unread() > 0); // what is further down was not seen
    QAction* undo = rig.window->actions()[ActionId::Undo];
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_COMPARE(unread(), 11);
    QVERIFY(!view(rig)->read()[1]);
    rig.window->actions()[ActionId::Redo]->trigger();
    QTRY_VERIFY(unread() < 11);
}

void TestReadingPane::openingTheProgramMarksNothing()
{
    WindowRig rig({}, 1);
    QVERIFY(rig.openSample());
    QTRY_VERIFY(!view(rig)->page().items.empty());
    QTRY_VERIFY(view(rig)->isMeasured());
    QVERIFY(rig.waitForJobs());
    const ThreadId thread = rig.currentThread();
    const int all = rig.window->threads().listing(thread)->newMails;
    QCOMPARE(rig.window->threads().marks().value(thread).unread, all);
    view(rig)->setFocus();
    rig.key(Qt::Key_Down); // now somebody reads
    QTRY_VERIFY(rig.window->threads().marks().value(thread).unread < all);
}

void TestReadingPane::matchesAreCounted()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(choose(rig, u"GICv5"_s));
    view(rig)->setFocus();
    rig.key(Qt::Key_F, Qt::ControlModifier);
    auto* line = pane(rig)->conversation()->findChild<QLineEdit*>(u"findMailLineEdit"_s);
    auto* result = pane(rig)->conversation()->findChild<QLabel*>(u"findResultLabel"_s);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"compat setup"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(result->text(), u"1 of 1"_s);
    line->clear();
    QTest::keyClicks(line, u"gic"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(result->text().endsWith(u" of %1"_s.arg(findInPage(view(rig)->page(), u"gic"_s).size())));
    const QString first = result->text();
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(result->text() != first);
    QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(result->text(), first);
    line->clear();
    QTest::keyClicks(line, u"nobody wrote this"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(result->text(), u"Not found"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(view(rig)->hasFocus());
}

void TestReadingPane::emptyAndFailedAreSaid()
{
    FakeServices services;
    ScriptedPrompts prompts;
    ConversationPane pane(services.services(), prompts);
    pane.show();
    auto* label = pane.findChild<QLabel*>(u"conversationEmptyLabel"_s);
    QCOMPARE(label->text(), u"Select a thread to read its conversation."_s);
    QVERIFY(label->isVisible());
    QSignalSpy shown(&pane, &ConversationPane::shown);
    pane.showThread(seriesThread().listing(), {}, true); // whose mails are not in the library
    QTRY_VERIFY(label->text() != u"Select a thread to read its conversation."_s);
    QTRY_VERIFY(!label->text().contains(u"being read"_s));
    QVERIFY(!label->text().isEmpty());
    QCOMPARE(shown.size(), 0);
    pane.clear();
    QCOMPARE(label->text(), u"Select a thread to read its conversation."_s);
}

void TestReadingPane::looksRight_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QSize>("size");
    for (const auto& [name, size] :
         {std::pair{"1280x800", QSize(1280, 800)}, std::pair{"2560x1440", QSize(2560, 1440)}}) {
        QTest::addRow("light-%s", name) << lightPalette() << size;
        QTest::addRow("dark-%s", name) << darkPalette() << size;
    }
}

/// With LB_SCREENSHOTS set, pictures are kept.
void TestReadingPane::looksRight()
{
    QFETCH(QPalette, palette);
    QFETCH(QSize, size);
    qApp->setPalette(palette);
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.window->resize(size);
    QVERIFY(choose(rig, u"GICv5"_s));
    QTRY_VERIFY(view(rig)->isMeasured());
    const QString name = QString(u"conversation-"_s + QString::fromLatin1(QTest::currentDataTag()));
    takeScreenshot(*rig.window, name);
    view(rig)->setFocus();
    rig.key(Qt::Key_Q);
    rig.key(Qt::Key_D);
    takeScreenshot(*rig.window, QString(name + u"-question"_s));
    const PageLook& look = view(rig)->layout().look();
    QVERIFY(contrast(look.muted, look.card) >= 4.5); // the palette has reached the page
    QCOMPARE(look.mail.ground, palette.color(QPalette::Base));
    qApp->setPalette(lightPalette());
}

QTEST_MAIN(TestReadingPane)
#include "test_readingpane.moc"
