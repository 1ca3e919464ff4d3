// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "thread/listing.h"

namespace lb::test
{

/// A thread of `count` mails, each answering the one before; a1@example.invalid, a2@... Numbers from 1.
inline thread::Listing threadOf(int count, const QString& title)
{
    thread::Listing listing;
    listing.thread = ThreadId{7};
    listing.root = MessageId{"a1@example.invalid"};
    listing.title = title;
    listing.category = thread::Category::Patch;
    listing.people = 3;
    listing.newMails = count;
    for (int number = 1; number <= count; ++number) {
        thread::ListedMail listed;
        listed.number = number;
        listed.parent = number - 2;
        listed.isNew = true;
        listed.mail.row = MailId{number};
        listed.mail.thread = listing.thread;
        listed.mail.id = MessageId{QByteArray("a" + QByteArray::number(number) + "@example.invalid")};
        listed.mail.subject = title;
        listed.mail.from = {QStringLiteral("Ada Example"), QStringLiteral("ada@example.invalid")};
        listed.mail.date.utc = 1750060800 + number * 3600; // 2025-06-16 08:00 UTC
        listed.mail.date.offsetMinutes = -420;
        listed.mail.date.source = mail::DateSource::Header;
        listing.mails.push_back(listed);
    }
    return listing;
}

/// Facts of every kind.
inline thread::Facts someFacts()
{
    thread::Facts facts;
    thread::SeriesFacts series;
    series.revision = 2;
    series.total = 4;
    series.present = {0, 1, 2, 4};
    facts.series = series;
    const auto trailer = [](const char* kind, const char* name, int mail, const QList<int>& patches) {
        thread::Trailer made;
        made.kind = QString::fromLatin1(kind);
        made.who = {QString::fromLatin1(name), QStringLiteral("someone@example.invalid")};
        made.mail = mail;
        made.appliesTo = patches;
        return made;
    };
    facts.trailers = {trailer("Reviewed-by", "Grace <b>Example</b>", 3, {1, 2}),
                      trailer("Reviewed-by", "Alan Example", 4, {4}),
                      trailer("Acked-by", "Alan Example", 4, {1}), trailer("Fixes", "abcdef", 1, {1})};
    thread::BotReport report;
    report.mail = 5;
    report.quote = QStringLiteral("x.c:1: error: y");
    facts.botReports = {report};
    thread::Question question;
    question.mail = 2;
    question.quote = QStringLiteral("Why is the lock needed here?");
    facts.questions = {question};
    facts.objections = {{3, QStringLiteral("I don't think this is right.")}};
    facts.applied = {{6, QStringLiteral("Applied to next, thanks!")}};
    facts.awaiting = thread::Awaiting::Author;
    facts.grounds = {thread::AwaitingReason::Asked, {2}, {}};
    return facts;
}

} // namespace lb::test
