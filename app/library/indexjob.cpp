// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/indexjob.h"

#include "core/onresult.h"
#include "mail/addressword.h"
#include "mail/bodytext.h"
#include "mail/messageparser.h"
#include "thread/trailers.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>
#include <map>
#include <vector>

namespace lb::library
{

namespace
{

using Mails = std::vector<store::Store::Unindexed>;
using Texts = std::vector<store::Store::IndexText>;

constexpr int batchMails = 200; ///< made into texts by one call on the pool
constexpr int batchesUnderWay = 12;
/// Texts are saved in larger portions: every transaction leaves a segment in the index, and merging segments
/// costs more than making them. Not larger, because meanwhile the store answers nobody else.
constexpr int portionMails = 1000;
constexpr qsizetype portionBytes = 4 << 20;
constexpr qsizetype bytesAhead = 16 << 20; ///< texts that wait to be saved; no more mail is asked for then

qsizetype sizeOf(const Texts& texts)
{
    qsizetype bytes = 0;
    for (const store::Store::IndexText& text : texts)
        bytes += text.body.size() + text.recipients.size() + text.files.size() + text.trailers.size();
    return bytes;
}

/// "Reviewed-by Ada Example <ada@example.invalid>", one a line.
QString trailersText(const mail::BodyText& body)
{
    QString text;
    for (const thread::RawTrailer& trailer : thread::trailersIn(body))
        text += trailer.kind + u' ' + trailer.who.name + u' ' + trailer.who.address + u'\n';
    return text;
}

/// Names and addresses, and each address as one word.
QString recipientsOf(const QByteArray& raw)
{
    const QString listed = mail::recipientsText(raw);
    QString text = mail::spacedForSearch(listed);
    for (const QString& word : listed.simplified().split(u' ')) {
        if (const QString address = mail::addressWord(word); !address.isEmpty())
            text += u' ' + address;
    }
    return text;
}

/// What one mail is found by. A mail that cannot be read any more is found by its subject and sender.
store::Store::IndexText textOf(const store::Store::Unindexed& mail)
{
    store::Store::IndexText text{mail.mail, mail::spacedForSearch(mail.subject),
                                 mail::spacedForSearch(mail.sender)};
    const Result<QByteArray> raw = store::decompress(mail.compressed);
    if (!raw)
        return text;
    const mail::BodyText body = mail::classify(mail::parseText(*raw).text);
    text.recipients = recipientsOf(*raw);
    text.files = mail::spacedForSearch(mail::touchedFiles(body));
    text.trailers = mail::spacedForSearch(trailersText(body));
    text.body = mail::searchText(body).toUtf8();
    return text;
}

} // namespace

/// Three stages run at once: the store hands out mails, the pool makes texts of them, the store saves these.
/// Texts are saved in order, because the index knows by one number how far it is.
struct IndexJob::State {
    store::Store& store;
    QThreadPool pool;
    std::shared_ptr<std::atomic<bool>> stopped = std::make_shared<std::atomic<bool>>(false);
    MailId handedOut;
    bool asking = false;
    bool all = false; ///< the store has no more to hand out
    bool saving = false;
    int making = 0; ///< batches on the pool
    qint64 nextBatch = 0;
    qint64 nextReady = 0;
    std::map<qint64, Texts> early; ///< made before a batch that comes earlier
    Texts ready; ///< in order, to be saved next
    qsizetype readyBytes = 0;
    qint64 made = 0; ///< mails
    qint64 saved = 0;
    qint64 savedBefore = -1; ///< when it was last asked what is left
    qint64 total = 0;

    explicit State(store::Store& library) : store(library)
    {
        pool.setMaxThreadCount(std::max(QThread::idealThreadCount(), 1));
    }

    void take(qint64 sequence, Texts&& texts)
    {
        early.emplace(sequence, std::move(texts));
        for (auto next = early.find(nextReady); next != early.end(); next = early.find(++nextReady)) {
            readyBytes += sizeOf(next->second);
            std::ranges::move(next->second, std::back_inserter(ready));
            early.erase(next);
        }
    }
    [[nodiscard]] bool hasRoom() const
    {
        const int waiting = static_cast<int>(ready.size()) / batchMails;
        return making + static_cast<int>(early.size()) + waiting < batchesUnderWay && readyBytes < bytesAhead;
    }
    [[nodiscard]] bool hasPortion() const
    {
        const bool last = making == 0 && (all || !hasRoom());
        return !ready.empty() && (last || ready.size() >= portionMails || readyBytes >= portionBytes);
    }
};

IndexJob::IndexJob(store::Store& store, QObject* parent)
    : Job(tr("Indexing mail for search"), parent), m_state(std::make_unique<State>(store))
{
}

IndexJob::~IndexJob()
{
    *m_state->stopped = true;
}

void IndexJob::start()
{
    if (m_state->asking || isFinished())
        return;
    m_state->asking = true;
    onResult(m_state->store.unindexedCount(), this, [this](const Result<qint64>& count) {
        m_state->asking = false;
        if (!count) {
            stopWith(count.error());
            return;
        }
        m_state->total = *count;
        report({tr("Indexing mail"), 0, *count});
        ask();
    });
}

void IndexJob::ask()
{
    if (isFinished() || m_state->asking || m_state->all || !m_state->hasRoom())
        return;
    m_state->asking = true;
    onResult(m_state->store.unindexed(batchMails, m_state->handedOut), this,
             [this](const Result<Mails>& mails) {
                 m_state->asking = false;
                 if (!mails) {
                     stopWith(mails.error());
                     return;
                 }
                 m_state->all = mails->empty();
                 if (!m_state->all) {
                     m_state->handedOut = mails->back().mail;
                     makeTexts(*mails);
                     ask();
                 }
                 save();
                 finishIfDone();
             });
}

void IndexJob::makeTexts(std::vector<store::Store::Unindexed> mails)
{
    ++m_state->making;
    const qint64 sequence = m_state->nextBatch++;
    auto made = QtConcurrent::run(&m_state->pool, [mails = std::move(mails), stopped = m_state->stopped] {
        Texts texts;
        texts.reserve(mails.size());
        for (const store::Store::Unindexed& mail : mails) {
            if (*stopped)
                break;
            texts.push_back(textOf(mail));
        }
        return texts;
    });
    onResult(made, this, [this, sequence](const Texts& texts) {
        --m_state->making;
        m_state->made += static_cast<qint64>(texts.size());
        m_state->take(sequence, Texts(texts));
        if (!isFinished())
            report({tr("Indexing mail"), m_state->made, std::max(m_state->total, m_state->made)});
        save();
        ask();
    });
}

void IndexJob::save()
{
    if (isFinished() || m_state->saving || !m_state->hasPortion())
        return;
    m_state->saving = true;
    m_state->readyBytes = 0;
    Texts texts = std::exchange(m_state->ready, {});
    const auto count = static_cast<qint64>(texts.size());
    onResult(m_state->store.saveIndex(std::move(texts)), this, [this, count](const Status& saved) {
        m_state->saving = false;
        if (!saved) {
            stopWith(saved.error());
            return;
        }
        m_state->saved += count;
        save();
        ask();
        finishIfDone();
    });
}

/// At the end it is asked once more what is left: texts are not taken if the index was emptied after their
/// mails were handed out, and mail may have come in.
void IndexJob::finishIfDone()
{
    const bool busy = m_state->making > 0 || m_state->saving || m_state->asking;
    if (isFinished() || !m_state->all || busy || !m_state->ready.empty())
        return;
    m_state->asking = true;
    onResult(m_state->store.unindexedCount(), this, [this](const Result<qint64>& left) {
        m_state->asking = false;
        const bool progressed = std::exchange(m_state->savedBefore, m_state->saved) != m_state->saved;
        if (!left) {
            stopWith(left.error());
        } else if (*left == 0 || !progressed) {
            finish(success());
        } else {
            m_state->all = false;
            m_state->handedOut = {};
            ask();
        }
    });
}

void IndexJob::stopWith(const Error& error)
{
    *m_state->stopped = true;
    finish(error);
}

void IndexJob::cancel()
{
    stopWith(
        fail(ErrorCode::Cancelled, tr("Indexing was cancelled. It goes on where it stopped the next time.")));
}

} // namespace lb::library
