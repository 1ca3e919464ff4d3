// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <ctime>

namespace lb::test
{

/// The longest time between two turns of this thread's event loop: how long the window was held. On the
/// clock, and in processor time of this thread, which a busy machine does not lengthen.
class HoldMeter final : public QObject
{
public:
    HoldMeter()
    {
        m_turn.setInterval(0);
        connect(&m_turn, &QTimer::timeout, this, [this] { turn(); });
        m_clock.start();
        m_processor = processorTime();
        m_turn.start();
    }

    [[nodiscard]] double longestMs() const { return m_longest; }
    [[nodiscard]] double longestProcessorMs() const { return m_longestProcessor; }

private:
    static double processorTime()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    void turn()
    {
        const double processor = processorTime();
        m_longestProcessor = qMax(m_longestProcessor, processor - m_processor);
        m_longest = qMax(m_longest, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        m_processor = processor;
        m_clock.start();
    }

    QTimer m_turn;
    QElapsedTimer m_clock;
    double m_processor = 0;
    double m_longest = 0;
    double m_longestProcessor = 0;
};

} // namespace lb::test
