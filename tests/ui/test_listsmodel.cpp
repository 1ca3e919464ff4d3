// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/listsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestListsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsListsAndTheirWeeks();
    void offersRecentWeeksForFetching();
    void keepsRowsAsWeeksComeAndGo();
    void addsAndRemovesLists();
    void leadsFromScopesToRowsAndBack();
    void aListShowsItsLastWeeks();
};

namespace
{

store::ListRecord listOf(qint64 id, const QString& name, qint64 mails = 0)
{
    store::ListRecord list;
    list.id = ListId{id};
    list.name = name;
    list.mails = mails;
    return list;
}

const QDate today(2025, 6, 25);

QStringList rowsOf(const ListsModel& model, int list)
{
    QStringList rows;
    const QModelIndex parent = model.index(list, 0);
    for (int row = 0; row < model.rowCount(parent); ++row)
        rows.append(model.index(row, 0, parent).data().toString().left(8));
    return rows;
}

} // namespace

void TestListsModel::showsListsAndTheirWeeks()
{
    ListsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLists({listOf(1, u"kvmarm"_s, 1234)});
    QVERIFY(!model.knowsWeeks(ListId{1}));
    model.setWeeks(ListId{1}, {{QDate(2025, 6, 16), 301, 26}, {QDate(2025, 6, 9), 20, 3}}, 0, today);
    QCOMPARE(rowsOf(model, 0), (QStringList{u"All mail"_s, u"2025-W25"_s, u"2025-W24"_s}));
    const QModelIndex week = model.index(1, 0, model.index(0, 0));
    QCOMPARE(week.data(ListsModel::CountRole).toInt(), 301);
    QVERIFY(week.data(Qt::AccessibleTextRole).toString().contains(u"26 thread"_s));
    QCOMPARE(model.newestWeek(ListId{1}), QDate(2025, 6, 16));
    QVERIFY(!model.newestWeek(ListId{2}).isValid());
}

void TestListsModel::offersRecentWeeksForFetching()
{
    ListsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLists({listOf(1, u"kvmarm"_s)});
    model.setWeeks(ListId{1}, {{QDate(2025, 6, 16), 301, 26}}, 3, today);
    QCOMPARE(rowsOf(model, 0), (QStringList{u"All mail"_s, u"2025-W26"_s, u"2025-W25"_s, u"2025-W24"_s}));
    QCOMPARE(model.newestWeek(ListId{1}), QDate(2025, 6, 16)); // the newest with mail
    const QModelIndex empty = model.index(1, 0, model.index(0, 0));
    QVERIFY(empty.data(ListsModel::CountTextRole).toString().isEmpty());
    QVERIFY(empty.data(Qt::AccessibleTextRole).toString().contains(u"nothing in the library"_s));
}

void TestListsModel::keepsRowsAsWeeksComeAndGo()
{
    ListsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLists({listOf(1, u"kvmarm"_s)});
    model.setWeeks(ListId{1}, {{QDate(2025, 6, 16), 1, 1}, {QDate(2025, 6, 2), 1, 1}}, 0, today);
    const QPersistentModelIndex old = model.index(2, 0, model.index(0, 0));
    model.setWeeks(ListId{1},
                   {{QDate(2025, 6, 23), 5, 1}, {QDate(2025, 6, 9), 2, 1}, {QDate(2025, 6, 2), 9, 2}}, 0,
                   today);
    QCOMPARE(rowsOf(model, 0), (QStringList{u"All mail"_s, u"2025-W26"_s, u"2025-W24"_s, u"2025-W23"_s}));
    QVERIFY(old.data().toString().startsWith(u"2025-W23"_s));
    QCOMPARE(old.data(ListsModel::CountRole).toInt(), 9);
    model.setWeeks(ListId{7}, {}, 0, today); // unknown: nothing happens
}

void TestListsModel::addsAndRemovesLists()
{
    ListsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLists({listOf(1, u"kvmarm"_s), listOf(2, u"kvm"_s)});
    model.setWeeks(ListId{2}, {{QDate(2025, 6, 16), 1, 1}}, 0, today);
    const QPersistentModelIndex week = model.index(1, 0, model.index(1, 0));
    model.setLists({listOf(2, u"kvm"_s, 10), listOf(3, u"netdev"_s)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(week.parent().data().toString(), u"kvm"_s);
    QCOMPARE(model.list(ListId{2})->mails, 10);
    QCOMPARE(model.list(ListId{1}), static_cast<const store::ListRecord*>(nullptr));
    model.setLists({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!week.isValid());
}

void TestListsModel::leadsFromScopesToRowsAndBack()
{
    ListsModel model;
    model.setLists({listOf(1, u"kvmarm"_s), listOf(2, u"kvm"_s)});
    const Scope week{ListId{2}, thread::weekOf(QDate(2025, 6, 18))};
    QCOMPARE(model.indexOf(week), model.index(1, 0)); // its weeks are not known yet
    model.setWeeks(ListId{2}, {{QDate(2025, 6, 16), 1, 1}}, 0, today);
    QCOMPARE(model.scopeAt(model.indexOf(week)), week);
    const Scope all{ListId{2}, std::nullopt};
    QCOMPARE(model.scopeAt(model.indexOf(all)), all);
    QCOMPARE(model.scopeAt(model.index(1, 0)), week); // a list's own row leads to its newest week
    QCOMPARE(model.scopeAt(model.index(0, 0)), (Scope{ListId{1}, std::nullopt}));
    QVERIFY(!model.indexOf({ListId{9}, std::nullopt}).isValid());
}

void TestListsModel::aListShowsItsLastWeeks()
{
    ListsModel model;
    model.setLists({listOf(1, u"kvmarm"_s, 321)});
    const QModelIndex list = model.index(0, 0);
    QVERIFY(list.data(ListsModel::WeeksRole).value<QList<int>>().isEmpty());
    QVERIFY(!list.data(Qt::ToolTipRole).toString().contains(u"2025"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    // Weeks that are only offered are no weeks without mail.
    model.setWeeks(ListId{1}, {{QDate(2025, 6, 9), 301, 26}, {QDate(2025, 5, 26), 20, 3}}, 3, today);
    QCOMPARE(changed.last().at(0).toModelIndex(), list);
    QCOMPARE(list.data(ListsModel::WeeksRole).value<QList<int>>(), (QList<int>{20, 0, 301}));
    for (const int role : {static_cast<int>(Qt::AccessibleTextRole), static_cast<int>(Qt::ToolTipRole)})
        QVERIFY(list.data(role).toString().contains(u"2025-W22 20, 2025-W23 0, 2025-W24 301"_s));
    const QModelIndex week = model.index(1, 0, list);
    QVERIFY(!week.data(ListsModel::WeeksRole).isValid());
}

QTEST_GUILESS_MAIN(TestListsModel)
#include "test_listsmodel.moc"
