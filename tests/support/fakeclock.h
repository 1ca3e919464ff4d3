// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace lb::test
{

/// A clock that stands where the test puts it.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime& now) : m_now(now) { }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime& now) { m_now = now; }

private:
    QDateTime m_now;
};

} // namespace lb::test
