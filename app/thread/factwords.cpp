// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/factwords.h"

#include "thread/people.h"

#include <array>

namespace lb::thread
{

namespace
{

struct Words {
    QStringView english;
    QStringView chinese;
};

/// In the order of AwaitingReason.
constexpr std::array<Words, 18> reasons{{
    {u"nothing is open", u"没有未决事项"},
    {u"it was applied", u"已应用"},
    {u"the author posted a newer version", u"作者已发出新版本"},
    {u"the author took it back", u"作者已撤回"},
    {u"a bot reports a failure", u"机器人报告了失败"},
    {u"an objection is unanswered", u"有反对意见尚未答复"},
    {u"questions are open", u"有问题尚未答复"},
    {u"changes are promised", u"已承诺修改"},
    {u"only a part was applied", u"只应用了一部分"},
    {u"comments are unanswered", u"有评论尚未答复"},
    {u"nobody has answered yet", u"尚无人回复"},
    {u"this revision has no answer yet from who reviewed before", u"此前的评审者尚未回复这一版"},
    {u"the author asks", u"作者的提问尚未答复"},
    {u"the author has answered", u"作者已答复"},
    {u"not every patch is reviewed", u"并非每个补丁都已评审"},
    {u"every patch is reviewed", u"每个补丁都已评审"},
    {u"the pull request is unanswered", u"拉取请求尚无答复"},
    {u"the report is unanswered", u"报告尚无人回复"},
}};
static_assert(reasons.size() == static_cast<std::size_t>(AwaitingReason::Reported) + 1);

} // namespace

QString reasonText(AwaitingReason reason, Language language)
{
    const Words& words = reasons.at(static_cast<std::size_t>(reason));
    return (language == Language::Chinese ? words.chinese : words.english).toString();
}

QStringList awaitedNames(const Grounds& grounds)
{
    QStringList names;
    for (const mail::Address& person : grounds.people)
        names += shownName(person);
    return names;
}

} // namespace lb::thread
