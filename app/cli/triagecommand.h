// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/services.h"
#include "cli/options.h"
#include "store/triagejson.h"

#include <QObject>

namespace lb::cli
{

/// Writes what was decided about threads, and which mails are read, to a file, or merges such a file into the
/// library. Needs an event loop but no display. Emits done(exit code) once.
class TriageCommand final : public QObject
{
    Q_OBJECT
public:
    TriageCommand(Options options, const brief::Services& services, QObject* parent = nullptr);

    void start();
    void interrupt(); ///< ends with status 130; an import is done whole or not at all

Q_SIGNALS:
    void done(int exitCode);

private:
    void readAll();
    void write(const store::TriageExport& all);
    void merge(const store::TriageExport& own);
    void findUnread(const store::TriageMerge& merged, const store::TriageExport& read);
    void save(const store::TriageMerge& merged, const store::TriageExport& read);
    void stop(ExitCode code, const Error& error);
    void end(ExitCode code);

    Options m_options;
    brief::Services m_services;
    bool m_ended = false;
};

} // namespace lb::cli
