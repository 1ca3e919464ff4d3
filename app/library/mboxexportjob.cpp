// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/mboxexportjob.h"

#include "core/onresult.h"
#include "mail/mboxwriter.h"

#include <QDir>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::library
{

namespace
{

constexpr qsizetype portionMails = 64;

using Frames = Result<std::vector<QByteArray>>;

/// The file on its way; used by one task of the pool at a time.
class Writer
{
public:
    explicit Writer(const QString& file) : m_file(file) { }

    Status open() { return m_file.open(QIODevice::WriteOnly) ? success() : failed(); }

    Status write(const Frames& frames)
    {
        if (!frames)
            return frames.error();
        for (const QByteArray& frame : *frames) {
            const Result<QByteArray> raw = store::decompress(frame);
            if (!raw)
                return raw.error();
            const QByteArray entry = mail::mboxEntry(*raw);
            if (m_file.write(entry) != entry.size())
                return failed();
        }
        return success();
    }

    Status commit() { return m_file.commit() ? success() : failed(); }

private:
    Status failed()
    {
        const bool isFull = m_file.error() == QFileDevice::ResourceError;
        return fail(isFull ? ErrorCode::FileFull : ErrorCode::FileFailed,
                    MboxExportJob::tr("%1 could not be written: %2. What was there before is unchanged.")
                        .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()),
                    m_file.errorString());
    }

    QSaveFile m_file;
};

} // namespace

struct MboxExportJob::State {
    store::Store& store;
    QList<ThreadId> threads;
    std::shared_ptr<Writer> writer;
    qsizetype next = 0; ///< thread to read
    QList<MailId> rows; ///< of the thread being written, those to come
    int mails = 0;
    bool stopped = false;
};

MboxExportJob::MboxExportJob(store::Store& store, const QList<ThreadId>& threads, const QString& file,
                             QObject* parent)
    : Job(tr("Saving %n thread(s)", nullptr, static_cast<int>(threads.size())), parent)
    , m_state(new State{store, threads, std::make_shared<Writer>(file), 0, {}, 0, false})
{
}

MboxExportJob::~MboxExportJob() = default;

int MboxExportJob::mails() const
{
    return m_state->mails;
}

void MboxExportJob::start()
{
    onResult(QtConcurrent::run([writer = m_state->writer] { return writer->open(); }), this,
             [this](const Status& opened) {
                 if (opened)
                     nextThread();
                 else
                     stop(opened.error());
             });
}

void MboxExportJob::nextThread()
{
    State& s = *m_state;
    if (s.stopped)
        return;
    report({tr("Saving mail"), s.next, s.threads.size()});
    if (s.next == s.threads.size()) {
        commit();
        return;
    }
    onResult(s.store.threadMails(s.threads.at(s.next++)), this,
             [this](const Result<std::vector<thread::Mail>>& mails) {
                 if (!mails) {
                     stop(mails.error());
                     return;
                 }
                 std::vector<std::pair<qint64, MailId>> byTime;
                 byTime.reserve(mails->size());
                 for (const thread::Mail& mail : *mails)
                     byTime.emplace_back(mail.date.utc, mail.row);
                 std::ranges::sort(byTime, [](const auto& a, const auto& b) {
                     return a.first != b.first ? a.first < b.first : a.second.value < b.second.value;
                 });
                 for (const auto& [time, row] : byTime)
                     m_state->rows.append(row);
                 nextPortion();
             });
}

void MboxExportJob::nextPortion()
{
    State& s = *m_state;
    if (s.stopped)
        return;
    if (s.rows.isEmpty()) {
        nextThread();
        return;
    }
    const QList<MailId> portion = s.rows.first(std::min(portionMails, s.rows.size()));
    s.rows.remove(0, portion.size());
    const auto written = onPool(s.store.compressedMails(portion),
                                [writer = s.writer](const Frames& frames) { return writer->write(frames); });
    onResult(written, this, [this, count = static_cast<int>(portion.size())](const Status& status) {
        if (!status) {
            stop(status.error());
            return;
        }
        m_state->mails += count;
        nextPortion();
    });
}

void MboxExportJob::commit()
{
    onResult(QtConcurrent::run([writer = m_state->writer] { return writer->commit(); }), this,
             [this](const Status& committed) {
                 if (committed)
                     finish(success());
                 else
                     stop(committed.error());
             });
}

void MboxExportJob::cancel()
{
    stop(fail(ErrorCode::Cancelled, tr("Saving was cancelled; no file was written.")));
}

/// The writer goes when the last task lets go of it, and what it had written with it.
void MboxExportJob::stop(const Error& error)
{
    m_state->stopped = true;
    m_state->writer.reset();
    finish(error);
}

} // namespace lb::library
