// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handoffflow.h"

#include "core/onresult.h"
#include "core/shellword.h"
#include "library/material.h"
#include "library/mboxexportjob.h"
#include "mail/replydraft.h"
#include "report/report.h"
#include "summary/packing.h"
#include "ui/preferences.h"
#include "ui/userprompts.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Packed {
    QString text;
    int tokens = 0;
    bool cut = false;
};

Result<Packed> packed(const Result<thread::Material>& material, Language language, int budget)
{
    if (!material)
        return material.error();
    const thread::Facts facts = thread::establishFacts(*material);
    const summary::Prompt prompt = summary::pack(*material, facts, language, budget);
    return Packed{QString(prompt.system + u"\n\n"_s + prompt.user + u'\n'), prompt.estimatedTokens,
                  prompt.truncated};
}

} // namespace

HandOffFlow::HandOffFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window)
    : QObject(window), m_services(services), m_jobs(jobs), m_prompts(prompts), m_window(window)
{
}

void HandOffFlow::copy(const QString& text, const QString& sentence)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT told(sentence);
}

void HandOffFlow::openAtArchive(const QString& permalink)
{
    m_prompts.confirmAndOpen(m_window, QUrl::fromEncoded(permalink.toUtf8(), QUrl::StrictMode));
}

void HandOffFlow::copyMessageId(const MessageId& id)
{
    copy(QString::fromUtf8(id.bytes), tr("The Message-ID was copied."));
}

void HandOffFlow::copyPermalink(const QString& permalink)
{
    copy(permalink, tr("The permalink was copied."));
}

void HandOffFlow::copyShellLine(const QString& command, const MessageId& id)
{
    if (const std::optional<QString> line = shellLine(command, id.bytes))
        copy(*line, tr("Copied: %1").arg(line->left(120)));
    else
        Q_EMIT told(tr("Nothing was copied: this Message-ID has characters that a terminal would act on."));
}

void HandOffFlow::reply(const thread::ListedMail& mail)
{
    const auto made
        = onPool(m_services.store.rawMail(mail.mail.row),
                 [date = mail.mail.date](const Result<QByteArray>& raw) -> Result<mail::MailtoUrl> {
                     if (!raw)
                         return raw.error();
                     return mail::mailtoUrl(mail::replyTo(*raw, date));
                 });
    onResult(made, this, [this](const Result<mail::MailtoUrl>& url) {
        if (!url)
            Q_EMIT failed(url.error());
        else if (url->url.isEmpty())
            Q_EMIT told(tr("This mail has no address that an answer could go to."));
        else
            askToWrite(url->url, url->cut);
    });
}

void HandOffFlow::askToWrite(const QByteArray& encoded, bool cut)
{
    const QUrl url = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    Question question;
    question.title = tr("Reply in Mail Program");
    question.text = tr("Write a mail to %1?").arg(url.path());
    question.detail
        = tr("Your mail program opens with everybody else in copy and the text quoted. Nothing is "
             "sent before you send it there.");
    if (cut) {
        //: A sentence, then another one
        question.detail = tr("%1 %2").arg(question.detail,
                                          tr("The mail is long: not all of its text, or not everybody, "
                                             "found room."));
    }
    question.accept = tr("Write");
    m_prompts.confirm(m_window, question, [this, url](bool accepted) {
        if (accepted)
            m_prompts.openExternally(url);
    });
}

void HandOffFlow::copyPacked(const thread::Listing& listing)
{
    const int budget = qBound(1000, m_services.settings.get(keys::CopiedTokens), 1'000'000);
    const auto made = onPool(
        library::loadMaterial(m_services.store, listing),
        [language = reportLanguage(m_services.settings), budget](const Result<thread::Material>& material) {
            return packed(material, language, budget);
        });
    onResult(made, this, [this](const Result<Packed>& text) {
        if (!text) {
            Q_EMIT failed(text.error());
            return;
        }
        const QString tokens = QLocale().toString(text->tokens);
        copy(
            text->text,
            text->cut
                ? tr("The thread was copied, cut to about %1 tokens: the settings allow no more.").arg(tokens)
                : tr("The whole thread was copied: about %1 tokens.").arg(tokens));
    });
}

QString HandOffFlow::suggestedName(const QString& title, const QString& ending)
{
    static const QRegularExpression unsafe(u"[^\\p{L}\\p{N}]+"_s);
    QString name = title.left(300);
    name.replace(unsafe, u"-"_s);
    name = name.left(80);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return QString((name.isEmpty() ? u"mail"_s : name) + ending);
}

void HandOffFlow::askWhere(const QString& title, const QString& name, const QString& filter,
                           const std::function<void(const QString& file)>& save)
{
    FileQuestion question;
    question.title = title;
    const QString folder = !m_folder.isEmpty()
        ? m_folder
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    question.start = QString(folder + u'/' + name);
    question.filters = QStringList{filter, tr("All files (*)")};
    m_prompts.chooseSaveFile(m_window, question, [this, save](const QString& file) {
        m_folder = QFileInfo(file).path();
        save(file);
    });
}

void HandOffFlow::saveMail(const thread::ListedMail& mail)
{
    const auto save = [this, row = mail.mail.row](const QString& file) {
        const auto saved
            = onPool(m_services.store.rawMail(row), [file](const Result<QByteArray>& raw) -> Status {
                  return raw ? report::save(*raw, file) : Status(raw.error());
              });
        onResult(saved, this, [this, file](const Status& status) {
            if (status)
                Q_EMIT told(tr("The mail is in %1.").arg(QDir::toNativeSeparators(file)));
            else
                Q_EMIT failed(status.error());
        });
    };
    askWhere(tr("Save Mail"), suggestedName(mail.mail.subject, u".eml"_s), tr("Mail (*.eml)"), save);
}

void HandOffFlow::saveThreads(const QList<ThreadId>& threads, const QString& title)
{
    if (threads.isEmpty())
        return;
    const auto save = [this, threads](const QString& file) {
        auto* job = new library::MboxExportJob(m_services.store, threads, file, this);
        m_jobs.add(job);
        connect(job, &Job::finished, this, [this, job, file](const Status& outcome) {
            job->deleteLater();
            if (outcome) {
                //: %1 is a file
                Q_EMIT told(
                    tr("%n mail(s) are in %1.", nullptr, job->mails()).arg(QDir::toNativeSeparators(file)));
            } else if (outcome.error().code != ErrorCode::Cancelled) {
                Q_EMIT failed(outcome.error());
            }
        });
        job->start();
    };
    askWhere(tr("Save Threads"), suggestedName(title, u".mbox"_s), tr("Mailbox (*.mbox)"), save);
}

} // namespace lb::ui
