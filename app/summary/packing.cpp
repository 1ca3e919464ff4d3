// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/packing.h"

#include "llm/tokens.h"
#include "summary/factsblock.h"
#include "summary/glossary.h"
#include "summary/packedthread.h"
#include "summary/prompts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr int markCost = 8;
constexpr int mostTerms = 12; ///< of the glossary
constexpr int glossaryCost = 16 * mostTerms;

struct Labels {
    QString facts, history, noHistory, fresh, noFresh, leftOut, terms;
};

Labels labels(Language language)
{
    if (language == Language::Chinese)
        return {u"## 事实"_s,      u"## 更早的邮件（背景）"_s,    u"没有更早的邮件。"_s, u"## 本期新邮件"_s,
                u"没有新邮件。"_s, u"[... 此处省略 %1 封邮件]"_s, u"## 术语"_s};
    return {u"## Facts"_s,
            u"## Earlier mails (background)"_s,
            u"There are no earlier mails."_s,
            u"## New mails of this period"_s,
            u"There are no new mails."_s,
            u"[... %1 mails left out here]"_s,
            u"## Terms"_s};
}

/// Writes a card, without what was cut out of its mail; nothing if that is all of it.
void writeCard(QString& text, const PackedMail& mail, const PackedCard& card, const QString& fence)
{
    const Cut cut = mail.isCut() ? cutLines(mail.lines, mail.cap) : Cut{mail.lines.size(), mail.lines.size()};
    QString lines;
    for (std::size_t i = card.firstLine; i < card.endLine; ++i) {
        if (i == cut.head && cut.tail > cut.head)
            lines += cutMark(cut.tail - cut.head).text + u'\n';
        if (i < cut.head || i >= cut.tail)
            lines += mail.lines[i].text + u'\n';
    }
    if (lines.isEmpty() && card.firstLine < card.endLine)
        return;
    text += "BEGIN "_L1 + fence + u'\n' + cardHead(mail, card).join(u'\n') + u'\n' + lines + "END "_L1 + fence
        + u'\n';
}

QString section(const PackedThread& thread, bool fresh, const QString& fence, const Labels& say)
{
    QString text = (fresh ? say.fresh : say.history) + u'\n';
    bool any = false;
    int leftOut = 0;
    const auto mark = [&] {
        if (leftOut > 0)
            text += say.leftOut.arg(std::exchange(leftOut, 0)) + u'\n';
    };
    for (const PackedCard& card : thread.cards) {
        const PackedMail& mail = thread.mails[static_cast<std::size_t>(card.mail)];
        if (mail.isNew != fresh)
            continue;
        any = true;
        if (mail.isLeftOut) {
            leftOut += card.continues ? 0 : 1;
            continue;
        }
        mark();
        writeCard(text, mail, card, fence);
    }
    mark();
    if (!any)
        text += (fresh ? say.noFresh : say.noHistory) + u'\n';
    return text.trimmed();
}

/// A code that no text of the thread contains. It hangs on the hash of all mails, so whoever writes a mail
/// cannot know it; should it stand there all the same, the next one is taken.
QString fenceFor(const PackedThread& thread, const QStringList& facts, const QByteArray& key)
{
    QByteArray seed = "fence" + key;
    for (;;) {
        seed = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
        const QString code = QString::fromLatin1(seed.toHex().first(12));
        const auto has = [&](const QString& line) { return line.contains(code, Qt::CaseInsensitive); };
        const bool taken = std::ranges::any_of(facts, has)
            || std::ranges::any_of(thread.mails, [&](const PackedMail& mail) {
                               return has(mail.head) || has(mail.subject)
                                   || std::ranges::any_of(mail.lines, has, &PackedLine::text);
                           });
        if (!taken)
            return code;
    }
}

/// The list's terms that the mails packed use, last: they change with the mails.
QString glossaryBlock(const thread::Material& material, const PackedThread& thread, const Labels& say)
{
    static const Glossary glossary = Glossary::fromText(Glossary::shippedText({}));
    QString text = material.listing.title;
    for (const PackedMail& mail : thread.mails) {
        if (mail.isLeftOut)
            continue;
        for (const PackedLine& line : mail.lines)
            text += u'\n' + line.text;
    }
    const QStringList lines = glossary.linesFor(text, mostTerms);
    return lines.isEmpty() ? QString() : QString(say.terms + u'\n' + lines.join(u'\n'));
}

QByteArray packedKey(const thread::Listing& listing, const std::vector<PackedMail>& mails)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::size_t i = 0; i < mails.size(); ++i) {
        if (mails[i].isLeftOut)
            continue;
        const thread::Mail& mail = listing.mails[i].mail;
        hash.addData(mail.id.bytes);
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(mail.contentHash);
        hash.addData(QByteArrayView("\n", 1));
    }
    return hash.result();
}

} // namespace

int estimateTokens(QStringView text)
{
    return llm::estimateTokens(text);
}

Prompt pack(const thread::Material& material, const thread::Facts& facts, Language language, int tokenBudget)
{
    const PromptTemplate prompt = threadPrompt(language);
    const Labels say = labels(language);
    PackedThread thread = packThread(material, thread::collate(material));
    const QStringList known = factLines(material.listing, facts, language);
    const QString fence = fenceFor(thread, known, sourceKey(material.listing));
    const QString block = say.facts + "\nBEGIN "_L1 + fence + u'\n' + known.join(u'\n') + "\nEND "_L1 + fence;
    const int fixed = glossaryCost + estimateTokens(prompt.system) + estimateTokens(prompt.user)
        + estimateTokens(block) + estimateTokens(say.history) + estimateTokens(say.fresh)
        + estimateTokens(say.noHistory) + 4 * markCost;
    fit(thread, std::max(0, tokenBudget - fixed));

    Prompt packed;
    packed.system = prompt.system;
    packed.user = filledIn(prompt.user,
                           {{u"fence"_s, fence},
                            {u"facts"_s, block},
                            {u"history"_s, section(thread, false, fence, say)},
                            {u"new"_s, section(thread, true, fence, say)},
                            {u"glossary"_s, glossaryBlock(material, thread, say)}});
    packed.version = prompt.version;
    packed.sourceKey = packedKey(material.listing, thread.mails);
    packed.truncated = std::ranges::any_of(thread.mails, &PackedMail::isCut);
    for (const PackedMail& mail : thread.mails) {
        const Cut cut
            = mail.isCut() ? cutLines(mail.lines, mail.cap) : Cut{mail.lines.size(), mail.lines.size()};
        const std::size_t kept = mail.isLeftOut ? 0 : mail.lines.size() - (cut.tail - cut.head);
        packed.mails.append({mail.number, static_cast<int>(kept), static_cast<int>(mail.lines.size())});
    }
    packed.estimatedTokens = estimateTokens(packed.system) + estimateTokens(packed.user);
    return packed;
}

QByteArray sourceKey(const thread::Listing& listing)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const thread::ListedMail& listed : listing.mails) {
        hash.addData(listed.mail.id.bytes);
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(listed.mail.contentHash);
        hash.addData(QByteArrayView("\n", 1));
    }
    return hash.result();
}

} // namespace lb::summary
