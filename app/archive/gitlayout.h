// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lb::archive
{

/// One git repository of a public-inbox mirror.
struct GitEpoch {
    QString name; ///< "0", "1", ...; the folder's name for a repository that stands alone
    QString path;
};

/// The repositories below a path, oldest first: the path itself if it is one (bare, or with a .git folder),
/// else N.git or N in it or in its folder "git". Empty if there is none.
[[nodiscard]] QList<GitEpoch> gitEpochs(const QString& path);

} // namespace lb::archive
