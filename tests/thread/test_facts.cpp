// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/facts.h"
#include "thread/statements.h"
#include "thread/threadbuilder.h"
#include "thread/trailers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;
using lb::test::ThreadBuilder;

namespace
{

/// "Reviewed-by bo 1,2 [4]" for each trailer.
QStringList told(const QList<Trailer>& trailers)
{
    QStringList result;
    for (const Trailer& trailer : trailers) {
        QStringList patches;
        for (const int n : trailer.appliesTo)
            patches += QString::number(n);
        const QString who
            = trailer.who.address.isEmpty() ? trailer.who.name : trailer.who.address.section(u'@', 0, 0);
        result
            += u"%1 %2 %3 [%4]"_s.arg(trailer.kind, who, patches.join(u','), QString::number(trailer.mail));
    }
    return result;
}

ThreadBuilder series()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH v2 0/2] cover").body("Hi all,\n\nThis makes it better.\n");
    b.mail(2, "[PATCH v2 1/2] a", {1}, 0.1)
        .body("Do a.\n\nSigned-off-by: Ada Example <ada@example.invalid>\n");
    b.mail(3, "[PATCH v2 2/2] b", {1}, 0.2).body("Do b.\n\nFixes: 123456789abc (\"x\")\n");
    return b;
}

QString name(Awaiting awaiting)
{
    static const QStringList names{u"author"_s, u"reviewers"_s, u"maintainer"_s, u"nobody"_s};
    return names.at(static_cast<int>(awaiting));
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seriesIsTheNewestPosting();
    void lonePatchIsOneOfOne();
    void answersAloneStillNameTheirSeries();
    void talkHasNoSeries();
    void otherSeriesInTheThreadIsNoRevision();
    void readsTrailers_data();
    void readsTrailers();
    void attributesTrailers();
    void countsNobodysReviewOfHimself();
    void leavesTrailersOfOlderRevisionsWithoutPatches();
    void seesWhatWasApplied_data();
    void seesWhatWasApplied();
    void seesWhatBotsSay_data();
    void seesWhatBotsSay();
    void findsOpenQuestions_data();
    void findsOpenQuestions();
    void saysWhoIsAwaited_data();
    void saysWhoIsAwaited();
    void takesNothingAndTooMuch();
};

void TestFacts::seriesIsTheNewestPosting()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/2] make it better")
        .mail(2, "[PATCH 1/2] a", {1}, 0.1)
        .mail(3, "[PATCH 2/2] b", {1}, 0.2);
    b.mail(4, "[PATCH v2 0/3] make it better", {1}, 30).mail(5, "[PATCH v2 1/3] a", {4}, 30.1);
    b.mail(6, "[PATCH v2 3/3] c", {4}, 30.2);
    const Facts facts = establishFacts(b.material());
    QVERIFY(facts.series.has_value());
    QCOMPARE(facts.series->revision, 2);
    QCOMPARE(facts.series->total, 3);
    QCOMPARE(facts.series->present, (QList<int>{0, 1, 3}));
    QCOMPARE(facts.series->previousRoot.bytes, QByteArray("1@example.invalid"));
    QVERIFY(facts.series->nextRoot.isEmpty());
}

void TestFacts::lonePatchIsOneOfOne()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH v3] fix it").mail(2, "Re: [PATCH v3] fix it", {1}, 1).from("Bo Example");
    b.body("Reviewed-by: Bo Example <bo@example.invalid>\n");
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.series->revision, 3);
    QCOMPARE(facts.series->total, 1);
    QCOMPARE(facts.series->present, QList<int>{1});
    QCOMPARE(told(facts.trailers), QStringList{u"Reviewed-by bo 1 [2]"_s});
}

void TestFacts::answersAloneStillNameTheirSeries()
{
    ThreadBuilder b;
    b.mail(2, "Re: [PATCH v6 3/5] x", {1})
        .from("Bo Example")
        .body("Reviewed-by: Bo Example <bo@example.invalid>\n");
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.series->revision, 6);
    QCOMPARE(facts.series->total, 5);
    QVERIFY(facts.series->present.isEmpty());
    QCOMPARE(told(facts.trailers), QStringList{u"Reviewed-by bo 3 [1]"_s});
}

void TestFacts::talkHasNoSeries()
{
    ThreadBuilder b;
    b.mail(1, "KVM call on Tuesday");
    QVERIFY(!establishFacts(b.material()).series.has_value());
}

void TestFacts::otherSeriesInTheThreadIsNoRevision()
{
    ThreadBuilder b = series();
    b.mail(9, "[PATCH v5 1/1] something else", {3}, 9).from("Bo Example");
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.series->revision, 2);
    QVERIFY(facts.series->previousRoot.isEmpty());
}

void TestFacts::readsTrailers_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("trailers"); // kind|name|address
    const auto row = [](const char* name, const char* body, const QStringList& trailers) {
        QTest::newRow(name) << QString::fromUtf8(body) << trailers;
    };
    row("plain", "Reviewed-by: Bo B <bo@x>\n", {u"Reviewed-by|Bo B|bo@x"_s});
    row("case", "reviewed-BY: Bo B <bo@x>\n", {u"Reviewed-by|Bo B|bo@x"_s});
    row("indented", "\tAcked-by: Bo B <bo@x>\n", {u"Acked-by|Bo B|bo@x"_s});
    row("wrapped", "Tested-by: A Very Long Name\n  <bo@x>\n", {u"Tested-by|A Very Long Name|bo@x"_s});
    row("comment", "Acked-by: Bo B <bo@x> # arm64\n", {u"Acked-by|Bo B|bo@x"_s});
    row("bare address", "Acked-by: bo@x\n", {u"Acked-by||bo@x"_s});
    row("two in one", "Reviewed-and-tested-by: Bo <bo@x>\n",
        {u"Reviewed-by|Bo|bo@x"_s, u"Tested-by|Bo|bo@x"_s});
    row("twice", "Acked-by: Bo <bo@x>\nAcked-by: Bo <BO@x>\n", {u"Acked-by|Bo|bo@x"_s});
    row("fixes", "Fixes: 123456789abc (\"KVM: a title\n that is wrapped\")\n",
        {u"Fixes|123456789abc (\"KVM: a title that is wrapped\")|"_s});
    row("quoted does not count", "> Reviewed-by: Bo <bo@x>\n\nNo.\n", {});
    row("below the signature", "Hello\n\n-- \nReviewed-by: Bo <bo@x>\n", {});
    row("no address", "Reviewed-by: nobody so far\n", {});
    row("in a sentence", "You may add my Reviewed-by: Bo <bo@x> to it.\n", {});
    row("signed off", "Signed-off-by: Bo <bo@x>\nCc: Cy <cy@x>\n", {});
    row("unknown kind", "Liked-by: Bo <bo@x>\n", {});
}

void TestFacts::readsTrailers()
{
    QFETCH(QString, body);
    QStringList found;
    const QList<RawTrailer> trailers = trailersIn(mail::classify(body));
    for (const RawTrailer& trailer : trailers)
        found += QStringList{trailer.kind, trailer.who.name, trailer.who.address}.join(u'|');
    QTEST(found, "trailers");
}

void TestFacts::attributesTrailers()
{
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 0/2] cover", {1}, 1)
        .from("Bo Example")
        .body("Acked-by: Bo Example <bo@example.invalid>\n");
    b.mail(5, "Re: [PATCH v2 1/2] a", {1, 2}, 2).from("Cy Example").body("A question.\n");
    b.mail(6, "Re: [PATCH v2 1/2] a", {1, 2, 5}, 3)
        .from("Cy Example")
        .body("Tested-by: Cy Example <cy@example.invalid>\n");
    b.mail(7, "changed subject", {3}, 4)
        .from("Bo Example")
        .body("Reviewed-by: Bo Example <bo@example.invalid>\n");
    const QStringList expected{u"Fixes 123456789abc (\"x\") 2 [3]"_s, u"Acked-by bo 1,2 [4]"_s,
                               u"Tested-by cy 1 [6]"_s};
    QCOMPARE(told(establishFacts(b.material()).trailers),
             expected); // what is under another subject is doubtful
}

void TestFacts::countsNobodysReviewOfHimself()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 1/2] a").body("Text.\n\nReviewed-by: Ada Example <ada@other.invalid>\n");
    b.mail(2, "[PATCH 2/2] b", {1}, 1)
        .body("From: Cy Example <cy@example.invalid>\n\nText.\n\n"
              "Tested-by: Cy Example <cy@example.invalid>\n"
              "Reviewed-by: Ada Example <ada@example.invalid>\n");
    b.mail(3, "Re: [PATCH 1/2] a", {1}, 2).body("Reviewed-by: Bo Example <bo@example.invalid>\n");
    QCOMPARE(told(establishFacts(b.material()).trailers), QStringList{u"Reviewed-by ada 2 [2]"_s});
}

void TestFacts::leavesTrailersOfOlderRevisionsWithoutPatches()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 1/2] a").mail(2, "[PATCH v2 1/2] a", {1}, 20);
    b.mail(3, "Re: [PATCH 1/2] a", {1}, 21)
        .from("Bo Example")
        .body("Acked-by: Bo Example <bo@example.invalid>\n");
    QCOMPARE(told(establishFacts(b.material()).trailers), QStringList{u"Acked-by bo  [3]"_s});
}

void TestFacts::seesWhatWasApplied_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("quote"); // empty = none
    const auto row = [](const char* body, const char* quote) {
        QTest::newRow(body) << QString::fromUtf8(body) << QString::fromUtf8(quote);
    };
    row("Applied to fixes, thanks!\n", "Applied to fixes, thanks!");
    row("> patch\n\nQueued, thanks.\n\nPaolo\n", "Queued, thanks.");
    row("Pulled, thanks!\n", "Pulled, thanks!");
    row("Applied patches 1-3 to next.\n", "Applied patches 1-3 to next.");
    row("I've picked the two patches, which means they will appear.\n",
        "I've picked the two patches, which means they will appear.");
    row("Merged to https://git.example.invalid/x.git master\n",
        "Merged to https://git.example.invalid/x.git master");
    row("Looks good. Applied to kvmarm/next.\n", "Applied to kvmarm/next.");
    row("> Applied to fixes, thanks!\n\nGreat.\n", "");
    row("I will queue it once the merge window settles.\n", "");
    row("Queued if nobody objects?\n", "");
    row("Applied cleanly on top of v6.1 and boots.\n", "");
    row("- Merged the two functions into one\n", "");
    row("The series can be\nmerged. There are reasons.\n", "");
    row("Merged into the previous patch as suggested.\n", "");
    row("Applied your suggestion in v3.\n", "");
    row("I have merged the two functions.\n", "");
    row("This was never applied.\n", "");
}

void TestFacts::seesWhatWasApplied()
{
    QFETCH(QString, body);
    QFETCH(QString, quote);
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 0/2] cover", {1}, 1).from("Max Maintainer").body(body.toUtf8().constData());
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.applied.size(), quote.isEmpty() ? 0 : 1);
    if (!quote.isEmpty()) {
        QCOMPARE(facts.applied.first().mail, 4);
        QVERIFY2(facts.applied.first().quote.startsWith(quote), qPrintable(facts.applied.first().quote));
    }
    ThreadBuilder own = series(); // what the author says of his own series is no statement of a maintainer
    own.mail(4, "Re: [PATCH v2 0/2] cover", {1}, 1).body(body.toUtf8().constData());
    QVERIFY(establishFacts(own.material()).applied.isEmpty());
}

void TestFacts::seesWhatBotsSay_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("applied");
    QTest::newRow("lkp") << u"kernel test robot|lkp@intel.com"_s
                         << u"kernel test robot noticed build errors:\n\nx.c:1: error: y\n"_s << 1 << 0;
    QTest::newRow("lkp is content") << u"kernel test robot|lkp@intel.com"_s
                                    << u"BUILD SUCCESS\n\nwarning levels: W=1\n"_s << 0 << 0;
    QTest::newRow("syzbot") << u"syzbot|syzbot+1@syzkaller.appspotmail.com"_s
                            << u"syzbot found the following issue on:\n"_s << 1 << 0;
    QTest::newRow("syzbot tested")
        << u"syzbot|syzbot+1@syzkaller.appspotmail.com"_s
        << u"syzbot has tested the proposed patch and the reproducer did not trigger any issue:\n"_s << 0
        << 0;
    QTest::newRow("pr-tracker")
        << u"pr-tracker-bot@kernel.org|pr-tracker-bot@kernel.org"_s
        << u"The pull request you sent on Thu, 9 Jun 2022 15:17:31 +0100:\n\n> x\n\nhas been merged into x:\n"_s
        << 0 << 1;
    QTest::newRow("patchwork")
        << u"|patchwork-bot+kvm@kernel.org"_s
        << u"Hello:\n\nThis series was applied to netdev/net-next.git (main)\nby Max <max@x>:\n"_s << 0 << 1;
    QTest::newRow("a CI is content") << u"CI bot|ci@example.invalid"_s
                                     << u"All tests passed on all machines.\n"_s << 0 << 0;
    QTest::newRow("a person") << u"Bo Bothe|bo@example.invalid"_s << u"I see a build error: y\n"_s << 0 << 0;
}

void TestFacts::seesWhatBotsSay()
{
    QFETCH(QString, from);
    QFETCH(QString, body);
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).body(body.toUtf8().constData());
    b.from(from.section(u'|', 0, 0).toUtf8().constData(), from.section(u'|', 1).toUtf8().constData());
    const Facts facts = establishFacts(b.material());
    QTEST(static_cast<int>(facts.botFailures().size()), "failures");
    QTEST(static_cast<int>(facts.applied.size()), "applied");
}

void TestFacts::findsOpenQuestions_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("answer"); // by the author; empty = none
    QTest::addColumn<QStringList>("open");
    const QString question = u"Why does this need a lock here?"_s;
    QTest::newRow("nobody answers") << question << QString() << QStringList{question};
    QTest::newRow("quoted and answered")
        << question << u"> Why does this need a lock here?\n\nBecause.\n"_s << QStringList{};
    QTest::newRow("wrapped anew") << question << u"> Why does this\n> need a lock here?\n\nBecause.\n"_s
                                  << QStringList{};
    QTest::newRow("something else is quoted") << question << u"> Do a.\n\nNo.\n"_s << QStringList{question};
    QTest::newRow("an answer that quotes nothing") << question << u"Because.\n"_s << QStringList{};
    QTest::newRow("quoted without a word")
        << question << u"> Why does this need a lock here?\n"_s << QStringList{question};
    QTest::newRow("right?") << u"It is fine, right?"_s << QString() << QStringList{u"It is fine, right?"_s};
    QTest::newRow("a word is no question") << u"It works. Really?"_s << QString() << QStringList{};
    QTest::newRow("code") << u"    x = a ? b : c; what is it?"_s << QString() << QStringList{};
    QTest::newRow("quoted question of another")
        << u"> Why does this need a lock?\n\nI wonder."_s << QString() << QStringList{};
    QTest::newRow("Chinese") << u"这里为什么需要加锁？谢谢。"_s << QString()
                             << QStringList{u"这里为什么需要加锁？"_s};
    QTest::newRow("two lines") << u"Could you say why this\nis needed at all?"_s << QString()
                               << QStringList{u"Could you say why this is needed at all?"_s};
}

void TestFacts::findsOpenQuestions()
{
    QFETCH(QString, asked);
    QFETCH(QString, answer);
    QFETCH(QStringList, open);
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1)
        .from("Bo Example")
        .body((asked + u'\n').toUtf8().constData());
    if (!answer.isEmpty())
        b.mail(5, "Re: [PATCH v2 1/2] a", {1, 2, 4}, 2).body(answer.toUtf8().constData());
    QStringList found;
    const Facts facts = establishFacts(b.material());
    const QList<Statement> questions = facts.openQuestions();
    for (const Statement& question : questions) {
        QCOMPARE(question.mail, 4);
        found += question.quote;
    }
    QCOMPARE(found, open);
}

void TestFacts::saysWhoIsAwaited_data()
{
    QTest::addColumn<QStringList>("answers"); // from|subject part|body
    QTest::addColumn<QString>("awaiting");
    using Rows = QStringList;
    QTest::newRow("just posted") << Rows{} << u"reviewers"_s;
    QTest::newRow("asked") << Rows{u"Bo|0/2|Why is this needed here?"_s} << u"author"_s;
    QTest::newRow("commented") << Rows{u"Bo|1/2|This wants a comment."_s} << u"author"_s;
    QTest::newRow("answered") << Rows{u"Bo|1/2|This wants a comment."_s,
                                      u"Ada|1/2|> This wants a comment.\n\nIndeed."_s}
                              << u"reviewers"_s;
    QTest::newRow("half reviewed") << Rows{u"Bo|1/2|Reviewed-by: Bo <bo@x>"_s} << u"reviewers"_s;
    QTest::newRow("reviewed") << Rows{u"Bo|0/2|Reviewed-by: Bo <bo@x>"_s} << u"maintainer"_s;
    QTest::newRow("applied") << Rows{u"Bo|0/2|Reviewed-by: Bo <bo@x>"_s,
                                     u"Max|0/2|Applied to next, thanks!"_s}
                             << u"nobody"_s;
    QTest::newRow("applied in part")
        << Rows{u"Max|0/2|Applied to next, thanks!\n\n[1/2] a\n      commit: 123456789abc"_s} << u"author"_s;
    QTest::newRow("promised") << Rows{u"Bo|1/2|This wants a comment."_s,
                                      u"Ada|1/2|> This wants a comment.\n\nWill fix that in v3."_s}
                              << u"author"_s;
    QTest::newRow("withdrawn") << Rows{u"Bo|1/2|This wants a comment."_s,
                                       u"Ada|1/2|> This wants a comment.\n\nPlease ignore this patch."_s}
                               << u"nobody"_s;
    QTest::newRow("posted anew") << Rows{u"Ada|0/2|FYI v3 was just posted."_s} << u"nobody"_s;
    QTest::newRow("the author asks")
        << Rows{u"Bo|1/2|This wants a comment."_s,
                u"Ada|1/2|> This wants a comment.\n\nWhich one would you like?"_s}
        << u"reviewers"_s;
    QTest::newRow("objected") << Rows{u"Bo|0/2|NAK."_s} << u"author"_s;
    QTest::newRow("a robot complains") << Rows{u"kernel test robot|1/2|x.c:1: error: y"_s} << u"author"_s;
}

void TestFacts::saysWhoIsAwaited()
{
    QFETCH(QStringList, answers);
    ThreadBuilder b = series();
    IdNumber number = 4;
    for (const QString& answer : answers) {
        const QString part = answer.section(u'|', 1, 1);
        const QString subject = u"Re: [PATCH v2 "_s + part + u"] x"_s;
        b.mail(number, subject.toUtf8().constData(),
               part == "0/2"_L1 ? QList<IdNumber>{1} : QList<IdNumber>{1, 2}, number);
        const QString from
            = answer.section(u'|', 0, 0) == "Ada"_L1 ? u"Ada Example"_s : answer.section(u'|', 0, 0);
        b.from(from.toUtf8().constData()).body((answer.section(u'|', 2) + u'\n').toUtf8().constData());
        ++number;
    }
    QTEST(name(establishFacts(b.material()).awaiting), "awaiting");
}

void TestFacts::takesNothingAndTooMuch()
{
    QVERIFY(establishFacts({}).trailers.isEmpty());
    ThreadBuilder b = series();
    Material withoutBodies = b.material();
    withoutBodies.bodies.clear();
    QVERIFY(establishFacts(withoutBodies).series.has_value());

    ThreadBuilder huge;
    huge.mail(1, "[PATCH 0/999999] x").body("Text.\n");
    huge.mail(2, "Re: [PATCH 0/999999] x", {1}, 1).from("Bo").body("Reviewed-by: Bo <bo@x>\n");
    QVERIFY(establishFacts(huge.material()).trailers.first().appliesTo.size() <= 1000);

    const QByteArray words = QByteArray("Why is this line here at all? This is wrong.\n\n").repeated(20'000);
    ThreadBuilder many = series();
    many.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo").body(words.constData());
    const Facts bounded = establishFacts(many.material());
    QCOMPARE(bounded.questions.size(), 200);
    QCOMPARE(bounded.objections.size(), 5);
}

QTEST_APPLESS_MAIN(TestFacts)
#include "test_facts.moc"
