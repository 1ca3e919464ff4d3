// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxfetch.h"

#include "archive/publicinboxexchange.h"
#include "archive/publicinboxurl.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QTemporaryFile>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

/// A heavy week is 1 MB, a year of a busy list some 200 MB.
constexpr qint64 MostBytes = 1LL << 30;
constexpr qint64 ProgressInterval = 100; // ms

} // namespace

struct PublicInboxFetch::State {
    Location location;
    FetchWindow window;
    QString spoolFolder;
    PublicInboxExchange exchange;
    std::unique_ptr<QTemporaryFile> file;
    qint64 received = 0;
    QElapsedTimer sinceReport;
    bool started = false;
};

PublicInboxFetch::PublicInboxFetch(net::HttpClient& http, const Location& location, const FetchWindow& window,
                                   const QString& spoolFolder, QObject* parent)
    : Job(tr("Fetching %1").arg(location.listName), parent)
    , m_state(new State{location, window, spoolFolder, {http, location, nullptr}, {}, 0, {}, false})
{
    connect(&m_state->exchange, &PublicInboxExchange::arrived, this, &PublicInboxFetch::spool);
    connect(&m_state->exchange, &PublicInboxExchange::waiting, this, &PublicInboxFetch::showWait);
    connect(&m_state->exchange, &PublicInboxExchange::ended, this, [this](const Result<Answer>& outcome) {
        if (isFinished())
            return;
        if (!outcome || *outcome == Answer::NoMail)
            m_state->file.reset();
        if (m_state->file)
            report({tr("Downloading"), m_state->received, m_state->received});
        finish(outcome ? success() : Status(outcome.error()));
    });
}

PublicInboxFetch::~PublicInboxFetch() = default;

void PublicInboxFetch::start()
{
    if (m_state->started || isFinished())
        return;
    m_state->started = true;
    report({tr("Asking %1").arg(m_state->location.url.host()), 0, 0});
    m_state->exchange.start(windowQuery(m_state->window), MostBytes);
}

void PublicInboxFetch::cancel()
{
    if (isFinished())
        return;
    const Error cancelled
        = fail(ErrorCode::Cancelled, tr("Fetching %1 was cancelled.").arg(m_state->location.listName));
    m_state->exchange.stop(cancelled);
    m_state->file.reset();
    finish(cancelled);
}

void PublicInboxFetch::spool(const QByteArray& bytes)
{
    if (isFinished())
        return;
    if (!m_state->file) {
        const Status opened = openSpool();
        if (!opened)
            return failSpool(opened.error());
    }
    // Flushed, so that a full disk shows here and not when somebody reads the file.
    if (m_state->file->write(bytes) != bytes.size() || !m_state->file->flush())
        return failSpool(writeError());
    m_state->received += bytes.size();
    if (!m_state->sinceReport.isValid() || m_state->sinceReport.elapsed() >= ProgressInterval) {
        m_state->sinceReport.start();
        report({tr("Downloading"), m_state->received, 0});
    }
}

Status PublicInboxFetch::openSpool()
{
    const QString folder = QDir(m_state->spoolFolder).absolutePath();
    QDir().mkpath(folder); // what fails here fails in open(), with a reason
    m_state->file = std::make_unique<QTemporaryFile>(folder + u"/fetch-XXXXXX.mbox.gz"_s);
    if (m_state->file->open())
        return success();
    const QString reason = m_state->file->errorString();
    m_state->file.reset();
    return fail(ErrorCode::FilePermission,
                tr("No file can be made in “%1” for the download: %2.").arg(folder, reason));
}

Error PublicInboxFetch::writeError() const
{
    const QString folder = QDir(m_state->spoolFolder).absolutePath();
    if (m_state->file->error() == QFileDevice::ResourceError)
        return fail(
            ErrorCode::FileFull,
            tr("There is no space left in “%1” for the download. Free some and fetch again.").arg(folder));
    return fail(ErrorCode::FileFailed,
                tr("The download cannot be written to “%1”: %2.").arg(folder, m_state->file->errorString()));
}

void PublicInboxFetch::failSpool(const Error& error)
{
    m_state->exchange.stop(error);
    m_state->file.reset();
    finish(error);
}

void PublicInboxFetch::showWait(std::chrono::milliseconds delay, const QString& why)
{
    if (isFinished())
        return;
    const auto seconds = static_cast<int>((delay.count() + 999) / 1000);
    report({tr("%1 Trying again in %n second(s)", nullptr, seconds).arg(why), m_state->received, 0});
}

QTemporaryFile* PublicInboxFetch::file() const
{
    return m_state->file.get();
}

struct PublicInboxProbe::State {
    Location location;
    PublicInboxExchange exchange;
    bool started = false;
};

PublicInboxProbe::PublicInboxProbe(net::HttpClient& http, const Location& location, QObject* parent)
    : Job(tr("Checking %1").arg(location.text()), parent)
    , m_state(new State{location, {http, location, nullptr}, false})
{
    PublicInboxExchange* exchange = &m_state->exchange;
    // Mail, against all odds: then the list is one.
    connect(exchange, &PublicInboxExchange::arrived, this, [this] {
        finish(success());
        m_state->exchange.stop(Answer::Mail);
    });
    connect(exchange, &PublicInboxExchange::ended, this,
            [this](const Result<Answer>& outcome) { finish(outcome ? success() : Status(outcome.error())); });
}

PublicInboxProbe::~PublicInboxProbe() = default;

void PublicInboxProbe::start()
{
    if (m_state->started || isFinished())
        return;
    m_state->started = true;
    report({tr("Asking %1").arg(m_state->location.url.host()), 0, 0});
    // Two seconds of 1973: a list with a search index says "no results", everything else shows what it is.
    m_state->exchange.start(windowQuery({100'000'000, 100'000'002}), MostBytes);
}

void PublicInboxProbe::cancel()
{
    if (isFinished())
        return;
    const Error cancelled
        = fail(ErrorCode::Cancelled, tr("Checking %1 was cancelled.").arg(m_state->location.text()));
    m_state->exchange.stop(cancelled);
    finish(cancelled);
}

} // namespace lb::archive
