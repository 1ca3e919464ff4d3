// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/gitlayout.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

bool isGitFolder(const QString& path)
{
    const QDir folder(path);
    return QFileInfo(folder.filePath(u"HEAD"_s)).isFile() && QFileInfo(folder.filePath(u"objects"_s)).isDir()
        && (QFileInfo(folder.filePath(u"refs"_s)).isDir()
            || QFileInfo(folder.filePath(u"packed-refs"_s)).isFile());
}

QString withoutGitSuffix(const QString& name)
{
    return name.endsWith(".git"_L1) ? name.chopped(4) : name;
}

QList<GitEpoch> epochsIn(const QString& path)
{
    struct Numbered {
        uint number = 0;
        GitEpoch epoch;
    };
    std::vector<Numbered> found;
    const QDir folder(path);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        bool isNumber = false;
        const QString epoch = withoutGitSuffix(name);
        const uint number = epoch.toUInt(&isNumber);
        if (isNumber && isGitFolder(folder.filePath(name)))
            found.push_back({number, {epoch, folder.filePath(name)}});
    }
    std::ranges::sort(found, {}, &Numbered::number);
    QList<GitEpoch> epochs;
    for (Numbered& item : found)
        epochs.append(std::move(item.epoch));
    return epochs;
}

} // namespace

QList<GitEpoch> gitEpochs(const QString& path)
{
    if (isGitFolder(path))
        return {{withoutGitSuffix(QDir(path).dirName()), path}};
    const QString inside = QDir(path).filePath(u".git"_s);
    if (isGitFolder(inside))
        return {{QDir(path).dirName(), inside}};
    const QList<GitEpoch> direct = epochsIn(path);
    return direct.isEmpty() ? epochsIn(QDir(path).filePath(u"git"_s)) : direct;
}

} // namespace lb::archive
