// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evaluation.h"

#include <QTest>

using namespace lb;
using namespace lb::query;
using namespace Qt::StringLiterals;
using thread::Awaiting;
using thread::FactMarks;

namespace
{

const QDate today(2025, 6, 18);
constexpr qint64 monday = 1750032000; ///< 2025-06-16 00:00 UTC
constexpr qint64 day = 86'400;

/// A thread that everything is known of.
struct Thread {
    FactMarks facts;
    QStringList tags{u"Urgent"_s};
    thread::Listing listing;
    Fingerprint subjectsPrint;
    Fingerprint sendersPrint;
    Row row;

    Thread()
    {
        facts.reviews = 2;
        facts.openQuestions = 1;
        facts.awaiting = Awaiting::Reviewers;
        for (const qint64 at : {monday, monday + 4 * day}) {
            listing.mails.emplace_back();
            listing.mails.back().mail.date.utc = at;
        }
        row.subjects = u"\n[patch v3 0/2] kvm: vgic rework\n[patch v3 1/2] kvm: first\n";
        row.senders = u"\nada example\nada@example.invalid\ngrace\ngrace@example.invalid\n";
        row.starter = u"\nada example\nada@example.invalid\n";
        subjectsPrint = Fingerprint(row.subjects);
        sendersPrint = Fingerprint(row.senders);
        row.subjectsPrint = &subjectsPrint;
        row.sendersPrint = &sendersPrint;
        row.started = monday;
        row.lastActivity = monday + 4 * day;
        row.mails = 12;
        row.participants = 2;
        row.revision = 3;
        row.listing = &listing;
        row.facts = &facts;
        row.unread = 1;
        row.starred = true;
        row.noted = true;
        row.tags = &tags;
        row.list = u"kvmarm";
    }
};

Plan planOf(const QString& typed, const Identity& me = {{u"Grace@Example.invalid"_s}})
{
    const Parsed parsed = parse(typed, today);
    if (parsed.problem)
        qFatal("not understood: %s", qPrintable(typed));
    return Plan(parsed.query, me);
}

QByteArray name(Truth truth)
{
    return truth == Truth::Yes ? "yes" : truth == Truth::No ? "no" : "unknown";
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decides_data();
    void decides();
    void aFingerprintRulesOutOnlyWhatIsNotThere();
    void unknownIsNeitherTrueNorFalse_data();
    void unknownIsNeitherTrueNorFalse();
    void asksTheIndexForWhatItNeeds();
    void awaitsMe_data();
    void awaitsMe();
    void marksTheMailsThatMatch();
    void saysWhatItDependsOn();
};

void TestEvaluation::decides_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("met");
    const auto rows = [](bool met, const QStringList& queries) {
        for (const QString& typed : queries)
            QTest::newRow(qPrintable(typed)) << typed << met;
    };
    rows(true,
         {u""_s,
          u"VGIC"_s,
          u"rewo"_s,
          u"ada"_s,
          u"grace vgic"_s,
          u"\"vgic rework\""_s,
          u"[patch"_s,
          u"from:ada"_s,
          u"from:grace@"_s,
          u"from:\"ada example\""_s,
          u"from:me"_s,
          u"starter:ada"_s,
          u"subject:vgic"_s,
          u"is:unread"_s,
          u"is:starred"_s,
          u"has:note"_s,
          u"has:patch"_s,
          u"has:review"_s,
          u"is:open"_s,
          u"awaiting:reviewers"_s,
          u"tag:urgent"_s,
          u"list:KVMARM"_s,
          u"revision:>=3"_s,
          u"revision:3"_s,
          u"mails:>10"_s,
          u"mails:..12"_s,
          u"participants:<=2"_s,
          u"since:2025-06-20"_s,
          u"until:2025-06-16"_s,
          u"during:2025-06-20"_s,
          u"during:2025-W25"_s,
          u"since:7d"_s,
          u"nothing or vgic"_s,
          u"-nothing"_s,
          u"-(nothing or none)"_s,
          u"awaiting:author awaiting:reviewers"_s,
          u"-is:muted -is:done -is:snoozed"_s});
    rows(false,
         {u"nothing"_s,
          u"\"rework vgic\""_s,
          u"vgic nothing"_s,
          u"-vgic"_s,
          u"from:bob"_s,
          u"starter:grace"_s,
          u"starter:me"_s,
          u"subject:ada"_s,
          u"is:muted"_s,
          u"is:done"_s,
          u"is:snoozed"_s,
          u"is:nack"_s,
          u"has:nack"_s,
          u"is:bot-failure"_s,
          u"is:applied"_s,
          u"awaiting:author"_s,
          u"awaiting:nobody"_s,
          u"tag:urg"_s,
          u"list:lkml"_s,
          u"revision:2"_s,
          u"mails:>12"_s,
          u"participants:>=3"_s,
          u"since:2025-06-21"_s,
          u"until:2025-06-15"_s,
          u"during:2025-06-18"_s,
          u"=>"_s,
          u"body:vgic"_s,
          u"to:bob"_s,
          u"-(vgic or nothing)"_s,
          u"vgic and -vgic"_s});
}

void TestEvaluation::decides()
{
    QFETCH(QString, typed);
    QFETCH(bool, met);
    const Thread thread;
    const Plan plan = planOf(typed);
    const std::vector<Truth> nowhere(plan.texts().size(), Truth::No);
    QCOMPARE(name(plan.evaluate(thread.row, nowhere)), name(met ? Truth::Yes : Truth::No));
}

void TestEvaluation::aFingerprintRulesOutOnlyWhatIsNotThere()
{
    const QString text = u"\n[patch v3 0/2] kvm: vgic 补丁 \U0001F600 rework\n"_s;
    const Fingerprint print(text);
    for (qsizetype from = 0; from < text.size(); ++from) {
        for (qsizetype length = 0; from + length <= text.size(); ++length)
            QVERIFY(print.mayHold(Fingerprint(QStringView(text).mid(from, length))));
    }
    int ruledOut = 0;
    const QStringList absent{u"memory"_s, u"selftests"_s, u"nested"_s, u"pkvm"_s, u"arm64"_s, u"linus"_s};
    for (const QString& word : absent)
        ruledOut += print.mayHold(Fingerprint(word)) ? 0 : 1;
    QCOMPARE(ruledOut, static_cast<int>(absent.size()));
    QVERIFY(!Fingerprint(u"").mayHold(Fingerprint(u"ab")));
}

void TestEvaluation::unknownIsNeitherTrueNorFalse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString& typed, const QByteArray& expected) {
        QTest::newRow(qPrintable(typed)) << typed << expected;
    };
    row(u"is:open"_s, "unknown");
    row(u"-is:open"_s, "unknown");
    row(u"is:open vgic"_s, "unknown");
    row(u"is:open nothing"_s, "unknown"); // the text may still be in a body
    row(u"is:open is:muted"_s, "no");
    row(u"is:open or is:starred"_s, "yes");
    row(u"vgic"_s, "yes"); // a subject is enough
    row(u"elsewhere"_s, "unknown");
    row(u"-elsewhere"_s, "unknown");
    row(u"body:vgic"_s, "unknown");
    row(u"body:vgic is:muted"_s, "no");
    row(u"-(body:vgic is:muted)"_s, "yes");
    row(u"awaiting:me"_s, "unknown");
}

void TestEvaluation::unknownIsNeitherTrueNorFalse()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    Thread thread;
    thread.row.facts = nullptr;
    const Plan plan = planOf(typed);
    const std::vector<Truth> unanswered(plan.texts().size(), Truth::Unknown);
    QCOMPARE(name(plan.evaluate(thread.row, unanswered)), expected);
}

void TestEvaluation::asksTheIndexForWhatItNeeds()
{
    using store::TextTerm;
    const auto texts = [](const QString& typed) { return planOf(typed).texts(); };
    using Texts = std::vector<TextTerm>;
    QCOMPARE(texts(u"from:ada is:open mails:>3 subject:x starter:me"_s), Texts());
    QCOMPARE(texts(u"Vgic"_s), (Texts{{store::wordColumns, u"vgic"_s, false}}));
    QCOMPARE(texts(u"Vgic*"_s), (Texts{{store::wordColumns, u"vgic"_s, true}}));
    QCOMPARE(texts(u"\"Vgic\""_s), (Texts{{store::wordColumns, u"vgic"_s, false}}));
    QCOMPARE(texts(u"\"Vgic*\""_s), (Texts{{store::wordColumns, u"vgic*"_s, false}}));
    QCOMPARE(texts(u"v*"_s), (Texts{{store::wordColumns, u"v*"_s, false}})); // begins too much
    QCOMPARE(texts(u"->"_s), Texts());
    QCOMPARE(texts(u"vgic or -VGIC"_s).size(), 1U); // each once
    QCOMPARE(texts(u"body:vgic path:arch/arm64 trailer:reviewed-by"_s),
             (Texts{{store::BodyColumn, u"vgic"_s, false},
                    {store::FilesColumn, u"arch/arm64"_s, false},
                    {store::TrailersColumn, u"reviewed-by"_s, false}}));
    QCOMPARE(texts(u"to:me"_s), (Texts{{store::RecipientsColumn, u"graceexampleinvalid"_s, false}}));
    QCOMPARE(planOf(u"to:me"_s, {}).texts(), Texts());
    QCOMPARE(texts(u"to:grace@example.invalid"_s), texts(u"to:me"_s)); // an address is one word
    QCOMPARE(texts(u"to:grace@"_s), (Texts{{store::RecipientsColumn, u"grace@"_s, false}}));
    const Thread thread;
    const Plan plan = planOf(u"body:vgic -path:arch"_s);
    QCOMPARE(plan.evaluate(thread.row, std::vector{Truth::Yes, Truth::No}), Truth::Yes);
    QCOMPARE(plan.evaluate(thread.row, std::vector{Truth::Yes, Truth::Yes}), Truth::No);
}

void TestEvaluation::awaitsMe_data()
{
    QTest::addColumn<int>("awaiting");
    QTest::addColumn<QString>("me");
    QTest::addColumn<bool>("addressed"); ///< by To or Cc
    QTest::addColumn<bool>("met");
    const auto row = [](const char* what, Awaiting awaiting, const QString& me, bool addressed, bool met) {
        QTest::newRow(what) << static_cast<int>(awaiting) << me << addressed << met;
    };
    row("the author", Awaiting::Author, u"ada@example.invalid"_s, false, true);
    row("another than the author", Awaiting::Author, u"grace@example.invalid"_s, true, false);
    row("who took part reviews", Awaiting::Reviewers, u"grace@example.invalid"_s, false, true);
    row("who was addressed reviews", Awaiting::Reviewers, u"carl@example.invalid"_s, true, true);
    row("a stranger", Awaiting::Reviewers, u"carl@example.invalid"_s, false, false);
    row("nobody reviews himself", Awaiting::Reviewers, u"ada@example.invalid"_s, true, false);
    row("part of an address", Awaiting::Reviewers, u"grace@example.inval"_s, false, false);
    row("a maintainer", Awaiting::Maintainer, u"carl@example.invalid"_s, true, true);
    row("nobody", Awaiting::Nobody, u"grace@example.invalid"_s, true, false);
    row("not known", Awaiting::Author, QString(), true, false);
}

void TestEvaluation::awaitsMe()
{
    QFETCH(int, awaiting);
    QFETCH(QString, me);
    QFETCH(bool, addressed);
    QFETCH(bool, met);
    Thread thread;
    thread.facts.awaiting = static_cast<Awaiting>(awaiting);
    const Plan plan = planOf(u"awaiting:me"_s, {me.isEmpty() ? QStringList() : QStringList{me}});
    const std::vector<Truth> texts(plan.texts().size(), addressed ? Truth::Yes : Truth::No);
    QCOMPARE(plan.evaluate(thread.row, texts), met ? Truth::Yes : Truth::No);
}

void TestEvaluation::marksTheMailsThatMatch()
{
    thread::ListedMail mail;
    mail.mail.row = MailId{7};
    mail.mail.subject = u"Re: [PATCH] Vgic"_s;
    mail.mail.from = {u"Grace Example"_s, u"grace@example.invalid"_s};
    auto here = std::make_shared<store::MailSet>();
    here->insert(MailId{7});
    const auto marked = [&mail, &here](const QString& typed, bool found) {
        const Plan plan = planOf(typed);
        const store::MailSetPointer answer = found ? here : std::make_shared<store::MailSet>();
        return plan.marks(mail, std::vector(plan.texts().size(), answer));
    };
    QVERIFY(marked(u"vgic"_s, false));
    QVERIFY(marked(u"nothing or from:grace"_s, false));
    QVERIFY(marked(u"from:me is:open"_s, false));
    QVERIFY(marked(u"body:storm"_s, true));
    QVERIFY(!marked(u"body:storm"_s, false));
    QVERIFY(!marked(u"-vgic"_s, true));
    QVERIFY(marked(u"-(-vgic)"_s, true));
    QVERIFY(!marked(u"is:open starter:grace mails:>3"_s, true)); // said of threads
    QVERIFY(!planOf(u"body:storm"_s).marks(mail, std::vector<store::MailSetPointer>(1))); // not known yet
}

void TestEvaluation::saysWhatItDependsOn()
{
    QVERIFY(planOf(u"is:open"_s).asksFacts());
    QVERIFY(planOf(u"a or -awaiting:me"_s).asksFacts());
    QVERIFY(!planOf(u"has:patch is:unread vgic"_s).asksFacts());
    QVERIFY(planOf(u"is:unread"_s).asksState());
    QVERIFY(planOf(u"tag:x"_s).asksState());
    QVERIFY(!planOf(u"is:open vgic"_s).asksState());
    QVERIFY(planOf(u"is:done"_s).asksSettled());
    QVERIFY(!planOf(u"is:starred"_s).asksSettled());
    QVERIFY(Plan().isEmpty());
    QCOMPARE(Plan().evaluate(Thread().row, {}), Truth::Yes);
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
