// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/location.h"

#include "archive/gitlayout.h"
#include "mail/inflate.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 PeekSize = 64 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

Error notFound(const QString& path)
{
    return fail(
        ErrorCode::NotFound,
        Text::tr("“%1” does not exist. Give the path of an mbox file, a Maildir, a folder of .eml files or a "
                 "public-inbox git mirror, or the address of a list that starts with https://.")
            .arg(path));
}

Error notAllowed(const QString& path)
{
    return fail(
        ErrorCode::FilePermission,
        Text::tr("“%1” cannot be read: permission denied. Change its permissions or choose another archive.")
            .arg(path));
}

Error notAnArchive(const QString& text)
{
    return fail(ErrorCode::NotAnArchive, text);
}

/// True if the text starts as an mbox does; blank lines before the first mail are forgiven.
bool startsAsMbox(QByteArrayView start)
{
    while (!start.isEmpty() && (start.front() == '\n' || start.front() == '\r'))
        start = start.sliced(1);
    return start.isEmpty() || start.startsWith("From ");
}

QByteArray unpackedStart(QByteArrayView compressed)
{
    QByteArray start;
    mail::Inflate inflate([&start](QByteArrayView bytes) { start.append(bytes); }, PeekSize);
    (void)inflate.feed(compressed); // the first bytes count, whatever comes after them
    return start;
}

QString nameFromFile(const QString& path)
{
    QString name = QFileInfo(path).fileName();
    for (const auto suffix : {".gz"_L1, ".mboxrd"_L1, ".mbox"_L1, ".mbx"_L1}) {
        if (name.endsWith(suffix, Qt::CaseInsensitive) && name.size() > suffix.size())
            name.chop(suffix.size());
    }
    return name;
}

/// The folder's name; for an epoch (kvmarm/git/0.git) that of the list's folder.
QString nameFromFolder(const QString& path)
{
    QDir folder(path);
    const auto isEpochPart = [](QString name) {
        if (name.endsWith(".git"_L1))
            name.chop(4);
        return name == "git"_L1 || name == "all"_L1 || name.isEmpty()
            || std::ranges::all_of(name, [](QChar c) { return c.isDigit(); });
    };
    QString name = folder.dirName();
    while (isEpochPart(name) && folder.cdUp() && !folder.isRoot())
        name = folder.dirName();
    return name.endsWith(".git"_L1) && name.size() > 4 ? name.chopped(4) : name;
}

Result<Location> locateFile(const QFileInfo& info)
{
    const QString path = info.absoluteFilePath();
    QFile file(path);
    // Opening a named pipe would wait for its other end.
    if (!info.isFile())
        return notAnArchive(Text::tr("“%1” is neither a file nor a folder.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return notAllowed(path);
    const QByteArray start = file.read(PeekSize);
    Location location;
    location.path = path;
    location.listName = nameFromFile(path);
    if (mail::isGzip(start)) {
        location.kind = Kind::MboxGz;
        if (startsAsMbox(unpackedStart(start)))
            return location;
        return notAnArchive(Text::tr("“%1” is a gzip file, but what is in it is not an mbox: it does not "
                                     "start with a line “From ”.")
                                .arg(path));
    }
    location.kind = Kind::Mbox;
    if (startsAsMbox(start))
        return location;
    if (path.endsWith(".eml"_L1, Qt::CaseInsensitive))
        return notAnArchive(Text::tr("“%1” is a single mail. Give the folder that it is in.").arg(path));
    for (const QByteArrayView magic :
         {QByteArrayView("\xfd"
                         "7zXZ"),
          QByteArrayView("BZh"), QByteArrayView("\x28\xb5\x2f\xfd"), QByteArrayView("PK\x03\x04")}) {
        if (start.startsWith(magic))
            return notAnArchive(
                Text::tr("“%1” is compressed in a way that is not read here. Unpack it first, or use gzip.")
                    .arg(path));
    }
    return notAnArchive(Text::tr("“%1” is not an mbox: it does not start with a line “From ”.").arg(path));
}

bool holdsEml(const QString& path)
{
    QDirIterator entries(path, {u"*.eml"_s}, QDir::Files);
    return entries.hasNext();
}

Result<Location> locateFolder(const QFileInfo& info)
{
    const QString path = info.absoluteFilePath();
    if (!info.isReadable() || !info.isExecutable())
        return notAllowed(path);
    const QDir folder(path);
    Location location;
    location.path = path;
    location.listName = nameFromFolder(path);
    if (QFileInfo(folder.filePath(u"cur"_s)).isDir() && QFileInfo(folder.filePath(u"new"_s)).isDir()) {
        location.kind = Kind::Maildir;
        return location;
    }
    if (!gitEpochs(path).isEmpty()) {
        location.kind = Kind::Git;
        return location;
    }
    if (holdsEml(path)) {
        location.kind = Kind::EmlFolder;
        return location;
    }
    if (folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return notAnArchive(Text::tr("The folder “%1” is empty.").arg(path));
    return notAnArchive(
        Text::tr("The folder “%1” holds no mail: it is no Maildir (folders cur and new), no public-inbox git "
                 "mirror (0.git, 1.git, ...) and has no .eml files.")
            .arg(path));
}

/// Cuts from the address of a mail, thread or download what comes after the list.
QStringList listSegments(const QString& path)
{
    static constexpr std::array<QStringView, 8> Pages{
        u"new.html", u"new.atom", u"new.rss", u"manifest.js.gz", u"all.mbox.gz", u"_", u"help", u"t.mbox.gz"};
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString& segment = segments.at(i);
        const bool isMessageId = segment.contains(u'@') || segment.contains("%40"_L1, Qt::CaseInsensitive);
        const bool isPage = std::ranges::find(Pages, QStringView(segment)) != Pages.end();
        if (i > 0 && (isMessageId || isPage))
            return segments.first(i);
    }
    return segments;
}

Result<Location> locateUrl(const QString& argument)
{
    QUrl url(argument, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return notAnArchive(Text::tr("“%1” is not a valid web address.").arg(argument));
    if (!url.userInfo().isEmpty()) // not repeated: it may hold a password
        return notAnArchive(Text::tr(
            "The address holds a user name or password. Archives are read without one: leave it out."));
    const QStringList segments = listSegments(url.path(QUrl::FullyEncoded));
    if (segments.isEmpty())
        return notAnArchive(Text::tr("“%1” names a server but no list on it. Add the list's name, as in "
                                     "https://lore.kernel.org/kvmarm/.")
                                .arg(argument));
    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(QString(u'/' + segments.join(u'/') + u'/'), QUrl::TolerantMode);
    Location location;
    location.kind = Kind::PublicInbox;
    location.url = url;
    location.listName = QUrl::fromPercentEncoding(segments.last().toUtf8());
    return location;
}

} // namespace

QString Location::permalink(const QByteArray& messageId) const
{
    if (!isRemote() || messageId.isEmpty())
        return {};
    // public-inbox takes these as they are; every other byte is escaped, also '/' and '+'.
    const QByteArray escaped = messageId.toPercentEncoding("@", {}, '%');
    return url.toString(QUrl::FullyEncoded) + QString::fromLatin1(escaped) + u'/';
}

Result<Location> locate(const QString& argument)
{
    const QString text = argument.trimmed();
    if (text.isEmpty())
        return fail(ErrorCode::NotFound, Text::tr("No archive was named."));
    const qsizetype scheme = text.indexOf("://"_L1);
    if (scheme > 0 && !QFileInfo::exists(text)) {
        const QString name = text.first(scheme).toLower();
        if (name == "https"_L1 || name == "http"_L1)
            return locateUrl(text);
        if (name == "file"_L1)
            return locate(QUrl(text).toLocalFile());
        return notAnArchive(
            Text::tr("Archives are not read over “%1”. Use the list's https:// address, or a local copy.")
                .arg(name));
    }
    const QString path = text.startsWith("~/"_L1) ? QString(QDir::homePath() + text.sliced(1)) : text;
    const QFileInfo info(path);
    if (!info.exists()) {
        const QFileInfo parent(info.absolutePath());
        return parent.isDir() && !parent.isExecutable() ? notAllowed(path) : notFound(path);
    }
    return info.isDir() ? locateFolder(info) : locateFile(info);
}

} // namespace lb::archive
