// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/packing.h"

#include "llm/tokens.h"
#include "summary/factsblock.h"
#include "summary/mailtext.h"
#include "summary/prompts.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

/// What a mail may keep when the thread is too long, in steps.
constexpr std::array caps{1500, 700, 300, 150, 60, 0};
constexpr int rootFloor = 600; ///< the root says what it is all about: it keeps more
constexpr int lastFloor = 150; ///< and this much in any case, as does the newest mail
constexpr int fenceCost = 16; ///< BEGIN and END with their code
constexpr int markCost = 8;

struct PackedMail {
    int number = 0;
    bool isNew = false;
    bool isRoot = false;
    bool isLeftOut = false;
    QStringList head;
    std::vector<PackedLine> lines;
    int headTokens = 0;
    int textTokens = 0;
    int cap = std::numeric_limits<int>::max();

    [[nodiscard]] int cost() const
    {
        if (isLeftOut)
            return 0;
        return headTokens + fenceCost + (textTokens > cap ? cap + markCost : textTokens);
    }
    [[nodiscard]] bool isCut() const { return isLeftOut || textTokens > cap; }
};

struct Labels {
    QString facts, history, noHistory, fresh, noFresh, leftOut;
};

Labels labels(Language language)
{
    if (language == Language::Chinese)
        return {u"## 事实"_s,       u"## 更早的邮件（背景）"_s, u"没有更早的邮件。"_s,
                u"## 本期新邮件"_s, u"没有新邮件。"_s,          u"[... 此处省略 %1 封邮件]"_s};
    return {u"## Facts"_s,
            u"## Earlier mails (background)"_s,
            u"There are no earlier mails."_s,
            u"## New mails of this period"_s,
            u"There are no new mails."_s,
            u"[... %1 mails left out here]"_s};
}

QString localTime(const mail::MailDate& date)
{
    const QDateTime time
        = QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
    const int minutes = std::abs(date.offsetMinutes);
    return time.toString(u"yyyy-MM-dd HH:mm "_s)
        + u"%1%2%3"_s.arg(QChar(date.offsetMinutes < 0 ? u'-' : u'+'))
              .arg(minutes / 60, 2, 10, QChar(u'0'))
              .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QStringList headLines(const thread::Listing& listing, const thread::ListedMail& listed)
{
    const mail::Address& from = listed.mail.from;
    const QString name = safeLine(from.name.isEmpty() ? from.address : from.name, 80);
    QStringList head{u"[%1] "_s.arg(listed.number) + name + ", "_L1 + localTime(listed.mail.date)
                         + (listed.isNew ? ", (new)"_L1 : ", (earlier)"_L1),
                     "Subject: "_L1 + safeLine(listed.mail.subject, 200)};
    if (listed.parent >= 0 && listed.parent < listing.count())
        head.append(u"In reply to [%1]"_s.arg(listing.mails[static_cast<std::size_t>(listed.parent)].number));
    head.append(QString());
    return head;
}

std::vector<PackedMail> packMails(const thread::Material& material)
{
    std::vector<PackedMail> mails;
    mails.reserve(material.listing.mails.size());
    for (std::size_t i = 0; i < material.listing.mails.size(); ++i) {
        const thread::ListedMail& listed = material.listing.mails[i];
        PackedMail packed;
        packed.number = listed.number;
        packed.isNew = listed.isNew;
        packed.isRoot = static_cast<int>(i) == material.listing.rootIndex;
        packed.head = headLines(material.listing, listed);
        for (const QString& line : packed.head)
            packed.headTokens += llm::estimateTokens(line) + 1;
        if (i < material.bodies.size())
            packed.lines = packedLines(material.bodies[i]);
        for (const PackedLine& line : packed.lines)
            packed.textTokens += line.tokens;
        mails.push_back(std::move(packed));
    }
    return mails;
}

qint64 totalCost(const std::vector<PackedMail>& mails)
{
    qint64 sum = 0;
    for (const PackedMail& mail : mails)
        sum += mail.cost();
    return sum;
}

/// Lowers the caps of one group, the longest and oldest first, until `over` tokens are saved; gives what is
/// still over.
qint64 lowerCaps(std::vector<PackedMail>& mails, bool fresh, bool roots, qint64 over)
{
    for (const int cap : caps) {
        for (PackedMail& mail : mails) {
            if (over <= 0)
                return over;
            const bool isEnd = mail.isRoot || &mail == &mails.back();
            const int kept = isEnd ? std::max(cap, mail.isRoot && !roots ? rootFloor : lastFloor) : cap;
            if (mail.isNew != fresh || mail.textTokens <= kept || mail.cap <= kept)
                continue;
            const int before = mail.cost();
            mail.cap = kept;
            over -= before - mail.cost();
        }
    }
    return over;
}

/// Earlier mails give way before new ones, old ones before young ones, text before whole mails; the root and
/// the newest mail are never left out.
bool fit(std::vector<PackedMail>& mails, qint64 budget)
{
    qint64 over = totalCost(mails) - budget;
    over = lowerCaps(mails, false, false, over);
    over = lowerCaps(mails, true, false, over);
    over = lowerCaps(mails, false, true, over);
    over = lowerCaps(mails, true, true, over);
    for (const bool fresh : {false, true}) {
        for (PackedMail& mail : mails) {
            if (over <= 0)
                return true;
            if (mail.isNew != fresh || mail.isRoot || &mail == &mails.back())
                continue;
            over -= mail.cost();
            mail.isLeftOut = true;
        }
    }
    return over <= 0;
}

void writeMail(QString& text, const PackedMail& mail, const QString& fence)
{
    text += "BEGIN "_L1 + fence + u'\n';
    for (const QString& line : mail.head)
        text += line + u'\n';
    const std::vector<PackedLine> lines = mail.isCut() ? cutLines(mail.lines, mail.cap) : mail.lines;
    for (const PackedLine& line : lines)
        text += line.text + u'\n';
    text += "END "_L1 + fence + u'\n';
}

QString section(const std::vector<PackedMail>& mails, bool fresh, const QString& fence, const Labels& say)
{
    QString text = (fresh ? say.fresh : say.history) + u'\n';
    bool any = false;
    int leftOut = 0;
    const auto mark = [&] {
        if (leftOut > 0)
            text += say.leftOut.arg(std::exchange(leftOut, 0)) + u'\n';
    };
    for (const PackedMail& mail : mails) {
        if (mail.isNew != fresh)
            continue;
        any = true;
        if (mail.isLeftOut) {
            ++leftOut;
            continue;
        }
        mark();
        writeMail(text, mail, fence);
    }
    mark();
    if (!any)
        text += (fresh ? say.noFresh : say.noHistory) + u'\n';
    return text.trimmed();
}

/// A code that no text of the thread contains. It hangs on the hash of all mails, so whoever writes a mail
/// cannot know it; should it stand there all the same, the next one is taken.
QString fenceFor(const std::vector<PackedMail>& mails, const QStringList& facts, const QByteArray& key)
{
    QByteArray seed = "fence" + key;
    for (;;) {
        seed = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
        const QString code = QString::fromLatin1(seed.toHex().first(12));
        const auto has = [&](const QString& line) { return line.contains(code, Qt::CaseInsensitive); };
        const bool taken
            = std::ranges::any_of(facts, has) || std::ranges::any_of(mails, [&](const PackedMail& mail) {
                  return std::ranges::any_of(mail.head, has)
                      || std::ranges::any_of(mail.lines, has, &PackedLine::text);
              });
        if (!taken)
            return code;
    }
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
    std::vector<PackedMail> mails = packMails(material);
    const QStringList known = factLines(material.listing, facts, language);
    const QString fence = fenceFor(mails, known, sourceKey(material.listing));
    const QString block = say.facts + "\nBEGIN "_L1 + fence + u'\n' + known.join(u'\n') + "\nEND "_L1 + fence;
    const int fixed = estimateTokens(prompt.system) + estimateTokens(prompt.user) + estimateTokens(block)
        + estimateTokens(say.history) + estimateTokens(say.fresh) + estimateTokens(say.noHistory)
        + 4 * markCost;
    fit(mails, std::max(0, tokenBudget - fixed));

    Prompt packed;
    packed.system = prompt.system;
    packed.user = filledIn(prompt.user,
                           {{u"fence"_s, fence},
                            {u"facts"_s, block},
                            {u"history"_s, section(mails, false, fence, say)},
                            {u"new"_s, section(mails, true, fence, say)}});
    packed.version = prompt.version;
    packed.sourceKey = packedKey(material.listing, mails);
    packed.truncated = std::ranges::any_of(mails, &PackedMail::isCut);
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
