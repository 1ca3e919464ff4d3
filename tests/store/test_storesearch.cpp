// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "mail/messageparser.h"
#include "store/searchtable.h"
#include "support/preparedmail.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

/// First letters of the subjects of the mails that are found, newest first.
QStringList foundIn(StoreFixture& library, const TextTerm& term)
{
    const auto found = library.store.findTexts({term}).result();
    if (!found)
        qFatal("%s", qPrintable(found.error().detail));
    auto mails = library.store.mails(library.list, std::nullopt).result().value();
    std::ranges::sort(mails, std::ranges::greater(), [](const thread::Mail& mail) { return mail.row.value; });
    QStringList subjects;
    for (const thread::Mail& mail : mails) {
        if (found->mails.front()->contains(mail.row))
            subjects.append(mail.subject.left(1));
    }
    return subjects;
}

/// How many mails of a list have "word" in their text.
int wordsIn(StoreFixture& library, ListId list)
{
    const auto found = library.store.findTexts({{wordColumns, u"word"_s}}).result();
    const auto mails = library.store.mails(list, std::nullopt).result().value();
    return static_cast<int>(std::ranges::count_if(
        mails, [&found](const thread::Mail& mail) { return found->mails.front()->contains(mail.row); }));
}

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
            texts.push_back({mail.mail,
                             mail::spacedForSearch(mail.subject),
                             mail::spacedForSearch(mail.sender),
                             {},
                             mail::touchedFiles(mail::classify(text)),
                             {},
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
    void asksTheIndexForNothingButStrings_data();
    void asksTheIndexForNothingButStrings();
    void namesColumnsOnlyWhereNotAllAreMeant();
    void findsMails_data();
    void findsMails();
    void looksInTheColumnsThatAreAsked();
    void answersInOrderAndSaysHowFarItIs();
    void anyTextIsAskedWithoutAnError();
    void indexingIsResumable();
    void indexingTwiceFindsOnce();
    void aRemovedListIsNotFoundAndMostlyRemovedIsIndexedAnew();
    void textsHandedOutBeforeTheIndexWasEmptiedLeaveNoGap();
    void largeMailsComeInSmallerPortions();
};

void TestStoreSearch::asksTheIndexForNothingButStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("begins");
    QTest::addColumn<QString>("match");
    const auto row = [](const char* what, const QString& text, bool begins, const QString& match) {
        QTest::newRow(what) << text << begins << match;
    };
    row("nothing", u""_s, true, u""_s);
    row("spaces", u"  \t\n "_s, true, u""_s);
    row("a word", u"vgic"_s, false, uR"({body} : "vgic")"_s);
    row("a beginning", u"vgic"_s, true, uR"({body} : "vgic" *)"_s);
    row("a phrase", u"page  table"_s, false, uR"({body} : "page table")"_s);
    row("quotes", u"x\"y\"z"_s, false, uR"({body} : "xyz")"_s);
    row("quotes only", u"\"\"\""_s, false, u""_s);
    row("operators are words", u"a OR NOT b*"_s, true, uR"({body} : "a OR NOT b*")"_s);
    row("marks", u"* - ^ ( ) :"_s, true, u""_s);
    row("CJK is a phrase of characters", u"页表"_s, false, uR"({body} : "页 表")"_s);
}

void TestStoreSearch::asksTheIndexForNothingButStrings()
{
    QFETCH(QString, text);
    QFETCH(bool, begins);
    QTEST(SearchTable::matchOf({BodyColumn, text, begins}), "match");
}

void TestStoreSearch::namesColumnsOnlyWhereNotAllAreMeant()
{
    using Part = SearchTable::Part;
    const auto match = [](unsigned columns, Part part) {
        return SearchTable::matchOf({columns, u"x"_s}, part);
    };
    QCOMPARE(match(wordColumns, Part::Words), uR"("x")"_s);
    QCOMPARE(match(wordColumns, Part::People), QString());
    QCOMPARE(match(SubjectColumn | FilesColumn, Part::Words), uR"({subject files} : "x")"_s);
    QCOMPARE(match(TrailersColumn, Part::Words), QString());
    QCOMPARE(match(TrailersColumn, Part::People), uR"({trailers} : "x")"_s);
    QCOMPARE(match(BodyColumn | RecipientsColumn | TrailersColumn, Part::People), uR"("x")"_s);
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
    row(u"vgic"_s, {u"c"_s, u"b"_s, u"a"_s}); // the last by the file that its diff touches
    row(u"interrupt storm"_s, {u"a"_s});
    row(u"storm interrupt"_s, {});
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
    row(u"vg"_s, {});
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
    QTEST(foundIn(library, {wordColumns, query}), "found");
}

void TestStoreSearch::looksInTheColumnsThatAreAsked()
{
    StoreFixture library;
    library.save(
        {PreparedBuilder("a@x").subject(u"a"_s).mail(), PreparedBuilder("b@x").subject(u"b"_s).mail()});
    const auto mails = library.store.unindexed(10).result().value();
    QVERIFY(library.store
                .saveIndex({{mails[0].mail, u"vgic"_s, u"grace"_s, u"bob@example.invalid"_s,
                             u"arch/arm64/kvm/mmu.c"_s, u"Reviewed-by Grace"_s, "prose"},
                            {mails[1].mail,
                             u"prose"_s,
                             u"bob"_s,
                             u"grace"_s,
                             {},
                             u"Acked-by Bob"_s,
                             "reviewed by arch"}})
                .result());
    using Found = QStringList;
    QCOMPARE(foundIn(library, {SubjectColumn, u"vgic"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {SenderColumn, u"grace"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {RecipientsColumn, u"grace"_s}), Found{u"b"_s});
    QCOMPARE(foundIn(library, {RecipientsColumn, u"bob@example.invalid"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {FilesColumn, u"arch/arm64"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {FilesColumn, u"arm64/arch"_s}), Found{});
    QCOMPARE(foundIn(library, {FilesColumn, u"arch/arm"_s}), Found{});
    QCOMPARE(foundIn(library, {FilesColumn, u"arch/arm"_s, true}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {TrailersColumn, u"reviewed-by"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {TrailersColumn, u"reviewed-by grace"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {BodyColumn, u"prose"_s}), Found{u"a"_s});
    QCOMPARE(foundIn(library, {wordColumns, u"prose"_s}), (Found{u"b"_s, u"a"_s}));
    QCOMPARE(foundIn(library, {wordColumns, u"acked-by"_s}), Found{}); // trailers are asked for by name
    QCOMPARE(foundIn(library, {0, u"prose"_s}), Found{});
}

void TestStoreSearch::answersInOrderAndSaysHowFarItIs()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").body("one\n").mail(), PreparedBuilder("b@x").body("two\n").mail()});
    const auto none = library.store.findTexts({{wordColumns, u"one"_s}}).result();
    QVERIFY(!none->isComplete);
    QCOMPARE(none->mails.front()->count(), 0);
    indexAll(library.store);
    const auto found
        = library.store.findTexts({{wordColumns, u"two"_s}, {wordColumns, u"->"_s}, {wordColumns, u"one"_s}})
              .result();
    QVERIFY(found->isComplete);
    QVERIFY(found->indexedTo != none->indexedTo);
    QCOMPARE(found->mails.size(), 3U);
    QCOMPARE(found->mails[0]->count(), 1);
    QCOMPARE(found->mails[1]->count(), 0);
    const auto stopped = std::make_shared<std::atomic_bool>(true);
    QCOMPARE(library.store.findTexts({{wordColumns, u"one"_s}}, stopped).result().error().code,
             ErrorCode::Cancelled);
}

/// What a person types is never the index's language.
void TestStoreSearch::anyTextIsAskedWithoutAnError()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    indexAll(library.store);
    QRandomGenerator random(7);
    const QString signs
        = u"\"'*^(){}[]:+-.,;%_?\\/ aZ0页ß\u00ad\u0301"_s + QChar(0xD800) + QChar(0xDC00) + QChar(0);
    std::vector<TextTerm> texts;
    for (const QString& whole :
         {u"a OR b"_s, u"NEAR(a b, 3)"_s, u"NOT"_s, u"AND"_s, u"body:a"_s, u"{body} : a"_s,
          u"x"_s.repeated(5000), u"\" OR \"word"_s, u"word\" OR body : \"word"_s})
        texts.push_back({wordColumns, whole, true});
    for (int run = 0; run < 2000; ++run) {
        TextTerm term{random.bounded(64U), {}, random.bounded(2U) == 0};
        for (quint32 i = random.bounded(12U); i > 0; --i)
            term.text += signs.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(signs.size()))));
        texts.push_back(term);
    }
    const auto found = library.store.findTexts(texts).result();
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->mails.size(), texts.size());
    for (std::size_t i = 0; i < 9; ++i)
        QCOMPARE(found->mails[i]->count(), 0);
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
            texts.push_back({mail.mail, mail.subject, mail.sender, {}, {}, {}, "word"});
        return library.store.saveIndex(texts).result().has_value();
    };
    QVERIFY(save(first));
    QCOMPARE(library.store.unindexedCount().result().value(), 6);
    QCOMPARE(wordsIn(library, library.list), 4);
    QVERIFY(save(second));
    QCOMPARE(library.store.unindexed(100).result()->size(), 2);
}

void TestStoreSearch::indexingTwiceFindsOnce()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").body("word\n").mail()});
    const MailId mail = library.store.unindexed(1).result()->front().mail;
    for (int i = 0; i < 3; ++i)
        QVERIFY(library.store.saveIndex({{mail, u"s"_s, u"f"_s, {}, {}, {}, "word"}}).result());
    QCOMPARE(wordsIn(library, library.list), 1);
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
    QCOMPARE(wordsIn(library, library.list), 0);
    QCOMPARE(wordsIn(library, other), 3);
    QCOMPARE(library.store.unindexedCount().result().value(), 0);

    const ListId small = library.addList(u"small"_s);
    library.save({PreparedBuilder("e@x").body("word\n").mail()}, small);
    indexAll(library.store);
    QVERIFY(library.store.removeList(other).result()); // four rows of mails gone, one of a mail here
    QCOMPARE(library.store.unindexedCount().result().value(), 1);
    indexAll(library.store);
    QCOMPARE(wordsIn(library, small), 1);
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
    QVERIFY(library.store.saveIndex({{handedOut, u"s"_s, u"f"_s, {}, {}, {}, "word"}}).result());
    QCOMPARE(library.store.unindexedCount().result().value(), 2);
    indexAll(library.store);
    QCOMPARE(wordsIn(library, library.list), 2);
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
