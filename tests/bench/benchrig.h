// SPDX-License-Identifier: GPL-3.0-or-later
// What the benches of the window share: a window over everything real, and a probe of its thread.
#pragma once

#include "core/clock.h"
#include "core/paths.h"
#include "core/settings.h"
#include "llm/chatclient.h"
#include "llm/secretstore.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "summary/summariser.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <ctime>
#include <functional>
#include <utility>
#include <vector>

namespace lb::bench
{

/// Milliseconds on the clock and of this thread's work: what else the machine does lengthens only the first.
struct Held {
    double clock = 0;
    double work = 0;
};

inline double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline Held now()
{
    return {milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_THREAD_CPUTIME_ID)};
}

/// Times every event from the outside: the longest is how long the GUI thread was held.
class ProbedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    struct Longest {
        Held held;
        int over = 0; ///< events that were work for more than 16 ms
        QByteArray event; ///< which one was most work
    };

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        // Before: the receiver may be gone afterwards.
        const char* const name = receiver->metaObject()->className();
        const int type = event->type();
        const Held start = now();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        const Held end = now();
        const Held held{end.clock - start.clock, end.work - start.work};
        m_longest.held.clock = std::max(m_longest.held.clock, held.clock);
        m_longest.over += held.work > 16 ? 1 : 0;
        if (held.work > m_longest.held.work) {
            m_longest.held.work = held.work;
            m_longest.event = QByteArray(name) + " event " + QByteArray::number(type);
        }
        return handled;
    }
    Longest takeLongest() { return std::exchange(m_longest, {}); }

private:
    Longest m_longest;
    int m_depth = 0;
};

struct Rig {
    explicit Rig(const QString& profile)
        : paths(profile)
        , settings(paths.settingsFile())
        , store(paths.libraryFile())
        , chat(http)
        , summariser(store, chat, clock)
        , services{store, http, chat, keychain, sessionKeys, settings, clock, paths, summariser}
        , window(services)
    {
    }
    SystemClock clock;
    Paths paths;
    Settings settings;
    store::Store store;
    net::HttpClient http;
    llm::ChatClient chat;
    llm::MemoryStore keychain;
    llm::MemoryStore sessionKeys;
    summary::Summariser summariser;
    ui::Services services;
    ui::MainWindow window;
};

/// Calls back once, when the tree has painted rows.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QTreeView* tree, std::function<void()> painted)
        : QObject(tree), m_tree(tree), m_painted(std::move(painted))
    {
        tree->viewport()->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_tree->model()->rowCount() > 0 && m_painted) {
            auto painted = std::exchange(m_painted, nullptr);
            QTimer::singleShot(0, this, painted); // after this paint
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QTreeView* m_tree;
    std::function<void()> m_painted;
};

/// Runs the steps one after the other from the event loop, each after the one before has been painted.
class Steps final : public QObject
{
public:
    explicit Steps(QObject* parent) : QObject(parent) { }
    void add(int times, std::function<void(int)> step)
    {
        for (int i = 0; i < times; ++i)
            m_steps.push_back([step, i] { step(i); });
    }
    void start()
    {
        if (m_next == m_steps.size()) {
            QCoreApplication::quit();
            return;
        }
        m_steps[m_next++]();
        QTimer::singleShot(25, this, [this] { start(); });
    }

private:
    std::vector<std::function<void()>> m_steps;
    std::size_t m_next = 0;
};

} // namespace lb::bench
