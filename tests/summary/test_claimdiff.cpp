// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimdiff.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace Qt::StringLiterals;

namespace
{

using Claims = QList<store::Claim>;

store::Claim claim(const QString& text, const QList<int>& citations = {1}, const QString& kind = u"change"_s)
{
    return {text, citations, true, {}, {}, kind};
}

/// `first` is the number that the first mail of all has; earlier ones are others.
store::SummaryRecord summaryOf(const Claims& claims, int first = 1)
{
    store::SummaryRecord summary;
    summary.claims = claims;
    for (int i = 1; i <= 9; ++i)
        summary.cited.append(MessageId{"m" + QByteArray::number(i - first + 1) + "@x"});
    return summary;
}

/// "=a", "~a|b", "-a", "+b": what changed stands between < and >.
QString marked(const ClaimSide& side)
{
    QString text = side.text;
    for (auto run = side.changed.rbegin(); run != side.changed.rend(); ++run) {
        text.insert(run->start + run->length, u'>');
        text.insert(run->start, u'<');
    }
    return text;
}

QStringList rowsOf(const store::SummaryRecord& old, const store::SummaryRecord& fresh)
{
    QStringList rows;
    for (const ClaimRow& row : compareClaims(old, fresh)) {
        switch (row.change) {
        case ClaimChange::Same:
            rows.append(u'=' + marked(*row.fresh));
            break;
        case ClaimChange::Changed:
            rows.append(u'~' + marked(*row.old) + u'|' + marked(*row.fresh));
            break;
        case ClaimChange::OnlyOld:
            rows.append(u'-' + marked(*row.old));
            break;
        case ClaimChange::OnlyNew:
            rows.append(u'+' + marked(*row.fresh));
            break;
        }
    }
    return rows;
}

} // namespace

class TestClaimDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void alignsClaims_data();
    void alignsClaims();
    void mailsAreTheSameByMessageId();
    void eachSideKeepsItsVerdict();
    void showsPlainText();
    void isBounded();
};

void TestClaimDiff::alignsClaims_data()
{
    QTest::addColumn<Claims>("old");
    QTest::addColumn<Claims>("fresh");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char* name, const Claims& old, const Claims& fresh, const QStringList& rows) {
        QTest::newRow(name) << old << fresh << rows;
    };
    row("nothing", {}, {}, {});
    row("the same", {claim(u"It fixes A"_s)}, {claim(u"It fixes A"_s)}, {u"=It fixes A"_s});
    row("one word", {claim(u"It fixes A in VHE"_s)}, {claim(u"It fixes B in VHE"_s)},
        {u"~It fixes <A> in VHE|It fixes <B> in VHE"_s});
    row("words added", {claim(u"It fixes A"_s)}, {claim(u"It fixes A for good and all"_s)},
        {u"~It fixes A|It fixes A <for good and all>"_s});
    row("Chinese, by characters", {claim(u"修复死锁问题"_s)}, {claim(u"修复竞态问题"_s)},
        {u"~修复<死锁>问题|修复<竞态>问题"_s});
    row("other words over the same mail", {claim(u"the lock is taken twice there"_s, {3}, u"objection"_s)},
        {claim(u"twice the code takes a lock"_s, {3}, u"objection"_s)},
        {u"~the lock <is taken twice there>|<twice> the <code takes a> lock"_s});
    row("nothing in common over the same mail", {claim(u"the lock is missing"_s)},
        {claim(u"renames a helper"_s)}, {u"-the lock is missing"_s, u"+renames a helper"_s});
    row("the same words over another mail", {claim(u"It fixes A"_s, {1})}, {claim(u"It fixes A"_s, {2})},
        {u"~It fixes A|It fixes A"_s});
    row("the order of the new one", {claim(u"first thing"_s, {1}), claim(u"second matter"_s, {2})},
        {claim(u"second matter"_s, {2}), claim(u"first thing"_s, {1})},
        {u"=second matter"_s, u"=first thing"_s});
    row("what was left out stands where it stood",
        {claim(u"head"_s, {4}), claim(u"first thing"_s, {1}), claim(u"gone away"_s, {5}),
         claim(u"second matter"_s, {2})},
        {claim(u"first thing"_s, {1}), claim(u"arrived"_s, {6}), claim(u"second matter"_s, {2})},
        {u"-head"_s, u"=first thing"_s, u"-gone away"_s, u"+arrived"_s, u"=second matter"_s});
    row("twice the same", {claim(u"again"_s), claim(u"again"_s)}, {claim(u"again"_s)},
        {u"=again"_s, u"-again"_s});
    row("the nearest of two", {claim(u"It fixes A in the guest"_s), claim(u"It fixes A in the host"_s)},
        {claim(u"It fixes A in the host kernel"_s)},
        {u"-It fixes A in the guest"_s, u"~It fixes A in the host|It fixes A in the host <kernel>"_s});
    row("kind decides", {claim(u"asks for tests of it"_s, {2}, u"request"_s)},
        {claim(u"has no tests of them"_s, {3}, u"objection"_s)},
        {u"-asks for tests of it"_s, u"+has no tests of them"_s});
    row("prose and digests have no kind", {claim(u"It fixes A now."_s, {1}, {})},
        {claim(u"It fixes B now."_s, {1}, u"change"_s)}, {u"~It fixes <A> now.|It fixes <B> now."_s});
}

void TestClaimDiff::alignsClaims()
{
    QFETCH(Claims, old);
    QFETCH(Claims, fresh);
    QFETCH(QStringList, rows);
    QCOMPARE(rowsOf(summaryOf(old), summaryOf(fresh)), rows);
}

void TestClaimDiff::mailsAreTheSameByMessageId()
{
    // A mail came in before all others: what was [1] is [2] now.
    QCOMPARE(
        rowsOf(summaryOf({claim(u"It fixes A"_s, {1, 3})}), summaryOf({claim(u"It fixes A"_s, {2, 4})}, 2)),
        QStringList{u"=It fixes A"_s});
}

void TestClaimDiff::eachSideKeepsItsVerdict()
{
    store::Claim doubted = claim(u"It fixes A"_s);
    doubted.verified = false;
    doubted.reason = u"v4 is not in the mails cited"_s;
    const auto rows = compareClaims(summaryOf({doubted}), summaryOf({claim(u"It fixes A"_s)}));
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows[0].change == ClaimChange::Same);
    QVERIFY(!rows[0].old->verified);
    QCOMPARE(rows[0].old->reason, doubted.reason);
    QVERIFY(rows[0].fresh->verified);
    QCOMPARE(rows[0].fresh->citations, QList<int>{1});
}

void TestClaimDiff::showsPlainText()
{
    const auto rows
        = compareClaims(summaryOf({}), summaryOf({claim(u"**Bob** adds \\_foo\\* \\<b\\> C:\\dir"_s)}));
    QCOMPARE(rows[0].fresh->text, u"Bob adds _foo* <b> C:\\dir"_s);
}

void TestClaimDiff::isBounded()
{
    Claims old;
    Claims fresh;
    for (int i = 0; i < 2000; ++i) {
        old.append(claim(u"claim %1 of the old ones"_s.arg(i), {i % 9 + 1}));
        fresh.append(claim(u"claim %1 of the new ones"_s.arg(i), {i % 9 + 1}));
    }
    old.append(claim(QString(100'000, u'x') + u" end"_s));
    fresh.prepend(claim(u"word "_s.repeated(20'000)));
    fresh.prepend(claim(u"word "_s.repeated(20'000) + u"more"_s));
    const auto rows = compareClaims(summaryOf(old), summaryOf(fresh));
    QVERIFY(rows.size() > 2003U); // the ones over the bound are not matched, and none is lost
    QVERIFY(rows.size() <= 4003U);
}

QTEST_GUILESS_MAIN(TestClaimDiff)
#include "test_claimdiff.moc"
