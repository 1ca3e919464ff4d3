// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimrender.h"
#include "thread/threadbuilder.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace Qt::StringLiterals;

namespace
{

thread::Material someThread(bool answered)
{
    test::ThreadBuilder builder;
    builder.mail(1, "[PATCH v2 0/2] KVM: Lazy init", {}, 0)
        .from("Ada Example")
        .body("This series is lazy.\n");
    builder.mail(2, "[PATCH v2 1/2] KVM: Split", {1}, 0.1).from("Ada Example").body("Split it.\n");
    builder.mail(3, "[PATCH v2 2/2] KVM: Call", {1}, 0.2).from("Ada Example").body("Call it.\n");
    if (answered) {
        builder.mail(4, "Re: [PATCH v2 1/2] KVM: Split", {1, 2}, 24).from("Bo <b>Sample</b>").body("Why?\n");
        builder.mail(5, "Re: [PATCH v2 0/2] KVM: Lazy init", {1}, 25)
            .from("Cleo Muster")
            .body("Applied, thanks!\n");
    }
    return builder.material();
}

CheckedSummary someClaims()
{
    CheckedSummary checked;
    checked.summary.gist = u"Lazy init of the vgic"_s;
    checked.summary.claims = {
        {ClaimKind::Result, u"It works [m9] <b>well</b> ⚠"_s, {4}, {4}, u"x"_s, ClaimWindow::New, {}},
        {ClaimKind::Objection, u"The lock is wrong"_s, {4}, {4, 2}, u"x"_s, ClaimWindow::New, {}},
        {ClaimKind::Change, u"Makes it lazy"_s, {1}, {1, 2, 3}, u"x"_s, ClaimWindow::Old, {}},
        {ClaimKind::Request, u"A test was asked for"_s, {4}, {4}, u"x"_s, ClaimWindow::Old, {}},
        {ClaimKind::Status, u"A v3 is announced"_s, {1}, {1}, u"x"_s, ClaimWindow::New, {}},
    };
    checked.claims.resize(5);
    checked.claims[1].verdict = Verdict::Contradicted;
    checked.claims[1].doubts = {{Flaw::WrongSpeaker, {}}, {Flaw::UnknownAnchor, u"a_b"_s}};
    checked.claims[3].verdict = Verdict::Unsupported;
    checked.claims[3].doubts = {{Flaw::NoQuote, {}}};
    checked.summary.positions = {{5, Stance::Ack, {}}, {4, Stance::Question, {}}};
    checked.positions.resize(2);
    checked.summary.open = {{u"Why?"_s, 4, 0}, {u"Who?"_s, 4, 5}};
    checked.open.resize(2);
    return checked;
}

} // namespace

class TestClaimRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesSections();
    void writesChinese();
    void leavesOutWhatIsEmpty();
    void marksWhatIsNotVerified();
    void everyFlawHasATextAndACode();
    void boundsTheGist_data();
    void boundsTheGist();
    void handlesThatAreNoMailsDoNoHarm();
};

void TestClaimRender::writesSections()
{
    const thread::Material material = someThread(true);
    const SummaryText made
        = renderClaims(someClaims(), material.listing, thread::establishFacts(material), Language::English);
    QCOMPARE(made.markdown,
             u"**What it is**\n\n- Makes it lazy [1][2][3]\n\n"
             "**Earlier discussion**\n\n- ⚠ Bo \\<b>Sample\\</b>: A test was asked for [4]\n\n"
             "**New in this period**\n\n- ✗ Bo \\<b>Sample\\</b>: The lock is wrong [2][4]\n"
             "- Bo \\<b>Sample\\</b>: It works (m9) \\<b>well\\</b> [4]\n\n"
             "**Positions**\n\n- For: Cleo Muster [5]\n- Asking: Bo \\<b>Sample\\</b> [4]\n\n"
             "**Open points**\n\n- Bo \\<b>Sample\\</b>: Why? [4]\n\n"
             "**State**\n\n- Ada Example: A v3 is announced [1]\n- Cleo Muster says that it was applied [5]\n"
             "- Version 2, patches: 2"_s);
    QCOMPARE(made.gist, u"Lazy init of the vgic"_s);
}

void TestClaimRender::writesChinese()
{
    const thread::Material material = someThread(true);
    const QString text
        = renderClaims(someClaims(), material.listing, thread::establishFacts(material), Language::Chinese)
              .markdown;
    QVERIFY2(text.startsWith(u"**内容**\n\n- Makes it lazy [1][2][3]\n\n**此前讨论**"_s), qPrintable(text));
    QVERIFY(text.contains(u"- 赞成：Cleo Muster [5]"_s));
    QVERIFY(text.endsWith(u"- Cleo Muster 称已合入 [5]\n- 第 2 版，共 2 个补丁"_s));
}

void TestClaimRender::leavesOutWhatIsEmpty()
{
    const thread::Material material = someThread(false);
    CheckedSummary checked;
    checked.summary.claims
        = {{ClaimKind::Change, u"Makes it lazy"_s, {1}, {1}, u"x"_s, ClaimWindow::New, {}}};
    checked.summary.positions = {{1, Stance::Ack, {}}}; // of one person alone there are none
    checked.claims.resize(1);
    const SummaryText made
        = renderClaims(checked, material.listing, thread::establishFacts(material), Language::English);
    QCOMPARE(
        made.markdown,
        u"**What it is**\n\n- Makes it lazy [1]\n\n**State**\n\n- Version 2, patches: 2; awaited: reviewers"_s);
    QCOMPARE(renderArriving(checked.summary, material.listing, Language::English),
             u"**What it is**\n\n- Makes it lazy [1]"_s);
}

void TestClaimRender::marksWhatIsNotVerified()
{
    const thread::Material material = someThread(true);
    const SummaryText made
        = renderClaims(someClaims(), material.listing, thread::establishFacts(material), Language::English);
    QStringList reasons;
    qsizetype verified = 0;
    for (const store::Claim& claim : made.claims) {
        verified += claim.verified ? 1 : 0;
        QCOMPARE(claim.reason.isEmpty(), claim.verified);
        if (!claim.verified)
            reasons.append(claim.flaws.join(u' ') + u": "_s + claim.reason);
    }
    QCOMPARE(
        reasons,
        (QStringList{
            u"no-quote: no words of a mail are given for it"_s,
            u"wrong-speaker not-in-cited-mail: the words are somebody else's; a_b is not in the mails cited"_s}));
    QCOMPARE(verified, made.claims.size() - 2);
}

void TestClaimRender::everyFlawHasATextAndACode()
{
    QSet<QString> texts;
    for (int flaw = 0; flaw <= int(Flaw::ObeysOrder); ++flaw) {
        const Doubt doubt{Flaw(flaw), u"x"_s};
        for (const QString& text : {flawCode(doubt.flaw), doubtText(doubt, Language::English),
                                    doubtText(doubt, Language::Chinese)}) {
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(QString::number(flaw)));
            QVERIFY(!texts.contains(text));
            texts.insert(text);
        }
    }
}

void TestClaimRender::boundsTheGist_data()
{
    QTest::addColumn<QString>("gist");
    QTest::addColumn<QString>("bounded");
    QTest::newRow("short") << u"A b c"_s << u"A b c"_s;
    QTest::newRow("40 words") << u"a "_s.repeated(40).trimmed() << u"a "_s.repeated(40).trimmed();
    QTest::newRow("41 words") << u"a "_s.repeated(41) << QString(u"a "_s.repeated(40).trimmed() + u"…"_s);
    QTest::newRow("Chinese") << QString(60, u'锁') << QString(60, u'锁');
    QTest::newRow("two lines") << u"a\nb"_s << u"a b"_s;
}

void TestClaimRender::boundsTheGist()
{
    QFETCH(QString, gist);
    QFETCH(QString, bounded);
    QCOMPARE(boundedGist(gist), bounded);
    QVERIFY(boundedGist(QString(500, u'锁')).size() <= 61);
}

void TestClaimRender::handlesThatAreNoMailsDoNoHarm()
{
    const thread::Material material = someThread(false);
    CheckedSummary checked;
    checked.summary.claims
        = {{ClaimKind::Result, u"x y"_s, {-1, 0, 99}, {-1, 0, 99}, {}, ClaimWindow::Unsaid, {}}};
    checked.summary.positions = {{99, Stance::Ack, {}}};
    checked.summary.open = {{u"z"_s, 0, 99}};
    const SummaryText made
        = renderClaims(checked, material.listing, thread::establishFacts(material), Language::English);
    QVERIFY2(made.markdown.startsWith(u"**New in this period**\n\n- x y\n\n**Open points**\n\n- z\n"_s),
             qPrintable(made.markdown));
}

QTEST_GUILESS_MAIN(TestClaimRender)
#include "test_claimrender.moc"
