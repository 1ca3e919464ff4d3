// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/packedthread.h"

#include "llm/tokens.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using lb::thread::BlockKind;

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
/// Nobody reads more of one mail, and no model has room for it.
constexpr std::size_t mostLines = 5000;

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

class Packer
{
public:
    Packer(const thread::Material& material, const thread::Collation& collation,
           const std::vector<bool>& wanted)
        : m_material(material), m_collation(collation), m_wanted(wanted)
    {
    }

    PackedThread run()
    {
        addMails();
        m_begun.assign(m_packed.mails.size(), false);
        for (const bool fresh : {false, true}) {
            m_above = -1;
            m_card = -1;
            for (int i = 0; i < static_cast<int>(m_collation.blocks.size()); ++i) {
                if (listed(block(i).mail).isNew == fresh && isWanted(block(i).mail))
                    addBlock(i);
            }
        }
        finish();
        return std::move(m_packed);
    }

private:
    [[nodiscard]] const thread::CollatedBlock& block(int index) const
    {
        return m_collation.blocks[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const thread::ListedMail& listed(int mail) const
    {
        return m_material.listing.mails[static_cast<std::size_t>(mail)];
    }

    [[nodiscard]] bool isWanted(int mail) const
    {
        return m_wanted.empty() || m_wanted[static_cast<std::size_t>(mail)];
    }

    void addMails()
    {
        for (int i = 0; i < m_material.listing.count(); ++i) {
            const thread::ListedMail& mail = listed(i);
            const mail::Address& from = mail.mail.from;
            PackedMail packed;
            packed.number = mail.number;
            packed.isNew = mail.isNew;
            packed.isRoot = i == m_material.listing.rootIndex;
            packed.head = u"[%1] "_s.arg(mail.number)
                + safeLine(from.name.isEmpty() ? from.address : from.name, 80) + ", "_L1
                + localTime(mail.mail.date) + (mail.isNew ? ", (new)"_L1 : ", (earlier)"_L1);
            packed.subject = "Subject: "_L1 + safeLine(mail.mail.subject, 200);
            m_packed.mails.push_back(std::move(packed));
        }
    }

    void addBlock(int index)
    {
        const thread::CollatedBlock& now = block(index);
        if (now.kind == BlockKind::Diff || now.kind == BlockKind::Signature)
            return;
        if (now.kind == BlockKind::Quote && now.repeats && m_above == now.answers)
            return;
        PackedMail& mail = m_packed.mails[static_cast<std::size_t>(now.mail)];
        if (now.card != m_card) {
            const bool continues = m_begun[static_cast<std::size_t>(now.mail)];
            m_begun[static_cast<std::size_t>(now.mail)] = true;
            const int answers = now.answers < 0 ? 0 : listed(block(now.answers).mail).number;
            m_packed.cards.push_back({now.mail, answers, continues, mail.lines.size(), mail.lines.size()});
        }
        m_card = now.card;
        m_above = index;
        std::vector<PackedLine> lines
            = packedLines(m_material.bodies[static_cast<std::size_t>(now.mail)], now);
        if (mail.lines.size() + lines.size() > mostLines) {
            lines.resize(std::max(mostLines, mail.lines.size()) - mail.lines.size());
            if (mail.lines.size() <= mostLines)
                lines.push_back(packedLine(u"[... the rest left out]"_s));
        }
        mail.lines.insert(mail.lines.end(), lines.begin(), lines.end());
        m_packed.cards.back().endLine = mail.lines.size();
    }

    void finish()
    {
        for (std::size_t i = 0; i < m_packed.cards.size(); ++i)
            markDiff(m_packed.cards[i]);
        for (const PackedCard& card : m_packed.cards) {
            PackedMail& mail = m_packed.mails[static_cast<std::size_t>(card.mail)];
            mail.headTokens += fenceCost;
            for (const QString& line : cardHead(mail, card))
                mail.headTokens += llm::estimateTokens(line) + 1;
        }
        for (PackedMail& mail : m_packed.mails) {
            for (const PackedLine& line : mail.lines)
                mail.textTokens += line.tokens;
        }
    }

    /// The last card of a mail with a diff says that there was one.
    void markDiff(PackedCard& card)
    {
        PackedMail& mail = m_packed.mails[static_cast<std::size_t>(card.mail)];
        const auto& lines = m_material.bodies[static_cast<std::size_t>(card.mail)].lines;
        if (card.endLine != mail.lines.size()
            || std::none_of(lines.begin(), lines.end(),
                            [](const mail::BodyLine& line) { return line.kind == mail::LineKind::Diff; }))
            return;
        mail.lines.push_back(packedLine(u"[... diff left out]"_s));
        ++card.endLine;
    }

    const thread::Material& m_material;
    const thread::Collation& m_collation;
    const std::vector<bool>& m_wanted;
    PackedThread m_packed;
    std::vector<bool> m_begun; ///< mails that have a card
    int m_above = -1; ///< the block written last
    int m_card = -1; ///< its card
};

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

} // namespace

int PackedMail::cost() const
{
    if (isLeftOut)
        return 0;
    return headTokens + (textTokens > cap ? cap + markCost : textTokens);
}

PackedThread packThread(const thread::Material& material, const thread::Collation& collation,
                        const std::vector<bool>& wanted)
{
    return Packer(material, collation, wanted).run();
}

QStringList cardHead(const PackedMail& mail, const PackedCard& card)
{
    QString first = mail.head;
    if (card.continues)
        first += ", (continued)"_L1;
    if (card.answers > 0)
        first += u", answers [%1]"_s.arg(card.answers);
    if (card.continues)
        return {first, QString()};
    return {first, mail.subject, QString()};
}

void fit(PackedThread& thread, qint64 budget)
{
    std::vector<PackedMail>& mails = thread.mails;
    qint64 over = totalCost(mails) - budget;
    over = lowerCaps(mails, false, false, over);
    over = lowerCaps(mails, true, false, over);
    over = lowerCaps(mails, false, true, over);
    over = lowerCaps(mails, true, true, over);
    for (const bool fresh : {false, true}) {
        for (PackedMail& mail : mails) {
            if (over <= 0)
                return;
            if (mail.isNew != fresh || mail.isRoot || &mail == &mails.back())
                continue;
            over -= mail.cost();
            mail.isLeftOut = true;
        }
    }
}

} // namespace lb::summary
