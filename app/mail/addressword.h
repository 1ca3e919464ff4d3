// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace lb::mail
{

/// An address as one word of the full-text index: "ada@example.invalid" as adaexampleinvalid. As a phrase it
/// would be looked up by words that stand in every mail. Empty for what is no address. Pure.
[[nodiscard]] QString addressWord(QStringView address);

} // namespace lb::mail
