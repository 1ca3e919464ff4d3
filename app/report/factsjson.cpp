// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/factsjson.h"

#include "thread/people.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

QJsonArray numbers(const QList<int>& list)
{
    QJsonArray array;
    for (const int number : list)
        array.append(number);
    return array;
}

void addLines(QJsonObject& object, int first, int last)
{
    if (first < 0)
        return;
    object.insert(u"line"_s, first + 1);
    object.insert(u"last_line"_s, last + 1);
}

QJsonObject statementObject(const thread::Statement& statement)
{
    QJsonObject object{{u"mail"_s, statement.mail}, {u"quote"_s, statement.quote}};
    addLines(object, statement.line, statement.lastLine);
    return object;
}

/// Words of the schema, in the order of each enum.
template <typename Enum, std::size_t Count>
QString word(const std::array<QStringView, Count>& words, Enum value)
{
    return words.at(static_cast<std::size_t>(value)).toString();
}

constexpr std::array<QStringView, 4> awaitingWords{u"author", u"reviewers", u"maintainer", u"nobody"};
constexpr std::array<QStringView, 3> fateWords{u"applied", u"queued", u"merged"};
constexpr std::array<QStringView, 3> stateWords{u"open", u"answered", u"unclear"};
constexpr std::array<QStringView, 18> reasonWords{
    u"nothing_open", u"applied",         u"superseded",      u"withdrawn", u"bot_failed",     u"objected",
    u"asked",        u"promised",        u"partly_applied",  u"commented", u"posted",         u"new_revision",
    u"author_asked", u"author_answered", u"partly_reviewed", u"reviewed",  u"pull_requested", u"reported"};
static_assert(reasonWords.size() == static_cast<std::size_t>(thread::AwaitingReason::Reported) + 1);

QJsonArray trailers(const QList<thread::Trailer>& list)
{
    QJsonArray array;
    for (const thread::Trailer& trailer : list) {
        QJsonObject object{
            {u"kind"_s, trailer.kind},
            {u"name"_s, trailer.who.name},
            {u"address"_s, trailer.who.address},
            {u"mail"_s, trailer.mail},
            {u"applies_to"_s, numbers(trailer.appliesTo)},
        };
        addLines(object, trailer.line, trailer.lastLine);
        array.append(object);
    }
    return array;
}

QJsonArray questions(const QList<thread::Question>& list)
{
    QJsonArray array;
    for (const thread::Question& question : list) {
        QJsonObject object = statementObject(question);
        object.insert(u"to"_s, thread::shownName(question.to));
        object.insert(u"state"_s, word(stateWords, question.state));
        object.insert(u"answered_by"_s,
                      question.answeredBy > 0 ? QJsonValue(question.answeredBy)
                                              : QJsonValue(QJsonValue::Null));
        array.append(object);
    }
    return array;
}

QJsonObject awaitingObject(const thread::Grounds& grounds)
{
    QJsonArray people;
    for (const mail::Address& person : grounds.people)
        people.append(QJsonObject{{u"name"_s, person.name}, {u"address"_s, person.address}});
    return {
        {u"reason"_s, word(reasonWords, grounds.reason)},
        {u"mails"_s, numbers(grounds.mails)},
        {u"people"_s, people},
    };
}

} // namespace

QJsonObject factsObject(const thread::Facts& facts)
{
    QJsonArray applied;
    for (const thread::AppliedStatement& statement : facts.applied) {
        QJsonObject object = statementObject(statement);
        object.insert(u"kind"_s, word(fateWords, statement.fate));
        object.insert(u"patches"_s, numbers(statement.patches));
        applied.append(object);
    }
    QJsonArray reports;
    for (const thread::BotReport& report : facts.botReports) {
        QJsonObject object = statementObject(report);
        object.insert(u"failed"_s, report.failed);
        reports.append(object);
    }
    QJsonArray objections;
    for (const thread::Statement& objection : facts.objections)
        objections.append(statementObject(objection));
    QJsonArray open;
    const QList<thread::Statement> unanswered = facts.openQuestions();
    for (const thread::Statement& question : unanswered)
        open.append(statementObject(question));
    return {
        {u"trailers"_s, trailers(facts.trailers)},
        {u"applied"_s, applied},
        {u"bot_failures"_s, numbers(facts.botFailures())},
        {u"bot_reports"_s, reports},
        {u"objections"_s, objections},
        {u"open_questions"_s, open},
        {u"questions"_s, questions(facts.questions)},
        {u"awaiting"_s, word(awaitingWords, facts.awaiting)},
        {u"awaiting_because"_s, awaitingObject(facts.grounds)},
    };
}

} // namespace lb::report
