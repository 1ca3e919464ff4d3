// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include "archive/location.h"
#include "brief/providerchoice.h"
#include "summary/glossarybook.h"
#include "thread/people.h"
#include "thread/trailers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

bool isWebAddress(const QString& location)
{
    return location.startsWith("https://"_L1, Qt::CaseInsensitive)
        || location.startsWith("http://"_L1, Qt::CaseInsensitive);
}

} // namespace

Language reportLanguage(const Settings& settings)
{
    if (const auto chosen = languageFromCode(settings.get(keys::Language)))
        return *chosen;
    return languageFromCode(QLocale().name()).value_or(Language::English);
}

thread::ContextRule contextRule(const Settings& settings)
{
    return settings.get(keys::Context) == "thread"_L1 ? thread::ContextRule::WholeThread
                                                      : thread::ContextRule::Ancestors;
}

thread::CategoryTable categoryTable(const Settings& settings)
{
    const QString saved = settings.get(keys::Categories);
    if (saved.isEmpty())
        return thread::shippedCategories();
    const Result<thread::CategoryTable> table = thread::categoriesFromJson(saved.toUtf8());
    return table ? *table : thread::shippedCategories();
}

QString glossaryOf(const Settings& settings, const QString& list)
{
    return summary::glossaryText(settings.get(keys::Glossaries).toUtf8(), list);
}

QHash<QString, QString> providerNames(const Settings& settings)
{
    QHash<QString, QString> names;
    for (const llm::Provider& provider : brief::knownProviders(settings))
        names.insert(provider.id, providerName(provider));
    return names;
}

QString providerName(const llm::Provider& provider)
{
    return provider.name.isEmpty() ? provider.model : provider.name;
}

QStringList linesOf(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

thread::Identity identity(const Settings& settings)
{
    return {linesOf(settings.get(keys::YourNames)), linesOf(settings.get(keys::YourAddresses))};
}

AttentionRules attentionRules(const Settings& settings)
{
    AttentionRules rules;
    rules.you = identity(settings);
    rules.ownPaths = thread::PathPatterns(linesOf(settings.get(keys::YourPaths)));
    rules.watchedPaths = thread::PathPatterns(linesOf(settings.get(keys::WatchedPaths)));
    for (const QString& line : linesOf(settings.get(keys::WatchedPeople))) {
        mail::Address who = thread::addressIn(line);
        if (who.address.isEmpty())
            who.name = line;
        const QString folded = (who.address.isEmpty() ? who.name : who.address).toCaseFolded();
        rules.watchedPeople.append({thread::shownName(who), folded});
    }
    for (const QString& line : linesOf(settings.get(keys::WatchedWords)))
        rules.watchedWords.append(line.toCaseFolded());
    rules.silentDays = settings.get(keys::SilentDays);
    const QJsonObject weights
        = QJsonDocument::fromJson(settings.get(keys::AttentionWeights).toUtf8()).object();
    for (int i = 0; i < attentionTermCount; ++i) {
        int& weight = rules.weights.at(static_cast<std::size_t>(i));
        const int chosen = weights.value(attentionKey(static_cast<AttentionTerm>(i))).toInt(weight);
        weight = std::clamp(chosen, 0, largestWeight);
    }
    return rules;
}

QString weightsToText(const AttentionWeights& weights)
{
    QJsonObject object;
    for (int i = 0; i < attentionTermCount; ++i)
        object.insert(attentionKey(static_cast<AttentionTerm>(i)), weights.at(static_cast<std::size_t>(i)));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString permalink(const store::ListRecord& list, const MessageId& id)
{
    for (const store::ArchiveRecord& archive : list.archives) {
        if (!isWebAddress(archive.location))
            continue;
        const Result<archive::Location> location = archive::locate(archive.location);
        if (location && location->isRemote())
            return location->permalink(id.bytes);
    }
    return {};
}

bool hasRemoteArchive(const store::ListRecord& list)
{
    return std::any_of(list.archives.begin(), list.archives.end(),
                       [](const store::ArchiveRecord& archive) { return isWebAddress(archive.location); });
}

} // namespace lb::ui
