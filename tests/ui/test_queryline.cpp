// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/texts.h"
#include "support/patience.h"
#include "ui/dialogs/queryhelp.h"
#include "ui/queryline.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestQueryLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void completesAFieldAndItsValue();
    void tabTakesTheFirstSuggestion();
    void enterWithoutAChoiceIsTheLines();
    void escapeClosesTheSuggestions();
    void suggestsUnaskedOnlyWhenTold();
    void bringsBackWhatWasEntered();
    void remembersEachQueryOnceAndNotTooMany();
    void underlinesAndTellsAProblem();
    void knowsWhatIsStillBeingTyped();
    void offersToSave();
    void f1ExplainsWhatCanBeTyped();

private:
    /// As a person types: to whatever has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* popup = QApplication::activePopupWidget();
        QTest::keyClick(popup != nullptr ? popup : m_line.get(), key, modifiers);
    }
    [[nodiscard]] QAbstractItemView* suggestions() const { return m_line->findChild<QCompleter*>()->popup(); }
    std::unique_ptr<QueryLine> m_line;
};

void TestQueryLine::init()
{
    m_line = std::make_unique<QueryLine>();
    m_line->setVocabulary({{{u"Ada Example"_s, u"ada@example.invalid"_s, 2}}, {}, {u"kvmarm"_s}});
    m_line->resize(500, m_line->sizeHint().height());
    m_line->show();
    QVERIFY(QTest::qWaitForWindowActive(m_line.get(), Patience));
    m_line->setFocus();
}

void TestQueryLine::cleanup()
{
    m_line.reset();
}

void TestQueryLine::completesAFieldAndItsValue()
{
    QTest::keyClicks(m_line.get(), u"vgic fr"_s);
    QVERIFY(suggestions() != nullptr && suggestions()->isVisible());
    QVERIFY(!suggestions()->accessibleName().isEmpty());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_line->text(), u"vgic from:"_s);
    QVERIFY(suggestions()->isVisible()); // its values
    press(Qt::Key_Down); // me
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_line->text(), u"vgic from:\"Ada Example\" "_s);
    QVERIFY(!suggestions()->isVisible());
}

void TestQueryLine::tabTakesTheFirstSuggestion()
{
    QTest::keyClicks(m_line.get(), u"is:un"_s);
    press(Qt::Key_Tab);
    QCOMPARE(m_line->text(), u"is:unread "_s);
    QVERIFY(m_line->hasFocus());
}

void TestQueryLine::enterWithoutAChoiceIsTheLines()
{
    const QSignalSpy entered(m_line.get(), &QLineEdit::returnPressed);
    QTest::keyClicks(m_line.get(), u"subj"_s);
    QVERIFY(suggestions()->isVisible());
    press(Qt::Key_Return);
    QCOMPARE(m_line->text(), u"subj"_s);
    QCOMPARE(entered.count(), 1);
    QVERIFY(!suggestions()->isVisible());
}

void TestQueryLine::escapeClosesTheSuggestions()
{
    QTest::keyClicks(m_line.get(), u"is:"_s);
    QVERIFY(suggestions()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!suggestions()->isVisible());
    QCOMPARE(m_line->text(), u"is:"_s);
}

void TestQueryLine::suggestsUnaskedOnlyWhenTold()
{
    QTest::keyClicks(m_line.get(), u"vgic irq "_s);
    QVERIFY(!suggestions()->isVisible());
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(suggestions()->isVisible());
    QVERIFY(suggestions()->model()->rowCount() > 10);
}

void TestQueryLine::bringsBackWhatWasEntered()
{
    for (const QString& text : {u"one"_s, u"two"_s}) {
        m_line->setText(text);
        m_line->remember();
    }
    m_line->clear();
    QTest::keyClicks(m_line.get(), u"xyz"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_line->text(), u"two"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up); // there is no older one
    QCOMPARE(m_line->text(), u"one"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_line->text(), u"xyz"_s); // what was being typed
    press(Qt::Key_Down);
    QCOMPARE(m_line->text(), u"xyz"_s);
}

void TestQueryLine::remembersEachQueryOnceAndNotTooMany()
{
    for (int i = 0; i < 100; ++i) {
        m_line->setText(u"query %1"_s.arg(i % 90));
        m_line->remember();
    }
    QCOMPARE(m_line->history().size(), QueryLine::mostRemembered);
    QCOMPARE(m_line->history().constFirst(), u"query 9"_s);
    QCOMPARE(m_line->history().count(u"query 9"_s), 1);
    m_line->setText(u"  "_s);
    m_line->remember();
    QCOMPARE(m_line->history().constFirst(), u"query 9"_s);
}

void TestQueryLine::underlinesAndTellsAProblem()
{
    m_line->setText(u"a is:nonsense b"_s);
    const QImage before = m_line->grab().toImage();
    const auto parsed = query::parse(m_line->text(), QDate(2025, 6, 18));
    QVERIFY(parsed.problem);
    m_line->showProblem(parsed.problem);
    QCOMPARE(m_line->accessibleDescription(), query::Texts::problem(*parsed.problem));
    QVERIFY(m_line->grab().toImage() != before);
    QTest::keyClicks(m_line.get(), u"x"_s); // typing ends it
    QVERIFY(!m_line->problem());
    QVERIFY(m_line->accessibleDescription().isEmpty());
}

void TestQueryLine::knowsWhatIsStillBeingTyped()
{
    const auto problem = [this] { return *query::parse(m_line->text(), QDate(2025, 6, 18)).problem; };
    m_line->setText(u"a is:op"_s);
    QVERIFY(m_line->isBeingTyped(problem()));
    m_line->setText(u"a is:op "_s);
    QVERIFY(!m_line->isBeingTyped(problem()));
    m_line->setText(u"is:op a"_s);
    QVERIFY(!m_line->isBeingTyped(problem()));
}

void TestQueryLine::offersToSave()
{
    auto* save = m_line->findChild<QAction*>(u"saveQueryAction"_s);
    QVERIFY(save != nullptr && !save->isVisible());
    m_line->offerSaving(true);
    QVERIFY(save->isVisible());
    QSignalSpy wanted(m_line.get(), &QueryLine::saveRequested);
    save->trigger(); // there is nothing to save
    m_line->setText(u" is:open "_s);
    save->trigger();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), u"is:open"_s);
}

void TestQueryLine::f1ExplainsWhatCanBeTyped()
{
    const QSignalSpy asked(m_line.get(), &QueryLine::helpRequested);
    press(Qt::Key_F1);
    QCOMPARE(asked.count(), 1);
    showQueryHelp(m_line.get());
    auto* sheet = m_line->findChild<QTreeWidget*>(u"queryHelpSheet"_s);
    QVERIFY(sheet != nullptr);
    QCOMPARE(static_cast<std::size_t>(sheet->topLevelItemCount()), query::fieldRules().size());
    sheet->window()->close();
    QTRY_VERIFY(m_line->findChild<QDialog*>(u"queryHelpDialog"_s) == nullptr);
}

QTEST_MAIN(TestQueryLine)
#include "test_queryline.moc"
