// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace lb::llm
{
class SecretStore;
}

namespace lb::ui
{

enum class KeyPlace { None, Keychain, Session, Environment };

struct FoundKey {
    QString key; ///< empty if there is none: fine for local servers
    KeyPlace place = KeyPlace::None;
    QString trouble; ///< why the keychain could not be asked; empty = it answered
};

/// A secret by its name (see llm/secretstore.h): the keychain's, else the one given for this session. Calls
/// `handle` once on the GUI thread, later, unless `context` dies first.
void findSecret(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, const QString& name,
                QObject* context, std::function<void(const FoundKey&)> handle);

/// A provider's key: the keychain's, else the one given for this session, else LISTBRIEF_API_KEY. Calls
/// `handle` once on the GUI thread, later, unless `context` dies first.
void findKey(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, const QString& providerId,
             QObject* context, std::function<void(const FoundKey&)> handle);

} // namespace lb::ui
