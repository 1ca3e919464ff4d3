// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provider.h"

#include <functional>

class QWidget;

namespace lb
{
class Settings;
}

namespace lb::ui
{

class UserPrompts;

/// True once the user has agreed that mail is sent to the provider's host, and for this machine itself.
[[nodiscard]] bool mayLeaveFor(const Settings& settings, const llm::Provider& provider);

/// Says, once for each endpoint, that mail will leave the machine and for where; then proceeds. A refusal is
/// not remembered, and nothing happens. To be called before every run with a model.
void noticeBeforeSending(QWidget* parent, UserPrompts& prompts, Settings& settings,
                         const llm::Provider& provider, std::function<void()> proceed);

} // namespace lb::ui
