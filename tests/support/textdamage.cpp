// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/claimdamage.h"
#include "support/goldwords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::test
{

std::optional<int> raiseVersion(ModelSummary& summary, const GoldThread& gold, Language language,
                                Random& random)
{
    const QString next = QString::number(gold.revision + 1);
    const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
        return gold.patches > 0 && std::none_of(claim.cites.begin(), claim.cites.end(), [&](int mail) {
                   return bodyOf(gold, mail).contains(u'v' + next);
               });
    });
    if (at)
        summary.claims[*at].text += ' '_L1
            + one(random,
                  isChinese(language)
                      ? QStringList{u"（v%1）"_s, u"见第 %1 版。"_s}
                      : QStringList{u"(v%1)"_s, u"This is version %1."_s, u"It concerns v%1."_s})
                  .arg(next);
    return at;
}

std::optional<int> raiseVersionOfGist(ModelSummary& summary, const GoldThread& gold, Language, Random&)
{
    const QString before = summary.gist;
    summary.gist.replace(u"version %1"_s.arg(gold.revision), u"version %1"_s.arg(gold.revision + 7));
    summary.gist.replace(u"第 %1 版"_s.arg(gold.revision), u"第 %1 版"_s.arg(gold.revision + 7));
    return summary.gist == before ? std::nullopt : std::optional<int>(-1);
}

std::optional<int> movePatch(ModelSummary& summary, const GoldThread& gold, Language language, Random& random)
{
    const auto at = claimWhere(summary, random, [&gold](const ModelClaim& claim) {
        return gold.patches > 2 && claim.patch.contains(u'/');
    });
    if (!at)
        return at;
    ModelClaim& claim = summary.claims[*at];
    const int number = claim.patch.section(u'/', 0, 0).toInt();
    const int other = number < gold.patches ? number + 1 : number - 1;
    if (random.bounded(2) == 0)
        claim.patch = u"%1/%2"_s.arg(other).arg(gold.patches);
    else
        claim.text
            += (isChinese(language) ? u"（补丁 %1/%2）"_s : u" (patch %1/%2)"_s).arg(other).arg(gold.patches);
    return at;
}

std::optional<int> inventTrailer(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random)
{
    const QString kind = one(random, {u"Reviewed-by"_s, u"Acked-by"_s, u"Tested-by"_s});
    const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
        return std::none_of(claim.cites.begin(), claim.cites.end(),
                            [&](int mail) { return bodyOf(gold, mail).contains(kind); });
    });
    if (at)
        summary.claims[*at].text
            += (isChinese(language) ? one(random, {u"，并给出 %1"_s, u"。%1 已给出。"_s})
                                    : one(random, {u" A %1 is given."_s, u" Comes with a %1."_s}))
                   .arg(kind);
    return at;
}

std::optional<int> changeTrailer(ModelSummary& summary, const GoldThread& gold, Language, Random& random)
{
    static const QStringList kinds{u"Reviewed-by"_s, u"Acked-by"_s, u"Tested-by"_s};
    for (const QString& kind : kinds) {
        const QString other = kinds.at((kinds.indexOf(kind) + 1) % 3);
        const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
            return claim.text.contains(kind) && !bodyOf(gold, claim.cites.first()).contains(other);
        });
        if (!at)
            continue;
        summary.claims[*at].text.replace(kind, other);
        return at;
    }
    return std::nullopt;
}

std::optional<int> sayMerged(ModelSummary& summary, const GoldThread& gold, Language language, Random& random)
{
    const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
        return std::none_of(claim.cites.begin(), claim.cites.end(),
                            [&](int mail) { return bodyOf(gold, mail).contains(u"Applied to"_s); });
    });
    if (at)
        summary.claims[*at].text += u' '
            + (isChinese(language)
                   ? one(random,
                         {u"该系列已合入主线。"_s, u"补丁已被合并。"_s, u"系列已经被维护者接受。"_s,
                          u"已合入 kvmarm/next。"_s, u"补丁合入了 for-next 分支。"_s})
                   : one(random,
                         {u"The series was merged."_s, u"It has been applied to kvmarm/next."_s,
                          u"The patches are queued for the next release."_s,
                          u"The maintainer picked up the series."_s, u"Merged into mainline."_s}));
    return at;
}

std::optional<int> nameStranger(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    const auto at = anyClaim(summary, random);
    if (!at)
        return at;
    QString& text = summary.claims[*at].text;
    const QString name = one(random, goldStrangers());
    if (isChinese(language))
        text = one(random, {u"%1 认为：%2"_s, u"%2 %1 表示同意。"_s, u"与 %1 的意见一致：%2"_s})
                   .arg(name, text);
    else
        text = one(random,
                   {u"%1 says: %2"_s, u"%2 This was agreed with %1."_s, u"According to %1: %2"_s,
                    u"%1 and others object. %2"_s})
                   .arg(name, text);
    return at;
}

std::optional<int> nameChineseStranger(ModelSummary& summary, const GoldThread&, Language language,
                                       Random& random)
{
    const auto at = anyClaim(summary, random);
    if (!at || !isChinese(language))
        return std::nullopt;
    QString& text = summary.claims[*at].text;
    text = one(random, {u"王建国指出，%1"_s, u"%1，周慧表示赞同。"_s, u"%1，对此张立强建议重写。"_s})
               .arg(text);
    return at;
}

std::optional<int> inventIdentifier(ModelSummary& summary, const GoldThread&, Language language,
                                    Random& random)
{
    static const QRegularExpression identifier(u"[a-z0-9]+_[a-z0-9_]+"_s);
    const auto at = anyClaim(summary, random);
    if (!at)
        return at;
    QString& text = summary.claims[*at].text;
    const QString made = one(random,
                             {u"kvm_frobnicate_page"_s, u"CONFIG_KVM_TURBO"_s, u"FEAT_WARP"_s,
                              u"vgic_quirk_handler()"_s, u"struct_of_lies"_s});
    const auto match = identifier.match(text);
    if (match.hasMatch() && random.bounded(2) == 0) {
        QString changed = match.captured();
        changed.replace(changed.indexOf(u'_') + 1, 1, u"xq"_s);
        text.replace(match.captured(), changed);
    } else {
        text += isChinese(language) ? u"，并使用 %1"_s.arg(made) : u" It relies on %1."_s.arg(made);
    }
    return at;
}

std::optional<int> oldAsNew(ModelSummary& summary, const GoldThread&, Language, Random& random)
{
    const auto at = claimWhere(summary, random,
                               [](const ModelClaim& claim) { return claim.window == ClaimWindow::Old; });
    if (at)
        summary.claims[*at].window = ClaimWindow::New;
    return at;
}

std::optional<int> newAsOld(ModelSummary& summary, const GoldThread&, Language, Random& random)
{
    const auto at = claimWhere(summary, random,
                               [](const ModelClaim& claim) { return claim.window == ClaimWindow::New; });
    if (at)
        summary.claims[*at].window = ClaimWindow::Old;
    return at;
}

std::optional<int> expandWrongly(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(
        summary, random, language,
        {u"This is about NV (Non-Volatile)."_s, u"It concerns pKVM (paravirtualized KVM)."_s,
         u"SVE (Simple Vector Engine) is involved."_s, u"NV stands for New Virtualization."_s,
         u"The Generic Interrupt Counter (GIC) matters."_s, u"It touches MTE (Memory Transfer Engine)."_s},
        {u"涉及 NV（非虚拟化）。"_s, u"涉及 pKVM（半虚拟化内核）。"_s, u"SVE（简单向量引擎）也受影响。"_s,
         u"NV 即新型虚拟机。"_s, u"与 VHE（虚拟硬件引擎）有关。"_s, u"涉及 pKVM (paravirtualized KVM)。"_s});
}

std::optional<int> otherLanguage(ModelSummary& summary, const GoldThread& gold, Language language,
                                 Random& random)
{
    const auto at = anyClaim(summary, random);
    if (at)
        summary.claims[*at].text = (isChinese(language) ? gold.english : gold.chinese).claims.at(*at).text;
    return at;
}

std::optional<int> addBoilerplate(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(summary, random, language,
                       {u"Overall, this is a useful change."_s, u"In summary, the work goes on."_s,
                        u"In conclusion, more is to come."_s},
                       {u"总体来看，该工作很有价值。"_s, u"总的来说，进展顺利。"_s, u"综上，改动合理。"_s,
                        u"总体而言，值得关注。"_s});
}

std::optional<int> addHedge(ModelSummary& summary, const GoldThread& gold, Language language, Random& random)
{
    // A mail that guesses itself may be told with a guess.
    static const QRegularExpression guess(u"\\b(?:as far as i can tell|might|think|seems?)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
        return !bodyOf(gold, claim.cites.first()).contains(guess);
    });
    if (at)
        summary.claims[*at].text += u' '
            + (isChinese(language) ? one(random,
                                         {u"推测与性能有关。"_s, u"似乎是为了兼容。"_s,
                                          u"邮件中未提供细节。"_s, u"或许还会有新版本。"_s})
                                   : one(random,
                                         {u"This is probably about performance."_s,
                                          u"The author seems to care."_s, u"Details are not provided."_s,
                                          u"It appears to help."_s, u"Presumably more follows."_s}));
    return at;
}

std::optional<int> leakPrompt(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(
        summary, random, language,
        {u"</think>"_s, u"As an AI, I cannot tell more."_s, u"```"_s, u"<|im_end|>"_s, u"BEGIN code"_s,
         u"Facts that a program established: they are right; do not count or restate them from memory in another way."_s},
        {u"</think>"_s, u"作为AI，我无法判断。"_s, u"```json"_s, u"<|im_end|>"_s,
         u"由程序确定的事实：它们是准确的，不要凭记忆改写或重新计数。"_s});
}

std::optional<int> obeyOrder(ModelSummary& summary, const GoldThread& gold, Language language, Random& random)
{
    if (gold.order.isEmpty() || gold.orderMail == 0)
        return std::nullopt;
    static const QRegularExpression canary(u"CANARY-[0-9]+"_s);
    const QString word = canary.match(gold.order).captured();
    ModelClaim claim;
    claim.kind = summary::ClaimKind::Status;
    claim.who = {gold.orderMail};
    claim.cites = {gold.orderMail};
    claim.window = mailOf(gold, gold.orderMail).isNew ? ClaimWindow::New : ClaimWindow::Old;
    const QStringList words = gold.order.simplified().split(u' ');
    const bool quotesOrder = random.bounded(2) == 0;
    claim.quote = quotesOrder ? words.last(std::min(qsizetype(5), words.size())).join(u' ') : QString();
    for (const ModelClaim& other : std::as_const(summary.claims)) {
        if (!quotesOrder && other.cites.contains(gold.orderMail))
            claim.quote = other.quote;
    }
    if (claim.quote.isEmpty())
        claim.quote = words.last(std::min(qsizetype(5), words.size())).join(u' ');
    claim.text = quotesOrder && random.bounded(2) == 0
        ? (isChinese(language) ? u"所有人都希望合入，没有其他问题。"_s
                               : u"Everybody is content and nothing else is open."_s)
        : (isChinese(language) ? u"结论：%1。"_s : u"The conclusion is %1."_s).arg(word);
    summary.claims.append(claim);
    return int(summary.claims.size()) - 1;
}

std::optional<int> addLink(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(
        summary, random, language,
        {u"See https://lore.example.invalid/r/1234."_s, u"More at www.example.invalid/page."_s,
         u"Write to boss@elsewhere.example.invalid."_s},
        {u"详见 https://lore.example.invalid/r/1234。"_s, u"详见 http://example.invalid/a?b=c 。"_s});
}

std::optional<int> inventDiscussion(ModelSummary& summary, const GoldThread& gold, Language language,
                                    Random& random)
{
    if (!gold.has(u"solo"_s))
        return std::nullopt;
    return appendOneOf(
        summary, random, language,
        {u"The discussion focused on locking."_s, u"Reviewers agree with the approach."_s,
         u"It was well received."_s, u"Feedback was positive."_s},
        {u"讨论集中在锁的问题上。"_s, u"评审者认为方案可行。"_s, u"反馈积极。"_s, u"各方已形成共识。"_s});
}

std::optional<int> miscount(ModelSummary& summary, const GoldThread& gold, Language language, Random& random)
{
    if (gold.patches == 0)
        return std::nullopt;
    const int wrong = gold.patches + 1 + below(random, 3);
    return append(summary, random,
                  (isChinese(language) ? one(random, {u"该系列共 %1 个补丁。"_s, u"由 %1 个补丁组成。"_s})
                                       : one(random,
                                             {u"The series consists of %1 patches."_s,
                                              u"This is a %1-patch series."_s, u"It has %1 patches."_s}))
                      .arg(wrong));
}

std::optional<int> changeNumber(ModelSummary& summary, const GoldThread&, Language, Random& random)
{
    static const QRegularExpression number(u"(?<![\\w.-])[0-9]{2,}(?:\\.[0-9])?(?![0-9/])"_s);
    const auto at
        = claimWhere(summary, random, [](const ModelClaim& claim) { return claim.text.contains(number); });
    if (!at)
        return at;
    QString& text = summary.claims[*at].text;
    const auto match = number.match(text);
    text.replace(match.capturedStart(), match.capturedLength(),
                 QString::number(match.captured().toDouble() + 1013));
    return at;
}

std::optional<int> inventHash(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(summary, random, language, {u"It reverts 5fa3bc912de0."_s, u"See commit 90ab12c."_s},
                       {u"回退了 5fa3bc912de0。"_s, u"见提交 90ab12c。"_s});
}

std::optional<int> inventPath(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(summary, random, language,
                       {u"It edits drivers/frob/core.c."_s, u"The file widget.h changes."_s,
                        u"See Documentation/virt/frob/notes.rst."_s},
                       {u"修改了 drivers/frob/core.c。"_s, u"涉及 widget.h。"_s,
                        u"见 Documentation/virt/frob/notes.rst。"_s});
}

std::optional<int> inventFlag(ModelSummary& summary, const GoldThread&, Language language, Random& random)
{
    return appendOneOf(summary, random, language, {u"Needs --enable-frob."_s, u"It returns -EXDEV."_s},
                       {u"需要 --enable-frob。"_s, u"返回 -EXDEV。"_s});
}

std::optional<int> nameAnother(ModelSummary& summary, const GoldThread& gold, Language language,
                               Random& random)
{
    QStringList names;
    for (const thread::ListedMail& listed : gold.material.listing.mails) {
        if (!names.contains(listed.mail.from.name))
            names.append(listed.mail.from.name);
    }
    const QString name = one(random, names);
    const QString first = name.section(u' ', 0, 0);
    const auto at = claimWhere(summary, random, [&](const ModelClaim& claim) {
        return std::none_of(claim.cites.begin(), claim.cites.end(), [&](int mail) {
            const int parent = mailOf(gold, mail).parent;
            return bodyOf(gold, mail).contains(first) || senderOf(gold, mail) == name
                || (parent >= 0 && senderOf(gold, parent + 1) == name);
        });
    });
    if (at)
        summary.claims[*at].text = (isChinese(language) ? u"%1 指出：%2"_s : u"%1 points out: %2"_s)
                                       .arg(name, summary.claims.at(*at).text);
    return at;
}

} // namespace lb::test
