// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revisiondiff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

namespace
{

/// A patch of one hunk at `place` whose lines are `hunk`.
QString patchText(const QString& message, const QString& hunk, int place = 10, const QString& notes = {})
{
    const auto lines = hunk.split(u'\n');
    const auto kept = [&lines](QChar sign) {
        return std::count_if(lines.begin(), lines.end(),
                             [sign](const QString& line) { return !line.startsWith(sign); });
    };
    return message + u"\n\nSigned-off-by: Ada <ada@example.invalid>\n---\n"_s + notes + u" a.c | 2 +-\n\n"_s
        + u"diff --git a/a.c b/a.c\nindex 1111111..%1 100644\n--- a/a.c\n+++ b/a.c\n"_s.arg(place, 7)
        + u"@@ -%1,%2 +%1,%3 @@ int f(void)\n"_s.arg(place).arg(kept(u'+')).arg(kept(u'-')) + hunk
        + u"\n-- \n2.50.0\n"_s;
}

class RevisionBuilder
{
public:
    RevisionBuilder(int revision, int total)
    {
        m_text.revision.revision = revision;
        m_text.revision.total = total;
    }
    RevisionBuilder& patch(int number, const char* title, const QString& body)
    {
        m_text.revision.patches += {number, QString::fromUtf8(title), MailId{number + 1}, {}};
        m_text.bodies.push_back(mail::classify(body));
        return *this;
    }
    [[nodiscard]] const RevisionText& text() const { return m_text; }

private:
    RevisionText m_text;
};

/// "1>2 changed, 0>3 added"
QString told(const RevisionComparison& comparison)
{
    QStringList parts;
    for (const PatchPair& pair : comparison.patches) {
        static const QStringList words{u"changed"_s, u"same"_s, u"added"_s, u"dropped"_s, u"unknown"_s};
        parts += u"%1>%2 %3"_s.arg(pair.earlier).arg(pair.later).arg(words.at(static_cast<int>(pair.change)));
    }
    return parts.join(u", "_s);
}

QString linesOf(const PatchPair& pair)
{
    QStringList lines;
    for (const RangeLine& line : pair.lines) {
        if (line.kind != DiffKind::Same)
            lines += (line.kind == DiffKind::Added ? u"+|"_s : u"-|"_s) + line.text;
    }
    return lines.join(u'\n');
}

const QString hunkA = u" one\n-two\n+TWO and more\n three"_s;
const QString hunkB = u" one\n-two\n+TWO and less\n three"_s;
const QString hunkC = u" aaaa\n-bbbbbb\n+cccccc\n dddd"_s;

} // namespace

class TestRevisionDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsPatchesApart();
    void ignoresWhereHunksAre();
    void comparesMessages();
    void followsARenamedPatch();
    void followsARenamedPatchThatChanged();
    void saysWhenItCannotKnow();
    void showsTheNotesBetween_data();
    void showsTheNotesBetween();
    void gathersTheNotesOfAllRevisionsBetween();
    void showsThePatchesOwnNotes();
    void comparesNothing();
};

void TestRevisionDiff::tellsPatchesApart()
{
    RevisionBuilder v1(1, 4);
    v1.patch(1, "KVM: a", patchText(u"A."_s, hunkA)).patch(2, "KVM: gone", patchText(u"G."_s, hunkC));
    v1.patch(3, "KVM: b", patchText(u"B."_s, hunkA)).patch(4, "KVM: c", patchText(u"C."_s, hunkC, 99));
    RevisionBuilder v2(2, 4);
    v2.patch(1, "KVM: a", patchText(u"A."_s, hunkA))
        .patch(2, "KVM: new one", patchText(u"N."_s, u" x\n+brand new line"_s));
    v2.patch(3, "KVM: b", patchText(u"B."_s, hunkB)).patch(4, "KVM: c", patchText(u"C."_s, hunkC));
    const RevisionComparison comparison = compareRevisions(v1.text(), v2.text());
    QCOMPARE(told(comparison), u"1>1 same, 0>2 added, 2>0 dropped, 3>3 changed, 4>4 same"_s);
    QCOMPARE(linesOf(comparison.patches.at(3)), u"-|+TWO and more\n+|+TWO and less"_s);
    QCOMPARE(comparison.count(PatchChange::Unchanged), 2);
    QVERIFY(linesOf(comparison.patches.at(0)).isEmpty());
    QVERIFY(linesOf(comparison.patches.at(1)).contains(u"+|+brand new line"_s));
    QVERIFY(linesOf(comparison.patches.at(2)).contains(u"-|+cccccc"_s));
}

void TestRevisionDiff::ignoresWhereHunksAre()
{
    RevisionBuilder v1(1, 1);
    v1.patch(1, "KVM: a", patchText(u"A."_s, hunkA, 10));
    RevisionBuilder v2(2, 1);
    v2.patch(1, "KVM: a", patchText(u"A."_s, hunkA, 4711));
    const RevisionComparison comparison = compareRevisions(v1.text(), v2.text());
    QCOMPARE(told(comparison), u"1>1 same"_s);
    QVERIFY(linesOf(comparison.patches.front()).isEmpty());
}

void TestRevisionDiff::comparesMessages()
{
    RevisionBuilder v1(1, 1);
    v1.patch(1, "KVM: a", patchText(u"It is so."_s, hunkA));
    RevisionBuilder v2(2, 1);
    v2.patch(1, "KVM: a", patchText(u"It is not so."_s, hunkA));
    RevisionBuilder reviewed(3, 1);
    reviewed.patch(1, "KVM: a",
                   patchText(u"It is not so.\n\nReviewed-by: Bob <bob@example.invalid>"_s, hunkA));
    const PatchPair pair = compareRevisions(v1.text(), v2.text()).patches.front();
    QCOMPARE(pair.change, PatchChange::Unchanged);
    QVERIFY(pair.messageChanged);
    QCOMPARE(linesOf(pair), u"-|It is so.\n+|It is not so."_s);
    const PatchPair next = compareRevisions(v2.text(), reviewed.text()).patches.front();
    QVERIFY(!next.messageChanged); // a review is no change of the author's
}

void TestRevisionDiff::followsARenamedPatch()
{
    RevisionBuilder v1(1, 2);
    v1.patch(1, "KVM: a", patchText(u"A."_s, hunkA)).patch(2, "KVM: b", patchText(u"B."_s, hunkC));
    RevisionBuilder v2(2, 2);
    v2.patch(1, "KVM: b, said better", patchText(u"B."_s, hunkC))
        .patch(2, "KVM: a", patchText(u"A."_s, hunkA));
    const RevisionComparison comparison = compareRevisions(v1.text(), v2.text());
    QCOMPARE(told(comparison), u"2>1 same, 1>2 same"_s);
    QCOMPARE(comparison.patches.front().earlierTitle, u"KVM: b"_s);
}

void TestRevisionDiff::followsARenamedPatchThatChanged()
{
    const QString before = u" x\n+first line\n+second line\n+third line\n+fourth line"_s;
    const QString after = u" x\n+first line\n+second line\n+third line\n+another one"_s;
    RevisionBuilder v1(1, 1);
    v1.patch(1, "KVM: add lines", patchText(u"A."_s, before));
    RevisionBuilder v2(2, 1);
    v2.patch(1, "KVM: put lines in", patchText(u"A."_s, after));
    QCOMPARE(told(compareRevisions(v1.text(), v2.text())), u"1>1 changed"_s);
    RevisionBuilder other(2, 1);
    other.patch(1, "KVM: put lines in", patchText(u"A."_s, hunkC));
    QCOMPARE(told(compareRevisions(v1.text(), other.text())),
             u"1>0 dropped, 0>1 added"_s.section(u", "_s, 1) + u", "_s + u"1>0 dropped"_s);
}

void TestRevisionDiff::saysWhenItCannotKnow()
{
    // Patch 2 of v1 is not in the library: whether "b" was there, only the cover letter tells.
    RevisionBuilder v1(1, 2);
    v1.patch(1, "KVM: a", patchText(u"A."_s, hunkA));
    RevisionBuilder v2(2, 3);
    v2.patch(1, "KVM: a", patchText(u"A."_s, hunkA))
        .patch(2, "KVM: b of a long title that git wraps in its list", patchText(u"B."_s, hunkC));
    v2.patch(3, "KVM: c", patchText(u"C."_s, hunkB));
    QCOMPARE(told(compareRevisions(v1.text(), v2.text())), u"1>1 same, 0>2 unknown, 0>3 unknown"_s);
    RevisionBuilder covered(1, 2);
    covered.patch(
        0, "KVM: x",
        u"Hello.\n\nAda Example (2):\n  KVM: a\n  KVM: b of a long title that git\n    wraps in its list\n\n a.c | 2\n"_s);
    covered.patch(1, "KVM: a", patchText(u"A."_s, hunkA));
    QCOMPARE(told(compareRevisions(covered.text(), v2.text())), u"1>1 same, 0>2 unknown, 0>3 added"_s);
}

void TestRevisionDiff::showsTheNotesBetween_data()
{
    QTest::addColumn<QString>("cover");
    QTest::addColumn<int>("since");
    QTest::addColumn<int>("revision");
    QTest::addColumn<QString>("expected");
    const QString arrows = u"Hi\n\nv3 -> v4:\n- four\n\nv2 -> v3:\n- three\n\nv1 -> v2:\n- two\n"_s;
    QTest::newRow("the last step") << arrows << 3 << 4 << u"v3 -> v4:|- four"_s;
    QTest::newRow("two steps") << arrows << 2 << 4 << u"v3 -> v4:|- four|v2 -> v3:|- three"_s;
    QTest::newRow("all") << arrows << 0 << 4 << u"v3 -> v4:|- four|v2 -> v3:|- three|v1 -> v2:|- two"_s;
    QTest::newRow("of the one before") << arrows << 2 << 3 << u"v2 -> v3:|- three"_s;
    QTest::newRow("numbers") << u"v3:\n- three\nv2:\n- two\n"_s << 2 << 3 << u"v3:|- three"_s;
    QTest::newRow("since") << u"Changes since v1:\n- all\n"_s << 1 << 3 << u"Changes since v1:|- all"_s;
    QTest::newRow("no number") << u"Changelog:\n- all\n"_s << 2 << 3 << u"Changelog:|- all"_s;
}

void TestRevisionDiff::showsTheNotesBetween()
{
    QFETCH(QString, cover);
    QFETCH(int, since);
    QFETCH(int, revision);
    QTEST(notesSince(mail::classify(cover), since, revision).join(u'|'), "expected");
}

void TestRevisionDiff::gathersTheNotesOfAllRevisionsBetween()
{
    const mail::BodyText v4 = mail::classify(u"Changes since v3:\n- four\n"_s);
    const mail::BodyText v3 = mail::classify(u"v2 -> v3:\n- three\n"_s);
    const std::vector<CoverNotes> letters{{&v4, 4, 3}, {&v3, 3, 2}};
    QCOMPARE(notesBetween(letters, 2).join(u'|'), u"Changes since v3:|- four||v2 -> v3:|- three"_s);
    // A letter that tells it all is enough.
    const mail::BodyText whole = mail::classify(u"v3 -> v4:\n- four\n\nv2 -> v3:\n- three again\n"_s);
    QCOMPARE(notesBetween({{&whole, 4, 3}, {&v3, 3, 2}}, 2).join(u'|'),
             u"v3 -> v4:|- four|v2 -> v3:|- three again"_s);
    QVERIFY(notesBetween({{nullptr, 4, 3}}, 0).isEmpty());
}

void TestRevisionDiff::showsThePatchesOwnNotes()
{
    RevisionBuilder v1(1, 1);
    v1.patch(1, "KVM: a", patchText(u"A."_s, hunkA));
    RevisionBuilder v2(2, 1);
    v2.patch(1, "KVM: a", patchText(u"A."_s, hunkB, 10, u"v2: less (Bob)\n\n"_s));
    const RevisionComparison comparison = compareRevisions(v1.text(), v2.text());
    QCOMPARE(comparison.patches.front().notes, QStringList{u"v2: less (Bob)"_s});
    QCOMPARE(comparison.notes, QStringList{u"v2: less (Bob)"_s}); // a lone patch is its own cover letter
}

void TestRevisionDiff::comparesNothing()
{
    QVERIFY(compareRevisions({}, {}).patches.empty());
}

QTEST_APPLESS_MAIN(TestRevisionDiff)
#include "test_revisiondiff.moc"
