// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "core/clock.h"
#include "core/paths.h"
#include "core/settings.h"

#include <QObject>

#include <memory>

namespace lb::cli {

/// The headless run: sync, summarise, write the report. Needs an event loop, no display. Emits done(exit code) once. Progress on
/// standard error, only the report on standard output.
class ExportCommand final : public QObject
{
    Q_OBJECT
public:
    ExportCommand(const Options& options, const Paths& paths, Settings& settings, const Clock& clock,
                  QObject* parent = nullptr);
    ~ExportCommand() override;
    void start();
    void interrupt(); ///< SIGINT, SIGTERM: stop within 200 ms, exit 130; summaries made so far stay

Q_SIGNALS:
    void done(int exitCode);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::cli
