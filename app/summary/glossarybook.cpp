// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/glossarybook.h"

#include "summary/glossary.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype mostMistakes = 100;
constexpr qsizetype mostLists = 1000;

QJsonObject objectOf(const QByteArray& book)
{
    return QJsonDocument::fromJson(book).object();
}

} // namespace

QString glossaryText(const QByteArray& book, const QString& list)
{
    const QJsonValue own = objectOf(book).value(list);
    return own.isString() ? own.toString() : Glossary::shippedText(list);
}

QByteArray withGlossary(const QByteArray& book, const QString& list, const QString& text)
{
    QJsonObject all = objectOf(book);
    if (text.trimmed() == Glossary::shippedText(list).trimmed())
        all.remove(list);
    else if (all.contains(list) || all.size() < mostLists)
        all.insert(list, text);
    return all.isEmpty() ? QByteArray() : QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<GlossaryMistake> glossaryMistakes(const QString& text)
{
    using What = GlossaryMistake::What;
    QList<GlossaryMistake> mistakes;
    int number = 0;
    int terms = 0;
    const auto add = [&](int line, What what) {
        if (mistakes.size() < mostMistakes)
            mistakes.append({line, what});
    };
    if (text.size() > Glossary::longestText)
        add(0, What::TooLong);
    for (const QStringView raw : QStringView(text).left(Glossary::longestText).tokenize(u'\n')) {
        ++number;
        const QStringView line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        const QStringView expansions = line.sliced(equals + 1);
        const bool any = std::any_of(expansions.begin(), expansions.end(),
                                     [](QChar letter) { return letter != u'|' && !letter.isSpace(); });
        if (equals < 0)
            add(number, What::NoEquals);
        else if (line.first(equals).trimmed().isEmpty())
            add(number, What::NoTerm);
        else if (!any)
            add(number, What::NoExpansion);
        else if (line.size() > Glossary::longestLine)
            add(number, What::TooLong);
        else if (++terms == Glossary::mostTerms + 1)
            add(number, What::TooMany);
    }
    return mistakes;
}

} // namespace lb::summary
