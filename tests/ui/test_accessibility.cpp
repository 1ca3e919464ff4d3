// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/badge.h"
#include "ui/colours.h"
#include "ui/dialogs/addlistdialog.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/dialogs/keyspage.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/mainwindow.h"
#include "ui/markdowndocument.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPalette>
#include <QSet>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

/// Parts that Qt makes inside its widgets: a screen reader meets them as their owner.
bool isInternal(const QWidget* widget)
{
    if (widget->objectName().startsWith(u"qt_"_s))
        return true;
    for (const QWidget* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox*>(parent) != nullptr && widget->objectName().isEmpty())
            return true;
    }
    return false;
}

QList<QWidget*> focusable(const QWidget& window)
{
    QList<QWidget*> found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        // A button that waits hidden for its text cannot be reached before it has one.
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool waits = button != nullptr && button->isHidden() && button->text().isEmpty();
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !waits && !isInternal(widget))
            found.append(widget);
    }
    return found;
}

QString described(const QWidget* widget)
{
    return QString(QString::fromLatin1(widget->metaObject()->className()) + u" \""_s + widget->objectName()
                   + u"\" in "_s
                   + (widget->parentWidget() != nullptr ? widget->parentWidget()->objectName() : QString()));
}

QPalette contrastPalette()
{
    QPalette palette(Qt::black, Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::yellow);
    palette.setColor(QPalette::WindowText, Qt::yellow);
    palette.setColor(QPalette::Link, Qt::cyan);
    return palette;
}

QPalette sepiaPalette()
{
    QPalette palette = test::lightPalette();
    palette.setColor(QPalette::Base, QColor(0xfb, 0xf1, 0xd8));
    palette.setColor(QPalette::Window, QColor(0xe9, 0xdd, 0xbe));
    palette.setColor(QPalette::Text, QColor(0x40, 0x35, 0x20));
    palette.setColor(QPalette::WindowText, QColor(0x40, 0x35, 0x20));
    return palette;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_services = std::make_unique<test::FakeServices>(); }
    void cleanup() { m_services.reset(); }
    void everyFocusableWidgetHasANameAndAnObjectName_data() { addWindows(); }
    void everyFocusableWidgetHasANameAndAnObjectName();
    void theTabChainIsClosed_data() { addWindows(); }
    void theTabChainIsClosed();
    void everyActionHasATextAndAWayToIt();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void readableChangesNothingThatCanBeRead();
    void contrastIsThatOfWcag();

private:
    static void addWindows()
    {
        QTest::addColumn<QString>("which");
        QTest::newRow("main window") << u"main"_s;
        QTest::newRow("settings") << u"settings"_s;
        QTest::newRow("add a list") << u"add"_s;
        QTest::newRow("keys") << u"keys"_s;
        QTest::newRow("palette") << u"palette"_s;
    }
    [[nodiscard]] std::unique_ptr<QWidget> make(const QString& which)
    {
        std::unique_ptr<QWidget> window;
        if (which == u"main"_s)
            window = std::make_unique<MainWindow>(m_services->services(),
                                                  std::make_unique<test::ScriptedPrompts>());
        else if (which == u"add"_s)
            window = std::make_unique<AddListDialog>(m_services->services(), m_prompts);
        else if (which == u"keys"_s)
            window = std::make_unique<KeysPage>(m_services->services().settings);
        else if (which == u"palette"_s)
            window = std::make_unique<CommandPalette>(
                std::vector<PaletteEntry>{{u"star"_s, {}, u"Star"_s, u"Star"_s, u"Thread"_s, u"S"_s}},
                QStringList(), nullptr, nullptr);
        else {
            window = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
            // With a provider, so that its fields can be used.
            window->findChild<QToolButton*>(u"addProviderButton"_s)
                ->menu()
                ->actions()
                .constFirst()
                ->trigger();
        }
        window->show();
        return window;
    }

    std::unique_ptr<test::FakeServices> m_services;
    test::ScriptedPrompts m_prompts;
};

void TestAccessibility::everyFocusableWidgetHasANameAndAnObjectName()
{
    QFETCH(QString, which);
    const auto window = make(which);
    const QList<QWidget*> widgets = focusable(*window);
    QVERIFY(!widgets.isEmpty());
    QStringList wrong;
    for (QWidget* widget : widgets) {
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
            wrong.append(QString(u"no accessible name: "_s + described(widget)));
        if (widget->objectName().isEmpty())
            wrong.append(QString(u"no object name: "_s + described(widget)));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestAccessibility::theTabChainIsClosed()
{
    QFETCH(QString, which);
    const auto window = make(which);
    QSet<const QWidget*> met;
    const QWidget* next = window.get();
    do {
        QVERIFY2(!met.contains(next), "the chain goes in a loop that leaves its start out");
        met.insert(next);
        next = next->nextInFocusChain();
        QVERIFY(next != nullptr);
    } while (next != window.get());
    for (const QWidget* widget : focusable(*window)) {
        if (widget->window() == window.get())
            QVERIFY2(met.contains(widget), qPrintable(described(widget)));
    }
}

void TestAccessibility::everyActionHasATextAndAWayToIt()
{
    const auto window = make(u"main"_s);
    QStringList wrong;
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->isSeparator() || action->menu() != nullptr || action->objectName().isEmpty()
            || action->objectName().startsWith(u"_q_"_s))
            continue;
        if (action->text().isEmpty())
            wrong.append(QString(u"no text: "_s + action->objectName()));
        if (action->shortcut().isEmpty() && action->associatedObjects().isEmpty())
            wrong.append(QString(u"neither shortcut nor menu: "_s + action->objectName()));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestAccessibility::coloursCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << test::lightPalette();
    QTest::newRow("dark") << test::darkPalette();
    QTest::newRow("high contrast") << contrastPalette();
    QTest::newRow("sepia") << sepiaPalette();
    QTest::newRow("grey on grey") << QPalette(QColor(0x80, 0x80, 0x80), QColor(0x80, 0x80, 0x80));
}

void TestAccessibility::coloursCanBeRead()
{
    QFETCH(QPalette, palette);
    constexpr double enough = 4.5;
    const MailColours mail = mailColours(palette);
    QList<std::pair<const char*, Ink>> inks{{"added", mail.added},
                                            {"removed", mail.removed},
                                            {"hunk", mail.hunk},
                                            {"file", mail.file},
                                            {"attribution", {mail.attribution, mail.ground}},
                                            {"signature", {mail.signature, mail.ground}},
                                            {"link", {mail.link, mail.ground}}};
    for (int depth = 1; depth <= 6; ++depth)
        inks.append({"quote", {mail.quote(depth), mail.ground}});
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Attention, Tone::Bad, Tone::Information})
        inks.append({"badge", badgeInk(palette, tone)});
    inks.append({"dimmed", {dimmed(palette), palette.color(QPalette::Window)}});
    const MarkdownLook look = markdownLook(QFont(), palette);
    inks.append({"citation", {look.link, mail.ground}});
    inks.append({"quote of a summary", {look.quote, mail.ground}});
    inks.append({"quote in code", {look.quote, look.codeGround}});
    for (const auto& [name, ink] : inks)
        QVERIFY2(contrast(ink.text, ink.ground) >= enough,
                 qPrintable(u"%1: %2 on %3 is %4:1"_s
                                .arg(QString::fromLatin1(name), ink.text.name(), ink.ground.name())
                                .arg(contrast(ink.text, ink.ground))));
    // Kinds of lines can be told apart.
    QVERIFY(mail.added.text != mail.removed.text);
    QVERIFY(mail.quote(1) != mail.quote(2));
}

void TestAccessibility::readableChangesNothingThatCanBeRead()
{
    QCOMPARE(readable(QColor(Qt::black), {QColor(Qt::white)}), QColor(Qt::black));
    QVERIFY(contrast(readable(QColor(Qt::white), {QColor(Qt::white)}), Qt::white) >= 4.5);
    QVERIFY(contrast(readable(QColor(0x77, 0x77, 0x77), {QColor(0x80, 0x80, 0x80)}), QColor(0x80, 0x80, 0x80))
            >= 4.5);
}

void TestAccessibility::contrastIsThatOfWcag()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454); // the well-known grey
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
