// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/passages.h"

#include "thread/ownwords.h"

#include <algorithm>

using lb::mail::LineKind;
using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr int longestCourtesy = 4; ///< lines

/// What a line is to the document.
enum class Role { Blank, Prose, Quote, FileList, Signature, Skipped };

/// "[...]", "<snip>", "...": what a sender leaves where he cut a quote.
bool isCutMark(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 24)
        return false;
    const bool onlyMarks = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'.' || c == u'…' || c == u'[' || c == u']' || c == u'-' || c == u' ' || c == u'<'
            || c == u'>';
    });
    return (onlyMarks && (text.contains(u".."_s) || text.contains(u'…')))
        || text.contains("snip"_L1, Qt::CaseInsensitive) || text == "[trimmed]"_L1;
}

/// The sender's own lines in the runs, if they are no more than a courtesy takes; else none.
std::vector<QString> fewWords(const LineTable& lines, std::span<const LineRun> runs)
{
    std::vector<QString> text;
    for (const LineRun& run : runs) {
        if (run.kind == BlockKind::DiffStat)
            return {};
        for (int i = run.first; run.kind == BlockKind::Own && i <= run.last; ++i) {
            if (lines.isBlank(i))
                continue;
            if (text.size() >= longestCourtesy)
                return {};
            text.push_back(lines.text(i).left(200).toString().simplified());
        }
    }
    return text;
}

class PassageReader
{
public:
    PassageReader(int mail, const LineTable& lines, const std::vector<Origin>& origins, Origin whole,
                  QuoteUse& quotes)
        : m_mail(mail), m_lines(lines), m_origins(origins), m_whole(whole), m_quotes(quotes)
    {
    }

    std::vector<Passage> read()
    {
        for (int i = 0; i < m_lines.count(); ++i)
            take(i, roleOf(i));
        dropQuote();
        joinCourtesy();
        for (const Passage& passage : m_passages) {
            const std::vector<Origin> sources = quoted(passage.runs);
            m_quotes.answered.insert(m_quotes.answered.end(), sources.begin(), sources.end());
        }
        return std::move(m_passages);
    }

private:
    [[nodiscard]] bool isSection() const { return !m_whole.isKnown(); }
    [[nodiscard]] const Origin& origin(int line) const { return m_origins[static_cast<std::size_t>(line)]; }

    [[nodiscard]] Role roleOf(int line) const
    {
        const LineKind kind = m_lines.line(line).kind;
        if (kind == LineKind::Quote || origin(line).mail != m_mail) // the latter was broken out of a quote
            return m_lines.isBlank(line) ? Role::Blank : Role::Quote;
        if (kind == LineKind::Signature)
            return Role::Signature;
        if (kind == LineKind::Attribution || kind == LineKind::Diff)
            return Role::Skipped;
        if (m_lines.isBlank(line))
            return Role::Blank;
        if (isProse(m_lines.body(), m_lines.line(line)))
            return Role::Prose;
        return m_lines.text(line).trimmed() == "---"_L1 ? Role::Skipped : Role::FileList;
    }

    void take(int line, Role role)
    {
        switch (role) {
        case Role::Blank:
        case Role::Skipped:
            break;
        case Role::Quote:
            m_open = false;
            extend(m_pending, BlockKind::Quote, line);
            break;
        case Role::Prose:
            // A cut in the middle of a quote belongs to it.
            if (!m_pending.empty() && isCutMark(m_lines.text(line)) && quoteFollows(line))
                extend(m_pending, BlockKind::Own, line);
            else
                add(BlockKind::Own, line);
            break;
        case Role::FileList:
            add(BlockKind::DiffStat, line);
            break;
        case Role::Signature:
            add(BlockKind::Signature, line);
            break;
        }
    }

    [[nodiscard]] bool quoteFollows(int line) const
    {
        const int next = m_lines.next(line);
        return next >= 0 && roleOf(next) == Role::Quote;
    }

    /// Runs go on over blank lines, not over anything else.
    void extend(std::vector<LineRun>& runs, BlockKind kind, int line) const
    {
        if (!runs.empty() && runs.back().kind == kind && runs.back().last == m_lines.previous(line))
            runs.back().last = line;
        else
            runs.push_back({kind, line, line});
    }

    void add(BlockKind kind, int line)
    {
        if (!m_open)
            open(kind == BlockKind::Signature);
        extend(m_passages.back().runs, kind, line);
    }

    void open(bool isSignature)
    {
        m_open = true;
        if (isSignature) {
            dropQuote();
            if (m_passages.empty())
                m_passages.push_back({m_mail, {}, m_whole});
            return;
        }
        const Origin anchor = answered();
        if (m_passages.empty() || (!isSection() && anchor.isKnown()))
            m_passages.push_back({m_mail, {}, isSection() || !anchor.isKnown() ? m_whole : anchor});
        std::vector<LineRun>& runs = m_passages.back().runs;
        runs.insert(runs.end(), m_pending.begin(), m_pending.end());
        m_pending.clear();
    }

    /// The last line of the quote in hand whose origin is known.
    [[nodiscard]] Origin answered() const
    {
        const std::vector<Origin> sources = quoted(m_pending);
        return sources.empty() ? Origin() : sources.back();
    }

    /// The known origins of all lines in the quotes among the runs.
    [[nodiscard]] std::vector<Origin> quoted(const std::vector<LineRun>& runs) const
    {
        std::vector<Origin> sources;
        for (const LineRun& run : runs) {
            for (int i = run.first; run.kind == BlockKind::Quote && i <= run.last; ++i) {
                if (roleOf(i) == Role::Quote && origin(i).isKnown())
                    sources.push_back(origin(i));
            }
        }
        return sources;
    }

    /// Nobody answers the quote in hand. The marks where its sender cut it are his words all the same.
    void dropQuote()
    {
        for (const LineRun& run : m_pending) {
            if (run.kind == BlockKind::Quote) {
                countUnanswered(run);
                continue;
            }
            if (m_passages.empty())
                m_passages.push_back({m_mail, {}, m_whole});
            m_passages.back().runs.push_back(run);
        }
        m_pending.clear();
    }

    void countUnanswered(const LineRun& quote)
    {
        for (int i = quote.first; i <= quote.last; ++i)
            m_quotes.unanswered += roleOf(i) == Role::Quote ? 1 : 0;
    }

    /// "Hi Marc," says nothing by itself, nor does "Thanks, M."
    void joinCourtesy()
    {
        if (m_passages.size() < 2)
            return;
        if (isClosing(m_lines, m_passages.back().runs)) {
            const std::vector<LineRun> runs = std::move(m_passages.back().runs);
            m_passages.pop_back();
            for (const LineRun& run : runs) {
                if (run.kind == BlockKind::Quote)
                    countUnanswered(run);
                else
                    m_passages.back().runs.push_back(run);
            }
        }
        if (m_passages.size() < 2 || m_passages.front().anchor != m_whole)
            return;
        const std::vector<QString> first = fewWords(m_lines, m_passages.front().runs);
        if (!first.empty() && std::all_of(first.begin(), first.end(), isCourtesy)) {
            const std::vector<LineRun> runs = std::move(m_passages.front().runs);
            m_passages.erase(m_passages.begin());
            std::vector<LineRun>& next = m_passages.front().runs;
            next.insert(next.begin(), runs.begin(), runs.end());
        }
    }

    const int m_mail;
    const LineTable& m_lines;
    const std::vector<Origin>& m_origins;
    const Origin m_whole; ///< what a passage answers that quotes nothing known
    QuoteUse& m_quotes;

    std::vector<Passage> m_passages;
    std::vector<LineRun> m_pending; ///< quotes read but not answered so far, and cut marks in them
    bool m_open = false; ///< own lines go to the last passage
};

} // namespace

bool isClosing(const LineTable& lines, std::span<const LineRun> runs)
{
    const std::vector<QString> words = fewWords(lines, runs);
    // "Thanks!" by itself may answer something.
    const bool signsOff = words.size() > 1 || (!words.empty() && words.front().endsWith(u','));
    return signsOff && isCourtesy(words.front())
        && std::all_of(words.begin(), words.end(),
                       [](const QString& line) { return line.size() <= 40 && !line.endsWith(u'?'); });
}

std::vector<Passage> passagesOf(int mail, const Listing& listing, const LineTable& lines,
                                const std::vector<Origin>& origins, bool isSection, QuoteUse& quotes)
{
    const Origin whole{isSection ? -1 : listing.mails[static_cast<std::size_t>(mail)].parent, -1};
    std::vector<Passage> passages = PassageReader(mail, lines, origins, whole, quotes).read();
    if (passages.empty())
        passages.push_back({mail, {}, whole});
    return passages;
}

} // namespace lb::thread
