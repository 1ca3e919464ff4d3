// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/faults.h"
#include "store/triagejson.h"
#include "support/preparedmail.h"

#include <QTest>

#include <functional>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

/// What a reader of the library sees, as text.
QByteArray pictureOf(StoreFixture& library)
{
    QByteArray picture;
    const QList<ListRecord> lists = library.store.lists().result().value();
    for (const ListRecord& list : lists) {
        picture += list.name.toUtf8() + ' ' + QByteArray::number(list.mails);
        for (const ArchiveRecord& archive : list.archives)
            picture += ' ' + archive.location.toUtf8() + ' ' + archive.cursor;
        const QList<WeekRecord> weeks = library.store.weeks(list.id).result().value();
        for (const WeekRecord& week : weeks)
            picture += " w" + QByteArray::number(week.mails) + '/' + QByteArray::number(week.threads);
        const std::vector<thread::Mail> mails = library.store.mails(list.id, std::nullopt).result().value();
        for (const thread::Mail& mail : mails) {
            picture += "\n " + mail.id.bytes + ' ' + QByteArray::number(mail.thread.value)
                + (mail.read ? " read" : "");
            picture += (mail.hasVariant ? " variant " : " ")
                + library.store.rawMail(mail.row).result()->right(20);
        }
        const QList<SummaryRecord> summaries
            = library.store.summaries(list.id, {MessageId{"a@x"}}).result().value();
        for (const SummaryRecord& summary : summaries)
            picture += "\n " + summary.text.toUtf8() + (summary.current ? "*" : "");
        const QList<SummaryEdit> edits = library.store.edits(list.id, {MessageId{"a@x"}}).result().value();
        for (const SummaryEdit& edit : edits)
            picture += "\n edited " + edit.text.toUtf8();
        const MailSetPointer hits
            = library.store.findTexts({{wordColumns, u"hello"_s}}).result()->mails.front();
        for (const thread::Mail& mail : mails) {
            if (hits->contains(mail.row))
                picture += "\n found " + QByteArray::number(mail.row.value);
        }
        picture += '\n';
    }
    const QList<TriageState> states = library.store.triage().result().value();
    for (const TriageState& state : states)
        picture += state.anchor.bytes + (state.starred ? " starred" : "") + '\n';
    const TriageExport all = library.store.triageExport().result().value();
    for (const SavedSearch& search : all.searches)
        picture += search.name.toUtf8() + " searches\n";
    for (const MessageId& id : all.read)
        picture += id.bytes + " is read\n";
    picture += library.store.note(u"key"_s).result().value();
    picture += QByteArray::number(library.store.unindexedCount().result().value());
    return picture;
}

TriageState decided(const char* anchor, bool starred)
{
    TriageState state;
    state.anchor = MessageId{anchor};
    state.starred = starred;
    return state;
}

SummaryRecord summaryOf(ListId list, const QString& text)
{
    SummaryRecord summary;
    summary.list = list;
    summary.anchor = MessageId{"a@x"};
    summary.text = text;
    summary.created = QDateTime::fromSecsSinceEpoch(1'750'000'000, Qt::UTC);
    return summary;
}

using Write = std::function<bool(StoreFixture&)>;

} // namespace
Q_DECLARE_METATYPE(Write)

class TestStoreFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWriteIsWholeOrNot_data();
    void everyWriteIsWholeOrNot();
    void everyReadFailsOrIsRight_data();
    void everyReadFailsOrIsRight();
};

void TestStoreFaults::everyWriteIsWholeOrNot_data()
{
    QTest::addColumn<Write>("write");
    const auto row = [](const char* name, const Write& write) { QTest::newRow(name) << write; };
    row("saveList", [](StoreFixture& f) {
        const ListRecord record{{}, u"new"_s, u"n@x"_s, {{{}, u"/1"_s, {}, {}}, {{}, u"/2"_s, {}, {}}}, 0};
        return f.store.saveList(record).result().has_value();
    });
    row("saveList changed", [](StoreFixture& f) {
        const ListRecord record{f.list, u"other"_s, {}, {{{}, u"/1"_s, "cursor", {}}}, 0};
        return f.store.saveList(record).result().has_value();
    });
    row("removeList", [](StoreFixture& f) { return f.store.removeList(f.list).result().has_value(); });
    row("saveCursor", [](StoreFixture& f) {
        return f.store.saveCursor(ArchiveId{1}, "cursor", QDateTime::currentDateTimeUtc())
            .result()
            .has_value();
    });
    row("saveBatch", [](StoreFixture& f) {
        const std::vector<PreparedMail> mails{PreparedBuilder("n@x").references({"c@x", "ghost@x"}).mail(),
                                              PreparedBuilder("a@x").mail(),
                                              PreparedBuilder("b@x").body("v").mail()};
        return f.store.saveBatch(f.list, mails).result().has_value();
    });
    row("updateThreads", [](StoreFixture& f) { return f.store.updateThreads(f.list).result().has_value(); });
    row("setRead", [](StoreFixture& f) {
        return f.store.setRead({MailId{1}, MailId{2}}, true).result().has_value();
    });
    row("saveIndex", [](StoreFixture& f) {
        return f.store
            .saveIndex({{MailId{3}, u"s"_s, u"f"_s, {}, {}, {}, "hello"},
                        {MailId{4}, u"s"_s, u"f"_s, {}, {}, {}, "hello"}})
            .result()
            .has_value();
    });
    row("saveSummary", [](StoreFixture& f) {
        return f.store.saveSummary(summaryOf(f.list, u"third"_s)).result().has_value();
    });
    row("chooseSummary",
        [](StoreFixture& f) { return f.store.chooseSummary(SummaryId{1}).result().has_value(); });
    row("saveEdit", [](StoreFixture& f) {
        return f.store.saveEdit({f.list, MessageId{"a@x"}, u"mine"_s, SummaryId{1}, {}}).result().has_value();
    });
    row("saveTriage", [](StoreFixture& f) {
        const QList<TriageState> states{decided("a@x", false), decided("b@x", true)};
        return f.store.saveTriage(states).result().has_value();
    });
    row("importTriage", [](StoreFixture& f) {
        const ReadChange reads{{MailId{1}, MailId{2}}, {MessageId{"later@x"}}};
        return f.store.importTriage({{decided("b@x", true)}, {{u"n"_s, u"q"_s}}, reads}).result().has_value();
    });
    row("saveNote", [](StoreFixture& f) { return f.store.saveNote(u"key"_s, "new").result().has_value(); });
}

namespace
{

void fill(StoreFixture& library)
{
    // Children before parents, so that joining has something to do.
    library.save({PreparedBuilder("c@x").references({"b@x"}).mail(), PreparedBuilder("b@x").mail(),
                  PreparedBuilder("a@x").mail(), PreparedBuilder("d@x").references({"a@x", "b@x"}).mail()});
    std::ignore = library.store
                      .saveIndex({{MailId{1}, u"s"_s, u"f"_s, {}, {}, {}, "hello"},
                                  {MailId{2}, u"s"_s, u"f"_s, {}, {}, {}, "hello"}})
                      .result();
    std::ignore = library.store.saveSummary(summaryOf(library.list, u"first"_s)).result();
    std::ignore = library.store.saveSummary(summaryOf(library.list, u"second"_s)).result();
    std::ignore = library.store.saveTriage({decided("a@x", true)}).result();
    std::ignore = library.store.saveNote(u"key"_s, "old").result();
}

} // namespace

void TestStoreFaults::everyWriteIsWholeOrNot()
{
    QFETCH(Write, write);
    QByteArray expected;
    {
        StoreFixture library;
        fill(library);
        QVERIFY(write(library));
        std::ignore = library.store.updateThreads(library.list).result();
        expected = pictureOf(library);
    }
    const auto faults = std::make_shared<FaultPlan>();
    StoreFixture library(faults);
    fill(library);
    const QByteArray before = pictureOf(library);
    QVERIFY(before != expected);
    int calls = 0;
    for (;; ++calls) {
        faults->failAfter(calls);
        const bool done = write(library);
        faults->failAfter(-1);
        if (done)
            break;
        QCOMPARE(pictureOf(library), before);
        QVERIFY(calls < 500);
    }
    // What thread a new mail is first put into is a guess, which joining makes right.
    std::ignore = library.store.updateThreads(library.list).result();
    QCOMPARE(pictureOf(library), expected); // and what failed before left nothing behind
    QVERIFY(calls >= 1);
}

void TestStoreFaults::everyReadFailsOrIsRight_data()
{
    QTest::addColumn<Write>("read");
    const auto row = [](const char* name, const Write& read) { QTest::newRow(name) << read; };
    row("lists", [](StoreFixture& f) { return f.store.lists().result().has_value(); });
    row("mails", [](StoreFixture& f) { return f.store.mails(f.list, std::nullopt).result().has_value(); });
    row("newestMails", [](StoreFixture& f) { return f.store.newestMails(f.list, 1).result().has_value(); });
    row("threadMails", [](StoreFixture& f) { return f.store.threadMails(ThreadId{1}).result().has_value(); });
    row("messageIds", [](StoreFixture& f) { return f.store.messageIds({1, 2}).result().has_value(); });
    row("rawMail", [](StoreFixture& f) { return f.store.rawMail(MailId{1}).result().has_value(); });
    row("findMail",
        [](StoreFixture& f) { return f.store.findMail(f.list, MessageId{"a@x"}).result().has_value(); });
    row("weeks", [](StoreFixture& f) { return f.store.weeks(f.list).result().has_value(); });
    row("unindexed", [](StoreFixture& f) { return f.store.unindexed(5).result().has_value(); });
    row("unindexedCount", [](StoreFixture& f) { return f.store.unindexedCount().result().has_value(); });
    row("search", [](StoreFixture& f) {
        return f.store.findTexts({{wordColumns, u"hello"_s}}).result().has_value();
    });
    row("cachedSummary",
        [](StoreFixture& f) { return f.store.cachedSummary(f.list, "k").result().has_value(); });
    row("summaries",
        [](StoreFixture& f) { return f.store.summaries(f.list, {MessageId{"a@x"}}).result().has_value(); });
    row("triage", [](StoreFixture& f) { return f.store.triage().result().has_value(); });
    row("note", [](StoreFixture& f) { return f.store.note(u"key"_s).result().has_value(); });
}

void TestStoreFaults::everyReadFailsOrIsRight()
{
    QFETCH(Write, read);
    const auto faults = std::make_shared<FaultPlan>();
    StoreFixture library(faults);
    fill(library);
    int calls = 0;
    for (;; ++calls) {
        faults->failAfter(calls);
        const bool done = read(library);
        faults->failAfter(-1);
        if (done)
            break;
        QVERIFY(read(library)); // a failure does not stay
        QVERIFY(calls < 100);
    }
    QVERIFY(calls >= 1);
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "test_storefaults.moc"
