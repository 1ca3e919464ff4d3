// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace lb::llm
{

/// What a server said went wrong, from whichever of the known shapes.
struct ServerError {
    QString message;
    QString type; ///< lower case
    QString code; ///< lower case; a number as its digits
    QString param;
    int number = 0; ///< an integer code
    int contextTokens = 0;
    int promptTokens = 0;

    [[nodiscard]] bool says(QLatin1StringView part) const
    {
        return message.contains(part, Qt::CaseInsensitive);
    }
    [[nodiscard]] bool isOf(QLatin1StringView name) const { return type == name || code == name; }
};

[[nodiscard]] ServerError readServerError(const QJsonObject& answer);
/// JSON of any known shape, the title of an HTML page, or the start of a plain text.
[[nodiscard]] ServerError readServerError(const QByteArray& body);

/// Sets contextTokens and promptTokens from the message where no member tells them.
void readTokenNumbers(ServerError& error);

} // namespace lb::llm
