// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/location.h"
#include "core/clock.h"
#include "core/job.h"
#include "thread/period.h"

#include <chrono>
#include <memory>
#include <optional>

class QTemporaryFile;

namespace lb::net
{
class HttpClient;
}

namespace lb::archive
{

/// What a fetch wants: mails that arrived in [from, to) with their whole threads.
struct FetchWindow {
    qint64 from = 0; ///< UTC seconds
    qint64 to = 0; ///< 0 = open
    friend bool operator==(const FetchWindow&, const FetchWindow&) = default;
};

/// What is still to be fetched for a period, given what the cursor says was fetched before; nothing if all
/// is there. Two days' overlap, because mail arrives late and clocks differ. Pure.
[[nodiscard]] std::optional<FetchWindow> missingWindow(const thread::Period& period, const QByteArray& cursor,
                                                       qint64 now);
/// The cursor after a window was fetched and read, the request having begun at `now`: the arrival times that
/// are surely complete.
[[nodiscard]] QByteArray cursorAfter(const QByteArray& cursor, const FetchWindow& window, qint64 now);

/// Downloads the whole threads of a window from a public-inbox server into a temporary gzip mbox: one POST
/// (anchors: WWW.pm, Mbox.pm). Refuses blank queries, checks the payload before it is called mail, names
/// challenge pages. "No mail in the window" is success with an empty file(): null.
class PublicInboxFetch final : public Job
{
    Q_OBJECT
public:
    PublicInboxFetch(net::HttpClient& http, const Location& location, const FetchWindow& window,
                     const QString& spoolFolder, QObject* parent = nullptr);
    ~PublicInboxFetch() override;

    void start() override;
    void cancel() override;

    /// The download, checked to start as gzip; null if there was no mail. Valid after finished(), gone with
    /// the job. A cut inside an answer that ended in good order shows in the gzip alone: whoever reads the
    /// file finds it (Truncated), with the mails before it.
    [[nodiscard]] QTemporaryFile* file() const;

private:
    void spool(const QByteArray& bytes);
    [[nodiscard]] Status openSpool();
    [[nodiscard]] Error writeError() const;
    void failSpool(const Error& error);
    void showWait(std::chrono::milliseconds delay, const QString& why);

    struct State;
    std::unique_ptr<State> m_state;
};

/// Checks that a URL answers as a public-inbox list before it is added: finishes with a sentence that
/// says what is there instead.
class PublicInboxProbe final : public Job
{
    Q_OBJECT
public:
    PublicInboxProbe(net::HttpClient& http, const Location& location, QObject* parent = nullptr);
    ~PublicInboxProbe() override;
    void start() override;
    void cancel() override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::archive
