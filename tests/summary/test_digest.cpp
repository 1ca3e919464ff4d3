// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digest.h"
#include "thread/threadbuilder.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using lb::test::ThreadBuilder;

namespace
{

QString digestOf(const ThreadBuilder& builder, Language language = Language::English,
                 const thread::ListingOptions& options = {})
{
    const thread::Material material = builder.material(options);
    return summary::digest(material, thread::establishFacts(material), language).markdown;
}

ThreadBuilder series()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH v2 0/3] make it better")
        .body("Hi all,\n\nToday the walker takes a lock that it does not need. This series removes "
              "it.\n\nThanks,\nAda\n\n"
              "Changes since v1:\n  - Drop one patch\n  - Rebase\n\nAda Example (3):\n  a\n");
    for (IdNumber n = 2; n <= 4; ++n)
        b.mail(n, qPrintable(u"[PATCH v2 %1/3] part"_s.arg(n - 1)), {1}, 0.1 * n).body("Do it.\n");
    return b;
}

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotesTheAuthor();
    void countsASeriesInOneLine();
    void tellsWhatEachMailDoes();
    void joinsBareReviews();
    void saysWhatIsMissing();
    void tellsHistoryFromNews();
    void speaksChinese();
    void tellsATalk();
    void answersAloneQuoteWhatTheyAnswer();
    void groupsALongExchange();
    void quotedWordsAreNoMarkupAndNoCitation();
    void claimsNameTheirMails();
    void isTheSameEveryTime();
    void takesNothing();
};

void TestDigest::quotesTheAuthor()
{
    const QString text = digestOf(series());
    QVERIFY2(text.contains(u"- v2 of a series of 3 patches by Ada Example, 2025-06-16 [1]–[4]\n"_s),
             qPrintable(text));
    QVERIFY2(
        text.contains(u"“Today the walker takes a lock that it does not need. This series removes it.”"_s),
        qPrintable(text));
    QVERIFY2(text.contains(u"“Drop one patch; Rebase”"_s), qPrintable(text));
    QVERIFY(!text.contains(u"Hi all"_s) && !text.contains(u"Thanks"_s));
}

void TestDigest::countsASeriesInOneLine()
{
    const QString text = digestOf(series());
    QVERIFY2(text.contains(u"- Ada Example posts v2: cover letter and patches 1-3 [1]–[4]\n"_s),
             qPrintable(text));
    QCOMPARE(text.count(u"posts"_s), 1);
}

void TestDigest::tellsWhatEachMailDoes()
{
    ThreadBuilder b = series();
    b.mail(5, "Re: [PATCH v2 1/3] part", {1, 2}, 5)
        .from("Bo Example")
        .body("> Do it.\n\nHello,\n\nWhy was the lock there at first?\n");
    b.mail(6, "Re: [PATCH v2 1/3] part", {1, 2, 5}, 6)
        .body("> Why was the lock there at first?\n\nFor the old allocator.\n");
    b.mail(7, "Re: [PATCH v2 2/3] part", {1, 3}, 7)
        .from("Cy Example")
        .body("I am not convinced that this is safe.\n");
    b.mail(8, "Re: [PATCH v2 3/3] part", {1, 4}, 8)
        .from("Bo Example")
        .body("Nice cleanup, it is easier to read.\n\nReviewed-by: Bo Example <bo@example.invalid>\n");
    b.mail(9, "Re: [PATCH v2 3/3] part", {1, 4}, 9)
        .from("kernel test robot", "lkp@intel.com")
        .body("Hi Ada,\n\nkernel test robot noticed build errors:\n\n   walk.c:12:3: error: no lock\n");
    b.mail(10, "Re: [PATCH v2 0/3] make it better", {1}, 10)
        .from("Max Example")
        .body("Applied to fixes, thanks!\n");
    const QString text = digestOf(b);
    for (const QString& line :
         {u"- Bo Example asks about patch 1 [5]: “Why was the lock there at first?”\n"_s,
          u"- Ada Example answers Bo Example on patch 1 [6]: “For the old allocator.”\n"_s,
          u"- Cy Example objects to patch 2 [7]: “I am not convinced that this is safe.”\n"_s,
          u"- Bo Example gives Reviewed-by on patch 3 [8]: “Nice cleanup, it is easier to read.”\n"_s,
          u"- kernel test robot reports a failure on patch 3 [9]: “walk.c:12:3: error: no lock”\n"_s,
          u"- Max Example says it is applied [10]: “Applied to fixes, thanks!”\n"_s,
          u"- Reviewed-by Bo Example on patch 3 [8]\n"_s,
          u"- No Reviewed-by or Acked-by yet: patches 1-2 [1]\n"_s,
          u"- Nothing is waited for – it was applied [10]\n"_s})
        QVERIFY2(text.contains(line), qPrintable(line + text));
}

void TestDigest::joinsBareReviews()
{
    ThreadBuilder b = series();
    for (IdNumber n = 2; n <= 4; ++n)
        b.mail(n + 10, qPrintable(u"Re: [PATCH v2 %1/3] part"_s.arg(n - 1)), {1, n}, n)
            .from("Bo Example")
            .body("> Do it.\n\nReviewed-by: Bo Example <bo@example.invalid>\n");
    const QString text = digestOf(b);
    QVERIFY2(text.contains(u"- Bo Example gives Reviewed-by on the whole series [5][6][7]\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"- Every patch bears a Reviewed-by or Acked-by [5][6][7]\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"- Next word: the maintainer – every patch is reviewed [5][6][7]\n"_s),
             qPrintable(text));
}

void TestDigest::saysWhatIsMissing()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/4] x")
        .body("Words that say something.\n")
        .mail(2, "[PATCH 2/4] y", {1}, 1)
        .body("Do it.\n");
    const QString text = digestOf(b);
    QVERIFY2(text.contains(u"- Patches of this posting that never arrived: 1, 3-4 [1][2]\n"_s),
             qPrintable(text));
}

void TestDigest::tellsHistoryFromNews()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/4] x", {}, -100)
        .body("Words that say something.\n")
        .mail(2, "[PATCH 2/4] y", {1}, -99);
    b.mail(3, "Re: [PATCH 2/4] y", {1, 2}, 1).from("Bo Example").body("This wants a comment somewhere.\n");
    thread::ListingOptions options;
    options.period = thread::Period{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    const QString text = digestOf(b, Language::English, options);
    QVERIFY2(text.contains(u"- Before this period: 2 mails by Ada Example [1][2]\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"**New in this period (1)**\n\n- Bo Example comments on patch 2 [3]"_s),
             qPrintable(text));
    QVERIFY2(!text.contains(u"never arrived"_s),
             qPrintable(text)); // what was posted earlier is not all listed
}

void TestDigest::speaksChinese()
{
    ThreadBuilder b = series();
    b.mail(5, "Re: [PATCH v2 1/3] part", {1, 2}, 5)
        .from("Bo Example")
        .body("Why was the lock there at first?\n");
    const QString text = digestOf(b, Language::Chinese);
    for (const QString& line :
         {u"**内容**\n"_s, u"**本期新邮件（5 封）**\n"_s, u"- Bo Example 就补丁 1 提问 [5]：“Why was"_s,
          u"- 等待作者 Ada Example：有问题尚未答复 [5]\n"_s})
        QVERIFY2(text.contains(line), qPrintable(line + text));
    QVERIFY(!text.contains(QRegularExpression(u"%\\d"_s)));
    QVERIFY(!digestOf(b).contains(QRegularExpression(u"%\\d"_s)));
}

void TestDigest::tellsATalk()
{
    ThreadBuilder b;
    b.mail(1, "How does the walker lock?")
        .body("Hello list,\n\nI try to understand the walker. Which lock protects it?\n");
    b.mail(2, "Re: How does the walker lock?", {1}, 1)
        .from("Bo Example")
        .body("> Which lock protects it?\n\nNone does.\n");
    const QString text = digestOf(b);
    QVERIFY2(text.contains(u"- Begun by Ada Example, 2025-06-16 [1]: “I try to understand the walker."_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"- Ada Example begins the thread [1]\n- Bo Example writes [2]: “None does.”\n"_s),
             qPrintable(text));
    QVERIFY2(!text.contains(u"Where it stands"_s), qPrintable(text));
}

void TestDigest::answersAloneQuoteWhatTheyAnswer()
{
    ThreadBuilder b;
    b.mail(2, "Re: [PATCH v6 3/5] x", {1}).from("Bo Example");
    b.body("On Monday, Ada wrote:\n> The walker takes a lock that it does not need at all.\n\nThat is not "
           "so.\n");
    const QString text = digestOf(b);
    QVERIFY2(text.contains(
                 u"- Answers to v6 of a series of 5 patches; the posting itself is not in this list [1]\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"- As Bo Example quotes it [1]: “The walker takes a lock"_s), qPrintable(text));
}

void TestDigest::groupsALongExchange()
{
    ThreadBuilder b = series();
    for (IdNumber n = 10; n < 510; ++n)
        b.mail(n, "Re: [PATCH v2 1/3] part", {1, 2}, n)
            .from(n % 2 == 0 ? "Bo Example" : "Cy Example")
            .body("Some words about it.\n");
    const QString text = digestOf(b);
    QVERIFY2(text.count(u'\n') < 40, qPrintable(text));
    QVERIFY2(text.size() < 6000, qPrintable(text));
}

void TestDigest::quotedWordsAreNoMarkupAndNoCitation()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH] x").from("*Ada* <b>", "ada@example.invalid");
    b.body("See [99] and [2-7] and <script>alert(1)</script> and ![x](http://evil.invalid) and `code` and "
           "“quotes”.\n");
    const QString text = digestOf(b);
    QVERIFY2(!text.contains(u"[99]"_s) && !text.contains(u"[2-7]"_s), qPrintable(text));
    QVERIFY2(!text.contains(QRegularExpression(u"(?<!\\\\)<"_s)), qPrintable(text));
    QVERIFY2(!text.contains(QRegularExpression(u"(?<!\\\\)\\]\\("_s))
                 && !text.contains(QRegularExpression(u"(?<!\\\\)`"_s)),
             qPrintable(text));
    QVERIFY2(text.contains(u"\\*Ada\\*"_s), qPrintable(text));
    QVERIFY2(text.contains(u"‘quotes’.”"_s), qPrintable(text));
}

void TestDigest::claimsNameTheirMails()
{
    const thread::Material material = series().material();
    const summary::SummaryText text
        = summary::digest(material, thread::establishFacts(material), Language::English);
    QCOMPARE(text.claims.size(), text.markdown.count(u"\n- "_s));
    for (const store::Claim& claim : text.claims) {
        QVERIFY(!claim.citations.isEmpty() && claim.verified);
        QVERIFY(text.markdown.contains(u"- "_s + claim.text + u'\n'));
        for (const int mail : claim.citations)
            QVERIFY(mail >= 1 && mail <= material.listing.count());
    }
    QCOMPARE(text.claims.first().citations, (QList<int>{1, 2, 3, 4})); // a run names each of its mails
}

void TestDigest::isTheSameEveryTime()
{
    QCOMPARE(digestOf(series()), digestOf(series()));
}

void TestDigest::takesNothing()
{
    QVERIFY(summary::digest({}, {}, Language::English).markdown.isEmpty());
    ThreadBuilder b;
    b.mail(1, "").body("");
    QVERIFY(digestOf(b).contains(u"[1]"_s));
    thread::Material withoutBodies = series().material();
    withoutBodies.bodies.clear();
    QVERIFY(!summary::digest(withoutBodies, thread::establishFacts(withoutBodies), Language::Chinese)
                 .markdown.isEmpty());
}

QTEST_APPLESS_MAIN(TestDigest)
#include "test_digest.moc"
