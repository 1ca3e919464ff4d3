// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QString>

namespace lb::llm
{

/// Where keys live: the system keychain or memory; never settings, database, logs or exports. GUI thread.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Empty string if there is no key under that name.
    [[nodiscard]] virtual QFuture<Result<QString>> read(const QString& name) = 0;
    [[nodiscard]] virtual QFuture<Status> write(const QString& name, const QString& secret) = 0;
    [[nodiscard]] virtual QFuture<Status> erase(const QString& name) = 0;
};

/// QtKeychain: Secret Service, KWallet ... SecretUnavailable where there is none; no plain-text fallback.
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    [[nodiscard]] QFuture<Result<QString>> read(const QString& name) override;
    [[nodiscard]] QFuture<Status> write(const QString& name, const QString& secret) override;
    [[nodiscard]] QFuture<Status> erase(const QString& name) override;
};

/// For this session only.
class MemoryStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    [[nodiscard]] QFuture<Result<QString>> read(const QString& name) override;
    [[nodiscard]] QFuture<Status> write(const QString& name, const QString& secret) override;
    [[nodiscard]] QFuture<Status> erase(const QString& name) override;

private:
    QHash<QString, QString> m_secrets;
};

/// The keychain's key for a provider, else the one given for this session, else LISTBRIEF_API_KEY.
[[nodiscard]] QString secretName(const QString& providerId);
/// The same for the password of its proxy.
[[nodiscard]] QString proxySecretName(const QString& providerId);

} // namespace lb::llm
