// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/collationcheck.h"

#include "mail/bodylines.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using lb::mail::LineKind;
using lb::thread::BlockKind;
using lb::thread::CollatedBlock;
using lb::thread::Collation;
using lb::thread::Material;
using lb::thread::Origin;

namespace lb::test
{

namespace
{

constexpr int wrappedLines = 40; ///< a quote wrapped anew reaches over no more lines of its source

QString textOf(const Material& material, int mail, int line)
{
    const mail::BodyText& body = material.bodies[static_cast<std::size_t>(mail)];
    return body.line(body.lines[static_cast<std::size_t>(line)]).toString().simplified();
}

class Checker
{
public:
    Checker(const Material& material, const Collation& collation)
        : m_material(material), m_collation(collation)
    {
    }

    CollationCheck run()
    {
        countLines();
        checkBlocks();
        for (int mail = 0; mail < m_material.listing.count(); ++mail) {
            checkLines(mail);
            checkOrigins(mail);
        }
        return m_result;
    }

private:
    [[nodiscard]] const mail::BodyText& body(int mail) const
    {
        return m_material.bodies[static_cast<std::size_t>(mail)];
    }
    [[nodiscard]] const Origin& origin(int mail, int line) const
    {
        return m_collation.origins[static_cast<std::size_t>(mail)][static_cast<std::size_t>(line)];
    }
    [[nodiscard]] QByteArray id(int mail) const
    {
        return m_material.listing.mails[static_cast<std::size_t>(mail)].mail.id.bytes;
    }

    void note(int& count, int mail, int line, const char* what)
    {
        ++count;
        if (m_result.firstProblem.isEmpty())
            m_result.firstProblem = QString::fromLatin1(what) + u" in line %1 of <"_s.arg(line)
                + QString::fromLatin1(id(mail)) + u">: "_s
                + (line >= 0 ? textOf(m_material, mail, line) : QString());
    }

    void countLines()
    {
        for (const mail::BodyText& each : m_material.bodies)
            m_seen.emplace_back(each.lines.size(), 0);
        m_blocks.assign(m_material.bodies.size(), 0);
        for (const CollatedBlock& block : m_collation.blocks) {
            ++m_blocks[static_cast<std::size_t>(block.mail)];
            for (int line = block.firstLine; line <= block.lastLine; ++line)
                ++m_seen[static_cast<std::size_t>(block.mail)][static_cast<std::size_t>(line)];
        }
    }

    void checkBlocks()
    {
        for (int i = 0; i < static_cast<int>(m_collation.blocks.size()); ++i) {
            const CollatedBlock& block = m_collation.blocks[static_cast<std::size_t>(i)];
            if (block.answers >= i || (block.depth > 0) != (block.answers >= 0))
                note(m_result.misplacedBlocks, block.mail, block.firstLine, "misplaced block");
        }
    }

    void checkLines(int mail)
    {
        ++m_result.mails;
        if (m_blocks[static_cast<std::size_t>(mail)] == 0)
            note(m_result.mailsWithoutBlock, mail, -1, "no block");
        const mail::BodyText& text = body(mail);
        for (int line = 0; line < static_cast<int>(text.lines.size()); ++line) {
            const mail::BodyLine& one = text.lines[static_cast<std::size_t>(line)];
            const QStringView words = text.line(one).trimmed();
            if (words.isEmpty())
                continue;
            const int times = m_seen[static_cast<std::size_t>(mail)][static_cast<std::size_t>(line)];
            if (times > 1)
                note(m_result.doubledLines, mail, line, "line shown twice");
            const bool isNote = one.kind == LineKind::DiffStat && words != "---"_L1
                && !mail::isDiffStatLine(text.line(one));
            if ((one.kind != LineKind::Own && !isNote) || origin(mail, line).mail != mail)
                continue;
            ++m_result.ownLines;
            if (times == 0)
                note(m_result.lostOwnLines, mail, line, "own line lost");
        }
    }

    [[nodiscard]] bool isComplete(int mail) const
    {
        for (int steps = 0; steps <= m_material.listing.count(); ++steps) {
            const thread::ListedMail& listed = m_material.listing.mails[static_cast<std::size_t>(mail)];
            if (listed.parent < 0)
                return listed.parentId == 0;
            mail = listed.parent;
        }
        return false;
    }

    void checkOrigins(int mail)
    {
        const bool complete = isComplete(mail);
        const mail::BodyText& text = body(mail);
        for (int line = 0; line < static_cast<int>(text.lines.size()); ++line) {
            const Origin& from = origin(mail, line);
            const QString words = textOf(m_material, mail, line);
            const bool isQuote = text.lines[static_cast<std::size_t>(line)].kind == LineKind::Quote;
            if (isQuote && complete && words.size() >= 20) {
                ++m_result.quotes;
                m_result.attributed += from.isKnown() ? 1 : 0;
                m_result.inParent += from.isKnown()
                        && from.mail == m_material.listing.mails[static_cast<std::size_t>(mail)].parent
                    ? 1
                    : 0;
            }
            if (!from.isKnown() || (from.mail == mail && from.line == line))
                continue;
            if (from.mail == mail)
                note(m_result.lateOrigins, mail, line, "quotes itself");
            else if (!isTrue(words, from))
                note(m_result.falseOrigins, mail, line, "false origin");
        }
    }

    /// The words stand in the line named or, wrapped anew, begin in it and go on in the next ones.
    [[nodiscard]] bool isTrue(const QString& words, const Origin& from) const
    {
        if (textOf(m_material, from.mail, from.line) == words)
            return true;
        const QString first = textOf(m_material, from.mail, from.line);
        QString run = first;
        const int count = static_cast<int>(body(from.mail).lines.size());
        for (int line = from.line + 1; line < count && line < from.line + wrappedLines; ++line)
            run += u' ' + textOf(m_material, from.mail, line);
        const qsizetype at = QString(u' ' + run.simplified() + u' ').indexOf(QString(u' ' + words + u' '));
        return at >= 0 && at <= first.size();
    }

    const Material& m_material;
    const Collation& m_collation;
    CollationCheck m_result;
    std::vector<std::vector<int>> m_seen; ///< blocks that hold the line
    std::vector<int> m_blocks; ///< of each mail
};

} // namespace

CollationCheck& CollationCheck::operator+=(const CollationCheck& other)
{
    mails += other.mails;
    ownLines += other.ownLines;
    lostOwnLines += other.lostOwnLines;
    doubledLines += other.doubledLines;
    mailsWithoutBlock += other.mailsWithoutBlock;
    misplacedBlocks += other.misplacedBlocks;
    falseOrigins += other.falseOrigins;
    lateOrigins += other.lateOrigins;
    quotes += other.quotes;
    attributed += other.attributed;
    inParent += other.inParent;
    if (firstProblem.isEmpty())
        firstProblem = other.firstProblem;
    return *this;
}

CollationCheck check(const thread::Material& material, const thread::Collation& collation)
{
    return Checker(material, collation).run();
}

} // namespace lb::test
