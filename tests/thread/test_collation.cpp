// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/collationcheck.h"
#include "support/mboxlist.h"
#include "thread/collation.h"
#include "threadbuilder.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;
using lb::test::ThreadBuilder;

namespace
{

/// A document in one string: a line per block, two spaces a level, its kind and mail, then its lines that are
/// not blank, joined by " / ".
QString shown(const Material& material, const Collation& collation)
{
    static constexpr std::array kinds{"own", "quote", "diff", "files", "signature"};
    QStringList rows;
    for (const CollatedBlock& block : collation.blocks) {
        const mail::BodyText& body = material.bodies[static_cast<std::size_t>(block.mail)];
        QStringList text;
        for (int i = block.firstLine; i <= block.lastLine; ++i) {
            const QString line = body.line(body.lines[static_cast<std::size_t>(i)]).toString().simplified();
            if (!line.isEmpty())
                text += line;
        }
        rows += QString(u' ').repeated(block.depth * 2)
            + QString::fromLatin1(kinds[static_cast<std::size_t>(block.kind)])
            + (block.repeats ? u"* "_s : u" "_s)
            + QString::number(material.listing.mails[static_cast<std::size_t>(block.mail)].number) + u": "_s
            + text.join(u" / "_s);
    }
    return rows.join(u'\n');
}

QString shown(const ThreadBuilder& thread)
{
    const Material material = thread.material();
    return shown(material, collate(material));
}

constexpr const char* cover = "The first paragraph says what it does.\n"
                              "It goes on in a second line.\n"
                              "\n"
                              "The second paragraph says why it is done.\n";

constexpr const char* patch = "Explain the change at some length here.\n"
                              "\n"
                              "Signed-off-by: Ada Example <ada@example.invalid>\n"
                              "---\n"
                              " lib/a.c | 2 +-\n"
                              " 1 file changed, 1 insertion(+), 1 deletion(-)\n"
                              "\n"
                              "diff --git a/lib/a.c b/lib/a.c\n"
                              "index 1111111..2222222 100644\n"
                              "--- a/lib/a.c\n"
                              "+++ b/lib/a.c\n"
                              "@@ -1,3 +1,3 @@ int frob(void)\n"
                              " int frob(void)\n"
                              "-\treturn old_value(1);\n"
                              "+\treturn new_value(2);\n"
                              " }\n"
                              "-- \n"
                              "2.40.0\n";

} // namespace

class TestCollation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsRepliesUnderWhatTheyAnswer_data();
    void putsRepliesUnderWhatTheyAnswer();
    void showsAHunkOnlyWhereItIsQuoted();
    void ordersSectionsByRevisionAndNumber();
    void startsASectionWhereTheParentIsMissing();
    void findsTheLineMeant_data();
    void findsTheLineMeant();
    void namesTheAnsweredBlock();
    void countsUnansweredQuotes();
    void everyMailHasABlock();
    void survivesAClockThatRunsAhead();
    void deepThreadsDoNotRecurse();
    void manyAnswersToOneLineAreLinear();
    void randomThreadsLoseNothing_data();
    void randomThreadsLoseNothing();
    void sampleIsFaultless();
    void realMailIsFaultless();
};

void TestCollation::putsRepliesUnderWhatTheyAnswer_data()
{
    QTest::addColumn<QList<QByteArray>>("bodies"); // each answers the first; ">1 " first: answers that number
    QTest::addColumn<QString>("expected");

    const QString first = u"own 1: The first paragraph says what it does. / It goes on in a second line."_s;
    const QString second = u"own 1: The second paragraph says why it is done."_s;
    const QString whole = first + u" / The second paragraph says why it is done."_s;

    QTest::newRow("inside the text, where it was cut")
        << QList<QByteArray>{"> It goes on in a second line.\nWhy two?\n"}
        << first + u"\n  quote* 2: It goes on in a second line.\n  own 2: Why two?\n"_s + second;
    QTest::newRow("two to one passage by time, closings along")
        << QList<QByteArray>{"> It goes on in a second line.\nWhy two?\n\nThanks,\nBob\n",
                             "> It goes on in a second line.\nI like it.\n"}
        << first
            + u"\n  quote* 2: It goes on in a second line.\n  own 2: Why two? / Thanks, / Bob\n"
              "  quote* 3: It goes on in a second line.\n  own 3: I like it.\n"_s
            + second;
    QTest::newRow("an answer to an answer") << QList<
        QByteArray>{"> It goes on in a second line.\nWhy two lines, not one?\nNo more.\n",
                    ">2 >> It goes on in a second line.\n> Why two lines, not one?\nBecause it is long.\n"}
                                            << first
            + u"\n  quote* 2: It goes on in a second line.\n  own 2: Why two lines, not one?\n"
              "    quote* 3: It goes on in a second line. / Why two lines, not one?\n"
              "    own 3: Because it is long.\n  own 2: No more.\n"_s
            + second;
    QTest::newRow("several places of one mail")
        << QList<QByteArray>{"> It goes on in a second line.\nOne.\n\n> The second paragraph says why it is "
                             "done.\nTwo.\n"}
        << first + u"\n  quote* 2: It goes on in a second line.\n  own 2: One.\n"_s + second
            + u"\n  quote* 2: The second paragraph says why it is done.\n  own 2: Two."_s;
    QTest::newRow("a greeting goes with what follows")
        << QList<QByteArray>{"Hi Ada,\n\nOn Mon, 16 Jun 2025 10:00, Ada wrote:\n> It goes on in a second "
                             "line.\nWhy?\n"}
        << first + u"\n  own 2: Hi Ada,\n  quote* 2: It goes on in a second line.\n  own 2: Why?\n"_s
            + second;
    QTest::newRow("above the quote: to the whole mail") << QList<QByteArray>{
        "Good work all in all.\n\nOn Mon, 16 Jun 2025 10:00, Ada wrote:\n> It goes on in a second "
        "line.\n"} << whole + u"\n  own 2: Good work all in all."_s;
    QTest::newRow("Chinese attribution")
        << QList<
               QByteArray>{"在 2025/6/16 10:00, Ada 写道:\n> It goes on in a second line.\n为什么是两行？\n"}
        << first + u"\n  quote* 2: It goes on in a second line.\n  own 2: 为什么是两行？\n"_s + second;
    QTest::newRow("Outlook, nothing marked")
        << QList<QByteArray>{"I agree with all of it.\n\n-----Original Message-----\nFrom: Ada\nSent: "
                             "Monday\nTo: Bob\n"
                             "Subject: x\n\nThe first paragraph says what it does.\n"}
        << whole + u"\n  own 2: I agree with all of it."_s;
    QTest::newRow("no quote at all") << QList<QByteArray>{"Applied, thanks!\n"}
                                     << whole + u"\n  own 2: Applied, thanks!"_s;
    QTest::newRow("quote from elsewhere stays and is told")
        << QList<QByteArray>{"> Words that nobody in this thread has written\nWhere is this from?\n"}
        << whole
            + u"\n  quote 2: Words that nobody in this thread has written\n  own 2: Where is this from?"_s;
    QTest::newRow("cut inside a quote")
        << QList<QByteArray>{"> The first paragraph says what it does.\n[...]\n> The second paragraph says "
                             "why it is done.\nGood.\n"}
        << whole
            + u"\n  quote* 2: The first paragraph says what it does.\n  own 2: [...]\n"
              "  quote* 2: The second paragraph says why it is done.\n  own 2: Good."_s;
    QTest::newRow("a sentence is not torn apart") << QList<
        QByteArray>{"> The second paragraph says why it is done.\nThis is put\nin two lines. And more.\n",
                    ">2 > This is put\nWhere?\n"}
                                                  << whole
            + u"\n  quote* 2: The second paragraph says why it is done.\n"
              "  own 2: This is put / in two lines. And more.\n"
              "    quote* 3: This is put\n    own 3: Where?"_s;
    QTest::newRow("signature") << QList<QByteArray>{"> It goes on in a second line.\nWhy?\n-- \nBob\n"}
                               << first
            + u"\n  quote* 2: It goes on in a second line.\n  own 2: Why?\n  signature 2: -- / Bob\n"_s
            + second;
}

void TestCollation::putsRepliesUnderWhatTheyAnswer()
{
    QFETCH(const QList<QByteArray>, bodies);
    QFETCH(const QString, expected);
    ThreadBuilder thread;
    thread.mail(1, "[PATCH 0/2] Work", {}, 0).body(cover);
    IdNumber number = 2;
    for (QByteArray body : bodies) {
        QList<IdNumber> parents{1};
        if (body.startsWith(">2 ")) {
            parents += 2;
            body = body.sliced(3);
        }
        thread.mail(number, "Re: [PATCH 0/2] Work", parents, number)
            .from("Bob Example")
            .body(body.constData());
        ++number;
    }
    QCOMPARE(shown(thread), expected);
}

void TestCollation::showsAHunkOnlyWhereItIsQuoted()
{
    ThreadBuilder thread;
    thread.mail(1, "[PATCH] Frob", {}, 0).body(patch);
    const QString head = u"own 1: Explain the change at some length here. / Signed-off-by: Ada Example "
                         "<ada@example.invalid>\nfiles 1: lib/a.c | 2 +- / 1 file changed, 1 insertion(+), 1 "
                         "deletion(-)\nsignature 1: -- / 2.40.0"_s;
    QCOMPARE(shown(thread), head);
    thread.mail(2, "Re: [PATCH] Frob", {1}, 1)
        .from("Bob Example")
        .body("> @@ -1,3 +1,3 @@ int frob(void)\n>  int frob(void)\n> -\treturn old_value(1);\n"
              "> +       return new_value(2);\nWhy 2?\n>  }\n");
    QCOMPARE(shown(thread),
             head
                 + u"\ndiff 1: @@ -1,3 +1,3 @@ int frob(void) / int frob(void) / - return old_value(1); / + "
                   u"return "
                   "new_value(2);\n"
                   "  quote* 2: @@ -1,3 +1,3 @@ int frob(void) / int frob(void) / - return old_value(1); / + "
                   "return "
                   "new_value(2);\n  own 2: Why 2?"_s);
}

void TestCollation::ordersSectionsByRevisionAndNumber()
{
    ThreadBuilder thread;
    thread.mail(2, "[PATCH 2/2] Second", {1}, 0).body("two\n");
    thread.mail(3, "[PATCH 1/2] First", {1}, 0.1).body("one\n");
    thread.mail(1, "[PATCH 0/2] Cover", {}, 0.2).body("cover\n"); // dated after its patches
    thread.mail(4, "[PATCH v2 0/2] Cover", {1}, 5).body("cover again\n");
    thread.mail(5, "Re: [PATCH 1/2] First", {1, 3}, 6).from("Bob Example").body("fine\n");
    thread.mail(6, "[PATCH v2 1/2] First", {1, 4}, 5.1).body("one again\n");
    const Material material = thread.material();
    const Collation collation = collate(material);
    QStringList subjects;
    for (const CollatedSection& section : collation.sections)
        subjects += material.listing.mails[static_cast<std::size_t>(section.mail)].mail.subject;
    QCOMPARE(subjects,
             (QStringList{u"[PATCH 0/2] Cover"_s, u"[PATCH 1/2] First"_s, u"[PATCH 2/2] Second"_s,
                          u"[PATCH v2 0/2] Cover"_s, u"[PATCH v2 1/2] First"_s}));
    QCOMPARE(collation.sections[1].blockCount, 2); // with the answer
}

void TestCollation::startsASectionWhereTheParentIsMissing()
{
    ThreadBuilder thread;
    thread.mail(2, "Re: [PATCH] Lost", {1}, 1).body("> what the lost mail said in the list\nNo.\n");
    thread.mail(3, "Re: [PATCH] Lost", {1, 2}, 2)
        .from("Bob Example")
        .body(">> what the lost mail said in the list\n> No.\nYes.\n");
    QCOMPARE(shown(thread),
             u"quote 1: what the lost mail said in the list\nown 1: No.\n"
             "  quote* 2: what the lost mail said in the list / No.\n  own 2: Yes."_s);
}

void TestCollation::findsTheLineMeant_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QList<int>>(
        "lines"); // of the source, for each line of the reply; -1 = unknown, -2 = own

    QTest::newRow("white space folded")
        << QByteArray("a\tb   c\n") << QByteArray(">  a b c \nyes\n") << QList<int>{0, -2};
    QTest::newRow("a repeated line: by the one before")
        << QByteArray("one\n}\ntwo\n}\nthree\n}\n") << QByteArray("> two\n> }\nyes\n")
        << QList<int>{2, 3, -2};
    QTest::newRow("a repeated line: by the one behind")
        << QByteArray("}\none\n}\ntwo\n}\n") << QByteArray("> }\n> two\nyes\n") << QList<int>{2, 3, -2};
    QTest::newRow("a repeated line by itself: the next one")
        << QByteArray("one\n}\ntwo\n}\n") << QByteArray("> one\nA\n> }\nB\n> }\nC\n")
        << QList<int>{0, -2, 1, -2, 3, -2};
    QTest::newRow("wrapped anew") << QByteArray("these are some words in a line that is rather long\n")
                                  << QByteArray(
                                         "> these are some words in a\n> line that is rather long\nyes\n")
                                  << QList<int>{0, 0, -2};
    QTest::newRow("wrapped anew over two lines")
        << QByteArray("these are some words in a line\nthat is rather long as lines go\n")
        << QByteArray("> these are some words\n> in a line that is rather\n> long as lines go\nyes\n")
        << QList<int>{0, 0, 1, -2};
    QTest::newRow("joined") << QByteArray("these are some words\nin a line\n")
                            << QByteArray("> these are some words in a line\nyes\n") << QList<int>{0, -2};
    QTest::newRow("the end broken out of the quote")
        << QByteArray("+\tcall_me(with, many, arguments, and more of them, until);\n")
        << QByteArray("> +\tcall_me(with, many, arguments, and more\nof them, until);\nYes.\n")
        << QList<int>{0, 0, -2};
    QTest::newRow("own words that only look like the end")
        << QByteArray("these are some words in a line of it\n")
        << QByteArray("> these are some words in a\nline of its own\n") << QList<int>{0, -2};
    QTest::newRow("short and nowhere")
        << QByteArray("one\n") << QByteArray("> two\nyes\n") << QList<int>{-1, -2};
    QTest::newRow("one character differs")
        << QByteArray("the quick brown fox jumps over it\n")
        << QByteArray("> the quick brown fox jumped over it\nyes\n") << QList<int>{-1, -2};
    QTest::newRow("not across a quote of its own")
        << QByteArray("alpha beta gamma\n> between them\ndelta epsilon zeta\n")
        << QByteArray("> alpha beta gamma delta epsilon\nyes\n") << QList<int>{-1, -2};
}

void TestCollation::findsTheLineMeant()
{
    QFETCH(const QByteArray, source);
    QFETCH(const QByteArray, reply);
    QFETCH(const QList<int>, lines);
    ThreadBuilder thread;
    thread.mail(1, "Talk", {}, 0).body(source.constData());
    thread.mail(2, "Re: Talk", {1}, 1).from("Bob Example").body(reply.constData());
    const Material material = thread.material();
    const Collation collation = collate(material);
    QList<int> found;
    for (std::size_t i = 0; i < collation.origins[1].size(); ++i) {
        const Origin& origin = collation.origins[1][i];
        found += origin.mail == 1 ? -2 : origin.line;
    }
    QCOMPARE(found, lines);
    QVERIFY2(test::check(material, collation).isFaultless(),
             qPrintable(test::check(material, collation).firstProblem));
}

void TestCollation::namesTheAnsweredBlock()
{
    ThreadBuilder thread;
    thread.mail(1, "Talk", {}, 0).body(cover);
    thread.mail(2, "Re: Talk", {1}, 1).body("> It goes on in a second line.\nWhy is that?\n");
    thread.mail(3, "Re: Talk", {1, 2}, 2).body("> Why is that?\nSo.\n");
    thread.mail(4, "Re: Talk", {1}, 3).body("All in all: good.\n");
    const Collation collation = collate(thread.material());
    QList<int> answers;
    for (const CollatedBlock& block : collation.blocks)
        answers += block.answers;
    // own 1, quote 2, own 2, quote 3, own 3, own 1 (the rest), own 4 (to the whole of 1)
    QCOMPARE(answers, (QList<int>{-1, 0, 0, 2, 2, -1, 0}));
    QCOMPARE(collation.blocks[0].card, collation.blocks[5].card);
    QVERIFY(collation.blocks[1].card == collation.blocks[2].card);
    QVERIFY(collation.blocks[2].card != collation.blocks[4].card);
}

void TestCollation::countsUnansweredQuotes()
{
    ThreadBuilder thread;
    thread.mail(1, "Talk", {}, 0).body(cover);
    thread.mail(2, "Re: Talk", {1}, 1)
        .body("> The first paragraph says what it does.\nYes.\n> It goes on in a second line.\n>\n"
              "> The second paragraph says why it is done.\n\nThanks,\nBob\n");
    QCOMPARE(collate(thread.material()).unansweredQuotes, 2);
}

void TestCollation::everyMailHasABlock()
{
    ThreadBuilder thread;
    thread.mail(1, "Talk", {}, 0).body("");
    thread.mail(2, "Re: Talk", {1}, 1).body("> only quotes\n");
    thread.mail(3, "Re: Talk", {1, 2}, 2).body("\n\n");
    QCOMPARE(shown(thread), u"own 1: \n  own 2: \n    own 3: "_s);
    QCOMPARE(shown(ThreadBuilder()), QString());
}

void TestCollation::survivesAClockThatRunsAhead()
{
    ThreadBuilder thread;
    thread.mail(2, "Re: Talk", {1}, 0).body("> It goes on in a second line.\nWhy is it so long a line?\n");
    thread.mail(3, "Re: Talk", {1, 2}, 0.5).body("> Why is it so long a line?\nBecause.\n");
    thread.mail(1, "Talk", {}, 9).body(cover);
    QCOMPARE(shown(thread),
             u"own 3: The first paragraph says what it does. / It goes on in a second line.\n"
             "  quote* 1: It goes on in a second line.\n  own 1: Why is it so long a line?\n"
             "    quote* 2: Why is it so long a line?\n    own 2: Because.\n"
             "own 3: The second paragraph says why it is done."_s);
}

void TestCollation::deepThreadsDoNotRecurse()
{
    constexpr int depth = 100'000;
    Material material;
    for (int i = 0; i < depth; ++i) {
        ListedMail mail;
        mail.number = i + 1;
        mail.parent = i - 1;
        material.listing.mails.push_back(mail);
        material.bodies.push_back(
            mail::classify(u"> words of mail number %1\nwords of mail number %2\n"_s.arg(i).arg(i + 1)));
    }
    const Collation collation = collate(material);
    QCOMPARE(collation.blocks.back().depth, depth - 1);
    QCOMPARE(collation.sections.size(), std::size_t(1));
}

void TestCollation::manyAnswersToOneLineAreLinear()
{
    // Neither equal lines nor equal quotes may cost a search through all of them: this takes minutes if they
    // do.
    constexpr int lines = 100'000;
    const QString line = u"the same line again and again, all over\n"_s;
    Material material;
    const QStringList texts{line.repeated(lines), QString(u"> "_s + line).repeated(lines) + u"yes\n"_s,
                            QString(u"> "_s + line + u"no\n"_s).repeated(lines)};
    for (const QString& text : texts) {
        ListedMail mail;
        mail.number = material.listing.count() + 1;
        mail.parent = mail.number == 1 ? -1 : 0;
        material.listing.mails.push_back(mail);
        material.bodies.push_back(mail::classify(text));
    }
    const Collation collation = collate(material);
    QVERIFY(collation.blocks.size() > lines);
}

void TestCollation::randomThreadsLoseNothing_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Mails that quote, cut, wrap and answer each other at random.
void TestCollation::randomThreadsLoseNothing()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    static const QStringList words{
        u"lock"_s,      u"page"_s,  u"the"_s,     u"guest"_s,   u"}"_s,
        u"return 0;"_s, u"[...]"_s, u"Thanks,"_s, u"Hi all,"_s, u"Reviewed-by: A <a@example.invalid>"_s};
    QStringList texts;
    ThreadBuilder thread;
    const int count = 2 + below(14);
    for (int i = 0; i < count; ++i) {
        const int parent = i == 0 ? -1 : below(i);
        QStringList lines;
        if (parent >= 0) {
            const QStringList quoted = texts[parent].split(u'\n');
            for (const QString& line : quoted) {
                const int what = below(10);
                if (what < 5)
                    lines += (line.startsWith(u'>') ? u">"_s : u"> "_s) + line;
                if (what == 5 && line.size() > 12)
                    lines << u"> "_s + line.left(line.size() / 2) << line.mid(line.size() / 2);
                if (what >= 8)
                    lines += u"answer %1 to %2"_s.arg(below(1000)).arg(line.left(9));
            }
        }
        for (int own = below(6); own > 0; --own) {
            QStringList line;
            for (int word = below(8); word >= 0; --word)
                line += words[below(static_cast<int>(words.size()))];
            lines += line.join(u' ');
            if (below(4) == 0)
                lines += QString();
        }
        if (below(5) == 0)
            lines << u"-- "_s << u"sig"_s;
        texts += lines.join(u'\n') + u'\n';
        const bool isPatch = i < 4 && below(2) == 0;
        const QByteArray subject
            = isPatch ? QByteArray("[PATCH " + QByteArray::number(i) + "/4] Work") : QByteArray("Re: Work");
        QList<IdNumber> parents;
        if (parent >= 0)
            parents += static_cast<IdNumber>(parent) + 1;
        thread.mail(static_cast<IdNumber>(i) + 1, subject.constData(), parents, below(100))
            .from(below(2) == 0 ? "Ada Example" : "Bob Example")
            .body(texts.back().toUtf8().constData());
    }
    const Material material = thread.material();
    const Collation collation = collate(material);
    const test::CollationCheck checked = test::check(material, collation);
    QVERIFY2(checked.isFaultless(), qPrintable(checked.firstProblem + u'\n' + shown(material, collation)));
}

namespace
{

void checkFile(const QString& file, double share)
{
    const auto list = test::readMboxList(file);
    QVERIFY(list.has_value());
    test::CollationCheck sum;
    for (Listing& listing : listThreads(list->mails, {})) {
        const Material material = list->material(std::move(listing));
        sum += test::check(material, collate(material));
    }
    QCOMPARE(sum.mails, static_cast<int>(list->mails.size()));
    QVERIFY2(sum.isFaultless(), qPrintable(sum.firstProblem));
    QVERIFY2(sum.attributed >= share * sum.quotes,
             qPrintable(u"%1 of %2"_s.arg(sum.attributed).arg(sum.quotes)));
}

} // namespace

void TestCollation::sampleIsFaultless()
{
    checkFile(u":/sample/kvmarm-2025-week25.mbox.gz"_s, 1.0);
}

void TestCollation::realMailIsFaultless()
{
    const QString file = qEnvironmentVariable("LB_SHARED") + u"/data/real/kvmarm-2022-05-to-07.mbox.gz"_s;
    if (!QFile::exists(file))
        QSKIP("no shared mail beside the clone");
    checkFile(file, 0.96);
}

QTEST_GUILESS_MAIN(TestCollation)
#include "test_collation.moc"
