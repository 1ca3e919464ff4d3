// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/arrangement.h"

#include <QAbstractItemModel>

namespace lb::test
{

using namespace Qt::StringLiterals;

/// A week of invented threads. The first mail of a thread begins it; the others answer an earlier mail by its
/// row.
class ThreadsBuilder
{
public:
    static constexpr qint64 monday = 1750032000; ///< 2025-06-16 00:00 UTC

    /// `row` is the mail's number in the library and of its Message-ID; `parent` 0 begins a thread.
    ThreadsBuilder& mail(IdNumber row, const QString& subject, const QString& from, int hour,
                         IdNumber parent = 0)
    {
        thread::Mail mail;
        mail.row = MailId{row};
        mail.number = row;
        mail.id = MessageId{"m" + QByteArray::number(row) + "@example.invalid"};
        mail.thread = parent == 0 ? ThreadId{row} : threadOf(parent);
        if (parent != 0)
            mail.references = {parent};
        mail.subject = subject;
        mail.from = {from, from.toLower().replace(u' ', u'.') + u"@example.invalid"_s};
        mail.date = {monday + hour * 3600, 0, mail::DateSource::Header};
        mail.contentHash = "h" + QByteArray::number(row);
        m_mails.push_back(mail);
        return *this;
    }
    ThreadsBuilder& read(IdNumber row)
    {
        for (thread::Mail& mail : m_mails) {
            if (mail.number == row)
                mail.read = true;
        }
        return *this;
    }

    [[nodiscard]] static thread::Period week() { return thread::weekOf(QDate(2025, 6, 16)); }
    [[nodiscard]] ui::LoadedSnapshot snapshot(bool whole = false,
                                              const QList<store::TriageState>& triage = {},
                                              const thread::Identity& you = {}) const
    {
        thread::ListingOptions options;
        ui::Scope scope{ListId{1}, {}};
        if (!whole)
            options.period = scope.period = week();
        return ui::buildSnapshot(scope, thread::listThreads(m_mails, options), triage, you);
    }

    /// A week's threads, and those of another builder carried over into it.
    [[nodiscard]] static ui::LoadedSnapshot desk(const ThreadsBuilder& week, const ThreadsBuilder& before,
                                                 const QList<store::TriageState>& triage,
                                                 const thread::Identity& you)
    {
        const ui::Scope scope{ListId{1}, ThreadsBuilder::week()};
        thread::ListingOptions options;
        std::vector<thread::Listing> carried = thread::listThreads(before.m_mails, options);
        options.period = scope.period;
        return ui::buildSnapshot(scope, thread::listThreads(week.m_mails, options), triage, you,
                                 std::move(carried));
    }

private:
    [[nodiscard]] ThreadId threadOf(IdNumber number) const
    {
        for (const thread::Mail& mail : m_mails) {
            if (mail.number == number)
                return mail.thread;
        }
        return {};
    }
    std::vector<thread::Mail> m_mails;
};

/// Three patches' threads and a question, as the tests of models use them.
inline ThreadsBuilder someThreads()
{
    ThreadsBuilder b;
    b.mail(1, u"[PATCH 0/2] Beta"_s, u"Ada Example"_s, 1)
        .mail(2, u"[PATCH 1/2] Beta one"_s, u"Ada Example"_s, 1, 1)
        .mail(3, u"[PATCH 2/2] Beta two"_s, u"Ada Example"_s, 1, 1)
        .mail(4, u"Re: [PATCH 1/2] Beta one"_s, u"Grace Example"_s, 9, 2)
        .mail(10, u"[PATCH] alpha"_s, u"Bob Example"_s, 5)
        .mail(11, u"Re: [PATCH] alpha"_s, u"Alan Example"_s, 7, 10)
        .mail(20, u"[PATCH] Gamma"_s, u"Carl Example"_s, 3)
        .mail(30, u"How does it work?"_s, u"Dora Example"_s, 4);
    return b;
}

/// Three revisions of one patch, each a thread of its own, the first an RFC; and another patch.
inline ThreadsBuilder someRevisions()
{
    ThreadsBuilder b;
    b.mail(10, u"[RFC PATCH] KVM: thing"_s, u"Ada Example"_s, 1)
        .mail(20, u"[PATCH v2] KVM: thing"_s, u"Ada Example"_s, 30)
        .mail(21, u"Re: [PATCH v2] KVM: thing"_s, u"Grace Example"_s, 31, 20)
        .mail(30, u"[PATCH v3] KVM: thing"_s, u"Ada Example"_s, 60)
        .mail(31, u"Re: [PATCH v3] KVM: thing"_s, u"Grace Example"_s, 61, 30)
        .mail(40, u"[PATCH] Gamma"_s, u"Carl Example"_s, 20);
    return b;
}

/// What the window makes of a typed query; the library finds its texts in these mails.
inline ui::ThreadFilter filterOf(const QString& typed, const QList<qint64>& found = {})
{
    const query::Parsed parsed = query::parse(typed, QDate(2025, 6, 18));
    ui::ThreadFilter filter;
    if (!parsed.problem)
        filter.plan = std::make_shared<const query::Plan>(parsed.query);
    auto mails = std::make_shared<store::MailSet>();
    for (const qint64 row : found)
        mails->insert(MailId{row});
    if (filter.plan != nullptr)
        filter.found.assign(filter.plan->texts().size(), mails);
    return filter;
}

/// The tree as "(PATCH(a(1 2))(b))": display texts of column 0, children in brackets.
inline QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += u'(' + index.data().toString() + dump(model, index) + u')';
    }
    return text;
}

} // namespace lb::test
