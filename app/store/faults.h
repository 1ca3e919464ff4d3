// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace lb::store
{

/// Makes database calls fail on demand, so that tests can try a failure at every single one. A Store
/// without a plan pays nothing for it. Rolling back is exempt, as on a full disk.
class FaultPlan
{
public:
    /// The next `calls` database calls succeed, all later ones fail; a negative number ends the failing.
    void failAfter(int calls) { m_left = calls; }

    /// Asked before every call: true = fail it.
    [[nodiscard]] bool strikes()
    {
        const int left = m_left.load();
        if (left < 0)
            return false;
        if (left == 0)
            return true;
        m_left = left - 1;
        return false;
    }

private:
    std::atomic<int> m_left{-1};
};

} // namespace lb::store
