// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that are given anew, keys in two strokes, the palette, and dialogs without a mouse; over the sample
// week.
#include "support/windowrig.h"
#include "ui/dialogs/commandpalette.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QSet>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestWindowKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_rig.reset(); }
    void init();

    void keysAreGivenAnew();
    void theFirstOfTwoKeysShowsWhatCanFollow();
    void thePaletteRunsACommand();
    void thePaletteGoesToAThread();
    void everyDialogIsLeftByKeys_data();
    void everyDialogIsLeftByKeys();

private:
    [[nodiscard]] ThreadMarks marks() const
    {
        return m_rig->window->threads().marks().value(m_rig->currentThread());
    }
    [[nodiscard]] QList<ThreadId> order() const { return m_rig->window->threads().shownThreads(); }

    std::unique_ptr<WindowRig> m_rig;
};

void TestWindowKeys::initTestCase()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
}

void TestWindowKeys::init()
{
    m_rig->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_rig->window.get(), Patience));
    m_rig->tree()->setFocus();
    // Not by the view, which goes by the modifiers that were held last.
    m_rig->tree()->selectionModel()->setCurrentIndex(
        m_rig->window->threads().threadIndex(order().constFirst()),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TestWindowKeys::keysAreGivenAnew()
{
    m_rig->settings.set(keys::Shortcuts, uR"({"starAction":["F7","F9, S"],"muteAction":["Nonsense"]})"_s);
    m_rig->key(Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = m_rig->window->findChild<QDialog*>(u"settingsDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->accept(); // the settings are taken over
    QTRY_VERIFY(m_rig->window->findChild<QDialog*>(u"settingsDialog"_s) == nullptr);
    init();
    m_rig->key(Qt::Key_F7);
    QVERIFY(marks().triage.starred);
    m_rig->key(Qt::Key_S);
    QVERIFY(marks().triage.starred);
    m_rig->key(Qt::Key_M); // what was damaged is as shipped
    QVERIFY(marks().triage.muted);
    m_rig->key(Qt::Key_M);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    m_rig->key(Qt::Key_F7);
    m_rig->settings.set(keys::Shortcuts, QString());
    m_rig->window->actions()[ActionId::Settings]->trigger();
    m_rig->window->findChild<QDialog*>(u"settingsDialog"_s)->accept();
    QTRY_COMPARE(m_rig->window->actions()[ActionId::Star]->shortcut(), QKeySequence(u"S"_s));
}

void TestWindowKeys::theFirstOfTwoKeysShowsWhatCanFollow()
{
    auto* hint = m_rig->window->findChild<QWidget*>(u"keyHint"_s);
    QVERIFY(!hint->isVisible());
    m_rig->key(Qt::Key_Y);
    QVERIFY(hint->isVisible());
    QVERIFY(!hint->accessibleDescription().isEmpty());
    m_rig->key(Qt::Key_I);
    QVERIFY(!hint->isVisible());
    const thread::Listing* listing = m_rig->window->threads().listing(m_rig->currentThread());
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(listing->root.bytes));
    m_rig->key(Qt::Key_Y);
    QVERIFY(hint->isVisible());
    m_rig->key(Qt::Key_J); // means nothing now, and does nothing
    QVERIFY(!hint->isVisible());
    QCOMPARE(m_rig->currentThread(), order().constFirst());
    m_rig->key(Qt::Key_J);
    QCOMPARE(m_rig->currentThread(), order().at(1));
}

void TestWindowKeys::thePaletteRunsACommand()
{
    m_rig->key(Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_rig->window->findChild<CommandPalette*>();
    QVERIFY(palette != nullptr);
    auto* line = palette->findChild<QLineEdit*>(u"paletteLine"_s);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"star"_s);
    QVERIFY(!line->accessibleDescription().isEmpty());
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(marks().triage.starred);
    QTRY_VERIFY(m_rig->window->findChild<CommandPalette*>() == nullptr);
    init();
    // Used lately, it comes first; here from the filter, where Ctrl+K would delete.
    m_rig->key(Qt::Key_Slash);
    QTRY_VERIFY(m_rig->filter()->hasFocus());
    m_rig->key(Qt::Key_K, Qt::ControlModifier);
    palette = m_rig->window->findChild<CommandPalette*>();
    QVERIFY(palette != nullptr);
    auto* list = palette->findChild<QListView*>(u"paletteList"_s);
    QCOMPARE(list->currentIndex().data().toString(),
             plainText(m_rig->window->actions()[ActionId::Star]->text()));
    QTest::keyClick(palette->findChild<QLineEdit*>(u"paletteLine"_s), Qt::Key_Return);
    QTRY_VERIFY(!marks().triage.starred);
    QTRY_VERIFY(m_rig->window->findChild<CommandPalette*>() == nullptr);
}

void TestWindowKeys::thePaletteGoesToAThread()
{
    m_rig->key(Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_rig->window->findChild<CommandPalette*>();
    QVERIFY(palette != nullptr);
    auto* line = palette->findChild<QLineEdit*>(u"paletteLine"_s);
    auto* list = palette->findChild<QListView*>(u"paletteList"_s);
    line->setText(u">gicv5"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Up);
    const QString title = list->currentIndex().data().toString();
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(m_rig->window->threads().listing(m_rig->currentThread())->title, title);
    QTRY_VERIFY(m_rig->window->findChild<CommandPalette*>() == nullptr);
    init();
    m_rig->key(Qt::Key_K, Qt::ControlModifier);
    palette = m_rig->window->findChild<CommandPalette*>();
    QTest::keyClick(palette->findChild<QLineEdit*>(u"paletteLine"_s), Qt::Key_Escape);
    QTRY_VERIFY(m_rig->window->findChild<CommandPalette*>() == nullptr);
}

void TestWindowKeys::everyDialogIsLeftByKeys_data()
{
    QTest::addColumn<int>("action");
    for (const ActionId id :
         {ActionId::AddList, ActionId::Export, ActionId::Compose, ActionId::ExportWeeks, ActionId::Settings,
          ActionId::CommandPalette, ActionId::LinkRevision, ActionId::Shortcuts, ActionId::About})
        QTest::addRow("%d", static_cast<int>(id)) << static_cast<int>(id);
}

/// Tab goes all the way round, to nothing that is not there, and Esc leads back.
void TestWindowKeys::everyDialogIsLeftByKeys()
{
    QFETCH(int, action);
    m_rig->window->actions()[static_cast<ActionId>(action)]->trigger();
    QTRY_VERIFY(m_rig->window->findChild<QDialog*>() != nullptr);
    auto* dialog = m_rig->window->findChild<QDialog*>();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog, Patience));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    QSet<QWidget*> met;
    for (int presses = 0; presses < 200 && !met.contains(QApplication::focusWidget()); ++presses) {
        QWidget* focus = QApplication::focusWidget();
        QVERIFY2(focus != nullptr && dialog->isAncestorOf(focus),
                 focus == nullptr ? "none" : qPrintable(focus->objectName()));
        QVERIFY2(focus->isVisible() && focus->isEnabled(), qPrintable(focus->objectName()));
        met.insert(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QVERIFY(met.contains(QApplication::focusWidget()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_rig->window->findChild<QDialog*>() == nullptr);
}

QTEST_MAIN(TestWindowKeys)
#include "test_windowkeys.moc"
