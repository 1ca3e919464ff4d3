// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/location.h"
#include "brief/reportjob.h"
#include "brief/services.h"
#include "cli/options.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace lb::library
{
class SyncJob;
}

namespace lb::cli
{

/// The headless run: open the library, bring the archive's list up to date, summarise, write the report.
/// Needs an event loop but no display. Emits done(exit code) once. Progress and errors go to standard error,
/// only the report to standard output.
class ExportCommand final : public QObject
{
    Q_OBJECT
public:
    ExportCommand(Options options, const brief::Services& services, QObject* parent = nullptr);

    void start();
    /// SIGINT and SIGTERM: stops within 200 ms with status 130; summaries made so far stay.
    void interrupt();

Q_SIGNALS:
    void done(int exitCode);

private:
    void findList(const QList<store::ListRecord>& lists);
    void sync(const store::ListRecord& list);
    void synced(const library::SyncJob& job, const Status& outcome);
    void keepIssues(const library::SyncJob& job);
    void chooseProvider();
    void readProxyPassword(const llm::Provider& provider);
    void readKey(const llm::Provider& provider);
    void setCaps();
    void estimate();
    void estimate(std::vector<thread::Listing> listings);
    void gather();
    void saySpent();
    void collate();
    void writeWeeks();
    void complainOf(const QList<brief::ReportJob::Failure>& failures);
    void save(const Status& outcome);
    void write(const std::function<QByteArray()>& document); ///< made on the pool
    void stop(ExitCode code, const Error& error);
    void end(ExitCode code);
    void showProgress(const Progress& progress);
    void say(const QString& line) const; ///< to standard error, unless --quiet
    void complain(const QString& line) const; ///< to standard error, always

    Options m_options;
    brief::Services m_services;
    archive::Location m_location;
    store::ListRecord m_list;
    brief::ReportOptions m_report;
    QList<report::Problem> m_archiveProblems;
    QPointer<Job> m_running;
    brief::ReportJob* m_reportJob = nullptr;
    QString m_lastPhase;
    ExitCode m_exit = Done;
    bool m_ended = false;
};

} // namespace lb::cli
