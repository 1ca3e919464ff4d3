// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace lb
{

/// Where "now" comes from, so that tests decide it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// How long to sleep until a moment (UTC seconds): never longer than an hour, because after a computer has
/// slept, or its clock was set, a timer is late. Who wakes looks at the clock again.
[[nodiscard]] inline std::chrono::seconds sleepUntil(const Clock& clock, qint64 moment)
{
    using namespace std::chrono_literals;
    return std::clamp<std::chrono::seconds>(std::chrono::seconds(moment - clock.now().toSecsSinceEpoch()), 1s,
                                            1h);
}

} // namespace lb
