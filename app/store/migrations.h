// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <span>

namespace lb::store
{

class Database;

/// One step of the schema: statements that lead from the version before to this one.
struct Migration {
    int version = 0;
    std::span<const char* const> statements;
};

/// "LBrf": SQLite's application_id of a library, by which another program's database is told from ours.
inline constexpr int applicationId = 0x4c427266;

/// All steps, ascending.
[[nodiscard]] std::span<const Migration> migrations();

/// Takes the database from its user_version to the last step. Each step is one transaction that holds the
/// version too; before a step a library that holds something is copied to "FILE.before-vN".
[[nodiscard]] Status migrate(Database& database, std::span<const Migration> steps);

} // namespace lb::store
