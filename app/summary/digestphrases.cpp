// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/digestphrases.h"

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

AwaitedPhrases awaitedEnglish()
{
    return {
        .author = u"Next word: the author, %1"_s,
        .unknownAuthor = u"Next word: the author"_s,
        .reviewers = u"Next word: reviewers"_s,
        .these = u"Next word: %1"_s,
        .maintainer = u"Next word: the maintainer"_s,
        .answer = u"Next word: whoever can answer"_s,
        .nobody = u"Nothing is waited for"_s,
        .because = u" – "_s,
    };
}

Phrases english()
{
    return {
        .what = u"What it is"_s,
        .standing = u"Where it stands"_s,
        .fresh = u"New in this period (%1)"_s,
        .open = u"Open"_s,
        .series = u"v%1 of a series of %2 patches by %3, %4"_s,
        .lonePatch = u"v%1 of a single patch by %2, %3"_s,
        .talk = u"Begun by %1, %2"_s,
        .notListed = u"Answers to v%1 of a series of %2 patches; the posting itself is not in this list"_s,
        .lonePatchNotListed = u"Answers to a single patch, v%1; the posting itself is not in this list"_s,
        .rootNotListed = u"Answers to a mail that is not in this list"_s,
        .asQuoted = u"As %1 quotes it"_s,
        .words = u"In the author's words"_s,
        .changes = u"Changes, as the author lists them"_s,
        .history = u"Before this period: %1 mails by %2"_s,
        .historyOne = u"Before this period: a mail by %2"_s,
        .previous = u"An earlier revision is in this thread"_s,
        .complete = u"All %1 patches are here"_s,
        .present = u"%1 of %2 patches are listed: those that the new mails refer to"_s,
        .missing = u"Patches of this posting that never arrived: %1"_s,
        .trailers = u"%1 %2 on %3"_s,
        .unreviewed = u"No Reviewed-by or Acked-by yet: patches %1"_s,
        .allReviewed = u"Every patch bears a Reviewed-by or Acked-by"_s,
        .noReview = u"No Reviewed-by, Acked-by or Tested-by so far"_s,
        .applied = u"Applied, says %1"_s,
        .queued = u"Queued, says %1"_s,
        .merged = u"Merged, says %1"_s,
        .appliedPart = u"Applied in part (patches %2), says %1"_s,
        .failure = u"%1 reports a failure on %2"_s,
        .postsSeries = u"%1 posts v%2: %3"_s,
        .postsPatch = u"%1 posts v%2 of the patch"_s,
        .coverAndPatches = u"cover letter and patches %1"_s,
        .patchesOnly = u"patches %1"_s,
        .coverOnly = u"the cover letter"_s,
        .answers = u"%1 answers %3 on %2"_s,
        .comments = u"%1 comments on %2"_s,
        .writes = u"%1 writes"_s,
        .begins = u"%1 begins the thread"_s,
        .reviews = u"%1 gives %3 on %2"_s,
        .asks = u"%1 asks about %2"_s,
        .objects = u"%1 objects to %2"_s,
        .applies = u"%1 says it is applied"_s,
        .reports = u"%1 reports a failure on %2"_s,
        .more = u"%1 more mails"_s,
        .wordless = u"no text of its own"_s,
        .aboutTalk = {},
        .aboutLonePatch = u"the patch"_s,
        .aboutCover = u"the series"_s,
        .aboutPatch = u"patch %1"_s,
        .aboutPatches = u"patches %1"_s,
        .aboutSeries = u"the whole series"_s,
        .question = u"%1 asked, and nobody has quoted it since"_s,
        .questions = u"Nobody has quoted the questions of %1 told above"_s,
        .awaited = awaitedEnglish(),
        .colonQuote = u": "_s,
        .comma = u", "_s,
    };
}

AwaitedPhrases awaitedChinese()
{
    return {
        .author = u"等待作者 %1"_s,
        .unknownAuthor = u"等待作者"_s,
        .reviewers = u"等待评审"_s,
        .these = u"等待 %1"_s,
        .maintainer = u"等待维护者"_s,
        .answer = u"等待有人答复"_s,
        .nobody = u"无需等待"_s,
        .because = u"："_s,
    };
}

Phrases chinese()
{
    return {
        .what = u"内容"_s,
        .standing = u"进展"_s,
        .fresh = u"本期新邮件（%1 封）"_s,
        .open = u"待办"_s,
        .series = u"%3 的补丁系列 v%1，共 %2 个补丁，%4 发出"_s,
        .lonePatch = u"%2 的单个补丁 v%1，%3 发出"_s,
        .talk = u"%1 于 %2 发起"_s,
        .notListed = u"对系列 v%1（共 %2 个补丁）的回复；补丁本身不在此列表中"_s,
        .lonePatchNotListed = u"对单个补丁 v%1 的回复；补丁本身不在此列表中"_s,
        .rootNotListed = u"对某封邮件的回复；原邮件不在此列表中"_s,
        .asQuoted = u"据 %1 的引用"_s,
        .words = u"作者自述"_s,
        .changes = u"作者列出的改动"_s,
        .history = u"本期之前：%2 的 %1 封邮件"_s,
        .historyOne = u"本期之前：%2 的 %1 封邮件"_s,
        .previous = u"此 thread 中还有上一版"_s,
        .complete = u"%1 个补丁齐全"_s,
        .present = u"列出 %1/%2 个补丁：新邮件所涉及的"_s,
        .missing = u"此次发出的系列中未收到的补丁：%1"_s,
        .trailers = u"%1：%2，针对%3"_s,
        .unreviewed = u"尚无 Reviewed-by 或 Acked-by：补丁 %1"_s,
        .allReviewed = u"每个补丁都已有 Reviewed-by 或 Acked-by"_s,
        .noReview = u"尚无 Reviewed-by、Acked-by 或 Tested-by"_s,
        .applied = u"%1 称已应用"_s,
        .queued = u"%1 称已排入队列"_s,
        .merged = u"%1 称已合入"_s,
        .appliedPart = u"%1 称已应用其中的补丁 %2"_s,
        .failure = u"%1 报告%2失败"_s,
        .postsSeries = u"%1 发出 v%2：%3"_s,
        .postsPatch = u"%1 发出补丁 v%2"_s,
        .coverAndPatches = u"封面与补丁 %1"_s,
        .patchesOnly = u"补丁 %1"_s,
        .coverOnly = u"封面"_s,
        .answers = u"%1 就%2回复 %3"_s,
        .comments = u"%1 评论%2"_s,
        .writes = u"%1 发言"_s,
        .begins = u"%1 发起此 thread"_s,
        .reviews = u"%1 对%2给出 %3"_s,
        .asks = u"%1 就%2提问"_s,
        .objects = u"%1 反对%2"_s,
        .applies = u"%1 称已应用"_s,
        .reports = u"%1 报告%2失败"_s,
        .more = u"另有 %1 封邮件"_s,
        .wordless = u"无自己的文字"_s,
        .aboutTalk = u"此话题"_s,
        .aboutLonePatch = u"该补丁"_s,
        .aboutCover = u"该系列"_s,
        .aboutPatch = u"补丁 %1 "_s,
        .aboutPatches = u"补丁 %1 "_s,
        .aboutSeries = u"整个系列"_s,
        .question = u"%1 的提问，此后无人引用答复"_s,
        .questions = u"上文 %1 的提问，此后无人引用答复"_s,
        .awaited = awaitedChinese(),
        .colonQuote = u"："_s,
        .comma = u"、"_s,
    };
}

} // namespace

QString filled(const QString& pattern, const QStringList& values)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place
            = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (place < 1) {
            text += pattern.at(i);
            continue;
        }
        text += values.value(place - 1);
        ++i;
    }
    return text;
}

const Phrases& phrases(Language language)
{
    static const Phrases en = english();
    static const Phrases zh = chinese();
    return language == Language::Chinese ? zh : en;
}

const QString& applied(const Phrases& words, thread::Fate fate)
{
    switch (fate) {
    case thread::Fate::Queued:
        return words.queued;
    case thread::Fate::Merged:
        return words.merged;
    case thread::Fate::Applied:
        break;
    }
    return words.applied;
}

} // namespace lb::summary
