// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/people.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

class TestPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersPeople_data();
    void numbersPeople();
    void showsNames_data();
    void showsNames();
};

void TestPeople::numbersPeople_data()
{
    using Strings = QStringList;
    QTest::addColumn<Strings>("senders"); // name|address
    QTest::addColumn<QString>("numbers");
    QTest::newRow("two") << Strings{u"Ada|ada@x"_s, u"Bo|bo@x"_s} << u"01"_s;
    QTest::newRow("case of the address") << Strings{u"|Ada@X"_s, u"|ada@x"_s} << u"00"_s;
    QTest::newRow("same name") << Strings{u"Ada Byron|ada@x"_s, u"Ada Byron|ada@y"_s} << u"00"_s;
    QTest::newRow("quoted name") << Strings{u"Ada Byron|ada@x"_s, u"\"Ada  Byron\"|ada@y"_s} << u"00"_s;
    QTest::newRow("transitive") << Strings{u"Ada|a@x"_s, u"Bo|a@y"_s, u"Ada|a@y"_s} << u"000"_s;
    QTest::newRow("no name joins nobody") << Strings{u"|a@x"_s, u"|b@x"_s} << u"01"_s;
    QTest::newRow("part of a name is no name") << Strings{u"Ada|a@x"_s, u"Ada Byron|b@x"_s} << u"01"_s;
    QTest::newRow("nobody at all") << Strings{u"|"_s, u"|"_s} << u"01"_s;
    QTest::newRow("none") << Strings{} << QString();
}

void TestPeople::numbersPeople()
{
    QFETCH(QStringList, senders);
    std::vector<mail::Address> addresses;
    for (const QString& sender : senders)
        addresses.push_back({sender.section(u'|', 0, 0), sender.section(u'|', 1)});
    QString numbers;
    for (const int number : people(addresses))
        numbers += QString::number(number);
    QTEST(numbers, "numbers");
}

void TestPeople::showsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << u"Ada Byron"_s << u"ada@x"_s << u"Ada Byron"_s;
    QTest::newRow("quotes") << u"\"Byron, Ada\""_s << u"ada@x"_s << u"Byron, Ada"_s;
    QTest::newRow("no name") << QString() << u"ada@x"_s << u"ada"_s;
    QTest::newRow("no at") << QString() << u"ada"_s << u"ada"_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestPeople::showsNames()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    QTEST(shownName({name, address}), "shown");
}

QTEST_APPLESS_MAIN(TestPeople)
#include "test_people.moc"
