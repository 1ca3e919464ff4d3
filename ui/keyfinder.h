// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provider.h"
#include "llm/secretstore.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace lb::ui
{

/// The key for a provider: the keychain's, else the one given for this session, else LISTBRIEF_API_KEY, else
/// none (a local server needs none). The keychain is asked once a session and provider. GUI thread.
class KeyFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyFinder)
public:
    KeyFinder(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, QObject* parent = nullptr);

    void find(const llm::Provider& provider, std::function<void(const QString& key)> found);
    /// The same, and the provider with the password of its proxy, where it has one that wants it.
    void complete(const llm::Provider& provider,
                  std::function<void(const llm::Provider& complete, const QString& key)> found);
    void forget(); ///< the settings changed: ask again

private:
    void look(const QString& name, std::function<void(const QString& secret)> found);

    llm::SecretStore& m_keychain;
    llm::SecretStore& m_sessionKeys;
    QHash<QString, QString> m_known; ///< by the secret's name
};

} // namespace lb::ui
