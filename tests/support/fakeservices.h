// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/settings.h"
#include "llm/chatclient.h"
#include "llm/secretstore.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "summary/summariser.h"
#include "support/fakeclock.h"
#include "support/mailbuilder.h"
#include "thread/listing.h"
#include "ui/services.h"

#include <QTemporaryDir>

namespace lb::test
{

/// A keychain in memory that can be made to refuse.
class FakeKeychain final : public llm::SecretStore
{
    Q_OBJECT
public:
    using llm::SecretStore::SecretStore;

    std::optional<Error> refusal; ///< of every call
    QHash<QString, QString> secrets;

    [[nodiscard]] QFuture<Result<QString>> read(const QString& name) override;
    [[nodiscard]] QFuture<Status> write(const QString& name, const QString& secret) override;
    [[nodiscard]] QFuture<Status> erase(const QString& name) override;
};

/// Everything a window works with: a real library, settings and HTTP client in a temporary folder, secrets in
/// memory. Needs an event loop (QTEST_MAIN).
class FakeServices final
{
public:
    FakeServices();
    ~FakeServices();
    Q_DISABLE_COPY_MOVE(FakeServices)

    [[nodiscard]] ui::Services& services() { return *m_services; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Puts a mail into the library's list "kvmarm" and gives it back as a thread would list it. Waits for
    /// the store.
    [[nodiscard]] thread::ListedMail addMail(const MailBuilder& mail);

    FakeKeychain keychain;
    llm::MemoryStore sessionKeys;

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    Paths m_paths;
    Settings m_settings;
    store::Store m_store;
    net::HttpClient m_http;
    llm::ChatClient m_chat;
    summary::Summariser m_summariser;
    std::unique_ptr<ui::Services> m_services;
    ListId m_list;
};

} // namespace lb::test
