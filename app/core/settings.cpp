// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

namespace lb
{

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_file(file, QSettings::IniFormat)
{
}

QString Settings::get(const Key<const char*>& key) const
{
    return m_file.value(QLatin1String(key.path), QString::fromLatin1(key.fallback)).toString();
}

int Settings::get(const Key<int>& key) const
{
    bool isNumber = false;
    const int value = m_file.value(QLatin1String(key.path), key.fallback).toInt(&isNumber);
    return isNumber ? value : key.fallback;
}

void Settings::set(const Key<const char*>& key, const QString& value)
{
    store(key.path, value);
}

void Settings::set(const Key<int>& key, int value)
{
    store(key.path, value);
}

void Settings::store(const char* path, const QVariant& value)
{
    const QString where = QLatin1String(path);
    if (m_file.value(where) == value)
        return;
    m_file.setValue(where, value);
    Q_EMIT changed(where);
}

} // namespace lb
