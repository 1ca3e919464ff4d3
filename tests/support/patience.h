// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <ctime>

namespace lb::test
{

/// Milliseconds a test waits for what comes without fail. Only a test that fails waits that long, so it is
/// more than a machine that does six other things at once may need. What must not come by itself meanwhile
/// (a request's idle time, a lock's) is set to a multiple of it.
inline constexpr int Patience = 30'000;

/// Milliseconds of processor time that this process has spent since the clock was made, in all its threads.
/// What has to be quick is held against this: a busy machine lengthens only the time on the wall.
class ProcessorClock final
{
public:
    [[nodiscard]] qint64 elapsed() const { return now() - m_start; }

    /// What design promises within 200 ms, of two processors.
    [[nodiscard]] bool isPrompt() const { return elapsed() < 2 * 200; }

private:
    static qint64 now()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<qint64>(time.tv_sec) * 1000 + static_cast<qint64>(time.tv_nsec) / 1'000'000;
    }

    qint64 m_start = now();
};

} // namespace lb::test

// Qt Test's own give up after five seconds.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, lb::test::Patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, lb::test::Patience)
