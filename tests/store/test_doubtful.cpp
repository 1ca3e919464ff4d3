// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/doubtful.h"

#include <QTest>

using namespace lb;
using namespace lb::store;
using namespace Qt::StringLiterals;

namespace
{

SummaryRecord checked(const QString& text, int doubts)
{
    SummaryRecord made;
    made.text = text;
    made.claims.append({u"kept"_s, {1}, true});
    for (int i = 0; i < doubts; ++i)
        made.claims.append({u"doubted"_s, {2}, false, u"v4 is not in the mails cited"_s});
    return made;
}

const QString twoSections = u"**What it is**\n\n- A table of registers [1]\n- ⚠ v4 is out [2]\n\n"
                            "**Open points**\n\n- ✗ Nobody answered [2]\n\n**State**\n\n- Waits [1]"_s;

} // namespace

class TestDoubtful : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void claimsAndEmptySectionsAreLeftOut();
    void anUncheckedTextStaysWhole();
    void aTextOfDoubtsAloneBecomesEmpty();
    void aRecordSaysWhatItLeavesOut();
};

void TestDoubtful::claimsAndEmptySectionsAreLeftOut()
{
    const TrimmedText trimmed = withoutDoubtful(checked(twoSections, 2));
    QCOMPARE(trimmed.hidden, 2);
    QCOMPARE(trimmed.text, u"**What it is**\n\n- A table of registers [1]\n\n**State**\n\n- Waits [1]"_s);
}

void TestDoubtful::anUncheckedTextStaysWhole()
{
    // A model's prose may hold such a sign of its own.
    const TrimmedText trimmed = withoutDoubtful(checked(twoSections, 0));
    QCOMPARE(trimmed.hidden, 0);
    QCOMPARE(trimmed.text, twoSections);
}

void TestDoubtful::aTextOfDoubtsAloneBecomesEmpty()
{
    const TrimmedText trimmed = withoutDoubtful(checked(u"**State**\n\n- ⚠ merged\n- ✗ applied"_s, 2));
    QCOMPARE(trimmed.hidden, 2);
    QVERIFY(trimmed.text.isEmpty());
}

void TestDoubtful::aRecordSaysWhatItLeavesOut()
{
    SummaryRecord record = checked(twoSections, 2);
    omitDoubtful(record);
    QVERIFY(record.text.endsWith(u"\n\n*2 claims that could not be verified are left out.*"_s));
    QCOMPARE(record.claims.size(), 1);
    SummaryRecord chinese = checked(twoSections, 2);
    chinese.language = Language::Chinese;
    omitDoubtful(chinese);
    QVERIFY(chinese.text.endsWith(u"*已略去 2 条未能核实的说法。*"_s));
    SummaryRecord clean = checked(u"- A table [1]"_s, 0);
    omitDoubtful(clean);
    QCOMPARE(clean.text, u"- A table [1]"_s);
}

QTEST_APPLESS_MAIN(TestDoubtful)
#include "test_doubtful.moc"
