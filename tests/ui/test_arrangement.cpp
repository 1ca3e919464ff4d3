// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadsbuilder.h"

#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestArrangement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersThreadsWithinTheirCategory_data();
    void ordersThreadsWithinTheirCategory();
    void filtersByThread_data();
    void filtersByThread();
    void filtersByFacts_data();
    void filtersByFacts();
    void ordersByFacts();
    void showsWhatIsKnownAndSaysWhatIsNot();
    void marksMailsThatMatch();
    void knowsWhoWrites();
    void hidesMutedAndDoneThreads();
    void showsWhatASearchFound();
    void knowsWhereEachThreadIs();
    void findsTriageThroughAnyMailOfAThread();
    void marksSummariesByWhatTheyRestOn();
    void arrangesNothing();
    void doesNotDependOnTheOrderOfMails();
    void putsRevisionsIntoOneRow();
    void sortsASeriesByWhatItSumsUp();
};

namespace
{

QString titles(const Arrangement& arrangement)
{
    QStringList parts;
    for (const Arrangement::Group& group : arrangement.groups) {
        QStringList names;
        for (const int thread : group.threads)
            names.append(arrangement.entry(thread).listing.title.section(u' ', -1));
        parts.append(names.join(u' '));
    }
    return parts.join(u" | "_s);
}

/// The first tag of each thread from top to bottom.
QString tags(const Arrangement& arrangement)
{
    QStringList names;
    for (const Arrangement::Group& group : arrangement.groups) {
        for (const int thread : group.threads)
            names.append(arrangement.entry(thread).listing.mails.front().subject.tags.constFirst());
    }
    return names.join(u", "_s);
}

/// Of the three patches; those of the question are not known.
LoadedSnapshot withFacts()
{
    LoadedSnapshot loaded = test::someThreads().snapshot();
    thread::FactMarks beta;
    beta.reviews = 2;
    beta.openQuestions = 1;
    beta.applied = thread::FactMarks::Applied::Part;
    beta.awaiting = thread::Awaiting::Author;
    loaded.marks[ThreadId{1}].facts = beta;
    thread::FactMarks alpha;
    alpha.reviews = 1;
    alpha.applied = thread::FactMarks::Applied::All;
    loaded.marks[ThreadId{10}].facts = alpha;
    thread::FactMarks gamma;
    gamma.refusals = 1;
    gamma.botFailures = 1;
    gamma.awaiting = thread::Awaiting::Maintainer;
    loaded.marks[ThreadId{20}].facts = gamma;
    return loaded;
}

} // namespace

void TestArrangement::ordersThreadsWithinTheirCategory_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("ascending");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, ThreadColumn column, bool ascending, const QString& expected) {
        QTest::newRow(name) << static_cast<int>(column) << ascending << expected;
    };
    row("last activity, newest first", ThreadColumn::LastActivity, false, u"Beta alpha Gamma | work?"_s);
    row("last activity, oldest first", ThreadColumn::LastActivity, true, u"Gamma alpha Beta | work?"_s);
    row("subject without tags, without regard to case", ThreadColumn::Subject, true,
        u"alpha Beta Gamma | work?"_s);
    row("most mails first", ThreadColumn::Mails, false, u"Beta alpha Gamma | work?"_s);
    row("fewest mails first", ThreadColumn::Mails, true, u"Gamma alpha Beta | work?"_s);
    row("people: ties by last activity", ThreadColumn::People, false, u"Beta alpha Gamma | work?"_s);
    row("people the other way: ties the same", ThreadColumn::People, true, u"Gamma Beta alpha | work?"_s);
    row("started", ThreadColumn::Started, true, u"Beta Gamma alpha | work?"_s);
    row("state: starred first, done last", ThreadColumn::State, false, u"Gamma Beta alpha | work?"_s);
}

void TestArrangement::ordersThreadsWithinTheirCategory()
{
    QFETCH(int, column);
    QFETCH(bool, ascending);
    QFETCH(QString, expected);
    LoadedSnapshot loaded = test::someThreads().snapshot();
    loaded.marks[ThreadId{20}].triage.starred = true;
    loaded.marks[ThreadId{10}].triage.done = true;
    const ThreadOrder order{static_cast<ThreadColumn>(column),
                            ascending ? Qt::AscendingOrder : Qt::DescendingOrder};
    const Arrangement arrangement = arrange(loaded.snapshot, loaded.marks, order, {});
    QCOMPARE(titles(arrangement), expected);
    QCOMPARE(arrangement.shown, 4);
}

void TestArrangement::filtersByThread_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u""_s << u"Beta alpha Gamma | work?"_s;
    QTest::newRow("a subject") << u"gamma"_s << u"Gamma"_s;
    QTest::newRow("case does not matter") << u"ALPHA"_s << u"alpha"_s;
    QTest::newRow("the sender of a reply shows its thread") << u"grace"_s << u"Beta"_s;
    QTest::newRow("an address") << u"dora.example@"_s << u"work?"_s;
    QTest::newRow("every word, wherever in the thread") << u"grace ada beta"_s << u"Beta"_s;
    QTest::newRow("words of different threads") << u"grace gamma"_s << u""_s;
    QTest::newRow("blanks") << u"   "_s << u"Beta alpha Gamma | work?"_s;
    QTest::newRow("a bracket is a character") << u"[patch]"_s << u"alpha Gamma"_s;
}

void TestArrangement::filtersByThread()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    const ThreadFilter filter = test::filterOf(typed);
    QCOMPARE(titles(arrange(loaded.snapshot, loaded.marks, {}, filter)), expected);
}

void TestArrangement::filtersByFacts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("open questions") << u"is:open"_s << u"Beta"_s;
    QTest::newRow("case does not matter") << u"IS:Open"_s << u"Beta"_s;
    QTest::newRow("refused") << u"is:nack"_s << u"Gamma"_s;
    QTest::newRow("a bot failed") << u"is:bot-failure"_s << u"Gamma"_s;
    QTest::newRow("applied, be it in part") << u"is:applied"_s << u"Beta alpha"_s;
    QTest::newRow("reviewed") << u"has:review"_s << u"Beta alpha"_s;
    QTest::newRow("awaited") << u"awaiting:author"_s << u"Beta"_s;
    QTest::newRow("one of those awaited") << u"awaiting:author awaiting:maintainer"_s << u"Beta Gamma"_s;
    QTest::newRow("nobody awaited") << u"awaiting:nobody"_s << u"alpha"_s;
    QTest::newRow("all of several") << u"has:review awaiting:author is:open"_s << u"Beta"_s;
    QTest::newRow("not all of several") << u"is:nack is:open"_s << u""_s;
    QTest::newRow("with words") << u"ada is:applied"_s << u"Beta"_s;
    QTest::newRow("unknown threads never match") << u"work? awaiting:nobody"_s << u""_s;
    QTest::newRow("another colon") << u"alpha:"_s << u""_s;
}

void TestArrangement::filtersByFacts()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const LoadedSnapshot loaded = withFacts();
    const ThreadFilter filter = test::filterOf(typed);
    QCOMPARE(titles(arrange(loaded.snapshot, loaded.marks, {}, filter)), expected);
}

void TestArrangement::ordersByFacts()
{
    const LoadedSnapshot loaded = withFacts();
    const auto sorted = [&loaded](ThreadColumn column, Qt::SortOrder direction) {
        return titles(arrange(loaded.snapshot, loaded.marks, {column, direction}, {}));
    };
    QCOMPARE(sorted(ThreadColumn::Review, Qt::DescendingOrder), u"Gamma Beta alpha | work?"_s);
    QCOMPARE(sorted(ThreadColumn::Review, Qt::AscendingOrder), u"alpha Beta Gamma | work?"_s);
    QCOMPARE(sorted(ThreadColumn::Awaited, Qt::AscendingOrder), u"Beta Gamma alpha | work?"_s);
}

void TestArrangement::showsWhatIsKnownAndSaysWhatIsNot()
{
    const LoadedSnapshot loaded = withFacts();
    ThreadFilter filter = test::filterOf(u"alpha or body:storm"_s);
    filter.found.clear(); // the library has not answered yet
    QVERIFY(!filter.isComplete());
    const Arrangement first = arrange(loaded.snapshot, loaded.marks, {}, filter);
    QCOMPARE(titles(first), u"alpha"_s);
    QCOMPARE(first.unknown, 3);
    const Arrangement all
        = arrange(loaded.snapshot, loaded.marks, {}, test::filterOf(u"alpha or body:storm"_s, {4, 30, 999}));
    QCOMPARE(titles(all), u"Beta alpha | work?"_s);
    QCOMPARE(all.unknown, 0);
    // A thread whose facts are not known is neither open nor not open.
    QCOMPARE(arrange(loaded.snapshot, loaded.marks, {}, test::filterOf(u"-is:open"_s)).unknown, 1);
}

void TestArrangement::marksMailsThatMatch()
{
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    const auto marked = [&loaded](const ThreadFilter& filter) {
        QList<qint64> rows;
        for (const thread::ListedMail& mail : loaded.snapshot->threads.front().listing.mails) {
            if (filter.marks(mail))
                rows.append(mail.mail.row.value);
        }
        return rows;
    };
    QCOMPARE(marked(test::filterOf(u"grace"_s)), QList<qint64>{4});
    QCOMPARE(marked(test::filterOf(u"body:x"_s, {2, 20})), QList<qint64>{2});
    QCOMPARE(marked(test::filterOf(u"is:open"_s)), QList<qint64>());
    QCOMPARE(marked({}), QList<qint64>());
}

void TestArrangement::knowsWhoWrites()
{
    const auto people = peopleOf(*test::someThreads().snapshot().snapshot);
    QCOMPARE(people.size(), 6);
    QCOMPARE(people.front().name, u"Ada Example"_s);
    QCOMPARE(people.front().mails, 3);
    QVERIFY(peopleOf({}).isEmpty());
}

void TestArrangement::hidesMutedAndDoneThreads()
{
    LoadedSnapshot loaded = test::someThreads().snapshot();
    loaded.marks[ThreadId{1}].triage.muted = true;
    loaded.marks[ThreadId{30}].triage.done = true;
    ThreadFilter filter;
    QCOMPARE(titles(arrange(loaded.snapshot, loaded.marks, {}, filter)), u"Beta alpha Gamma | work?"_s);
    filter.hideSettled = true;
    QCOMPARE(titles(arrange(loaded.snapshot, loaded.marks, {}, filter)), u"alpha Gamma"_s);
    filter = test::filterOf(u"is:muted"_s); // who asks for them is shown them
    filter.hideSettled = true;
    QCOMPARE(titles(arrange(loaded.snapshot, loaded.marks, {}, filter)), u"Beta"_s);
}

void TestArrangement::showsWhatASearchFound()
{
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    const auto shown = [&loaded](const QList<qint64>& found) {
        return titles(arrange(loaded.snapshot, loaded.marks, {}, test::filterOf(u"body:x"_s, found)));
    };
    QCOMPARE(shown({30, 11, 999}), u"alpha | work?"_s);
    QCOMPARE(shown({}), QString());
}

void TestArrangement::knowsWhereEachThreadIs()
{
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    const ThreadFilter filter = test::filterOf(u"alpha"_s);
    const Arrangement arrangement = arrange(loaded.snapshot, loaded.marks, {}, filter);
    for (std::size_t i = 0; i < loaded.snapshot->threads.size(); ++i) {
        const Arrangement::Place place = arrangement.places.at(i);
        const bool shown = loaded.snapshot->threads.at(i).listing.thread == ThreadId{10};
        QCOMPARE(place.group, shown ? 0 : -1);
    }
}

void TestArrangement::findsTriageThroughAnyMailOfAThread()
{
    store::TriageState state;
    state.anchor = MessageId{"m4@example.invalid"}; // was the root once, say
    state.starred = true;
    const LoadedSnapshot loaded = test::someThreads().snapshot(false, {state});
    QVERIFY(loaded.marks.value(ThreadId{1}).triage.starred);
    QCOMPARE(loaded.marks.value(ThreadId{1}).triage.anchor.bytes, QByteArray("m4@example.invalid"));
    QCOMPARE(loaded.marks.value(ThreadId{10}).triage.anchor.bytes, QByteArray("m10@example.invalid"));
    QCOMPARE(loaded.marks.value(ThreadId{1}).unread, 4);
}

void TestArrangement::marksSummariesByWhatTheyRestOn()
{
    const LoadedSnapshot loaded = test::someThreads().snapshot();
    store::SummaryRecord other;
    other.anchor = MessageId{"m10@example.invalid"};
    other.language = Language::Chinese;
    store::SummaryRecord stale = other;
    stale.language = Language::English;
    stale.sourceKey = "another";
    stale.gist = u"What it says."_s;
    const auto marks = markSummaries(*loaded.snapshot, {other, stale}, Language::English);
    QCOMPARE(marks.size(), 1);
    const int at = loaded.snapshot->indexOf.value(ThreadId{10});
    const int mails = loaded.snapshot->threads[static_cast<std::size_t>(at)].listing.count();
    QCOMPARE(marks.value(ThreadId{10}), (SummaryNote{SummaryMark::Stale, u"What it says."_s, mails}));
    QVERIFY(markSummaries(*loaded.snapshot, {}, Language::English).isEmpty());
    QCOMPARE(shownSummary({other, stale}, loaded.snapshot->threads.front().listing, Language::English),
             static_cast<const store::SummaryRecord*>(nullptr));
}

void TestArrangement::arrangesNothing()
{
    QCOMPARE(arrange(nullptr, {}, {}, {}).shown, 0);
    const LoadedSnapshot empty = test::ThreadsBuilder().snapshot();
    QVERIFY(arrange(empty.snapshot, {}, {}, {}).groups.empty());
}

void TestArrangement::doesNotDependOnTheOrderOfMails()
{
    test::ThreadsBuilder backwards;
    backwards.mail(30, u"How does it work?"_s, u"Dora Example"_s, 4)
        .mail(20, u"[PATCH] Gamma"_s, u"Carl Example"_s, 3)
        .mail(10, u"[PATCH] alpha"_s, u"Bob Example"_s, 5)
        .mail(11, u"Re: [PATCH] alpha"_s, u"Alan Example"_s, 7, 10)
        .mail(1, u"[PATCH 0/2] Beta"_s, u"Ada Example"_s, 1)
        .mail(3, u"[PATCH 2/2] Beta two"_s, u"Ada Example"_s, 1, 1)
        .mail(2, u"[PATCH 1/2] Beta one"_s, u"Ada Example"_s, 1, 1)
        .mail(4, u"Re: [PATCH 1/2] Beta one"_s, u"Grace Example"_s, 9, 2);
    const LoadedSnapshot a = test::someThreads().snapshot();
    const LoadedSnapshot b = backwards.snapshot();
    for (int column = 0; column < threadColumnCount; ++column) {
        const ThreadOrder order{static_cast<ThreadColumn>(column), Qt::AscendingOrder};
        QCOMPARE(titles(arrange(a.snapshot, a.marks, order, {})),
                 titles(arrange(b.snapshot, b.marks, order, {})));
    }
}

void TestArrangement::putsRevisionsIntoOneRow()
{
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    const Arrangement all = arrange(loaded.snapshot, loaded.marks, {}, {}, loaded.revisions);
    // The RFC stands with the series that grew from it.
    QCOMPARE(tags(all), u"PATCH v3, PATCH v2, RFC PATCH, PATCH"_s);
    QCOMPARE(all.shown, 4);
    QCOMPARE(all.series.size(), 1U);
    QCOMPARE(all.groups.front().rows.size(), 2U);
    QCOMPARE(all.series.front().mails, 5);
    for (std::size_t i = 0; i < loaded.snapshot->threads.size(); ++i) {
        const Arrangement::Place& place = all.places.at(i);
        if (place.series >= 0)
            QCOMPARE(all.series.at(0).threads.at(static_cast<std::size_t>(place.child)), static_cast<int>(i));
    }
    // What is filtered out leaves its series; what is left alone is a thread of its own.
    ThreadFilter filter = test::filterOf(u"body:x"_s, {10, 20});
    const Arrangement two = arrange(loaded.snapshot, loaded.marks, {}, filter, loaded.revisions);
    QCOMPARE(tags(two), u"PATCH v2, RFC PATCH"_s);
    QCOMPARE(two.series.size(), 1U);
    filter = test::filterOf(u"body:x"_s, {10});
    const Arrangement one = arrange(loaded.snapshot, loaded.marks, {}, filter, loaded.revisions);
    QVERIFY(one.series.empty());
    QCOMPARE(one.groups.front().category, thread::Category::Rfc);
    QCOMPARE(arrange(loaded.snapshot, loaded.marks, {}, {}).series.size(), 0U); // not linked yet
}

void TestArrangement::sortsASeriesByWhatItSumsUp()
{
    const LoadedSnapshot loaded = test::someRevisions().snapshot();
    const auto sorted = [&loaded](ThreadColumn column, Qt::SortOrder direction) {
        return tags(arrange(loaded.snapshot, loaded.marks, {column, direction}, {}, loaded.revisions));
    };
    QCOMPARE(sorted(ThreadColumn::Started, Qt::AscendingOrder),
             u"PATCH v3, PATCH v2, RFC PATCH, PATCH"_s); // by the RFC's date
    QCOMPARE(sorted(ThreadColumn::Mails, Qt::DescendingOrder), u"PATCH v3, PATCH v2, RFC PATCH, PATCH"_s);
    QCOMPARE(sorted(ThreadColumn::Mails, Qt::AscendingOrder), u"PATCH, PATCH v3, PATCH v2, RFC PATCH"_s);
}

QTEST_APPLESS_MAIN(TestArrangement)
#include "test_arrangement.moc"
