// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/participants.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

class TestParticipants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsMails_data();
    void countsMails();
    void keepsNamesOnOneLine();
    void isLinear();
};

void TestParticipants::countsMails_data()
{
    QTest::addColumn<QStringList>("senders"); // name|address
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("named"); // name=key=mails
    QTest::addColumn<int>("people");
    const QString ada = u"Ada Byron|ada@x"_s;
    const QString bo = u"Bo|bo@x"_s;
    QTest::newRow("nobody") << QStringList{} << 8 << QString() << 0;
    QTest::newRow("most mails first")
        << QStringList{ada, bo, bo} << 8 << u"Bo=bo@x=2; Ada Byron=ada@x=1"_s << 2;
    QTest::newRow("equally many: by name")
        << QStringList{bo, ada} << 8 << u"Ada Byron=ada@x=1; Bo=bo@x=1"_s << 2;
    QTest::newRow("some are not named")
        << QStringList{bo, ada, u"|cy@x"_s} << 2 << u"Ada Byron=ada@x=1; Bo=bo@x=1"_s << 3;
    QTest::newRow("none is named") << QStringList{bo} << 0 << QString() << 1;
    QTest::newRow("two addresses: found by the name")
        << QStringList{ada, u"Ada Byron|ada@y"_s} << 8 << u"Ada Byron=Ada Byron=2"_s << 1;
    QTest::newRow("two names: shown as mostly, found by the address")
        << QStringList{u"Ada|ada@x"_s, ada, ada} << 8 << u"Ada Byron=ada@x=3"_s << 1;
    QTest::newRow("case of the address")
        << QStringList{u"|Ada@X"_s, u"|ada@x"_s} << 8 << u"Ada=ada@x=2"_s << 1;
    QTest::newRow("no address") << QStringList{u"Ada Byron|"_s} << 8 << u"Ada Byron=Ada Byron=1"_s << 1;
    QTest::newRow("no sender at all") << QStringList{u"|"_s, bo, bo} << 8 << u"Bo=bo@x=2; ==1"_s << 2;
    QTest::newRow("Chinese") << QStringList{u"王小明|wang@x"_s, u"王小明|wang@x"_s} << 8
                             << u"王小明=wang@x=2"_s << 1;
}

void TestParticipants::countsMails()
{
    QFETCH(QStringList, senders);
    QFETCH(int, most);
    QFETCH(int, people);
    std::vector<mail::Address> addresses;
    for (const QString& sender : senders)
        addresses.push_back({sender.section(u'|', 0, 0), sender.section(u'|', 1)});
    const Participants made = participantsOf(addresses, most);
    QStringList named;
    for (const Participant& one : made.most)
        named += u"%1=%2=%3"_s.arg(one.name, one.key).arg(one.mails);
    QTEST(named.join(u"; "_s), "named");
    QCOMPARE(made.people, people);
    QCOMPARE(made.mails, senders.size());
}

void TestParticipants::keepsNamesOnOneLine()
{
    const std::vector<mail::Address> senders{{u"Ada\u202e\nByron"_s, u"ada@x"_s}};
    QCOMPARE(participantsOf(senders, 1).most.constFirst().name, u"Ada Byron"_s);
}

/// A list's whole mail: nothing is compared with everything else.
void TestParticipants::isLinear()
{
    std::vector<mail::Address> senders;
    for (int i = 0; i < 200'000; ++i)
        senders.push_back({QString(), u"a%1@x"_s.arg(i)});
    const Participants made = participantsOf(senders, 8);
    QCOMPARE(made.people, 200'000);
    QCOMPARE(made.most.size(), 8);
}

QTEST_GUILESS_MAIN(TestParticipants)
#include "test_participants.moc"
