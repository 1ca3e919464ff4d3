// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/receipt.h"
#include "summary/update.h"
#include "thread/facts.h"
#include "ui/costflow.h"
#include "ui/keyfinder.h"
#include "ui/models/listsmodel.h"
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
        const ListsModel& lists;
        JobsModel& jobs;
        SummaryPane& pane;
        UserPrompts& prompts;
        QWidget* window;
    };
    /// What a run is to be like where the settings do not say it.
    struct Wish {
        std::optional<llm::Provider> provider = {}; ///< none = the chosen one
        QString instruction = {}; ///< the user's own
        bool whole = false; ///< the whole thread is read, whatever is known
        bool translated = false; ///< from the other language's sentences where there are any
    };
    SummaryFlow(Services& services, const Parts& parts, QObject* parent = nullptr);

    void showThread(ListId list, ThreadId thread);
    void reload(); ///< the shown thread anew: mail has come, or settings changed
    void clear();
    /// Writes the shown thread's summary anew: from the earlier claims and the new mails where only mail was
    /// added, else from the whole thread.
    void regenerate(const Wish& wish);
    void regenerate() { regenerate(Wish()); }
    /// The shown thread's summary in the other of both languages, and back. The thread is not read for it.
    void turnLanguage();
    void updateStale(); ///< every thread shown whose summary by a model has not seen all mails; asks first
    void summariseAll(const QList<ThreadId>& threads);
    bool stop(); ///< false if the shown thread is not being summarised
    void settingsChanged();
    void applyMarks(const QHash<ThreadId, SummaryNote>& notes); ///< as read from the library

    [[nodiscard]] ThreadId thread() const { return m_thread; }
    /// Who summarises the list that is shown; none = the digest.
    [[nodiscard]] std::optional<llm::Provider> usualProvider() const;
    [[nodiscard]] ListId list() const { return m_list; }
    [[nodiscard]] const thread::Listing* listing() const { return m_model.listing(m_thread); }
    [[nodiscard]] QList<MessageId> anchors() const; ///< what is kept for the shown thread is found by
    /// Of the shown thread in the language that is shown, newest first.
    [[nodiscard]] const QList<store::SummaryRecord>& versions() const { return m_versions; }
    [[nodiscard]] const store::SummaryRecord* current() const; ///< null = none
    [[nodiscard]] Language language() const; ///< that the shown thread's summary is shown in
    void choose(SummaryId version); ///< brings a version back
    /// Fills in what a run would be made with, without a key and without asking anybody.
    [[nodiscard]] summary::SummaryOptions optionsFor(const Wish& wish) const;

Q_SIGNALS:
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);
    void versionsRead(); ///< of the shown thread
    /// A run that was asked for is complete; `earlier` is what was shown before, if anything was.
    void versionMade(lb::ThreadId thread, lb::SummaryId earlier);
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
    void withProvider(const summary::SummaryOptions& options,
                      const std::function<void(const summary::SummaryOptions&, const QString& who)>& proceed);
    [[nodiscard]] summary::WholeReason whyWhole(const summary::SummaryOptions& options) const;
    void askToSummarise(const QList<ThreadId>& threads, const QString& title, const QString& detail);
    void translateIfWanted();
    void showStaleness();
    void startAll(const QList<ThreadId>& threads, const summary::SummaryOptions& options, const QString& who);
    void runFinished(ThreadId thread, const Status& outcome, const SummaryNote& note, bool asked);
    [[nodiscard]] QString nextProviderName() const;
    [[nodiscard]] QString listName() const; ///< of the shown scope

    Services& m_services;
    ThreadTreeModel& m_model;
    const ListsModel& m_lists;
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
    QList<store::SummaryRecord> m_versions;
    std::optional<Wish> m_translate; ///< once its versions are read
    std::optional<Language> m_turnedTo; ///< the shown thread's summary is looked at in this language
    QHash<ThreadId, SummaryId> m_earlier; ///< what was shown when a run began
    QHash<ThreadId, SummaryNote> m_before; ///< what stood before a run, for when it fails
    quint64 m_run = 0; ///< answers about an earlier selection are dropped
    bool m_digestTried = false; ///< once a selection, or a failing one would be tried for ever
};

} // namespace lb::ui
