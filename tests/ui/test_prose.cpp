// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "ui/conversation/patchlines.h"
#include "ui/conversation/prose.h"

#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

std::vector<PageLine> linesOf(const QStringList& text)
{
    std::vector<PageLine> lines;
    for (int line = 0; line < static_cast<int>(text.size()); ++line)
        lines.push_back({text.at(line), line});
    return lines;
}

/// "p:" or "f:" and the text, lines parted by "/".
QStringList told(const std::vector<Paragraph>& paragraphs)
{
    QStringList told;
    for (const Paragraph& paragraph : paragraphs) {
        QString text = paragraph.text;
        text.replace(QChar(QChar::LineSeparator), u'/');
        told.append(QString((paragraph.fixed ? u"f:"_s : u"p:"_s) + text));
    }
    return told;
}

const QString full = u"The caller holds the lock for as long as the list registers are in"_s;

} // namespace

class TestProse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesBecomeParagraphs_data();
    void linesBecomeParagraphs();
    void joiningIsUndoneInCopies();
    void longParagraphsAreCutAndLoseNothing_data();
    void longParagraphsAreCutAndLoseNothing();
    void linksAreFound_data();
    void linksAreFound();
    void signaturesAreTheSendersOwn_data();
    void signaturesAreTheSendersOwn();
    void hiddenPartsOfADiffAreNamed();
    void linesOfADiffAreTold();
};

void TestProse::linesBecomeParagraphs_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QStringList{} << QStringList{};
    QTest::newRow("blank lines") << QStringList{u""_s, u"  "_s} << QStringList{};
    QTest::newRow("wrapped by hand") << QStringList{full, u"use, and so do I."_s}
                                     << QStringList{u"p:"_s % full % u" use, and so do I."_s};
    QTest::newRow("short lines stay")
        << QStringList{u"Thanks,"_s, u"Ada"_s} << QStringList{u"p:Thanks,/Ada"_s};
    QTest::newRow("two paragraphs") << QStringList{u"One."_s, u""_s, u"Two."_s}
                                    << QStringList{u"p:One."_s, u"p:Two."_s};
    QTest::newRow("indented lines are code")
        << QStringList{u"Like this:"_s, u"    if (a)"_s, u"    \treturn;"_s, u"Or not."_s}
        << QStringList{u"p:Like this:"_s, u"f:    if (a)/    \treturn;"_s, u"p:Or not."_s};
    QTest::newRow("comments are code") << QStringList{u"/*"_s, u" * Words."_s, u" */"_s, u"Yes."_s}
                                       << QStringList{u"f:/*/ * Words./ */"_s, u"p:Yes."_s};
    QTest::newRow("columns") << QStringList{u"name   value   unit"_s, u"a      1       s"_s}
                             << QStringList{u"f:name   value   unit/a      1       s"_s};
    QTest::newRow("a file list") << QStringList{u" a/b.c | 3 +--"_s} << QStringList{u"f: a/b.c | 3 +--"_s};
    QTest::newRow("a list with continued lines") << QStringList{u"- "_s + full, u"  use"_s, u"- next"_s}
                                                 << QStringList{u"p:- "_s % full % u" use/- next"_s};
    QTest::newRow("trailers stand alone")
        << QStringList{u"Suggested-by: Grace Example with a very long address <grace@example.invalid>"_s,
                       u"Signed-off-by: Ada Example <ada@example.invalid>"_s}
        << QStringList{u"p:Suggested-by: Grace Example with a very long address <grace@example.invalid>/"
                       "Signed-off-by: Ada Example <ada@example.invalid>"_s};
    QTest::newRow("rules join nothing") << QStringList{u"-"_s.repeated(70), u"Words"_s}
                                        << QStringList{u"p:"_s % u"-"_s.repeated(70) % u"/Words"_s};
    QTest::newRow("a link begins its line") << QStringList{full, u"https://example.invalid/x"_s}
                                            << QStringList{u"p:"_s % full % u"/https://example.invalid/x"_s};
    const QString chinese
        = u"这个补丁把列表寄存器保留在内存里直到第一个中断到来为止因此没有中断的虚拟处理器"_s;
    QTest::newRow("Chinese closes up")
        << QStringList{chinese, u"不花任何代价。"_s}
        << QStringList{u"p:"_s % chinese % QChar(0x200b) % u"不花任何代价。"_s};
}

void TestProse::linesBecomeParagraphs()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, expected);
    QCOMPARE(told(paragraphs(linesOf(lines))), expected);
}

void TestProse::joiningIsUndoneInCopies()
{
    const QStringList lines{u"- "_s + full, u"  use"_s, u"- next"_s};
    const std::vector<Paragraph> made = paragraphs(linesOf(lines));
    QCOMPARE(made.size(), 1U);
    Item item;
    item.text = made.front().text;
    item.joins = made.front().joins;
    QCOMPARE(originalText(item, 0, item.text.size()), lines.join(u'\n'));
    QCOMPARE(originalText(item, item.text.indexOf(u"in use"_s), 6), u"in\n  use"_s);
    QCOMPARE(originalText(item, 2, 3), u"The"_s);
    QCOMPARE(originalText(item, 2, 0), QString());
}

void TestProse::longParagraphsAreCutAndLoseNothing_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("many lines") << QStringList(1000, full);
    QTest::newRow("many short lines") << QStringList(1000, u"x"_s);
    QTest::newRow("one long line") << QStringList{u"word "_s.repeated(5000).trimmed()};
    QTest::newRow("no blanks, pairs") << QStringList{QString::fromUcs4(U"\U0001F600").repeated(9001)};
    QTest::newRow("code") << QStringList(1000, u"    x = y;"_s);
}

void TestProse::longParagraphsAreCutAndLoseNothing()
{
    QFETCH(QStringList, lines);
    QString text;
    bool first = true;
    for (const Paragraph& paragraph : paragraphs(linesOf(lines))) {
        Item item;
        item.text = paragraph.text;
        item.joins = paragraph.joins;
        QVERIFY(item.text.size() <= 2 * mostItemCharacters);
        QVERIFY(item.text.count(QChar(QChar::LineSeparator)) < mostItemLines);
        QVERIFY(!item.text.front().isLowSurrogate());
        if (!first && lines.size() > 1)
            text += u'\n';
        first = false;
        text += originalText(item, 0, item.text.size());
    }
    QCOMPARE(text, lines.join(u'\n'));
}

void TestProse::linksAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    QTest::newRow("none") << u"a: b http:// https:x"_s << QStringList{};
    QTest::newRow("full stop") << u"See https://example.invalid/a."_s
                               << QStringList{u"https://example.invalid/a"_s};
    QTest::newRow("brackets") << u"(<http://example.invalid/a_(b)>)"_s
                              << QStringList{u"http://example.invalid/a_(b)"_s};
    QTest::newRow("two") << u"http://a.invalid, mailto:b@c.invalid"_s
                         << QStringList{u"http://a.invalid"_s, u"mailto:b@c.invalid"_s};
    QTest::newRow("other schemes") << u"file:///etc/passwd javascript:x ftp://a"_s << QStringList{};
    QTest::newRow("within a word") << u"xhttp://a.invalid"_s << QStringList{};
    QTest::newRow("capitals") << u"HTTPS://Example.invalid"_s << QStringList{u"HTTPS://Example.invalid"_s};
    QTest::newRow("Chinese follows") << u"见https://a.invalid/x。好"_s
                                     << QStringList{u"https://a.invalid/x"_s};
}

void TestProse::linksAreFound()
{
    QFETCH(QString, text);
    QFETCH(QStringList, links);
    QStringList found;
    for (const Zone& zone : linksIn(text))
        found.append(text.mid(zone.start, zone.length));
    QCOMPARE(found, links);
}

void TestProse::signaturesAreTheSendersOwn_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("kept");
    const QString rule = u"_"_s.repeated(47);
    QTest::newRow("a name") << QStringList{u"-- "_s, u"Alan Example"_s} << 2;
    QTest::newRow("the version of git") << QStringList{u"-- "_s, u"2.37.0.170.g444d1eabd0-goog"_s} << 0;
    QTest::newRow("a list's footer") << QStringList{rule, u"kvmarm mailing list"_s} << 0;
    QTest::newRow("a name and a footer")
        << QStringList{u"-- "_s, u"Alan"_s, u""_s, rule, u"kvmarm mailing list"_s} << 3;
    QTest::newRow("nothing") << QStringList{} << 0;
}

void TestProse::signaturesAreTheSendersOwn()
{
    QFETCH(QStringList, lines);
    QFETCH(int, kept);
    QCOMPARE(signature(linesOf(lines)).size(), static_cast<std::size_t>(kept));
}

namespace
{

const QString patchText = u"Words.\n---\n a.c | 2 +-\n\n"
                          "diff --git a/a.c b/a.c\nindex 1..2 100644\n--- a/a.c\n+++ b/a.c\n"
                          "@@ -1,3 +1,3 @@ f\n context\n-old\n+new\n more\n"
                          "diff --git a/b.c b/b.c\n--- a/b.c\n+++ b/b.c\n@@ -1 +1 @@\n-x\n+y\n"
                          "diff --git a/c.c b/c.c\n--- a/c.c\n+++ b/c.c\n@@ -1 +1,2 @@\n x\n+--- y\n"_s;

int lineOf(const mail::BodyText& body, const QString& text)
{
    for (std::size_t line = 0; line < body.lines.size(); ++line) {
        if (body.line(body.lines[line]) == text)
            return static_cast<int>(line);
    }
    return -1;
}

} // namespace

void TestProse::hiddenPartsOfADiffAreNamed()
{
    const mail::BodyText body = mail::classify(patchText);
    PatchLines patch(body);
    const int end = static_cast<int>(body.lines.size());
    QVERIFY(patch.hasDiff());
    std::vector<PatchLines::Gap> gaps = patch.gapsBefore(end);
    QCOMPARE(gaps.size(), 1U); // nothing has been shown: one line for everything
    QCOMPARE(gaps.front().files, 3);
    QCOMPARE(gaps.front().lines, 21);

    gaps = patch.gapsBefore(lineOf(body, u"-old"_s));
    QCOMPARE(gaps.size(), 1U);
    QCOMPARE(gaps.front().files, 0);
    QCOMPARE(gaps.front().file, u"a.c"_s);
    QCOMPARE(gaps.front().lines, 6);
    QCOMPARE(patch.fileAt(lineOf(body, u"-old"_s)), u"a.c"_s);

    patch.advance(lineOf(body, u"+new"_s) + 1);
    gaps = patch.gapsBefore(lineOf(body, u" x"_s));
    QCOMPARE(gaps.size(), 3U); // the rest of one file, a whole one, the beginning of another
    QCOMPARE(gaps[0].lines, 1);
    QCOMPARE(gaps[0].file, u"a.c"_s);
    QCOMPARE(gaps[1].files, 1);
    QCOMPARE(gaps[1].lines, 6);
    QCOMPARE(gaps[2].files, 0);
    QCOMPARE(gaps[2].file, u"c.c"_s);
    patch.advance(end);
    QVERIFY(patch.gapsBefore(end).empty());
    QVERIFY(!PatchLines(mail::classify(u"Words only.\n"_s)).hasDiff());
}

void TestProse::linesOfADiffAreTold()
{
    const mail::BodyText body = mail::classify(patchText);
    const PatchLines patch(body);
    QCOMPARE(patch.tone(lineOf(body, u"-old"_s)), DiffLine::Removed);
    QCOMPARE(patch.tone(lineOf(body, u"+new"_s)), DiffLine::Added);
    QCOMPARE(patch.tone(lineOf(body, u"+--- y"_s)), DiffLine::Added);
    QCOMPARE(patch.tone(lineOf(body, u"--- a/a.c"_s)), DiffLine::File);
    QCOMPARE(patch.tone(lineOf(body, u"@@ -1,3 +1,3 @@ f"_s)), DiffLine::Hunk);
    QCOMPARE(patch.tone(lineOf(body, u"Words."_s)), DiffLine::Context);
}

QTEST_GUILESS_MAIN(TestProse)
#include "test_prose.moc"
