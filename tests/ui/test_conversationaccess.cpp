// SPDX-License-Identifier: GPL-3.0-or-later
// The page for those who hear it or need contrast.
#include "ui/conversation/conversationview.h"
#include "ui/pagebuilder.h"

#include <QAccessible>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestConversationAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void screenReadersMeetItems();
    void anItemOfAnEarlierPageIsInvalid();
    void everyColourOfThePageCanBeRead_data();
    void everyColourOfThePageCanBeRead();
};

void TestConversationAccess::screenReadersMeetItems()
{
    ConversationView view;
    view.resize(480, 400);
    view.setPage(seriesPage());
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(list != nullptr);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Conversation"_s);
    QStringList names;
    for (int child = 0; child < list->childCount(); ++child) {
        QAccessibleInterface* item = list->child(child);
        QVERIFY(item != nullptr && item->isValid());
        QCOMPARE(item->parent(), list);
        QCOMPARE(list->indexOfChild(item), child);
        names.append(item->text(QAccessible::Name));
        QVERIFY(!names.last().trimmed().isEmpty());
    }
    QVERIFY(names.contains(u"Grace Example, mail 4, Mon 16 Jun 2025 02:00 +0000, new"_s));
    QVERIFY(names.contains(u"Open question: Why is it taken for each vCPU and not once for the guest?"_s));
    QVERIFY(names.contains(u"Quoted: These words were never written."_s));
    QCOMPARE(list->child(0)->role(), QAccessible::Heading);
    QVERIFY(list->child(0)->state().expanded);

    const qsizetype fold = names.indexOf(u"1 file changed, 2 insertions(+), 3 deletions(-)"_s);
    QAccessibleInterface* opener = list->child(static_cast<int>(fold));
    QCOMPARE(opener->role(), QAccessible::PushButton);
    QVERIFY(opener->state().collapsed);
    opener->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(view.state().openFolds.size(), 1);
    QVERIFY(list->childCount() > names.size());

    view.showMail(3);
    QAccessibleInterface* focus = list->focusChild();
    QVERIFY(focus != nullptr && focus->state().focused);
    QCOMPARE(focus->text(QAccessible::Name), u"Grace Example, mail 4, Mon 16 Jun 2025 02:00 +0000, new"_s);
    QVERIFY(!focus->state().offscreen);
    QCOMPARE(list->childAt(focus->rect().center().x(), focus->rect().center().y()), focus);
}

void TestConversationAccess::anItemOfAnEarlierPageIsInvalid()
{
    ConversationView view;
    view.setPage(seriesPage());
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(list->childCount() > 0 && list->child(0)->isValid());
    view.setPage(std::make_shared<const Conversation>());
    QCOMPARE(list->childCount(), 0);
    QVERIFY(list->focusChild() == nullptr);
    view.setPage(seriesPage());
    QVERIFY(list->childCount() > 0 && list->child(0)->isValid());
}

void TestConversationAccess::everyColourOfThePageCanBeRead_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("dark") << QColor(0x1d, 0x1f, 0x22) << QColor(0xee, 0xee, 0xee);
    QTest::newRow("sepia") << QColor(0xfb, 0xf1, 0xd8) << QColor(0x40, 0x35, 0x20);
    QTest::newRow("high contrast") << QColor(Qt::black) << QColor(Qt::yellow);
}

void TestConversationAccess::everyColourOfThePageCanBeRead()
{
    QFETCH(QColor, base);
    QFETCH(QColor, text);
    QPalette palette(base, base);
    for (const auto role : {QPalette::Text, QPalette::WindowText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, base);
    const PageLook look = pageLook(QFont(), palette);
    const QList<std::tuple<const char*, QColor, QColor>> pairs{
        {"text on a card", text, look.card},
        {"muted on a card", look.muted, look.card},
        {"muted", look.muted, base},
        {"quoted", look.quoted, look.card},
        {"link on a card", look.link, look.card},
        {"link", look.link, base},
        {"heading", look.bandText, look.band},
        {"match", look.matchText, look.match},
        {"selection", look.selectionText, look.selection},
        {"new", look.fresh.text, look.fresh.ground},
        {"open", look.question.text, look.question.ground},
        {"review", look.chip.text, look.chip.ground},
        {"objection", look.badChip.text, look.badChip.ground},
    };
    for (const auto& [name, ink, ground] : pairs)
        QVERIFY2(contrast(ink, ground) >= 4.5,
                 qPrintable(u"%1: %2"_s.arg(QLatin1String(name)).arg(contrast(ink, ground))));
    QVERIFY(contrast(look.mark, look.card) >= 3);
}

QTEST_MAIN(TestConversationAccess)
#include "test_conversationaccess.moc"
