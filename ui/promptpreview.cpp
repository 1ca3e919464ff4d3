// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promptpreview.h"

#include "core/onresult.h"
#include "library/material.h"
#include "summary/claimanswer.h"
#include "summary/packing.h"
#include "summary/promptroom.h"
#include "summary/summarybase.h"

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString originOf(const llm::Provider& provider)
{
    const Result<QUrl> url = llm::chatUrl(provider);
    if (!url)
        return provider.endpoint;
    return url->toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo
                         | QUrl::FullyEncoded);
}

store::Receipt packedReceipt(const thread::Material& material, const PlannedRun& run)
{
    const llm::Provider& provider = *run.options.provider;
    const thread::Facts facts = thread::establishFacts(material);
    summary::PromptExtras extras;
    extras.instruction = summary::boundedInstruction(run.options.instruction);
    store::Receipt receipt;
    if (!run.options.refresh && run.options.reading == summary::Reading::Automatic) {
        const summary::UpdatePlan plan = summary::planUpdate(
            run.listing, run.versions,
            {provider.id, provider.model, run.options.language, run.options.instruction});
        if (plan.base)
            extras.known = summary::knownClaims(*plan.base, material, facts);
    }
    if (extras.known)
        receipt.kind = store::RunKind::Update;
    const summary::Prompt prompt = summary::pack(material, facts, run.options.language,
                                                 summary::promptRoom(provider, run.known).prompt, extras);
    receipt.system = prompt.system;
    receipt.user = prompt.user;
    receipt.schema = summary::claimsSchema();
    receipt.endpoint = originOf(provider);
    receipt.modelAsked = provider.model;
    receipt.tokensIn = static_cast<int>(prompt.estimatedTokens * std::max(1.0, run.known.tokenFactor));
    receipt.tokensEstimated = true;
    receipt.instruction = run.options.instruction;
    for (const summary::Prompt::Packed& packed : prompt.mails) {
        const thread::Mail& mail = run.listing.mails[static_cast<std::size_t>(packed.mail - 1)].mail;
        if (packed.lines > 0)
            receipt.mails.append({mail.id, mail.contentHash, packed.lines, packed.of});
    }
    return receipt;
}

} // namespace

QFuture<Result<store::Receipt>> previewReceipt(store::Store& store, const PlannedRun& run)
{
    return onPool(library::loadMaterial(store, run.listing),
                  [run](Result<thread::Material> material) -> Result<store::Receipt> {
                      if (!material)
                          return material.error();
                      thread::Material complete = *std::move(material);
                      complete.glossary = run.options.glossary;
                      return packedReceipt(complete, run);
                  });
}

} // namespace lb::ui
