// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/reader.h"

#include "archive/readrun.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <cstring>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 ProgressInterval = 100; // ms

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

} // namespace

ReadRun::ReadRun(const Location& location, const ReadSink& sink, const std::stop_token& stop)
    : m_sink(sink), m_stop(stop), m_path(location.path)
{
}

void ReadRun::deliver(mail::RawMail&& mail)
{
    if (!isStopped() && m_sink.mail)
        m_refused = !m_sink.mail(std::move(mail));
}

void ReadRun::issue(mail::ParseIssue::Kind kind, const QString& detail) const
{
    if (m_sink.issue)
        m_sink.issue({kind, {}, detail});
}

void ReadRun::progress(qint64 done, qint64 total)
{
    if (!m_sink.progress
        || (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < ProgressInterval && done < total))
        return;
    m_sinceProgress.start();
    m_sink.progress({done, total});
}

Error ReadRun::cancelled() const
{
    return fail(ErrorCode::Cancelled, Text::tr("Reading “%1” was cancelled.").arg(m_path));
}

Error ReadRun::cannotOpen(const QString& path, int systemError) const
{
    if (systemError == EACCES || systemError == EPERM)
        return fail(
            ErrorCode::FilePermission,
            Text::tr(
                "“%1” cannot be read: permission denied. Change its permissions or choose another archive.")
                .arg(path));
    if (systemError == ENOENT || systemError == ENOTDIR)
        return fail(ErrorCode::NotFound, Text::tr("“%1” does not exist any more.").arg(path));
    return fail(ErrorCode::FileFailed,
                Text::tr("“%1” cannot be read: %2.").arg(path, qt_error_string(systemError)));
}

QJsonObject openCursor(const QByteArray& cursor, const QString& kind)
{
    const QJsonObject fields = QJsonDocument::fromJson(cursor).object();
    return fields.value("kind"_L1).toString() == kind ? fields : QJsonObject();
}

QByteArray closeCursor(QJsonObject fields, const QString& kind)
{
    fields.insert("kind"_L1, kind);
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

qint64 cursorNumber(const QJsonObject& fields, const QString& name)
{
    return fields.value(name).toString().toLongLong();
}

Result<ReadOutcome> read(const Location& location, const QByteArray& cursor, const ReadSink& sink,
                         const std::stop_token& stop)
{
    ReadRun run(location, sink, stop);
    switch (location.kind) {
    case Kind::Mbox:
    case Kind::MboxGz:
        return readMbox(run, cursor, location.kind == Kind::MboxGz);
    case Kind::Maildir:
    case Kind::EmlFolder:
        return readFolder(run, cursor, location.kind == Kind::Maildir);
    case Kind::Git:
        return readGit(run, cursor);
    case Kind::PublicInbox:
        break;
    }
    return fail(
        ErrorCode::Usage,
        Text::tr("“%1” is on the network and has to be fetched before it is read.").arg(location.text()));
}

} // namespace lb::archive
