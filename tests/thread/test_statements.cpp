// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/facts.h"
#include "thread/factwords.h"
#include "thread/threadbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;
using lb::test::ThreadBuilder;

namespace
{

ThreadBuilder series()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH v2 0/2] cover").body("Hi all,\n\nThis makes it better.\n");
    b.mail(2, "[PATCH v2 1/2] a", {1}, 0.1)
        .body("Do a.\n\nSigned-off-by: Ada Example <ada@example.invalid>\n");
    b.mail(3, "[PATCH v2 2/2] b", {1}, 0.2).body("Do b.\n\nFixes: 123456789abc (\"x\")\n");
    return b;
}

} // namespace

/// What the mails of a thread say: what was applied, objections, questions, and who is awaited for it.
class TestStatements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFactHasItsLines();
    void saysWhatBecameOfAPosting_data();
    void saysWhatBecameOfAPosting();
    void seesObjections_data();
    void seesObjections();
    void saysWhoAnsweredAQuestion();
    void saysWhomAQuestionIsPutTo_data();
    void saysWhomAQuestionIsPutTo();
    void namesWhoIsAwaitedAndWhy();
    void marksCountPeopleAndMails();
};

void TestStatements::everyFactHasItsLines()
{
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo Example");
    b.body("> Do a.\n\nThis is wrong. Could you say why it is\nneeded at all?\n\n"
           "Tested-by: A Very Long Name\n  <long@example.invalid>\n");
    b.mail(5, "Re: [PATCH v2 0/2] cover", {1}, 2).from("Max").body("Hi,\n\nApplied to next.\nThanks!\n");
    b.mail(6, "Re: [PATCH v2 1/2] a", {1, 2}, 3).from("kernel test robot", "lkp@intel.com");
    b.body("Hi Ada,\n\nAll errors:\n\n>> x.c:1: error: y\n");
    const Facts facts = establishFacts(b.material());
    const auto lines = [](const auto& fact) { return QList<int>{fact.mail, fact.line, fact.lastLine}; };
    QCOMPARE(lines(facts.trailers.last()), (QList<int>{4, 5, 6}));
    QCOMPARE(lines(facts.objections.first()), (QList<int>{4, 2, 2}));
    QCOMPARE(lines(facts.questions.first()), (QList<int>{4, 2, 3}));
    QCOMPARE(lines(facts.applied.first()), (QList<int>{5, 2, 3}));
    QCOMPARE(lines(facts.botReports.first()), (QList<int>{6, 4, 4}));
    QCOMPARE(facts.botReports.first().quote, u"x.c:1: error: y"_s);
}

void TestStatements::saysWhatBecameOfAPosting_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("fate"); // with the patches named; empty = none
    const auto row
        = [](const char* name, const char* from, const char* subject, const char* body, const char* fate) {
              QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(subject)
                                  << QString::fromUtf8(body) << QString::fromUtf8(fate);
          };
    const char* reply = "Re: [PATCH v2 0/2] cover";
    row("applied", "Max", reply, "Applied to next, thanks!\n", "applied ");
    row("b4", "Max", reply, "Applied to next, thanks!\n\n[2/2] b\n      commit: 0123456789ab\n", "applied 2");
    row("patches by number", "Max", reply, "Applied patches 1-2 to next.\n", "applied 1,2");
    row("for now", "Max", reply, "Provisionally applied to -next.\n", "applied ");
    row("queued", "Max", reply, "Queued for -rc, thanks.\n", "queued ");
    row("queued up", "Max", reply, "FYI, this is queued up for 5.20.\n", "queued ");
    row("merged", "Max", reply, "Merged to https://git.example.invalid/x.git master\n", "merged ");
    row("at last", "Max", reply, "I finally merged this.\n", "merged ");
    row("tip-bot", "tip-bot2 for Ada|tip-bot2@linutronix.de", "[tip: x86/urgent] a",
        "The following commit has been merged into the x86/urgent branch of tip:\n", "merged ");
    row("pr-tracker", "pr-tracker-bot@kernel.org|pr-tracker-bot@kernel.org", reply,
        "The pull request you sent on Thu:\n\n> x\n\nhas been merged into torvalds/linux.git:\n", "merged ");
    row("stable", "greg|greg@example.invalid", "Patch \"a\" has been added to the 6.1-stable tree",
        "This is a note to let you know that I've just added the patch titled\n\n    a\n\nto the tree\n",
        "queued ");
    row("mm", "akpm|akpm@example.invalid", "+ a.patch added to mm-unstable branch",
        "The patch titled\n     Subject: a\nhas been added to the -mm mm-unstable branch.\n", "queued ");
    row("of another", "Max", reply, "Looks like the kernel side is queued now.\n", "");
    row("long ago", "Max", reply, "It was later merged upstream.\n", "");
}

void TestStatements::saysWhatBecameOfAPosting()
{
    QFETCH(QString, from);
    QFETCH(QString, subject);
    QFETCH(QString, body);
    ThreadBuilder b = series();
    b.mail(4, subject.toUtf8().constData(), {1}, 1).body(body.toUtf8().constData());
    const QByteArray address = from.section(u'|', 1).toUtf8();
    b.from(from.section(u'|', 0, 0).toUtf8().constData(), address.isEmpty() ? nullptr : address.constData());
    static const QStringList names{u"applied "_s, u"queued "_s, u"merged "_s};
    const Facts facts = establishFacts(b.material());
    QString fate;
    for (const AppliedStatement& one : facts.applied) {
        QStringList patches;
        for (const int patch : one.patches)
            patches += QString::number(patch);
        fate += names.at(static_cast<int>(one.fate)) + patches.join(u',');
    }
    QTEST(fate, "fate");
    QVERIFY(facts.botReports.isEmpty());
}

void TestStatements::seesObjections_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("objects");
    const auto row
        = [](const char* body, bool objects) { QTest::newRow(body) << QString::fromUtf8(body) << objects; };
    row("NAK.", true);
    row("Hard NACK on this approach.", true);
    row("That's a NAK from me.", true);
    row("I don't think this is right.", true);
    row("I don't think that's how the walker works.", true);
    row("I do not think this is a good idea.", true);
    row("This looks wrong to me.", true);
    row("This patch is completely broken.", true);
    row("That seems like a bad idea.", true);
    row("Hmm, this does not seem a correct patch.", true);
    row("This breaks userspace on old machines.", true);
    row("I'm not convinced.", true);
    row("I don't really like the idea of hiding it.", true);
    row("Please don't add more of these.", true);
    row("We can't do this without a new capability.", true);

    row("Reviewed and fine, no NAKs here.", false);
    row("The device NACKs the transfer.", false);
    row("If there's a hard NAK we can drop it.", false);
    row("I don't think you need this comment.", false);
    row("I don't object to it.", false);
    row("I don't have any objection to using it.", false);
    row("I was wrong about that.", false);
    row("The old code is wrong, as the message says.", false);
    row("Is this wrong?", false);
    row("That would be fine if this breaks nothing.", false);
    row("In the future, please don't do that.", false);
    row("> NAK.", false);
    row("I don't think it is needed.", false);
}

void TestStatements::seesObjections()
{
    QFETCH(QString, body);
    QFETCH(bool, objects);
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo Example").body((body + u'\n').toUtf8().constData());
    QCOMPARE(establishFacts(b.material()).objections.size(), objects ? 1 : 0);
    ThreadBuilder own = series(); // nobody refuses his own patch
    own.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).body((body + u'\n').toUtf8().constData());
    QVERIFY(establishFacts(own.material()).objections.isEmpty());
}

void TestStatements::saysWhoAnsweredAQuestion()
{
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo Example");
    b.body(
        "> Do a.\n\nWhy does this need a lock here?\n\n> Signed-off\n\nWhat about the other caller then?\n");
    b.mail(5, "Re: [PATCH v2 1/2] a", {1, 2, 4}, 2).from("Bo Example");
    b.body("> Why does this need a lock here?\n\nI meant the inner one.\n"); // oneself answers nothing
    b.mail(6, "Re: [PATCH v2 1/2] a", {1, 2, 4}, 3);
    b.body("> Why does this need a lock here?\n\nBecause of the walker.\n");
    b.mail(7, "Re: [PATCH v2 1/2] a", {1, 2, 4, 6}, 4).from("Cy Example");
    b.body("> > Why does this need a lock here?\n>\n> Because of the walker.\n\nIndeed.\n");
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.questions.size(), 2);
    QCOMPARE(facts.questions.at(0).state, QuestionState::Answered);
    QCOMPARE(facts.questions.at(0).answeredBy, 6);
    QCOMPARE(facts.questions.at(1).state, QuestionState::Open);
    QCOMPARE(facts.openQuestions().first().quote, u"What about the other caller then?"_s);

    // Once all is applied, nobody waits for an answer.
    b.mail(8, "Re: [PATCH v2 0/2] cover", {1}, 5).from("Max").body("Applied to next, thanks!\n");
    const Facts later = establishFacts(b.material());
    QCOMPARE(later.questions.at(1).state, QuestionState::Unclear);
    QVERIFY(later.openQuestions().isEmpty());
}

void TestStatements::saysWhomAQuestionIsPutTo_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("to");
    QTest::newRow("parent") << u"Why does this need a lock here?"_s << u"Bo Example"_s;
    QTest::newRow("quoted") << u"> > Do a.\n\nWhy does this need a lock here?"_s << u"Ada Example"_s;
    QTest::newRow("by name") << u"> Please lock.\n\nAda, why does this need a lock here?"_s
                             << u"Ada Example"_s;
    QTest::newRow("of nobody here") << u"@Eric, why does this need a lock here?"_s << u"Eric"_s;
    QTest::newRow("no name") << u"However, why does this need a lock here?"_s << u"Bo Example"_s;
}

void TestStatements::saysWhomAQuestionIsPutTo()
{
    QFETCH(QString, body);
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo Example").body("> Do a.\n\nPlease lock.\n");
    b.mail(5, "Re: [PATCH v2 1/2] a", {1, 2, 4}, 2)
        .from("Cy Example")
        .body((body + u'\n').toUtf8().constData());
    const Facts facts = establishFacts(b.material());
    QCOMPARE(facts.questions.size(), 1);
    QTEST(facts.questions.first().to.name, "to");
}

void TestStatements::namesWhoIsAwaitedAndWhy()
{
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 1/2] a", {1, 2}, 1).from("Bo Example").body("Why is this needed here at all?\n");
    const Facts asked = establishFacts(b.material());
    QCOMPARE(asked.grounds.reason, AwaitingReason::Asked);
    QCOMPARE(asked.grounds.mails, QList<int>{4});
    QCOMPARE(awaitedNames(asked.grounds), QStringList{u"Ada Example"_s});
    QCOMPARE(reasonText(asked.grounds.reason, Language::English), u"questions are open"_s);
    QCOMPARE(reasonText(asked.grounds.reason, Language::Chinese), u"有问题尚未答复"_s);

    b.mail(5, "[PATCH v3 0/2] cover", {1}, 9).mail(6, "[PATCH v3 1/2] a", {1, 5}, 9.1);
    b.mail(7, "[PATCH v3 2/2] b", {1, 5}, 9.2);
    const Facts anew = establishFacts(b.material());
    QCOMPARE(anew.awaiting, Awaiting::Reviewers);
    QCOMPARE(anew.grounds.reason, AwaitingReason::NewRevision);
    QCOMPARE(awaitedNames(anew.grounds), QStringList{u"Bo Example"_s});
    QVERIFY(anew.openQuestions().isEmpty()); // asked of v2

    b.mail(8, "Re: [PATCH v3 0/2] cover", {1, 5}, 10).from("Bo Example");
    b.body("Reviewed-by: Bo Example <bo.example@example.invalid>\n");
    const Facts reviewed = establishFacts(b.material());
    QCOMPARE(reviewed.awaiting, Awaiting::Maintainer);
    QCOMPARE(reviewed.grounds.mails, QList<int>{8});

    // Only answers are listed: who promises the next version posted it.
    ThreadBuilder answers;
    answers.mail(2, "Re: [PATCH v6 3/5] x", {1}).from("Bo Example").body("This wants a comment.\n");
    answers.mail(3, "Re: [PATCH v6 3/5] x", {1, 2}, 1)
        .body("> This wants a comment.\n\nI'll add one in v7.\n");
    const Facts promised = establishFacts(answers.material());
    QCOMPARE(promised.awaiting, Awaiting::Author);
    QCOMPARE(promised.grounds.reason, AwaitingReason::Promised);
    QCOMPARE(awaitedNames(promised.grounds), QStringList{u"Ada Example"_s});
}

void TestStatements::marksCountPeopleAndMails()
{
    ThreadBuilder b = series();
    b.mail(4, "Re: [PATCH v2 0/2] cover", {1}, 1).from("Bo Example");
    b.body("Reviewed-by: Bo Example <bo@example.invalid>\nTested-by: Bo Example <bo@example.invalid>\n");
    b.mail(5, "Re: [PATCH v2 1/2] a", {1, 2}, 2).from("Bo Example");
    b.body("Reviewed-by: Bo Example <bo@example.invalid>\n");
    b.mail(6, "Re: [PATCH v2 2/2] b", {1, 3}, 3).from("Cy Example").body("NAK. Why is that needed here?\n");
    FactMarks marks = factMarks(establishFacts(b.material()));
    QCOMPARE(marks.reviews, 1);
    QCOMPARE(marks.tests, 1);
    QCOMPARE(marks.acks, 0);
    QCOMPARE(marks.refusals, 1);
    QCOMPARE(marks.openQuestions, 1);
    QCOMPARE(marks.applied, FactMarks::Applied::No);
    QCOMPARE(marks.awaiting, Awaiting::Author);
    QCOMPARE(marks.reason, AwaitingReason::Objected);
    b.mail(7, "Re: (subset) [PATCH v2 0/2] cover", {1}, 4).from("Max");
    b.body("Applied to next, thanks!\n\n[1/2] a\n      commit: 0123456789ab\n");
    QCOMPARE(factMarks(establishFacts(b.material())).applied, FactMarks::Applied::Part);
    b.mail(8, "Re: [PATCH v2 0/2] cover", {1}, 5).from("Max").body("Queued, thanks.\n");
    marks = factMarks(establishFacts(b.material()));
    QCOMPARE(marks.applied, FactMarks::Applied::All);
    QCOMPARE(marks.awaiting, Awaiting::Nobody);
}

QTEST_APPLESS_MAIN(TestStatements)
#include "test_statements.moc"
