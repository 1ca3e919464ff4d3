// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"
#include "thread/facts.h"
#include "thread/ownwords.h"

#include <optional>
#include <span>
#include <vector>

namespace lb::thread
{

/// What the detectors of statements look at, mail by mail.
struct Reading {
    explicit Reading(const Material& material);

    const Material& material;
    std::vector<std::vector<Paragraph>> paragraphs; ///< of each mail
    std::vector<int> person; ///< number of each mail's sender, see people()
    std::vector<bool> bot; ///< sent by a program
    std::vector<int> posting; ///< see postingAbove()

    [[nodiscard]] int count() const { return material.listing.count(); }
    [[nodiscard]] const ListedMail& mail(int index) const
    {
        return material.listing.mails[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const mail::BodyText& body(int index) const;
    [[nodiscard]] int personOf(int index) const { return person[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool isBot(int index) const { return bot[static_cast<std::size_t>(index)]; }
    /// The mail itself or its nearest listed ancestor that posts a patch or a cover letter; -1 = none.
    [[nodiscard]] int postingAbove(int index) const { return posting[static_cast<std::size_t>(index)]; }
};

/// True for the address of a program: lkp, syzbot, patchwork-bot, a CI.
[[nodiscard]] bool isBotAddress(const mail::Address& address);

/// True for a mail that posts a patch or a cover letter.
[[nodiscard]] bool isPosting(const ListedMail& mail);

/// "Applied to next, thanks!" and the like: what the mail's sender says happened, quoted; nothing when in
/// doubt.
[[nodiscard]] std::optional<AppliedStatement> appliedStatement(const Reading& reading, int index);

/// A program's report that a build, a boot or a test passed or failed; nothing if it says neither.
[[nodiscard]] std::optional<BotReport> botReport(const Reading& reading, int index);

/// The sentences by which somebody refuses what was posted: few and plain words, anything weaker is a
/// comment. None of the author's own (`author` is a person's number, -1 = unknown). At most 5.
[[nodiscard]] QList<Statement> objectionsIn(const Reading& reading, int index, int author);

/// What of a thread makes its questions moot.
struct Answering {
    const Collation& collation;
    int newestPosting = 0; ///< index: what was asked before was asked of an older revision
    int settled = -1; ///< index of the mail that says all was applied; -1 = none
};

/// Questions with whom they are put to and what became of them: a later mail by somebody else answers one
/// when it quotes a line of it (Collation::origins) and says something below. At most 200.
[[nodiscard]] QList<Question> questionsIn(const Reading& reading, const Answering& answering);

/// establishFacts() for who has read and collated the thread already.
[[nodiscard]] Facts establishFacts(const Reading& reading, const Collation& collation);

inline constexpr qsizetype maxQuote = 300;

} // namespace lb::thread
