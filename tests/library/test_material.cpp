// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"
#include "support/preparedmail.h"

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
    const auto week = loadListings(library.store, library.list, options).result().value();
    QCOMPARE(week.size(), 1U);
    QCOMPARE(week.front().count(), 2);
    QCOMPARE(week.front().newMails, 1);
    QCOMPARE(loadListings(library.store, library.list, {}).result()->size(), 2U);
}

void TestMaterial::bodiesBelongToTheListedMails()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("b@x").references({"a@x"}).utc(2000).body("> quoted\nsecond\n").mail(),
        PreparedBuilder("a@x").utc(1000).body("first\n").mail(),
    });
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto listings = loadListings(library.store, library.list, {}).result().value();
    QCOMPARE(listings.size(), 1U);
    const thread::Material material = loadMaterial(library.store, listings.front()).result().value();
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
    const auto listings = loadListings(library.store, library.list, {}).result().value();
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(loadMaterial(library.store, listings.front()).result().error().code, ErrorCode::NotFound);
}

void TestMaterial::damagedMailIsAnError()
{
    StoreFixture library;
    store::PreparedMail mail = PreparedBuilder("a@x").mail();
    mail.compressed = "no frame";
    library.save({mail});
    const auto listings = loadListings(library.store, library.list, {}).result().value();
    QCOMPARE(loadMaterial(library.store, listings.front()).result().error().code, ErrorCode::Malformed);
}

void TestMaterial::errorsOfTheStoreComeThrough()
{
    QTemporaryDir folder;
    store::Store store(folder.filePath(u"library.sqlite"_s)); // never opened
    QVERIFY(!loadListings(store, ListId{1}, {}).result());
    QVERIFY(!loadMaterial(store, {}).result());
}

QTEST_GUILESS_MAIN(TestMaterial)
#include "test_material.moc"
