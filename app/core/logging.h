// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// All logging categories. Enable with QT_LOGGING_RULES, e.g. "listbrief.net.debug=true".
/// Never logged, at any level: mail text, addresses, keys, query strings.
namespace lb
{

inline Q_LOGGING_CATEGORY(logApp, "listbrief.app", QtInfoMsg) inline Q_LOGGING_CATEGORY(logMail, "listbrief.mail", QtInfoMsg) inline Q_LOGGING_CATEGORY(logNet, "listbrief.net", QtInfoMsg) inline Q_LOGGING_CATEGORY(
    logStore, "listbrief.store",
    QtInfoMsg) inline Q_LOGGING_CATEGORY(logModel, "listbrief.model",
                                         QtInfoMsg) inline Q_LOGGING_CATEGORY(logSummary, "listbrief.summary",
                                                                              QtInfoMsg) inline Q_LOGGING_CATEGORY(logUi,
                                                                                                                   "listbrief.ui",
                                                                                                                   QtInfoMsg) inline Q_LOGGING_CATEGORY(logPerf,
                                                                                                                                                        "listbrief.perf",
                                                                                                                                                        QtInfoMsg)

} // namespace lb
