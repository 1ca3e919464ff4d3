// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadsbuilder.h"
#include "ui/models/standingtexts.h"
#include "ui/models/viewsmodel.h"

#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;
using Term = AttentionTerm;

/// Where threads stand with the user, what asks for attention, and what each view shows.
class TestAttention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachTermCounts_data();
    void eachTermCounts();
    void aWeightOfZeroIsOff();
    void aNewRevisionAfterAReview();
    void viewsShowWhatTheySay_data();
    void viewsShowWhatTheySay();
    void newMailEndsDone();
    void laterRevisionsAreMutedWhenSaid();
    void ownMailIsRead();
    void attentionIsFlatAndInOrder();
    void theThreadBeingReadStaysInUnread();
    void countsAreShown();
};

namespace
{

const mail::Address ada{u"Ada Example"_s, u"ada.example@example.invalid"_s};

Desk deskOf(const QString& you)
{
    Desk desk;
    desk.rules.you = thread::Identity::of(you);
    desk.now = ThreadsBuilder::monday + 8 * 86'400;
    return desk;
}

/// The thread of the patch "alpha": by Bob, answered by Alan.
constexpr ThreadId alpha{10};

ThreadMarks marksOf(const thread::FactMarks& facts, const thread::Involvement& involvement = {})
{
    ThreadMarks marks;
    marks.facts = facts;
    marks.involvement = std::make_shared<const thread::Involvement>(involvement);
    return marks;
}

struct Case {
    Desk desk;
    ThreadMarks marks;
    QString you = {};
};

LoadedSnapshot loaded(const QString& you = {}, const QList<store::TriageState>& triage = {})
{
    return someThreads().snapshot(false, triage, thread::Identity::of(you));
}

const ThreadEntry& entryOf(const LoadedSnapshot& of, ThreadId thread)
{
    return of.snapshot->threads[static_cast<std::size_t>(of.snapshot->indexOf.value(thread))];
}

QList<qint64> shownThreads(const Arrangement& arrangement)
{
    QList<qint64> threads;
    for (const Arrangement::Group& group : arrangement.groups) {
        for (const int thread : group.threads)
            threads.append(arrangement.entry(thread).listing.thread.value);
    }
    return threads;
}

} // namespace

Q_DECLARE_METATYPE(Case)

void TestAttention::eachTermCounts_data()
{
    QTest::addColumn<Case>("given");
    QTest::addColumn<QList<int>>("terms");
    const auto row = [](const char* name, const Case& given, const QList<Term>& terms) {
        QList<int> numbers;
        for (const Term term : terms)
            numbers.append(static_cast<int>(term));
        QTest::newRow(name) << given << numbers;
    };
    const Desk nobody = deskOf({});
    const Desk you = deskOf(u"ada.example@example.invalid"_s);
    thread::FactMarks facts;
    row("nothing is known", {you, {}}, {});
    row("nothing of note", {you, marksOf(facts)}, {});
    thread::Involvement involved;
    involved.asked = {ada};
    row("asked", {you, marksOf(facts, involved)}, {Term::Question});
    row("somebody is asked", {nobody, marksOf(facts, involved)}, {});
    facts.awaiting = thread::Awaiting::Reviewers;
    involved = {};
    involved.awaited = {ada};
    row("awaited, and silent for a week", {you, marksOf(facts, involved)}, {Term::Awaited, Term::Silent});
    Desk patient = you;
    patient.rules.silentDays = 30;
    row("awaited", {patient, marksOf(facts, involved)}, {Term::Awaited});
    Desk maintainer = patient;
    maintainer.rules.ownPaths = thread::PathPatterns({u"virt/kvm/"_s});
    involved = {};
    involved.paths = {u"a.c"_s, u"virt/kvm/x.c"_s};
    row("your path", {maintainer, marksOf(facts, involved)}, {Term::OwnPath});
    facts.awaiting = thread::Awaiting::Maintainer;
    row("the maintainer is awaited", {maintainer, marksOf(facts, involved)}, {Term::Awaited, Term::OwnPath});
    facts.awaiting = thread::Awaiting::Author;
    row("the author is awaited", {deskOf(u"bob.example@example.invalid"_s), marksOf(facts), u"Bob Example"_s},
        {Term::Awaited, Term::Silent});
    facts = {};
    facts.refusals = 1;
    facts.botFailures = 1;
    row("refused and failed", {nobody, marksOf(facts)}, {Term::Refused, Term::BotFailed});
    involved = {};
    involved.recipients = {u"ada.example@example.invalid"_s};
    row("in Cc", {you, marksOf({}, involved)}, {Term::Recipient});
    Desk watching = nobody;
    watching.rules.watchedPeople = {{u"Alan"_s, u"alan.example@example.invalid"_s}};
    watching.rules.watchedWords = {u"alpha"_s};
    ThreadMarks watched;
    watched.triage.watched = true;
    watched.unread = 1;
    row("watched in every way", {watching, watched},
        {Term::WatchedThread, Term::WatchedPerson, Term::WatchedWord});
    watching = nobody;
    watching.rules.watchedPaths = thread::PathPatterns({u"*.c"_s});
    involved = {};
    involved.paths = {u"x/y.c"_s};
    row("a watched path", {watching, marksOf({}, involved)}, {Term::WatchedWord});
}

void TestAttention::eachTermCounts()
{
    QFETCH(Case, given);
    QFETCH(QList<int>, terms);
    const LoadedSnapshot threads = loaded(given.you);
    const Attention attention = attentionOf(entryOf(threads, alpha), given.marks, given.desk, 0);
    QList<int> found;
    int score = 0;
    for (int i = 0; i < attentionTermCount; ++i) {
        if (!attention.has(static_cast<Term>(i)))
            continue;
        found.append(i);
        score += shippedWeights.at(static_cast<std::size_t>(i));
        QVERIFY(!StandingTexts::because(static_cast<Term>(i), attention).isEmpty());
    }
    QCOMPARE(found, terms);
    QCOMPARE(attention.score, score);
}

void TestAttention::aWeightOfZeroIsOff()
{
    thread::FactMarks facts;
    facts.refusals = 2;
    Desk desk = deskOf({});
    const LoadedSnapshot threads = loaded();
    QVERIFY(attentionOf(entryOf(threads, alpha), marksOf(facts), desk, 0).has(Term::Refused));
    desk.rules.weights.at(static_cast<std::size_t>(Term::Refused)) = 0;
    const Attention attention = attentionOf(entryOf(threads, alpha), marksOf(facts), desk, 0);
    QVERIFY(attention == Attention());
}

void TestAttention::aNewRevisionAfterAReview()
{
    const QString grace = u"grace.example@example.invalid"_s;
    ThreadsBuilder b;
    b.mail(20, u"[PATCH v2] KVM: thing"_s, u"Ada Example"_s, 30)
        .mail(21, u"Re: [PATCH v2] KVM: thing"_s, u"Grace Example"_s, 31, 20)
        .mail(30, u"[PATCH v3] KVM: thing"_s, u"Ada Example"_s, 60);
    const auto told = [&b](const QString& you) {
        const LoadedSnapshot threads = b.snapshot(false, {}, thread::Identity::of(you));
        const Survey found = survey(*threads.snapshot, threads.marks, threads.revisions.get(),
                                    std::make_shared<const Desk>(deskOf(you)));
        QStringList reasons;
        for (const Standing& standing : found.standings)
            reasons += StandingTexts::reasons(standing);
        return reasons;
    };
    QCOMPARE(told(grace), QStringList{u"v3 after your review"_s});
    QVERIFY(told(u"ada.example@example.invalid"_s).isEmpty());
    QVERIFY(told({}).isEmpty());
    b.mail(31, u"Re: [PATCH v3] KVM: thing"_s, u"Grace Example"_s, 61, 30);
    QVERIFY(told(grace).isEmpty());
}

void TestAttention::viewsShowWhatTheySay_data()
{
    QTest::addColumn<View>("view");
    QTest::addColumn<QList<qint64>>("threads");
    const auto row = [](const char* name, View view, const QList<qint64>& threads) {
        QTest::newRow(name) << view << threads;
    };
    // 1 is muted but starred, 10 muted, 20 put off, 30 done.
    row("attention", View::Attention, {1});
    row("unread", View::Unread, {1});
    row("starred", View::Starred, {1});
    row("snoozed", View::Snoozed, {20});
    row("muted", View::Muted, {1, 10});
    row("all", View::All, {1, 10, 20, 30});
    row("this week", View::ThisWeek, {1, 10, 20, 30});
    row("waiting", View::WaitingForMe, {});
}

void TestAttention::viewsShowWhatTheySay()
{
    QFETCH(View, view);
    QFETCH(QList<qint64>, threads);
    const auto state = [](const char* anchor) {
        store::TriageState one;
        one.anchor = MessageId{anchor};
        return one;
    };
    store::TriageState both = state("m1@example.invalid");
    both.muted = both.starred = true;
    store::TriageState muted = state("m11@example.invalid"); // any mail of the thread leads to it
    muted.muted = true;
    store::TriageState putOff = state("m20@example.invalid");
    putOff.snooze.until = thread::Snooze::Until::Revision;
    putOff.snooze.seen = ThreadsBuilder::monday * 2;
    store::TriageState done = state("m30@example.invalid");
    done.done = true;
    const LoadedSnapshot of = loaded({}, {both, muted, putOff, done});
    ThreadFilter filter;
    filter.view = view;
    const Arrangement arrangement = arrange(of.snapshot, of.marks, {}, filter, of.revisions);
    QList<qint64> shown = shownThreads(arrangement);
    std::sort(shown.begin(), shown.end());
    QCOMPARE(shown, threads);
    QCOMPARE(arrangement.survey->counts.at(static_cast<std::size_t>(view)), threads.size());
}

void TestAttention::newMailEndsDone()
{
    store::TriageState done;
    done.anchor = MessageId{"m10@example.invalid"};
    done.done = true;
    done.doneSeen = ThreadsBuilder::monday + 5 * 3600; // Alan answered two hours later
    const LoadedSnapshot of = loaded({}, {done});
    const auto standing = [&of](const QString& you) {
        const Survey found
            = survey(*of.snapshot, of.marks, nullptr, std::make_shared<const Desk>(deskOf(you)));
        return found.standings.at(static_cast<std::size_t>(of.snapshot->indexOf.value(alpha)));
    };
    QVERIFY(!standing({}).done);
    QCOMPARE(StandingTexts::reasons(standing({})).constFirst(), u"new mail by Alan Example"_s);
    QVERIFY(standing(u"alan.example@example.invalid"_s).done); // one's own answer changes nothing
}

void TestAttention::laterRevisionsAreMutedWhenSaid()
{
    store::TriageState muted;
    muted.anchor = MessageId{"m20@example.invalid"};
    muted.muted = true;
    const auto mutedThreads = [&muted] {
        const LoadedSnapshot of = someRevisions().snapshot(false, {muted});
        const Survey found = survey(*of.snapshot, of.marks, of.revisions.get(), nullptr);
        QSet<qint64> threads;
        for (std::size_t i = 0; i < found.standings.size(); ++i) {
            if (found.standings[i].muted)
                threads.insert(of.snapshot->threads[i].listing.thread.value);
        }
        return threads;
    };
    QCOMPARE(mutedThreads(), QSet<qint64>{20});
    muted.mutesRevisions = true;
    const QSet<qint64> with = mutedThreads();
    QVERIFY(with.contains(20) && with.size() == 2 && !with.contains(10)); // not the earlier one
}

void TestAttention::ownMailIsRead()
{
    const auto unread = [](const QString& you) { return loaded(you).marks.value(alpha).unread; };
    QCOMPARE(unread({}), 2);
    QCOMPARE(unread(u"alan.example@example.invalid"_s), 1);
}

void TestAttention::attentionIsFlatAndInOrder()
{
    LoadedSnapshot of = loaded();
    thread::FactMarks refused;
    refused.refusals = 1;
    thread::FactMarks failed;
    failed.botFailures = 1;
    of.marks[ThreadId{30}].facts = refused;
    of.marks[ThreadId{20}].facts = failed;
    ThreadFilter filter;
    filter.view = View::Attention;
    const ThreadOrder order{ThreadColumn::Review, Qt::DescendingOrder};
    const Arrangement arrangement = arrange(of.snapshot, of.marks, order, filter, of.revisions);
    QVERIFY(arrangement.isFlat);
    QCOMPARE(arrangement.groups.size(), std::size_t{1});
    QCOMPARE(shownThreads(arrangement), (QList<qint64>{30, 20, 1, 10})); // then by last activity
}

void TestAttention::theThreadBeingReadStaysInUnread()
{
    LoadedSnapshot of = loaded();
    of.marks[alpha].unread = 0;
    ThreadFilter filter;
    filter.view = View::Unread;
    QVERIFY(!shownThreads(arrange(of.snapshot, of.marks, {}, filter)).contains(alpha.value));
    filter.kept = alpha;
    QVERIFY(shownThreads(arrange(of.snapshot, of.marks, {}, filter)).contains(alpha.value));
    of.marks[alpha].triage.done = true;
    QVERIFY(!shownThreads(arrange(of.snapshot, of.marks, {}, filter)).contains(alpha.value));
}

void TestAttention::countsAreShown()
{
    ViewsModel model;
    const auto text
        = [&model](View view) { return model.indexOf(view).data(ViewsModel::CountTextRole).toString(); };
    QCOMPARE(text(View::Starred), QString());
    std::array<int, viewCount> counts{};
    counts.at(static_cast<std::size_t>(View::Starred)) = 3;
    model.setCounts(counts);
    QCOMPARE(text(View::Starred), u"3"_s);
    model.setSearches({{u"Mine"_s, u"from:me"_s}});
    QCOMPARE(model.rowCount(), viewCount + 1);
    QCOMPARE(model.index(viewCount).data(ViewsModel::QueryRole).toString(), u"from:me"_s);
    model.forgetCounts();
    QCOMPARE(model.count(View::Starred), -1);
}

QTEST_GUILESS_MAIN(TestAttention)
#include "test_attention.moc"
