// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/preparedmail.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryFieldNewestFirst();
    void readsSinceATimeAndNoMoreThanAsked();
};

void TestLedger::givesBackEveryFieldNewestFirst()
{
    StoreFixture library;
    LedgerEntry full;
    full.when = QDateTime(QDate(2025, 6, 22), QTime(10, 0, 0, 123), Qt::UTC);
    full.list = library.list;
    full.anchor = MessageId{QByteArray("\xe4/+%@x")};
    full.provider = u"local"_s;
    full.asked = u"m"_s;
    full.model = u"m-2025"_s;
    full.tokensIn = 1200;
    full.tokensOut = 300;
    full.estimated = true;
    full.micros = 1'234'567;
    full.currency = u"CNY"_s;
    full.kind = CallKind::Translate;
    full.outcome = CallOutcome::Cancelled;
    LedgerEntry bare;
    bare.when = full.when.addSecs(1);
    QVERIFY(library.store.addToLedger(full).result());
    QVERIFY(library.store.addToLedger(bare).result());
    QCOMPARE(library.store.ledger({}).result().value(), (QList<LedgerEntry>{bare, full}));
}

void TestLedger::readsSinceATimeAndNoMoreThanAsked()
{
    StoreFixture library;
    LedgerEntry entry;
    for (int minute = 0; minute < 5; ++minute) {
        entry.when = QDateTime(QDate(2025, 6, 22), QTime(10, minute), Qt::UTC);
        QVERIFY(library.store.addToLedger(entry).result());
    }
    QCOMPARE(library.store.ledger(entry.when.addSecs(-60)).result()->size(), 2);
    QCOMPARE(library.store.ledger({}, 3).result()->size(), 3);
    QCOMPARE(library.store.ledger({}, 3).result()->first().when, entry.when);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
