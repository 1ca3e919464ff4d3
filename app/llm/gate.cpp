// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/gate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace lb::llm
{

Ticket::Ticket(Gate* gate, QObject* parent) : QObject(parent), m_gate(gate) { }

Ticket::~Ticket()
{
    if (m_gate)
        m_gate->leave(this);
}

Gate::Gate(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Gate::admit);
}

void Gate::setPlaces(int places)
{
    if (places == m_places)
        return;
    m_places = std::max(1, places);
    admitSoon();
}

Ticket* Gate::queue(QObject* parent, bool first)
{
    auto* ticket = new Ticket(this, parent);
    if (first)
        m_waiting.push_front(ticket);
    else
        m_waiting.push_back(ticket);
    // From the event loop: the caller has no connection to the ticket yet.
    QMetaObject::invokeMethod(
        ticket,
        [this, ticket] {
            if (ticket->m_inside || !ticket->m_gate)
                return;
            const auto left = m_pausedUntil.remainingTimeAsDuration();
            if (left > 0ns)
                Q_EMIT ticket->delayed(std::chrono::duration_cast<std::chrono::milliseconds>(left));
            else if (m_inside + placesBefore(ticket) >= m_places)
                Q_EMIT ticket->delayed(0ms);
        },
        Qt::QueuedConnection);
    admitSoon();
    return ticket;
}

int Gate::placesBefore(const Ticket* ticket) const
{
    return static_cast<int>(std::ranges::find(m_waiting, ticket) - m_waiting.begin());
}

void Gate::pause(std::chrono::milliseconds wait)
{
    const QDeadlineTimer until(wait, Qt::PreciseTimer);
    if (until > m_pausedUntil)
        m_pausedUntil = until;
    admitSoon();
}

void Gate::refuseWaiting(const Error& error)
{
    const std::deque<Ticket*> sentAway = std::exchange(m_waiting, {});
    std::vector<QPointer<Ticket>> alive(sentAway.begin(), sentAway.end());
    for (const QPointer<Ticket>& ticket : alive) {
        if (!ticket)
            continue;
        ticket->m_gate = nullptr;
        Q_EMIT ticket->refused(error);
    }
}

void Gate::leave(Ticket* ticket)
{
    if (ticket->m_inside)
        --m_inside;
    else
        std::erase(m_waiting, ticket);
    admitSoon();
}

void Gate::admitSoon()
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_pausedUntil.remainingTimeAsDuration());
    m_timer.start(std::max(0ms, left));
}

void Gate::admit()
{
    if (!m_pausedUntil.hasExpired()) {
        admitSoon();
        return;
    }
    while (m_inside < m_places && !m_waiting.empty()) {
        Ticket* ticket = m_waiting.front();
        m_waiting.pop_front();
        ticket->m_inside = true;
        ++m_inside;
        Q_EMIT ticket->admitted(); // may delete the ticket, or queue another
    }
}

} // namespace lb::llm
