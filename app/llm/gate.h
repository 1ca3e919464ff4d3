// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>

namespace lb::llm
{

class Gate;

/// A place in a gate's queue, later one of its places inside. Deleting it gives either up.
class Ticket final : public QObject
{
    Q_OBJECT
public:
    ~Ticket() override;
    [[nodiscard]] bool isInside() const { return m_inside; }

Q_SIGNALS:
    void admitted(); ///< from the event loop, once
    void refused(const lb::Error& error); ///< the endpoint takes nobody any more: nothing follows
    void delayed(std::chrono::milliseconds wait); ///< the server asked for a pause; 0 = others are before

private:
    friend class Gate;
    explicit Ticket(Gate* gate, QObject* parent);
    QPointer<Gate> m_gate;
    bool m_inside = false;
};

/// Lets in so many requests to one endpoint at once, and nobody while the server wants a pause: the pause one
/// request was told holds for all. Those who come back after a pause stand before those who never were
/// inside.
class Gate final : public QObject
{
    Q_OBJECT
public:
    explicit Gate(QObject* parent = nullptr);

    void setPlaces(int places);
    [[nodiscard]] Ticket* queue(QObject* parent, bool first);
    /// Nobody enters before that time is over. A shorter pause does not cut a longer one.
    void pause(std::chrono::milliseconds wait);
    /// Sends everybody who waits away (no credit: each further request would fail as well).
    void refuseWaiting(const Error& error);

private:
    friend class Ticket;
    [[nodiscard]] int placesBefore(const Ticket* ticket) const;
    void leave(Ticket* ticket);
    void admitSoon();
    void admit();

    std::deque<Ticket*> m_waiting;
    QDeadlineTimer m_pausedUntil{0};
    QTimer m_timer;
    int m_places = 4;
    int m_inside = 0;
};

} // namespace lb::llm
