// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/triagefile.h"

#include "report/report.h"

#include <QDir>
#include <QFile>

namespace lb::brief
{

using namespace Qt::StringLiterals;

Result<store::TriageExport> loadTriageFile(const QString& path)
{
    const QString where = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool missing = !file.exists();
        return fail(missing ? ErrorCode::NotFound : ErrorCode::FilePermission,
                    store::TriageTexts::tr("%1 cannot be read: %2.").arg(where, file.errorString()));
    }
    // One byte more than is allowed tells that there is more.
    return store::triageFromJson(file.read(store::largestTriageFile + 1), where);
}

Status saveTriageFile(const QString& path, const store::TriageExport& state, const QDateTime& now)
{
    return report::save(store::triageToJson(state, now), path);
}

} // namespace lb::brief
