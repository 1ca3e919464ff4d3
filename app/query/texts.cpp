// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/texts.h"

#include <QLocale>

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

/// What is typed may be long; a message is not.
QString shown(const QString& word)
{
    constexpr qsizetype longest = 40;
    return word.size() <= longest ? word : QString(word.left(longest) + u'…');
}

QString named(const Problem& problem)
{
    return problem.field ? QString(ruleOf(*problem.field).name + u':') : shown(problem.word);
}

} // namespace

QString Texts::meaning(Field field)
{
    switch (field) {
    case Field::Text:
        return tr("in a subject, a sender or the text of a mail");
    case Field::From:
        return tr("somebody wrote in it: a name, an address or me");
    case Field::To:
        return tr("a mail was sent to somebody, by To or Cc; me is you");
    case Field::Starter:
        return tr("somebody started it");
    case Field::Subject:
        return tr("words of a subject");
    case Field::Body:
        return tr("words of a mail's own text");
    case Field::Path:
        return tr("a patch touches a file or folder");
    case Field::Trailer:
        return tr("a mail gives a trailer, in quotes also with a name");
    case Field::Is:
        return tr("how it stands");
    case Field::Has:
        return tr("what it holds");
    case Field::Awaiting:
        return tr("who has the next word");
    case Field::Tag:
        return tr("you gave it this tag");
    case Field::Since:
        return tr("has mail of that day or later");
    case Field::Until:
        return tr("has mail of that day or earlier");
    case Field::During:
        return tr("has mail of those days: a day, a week, a month or two ends");
    case Field::Revision:
        return tr("the revision of its series");
    case Field::Mails:
        return tr("how many mails it has");
    case Field::Participants:
        return tr("how many people wrote in it");
    case Field::List:
        return tr("look in all mail of this list");
    }
    return {};
}

QString Texts::meaning(Flag flag)
{
    switch (flag) {
    case Flag::None:
        break;
    case Flag::Unread:
        return tr("has mail you have not read");
    case Flag::Starred:
        return tr("starred");
    case Flag::Muted:
        return tr("muted");
    case Flag::Done:
        return tr("done");
    case Flag::Snoozed:
        return tr("snoozed");
    case Flag::Open:
        return tr("with open questions");
    case Flag::Nack:
    case Flag::HasNack:
        return tr("objected to or refused");
    case Flag::BotFailure:
        return tr("a bot reports a failure");
    case Flag::Applied:
        return tr("said to be applied, be it in part");
    case Flag::HasPatch:
        return tr("holds patches");
    case Flag::HasReview:
        return tr("somebody gave a Reviewed-by");
    case Flag::HasNote:
        return tr("you wrote a note");
    case Flag::AwaitsMe:
        return tr("you");
    case Flag::AwaitsAuthor:
        return tr("who posted it");
    case Flag::AwaitsReviewers:
        return tr("those who review");
    case Flag::AwaitsMaintainer:
        return tr("the maintainer");
    case Flag::AwaitsNobody:
        return tr("nobody");
    }
    return {};
}

QString Texts::example(Field field)
{
    switch (field) {
    case Field::Text:
        return u"vgic \"page table\""_s;
    case Field::From:
        return u"from:ada"_s;
    case Field::To:
        return u"to:me"_s;
    case Field::Starter:
        return u"starter:ada"_s;
    case Field::Subject:
        return u"subject:selftests"_s;
    case Field::Body:
        return u"body:\"stage 2\""_s;
    case Field::Path:
        return u"path:arch/arm64"_s;
    case Field::Trailer:
        return u"trailer:reviewed-by"_s;
    case Field::Is:
        return u"is:unread"_s;
    case Field::Has:
        return u"has:patch"_s;
    case Field::Awaiting:
        return u"awaiting:author"_s;
    case Field::Tag:
        return u"tag:urgent"_s;
    case Field::Since:
        return u"since:7d"_s;
    case Field::Until:
        return u"until:yesterday"_s;
    case Field::During:
        return u"during:2025-W25"_s;
    case Field::Revision:
        return u"revision:>=3"_s;
    case Field::Mails:
        return u"mails:10..20"_s;
    case Field::Participants:
        return u"participants:>=5"_s;
    case Field::List:
        return u"list:kvmarm"_s;
    }
    return {};
}

QString Texts::operators()
{
    return tr(
        "Conditions side by side must all hold. “or” between two wants one of them, “not” or “-” before "
        "one wants its opposite, and parentheses group. Quotes keep words together. In texts whole words are "
        "found, with a star also what begins so: vgic*. Dates are days (2025-06-16), weeks (2025-W25), "
        "months (2025-06), today, yesterday, or so long ago: 7d, 2w, 3m. Counts are 3, >3, >=3, <3, <=3 or "
        "3..5.");
}

QString Texts::problem(const Problem& problem)
{
    //: %1 is a word that was typed or a field ("from:"), %2 what to type instead
    const QString hint
        = problem.suggestion.isEmpty() ? QString() : tr(" Did you mean %1?").arg(shown(problem.suggestion));
    switch (problem.kind) {
    case Problem::Kind::TooLong:
        return tr("The query is too long: at most %n characters.", nullptr, static_cast<int>(longestQuery));
    case Problem::Kind::TooManyTerms:
        return tr("There are too many conditions: at most %n.", nullptr, mostTerms);
    case Problem::Kind::TooDeep:
        return tr("There are too many parentheses inside one another: at most %n.", nullptr, deepestGroup);
    case Problem::Kind::UnknownField:
        return tr("“%1” is no field; in quotes it is looked for as text.").arg(shown(problem.word)) + hint;
    case Problem::Kind::MissingValue:
        if (!problem.field)
            return tr("There is nothing in the quotes.");
        if (ruleOf(*problem.field).kind == ValueKind::Choice)
            return tr("%1 knows %2.")
                .arg(named(problem), QLocale().createSeparatedList(wordsOf(*problem.field)));
        return tr("%1 wants a value, for example %2.").arg(named(problem), example(*problem.field));
    case Problem::Kind::UnknownChoice:
        return tr("%1 knows %2.").arg(named(problem), QLocale().createSeparatedList(wordsOf(*problem.field)))
            + hint;
    case Problem::Kind::NotANumber:
        return tr("%1 wants a count: 3, >3, >=3, <3, <=3 or 3..5.").arg(named(problem));
    case Problem::Kind::NotADate:
        return tr("%1 wants a date: 2025-06-16, 2025-W25, 2025-06, today, yesterday, 7d, 2w or 3m.")
            .arg(named(problem));
    case Problem::Kind::NothingToFind:
        return tr("%1 wants at least one letter or digit.").arg(named(problem));
    case Problem::Kind::NothingBefore:
        return tr("A condition must stand before “%1”; in quotes it is a word.").arg(shown(problem.word));
    case Problem::Kind::NothingAfter:
        return tr("A condition must follow “%1”; in quotes it is a word.").arg(shown(problem.word));
    case Problem::Kind::EmptyGroup:
        return tr("There is nothing in the parentheses.");
    case Problem::Kind::NotOpened:
        return tr("This parenthesis closes none; in quotes it is text.");
    case Problem::Kind::NotClosed:
        return tr("This parenthesis is not closed.");
    }
    return {};
}

} // namespace lb::query
