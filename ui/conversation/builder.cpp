// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/people.h"
#include "thread/safetext.h"
#include "ui/conversation/conversation.h"
#include "ui/conversation/patchlines.h"
#include "ui/conversation/prose.h"
#include "ui/mailview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QSet>

#include <algorithm>

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

/// Writes an item's text part by part, with its zones.
class Words
{
public:
    void add(const QString& text)
    {
        part();
        m_item.text += text;
    }
    void add(const QString& text, ZoneKind kind, int target)
    {
        part();
        m_item.zones.push_back(
            {static_cast<int>(m_item.text.size()), static_cast<int>(text.size()), kind, target});
        m_item.text += text;
    }
    Item m_item;

private:
    void part()
    {
        if (!m_item.text.isEmpty())
            m_item.text += m_item.kind == ItemKind::Chips ? u"   "_s : u"  ·  "_s;
    }
};

class Builder
{
public:
    Builder(const thread::Material& material, const thread::Collation& collation, const thread::Facts& facts)
        : m_material(material)
        , m_collation(collation)
        , m_facts(facts)
        , m_patches(material.bodies.size())
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
                m_wholeFold[at(mail)] = newFold(FoldKind::WholeMail, mail, 0);
        }
    }

    int newFold(FoldKind kind, int mail, int section)
    {
        m_page.folds.push_back({kind, mail, section});
        return static_cast<int>(m_page.folds.size()) - 1;
    }

    [[nodiscard]] bool isCard(const CollatedBlock& block) const
    {
        return block.depth > 0 || block.mail != m_collation.sections[at(block.section)].mail;
    }

    Item& put(Item item)
    {
        item.section = m_section;
        item.mail = m_mail;
        item.depth = m_depth;
        item.card = m_card;
        if (item.fold < 0)
            item.fold = m_fold;
        item.standsFor = m_standsFor;
        m_page.items.push_back(std::move(item));
        return m_page.items.back();
    }

    void writeSection(int index)
    {
        const thread::CollatedSection& section = m_collation.sections[at(index)];
        m_section = index;
        m_mail = section.mail;
        m_depth = 0;
        m_card = m_fold = m_standsFor = -1;
        m_page.sections.push_back({section.mail, static_cast<int>(m_page.items.size())});
        m_page.mails[at(m_mail)].firstItem = static_cast<int>(m_page.items.size());
        writeHeading();
        writeHead(false);
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
            enter(block, cardShown);
            cardShown = m_card;
            write(block);
            if (i == lastOwn && !isCard(block) && !quotesDiff)
                writeRest(section.mail);
        }
        m_mail = section.mail;
        m_depth = 0;
        m_card = m_standsFor = -1;
        writeRest(section.mail);
    }

    void writeHeading()
    {
        const thread::Subject& subject = listed(m_mail).subject;
        Words words;
        words.m_item.kind = ItemKind::Heading;
        QString title = subject.title;
        QString part;
        if (subject.isPatch && !subject.isReply && subject.number && subject.total)
            part = u"%1/%2"_s.arg(*subject.number).arg(*subject.total);
        else if (!subject.isPatch || subject.isReply)
            title = listed(m_mail).mail.subject;
        if (subject.isPatch && m_manyRevisions) {
            const QString revision = u"v%1"_s.arg(subject.revision);
            part = part.isEmpty() ? revision : QString(revision + u' ' + part);
        }
        title = thread::plainLine(title);
        if (title.isEmpty())
            title = Texts::tr("(no subject)");
        words.add(part.isEmpty() ? title : QString(part + u"  "_s + title), ZoneKind::Section, m_section);
        put(std::move(words.m_item));
    }

    /// The line that says who, when, which mail.
    void writeHead(bool continued)
    {
        const PageMail& mail = m_page.mails[at(m_mail)];
        Words words;
        words.m_item.kind = ItemKind::Head;
        words.m_item.continues = continued;
        words.add(mail.sender);
        if (continued)
            words.add(Texts::tr("continued"));
        else
            words.add(shortTime(listed(m_mail).mail.date, m_year));
        words.add(numbered(mail.number), ZoneKind::Mail, m_mail);
        if (!continued && !mail.isNew) //: A mail from before the week that is shown
            words.add(Texts::tr("earlier"));
        const int whole = m_wholeFold[at(m_mail)];
        if (whole >= 0 && m_card >= 0 && !continued) //: Opens the mail as it was written, quotes and all
            words.add(Texts::tr("whole mail"), ZoneKind::Fold, whole);
        put(std::move(words.m_item));
    }

    void writeChips()
    {
        const thread::Subject& subject = listed(m_mail).subject;
        if (!subject.isPatch || subject.isReply)
            return;
        const int n = subject.number.value_or(1);
        if (n == 0 || !m_facts.series || subject.revision != m_facts.series->revision)
            return;
        Words words;
        words.m_item.kind = ItemKind::Chips;
        for (const thread::Trailer& trailer : m_facts.trailers) {
            const bool review = trailer.kind.endsWith("-by"_L1) && trailer.appliesTo.contains(n);
            if (!review || trailer.mail < 1 || trailer.mail > static_cast<int>(m_page.mails.size()))
                continue;
            const QString who = harmless(thread::shownName(trailer.who)).left(60);
            //: A badge: what was given, and by whom ("Reviewed-by Ada Example")
            words.add(Texts::tr(" %1 %2 ").arg(trailer.kind, who), ZoneKind::Chip, trailer.mail - 1);
        }
        if (!words.m_item.text.isEmpty())
            put(std::move(words.m_item));
    }

    /// Sets what the items of a block have in common; a card that begins here gets its head.
    void enter(const CollatedBlock& block, int cardShown)
    {
        const bool card = isCard(block);
        m_mail = block.mail;
        m_depth = card ? std::max(block.depth, 1) : 0;
        m_card = card ? block.card : -1;
        m_standsFor = -1;
        if (!card)
            return;
        PageMail& mail = m_page.mails[at(m_mail)];
        const bool first = mail.firstItem < 0;
        if (m_card != cardShown) {
            if (first)
                mail.firstItem = static_cast<int>(m_page.items.size());
            const bool continued = m_cards.contains(m_card);
            m_cards.insert(m_card);
            writeHead(continued);
            if (first && m_wholeFold[at(m_mail)] >= 0) {
                m_page.folds[at(m_wholeFold[at(m_mail)])].section = m_section;
                m_wholeCard.insert(m_card);
                m_fold = m_wholeFold[at(m_mail)];
                writeWhole();
                m_fold = -1;
            }
        }
        if (m_wholeCard.contains(m_card))
            m_standsFor = m_wholeFold[at(m_mail)];
    }

    void write(const CollatedBlock& block)
    {
        if (block.isEmpty()) {
            Item item;
            item.kind = ItemKind::Note;
            item.text = Texts::tr("This mail has no text.");
            put(std::move(item));
            return;
        }
        switch (block.kind) {
        case BlockKind::Own:
            writeProse(lines(block.mail, block.firstLine, block.lastLine), false, ItemKind::Prose);
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
            if (!patch(block.mail).hasDiff()) // of a patch it is the version of git
                writeProse(lines(block.mail, block.firstLine, block.lastLine), false, ItemKind::Signature);
            break;
        }
    }

    /// Lines without the attributions: who is quoted is said by the page.
    [[nodiscard]] std::vector<PageLine> lines(int mail, int first, int last) const
    {
        std::vector<PageLine> shown;
        const mail::BodyText& text = body(mail);
        last = std::min(last, static_cast<int>(text.lines.size()) - 1);
        for (int line = std::max(first, 0); line <= last; ++line) {
            const mail::BodyLine& at = text.lines[ui::at(line)];
            if (at.kind != LineKind::Attribution)
                shown.push_back({text.line(at), line});
        }
        return shown;
    }

    void put(Paragraph& paragraph, ItemKind kind, bool quoted)
    {
        Item item;
        item.kind = paragraph.fixed && kind == ItemKind::Prose ? ItemKind::Fixed : kind;
        item.quoted = quoted;
        item.continues = paragraph.continues;
        item.line = paragraph.line;
        item.text = std::move(paragraph.text);
        item.joins = std::move(paragraph.joins);
        item.zones = linksIn(item.text);
        put(std::move(item));
    }

    void writeProse(const std::vector<PageLine>& text, bool quoted, ItemKind kind)
    {
        std::vector<Paragraph> made = paragraphs(text);
        for (Paragraph& paragraph : made)
            put(paragraph, kind, quoted);
    }

    /// A mail as it was written.
    void writeWhole()
    {
        const mail::BodyText& text = body(m_mail);
        const int count = static_cast<int>(text.lines.size());
        int from = 0;
        while (from < count) {
            const LineKind kind = text.lines[at(from)].kind;
            const int depth = text.lines[at(from)].depth;
            int end = from + 1;
            while (end < count && text.lines[at(end)].kind == kind && text.lines[at(end)].depth == depth)
                ++end;
            if (kind == LineKind::Diff || kind == LineKind::DiffStat)
                writeDiffLines(m_mail, from, end - 1);
            else if (kind == LineKind::Signature)
                writeProse(lines(m_mail, from, end - 1), false, ItemKind::Signature);
            else if (kind != LineKind::Attribution)
                writeProse(lines(m_mail, from, end - 1), depth > 0, ItemKind::Prose);
            from = end;
        }
    }

    void writeQuote(const CollatedBlock& block)
    {
        const std::vector<thread::Origin>& origins = m_collation.origins[at(block.mail)];
        const std::vector<PageLine> text = lines(block.mail, block.firstLine, block.lastLine);
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
            const thread::Origin origin = origins[at(line.line)];
            const bool blank = line.text.trimmed().isEmpty();
            if (!blank && origin.isKnown() && kindOf(origin) == LineKind::Attribution)
                continue;
            const bool diff = origin.isKnown() && kindOf(origin) == LineKind::Diff;
            if ((!blank || run.lines.empty()) && (origin.mail != run.owner || diff != run.diff)) {
                flush();
                run.owner = origin.mail;
                run.diff = diff;
            }
            run.lines.push_back(line);
            run.tones.push_back(diff ? patch(origin.mail).tone(origin.line) : DiffLine::Context);
        }
        flush();
    }

    void writeQuoted(int owner, const std::vector<DiffLine>* tones, const std::vector<PageLine>& text)
    {
        if (std::all_of(text.begin(), text.end(),
                        [](const PageLine& line) { return line.text.trimmed().isEmpty(); }))
            return;
        Words words;
        words.m_item.kind = ItemKind::Label;
        words.m_item.quoted = true;
        if (owner >= 0) {
            words.add(m_page.mails[at(owner)].sender);
            words.add(numbered(m_page.mails[at(owner)].number), ZoneKind::Mail, owner);
        } else {
            words.add(Texts::tr("quoted, source not found"));
        }
        put(std::move(words.m_item));
        if (tones != nullptr)
            writeToned(text, *tones, true);
        else
            writeProse(text, true, ItemKind::Prose);
    }

    [[nodiscard]] PatchLines& patch(int mail)
    {
        if (!m_patches[at(mail)])
            m_patches[at(mail)] = std::make_unique<PatchLines>(body(mail));
        return *m_patches[at(mail)];
    }

    void writeToned(const std::vector<PageLine>& text, const std::vector<DiffLine>& tones, bool quoted)
    {
        std::vector<Paragraph> made = verbatim(text);
        std::size_t next = 0;
        for (Paragraph& paragraph : made) {
            const qsizetype count = paragraph.text.count(QChar(QChar::LineSeparator)) + 1;
            put(paragraph, ItemKind::Diff, quoted);
            Item& item = m_page.items.back();
            for (qsizetype i = 0; i < count; ++i)
                item.tones.push_back(next < tones.size() ? tones[next++] : DiffLine::Context);
        }
    }

    void writeDiffLines(int mail, int first, int last)
    {
        std::vector<PageLine> text;
        std::vector<DiffLine> tones;
        for (const PageLine& line : lines(mail, first, last)) {
            text.push_back(line);
            tones.push_back(patch(mail).tone(line.line));
        }
        writeToned(text, tones, false);
    }

    void writeFiles(const CollatedBlock& block)
    {
        const std::vector<PageLine> text = lines(block.mail, block.firstLine, block.lastLine);
        QString summary = Texts::tr("Changed files");
        for (const PageLine& line : text) {
            if (line.text.contains(" changed"_L1) && line.text.contains("file"_L1))
                summary = thread::plainLine(line.text.toString());
        }
        const int fold = writeFold(FoldKind::Files, summary);
        std::vector<Paragraph> made = verbatim(text);
        for (Paragraph& paragraph : made) {
            put(paragraph, ItemKind::Fixed, false);
            m_page.items.back().fold = fold;
        }
    }

    int writeFold(FoldKind kind, const QString& text)
    {
        const int fold = newFold(kind, m_mail, m_section);
        Words words;
        words.m_item.kind = ItemKind::Fold;
        words.add(text, ZoneKind::Fold, fold);
        put(std::move(words.m_item));
        return fold;
    }

    /// What a reply quotes of a patch, with the way to what lies between.
    void writeDiff(const CollatedBlock& block)
    {
        PatchLines& lines = patch(block.mail);
        for (const PatchLines::Gap& gap : lines.gapsBefore(block.firstLine))
            writeGap(block.mail, gap);
        Words words;
        words.m_item.kind = ItemKind::Label;
        const QString file = lines.fileAt(block.firstLine);
        if (!file.isEmpty() && file != m_fileShown) {
            words.add(file);
            put(std::move(words.m_item));
        }
        m_fileShown = file;
        writeDiffLines(block.mail, block.firstLine, block.lastLine);
        lines.advance(block.lastLine + 1);
    }

    void writeGap(int mail, const PatchLines::Gap& gap)
    {
        if (gap.files == 0 && gap.lines <= fewestFolded) {
            writeDiffLines(mail, gap.first, gap.last);
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
        m_fold = -1;
        const int fold = writeFold(FoldKind::Diff, text);
        m_fold = fold;
        writeDiffLines(mail, gap.first, gap.last);
        m_fold = -1;
    }

    /// What is left of a patch below the last lines shown of it.
    void writeRest(int mail)
    {
        for (const PatchLines::Gap& gap : patch(mail).gapsBefore(static_cast<int>(body(mail).lines.size())))
            writeGap(mail, gap);
        patch(mail).advance(static_cast<int>(body(mail).lines.size()));
        m_fileShown.clear();
    }

    void markQuestions()
    {
        for (const thread::Statement& question : m_facts.openQuestions) {
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
    std::vector<std::unique_ptr<PatchLines>> m_patches; ///< made for the mails that need it
    std::vector<int> m_wholeFold; ///< by mail
    QSet<int> m_cards; ///< that have their head
    QSet<int> m_wholeCard; ///< that hold their mail whole
    QString m_fileShown; ///< the file that the last lines of a diff belong to
    int m_year = 0;
    bool m_manyRevisions = false;
    // What the next item belongs to.
    int m_section = 0;
    int m_mail = 0;
    int m_depth = 0;
    int m_card = -1;
    int m_fold = -1;
    int m_standsFor = -1;
};

} // namespace

Conversation buildConversation(const thread::Material& material, const thread::Collation& collation,
                               const thread::Facts& facts, const Permalinks& permalink)
{
    return Builder(material, collation, facts).build(permalink);
}

} // namespace lb::ui
