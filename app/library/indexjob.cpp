// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/indexjob.h"

#include "core/onresult.h"
#include "mail/bodytext.h"
#include "mail/messageparser.h"

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

constexpr int batchMails = 200;
constexpr int batchesUnderWay = 4;

/// What one mail is found by. A mail that cannot be read any more is found by its subject and sender.
store::Store::IndexText textOf(const store::Store::Unindexed& mail)
{
    store::Store::IndexText text{
        mail.mail, mail::spacedForSearch(mail.subject), mail::spacedForSearch(mail.sender), {}};
    if (const Result<QByteArray> raw = store::decompress(mail.compressed))
        text.body = mail::searchText(mail::classify(mail::parseText(*raw).text));
    return text;
}

} // namespace

/// Three stages run at once: the store hands out mails, the pool makes texts of them, the store saves these.
/// Batches are saved in order, because the index knows by one number how far it is.
struct IndexJob::State {
    store::Store& store;
    QThreadPool pool;
    std::shared_ptr<std::atomic<bool>> stopped = std::make_shared<std::atomic<bool>>(false);
    MailId handedOut;
    bool asking = false;
    bool all = false; ///< the store has no more to hand out
    bool saving = false;
    int underWay = 0;
    qint64 nextBatch = 0;
    qint64 nextSave = 0;
    std::map<qint64, Texts> ready;
    qint64 done = 0;
    qint64 doneBefore = -1; ///< when it was last asked what is left
    qint64 total = 0;

    explicit State(store::Store& library) : store(library)
    {
        pool.setMaxThreadCount(std::max(QThread::idealThreadCount(), 1));
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
    if (isFinished() || m_state->asking || m_state->all || m_state->underWay >= batchesUnderWay)
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
                 finishIfDone();
             });
}

void IndexJob::makeTexts(std::vector<store::Store::Unindexed> mails)
{
    ++m_state->underWay;
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
        m_state->ready.emplace(sequence, texts);
        save();
    });
}

void IndexJob::save()
{
    const auto next = m_state->ready.find(m_state->nextSave);
    if (isFinished() || m_state->saving || next == m_state->ready.end())
        return;
    Texts texts = std::move(next->second);
    m_state->ready.erase(next);
    ++m_state->nextSave;
    m_state->saving = true;
    const auto count = static_cast<qint64>(texts.size());
    onResult(m_state->store.saveIndex(std::move(texts)), this, [this, count](const Status& saved) {
        m_state->saving = false;
        --m_state->underWay;
        if (!saved) {
            stopWith(saved.error());
            return;
        }
        m_state->done += count;
        if (!isFinished())
            report({tr("Indexing mail"), m_state->done, std::max(m_state->total, m_state->done)});
        save();
        ask();
        finishIfDone();
    });
}

/// At the end it is asked once more what is left: texts are not taken if the index was emptied after their
/// mails were handed out, and mail may have come in.
void IndexJob::finishIfDone()
{
    if (isFinished() || !m_state->all || m_state->underWay > 0 || m_state->asking)
        return;
    m_state->asking = true;
    onResult(m_state->store.unindexedCount(), this, [this](const Result<qint64>& left) {
        m_state->asking = false;
        const bool progressed = std::exchange(m_state->doneBefore, m_state->done) != m_state->done;
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
