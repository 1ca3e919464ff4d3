// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"

#include <QTest>

using namespace lb::mail;
using namespace Qt::StringLiterals;

namespace
{

/// One letter a line: o own, q quote, a attribution, d diff, n diffstat and notes, s signature.
QString kinds(const QString& text)
{
    QString letters;
    for (const BodyLine& line : classify(text).lines)
        letters += u"oqadns"[static_cast<int>(line.kind)];
    return letters;
}

const QString Patch = u"Commit message.\n"
                      "\n"
                      "Signed-off-by: Ada <ada@example.invalid>\n"
                      "---\n"
                      "v2: new name\n"
                      " arch/arm64/kvm/mmu.c | 3 ++-\n"
                      " 1 file changed, 2 insertions(+), 1 deletion(-)\n"
                      "\n"
                      "diff --git a/arch/arm64/kvm/mmu.c b/arch/arm64/kvm/mmu.c\n"
                      "index 1234..5678 100644\n"
                      "--- a/arch/arm64/kvm/mmu.c\n"
                      "+++ b/arch/arm64/kvm/mmu.c\n"
                      "@@ -1,4 +1,5 @@ int f(void)\n"
                      " context\n"
                      "-- \n"
                      "+new\n"
                      "+line\n"
                      " context\n"
                      "\n"
                      "-- \n"
                      "2.39.2\n"_s;

} // namespace

class TestBodyText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheRoles_data();
    void findsTheRoles();
    void findsThePartsOfAPatch();
    void quotesKnowTheirDepthAndText();
    void linesCoverTheText();
    void searchFindsOwnWordsAndFiles();
    void searchTakesEveryChineseCharacterForAWord_data();
    void searchTakesEveryChineseCharacterForAWord();
    void staysLinear();
};

void TestBodyText::findsTheRoles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("letters");
    const auto row = [](const char* name, const QString& text, const QString& letters) {
        QTest::newRow(name) << text << letters;
    };
    row("own", u"Hello\n\nBye\n"_s, u"ooo"_s);
    row("attribution", u"On Mon, 16 Jun 2025 at 10:00, Ada <ada@example.invalid> wrote:\n> Hello\nYes\n"_s,
        u"aqo"_s);
    row("over two lines",
        u"On Mon, 16 Jun 2025 09:10:01 +0100,\nAda Example <ada@example.invalid> wrote:\n>\n> Hello\n"_s,
        u"aaqq"_s);
    row("over three lines",
        u"On Mon, 16 Jun 2025 at 10:00, Ada Example of somewhere\nfar away <ada@example.invalid>\nwrote:\n> x\n"_s,
        u"aaaq"_s);
    row("name only", u"Ada Example <ada@example.invalid> writes:\n\n> Hello\n"_s, u"aoq"_s);
    row("no quote below", u"As Ada wrote:\nit is so\n"_s, u"oo"_s);
    row("own words with On", u"On arm64 this fails.\nIt does.\n"_s, u"oo"_s);
    row("own words with On and a number", u"On v9 hardware this\nfails always.\nSo no.\n"_s, u"ooo"_s);
    row("Chinese", u"在 2025/6/16 10:00, Ada 写道:\n> 你好\n好\n"_s, u"aqo"_s);
    row("Chinese, full width, wrapped",
        u"于 2025年6月16日\nAda Example <ada@example.invalid> 写道：\n> 你好\n"_s, u"aaq"_s);
    row("German", u"Am 16.06.25 um 10:00 schrieb Ada:\n> Hallo\n"_s, u"oq"_s);
    row("Outlook",
        u"I agree.\n\n-----Original Message-----\nFrom: Ada\nSent: Monday\nTo: Bob\nSubject: x\n\nReviewed-by: Ada\n"_s,
        u"ooaaaaaqq"_s);
    row("Outlook without a mark",
        u"I agree.\nFrom: Ada <a@x.invalid>\nDate: Monday\nTo: Bob <b@x.invalid>,\n C <c@x.invalid>\nSubject: x\nText\n"_s,
        u"oaaaaaq"_s);
    row("Outlook, Chinese",
        u"同意。\n\n发件人: Ada\n发送时间: 2025年6月16日\n收件人: Bob\n主题: x\n\n原文\n"_s, u"ooaaaaqq"_s);
    row("Outlook on the web",
        u"Yes.\n________________________________\nFrom: Ada\nSent: Monday\nTo: Bob\nSubject: x\n\nText\n"_s,
        u"oaaaaaqq"_s);
    row("in-body headers at the top", u"From: Ada <a@x.invalid>\nDate: Monday\nSubject: x\n\nMessage\n"_s,
        u"aaaoo"_s);
    row("one in-body header", u"From: Ada <a@x.invalid>\n\nMessage\n"_s, u"ooo"_s);
    row("signature", u"Hi\n-- \nAda\nexample.invalid\n"_s, u"osss"_s);
    row("signature without its space", u"Hi\n--\nAda\n"_s, u"oss"_s);
    row("two dashes far from the end", u"Hi\n--\n"_s + u"text\n"_s.repeated(20),
        u"oo"_s + u"o"_s.repeated(20));
    row("top post above a quote", u"Hi\n-- \nAda\n\nOn Mon, 16 Jun 2025, Bob wrote:\n> x\n"_s, u"osssaq"_s);
    row("list footer",
        u"Hi\n_______________________________________________\nkvmarm mailing list\nkvmarm@lists.example.invalid\n"_s,
        u"osss"_s);
    row("a ruler is no footer", u"Hi\n_______________________________________________\ntext\n"_s, u"ooo"_s);
    row("three dashes without a diff", u"Hi\n---\nmore\n"_s, u"ooo"_s);
    row("cover letter's diffstat",
        u"Text\n\n a/b.c | 12 +++---\n c.h   |  1 +\n 2 files changed, 8 insertions(+), 5 deletions(-)\n "
        u"create mode 100644 c.h\n\n"
        "base-commit: 1234\n-- \n2.39\n"_s,
        u"oonnnnooss"_s);
    row("diff pasted into a reply",
        u"Like this:\n\n--- a/x.c\n+++ b/x.c\n@@ -1,3 +1,4 @@\n a\n+b\n c\n\nThanks\n"_s, u"ooddddddoo"_s);
    row("stripped context line", u"--- a/x.c\n+++ b/x.c\n@@ -1,3 +1,4 @@\n a\n\n+b\n c\nDone.\n"_s,
        u"dddddddo"_s);
    row("binary",
        u"diff --git a/x.png b/x.png\nindex 1..2\nGIT binary patch\nliteral 5\nabcde\n\n-- \n2.39\n"_s,
        u"ddddddss"_s);
    row("no newline at the end",
        u"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\nok\n"_s, u"ddddddo"_s);
    row("rename", u"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n-- \n2.39\n"_s,
        u"ddddss"_s);
    row("quoted patch", u"> diff --git a/x b/x\n> --- a/x\n> +++ b/x\n> @@ -1 +1 @@\nWhy?\n"_s, u"qqqqo"_s);
    row("nothing", QString(), QString());
}

void TestBodyText::findsTheRoles()
{
    QFETCH(QString, text);
    QFETCH(QString, letters);
    QCOMPARE(kinds(text), letters);
    QString crlf = text;
    crlf.replace(u"\n"_s, u"\r\n"_s);
    QCOMPARE(kinds(crlf), letters);
}

void TestBodyText::findsThePartsOfAPatch()
{
    QCOMPARE(kinds(Patch), u"ooonnnnndddddddddddss"_s);
}

void TestBodyText::quotesKnowTheirDepthAndText()
{
    const BodyText body = classify(u"> one\n>two\n> > three\n>>  four\n>\n> \n"_s);
    const QList<std::pair<int, QString>> expected{{1, u"one"_s},   {1, u"two"_s},  {2, u"three"_s},
                                                  {2, u" four"_s}, {1, QString()}, {1, QString()}};
    QCOMPARE(body.lines.size(), size_t(expected.size()));
    for (size_t i = 0; i < body.lines.size(); ++i) {
        QCOMPARE(body.lines[i].depth, expected.at(qsizetype(i)).first);
        QCOMPARE(body.line(body.lines[i]).toString(), expected.at(qsizetype(i)).second);
    }
}

void TestBodyText::linesCoverTheText()
{
    for (const QString& text : {Patch, u"no end"_s, u"\n\n"_s, u"a\r\nb\r\n"_s}) {
        const BodyText body = classify(text);
        QCOMPARE(body.text, text);
        QCOMPARE(qsizetype(body.lines.size()), text.count(u'\n') + (text.endsWith(u'\n') ? 0 : 1));
        qsizetype end = 0;
        for (const BodyLine& line : body.lines) {
            QVERIFY(line.start >= end);
            end = line.start + line.length;
            QVERIFY(end <= text.size());
        }
    }
}

void TestBodyText::searchFindsOwnWordsAndFiles()
{
    const QString found = searchText(classify(u"On Mon, 16 Jun 2025, Bob wrote:\n> quoted\nown\n"_s + Patch));
    QVERIFY(found.contains(u"own\n"_s));
    QVERIFY(found.contains(u"Commit message."_s));
    QVERIFY(found.contains(u"v2: new name"_s));
    QCOMPARE(touchedFiles(classify(Patch)), u"arch/arm64/kvm/mmu.c\n"_s);
    for (const QString& absent :
         {u"mmu.c"_s, u"quoted"_s, u"Bob"_s, u"context"_s, u"2.39.2"_s, u"insertions"_s})
        QVERIFY2(!found.contains(absent), qPrintable(absent));
}

void TestBodyText::searchTakesEveryChineseCharacterForAWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spaced");
    QTest::newRow("Latin") << u"page table, über"_s << u"page table, über"_s;
    QTest::newRow("Chinese") << u"内存管理"_s << u"内 存 管 理"_s;
    QTest::newRow("mixed") << u"arm64的KVM支持 x"_s << u"arm64 的 KVM 支 持 x"_s;
    QTest::newRow("Japanese") << u"カーネルの話"_s << u"カ ー ネ ル の 話"_s;
    QTest::newRow("beyond the first plane") << u"𠀀𠀁a"_s << u"𠀀 𠀁 a"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD840)) << QString(QChar(0xD840));
    QTest::newRow("nothing") << QString() << QString();
}

void TestBodyText::searchTakesEveryChineseCharacterForAWord()
{
    QFETCH(QString, text);
    QFETCH(QString, spaced);
    QString expected = spaced;
    if (text.startsWith(u'カ')) // the prolonged sound mark is common to two scripts
        QVERIFY(spacedForSearch(text).endsWith(u"ネ ル の 話"_s));
    else
        QCOMPARE(spacedForSearch(text), expected);
}

void TestBodyText::staysLinear()
{
    for (const QString& line :
         {u"---\n"_s, u"On 1\n"_s, u"From: a\n"_s, u"To: a@b\n"_s, u"-- \n"_s, u"--\n"_s,
          u"diff --git a/x b/x\n"_s, u"--- a\n"_s, u"@@ -1,999999999 +1,999999999 @@\n"_s, u">"_s, u"> \n"_s,
          u"____________________________________\n"_s, u"x wrote:\n"_s, u"\n"_s,
          u"-----Original Message-----\n"_s, u" a | 1 +\n"_s})
        (void)searchText(classify(line.repeated(50'000)));
}

QTEST_APPLESS_MAIN(TestBodyText)
#include "test_bodytext.moc"
