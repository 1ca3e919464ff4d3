// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace lb::test
{

inline constexpr qint64 start = 1750114961; // Mon, 16 Jun 2025 16:02:41 -0700

/// Each a second after the one before.
inline thread::ListedMail mail(int number, const QString& subject)
{
    thread::ListedMail listed;
    listed.number = number;
    listed.isNew = true;
    listed.mail.number = static_cast<IdNumber>(number);
    listed.mail.id = MessageId{QByteArray::number(number) + "@example.invalid"};
    listed.mail.subject = subject;
    listed.mail.from = {QStringLiteral("Ada Example"), QStringLiteral("ada@example.invalid")};
    listed.mail.date = {start + number, -7 * 60, mail::DateSource::Header};
    return listed;
}

/// A report of one thread of two mails, with a digest.
inline report::Report oneThread(const QString& title = QStringLiteral("[PATCH v2 0/1] KVM: a_b"))
{
    report::Report report;
    report.generated = QDateTime(QDate(2025, 10, 27), QTime(11, 1, 2), Qt::OffsetFromUTC, 8 * 3600);
    report.listName = QStringLiteral("kvmarm");
    report.listId = QStringLiteral("kvmarm.lists.linux.dev");
    report.period = {QDate(2025, 6, 16), QDate(2025, 6, 22)};
    report.language = Language::Chinese;
    report::ReportThread thread;
    thread.listing.category = thread::Category::Patch;
    thread.listing.title = title;
    thread.listing.people = 1;
    thread.listing.newMails = 2;
    thread.listing.mails = {mail(1, title), mail(2, QStringLiteral("Re: ") + title)};
    thread.listing.mails[1].parent = 0;
    thread.listing.mails[1].parentId = 1;
    thread.listing.root = thread.listing.mails[0].mail.id;
    store::SummaryRecord summary;
    summary.text = QStringLiteral("- All is well [1][2]\n");
    summary.promptVersion = QStringLiteral("digest/1");
    summary.created = QDateTime(QDate(2025, 6, 23), QTime(1, 2, 3), Qt::UTC);
    summary.claims = {{QStringLiteral("All is well"), {1, 2}, true}};
    thread.summary = summary;
    report.threads.push_back(thread);
    return report;
}

} // namespace lb::test
