// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/reportjob.h"
#include "ui/models/jobsmodel.h"
#include "ui/models/snapshot.h"
#include "ui/services.h"

#include <QObject>
#include <QPointer>

namespace lb::ui
{

class ComposeDialog;
class UserPrompts;

/// Reports that take more than a file name: composed thread by thread, or of several weeks at once. What was
/// composed is kept in the library for the next time. GUI thread.
class ComposeFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposeFlow)
public:
    ComposeFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window);

    /// `selected`: chosen at first; none = as composed last, else all.
    void compose(const store::ListRecord& list, const Snapshot& snapshot, const QList<ThreadId>& selected);
    void exportWeeks(const store::ListRecord& list); ///< asks which

Q_SIGNALS:
    void finished(const QString& file, int threads, int withoutSummary);
    void weeksWritten(const QString& folder, int reports);
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);

private:
    struct Draft {
        store::ListRecord list;
        thread::Period period;
        QPointer<ComposeDialog> dialog;
        QByteArray note; ///< the key of what is kept
        QPointer<brief::ReportJob> gathering;
        bool selected = false; ///< the user's selection counts more than what was chosen last
    };
    void recall(const std::shared_ptr<Draft>& draft);
    void gather(const std::shared_ptr<Draft>& draft);
    void write(const ComposeDialog& dialog);
    void askForWeeks(const store::ListRecord& list, const QList<store::WeekRecord>& weeks);

    Services& m_services;
    JobsModel& m_jobs;
    UserPrompts& m_prompts;
    QWidget* m_window;
    QString m_folder; ///< where the last one went
};

} // namespace lb::ui
