// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadsbuilder.h"
#include "ui/models/viewsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lb::ui::ThreadFilter)

/// The views and saved searches as rows, and what saved searches are counted by.
class TestViewsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAreWhatTheTreeWouldShow_data();
    void countsAreWhatTheTreeWouldShow();
    void whatIsNotKnownIsNotCounted();
    void settledThreadsAreHiddenAsInTheTree();
    void rowsThatStayAreNotReset_data();
    void rowsThatStayAreNotReset();
    void countsAreTold();
    void aTipIsPlainText();
    void onlySearchesAreRenamed();
};

namespace
{

CountedScope scopeOf(const LoadedSnapshot& loaded)
{
    return {loaded.snapshot, loaded.marks,
            std::make_shared<const Survey>(survey(*loaded.snapshot, loaded.marks, nullptr, nullptr))};
}

using Searches = QList<store::SavedSearch>;

Searches searches(const QString& names)
{
    Searches list;
    for (const QString& name : names.split(u' ', Qt::SkipEmptyParts))
        list.append({name, u"from:"_s + name});
    return list;
}

QString names(const ViewsModel& model)
{
    QStringList list;
    for (int row = viewCount; row < model.rowCount(); ++row)
        list.append(model.index(row).data().toString());
    return list.join(u' ');
}

QString counts(const ViewsModel& model)
{
    QStringList list;
    for (int row = viewCount; row < model.rowCount(); ++row)
        list.append(model.index(row).data(ViewsModel::CountTextRole).toString());
    return list.join(u'|');
}

} // namespace

void TestViewsModel::countsAreWhatTheTreeWouldShow_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<qint64>>("found"); // mails that the library finds its texts in
    QTest::newRow("sender") << u"from:ada"_s << QList<qint64>{};
    QTest::newRow("reply") << u"from:grace"_s << QList<qint64>{};
    QTest::newRow("none") << u"from:nobody"_s << QList<qint64>{};
    QTest::newRow("state") << u"is:unread"_s << QList<qint64>{};
    QTest::newRow("text in a reply") << u"body:vgic"_s << QList<qint64>{4, 11};
    QTest::newRow("not the text") << u"not body:vgic"_s << QList<qint64>{4, 11};
    QTest::newRow("times") << u"since:2025-06-16 until:2025-06-16"_s << QList<qint64>{};
    QTest::newRow("facts") << u"is:open or from:ada"_s << QList<qint64>{};
}

void TestViewsModel::countsAreWhatTheTreeWouldShow()
{
    QFETCH(QString, query);
    QFETCH(QList<qint64>, found);
    const LoadedSnapshot loaded = someThreads().snapshot();
    const ThreadFilter filter = filterOf(query, found);
    const Arrangement shown = arrange(loaded.snapshot, loaded.marks, {}, filter);
    const QList<SearchCount> counted = countMatches(scopeOf(loaded), {filter, filter});
    QCOMPARE(counted.size(), 2);
    QCOMPARE(counted.at(0).threads, shown.shown);
    QCOMPARE(counted.at(0).unknown, shown.unknown);
    QVERIFY(counted.at(0) == counted.at(1));
}

void TestViewsModel::whatIsNotKnownIsNotCounted()
{
    LoadedSnapshot loaded = someThreads().snapshot();
    ThreadFilter unanswered = filterOf(u"body:vgic"_s);
    unanswered.found = {nullptr};
    const std::vector<ThreadFilter> filters{ThreadFilter(), unanswered, filterOf(u"is:open"_s)};
    const CountedScope scope = scopeOf(loaded);
    QList<SearchCount> counted = countMatches(scope, filters);
    QCOMPARE(counted.at(0).threads, -1); // a query with a problem has no plan
    QCOMPARE(counted.at(1).threads, -1);
    QCOMPARE(counted.at(2).threads, 0);
    QCOMPARE(counted.at(2).unknown, 4);
    thread::FactMarks facts;
    facts.openQuestions = 1;
    loaded.marks[ThreadId{30}].facts = facts;
    counted = countMatches(scopeOf(loaded), filters);
    QCOMPARE(counted.at(2).threads, 1);
    QCOMPARE(counted.at(2).unknown, 3);
    QCOMPARE(countMatches({}, filters).at(2).threads, -1);
}

void TestViewsModel::settledThreadsAreHiddenAsInTheTree()
{
    LoadedSnapshot loaded = someThreads().snapshot();
    loaded.marks[ThreadId{1}].triage.done = true;
    ThreadFilter filter = filterOf(u"subject:beta or subject:gamma"_s);
    ThreadFilter asking = filterOf(u"is:done"_s);
    const CountedScope scope = scopeOf(loaded);
    QCOMPARE(countMatches(scope, {filter}).at(0).threads, 2);
    filter.hideSettled = asking.hideSettled = true;
    QCOMPARE(countMatches(scope, {filter}).at(0).threads, 1);
    QCOMPARE(countMatches(scope, {asking}).at(0).threads, 1);
}

void TestViewsModel::rowsThatStayAreNotReset_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("counts");
    QTest::newRow("first") << u""_s << u"a b"_s << u"|"_s;
    QTest::newRow("appended") << u"a b"_s << u"a b c"_s << u"1|2|"_s;
    QTest::newRow("removed") << u"a b c"_s << u"a c"_s << u"1|3"_s;
    QTest::newRow("first removed") << u"a b c"_s << u"b c"_s << u"2|3"_s;
    QTest::newRow("all removed") << u"a b c"_s << u""_s << u""_s;
    QTest::newRow("another query") << u"a b c"_s << u"a d c"_s << u"1||3"_s;
    QTest::newRow("inserted") << u"a c"_s << u"a b c"_s << u"1||2"_s;
    QTest::newRow("twice the same") << u"a a"_s << u"a a a"_s << u"1|2|"_s;
    QTest::newRow("all others") << u"a b c"_s << u"d e f g"_s << u"|||"_s;
    QTest::newRow("fewer others") << u"a b c d"_s << u"e d"_s << u"|4"_s;
}

void TestViewsModel::rowsThatStayAreNotReset()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    ViewsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setSearches(searches(before));
    QList<SearchCount> known;
    for (qsizetype i = 0; i < model.searches().size(); ++i)
        known.append(SearchCount{static_cast<int>(i) + 1});
    model.setSearchCounts(known);
    model.setSearches(searches(after));
    QCOMPARE(names(model), after);
    QVERIFY(model.searches() == searches(after));
    QTEST(counts(model), "counts");
    QCOMPARE(resets.count(), 0);
}

void TestViewsModel::countsAreTold()
{
    ViewsModel model;
    model.setSearches({{u"Mine"_s, u"from:me"_s}, {u"Open"_s, u"is:open"_s}, {u"Bad"_s, u"is:opne"_s}});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto spoken
        = [&model](int at) { return model.index(viewCount + at).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(0), u"Saved search Mine"_s);
    QCOMPARE(counts(model), u"||"_s);
    model.setSearchCounts({{5}, {0, 3}, {-1, 0, u"No such word."_s}});
    QCOMPARE(changes.count(), 3);
    QCOMPARE(counts(model), u"5||"_s);
    QVERIFY2(spoken(0).startsWith(u"Saved search Mine, 5 thread"_s), qPrintable(spoken(0)));
    QVERIFY2(spoken(1).startsWith(u"Saved search Open, 0 thread"_s), qPrintable(spoken(1)));
    QVERIFY(spoken(2) != u"Saved search Bad"_s);
    QVERIFY(model.index(viewCount + 1).data(Qt::ToolTipRole).toString().contains(u"more"_s));
    QVERIFY(model.index(viewCount + 2).data(Qt::ToolTipRole).toString().contains(u"No such word."_s));
    // Nothing changes, nothing is told.
    model.setSearchCounts({{5}, {0, 3}, {-1, 0, u"No such word."_s}});
    QCOMPARE(changes.count(), 3);
    model.setSearchCounts({{6}, {0, 3}, {-1, 0, u"No such word."_s}});
    QCOMPARE(changes.count(), 4);
    QCOMPARE(changes.last().at(0).toModelIndex().row(), viewCount);
    // A name is no reason to count anew, another scope is.
    model.setSearches({{u"My own"_s, u"from:me"_s}, {u"Open"_s, u"is:open"_s}, {u"Bad"_s, u"is:opne"_s}});
    QCOMPARE(counts(model), u"6||"_s);
    model.forgetCounts();
    QCOMPARE(counts(model), u"||"_s);
    QCOMPARE(spoken(1), u"Saved search Open"_s);
}

void TestViewsModel::aTipIsPlainText()
{
    ViewsModel model;
    model.setSearches({{u"x"_s, u"subject:\"<img src=file:///etc/hostname>\""_s}});
    const QString tip = model.index(viewCount).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
}

void TestViewsModel::onlySearchesAreRenamed()
{
    ViewsModel model;
    model.setSearches(searches(u"a"_s));
    QSignalSpy renames(&model, &ViewsModel::renameRequested);
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(model.index(0), u"b"_s));
    QVERIFY(model.flags(model.index(viewCount)).testFlag(Qt::ItemIsEditable));
    QVERIFY(model.setData(model.index(viewCount), u"b"_s));
    QCOMPARE(renames.count(), 1);
    QCOMPARE(renames.first(), (QVariantList{u"a"_s, u"b"_s}));
    QCOMPARE(names(model), u"a"_s); // whoever is asked decides
}

QTEST_GUILESS_MAIN(TestViewsModel)
#include "test_viewsmodel.moc"
