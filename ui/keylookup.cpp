// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keylookup.h"

#include "core/onresult.h"
#include "llm/secretstore.h"

namespace lb::ui
{

void findSecret(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, const QString& name,
                QObject* context, std::function<void(const FoundKey&)> handle)
{
    onResult(keychain.read(name), context,
             [&sessionKeys, name, context, handle = std::move(handle)](const Result<QString>& kept) {
                 FoundKey found;
                 if (kept && !kept->isEmpty()) {
                     found.key = *kept;
                     found.place = KeyPlace::Keychain;
                     handle(found);
                     return;
                 }
                 if (!kept)
                     found.trouble = kept.error().text;
                 onResult(sessionKeys.read(name), context,
                          [found, handle](const Result<QString>& given) mutable {
                              if (given && !given->isEmpty()) {
                                  found.key = *given;
                                  found.place = KeyPlace::Session;
                              }
                              handle(found);
                          });
             });
}

void findKey(llm::SecretStore& keychain, llm::SecretStore& sessionKeys, const QString& providerId,
             QObject* context, std::function<void(const FoundKey&)> handle)
{
    findSecret(keychain, sessionKeys, llm::secretName(providerId), context,
               [handle = std::move(handle)](const FoundKey& kept) {
                   FoundKey found = kept;
                   if (found.place == KeyPlace::None) {
                       found.key = qEnvironmentVariable("LISTBRIEF_API_KEY");
                       found.place = found.key.isEmpty() ? KeyPlace::None : KeyPlace::Environment;
                   }
                   handle(found);
               });
}

} // namespace lb::ui
