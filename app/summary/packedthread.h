// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/mailtext.h"

#include <limits>

namespace lb::summary
{

/// What a mail says in one place of the collated thread.
struct PackedCard {
    int mail = 0; ///< index into PackedThread::mails
    int answers = 0; ///< number of the mail whose lines it answers; 0 = it heads a section
    bool continues = false; ///< the mail has had the word before
    std::size_t firstLine = 0; ///< into the mail's lines
    std::size_t endLine = 0;
};

/// A mail as a model reads it, in pieces.
struct PackedMail {
    int number = 0;
    bool isNew = false;
    bool isRoot = false;
    bool isLeftOut = false;
    QString head; ///< "[3] Ada, 2025-06-16 10:00 +0200, (new)"
    QString subject;
    std::vector<PackedLine> lines; ///< of all its cards
    int headTokens = 0; ///< of all its cards' heads and fences
    int textTokens = 0;
    int cap = std::numeric_limits<int>::max(); ///< of its text, in tokens

    [[nodiscard]] int cost() const;
    [[nodiscard]] bool isCut() const { return isLeftOut || textTokens > cap; }
};

struct PackedThread {
    std::vector<PackedMail> mails; ///< index by index the listing's
    std::vector<PackedCard> cards; ///< in the order they are written: earlier mails, then new ones
};

/// The collated thread taken apart for a model: first all that is from before the period, then what is new,
/// each in the document's order. A quote is left out where the lines it repeats stand right above it.
/// `wanted` says index by index which mails have the word; empty = all.
[[nodiscard]] PackedThread packThread(const thread::Material& material, const thread::Collation& collation,
                                      const std::vector<bool>& wanted = {});

/// The head lines of a card.
[[nodiscard]] QStringList cardHead(const PackedMail& mail, const PackedCard& card);

/// Lowers caps and leaves mails out until the thread costs no more than `budget` tokens, if it can: earlier
/// mails give way before new ones, old ones before young ones, text before whole mails; the root and the
/// newest mail are never left out.
void fit(PackedThread& thread, qint64 budget);

} // namespace lb::summary
