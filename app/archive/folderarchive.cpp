// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/readrun.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t StopInterval = 256; // entries between two looks at the stop token

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};
using FolderPtr = std::unique_ptr<DIR, CloseFolder>;

struct Entry {
    QByteArray name; // relative to the archive
    qsizetype base = 0; // where the file name starts
    qint64 changed = 0; // ns
};

/// Reads a folder with one mail a file. What is new is told by the change time of the files, which nobody but
/// the system sets; files that share the newest tick are told by their names.
class FolderRun
{
public:
    FolderRun(ReadRun& run, bool maildir)
        : m_run(run), m_maildir(maildir), m_kind(maildir ? u"maildir"_s : u"eml"_s)
    {
    }

    Result<ReadOutcome> read(const QByteArray& bytes)
    {
        if (Status listed = listAll(); !listed)
            return listed.error();
        // A Maildir's names start with the time of delivery, so this is oldest first.
        std::ranges::sort(m_entries, [](const Entry& a, const Entry& b) {
            return QByteArrayView(a.name).sliced(a.base) < QByteArrayView(b.name).sliced(b.base);
        });
        const QJsonObject cursor = openCursor(bytes, m_kind);
        selectNew(cursor);
        if (m_entries.empty() && !cursor.isEmpty())
            return ReadOutcome{bytes, true};
        const auto total = static_cast<qint64>(m_entries.size());
        qint64 done = 0;
        for (const Entry& entry : m_entries) {
            if (m_run.isStopped())
                return m_run.cancelled();
            readOne(entry);
            m_run.progress(++done, total);
        }
        if (m_run.isStopped())
            return m_run.cancelled();
        const QJsonObject fields{{"newest"_L1, QString::number(m_newest)}, {"names"_L1, m_newestNames}};
        return ReadOutcome{closeCursor(fields, m_kind), false};
    }

private:
    Status listAll()
    {
        if (!m_maildir)
            return list({});
        for (const QByteArray& folder :
             {QByteArray("cur/"), QByteArray("new/")}) { // tmp holds unfinished deliveries
            if (Status status = list(folder); !status)
                return status;
        }
        return success();
    }

    Status list(const QByteArray& folder)
    {
        const QByteArray path = QFile::encodeName(m_run.path()) + '/' + folder;
        const FolderPtr open(opendir(path.constData()));
        if (!open)
            return m_run.cannotOpen(QFile::decodeName(path), errno);
        while (const dirent* const item = readdir(open.get())) {
            if (m_entries.size() % StopInterval == 0 && m_run.isStopped())
                return m_run.cancelled();
            const QByteArrayView name(item->d_name);
            if (name.startsWith('.') || (!m_maildir && !isEml(name)))
                continue;
            struct stat info {
            };
            if (fstatat(dirfd(open.get()), item->d_name, &info, 0) != 0 || !S_ISREG(info.st_mode))
                continue;
            m_entries.push_back({folder + item->d_name, folder.size(),
                                 qint64{info.st_ctim.tv_sec} * 1'000'000'000 + info.st_ctim.tv_nsec});
        }
        return success();
    }

    static bool isEml(QByteArrayView name)
    {
        return name.size() > 4 && name.last(4).compare(".eml", Qt::CaseInsensitive) == 0;
    }

    /// Keeps the entries that the cursor has not seen.
    void selectNew(const QJsonObject& cursor)
    {
        for (const Entry& entry : m_entries)
            m_newest = std::max(m_newest, entry.changed);
        m_newestNames = namesAt(m_newest);
        if (cursor.isEmpty())
            return;
        const qint64 seen = cursorNumber(cursor, u"newest"_s);
        const bool sameTick = namesAt(seen) == cursor.value("names"_L1).toString();
        std::erase_if(m_entries, [seen, sameTick](const Entry& entry) {
            return entry.changed < seen || (entry.changed == seen && sameTick);
        });
    }

    [[nodiscard]] QString namesAt(qint64 changed) const
    {
        QCryptographicHash hash(QCryptographicHash::Blake2b_160);
        for (const Entry& entry : m_entries) {
            if (entry.changed == changed) {
                hash.addData(entry.name);
                hash.addData(QByteArrayView("\n"));
            }
        }
        return QString::fromLatin1(hash.result().toHex());
    }

    void readOne(const Entry& entry)
    {
        const QString name = QFile::decodeName(entry.name);
        QFile file(QString(m_run.path() + u'/' + name));
        if (!file.open(QIODevice::ReadOnly)) {
            // Gone since it was listed: a mail program moved it, and the next read finds it under its new
            // name.
            if (file.exists())
                m_run.issue(mail::ParseIssue::Kind::Unreadable,
                            Text::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
            return;
        }
        mail::RawMail mail;
        mail.bytes = file.read(MaxMailBytes);
        mail.where = name;
        if (file.error() != QFileDevice::NoError) {
            m_run.issue(mail::ParseIssue::Kind::Unreadable,
                        Text::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
            return;
        }
        if (!file.atEnd())
            m_run.issue(mail::ParseIssue::Kind::TooLarge,
                        Text::tr("The mail at %1 is larger than %2 MB: only its start is read.")
                            .arg(name)
                            .arg(MaxMailBytes >> 20));
        if (m_maildir)
            mail.archiveTime = deliveryTime(QByteArrayView(entry.name).sliced(entry.base));
        m_run.deliver(std::move(mail));
    }

    /// The seconds that a Maildir name starts with; 0 if it does not.
    static qint64 deliveryTime(QByteArrayView name)
    {
        const qsizetype dot = name.indexOf('.');
        if (dot < 9 || dot > 10)
            return 0;
        bool ok = false;
        const qint64 seconds = name.first(dot).toByteArray().toLongLong(&ok);
        return ok && seconds > 0 ? seconds : 0;
    }

    ReadRun& m_run;
    bool m_maildir;
    QString m_kind;
    std::vector<Entry> m_entries;
    qint64 m_newest = 0;
    QString m_newestNames;
};

} // namespace

Result<ReadOutcome> readFolder(ReadRun& run, const QByteArray& cursor, bool maildir)
{
    return FolderRun(run, maildir).read(cursor);
}

} // namespace lb::archive
