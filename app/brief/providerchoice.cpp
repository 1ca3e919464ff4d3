// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/providerchoice.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lb::brief
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto digestId = "digest"_L1;
constexpr qsizetype mostLists = 1000;

QJsonObject choices(const Settings& settings)
{
    return QJsonDocument::fromJson(settings.get(keys::ListProviders).toUtf8()).object();
}

} // namespace

QList<llm::Provider> knownProviders(const Settings& settings)
{
    const Result<QList<llm::Provider>> all = llm::providersFromJson(settings.get(keys::Providers).toUtf8());
    return all ? *all : QList<llm::Provider>();
}

std::optional<llm::Provider> providerWithId(const Settings& settings, const QString& id)
{
    for (const llm::Provider& provider : knownProviders(settings)) {
        if (provider.id == id)
            return provider;
    }
    return std::nullopt;
}

QString ownProviderId(const Settings& settings, const QString& list)
{
    const QString id = choices(settings)[list].toString();
    return id == digestId || providerWithId(settings, id) ? id : QString();
}

void setOwnProviderId(Settings& settings, const QString& list, const QString& id)
{
    QJsonObject all = choices(settings);
    if (id.isEmpty())
        all.remove(list);
    else if (all.contains(list) || all.size() < mostLists)
        all.insert(list, id);
    settings.set(keys::ListProviders,
                 all.isEmpty() ? QString()
                               : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

QString providerIdFor(const Settings& settings, const QString& list)
{
    const QString own = ownProviderId(settings, list);
    return own.isEmpty() ? settings.get(keys::Provider) : own;
}

std::optional<llm::Provider> providerFor(const Settings& settings, const QString& list)
{
    return providerWithId(settings, providerIdFor(settings, list));
}

} // namespace lb::brief
