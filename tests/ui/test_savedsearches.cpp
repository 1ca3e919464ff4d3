// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowrig.h"
#include "ui/models/viewsmodel.h"
#include "ui/searchesflow.h"
#include "ui/viewspane.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QMenu>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

/// Saved searches in the window: their counts, names, and what choosing one shows.
class TestSavedSearches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theCountIsWhatChoosingShows_data();
    void theCountIsWhatChoosingShows();
    void theCountFollowsDecisions();
    void nothingIsCountedWithoutNeed();
    void theDayComes();
    void aBrokenQueryIsTold();
    void isReachedByKeys();
    void isRenamedInPlace();
    void keepsItsNameIfTheNewOneCannotBe_data();
    void keepsItsNameIfTheNewOneCannotBe();
    void hasAMenu();
    void whatIsTypedOutlivesACount();
    void removingLeavesWhatIsShown();

private:
    void save(const QString& query) const
    {
        m_rig->filter()->setText(query);
        m_rig->window->actions()[ActionId::SaveSearch]->trigger();
        m_rig->filter()->clear();
    }
    [[nodiscard]] ViewsPane* views() const { return m_rig->window->findChild<ViewsPane*>(u"viewsList"_s); }
    [[nodiscard]] QModelIndex row(int at = 0) const { return views()->model()->index(viewCount + at, 0); }
    [[nodiscard]] QString count(int at = 0) const
    {
        return row(at).data(ViewsModel::CountTextRole).toString();
    }
    [[nodiscard]] int shown() const { return m_rig->window->threads().arrangement().shown; }
    [[nodiscard]] SearchesFlow* flow() const { return m_rig->window->findChild<SearchesFlow*>(); }
    [[nodiscard]] QLineEdit* editor() const { return views()->findChild<QLineEdit*>(u"searchNameLine"_s); }
    void choose(int at = 0) const
    {
        views()->setFocus();
        views()->setCurrentIndex(row(at));
    }

    std::unique_ptr<WindowRig> m_rig;
};

void TestSavedSearches::init()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
}

void TestSavedSearches::cleanup()
{
    m_rig.reset();
}

void TestSavedSearches::theCountIsWhatChoosingShows_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("what the tree knows") << u"from:owen"_s;
    QTest::newRow("facts") << u"is:open"_s;
    QTest::newRow("texts") << u"body:thanks or body:signed"_s;
    QTest::newRow("state") << u"is:unread mails:>20"_s;
    QTest::newRow("all") << u"mails:>0"_s;
    QTest::newRow("none") << u"body:neverwrittenbyanyone"_s;
    QTest::newRow("relative") << u"since:10d"_s;
}

void TestSavedSearches::theCountIsWhatChoosingShows()
{
    QFETCH(QString, query);
    // Every fact is known, so that counts rest.
    const auto known = [this] {
        const Marks& marks = m_rig->window->threads().marks();
        return std::all_of(marks.begin(), marks.end(), [](const ThreadMarks& own) { return own.facts; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(known(), Patience);
    save(query);
    QVERIFY(m_rig->waitForThreads(26));
    choose();
    const ThreadTreeModel& model = m_rig->window->threads();
    const auto settled = [&model] {
        const ThreadFilter& filter = model.arrangement().filter;
        return filter.plan != nullptr && filter.isComplete() && model.arrangement().unknown == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), Patience);
    const QString expected = shown() > 0 ? QString::number(shown()) : QString();
    QTRY_COMPARE_WITH_TIMEOUT(count(), expected, Patience);
    const QString spoken = u"Saved search %1, %2 thread"_s.arg(query, QString::number(shown()));
    QTRY_VERIFY_WITH_TIMEOUT(row().data(Qt::AccessibleTextRole).toString().startsWith(spoken), Patience);
    QCOMPARE(views()->currentIndex(), row());
    QCOMPARE(m_rig->filter()->text(), query);
}

void TestSavedSearches::theCountFollowsDecisions()
{
    save(u"is:starred"_s);
    save(u"not is:starred"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(1), u"26"_s, Patience);
    choose(1);
    QVERIFY(m_rig->waitForThreads(26));
    m_rig->tree()->setFocus();
    m_rig->key(Qt::Key_J);
    m_rig->key(Qt::Key_S);
    QTRY_COMPARE_WITH_TIMEOUT(count(0), u"1"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(count(1), u"25"_s, Patience);
    QCOMPARE(views()->currentIndex(), row(1));
    QCOMPARE(m_rig->filter()->text(), u"not is:starred"_s);
    m_rig->window->actions()[ActionId::Undo]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(count(1), u"26"_s, Patience);
}

void TestSavedSearches::nothingIsCountedWithoutNeed()
{
    m_rig->filter()->setText(u"from:owen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shown() < 26, Patience);
    m_rig->filter()->clear();
    QVERIFY(m_rig->waitForThreads(26));
    QCOMPARE(flow()->runs(), 0); // there is no search
    const auto known = [this] {
        const Marks& marks = m_rig->window->threads().marks();
        return std::all_of(marks.begin(), marks.end(), [](const ThreadMarks& own) { return own.facts; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(known(), Patience);
    save(u"mails:>0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"26"_s, Patience);
    QVERIFY(m_rig->waitForThreads(26));
    const int before = flow()->runs();
    m_rig->filter()->setText(u"from:owen"_s); // another filter, another order
    QTRY_VERIFY_WITH_TIMEOUT(shown() < 26, Patience);
    m_rig->tree()->sortByColumn(0, Qt::AscendingOrder);
    m_rig->filter()->clear();
    QVERIFY(m_rig->waitForThreads(26));
    QCOMPARE(flow()->runs(), before);
}

void TestSavedSearches::theDayComes()
{
    save(u"since:9d"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"26"_s, Patience); // 2025-06-16 and later
    m_rig->clock.set(QDateTime(QDate(2025, 7, 25), QTime(9, 0), Qt::UTC));
    save(u"mails:>0"_s); // whatever asks first
    QTRY_COMPARE_WITH_TIMEOUT(count(1), u"26"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(count(0), QString(), Patience);
}

void TestSavedSearches::aBrokenQueryIsTold()
{
    // As an older or newer version may leave one.
    QVERIFY(m_rig->store.saveSearches({{u"Old"_s, u"is:opne"_s}, {u"All"_s, u"mails:>0"_s}}).result());
    flow()->read();
    QTRY_COMPARE_WITH_TIMEOUT(count(1), u"26"_s, Patience);
    QCOMPARE(count(0), QString());
    QVERIFY(row(0).data(Qt::ToolTipRole).toString().contains(u"is:open"_s)); // what may be meant
}

void TestSavedSearches::isReachedByKeys()
{
    save(u"mails:>20"_s);
    save(u"mails:>0"_s);
    m_rig->key(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(m_rig->lists()->hasFocus());
    m_rig->key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(views()->hasFocus());
    m_rig->key(Qt::Key_End);
    QCOMPARE(m_rig->filter()->text(), u"mails:>0"_s);
    m_rig->key(Qt::Key_Up);
    QCOMPARE(m_rig->filter()->text(), u"mails:>20"_s);
    QVERIFY(views()->hasFocus());
    m_rig->key(Qt::Key_F2);
    QVERIFY(editor() != nullptr && editor()->hasFocus());
    m_rig->key(Qt::Key_Escape);
    QTRY_VERIFY(editor() == nullptr);
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(m_rig->tree()->hasFocus());
}

void TestSavedSearches::isRenamedInPlace()
{
    save(u"mails:>20"_s);
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(!count().isEmpty(), Patience);
    const QString before = count();
    QTest::keyClick(views(), Qt::Key_F2);
    QVERIFY(editor() != nullptr);
    QVERIFY(editor()->hasFocus());
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(editor());
    QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    QTest::keyClicks(editor(), u"  Large   threads "_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(row().data().toString(), u"Large threads"_s);
    QCOMPARE(count(), before);
    QCOMPARE(views()->currentIndex(), row());
    QCOMPARE(m_rig->filter()->text(), u"mails:>20"_s);
    const auto kept = m_rig->store.savedSearches().result();
    QVERIFY(kept && *kept == (QList<store::SavedSearch>{{u"Large threads"_s, u"mails:>20"_s}}));
}

void TestSavedSearches::keepsItsNameIfTheNewOneCannotBe_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("taken") << u"mails:>0"_s;
    QTest::newRow("taken but for spaces") << u"  mails:>0 "_s;
    QTest::newRow("the same") << u"mails:>20"_s;
}

void TestSavedSearches::keepsItsNameIfTheNewOneCannotBe()
{
    QFETCH(QString, typed);
    save(u"mails:>20"_s);
    save(u"mails:>0"_s);
    choose();
    QTest::keyClick(views(), Qt::Key_F2);
    QVERIFY(editor() != nullptr);
    editor()->selectAll();
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClicks(editor(), typed);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(editor() == nullptr);
    QCOMPARE(row(0).data().toString(), u"mails:>20"_s);
    QCOMPARE(row(1).data().toString(), u"mails:>0"_s);
    const auto kept = m_rig->store.savedSearches().result();
    QVERIFY(kept && kept->size() == 2 && kept->at(0).name == u"mails:>20"_s);
}

void TestSavedSearches::hasAMenu()
{
    save(u"mails:>20"_s);
    save(u"mails:>0"_s);
    choose(1);
    const auto menu = [this]() -> QMenu* {
        const QList<QMenu*> menus = views()->findChildren<QMenu*>(u"searchMenu"_s);
        const auto open
            = std::find_if(menus.begin(), menus.end(), [](const QMenu* one) { return one->isVisible(); });
        return open != menus.end() ? *open : nullptr;
    };
    // By the key it is of the current row, by the mouse of the row below it, which stays what it was.
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(views()->viewport(), &byKey);
    QVERIFY(menu() != nullptr);
    menu()->close();
    QTRY_VERIFY(menu() == nullptr);
    const QPoint at = views()->visualRect(row(0)).center();
    QTest::mousePress(views()->viewport(), Qt::RightButton, {}, at);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, views()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(views()->viewport(), &byMouse);
    QVERIFY(menu() != nullptr);
    QCOMPARE(views()->currentIndex(), row(1));
    menu()->findChild<QAction*>(u"removeSearchAction"_s)->trigger();
    menu()->close();
    QTRY_COMPARE(views()->model()->rowCount(), viewCount + 1);
    QCOMPARE(row(0).data().toString(), u"mails:>0"_s);
    QCOMPARE(views()->currentIndex(), row(0));
    QCOMPARE(m_rig->filter()->text(), u"mails:>0"_s);
    // Views have none.
    views()->setCurrentIndex(views()->model()->index(0, 0));
    QCoreApplication::sendEvent(views()->viewport(), &byKey);
    QVERIFY(menu() == nullptr);
}

void TestSavedSearches::whatIsTypedOutlivesACount()
{
    save(u"is:starred"_s);
    choose();
    QTest::keyClick(views(), Qt::Key_F2);
    QVERIFY(editor() != nullptr);
    QTest::keyClicks(editor(), u"Half a na"_s);
    static_cast<ViewsModel*>(views()->model())->setSearchCounts({{17}});
    QCOMPARE(editor()->text(), u"Half a na"_s);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTRY_VERIFY(editor() == nullptr);
    QCOMPARE(row().data().toString(), u"is:starred"_s);
}

void TestSavedSearches::removingLeavesWhatIsShown()
{
    save(u"mails:>20"_s);
    save(u"is:starred"_s);
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(shown() > 0 && shown() < 26, Patience);
    const int before = shown();
    QTest::keyClick(views(), Qt::Key_Delete);
    QTRY_COMPARE(views()->model()->rowCount(), viewCount + 1);
    QCOMPARE(views()->currentIndex().row(), static_cast<int>(View::All));
    QCOMPARE(m_rig->filter()->text(), u"mails:>20"_s);
    QCOMPARE(shown(), before);
}

QTEST_MAIN(TestSavedSearches)
#include "test_savedsearches.moc"
