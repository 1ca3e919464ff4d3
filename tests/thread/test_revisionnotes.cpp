// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revisionnotes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

namespace
{

/// "from>to:first-last", one each; 0 as "-".
QString told(const QString& text)
{
    QStringList parts;
    for (const ChangeNote& note : changeNotes(mail::classify(text)))
        parts += u"%1>%2:%3-%4"_s.arg(note.from).arg(note.to).arg(note.firstLine).arg(note.lastLine);
    return parts.join(u' ');
}

/// "v1,v2 id", "p id".
QString links(const QString& text)
{
    QStringList parts;
    for (const CoverLink& link : readRevisionNotes(mail::classify(text)).links) {
        QStringList words;
        for (const int revision : link.revisions)
            words += u'v' + QString::number(revision);
        if (link.previous)
            words += u"p"_s;
        parts += words.join(u',') + u' ' + QString::fromUtf8(link.id.bytes);
    }
    return parts.join(u'|');
}

} // namespace

class TestRevisionNotes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsChangeNotes_data();
    void findsChangeNotes();
    void tellsNoNotesFromProse_data();
    void tellsNoNotesFromProse();
    void findsLinks_data();
    void findsLinks();
    void findsChangeIds_data();
    void findsChangeIds();
    void namesTheRevisionsWhoseChangesItLists();
    void survivesHostileText();
};

void TestRevisionNotes::findsChangeNotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("since", "Hello\n\nChanges since v1:\n - one\n - two\n\nBye\n", "1>0:2-4");
    row("since, bullets apart", "Changes since v8:\n\n- one\n\n- two\n\nAda (2):\n  KVM: x\n", "8>0:0-4");
    row("arrow", "v1 -> v2:\n - one\n\nv2 -> v3:\n - two\n", "1>2:0-1 2>3:3-4");
    row("other arrows", "V1 => V2\n - one\nv2 → v3\n - two\n", "1>2:0-1 2>3:2-3");
    row("newest first", "v3 -> v4\n* one\n\nv2 -> v3\n* two\n", "3>4:0-1 2>3:3-4");
    row("a number alone", "v2:\n - one\n v3:\n - two\n", "0>2:0-1 0>3:2-3");
    row("in its line", "v3: Improved the changelog (Ada)\nv2: Rebased\n", "0>3:0-0 0>2:1-1");
    row("since with a short word", "Since v2:\n- one\n\nSince v1:\n- two\n", "2>0:0-1 1>0:3-4");
    row("from, as a bullet", "* From v1 [1]:\n  - one\n  - two\n", "1>0:0-2");
    row("from and to", "Changes from v2 to v3:\n- one\n", "2>3:0-1");
    row("in", "Changes in v3:\n- one\n- two\n", "0>3:0-2");
    row("RFC", "Changes since RFC v1:\n- one\n", "1>0:0-1");
    row("changelog", "Changelog:\n- one\n", "0>0:0-1");
    row("with a date", "v5 (2025-06-01):\n- one\n", "0>5:0-1");
    row("below the line of a patch",
        "Fix it.\n\nSigned-off-by: A <a@example.invalid>\n---\nv2: Rebased\n\n a.c | 2 +-\n 1 file "
        "changed\n\n"
        "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n",
        "0>2:4-4");
    row("Chinese: changes of", "v2 的改动：\n- 一\n- 二\n", "0>2:0-2");
    row("Chinese: since", "自 v1 以来的变化：\n - 一\n", "1>0:0-1");
    row("Chinese: to", "v1 到 v2\n - 一\n", "1>2:0-1");
    row("Chinese: log", "更新日志：\n - 一\n", "0>0:0-1");
    row("full-width colon", "v2：\n - 一\n", "0>2:0-1");
    row("indented text goes on", "Changes since v1:\n  one that is long\n  and goes on\n\n  two\n\nEnd.\n",
        "1>0:0-4");
    row("a list of patches ends it", "v1 -> v2:\n - one\nAda Example (1):\n  KVM: x\n", "1>2:0-1");
    row("where it was is no change", "v1: https://lore.example.invalid/r/1@x\nv1 -> v2:\n - one\n",
        "1>2:1-2");
}

void TestRevisionNotes::findsChangeNotes()
{
    QFETCH(QString, text);
    QTEST(told(text), "expected");
}

void TestRevisionNotes::tellsNoNotesFromProse_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text); };
    row("This changes v2 of the ABI.\n");
    row("PSCI v1.0 and v1.1 differ.\n");
    row("vgic: list v3 registers\n");
    row("> Changes since v1:\n> - quoted\n");
    row("Applies to v6.16-rc1:\n - one\n");
    row("v5.19: the kernel\n");
    row("Changes since v1:\n");
    row("The history of this is long.\n");
    row("-- \nv2: in a signature\n");
}

void TestRevisionNotes::tellsNoNotesFromProse()
{
    QFETCH(QString, text);
    QCOMPARE(told(text), QString());
}

void TestRevisionNotes::findsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("label", "v1: https://lore.example.invalid/kvmarm/2025-1-a@example.invalid/\n",
        "v1 2025-1-a@example.invalid");
    row("b4", "- Link to v1: https://lore.example.invalid/r/20250501-x-v1-0-ab@example.invalid\n",
        "v1 20250501-x-v1-0-ab@example.invalid");
    row("view of a thread", "v6: https://lore.example.invalid/lkml/1-4-a@x.invalid/T/#u\n",
        "v6 1-4-a@x.invalid");
    row("percent", "v1: https://lore.example.invalid/r/a%2Fb@x.invalid\n", "v1 a/b@x.invalid");
    row("an escaped @", "v1: https://lore.example.invalid/r/ab%40x.invalid\n", "v1 ab@x.invalid");
    row("arrow", "v3 -> v4: https://lore.example.invalid/kvmarm/3@x.invalid/\n", "v3,v4 3@x.invalid");
    row("id in brackets", "The previous version is <1@x.invalid>.\n", "p 1@x.invalid");
    row("the line above",
        "letter from v6, which can be found at\nhttps://lore.example.invalid/r/6@x.invalid.\n",
        "v6 6@x.invalid");
    row("footnote", "* From v1 [1]:\n - one\n\n[1] https://lore.example.invalid/r/1@x.invalid\n",
        "v1 1@x.invalid");
    row("a list below its heading",
        "The previous versions were posted at:\nhttps://lore.example.invalid/r/1@x.invalid\n"
        "https://lore.example.invalid/r/2@x.invalid\n",
        "p 1@x.invalid|p 2@x.invalid");
    row("no label", "[1] https://lore.example.invalid/r/1@x.invalid\n", "");
    row("a base is another series",
        "Applies on top of v4 of the other series: https://lore.example.invalid/r/1@x.invalid\n", "");
    row("quoted", "> v1: https://lore.example.invalid/r/1@x.invalid\n", "");
    row("no id", "v1: https://git.example.invalid/linux/tree/v1\n", "");
    row("a kernel's version is none", "Tested on v6.1: https://lore.example.invalid/r/1@x.invalid\n", "");
}

void TestRevisionNotes::findsLinks()
{
    QFETCH(QString, text);
    QTEST(links(text), "expected");
}

void TestRevisionNotes::findsChangeIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("b4")
        << u"x\n---\nbase-commit: 1234\nchange-id: 20250501-map-cacheable-1234abcd\n\nBest\n"_s
        << u"20250501-map-cacheable-1234abcd"_s;
    QTest::newRow("Gerrit") << u"Fix.\n\nChange-Id: I05a57f546f2b4d9b008a08f5f03e9ba3c950fdcc\n"_s
                            << u"I05a57f546f2b4d9b008a08f5f03e9ba3c950fdcc"_s;
    QTest::newRow("quoted") << u"> change-id: 20250501-map-cacheable-1234abcd\n"_s << QString();
    QTest::newRow("prose") << u"The change-id: is of no use here\n"_s << QString();
}

void TestRevisionNotes::findsChangeIds()
{
    QFETCH(QString, text);
    QTEST(readRevisionNotes(mail::classify(text)).changeId, "expected");
}

void TestRevisionNotes::namesTheRevisionsWhoseChangesItLists()
{
    const QString text = u"Changes since v6:\n- a\n\nv5 -> v6:\n- b\n\nv5:\n- c\n\nChangelog:\n- d\n"_s;
    QCOMPARE(readRevisionNotes(mail::classify(text)).changedFrom, (QList<int>{6, 5, 4}));
    ChangeNote note;
    note.from = 6;
    QVERIFY(note.isAbout(7));
    QVERIFY(!note.isAbout(6));
    note.to = 7;
    QVERIFY(note.isAbout(7));
}

void TestRevisionNotes::survivesHostileText()
{
    const QString line = u"v1 -> v2: "_s + QString(100'000, u'v') + u'\n';
    QCOMPARE(changeNotes(mail::classify(line.repeated(20))).size(), 20);
    const QString headings = u"v2:\n- x\n"_s.repeated(50'000);
    QCOMPARE(changeNotes(mail::classify(headings)).size(), 100);
    const QString urls = u"v1: https://a.invalid/b@c \n"_s.repeated(10'000);
    QCOMPARE(readRevisionNotes(mail::classify(urls)).links.size(), 50);
    (void)readRevisionNotes(mail::classify(QString(u"https://"_s).repeated(50'000)));
    (void)readRevisionNotes(mail::classify(QString(u"<a@"_s).repeated(50'000)));
}

QTEST_APPLESS_MAIN(TestRevisionNotes)
#include "test_revisionnotes.moc"
