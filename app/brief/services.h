// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/paths.h"
#include "core/settings.h"
#include "llm/chatclient.h"
#include "llm/secretstore.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "summary/summariser.h"

namespace lb::brief
{

/// What the window and the command line work with. Made once by main.cpp's composition root, which
/// outlives both; nothing here is owned.
struct Services {
    store::Store& store;
    net::HttpClient& http;
    llm::ChatClient& chat;
    llm::SecretStore& keychain;
    llm::SecretStore& sessionKeys; ///< keys given for this session only
    Settings& settings;
    const Clock& clock;
    const Paths& paths;
    summary::Summariser& summariser;
};

} // namespace lb::brief
