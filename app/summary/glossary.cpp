// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/glossary.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype longestExpansion = 200;

/// Letters and digits alone, case-folded, without the "s" of a plural.
QString core(QStringView words)
{
    QString letters;
    for (const QChar c : words.left(longestExpansion)) {
        if (c.isLetterOrNumber())
            letters += c.toCaseFolded();
    }
    if (letters.endsWith(u's') && letters.size() > 3)
        letters.chop(1);
    return letters;
}

} // namespace

Glossary Glossary::fromText(const QString& text)
{
    Glossary made;
    for (const QStringView line : QStringView(text).left(longestText).tokenize(u'\n')) {
        const qsizetype equals = line.indexOf(u'=');
        if (line.trimmed().startsWith(u'#') || equals < 0)
            continue;
        const QString term = line.first(equals).trimmed().toString();
        QStringList expansions;
        for (const QStringView one : line.sliced(equals + 1).tokenize(u'|')) {
            if (!one.trimmed().isEmpty())
                expansions.append(one.trimmed().left(longestExpansion).toString());
        }
        if (term.isEmpty() || expansions.isEmpty() || made.m_terms.size() == mostTerms)
            continue;
        static const QRegularExpression word(u"[A-Za-z0-9]+"_s);
        for (auto all = word.globalMatch(term + u' ' + expansions.join(u' ')); all.hasNext();)
            made.m_words.insert(all.next().captured().toCaseFolded());
        QStringList& known = made.m_expansions[term.toCaseFolded()];
        if (known.isEmpty())
            made.m_terms.append(term);
        known += expansions;
    }
    return made;
}

Glossary Glossary::ofList(const QString& text)
{
    return fromText(text.isEmpty() ? shippedText({}) : text);
}

QString Glossary::shippedText(const QString& list)
{
    const QString name = list.section(u'@', 0, 0).toLower();
    static const QRegularExpression plain(u"^[a-z0-9_-]{1,60}$"_s); // it becomes part of a resource's name
    for (const QString& one : {name, u"kvmarm"_s}) {
        QFile file(u":/glossary/%1.txt"_s.arg(one));
        if (plain.match(one).hasMatch() && file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

bool Glossary::knows(QStringView term) const
{
    return m_expansions.contains(term.toString().toCaseFolded());
}

bool Glossary::isRight(QStringView term, QStringView expansion) const
{
    const QStringList known = m_expansions.value(term.toString().toCaseFolded());
    const QString wanted = core(expansion);
    return std::any_of(known.begin(), known.end(),
                       [&wanted](const QString& one) { return core(one) == wanted; });
}

QStringList Glossary::linesFor(const QString& text, int most) const
{
    QStringList lines;
    for (const QString& term : m_terms) {
        if (lines.size() == most)
            break;
        const QRegularExpression whole(
            u"(?<![A-Za-z0-9_])%1(?![A-Za-z0-9_])"_s.arg(QRegularExpression::escape(term)));
        if (!text.contains(whole))
            continue;
        const QStringList known = m_expansions.value(term.toCaseFolded());
        const auto chinese = std::find_if(known.begin(), known.end(), [](const QString& one) {
            return std::any_of(one.begin(), one.end(),
                               [](QChar c) { return c.script() == QChar::Script_Han; });
        });
        lines.append(term + " = "_L1 + known.first()
                     + (chinese == known.end() ? QString() : QString(" = "_L1 + *chinese)));
    }
    return lines;
}

} // namespace lb::summary
