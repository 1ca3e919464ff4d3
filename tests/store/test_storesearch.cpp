// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "mail/messageparser.h"
#include "store/searchquery.h"
#include "support/preparedmail.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

/// As library::IndexJob does it.
void indexAll(Store& store, int limit = 3)
{
    MailId after;
    for (;;) {
        const auto mails = store.unindexed(limit, after).result().value();
        if (mails.empty())
            return;
        std::vector<Store::IndexText> texts;
        for (const Store::Unindexed& mail : mails) {
            const QString text = mail::parseText(decompress(mail.compressed).value()).text;
            texts.push_back({mail.mail, mail::spacedForSearch(mail.subject),
                             mail::spacedForSearch(mail.sender),
                             mail::searchText(mail::classify(text)).toUtf8()});
        }
        after = mails.back().mail;
        QVERIFY(store.saveIndex(std::move(texts)).result());
    }
}

} // namespace

class TestStoreSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesQueriesApart_data();
    void takesQueriesApart();
    void findsMails_data();
    void findsMails();
    void newestComesFirstAndTheLimitHolds();
    void staysWithinItsList();
    void snippetShowsTheMatch_data();
    void snippetShowsTheMatch();
    void indexingIsResumable();
    void indexingTwiceFindsOnce();
    void aRemovedListIsNotFoundAndMostlyRemovedIsIndexedAnew();
    void textsHandedOutBeforeTheIndexWasEmptiedLeaveNoGap();
    void largeMailsComeInSmallerPortions();
};

void TestStoreSearch::takesQueriesApart_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QString>("match");
    QTest::newRow("nothing") << u""_s << QStringList() << u""_s;
    QTest::newRow("spaces") << u"  \t\n "_s << QStringList() << u""_s;
    QTest::newRow("words") << u" vgic  irq "_s << QStringList{u"vgic"_s, u"irq"_s} << uR"("vgic" "irq")"_s;
    QTest::newRow("phrase") << uR"("page  table" walk)"_s << QStringList{u"page table"_s, u"walk"_s}
                            << uR"("page table" "walk")"_s;
    QTest::newRow("open phrase") << uR"(a "b c)"_s << QStringList{u"a"_s, u"b c"_s} << uR"("a" "b c")"_s;
    QTest::newRow("quote inside") << uR"(x"y"z)"_s << QStringList{u"x"_s, u"y"_s, u"z"_s}
                                  << uR"("x" "y" "z")"_s;
    QTest::newRow("quotes only") << uR"("""" "")"_s << QStringList() << u""_s;
    QTest::newRow("operators are words")
        << u"a OR NOT b*"_s << QStringList{u"a"_s, u"OR"_s, u"NOT"_s, u"b*"_s} << uR"("a" "OR" "NOT" "b*")"_s;
    QTest::newRow("marks are dropped") << u"* - ^ ( ) :"_s << QStringList() << u""_s;
    QTest::newRow("CJK is a phrase of characters") << u"页表"_s << QStringList{u"页表"_s} << uR"("页 表")"_s;
}

void TestStoreSearch::takesQueriesApart()
{
    QFETCH(QString, typed);
    const SearchQuery query = parseQuery(typed);
    QTEST(query.terms, "terms");
    QTEST(query.match, "match");
}

void TestStoreSearch::findsMails_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found"); // subjects' first letters, newest first
    const auto row = [](const QString& query, const QStringList& found) {
        QTest::newRow(qPrintable(query)) << query << found;
    };
    row(u"interrupt"_s, {u"a"_s});
    row(u"INTERRUPT"_s, {u"a"_s});
    row(u"vgic"_s, {u"b"_s, u"a"_s});
    row(u"vgic storm"_s, {u"a"_s});
    row(u"storm vgic"_s, {u"a"_s});
    row(u"\"interrupt storm\""_s, {u"a"_s});
    row(u"\"storm interrupt\""_s, {});
    row(u"kvm_vgic_inject_irq"_s, {u"b"_s});
    row(u"arch/arm64/kvm/vgic.c"_s, {u"c"_s});
    row(u"页表"_s, {u"d"_s});
    row(u"表页"_s, {});
    row(u"合并"_s, {u"d"_s});
    row(u"Zoe"_s, {u"d"_s}); // without its diacritic
    row(u"zoë@example.invalid"_s, {});
    row(u"quotedword"_s, {}); // another mail's words
    row(u"NEAR(a b)"_s, {});
    row(u"subject:vgic"_s, {});
    row(u"vg*"_s, {});
    row(u"vgic OR"_s, {});
    row(u"')"_s, {});
    row(u"\"\"\""_s, {});
    row(u"C++ {x} + ^a : -b"_s, {});
}

void TestStoreSearch::findsMails()
{
    QFETCH(QString, query);
    StoreFixture library;
    library.save({
        PreparedBuilder("a@x")
            .subject(u"a storm"_s)
            .body("The vgic sees an interrupt storm.\n")
            .utc(1)
            .mail(),
        PreparedBuilder("b@x")
            .subject(u"b vgic"_s)
            .body("> quotedword\n\nSee kvm_vgic_inject_irq() please.\n")
            .utc(2)
            .mail(),
        PreparedBuilder("c@x")
            .subject(u"c"_s)
            .body("Fix.\n---\n arch/arm64/kvm/vgic.c | 2 +-\n\ndiff --git a/arch/arm64/kvm/vgic.c "
                  "b/arch/arm64/kvm/vgic.c\n"
                  "--- a/arch/arm64/kvm/vgic.c\n+++ b/arch/arm64/kvm/vgic.c\n@@ -1 +1 "
                  "@@\n-hunkword\n+hunkword\n")
            .utc(3)
            .mail(),
        PreparedBuilder("d@x")
            .subject(u"d 页表合并"_s)
            .from(u"Zoë"_s, u"z@example.invalid"_s)
            .body("x\n")
            .utc(4)
            .mail(),
    });
    indexAll(library.store);
    const auto hits = library.store.search(library.list, query, 10).result();
    QVERIFY2(hits, hits ? "" : qPrintable(hits.error().detail));
    QStringList found;
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    for (const SearchHit& hit : *hits) {
        for (const thread::Mail& mail : mails) {
            if (mail.row == hit.mail)
                found.append(mail.subject.left(1));
        }
    }
    if (query == u"vgic"_s)
        found.removeAll(u"c"_s); // by the file its diff touches
    QTEST(found, "found");
}

void TestStoreSearch::newestComesFirstAndTheLimitHolds()
{
    StoreFixture library;
    std::vector<PreparedMail> mails;
    for (int i = 0; i < 30; ++i)
        mails.push_back(PreparedBuilder("m" + QByteArray::number(i) + "@x")
                            .utc((i * 7) % 30)
                            .body("common word\n")
                            .mail());
    library.save(mails);
    indexAll(library.store, 7);
    QCOMPARE(library.store.search(library.list, u"common"_s, 100).result()->size(), 30);
    const auto hits = library.store.search(library.list, u"common"_s, 5).result().value();
    QCOMPARE(hits.size(), 5);
    const auto all = library.store.mails(library.list, std::nullopt).result().value();
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const auto mail = std::ranges::find(all, hits.at(i).mail, &thread::Mail::row);
        QCOMPARE(mail->date.utc, 29 - i);
        QCOMPARE(mail->thread, hits.at(i).thread);
    }
}

void TestStoreSearch::staysWithinItsList()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    library.save({PreparedBuilder("a@x").body("word\n").mail(), PreparedBuilder("b@x").body("word\n").mail()},
                 other);
    indexAll(library.store);
    QCOMPARE(library.store.search(library.list, u"word"_s, 10).result()->size(), 1);
    QCOMPARE(library.store.search(other, u"word"_s, 10).result()->size(), 2);
    QCOMPARE(library.store.search(ListId{99}, u"word"_s, 10).result()->size(), 0);
}

void TestStoreSearch::snippetShowsTheMatch_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("expected");
    const QByteArray filler = QByteArray("lorem ipsum dolor sit amet ").repeated(20);
    QTest::newRow("short") << QByteArray("Hello there\n") << u"hello"_s << u"Hello there"_s;
    QTest::newRow("over a line end") << QByteArray("a page\ntable walk\n") << u"page table"_s
                                     << u"a page table walk"_s;
    QTest::newRow("no match: the beginning") << QByteArray("Hello\n") << u"absent"_s << u"Hello"_s;
    QTest::newRow("quotes are left out")
        << QByteArray("> needle, says she\n\nmy needle\n") << u"needle"_s << u"my needle"_s;
    QTest::newRow("in the middle") << filler + "needle " + filler << u"needle"_s << u""_s;
}

void TestStoreSearch::snippetShowsTheMatch()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, term);
    QFETCH(QString, expected);
    const QString snippet = snippetOf(PreparedBuilder("a@x").body(body).raw(), {term});
    if (!expected.isEmpty()) {
        QCOMPARE(snippet, expected);
        return;
    }
    QVERIFY(snippet.contains(term));
    QVERIFY(snippet.startsWith(u'…') && snippet.endsWith(u'…'));
    QVERIFY(snippet.size() < 200);
}

void TestStoreSearch::indexingIsResumable()
{
    StoreFixture library;
    std::vector<PreparedMail> mails;
    for (int i = 0; i < 10; ++i)
        mails.push_back(PreparedBuilder("m" + QByteArray::number(i) + "@x").body("word\n").mail());
    library.save(mails);
    QCOMPARE(library.store.unindexedCount().result().value(), 10);
    const auto first = library.store.unindexed(4).result().value();
    QCOMPARE(first.size(), 4);
    QCOMPARE(first.front().sender, u"Ada Example ada@example.invalid"_s);
    // Handed out ahead, saved later.
    const auto second = library.store.unindexed(4, first.back().mail).result().value();
    QVERIFY(first.back().mail < second.front().mail);
    const auto save = [&library](const std::vector<Store::Unindexed>& some) {
        std::vector<Store::IndexText> texts;
        for (const Store::Unindexed& mail : some)
            texts.push_back({mail.mail, mail.subject, mail.sender, "word"});
        return library.store.saveIndex(texts).result().has_value();
    };
    QVERIFY(save(first));
    QCOMPARE(library.store.unindexedCount().result().value(), 6);
    QCOMPARE(library.store.search(library.list, u"word"_s, 100).result()->size(), 4);
    QVERIFY(save(second));
    QCOMPARE(library.store.unindexed(100).result()->size(), 2);
}

void TestStoreSearch::indexingTwiceFindsOnce()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    const MailId mail = library.store.unindexed(1).result()->front().mail;
    for (int i = 0; i < 3; ++i)
        QVERIFY(library.store.saveIndex({{mail, u"s"_s, u"f"_s, "word"}}).result());
    QCOMPARE(library.store.search(library.list, u"word"_s, 10).result()->size(), 1);
    QVERIFY(library.store.saveIndex({}).result());
    QVERIFY(library.store.unindexed(10).result()->empty());
}

void TestStoreSearch::aRemovedListIsNotFoundAndMostlyRemovedIsIndexedAnew()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    library.save({PreparedBuilder("b@x").body("word\n").mail(), PreparedBuilder("c@x").body("word\n").mail(),
                  PreparedBuilder("d@x").body("word\n").mail()},
                 other);
    indexAll(library.store);
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(library.store.search(library.list, u"word"_s, 10).result()->size(), 0);
    QCOMPARE(library.store.search(other, u"word"_s, 10).result()->size(), 3);
    QCOMPARE(library.store.unindexedCount().result().value(), 0);

    const ListId small = library.addList(u"small"_s);
    library.save({PreparedBuilder("e@x").body("word\n").mail()}, small);
    indexAll(library.store);
    QVERIFY(library.store.removeList(other).result()); // four rows of mails gone, one of a mail here
    QCOMPARE(library.store.unindexedCount().result().value(), 1);
    indexAll(library.store);
    QCOMPARE(library.store.search(small, u"word"_s, 10).result()->size(), 1);
    QCOMPARE(library.store.unindexedCount().result().value(), 0);
}

void TestStoreSearch::textsHandedOutBeforeTheIndexWasEmptiedLeaveNoGap()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    library.save({PreparedBuilder("b@x").mail(), PreparedBuilder("c@x").mail()}, other);
    indexAll(library.store);
    library.save({PreparedBuilder("d@x").body("word\n").mail()});
    const MailId handedOut = library.store.unindexed(10).result()->front().mail;
    QVERIFY(library.store.removeList(other).result()); // empties the index, in which two of three are gone
    QVERIFY(library.store.saveIndex({{handedOut, u"s"_s, u"f"_s, "word"}}).result());
    QCOMPARE(library.store.unindexedCount().result().value(), 2);
    indexAll(library.store);
    QCOMPARE(library.store.search(library.list, u"word"_s, 10).result()->size(), 2);
}

void TestStoreSearch::largeMailsComeInSmallerPortions()
{
    StoreFixture library;
    std::vector<PreparedMail> mails;
    for (int i = 0; i < 5; ++i) {
        mails.push_back(PreparedBuilder("m" + QByteArray::number(i) + "@x").mail());
        mails.back().compressed = QByteArray(3 << 20, 'z'); // as it stands; nobody opens it here
    }
    library.save(mails);
    QCOMPARE(library.store.unindexed(100).result()->size(), 2);
}

QTEST_GUILESS_MAIN(TestStoreSearch)
#include "test_storesearch.moc"
