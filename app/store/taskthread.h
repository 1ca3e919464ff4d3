// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace lb::store
{

/// One thread that does one task after the other. Tasks not begun when it ends are dropped, which
/// cancels the futures they hold promises of.
class TaskThread
{
public:
    struct Task {
        Task() = default;
        virtual ~Task() = default;
        Q_DISABLE_COPY_MOVE(Task)
        virtual void run() = 0;
    };

    TaskThread() = default;
    ~TaskThread();
    Q_DISABLE_COPY_MOVE(TaskThread)

    void post(std::unique_ptr<Task> task); ///< from any thread
    /// Waits for the task that runs; `last` is the last one.
    void end(std::unique_ptr<Task> last);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Task>> m_tasks;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace lb::store
