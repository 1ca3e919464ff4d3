// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/services.h"

#include <memory>

namespace lb
{

/// Makes every service, wires them, and takes them down in the right order. The only place that does. GUI
/// thread.
class CompositionRoot final
{
public:
    explicit CompositionRoot(const QString& profileFolder);
    ~CompositionRoot();
    Q_DISABLE_COPY_MOVE(CompositionRoot)

    [[nodiscard]] const brief::Services& services() const;
    [[nodiscard]] Settings& settings();

private:
    void rememberCapabilities();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb
