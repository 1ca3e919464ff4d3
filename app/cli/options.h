// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "core/result.h"
#include "report/report.h"
#include "thread/period.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace lb::cli
{

/// The command line (design section 4), checked.
struct Options {
    QStringList archives;
    QString exportFile; ///< empty = open the window
    std::optional<report::Format> format;
    report::Style style = report::Style::Full;
    QString since, until, week;
    QString weeks; ///< a range: exportFile is a folder for their reports
    std::optional<int> days;
    std::optional<thread::ContextRule> context;
    std::optional<Language> language;
    QString provider, endpoint, model;
    int jobs = 0; ///< 0 = the settings'
    int maxTokens = 0; ///< of the whole run; 0 = the settings'
    bool refresh = false;
    QString thread; ///< Message-ID without <>
    bool collated = false; ///< write that thread as one document instead of a report
    bool offline = false;
    QString exportTriage, importTriage; ///< files; neither = no triage state is exchanged
    QString profile;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
};

/// Usage errors name the option.
[[nodiscard]] Result<Options> parseOptions(const QStringList& arguments);
/// The code that --language gives, also where the rest is wrong; empty = none that is known.
[[nodiscard]] QString languageAsked(const QStringList& arguments);
[[nodiscard]] QString helpHint();
[[nodiscard]] QString helpText();
/// The period the options ask for, of several weeks all; the last 7 days by default.
[[nodiscard]] Result<thread::Period> periodOf(const Options& options, QDate today);

/// Exit status (design section 4).
enum ExitCode { Done = 0, SomeFailed = 1, Usage = 2, ArchiveFailed = 3, OutputFailed = 4, Interrupted = 130 };

} // namespace lb::cli
