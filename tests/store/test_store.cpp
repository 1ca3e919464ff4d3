// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "support/preparedmail.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsListsWithTheirArchives();
    void anOldRecordDoesNotMoveACursorBack();
    void aNewLocationForgetsTheCursor();
    void givesBackEveryFieldOfAMail();
    void emptyAndOddFieldsSurvive_data();
    void emptyAndOddFieldsSurvive();
    void theSameMailAgainIsKnown();
    void anotherBodyIsKeptAsVariantOnce();
    void variantsOfOneMailAreBounded();
    void aCrossPostBelongsToBothLists();
    void numbersStandForMessageIds();
    void findsAMailByItsMessageId();
    void givesTheThreadsOfTheNewestMails();
    void readStateIsKept();
    void rawMailsComeInTheOrderAsked();
    void aMailThatIsGoneIsAnError();
    void aRemovedListTakesItsMailAlongAndNoOther();
    void aRemovedListComesBackUnderItsName();
    void refusesMailForAListThatIsGone();
    void tenThousandReferencesAreTaken();
    void callsAreAnsweredInOrder();
    void callsNotBegunAreDroppedWithTheStore();
    void notesAreKeptAndForgotten();
    void everythingIsThereAfterReopening();
    void twoProgramsShareALibrary();
};

void TestStore::keepsListsWithTheirArchives()
{
    StoreFixture library;
    ListRecord record{{},
                      u"lkml"_s,
                      u"lkml@example.invalid"_s,
                      {{{}, u"https://lists.example.invalid/lkml/"_s, {}, {}}},
                      0};
    record = library.store.saveList(record).result().value();
    QVERIFY(record.id.isValid());
    QVERIFY(record.archives.first().id.isValid());
    record.archives.append({{}, u"/mail/lkml.mbox"_s, {}, {}});
    record.name = u"linux-kernel"_s;
    record = library.store.saveList(record).result().value();
    QCOMPARE(record.archives.size(), 2);
    record.archives.removeFirst();
    QVERIFY(library.store.saveList(record).result());

    const auto lists = library.store.lists().result().value();
    QCOMPARE(lists.size(), 2);
    QCOMPARE(lists.at(0).name, u"kvmarm"_s);
    QCOMPARE(lists.at(1).name, u"linux-kernel"_s);
    QCOMPARE(lists.at(1).address, u"lkml@example.invalid"_s);
    QCOMPARE(lists.at(1).archives.size(), 1);
    QCOMPARE(lists.at(1).archives.first().location, u"/mail/lkml.mbox"_s);
    QVERIFY(!lists.at(1).archives.first().lastRead.isValid());
}

void TestStore::anOldRecordDoesNotMoveACursorBack()
{
    StoreFixture library;
    ListRecord record = library.store.lists().result()->first();
    const QDateTime when(QDate(2025, 6, 22), QTime(8, 0), Qt::UTC);
    QVERIFY(library.store.saveCursor(record.archives.first().id, "at 5", when).result());
    record.address = u"kvmarm@example.invalid"_s; // read before the cursor moved
    QVERIFY(library.store.saveList(record).result());
    const ListRecord now = library.store.lists().result()->first();
    QCOMPARE(now.address, record.address);
    QCOMPARE(now.archives.first().cursor, QByteArray("at 5"));
    QCOMPARE(now.archives.first().lastRead, when);
    QVERIFY(!library.store.saveCursor(ArchiveId{99}, "x", when).result());
}

void TestStore::aNewLocationForgetsTheCursor()
{
    StoreFixture library;
    ListRecord record = library.store.lists().result()->first();
    QVERIFY(library.store.saveCursor(record.archives.first().id, "at 5", QDateTime::currentDateTimeUtc())
                .result());
    record.archives.first().location = u"/elsewhere"_s;
    record = library.store.saveList(record).result().value();
    QVERIFY(record.archives.first().cursor.isEmpty());
    QVERIFY(!record.archives.first().lastRead.isValid());
}

void TestStore::givesBackEveryFieldOfAMail()
{
    StoreFixture library;
    PreparedBuilder builder("child@x");
    builder.subject(u"Re: [PATCH v2 3/9] 你好 \U0001F600"_s).from(u"Zoë Example"_s, u"zoe@example.invalid"_s);
    builder.utc(1'750'111'222).references({"root@x", "mid@x"}).inReplyTo({"mid@x", "other@x"});
    PreparedMail prepared = builder.mail();
    prepared.envelope.date = {1'750'111'222, -420, mail::DateSource::Received};
    QCOMPARE(library.save({prepared}).added, 1);

    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QCOMPARE(mails.size(), 1);
    const thread::Mail& mail = mails.front();
    QVERIFY(mail.row.isValid());
    QCOMPARE(mail.thread.value, mail.row.value);
    QCOMPARE(mail.id.bytes, QByteArray("child@x"));
    QCOMPARE(mail.subject, prepared.envelope.subject);
    QCOMPARE(mail.from, prepared.envelope.from);
    QCOMPARE(mail.date, prepared.envelope.date);
    QCOMPARE(mail.contentHash, prepared.contentHash);
    QVERIFY(!mail.read && !mail.hasVariant);
    const auto ids = library.store.messageIds(mail.references + mail.inReplyTo).result().value();
    const auto named = [&ids](const QList<IdNumber>& numbers) {
        QList<QByteArray> names;
        for (const IdNumber number : numbers)
            names.append(ids.value(number).bytes);
        return names;
    };
    QCOMPARE(named(mail.references), (QList<QByteArray>{"root@x", "mid@x"}));
    QCOMPARE(named(mail.inReplyTo), (QList<QByteArray>{"mid@x", "other@x"}));
    QCOMPARE(library.store.rawMail(mail.row).result().value(), builder.raw());
    QCOMPARE(library.store.lists().result()->first().mails, 1);
}

void TestStore::emptyAndOddFieldsSurvive_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("text");
    QTest::newRow("null strings") << QByteArray("a@x") << QString();
    QTest::newRow("SQL") << QByteArray("'; DROP TABLE mail; --@x") << u"'); DELETE FROM mail; --"_s;
    QTest::newRow("bytes that are no text")
        << QByteArray("\xff\x00\xfe@x", 5) << QString(u'\0') + u"after NUL"_s;
    QTest::newRow("lone surrogate") << QByteArray("b@x") << u"a"_s + QChar(0xd83d) + u"b"_s;
    QTest::newRow("long") << QByteArray(100'000, 'i') << QString(200'000, u'字');
}

void TestStore::emptyAndOddFieldsSurvive()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, text);
    StoreFixture library;
    QCOMPARE(library.save({PreparedBuilder(id).subject(text).from(text, text).mail()}).added, 1);
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails.front().id.bytes, id);
    if (!text.contains(u'\0') && !text.contains(QChar(0xd83d))) // those may come back cleaned
        QCOMPARE(mails.front().subject, text.isNull() ? u""_s : text);
}

void TestStore::theSameMailAgainIsKnown()
{
    StoreFixture library;
    const PreparedMail mail = PreparedBuilder("a@x").mail();
    const BatchOutcome first = library.save({mail, mail});
    QCOMPARE(first.added, 1);
    QCOMPARE(first.known, 1);
    const BatchOutcome again = library.save({mail});
    QCOMPARE(again.added, 0);
    QCOMPARE(again.known, 1);
    QVERIFY(again.issues.isEmpty());
    QCOMPARE(library.store.lists().result()->first().mails, 1);
}

void TestStore::anotherBodyIsKeptAsVariantOnce()
{
    StoreFixture library;
    const PreparedMail standing = PreparedBuilder("a@x").mail();
    const PreparedMail other = PreparedBuilder("a@x").body("Something else\n").mail();
    const BatchOutcome outcome = library.save({standing, other});
    QCOMPARE(outcome.added, 1);
    QCOMPARE(outcome.variants, 1);
    QCOMPARE(outcome.issues.size(), 1);
    QCOMPARE(outcome.issues.first().kind, mail::ParseIssue::Kind::Duplicate);
    QCOMPARE(outcome.issues.first().id.bytes, QByteArray("a@x"));
    QVERIFY(outcome.issues.first().detail.contains(other.where));

    const BatchOutcome again = library.save({other, standing});
    QCOMPARE(again.variants, 0);
    QCOMPARE(again.known, 2);
    const thread::Mail mail = library.store.mails(library.list, std::nullopt).result()->front();
    QVERIFY(mail.hasVariant);
    QCOMPARE(mail.contentHash, standing.contentHash); // the first stands
}

void TestStore::variantsOfOneMailAreBounded()
{
    StoreFixture library;
    std::vector<PreparedMail> mails;
    for (int i = 0; i < 100; ++i)
        mails.push_back(PreparedBuilder("a@x").body(QByteArray::number(i)).mail());
    const BatchOutcome outcome = library.save(mails);
    QCOMPARE(outcome.added, 1);
    QCOMPARE(outcome.variants, 16);
    QCOMPARE(outcome.known, 83);
}

void TestStore::aCrossPostBelongsToBothLists()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    const PreparedMail mail = PreparedBuilder("a@x").mail();
    const PreparedMail reply = PreparedBuilder("b@x").references({"a@x"}).mail();
    QCOMPARE(library.save({mail, reply}).added, 2);
    QCOMPARE(library.save({mail}, other).added, 1);
    QVERIFY(library.store.updateThreads(library.list).result());
    QVERIFY(library.store.updateThreads(other).result());
    const auto here = library.store.mails(library.list, std::nullopt).result().value();
    const auto there = library.store.mails(other, std::nullopt).result().value();
    QCOMPARE(here.size(), 2);
    QCOMPARE(there.size(), 1);
    QVERIFY(here.front().row.value != there.front().row.value);
    QVERIFY(here.front().thread.value != there.front().thread.value); // threads are of one list
    QCOMPARE(here.front().number, there.front().number);
}

void TestStore::numbersStandForMessageIds()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").references({"ghost@x"}).mail(),
                  PreparedBuilder("b@x").references({"ghost@x"}).mail()});
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QCOMPARE(mails.at(0).references, mails.at(1).references);
    const auto ids = library.store.messageIds({mails.at(0).references.first(), mails.at(0).number, 9999})
                         .result()
                         .value();
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids.value(mails.at(0).references.first()).bytes, QByteArray("ghost@x"));
}

void TestStore::findsAMailByItsMessageId()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").references({"ghost@x"}).mail()});
    QCOMPARE(library.store.findMail(library.list, MessageId{"a@x"}).result().value()->id.bytes,
             QByteArray("a@x"));
    QVERIFY(!library.store.findMail(library.list, MessageId{"ghost@x"}).result().value());
    QVERIFY(!library.store.findMail(library.list, MessageId{"never@x"}).result().value());
    QVERIFY(!library.store.findMail(ListId{77}, MessageId{"a@x"}).result().value());
}

void TestStore::givesTheThreadsOfTheNewestMails()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    library.save({PreparedBuilder("old@x").utc(10).mail(), PreparedBuilder("root@x").utc(20).mail(),
                  PreparedBuilder("middle@x").utc(30).mail(),
                  PreparedBuilder("newest@x").utc(40).references({"root@x"}).mail()});
    library.save({PreparedBuilder("elsewhere@x").utc(50).mail()}, other);
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto threads = [&](int count) {
        return partition(library.store.newestMails(library.list, count).result().value());
    };
    QVERIFY(threads(0).isEmpty());
    QCOMPARE(threads(1), (QList<QList<QByteArray>>{{"newest@x", "root@x"}}));
    QCOMPARE(threads(2), (QList<QList<QByteArray>>{{"middle@x"}, {"newest@x", "root@x"}}));
    QCOMPARE(threads(100), partition(library.store.mails(library.list, std::nullopt).result().value()));
}

void TestStore::readStateIsKept()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail()});
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QVERIFY(library.store.setRead({mails.at(1).row, MailId{4711}}, true).result());
    const auto after = library.store.mails(library.list, std::nullopt).result().value();
    QVERIFY(!after.at(0).read);
    QVERIFY(after.at(1).read);
    QVERIFY(library.store.setRead({mails.at(1).row}, false).result());
    QVERIFY(!library.store.mails(library.list, std::nullopt).result()->at(1).read);
}

void TestStore::rawMailsComeInTheOrderAsked()
{
    StoreFixture library;
    const PreparedBuilder a("a@x");
    const PreparedBuilder b("b@x");
    library.save({a.mail(), b.mail()});
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    const auto frames
        = library.store.compressedMails({mails.at(1).row, mails.at(0).row, mails.at(1).row}).result().value();
    QCOMPARE(frames.size(), 3);
    QCOMPARE(decompress(frames.at(0)).value(), b.raw());
    QCOMPARE(decompress(frames.at(1)).value(), a.raw());
    QCOMPARE(decompress(frames.at(2)).value(), b.raw());
    QVERIFY(library.store.compressedMails({}).result()->empty());
}

void TestStore::aMailThatIsGoneIsAnError()
{
    StoreFixture library;
    QCOMPARE(library.store.rawMail(MailId{5}).result().error().code, ErrorCode::NotFound);
    QCOMPARE(library.store.compressedMails({MailId{5}}).result().error().code, ErrorCode::NotFound);
    QVERIFY(library.store.threadMails(ThreadId{5}).result()->empty());
}

void TestStore::aRemovedListTakesItsMailAlongAndNoOther()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("a@x").body("variant").mail(),
                  PreparedBuilder("b@x").mail()});
    library.save({PreparedBuilder("a@x").mail(), PreparedBuilder("c@x").mail()}, other);
    QVERIFY(library.store.updateThreads(library.list).result());
    const MailId gone = library.store.mails(library.list, std::nullopt).result()->front().row;
    QVERIFY(library.store.removeList(library.list).result());

    const auto lists = library.store.lists().result().value();
    QCOMPARE(lists.size(), 1);
    QCOMPARE(lists.first().id, other);
    QCOMPARE(lists.first().mails, 2);
    QVERIFY(library.store.mails(library.list, std::nullopt).result()->empty());
    QVERIFY(library.store.weeks(library.list).result()->isEmpty());
    QCOMPARE(library.store.rawMail(gone).result().error().code, ErrorCode::NotFound);
    QCOMPARE(library.store.mails(other, std::nullopt).result()->size(), 2);
    QVERIFY(library.store.removeList(library.list).result()); // once more is no error
}

void TestStore::aRemovedListComesBackUnderItsName()
{
    StoreFixture library;
    SummaryRecord summary;
    summary.list = library.list;
    summary.anchor = MessageId{"a@x"};
    summary.text = u"What it says [1]"_s;
    summary.created = QDateTime::currentDateTimeUtc();
    QVERIFY(library.store.saveSummary(summary).result());
    QVERIFY(library.store.removeList(library.list).result());
    const ListId other = library.addList(u"other"_s);
    QVERIFY(other.value != library.list.value);
    QVERIFY(library.store.summaries(other, {summary.anchor}).result()->isEmpty());
    const ListId back = library.addList(u"kvmarm"_s);
    QCOMPARE(library.store.summaries(back, {summary.anchor}).result()->size(), 1);
    QCOMPARE(library.store.lists().result()->size(), 2);
    QCOMPARE(library.save({PreparedBuilder("a@x").mail()}, back).added, 1);
}

void TestStore::refusesMailForAListThatIsGone()
{
    StoreFixture library;
    QCOMPARE(library.store.saveBatch(ListId{55}, {PreparedBuilder("a@x").mail()}).result().error().code,
             ErrorCode::NotFound);
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(library.store.saveBatch(library.list, {PreparedBuilder("a@x").mail()}).result().error().code,
             ErrorCode::NotFound);
    ListRecord stale{library.list, u"kvmarm"_s, {}, {}, 0};
    QCOMPARE(library.store.saveList(stale).result().error().code, ErrorCode::NotFound);
}

void TestStore::tenThousandReferencesAreTaken()
{
    StoreFixture library;
    PreparedMail mail = PreparedBuilder("a@x").mail();
    for (int i = 0; i < 10'500; ++i)
        mail.envelope.references.append(MessageId{"r" + QByteArray::number(i) + "@x"});
    QCOMPARE(library.save({mail}).added, 1);
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QCOMPARE(mails.front().references.size(), 10'000);
    const IdNumber last = mails.front().references.last(); // the nearest ancestors are the ones kept
    QCOMPARE(library.store.messageIds({last}).result()->value(last).bytes, QByteArray("r10499@x"));
}

void TestStore::callsAreAnsweredInOrder()
{
    StoreFixture library;
    auto saved = library.store.saveBatch(library.list, {PreparedBuilder("a@x").mail()});
    auto read = library.store.mails(library.list, std::nullopt);
    auto removed = library.store.removeList(library.list);
    auto empty = library.store.mails(library.list, std::nullopt);
    QCOMPARE(empty.result()->size(), 0);
    QVERIFY(removed.isFinished() && read.isFinished() && saved.isFinished());
    QCOMPARE(read.result()->size(), 1);
}

void TestStore::callsNotBegunAreDroppedWithTheStore()
{
    QTemporaryDir folder;
    QList<QFuture<Status>> futures;
    {
        Store store(folder.filePath(u"library.sqlite"_s));
        futures.append(store.open());
        for (int i = 0; i < 2000; ++i)
            futures.append(store.saveNote(u"key"_s, QByteArray::number(i)));
    }
    int done = 0;
    for (const QFuture<Status>& future : futures) {
        QVERIFY(future.isFinished());
        done += future.resultCount();
    }
    QVERIFY(done < futures.size());
    Store store(folder.filePath(u"library.sqlite"_s));
    QVERIFY(store.open().result());
}

void TestStore::notesAreKeptAndForgotten()
{
    StoreFixture library;
    QVERIFY(library.store.note(u"none"_s).result()->isEmpty());
    QVERIFY(library.store.saveNote(u"endpoint"_s, QByteArray("a\0b", 3)).result());
    QVERIFY(library.store.saveNote(u"endpoint"_s, QByteArray("c\0d", 3)).result());
    QCOMPARE(library.store.note(u"endpoint"_s).result().value(), QByteArray("c\0d", 3));
    QVERIFY(library.store.saveNote(u"endpoint"_s, {}).result());
    QVERIFY(library.store.note(u"endpoint"_s).result()->isEmpty());
}

void TestStore::everythingIsThereAfterReopening()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    ListId list;
    {
        Store store(file);
        QVERIFY(store.open().result());
        list = store.saveList({{}, u"kvmarm"_s, {}, {}, 0}).result()->id;
        QVERIFY(store.saveBatch(list, {PreparedBuilder("a@x").mail()}).result());
        QVERIFY(store.saveNote(u"k"_s, "v").result());
    }
    Store store(file);
    QVERIFY(store.open().result());
    QCOMPARE(store.mails(list, std::nullopt).result()->size(), 1);
    QCOMPARE(store.note(u"k"_s).result().value(), QByteArray("v"));
    // Ids go on where they ended.
    QVERIFY(store.saveBatch(list, {PreparedBuilder("b@x").references({"a@x"}).mail()}).result());
    const auto mails = store.mails(list, std::nullopt).result().value();
    QVERIFY(mails.at(0).row < mails.at(1).row);
    QCOMPARE(mails.at(1).references, QList<IdNumber>{mails.at(0).number});
}

void TestStore::twoProgramsShareALibrary()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    Store one(file);
    Store two(file);
    auto openedOne = one.open(); // both at once, on a file that is not there yet
    auto openedTwo = two.open();
    QVERIFY(openedOne.result() && openedTwo.result());
    const ListId first = one.saveList({{}, u"first"_s, {}, {}, 0}).result()->id;
    const ListId second = two.saveList({{}, u"second"_s, {}, {}, 0}).result()->id;
    QList<QFuture<Result<BatchOutcome>>> saved;
    for (int i = 0; i < 60; ++i) {
        const QByteArray id = QByteArray::number(i) + "@x";
        const PreparedMail mail
            = PreparedBuilder(id).references({"root@x", QByteArray::number(i + 1) + "@x"}).mail();
        saved.append(one.saveBatch(first, {mail}));
        saved.append(two.saveBatch(second, {mail}));
        saved.append(two.saveBatch(first, {mail}));
    }
    int added = 0;
    for (const auto& batch : std::as_const(saved)) {
        const Result<BatchOutcome> outcome = batch.result();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        added += outcome->added;
    }
    QCOMPARE(added, 120);
    QVERIFY(one.updateThreads(second).result());
    QVERIFY(two.updateThreads(first).result());
    for (Store* store : {&one, &two}) {
        for (const ListId list : {first, second}) {
            const auto mails = store->mails(list, std::nullopt).result().value();
            QCOMPARE(mails.size(), 60U);
            QCOMPARE(partition(mails).size(), 1);
            QCOMPARE(store->messageIds({mails.back().number}).result()->value(mails.back().number),
                     mails.back().id);
        }
    }
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
