// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "ui/costflow.h"
#include "ui/keyfinder.h"
#include "ui/models/threadtreemodel.h"
#include "ui/services.h"
#include "ui/summaryruns.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace lb::ui
{

class SummaryPane;
class UserPrompts;

/// Fills the summary pane for the selected thread and carries out what it asks for. A thread without a
/// summary gets the digest at once; a model is used only when the user says so. GUI thread.
class SummaryFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryFlow)
public:
    struct Parts {
        ThreadTreeModel& model;
        JobsModel& jobs;
        SummaryPane& pane;
        UserPrompts& prompts;
        QWidget* window;
    };
    SummaryFlow(Services& services, const Parts& parts, QObject* parent = nullptr);

    void showThread(ListId list, ThreadId thread);
    void reload(); ///< the shown thread anew: mail has come, or settings changed
    void clear();
    void regenerate();
    void summariseAll(const QList<ThreadId>& threads);
    bool stop(); ///< false if the shown thread is not being summarised
    void settingsChanged();
    void applyMarks(const QHash<ThreadId, SummaryMark>& marks); ///< as read from the library

    [[nodiscard]] ThreadId thread() const { return m_thread; }

Q_SIGNALS:
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);
    void summarised(); ///< a thread has another summary

private:
    /// What is worked out about a thread on the pool.
    struct Reading {
        std::optional<thread::Facts> facts;
        QByteArray sourceKey;
    };
    void read();
    void takeVersions(const QList<store::SummaryRecord>& versions);
    void readVersions();
    void ensureDigest(const QList<store::SummaryRecord>& versions);
    void withProvider(const std::function<void(const summary::SummaryOptions&, const QString& who)>& proceed);
    void startAll(const QList<ThreadId>& threads, const summary::SummaryOptions& options, const QString& who);
    void runFinished(ThreadId thread, const Status& outcome, SummaryMark mark, bool asked);
    [[nodiscard]] QString nextProviderName() const;

    Services& m_services;
    ThreadTreeModel& m_model;
    SummaryPane& m_pane;
    UserPrompts& m_prompts;
    QWidget* m_window;
    SummaryRuns m_runs;
    CostFlow m_costs;
    KeyFinder m_keys;
    QTimer m_settle; ///< the selection rests before the library is asked
    ListId m_list;
    ThreadId m_thread;
    QByteArray m_sourceKey;
    QHash<ThreadId, SummaryMark> m_before; ///< what stood before a run, for when it fails
    quint64 m_run = 0; ///< answers about an earlier selection are dropped
    bool m_digestTried = false; ///< once a selection, or a failing one would be tried for ever
};

} // namespace lb::ui
