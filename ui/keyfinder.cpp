// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyfinder.h"

#include "core/logging.h"
#include "core/onresult.h"

namespace lb::ui
{

KeyFinder::KeyFinder(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, QObject* parent)
    : QObject(parent), m_keychain(keychain), m_sessionKeys(sessionKeys)
{
}

void KeyFinder::forget()
{
    m_known.clear();
}

void KeyFinder::keep(const QString& id, const QString& key, const std::function<void(const QString&)>& found)
{
    m_known.insert(id, key);
    found(key);
}

void KeyFinder::find(const llm::Provider& provider, std::function<void(const QString& key)> found)
{
    const QString id = provider.id;
    const auto known = m_known.constFind(id);
    if (known != m_known.constEnd()) {
        const QString key = *known;
        found(key);
        return;
    }
    onResult(m_keychain.read(llm::secretName(id)), this, [this, id, found](const Result<QString>& kept) {
        if (!kept)
            qCDebug(logUi) << "no keychain:" << static_cast<int>(kept.error().code);
        if (kept && !kept->isEmpty()) {
            keep(id, *kept, found);
            return;
        }
        onResult(m_sessionKeys.read(llm::secretName(id)), this,
                 [this, id, found](const Result<QString>& given) {
                     if (given && !given->isEmpty())
                         keep(id, *given, found);
                     else
                         keep(id, qEnvironmentVariable("LISTBRIEF_API_KEY"), found);
                 });
    });
}

} // namespace lb::ui
