// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "summary/claims.h"
#include "thread/facts.h"

namespace lb::summary
{

/// The words around claims, in the language of the summary, not of the window.
struct ClaimWording {
    QString what;
    QString earlier;
    QString fresh;
    QString positions;
    QString open;
    QString state;
    QString colon;
    QString comma;
    QString semicolon;
    QString applied; ///< %1 who says so
    QString unchecked; ///< of a summary that is no claims

    [[nodiscard]] QString stance(Stance stance) const;
    [[nodiscard]] QString doubt(Flaw flaw) const; ///< %1 the words concerned
    [[nodiscard]] QString closing(const thread::Facts& facts) const; ///< version, patches and who is awaited

    Language language = Language::English;
};

[[nodiscard]] const ClaimWording& claimWording(Language language);

} // namespace lb::summary
