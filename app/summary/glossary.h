// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lb::summary
{

/// What a list's terms stand for, in every language. A value: make it once for many checks.
class Glossary
{
public:
    static constexpr qsizetype mostTerms = 1000;
    static constexpr qsizetype longestText = 200'000;
    static constexpr qsizetype longestLine = 2000; ///< that an editor takes

    /// Lines "TERM = expansion | another | ...", "#" begins a comment. What cannot be read is left out; at
    /// most 1,000 terms.
    [[nodiscard]] static Glossary fromText(const QString& text);
    /// The same of a list's glossary; an empty text is the one that comes with the program.
    [[nodiscard]] static Glossary ofList(const QString& text);
    /// The one that comes with the program for a list of this name or address; else the one for all.
    [[nodiscard]] static QString shippedText(const QString& list);

    [[nodiscard]] bool isEmpty() const { return m_expansions.isEmpty(); }
    [[nodiscard]] bool knows(QStringView term) const;
    /// True if the words are one of the term's expansions; white space, hyphens, case and a plural do not
    /// count.
    [[nodiscard]] bool isRight(QStringView term, QStringView expansion) const;
    /// True for a word of a term or an expansion.
    [[nodiscard]] bool hasWord(const QString& word) const { return m_words.contains(word.toCaseFolded()); }
    /// The lines whose terms stand in a text, for a prompt; at most `most`.
    [[nodiscard]] QStringList linesFor(const QString& text, int most) const;
    /// Every term with its first expansion in the order of the text it was made from.
    [[nodiscard]] const QStringList& terms() const { return m_terms; }

private:
    QStringList m_terms; ///< as written
    QHash<QString, QStringList> m_expansions; ///< by case-folded term, as written
    QSet<QString> m_words;
};

} // namespace lb::summary
