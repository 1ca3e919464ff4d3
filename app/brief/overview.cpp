// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/overview.h"

#include "summary/claimparser.h"
#include "thread/factwords.h"
#include "thread/ownwords.h"
#include "thread/people.h"
#include "thread/safetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::brief
{

namespace
{

using report::OverviewGroup;
using thread::Awaiting;
using thread::AwaitingReason;

constexpr qsizetype longestQuote = 110;
constexpr qint64 secondsInDay = 86'400;

struct Words {
    QString applied, queued, merged;
    QString patches; ///< "%1 patches"
    QString onePatch;
    QString days; ///< "%1 days"
    QString colon;
};

const Words& words(Language language)
{
    static const Words english{u"applied"_s, u"queued"_s,  u"merged"_s, u"%1 patches"_s,
                               u"1 patch"_s, u"%1 days"_s, u": "_s};
    static const Words chinese{u"已应用"_s,   u"已排入队列"_s, u"已合入"_s, u"%1 个补丁"_s,
                               u"1 个补丁"_s, u"%1 天"_s,      u"："_s};
    return language == Language::Chinese ? chinese : english;
}

/// What one thread has to say, and where.
class Place
{
public:
    Place(const OverviewThread& thread, const QDateTime& moment, Language language)
        : m_listing(*thread.listing)
        , m_facts(*thread.facts)
        , m_summary(thread.summary)
        , m_say(words(language))
        , m_language(language)
        , m_superseded(thread.superseded)
        , m_days((moment.toSecsSinceEpoch() - m_listing.last().date.utc) / secondsInDay)
    {
    }

    void addTo(report::Overview& overview)
    {
        m_overview = &overview;
        if (decided()) {
            begun(true);
            return;
        }
        decidedByClaim();
        if (!m_superseded)
            begun(blocked() || silent() || awaiting());
    }

private:
    [[nodiscard]] const thread::ListedMail* mail(int number) const
    {
        return number >= 1 && number <= m_listing.count()
            ? &m_listing.mails[static_cast<std::size_t>(number - 1)]
            : nullptr;
    }
    [[nodiscard]] bool isNew(int number) const
    {
        const thread::ListedMail* found = mail(number);
        return found != nullptr && found->isNew;
    }
    [[nodiscard]] QString nameOf(int number) const
    {
        const thread::ListedMail* found = mail(number);
        return found == nullptr ? QString() : thread::plainLine(thread::shownName(found->mail.from));
    }

    bool add(OverviewGroup group, const QString& reason, int number)
    {
        report::OverviewLine line;
        line.thread = m_listing.thread;
        line.root = m_listing.root;
        line.title = m_listing.title;
        line.reason = reason;
        line.mail = mail(number) != nullptr ? number : m_listing.count();
        line.mailId = mail(line.mail)->mail.id;
        m_overview->groups.at(static_cast<std::size_t>(group)).append(line);
        return true;
    }

    [[nodiscard]] static QString quoted(const OverviewFacts::Said& what)
    {
        return QString(u'“' + thread::shortened(thread::plainLine(what.quote), longestQuote) + u'”');
    }

    /// Ada Example: “This breaks the build.”
    [[nodiscard]] QString said(const OverviewFacts::Said& what) const
    {
        return QString(nameOf(what.mail) + m_say.colon + quoted(what));
    }

    /// Who is awaited and why.
    [[nodiscard]] QString why() const
    {
        QString reason = thread::reasonText(m_facts.reason, m_language);
        if (m_facts.question && m_facts.question->mail == m_facts.mail)
            reason += m_say.colon + quoted(*m_facts.question);
        return m_facts.awaited.isEmpty() ? reason : QString(m_facts.awaited + u" – "_s + reason);
    }

    bool decided()
    {
        if (m_facts.applied && isNew(m_facts.applied->mail)) {
            const QString& fate = m_facts.fate == thread::Fate::Merged ? m_say.merged
                : m_facts.fate == thread::Fate::Queued                 ? m_say.queued
                                                                       : m_say.applied;
            return add(OverviewGroup::Decided, QString(fate + u" – "_s + said(*m_facts.applied)),
                       m_facts.applied->mail);
        }
        if (m_facts.reason == AwaitingReason::Withdrawn && isNew(m_facts.mail))
            return add(OverviewGroup::Decided, thread::reasonText(m_facts.reason, m_language), m_facts.mail);
        return false;
    }

    /// A decision that the summary tells and the check has found in the mails. The thread may go on.
    void decidedByClaim()
    {
        if (m_summary == nullptr || m_summary->extraction.isEmpty())
            return;
        const summary::ModelSummary model
            = summary::parseClaims(QString::fromUtf8(m_summary->extraction)).summary;
        for (const summary::ModelClaim& claim : model.claims) {
            if (claim.kind != summary::ClaimKind::Decision || claim.window == summary::ClaimWindow::Old)
                continue;
            const int number = currentNumber(claim);
            if (number > 0 && isNew(number) && isVerified(claim)) {
                add(OverviewGroup::Decided, thread::shortened(thread::plainLine(claim.text), longestQuote),
                    number);
                return;
            }
        }
    }

    /// The claim's last mail as the thread counts it now; 0 = it is not listed.
    [[nodiscard]] int currentNumber(const summary::ModelClaim& claim) const
    {
        if (claim.cites.isEmpty())
            return 0;
        const int cited = *std::ranges::max_element(claim.cites);
        if (cited < 1 || cited > m_summary->cited.size())
            return 0;
        const MessageId& id = m_summary->cited.at(cited - 1);
        const auto found = std::ranges::find(m_listing.mails, id,
                                             [](const thread::ListedMail& listed) { return listed.mail.id; });
        return found == m_listing.mails.end() ? 0 : found->number;
    }

    /// What is kept of the check is about rendered claims: this one's is known by its words.
    [[nodiscard]] bool isVerified(const summary::ModelClaim& claim) const
    {
        const QString text = thread::escapeMarkdown(thread::plainLine(claim.text).trimmed());
        return !text.isEmpty() && std::ranges::any_of(m_summary->claims, [&](const store::Claim& rendered) {
            return rendered.verified && rendered.text.endsWith(text);
        });
    }

    bool blocked()
    {
        return m_facts.objection
            && add(OverviewGroup::Blocked, said(*m_facts.objection), m_facts.objection->mail);
    }

    bool silent()
    {
        if (!m_facts.question || m_days < silentDays || m_facts.awaiting == Awaiting::Nobody)
            return false;
        return add(OverviewGroup::Silent,
                   QString(m_say.days.arg(m_days) + u" – "_s + said(*m_facts.question)),
                   m_facts.question->mail);
    }

    [[nodiscard]] bool isUntouched() const
    {
        return m_facts.reason == AwaitingReason::Posted || m_facts.reason == AwaitingReason::PullRequested
            || m_facts.reason == AwaitingReason::Reported;
    }

    [[nodiscard]] bool isBegun() const
    {
        return m_listing.mails.front().isNew && m_listing.newMails == m_listing.count()
            && m_facts.revision <= 1 && !m_listing.mails.front().subject.isReply;
    }

    bool awaiting()
    {
        switch (m_facts.awaiting) {
        case Awaiting::Nobody:
            return false;
        case Awaiting::Author:
            return add(OverviewGroup::AwaitingAuthor, why(), m_facts.mail);
        case Awaiting::Reviewers:
        case Awaiting::Maintainer:
            return !(isUntouched() && isBegun())
                && add(OverviewGroup::AwaitingReviewers, why(), m_facts.mail);
        }
        return false;
    }

    void begun(bool placed)
    {
        if (!isBegun())
            return;
        QString reason = nameOf(1);
        if (m_facts.patches > 0)
            reason += u", "_s + (m_facts.patches == 1 ? m_say.onePatch : m_say.patches.arg(m_facts.patches));
        if (!placed && isUntouched())
            reason += u" – "_s + thread::reasonText(m_facts.reason, m_language);
        add(OverviewGroup::New, reason, 1);
    }

    const thread::Listing& m_listing;
    const OverviewFacts& m_facts;
    const store::SummaryRecord* m_summary;
    const Words& m_say;
    Language m_language;
    bool m_superseded;
    qint64 m_days;
    report::Overview* m_overview = nullptr;
};

std::optional<OverviewFacts::Said> openObjection(const thread::Facts& facts)
{
    if (facts.awaiting == Awaiting::Nobody)
        return std::nullopt;
    if (facts.grounds.reason == AwaitingReason::Objected) { // then the grounds are what is unanswered
        for (const thread::Statement& objection : facts.objections) {
            if (facts.grounds.mails.contains(objection.mail))
                return OverviewFacts::Said{objection.mail, objection.quote};
        }
    }
    for (const thread::Trailer& trailer : facts.trailers) {
        if (trailer.kind == "Nacked-by"_L1 && !trailer.appliesTo.isEmpty())
            return OverviewFacts::Said{trailer.mail, u"Nacked-by"_s};
    }
    return std::nullopt;
}

} // namespace

OverviewFacts overviewFacts(const thread::Facts& facts)
{
    OverviewFacts kept;
    kept.awaiting = facts.awaiting;
    kept.reason = facts.grounds.reason;
    kept.mail = facts.grounds.mails.isEmpty() ? 0 : facts.grounds.mails.constLast();
    kept.awaited = thread::plainLine(thread::awaitedNames(facts.grounds).join(u", "_s));
    if (facts.grounds.reason == AwaitingReason::Applied && !facts.applied.isEmpty()) {
        const thread::AppliedStatement& last = facts.applied.constLast();
        kept.applied = OverviewFacts::Said{last.mail, last.quote};
        kept.fate = last.fate;
    }
    kept.objection = openObjection(facts);
    if (const QList<thread::Statement> open = facts.openQuestions(); !open.isEmpty())
        kept.question = OverviewFacts::Said{open.constLast().mail, open.constLast().quote};
    if (facts.series) {
        kept.revision = facts.series->revision;
        kept.patches = static_cast<int>(
            std::ranges::count_if(facts.series->present, [](int number) { return number > 0; }));
    }
    return kept;
}

report::Overview overviewOf(std::span<const OverviewThread> threads, const QDateTime& moment,
                            Language language)
{
    report::Overview overview;
    for (const OverviewThread& thread : threads) {
        if (thread.facts != nullptr && !thread.listing->mails.empty())
            Place(thread, moment, language).addTo(overview);
    }
    return overview;
}

bool isSuperseded(const thread::Listing& listing, const thread::RevisionMap& revisions)
{
    const int own = revisions.newestIn(listing.thread);
    const int next = own < 0 ? -1 : revisions.next(own);
    return next >= 0 && revisions.at(next).thread != listing.thread;
}

QDateTime overviewMoment(const std::optional<thread::Period>& period, const QDateTime& now)
{
    if (!period)
        return now;
    return std::min(now, QDateTime(period->until.addDays(1), QTime(0, 0), Qt::UTC));
}

} // namespace lb::brief
