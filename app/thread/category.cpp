// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/category.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::thread)
};

constexpr std::array<QLatin1StringView, categoryCount> names{
    "PATCH"_L1, "RFC"_L1, "GIT PULL"_L1, "Bug Report"_L1, "Question"_L1, "Announcement"_L1, "Discussion"_L1};
constexpr std::array<QLatin1StringView, 3> fieldNames{"tag"_L1, "subject"_L1, "sender"_L1};

/// True if the word stands in the text as a whole word: not inside a longer one, though "PATCHv3"
/// counts as "PATCH".
bool holdsWord(QStringView text, QStringView word)
{
    if (word.isEmpty())
        return false;
    const bool startMatters = word.front().isLetterOrNumber();
    const bool endMatters = word.back().isLetterOrNumber();
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startMatters && at > 0 && text.at(at - 1).isLetterOrNumber())
            continue;
        const QStringView after = text.sliced(at + word.size());
        const bool revision = after.size() > 1 && after.at(0).toLower() == u'v' && after.at(1).isDigit();
        if (!endMatters || after.isEmpty() || !after.front().isLetterOrNumber() || revision)
            return true;
    }
    return false;
}

bool matches(const CategoryRule& rule, const Subject& subject, const mail::Address& sender)
{
    const auto any = [&rule](auto test) { return std::any_of(rule.words.begin(), rule.words.end(), test); };
    switch (rule.field) {
    case CategoryRule::Field::Tag:
        return any([&subject](const QString& word) {
            return std::any_of(subject.tags.begin(), subject.tags.end(),
                               [&word](const QString& tag) { return holdsWord(tag, word); });
        });
    case CategoryRule::Field::Subject:
        return any([&subject](const QString& word) { return holdsWord(subject.title, word); });
    case CategoryRule::Field::Sender:
        return any([&sender](const QString& word) {
            return !word.isEmpty() && sender.address.contains(word, Qt::CaseInsensitive);
        });
    }
    return false;
}

Error badTable(const QString& text)
{
    return fail(ErrorCode::Malformed, text, u"category table"_s);
}

Result<CategoryRule> ruleFromJson(const QJsonValue& value, int row)
{
    const QJsonObject object = value.toObject();
    const QString category = object.value("category"_L1).toString();
    const QString field = object.value("field"_L1).toString();
    const auto categoryAt = std::find(names.begin(), names.end(), category);
    const auto fieldAt = std::find(fieldNames.begin(), fieldNames.end(), field);
    if (categoryAt == names.end())
        return badTable(
            Text::tr("Row %1 of the category table names no known category (\"%2\"); use one of %3.")
                .arg(row)
                .arg(category.left(40),
                     u"PATCH, RFC, GIT PULL, Bug Report, Question, Announcement, Discussion"_s));
    if (fieldAt == fieldNames.end())
        return badTable(Text::tr("Row %1 of the category table looks at \"%2\"; use tag, subject or sender.")
                            .arg(row)
                            .arg(field.left(40)));
    CategoryRule rule;
    rule.category = static_cast<Category>(categoryAt - names.begin());
    rule.field = static_cast<CategoryRule::Field>(fieldAt - fieldNames.begin());
    const QJsonArray words = object.value("words"_L1).toArray();
    for (const QJsonValue& word : words) {
        if (const QString text = word.toString().simplified(); !text.isEmpty())
            rule.words += text;
    }
    if (rule.words.isEmpty())
        return badTable(
            Text::tr("Row %1 of the category table has no words; add at least one or remove the row.")
                .arg(row));
    return rule;
}

} // namespace

QString categoryName(Category category)
{
    return names.at(static_cast<std::size_t>(category));
}

const CategoryTable& shippedCategories()
{
    using enum CategoryRule::Field;
    static const CategoryTable table{
        {Category::GitPull, Tag, {u"GIT PULL"_s, u"PULL"_s}},
        {Category::Rfc, Tag, {u"RFC"_s}},
        {Category::Patch, Tag, {u"PATCH"_s, u"PATCHES"_s}},
        {Category::BugReport, Tag, {u"BUG"_s, u"REGRESSION"_s, u"syzbot"_s, u"syzkaller"_s, u"BUG REPORT"_s}},
        {Category::BugReport,
         Sender,
         {u"syzkaller.appspotmail.com"_s, u"lkp@intel.com"_s, u"bot@kernelci.org"_s}},
        {Category::BugReport,
         Subject,
         {u"BUG:"_s,
          u"bug report"_s,
          u"regression"_s,
          u"regressions"_s,
          u"KASAN"_s,
          u"KMSAN"_s,
          u"KCSAN"_s,
          u"UBSAN"_s,
          u"kernel panic"_s,
          u"kernel oops"_s,
          u"Oops:"_s,
          u"WARNING:"_s,
          u"WARNING in"_s,
          u"general protection fault"_s,
          u"NULL pointer dereference"_s,
          u"possible deadlock"_s,
          u"soft lockup"_s,
          u"hard lockup"_s,
          u"build failure"_s,
          u"build error"_s,
          u"boot failure"_s,
          u"Bug"_s}},
        {Category::Question, Tag, {u"QUESTION"_s, u"Q"_s, u"HELP"_s}},
        {Category::Announcement, Tag, {u"ANNOUNCE"_s, u"ANNOUNCEMENT"_s, u"ANN"_s, u"CFP"_s, u"MINUTES"_s}},
        {Category::Question,
         Subject,
         {u"question"_s, u"questions"_s, u"how to"_s, u"how do"_s, u"how can"_s, u"how does"_s, u"why does"_s,
          u"why is"_s, u"what is"_s, u"is it possible"_s, u"need help"_s, u"?"_s, u"？"_s}},
        {Category::Announcement,
         Subject,
         {u"announce"_s, u"announcement"_s, u"announcing"_s, u"call for papers"_s, u"call for proposals"_s,
          u"call for participation"_s, u"released"_s, u"meeting minutes"_s, u"save the date"_s}},
    };
    return table;
}

Category categorise(const CategoryTable& table, const Subject& subject, const mail::Address& sender)
{
    const auto rule = std::find_if(table.begin(), table.end(),
                                   [&](const CategoryRule& row) { return matches(row, subject, sender); });
    return rule == table.end() ? Category::Discussion : rule->category;
}

QByteArray toJson(const CategoryTable& table)
{
    QJsonArray rows;
    for (const CategoryRule& rule : table) {
        rows.append(QJsonObject{
            {u"category"_s, categoryName(rule.category)},
            {u"field"_s, QString(fieldNames.at(static_cast<std::size_t>(rule.field)))},
            {u"words"_s, QJsonArray::fromStringList(rule.words)},
        });
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Indented);
}

Result<CategoryTable> categoriesFromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isArray())
        return badTable(Text::tr("The category table is not a JSON array of rows (%1, at byte %2).")
                            .arg(error.errorString())
                            .arg(error.offset));
    CategoryTable table;
    const QJsonArray rows = document.array();
    for (const QJsonValue& row : rows) {
        const Result<CategoryRule> rule = ruleFromJson(row, static_cast<int>(table.size()) + 1);
        if (!rule)
            return rule.error();
        table += *rule;
    }
    return table;
}

} // namespace lb::thread
