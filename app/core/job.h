// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

namespace lb
{

/// How far a job is. `total` 0 = not known.
struct Progress {
    QString phase; ///< translated, e.g. "Reading mail"
    qint64 done = 0;
    qint64 total = 0;
};

/// Something long with progress and cancel: a fetch, an import, an index run, a summary, an export.
/// Lives on the GUI thread (its work does not). start() returns at once; finished() comes exactly
/// once, asynchronously, also after cancel() (then with ErrorCode::Cancelled, within 200 ms).
/// What a job produced is read from the concrete class before or in finished(). A job does not delete
/// itself: its parent, or whoever made it, does (deleteLater in a slot of finished() is fine).
class Job : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)
public:
    explicit Job(QString title, QObject* parent = nullptr) : QObject(parent), m_title(std::move(title)) { }

    virtual void start() = 0;
    virtual void cancel() = 0;

    [[nodiscard]] QString title() const { return m_title; } ///< translated, e.g. "Fetching kvmarm"
    [[nodiscard]] Progress progress() const { return m_progress; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

Q_SIGNALS:
    void progressed(const lb::Progress& progress);
    void finished(const lb::Status& outcome);

protected:
    void report(const Progress& progress)
    {
        m_progress = progress;
        Q_EMIT progressed(progress);
    }
    /// Emits finished() from the event loop, the first time only.
    void finish(Status outcome)
    {
        if (m_finished)
            return;
        m_finished = true;
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { Q_EMIT finished(outcome); }, Qt::QueuedConnection);
    }

private:
    QString m_title;
    Progress m_progress;
    bool m_finished = false;
};

} // namespace lb
