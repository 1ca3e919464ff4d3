// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace lb::summary
{

// The glossaries that the user has written, one a list: a JSON object by the lists' names (keys::Glossaries).

/// The list's glossary: the user's, else the one that comes with the program.
[[nodiscard]] QString glossaryText(const QByteArray& book, const QString& list);

/// The book with a list's glossary in it. One that says what the shipped one says is taken out.
[[nodiscard]] QByteArray withGlossary(const QByteArray& book, const QString& list, const QString& text);

struct GlossaryMistake {
    enum class What { NoEquals, NoTerm, NoExpansion, TooLong, TooMany };
    int line = 0; ///< from 1; 0 = the text as a whole
    What what = What::NoEquals;
    friend bool operator==(const GlossaryMistake&, const GlossaryMistake&) = default;
};

/// What Glossary::fromText would leave out, in the order of the lines; at most 100. Pure.
[[nodiscard]] QList<GlossaryMistake> glossaryMistakes(const QString& text);

} // namespace lb::summary
