// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "threadsbuilder.h"
#include "ui/models/threadarranger.h"
#include "ui/models/threadtreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestThreadTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsCategoriesThreadsAndMails();
    void followsRowsThroughEverySort();
    void losesOnlyWhatIsFilteredOut();
    void learnsThatItShowsAll();
    void keepsRowsWhenMailArrives();
    void resetsForAnotherScope();
    void marksMailsRead();
    void keepsWhatWasReadWhenAnOlderSnapshotArrives();
    void tellsStates();
    void speaksEveryColumn();
    void tellsFacts();
    void keepsFactsWhileMailArrives();
    void holdsAVeryDeepThread();
    void arrangesOnThePool();
    void joinsWishesWhileArranging();
    void showsSeries();
    void followsRowsIntoASeriesAndOut();
    void sumsUpASeries();
    void keepsWhatBodiesLinked();
};

namespace
{

Arrangement arranged(const LoadedSnapshot& loaded, const QString& typed = {}, const ThreadOrder& order = {})
{
    const ThreadFilter filter = test::filterOf(typed);
    return arrange(loaded.snapshot, loaded.marks, order, filter);
}

void show(ThreadTreeModel& model, const LoadedSnapshot& loaded)
{
    model.show(arranged(loaded), loaded.marks);
}

constexpr auto wholeTree
    = "(PATCH (3)([PATCH 0/2] Beta([PATCH 0/2] Beta)([PATCH 1/2] Beta one)(Re: [PATCH 1/2] Beta "
      "one)([PATCH 2/2] Beta two))([PATCH] alpha([PATCH] alpha)(Re: [PATCH] alpha))([PATCH] "
      "Gamma([PATCH] Gamma)))(Question (1)(How does it work?(How does it work?)))";

} // namespace

void TestThreadTreeModel::showsCategoriesThreadsAndMails()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(test::dump(model), QString());
    show(model, test::someThreads().snapshot());
    QCOMPARE(test::dump(model), QString::fromLatin1(wholeTree));
    const QModelIndex reply = model.mailIndex(ThreadId{1}, MailId{4});
    QCOMPARE(reply.data(ThreadTreeModel::DepthRole).toInt(), 2);
    QCOMPARE(reply.parent(), model.threadIndex(ThreadId{1}));
    QCOMPARE(reply.parent().parent().data().toString(), u"PATCH (3)"_s);
    QCOMPARE(model.shownThreads(), (QList<ThreadId>{ThreadId{1}, ThreadId{10}, ThreadId{20}, ThreadId{30}}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.threadIndex(ThreadId{1}).isValid());
}

void TestThreadTreeModel::followsRowsThroughEverySort()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    show(model, loaded);
    const QPersistentModelIndex thread = model.threadIndex(ThreadId{10}).siblingAtColumn(2);
    const QPersistentModelIndex mail = model.mailIndex(ThreadId{1}, MailId{3});
    const QPersistentModelIndex category = model.index(1, 0);
    for (int column = 0; column < threadColumnCount; ++column) {
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.rearrange(arranged(loaded, {}, {static_cast<ThreadColumn>(column), direction}));
            QCOMPARE(thread.data(ThreadTreeModel::ThreadRole).value<ThreadId>(), ThreadId{10});
            QCOMPARE(thread.column(), 2);
            QCOMPARE(mail.data(ThreadTreeModel::MailRole).value<MailId>(), MailId{3});
            QCOMPARE(category.data().toString(), u"Question (1)"_s);
        }
    }
}

void TestThreadTreeModel::losesOnlyWhatIsFilteredOut()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    show(model, loaded);
    const QPersistentModelIndex stays = model.mailIndex(ThreadId{10}, MailId{11});
    const QPersistentModelIndex goes = model.threadIndex(ThreadId{20});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.rearrange(arranged(loaded, u"alpha"_s));
    QCOMPARE(test::dump(model), u"(PATCH (1)([PATCH] alpha([PATCH] alpha)(Re: [PATCH] alpha)))"_s);
    QCOMPARE(stays.data(ThreadTreeModel::MailRole).value<MailId>(), MailId{11});
    QVERIFY(!goes.isValid());
    model.rearrange(arranged(loaded));
    QCOMPARE(test::dump(model), QString::fromLatin1(wholeTree));
    QVERIFY(stays.isValid());
    QCOMPARE(resets.count(), 0);
}

void TestThreadTreeModel::learnsThatItShowsAll()
{
    ThreadTreeModel model;
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    ThreadFilter filter;
    filter.plan = std::make_shared<const query::Plan>(
        query::parse(u"alpha or body:never"_s, QDate(2025, 6, 18)).query);
    const auto rows = [&] { return arrange(loaded.snapshot, loaded.marks, {}, filter); };
    model.show(rows(), loaded.marks);
    QVERIFY(!model.arrangement().filter.isComplete() && model.arrangement().unknown > 0);
    filter.found.assign(filter.plan->texts().size(), std::make_shared<const store::MailSet>());
    model.rearrange(rows()); // the same rows
    QVERIFY(model.arrangement().filter.isComplete());
    QCOMPARE(model.arrangement().unknown, 0);
}

void TestThreadTreeModel::keepsRowsWhenMailArrives()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, test::someThreads().snapshot());
    model.setSummary(ThreadId{10}, SummaryMark::Digest);
    const QPersistentModelIndex mail = model.mailIndex(ThreadId{10}, MailId{11});
    test::ThreadsBuilder more = test::someThreads();
    more.mail(12, u"Re: [PATCH] alpha"_s, u"Eve Example"_s, 6, 10)
        .mail(40, u"[GIT PULL] fixes"_s, u"Ada Example"_s, 8);
    show(model, more.snapshot());
    QCOMPARE(mail.data(ThreadTreeModel::MailRole).value<MailId>(), MailId{11});
    QCOMPARE(model.rowCount(model.threadIndex(ThreadId{10})), 3);
    QCOMPARE(model.rowCount(), 3);
    // Until the summaries of the new snapshot are known, the marks stand.
    QCOMPARE(model.threadIndex(ThreadId{10}).data(ThreadTreeModel::SummaryRole).toInt(),
             static_cast<int>(SummaryMark::Digest));
}

void TestThreadTreeModel::resetsForAnotherScope()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, test::someThreads().snapshot());
    const QPersistentModelIndex thread = model.threadIndex(ThreadId{1});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    show(model, test::someThreads().snapshot(true));
    QCOMPARE(resets.count(), 1);
    QVERIFY(!thread.isValid());
    QCOMPARE(test::dump(model), QString::fromLatin1(wholeTree));
}

void TestThreadTreeModel::marksMailsRead()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, test::someThreads().read(2).snapshot());
    const QModelIndex thread = model.threadIndex(ThreadId{1});
    QCOMPARE(thread.data(ThreadTreeModel::UnreadRole).toInt(), 3);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRead(ThreadId{1}, {MailId{1}, MailId{4}}, true);
    QVERIFY(changes.count() > 0);
    QCOMPARE(thread.data(ThreadTreeModel::UnreadRole).toInt(), 1);
    QCOMPARE(model.mailIndex(ThreadId{1}, MailId{4}).data(ThreadTreeModel::UnreadRole).toInt(), 0);
    model.setRead(ThreadId{1}, {MailId{2}}, false);
    QCOMPARE(thread.data(ThreadTreeModel::UnreadRole).toInt(), 2);
}

void TestThreadTreeModel::keepsWhatWasReadWhenAnOlderSnapshotArrives()
{
    ThreadTreeModel model;
    show(model, test::someThreads().snapshot());
    model.setRead(ThreadId{10}, {MailId{10}, MailId{11}}, true);
    show(model, test::someThreads().snapshot()); // asked for before the mails were read
    QCOMPARE(model.threadIndex(ThreadId{10}).data(ThreadTreeModel::UnreadRole).toInt(), 0);
    QCOMPARE(model.mailIndex(ThreadId{10}, MailId{11}).data(ThreadTreeModel::UnreadRole).toInt(), 0);
}

void TestThreadTreeModel::tellsStates()
{
    ThreadTreeModel model;
    show(model, test::someThreads().snapshot());
    store::TriageState state;
    state.anchor = MessageId{"m20@example.invalid"};
    state.starred = state.muted = state.done = true;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setTriage(ThreadId{20}, state);
    model.setTriage(ThreadId{20}, state); // no change, no signal
    QCOMPARE(changes.count(), 1);
    model.setTriage(ThreadId{999}, state);
    const QModelIndex row = model.threadIndex(ThreadId{20});
    QVERIFY(row.data(ThreadTreeModel::StarredRole).toBool());
    QVERIFY(row.data(ThreadTreeModel::MutedRole).toBool());
    QVERIFY(row.data(ThreadTreeModel::DoneRole).toBool());
    model.setSummary(ThreadId{20}, SummaryMark::Running);
    model.setSummaries({{ThreadId{1}, {SummaryMark::Model, u"Adds a table of registers."_s}}});
    const QModelIndex told = model.threadIndex(ThreadId{1});
    QCOMPARE(told.data(ThreadTreeModel::GistRole).toString(), u"Adds a table of registers."_s);
    for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole})
        QVERIFY(told.data(role).toString().endsWith(u"\nAdds a table of registers."_s));
    QCOMPARE(row.data(ThreadTreeModel::SummaryRole).toInt(), static_cast<int>(SummaryMark::Running));
    QCOMPARE(model.threadIndex(ThreadId{1}).data(ThreadTreeModel::SummaryRole).toInt(),
             static_cast<int>(SummaryMark::Model));
}

void TestThreadTreeModel::speaksEveryColumn()
{
    ThreadTreeModel model;
    show(model, test::someThreads().snapshot());
    const QModelIndex thread = model.threadIndex(ThreadId{1});
    const QModelIndex mail = model.mailIndex(ThreadId{1}, MailId{4});
    for (int column = 0; column < threadColumnCount; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(!thread.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(!model.index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
    QCOMPARE(thread.siblingAtColumn(1).data().toString(), u"4/4"_s);
    QCOMPARE(thread.siblingAtColumn(2).data().toString(), u"Ada Example +1"_s);
    QCOMPARE(thread.siblingAtColumn(5).data().toString(), u"06-16 01:00"_s);
    QCOMPARE(thread.siblingAtColumn(6).data().toString(), u"06-16 09:00"_s);
    QCOMPARE(mail.siblingAtColumn(1).data().toString(), u"[4]"_s);
    QCOMPARE(mail.siblingAtColumn(2).data().toString(), u"Grace Example"_s);
    QVERIFY(thread.siblingAtColumn(7).data(Qt::AccessibleTextRole).toString().contains(u"4 unread"_s));
}

void TestThreadTreeModel::tellsFacts()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    model.show(arrange(loaded.snapshot, loaded.marks, {}, {}, loaded.revisions), loaded.marks);
    constexpr int review = static_cast<int>(ThreadColumn::Review);
    constexpr int awaited = static_cast<int>(ThreadColumn::Awaited);
    const QPersistentModelIndex thread = model.threadIndex(ThreadId{30});
    const QPersistentModelIndex series = thread.parent();
    const QPersistentModelIndex category = series.parent();
    QCOMPARE(thread.sibling(thread.row(), review).data().toString(), QString());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    thread::FactMarks newest;
    newest.refusals = 1;
    newest.botFailures = 2;
    newest.openQuestions = 2;
    newest.reviews = 3;
    newest.acks = 1;
    newest.tests = 1;
    newest.awaiting = thread::Awaiting::Author;
    newest.reason = thread::AwaitingReason::Asked;
    thread::FactMarks older;
    older.openQuestions = 5;
    thread::FactMarks other;
    other.openQuestions = 1;
    other.applied = thread::FactMarks::Applied::All;
    model.setFacts(
        {{ThreadId{30}, newest}, {ThreadId{20}, older}, {ThreadId{40}, other}, {ThreadId{9}, older}});
    QVERIFY(std::any_of(changes.begin(), changes.end(), [&category](const QList<QVariant>& change) {
        return change.constFirst().value<QModelIndex>().parent() == category.parent();
    }));
    QCOMPARE(resets.count(), 0);
    for (const QPersistentModelIndex& row : {thread, series}) { // a series stands for its newest revision
        const QModelIndex cell = row.sibling(row.row(), review);
        QCOMPARE(cell.data().toString(), u"NACK bot ✗ ?2 R3 A1 T1"_s);
        const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"2 open question"_s) && spoken.contains(u"Waits for the author"_s),
                 qPrintable(spoken));
        QCOMPARE(cell.data(ThreadTreeModel::ReviewToneRole).toInt(), static_cast<int>(ReviewTone::Bad));
        const QModelIndex who = row.sibling(row.row(), awaited);
        QCOMPARE(who.data().toString(), u"author"_s);
        QVERIFY(who.data(Qt::ToolTipRole).toString().contains(u"questions are open"_s));
    }
    const QModelIndex applied = model.threadIndex(ThreadId{40}).siblingAtColumn(review);
    QCOMPARE(applied.data().toString(), u"?1 applied"_s);
    // What needs a look, without older revisions.
    QCOMPARE(category.sibling(category.row(), review).data().toString(), u"NACK bot ✗ ?3"_s);
    changes.clear();
    model.setFacts({{ThreadId{30}, newest}});
    QCOMPARE(changes.count(), 0);
}

void TestThreadTreeModel::keepsFactsWhileMailArrives()
{
    ThreadTreeModel model;
    ThreadArranger arranger(model);
    const ThreadFilter filter = test::filterOf(u"is:open"_s);
    arranger.setFilter(filter);
    arranger.setSnapshot(test::someThreads().snapshot());
    QTRY_VERIFY(model.arrangement().snapshot != nullptr);
    QCOMPARE(model.arrangement().shown, 0);
    thread::FactMarks open;
    open.openQuestions = 1;
    model.setFacts({{ThreadId{10}, open}});
    arranger.factsChanged();
    QTRY_COMPARE(model.shownThreads(), QList<ThreadId>{ThreadId{10}});
    const LoadedSnapshot again = test::someThreads().snapshot();
    arranger.setSnapshot(again);
    QTRY_COMPARE(model.arrangement().snapshot, again.snapshot);
    QCOMPARE(model.shownThreads(), QList<ThreadId>{ThreadId{10}});
    const LoadedSnapshot whole = test::someThreads().snapshot(true); // may hold other mails of a thread
    arranger.setSnapshot(whole);
    QTRY_COMPARE(model.arrangement().snapshot, whole.snapshot);
    QCOMPARE(model.arrangement().shown, 0);
}

void TestThreadTreeModel::holdsAVeryDeepThread()
{
    constexpr IdNumber depth = 20'000;
    std::vector<thread::Mail> mails;
    for (IdNumber i = 1; i <= depth; ++i) {
        thread::Mail mail;
        mail.row = MailId{i};
        mail.number = i;
        mail.id = MessageId{"d" + QByteArray::number(i)};
        mail.thread = ThreadId{1};
        if (i > 1)
            mail.references = {i - 1};
        mail.subject = u"Re: deep"_s;
        mail.date = {test::ThreadsBuilder::monday + i, 0, mail::DateSource::Header};
        mails.push_back(mail);
    }
    const LoadedSnapshot loaded
        = buildSnapshot({ListId{1}, {}}, thread::listThreads(std::move(mails), {}), {});
    ThreadTreeModel model;
    show(model, loaded);
    const QModelIndex last = model.mailIndex(ThreadId{1}, MailId{depth});
    QCOMPARE(last.data(ThreadTreeModel::DepthRole).toInt(), static_cast<int>(depth) - 1);
    QCOMPARE(last.parent().parent().parent(), QModelIndex()); // rows nest no deeper than three
}

void TestThreadTreeModel::arrangesOnThePool()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ThreadArranger arranger(model);
    QSignalSpy done(&arranger, &ThreadArranger::arranged);
    arranger.setSnapshot(test::someThreads().snapshot());
    QVERIFY(done.wait(test::Patience));
    QCOMPARE(done.takeFirst().constFirst().toBool(), true);
    QCOMPARE(test::dump(model), QString::fromLatin1(wholeTree));
    arranger.setOrder({ThreadColumn::Subject, Qt::AscendingOrder});
    QVERIFY(done.wait(test::Patience));
    QCOMPARE(done.takeFirst().constFirst().toBool(), false);
    QCOMPARE(model.shownThreads().constFirst(), ThreadId{10});
    arranger.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestThreadTreeModel::joinsWishesWhileArranging()
{
    ThreadTreeModel model;
    ThreadArranger arranger(model);
    arranger.setSnapshot(test::someThreads().snapshot());
    for (const QString& typed : {u"a"_s, u"al"_s, u"alp"_s, u"alph"_s}) {
        const ThreadFilter filter = test::filterOf(typed);
        arranger.setFilter(filter);
    }
    QTRY_COMPARE(model.shownThreads(), QList<ThreadId>{ThreadId{10}});
    // A scope that goes away while it is arranged is not shown.
    arranger.setSnapshot(test::someThreads().snapshot(true));
    arranger.clear();
    arranger.setSnapshot(test::ThreadsBuilder().mail(1, u"alph"_s, u"Ada Example"_s, 1).snapshot());
    QTRY_COMPARE(test::dump(model), u"(Discussion (1)(alph(alph)))"_s);
}

void TestThreadTreeModel::showsSeries()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    model.show(arrange(loaded.snapshot, loaded.marks, {}, {}, loaded.revisions), loaded.marks);
    QCOMPARE(
        test::dump(model),
        u"(PATCH (4)(v3 (3 revision(s)) KVM: thing([PATCH v3] KVM: thing([PATCH v3] KVM: thing)(Re: [PATCH "
        "v3] KVM: thing))([PATCH v2] KVM: thing([PATCH v2] KVM: thing)(Re: [PATCH v2] KVM: thing))([RFC "
        "PATCH] KVM: thing([RFC PATCH] KVM: thing)))([PATCH] Gamma([PATCH] Gamma)))"_s);
    const QModelIndex series = model.index(0, 0, model.index(0, 0));
    QCOMPARE(series.data(ThreadTreeModel::KindRole).toInt(), static_cast<int>(ThreadTreeModel::Kind::Series));
    QCOMPARE(series.data(ThreadTreeModel::ThreadRole).value<ThreadId>(), ThreadId{30});
    QCOMPARE(model.threadsOf(series), (QList<ThreadId>{ThreadId{30}, ThreadId{20}, ThreadId{10}}));
    QCOMPARE(model.threadsOf(model.threadIndex(ThreadId{20})), QList<ThreadId>{ThreadId{20}});
    QVERIFY(model.threadsOf(model.index(0, 0)).isEmpty());
    const QModelIndex reply = model.mailIndex(ThreadId{20}, MailId{21});
    QCOMPARE(reply.parent(), model.threadIndex(ThreadId{20}));
    QCOMPARE(reply.parent().parent(), series);
    QVERIFY(!model.threadIndex(ThreadId{30}).data(ThreadTreeModel::SupersededRole).toBool());
    QVERIFY(model.threadIndex(ThreadId{20}).data(ThreadTreeModel::SupersededRole).toBool());
    const QString tip = model.threadIndex(ThreadId{20}).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"superseded by v3"_s) && tip.contains(u"same title and author"_s),
             qPrintable(tip));
}

void TestThreadTreeModel::followsRowsIntoASeriesAndOut()
{
    ThreadTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    const Arrangement apart = arrange(loaded.snapshot, loaded.marks, {}, {});
    const Arrangement linked = arrange(loaded.snapshot, loaded.marks, {}, {}, loaded.revisions);
    model.show(apart, loaded.marks);
    const QPersistentModelIndex thread = model.threadIndex(ThreadId{20});
    const QPersistentModelIndex mail = model.mailIndex(ThreadId{10}, MailId{10});
    model.rearrange(linked);
    QCOMPARE(thread, model.threadIndex(ThreadId{20}));
    QCOMPARE(thread.row(), 1);
    QCOMPARE(mail.parent(), model.threadIndex(ThreadId{10}));
    const QPersistentModelIndex series = thread.parent();
    QCOMPARE(series.data(ThreadTreeModel::KindRole).toInt(), static_cast<int>(ThreadTreeModel::Kind::Series));
    // Sorted another way the series is the same one; taken apart its newest revision takes its place.
    model.rearrange(arrange(loaded.snapshot, loaded.marks, {ThreadColumn::Mails, Qt::AscendingOrder}, {},
                            loaded.revisions));
    QCOMPARE(series, model.threadIndex(ThreadId{30}).parent());
    model.rearrange(apart);
    QCOMPARE(series, model.threadIndex(ThreadId{30}));
    QCOMPARE(thread, model.threadIndex(ThreadId{20}));
}

void TestThreadTreeModel::sumsUpASeries()
{
    ThreadTreeModel model;
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    model.show(arrange(loaded.snapshot, loaded.marks, {}, {}, loaded.revisions), loaded.marks);
    const QModelIndex series = model.index(0, 0, model.index(0, 0));
    QCOMPARE(series.data(ThreadTreeModel::UnreadRole).toInt(), 5);
    QCOMPARE(series.siblingAtColumn(static_cast<int>(ThreadColumn::Mails)).data().toString(), u"5/5"_s);
    for (int column = 0; column < threadColumnCount; ++column)
        QVERIFY(!series.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString().isEmpty());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRead(ThreadId{20}, {MailId{20}, MailId{21}}, true);
    QCOMPARE(series.data(ThreadTreeModel::UnreadRole).toInt(), 3);
    QVERIFY(std::any_of(changes.begin(), changes.end(), [&series](const QList<QVariant>& change) {
        return change.constFirst().value<QModelIndex>() == series;
    }));
    store::TriageState done;
    done.done = true;
    for (const ThreadId thread : {ThreadId{10}, ThreadId{20}})
        model.setTriage(thread, done);
    QVERIFY(!series.data(ThreadTreeModel::DoneRole).toBool());
    model.setTriage(ThreadId{30}, done);
    QVERIFY(series.data(ThreadTreeModel::DoneRole).toBool());
}

void TestThreadTreeModel::keepsWhatBodiesLinked()
{
    ThreadTreeModel model;
    ThreadArranger arranger(model);
    QSignalSpy arrangedSpy(&arranger, &ThreadArranger::arranged);
    LoadedSnapshot loaded = test::someRevisions().snapshot();
    const RevisionsPointer refined = std::exchange(loaded.revisions, nullptr);
    arranger.setSnapshot(loaded);
    QTRY_COMPARE(arrangedSpy.count(), 1);
    QCOMPARE(model.arrangement().series.size(), 0U);
    arranger.setRevisions(refined);
    QTRY_COMPARE(model.arrangement().series.size(), 1U);
    // The same week read again: until its bodies are read, what they said before stands.
    LoadedSnapshot again = test::someRevisions().snapshot();
    again.revisions = nullptr;
    arranger.setSnapshot(again);
    QTRY_COMPARE(model.arrangement().snapshot, again.snapshot);
    QCOMPARE(model.arrangement().series.size(), 1U);
    // Another scope begins with its own.
    LoadedSnapshot whole = test::someRevisions().snapshot(true);
    whole.revisions = nullptr;
    arranger.setSnapshot(whole);
    QTRY_COMPARE(model.arrangement().snapshot, whole.snapshot);
    QCOMPARE(model.arrangement().series.size(), 0U);
}

QTEST_GUILESS_MAIN(TestThreadTreeModel)
#include "test_threadtreemodel.moc"
