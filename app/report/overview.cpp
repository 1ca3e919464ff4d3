// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

bool Overview::isEmpty() const
{
    return std::ranges::all_of(groups, [](const QList<OverviewLine>& lines) { return lines.isEmpty(); });
}

const OverviewLabels& overviewLabels(Language language)
{
    static const OverviewLabels english{u"🧭 Overview"_s,
                                        {u"Decided"_s, u"Blocked"_s, u"Awaiting the author"_s,
                                         u"Awaiting reviewers or the maintainer"_s, u"New"_s, u"Silent"_s},
                                        u"and %1 more"_s};
    static const OverviewLabels chinese{
        u"🧭 本期概览"_s,
        {u"已定"_s, u"受阻"_s, u"等待作者"_s, u"等待评审者或维护者"_s, u"新开始"_s, u"无人回应"_s},
        u"另有 %1 个"_s};
    return language == Language::Chinese ? chinese : english;
}

QString overviewCode(OverviewGroup group)
{
    switch (group) {
    case OverviewGroup::Decided:
        return u"decided"_s;
    case OverviewGroup::Blocked:
        return u"blocked"_s;
    case OverviewGroup::AwaitingAuthor:
        return u"awaiting_author"_s;
    case OverviewGroup::AwaitingReviewers:
        return u"awaiting_reviewers"_s;
    case OverviewGroup::New:
        return u"new"_s;
    case OverviewGroup::Silent:
        return u"silent"_s;
    }
    return {};
}

} // namespace lb::report
