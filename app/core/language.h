// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace lb
{

/// The languages that reports and summaries are written in.
enum class Language { English, Chinese };

[[nodiscard]] inline QString languageCode(Language language)
{
    return language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

[[nodiscard]] inline Language otherLanguage(Language language)
{
    return language == Language::Chinese ? Language::English : Language::Chinese;
}

/// "zh", "zh_CN", "zh-Hans", "en", "en_GB" ... ; nothing for a language that is not offered.
[[nodiscard]] inline std::optional<Language> languageFromCode(const QString& code)
{
    const QString start = code.left(2).toLower();
    const bool whole = code.size() == 2 || (code.size() > 2 && !code.at(2).isLetter());
    if (whole && start == QLatin1String("zh"))
        return Language::Chinese;
    if (whole && start == QLatin1String("en"))
        return Language::English;
    return std::nullopt;
}

} // namespace lb
