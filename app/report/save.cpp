// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::report)
};

Error fileError(const QFileDevice& device, const QString& shown)
{
    switch (device.error()) {
    case QFileDevice::PermissionsError:
        return fail(
            ErrorCode::FilePermission,
            Text::tr("There is no permission to write %1. Choose another place or change its permissions.")
                .arg(shown),
            device.errorString());
    case QFileDevice::ResourceError:
        return fail(ErrorCode::FileFull,
                    Text::tr("There is no space left to write %1. Free some space or choose another place; "
                             "what was there before is "
                             "unchanged.")
                        .arg(shown),
                    device.errorString());
    default:
        return fail(ErrorCode::FileFailed,
                    Text::tr("%1 could not be written: %2.").arg(shown, device.errorString()),
                    device.errorString());
    }
}

/// A pipe, a terminal, a device: cannot be replaced, only written to.
Status writeThrough(QFile& file, const QByteArray& document, const QString& shown)
{
    if (file.write(document) != document.size() || !file.flush())
        return fileError(file, shown);
    file.close();
    if (file.error() != QFileDevice::NoError)
        return fileError(file, shown);
    return success();
}

} // namespace

Status save(const QByteArray& document, const QString& file)
{
    if (file == "-"_L1) {
        QFile output;
        const QString shown = Text::tr("the standard output");
        if (!output.open(stdout, QIODevice::WriteOnly, QFileDevice::DontCloseHandle))
            return fileError(output, shown);
        return writeThrough(output, document, shown);
    }
    const QFileInfo info(file);
    const QString shown = QDir::toNativeSeparators(info.absoluteFilePath());
    if (info.exists() && !info.isFile() && !info.isDir()) {
        QFile device(file);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return fileError(device, shown);
        return writeThrough(device, document, shown);
    }
    if (file.isEmpty() || info.isDir())
        return fail(ErrorCode::FileFailed,
                    Text::tr("%1 is a folder. Name a file to write the report to.").arg(shown));
    if (!info.absoluteDir().exists())
        return fail(
            ErrorCode::FileFailed,
            Text::tr(
                "%1 cannot be written: its folder does not exist. Create the folder or name another file.")
                .arg(shown));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fileError(target, shown);
    if (target.write(document) != document.size() || !target.flush()) {
        const Error error = fileError(target, shown);
        target.cancelWriting();
        return error;
    }
    if (!target.commit())
        return fileError(target, shown);
    return success();
}

} // namespace lb::report
