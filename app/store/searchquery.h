// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lb::store
{

/// What a person typed, taken apart: words and "phrases". Pure.
struct SearchQuery {
    QStringList terms; ///< as typed, white space collapsed
    QString match; ///< for FTS5: every term a string, all of them wanted; empty = nothing to look for
};
[[nodiscard]] SearchQuery parseQuery(const QString& typed);

/// Some hundred characters around the first of the terms that the mail's own text holds; else its beginning.
[[nodiscard]] QString snippetOf(const QByteArray& rawMail, const QStringList& terms);

} // namespace lb::store
