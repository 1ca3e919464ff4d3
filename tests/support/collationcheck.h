// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"

#include <QString>

namespace lb::test
{

/// What a collation is held against, by means of its own: nothing of how it is made is used here.
struct CollationCheck {
    int mails = 0;
    int ownLines = 0; ///< that are not blank
    int lostOwnLines = 0; ///< in no block
    int doubledLines = 0; ///< in two blocks
    int mailsWithoutBlock = 0;
    int misplacedBlocks = 0; ///< that answer a later block, or one of another place
    int falseOrigins = 0; ///< whose text is not that of the line they name
    int lateOrigins = 0; ///< in the mail itself or in an answer to it

    // Quoted lines of 20 characters or more, in mails all of whose ancestors are at hand.
    int quotes = 0;
    int attributed = 0;
    int inParent = 0; ///< of the attributed: the parent's own lines

    QString firstProblem; ///< for messages to people

    CollationCheck& operator+=(const CollationCheck& other);
    [[nodiscard]] bool isFaultless() const
    {
        return lostOwnLines + doubledLines + mailsWithoutBlock + misplacedBlocks + falseOrigins + lateOrigins
            == 0;
    }
};

[[nodiscard]] CollationCheck check(const thread::Material& material, const thread::Collation& collation);

} // namespace lb::test
