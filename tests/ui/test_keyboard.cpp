// SPDX-License-Identifier: GPL-3.0-or-later
// The window driven by keys alone, over the sample week.
#include "support/windowrig.h"
#include "ui/conversation/conversationpane.h"
#include "ui/readingpane.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QToolButton>
#include <QTreeWidget>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void stepsThroughThreads();
    void stepsOverAClosedSeries();
    void goesFromNewMailToNewMail();
    void readsOnToTheNextThreadAndBack();
    void opensAndClosesAThread();
    void starsMutesAndFinishesThreads();
    void undoesAndRedoes();
    void marksReadAndUnread();
    void filtersAsOneTypes();
    void filtersByFacts();
    void lettersTypedInTheFilterAreLetters();
    void hidesWhatIsSettled();
    void movesBetweenPanes();
    void tabReachesEveryPane();
    void listsItsShortcuts();
    void shippedKeysDoNotClash();
    void everyActionIsInAMenu();
    void triageOutlivesTheSession();

private:
    [[nodiscard]] ThreadMarks marks() const
    {
        return m_rig->window->threads().marks().value(m_rig->currentThread());
    }
    [[nodiscard]] QList<ThreadId> order() const { return m_rig->window->threads().shownThreads(); }
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<WindowRig> m_rig;
};

void TestKeyboard::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<WindowRig>(m_home->path());
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
}

void TestKeyboard::cleanupTestCase()
{
    m_rig.reset();
}

void TestKeyboard::init()
{
    m_rig->filter()->clear();
    QVERIFY(m_rig->waitForThreads(26));
    m_rig->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_rig->window.get(), Patience));
    m_rig->tree()->setFocus();
    for (const ThreadId thread : order())
        m_rig->tree()->collapse(m_rig->window->threads().threadIndex(thread));
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(order().constFirst()));
    QCOMPARE(m_rig->currentThread(), order().constFirst());
}

void TestKeyboard::stepsThroughThreads()
{
    const QList<ThreadId> threads = order();
    // A series that is open is stepped through.
    for (const ThreadId thread : threads)
        m_rig->tree()->expand(m_rig->window->threads().threadIndex(thread).parent());
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(threads.constFirst()));
    for (int i = 1; i < threads.size(); ++i) {
        m_rig->key(Qt::Key_J);
        QCOMPARE(m_rig->currentThread(), threads.at(i));
    }
    m_rig->key(Qt::Key_J); // the last one stays
    QCOMPARE(m_rig->currentThread(), threads.constLast());
    m_rig->key(Qt::Key_K);
    m_rig->key(Qt::Key_K);
    QCOMPARE(m_rig->currentThread(), threads.at(threads.size() - 3));
}

void TestKeyboard::stepsOverAClosedSeries()
{
    const ThreadTreeModel& model = m_rig->window->threads();
    QModelIndex series;
    for (const ThreadId thread : order()) {
        const QModelIndex above = model.threadIndex(thread).parent();
        if (above.data(ThreadTreeModel::KindRole).toInt() == static_cast<int>(ThreadTreeModel::Kind::Series))
            series = above;
    }
    QVERIFY(series.isValid());
    QTRY_COMPARE(model.rowCount(series), 4); // v9, v8, v7, and v6 by what its answers tell
    m_rig->tree()->collapse(series);
    m_rig->tree()->setCurrentIndex(series);
    QCOMPARE(m_rig->currentThread(), model.threadsOf(series).constFirst());
    const QPersistentModelIndex row = series;
    m_rig->key(Qt::Key_J);
    QCOMPARE(m_rig->current(), row.sibling(row.row() + 1, 0));
    m_rig->key(Qt::Key_K);
    QCOMPARE(m_rig->current(), row);
    m_rig->key(Qt::Key_Return);
    m_rig->key(Qt::Key_J);
    QCOMPARE(m_rig->current(), model.index(0, 0, row));
    m_rig->key(Qt::Key_K);
    QVERIFY(m_rig->current() == row.sibling(row.row() - 1, 0) || row.row() == 0);
    // What is decided about a series is decided about all of its threads.
    m_rig->tree()->setCurrentIndex(row);
    m_rig->key(Qt::Key_S);
    for (const ThreadId thread : model.threadsOf(row))
        QVERIFY(model.marks().value(thread).triage.starred);
    m_rig->key(Qt::Key_S);
    QVERIFY(!row.data(ThreadTreeModel::StarredRole).toBool());
}

void TestKeyboard::goesFromNewMailToNewMail()
{
    m_rig->key(Qt::Key_N);
    const thread::ListedMail* first = m_rig->window->threads().mail(m_rig->current());
    QVERIFY(first != nullptr);
    QVERIFY(first->isNew);
    QVERIFY(m_rig->window->threads().isRead(*first)); // by being looked at
    const MailId id = first->mail.row;
    m_rig->key(Qt::Key_N);
    const thread::ListedMail* second = m_rig->window->threads().mail(m_rig->current());
    QVERIFY(second != nullptr && second->mail.row != id);
    for (int i = 0; i < 60; ++i)
        m_rig->key(Qt::Key_N);
    QVERIFY(m_rig->currentThread() != order().constFirst()); // on into later threads
    // Back to the last one that is not read above, which is in a thread before, or there is none.
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(order().constLast()));
    m_rig->key(Qt::Key_P);
    const thread::ListedMail* back = m_rig->window->threads().mail(m_rig->current());
    QVERIFY(back != nullptr && back->isNew);
    QVERIFY(m_rig->currentThread() != order().constLast());
}

void TestKeyboard::readsOnToTheNextThreadAndBack()
{
    auto* reading = m_rig->window->findChild<ReadingPane*>();
    ConversationView* page = reading->conversation()->view();
    const ThreadId first = m_rig->currentThread();
    QTRY_COMPARE(page->page().thread, first);
    QTRY_VERIFY(page->isMeasured());
    QVERIFY(m_rig->tree()->hasFocus());
    const auto pageOn = [this] {
        m_rig->key(Qt::Key_Space); // from the tree the conversation is paged through
        return m_rig->currentThread();
    };
    QTRY_VERIFY(pageOn() != first);
    const ThreadId second = m_rig->currentThread();
    QTRY_COMPARE(page->page().thread, second);
    QTRY_VERIFY(page->isMeasured());
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(second));
    m_rig->key(Qt::Key_O);
    QTRY_VERIFY(page->hasFocus());
    m_rig->key(Qt::Key_Home);
    m_rig->key(Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(m_rig->currentThread() != second);
}

void TestKeyboard::opensAndClosesAThread()
{
    const QModelIndex thread = m_rig->window->threads().threadIndex(m_rig->currentThread());
    const bool open = m_rig->tree()->isExpanded(thread);
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->tree()->isExpanded(thread), !open);
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->tree()->isExpanded(thread), open);
}

void TestKeyboard::starsMutesAndFinishesThreads()
{
    m_rig->key(Qt::Key_S);
    QVERIFY(marks().triage.starred);
    m_rig->key(Qt::Key_M);
    QVERIFY(marks().triage.muted);
    m_rig->key(Qt::Key_E);
    QVERIFY(marks().triage.done);
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_M, Qt::Key_E})
        m_rig->key(key);
    QVERIFY(!marks().triage.starred && !marks().triage.muted && !marks().triage.done);
    // Several at once: on for all, then off for all.
    m_rig->key(Qt::Key_Down, Qt::ShiftModifier);
    m_rig->key(Qt::Key_Down, Qt::ShiftModifier);
    m_rig->key(Qt::Key_S);
    int starred = 0;
    for (const ThreadId thread : order())
        starred += m_rig->window->threads().marks().value(thread).triage.starred ? 1 : 0;
    QCOMPARE(starred, 3);
    m_rig->key(Qt::Key_S);
    QVERIFY(!marks().triage.starred);
}

void TestKeyboard::undoesAndRedoes()
{
    m_rig->key(Qt::Key_S);
    m_rig->key(Qt::Key_E);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(marks().triage.starred && !marks().triage.done);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!marks().triage.starred);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(marks().triage.starred && marks().triage.done);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    // An undo of another thread's state is seen there, wherever the selection is now.
    const ThreadId first = m_rig->currentThread();
    m_rig->key(Qt::Key_S);
    m_rig->key(Qt::Key_J);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_rig->window->threads().marks().value(first).triage.starred);
}

void TestKeyboard::marksReadAndUnread()
{
    m_rig->key(Qt::Key_J);
    m_rig->key(Qt::Key_J);
    m_rig->key(Qt::Key_R);
    QCOMPARE(marks().unread, 0);
    m_rig->key(Qt::Key_U);
    const int all = marks().unread;
    QVERIFY(all > 0);
    m_rig->key(Qt::Key_U); // it is already
    QCOMPARE(marks().unread, all);
    m_rig->key(Qt::Key_R);
    QCOMPARE(marks().unread, 0);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(marks().unread, all);
}

void TestKeyboard::filtersAsOneTypes()
{
    m_rig->key(Qt::Key_Slash);
    QTRY_VERIFY(m_rig->filter()->hasFocus());
    QTest::keyClicks(m_rig->filter(), u"kvm-unit-tests"_s);
    QTRY_VERIFY(m_rig->window->threads().arrangement().shown < 26);
    QVERIFY(m_rig->window->threads().arrangement().shown > 0);
    QTest::keyClick(m_rig->filter(), Qt::Key_Escape);
    QVERIFY(m_rig->waitForThreads(26));
    m_rig->tree()->setFocus();
    m_rig->key(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_rig->filter()->hasFocus());
}

void TestKeyboard::filtersByFacts()
{
    const ThreadTreeModel& model = m_rig->window->threads();
    const auto known = [&model](const auto& asked) {
        const Marks& marks = model.marks();
        return static_cast<int>(std::count_if(marks.cbegin(), marks.cend(), asked));
    };
    QTRY_COMPARE(known([](const ThreadMarks& marks) { return marks.facts.has_value(); }), 26);
    const int open = known([](const ThreadMarks& marks) { return marks.facts->openQuestions > 0; });
    QVERIFY(open > 0 && open < 26);
    m_rig->key(Qt::Key_Slash);
    QTRY_VERIFY(m_rig->filter()->hasFocus());
    m_rig->filter()->setText(u"is:open"_s); // not typed: suggestions would take the keyboard offscreen
    QVERIFY(m_rig->waitForThreads(open));
    // The menu beside the line adds to it.
    QTest::keyClick(m_rig->filter(), Qt::Key_Tab);
    auto* button = m_rig->window->findChild<QToolButton*>(u"factFilterButton"_s);
    QTRY_VERIFY(button->hasFocus());
    QVERIFY(!button->accessibleName().isEmpty());
    auto* menu = button->findChild<QMenu*>(u"factFilterMenu"_s);
    menu->findChild<QAction*>(u"has:review"_s)->trigger();
    QCOMPARE(m_rig->filter()->text(), u"is:open has:review"_s);
    const int both = known(
        [](const ThreadMarks& marks) { return marks.facts->openQuestions > 0 && marks.facts->reviews > 0; });
    QVERIFY(m_rig->waitForThreads(both));
}

void TestKeyboard::lettersTypedInTheFilterAreLetters()
{
    const ThreadMarks before = marks();
    m_rig->filter()->setFocus();
    QTest::keyClicks(m_rig->filter(), u"jknpsmeruyog?b /"_s);
    QCOMPARE(m_rig->filter()->text(), u"jknpsmeruyog?b /"_s);
    QVERIFY(marks().triage == before.triage);
}

void TestKeyboard::hidesWhatIsSettled()
{
    QAction* hide = m_rig->window->actions()[ActionId::HideSettled];
    m_rig->key(Qt::Key_E);
    m_rig->key(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(hide->isChecked());
    QVERIFY(m_rig->waitForThreads(25));
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_rig->waitForThreads(26));
    m_rig->key(Qt::Key_H, Qt::ControlModifier);
}

void TestKeyboard::movesBetweenPanes()
{
    m_rig->key(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(m_rig->lists()->hasFocus());
    m_rig->key(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(m_rig->tree()->hasFocus());
    m_rig->key(Qt::Key_3, Qt::AltModifier);
    auto* summary = m_rig->window->findChild<QWidget*>(u"readingSplitter"_s);
    QTRY_VERIFY(summary->isAncestorOf(m_rig->window->focusWidget()));
    m_rig->key(Qt::Key_J); // threads are stepped through while the summary is read
    QCOMPARE(m_rig->currentThread(), order().at(1));
}

void TestKeyboard::tabReachesEveryPane()
{
    auto* summary = m_rig->window->findChild<QWidget*>(u"summaryText"_s);
    QTRY_VERIFY(summary->isVisible()); // the digest is made when a thread is selected
    m_rig->lists()->setFocus();
    QStringList reached;
    do {
        reached.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != m_rig->lists() && reached.size() < 1000);
    QCOMPARE(QApplication::focusWidget(), m_rig->lists()); // all the way round
    // In this order, whatever is between.
    qsizetype before = -1;
    for (const QString& name :
         {u"listsTree"_s, u"addListButton"_s, u"filterThreadsLine"_s, u"threadTree"_s, u"regenerateButton"_s,
          u"summaryText"_s, u"readingTabs"_s, u"conversationView"_s}) {
        const qsizetype at = reached.indexOf(name);
        QVERIFY2(at > before, qPrintable(name + u" in "_s + reached.join(u' ')));
        before = at;
    }
}

void TestKeyboard::listsItsShortcuts()
{
    m_rig->key(Qt::Key_Question);
    auto* sheet = m_rig->window->findChild<QTreeWidget*>(u"shortcutsSheet"_s);
    QVERIFY(sheet != nullptr);
    const auto shown = [sheet] {
        int lines = 0;
        for (int group = 0; group < sheet->topLevelItemCount(); ++group) {
            for (int row = 0; row < sheet->topLevelItem(group)->childCount(); ++row)
                lines += sheet->topLevelItem(group)->child(row)->isHidden() ? 0 : 1;
        }
        return lines;
    };
    QCOMPARE(shown(), m_rig->window->actions().sheet().size());
    QVERIFY(shown() > 20);
    auto* search = m_rig->window->findChild<QLineEdit*>(u"searchShortcutsLine"_s);
    QTest::keyClicks(search, u"y, i"_s); // by its keys
    QCOMPARE(shown(), 1);
    search->setText(u"permalink"_s); // by its name
    QCOMPARE(shown(), 1);
    QTest::keyClick(sheet->window(), Qt::Key_Escape);
    QTRY_VERIFY(m_rig->window->findChild<QTreeWidget*>(u"shortcutsSheet"_s) == nullptr);
}

void TestKeyboard::shippedKeysDoNotClash()
{
    const QList<KeyedAction> actions = keyedActions();
    QCOMPARE(actions.size(), actionCount);
    for (const KeyedAction& action : actions) {
        QVERIFY2(m_rig->window->actions().findChild<QAction*>(action.name) != nullptr,
                 qPrintable(action.name));
        for (const QKeySequence& keys : action.defaults) {
            QVERIFY2(!keys.isEmpty() && !isReserved(keys), qPrintable(action.name));
            QVERIFY2(clashesOf(actions, {}, action.name, keys).isEmpty(), qPrintable(keys.toString()));
        }
    }
    // Views and what is decided about threads have the keys that are promised.
    for (const QString& used : {u"Z"_s, u"T"_s, u"W"_s, u"G,A"_s, u"G,W"_s, u"G,U"_s, u"G,M"_s, u"G,S"_s,
                                u"G,Z"_s, u"G,X"_s, u"G,L"_s})
        QVERIFY2(!clashesOf(actions, {}, u"starAction"_s, QKeySequence(used)).isEmpty(), qPrintable(used));
}

void TestKeyboard::everyActionIsInAMenu()
{
    QSet<QAction*> inMenus;
    for (QAction* menu : m_rig->window->menuBar()->actions()) {
        for (QAction* action : menu->menu()->actions())
            inMenus.insert(action);
    }
    for (int id = 0; id < actionCount; ++id) {
        QAction* action = m_rig->window->actions()[static_cast<ActionId>(id)];
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
        QVERIFY(!action->text().isEmpty());
        QVERIFY(!action->objectName().isEmpty());
    }
}

void TestKeyboard::triageOutlivesTheSession()
{
    m_rig->key(Qt::Key_J);
    if (!marks().triage.starred)
        m_rig->key(Qt::Key_S);
    QVERIFY(marks().triage.starred);
    const ThreadId thread = m_rig->currentThread();
    QVERIFY(m_rig->waitForJobs());
    m_rig->window->close();
    m_rig.reset();
    m_rig = std::make_unique<WindowRig>(m_home->path());
    m_rig->show();
    QVERIFY(m_rig->waitForThreads(26));
    QVERIFY(m_rig->window->threads().marks().value(thread).triage.starred);
}

QTEST_MAIN(TestKeyboard)
#include "test_keyboard.moc"
