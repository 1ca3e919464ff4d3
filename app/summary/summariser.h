// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "llm/chatclient.h"
#include "llm/secretstore.h"
#include "store/store.h"
#include "summary/spending.h"
#include "summary/update.h"
#include "thread/listing.h"

#include <optional>

namespace lb::summary
{

/// How much of a thread a model is sent.
enum class Reading {
    Automatic, ///< as little as will do: an earlier summary's sentences for another language, its claims and
               ///< the new mails for an update (summary/update.h), else the thread
    Whole,
};

inline constexpr qsizetype longestInstruction = 500; ///< characters

/// An instruction as it is sent and as its summary keeps it.
[[nodiscard]] QString boundedInstruction(const QString& instruction);

struct SummaryOptions {
    std::optional<llm::Provider> provider; ///< none = the digest
    QString key; ///< for the provider; fetched from the SecretStore by the caller
    Language language = Language::English;
    bool refresh = false; ///< ignore what is cached, and read the whole thread
    QString instruction = {}; ///< what the user wants of this summary, in his own words; cut to
                              ///< longestInstruction
    Reading reading = Reading::Automatic;
    QString glossary = {}; ///< text of the list's (summary/glossary.h); empty = the shipped one
    bool digestSmall = false; ///< no call for threads that suitsDigest()
    std::shared_ptr<SpendingRun> spending = nullptr; ///< whom it is counted with; null = by itself
};

/// True for a thread of one mail or of programs' mails alone: the digest says what there is to say.
[[nodiscard]] bool suitsDigest(const thread::Listing& listing);

/// One run over one thread. The old summary stays current until this one is complete and saved. Starts by
/// itself when its turn comes: start() does nothing.
class SummaryJob final : public Job
{
    Q_OBJECT
public:
    ~SummaryJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] ThreadId thread() const;
    [[nodiscard]] const std::optional<store::SummaryRecord>& summary() const; ///< set when finished() says Ok
    [[nodiscard]] bool fromCache() const;
    [[nodiscard]] store::RunKind kind() const; ///< of a run that asked a model, once it does
    [[nodiscard]] WholeReason wholeReason() const; ///< why it read the whole thread

Q_SIGNALS:
    void textChanged(const QString& markdown); ///< what has arrived so far, not checked; prose as the model
                                               ///< wrote it, not made safe

private:
    friend class Summariser;
    struct State;
    explicit SummaryJob(std::unique_ptr<State> state, QObject* parent);
    void begin();
    void done(const Status& outcome);
    std::unique_ptr<State> m_state;
};

/// Makes summaries, several threads at once: at most `jobs` run, the others wait in order. GUI thread;
/// parsing and packing on the pool.
class Summariser final : public QObject
{
    Q_OBJECT
public:
    Summariser(store::Store& store, llm::ChatClient& chat, const Clock& clock, QObject* parent = nullptr);
    ~Summariser() override;

    void setJobs(int jobs); ///< 1..16
    [[nodiscard]] Spending& spending();
    /// Queued; starts by itself. Deleted by its parent or the caller after finished().
    [[nodiscard]] SummaryJob* summarise(ListId list, const thread::Listing& listing,
                                        const SummaryOptions& options, QObject* parent);

private:
    friend class SummaryJob;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::summary
