// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/faults.h"
#include "support/preparedmail.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

SummaryRecord summaryFor(ListId list, const QString& text)
{
    SummaryRecord summary;
    summary.list = list;
    summary.anchor = MessageId{"root@x"};
    summary.kind = SummaryKind::Model;
    summary.text = text;
    summary.key = "key of " + text.toUtf8();
    summary.created = QDateTime(QDate(2025, 6, 22), QTime(10, 0), Qt::UTC);
    return summary;
}

Receipt fullReceipt()
{
    Receipt receipt;
    receipt.kind = RunKind::Update;
    receipt.base = SummaryId{7};
    receipt.system = u"You summarise\none thread."_s;
    receipt.user = u"# 邮件 \u0000 \"quoted\" {{facts}}"_s;
    receipt.schema = R"({"type":"object"})";
    receipt.repair = u"Your last answer …"_s;
    receipt.mails = {{MessageId{QByteArray("\xe4\xbd\xff@x")}, QByteArray("\0\x01\xff", 3), 12, 40},
                     {MessageId{"b@x"}, "hash", 0, 3}};
    receipt.endpoint = u"https://llm.example.invalid:8443"_s;
    receipt.modelAsked = u"m"_s;
    receipt.modelAnswered = u"m-2025"_s;
    receipt.tokensIn = 1200;
    receipt.tokensOut = 300;
    receipt.tokensEstimated = true;
    receipt.started = QDateTime(QDate(2025, 6, 22), QTime(10, 0, 1, 234), Qt::UTC);
    receipt.elapsed = 4321;
    receipt.instruction = u"focus on the locking question"_s;
    return receipt;
}

QStringList texts(const QList<SummaryEdit>& edits)
{
    QStringList all;
    for (const SummaryEdit& edit : edits)
        all.append(edit.text);
    return all;
}

SummaryEdit editOf(ListId list, const QByteArray& anchor, const QString& text, int minute = 0)
{
    return {list, MessageId{anchor}, text, SummaryId{3},
            QDateTime(QDate(2025, 6, 23), QTime(9, minute), Qt::UTC)};
}

} // namespace

class TestStoreReceipts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReceiptComesBackAsItWas();
    void whatIsNoReceiptIsAnError_data();
    void whatIsNoReceiptIsAnError();
    void everyPartIsBounded();
    void isKeptWithItsSummary();
    void aSummaryIsSavedWithItsReceiptOrNotAtAll();
    void keepsWhatAModelWasAskedFor();
    void anEditRoundTrip();
    void anEditNeedsTextAndThread();
    void aThreadHasOneEdit();
    void noRunTouchesAnEdit();
};

void TestStoreReceipts::aReceiptComesBackAsItWas()
{
    const Result<Receipt> back = receiptFromJson(receiptJson(fullReceipt()));
    QVERIFY(back);
    QCOMPARE(*back, fullReceipt());
    Receipt least;
    least.started = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QCOMPARE(*receiptFromJson(receiptJson(least)), least);
}

void TestStoreReceipts::whatIsNoReceiptIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut") << receiptJson(fullReceipt()).chopped(1);
}

void TestStoreReceipts::whatIsNoReceiptIsAnError()
{
    QFETCH(QByteArray, json);
    QCOMPARE(receiptFromJson(json).error().code, ErrorCode::Malformed);
}

void TestStoreReceipts::everyPartIsBounded()
{
    Receipt huge;
    huge.user = QString(9'000'000, u'x');
    huge.endpoint = QString(5000, u'y');
    huge.mails.resize(100'010);
    const Receipt back = *receiptFromJson(receiptJson(huge));
    QCOMPARE(back.user.size(), 8'000'000);
    QCOMPARE(back.endpoint.size(), 1000);
    QCOMPARE(back.mails.size(), 100'000);
    const Receipt odd = *receiptFromJson(R"({"kind":"later","base":"x","mails":[1,{}],"tokens_in":1e99})");
    QVERIFY(odd.kind == RunKind::Whole);
    QCOMPARE(odd.mails.size(), 2);
}

void TestStoreReceipts::isKeptWithItsSummary()
{
    StoreFixture library;
    const SummaryRecord with
        = library.store.saveSummary(summaryFor(library.list, u"a"_s), fullReceipt()).result().value();
    const SummaryRecord without
        = library.store.saveSummary(summaryFor(library.list, u"b"_s)).result().value();
    QCOMPARE(library.store.receipt(with.id).result().value(), fullReceipt());
    QCOMPARE(library.store.receipt(without.id).result().error().code, ErrorCode::NotFound);
}

/// Wherever saving breaks off, a kill included: the old version is still the one that is shown.
void TestStoreReceipts::aSummaryIsSavedWithItsReceiptOrNotAtAll()
{
    for (int calls = 0;; ++calls) {
        const auto faults = std::make_shared<FaultPlan>();
        StoreFixture library(faults);
        const SummaryId old
            = library.store.saveSummary(summaryFor(library.list, u"old"_s), fullReceipt()).result()->id;
        faults->failAfter(calls);
        const bool saved = library.store.saveSummary(summaryFor(library.list, u"new"_s), fullReceipt())
                               .result()
                               .has_value();
        faults->failAfter(-1);
        const QList<SummaryRecord> all
            = library.store.summaries(library.list, {MessageId{"root@x"}}).result().value();
        QCOMPARE(all.size(), saved ? 2 : 1);
        for (const SummaryRecord& one : all) {
            QVERIFY(library.store.receipt(one.id).result());
            QCOMPARE(one.current, saved == (one.id != old));
        }
        QVERIFY(saved || !library.store.cachedSummary(library.list, "key of new").result().value());
        if (saved) {
            QVERIFY(calls > 4);
            return;
        }
    }
}

void TestStoreReceipts::keepsWhatAModelWasAskedFor()
{
    StoreFixture library;
    SummaryRecord summary = summaryFor(library.list, u"a"_s);
    summary.modelAsked = u"m"_s;
    summary.instruction = u"focus"_s;
    summary.claims = {{u"It fixes A"_s, {1}, true, {}, {}, u"change"_s}};
    QVERIFY(library.store.saveSummary(summary).result());
    const SummaryRecord back
        = library.store.summaries(library.list, {summary.anchor}).result().value().first();
    QCOMPARE(back.modelAsked, u"m"_s);
    QCOMPARE(back.instruction, u"focus"_s);
    QCOMPARE(back.claims.first().kind, u"change"_s);
}

void TestStoreReceipts::anEditRoundTrip()
{
    StoreFixture library;
    const SummaryEdit edit = editOf(library.list, "root@x", u"My **own** words 中文 [1]"_s);
    QVERIFY(library.store.saveEdit(edit).result());
    const QList<MessageId> anchors{MessageId{"else@x"}, edit.anchor};
    QCOMPARE(library.store.edits(library.list, anchors).result().value(), QList<SummaryEdit>{edit});
    QVERIFY(library.store.edits(library.addList(u"other"_s), anchors).result()->isEmpty());
    QVERIFY(library.store.removeEdit(library.list, edit.anchor).result());
    QVERIFY(library.store.edits(library.list, anchors).result()->isEmpty());
    QVERIFY(library.store.removeEdit(library.list, edit.anchor).result());
}

void TestStoreReceipts::anEditNeedsTextAndThread()
{
    StoreFixture library;
    QCOMPARE(library.store.saveEdit(editOf(library.list, "root@x", u" \n"_s)).result().error().code,
             ErrorCode::Usage);
    QCOMPARE(library.store.saveEdit(editOf(library.list, "", u"a"_s)).result().error().code,
             ErrorCode::Usage);
    QCOMPARE(library.store.saveEdit(editOf(library.list, "root@x", QString(longestEdit + 1, u'a')))
                 .result()
                 .error()
                 .code,
             ErrorCode::TooLarge);
}

void TestStoreReceipts::aThreadHasOneEdit()
{
    StoreFixture library;
    library.save({PreparedBuilder("patch@x").references({"cover@x"}).mail()});
    QVERIFY(library.store.updateThreads(library.list).result());
    QVERIFY(library.store.saveEdit(editOf(library.list, "patch@x", u"early"_s)).result());
    QVERIFY(library.store.saveEdit(editOf(library.list, "else@x", u"else"_s)).result());
    library.save({PreparedBuilder("cover@x").mail()});
    QVERIFY(library.store.updateThreads(library.list).result());
    const QList<MessageId> thread{MessageId{"cover@x"}, MessageId{"patch@x"}};
    QVERIFY(library.store.saveEdit(editOf(library.list, "cover@x", u"late"_s, 1)).result());
    QCOMPARE(texts(library.store.edits(library.list, thread).result().value()), QStringList{u"late"_s});
    QVERIFY(library.store.removeEdit(library.list, MessageId{"patch@x"}).result());
    QVERIFY(library.store.edits(library.list, thread).result()->isEmpty());
    QCOMPARE(library.store.edits(library.list, {MessageId{"else@x"}}).result()->size(), 1);
}

void TestStoreReceipts::noRunTouchesAnEdit()
{
    StoreFixture library;
    const SummaryEdit edit = editOf(library.list, "root@x", u"mine"_s);
    QVERIFY(library.store.saveEdit(edit).result());
    QVERIFY(library.store.saveSummary(summaryFor(library.list, u"new"_s), fullReceipt()).result());
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(library.store.edits(library.list, {edit.anchor}).result().value(), QList<SummaryEdit>{edit});
}

QTEST_GUILESS_MAIN(TestStoreReceipts)
#include "test_storereceipts.moc"
