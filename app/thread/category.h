// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/message.h"
#include "thread/subject.h"

#include <QList>
#include <QString>

namespace lb::thread
{

/// The kinds of thread a report groups by, in the order the report shows them.
enum class Category { Patch, Rfc, GitPull, BugReport, Question, Announcement, Discussion };

inline constexpr int categoryCount = 7;
[[nodiscard]] QString categoryName(
    Category category); ///< "PATCH", "RFC", "GIT PULL", "Bug Report" ...: never translated, readers parse it

/// One row of the rule table: the first row that matches decides.
struct CategoryRule {
    enum class Field { Tag, Subject, Sender };
    Category category = Category::Discussion;
    Field field = Field::Tag;
    QStringList words; ///< any of them, case-insensitive. Tag: contained in a tag. Subject: as whole words.
                       ///< Sender: contained in the address
    friend bool operator==(const CategoryRule&, const CategoryRule&) = default;
};

using CategoryTable = QList<CategoryRule>;

[[nodiscard]] const CategoryTable& shippedCategories();
[[nodiscard]] Category categorise(const CategoryTable& table, const Subject& subject,
                                  const mail::Address& sender);

/// For the settings file: a JSON array of {category, field, words}.
[[nodiscard]] QByteArray toJson(const CategoryTable& table);
[[nodiscard]] Result<CategoryTable> categoriesFromJson(const QByteArray& json);

} // namespace lb::thread
