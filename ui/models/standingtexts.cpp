// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/standingtexts.h"

#include "thread/people.h"
#include "thread/trailers.h"

#include <QDateTime>
#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using Until = thread::Snooze::Until;

QString StandingTexts::view(View view)
{
    switch (view) {
    case View::Attention:
        return tr("Attention");
    case View::ThisWeek:
        return tr("This Week");
    case View::Unread:
        return tr("Unread");
    case View::WaitingForMe:
        return tr("Waiting for Me");
    case View::Starred:
        return tr("Starred");
    case View::Snoozed:
        return tr("Snoozed");
    case View::Muted:
        return tr("Muted");
    case View::All:
        break;
    }
    //: All threads of a period: a view
    return tr("All");
}

QString StandingTexts::viewHint(View view)
{
    switch (view) {
    case View::Attention:
        return tr("What is not dealt with, what needs you most first");
    case View::ThisWeek:
        return tr("All threads of the list's newest week");
    case View::Unread:
        return tr("Threads with new mail that you have not looked at");
    case View::WaitingForMe:
        return tr("Threads in which you are asked or have the next word");
    case View::Starred:
        return tr("Threads with a star");
    case View::Snoozed:
        return tr("Threads that are put off until something happens");
    case View::Muted:
        return tr("Threads that are not offered any more");
    case View::All:
        break;
    }
    return tr("All threads of the chosen period");
}

QString StandingTexts::nothingIn(View view)
{
    switch (view) {
    case View::Unread:
        return tr("Everything is read");
    case View::WaitingForMe:
        return tr("Nothing waits for you");
    case View::Starred:
        return tr("No thread has a star");
    case View::Snoozed:
        return tr("No thread is put off");
    case View::Muted:
        return tr("No thread is muted");
    case View::Attention:
    case View::ThisWeek:
    case View::All:
        break;
    }
    return tr("Everything is dealt with");
}

QString StandingTexts::back(const thread::WakeUp& wakeUp)
{
    switch (wakeUp.cause) {
    case Until::Nothing:
        break;
    case Until::Date:
        //: Why a thread that was put off is back
        return tr("date reached");
    case Until::Revision:
        return tr("v%1 was posted").arg(wakeUp.revision);
    case Until::Reply:
        return tr("%1 replied").arg(wakeUp.who);
    case Until::Mail:
        return tr("new mail by %1").arg(wakeUp.who);
    }
    return {};
}

QString StandingTexts::until(const thread::Snooze& snooze)
{
    switch (snooze.until) {
    case Until::Nothing:
        break;
    case Until::Date: {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(snooze.date).toLocalTime();
        //: A thread is put off until a day
        return tr("until %1").arg(QLocale().toString(time.date(), QLocale::ShortFormat));
    }
    case Until::Revision:
        return tr("until a new revision");
    case Until::Reply: {
        mail::Address person = thread::addressIn(snooze.person);
        if (person.address.isEmpty())
            person.name = snooze.person;
        return tr("until %1 replies").arg(thread::shownName(person));
    }
    case Until::Mail:
        return tr("until new mail");
    }
    return {};
}

QString StandingTexts::term(AttentionTerm term)
{
    switch (term) {
    case AttentionTerm::Question:
        return tr("An open question to you");
    case AttentionTerm::Awaited:
        return tr("You have the next word");
    case AttentionTerm::NewRevision:
        return tr("A new revision after your review");
    case AttentionTerm::Refused:
        return tr("An objection (NACK)");
    case AttentionTerm::WatchedThread:
        return tr("New mail in a watched thread");
    case AttentionTerm::OwnPath:
        return tr("A patch touches your paths");
    case AttentionTerm::BotFailed:
        return tr("A bot reports a failure");
    case AttentionTerm::Recipient:
        return tr("You are in To or Cc");
    case AttentionTerm::WatchedPerson:
        return tr("A watched person writes");
    case AttentionTerm::WatchedWord:
        return tr("A watched word or path");
    case AttentionTerm::Silent:
        return tr("Silent while you wait or are awaited");
    }
    return {};
}

QString StandingTexts::because(AttentionTerm term, const Attention& attention)
{
    switch (term) {
    case AttentionTerm::Question:
        //: Why a thread is listed, in a few words; so are the next ones
        return tr("question to you");
    case AttentionTerm::Awaited:
        return tr("your turn");
    case AttentionTerm::NewRevision:
        return tr("v%1 after your review").arg(attention.revision);
    case AttentionTerm::Refused:
        return u"NACK"_s;
    case AttentionTerm::WatchedThread:
        return tr("watched");
    case AttentionTerm::OwnPath:
        return tr("your path");
    case AttentionTerm::BotFailed:
        return tr("bot ✗");
    case AttentionTerm::Recipient:
        return tr("sent to you");
    case AttentionTerm::WatchedPerson:
        return attention.person;
    case AttentionTerm::WatchedWord:
        return attention.word;
    case AttentionTerm::Silent:
        return tr("silent %n day(s)", nullptr, attention.silentDays);
    }
    return {};
}

QStringList StandingTexts::reasons(const Standing& standing)
{
    QStringList reasons;
    if (standing.back)
        reasons.append(back(*standing.back));
    for (int i = 0; i < attentionTermCount; ++i) {
        const auto term = static_cast<AttentionTerm>(i);
        if (standing.attention.has(term))
            reasons.append(because(term, standing.attention));
    }
    return reasons;
}

QStringList StandingTexts::explained(const Standing& standing)
{
    QStringList lines;
    if (standing.back)
        lines.append(back(*standing.back));
    for (int i = 0; i < attentionTermCount; ++i) {
        const auto kind = static_cast<AttentionTerm>(i);
        if (!standing.attention.has(kind))
            continue;
        const QString detail = kind == AttentionTerm::OwnPath ? standing.attention.path
            : kind == AttentionTerm::WatchedPerson            ? standing.attention.person
            : kind == AttentionTerm::WatchedWord              ? standing.attention.word
            : kind == AttentionTerm::Silent || kind == AttentionTerm::NewRevision
            ? because(kind, standing.attention)
            : QString();
        //: A reason for attention and what it rests on
        lines.append(detail.isEmpty() ? term(kind) : tr("%1: %2").arg(term(kind), detail));
    }
    return lines;
}

} // namespace lb::ui
