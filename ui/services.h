// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lb {
class Clock;
class Paths;
class Settings;
}
namespace lb::llm {
class ChatClient;
class SecretStore;
}
namespace lb::net {
class HttpClient;
}
namespace lb::store {
class Store;
}
namespace lb::summary {
class Summariser;
}

namespace lb::ui {

/// What the window works with: made by the composition root, outlives the window. `store` has been asked to
/// open; whether it could is told to MainWindow::start().
struct Services {
    store::Store& store;
    net::HttpClient& http;
    llm::ChatClient& chat;
    llm::SecretStore& keychain;
    llm::SecretStore& sessionKeys; ///< for keys that the keychain would not take: gone with the program
    Settings& settings;
    const Clock& clock;
    const Paths& paths;
    summary::Summariser& summariser;
};

} // namespace lb::ui
