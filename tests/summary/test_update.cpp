// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digest.h"
#include "summary/prompts.h"
#include "summary/staleness.h"
#include "summary/update.h"
#include "support/listingbuilder.h"

#include <QTest>

#include <functional>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

struct Case {
    store::SummaryRecord summary;
    thread::Listing listing;
    SummaryWish wish;
};

/// A thread of eight mails, two of them new since a summary of the rest.
Case goodCase()
{
    Case made;
    made.listing = threadOf(8, u"Re: [PATCH v2 0/1] Fix A"_s);
    for (thread::ListedMail& listed : made.listing.mails) {
        listed.subject
            = thread::parseSubject(listed.number == 1 ? u"[PATCH v2] Fix A"_s : u"Re: [PATCH v2] Fix A"_s);
    }
    store::SummaryRecord& summary = made.summary;
    summary.kind = store::SummaryKind::Model;
    summary.provider = u"p"_s;
    summary.model = u"m-2025"_s;
    summary.modelAsked = u"m"_s;
    summary.key = "key";
    summary.promptVersion = threadPrompt(Language::English).version;
    summary.extraction = R"({"claims":[{"text":"It fixes A","cites":["m1"]}],"lang":"en"})";
    for (int i = 0; i < 6; ++i)
        summary.cited.append(made.listing.mails[static_cast<std::size_t>(i)].mail.id);
    made.wish = {u"p"_s, u"m"_s, Language::English, {}};
    return made;
}

using Change = std::function<void(Case&)>;

void retitle(Case& one, std::size_t mail, const QString& subject)
{
    one.listing.mails[mail].subject = thread::parseSubject(subject);
}

llm::Provider providerOf(const QString& id, const QString& model)
{
    llm::Provider provider;
    provider.id = id;
    provider.model = model;
    return provider;
}

} // namespace
Q_DECLARE_METATYPE(Change)

class TestUpdate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhyAThreadIsReadWhole_data();
    void saysWhyAThreadIsReadWhole();
    void takesTheNewestThatCanBeUpdated();
    void tellsTheReasonOfTheNearest();
    void renumbersClaims();
    void whatIsNotNewAnyMoreIsOld();
    void promptsAreWholeAndVersioned();
    void tellsHowASummaryIsStale_data();
    void tellsHowASummaryIsStale();
};

void TestUpdate::saysWhyAThreadIsReadWhole_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, WholeReason reason, const Change& change) {
        QTest::newRow(name) << change << static_cast<int>(reason);
    };
    row("update", WholeReason::None, [](Case&) {});
    row("a digest", WholeReason::NotClaims, [](Case& one) { one.summary.kind = store::SummaryKind::Digest; });
    row("prose", WholeReason::NotClaims, [](Case& one) { one.summary.extraction.clear(); });
    row("what was left of a damaged answer", WholeReason::NotClaims,
        [](Case& one) { one.summary.key.clear(); });
    row("other language", WholeReason::OtherLanguage,
        [](Case& one) { one.wish.language = Language::Chinese; });
    row("other model", WholeReason::OtherModel, [](Case& one) { one.wish.model = u"n"_s; });
    row("other provider", WholeReason::OtherModel, [](Case& one) { one.wish.provider = u"q"_s; });
    row("kept before it was known what was asked", WholeReason::None, [](Case& one) {
        one.summary.modelAsked.clear();
        one.summary.model = u"m"_s;
    });
    row("other instruction", WholeReason::OtherInstruction,
        [](Case& one) { one.wish.instruction = u"focus"_s; });
    row("the same instruction", WholeReason::None,
        [](Case& one) { one.wish.instruction = one.summary.instruction = u"focus"_s; });
    row("other prompt", WholeReason::OtherPrompt,
        [](Case& one) { one.summary.promptVersion = u"thread/2:abc"_s; });
    row("updated before", WholeReason::None,
        [](Case& one) { one.summary.promptVersion = updatePrompt(Language::English).version; });
    row("a mail is gone", WholeReason::MailsGone,
        [](Case& one) { one.summary.cited.append(MessageId{"gone@x"}); });
    row("nothing new", WholeReason::NothingNew, [](Case& one) { one.listing.mails.resize(6); });
    row("half is new", WholeReason::None, [](Case& one) { one.summary.cited.resize(4); });
    row("more than half is new", WholeReason::MostlyNew, [](Case& one) { one.summary.cited.resize(3); });
    row("a new revision", WholeReason::NewRevision,
        [](Case& one) { retitle(one, 7, u"[PATCH v3] Fix A"_s); });
    row("an answer about a revision", WholeReason::None,
        [](Case& one) { retitle(one, 7, u"Re: [PATCH v3] Fix A"_s); });
    row("one more patch of the same revision", WholeReason::None,
        [](Case& one) { retitle(one, 7, u"[PATCH v2 2/2] Fix A"_s); });
    row("a first patch", WholeReason::NewRevision, [](Case& one) {
        retitle(one, 0, u"How does it work?"_s);
        retitle(one, 7, u"[PATCH] Like so"_s);
    });
}

void TestUpdate::saysWhyAThreadIsReadWhole()
{
    QFETCH(Change, change);
    QFETCH(int, reason);
    Case one = goodCase();
    change(one);
    const UpdatePlan plan = planUpdate(one.listing, {one.summary}, one.wish);
    QCOMPARE(static_cast<int>(plan.reason), reason);
    QCOMPARE(plan.base.has_value(), plan.reason == WholeReason::None);
}

void TestUpdate::takesTheNewestThatCanBeUpdated()
{
    const Case one = goodCase();
    store::SummaryRecord digest = one.summary;
    digest.kind = store::SummaryKind::Digest;
    store::SummaryRecord newer = one.summary;
    newer.id = SummaryId{5};
    const UpdatePlan plan = planUpdate(one.listing, {digest, newer, one.summary}, one.wish);
    QCOMPARE(plan.base->id, newer.id);
}

void TestUpdate::tellsTheReasonOfTheNearest()
{
    const Case one = goodCase();
    QVERIFY(planUpdate(one.listing, {}, one.wish).reason == WholeReason::NothingEarlier);
    store::SummaryRecord digest = one.summary;
    digest.kind = store::SummaryKind::Digest;
    store::SummaryRecord short3 = one.summary;
    short3.cited.resize(3);
    QVERIFY(planUpdate(one.listing, {digest, short3, digest}, one.wish).reason == WholeReason::MostlyNew);
}

void TestUpdate::renumbersClaims()
{
    Case one = goodCase();
    // A mail that came late stands second now: then's 2 is today's 3.
    one.summary.cited = {one.listing.mails[0].mail.id, one.listing.mails[2].mail.id, MessageId{"gone@x"}};
    one.summary.extraction = R"({"claims":[
        {"text":"kept","who":["m2"],"cites":["m2","m1","m3"],"quote":"q","patch":"1/2"},
        {"text":"about what is gone","cites":["m3"]},
        {"text":"about what never was","cites":["m99","m0"]}],
        "open":[{"text":"why?","raised":"m2","answered_by":"m3"},{"text":"gone","raised":"m3"}],
        "stances":[{"mail":"m2","stance":"ack"},{"mail":"m3","stance":"nack"}],"lang":"en"})";
    const ModelSummary today = claimsOfToday(one.summary, one.listing).value();
    QCOMPARE(today.claims.size(), 1);
    QCOMPARE(today.claims[0].who, QList<int>{3});
    QCOMPARE(today.claims[0].cites, (QList<int>{3, 1}));
    QCOMPARE(today.claims[0].quote, u"q"_s);
    QCOMPARE(today.open.size(), 1);
    QCOMPARE(today.open[0].raised, 3);
    QCOMPARE(today.open[0].answeredBy, 0);
    QCOMPARE(today.positions.size(), 1);
    QCOMPARE(today.positions[0].mail, 3);
    QCOMPARE(newSince(one.summary, one.listing),
             (std::vector<bool>{false, true, false, true, true, true, true, true}));
    one.summary.extraction = "no claims";
    QVERIFY(!claimsOfToday(one.summary, one.listing));
}

void TestUpdate::whatIsNotNewAnyMoreIsOld()
{
    Case one = goodCase();
    one.listing.mails[0].isNew = false;
    one.summary.extraction = R"({"claims":[{"text":"a","cites":["m1"],"window":"new"},
        {"text":"b","cites":["m1","m2"],"window":"new"},{"text":"c","cites":["m1"]}]})";
    const QList<ModelClaim> claims = claimsOfToday(one.summary, one.listing)->claims;
    QVERIFY(claims[0].window == ClaimWindow::Old);
    QVERIFY(claims[1].window == ClaimWindow::New);
    QVERIFY(claims[2].window == ClaimWindow::Unsaid);
}

void TestUpdate::promptsAreWholeAndVersioned()
{
    using Names = QList<const char*>;
    for (const Language language : {Language::English, Language::Chinese}) {
        for (const auto& [prompt, start, names] :
             {std::tuple(updatePrompt(language), u"update/1:"_s,
                         Names{"{{facts}}", "{{known}}", "{{new}}", "{{glossary}}"}),
              std::tuple(translatePrompt(language), u"translate/1:"_s, Names{"{{texts}}", "{{glossary}}"})}) {
            QVERIFY(prompt.version.startsWith(start));
            QVERIFY(!prompt.system.isEmpty() && !prompt.system.contains(u"{{"_s)); // servers cache it
            for (const char* name : names)
                QCOMPARE(prompt.user.count(QLatin1StringView(name)), 1);
            QVERIFY(isCurrentPrompt(prompt.version, language));
            QVERIFY(!isCurrentPrompt(prompt.version, otherLanguage(language)));
        }
    }
}

void TestUpdate::tellsHowASummaryIsStale_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("freshness");
    QTest::addColumn<int>("newMails");
    const auto row = [](const char* name, Freshness freshness, int newMails, const QString& model,
                        const Change& change) {
        QTest::newRow(name) << change << model << static_cast<int>(freshness) << newMails;
    };
    const Change nothing = [](Case&) {};
    const Change complete = [](Case& one) { one.listing.mails.resize(6); };
    row("two new mails", Freshness::NewMails, 2, u"m"_s, nothing);
    row("fresh", Freshness::Fresh, 0, u"m"_s, complete);
    row("without a provider", Freshness::Fresh, 0, {}, complete);
    row("another model", Freshness::ModelChanged, 0, u"n"_s, complete);
    row("new mails and another model", Freshness::NewMails, 2, u"n"_s, nothing);
    row("a mail is gone", Freshness::MailsGone, 0, u"m"_s, [](Case& one) { one.listing.mails.resize(5); });
    row("another prompt", Freshness::PromptChanged, 0, u"m"_s, [&](Case& one) {
        one.listing.mails.resize(6);
        one.summary.promptVersion = u"thread/1:00"_s;
    });
    row("translated by today's prompt", Freshness::Fresh, 0, u"m"_s, [&](Case& one) {
        one.listing.mails.resize(6);
        one.summary.promptVersion = translatePrompt(Language::English).version;
    });
    row("a digest", Freshness::Fresh, 0, u"n"_s, [&](Case& one) {
        one.listing.mails.resize(6);
        one.summary.kind = store::SummaryKind::Digest;
        one.summary.promptVersion = QString::fromLatin1(digestVersion);
    });
    row("an old digest", Freshness::PromptChanged, 0, u"n"_s, [&](Case& one) {
        one.listing.mails.resize(6);
        one.summary.kind = store::SummaryKind::Digest;
        one.summary.promptVersion = u"digest/1"_s;
    });
}

void TestUpdate::tellsHowASummaryIsStale()
{
    QFETCH(Change, change);
    QFETCH(QString, model);
    QFETCH(int, freshness);
    QFETCH(int, newMails);
    Case one = goodCase();
    change(one);
    const auto provider
        = model.isEmpty() ? std::optional<llm::Provider>() : std::optional(providerOf(u"p"_s, model));
    const Staleness stale = stalenessOf(one.summary, one.listing, provider);
    QCOMPARE(static_cast<int>(stale.freshness()), freshness);
    QCOMPARE(stale.newMails, newMails);
    QCOMPARE(stale.isFresh(), freshness == 0);
}

QTEST_GUILESS_MAIN(TestUpdate)
#include "test_update.moc"
