// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/migrations.h"
#include "store/store.h"
#include "store/triagejson.h"
#include "store/triagetable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace Qt::StringLiterals;
using Until = thread::Snooze::Until;

/// What was decided about threads: kept, carried to another library, merged.
class TestTriageState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tagsAreNormal_data();
    void tagsAreNormal();
    void isKeptWhole();
    void oldRowsStay();
    void goesThroughJson();
    void hostileJsonIsNamed_data();
    void hostileJsonIsNamed();
    void badEntriesAreLeftOut();
    void theNewerDecisionWins_data();
    void theNewerDecisionWins();
    void searchesAreMerged();
};

namespace
{

QDateTime at(int day)
{
    return {QDate(2025, 6, day), QTime(9, 0), Qt::UTC};
}

TriageState everything()
{
    TriageState state;
    state.anchor = MessageId{"a/%+1@example.invalid"};
    state.starred = state.muted = state.mutesRevisions = state.done = state.watched = true;
    state.doneSeen = 1'750'000'000;
    state.snooze = {Until::Reply, 0, u"Ada Example <ada@example.invalid>"_s, 1'750'000'001};
    state.tags = {u"needs-review"_s, u"回归"_s};
    state.note = u"*look* at [2]\n\n\"quoted\""_s;
    state.changed = at(17);
    return state;
}

TriageState starred(const QDateTime& when, bool on = true)
{
    TriageState state;
    state.anchor = MessageId{"s@example.invalid"};
    state.starred = on;
    state.changed = when;
    return state;
}

} // namespace

void TestTriageState::tagsAreNormal_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tag");
    QTest::newRow("words") << u"  Needs Review, "_s << u"needs-review"_s;
    QTest::newRow("nothing") << u" ,:; "_s << u""_s;
    QTest::newRow("quotes") << u"\"a\" (b)"_s << u"a-b"_s;
    QTest::newRow("Chinese") << u"回归"_s << u"回归"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(32, u'x');
}

void TestTriageState::tagsAreNormal()
{
    QFETCH(QString, typed);
    QTEST(normalTag(typed), "tag");
}

void TestTriageState::isKeptWhole()
{
    QTemporaryDir folder;
    const TriageState all = everything();
    TriageState dated;
    dated.anchor = MessageId{"d@example.invalid"};
    dated.snooze = {Until::Date, 1'760'000'000, {}, 5};
    const TriageState plain = starred(at(18), false);
    const QList<SavedSearch> searches{{u"Mine"_s, u"from:me"_s}, {u"A"_s, u"is:open"_s}};
    {
        Store store(folder.filePath(u"library.sqlite"_s));
        QVERIFY(store.open().result());
        QVERIFY(store.saveTriage({all, dated, plain}).result());
        QVERIFY(store.saveSearches(searches).result());
    }
    Store store(folder.filePath(u"library.sqlite"_s));
    QVERIFY(store.open().result());
    const auto states = store.triage().result();
    QVERIFY(states);
    QCOMPARE(states->size(), 3); // what decides nothing any more is newer than what another library may say
    QVERIFY(states->contains(all) && states->contains(dated) && states->contains(plain));
    QVERIFY(*store.savedSearches().result() == searches);
    // Without a date nothing is left to be kept.
    QVERIFY(store.saveTriage({starred({}, false)}).result());
    QCOMPARE(store.triage().result()->size(), 2);
}

void TestTriageState::oldRowsStay()
{
    QTemporaryDir folder;
    Database database({folder.filePath(u"library.sqlite"_s), 1000, nullptr});
    std::vector<Migration> old;
    for (const Migration& step : migrations()) {
        if (step.version < 5)
            old.push_back(step);
    }
    QVERIFY(database.open(old));
    QVERIFY(database.execute("INSERT INTO triage VALUES (x'61', 1, 0, 1, 1750000000000, 'note')"));
    QVERIFY(database.execute("INSERT INTO triage VALUES (x'62', 0, 1, 0, NULL, '')"));
    database.close();
    QVERIFY(database.open(migrations()));
    const auto states = TriageTable(database).all();
    QVERIFY(states);
    QCOMPARE(states->size(), 2);
    TriageState first;
    first.anchor = MessageId{"a"};
    first.starred = first.done = true;
    first.snooze = {Until::Date, 1'750'000'000, {}, 0};
    first.note = u"note"_s;
    TriageState second;
    second.anchor = MessageId{"b"};
    second.muted = true;
    QVERIFY(states->at(0) == first && states->at(1) == second);
}

void TestTriageState::goesThroughJson()
{
    TriageState dated;
    dated.anchor = MessageId{"d@example.invalid"};
    dated.snooze = {Until::Date, 1'760'000'000, {}, 5};
    const TriageExport all{{everything(), dated, starred(at(18), false)}, {{u"Mine"_s, u"from:me"_s}}, {}, 0};
    const QByteArray json = triageToJson(all, at(20));
    QVERIFY(json.contains("\"listbrief-triage/1\""));
    const auto read = triageFromJson(json, u"x"_s);
    QVERIFY(read);
    QVERIFY(read->states == all.states && read->searches == all.searches);
    QCOMPARE(read->leftOut, 0);
    // The same whatever order it comes in.
    QCOMPARE(triageToJson({{dated, starred(at(18), false), everything()}, all.searches, {}, 0}, at(20)),
             json);
}

void TestTriageState::hostileJsonIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"schema\": ");
    QTest::newRow("another schema") << QByteArray(R"({"schema":"listbrief-report/1","threads":[]})");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("no threads") << QByteArray(R"({"schema":"listbrief-triage/1","threads":{}})");
    QTest::newRow("deep") << QByteArray(200'000, '[');
}

void TestTriageState::hostileJsonIsNamed()
{
    QFETCH(QByteArray, json);
    const auto read = triageFromJson(json, u"there.json"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"there.json"_s), qPrintable(read.error().text));
}

void TestTriageState::badEntriesAreLeftOut()
{
    const QByteArray longId(5000, 'x');
    const auto read
        = triageFromJson(R"({"schema":"listbrief-triage/1","threads":[1,{"starred":true},)"
                         R"({"message_id":")"
                             + longId
                             + R"("},{"message_id":"a@x","tags":[1,"A b"],"note":7,"changed":"soon",)"
                               R"("snooze":{"until":"date"},"starred":"yes","muted":true}]})",
                         u"x"_s);
    QVERIFY(read);
    QCOMPARE(read->leftOut, 3);
    QCOMPARE(read->problems.size(), 3);
    TriageState state;
    state.anchor = MessageId{"a@x"};
    state.muted = true;
    state.tags = QStringList{u"a-b"_s};
    QVERIFY(read->states == QList<TriageState>{state});
}

void TestTriageState::theNewerDecisionWins_data()
{
    QTest::addColumn<TriageState>("own");
    QTest::addColumn<TriageState>("other");
    QTest::addColumn<QList<int>>("counts"); // added, updated, kept
    const auto row = [](const char* name, const TriageState& own, const TriageState& other,
                        const QList<int>& counts) { QTest::newRow(name) << own << other << counts; };
    TriageState elsewhere = everything();
    row("not known here", elsewhere, starred(at(1)), {1, 0, 0});
    row("nothing, not known here", elsewhere, starred(at(1), false), {0, 0, 0});
    row("newer there", starred(at(1)), starred(at(2), false), {0, 1, 0});
    row("newer here", starred(at(3)), starred(at(2), false), {0, 0, 1});
    row("as old", starred(at(2)), starred(at(2), false), {0, 0, 1});
    row("the same", starred(at(1)), starred(at(2)), {0, 0, 0});
    row("no date here", starred({}), starred(at(2), false), {0, 1, 0});
}

void TestTriageState::theNewerDecisionWins()
{
    QFETCH(TriageState, own);
    QFETCH(TriageState, other);
    QFETCH(QList<int>, counts);
    const TriageMerge merge = mergeTriage({{own}, {}, {}, 0}, {{other}, {}, {}, 0});
    QCOMPARE((QList<int>{merge.added, merge.updated, merge.kept}), counts);
    QCOMPARE(merge.after.size(), counts.at(0) + counts.at(1));
    if (!merge.after.isEmpty()) {
        QVERIFY(merge.after.constFirst() == other);
        QVERIFY(merge.before.constFirst().anchor == other.anchor);
    }
    QVERIFY(!TriageTexts::imported(merge, 0).isEmpty());
}

void TestTriageState::searchesAreMerged()
{
    const QList<SavedSearch> own{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    const TriageMerge merge
        = mergeTriage({{}, own, {}, 0}, {{}, {{u"b"_s, u"3"_s}, {u"c"_s, u"4"_s}, {u"a"_s, u"1"_s}}, {}, 0});
    QCOMPARE(merge.searchesAdded, 2);
    QVERIFY((merge.searches == QList<SavedSearch>{{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}, {u"c"_s, u"4"_s}}));
}

QTEST_GUILESS_MAIN(TestTriageState)
#include "test_triagestate.moc"
