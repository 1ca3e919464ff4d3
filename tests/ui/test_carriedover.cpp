// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailbuilder.h"
#include "support/windowrig.h"
#include "threadsbuilder.h"

#include <QFile>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

/// What of earlier weeks stands beside the threads of the newest one.
class TestCarriedOver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openDecisionsComeFirst();
    void theirMailIsNotThePeriods();
    void viewsShowWhatIsOpen_data();
    void viewsShowWhatIsOpen();
    void aThreadPutOffLastWeekComesBack();
};

namespace
{

constexpr ThreadId old{10}; ///< a thread of the week before: by Bob, answered by Ada
constexpr ThreadId present{20};

LoadedSnapshot desk(const store::TriageState& state, const QString& you = {})
{
    ThreadsBuilder before;
    before.mail(10, u"[PATCH] old"_s, u"Bob Example"_s, -70)
        .mail(11, u"Re: [PATCH] old"_s, u"Ada Example"_s, -60, 10);
    ThreadsBuilder week;
    week.mail(20, u"[PATCH] present"_s, u"Grace Example"_s, 5);
    return ThreadsBuilder::desk(week, before, {state}, thread::Identity::of(you));
}

store::TriageState stateOfOld()
{
    store::TriageState state;
    state.anchor = MessageId{"m10@example.invalid"};
    return state;
}

store::TriageState putOffUntil(qint64 utc)
{
    store::TriageState state = stateOfOld();
    state.snooze.until = thread::Snooze::Until::Date;
    state.snooze.date = utc;
    return state;
}

store::TriageState starred()
{
    store::TriageState state = stateOfOld();
    state.starred = true;
    return state;
}

store::TriageState muted()
{
    store::TriageState state = stateOfOld();
    state.muted = true;
    return state;
}

/// Two weeks of a list: a thread in each.
QString twoWeeks(const WindowRig& rig)
{
    QFile file(rig.home.filePath(u"weeks.mbox"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("mbox");
    file.write(
        MailBuilder("old@x").subject("Old matter").date("Tue, 10 Jun 2025 10:00:00 +0000").mboxEntry());
    file.write(
        MailBuilder("new@x").subject("New matter").date("Tue, 17 Jun 2025 10:00:00 +0000").mboxEntry());
    return file.fileName();
}

bool waitForWeek(const WindowRig& rig, QDate monday)
{
    return QTest::qWaitFor(
        [&rig, monday] {
            const SnapshotPointer& snapshot = rig.window->threads().arrangement().snapshot;
            return snapshot != nullptr && snapshot->scope.period && snapshot->scope.period->since == monday;
        },
        Patience);
}

} // namespace

void TestCarriedOver::openDecisionsComeFirst()
{
    QList<store::TriageState> states;
    const auto add = [&states](const QByteArray& id, int hour) -> store::TriageState& {
        store::TriageState state;
        state.anchor = MessageId{id};
        state.changed = QDateTime(QDate(2025, 6, 16), QTime(hour, 0), Qt::UTC);
        states.append(state);
        return states.last();
    };
    add("muted", 9).muted = true;
    add("plain", 8);
    add("done", 7).done = true;
    add("starred", 3).starred = true;
    add("put off", 5).snooze.until = thread::Snooze::Until::Mail;
    const store::CarryOver carry = carryOver(states, thread::Identity::of(u"Ada <ADA@example.invalid>"_s));
    QCOMPARE(carry.decided, (QList<MessageId>{{"put off"}, {"starred"}, {"muted"}}));
    QCOMPARE(carry.writers, QStringList{u"ada@example.invalid"_s});
    QVERIFY(carry.days > 7);
}

void TestCarriedOver::theirMailIsNotThePeriods()
{
    const LoadedSnapshot of = desk(starred());
    QCOMPARE(of.snapshot->threads.size(), 2U);
    QCOMPARE(of.snapshot->ofPeriod, 1U);
    QCOMPARE(of.snapshot->mails, 1);
    QCOMPARE(of.snapshot->newMails, 1);
    QCOMPARE(of.snapshot->periodThreads().front().listing.thread, present);
    QVERIFY(of.snapshot->threads.back().carried);
    QVERIFY(of.marks.value(old).triage.starred);
    QVERIFY(of.anchors.contains(MessageId{"m11@example.invalid"})); // its summary is found
}

void TestCarriedOver::viewsShowWhatIsOpen_data()
{
    QTest::addColumn<store::TriageState>("state");
    QTest::addColumn<bool>("awaitsYou");
    QTest::addColumn<QList<View>>("shownIn");
    const qint64 now = ThreadsBuilder::monday + 8 * 86'400;
    QTest::newRow("nothing decided") << stateOfOld() << false << QList<View>();
    QTest::newRow("put off, and the day has come")
        << putOffUntil(now - 60) << false << QList<View>{View::Attention};
    QTest::newRow("still put off") << putOffUntil(now + 60) << false << QList<View>{View::Snoozed};
    QTest::newRow("starred") << starred() << false << QList<View>{View::Starred};
    QTest::newRow("muted") << muted() << false << QList<View>{View::Muted};
    QTest::newRow("waits for you") << stateOfOld() << true
                                   << QList<View>{View::Attention, View::WaitingForMe};
    QTest::newRow("waits for you, but is muted") << muted() << true << QList<View>{View::Muted};
}

void TestCarriedOver::viewsShowWhatIsOpen()
{
    QFETCH(const store::TriageState, state);
    QFETCH(const bool, awaitsYou);
    QFETCH(const QList<View>, shownIn);
    const QString ada = u"ada.example@example.invalid"_s;
    LoadedSnapshot of = desk(state, ada);
    if (awaitsYou) {
        thread::FactMarks facts;
        facts.awaiting = thread::Awaiting::Reviewers;
        thread::Involvement involved;
        involved.awaited = {{u"Ada Example"_s, ada}};
        of.marks[old].facts = facts;
        of.marks[old].involvement = std::make_shared<const thread::Involvement>(involved);
    }
    Desk known;
    known.rules.you = thread::Identity::of(ada);
    known.now = ThreadsBuilder::monday + 8 * 86'400;
    for (int i = 0; i < viewCount; ++i) {
        ThreadFilter filter;
        filter.view = static_cast<View>(i);
        const Arrangement shown
            = arrange(of.snapshot, of.marks, {}, filter, of.revisions, std::make_shared<const Desk>(known));
        QCOMPARE(shown.carried, shownIn.contains(filter.view) ? 1 : 0);
        QCOMPARE(shown.survey->counts.at(static_cast<std::size_t>(i)), shown.shown);
    }
}

void TestCarriedOver::aThreadPutOffLastWeekComesBack()
{
    WindowRig rig;
    rig.show({twoWeeks(rig)});
    QVERIFY(rig.waitForJobs());
    QVERIFY(waitForWeek(rig, QDate(2025, 6, 16)));
    store::TriageState state;
    state.anchor = MessageId{"old@x"};
    state.snooze.until = thread::Snooze::Until::Date;
    state.snooze.date = rig.clock.now().toSecsSinceEpoch() + 3600;
    QVERIFY(rig.store.saveTriage({state}).result());
    rig.window->actions()[ActionId::ViewAttention]->trigger();
    QVERIFY(rig.waitForThreads(1));
    rig.window->close();
    rig.window.reset();

    WindowRig next(rig.profile);
    next.clock.set(rig.clock.now().addSecs(7200));
    next.show();
    QVERIFY(waitForWeek(next, QDate(2025, 6, 16)));
    QVERIFY(next.waitForThreads(2));
    const Arrangement& shown = next.window->threads().arrangement();
    QVERIFY(shown.isFlat);
    QCOMPARE(shown.carried, 1);
    next.window->actions()[ActionId::ViewThisWeek]->trigger();
    QVERIFY(next.waitForThreads(1));
}

QTEST_MAIN(TestCarriedOver)
#include "test_carriedover.moc"
