// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QTest>

using namespace lb;
using namespace lb::library;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestMaterial : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listingsHoldWhatThePeriodShows();
    void bodiesBelongToTheListedMails();
    void mailThatIsGoneIsAnError();
    void damagedMailIsAnError();
    void errorsOfTheStoreComeThrough();
};

void TestMaterial::listingsHoldWhatThePeriodShows()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("old@x").subject(u"[PATCH] a"_s).utc(1'749'000'000).mail(),
        PreparedBuilder("new@x").subject(u"Re: [PATCH] a"_s).references({"old@x"}).utc(1'750'100'000).mail(),
        PreparedBuilder("other@x").subject(u"b?"_s).utc(1'749'000'000).mail(),
    });
    QVERIFY(library.store.updateThreads(library.list).result());
    thread::ListingOptions options;
    options.period = thread::Period{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    const auto week = test::awaited(loadListings(library.store, library.list, options)).value();
    QCOMPARE(week.size(), 1U);
    QCOMPARE(week.front().count(), 2);
    QCOMPARE(week.front().newMails, 1);
    QCOMPARE(test::awaited(loadListings(library.store, library.list, {}))->size(), 2U);
}

void TestMaterial::bodiesBelongToTheListedMails()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("b@x").references({"a@x"}).utc(2000).body("> quoted\nsecond\n").mail(),
        PreparedBuilder("a@x").utc(1000).body("first\n").mail(),
    });
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto listings = test::awaited(loadListings(library.store, library.list, {})).value();
    QCOMPARE(listings.size(), 1U);
    const thread::Material material = test::awaited(loadMaterial(library.store, listings.front())).value();
    QCOMPARE(material.bodies.size(), 2U);
    QVERIFY(material.bodies.at(0).text.contains(u"first"_s));
    QVERIFY(material.bodies.at(1).text.contains(u"second"_s));
    QCOMPARE(material.bodies.at(1).lines.front().kind, mail::LineKind::Quote);
    QCOMPARE(material.listing.mails.at(1).mail.id.bytes, QByteArray("b@x"));
}

void TestMaterial::mailThatIsGoneIsAnError()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").mail()});
    const auto listings = test::awaited(loadListings(library.store, library.list, {})).value();
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(test::awaited(loadMaterial(library.store, listings.front())).error().code, ErrorCode::NotFound);
}

void TestMaterial::damagedMailIsAnError()
{
    StoreFixture library;
    store::PreparedMail mail = PreparedBuilder("a@x").mail();
    mail.compressed = "no frame";
    library.save({mail});
    const auto listings = test::awaited(loadListings(library.store, library.list, {})).value();
    QCOMPARE(test::awaited(loadMaterial(library.store, listings.front())).error().code, ErrorCode::Malformed);
}

void TestMaterial::errorsOfTheStoreComeThrough()
{
    QTemporaryDir folder;
    store::Store store(folder.filePath(u"library.sqlite"_s)); // never opened
    QVERIFY(!test::awaited(loadListings(store, ListId{1}, {})));
    QVERIFY(!test::awaited(loadMaterial(store, {})));
}

QTEST_GUILESS_MAIN(TestMaterial)
#include "test_material.moc"
