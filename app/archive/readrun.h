// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/reader.h"

#include <QElapsedTimer>
#include <QJsonObject>

namespace lb::archive
{

/// The largest mail that is taken whole, from any kind of archive.
inline constexpr qint64 MaxMailBytes = 64LL << 20;

/// One call of read(): passes mails on and remembers whether to go on.
class ReadRun
{
public:
    ReadRun(const Location& location, const ReadSink& sink, const std::stop_token& stop);

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool isStopped() const { return m_refused || m_stop.stop_requested(); }
    void deliver(mail::RawMail&& mail); ///< does nothing once stopped
    void issue(mail::ParseIssue::Kind kind, const QString& detail) const;
    void progress(qint64 done, qint64 total); ///< passed on ten times a second at most
    [[nodiscard]] Error cancelled() const;
    /// The error of a file or folder that cannot be opened.
    [[nodiscard]] Error cannotOpen(const QString& path, int systemError) const;

private:
    const ReadSink& m_sink;
    std::stop_token m_stop;
    QString m_path;
    QElapsedTimer m_sinceProgress;
    bool m_refused = false;
};

// Cursors are JSON objects with "kind"; whatever does not fit counts as no cursor.
[[nodiscard]] QJsonObject openCursor(const QByteArray& cursor, const QString& kind);
[[nodiscard]] QByteArray closeCursor(QJsonObject fields, const QString& kind);
/// 64-bit numbers are kept as text: a JSON number holds 53 bits.
[[nodiscard]] qint64 cursorNumber(const QJsonObject& fields, const QString& name);

[[nodiscard]] Result<ReadOutcome> readMbox(ReadRun& run, const QByteArray& cursor, bool compressed);
[[nodiscard]] Result<ReadOutcome> readFolder(ReadRun& run, const QByteArray& cursor, bool maildir);
[[nodiscard]] Result<ReadOutcome> readGit(ReadRun& run, const QByteArray& cursor);

} // namespace lb::archive
