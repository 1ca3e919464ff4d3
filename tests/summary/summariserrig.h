// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onresult.h"
#include "library/material.h"
#include "mail/messageparser.h"
#include "summary/digest.h"
#include "summary/packing.h"
#include "summary/summariser.h"
#include "support/fakeclock.h"
#include "support/mailbuilder.h"
#include "support/patience.h"
#include "support/scriptedchat.h"
#include "watchedsummary.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace lb::test
{

using namespace Qt::StringLiterals;
using namespace summary;

/// A library of three mails in two threads, and a summariser whose model the test plays.
class SummariserRig : public QObject
{
protected:
    template <typename T>
    T await(const QFuture<T>& future)
    {
        std::optional<T> got;
        onResult(future, this, [&got](const T& value) { got = value; });
        [&] { QTRY_VERIFY(got.has_value()); }();
        return *got;
    }
    /// Until what was begun has come to where it waits for a model: store, pool and events, step by step.
    void settle()
    {
        constexpr int stepsOfARun = 6;
        for (int i = 0; i < stepsOfARun; ++i) {
            (void)await(m_store->lists());
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
    }
    void setUp();
    void tearDown();
    void import(const QList<QByteArray>& mails);
    [[nodiscard]] std::vector<thread::Listing> listings();
    [[nodiscard]] QList<store::SummaryRecord> kept(const thread::Listing& listing);
    [[nodiscard]] std::unique_ptr<Watched> run(const thread::Listing& listing, const SummaryOptions& options);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ScriptedChat> m_chat;
    std::unique_ptr<Summariser> m_summariser;
    FakeClock m_clock{QDateTime(QDate(2025, 6, 23), QTime(8, 0), Qt::UTC)};
    ListId m_list;
};

inline void SummariserRig::setUp()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<store::Store>(m_folder->filePath(u"library.sqlite"_s));
    QVERIFY(await(m_store->open()));
    store::ListRecord list;
    list.name = u"kvmarm"_s;
    m_list = await(m_store->saveList(list))->id;
    m_chat = std::make_unique<ScriptedChat>();
    m_summariser = std::make_unique<Summariser>(*m_store, *m_chat, m_clock);
    import(
        {MailBuilder("a1@example.invalid")
             .subject("[PATCH 0/1] Fix A")
             .body("This series fixes A.\n")
             .bytes(),
         MailBuilder("a2@example.invalid")
             .subject("Re: [PATCH 0/1] Fix A")
             .replyTo("a1@example.invalid")
             .body("> This series\nWhy is it so?\n")
             .bytes(),
         MailBuilder("b1@example.invalid").subject("Question about B").body("How does B work?\n").bytes()});
}

inline void SummariserRig::tearDown()
{
    m_summariser.reset();
    m_chat.reset();
    m_store.reset();
    m_folder.reset();
}

inline void SummariserRig::import(const QList<QByteArray>& mails)
{
    std::vector<store::PreparedMail> batch;
    for (const QByteArray& bytes : mails) {
        const auto parsed = mail::parseEnvelope({bytes, u"test"_s, 0});
        store::PreparedMail prepared;
        prepared.envelope = parsed->envelope;
        prepared.contentHash = parsed->contentHash;
        prepared.compressed = store::compress(bytes);
        prepared.size = bytes.size();
        batch.push_back(prepared);
    }
    QVERIFY(await(m_store->saveBatch(m_list, batch)));
    QVERIFY(await(m_store->updateThreads(m_list)));
}

inline std::vector<thread::Listing> SummariserRig::listings()
{
    return *await(library::loadListings(*m_store, m_list, {}));
}

inline QList<store::SummaryRecord> SummariserRig::kept(const thread::Listing& listing)
{
    QList<MessageId> anchors;
    for (const thread::ListedMail& mail : listing.mails)
        anchors.append(mail.mail.id);
    return *await(m_store->summaries(m_list, anchors));
}

inline std::unique_ptr<Watched> SummariserRig::run(const thread::Listing& listing,
                                                   const SummaryOptions& options)
{
    return std::make_unique<Watched>(m_summariser->summarise(m_list, listing, options, nullptr));
}

} // namespace lb::test
