// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/overviewpane.h"
#include "ui/threadpane.h"

#include <QLabel>
#include <QStackedWidget>
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
    void looks_data();
    void looks();

private:
    static QWidget* side(const WindowRig& rig)
    {
        return rig.window->findChild<QStackedWidget*>(u"sideStack"_s)->currentWidget();
    }
    static OverviewPane* pane(const WindowRig& rig) { return rig.window->findChild<OverviewPane*>(); }
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
