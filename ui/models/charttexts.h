// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/charts.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace lb::ui
{

/// One value of a chart.
struct ChartEntry {
    QString label; ///< plain text
    QString shortLabel = {}; ///< where there is no room for the other; may be empty
    int value = 0;
    QString spoken = {}; ///< a phrase: what is shown and how much
    bool isMarked = false;

    friend bool operator==(const ChartEntry&, const ChartEntry&) = default;
};

/// What a chart says in words, in the window's language. Plain text; names are as they came from mails.
struct ChartTexts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::ChartTexts)
public:
    static QString weeks(const brief::WeekSeries& series); ///< a sentence or two; empty = there is no chart
    static QString days(const brief::Charts& charts);
    static QString people(const thread::Participants& participants);

    static QList<ChartEntry> weekEntries(const brief::WeekSeries& series);
    static QList<ChartEntry> dayEntries(const brief::Charts& charts);
    static QList<ChartEntry> peopleEntries(const thread::Participants& participants);

    /// "2025-W24 268, 2025-W25 301": what small bars beside a list's name show.
    static QString weekNumbers(const QList<store::WeekRecord>& weeks);

private:
    static QString compared(const brief::WeekSeries& series);
};

} // namespace lb::ui
