// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a run that looks for an earlier version to build on, and builds on it.
#include "summary/summarybase.h"

#include "core/onresult.h"
#include "summary/claimanswer.h"
#include "summary/prompts.h"
#include "summary/summaryrun.h"
#include "summary/translation.h"

#include <QThreadPool>
#include <QUrl>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

bool mayPassOn(const Finding& finding)
{
    return finding.verdict != Verdict::Contradicted
        && std::ranges::none_of(finding.doubts,
                                [](const Doubt& doubt) { return doubt.flaw == Flaw::ObeysOrder; });
}

template <typename T>
QList<T> passedOn(const QList<T>& all, const QList<Finding>& findings)
{
    QList<T> kept;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (mayPassOn(findings.value(i)))
            kept.append(all.at(i));
    }
    return kept;
}

QString originOf(const llm::Provider& provider)
{
    const Result<QUrl> url = llm::chatUrl(provider);
    return url
        ? url->toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        : QString();
}

} // namespace

std::optional<ModelSummary> claimsOf(const store::SummaryRecord& base, const thread::Listing& listing)
{
    std::optional<ModelSummary> claims = claimsOfToday(base, listing);
    if (!claims)
        return std::nullopt;
    if (const std::optional<ModelSummary> shown = inLanguage(*claims, base.language))
        return shown;
    claims->language = base.language; // whatever the model called it
    return claims;
}

Result<SummaryText> readTranslation(const store::SummaryRecord& base, const QString& answer,
                                    const thread::Material& material, Language language)
{
    const std::optional<ModelSummary> claims = claimsOf(base, material.listing);
    const std::optional<ModelSummary> made = claims ? translated(*claims, answer, language) : std::nullopt;
    if (!made)
        return fail(ErrorCode::ModelIncomplete, SummaryRun::tr("The model left sentences untranslated."),
                    u"translation"_s);
    return summaryOf(*made, material, language);
}

std::optional<PromptExtras::Known> knownClaims(const store::SummaryRecord& base,
                                               const thread::Material& material, const thread::Facts& facts)
{
    std::optional<ModelSummary> claims = claimsOf(base, material.listing);
    if (!claims)
        return std::nullopt;
    const CheckOptions options = checkOptions(base.language, Glossary::ofList(material.glossary));
    const CheckedSummary checked = checkClaims(*claims, material, facts, options);
    claims->claims = passedOn(claims->claims, checked.claims);
    claims->open = passedOn(claims->open, checked.open);
    claims->positions = passedOn(claims->positions, checked.positions);
    if (!mayPassOn(checked.gist))
        claims->gist.clear();
    // One language is enough for a model.
    claims->gistTranslation.clear();
    for (ModelClaim& claim : claims->claims)
        claim.translation.clear();
    for (OpenPoint& point : claims->open)
        point.translation.clear();
    return PromptExtras::Known{*claims, newSince(base, material.listing)};
}

/// The cheapest first: the same thread in the other language, then an earlier state of it.
void SummaryRun::findBase()
{
    if (!usesModel())
        return loadMails();
    if (m_options.refresh || m_options.reading == Reading::Whole) {
        m_wholeReason = WholeReason::Asked;
        return loadMails();
    }
    onResult(m_services.store.cachedSummary(m_list, m_otherKey), this,
             [this](const Result<std::optional<store::SummaryRecord>>& found) { takeOther(found); });
}

void SummaryRun::takeOther(const Result<std::optional<store::SummaryRecord>>& found)
{
    if (m_stopped)
        return;
    if (!found)
        return end(found.error());
    if (const std::optional<store::SummaryRecord>& other = *found;
        other && !other->extraction.isEmpty() && isCurrentPrompt(other->promptVersion, other->language)) {
        m_base = other;
        m_wholeReason = WholeReason::None;
        m_kind = store::RunKind::Translation;
        return loadMails();
    }
    QList<MessageId> anchors;
    for (const thread::ListedMail& listed : m_listing->mails)
        anchors.append(listed.mail.id);
    onResult(m_services.store.summaries(m_list, anchors), this,
             [this](const Result<QList<store::SummaryRecord>>& versions) { planReading(versions); });
}

void SummaryRun::planReading(const Result<QList<store::SummaryRecord>>& versions)
{
    if (m_stopped)
        return;
    if (!versions)
        return end(versions.error());
    const SummaryWish wish{m_options.provider->id, m_options.provider->model, m_options.language,
                           m_options.instruction};
    const auto plan = QtConcurrent::run(
        [listing = m_listing, all = *versions, wish] { return planUpdate(*listing, all, wish); });
    onResult(plan, this, [this](const UpdatePlan& made) {
        if (m_stopped)
            return;
        m_wholeReason = made.reason;
        m_base = made.base;
        if (m_base)
            m_kind = store::RunKind::Update;
        loadMails();
    });
}

void SummaryRun::prepare()
{
    if (!usesModel())
        makeDigest();
    else if (m_kind == store::RunKind::Translation)
        translate();
    else
        packPrompt();
}

/// Only the sentences are sent; nothing at all where the base holds them already.
void SummaryRun::translate()
{
    Q_EMIT progressed({tr("Preparing the prompt"), 0, 0});
    struct Prepared {
        std::optional<SummaryText> text;
        std::optional<Prompt> prompt;
    };
    const auto prepared
        = QtConcurrent::run([material = m_material, base = *m_base, language = m_options.language] {
              Prepared made;
              const std::optional<ModelSummary> claims = claimsOf(base, material->listing);
              if (!claims)
                  return made;
              if (const std::optional<ModelSummary> both = inLanguage(*claims, language))
                  made.text = summaryOf(*both, *material, language);
              else
                  made.prompt = translationPrompt(*claims, language, material->glossary);
              return made;
          });
    onResult(prepared, this, [this](const Prepared& made) {
        if (m_stopped)
            return;
        if (made.text) {
            m_kind = store::RunKind::Rendering;
            m_prompt.version = translatePrompt(m_options.language).version;
            m_answer.model = m_base->model;
            m_started = m_services.clock.now();
            Q_EMIT textChanged(made.text->markdown);
            return save(*made.text);
        }
        m_budget = room().prompt;
        if (!made.prompt || made.prompt->estimatedTokens > m_budget)
            return readWhole();
        m_prompt = *made.prompt;
        ask();
    });
}

/// What could have been spared after all.
void SummaryRun::readWhole()
{
    setWhole(WholeReason::OtherLanguage);
    packPrompt();
}

void SummaryRun::setWhole(WholeReason reason)
{
    m_kind = store::RunKind::Whole;
    m_wholeReason = reason;
    m_base.reset();
}

QByteArray SummaryRun::schema() const
{
    return m_kind == store::RunKind::Translation ? translationSchema() : claimsSchema();
}

/// Of the last request but its repair: what was asked before was in vain, and only its tokens count.
store::Receipt SummaryRun::receipt() const
{
    store::Receipt receipt;
    receipt.kind = m_kind;
    receipt.base = m_base ? m_base->id : SummaryId();
    receipt.instruction = m_options.instruction;
    receipt.started = m_started;
    if (m_kind == store::RunKind::Rendering)
        return receipt;
    receipt.system = m_prompt.system;
    receipt.user = m_prompt.user;
    receipt.schema = schema();
    receipt.repair = m_repair;
    for (const Prompt::Packed& packed : m_prompt.mails) {
        const thread::Mail& mail = m_listing->mails[static_cast<std::size_t>(packed.mail - 1)].mail;
        receipt.mails.append({mail.id, mail.contentHash, packed.lines, packed.of});
    }
    receipt.endpoint = originOf(*m_options.provider);
    receipt.modelAsked = m_options.provider->model;
    receipt.modelAnswered = m_answer.model;
    receipt.tokensIn = m_answer.tokensIn;
    receipt.tokensOut = m_answer.tokensOut;
    receipt.tokensEstimated = m_answer.tokensEstimated;
    receipt.elapsed = m_elapsed.isValid() ? m_elapsed.elapsed() : 0;
    return receipt;
}

} // namespace lb::summary
