// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchquery.h"

#include "mail/bodytext.h"
#include "mail/messageparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

constexpr qsizetype longestQuery = 1000;
constexpr qsizetype mostTerms = 32;
constexpr qsizetype snippetBefore = 50;
constexpr qsizetype snippetLength = 160;
constexpr qsizetype snippetSource = 256 << 10; ///< characters of a mail that are looked at

/// FTS5's unicode61 makes words of letters and numbers only; a term without any would match nothing.
bool hasWord(const QString& term)
{
    return std::ranges::any_of(term, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

QString ownText(const mail::BodyText& body)
{
    QString text;
    for (const mail::BodyLine& line : body.lines) {
        if (line.kind == mail::LineKind::Quote || line.kind == mail::LineKind::Signature)
            continue;
        text += body.line(line);
        text += u' ';
        if (text.size() > snippetSource)
            break;
    }
    return text.simplified();
}

} // namespace

SearchQuery parseQuery(const QString& typed)
{
    SearchQuery query;
    QString term;
    bool inPhrase = false;
    const auto close = [&] {
        const QString clean = term.simplified();
        if (hasWord(clean) && query.terms.size() < mostTerms)
            query.terms.append(clean);
        term.clear();
    };
    for (const QChar c : QStringView(typed).left(longestQuery)) {
        if (c == u'"') {
            close();
            inPhrase = !inPhrase;
        } else if (c.isSpace() && !inPhrase) {
            close();
        } else if (!c.isNull()) {
            term += c;
        }
    }
    close();
    for (const QString& wanted : std::as_const(query.terms)) {
        if (!query.match.isEmpty())
            query.match += u' ';
        // No term holds a quote, so that a string of FTS5 cannot be left.
        query.match += u'"' + mail::spacedForSearch(wanted).simplified() + u'"';
    }
    return query;
}

QString snippetOf(const QByteArray& rawMail, const QStringList& terms)
{
    const QString text = ownText(mail::classify(mail::parseText(rawMail).text));
    qsizetype at = -1;
    for (const QString& term : terms) {
        const qsizetype found = text.indexOf(term, 0, Qt::CaseInsensitive);
        if (found >= 0 && (at < 0 || found < at))
            at = found;
    }
    qsizetype start = std::max<qsizetype>(at - snippetBefore, 0);
    if (start > 0) { // at a word, if one begins near
        const qsizetype space = text.indexOf(u' ', start);
        if (space >= 0 && space < at)
            start = space + 1;
        else if (text.at(start).isLowSurrogate())
            --start;
    }
    qsizetype end = std::min(start + snippetLength, text.size());
    if (end < text.size() && text.at(end).isLowSurrogate())
        --end;
    QString snippet = text.mid(start, end - start);
    if (start > 0)
        snippet.prepend(u'…');
    if (end < text.size())
        snippet.append(u'…');
    return snippet;
}

} // namespace lb::store
