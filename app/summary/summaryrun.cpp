// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summaryrun.h"

#include "core/logging.h"
#include "core/onresult.h"
#include "library/material.h"
#include "llm/tokens.h"
#include "summary/cachekey.h"
#include "summary/claimanswer.h"
#include "summary/digest.h"
#include "summary/prompts.h"
#include "summary/summarybase.h"

#include <QLocale>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lb::summary
{

namespace
{

constexpr qsizetype longestShown = 200'000;
constexpr auto showEvery = 50ms;

store::CallKind callKind(store::RunKind run)
{
    switch (run) {
    case store::RunKind::Update:
        return store::CallKind::Update;
    case store::RunKind::Translation:
        return store::CallKind::Translate;
    case store::RunKind::Whole:
    case store::RunKind::Rendering:
        break;
    }
    return store::CallKind::Summary;
}

} // namespace

struct SummaryRun::Keys {
    QByteArray key;
    QByteArray otherKey;
    QByteArray source;
    QString version;
};

struct SummaryRun::Read {
    Result<SummaryText> text;
    bool isRepairable = false;
    bool isPartial = false;
};

SummaryRun::SummaryRun(const SummaryServices& services, ListId list, const thread::Listing& listing,
                       SummaryOptions options)
    : m_services(services)
    , m_list(list)
    , m_listing(std::make_shared<const thread::Listing>(listing))
    , m_options(std::move(options))
    , m_account(services.spending, m_options.spending, list, listing.root)
{
    if (m_options.digestSmall && suitsDigest(*m_listing))
        m_options.provider.reset();
    if (m_options.provider
        && (m_options.provider->id == "digest"_L1 && m_options.provider->endpoint.isEmpty()))
        m_options.provider.reset();
    m_showTimer.setSingleShot(true);
    m_showTimer.setInterval(showEvery);
    connect(&m_showTimer, &QTimer::timeout, this, &SummaryRun::showArrived);
}

SummaryRun::~SummaryRun()
{
    stop();
}

void SummaryRun::stop()
{
    m_stopped = true;
    m_showTimer.stop();
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
        m_stream = nullptr;
        m_account.close(fail(ErrorCode::Cancelled, {}), m_written);
    }
}

void SummaryRun::end(const Status& outcome)
{
    if (m_stopped)
        return;
    stop();
    m_material.reset();
    if (!outcome)
        qCInfo(logSummary).noquote() << "no summary:" << outcome.error().detail;
    Q_EMIT ended(outcome);
}

void SummaryRun::begin()
{
    if (m_listing->mails.empty())
        return end(
            fail(ErrorCode::Usage, tr("The thread “%1” holds no mail.").arg(title()), u"empty listing"_s));
    Q_EMIT progressed({tr("Looking for an earlier summary"), 0, 0});
    const auto keys = QtConcurrent::run([listing = m_listing, options = m_options] {
        Keys made;
        made.version
            = options.provider ? threadPrompt(options.language).version : QString::fromLatin1(digestVersion);
        made.source = sourceKey(*listing);
        made.key = cacheKey(*listing, options.provider, made.version, options.language, options.instruction,
                            options.glossary);
        if (options.provider) {
            const Language other = otherLanguage(options.language);
            made.otherKey = cacheKey(*listing, options.provider, threadPrompt(other).version, other,
                                     options.instruction, options.glossary);
        }
        return made;
    });
    onResult(keys, this, [this](const Keys& made) {
        m_key = made.key;
        m_otherKey = made.otherKey;
        m_sourceKey = made.source;
        m_version = made.version;
        lookUp();
    });
}

void SummaryRun::lookUp()
{
    if (m_stopped)
        return;
    if (m_options.refresh)
        return findBase();
    onResult(m_services.store.cachedSummary(m_list, m_key), this,
             [this](const Result<std::optional<store::SummaryRecord>>& found) { takeCached(found); });
}

void SummaryRun::takeCached(const Result<std::optional<store::SummaryRecord>>& found)
{
    if (m_stopped)
        return;
    if (!found)
        return end(found.error());
    // One that was updated or translated by another prompt than today's is made again.
    if (!*found || (usesModel() && !isCurrentPrompt((*found)->promptVersion, m_options.language)))
        return findBase();
    m_summary = **found;
    m_fromCache = true;
    if (m_summary->current)
        return end(success());
    // Another version was shown last (another language or model): what was asked for comes back.
    onResult(m_services.store.chooseSummary(m_summary->id), this, [this](const Status& chosen) {
        m_summary->current = chosen.has_value();
        end(chosen);
    });
}

void SummaryRun::loadMails()
{
    if (usesModel() && m_account.isStopped()) // nothing is read for a call that will not be made
        return end(m_account.whyStopped());
    Q_EMIT progressed({tr("Reading mail"), 0, 0});
    using Shared = Result<std::shared_ptr<const thread::Material>>;
    // Made shared on the pool: a large thread's lines are too much to copy on this thread.
    const auto shared = onPool(library::loadMaterial(m_services.store, *m_listing),
                               [glossary = m_options.glossary](Result<thread::Material> loaded) -> Shared {
                                   if (!loaded)
                                       return loaded.error();
                                   loaded->glossary = glossary;
                                   return std::make_shared<const thread::Material>(*std::move(loaded));
                               });
    onResult(shared, this, [this](const Shared& loaded) {
        if (m_stopped)
            return;
        if (!loaded)
            return end(loaded.error());
        m_material = *loaded;
        prepare();
    });
}

void SummaryRun::makeDigest()
{
    const auto text = QtConcurrent::run([material = m_material, language = m_options.language] {
        const thread::Reading reading(*material);
        return digest(reading, thread::establishFacts(reading, thread::collate(*material)), language);
    });
    onResult(text, this, [this](const SummaryText& made) { save(made); });
}

PromptRoom SummaryRun::room() const
{
    return promptRoom(*m_options.provider, m_services.chat.capabilities(*m_options.provider));
}

void SummaryRun::packPrompt()
{
    if (!m_smaller)
        m_budget = room().prompt;
    Q_EMIT progressed({tr("Preparing the prompt"), 0, 0});
    const auto packed
        = QtConcurrent::run([material = m_material, options = m_options, base = m_base, budget = m_budget] {
              const thread::Facts facts = thread::establishFacts(*material);
              PromptExtras extras{options.instruction};
              if (base)
                  extras.known = knownClaims(*base, *material, facts);
              return pack(*material, facts, options.language, budget, extras);
          });
    onResult(packed, this, [this](const Prompt& made) { takePacked(made); });
}

void SummaryRun::takePacked(const Prompt& prompt)
{
    if (m_stopped)
        return;
    m_prompt = prompt;
    if (m_kind == store::RunKind::Update && prompt.version != updatePrompt(m_options.language).version) {
        setWhole(WholeReason::NotClaims); // they could not be read
    } else if (m_kind == store::RunKind::Update && prompt.estimatedTokens > m_budget) {
        setWhole(WholeReason::NotClaims); // they are too many: of a thread something can be left out
        return packPrompt();
    }
    // A limit that was learnt may be an old one: the server says so, or takes the thread in its shortest
    // form.
    const bool mayBeOld = !m_smaller && room().context < m_options.provider->contextTokens;
    if (m_prompt.estimatedTokens > m_budget && !mayBeOld)
        return end(fail(ErrorCode::ModelContext,
                        tr("The model %1 takes only %2 tokens. Even the shortest form of this thread needs "
                           "about %3. Choose a "
                           "model with a larger context.")
                            .arg(m_options.provider->model)
                            .arg(room().context)
                            .arg(m_prompt.estimatedTokens + room().output),
                        u"prompt over budget"_s));
    ask();
}

void SummaryRun::ask()
{
    const int tokens
        = countedTokens(m_prompt.estimatedTokens, m_services.chat.capabilities(*m_options.provider));
    //: A model, and how long the request is, about
    Q_EMIT progressed(
        {tr("Waiting for %1 (~%2 tokens)").arg(m_options.provider->model, QLocale().toString(tokens)), 0, 0});
    if (!m_started.isValid()) {
        m_started = m_services.clock.now();
        m_elapsed.start();
    }
    send(m_prompt.user, callKind(m_kind));
}

/// Within the caps, or not at all.
void SummaryRun::send(const QString& user, store::CallKind kind)
{
    m_arrived.clear();
    m_written = 0;
    llm::ChatRequest request{*m_options.provider, m_options.key, m_prompt.system, user, schema()};
    request.provider.outputTokens = room().output;
    const int tokens = llm::estimateTokens(request.system) + llm::estimateTokens(request.user);
    const CallAccount::Call call{request.provider, kind,
                                 countedTokens(tokens, m_services.chat.capabilities(request.provider)),
                                 request.provider.outputTokens};
    m_account.open(this, call, [this, request](const Status& admitted) {
        if (!admitted)
            return takeAnswer(admitted.error());
        if (m_stopped)
            return m_account.close(fail(ErrorCode::Cancelled, {}), 0);
        m_stream = m_services.chat.ask(request);
        listen();
    });
}

void SummaryRun::listen()
{
    connect(m_stream, &llm::ChatStream::textArrived, this, [this](const QString& more) {
        m_arrived += more;
        if (!m_showTimer.isActive() && !m_showing)
            m_showTimer.start();
        m_written += std::max(1, llm::estimateTokens(more));
        Q_EMIT progressed({tr("Writing"), std::min(m_written, room().output), room().output});
    });
    connect(m_stream, &llm::ChatStream::thinking, this, [this] {
        Q_EMIT progressed({tr("The model is thinking"), 0, 0});
    });
    connect(m_stream, &llm::ChatStream::waiting, this, [this](const QString& why) {
        Q_EMIT progressed({why, 0, 0});
    });
    connect(m_stream, &llm::ChatStream::finished, this,
            [this](const Result<llm::ChatAnswer>& answer) { takeAnswer(answer); });
}

/// A picture of what has arrived, made on the pool; the next one only when this one is shown.
void SummaryRun::showArrived()
{
    m_showing = true;
    const qsizetype size = m_arrived.size();
    const auto text = QtConcurrent::run(
        [arrived = m_arrived.left(longestShown), listing = m_listing, language = m_options.language] {
            return shownWhileArriving(arrived, *listing, language);
        });
    onResult(text, this, [this, size](const QString& shown) {
        m_showing = false;
        if (m_stopped || !m_stream)
            return;
        if (!shown.isEmpty())
            Q_EMIT textChanged(shown);
        if (m_arrived.size() > size)
            m_showTimer.start();
    });
}

void SummaryRun::takeAnswer(const Result<llm::ChatAnswer>& answer)
{
    m_stream = nullptr; // deletes itself
    m_account.close(answer, m_written);
    if (m_stopped)
        return;
    m_showTimer.stop();
    if (!answer && !m_repairing) {
        if (!packSmaller(answer.error()))
            end(answer.error());
        return;
    }
    if (answer) { // else the first one still stands
        const int in = m_answer.tokensIn + answer->tokensIn;
        const int out = m_answer.tokensOut + answer->tokensOut;
        const bool wereEstimated = m_answer.tokensEstimated;
        m_answer = *answer;
        m_answer.tokensIn = in;
        m_answer.tokensOut = out;
        m_answer.tokensEstimated = m_answer.tokensEstimated || wereEstimated;
    }
    const auto read = QtConcurrent::run(
        [answer = m_answer.text, earlier = m_unrepaired, material = m_material, language = m_options.language,
         repairing = m_repairing, base = m_kind == store::RunKind::Translation ? m_base : std::nullopt] {
            if (base)
                return Read{readTranslation(*base, answer, *material, language)};
            // What was not repaired is read as far as it goes.
            const bool isWhole = repairing ? isWholeAnswer(answer) : !wantsRepair(answer);
            const QString& best = repairing && !isWhole ? earlier : answer;
            return Read{readAnswer(best, *material, language), !repairing && !isWhole, repairing && !isWhole};
        });
    onResult(read, this, [this](const Read& made) { takeRead(made); });
}

void SummaryRun::takeRead(const Read& read)
{
    if (m_stopped)
        return;
    if (!read.text && m_kind == store::RunKind::Translation)
        return readWhole();
    if (read.isRepairable)
        return repair();
    m_isPartial = read.isPartial;
    if (read.text)
        Q_EMIT textChanged(read.text->markdown.left(longestShown));
    save(read.text);
}

/// The mails are not sent again: only the form of the answer was wrong.
void SummaryRun::repair()
{
    m_repairing = true;
    m_unrepaired = m_answer.text;
    Q_EMIT progressed({tr("Asking %1 to repair its answer").arg(m_options.provider->model), 0, 0});
    m_repair = repairRequest(m_answer.text);
    send(m_repair, store::CallKind::Repair);
}

/// The client has learnt by now what the model takes, where the server told it.
bool SummaryRun::packSmaller(const Error& error)
{
    if (error.code != ErrorCode::ModelContext || m_smaller)
        return false;
    if (m_kind == store::RunKind::Translation) {
        readWhole(); // which can be packed smaller
        return true;
    }
    m_smaller = true;
    const int learnt = room().prompt;
    m_budget = learnt < m_budget ? learnt : m_budget / 2;
    packPrompt();
    return true;
}

void SummaryRun::save(const Result<SummaryText>& text)
{
    if (m_stopped)
        return;
    if (!text)
        return end(text.error());
    Q_EMIT progressed({tr("Saving"), 0, 0});
    store::SummaryRecord record;
    record.list = m_list;
    record.anchor = m_listing->root;
    record.kind = usesModel() ? store::SummaryKind::Model : store::SummaryKind::Digest;
    record.language = m_options.language;
    record.text = text->markdown;
    record.claims = text->claims;
    record.gist = text->gist;
    record.extraction = text->extraction;
    record.provider = usesModel() ? m_options.provider->id : u"digest"_s;
    record.model = m_answer.model;
    if (usesModel()) {
        record.modelAsked = m_options.provider->model;
        record.instruction = m_options.instruction;
    }
    record.promptVersion = usesModel() ? m_prompt.version : m_version;
    // What is left of a damaged answer is shown, and asked for again the next time.
    record.key = m_isPartial ? QByteArray() : m_key;
    record.sourceKey = m_sourceKey;
    record.created = m_services.clock.now();
    for (const thread::ListedMail& listed : m_listing->mails)
        record.cited.append(listed.mail.id);
    record.tokensIn = m_answer.tokensIn;
    record.tokensOut = m_answer.tokensOut;
    onResult(m_services.store.saveSummary(record, usesModel() ? std::optional(receipt()) : std::nullopt),
             this, [this](const Result<store::SummaryRecord>& saved) {
                 if (m_stopped)
                     return;
                 if (!saved)
                     return end(saved.error());
                 m_summary = *saved;
                 end(success());
             });
}

} // namespace lb::summary
