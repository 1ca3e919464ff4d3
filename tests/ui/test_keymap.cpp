// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keymap.h"

#include <QTest>

using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

QKeySequence keys(const char* text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

KeyedAction action(const QString& name, KeyScope place, const QList<QKeySequence>& defaults)
{
    return {name, name, name, {}, u"Thread"_s, place, defaults};
}

QList<KeyedAction> someActions()
{
    return {action(u"quit"_s, KeyScope::Window, {keys("Ctrl+Q")}),
            action(u"next"_s, KeyScope::Central, {keys("J")}),
            action(u"previous"_s, KeyScope::Central, {keys("K")}),
            action(u"open"_s, KeyScope::Tree, {keys("Return")}),
            action(u"mail"_s, KeyScope::Conversation, {keys("X")}),
            action(u"attention"_s, KeyScope::Central, {keys("G, A")}),
            action(u"week"_s, KeyScope::Central, {keys("G, W")})};
}

QString named(const QList<KeyClash>& clashes)
{
    QStringList names;
    for (const KeyClash& clash : clashes)
        names.append(QString(clash.action + u' ' + clash.keys.toString(QKeySequence::PortableText)));
    return names.join(u"; "_s);
}

} // namespace

class TestKeyMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sequencesClash_data();
    void sequencesClash();
    void someKeysAreNotGivenAway_data();
    void someKeysAreNotGivenAway();
    void namesWhatIsInTheWay_data();
    void namesWhatIsInTheWay();
    void keepsOnlyWhatDiffers();
    void readsWhatItWrote();
    void whatIsDamagedStaysAtItsDefault_data();
    void whatIsDamagedStaysAtItsDefault();
    void keysCanBeSwapped();
};

void TestKeyMap::sequencesClash_data()
{
    QTest::addColumn<QKeySequence>("a");
    QTest::addColumn<QKeySequence>("b");
    QTest::addColumn<bool>("clash");
    const auto row = [](const char* a, const char* b, bool clash) {
        QTest::addRow("%s and %s", a, b) << keys(a) << keys(b) << clash;
    };
    row("J", "J", true);
    row("J", "K", false);
    row("J", "Shift+J", false);
    row("G", "G, A", true);
    row("G, A", "G", true);
    row("G, A", "G, B", false);
    row("G, A", "A", false);
    row("G, A, B", "G, A", true);
    row("", "J", false);
}

void TestKeyMap::sequencesClash()
{
    QFETCH(QKeySequence, a);
    QFETCH(QKeySequence, b);
    QTEST(clash(a, b), "clash");
}

void TestKeyMap::someKeysAreNotGivenAway_data()
{
    QTest::addColumn<QKeySequence>("sequence");
    QTest::addColumn<bool>("reserved");
    const auto row = [](const char* text, bool reserved) { QTest::newRow(text) << keys(text) << reserved; };
    row("Down", true);
    row("Shift+Down", true);
    row("Ctrl+Down", false);
    row("Tab", true);
    row("G, Home", true);
    row("Ctrl+C", true);
    row("Ctrl+C, A", true);
    row("Ctrl+Shift+C", false);
    row("F7", false);
}

void TestKeyMap::someKeysAreNotGivenAway()
{
    QFETCH(QKeySequence, sequence);
    QTEST(isReserved(sequence), "reserved");
}

void TestKeyMap::namesWhatIsInTheWay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QKeySequence>("wanted");
    QTest::addColumn<QString>("clashes");
    const auto row = [](const char* name, const char* wanted, const QString& clashes) {
        QTest::addRow("%s %s", name, wanted) << QString::fromLatin1(name) << keys(wanted) << clashes;
    };
    row("next", "J", {}); // its own
    row("next", "K", u"previous K"_s);
    row("next", "G", u"attention G, A; week G, W"_s);
    row("attention", "G, W", u"week G, W"_s);
    row("attention", "J, A", u"next J"_s);
    row("mail", "Return", {}); // another pane
    row("open", "X", {});
    row("next", "X", u"mail X"_s); // the pane is inside
    row("quit", "X", u"mail X"_s);
    row("open", "Ctrl+Q", u"quit Ctrl+Q"_s);
    row("unknown", "J", {});
}

void TestKeyMap::namesWhatIsInTheWay()
{
    QFETCH(QString, name);
    QFETCH(QKeySequence, wanted);
    QTEST(named(clashesOf(someActions(), {}, name, wanted)), "clashes");
}

void TestKeyMap::keepsOnlyWhatDiffers()
{
    const QList<KeyedAction> actions = someActions();
    KeyChanges changes = withKeys(actions, {}, u"next"_s, {keys("F7")});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(keysOf(actions.at(1), changes), QList<QKeySequence>{keys("F7")});
    QCOMPARE(keysOf(actions.at(2), changes), QList<QKeySequence>{keys("K")});
    QVERIFY(clashesOf(actions, changes, u"previous"_s, keys("J")).isEmpty()); // it is free now
    changes = withKeys(actions, changes, u"next"_s, {keys("J")});
    QVERIFY(changes.isEmpty());
    QVERIFY(toJson(changes).isEmpty());
    QVERIFY(keysOf(actions.at(1), withKeys(actions, {}, u"next"_s, {})).isEmpty());
}

void TestKeyMap::readsWhatItWrote()
{
    const QList<KeyedAction> actions = someActions();
    const KeyChanges changes{
        {u"next"_s, {keys("F7"), keys("Ctrl+X, J")}}, {u"mail"_s, {}}, {u"week"_s, {keys("G, G")}}};
    KeyChanges usable = changes;
    usable.insert(u"next"_s, {keys("F7"), keys("Ctrl+B, J")});
    const ReadKeys read = readKeyChanges(toJson(usable), actions);
    QCOMPARE(read.problems, QStringList());
    QCOMPARE(read.changes, usable);
    QCOMPARE(readKeyChanges(toJson(changes), actions).problems.size(), 1); // Ctrl+X is reserved
}

void TestKeyMap::whatIsDamagedStaysAtItsDefault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("problems");
    QTest::addColumn<QByteArray>("left");
    const QByteArray good = R"({"week":["F8"]})";
    QTest::newRow("empty") << QByteArray() << 0 << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"week\":[") << 1 << QByteArray();
    QTest::newRow("a list") << QByteArray("[1]") << 1 << QByteArray();
    QTest::newRow("too large") << QByteArray(R"({"week":["F8"],"x":")" + QByteArray(100'000, 'x') + "\"}")
                               << 1 << QByteArray();
    QTest::newRow("unknown action") << QByteArray(R"({"week":["F8"],"fly":["F9"]})") << 1 << good;
    QTest::newRow("no list") << QByteArray(R"({"week":["F8"],"next":"F9"})") << 1 << good;
    QTest::newRow("no key") << QByteArray(R"({"week":["F8"],"next":["Nonsense"]})") << 1 << good;
    QTest::newRow("empty key") << QByteArray(R"({"week":["F8"],"next":[""]})") << 1 << good;
    QTest::newRow("twice") << QByteArray(R"({"week":["F8"],"next":["F9","F9"]})") << 1 << good;
    QTest::newRow("too many") << QByteArray(R"({"week":["F8"],"next":["1","2","3","4","5"]})") << 1 << good;
    QTest::newRow("clash with a default") << QByteArray(R"({"week":["F8"],"next":["K"]})") << 1 << good;
    QTest::newRow("clash by a prefix") << QByteArray(R"({"week":["F8"],"next":["G"]})") << 1 << good;
    QTest::newRow("the default again") << QByteArray(R"({"week":["F8"],"next":["J"]})") << 0 << good;
    // "next" goes back to J, so "previous" must leave it.
    QTest::newRow("a chain") << QByteArray(R"({"week":["F8"],"next":["F8"],"previous":["J"]})") << 2 << good;
}

void TestKeyMap::whatIsDamagedStaysAtItsDefault()
{
    QFETCH(QByteArray, json);
    QFETCH(int, problems);
    const ReadKeys read = readKeyChanges(json, someActions());
    QVERIFY2(read.problems.size() == problems, qPrintable(read.problems.join(u'\n')));
    QTEST(toJson(read.changes), "left");
}

void TestKeyMap::keysCanBeSwapped()
{
    const ReadKeys read = readKeyChanges(R"({"next":["K"],"previous":["J"]})", someActions());
    QCOMPARE(read.problems, QStringList());
    QCOMPARE(read.changes.size(), 2);
}

QTEST_MAIN(TestKeyMap)
#include "test_keymap.moc"
