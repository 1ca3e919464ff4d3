// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/linediff.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace lb::thread;

namespace
{

std::vector<int> letters(const QString& text)
{
    std::vector<int> items;
    for (const QChar c : text)
        items.push_back(c.unicode());
    return items;
}

/// " same -removed +added", one sign a run.
QString told(const QString& before, const QString& after)
{
    QString text;
    for (const DiffRun& run : diffSequences(letters(before), letters(after))) {
        const bool added = run.kind == DiffKind::Added;
        text += run.kind == DiffKind::Same ? u'=' : added ? u'+' : u'-';
        text += added ? after.mid(run.after, run.count) : before.mid(run.before, run.count);
    }
    return text;
}

std::size_t fewestEdits(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j)
            common[i + 1][j + 1]
                = a[i] == b[j] ? common[i][j] + 1 : std::max(common[i][j + 1], common[i + 1][j]);
    }
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

/// Leads from a to b, in order and without gaps; the number of edits, or nothing.
std::optional<std::size_t> editsOf(const std::vector<int>& a, const std::vector<int>& b,
                                   const std::vector<DiffRun>& runs)
{
    int x = 0;
    int y = 0;
    std::size_t edits = 0;
    for (const DiffRun& run : runs) {
        if (run.before != x || run.after != y || run.count < 1)
            return std::nullopt;
        for (int i = 0; run.kind == DiffKind::Same && i < run.count; ++i) {
            if (a[static_cast<std::size_t>(x + i)] != b[static_cast<std::size_t>(y + i)])
                return std::nullopt;
        }
        x += run.kind == DiffKind::Added ? 0 : run.count;
        y += run.kind == DiffKind::Removed ? 0 : run.count;
        edits += run.kind == DiffKind::Same ? 0 : static_cast<std::size_t>(run.count);
    }
    const bool whole = x == static_cast<int>(a.size()) && y == static_cast<int>(b.size());
    return whole ? std::optional(edits) : std::nullopt;
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void isRightAndShortForAnything();
    void boundsItsWork();
};

void TestLineDiff::tellsWhatChanged_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& before, const QString& after,
                        const QString& expected) { QTest::newRow(name) << before << after << expected; };
    row("nothing", u""_s, u""_s, u""_s);
    row("equal", u"abc"_s, u"abc"_s, u"=abc"_s);
    row("all new", u""_s, u"abc"_s, u"+abc"_s);
    row("all gone", u"abc"_s, u""_s, u"-abc"_s);
    row("one replaced: removed before added", u"abc"_s, u"axc"_s, u"=a-b+x=c"_s);
    row("one put in", u"ac"_s, u"abc"_s, u"=a+b=c"_s);
    row("one taken out", u"abc"_s, u"ac"_s, u"=a-b=c"_s);
    row("nothing in common", u"abc"_s, u"xyz"_s, u"-abc+xyz"_s);
    row("both ends", u"xabc"_s, u"abcy"_s, u"-x=abc+y"_s);
}

void TestLineDiff::tellsWhatChanged()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(told(before, after), "expected");
}

void TestLineDiff::isRightAndShortForAnything()
{
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same cases each time
    const auto some = [&random](std::size_t most, int kinds) {
        std::vector<int> items(random() % (most + 1));
        for (int& item : items)
            item = static_cast<int>(random() % static_cast<unsigned>(kinds));
        return items;
    };
    for (int round = 0; round < 3000; ++round) {
        const int kinds = 1 + static_cast<int>(random() % 6);
        const std::vector<int> a = some(24, kinds);
        const std::vector<int> b = some(24, kinds);
        const auto edits = editsOf(a, b, diffSequences(a, b));
        QVERIFY(edits);
        QCOMPARE(*edits, fewestEdits(a, b));
        const auto bounded = editsOf(a, b, diffSequences(a, b, 3));
        QVERIFY(bounded);
        QVERIFY(*bounded >= *edits);
    }
}

void TestLineDiff::boundsItsWork()
{
    // Nothing in common: an unbounded search would take ten thousand million steps.
    std::vector<int> a(100'000);
    std::vector<int> b(100'000);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<int>(i);
        b[i] = -1 - static_cast<int>(i);
    }
    b[50'000] = 7;
    const auto runs = diffSequences(a, b, 500);
    QVERIFY(editsOf(a, b, runs));
}

QTEST_APPLESS_MAIN(TestLineDiff)
#include "test_linediff.moc"
