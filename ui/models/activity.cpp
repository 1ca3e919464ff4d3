// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activity.h"

#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;

QString activityText(const QList<int>& days, QDate first)
{
    const QLocale locale;
    QStringList parts;
    for (qsizetype day = 0; day < days.size(); ++day) {
        if (days.at(day) > 0)
            parts += locale.dayName(first.addDays(day).dayOfWeek(), QLocale::ShortFormat) + u' '
                + QString::number(days.at(day));
    }
    return parts.join(u", "_s);
}

} // namespace lb::ui
