// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/labels.h"

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

Labels english()
{
    return {
        .language = Language::English,
        .title = u"%1 Mailing List AI Summary Report"_s,
        .generated = u"Generated"_s,
        .period = u"Period"_s,
        .to = u"to"_s,
        .statistics = u"📊 Statistics"_s,
        .totalMails = u"Total mails"_s,
        .totalThreads = u"Total threads"_s,
        .largeThreads = u"Large threads"_s,
        .largeHint = u" (>20 mails)"_s,
        .largeUnit = {},
        .newMails = u"New mails"_s,
        .categories = u"Categories"_s,
        .categoryCount = u"%1 threads (%2 mails)"_s,
        .categoryTotal = u"Threads: %1"_s,
        .thread = u"Thread"_s,
        .mails = u"📧 Mails"_s,
        .people = u"👥 Participants"_s,
        .started = u"📅 Started"_s,
        .summary = u"🤖 AI summary"_s,
        .digest = u"📋 Digest of facts"_s,
        .edited = u"✍ Summary, edited by hand"_s,
        .noSummary = u"There is no summary of this thread."_s,
        .mailList = u"📝 Mails"_s,
        .sender = u"From"_s,
        .newMail = u"🆕 new"_s,
        .contextMail = u"earlier"_s,
        .permalink = u"permalink"_s,
        .otherDate = u"⚠ dated by its way here: its own Date cannot be right"_s,
        .variant = u"⚠ another mail bears the same Message-ID"_s,
        .facts = u"🔎 Facts"_s,
        .provenance = u"Source"_s,
        .builtIn = u"built-in digest, no model"_s,
        .editedByHand = u"edited by hand"_s,
        .basedOn = u"based on: %1"_s,
        .promptVersion = u"version %1"_s,
        .verified = u"verified claims %1/%2"_s,
        .tokens = u"tokens %1 in, %2 out"_s,
        .problems = u"⚠ Problems"_s,
        .contextRule = u"Context"_s,
        .ancestors = u"ancestors of new mails"_s,
        .wholeThread = u"whole earlier threads"_s,
        .series = u"v%1, %2 of %3 patches listed"_s,
        .previousRevision = u"earlier revision [%1]"_s,
        .earlierRevision = u"Earlier revision"_s,
        .laterRevision = u"Later revision"_s,
        .applied = u"Applied"_s,
        .queued = u"Queued"_s,
        .merged = u"Merged"_s,
        .botFailures = u"Failures reported by bots"_s,
        .botPasses = u"Passes reported by bots"_s,
        .objections = u"Objections"_s,
        .openQuestions = u"Open questions"_s,
        .askedOf = u"to %1"_s,
        .awaiting = u"Waiting for"_s,
        .colon = u": "_s,
        .author = u"the author"_s,
        .reviewers = u"reviewers"_s,
        .maintainer = u"the maintainer"_s,
        .nobody = u"nobody"_s,
        .patches = u"patches %1"_s,
        .notes = u"🗒 Notes"_s,
        .remark = u"🗒 Remark"_s,
        .shortTitle = u"%1 in brief"_s,
        .counts = u"%1 mails in %2 threads, %3 of them new"_s,
        .moreThreads = u"and %1 more"_s,
        .weeks = u"%1: weekly reports"_s,
        .week = u"Week"_s,
        .change = u"Change"_s,
        .mostActive = u"Most active threads"_s,
    };
}

Labels chinese()
{
    return {
        .language = Language::Chinese,
        .title = u"%1 邮件列表 AI 总结报告"_s,
        .generated = u"生成时间"_s,
        .period = u"分析周期"_s,
        .to = u"至"_s,
        .statistics = u"📊 总体统计"_s,
        .totalMails = u"总邮件数"_s,
        .totalThreads = u"总 Thread 数"_s,
        .largeThreads = u"大型 Thread"_s,
        .largeHint = u" (>20封)"_s,
        .largeUnit = u" 个"_s,
        .newMails = u"新邮件数"_s,
        .categories = u"分类分布"_s,
        .categoryCount = u"%1 threads (%2 邮件)"_s,
        .categoryTotal = u"共 %1 个 thread"_s,
        .thread = u"Thread"_s,
        .mails = u"📧 邮件数"_s,
        .people = u"👥 参与者"_s,
        .started = u"📅 开始时间"_s,
        .summary = u"🤖 AI 总结"_s,
        .digest = u"📋 事实摘要"_s,
        .edited = u"✍ 总结（人工编辑）"_s,
        .noSummary = u"此 thread 没有总结。"_s,
        .mailList = u"📝 邮件列表"_s,
        .sender = u"发件人"_s,
        .newMail = u"🆕 新邮件"_s,
        .contextMail = u"此前邮件"_s,
        .permalink = u"永久链接"_s,
        .otherDate = u"⚠ 邮件自身的日期不可信，此处取自传输记录"_s,
        .variant = u"⚠ 另有一封邮件使用相同的 Message-ID"_s,
        .facts = u"🔎 事实"_s,
        .provenance = u"来源"_s,
        .builtIn = u"内置摘要，未使用模型"_s,
        .editedByHand = u"人工编辑"_s,
        .basedOn = u"基于：%1"_s,
        .promptVersion = u"版本 %1"_s,
        .verified = u"已核实论断 %1/%2"_s,
        .tokens = u"token 输入 %1，输出 %2"_s,
        .problems = u"⚠ 问题"_s,
        .contextRule = u"上下文"_s,
        .ancestors = u"新邮件的上级邮件"_s,
        .wholeThread = u"此前的整个 thread"_s,
        .series = u"v%1，列出 %2/%3 个补丁"_s,
        .previousRevision = u"上一版 [%1]"_s,
        .earlierRevision = u"上一版"_s,
        .laterRevision = u"下一版"_s,
        .applied = u"已应用"_s,
        .queued = u"已排入队列"_s,
        .merged = u"已合入"_s,
        .botFailures = u"机器人报告的失败"_s,
        .botPasses = u"机器人报告的通过"_s,
        .objections = u"反对意见"_s,
        .openQuestions = u"未答复的问题"_s,
        .askedOf = u"问 %1"_s,
        .awaiting = u"等待"_s,
        .colon = u"："_s,
        .author = u"作者"_s,
        .reviewers = u"评审者"_s,
        .maintainer = u"维护者"_s,
        .nobody = u"无"_s,
        .patches = u"补丁 %1"_s,
        .notes = u"🗒 备注"_s,
        .remark = u"🗒 批注"_s,
        .shortTitle = u"%1 简报"_s,
        .counts = u"%2 个 thread，共 %1 封邮件，其中新邮件 %3 封"_s,
        .moreThreads = u"另有 %1 个"_s,
        .weeks = u"%1：每周报告"_s,
        .week = u"周"_s,
        .change = u"变化"_s,
        .mostActive = u"最活跃的 thread"_s,
    };
}

} // namespace

const Labels& labels(Language language)
{
    static const Labels en = english();
    static const Labels zh = chinese();
    return language == Language::Chinese ? zh : en;
}

QString awaitingName(thread::Awaiting awaiting, const Labels& words)
{
    switch (awaiting) {
    case thread::Awaiting::Author:
        return words.author;
    case thread::Awaiting::Reviewers:
        return words.reviewers;
    case thread::Awaiting::Maintainer:
        return words.maintainer;
    case thread::Awaiting::Nobody:
        return words.nobody;
    }
    return {};
}

} // namespace lb::report
