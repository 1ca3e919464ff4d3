// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"
#include "llm/gate.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace std::chrono_literals;

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInAsManyAsThereArePlaces();
    void keepsTheOrder();
    void aTicketThatGoesGivesUpItsPlace();
    void aPauseHoldsAllBackAndIsNotShortened();
    void sendsAllAway();
    void outlivesAndIsOutlived();
    void morePlacesLetMoreIn();
};

void TestGate::letsInAsManyAsThereArePlaces()
{
    Gate gate;
    gate.setPlaces(2);
    std::vector<std::unique_ptr<Ticket>> tickets;
    for (int i = 0; i < 5; ++i)
        tickets.emplace_back(gate.queue(nullptr, false));
    const auto inside = [&] {
        return std::ranges::count_if(tickets, [](const auto& ticket) { return ticket->isInside(); });
    };
    QCOMPARE(inside(), 0); // only from the event loop
    QTRY_COMPARE(inside(), 2);
    tickets.erase(tickets.begin());
    QTRY_COMPARE(inside(), 2);
    tickets.erase(tickets.begin(), tickets.begin() + 2);
    QTRY_COMPARE(inside(), 2);
}

void TestGate::keepsTheOrder()
{
    Gate gate;
    gate.setPlaces(1);
    QList<int> order;
    for (int i = 0; i < 4; ++i) {
        Ticket* ticket = gate.queue(&gate, i == 3); // the last comes back and goes before all
        connect(ticket, &Ticket::admitted, this, [&order, i, ticket] {
            order.append(i);
            delete ticket;
        });
    }
    QTRY_COMPARE(order, QList<int>({3, 0, 1, 2}));
}

void TestGate::aTicketThatGoesGivesUpItsPlace()
{
    Gate gate;
    gate.setPlaces(1);
    std::unique_ptr<Ticket> first(gate.queue(nullptr, false));
    std::unique_ptr<Ticket> second(gate.queue(nullptr, false));
    const std::unique_ptr<Ticket> third(gate.queue(nullptr, false));
    QSignalSpy delayed(third.get(), &Ticket::delayed);
    QTRY_VERIFY(first->isInside());
    QTRY_COMPARE(delayed.size(), 1);
    second.reset();
    first.reset();
    QTRY_VERIFY(third->isInside());
}

void TestGate::aPauseHoldsAllBackAndIsNotShortened()
{
    Gate gate;
    QElapsedTimer clock;
    clock.start();
    gate.pause(500ms);
    gate.pause(1ms);
    const std::unique_ptr<Ticket> ticket(gate.queue(nullptr, false));
    QSignalSpy delayed(ticket.get(), &Ticket::delayed);
    QTRY_VERIFY(ticket->isInside());
    QVERIFY(clock.elapsed() >= 500);
    QCOMPARE(delayed.size(), 1);
    QVERIFY(delayed.first().first().value<std::chrono::milliseconds>() > 0ms);
}

void TestGate::sendsAllAway()
{
    Gate gate;
    gate.setPlaces(1);
    std::unique_ptr<Ticket> inside(gate.queue(nullptr, false));
    QTRY_VERIFY(inside->isInside());
    std::unique_ptr<Ticket> first(gate.queue(nullptr, false));
    std::unique_ptr<Ticket> second(gate.queue(nullptr, false));
    int refused = 0;
    connect(first.get(), &Ticket::refused, this, [&] {
        ++refused;
        second.reset(); // whoever hears it may take others along
    });
    connect(second.get(), &Ticket::refused, this, [&] { ++refused; });
    gate.refuseWaiting(fail(ErrorCode::ModelQuota, QStringLiteral("x")));
    QCOMPARE(refused, 1);
    const std::unique_ptr<Ticket> later(gate.queue(nullptr, false));
    inside.reset();
    QTRY_VERIFY(later->isInside());
    QVERIFY(!first->isInside());
}

void TestGate::outlivesAndIsOutlived()
{
    auto gate = std::make_unique<Gate>();
    const std::unique_ptr<Ticket> ticket(gate->queue(nullptr, false));
    gate.reset();
    QCoreApplication::processEvents();
    QVERIFY(!ticket->isInside());
}

void TestGate::morePlacesLetMoreIn()
{
    Gate gate;
    gate.setPlaces(1);
    const std::unique_ptr<Ticket> first(gate.queue(nullptr, false));
    const std::unique_ptr<Ticket> second(gate.queue(nullptr, false));
    QTRY_VERIFY(first->isInside());
    gate.setPlaces(0); // at least one
    QVERIFY(!second->isInside());
    gate.setPlaces(3);
    QTRY_VERIFY(second->isInside());
}

QTEST_GUILESS_MAIN(TestGate)
#include "test_gate.moc"
