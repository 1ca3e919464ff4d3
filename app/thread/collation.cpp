// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/collation.h"

#include "mail/bodylines.h"
#include "thread/origins.h"
#include "thread/passages.h"
#include "thread/people.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>

using lb::mail::LineKind;
using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr int longestSentence = 5; ///< lines
constexpr int tellingLength = 20; ///< of a line that means something by itself
constexpr int wholeMail = std::numeric_limits<int>::max(); ///< as a line: below all that a mail says

/// Also what asks to be pulled has a heading of its own.
bool headsSection(const Subject& subject)
{
    return !subject.isReply && (subject.isPatch || subject.isRfc || subject.isPull);
}

/// A passage and where it hangs.
struct Attached {
    int mail = 0;
    int line = 0; ///< wholeMail = under the mail
    int passage = 0; ///< index into Layout::m_passages: by order of time
};

/// Puts the passages of all mails in their places and writes them down.
class Layout
{
public:
    explicit Layout(const Material& material) : m_listing(material.listing)
    {
        m_tables.reserve(material.listing.mails.size());
        for (std::size_t i = 0; i < material.listing.mails.size(); ++i)
            m_tables.emplace_back(i < material.bodies.size() ? material.bodies[i] : m_noBody);
        m_order = parentsFirst(m_listing);
        QuotedLines quoted = findOrigins(material, m_tables, m_order);
        m_result.origins = std::move(quoted.origins);
        m_inParent = std::move(quoted.inParent);
        m_open.assign(m_tables.size(), 0);
        m_head.assign(m_tables.size(), -1);
    }

    Collation run()
    {
        readPassages();
        attach();
        for (const int mail : sectionOrder()) {
            CollatedSection section{mail, static_cast<int>(m_result.blocks.size()), 0};
            write(firstPassage(mail), static_cast<int>(m_result.sections.size()));
            section.blockCount = static_cast<int>(m_result.blocks.size()) - section.firstBlock;
            m_result.sections.push_back(section);
        }
        return std::move(m_result);
    }

private:
    /// One stretch of a passage without an answer inside, and the answers to its last line.
    struct Piece {
        LineRun run;
        std::span<const Attached> answers;
    };
    /// A passage on its way into the document.
    struct Frame {
        int passage = 0;
        int depth = 0;
        int answers = -1; ///< block
        std::vector<Piece> pieces;
        std::size_t next = 0;
    };

    [[nodiscard]] const LineTable& table(int mail) const { return m_tables[static_cast<std::size_t>(mail)]; }
    [[nodiscard]] const Subject& subject(int mail) const
    {
        return m_listing.mails[static_cast<std::size_t>(mail)].subject;
    }
    [[nodiscard]] int mailOf(int passage) const { return m_passages[static_cast<std::size_t>(passage)].mail; }
    [[nodiscard]] int firstPassage(int mail) const { return m_firstPassage[static_cast<std::size_t>(mail)]; }
    [[nodiscard]] bool isSection(int mail) const
    {
        return m_listing.mails[static_cast<std::size_t>(mail)].parent < 0 || headsSection(subject(mail));
    }

    void readPassages()
    {
        QuoteUse quotes;
        for (int mail = 0; mail < m_listing.count(); ++mail) {
            m_firstPassage.push_back(static_cast<int>(m_passages.size()));
            std::vector<Passage> read
                = passagesOf(mail, m_listing, table(mail), m_result.origins[static_cast<std::size_t>(mail)],
                             isSection(mail), quotes);
            m_passages.insert(m_passages.end(), std::make_move_iterator(read.begin()),
                              std::make_move_iterator(read.end()));
        }
        m_firstPassage.push_back(static_cast<int>(m_passages.size()));
        m_result.unansweredQuotes = quotes.unanswered;
        for (const Origin& source : quotes.answered) {
            if (table(source.mail).line(source.line).kind == LineKind::Diff)
                m_quotedDiff.emplace_back(source.mail, source.line);
        }
        std::sort(m_quotedDiff.begin(), m_quotedDiff.end());
        m_quotedDiff.erase(std::unique(m_quotedDiff.begin(), m_quotedDiff.end()), m_quotedDiff.end());
    }

    /// The line under which answers to this line can stand: of what the document does not show (the "---" of
    /// a patch, signatures, attributions) the nearest line above that it does.
    [[nodiscard]] int shownLine(const Origin& anchor) const
    {
        const LineTable& lines = table(anchor.mail);
        for (int line = anchor.line; line >= 0; line = lines.previous(line)) {
            const LineKind kind = lines.line(line).kind;
            if (kind == LineKind::Own)
                return sentenceEnd(anchor.mail, line);
            if (kind == LineKind::Diff
                || (kind == LineKind::DiffStat && lines.text(line).trimmed() != "---"_L1))
                return line;
            if (kind != LineKind::DiffStat)
                break;
        }
        return wholeMail;
    }

    /// A quote that was cut in the middle of a sentence does not tear it apart: the line in which it ends.
    [[nodiscard]] int sentenceEnd(int mail, int line) const
    {
        const LineTable& lines = table(mail);
        const auto goesOn = [&](int next) {
            const auto at = static_cast<std::size_t>(next);
            return next < lines.count() && lines.line(next).kind == LineKind::Own && !lines.isBlank(next)
                && m_result.origins[static_cast<std::size_t>(mail)][at].mail == mail
                && lines.text(next).front().isLower();
        };
        for (int steps = 0; steps < longestSentence && goesOn(line + 1); ++steps) {
            if (QStringView(u".?!:;。？！：；").contains(lines.text(line).trimmed().back()))
                break;
            ++line;
        }
        return line;
    }

    void attach()
    {
        for (std::size_t i = 0; i < m_passages.size(); ++i) {
            const Origin& anchor = m_passages[i].anchor;
            if (anchor.isKnown())
                m_attached.push_back({anchor.mail, shownLine(anchor), static_cast<int>(i)});
        }
        std::sort(m_attached.begin(), m_attached.end(), [](const Attached& a, const Attached& b) {
            return std::tie(a.mail, a.line, a.passage) < std::tie(b.mail, b.line, b.passage);
        });
    }

    /// The answers attached to lines [first, last] of a mail.
    [[nodiscard]] std::span<const Attached> answersIn(int mail, int first, int last) const
    {
        const auto before
            = [](const Attached& a, std::pair<int, int> key) { return std::pair(a.mail, a.line) < key; };
        const auto begin
            = std::lower_bound(m_attached.begin(), m_attached.end(), std::pair(mail, first), before);
        const auto end = last == wholeMail
            ? std::lower_bound(begin, m_attached.end(), std::pair(mail + 1, 0), before)
            : std::lower_bound(begin, m_attached.end(), std::pair(mail, last + 1), before);
        return {begin, end};
    }

    /// Postings by revision, their patches by number; everything else where time puts it.
    [[nodiscard]] std::vector<int> sectionOrder() const
    {
        std::vector<mail::Address> senders;
        for (const ListedMail& listed : m_listing.mails)
            senders.push_back(listed.mail.from);
        const std::vector<int> person = people(senders);
        std::map<std::tuple<int, int, int>, int> heads; // person, revision, total -> first mail
        std::vector<std::tuple<int, int, int>> keys; // first mail, number, mail
        for (int mail = 0; mail < m_listing.count(); ++mail) {
            if (!isSection(mail))
                continue;
            const Subject& what = subject(mail);
            int head = mail;
            if (headsSection(what) && what.number && what.total) {
                const std::tuple key(person[static_cast<std::size_t>(mail)], what.revision, *what.total);
                head = heads.emplace(key, mail).first->second;
            }
            keys.emplace_back(head, what.number.value_or(0), mail);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<int> order;
        order.reserve(keys.size());
        for (const auto& key : keys)
            order.push_back(std::get<2>(key));
        return order;
    }

    /// Takes a run apart behind each line that somebody answers.
    void addPieces(std::vector<Piece>& pieces, int mail, const LineRun& run) const
    {
        int first = run.first;
        const bool canBeAnswered
            = run.kind == BlockKind::Own || run.kind == BlockKind::DiffStat || run.kind == BlockKind::Diff;
        std::span<const Attached> answers;
        if (canBeAnswered)
            answers = answersIn(mail, run.first, run.last);
        while (!answers.empty()) {
            const int line = answers.front().line;
            const auto end
                = std::ranges::find_if(answers, [line](const Attached& a) { return a.line != line; });
            const auto here = static_cast<std::size_t>(end - answers.begin());
            pieces.push_back({{run.kind, first, line}, answers.first(here)});
            answers = answers.subspan(here);
            first = line + 1;
        }
        if (first > run.last)
            return;
        // Nobody answers "Thanks, M.": it stays with the words above it.
        const LineRun rest{run.kind, first, run.last};
        if (first > run.first && isClosing(table(mail), std::span(&rest, 1)))
            pieces.back().run.last = run.last;
        else
            pieces.push_back({rest, {}});
    }

    /// What is quoted of the mail's diff.
    void addDiff(std::vector<Piece>& pieces, int mail) const
    {
        auto at = std::lower_bound(m_quotedDiff.begin(), m_quotedDiff.end(), std::pair(mail, 0));
        while (at != m_quotedDiff.end() && at->first == mail) {
            LineRun run{BlockKind::Diff, at->second, at->second};
            for (++at; at != m_quotedDiff.end() && at->first == mail; ++at) {
                const int before = table(mail).previous(at->second);
                if (before != run.last)
                    break;
                run.last = at->second;
            }
            addPieces(pieces, mail, run);
        }
    }

    [[nodiscard]] Frame open(int passage, int depth, int answers) const
    {
        Frame frame{passage, depth, answers, {}, 0};
        const int mail = mailOf(passage);
        for (const LineRun& run : m_passages[static_cast<std::size_t>(passage)].runs)
            addPieces(frame.pieces, mail, run);
        const bool isLast = passage + 1 == m_firstPassage[static_cast<std::size_t>(mail) + 1];
        if (!isLast)
            return frame;
        if (frame.pieces.empty() && passage == firstPassage(mail))
            frame.pieces.push_back({{BlockKind::Own, 0, -1}, {}});
        addDiff(frame.pieces, mail);
        frame.pieces.push_back({{BlockKind::Own, 0, -1}, answersIn(mail, wholeMail, wholeMail)});
        return frame;
    }

    /// Writes a passage with all that answers it, and so on: the depth of a thread must not be one of calls.
    void write(int passage, int section)
    {
        std::vector<Frame> open{this->open(passage, 0, -1)};
        while (!open.empty()) {
            Frame& now = open.back();
            if (now.next == now.pieces.size()) {
                --m_open[static_cast<std::size_t>(mailOf(now.passage))];
                open.pop_back();
                continue;
            }
            if (now.next == 0)
                ++m_open[static_cast<std::size_t>(mailOf(now.passage))];
            const std::size_t index = now.next++;
            const Piece piece = now.pieces[index];
            // The last piece of a mail's last passage only carries the answers to the whole.
            const bool isEnd = piece.run.first > piece.run.last && index > 0;
            if (!isEnd)
                writeBlock(now, piece.run, section);
            const int depth = now.depth + 1;
            const int block = answeredBlock(now, isEnd);
            for (auto answer = piece.answers.rbegin(); answer != piece.answers.rend(); ++answer)
                open.push_back(this->open(answer->passage, depth, block));
        }
    }

    /// Of a whole mail its first words stand for all.
    [[nodiscard]] int answeredBlock(const Frame& frame, bool whole) const
    {
        const int mail = mailOf(frame.passage);
        return whole ? m_head[static_cast<std::size_t>(mail)] : static_cast<int>(m_result.blocks.size()) - 1;
    }

    void writeBlock(const Frame& frame, const LineRun& run, int section)
    {
        const Passage& passage = m_passages[static_cast<std::size_t>(frame.passage)];
        CollatedBlock block{run.kind,    passage.mail,  run.first,     run.last, section,
                            frame.depth, frame.passage, frame.answers, false};
        const LineTable& lines = table(passage.mail);
        while (block.firstLine < block.lastLine && lines.isBlank(block.firstLine))
            ++block.firstLine;
        while (block.lastLine > block.firstLine && lines.isBlank(block.lastLine))
            --block.lastLine;
        block.repeats = run.kind == BlockKind::Quote && isShownAbove(passage, run);
        int& head = m_head[static_cast<std::size_t>(passage.mail)];
        if (head < 0 || m_result.blocks[static_cast<std::size_t>(head)].kind == BlockKind::Quote)
            head = static_cast<int>(m_result.blocks.size());
        m_result.blocks.push_back(block);
    }

    /// True if the quote tells nothing new: its lines stand in the mails that enclose it. Greetings and the
    /// like may be missing there.
    [[nodiscard]] bool isShownAbove(const Passage& passage, const LineRun& run) const
    {
        const auto mail = static_cast<std::size_t>(passage.mail);
        const LineTable& lines = table(passage.mail);
        bool any = false;
        for (int i = run.first; i <= run.last; ++i) {
            const auto line = static_cast<std::size_t>(i);
            const Origin& origin = m_result.origins[mail][line];
            const bool isShown = m_inParent[mail][line]
                || (origin.isKnown() && m_open[static_cast<std::size_t>(origin.mail)] > 0);
            if (!isShown && lines.length(i) >= tellingLength
                && !mail::closesAttribution(lines.text(i).trimmed()))
                return false;
            any = any || isShown;
        }
        return any && passage.anchor.isKnown();
    }

    const mail::BodyText m_noBody;
    const Listing& m_listing;
    std::vector<LineTable> m_tables;
    std::vector<int> m_order;
    std::vector<Passage> m_passages; ///< of all mails, each mail's together
    std::vector<int> m_firstPassage; ///< by mail, and one behind the last
    std::vector<Attached> m_attached;
    std::vector<std::pair<int, int>> m_quotedDiff; ///< mail, line
    std::vector<std::vector<bool>> m_inParent; ///< see QuotedLines
    std::vector<int> m_open; ///< by mail: its passages that enclose what is being written
    std::vector<int> m_head; ///< by mail: the block that stands for the mail; -1 = none so far
    Collation m_result;
};

} // namespace

Collation collate(const Material& material)
{
    return Layout(material).run();
}

} // namespace lb::thread
