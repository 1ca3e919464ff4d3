// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// "Applied to next, thanks!" and the like: what the mail's sender says happened, quoted; nothing when in
/// doubt.
[[nodiscard]] std::optional<Statement> appliedStatement(const Reading& reading, int index);

/// The patches that a note of thanks lists as applied ("[1/7] title"); empty if it lists none.
[[nodiscard]] QList<int> appliedPatches(const Reading& reading, int index);

/// A program's report that a build, a boot or a test failed.
[[nodiscard]] bool isBotFailure(const Reading& reading, int index);

/// Questions that no later mail quotes. At most 50.
[[nodiscard]] QList<Statement> openQuestions(const Reading& reading);

inline constexpr qsizetype maxQuote = 300;

} // namespace lb::thread
