// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <ctime>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

std::vector<PaletteEntry> commands()
{
    return {{u"star"_s, {}, u"加星标"_s, u"Star"_s, u"会话"_s, u"S"_s},
            {u"mute"_s, {}, u"静音"_s, u"Mute"_s, u"会话"_s, u"M"_s},
            {u"read"_s, {}, u"标为已读"_s, u"Mark as Read"_s, u"会话"_s, u"R"_s},
            {u"unread"_s, {}, u"标为未读"_s, u"Mark as Unread"_s, u"会话"_s, u"U"_s}};
}

QString names(const std::vector<PaletteHit>& hits)
{
    QStringList found;
    for (const PaletteHit& hit : hits)
        found.append(hit.entry.thread.isValid() ? hit.entry.text : hit.entry.name);
    return found.join(u", "_s);
}

Snapshot threads(const QStringList& titles)
{
    Snapshot snapshot;
    for (const QString& title : titles) {
        ThreadEntry entry;
        entry.listing.thread = ThreadId{static_cast<qint64>(snapshot.threads.size() + 1)};
        entry.listing.title = title;
        entry.lastActivity = static_cast<qint64>(snapshot.threads.size());
        snapshot.threads.push_back(entry);
    }
    snapshot.ofPeriod = snapshot.threads.size();
    return snapshot;
}

} // namespace

class TestPaletteModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsCommands_data();
    void findsCommands();
    void findsThreads_data();
    void findsThreads();
    void remembersWhatWasUsed();
    void showsWhatWasFound();
    void manyThreadsAreSearchedQuickly();
};

void TestPaletteModel::findsCommands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("recent");
    QTest::addColumn<QString>("found");
    QTest::newRow("all") << u""_s << QStringList() << u"star, mute, read, unread"_s;
    QTest::newRow("used lately") << u" "_s << QStringList{u"unread"_s, u"mute"_s}
                                 << u"unread, mute, star, read"_s;
    QTest::newRow("Chinese") << u"标读"_s << QStringList() << u"read, unread"_s;
    QTest::newRow("used among equals") << u"标读"_s << QStringList{u"unread"_s} << u"unread, read"_s;
    QTest::newRow("English name") << u"mr"_s << QStringList() << u"read, unread"_s;
    QTest::newRow("the better one") << u"mute"_s << QStringList{u"star"_s} << u"mute"_s;
    QTest::newRow("gone since") << u"mute"_s << QStringList{u"fly"_s} << u"mute"_s;
    QTest::newRow("none") << u"xyz"_s << QStringList() << u""_s;
}

void TestPaletteModel::findsCommands()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, recent);
    QTEST(names(findCommands(typed, commands(), recent)), "found");
}

void TestPaletteModel::findsThreads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("one word") << u"LOCK"_s << u"vgic: a lock, vgic: lock"_s; // the newer one first
    QTest::newRow("all words") << u"lock a"_s << u"vgic: a lock"_s;
    QTest::newRow("its beginning") << u"its"_s << u"its: bits, hits"_s;
    QTest::newRow("bounded") << u":"_s << u"its: bits, vgic: a lock"_s;
    QTest::newRow("nothing") << u" "_s << u""_s;
}

void TestPaletteModel::findsThreads()
{
    QFETCH(QString, typed);
    const Snapshot snapshot = threads({u"vgic: lock"_s, u"vgic: a lock"_s, u"its: bits"_s, u"hits"_s});
    QTEST(names(findThreads(typed, snapshot, 2)), "found");
}

void TestPaletteModel::remembersWhatWasUsed()
{
    QCOMPARE(withRecent({u"a"_s, u"b"_s}, u"b"_s), (QStringList{u"b"_s, u"a"_s}));
    QStringList recent;
    for (int i = 0; i < 100; ++i)
        recent = withRecent(recent, QString::number(i));
    QCOMPARE(recent.size(), 20);
    QCOMPARE(recent.constFirst(), u"99"_s);
}

void TestPaletteModel::showsWhatWasFound()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(findCommands(u"标读"_s, commands(), {}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), u"标为已读"_s);
    QCOMPARE(model.index(0).data(PaletteModel::PlacesRole).value<QList<int>>(), (QList<int>{0, 3}));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"标为已读, 会话, R"_s);
    model.append(findThreads(u"lock"_s, threads({u"vgic: lock"_s}), 5));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.entry(2).thread.isValid());
    QCOMPARE(model.index(2).data(PaletteModel::PlacesRole).value<QList<int>>(), (QList<int>{6, 7, 8, 9}));
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

/// On the pool; processor time, so that others on the machine do not count. Printed for the record.
void TestPaletteModel::manyThreadsAreSearchedQuickly()
{
    QStringList titles;
    for (int i = 0; i < 20'000; ++i)
        titles.append(
            u"[PATCH v%1 00/%2] KVM: arm64: vgic-v%3: Keep the list registers in memory"_s.arg(i % 9)
                .arg(i % 40)
                .arg(i % 5));
    const Snapshot snapshot = threads(titles);
    const auto spent = [](std::clock_t since) {
        return 1000.0 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
    };
    std::clock_t begun = std::clock();
    const auto hits = findThreads(u"registers keep zzz"_s, snapshot, 12);
    const auto found = findThreads(u"registers keep"_s, snapshot, 12);
    qInfo("on the pool, a search of 20,000 threads: %.1f ms", spent(begun) / 2);
    std::vector<PaletteEntry> all;
    while (all.size() < 120)
        all.push_back(commands().at(all.size() % 4));
    begun = std::clock();
    for (int i = 0; i < 100; ++i)
        (void)findCommands(u"mark re"_s, all, {});
    qInfo("on the GUI thread, a search of 120 commands: %.2f ms", spent(begun) / 100);
    QVERIFY(hits.empty());
    QCOMPARE(found.size(), 12U);
}

QTEST_MAIN(TestPaletteModel)
#include "test_palettemodel.moc"
