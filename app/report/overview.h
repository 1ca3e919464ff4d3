// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/language.h"

#include <QList>
#include <QString>

#include <array>

namespace lb::report
{

/// Where the threads of a period stand; in the order in which they are shown. brief/overview.h says which
/// thread stands where.
enum class OverviewGroup { Decided, Blocked, AwaitingAuthor, AwaitingReviewers, New, Silent };
inline constexpr std::size_t overviewGroupCount = 6;

struct OverviewLine {
    ThreadId thread;
    MessageId root; ///< of that thread
    QString title;
    QString reason; ///< why it stands here: plain text, a few words
    int mail = 0; ///< number of the mail that the reason rests on ...
    MessageId mailId; ///< ... and its name

    friend bool operator==(const OverviewLine&, const OverviewLine&) = default;
};

/// The week at a glance: lines by group, in report order.
struct Overview {
    std::array<QList<OverviewLine>, overviewGroupCount> groups;

    [[nodiscard]] const QList<OverviewLine>& of(OverviewGroup group) const
    {
        return groups.at(static_cast<std::size_t>(group));
    }
    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const Overview&, const Overview&) = default;
};

/// What is shown of a group before "and n more".
inline constexpr qsizetype overviewLinesShown = 8;

/// The words around it, in the language of the report or the window.
struct OverviewLabels {
    QString title;
    std::array<QString, overviewGroupCount> groups;
    QString more; ///< "and %1 more"
};
[[nodiscard]] const OverviewLabels& overviewLabels(Language language);
[[nodiscard]] QString overviewCode(OverviewGroup group); ///< "awaiting_author": for scripts, never changes

} // namespace lb::report
