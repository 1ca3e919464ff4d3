// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/chartstrip.h"
#include "ui/chartview.h"
#include "ui/overviewpane.h"
#include "ui/threadpane.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace lb;
using namespace lb::test;
using namespace lb::ui;

/// The overview in the window: where it is shown, and where its lines lead.
class TestOverviewWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyShowsItAndHidesIt();
    void aLineLeadsToItsThreadAndMail();
    void withoutASelectionItIsShown();
    void choosingAThreadShowsTheThread();
    void longGroupsUnfold();
    void itSaysWhatItWaitsFor();
    void chartsShowThePeriod();
    void aPersonsBarAsksForTheirThreads();
    void aWeeksBarLeadsThere();
    void chartsStayFoldedAway();
    void chartsLeaveTheLinesTheirRoom();
    void looks_data();
    void looks();

private:
    static QWidget* side(const WindowRig& rig)
    {
        return rig.window->findChild<QStackedWidget*>(u"sideStack"_s)->currentWidget();
    }
    static OverviewPane* pane(const WindowRig& rig) { return rig.window->findChild<OverviewPane*>(); }
    static ChartView* chart(const WindowRig& rig, const QString& name)
    {
        return pane(rig)->charts()->findChild<ChartView*>(name);
    }
    static brief::ChartsPointer someDays()
    {
        brief::Charts charts;
        charts.firstDay = QDate(2025, 6, 16);
        charts.days = {1, 2, 3, 4, 5, 6, 7};
        return std::make_shared<const brief::Charts>(charts);
    }
    static QTreeWidgetItem* firstLine(const WindowRig& rig)
    {
        const QTreeWidgetItem* group = pane(rig)->tree()->topLevelItem(0);
        return group == nullptr ? nullptr : group->child(0);
    }
};

void TestOverviewWindow::aKeyShowsItAndHidesIt()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(side(rig) != pane(rig)); // the window offers the first thread
    rig.key(Qt::Key_W);
    QCOMPARE(side(rig), pane(rig));
    QVERIFY(rig.window->actions()[ActionId::Overview]->isChecked());
    QTRY_VERIFY(firstLine(rig) != nullptr);
    QTRY_VERIFY(pane(rig)->tree()->hasFocus());
    rig.key(Qt::Key_W);
    QVERIFY(side(rig) != pane(rig));
    QVERIFY(rig.tree()->hasFocus());
}

void TestOverviewWindow::aLineLeadsToItsThreadAndMail()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.key(Qt::Key_W);
    QTRY_VERIFY(firstLine(rig) != nullptr);
    QSignalSpy chosen(pane(rig), &OverviewPane::lineChosen);
    QTRY_VERIFY(pane(rig)->tree()->hasFocus());
    pane(rig)->tree()->setCurrentItem(pane(rig)->tree()->topLevelItem(0));
    rig.key(Qt::Key_Down);
    QCOMPARE(pane(rig)->tree()->currentItem(), firstLine(rig));
    rig.key(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const auto thread = chosen.first().at(0).value<ThreadId>();
    QCOMPARE(rig.currentThread(), thread);
    QVERIFY(side(rig) != pane(rig));
    const thread::ListedMail* mail = rig.window->threads().mail(rig.current());
    QVERIFY(mail != nullptr);
    QCOMPARE(mail->number, chosen.first().at(1).toInt());
}

void TestOverviewWindow::withoutASelectionItIsShown()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    Q_EMIT rig.window->findChild<ThreadPane*>()->selectionEmptied(); // of a week without a thread
    QCOMPARE(side(rig), pane(rig));
    rig.window->actions()[ActionId::NextThread]->trigger();
    QVERIFY(side(rig) != pane(rig));
}

void TestOverviewWindow::choosingAThreadShowsTheThread()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.key(Qt::Key_W);
    QCOMPARE(side(rig), pane(rig));
    rig.key(Qt::Key_W);
    rig.key(Qt::Key_W);
    rig.window->actions()[ActionId::NextThread]->trigger();
    QVERIFY(side(rig) != pane(rig));
    QVERIFY(!rig.window->actions()[ActionId::Overview]->isChecked());
}

void TestOverviewWindow::longGroupsUnfold()
{
    report::Overview overview;
    for (int i = 1; i <= 11; ++i)
        overview.groups[1].append({ThreadId{i}, {}, u"Thread %1"_s.arg(i), u"Bo Example: “No.”"_s, i, {}});
    OverviewPane shown;
    shown.show(overview, Language::English, false);
    const QTreeWidgetItem* group = shown.tree()->topLevelItem(0);
    QCOMPARE(group->text(0), u"Blocked (11)"_s);
    QCOMPARE(group->childCount(), 9);
    QCOMPARE(group->child(8)->text(0), u"and 3 more"_s);
    Q_EMIT shown.tree()->itemActivated(group->child(8), 0);
    QTRY_COMPARE(shown.tree()->topLevelItem(0)->childCount(), 11);
    // More facts come: what was unfolded and selected stays.
    shown.tree()->setCurrentItem(shown.tree()->topLevelItem(0)->child(10));
    overview.groups[0].append({ThreadId{20}, {}, u"Another"_s, u"applied"_s, 1, {}});
    shown.show(overview, Language::English, false);
    QCOMPARE(shown.tree()->currentItem()->text(0), u"Thread 11"_s);
    QCOMPARE(shown.tree()->topLevelItem(1)->childCount(), 11);
}

void TestOverviewWindow::itSaysWhatItWaitsFor()
{
    OverviewPane shown;
    const auto said
        = [&shown] { return shown.findChild<QStackedWidget*>()->currentWidget()->accessibleName(); };
    QCOMPARE(said(), u"The overview is being made"_s);
    shown.show({}, Language::English, false);
    QCOMPARE(said(), u"Nothing to report"_s);
    shown.clear();
    QCOMPARE(said(), u"The overview is being made"_s);
}

void TestOverviewWindow::chartsShowThePeriod()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.key(Qt::Key_W);
    const ChartView* people = chart(rig, u"peopleChart"_s);
    QTRY_COMPARE(people->count(), 8);
    QTRY_VERIFY(people->isVisible());
    QVERIFY(chart(rig, u"daysChart"_s)->isVisible());
    QCOMPARE(chart(rig, u"daysChart"_s)->count(), 7);
    // What is counted are the mails of the week, not those shown with them.
    int mails = 0;
    for (const ThreadEntry& entry : rig.window->threads().arrangement().snapshot->threads)
        mails += entry.listing.newMails;
    QVERIFY(pane(rig)
                ->charts()
                ->findChild<QLabel*>(u"daysChartSentence"_s)
                ->text()
                .contains(QString::number(mails)));
}

void TestOverviewWindow::aPersonsBarAsksForTheirThreads()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::ViewAttention]->trigger();
    rig.key(Qt::Key_W);
    const ChartView* people = chart(rig, u"peopleChart"_s);
    QTRY_COMPARE(people->count(), 8);
    QTRY_VERIFY(people->isVisible());
    QTRY_VERIFY(pane(rig)->tree()->hasFocus());
    for (const int person : {1, 2, 0}) { // what one hides is there again with the next
        people->bar(person)->setFocus();
        QVERIFY(people->bar(person)->hasFocus());
        rig.key(Qt::Key_Return);
        QVERIFY(rig.filter()->text().startsWith(u"from:"_s));
        QTRY_VERIFY(rig.window->threads().arrangement().shown < 26);
        QTRY_VERIFY(rig.window->threads().arrangement().shown > 0);
        QCoreApplication::processEvents();
        QCOMPARE(side(rig), pane(rig)); // and one bar after the other can be tried
    }
    ChartView* days = chart(rig, u"daysChart"_s);
    QTest::mouseClick(days->bar(1), Qt::LeftButton);
    QCOMPARE(rig.filter()->text(), u"during:2025-06-17"_s);
}

void TestOverviewWindow::aWeeksBarLeadsThere()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.key(Qt::Key_W);
    const ChartView* weeks = chart(rig, u"weeksChart"_s);
    QTRY_VERIFY(weeks->count() > 1); // the mails before it are of earlier ones
    QTRY_VERIFY(weeks->isVisible());
    QTRY_VERIFY(pane(rig)->tree()->hasFocus());
    const int last = weeks->count() - 1;
    QTRY_VERIFY(weeks->bar(last)->accessibleName().startsWith(u"2025-W25"_s));
    weeks->bar(last)->setFocus();
    rig.key(Qt::Key_Left);
    rig.key(Qt::Key_Return);
    QTRY_VERIFY(rig.window->windowTitle().contains(u"2025-W24"_s));
    QTRY_VERIFY(weeks->bar(last - 1)->accessibleName().endsWith(u"(shown)"_s));
    QCOMPARE(side(rig), pane(rig));
    QVERIFY(weeks->bar(last - 1)->hasFocus()); // so that arrow and Enter lead on
}

void TestOverviewWindow::chartsStayFoldedAway()
{
    QTemporaryDir folder;
    {
        WindowRig rig(folder.path());
        QVERIFY(rig.openSample());
        rig.key(Qt::Key_W);
        QTRY_VERIFY(pane(rig)->charts()->isVisible());
        auto* button = pane(rig)->findChild<QToolButton*>(u"overviewChartsButton"_s);
        QVERIFY(button->isVisible());
        QVERIFY(button->accessibleName().startsWith(u"Hide"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!pane(rig)->charts()->isVisible());
        QVERIFY(button->accessibleName().startsWith(u"Show"_s));
        rig.window->close();
    }
    WindowRig again(folder.path());
    QVERIFY(!pane(again)->areChartsUnfolded());
}

void TestOverviewWindow::chartsLeaveTheLinesTheirRoom()
{
    QWidget window; // a window of its own would not become as small
    OverviewPane shown(&window);
    window.resize(800, 800);
    shown.resize(400, 700);
    window.show();
    QVERIFY(!shown.charts()->isVisible()); // nothing to show
    shown.showCharts(someDays());
    QVERIFY(shown.charts()->isVisible());
    shown.resize(400, shown.charts()->heightForWidth(400) + 4 * shown.fontMetrics().height());
    QVERIFY(!shown.charts()->isVisible());
    shown.resize(400, 700);
    QVERIFY(shown.charts()->isVisible());
    shown.resize(100, 700);
    QVERIFY(!shown.charts()->isVisible());
    shown.resize(400, 700);
    shown.showCharts(std::make_shared<const brief::Charts>());
    QVERIFY(!shown.charts()->isVisible());
    QVERIFY(!shown.findChild<QToolButton*>(u"overviewChartsButton"_s)->isVisible());
}

void TestOverviewWindow::looks_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QLocale>("locale");
    const QLocale chinese(u"zh_CN"_s);
    QTest::newRow("light-en") << lightPalette() << QLocale::c();
    QTest::newRow("dark-en") << darkPalette() << QLocale::c();
    QTest::newRow("light-zh_CN") << lightPalette() << chinese;
    QTest::newRow("dark-zh_CN") << darkPalette() << chinese;
}

void TestOverviewWindow::looks()
{
    QFETCH(QPalette, palette);
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    qApp->setPalette(palette);
    WindowRig rig;
    QVERIFY(rig.openSample());
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    for (const QSize size : {QSize(1280, 800), QSize(2560, 1440)}) {
        rig.window->resize(size);
        if (side(rig) != pane(rig))
            rig.key(Qt::Key_W);
        const auto* state = pane(rig)->findChild<QLabel*>(u"overviewState"_s);
        QTRY_VERIFY(firstLine(rig) != nullptr && state->text().startsWith(u"Each line"_s));
        QCOMPARE(pane(rig)->tree()->currentItem(), pane(rig)->tree()->topLevelItem(0));
        // "... arm64 anything." takes one line where there is room, two where there is not.
        const QTreeWidget* tree = pane(rig)->tree();
        const QTreeWidgetItem* blocked = tree->topLevelItem(1)->child(0);
        const int line = tree->fontMetrics().height();
        const int lines = size.width() > 2000 ? 2 : 3;
        QTRY_COMPARE(tree->visualItemRect(blocked).height() / line, lines);
        takeScreenshot(*rig.window, u"overview-%1-%2"_s.arg(size.width()).arg(tag));
    }
    const QString group = pane(rig)->tree()->topLevelItem(0)->text(0);
    QVERIFY(group.startsWith(locale == QLocale::c() ? u"Decided"_s : u"已定"_s));
    qApp->setPalette(lightPalette());
    QLocale::setDefault(QLocale::c());
}

QTEST_MAIN(TestOverviewWindow)
#include "test_overviewwindow.moc"
