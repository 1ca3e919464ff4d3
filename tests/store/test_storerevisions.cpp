// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::test;
using store::Store;

class TestStoreRevisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesWhatMayBeAPosting();
    void keepsNotes();
    void losesNotesWithTheirMail();
    void keepsDecisions();
    void decisionsOutliveTheMail();

private:
    static Store::RevisionMaterial material(StoreFixture& library, qint64 since = 0,
                                            qint64 before = 1LL << 40)
    {
        return awaited(library.store.revisionMaterial(library.list, since, before)).value();
    }
};

void TestStoreRevisions::givesWhatMayBeAPosting()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("a@x").subject(u"[PATCH v2 0/2] KVM: x"_s).utc(1000).mail(),
        PreparedBuilder("b@x").subject(u"Re: [PATCH v2 0/2] KVM: x"_s).references({"a@x"}).utc(1100).mail(),
        PreparedBuilder("late@x").subject(u"[PATCH v3 0/2] KVM: x"_s).utc(9000).mail(),
    });
    QVERIFY(awaited(library.store.updateThreads(library.list)));
    const Store::RevisionMaterial all = material(library);
    QCOMPARE(all.mails.size(), 2U);
    const auto first = std::find_if(all.mails.begin(), all.mails.end(),
                                    [](const thread::SeriesMail& m) { return m.id.bytes == "a@x"; });
    QVERIFY(first != all.mails.end());
    QCOMPARE(first->subject, u"[PATCH v2 0/2] KVM: x"_s);
    QCOMPARE(first->from.address, u"ada@example.invalid"_s);
    QCOMPARE(first->utc, 1000);
    QVERIFY(first->row.isValid() && first->thread.isValid());
    QCOMPARE(material(library, 500, 5000).mails.size(), 1U);
    QCOMPARE(material(library, 1001, 9000).mails.size(), 0U);
}

void TestStoreRevisions::keepsNotes()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").subject(u"[PATCH] KVM: x"_s).mail()});
    const MailId row = material(library).mails.front().row;
    QVERIFY(material(library).notes.isEmpty());
    thread::RevisionNotes notes;
    notes.changeId = u"20250501-x-1234abcd"_s;
    notes.links = {{MessageId{"v1 p@x"}, {1, 12}, true}, {MessageId{"caf\xc3\xa9<@x"}, {}, false}};
    notes.changedFrom = {6, 5};
    QVERIFY(awaited(library.store.saveRevisionNotes({{row, notes}, {MailId{4711}, notes}})));
    const auto kept = material(library).notes;
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.value(row), notes);
    QVERIFY(awaited(library.store.saveRevisionNotes({{row, {}}})));
    QCOMPARE(material(library).notes.value(row), thread::RevisionNotes());
}

void TestStoreRevisions::losesNotesWithTheirMail()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").subject(u"[PATCH] KVM: x"_s).mail()});
    const MailId row = material(library).mails.front().row;
    QVERIFY(awaited(library.store.saveRevisionNotes({{row, {}}})));
    QVERIFY(awaited(library.store.removeList(library.list)));
    QVERIFY(material(library).mails.empty());
    QVERIFY(material(library).notes.isEmpty());
}

void TestStoreRevisions::keepsDecisions()
{
    StoreFixture library;
    const MessageId a{"a@x"};
    const MessageId b{"b@x"};
    QVERIFY(awaited(library.store.decideRevisions({{b, a}, {a, {}}}, {})));
    QCOMPARE(material(library).decisions.size(), 2);
    QVERIFY(awaited(library.store.decideRevisions({{b, {}}}, {a})));
    QCOMPARE(material(library).decisions, (QList<thread::RevisionDecision>{{b, {}}}));
    QVERIFY(awaited(library.store.decideRevisions({}, {b, a})));
    QVERIFY(material(library).decisions.isEmpty());
}

void TestStoreRevisions::decisionsOutliveTheMail()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").subject(u"[PATCH] KVM: x"_s).mail()});
    QVERIFY(awaited(library.store.decideRevisions({{MessageId{"a@x"}, MessageId{"b@x"}}}, {})));
    QVERIFY(awaited(library.store.removeList(library.list)));
    QCOMPARE(material(library).decisions.size(), 1);
}

QTEST_GUILESS_MAIN(TestStoreRevisions)
#include "test_storerevisions.moc"
