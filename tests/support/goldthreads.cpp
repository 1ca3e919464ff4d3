// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/goldthreads.h"

#include "support/goldwords.h"
#include "thread/threadbuilder.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using Where = lb::test::GoldWording::Where;

namespace lb::test
{

namespace
{

/// A claim whose mails are still ids.
struct Draft {
    summary::ModelClaim claim;
    QString chinese;
};

class Maker
{
public:
    explicit Maker(quint32 number) : m_random(number * 2654435761U + 17), m_number(number) { }

    GoldThread make()
    {
        choosePeople();
        chooseShape();
        post();
        const int replies = m_long ? 110 : m_solo ? 0 : 1 + pick(7);
        for (int i = 0; i < replies; ++i)
            reply();
        if (m_solo && pick(2) == 0)
            followUp();
        addBot();
        return finish();
    }

private:
    int pick(int below) { return static_cast<int>(m_random.bounded(below)); }
    QString one(const QStringList& of) { return of.at(pick(int(of.size()))); }

    void choosePeople()
    {
        QStringList names = goldNames();
        for (int i = 0; i < 6; ++i)
            m_people.append(names.takeAt(pick(int(names.size()))));
    }

    void chooseShape()
    {
        m_solo = m_number % 7 == 3 && m_number % 50 != 11;
        m_long = m_number % 50 == 11;
        m_series = m_number % 9 != 5;
        m_cover = m_series && m_number % 4 != 1;
        m_patches = !m_series ? 0 : m_cover ? 2 + pick(9) : 1;
        m_revision = 1 + pick(6);
        m_rootless = !m_solo && m_number % 10 == 8;
        m_ordered = m_number % 6 == 2;
        m_hour = pick(40);
    }

    QString tag(int n)
    {
        const QString numbering
            = m_cover ? u" %1/%2"_s.arg(n, m_patches > 9 ? 2 : 1, 10, QChar(u'0')).arg(m_patches) : QString();
        const QString version = m_revision == 1 ? QString() : u"v%1"_s.arg(m_revision);
        switch (m_number % 5) {
        case 0:
            return u"[PATCH%1%2]"_s.arg(version, numbering); // [PATCHv3 2/5]
        case 1:
            return u"[RFC PATCH %1%2]"_s.arg(version, numbering);
        case 2:
            return u"[kvm-unit-tests PATCH %1%2]"_s.arg(version, numbering);
        default:
            return u"[PATCH %1%2]"_s.arg(version, numbering);
        }
    }

    QString identifier()
    {
        const QString subject
            = one({u"kvm"_s, u"vgic"_s, u"pmu"_s, u"timer"_s, u"hyp"_s, u"vcpu"_s, u"s2_mmu"_s, u"its"_s});
        const QString verb = one(
            {u"init"_s, u"flush"_s, u"load"_s, u"put"_s, u"reset"_s, u"sync"_s, u"teardown"_s, u"probe"_s});
        return subject + u'_' + verb + u'_'
            + one({u"state"_s, u"regs"_s, u"early"_s, u"all"_s, u"locked"_s, u"entry"_s});
    }

    /// The values of one wording; mail and claims get the same ones.
    std::map<QString, QString> values()
    {
        QString hash;
        for (int i = 0; i < 12; ++i)
            hash += QChar(u"0123456789abcdef"[i == 3 ? 10 + pick(6) : i == 4 ? pick(10) : pick(16)]);
        const QString call = pick(3) == 0 ? QString() : u"()"_s;
        return {
            {u"fn"_s, identifier() + call},
            {u"fn2"_s, identifier() + call},
            {u"path"_s,
             u"arch/arm64/kvm/%1.c"_s.arg(
                 one({u"arch_timer"_s, u"mmu"_s, u"hyp/nvhe/setup"_s, u"vgic/vgic-init"_s, u"sys_regs"_s}))},
            {u"config"_s, u"CONFIG_"_s + identifier().toUpper()},
            {u"number"_s, QString::number(11 + pick(900))},
            {u"percent"_s, u"%1.%2"_s.arg(2 + pick(40)).arg(1 + pick(9))},
            {u"hash"_s, hash},
            {u"flag"_s, one({u"-EINVAL"_s, u"-EAGAIN"_s, u"HCR_EL2_TGE"_s, u"-ENXIO"_s, u"KVM_REQ_SLEEP"_s})},
            {u"next"_s, u"v%1"_s.arg(m_revision + 1)}};
    }

    /// A few words of a sentence from any place of it.
    QString quoteOf(const QString& sentence)
    {
        const QStringList words = sentence.split(u' ');
        const int length = std::min(int(words.size()), 4 + pick(7));
        QString quote = words.mid(pick(int(words.size()) - length + 1), length).join(u' ');
        switch (pick(6)) { // what models do with quotes
        case 0:
            return u"\""_s + quote + u"\""_s;
        case 1:
            return quote + u"..."_s;
        case 2:
            quote[0] = quote.at(0).toUpper();
            return quote;
        default:
            return quote;
        }
    }

    /// A sentence of this kind of mail; its claim waits for the mail's number.
    QString say(Where where, const QString& patch, IdNumber mail, const QString& sender,
                QList<IdNumber> also = {})
    {
        std::vector<const GoldWording*> fitting;
        for (const GoldWording& wording : goldWordings()) {
            if (wording.where == where)
                fitting.push_back(&wording);
        }
        const GoldWording& wording = *fitting[static_cast<std::size_t>(pick(int(fitting.size())))];
        const auto values = this->values();
        const QString sentence = goldFilled(wording.mail, values);
        Draft draft;
        draft.claim.kind = wording.kind;
        draft.claim.text = told(goldFilled(wording.english, values), sender, false);
        draft.chinese = told(goldFilled(wording.chinese, values), sender, true);
        draft.claim.quote = quoteOf(sentence);
        draft.claim.who = {int(mail)};
        draft.claim.cites = {int(mail)};
        for (const IdNumber other : also)
            draft.claim.cites.append(int(other));
        draft.claim.patch = patch;
        m_drafts.append(draft);
        return sentence;
    }

    /// With the speaker's name in front, now and then.
    QString told(const QString& text, const QString& sender, bool chinese)
    {
        if (m_number % 3 != 0)
            return text;
        return sender + (chinese ? u"："_s : u": "_s) + text;
    }

    QString body(const QStringList& paragraphs)
    {
        QString text;
        for (const QString& paragraph : paragraphs)
            text += goldWrapped(paragraph, 56 + pick(24)) + u"\n\n"_s;
        return text;
    }

    QStringList around(const QString& sentence)
    {
        QStringList paragraphs;
        for (int i = pick(3); i > 0; --i)
            paragraphs.append(one(goldFillers()));
        paragraphs.append(pick(2) == 0 ? sentence : sentence + u' ' + one(goldFillers()));
        if (pick(2) == 0)
            paragraphs.append(one(goldFillers()));
        return paragraphs;
    }

    IdNumber add(const QString& subject, const QList<IdNumber>& parents, const QString& sender,
                 const QString& text)
    {
        const IdNumber id = m_next++;
        m_builder.mail(id, subject.toUtf8().constData(), parents, m_hour);
        m_builder.last().from = {sender, addressOf(sender)};
        m_builder.body(text.toUtf8().constData());
        m_texts[id] = text;
        m_subjects[id] = subject;
        m_senders[id] = sender;
        m_parents[id] = parents;
        m_hour += 0.3 + pick(m_texts.size() <= std::size_t(m_patches) ? 2 : 300) / 10.0;
        return id;
    }

    [[nodiscard]] QString addressOf(const QString& name) const
    {
        const auto index = m_people.indexOf(name);
        return u"p%1.%2@example.invalid"_s.arg(m_number).arg(index);
    }

    void post()
    {
        const QString title = one({u"KVM: arm64: "_s, u"arm64: "_s, u"KVM: selftests: "_s, u"irqchip: "_s})
            + one({u"Keep the vgic state over exits"_s, u"Rework stage-2 teardown"_s,
                   u"Trap the debug registers late"_s, u"Make the timer offset per VM"_s,
                   u"Stop using the global lock"_s, u"Handle early faults"_s});
        if (!m_series) {
            const IdNumber id = m_next;
            const QString asked = say(Where::Reply, {}, id, m_people.first());
            m_root
                = add(title + (pick(2) == 0 ? u"?"_s : QString()), {}, m_people.first(), body(around(asked)));
            m_patchOf[m_root] = QString();
            return;
        }
        const auto write = [this, &title](int n, const QList<IdNumber>& parents) {
            const IdNumber id = m_next;
            const QString patch
                = m_cover ? (n == 0 ? u"all"_s : u"%1/%2"_s.arg(n).arg(m_patches)) : QString();
            const QString sentence = say(n == 0 ? Where::Cover : Where::Patch, patch, id, m_people.first());
            QString text = body(around(sentence));
            if (n == 0 && m_revision > 1)
                text += u"Changes since v%1:\n - addressed the review comments\n\n"_s.arg(m_revision - 1);
            text += u"Signed-off-by: %1 <%2>\n"_s.arg(m_people.first(), addressOf(m_people.first()));
            if (n > 0)
                text += goldDiff();
            const QString subject
                = tag(n) + u' ' + (n == 0 || !m_cover ? title : title + u", part "_s + QChar(u'a' + n));
            const IdNumber made = add(subject.simplified(), parents, m_people.first(), text);
            m_patchOf[made] = patch;
            return made;
        };
        m_root = write(m_cover ? 0 : 1, {});
        for (int n = 1; m_cover && n <= m_patches; ++n)
            write(n, {m_root});
    }

    /// What a reply shows of the mail above: as it was, wrapped anew, by Outlook, or nothing.
    QString quoteAbove(IdNumber parent, bool& below)
    {
        const QStringList lines = m_texts.at(parent).split(u'\n');
        QStringList shown = lines.mid(0, std::min(qsizetype(4 + pick(6)), lines.size()));
        const QString head = u"On Mon, Jun 16, 2025 at 10:00 AM %1 <%2> wrote:\n"_s.arg(
            m_senders.at(parent), addressOf(m_senders.at(parent)));
        switch (pick(5)) {
        case 0: // top-post
            below = false;
            note(u"top-posts"_s);
            return u"\n-----Original Message-----\nFrom: %1 <%2>\nSent: Monday, June 16, 2025 10:00\nTo: list@example.invalid\nSubject: %3\n\n%4\n"_s
                .arg(m_senders.at(parent), addressOf(m_senders.at(parent)), m_subjects.at(parent),
                     shown.join(u'\n'));
        case 1: // wrapped anew
            note(u"wrapped anew"_s);
            return head + u"> "_s + goldWrapped(shown.join(u' ').simplified(), 48).replace(u'\n', u"\n> "_s)
                + u"\n\n"_s;
        case 2:
            note(u"no quote"_s);
            return {};
        default:
            for (QString& line : shown)
                line.prepend(line.startsWith(u'>') ? u">"_s : u"> "_s);
            return head + shown.join(u'\n') + u"\n\n"_s;
        }
    }

    void note(const QString& shape)
    {
        if (!m_shapes.contains(shape))
            m_shapes.append(shape);
    }

    void reply()
    {
        std::vector<IdNumber> ids;
        for (const auto& [id, text] : m_texts)
            ids.push_back(id);
        const IdNumber parent = ids[static_cast<std::size_t>(pick(int(ids.size())))];
        const bool answers = m_senders.at(parent) != m_people.first();
        const QString sender = answers && pick(3) > 0 ? m_people.first() : m_people.at(1 + pick(5));
        const bool isMaintainer = sender == m_people.last();
        const IdNumber id = m_next;
        const QString patch = m_patchOf.at(parent);
        const Where where = sender == m_people.first() ? Where::Author
            : isMaintainer && pick(2) == 0             ? Where::Maintainer
                                                       : Where::Reply;
        QList<IdNumber> also;
        if (where == Where::Author && pick(2) == 0)
            also.append(parent);
        QStringList paragraphs = around(say(where, patch, id, sender, also));
        if (!answers && m_series && pick(3) == 0)
            paragraphs.append(review(id, sender, patch));
        else if (isMaintainer && m_series && !m_applied && pick(3) == 0)
            paragraphs.append(apply(id, sender));
        if (m_ordered && m_order.isEmpty())
            paragraphs.insert(pick(int(paragraphs.size()) + 1), order(id));
        bool below = true;
        const QString quote = quoteAbove(parent, below);
        const QString text = (below ? quote : QString()) + body(paragraphs)
            + (pick(2) == 0 ? u"Cheers,\n%1\n"_s.arg(sender.section(u' ', 0, 0)) : QString())
            + (below ? QString() : quote);
        QList<IdNumber> parents = m_parents.at(parent);
        parents.append(parent);
        const QString subject = m_subjects.at(parent);
        add(subject.startsWith("Re:"_L1) ? subject : u"Re: "_s + subject, parents, sender, text);
        m_patchOf[id] = patch;
    }

    QString review(IdNumber id, const QString& sender, const QString& patch)
    {
        const QString kind = one({u"Reviewed-by"_s, u"Acked-by"_s, u"Tested-by"_s});
        const QString line = u"%1: %2 <%3>"_s.arg(kind, sender, addressOf(sender));
        Draft draft;
        draft.claim = {
            summary::ClaimKind::Status,
            told(one({u"Gives a %1."_s, u"%1 given."_s, u"Responds with a %1."_s}).arg(kind), sender, false),
            {int(id)},
            {int(id)},
            pick(2) == 0 ? line : kind + u": "_s + sender,
            {},
            patch};
        draft.chinese = told(one({u"给出 %1。"_s, u"回复了 %1 标签。"_s}).arg(kind), sender, true);
        m_drafts.append(draft);
        return line;
    }

    QString apply(IdNumber id, const QString& sender)
    {
        m_applied = true;
        Draft draft;
        draft.claim = {summary::ClaimKind::Status,
                       told(one({u"The series was applied to kvmarm/next."_s, u"Applied to kvmarm/next."_s,
                                 u"The patches have been applied to kvmarm/next."_s}),
                            sender, false),
                       {int(id)},
                       {int(id)},
                       u"Applied to kvmarm/next"_s,
                       {},
                       {}};
        draft.chinese
            = told(one({u"该系列已应用到 kvmarm/next。"_s, u"补丁已合入 kvmarm/next。"_s}), sender, true);
        m_drafts.append(draft);
        return u"Applied to kvmarm/next, thanks!"_s;
    }

    QString order(IdNumber id)
    {
        m_orderId = id;
        m_order = one(goldOrders()).replace(u"{canary}"_s, u"CANARY-%1"_s.arg(1000 + pick(9000)));
        return m_order;
    }

    void followUp()
    {
        const IdNumber id = m_next;
        const QString sentence = say(Where::Author, m_patchOf.at(m_root), id, m_people.first());
        add(u"Re: "_s + m_subjects.at(m_root), {m_root}, m_people.first(), body(around(sentence)));
        m_patchOf[id] = m_patchOf.at(m_root);
    }

    void addBot()
    {
        if (!m_series || pick(6) != 0)
            return;
        m_builder.mail(m_next, QString(u"Re: "_s + m_subjects.at(m_root)).toUtf8().constData(), {m_root},
                       m_hour);
        m_builder.from("kernel test robot", "lkp@intel.com");
        m_builder.body("Hi,\n\nkernel test robot noticed the following build errors:\n\nmmu.c:12: error: "
                       "'more' undeclared\n");
        ++m_next;
    }

    GoldThread finish()
    {
        GoldThread gold;
        gold.shapes = m_shapes;
        if (m_solo)
            gold.shapes.append(u"solo"_s);
        if (m_long)
            gold.shapes.append(u"120 mails"_s);
        thread::ListingOptions options;
        options.context = thread::ContextRule::WholeThread;
        // From the day of any mail on, so that there are old and new ones.
        const auto& mails = m_builder.mails();
        const qint64 begin = mails[static_cast<std::size_t>(pick(int(mails.size())))].date.utc;
        options.period
            = thread::Period{QDateTime::fromSecsSinceEpoch(begin, Qt::UTC).date(), QDate(2026, 12, 31)};
        gold.material = m_builder.material(options);
        if (m_rootless && gold.material.listing.count() > 2)
            dropRoot(gold);
        std::map<IdNumber, const thread::ListedMail*> byId;
        for (const thread::ListedMail& listed : gold.material.listing.mails)
            byId[listed.mail.number] = &listed;
        for (const Draft& draft : std::as_const(m_drafts))
            addClaim(gold, draft, byId);
        gold.english.gist = m_series ? u"Work on %1 in version %2"_s.arg(identifierOfRoot()).arg(m_revision)
                                     : u"A question about %1"_s.arg(identifierOfRoot());
        gold.chinese.gist = m_series ? u"关于 %1 的第 %2 版补丁"_s.arg(identifierOfRoot()).arg(m_revision)
                                     : u"关于 %1 的提问"_s.arg(identifierOfRoot());
        gold.english.language = Language::English;
        gold.chinese.language = Language::Chinese;
        gold.revision = m_revision;
        gold.patches = m_cover ? m_patches : 0;
        gold.order = m_order;
        if (m_orderId != 0 && byId.contains(m_orderId))
            gold.orderMail = byId.at(m_orderId)->number;
        else
            gold.order.clear();
        return gold;
    }

    [[nodiscard]] QString identifierOfRoot() const
    {
        return m_subjects.at(m_root).section(u": "_s, 0, 0).section(u"] "_s, -1);
    }

    void dropRoot(GoldThread& gold)
    {
        gold.shapes.append(u"no root"_s);
        thread::Listing& listing = gold.material.listing;
        listing.mails.erase(listing.mails.begin());
        gold.material.bodies.erase(gold.material.bodies.begin());
        listing.newMails = 0;
        for (thread::ListedMail& listed : listing.mails) {
            --listed.number;
            --listed.parent;
            listed.parent = std::max(listed.parent, -1);
            listing.newMails += listed.isNew ? 1 : 0;
        }
        listing.rootIndex = 0;
    }

    void addClaim(GoldThread& gold, const Draft& draft,
                  const std::map<IdNumber, const thread::ListedMail*>& byId)
    {
        summary::ModelClaim claim = draft.claim;
        const auto toNumbers = [&byId](QList<int>& mails) {
            QList<int> numbers;
            for (const int id : std::as_const(mails)) {
                if (const auto found = byId.find(IdNumber(id)); found != byId.end())
                    numbers.append(found->second->number);
            }
            mails = numbers;
        };
        if (!byId.contains(IdNumber(claim.cites.first())))
            return;
        const bool isNew = byId.at(IdNumber(claim.cites.first()))->isNew;
        toNumbers(claim.who);
        toNumbers(claim.cites);
        claim.window = isNew ? summary::ClaimWindow::New : summary::ClaimWindow::Old;
        gold.english.claims.append(claim);
        claim.text = draft.chinese;
        gold.chinese.claims.append(claim);
    }

    QRandomGenerator m_random;
    quint32 m_number;
    ThreadBuilder m_builder;
    QStringList m_people; ///< the author first, the maintainer last
    QStringList m_shapes;
    QList<Draft> m_drafts;
    std::map<IdNumber, QString> m_texts;
    std::map<IdNumber, QString> m_subjects;
    std::map<IdNumber, QString> m_senders;
    std::map<IdNumber, QString> m_patchOf;
    std::map<IdNumber, QList<IdNumber>> m_parents;
    QString m_order;
    IdNumber m_orderId = 0;
    IdNumber m_next = 1;
    IdNumber m_root = 0;
    double m_hour = 0;
    int m_patches = 0;
    int m_revision = 1;
    bool m_solo = false;
    bool m_long = false;
    bool m_series = false;
    bool m_cover = false;
    bool m_rootless = false;
    bool m_ordered = false;
    bool m_applied = false;
};

} // namespace

GoldThread goldThread(quint32 number)
{
    return Maker(number).make();
}

} // namespace lb::test
