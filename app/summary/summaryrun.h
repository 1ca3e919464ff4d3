// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "llm/chatclient.h"
#include "store/store.h"
#include "summary/callaccount.h"
#include "summary/digest.h"
#include "summary/packing.h"
#include "summary/promptroom.h"
#include "summary/summariser.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace lb::summary
{

struct SummaryServices {
    store::Store& store;
    llm::ChatClient& chat;
    const Clock& clock;
    Spending& spending;
};

/// The steps of one summary:
///   key -> cached? -> mails -> facts -> digest                                     -> saved
///                  -> base? -> mails -> facts -> prompt -> model -> claims -> check -> saved
/// A base is an earlier version that spares the model reading: its sentences are translated, or its claims
/// brought up to date with the mails that are new since. A translation that fails is a reading after all. An
/// answer of damaged JSON is sent back once to be repaired; one of prose is kept unchecked. A model that says
/// the prompt is too long gets a shorter one, once. Nothing is saved but a complete summary, and, without
/// a key, so that it is asked for again, what is whole of an answer that stays damaged. All parsing,
/// hashing and packing is done on the pool.
class SummaryRun final : public QObject
{
    Q_OBJECT
public:
    SummaryRun(const SummaryServices& services, ListId list, const thread::Listing& listing,
               SummaryOptions options);
    ~SummaryRun() override;

    void begin();
    void stop(); ///< nothing is signalled after it

    [[nodiscard]] QString title() const { return m_listing->title; }
    [[nodiscard]] ThreadId thread() const { return m_listing->thread; }
    [[nodiscard]] const std::optional<store::SummaryRecord>& summary() const { return m_summary; }
    [[nodiscard]] bool fromCache() const { return m_fromCache; }
    [[nodiscard]] store::RunKind kind() const { return m_kind; }
    [[nodiscard]] WholeReason wholeReason() const { return m_wholeReason; }

Q_SIGNALS:
    void progressed(const lb::Progress& progress);
    void textChanged(
        const QString& markdown); ///< of claims those that have arrived, of prose all as it was written
    void ended(const lb::Status& outcome);

private:
    struct Keys;
    struct Read;
    void lookUp();
    void takeCached(const Result<std::optional<store::SummaryRecord>>& found);
    void findBase();
    void takeOther(const Result<std::optional<store::SummaryRecord>>& found);
    void planReading(const Result<QList<store::SummaryRecord>>& versions);
    void loadMails();
    void prepare();
    void translate();
    void readWhole();
    void setWhole(WholeReason reason);
    void makeDigest();
    void packPrompt();
    void takePacked(const Prompt& prompt);
    void ask();
    void send(const QString& user, store::CallKind kind);
    [[nodiscard]] QByteArray schema() const;
    [[nodiscard]] store::Receipt receipt() const;
    void listen();
    void showArrived();
    void takeAnswer(const Result<llm::ChatAnswer>& answer);
    void takeRead(const Read& read);
    void repair();
    [[nodiscard]] bool packSmaller(const Error& error);
    void save(const Result<SummaryText>& text);
    void end(const Status& outcome);
    [[nodiscard]] PromptRoom room() const;
    [[nodiscard]] bool usesModel() const { return m_options.provider.has_value(); }

    SummaryServices m_services;
    ListId m_list;
    std::shared_ptr<const thread::Listing> m_listing;
    SummaryOptions m_options;
    CallAccount m_account;
    std::shared_ptr<const thread::Material> m_material;
    Prompt m_prompt;
    QByteArray m_key;
    QByteArray m_otherKey; ///< of the same in the other language
    std::optional<store::SummaryRecord> m_base;
    QByteArray m_sourceKey;
    QString m_version;
    QPointer<llm::ChatStream> m_stream;
    QString m_arrived;
    QTimer m_showTimer; ///< tokens arrive faster than anybody reads
    llm::ChatAnswer m_answer;
    QString m_unrepaired; ///< what the model said first
    QString m_repair; ///< what it was told then
    QDateTime m_started; ///< of the first request
    QElapsedTimer m_elapsed;
    std::optional<store::SummaryRecord> m_summary;
    int m_written = 0; ///< tokens, about
    int m_budget = 0; ///< of the prompt that was packed last
    store::RunKind m_kind = store::RunKind::Whole;
    WholeReason m_wholeReason = WholeReason::NothingEarlier;
    bool m_smaller = false;
    bool m_repairing = false; ///< the second answer is the last
    bool m_isPartial = false; ///< of a damaged answer what was whole
    bool m_showing = false; ///< one picture of what arrives is being made
    bool m_fromCache = false;
    bool m_stopped = false;
};

} // namespace lb::summary
