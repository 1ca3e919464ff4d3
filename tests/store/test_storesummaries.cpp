// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/preparedmail.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

SummaryRecord summaryFor(ListId list, const QByteArray& anchor, const QString& text, int minute)
{
    SummaryRecord summary;
    summary.list = list;
    summary.anchor = MessageId{anchor};
    summary.kind = SummaryKind::Model;
    summary.language = Language::Chinese;
    summary.text = text;
    summary.provider = u"local"_s;
    summary.model = u"some-model"_s;
    summary.promptVersion = u"3"_s;
    summary.key = "key of " + text.toUtf8();
    summary.sourceKey = QByteArray("\0source", 7);
    summary.created = QDateTime(QDate(2025, 6, 22), QTime(10, minute, 0, 123), Qt::UTC);
    summary.claims = {{u"总结 \"quoted\" [1]"_s, {1, 3}, true}, {u"no citation"_s, {}, false}};
    summary.cited = {MessageId{"a/+%@x"}, MessageId{QByteArray("\xe4\xbd\xff@x")}};
    summary.tokensIn = 1200;
    summary.tokensOut = 300;
    return summary;
}

QStringList currentOf(const QList<SummaryRecord>& summaries)
{
    QStringList texts;
    for (const SummaryRecord& summary : summaries) {
        if (summary.current)
            texts.append(summary.text);
    }
    return texts;
}

} // namespace

class TestStoreSummaries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryField();
    void keepsVerdictsWithTheirReasons();
    void versionsAreKeptAndOneIsCurrent();
    void anOldVersionIsBroughtBack();
    void languagesHaveTheirOwnCurrentVersion();
    void oneVersionIsCurrentAlsoWhenTheRootChanged();
    void cacheFindsByKeyWithinTheList();
    void askingForAnAnchorTwiceGivesEachOnce();
    void anEmptySummaryIsRefused();
    void triageRoundTrip();
    void triageOutlivesTheList();
};

void TestStoreSummaries::givesBackEveryField()
{
    StoreFixture library;
    const SummaryRecord before = summaryFor(library.list, "root@x", u"## 总结\n- a [1]"_s, 0);
    const SummaryRecord saved = library.store.saveSummary(before).result().value();
    QVERIFY(saved.id.isValid());
    const auto all = library.store.summaries(library.list, {before.anchor}).result().value();
    QCOMPARE(all.size(), 1);
    const SummaryRecord& after = all.first();
    QCOMPARE(after.id, saved.id);
    QCOMPARE(after.list, before.list);
    QCOMPARE(after.anchor, before.anchor);
    QCOMPARE(after.kind, before.kind);
    QCOMPARE(after.language, before.language);
    QCOMPARE(after.text, before.text);
    QCOMPARE(after.provider, before.provider);
    QCOMPARE(after.model, before.model);
    QCOMPARE(after.promptVersion, before.promptVersion);
    QCOMPARE(after.key, before.key);
    QCOMPARE(after.sourceKey, before.sourceKey);
    QCOMPARE(after.created, before.created);
    QCOMPARE(after.cited, before.cited);
    QCOMPARE(after.tokensIn, 1200);
    QCOMPARE(after.tokensOut, 300);
    QVERIFY(after.current);
    QCOMPARE(after.claims.size(), 2);
    QCOMPARE(after.claims.at(0).text, before.claims.at(0).text);
    QCOMPARE(after.claims.at(0).citations, (QList<int>{1, 3}));
    QVERIFY(after.claims.at(0).verified);
    QVERIFY(!after.claims.at(1).verified && after.claims.at(1).citations.isEmpty());
}

void TestStoreSummaries::keepsVerdictsWithTheirReasons()
{
    StoreFixture library;
    SummaryRecord before = summaryFor(library.list, "root@x", u"- ⚠ a"_s, 0);
    before.claims[1].reason = u"v4 不在所引邮件中"_s;
    before.claims[1].flaws = {u"wrong-version"_s, u"no-quote"_s};
    before.gist = u"一行"_s;
    before.extraction = R"({"claims":[]})";
    QVERIFY(library.store.saveSummary(before).result());
    const SummaryRecord after
        = library.store.summaries(library.list, {before.anchor}).result().value().first();
    QCOMPARE(after.gist, before.gist);
    QCOMPARE(after.extraction, before.extraction);
    QCOMPARE(after.claims.at(1).reason, before.claims.at(1).reason);
    QCOMPARE(after.claims.at(1).flaws, before.claims.at(1).flaws);
    QCOMPARE(after.claims.at(0).citations, before.claims.at(0).citations);
    QCOMPARE(doubtsOf(after), QStringList{before.claims.at(1).reason});
}

void TestStoreSummaries::versionsAreKeptAndOneIsCurrent()
{
    StoreFixture library;
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            library.store.saveSummary(summaryFor(library.list, "root@x", QString::number(i), i)).result());
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "else@x", u"else"_s, 9)).result());
    const auto all = library.store.summaries(library.list, {MessageId{"root@x"}}).result().value();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.first().text, u"2"_s); // newest first
    QCOMPARE(all.last().text, u"0"_s);
    QCOMPARE(currentOf(all), QStringList{u"2"_s});
    QCOMPARE(currentOf(library.store.summaries(library.list, {MessageId{"else@x"}}).result().value()),
             QStringList{u"else"_s});
}

void TestStoreSummaries::anOldVersionIsBroughtBack()
{
    StoreFixture library;
    const SummaryId old
        = library.store.saveSummary(summaryFor(library.list, "root@x", u"old"_s, 0)).result()->id;
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "root@x", u"new"_s, 1)).result());
    QVERIFY(library.store.chooseSummary(old).result());
    const auto all = library.store.summaries(library.list, {MessageId{"root@x"}}).result().value();
    QCOMPARE(currentOf(all), QStringList{u"old"_s});
    QCOMPARE(all.size(), 2);
    QCOMPARE(library.store.chooseSummary(SummaryId{99}).result().error().code, ErrorCode::NotFound);
}

void TestStoreSummaries::languagesHaveTheirOwnCurrentVersion()
{
    StoreFixture library;
    SummaryRecord english = summaryFor(library.list, "root@x", u"en"_s, 0);
    english.language = Language::English;
    QVERIFY(library.store.saveSummary(english).result());
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "root@x", u"zh"_s, 1)).result());
    const auto all = library.store.summaries(library.list, {MessageId{"root@x"}}).result().value();
    QCOMPARE(currentOf(all), (QStringList{u"zh"_s, u"en"_s}));
}

void TestStoreSummaries::oneVersionIsCurrentAlsoWhenTheRootChanged()
{
    StoreFixture library;
    library.save(
        {PreparedBuilder("patch@x").references({"cover@x"}).mail(), PreparedBuilder("stranger@x").mail()});
    QVERIFY(library.store.updateThreads(library.list).result());
    const SummaryId early
        = library.store.saveSummary(summaryFor(library.list, "patch@x", u"early"_s, 0)).result()->id;
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "stranger@x", u"stranger"_s, 0)).result());
    library.save({PreparedBuilder("cover@x").mail()});
    QVERIFY(library.store.updateThreads(library.list).result());
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "cover@x", u"late"_s, 1)).result());

    const QList<MessageId> thread{MessageId{"cover@x"}, MessageId{"patch@x"}};
    QCOMPARE(currentOf(library.store.summaries(library.list, thread).result().value()),
             QStringList{u"late"_s});
    QVERIFY(library.store.chooseSummary(early).result());
    QCOMPARE(currentOf(library.store.summaries(library.list, thread).result().value()),
             QStringList{u"early"_s});
    const auto stranger = library.store.summaries(library.list, {MessageId{"stranger@x"}}).result().value();
    QCOMPARE(currentOf(stranger), QStringList{u"stranger"_s});
}

void TestStoreSummaries::cacheFindsByKeyWithinTheList()
{
    StoreFixture library;
    const ListId other = library.addList(u"lkml"_s);
    const SummaryRecord summary = summaryFor(library.list, "root@x", u"text"_s, 0);
    QVERIFY(!library.store.cachedSummary(library.list, summary.key).result().value());
    QVERIFY(library.store.saveSummary(summary).result());
    QCOMPARE(library.store.cachedSummary(library.list, summary.key).result().value()->text, u"text"_s);
    QVERIFY(!library.store.cachedSummary(other, summary.key).result().value());
    QVERIFY(!library.store.cachedSummary(library.list, "key of").result().value());
}

void TestStoreSummaries::askingForAnAnchorTwiceGivesEachOnce()
{
    StoreFixture library;
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "a@x", u"1"_s, 0)).result());
    QVERIFY(library.store.saveSummary(summaryFor(library.list, "a@x", u"2"_s, 0)).result());
    const MessageId anchor{"a@x"};
    QCOMPARE(library.store.summaries(library.list, {anchor, anchor, MessageId{"b@x"}}).result()->size(), 2);
    QVERIFY(library.store.summaries(library.list, {}).result()->isEmpty());
}

void TestStoreSummaries::anEmptySummaryIsRefused()
{
    StoreFixture library;
    QCOMPARE(library.store.saveSummary(summaryFor(library.list, "a@x", {}, 0)).result().error().code,
             ErrorCode::Usage);
    QCOMPARE(library.store.saveSummary(summaryFor(library.list, "", u"text"_s, 0)).result().error().code,
             ErrorCode::Usage);
}

void TestStoreSummaries::triageRoundTrip()
{
    StoreFixture library;
    TriageState starred;
    starred.anchor = MessageId{"a@x"};
    starred.starred = true;
    starred.note = u"ask about the lock"_s;
    TriageState snoozed;
    snoozed.anchor = MessageId{"b@x"};
    snoozed.muted = snoozed.done = true;
    snoozed.snooze.until = thread::Snooze::Until::Date;
    snoozed.snooze.date = 1'751'360'400;
    QVERIFY(library.store.saveTriage({starred, snoozed}).result());
    QList<TriageState> states = library.store.triage().result().value();
    std::ranges::sort(states, [](const TriageState& a, const TriageState& b) { return a.anchor < b.anchor; });
    QCOMPARE(states, (QList<TriageState>{starred, snoozed}));

    starred.starred = false;
    TriageState nothing;
    nothing.anchor = snoozed.anchor;
    QVERIFY(library.store.saveTriage({starred, nothing}).result());
    QCOMPARE(library.store.triage().result().value(),
             QList<TriageState>{starred}); // nothing decided is not kept
}

void TestStoreSummaries::triageOutlivesTheList()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").mail()});
    TriageState starred;
    starred.anchor = MessageId{"a@x"};
    starred.starred = true;
    QVERIFY(library.store.saveTriage({starred}).result());
    QVERIFY(library.store.removeList(library.list).result());
    QCOMPARE(library.store.triage().result()->size(), 1);
}

QTEST_GUILESS_MAIN(TestStoreSummaries)
#include "test_storesummaries.moc"
