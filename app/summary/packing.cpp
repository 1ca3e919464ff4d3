// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/packing.h"

#include "llm/tokens.h"
#include "summary/claimparser.h"
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
    QString facts, history, noHistory, fresh, noFresh, leftOut, terms, known, since;
};

Labels labels(Language language)
{
    if (language == Language::Chinese)
        return {u"## 事实"_s,       u"## 更早的邮件（背景）"_s, u"没有更早的邮件。"_s,
                u"## 本期新邮件"_s, u"没有新邮件。"_s,          u"[... 此处省略 %1 封邮件]"_s,
                u"## 术语"_s,       u"## 到目前为止的总结"_s,   u"## 此后到达的邮件"_s};
    return {u"## Facts"_s,
            u"## Earlier mails (background)"_s,
            u"There are no earlier mails."_s,
            u"## New mails of this period"_s,
            u"There are no new mails."_s,
            u"[... %1 mails left out here]"_s,
            u"## Terms"_s,
            u"## The summary so far"_s,
            u"## Mails that have arrived since"_s};
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

/// The cards of earlier or of new mails, one below the other.
QString cards(const PackedThread& thread, bool fresh, const QString& fence, const Labels& say)
{
    QString text;
    int leftOut = 0;
    const auto mark = [&] {
        if (leftOut > 0)
            text += say.leftOut.arg(std::exchange(leftOut, 0)) + u'\n';
    };
    for (const PackedCard& card : thread.cards) {
        const PackedMail& mail = thread.mails[static_cast<std::size_t>(card.mail)];
        if (mail.isNew != fresh)
            continue;
        if (mail.isLeftOut) {
            leftOut += card.continues ? 0 : 1;
            continue;
        }
        mark();
        writeCard(text, mail, card, fence);
    }
    mark();
    return text;
}

QString section(const QString& heading, const QString& cards, const QString& none)
{
    return QString(heading + u'\n' + (cards.isEmpty() ? none : cards)).trimmed();
}

QString fenceFor(const PackedThread& thread, const QStringList& others, const QByteArray& key)
{
    return fenceCode("fence" + key, [&](const QString& code) {
        const auto has = [&](const QString& line) { return line.contains(code, Qt::CaseInsensitive); };
        return std::ranges::any_of(others, has)
            || std::ranges::any_of(thread.mails, [&](const PackedMail& mail) {
                   return has(mail.head) || has(mail.subject)
                       || std::ranges::any_of(mail.lines, has, &PackedLine::text);
               });
    });
}

/// The list's terms that the mails packed use, last: they change with the mails.
QString glossaryBlock(const thread::Material& material, const PackedThread& thread, const Labels& say)
{
    const Glossary glossary = Glossary::ofList(material.glossary);
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

bool isPacked(const PromptExtras& extras, std::size_t mail)
{
    return !extras.known || extras.known->fresh[mail];
}

void listPacked(Prompt& packed, const PackedThread& thread, const PromptExtras& extras)
{
    for (std::size_t i = 0; i < thread.mails.size(); ++i) {
        const PackedMail& mail = thread.mails[i];
        if (!isPacked(extras, i))
            continue;
        const Cut cut
            = mail.isCut() ? cutLines(mail.lines, mail.cap) : Cut{mail.lines.size(), mail.lines.size()};
        const std::size_t kept = mail.isLeftOut ? 0 : mail.lines.size() - (cut.tail - cut.head);
        packed.mails.append({mail.number, static_cast<int>(kept), static_cast<int>(mail.lines.size())});
    }
}

QByteArray packedKey(const thread::Listing& listing, const std::vector<PackedMail>& mails,
                     const PromptExtras& extras)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::size_t i = 0; i < mails.size(); ++i) {
        if (mails[i].isLeftOut || !isPacked(extras, i))
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

QString fenceCode(QByteArray seed, const std::function<bool(const QString& code)>& isTaken)
{
    for (;;) {
        seed = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
        QString code = QString::fromLatin1(seed.toHex().first(12));
        if (!isTaken(code))
            return code;
    }
}

QString instructionText(const QString& instruction, Language language)
{
    if (instruction.isEmpty())
        return {};
    const QString text = language == Language::Chinese
        ? u"读者对这份总结另有要求，原话是：“%1”。在上述规则允许的范围内照办；回答的形式不变。"_s
        : u"The reader's own wish for this summary, in his words: “%1”. Follow it as far as the rules above "
          "allow; the form of the answer stays the same."_s;
    return text.arg(instruction);
}

Prompt pack(const thread::Material& material, const thread::Facts& facts, Language language, int tokenBudget,
            const PromptExtras& extras)
{
    const PromptTemplate prompt = extras.known ? updatePrompt(language) : threadPrompt(language);
    const Labels say = labels(language);
    PackedThread thread = packThread(material, thread::collate(material),
                                     extras.known ? extras.known->fresh : std::vector<bool>());
    const QString facted = factLines(material.listing, facts, language).join(u'\n');
    const QString claims = extras.known ? QString::fromUtf8(claimsJson(extras.known->claims)) : QString();
    const QString fence = fenceFor(thread, {facted, claims}, sourceKey(material.listing));
    const auto fenced = [&fence](const QString& heading, const QString& text) {
        return QString(heading + "\nBEGIN "_L1 + fence + u'\n' + text + "\nEND "_L1 + fence);
    };
    const QString block = fenced(say.facts, facted);
    const QString known = extras.known ? fenced(say.known, claims) : QString();
    const QString wish = instructionText(extras.instruction, language);
    const int fixed = glossaryCost + estimateTokens(prompt.system) + estimateTokens(prompt.user)
        + estimateTokens(block) + estimateTokens(known) + estimateTokens(wish) + estimateTokens(say.history)
        + estimateTokens(say.fresh) + estimateTokens(say.noHistory) + 4 * markCost;
    fit(thread, std::max(0, tokenBudget - fixed));

    const QString earlier = cards(thread, false, fence, say);
    const QString fresh = cards(thread, true, fence, say);
    Prompt packed;
    packed.system = prompt.system;
    packed.user = filledIn(
        prompt.user,
        {{u"fence"_s, fence},
         {u"facts"_s, block},
         {u"known"_s, known},
         {u"history"_s, section(say.history, earlier, say.noHistory)},
         {u"new"_s,
          extras.known ? section(say.since, earlier + fresh, {}) : section(say.fresh, fresh, say.noFresh)},
         {u"glossary"_s, glossaryBlock(material, thread, say)}});
    if (!wish.isEmpty())
        packed.user += "\n\n"_L1 + wish; // last and by itself: no text of a mail is near it
    packed.version = prompt.version;
    packed.sourceKey = packedKey(material.listing, thread.mails, extras);
    packed.truncated = std::ranges::any_of(thread.mails, &PackedMail::isCut);
    listPacked(packed, thread, extras);
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
