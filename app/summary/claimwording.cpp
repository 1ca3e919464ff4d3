// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimwording.h"

#include "summary/digestphrases.h"

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

struct Pair {
    QString english;
    QString chinese;
};

Pair doubtPair(Flaw flaw)
{
    switch (flaw) {
    case Flaw::NoCitation:
        return {u"no mail is cited"_s, u"没有引用邮件"_s};
    case Flaw::UnknownMail:
        return {u"there is no mail %1"_s, u"没有第 %1 封邮件"_s};
    case Flaw::NoQuote:
        return {u"no words of a mail are given for it"_s, u"没有给出邮件原文"_s};
    case Flaw::QuoteNotFound:
        return {u"the words it rests on are in no mail: “%1”"_s, u"所依据的原文不在任何邮件中：“%1”"_s};
    case Flaw::QuoteElsewhere:
        return {u"the words it rests on are those of mail %1, which is not cited"_s,
                u"所依据的原文出自未被引用的第 %1 封邮件"_s};
    case Flaw::WrongSpeaker:
        return {u"the words are somebody else's"_s, u"这些话出自他人"_s};
    case Flaw::UnknownName:
        return {u"no mail names %1"_s, u"没有邮件提到 %1"_s};
    case Flaw::WrongVersion:
        return {u"the mails cited are not about %1"_s, u"所引邮件与 %1 无关"_s};
    case Flaw::WrongPatch:
        return {u"the mails cited are not about patch %1"_s, u"所引邮件与补丁 %1 无关"_s};
    case Flaw::WrongCount:
        return {u"the count is wrong: “%1”"_s, u"数目不对：“%1”"_s};
    case Flaw::WrongTrailer:
        return {u"this %1 was not given there"_s, u"所引邮件没有给出该 %1"_s};
    case Flaw::NotApplied:
        return {u"the mails cited do not say that anything was “%1”"_s, u"所引邮件没有说已“%1”"_s};
    case Flaw::UnknownAnchor:
        return {u"%1 is not in the mails cited"_s, u"所引邮件中没有 %1"_s};
    case Flaw::WrongWindow:
        return {u"old and new are mixed up"_s, u"新旧混淆"_s};
    case Flaw::WrongExpansion:
        return {u"a term is explained wrongly: %1"_s, u"术语解释有误：%1"_s};
    case Flaw::WrongLanguage:
        return {u"it is in another language"_s, u"语言不符"_s};
    case Flaw::Hedge:
        return {u"it is a guess: “%1”"_s, u"这是猜测：“%1”"_s};
    case Flaw::Boilerplate:
        return {u"it is filler: “%1”"_s, u"这是套话：“%1”"_s};
    case Flaw::PromptLeak:
        return {u"it repeats the prompt: “%1”"_s, u"重复了提示语：“%1”"_s};
    case Flaw::ForeignLink:
        return {u"no mail holds this address: %1"_s, u"没有邮件包含该地址：%1"_s};
    case Flaw::NobodyAnswered:
        return {u"nobody has answered: “%1”"_s, u"尚无人回复：“%1”"_s};
    case Flaw::ObeysOrder:
        return {u"it rests on words that order a program about"_s, u"所依据的文字是写给程序的指令"_s};
    }
    return {};
}

} // namespace

QString ClaimWording::stance(Stance stance) const
{
    const bool chinese = language == Language::Chinese;
    switch (stance) {
    case Stance::Ack:
        return chinese ? u"赞成"_s : u"For"_s;
    case Stance::Nack:
        return chinese ? u"反对"_s : u"Against"_s;
    case Stance::Concern:
        return chinese ? u"有顾虑"_s : u"With concerns"_s;
    case Stance::Question:
        return chinese ? u"在询问"_s : u"Asking"_s;
    case Stance::Neutral:
        break;
    }
    return chinese ? u"中立"_s : u"Neutral"_s;
}

QString ClaimWording::doubt(Flaw flaw) const
{
    const Pair pair = doubtPair(flaw);
    return language == Language::Chinese ? pair.chinese : pair.english;
}

QString ClaimWording::closing(const thread::Facts& facts) const
{
    const bool chinese = language == Language::Chinese;
    QStringList parts;
    if (facts.series)
        parts.append(filled(chinese ? u"第 %1 版，共 %2 个补丁"_s : u"Version %1, patches: %2"_s,
                            {QString::number(facts.series->revision), QString::number(facts.series->total)}));
    const auto awaits
        = [&](const QString& english, const QString& other) { parts.append(chinese ? other : english); };
    switch (facts.awaiting) {
    case thread::Awaiting::Author:
        awaits(u"awaited: the author"_s, u"在等作者"_s);
        break;
    case thread::Awaiting::Reviewers:
        awaits(u"awaited: reviewers"_s, u"在等评审者"_s);
        break;
    case thread::Awaiting::Maintainer:
        awaits(u"awaited: the maintainer"_s, u"在等维护者"_s);
        break;
    case thread::Awaiting::Nobody:
        break;
    }
    return parts.join(semicolon);
}

const ClaimWording& claimWording(Language language)
{
    static const ClaimWording english{
        u"What it is"_s,
        u"Earlier discussion"_s,
        u"New in this period"_s,
        u"Positions"_s,
        u"Open points"_s,
        u"State"_s,
        u": "_s,
        u", "_s,
        u"; "_s,
        u"%1 says that it was applied"_s,
        u"The model gave no claims that can be checked: what follows is unchecked."_s,
        Language::English};
    static const ClaimWording chinese{u"内容"_s,
                                      u"此前讨论"_s,
                                      u"本期新内容"_s,
                                      u"各方立场"_s,
                                      u"未决问题"_s,
                                      u"状态"_s,
                                      u"："_s,
                                      u"、"_s,
                                      u"；"_s,
                                      u"%1 称已合入"_s,
                                      u"模型没有给出可核对的论断：以下内容未经核对。"_s,
                                      Language::Chinese};
    return language == Language::Chinese ? chinese : english;
}

} // namespace lb::summary
