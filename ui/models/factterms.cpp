// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/factterms.h"

#include "core/language.h"
#include "thread/factwords.h"

#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using thread::Awaiting;
using thread::FactMarks;

ReviewTone reviewTone(const std::optional<FactMarks>& facts)
{
    if (!facts)
        return ReviewTone::Plain;
    if (facts->refusals > 0 || facts->botFailures > 0)
        return ReviewTone::Bad;
    if (facts->openQuestions > 0)
        return ReviewTone::Attention;
    return facts->applied == FactMarks::Applied::No ? ReviewTone::Plain : ReviewTone::Good;
}

int reviewRank(const std::optional<FactMarks>& facts)
{
    if (!facts)
        return -1;
    constexpr int most = 1000;
    const int people = std::min(facts->reviews + facts->acks + facts->tests, most - 1);
    const int questions = std::min(facts->openQuestions, most - 1);
    return (static_cast<int>(reviewTone(facts)) * most + questions) * most + people;
}

int awaitedRank(const std::optional<FactMarks>& facts)
{
    return facts ? static_cast<int>(facts->awaiting) : static_cast<int>(Awaiting::Nobody) + 1;
}

QString FactTexts::review(const FactMarks& marks)
{
    QStringList parts;
    if (marks.refusals > 0)
        parts.append(u"NACK"_s);
    if (marks.botFailures > 0)
        //: A column of the thread list: a build or test robot reports a failure
        parts.append(tr("bot ✗"));
    const auto count = [&parts](QChar letter, int number) {
        if (number > 0)
            parts.append(letter + QString::number(number));
    };
    count(u'?', marks.openQuestions);
    count(u'R', marks.reviews);
    count(u'A', marks.acks);
    count(u'T', marks.tests);
    if (marks.applied == FactMarks::Applied::All)
        parts.append(tr("applied"));
    else if (marks.applied == FactMarks::Applied::Part)
        //: Some of a series' patches were applied
        parts.append(tr("partly applied"));
    return parts.join(u' ');
}

QString FactTexts::reviewSentences(const FactMarks& marks)
{
    QStringList lines;
    if (marks.refusals > 0)
        lines.append(tr("%n mail(s) object or refuse (NACK).", nullptr, marks.refusals));
    if (marks.botFailures > 0)
        lines.append(tr("%n failure(s) reported by bots.", nullptr, marks.botFailures));
    if (marks.openQuestions > 0)
        lines.append(tr("%n open question(s).", nullptr, marks.openQuestions));
    if (marks.reviews > 0)
        lines.append(tr("Reviewed by %n people.", nullptr, marks.reviews));
    if (marks.acks > 0)
        lines.append(tr("Acked by %n people.", nullptr, marks.acks));
    if (marks.tests > 0)
        lines.append(tr("Tested by %n people.", nullptr, marks.tests));
    if (marks.applied == FactMarks::Applied::All)
        lines.append(tr("Said to be applied."));
    else if (marks.applied == FactMarks::Applied::Part)
        lines.append(tr("Said to be applied in part."));
    return lines.isEmpty() ? tr("Nothing of note.") : lines.join(u'\n');
}

QString FactTexts::awaited(const FactMarks& marks)
{
    switch (marks.awaiting) {
    case Awaiting::Author:
        return tr("author");
    case Awaiting::Reviewers:
        return tr("reviewers");
    case Awaiting::Maintainer:
        return tr("maintainer");
    case Awaiting::Nobody:
        break;
    }
    return {};
}

QString FactTexts::awaitedSentence(const FactMarks& marks)
{
    const Language language = languageFromCode(QLocale().name()).value_or(Language::English);
    const QString reason = thread::reasonText(marks.reason, language);
    switch (marks.awaiting) {
    case Awaiting::Author:
        //: %1 is the reason: "questions are open"
        return tr("Waits for the author: %1.").arg(reason);
    case Awaiting::Reviewers:
        return tr("Waits for reviewers: %1.").arg(reason);
    case Awaiting::Maintainer:
        return tr("Waits for the maintainer: %1.").arg(reason);
    case Awaiting::Nobody:
        break;
    }
    return tr("Waits for nobody: %1.").arg(reason);
}

QString FactTexts::unknown()
{
    return tr("Not known yet: its mails have not been read for it.");
}

QString FactTexts::term(query::Flag flag)
{
    switch (flag) {
    case query::Flag::Open:
        return tr("With &Open Questions");
    case query::Flag::Nack:
        return tr("Objected to (&NACK)");
    case query::Flag::BotFailure:
        return tr("With &Bot Failures");
    case query::Flag::Applied:
        return tr("&Applied");
    case query::Flag::HasReview:
        return tr("&Reviewed");
    case query::Flag::AwaitsAuthor:
        return tr("Waiting for the A&uthor");
    case query::Flag::AwaitsReviewers:
        return tr("Waiting for Re&viewers");
    case query::Flag::AwaitsMaintainer:
        return tr("Waiting for the &Maintainer");
    case query::Flag::AwaitsNobody:
        return tr("Waiting for Nobod&y");
    default:
        return {};
    }
}

} // namespace lb::ui
