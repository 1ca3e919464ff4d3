// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen that an action opens, walked through by the actions themselves, so that new ones are met
// without being listed here: in a language of longer texts nothing is cut off, everything has a name, Tab
// goes round.
#include "support/pseudolocale.h"
#include "support/windowrig.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr QSize smallScreen{1280, 800};

QString described(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
        if (!at->objectName().isEmpty())
            path.prepend(at->objectName());
    }
    return QString(QString::fromLatin1(widget->metaObject()->className()) + u' ' + path.join(u'/'));
}

/// A label's text as it needs room, in its width.
bool fits(const QLabel& label)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::RichText)
        return true;
    if (label.wordWrap())
        return label.height() >= label.heightForWidth(label.width()) - 1;
    const QString name = label.objectName();
    return label.width() >= label.minimumSizeHint().width() - 1
        || label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored; // elides on purpose
}

QString cutOff(const QWidget& screen)
{
    QStringList cut;
    for (const QWidget* part : screen.findChildren<QWidget*>()) {
        if (!part->isVisible() || part->visibleRegion().isEmpty())
            continue;
        bool good = true;
        if (const auto* label = qobject_cast<const QLabel*>(part))
            good = fits(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(part))
            good = button->text().isEmpty() || button->width() >= button->sizeHint().width() - 1
                || qobject_cast<const QToolButton*>(part) != nullptr; // a tool bar has its own way out
        else if (const auto* group = qobject_cast<const QGroupBox*>(part))
            good = group->width() >= group->minimumSizeHint().width() - 1;
        if (!good)
            cut += described(part);
    }
    return cut.join(u'\n');
}

QString nameless(const QWidget& screen)
{
    QStringList found;
    for (const QWidget* part : screen.findChildren<QWidget*>()) {
        if (!part->isVisible() || (part->focusPolicy() & Qt::TabFocus) == 0
            || part->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollArea*>(part) != nullptr)
            continue;
        const QAccessibleInterface* spoken
            = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(part));
        const bool inside = qobject_cast<const QComboBox*>(part->parentWidget()) != nullptr;
        if (!inside && (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty()))
            found += described(part);
    }
    return found.join(u'\n');
}

/// Each tab of a screen in turn, or the screen itself.
template <typename Check>
void eachPage(QWidget& screen, const Check& check)
{
    auto* tabs = screen.findChild<QTabWidget*>();
    if (tabs == nullptr) {
        check(QString());
        return;
    }
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QApplication::processEvents();
        check(tabs->tabText(page));
    }
}

} // namespace

class TestWalkthrough : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void findsWhatIsWrong();
    void theWindow();
    void everyDialog_data();
    void everyDialog();

private:
    PseudoLocale m_language;
    std::unique_ptr<WindowRig> m_rig;
};

void TestWalkthrough::initTestCase()
{
    QVERIFY(QCoreApplication::installTranslator(&m_language));
    m_rig = std::make_unique<WindowRig>();
    m_rig->window->resize(smallScreen);
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
    // A thread with which all can be done.
    const QAction* compare = m_rig->window->actions()[ActionId::CompareRevisions];
    QTRY_VERIFY(!m_rig->window->threads().shownThreads().isEmpty());
    for (const ThreadId thread : m_rig->window->threads().shownThreads()) {
        m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(thread));
        if (compare->isEnabled())
            break;
    }
    QVERIFY(compare->isEnabled());
}

void TestWalkthrough::cleanupTestCase()
{
    m_rig.reset();
}

/// The checks themselves: a cut label, a cut button, a line without a name.
void TestWalkthrough::findsWhatIsWrong()
{
    QWidget screen;
    screen.setObjectName(u"screen"_s);
    QLabel label(u"A sentence that is long enough"_s, &screen);
    label.setObjectName(u"label"_s);
    label.setFixedWidth(40);
    QPushButton button(u"A button that is long enough"_s, &screen);
    button.setObjectName(u"button"_s);
    button.setFixedWidth(40);
    button.move(0, 40);
    QLineEdit line(&screen);
    line.setObjectName(u"line"_s);
    line.move(0, 80);
    screen.resize(300, 200);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen, Patience));
    QCOMPARE(cutOff(screen), u"QLabel screen/label\nQPushButton screen/button"_s);
    QCOMPARE(nameless(screen), u"QLineEdit screen/line"_s);
}

void TestWalkthrough::theWindow()
{
    m_rig->window->resize(smallScreen);
    QApplication::processEvents();
    QCOMPARE(m_rig->window->size(), smallScreen); // nothing pushes it wider
    QCOMPARE(cutOff(*m_rig->window), QString());
    QCOMPARE(nameless(*m_rig->window), QString());
}

void TestWalkthrough::everyDialog_data()
{
    QTest::addColumn<int>("id");
    for (int id = 0; id < actionCount; ++id) {
        const QAction* action = m_rig->window->actions()[static_cast<ActionId>(id)];
        if (action->text().contains("..."_L1) || id == static_cast<int>(ActionId::Shortcuts)
            || id == static_cast<int>(ActionId::About))
            QTest::newRow(qPrintable(action->objectName())) << id;
    }
}

void TestWalkthrough::everyDialog()
{
    QFETCH(const int, id);
    QAction* action = m_rig->window->actions()[static_cast<ActionId>(id)];
    if (!action->isEnabled())
        QSKIP("there is nothing in the sample to do it with");
    QVERIFY(m_rig->waitForJobs()); // what is said below is then said by this action
    ScriptedPrompts& prompts = *m_rig->prompts;
    prompts.accept = false;
    const auto asked = [&prompts] { return prompts.questions.size() + prompts.fileQuestions.size(); };
    const qsizetype before = asked();
    auto* told = m_rig->window->findChild<QLabel*>(u"jobLabel"_s);
    told->setText(u"nothing"_s);
    action->trigger();
    const auto shown = [this]() -> QDialog* {
        for (QDialog* dialog : m_rig->window->findChildren<QDialog*>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    };
    QTRY_VERIFY(shown() != nullptr || asked() > before || told->text() != "nothing"_L1);
    QDialog* dialog = shown();
    if (dialog == nullptr)
        return; // the desktop's own dialog, or a sentence that says why there is none
    const auto leave = qScopeGuard([dialog = QPointer<QDialog>(dialog)] { delete dialog; });
    QVERIFY2(dialog->width() <= smallScreen.width() && dialog->height() <= smallScreen.height(),
             qPrintable(u"%1 x %2"_s.arg(dialog->width()).arg(dialog->height())));
    eachPage(*dialog, [dialog](const QString& page) {
        QVERIFY2(cutOff(*dialog).isEmpty(), qPrintable(page + u'\n' + cutOff(*dialog)));
        QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(page + u'\n' + nameless(*dialog)));
    });
    // Tab comes back to where it began.
    QTRY_VERIFY(dialog->focusWidget() != nullptr);
    const QWidget* first = dialog->focusWidget();
    QStringList passed;
    do {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        passed += dialog->focusWidget()->objectName();
    } while (dialog->focusWidget() != first && passed.size() < 300);
    QVERIFY2(dialog->focusWidget() == first,
             qPrintable(first->objectName() + u": "_s + passed.first(qMin(passed.size(), 20)).join(u' ')));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(shown() == nullptr);
}

QTEST_MAIN(TestWalkthrough)
#include "test_walkthrough.moc"
