// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <QStandardPaths>

namespace lb
{

using namespace Qt::StringLiterals;

Paths::Paths(QString profileFolder)
{
    if (!profileFolder.isEmpty()) {
        m_data = m_config = profileFolder;
        m_cache = profileFolder + u"/cache"_s;
        return;
    }
    const auto below = [](QStandardPaths::StandardLocation where) {
        return QStandardPaths::writableLocation(where) + u"/listbrief"_s;
    };
    m_data = below(QStandardPaths::GenericDataLocation);
    m_config = below(QStandardPaths::GenericConfigLocation);
    m_cache = below(QStandardPaths::GenericCacheLocation);
}

QString Paths::libraryFile() const
{
    return m_data + u"/library.sqlite"_s;
}

QString Paths::settingsFile() const
{
    return m_config + u"/settings.ini"_s;
}

QString Paths::stateFile() const
{
    return m_config + u"/state.ini"_s;
}

QString Paths::cacheFolder() const
{
    return m_cache;
}

} // namespace lb
