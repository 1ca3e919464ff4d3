// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/migrations.h"
#include "store/store.h"
#include "store/triagejson.h"
#include "store/triagetable.h"
#include "support/preparedmail.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
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
    void readMailsGoThroughJson();
    void filesWithoutReadMailsAreTaken();
    void hostileReadMailsAreBounded_data();
    void hostileReadMailsAreBounded();
    void readMailsAreCarriedToAnotherLibrary();
    void readMailsOutliveTheirList();
    void noMailBecomesUnread();
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

void TestTriageState::readMailsGoThroughJson()
{
    TriageExport all;
    const QByteArray hostile = "\"<a&b>\\\n\x01@x";
    all.read = {MessageId{"b@x"},
                MessageId{"a/%+1@x"},
                MessageId{"回@x"},
                MessageId{hostile},
                MessageId{"\xff\xfe@x"},
                MessageId{},
                MessageId{QByteArray(999, 'x')}};
    const QByteArray json = triageToJson(all, at(20));
    const auto read = triageFromJson(json, u"x"_s);
    QVERIFY(read);
    QCOMPARE(read->readLeftOut, 0); // what cannot be told is not written
    const QSet<MessageId> expected{MessageId{"b@x"}, MessageId{"a/%+1@x"}, MessageId{"回@x"},
                                   MessageId{hostile}};
    QCOMPARE((QSet<MessageId>(read->read.begin(), read->read.end())), expected);
    std::swap(all.read[0], all.read[2]);
    QCOMPARE(triageToJson(all, at(20)), json); // the same whatever order it comes in
}

void TestTriageState::filesWithoutReadMailsAreTaken()
{
    const auto read = triageFromJson(
        R"({"schema":"listbrief-triage/1","threads":[{"message_id":"a@x","muted":true}]})", u"x"_s);
    QVERIFY(read);
    QCOMPARE(read->states.size(), 1);
    QVERIFY(read->read.isEmpty());
}

void TestTriageState::hostileReadMailsAreBounded_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<int>("mails"); // -1 = refused
    QTest::addColumn<int>("leftOut");
    QTest::newRow("empty") << QByteArray("[]") << 0 << 0;
    QTest::newRow("twice the same") << QByteArray(R"(["a@x","a@x"," a@x "])") << 1 << 0;
    QTest::newRow("no strings") << QByteArray(R"([1,null,{},[],true,"","  ","a@x"])") << 1 << 7;
    QTest::newRow("too long") << "[\"" + QByteArray(999, 'x') + R"(","a@x"])" << 1 << 1;
    QTest::newRow("as long as may be") << "[\"" + QByteArray(998, 'x') + "\"]" << 1 << 0;
    QTest::newRow("an object") << QByteArray(R"({"a@x":true})") << -1 << 0;
    QTest::newRow("a string") << QByteArray(R"("a@x")") << -1 << 0;
    QTest::newRow("null") << QByteArray("null") << -1 << 0;
    QByteArray many = QByteArray("0,").repeated(mostReadMails);
    QTest::newRow("as many as may be") << '[' + many.chopped(1) + ']' << 0 << int{mostReadMails};
    QTest::newRow("too many") << '[' + many + "0]" << -1 << 0;
}

void TestTriageState::hostileReadMailsAreBounded()
{
    QFETCH(QByteArray, section);
    QFETCH(int, mails);
    const auto read = triageFromJson(R"({"schema":"listbrief-triage/1","threads":[],"read":)" + section + '}',
                                     u"there.json"_s);
    if (mails < 0) {
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(u"there.json"_s), qPrintable(read.error().text));
        return;
    }
    QVERIFY(read);
    QCOMPARE(read->read.size(), mails);
    QTEST(read->readLeftOut, "leftOut");
    QVERIFY(read->problems.size() <= 20);
    QCOMPARE(read->problems.isEmpty(), read->readLeftOut == 0);
    QVERIFY(!TriageTexts::imported({}, 0, 1).isEmpty());
}

namespace
{

QList<QByteArray> readIn(StoreFixture& library)
{
    QList<QByteArray> ids;
    for (const ListRecord& list : *library.store.lists().result()) {
        const auto mails = library.store.mails(list.id, std::nullopt).result();
        for (const thread::Mail& mail : *mails) {
            if (mail.read)
                ids.append(mail.id.bytes);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// What the window and the command line do with a file.
TriageImport importOf(StoreFixture& library, const QByteArray& json)
{
    const auto read = triageFromJson(json, u"x"_s);
    const auto own = library.store.triageExport().result();
    const TriageMerge merge = mergeTriage(*own, *read);
    return {merge.after, merge.searches, *library.store.unreadOf(read->read).result()};
}

MailId rowOf(StoreFixture& library, const QByteArray& id)
{
    return (*library.store.findMail(library.list, MessageId{id}).result())->row;
}

using Ids = QList<QByteArray>;

} // namespace

void TestTriageState::readMailsAreCarriedToAnotherLibrary()
{
    StoreFixture from;
    from.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail(), PreparedBuilder("c@x").mail()});
    QVERIFY(from.store.setRead({rowOf(from, "a@x"), rowOf(from, "c@x")}, true).result());
    QVERIFY(from.store.saveTriage({starred(at(18))}).result());
    const QByteArray json = triageToJson(*from.store.triageExport().result(), at(20));

    StoreFixture to; // has a cross-post, a mail of its own that is read, and one to come
    const ListId other = to.store.saveList({{}, u"other"_s, {}, {}, 0}).result()->id;
    to.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail()});
    to.save({PreparedBuilder("a@x").mail()}, other);
    QVERIFY(to.store.setRead({rowOf(to, "b@x")}, true).result());
    TriageImport import = importOf(to, json);
    QCOMPARE(import.reads.mails.size(), 2);
    QVERIFY(import.reads.absent == QList<MessageId>{MessageId{"c@x"}});
    QVERIFY(to.store.importTriage(import).result());
    QCOMPARE(readIn(to), (Ids{"a@x", "a@x", "b@x"}));
    QCOMPARE(to.store.triage().result()->size(), 1);
    // Nothing is left to do, and all of it goes on to a third library.
    QVERIFY(importOf(to, json).reads.isEmpty());
    QVERIFY((to.store.triageExport().result()->read
             == QList<MessageId>{MessageId{"a@x"}, MessageId{"b@x"}, MessageId{"c@x"}}));

    import.read = false;
    import.states = {};
    QVERIFY(to.store.importTriage(import).result());
    QCOMPARE(readIn(to), Ids{"b@x"});
    QVERIFY(to.store.triageExport().result()->read == QList<MessageId>{MessageId{"b@x"}});
    import.read = true;
    QVERIFY(to.store.importTriage(import).result());
    // What comes later is read.
    to.save({PreparedBuilder("c@x").mail(), PreparedBuilder("d@x").mail()});
    QCOMPARE(readIn(to), (Ids{"a@x", "a@x", "b@x", "c@x"}));
}

void TestTriageState::readMailsOutliveTheirList()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail()});
    QVERIFY(library.store.setRead({rowOf(library, "a@x")}, true).result());
    const auto again = [&library] {
        QVERIFY(library.store.removeList(library.list).result());
        library.list = library.store.saveList({{}, u"again"_s, {}, {}, 0}).result()->id;
        library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail()});
    };
    again();
    QCOMPARE(readIn(library), Ids{"a@x"});
    // Unread is unread, whatever was read before.
    QVERIFY(library.store.setRead({rowOf(library, "a@x")}, false).result());
    again();
    QCOMPARE(readIn(library), Ids());
}

void TestTriageState::noMailBecomesUnread()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail()});
    QVERIFY(library.store.setRead({rowOf(library, "a@x")}, true).result());
    for (const QByteArray& json :
         {QByteArray(R"({"schema":"listbrief-triage/1","threads":[],"read":["b@x"]})"),
          QByteArray(R"({"schema":"listbrief-triage/1","threads":[]})")}) {
        QVERIFY(library.store.importTriage(importOf(library, json)).result());
        QCOMPARE(readIn(library), (Ids{"a@x", "b@x"}));
    }
}

QTEST_GUILESS_MAIN(TestTriageState)
#include "test_triagestate.moc"
