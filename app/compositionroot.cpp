// SPDX-License-Identifier: GPL-3.0-or-later
#include "compositionroot.h"

#include "core/onresult.h"

#include <QObject>

namespace lb
{

using namespace Qt::StringLiterals;

// Members in order of dependence: each may use those above it, and goes before them.
struct CompositionRoot::State {
    explicit State(const QString& profileFolder)
        : paths(profileFolder)
        , settings(paths.settingsFile())
        , store(paths.libraryFile())
        , chat(http)
        , summariser(store, chat, clock)
        , services{store, http, chat, keychain, sessionKeys, settings, clock, paths, summariser}
    {
    }

    SystemClock clock;
    Paths paths;
    Settings settings;
    store::Store store;
    net::HttpClient http;
    llm::ChatClient chat;
    llm::KeychainStore keychain;
    llm::MemoryStore sessionKeys;
    summary::Summariser summariser;
    brief::Services services;
};

CompositionRoot::CompositionRoot(const QString& profileFolder)
    : m_state(std::make_unique<State>(profileFolder))
{
    rememberCapabilities();
}

CompositionRoot::~CompositionRoot() = default;

const brief::Services& CompositionRoot::services() const
{
    return m_state->services;
}

Settings& CompositionRoot::settings()
{
    return m_state->settings;
}

/// What endpoints turned out to accept outlives the session. It is kept beside the settings, not in the
/// library: a profile whose library cannot be opened still talks to its endpoints.
void CompositionRoot::rememberCapabilities()
{
    State& s = *m_state;
    s.chat.restoreCapabilities(s.settings.get(keys::Capabilities).toUtf8());
    QObject::connect(&s.chat, &llm::ChatClient::capabilitiesChanged, &s.settings, [&s] {
        s.settings.set(keys::Capabilities, QString::fromUtf8(s.chat.savedCapabilities()));
    });
}

} // namespace lb
