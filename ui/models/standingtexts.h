// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/survey.h"

#include <QCoreApplication>
#include <QStringList>

namespace lb::ui
{

/// Where threads stand with the user, in the window's language.
struct StandingTexts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::StandingTexts)
public:
    static QString view(View view); ///< "Waiting for Me"
    static QString viewHint(View view); ///< a sentence
    static QString nothingIn(View view); ///< the title of an empty page
    static QString back(const thread::WakeUp& wakeUp); ///< "v3 was posted"
    static QString until(const thread::Snooze& snooze); ///< "until a new revision"
    static QString term(AttentionTerm term); ///< for a setting: "An open question to you"
    static QString because(AttentionTerm term, const Attention& attention); ///< "question to you"
    /// The terms that hold, and first of all why the thread is back.
    static QStringList reasons(const Standing& standing);
    static QStringList explained(const Standing& standing); ///< the same at length
};

} // namespace lb::ui
