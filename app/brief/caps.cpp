// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/caps.h"

#include <cmath>

namespace lb::brief
{

namespace
{

qint64 micros(const QString& money)
{
    constexpr double million = 1e6;
    constexpr double most = 1e9;
    bool isNumber = false;
    const double amount = money.toDouble(&isNumber);
    return isNumber && amount > 0 && amount <= most ? std::llround(amount * million) : 0;
}

} // namespace

summary::Caps capsOf(const Settings& settings)
{
    summary::Caps caps;
    caps.runTokens = settings.get(keys::RunTokens);
    caps.dayTokens = settings.get(keys::DayTokens);
    caps.runMicros = micros(settings.get(keys::RunMoney));
    caps.dayMicros = micros(settings.get(keys::DayMoney));
    return caps;
}

} // namespace lb::brief
