// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyfinder.h"

#include "core/logging.h"
#include "ui/keylookup.h"

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

void KeyFinder::find(const llm::Provider& provider, std::function<void(const QString& key)> found)
{
    look(llm::secretName(provider.id), [found = std::move(found)](const QString& kept) {
        found(kept.isEmpty() ? qEnvironmentVariable("LISTBRIEF_API_KEY") : kept);
    });
}

void KeyFinder::complete(const llm::Provider& provider,
                         std::function<void(const llm::Provider& complete, const QString& key)> found)
{
    find(provider, [this, provider, found = std::move(found)](const QString& key) {
        if (!llm::wantsProxyPassword(provider)) {
            found(provider, key);
            return;
        }
        look(llm::proxySecretName(provider.id), [provider, key, found](const QString& password) {
            found(llm::withProxyPassword(provider, password), key);
        });
    });
}

void KeyFinder::look(const QString& name, std::function<void(const QString& secret)> found)
{
    const auto known = m_known.constFind(name);
    if (known != m_known.constEnd()) {
        const QString secret = *known;
        found(secret);
        return;
    }
    findSecret(m_keychain, m_sessionKeys, name, this,
               [this, name, found = std::move(found)](const FoundKey& kept) {
                   if (!kept.trouble.isEmpty())
                       qCDebug(logUi) << "no keychain";
                   m_known.insert(name, kept.key);
                   found(kept.key);
               });
}

} // namespace lb::ui
