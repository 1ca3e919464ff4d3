// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/providerchoice.h"
#include "support/windowrig.h"

#include <QMenu>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;

class TestListMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsSummarisedByItsOwnProvider();
};

void TestListMenu::aListIsSummarisedByItsOwnProvider()
{
    WindowRig rig;
    QList<llm::Provider> both;
    for (const QString& id : {u"first"_s, u"second"_s}) {
        llm::Provider provider;
        provider.id = provider.name = provider.model = id;
        provider.endpoint = u"http://127.0.0.1:9/v1"_s;
        both.append(provider);
    }
    rig.settings.set(keys::Providers, QString::fromUtf8(llm::toJson(both)));
    rig.settings.set(keys::Provider, u"first"_s);
    QVERIFY(rig.openSample());

    const QModelIndex list = rig.lists()->model()->index(0, 0);
    Q_EMIT rig.lists()->customContextMenuRequested(rig.lists()->visualRect(list).center());
    auto* menu = rig.lists()->findChild<QMenu*>(u"listMenu"_s);
    QVERIFY(menu != nullptr);
    auto* providers = menu->findChild<QMenu*>(u"listProviderMenu"_s);
    QAction* second = nullptr;
    for (QAction* action : providers->actions()) {
        if (action->data().toString().isEmpty() && !action->isSeparator())
            QVERIFY(action->isChecked() && action->text().contains(u"first"_s));
        if (action->data().toString() == u"second"_s)
            second = action;
    }
    QVERIFY(second != nullptr);
    second->trigger();
    menu->close();
    QCOMPARE(rig.settings.get(keys::Provider), u"first"_s);
    QCOMPARE(brief::providerIdFor(rig.settings, list.data().toString()), u"second"_s);

    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(rig.chat.requests.size(), 1);
    QCOMPARE(rig.chat.requests.constFirst().provider.id, u"second"_s);
}

QTEST_MAIN(TestListMenu)
#include "test_listmenu.moc"
