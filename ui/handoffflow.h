// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "thread/listing.h"
#include "ui/models/jobsmodel.h"
#include "ui/services.h"

#include <QObject>

namespace lb::ui
{

class UserPrompts;

/// Hands mails and threads to other programs: the browser, the mail program, the clipboard, files. What mail
/// says is checked and escaped for where it goes; what is read is read by the store, what is made is made on
/// the pool. GUI thread.
class HandOffFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandOffFlow)
public:
    HandOffFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window);

    void openAtArchive(const QString& permalink); ///< asks by showing where it leads
    void reply(const thread::ListedMail& mail); ///< in the mail program, once it was asked
    void copyMessageId(const MessageId& id);
    void copyPermalink(const QString& permalink);
    void copyShellLine(const QString& command, const MessageId& id); ///< "b4 am"
    void copyPacked(const thread::Listing& listing); ///< as a model would get it, within the setting's tokens
    void saveMail(const thread::ListedMail& mail); ///< asks where
    void saveThreads(const QList<ThreadId>& threads, const QString& title);

    /// "PATCH-v2-vgic.mbox": nothing of a title can lead elsewhere, hide the file or run.
    [[nodiscard]] static QString suggestedName(const QString& title, const QString& ending);

Q_SIGNALS:
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);

private:
    void copy(const QString& text, const QString& sentence);
    void askToWrite(const QByteArray& url, bool cut);
    void askWhere(const QString& title, const QString& name, const QString& filter,
                  const std::function<void(const QString& file)>& save);

    Services& m_services;
    JobsModel& m_jobs;
    UserPrompts& m_prompts;
    QWidget* m_window;
    QString m_folder; ///< where the last one went
};

} // namespace lb::ui
