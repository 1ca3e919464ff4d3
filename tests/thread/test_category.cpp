// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/category.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

class TestCategory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shippedTable_data();
    void shippedTable();
    void firstMatchingRowDecides();
    void survivesJson();
    void refusesBadTables_data();
    void refusesBadTables();
};

void TestCategory::shippedTable_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("category");
    const auto row
        = [](const char* subject, const char* category, const char* sender = "ada@example.invalid") {
              QTest::newRow(subject) << QString::fromUtf8(subject) << QString::fromUtf8(sender)
                                     << QString::fromUtf8(category);
          };
    row("[PATCH v2 0/9] x", "PATCH");
    row("[kvm-unit-tests PATCH v2 0/9] x", "PATCH");
    row("[PATCH kvmtool 0/3] x", "PATCH");
    row("[PATCHv3] x", "PATCH");
    row("[RFC PATCH] x", "RFC");
    row("[PATCH RFC] x", "RFC");
    row("[RFCv2] x", "RFC");
    row("[GIT PULL] x", "GIT PULL");
    row("[PULL 0/9] x", "GIT PULL");
    row("[GIT PULL] RFC x", "GIT PULL");
    row("[PATCH] Fix kernel panic in x?", "PATCH");
    row("[PATCH] x", "PATCH", "lkp@intel.com");
    row("[syzbot] [kvm?] WARNING in x", "Bug Report", "syzbot+123@syzkaller.appspotmail.com");
    row("[REGRESSION] x", "Bug Report");
    row("BUG: unable to handle page fault", "Bug Report");
    row("arm64: boot failure on a board", "Bug Report");
    row("Question about vgic", "Question");
    row("Does it work?", "Question");
    row("[ANNOUNCE] KVM Forum", "Announcement");
    row("Call for Papers: a workshop", "Announcement");
    row("Meeting notes", "Discussion");
    row("[dispatch] x", "Discussion");
    row("debugging the bugle", "Discussion");
    row("", "Discussion");
}

void TestCategory::shippedTable()
{
    QFETCH(QString, subject);
    QFETCH(QString, sender);
    QTEST(categoryName(categorise(shippedCategories(), parseSubject(subject), {{}, sender})), "category");
    const QString reply = u"Re: "_s + subject;
    QTEST(categoryName(categorise(shippedCategories(), parseSubject(reply), {{}, sender})), "category");
}

void TestCategory::firstMatchingRowDecides()
{
    using enum CategoryRule::Field;
    const CategoryTable table{{Category::Question, Subject, {u"x"_s}}, {Category::Patch, Tag, {u"PATCH"_s}}};
    QCOMPARE(categorise(table, parseSubject(u"[PATCH] x"_s), {}), Category::Question);
    QCOMPARE(categorise(table, parseSubject(u"[PATCH] y"_s), {}), Category::Patch);
    QCOMPARE(categorise({}, parseSubject(u"[PATCH] y"_s), {}), Category::Discussion);
}

void TestCategory::survivesJson()
{
    const Result<CategoryTable> table = categoriesFromJson(toJson(shippedCategories()));
    QVERIFY(table.has_value());
    QVERIFY(*table == shippedCategories());
}

void TestCategory::refusesBadTables_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    QTest::newRow("empty") << QByteArray() << u"JSON"_s;
    QTest::newRow("object") << QByteArray("{}") << u"JSON"_s;
    QTest::newRow("cut") << QByteArray("[{") << u"JSON"_s;
    QTest::newRow("category") << QByteArray(R"([{"category":"Patches","field":"tag","words":["x"]}])")
                              << u"Patches"_s;
    QTest::newRow("field") << QByteArray(R"([{"category":"RFC","field":"body","words":["x"]}])") << u"body"_s;
    QTest::newRow("words") << QByteArray(
        R"([{"category":"RFC","field":"tag","words":["x"]},{"category":"RFC","field":"tag","words":[" "]}])")
                           << u"2"_s;
    QTest::newRow("no object") << QByteArray("[1]") << u"1"_s;
}

void TestCategory::refusesBadTables()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, names);
    const Result<CategoryTable> table = categoriesFromJson(json);
    QVERIFY(!table.has_value());
    QVERIFY2(table.error().text.contains(names), qPrintable(table.error().text));
}

QTEST_APPLESS_MAIN(TestCategory)
#include "test_category.moc"
