// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/update.h"

#include "summary/claimparser.h"
#include "summary/prompts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lb::summary
{

namespace
{

QHash<MessageId, int> numbersOf(const thread::Listing& listing)
{
    QHash<MessageId, int> numbers;
    numbers.reserve(listing.count());
    for (const thread::ListedMail& listed : listing.mails)
        numbers.insert(listed.mail.id, listed.number);
    return numbers;
}

bool isPosting(const thread::ListedMail& listed)
{
    return listed.subject.isPatch && !listed.subject.isReply;
}

/// A posting of a revision that the thread did not have.
bool bringsRevision(const thread::Listing& listing, const std::vector<bool>& fresh)
{
    QSet<int> known;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (!fresh[i] && isPosting(listing.mails[i]))
            known.insert(listing.mails[i].subject.revision);
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (fresh[i] && isPosting(listing.mails[i]) && !known.contains(listing.mails[i].subject.revision))
            return true;
    }
    return false;
}

bool wasAsked(const store::SummaryRecord& version, const SummaryWish& wish)
{
    const QString& model = version.modelAsked.isEmpty() ? version.model : version.modelAsked;
    return version.provider == wish.provider && model == wish.model;
}

WholeReason reasonAgainst(const store::SummaryRecord& version, const thread::Listing& listing,
                          const QHash<MessageId, int>& numbers, const SummaryWish& wish)
{
    // Without a key: what was left of a damaged answer.
    if (version.kind != store::SummaryKind::Model || version.extraction.isEmpty() || version.key.isEmpty())
        return WholeReason::NotClaims;
    if (version.language != wish.language)
        return WholeReason::OtherLanguage;
    if (!wasAsked(version, wish))
        return WholeReason::OtherModel;
    if (version.instruction != wish.instruction)
        return WholeReason::OtherInstruction;
    if (!isCurrentPrompt(version.promptVersion, wish.language))
        return WholeReason::OtherPrompt;
    if (!std::ranges::all_of(version.cited, [&](const MessageId& id) { return numbers.contains(id); }))
        return WholeReason::MailsGone;
    const std::vector<bool> fresh = newSince(version, listing);
    const auto count = std::ranges::count(fresh, true);
    if (count == 0)
        return WholeReason::NothingNew;
    if (bringsRevision(listing, fresh))
        return WholeReason::NewRevision;
    return count * 2 > listing.count() ? WholeReason::MostlyNew : WholeReason::None;
}

/// Numbers of then as numbers of today.
class Renumbering
{
public:
    Renumbering(const store::SummaryRecord& summary, const thread::Listing& listing) : m_listing(listing)
    {
        const QHash<MessageId, int> numbers = numbersOf(listing);
        for (const MessageId& id : summary.cited)
            m_today.append(numbers.value(id));
    }

    [[nodiscard]] int operator()(int then) const { return then < 1 ? 0 : m_today.value(then - 1); }

    [[nodiscard]] QList<int> operator()(const QList<int>& then) const
    {
        QList<int> today;
        for (const int number : then) {
            if (const int mapped = (*this)(number); mapped > 0)
                today.append(mapped);
        }
        return today;
    }

    [[nodiscard]] ClaimWindow window(const ModelClaim& claim) const
    {
        const bool anyNew = std::ranges::any_of(claim.cites, [this](int number) {
            return m_listing.mails[static_cast<std::size_t>(number - 1)].isNew;
        });
        return claim.window == ClaimWindow::New && !anyNew ? ClaimWindow::Old : claim.window;
    }

private:
    const thread::Listing& m_listing;
    QList<int> m_today; ///< 0 = not listed
};

} // namespace

UpdatePlan planUpdate(const thread::Listing& listing, const QList<store::SummaryRecord>& versions,
                      const SummaryWish& wish)
{
    UpdatePlan plan;
    const QHash<MessageId, int> numbers = numbersOf(listing);
    for (const store::SummaryRecord& version : versions) {
        const WholeReason reason = reasonAgainst(version, listing, numbers, wish);
        if (reason == WholeReason::None)
            return {reason, version};
        plan.reason = std::max(plan.reason, reason);
    }
    return plan;
}

std::vector<bool> newSince(const store::SummaryRecord& summary, const thread::Listing& listing)
{
    const QSet<MessageId> known(summary.cited.begin(), summary.cited.end());
    std::vector<bool> fresh;
    fresh.reserve(listing.mails.size());
    for (const thread::ListedMail& listed : listing.mails)
        fresh.push_back(!known.contains(listed.mail.id));
    return fresh;
}

std::optional<ModelSummary> claimsOfToday(const store::SummaryRecord& summary, const thread::Listing& listing)
{
    ParsedAnswer parsed = parseClaims(QString::fromUtf8(summary.extraction));
    if (!parsed.found)
        return std::nullopt;
    const Renumbering today(summary, listing);
    for (ModelClaim& claim : parsed.summary.claims) {
        claim.who = today(claim.who);
        claim.cites = today(claim.cites);
        claim.window = today.window(claim);
    }
    for (OpenPoint& point : parsed.summary.open) {
        point.raised = today(point.raised);
        point.answeredBy = today(point.answeredBy);
    }
    for (Position& position : parsed.summary.positions)
        position.mail = today(position.mail);
    // What rests on nothing that is listed says nothing any more.
    parsed.summary.claims.removeIf([](const ModelClaim& claim) { return claim.cites.isEmpty(); });
    parsed.summary.open.removeIf([](const OpenPoint& point) { return point.raised == 0; });
    parsed.summary.positions.removeIf([](const Position& position) { return position.mail == 0; });
    return parsed.summary;
}

} // namespace lb::summary
