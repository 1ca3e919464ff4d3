// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/people.h"
#include "thread/safetext.h"
#include "ui/conversation/conversation.h"
#include "ui/conversation/itemwriter.h"
#include "ui/mailview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <span>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using mail::LineKind;
using thread::BlockKind;
using thread::CollatedBlock;

namespace
{

constexpr qsizetype mostWholeMailText = 16 << 20; ///< characters of mails shown whole, in one thread

constexpr int fewestFolded = 2; ///< lines of a diff: the line that opens a fold takes a line, too

constexpr std::size_t mostQuoted = 14; ///< lines: longer quotes are folded
constexpr std::size_t quoteKept = 8; ///< of their lines

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::ConversationView)
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString shortTime(const mail::MailDate& date, int year)
{
    const QDateTime time
        = QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
    return time.toString(time.date().year() == year ? u"MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

int yearOf(const mail::MailDate& date)
{
    return QDateTime::fromSecsSinceEpoch(date.utc, Qt::UTC).date().year();
}

QString numbered(int number)
{
    return u"[%1]"_s.arg(number);
}

class Builder
{
public:
    Builder(const thread::Material& material, const thread::Collation& collation, const thread::Facts& facts)
        : m_material(material)
        , m_collation(collation)
        , m_facts(facts)
        , m_write(material, m_page)
        , m_wholeFold(material.bodies.size(), -1)
    {
    }

    Conversation build(const Permalinks& permalink)
    {
        takeMails(permalink);
        countWhatIsShown();
        for (int section = 0; section < static_cast<int>(m_collation.sections.size()); ++section)
            writeSection(section);
        markQuestions();
        return std::move(m_page);
    }

private:
    [[nodiscard]] const thread::ListedMail& listed(int mail) const
    {
        return m_material.listing.mails[at(mail)];
    }
    [[nodiscard]] const mail::BodyText& body(int mail) const { return m_material.bodies[at(mail)]; }
    [[nodiscard]] std::vector<PageLine> linesOf(const CollatedBlock& block) const
    {
        return m_write.lines(block.mail, block.firstLine, block.lastLine);
    }
    [[nodiscard]] LineKind kindOf(const thread::Origin& origin) const
    {
        return body(origin.mail).lines[at(origin.line)].kind;
    }

    void takeMails(const Permalinks& permalink)
    {
        const thread::Listing& listing = m_material.listing;
        m_page.thread = listing.thread;
        std::vector<mail::Address> senders;
        senders.reserve(listing.mails.size());
        for (const thread::ListedMail& mail : listing.mails)
            senders.push_back(mail.mail.from);
        const std::vector<int> people = thread::people(senders);
        for (std::size_t i = 0; i < listing.mails.size(); ++i) {
            const thread::ListedMail& mail = listing.mails[i];
            PageMail shown;
            shown.row = mail.mail.row;
            shown.number = mail.number;
            shown.parent = mail.parent;
            shown.person = people[i];
            shown.isNew = mail.isNew;
            shown.read = mail.mail.read;
            shown.sender = harmless(thread::shownName(mail.mail.from)).left(100);
            shown.time = senderTime(mail.mail.date);
            shown.permalink = permalink ? permalink(mail.mail.id) : QString();
            m_page.mails.push_back(std::move(shown));
        }
        if (!listing.mails.empty())
            m_year = yearOf(listing.mails.back().mail.date);
        for (const thread::ListedMail& mail : listing.mails)
            m_manyRevisions = m_manyRevisions || (mail.subject.isPatch && mail.subject.revision > 1);
    }

    /// A mail is offered whole if its card leaves something of it out.
    void countWhatIsShown()
    {
        std::vector<int> cards(m_material.bodies.size(), 0);
        QSet<int> seen;
        for (const CollatedBlock& block : m_collation.blocks) {
            if (isCard(block) && !seen.contains(block.card)) {
                seen.insert(block.card);
                ++cards[at(block.mail)];
            }
        }
        qsizetype text = 0;
        for (int mail = 0; mail < static_cast<int>(cards.size()); ++mail) {
            const auto& lines = body(mail).lines;
            const bool quotes = std::any_of(lines.begin(), lines.end(), [](const mail::BodyLine& line) {
                return line.kind == LineKind::Quote;
            });
            text += body(mail).text.size();
            if ((quotes || cards[at(mail)] > 1) && cards[at(mail)] > 0 && text < mostWholeMailText)
                m_wholeFold[at(mail)] = m_write.newFold(FoldKind::WholeMail, mail);
        }
    }

    [[nodiscard]] bool isCard(const CollatedBlock& block) const
    {
        return block.depth > 0 || block.mail != m_collation.sections[at(block.section)].mail;
    }

    void writeSection(int index)
    {
        const thread::CollatedSection& section = m_collation.sections[at(index)];
        m_place.section = index;
        m_place.mail = section.mail;
        m_place.depth = 0;
        m_place.card = m_place.fold = m_place.standsFor = -1;
        m_page.sections.push_back({section.mail, static_cast<int>(m_page.items.size())});
        m_page.mails[at(m_place.mail)].firstItem = static_cast<int>(m_page.items.size());
        writeHeading();
        writeHead(false, -1);
        writeChips();
        const int end = section.firstBlock + section.blockCount;
        int lastOwn = section.firstBlock; ///< block of the section's own mail
        bool quotesDiff = false;
        for (int i = section.firstBlock; i < end; ++i) {
            const CollatedBlock& block = m_collation.blocks[at(i)];
            if (isCard(block))
                continue;
            if (block.kind != BlockKind::Signature)
                lastOwn = i;
            quotesDiff = quotesDiff || block.kind == BlockKind::Diff;
        }
        int cardShown = -1;
        for (int i = section.firstBlock; i < end; ++i) {
            const CollatedBlock& block = m_collation.blocks[at(i)];
            const bool alone = isCard(block) && block.card != cardShown && m_cards.contains(block.card);
            if (alone && block.kind == BlockKind::Signature)
                continue; // below an answer it would stand for nothing
            enter(block, cardShown);
            cardShown = m_place.card;
            write(block);
            if (i == lastOwn && !isCard(block) && !quotesDiff)
                writeRest(section.mail);
        }
        m_place.mail = section.mail;
        m_place.depth = 0;
        m_place.card = m_place.standsFor = -1;
        writeRest(section.mail);
    }

    void writeHeading()
    {
        const thread::Subject& subject = listed(m_place.mail).subject;
        Words words(ItemKind::Heading);
        QString title = subject.title;
        QString part;
        if (subject.isPatch && !subject.isReply && subject.number && subject.total)
            part = u"%1/%2"_s.arg(*subject.number).arg(*subject.total);
        else if (!subject.isPatch || subject.isReply)
            title = listed(m_place.mail).mail.subject;
        if (subject.isPatch && m_manyRevisions) {
            const QString revision = u"v%1"_s.arg(subject.revision);
            part = part.isEmpty() ? revision : QString(revision + u' ' + part);
        }
        title = thread::plainLine(title);
        if (title.isEmpty())
            title = Texts::tr("(no subject)");
        words.add(part.isEmpty() ? title : QString(part + u"  "_s + title), ZoneKind::Section,
                  m_place.section);
        m_write.put(words.take());
    }

    /// The line that says who, when, which mail.
    /// `whole`: the fold that holds its mail whole, or -1.
    void writeHead(bool continued, int whole)
    {
        const PageMail& mail = m_page.mails[at(m_place.mail)];
        Words words(ItemKind::Head);
        if (continued)
            words.setContinues();
        words.add(mail.sender);
        if (continued)
            words.add(Texts::tr("continued"));
        else
            words.add(shortTime(listed(m_place.mail).mail.date, m_year));
        words.add(numbered(mail.number), ZoneKind::Mail, m_place.mail);
        if (!continued && !mail.isNew) //: A mail from before the week that is shown
            words.add(Texts::tr("earlier"));
        if (whole >= 0) //: Opens the mail as it was written, quotes and all
            words.add(Texts::tr("whole mail"), ZoneKind::Fold, whole);
        m_write.put(words.take());
    }

    void writeChips()
    {
        const thread::Subject& subject = listed(m_place.mail).subject;
        if (!subject.isPatch || subject.isReply)
            return;
        const int n = subject.number.value_or(1);
        if (n == 0 || !m_facts.series || subject.revision != m_facts.series->revision)
            return;
        Words words(ItemKind::Chips);
        for (const thread::Trailer& trailer : m_facts.trailers) {
            const bool review = trailer.kind.endsWith("-by"_L1) && trailer.appliesTo.contains(n);
            if (!review || trailer.mail < 1 || trailer.mail > static_cast<int>(m_page.mails.size()))
                continue;
            const QString who = harmless(thread::shownName(trailer.who)).left(60);
            //: A badge: what was given, and by whom ("Reviewed-by Ada Example")
            words.add(Texts::tr(" %1 %2 ").arg(trailer.kind, who), ZoneKind::Chip, trailer.mail - 1);
        }
        if (!words.isEmpty())
            m_write.put(words.take());
    }

    /// Sets what the items of a block have in common; a card that begins here gets its head.
    void enter(const CollatedBlock& block, int cardShown)
    {
        const bool card = isCard(block);
        m_place.mail = block.mail;
        m_place.depth = card ? std::max(block.depth, 1) : 0;
        m_place.card = card ? block.card : -1;
        m_place.standsFor = -1;
        if (!card)
            return;
        PageMail& mail = m_page.mails[at(m_place.mail)];
        const bool first = mail.firstItem < 0;
        if (m_place.card != cardShown) {
            if (first)
                mail.firstItem = static_cast<int>(m_page.items.size());
            const bool continued = m_cards.contains(m_place.card);
            m_cards.insert(m_place.card);
            writeHead(continued, first ? m_wholeFold[at(m_place.mail)] : -1);
            if (first && m_wholeFold[at(m_place.mail)] >= 0) {
                m_page.folds[at(m_wholeFold[at(m_place.mail)])].section = m_place.section;
                m_wholeCard.insert(m_place.card);
                m_place.fold = m_wholeFold[at(m_place.mail)];
                m_write.wholeMail();
                m_place.fold = -1;
            }
        }
        if (m_wholeCard.contains(m_place.card))
            m_place.standsFor = m_wholeFold[at(m_place.mail)];
    }

    void write(const CollatedBlock& block)
    {
        if (block.isEmpty()) {
            Item item;
            item.kind = ItemKind::Note;
            item.text = Texts::tr("This mail has no text.");
            m_write.put(std::move(item));
            return;
        }
        switch (block.kind) {
        case BlockKind::Own:
            m_write.prose(linesOf(block), false);
            break;
        case BlockKind::Quote:
            if (!block.repeats)
                writeQuote(block);
            break;
        case BlockKind::Diff:
            writeDiff(block);
            break;
        case BlockKind::DiffStat:
            writeFiles(block);
            break;
        case BlockKind::Signature:
            m_write.prose(signature(linesOf(block)), false, ItemKind::Signature);
            break;
        }
    }

    void writeQuote(const CollatedBlock& block)
    {
        const std::vector<PageLine> text = linesOf(block);
        // What is answered stands right above the answer; the beginning of a long quote can wait.
        const std::size_t hidden = text.size() > mostQuoted ? text.size() - quoteKept : 0;
        if (hidden > 0) {
            const int fold = m_place.fold;
            m_place.fold = m_write.foldLine(
                FoldKind::Quote, Texts::tr("%n more quoted line(s)", nullptr, static_cast<int>(hidden)));
            writeQuote(block.mail, std::span(text).first(hidden));
            m_place.fold = fold;
        }
        writeQuote(block.mail, std::span(text).subspan(hidden));
    }

    void writeQuote(int mail, std::span<const PageLine> text)
    {
        struct Run {
            int owner = -2; ///< -1 = not found
            bool diff = false;
            std::vector<PageLine> lines;
            std::vector<DiffLine> tones;
        } run;
        const auto flush = [this, &run] {
            if (!run.lines.empty())
                writeQuoted(run.owner, run.diff ? &run.tones : nullptr, run.lines);
            run = {};
        };
        for (const PageLine& line : text) {
            const thread::Origin origin = m_collation.origins[at(mail)][at(line.line)];
            const bool wordless = !origin.isKnown() && isWordless(line.text);
            if (origin.isKnown() && !isWordless(line.text) && kindOf(origin) == LineKind::Attribution)
                continue;
            const bool diff = origin.isKnown() && kindOf(origin) == LineKind::Diff;
            const bool changes = origin.mail != run.owner || diff != run.diff;
            if (changes && (run.lines.empty() || !wordless)) {
                flush();
                run.owner = origin.mail;
                run.diff = diff;
            }
            run.lines.push_back(line);
            run.tones.push_back(diff ? m_write.patch(origin.mail).tone(origin.line) : DiffLine::Context);
        }
        flush();
    }

    void writeQuoted(int owner, const std::vector<DiffLine>* tones, const std::vector<PageLine>& text)
    {
        const bool anyWords = std::any_of(text.begin(), text.end(),
                                          [](const PageLine& line) { return !isWordless(line.text); });
        if (!anyWords)
            return;
        Words words(ItemKind::Label);
        words.setQuoted();
        if (owner >= 0) {
            words.add(m_page.mails[at(owner)].sender);
            words.add(numbered(m_page.mails[at(owner)].number), ZoneKind::Mail, owner);
        } else {
            words.add(Texts::tr("quoted, source not found"));
        }
        m_write.put(words.take());
        if (tones != nullptr)
            m_write.diff(text, *tones, true);
        else
            m_write.prose(text, true);
    }

    void writeFiles(const CollatedBlock& block)
    {
        const std::vector<PageLine> text = linesOf(block);
        QString summary = Texts::tr("Changed files");
        for (const PageLine& line : text) {
            if (line.text.contains(" changed"_L1) && line.text.contains("file"_L1))
                summary = thread::plainLine(line.text.toString());
        }
        m_place.fold = m_write.foldLine(FoldKind::Files, summary);
        m_write.fixed(text);
        m_place.fold = -1;
    }

    /// What a reply quotes of a patch, with the way to what lies between.
    void writeDiff(const CollatedBlock& block)
    {
        PatchLines& lines = m_write.patch(block.mail);
        for (const PatchLines::Gap& gap : lines.gapsBefore(block.firstLine))
            writeGap(block.mail, gap);
        Words words(ItemKind::Label);
        const QString file = lines.fileAt(block.firstLine);
        if (!file.isEmpty() && file != m_fileShown) {
            words.add(file);
            m_write.put(words.take());
        }
        m_fileShown = file;
        m_write.diffLines(block.mail, block.firstLine, block.lastLine);
        lines.advance(block.lastLine + 1);
    }

    void writeGap(int mail, const PatchLines::Gap& gap)
    {
        if (gap.files == 0 && gap.lines <= fewestFolded) {
            m_write.diffLines(mail, gap.first, gap.last);
            return;
        }
        QString text;
        if (gap.files > 0) {
            //: Two counts of a diff that is folded away: "3 files, 120 lines"
            text = Texts::tr("Diff: %1, %2")
                       .arg(Texts::tr("%n file(s)", nullptr, gap.files),
                            Texts::tr("%n line(s)", nullptr, gap.lines));
        } else {
            text = Texts::tr("%n more line(s) of %1", nullptr, gap.lines).arg(gap.file);
        }
        m_place.fold = m_write.foldLine(FoldKind::Diff, text);
        m_write.diffLines(mail, gap.first, gap.last);
        m_place.fold = -1;
    }

    /// What is left of a patch below the last lines shown of it.
    void writeRest(int mail)
    {
        for (const PatchLines::Gap& gap :
             m_write.patch(mail).gapsBefore(static_cast<int>(body(mail).lines.size())))
            writeGap(mail, gap);
        m_write.patch(mail).advance(static_cast<int>(body(mail).lines.size()));
        m_fileShown.clear();
    }

    void markQuestions()
    {
        const QList<thread::Statement> questions = m_facts.openQuestions();
        for (const thread::Statement& question : questions) {
            constexpr qsizetype compared = 60; // enough to tell it, and before any shortening
            const QString words = question.quote.simplified().left(compared);
            for (Item& item : m_page.items) {
                if (m_page.mails[at(item.mail)].number != question.mail || item.quoted || item.isQuestion
                    || item.kind != ItemKind::Prose || item.fold >= 0)
                    continue;
                QString text = item.text;
                if (text.replace(QChar(QChar::LineSeparator), u' ').simplified().contains(words)) {
                    item.isQuestion = true;
                    break;
                }
            }
        }
    }

    const thread::Material& m_material;
    const thread::Collation& m_collation;
    const thread::Facts& m_facts;
    Conversation m_page;
    ItemWriter m_write;
    ItemWriter::Place& m_place = m_write.place;
    std::vector<int> m_wholeFold; ///< by mail
    QSet<int> m_cards; ///< that have their head
    QSet<int> m_wholeCard; ///< that hold their mail whole
    QString m_fileShown; ///< the file that the last lines of a diff belong to
    int m_year = 0;
    bool m_manyRevisions = false;
};

} // namespace

Conversation buildConversation(const thread::Material& material, const thread::Collation& collation,
                               const thread::Facts& facts, const Permalinks& permalink)
{
    return Builder(material, collation, facts).build(permalink);
}

} // namespace lb::ui
