// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/staleness.h"

#include "summary/digest.h"
#include "summary/prompts.h"

#include <QSet>

namespace lb::summary
{

Staleness stalenessOf(const store::SummaryRecord& summary, const thread::Listing& listing,
                      const std::optional<llm::Provider>& provider)
{
    Staleness stale;
    QSet<MessageId> known(summary.cited.begin(), summary.cited.end());
    for (const thread::ListedMail& listed : listing.mails) {
        if (!known.remove(listed.mail.id))
            ++stale.newMails;
    }
    stale.goneMails = static_cast<int>(known.size());
    if (summary.kind == store::SummaryKind::Digest) {
        stale.promptChanged = summary.promptVersion != QLatin1StringView(digestVersion);
        return stale;
    }
    stale.promptChanged = !isCurrentPrompt(summary.promptVersion, summary.language);
    const QString& asked = summary.modelAsked.isEmpty() ? summary.model : summary.modelAsked;
    stale.modelChanged = provider && (provider->id != summary.provider || provider->model != asked);
    return stale;
}

} // namespace lb::summary
