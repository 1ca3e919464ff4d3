// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archiveflow.h"

#include "archive/location.h"
#include "core/onresult.h"
#include "ui/singlemails.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto sampleName = "kvmarm-2025-week25.mbox.gz"_L1;

/// The sample as a file beside the library, so that it is an archive like any other. For the pool.
Status copySample(const QString& file, const QString& failure)
{
    if (QFileInfo::exists(file))
        return success();
    QFile from(u":/sample/"_s + sampleName);
    QSaveFile to(file);
    const bool copied = QDir().mkpath(QFileInfo(file).path()) && from.open(QIODevice::ReadOnly)
        && to.open(QIODevice::WriteOnly) && to.write(from.readAll()) == from.size() && to.commit();
    if (!copied)
        return fail(ErrorCode::FileFailed, failure.arg(to.errorString()));
    return success();
}

/// "week25", "week25 2" ...: two archives may be called alike.
QString freeName(const QString& wanted, const QList<store::ListRecord>& lists)
{
    QSet<QString> taken;
    for (const store::ListRecord& list : lists)
        taken.insert(list.name);
    QString name = wanted;
    for (int n = 2; taken.contains(name); ++n)
        name = u"%1 %2"_s.arg(wanted).arg(n);
    return name;
}

} // namespace

ArchiveFlow::ArchiveFlow(Services& services, QObject* parent) : QObject(parent), m_services(services) { }

void ArchiveFlow::open(const QStringList& arguments)
{
    QStringList mails;
    for (const QString& argument : arguments)
        (argument.endsWith(".eml"_L1, Qt::CaseInsensitive) ? mails : m_waiting).append(argument);
    if (!mails.isEmpty())
        takeMails(mails);
    else if (!m_busy)
        openNext();
}

QString ArchiveFlow::mailFolder() const
{
    return QString(QFileInfo(m_services.paths.libraryFile()).path() + u"/mails"_s);
}

void ArchiveFlow::takeMails(const QStringList& files)
{
    const QString folder = mailFolder();
    onResult(QtConcurrent::run(copySingleMails, files, folder), this,
             [this, folder](const SingleMails& taken) {
                 if (taken.copied > 0)
                     m_waiting.append(folder);
                 m_waiting += taken.archives;
                 if (taken.refusal)
                     Q_EMIT failed(*taken.refusal);
                 if (!m_busy)
                     openNext();
             });
}

void ArchiveFlow::openNext()
{
    m_busy = !m_waiting.isEmpty();
    if (!m_busy)
        return;
    // Looking at a folder of a slow disk takes its time.
    onResult(QtConcurrent::run(archive::locate, m_waiting.takeFirst()), this,
             [this](const Result<archive::Location>& location) {
                 if (location) {
                     // The sample's people are invented: its list says so wherever it is named.
                     const bool isSample = QFileInfo(location->path).fileName() == sampleName;
                     const bool isMails = location->path == QFileInfo(mailFolder()).absoluteFilePath();
                     addOrFind(location->text(),
                               isSample      ? tr("kvmarm (sample)")
                                   : isMails ? tr("Single mails")
                                             : location->listName);
                     return;
                 }
                 Q_EMIT failed(location.error());
                 openNext();
             });
}

void ArchiveFlow::addOrFind(const QString& location, const QString& name)
{
    onResult(m_services.store.lists(), this,
             [this, location, name](const Result<QList<store::ListRecord>>& lists) {
                 if (!lists) {
                     Q_EMIT failed(lists.error());
                     openNext();
                     return;
                 }
                 for (const store::ListRecord& list : *lists) {
                     for (const store::ArchiveRecord& archive : list.archives) {
                         if (archive.location == location) {
                             Q_EMIT opened(list);
                             openNext();
                             return;
                         }
                     }
                 }
                 store::ListRecord list;
                 list.name = freeName(name, *lists);
                 store::ArchiveRecord archive;
                 archive.location = location;
                 list.archives.append(archive);
                 onResult(m_services.store.saveList(list), this,
                          [this](const Result<store::ListRecord>& saved) {
                              if (saved)
                                  Q_EMIT opened(*saved);
                              else
                                  Q_EMIT failed(saved.error());
                              openNext();
                          });
             });
}

void ArchiveFlow::openSample()
{
    const QString file = QFileInfo(m_services.paths.libraryFile()).path() + u"/sample/"_s + sampleName;
    const QString failure
        = tr("The sample could not be copied to %1: %2. Check the free space and the permissions of that "
             "folder.")
              .arg(file, u"%1"_s);
    onResult(QtConcurrent::run(copySample, file, failure), this, [this, file](const Status& copied) {
        if (copied)
            open({file});
        else
            Q_EMIT failed(copied.error());
    });
}

} // namespace lb::ui
