// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/singlemails.h"

#include "core/result.h"
#include "mail/messageparser.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 largestMail = 64LL << 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::SingleMails)
};

Status copyMail(const QByteArray& bytes, const QString& folder)
{
    const QByteArray name
        = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(40) + ".eml";
    const QString path = folder + u'/' + QString::fromLatin1(name);
    if (QFileInfo::exists(path))
        return success();
    QSaveFile file(path);
    if (QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.commit())
        return success();
    return fail(
        ErrorCode::FileFailed,
        Text::tr("The mail could not be copied to %1: %2. Check the free space and the permissions of "
                 "that folder.")
            .arg(QDir::toNativeSeparators(folder), file.errorString()));
}

} // namespace

SingleMails copySingleMails(const QStringList& files, const QString& folder)
{
    SingleMails taken;
    const auto refuse = [&taken](const Error& error) {
        if (!taken.refusal)
            taken.refusal = error;
    };
    for (const QString& path : files) {
        QFile file(path);
        // A folder may be called so, too; and a named pipe would wait for its other end.
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
            taken.archives.append(path);
            continue;
        }
        mail::RawMail mail;
        mail.bytes = file.read(largestMail + 1);
        if (mail.bytes.startsWith("From ")) {
            taken.archives.append(path);
            continue;
        }
        const QString shown = QDir::toNativeSeparators(path);
        if (mail.bytes.size() > largestMail) {
            refuse(fail(ErrorCode::TooLarge,
                        Text::tr("“%1” is larger than 64 MB: that is no mail.").arg(shown)));
        } else if (!mail::parseEnvelope(mail)) {
            refuse(fail(ErrorCode::NotAnArchive,
                        Text::tr("“%1” is no mail: it does not begin with header lines.").arg(shown)));
        } else if (const Status copied = copyMail(mail.bytes, folder); !copied) {
            refuse(copied.error());
        } else {
            ++taken.copied;
        }
    }
    return taken;
}

} // namespace lb::ui
