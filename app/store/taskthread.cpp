// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taskthread.h"

namespace lb::store
{

TaskThread::~TaskThread()
{
    end(nullptr);
}

void TaskThread::post(std::unique_ptr<Task> task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_ended)
        return; // dropped
    m_tasks.push_back(std::move(task));
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    m_wake.notify_one();
}

void TaskThread::end(std::unique_ptr<Task> last)
{
    std::deque<std::unique_ptr<Task>> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ended)
            return;
        m_ended = true;
        dropped.swap(m_tasks);
        if (last && m_thread.joinable())
            m_tasks.push_back(std::move(last));
        m_wake.notify_one();
    }
    // Outside the lock: what hangs on a dropped promise may do anything, even post.
    dropped.clear();
    if (m_thread.joinable())
        m_thread.join();
}

void TaskThread::work()
{
    for (;;) {
        std::unique_ptr<Task> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ended || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task->run();
    }
}

} // namespace lb::store
