// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/factlines.h"

#include "report/text.h"
#include "report/writers.h"
#include "thread/factwords.h"
#include "thread/people.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

constexpr qsizetype maxGroups = 12;
constexpr qsizetype maxQuotes = 8;

QString cite(int number)
{
    return u"[%1]"_s.arg(number);
}

/// One person's trailers of one kind.
struct TrailerGroup {
    QString kind;
    QString who;
    QList<int> patches;
    QList<int> mails;
};

void addSorted(QList<int>& numbers, int number)
{
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
    if (at == numbers.end() || *at != number)
        numbers.insert(at, number);
}

QList<TrailerGroup> trailerGroups(const QList<thread::Trailer>& trailers)
{
    QList<TrailerGroup> groups;
    for (const thread::Trailer& trailer : trailers) {
        if (trailer.who.address.isEmpty() || trailer.appliesTo.isEmpty())
            continue; // Fixes and Link say nothing about where a series stands
        const QString who = thread::shownName(trailer.who);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const TrailerGroup& g) {
            return g.kind == trailer.kind && g.who == who;
        });
        if (group == groups.end()) {
            if (groups.size() >= maxGroups)
                continue;
            groups += TrailerGroup{trailer.kind, who, {}, {}};
            group = groups.end() - 1;
        }
        for (const int patch : trailer.appliesTo)
            addSorted(group->patches, patch);
        addSorted(group->mails, trailer.mail);
    }
    return groups;
}

QString cited(const QList<int>& mails)
{
    QString text;
    for (qsizetype i = 0; i < std::min<qsizetype>(mails.size(), 6); ++i)
        text += cite(mails.at(i));
    return text;
}

/// “quote” — who [n]
QString quoted(const thread::Listing& listing, const thread::Statement& statement)
{
    QString who;
    if (statement.mail >= 1 && statement.mail <= listing.count())
        who = thread::shownName(listing.mails[static_cast<std::size_t>(statement.mail - 1)].mail.from);
    return u"“"_s + statement.quote + u"” — "_s + who + u' ' + cite(statement.mail);
}

QString seriesText(const ReportThread& thread, const Labels& words)
{
    const thread::SeriesFacts& series = *thread.facts.series;
    const auto patches
        = std::count_if(series.present.cbegin(), series.present.cend(), [](int n) { return n > 0; });
    QString text = words.series.arg(series.revision).arg(patches).arg(series.total);
    for (const thread::ListedMail& listed : thread.listing.mails) {
        if (!series.previousRoot.isEmpty() && listed.mail.id == series.previousRoot)
            text += u" · "_s + words.previousRevision.arg(listed.number);
    }
    return text;
}

QString fateName(thread::Fate fate, const Labels& words)
{
    switch (fate) {
    case thread::Fate::Applied:
        return words.applied;
    case thread::Fate::Queued:
        return words.queued;
    case thread::Fate::Merged:
        return words.merged;
    }
    return {};
}

/// "the author (Ada) – questions are open [4][7]"
QString awaitingText(const thread::Facts& facts, const Labels& words)
{
    QString text = awaitingName(facts.awaiting, words);
    if (const QStringList names = thread::awaitedNames(facts.grounds); !names.isEmpty())
        text += u" ("_s + names.join(u", "_s) + u')';
    if (!facts.grounds.mails.isEmpty())
        text += u" – "_s + thread::reasonText(facts.grounds.reason, words.language) + u' '
            + cited(facts.grounds.mails);
    return text;
}

QList<FactLine> questionLines(const thread::Listing& listing, const thread::Facts& facts, const Labels& words)
{
    QList<FactLine> lines;
    for (const thread::Question& question : facts.questions) {
        if (question.state != thread::QuestionState::Open || lines.size() >= maxQuotes)
            continue;
        QString text = quoted(listing, question);
        if (const QString who = thread::shownName(question.to); !who.isEmpty())
            text += u" ("_s + words.askedOf.arg(who) + u')';
        lines += {words.openQuestions, text};
    }
    return lines;
}

QList<FactLine> statementLines(const thread::Listing& listing, const thread::Facts& facts,
                               const Labels& words)
{
    QList<FactLine> lines;
    for (qsizetype i = 0; i < std::min(facts.applied.size(), maxQuotes); ++i) {
        const thread::AppliedStatement& applied = facts.applied.at(i);
        QString text = quoted(listing, applied);
        if (!applied.patches.isEmpty())
            text += u" ("_s + words.patches.arg(ranges(applied.patches)) + u')';
        lines += {fateName(applied.fate, words), text};
    }
    if (const QList<int> failures = facts.botFailures(); !failures.isEmpty())
        lines += {words.botFailures, cited(failures)};
    if (const QList<int> passes = facts.botPasses(); !passes.isEmpty())
        lines += {words.botPasses, cited(passes)};
    for (qsizetype i = 0; i < std::min(facts.objections.size(), maxQuotes); ++i)
        lines += {words.objections, quoted(listing, facts.objections.at(i))};
    return lines + questionLines(listing, facts, words);
}

} // namespace

QList<FactLine> factLines(const ReportThread& thread, const Labels& words, bool brief)
{
    const thread::Facts& facts = thread.facts;
    QString line;
    const auto add = [&line](const QString& part) { line += (line.isEmpty() ? QString() : u" · "_s) + part; };
    if (facts.series)
        add(seriesText(thread, words));
    if (brief) {
        if (!facts.applied.isEmpty())
            add(fateName(facts.applied.constLast().fate, words) + u' '
                + cite(facts.applied.constLast().mail));
        if (const QList<int> failures = facts.botFailures(); !failures.isEmpty())
            add(words.botFailures + u' ' + cited(failures));
    }
    add(words.awaiting + words.colon + awaitingText(facts, words));
    QList<FactLine> lines{{words.facts, line, {}}};
    if (brief)
        return lines;

    const QList<TrailerGroup> groups = trailerGroups(facts.trailers);
    for (const TrailerGroup& group : groups) {
        lines
            += {group.kind,
                group.who + u" ("_s + words.patches.arg(ranges(group.patches)) + u") "_s + cited(group.mails),
                {}};
    }
    lines += statementLines(thread.listing, facts, words);
    return lines;
}

QList<FactLine> revisionLines(const QHash<MessageId, Place>& places, const ReportThread& thread,
                              const Labels& words)
{
    QList<FactLine> lines;
    const auto add = [&](const std::optional<RevisionReference>& reference, const QString& label) {
        if (!reference)
            return;
        QString text = (reference->isRfc ? u"RFC v"_s : u"v"_s) + QString::number(reference->revision);
        if (const auto place = places.constFind(reference->root); place != places.cend()) {
            text += u", "_s + words.thread + u' ' + QString::number(place->position);
            if (place->category != thread.listing.category)
                text += u" ("_s + thread::categoryName(place->category) + u')';
        } else {
            for (const thread::ListedMail& listed : thread.listing.mails) {
                if (listed.mail.id == reference->root)
                    text += u' ' + cite(listed.number);
            }
        }
        lines += {label, text, reference->root};
    };
    add(thread.previous, words.earlierRevision);
    add(thread.next, words.laterRevision);
    return lines;
}

QStringList provenanceParts(const store::SummaryRecord& summary, const Labels& words)
{
    QStringList parts;
    if (summary.kind == store::SummaryKind::Digest)
        parts += words.builtIn;
    else
        parts += summary.model.isEmpty() ? summary.provider
                                         : QString(summary.provider + u" / "_s + summary.model);
    if (summary.created.isValid())
        parts += summary.created.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
    if (!summary.promptVersion.isEmpty())
        parts += words.promptVersion.arg(summary.promptVersion);
    parts += words.verified.arg(verifiedClaims(summary)).arg(summary.claims.size());
    if (summary.tokensIn > 0 || summary.tokensOut > 0)
        parts += words.tokens.arg(summary.tokensIn).arg(summary.tokensOut);
    return parts;
}

} // namespace lb::report
