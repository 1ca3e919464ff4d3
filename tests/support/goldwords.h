// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"

#include <QString>
#include <QStringList>

#include <map>
#include <span>

namespace lb::test
{

/// How a mail may say something, and how a true claim may tell it. Placeholders: {fn} {fn2} {path} {config}
/// {number} {percent} {hash} {flag} {next} {sender} {author}.
struct GoldWording {
    summary::ClaimKind kind;
    enum class Where { Cover, Patch, Reply, Author, Maintainer } where;
    const char* mail; ///< what the mail says
    const char* english;
    const char* chinese;
};

[[nodiscard]] std::span<const GoldWording> goldWordings();
[[nodiscard]] QStringList goldNames(); ///< of people in threads
[[nodiscard]] QStringList goldStrangers(); ///< who are in none
[[nodiscard]] QStringList goldFillers(); ///< paragraphs that say nothing
[[nodiscard]] QStringList goldOrders(); ///< that tell a program what to write; {canary}
/// The pattern with {name} replaced.
[[nodiscard]] QString goldFilled(const char* pattern, const std::map<QString, QString>& values);
[[nodiscard]] QString goldWrapped(const QString& text, int width);
[[nodiscard]] QString goldDiff(); ///< what stands below the commit message

} // namespace lb::test
