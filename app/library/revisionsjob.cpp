// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/revisionsjob.h"

#include "core/onresult.h"
#include "mail/messageparser.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lb::library
{

namespace
{

constexpr qint64 yearAround = 366LL * 24 * 60 * 60;
constexpr qint64 anyTime = 1LL << 50; ///< seconds
constexpr int bodiesAtOnce = 128;

using Material = store::Store::RevisionMaterial;
using ReadNotes = std::vector<store::Store::ReadNotes>;
using Frames = Result<std::vector<QByteArray>>;

/// A mail that cannot be read any more says nothing about revisions.
ReadNotes notesOf(const QList<MailId>& rows, const Frames& frames)
{
    ReadNotes notes;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        thread::RevisionNotes read;
        if (frames && static_cast<std::size_t>(i) < frames->size()) {
            if (const Result<QByteArray> raw = store::decompress((*frames)[static_cast<std::size_t>(i)]))
                read = thread::readRevisionNotes(mail::classify(mail::parseText(*raw).text));
        }
        notes.emplace_back(rows.at(i), std::move(read));
    }
    return notes;
}

/// The one sender that the ids of missing mails agree on.
QString senderOf(const QList<IdNumber>& missing, const QHash<IdNumber, MessageId>& ids)
{
    QString sender;
    for (const IdNumber number : missing) {
        const QString found = thread::gitSender(ids.value(number));
        if (found.isEmpty() || found == sender)
            continue;
        if (!sender.isEmpty())
            return {};
        sender = found;
    }
    return sender;
}

} // namespace

/// What the headers say, made on the pool.
struct RevisionsJob::Headers {
    std::vector<thread::Revision> revisions;
    QHash<MailId, thread::RevisionNotes> notes;
    QList<thread::RevisionDecision> decisions;
    QList<MailId> unread; ///< heads whose bodies are to be read
};

struct RevisionsJob::State {
    store::Store& store;
    ListId list;
    std::optional<thread::Period> period;
    std::vector<thread::AnsweredRevision> answered;
    std::shared_ptr<Headers> headers; ///< one stage at a time works on it
    QHash<ThreadId, QString> senders;
    qsizetype read = 0;
    std::shared_ptr<const thread::RevisionMap> map;
};

RevisionsJob::RevisionsJob(store::Store& store, ListId list, const std::optional<thread::Period>& period,
                           std::vector<thread::AnsweredRevision> answered, QObject* parent)
    : Job(tr("Linking revisions"), parent)
    , m_state(new State{store, list, period, std::move(answered), {}, {}, 0, {}})
{
}

RevisionsJob::~RevisionsJob() = default;

std::shared_ptr<const thread::RevisionMap> RevisionsJob::revisions() const
{
    return m_state->map;
}

void RevisionsJob::start()
{
    const auto& period = m_state->period;
    const qint64 since = period ? period->firstSecond() - yearAround : -anyTime;
    const qint64 before = period ? period->endSecond() + yearAround : anyTime;
    using Found = Result<std::shared_ptr<Headers>>;
    const auto found = onPool(m_state->store.revisionMaterial(m_state->list, since, before),
                              [](Result<Material> material) -> Found {
                                  if (!material)
                                      return material.error();
                                  return readHeaders(*std::move(material));
                              });
    onResult(found, this, [this](const Found& headers) {
        if (isFinished())
            return;
        if (!headers) {
            stop(headers.error());
            return;
        }
        m_state->headers = *headers;
        readNext();
    });
}

std::shared_ptr<RevisionsJob::Headers> RevisionsJob::readHeaders(store::Store::RevisionMaterial&& material)
{
    auto headers = std::make_shared<Headers>();
    headers->revisions = thread::findRevisions(material.mails);
    headers->notes = std::move(material.notes);
    headers->decisions = std::move(material.decisions);
    for (const thread::Revision& revision : headers->revisions) {
        if (!headers->notes.contains(revision.row))
            headers->unread += revision.row;
    }
    return headers;
}

void RevisionsJob::readNext()
{
    const QList<MailId>& unread = m_state->headers->unread;
    report({tr("Reading cover letters"), m_state->read, unread.size()});
    if (m_state->read >= unread.size()) {
        nameSenders();
        return;
    }
    const QList<MailId> rows
        = unread.sliced(m_state->read, std::min<qsizetype>(bodiesAtOnce, unread.size() - m_state->read));
    m_state->read += rows.size();
    const auto read = onPool(m_state->store.compressedMails(rows),
                             [rows](const Frames& frames) { return notesOf(rows, frames); });
    onResult(read, this, [this](const ReadNotes& notes) {
        if (isFinished())
            return;
        for (const auto& [row, note] : notes)
            m_state->headers->notes.insert(row, note);
        std::ignore = m_state->store.saveRevisionNotes(notes); // else they are read again the next time
        readNext();
    });
}

void RevisionsJob::nameSenders()
{
    QList<IdNumber> wanted;
    for (const thread::AnsweredRevision& answered : m_state->answered)
        wanted += answered.missing;
    if (wanted.isEmpty()) {
        link();
        return;
    }
    onResult(m_state->store.messageIds(wanted), this, [this](const Result<QHash<IdNumber, MessageId>>& ids) {
        if (isFinished())
            return;
        if (!ids) {
            stop(ids.error());
            return;
        }
        for (const thread::AnsweredRevision& answered : m_state->answered) {
            const QString sender = senderOf(answered.missing, *ids);
            if (!sender.isEmpty())
                m_state->senders.insert(answered.revision.thread, sender);
        }
        link();
    });
}

void RevisionsJob::link()
{
    auto linked = QtConcurrent::run(
        [headers = m_state->headers, answered = m_state->answered, senders = m_state->senders] {
            thread::RevisionClues clues{{}, senders, headers->decisions};
            for (const thread::Revision& revision : headers->revisions) {
                const auto notes = headers->notes.constFind(revision.row);
                if (notes != headers->notes.cend())
                    clues.notes.insert(revision.id, *notes);
            }
            std::vector<thread::Revision> revisions = std::move(headers->revisions);
            for (const thread::AnsweredRevision& one : answered)
                revisions.push_back(one.revision);
            return std::make_shared<const thread::RevisionMap>(
                thread::linkRevisions(std::move(revisions), clues));
        });
    onResult(linked, this, [this](const std::shared_ptr<const thread::RevisionMap>& map) {
        if (isFinished())
            return;
        m_state->map = map;
        finish(success());
    });
}

void RevisionsJob::cancel()
{
    stop(fail(ErrorCode::Cancelled, tr("Linking revisions was cancelled.")));
}

void RevisionsJob::stop(const Error& error)
{
    if (!isFinished())
        finish(error);
}

} // namespace lb::library
