// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"
#include "ui/dialogs/keyspage.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestKeysPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsEveryAction();
    void pressedKeysAreGiven();
    void whatIsInTheWayIsNamedFirst();
    void aFirstKeyTakesThoseThatBeginWithIt();
    void reservedKeysAreRefused();
    void anotherKeyIsAdded();
    void oneIsResetAndAllAre();
    void aResetThatWouldTakeKeysProposesThem();
    void findsByNameAndByKey();

private:
    [[nodiscard]] QString keysOfAction(const QString& name) const
    {
        QTreeWidgetItemIterator items(m_page->findChild<QTreeWidget*>());
        for (; *items != nullptr; ++items) {
            if ((*items)->data(0, Qt::UserRole).toString() == name)
                return (*items)->text(1);
        }
        return u"no such action"_s;
    }
    void press(const QString& keys) const
    {
        m_page->findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(keys));
    }
    void click(const QString& name) const
    {
        QTest::mouseClick(m_page->findChild<QPushButton*>(name), Qt::LeftButton);
    }
    [[nodiscard]] QString clash() const { return m_page->findChild<QLabel*>(u"keyClashLabel"_s)->text(); }
    [[nodiscard]] QString written()
    {
        m_page->write(*m_settings);
        return m_settings->get(keys::Shortcuts);
    }

    QTemporaryDir m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<KeysPage> m_page;
};

void TestKeysPage::init()
{
    m_settings = std::make_unique<Settings>(m_home.filePath(u"settings.ini"_s));
    m_settings->set(keys::Shortcuts, QString());
    m_page = std::make_unique<KeysPage>(*m_settings);
    m_page->show();
    m_page->choose(u"starAction"_s);
}

void TestKeysPage::showsEveryAction()
{
    QCOMPARE(keysOfAction(u"starAction"_s), u"S"_s);
    QCOMPARE(keysOfAction(u"copyIdAction"_s), u"Y, I"_s);
    QCOMPARE(keysOfAction(u"removeListAction"_s), QString());
    QVERIFY(written().isEmpty());
}

void TestKeysPage::pressedKeysAreGiven()
{
    auto* edit = m_page->findChild<QKeySequenceEdit*>();
    QVERIFY(!m_page->findChild<QPushButton*>(u"setKeysButton"_s)->isEnabled());
    QTest::keyClick(edit, Qt::Key_F7);
    QTest::keyClick(edit, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(edit->keySequence(), QKeySequence(u"F7, Ctrl+B"_s));
    QTRY_VERIFY(m_page->findChild<QPushButton*>(u"setKeysButton"_s)->isEnabled()); // no further key came
    click(u"setKeysButton"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"F7, Ctrl+B"_s);
    QCOMPARE(written(), uR"({"starAction":["F7, Ctrl+B"]})"_s);
}

void TestKeysPage::whatIsInTheWayIsNamedFirst()
{
    press(u"M"_s);
    QVERIFY2(clash().contains(u"Mute"_s), qPrintable(clash()));
    QCOMPARE(keysOfAction(u"muteAction"_s), u"M"_s); // nothing has happened yet
    click(u"setKeysButton"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"M"_s);
    QCOMPARE(keysOfAction(u"muteAction"_s), QString());
    QVERIFY(clash().isEmpty());
    QCOMPARE(readKeyChanges(written().toUtf8(), {}).problems.size(), 2); // both differ from what is shipped
}

void TestKeysPage::aFirstKeyTakesThoseThatBeginWithIt()
{
    press(u"Y"_s);
    QVERIFY2(clash().contains(u"Y, I"_s) && clash().contains(u"Y, P"_s), qPrintable(clash()));
    click(u"setKeysButton"_s);
    QCOMPARE(keysOfAction(u"copyIdAction"_s), QString());
    QCOMPARE(keysOfAction(u"copyPackedAction"_s), QString());
}

void TestKeysPage::reservedKeysAreRefused()
{
    press(u"Ctrl+C"_s);
    QVERIFY(!clash().isEmpty());
    QVERIFY(!m_page->findChild<QPushButton*>(u"setKeysButton"_s)->isEnabled());
    QVERIFY(!m_page->findChild<QPushButton*>(u"addKeysButton"_s)->isEnabled());
}

void TestKeysPage::anotherKeyIsAdded()
{
    press(u"F8"_s);
    click(u"addKeysButton"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"S · F8"_s);
    press(u"F8"_s);
    QVERIFY(!m_page->findChild<QPushButton*>(u"addKeysButton"_s)->isEnabled());
    press(u"S, F9"_s); // S alone would keep it from being reached
    click(u"addKeysButton"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"F8 · S, F9"_s);
    click(u"removeKeysButton"_s);
    QCOMPARE(written(), uR"({"starAction":[]})"_s);
}

void TestKeysPage::oneIsResetAndAllAre()
{
    press(u"F7"_s);
    click(u"setKeysButton"_s);
    m_page->choose(u"muteAction"_s);
    press(u"F8"_s);
    click(u"setKeysButton"_s);
    click(u"resetKeysButton"_s);
    QCOMPARE(keysOfAction(u"muteAction"_s), u"M"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"F7"_s);
    click(u"resetAllKeysButton"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), u"S"_s);
    QVERIFY(written().isEmpty());
    QVERIFY(!m_page->findChild<QPushButton*>(u"resetAllKeysButton"_s)->isEnabled());
}

void TestKeysPage::aResetThatWouldTakeKeysProposesThem()
{
    press(u"M"_s);
    click(u"setKeysButton"_s);
    m_page->choose(u"muteAction"_s);
    click(u"resetKeysButton"_s);
    QVERIFY2(clash().contains(u"Star"_s), qPrintable(clash()));
    QCOMPARE(keysOfAction(u"starAction"_s), u"M"_s);
    click(u"setKeysButton"_s);
    QCOMPARE(keysOfAction(u"muteAction"_s), u"M"_s);
    QCOMPARE(keysOfAction(u"starAction"_s), QString());
}

void TestKeysPage::findsByNameAndByKey()
{
    auto* tree = m_page->findChild<QTreeWidget*>();
    auto* line = m_page->findChild<QLineEdit*>(u"searchKeysLine"_s);
    line->setText(u"Y, L"_s);
    QCOMPARE(tree->currentItem()->data(0, Qt::UserRole).toString(), u"copyPermalinkAction"_s);
    line->setText(u"mute"_s);
    QCOMPARE(tree->currentItem()->isHidden(), false);
    line->setText(u"no action is called so"_s);
    QVERIFY(!m_page->findChild<QKeySequenceEdit*>()->isEnabled() || tree->currentItem() != nullptr);
    line->clear();
    QVERIFY(!tree->topLevelItem(0)->isHidden());
}

QTEST_MAIN(TestKeysPage)
#include "test_keyspage.moc"
