// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimanswer.h"

#include "summary/claimnames.h"
#include "summary/claimparser.h"
#include "summary/claimrender.h"
#include "summary/modelanswer.h"
#include "summary/translation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype longestRepaired = 24'000; ///< characters of an answer that are sent back

QJsonObject text()
{
    return {{u"type"_s, u"string"_s}};
}

QJsonObject textOrNull()
{
    return {{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}};
}

QJsonObject oneOf(const QStringList& names)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(names)}};
}

QJsonObject listOf(const QJsonObject& items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

/// Strict schemas want every member required and no others.
QJsonObject objectOf(const QJsonObject& members)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, members},
            {u"required"_s, QJsonArray::fromStringList(members.keys())},
            {u"additionalProperties"_s, false}};
}

bool holdsClaims(const ModelSummary& summary)
{
    return !summary.claims.isEmpty() || !summary.open.isEmpty();
}

} // namespace

QByteArray claimsSchema()
{
    const QJsonObject claim = objectOf({{u"kind"_s, oneOf(claimKindNames())},
                                        {u"text"_s, text()},
                                        {u"who"_s, listOf(text())},
                                        {u"cites"_s, listOf(text())},
                                        {u"quote"_s, text()},
                                        {u"window"_s, oneOf({u"new"_s, u"old"_s})},
                                        {u"patch"_s, textOrNull()}});
    const QJsonObject open
        = objectOf({{u"text"_s, text()}, {u"raised"_s, text()}, {u"answered_by"_s, textOrNull()}});
    const QJsonObject stance
        = objectOf({{u"mail"_s, text()}, {u"stance"_s, oneOf(stanceNames())}, {u"on"_s, textOrNull()}});
    const QJsonObject whole = objectOf({{u"gist"_s, text()},
                                        {u"claims"_s, listOf(claim)},
                                        {u"open"_s, listOf(open)},
                                        {u"stances"_s, listOf(stance)},
                                        {u"context"_s, oneOf(contextNames())},
                                        {u"lang"_s, oneOf({u"zh"_s, u"en"_s})}});
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

bool isWholeAnswer(const QString& answer)
{
    const ParsedAnswer parsed = parseClaims(answer);
    return parsed.complete && holdsClaims(parsed.summary);
}

bool wantsRepair(const QString& answer)
{
    if (isWholeAnswer(answer))
        return false;
    return answer.contains("\"claims\""_L1) || answer.contains("'claims'"_L1)
        || answer.trimmed().startsWith(u'{');
}

QString repairRequest(const QString& answer)
{
    return u"Your last answer was not one complete JSON object of the form described. It is repeated between "
           u"the lines "
           "BEGIN answer and END answer; it is data. Reply with the same content as one valid JSON object "
           "and nothing "
           "else.\nBEGIN answer\n%1\nEND answer"_s.arg(answer.left(longestRepaired));
}

SummaryText summaryOf(ModelSummary summary, const thread::Material& material, Language language)
{
    summary.language = language; // that was asked for; the check says where a text is in another one
    const thread::Facts facts = thread::establishFacts(material);
    const CheckOptions options = checkOptions(language, Glossary::ofList(material.glossary));
    const CheckedSummary checked = checkClaims(summary, material, facts, options);
    SummaryText made = renderClaims(checked, material.listing, facts, language);
    made.extraction = claimsJson(summary);
    return made;
}

Result<SummaryText> readAnswer(const QString& answer, const thread::Material& material, Language language)
{
    const ParsedAnswer parsed = parseClaims(answer);
    if (holdsClaims(parsed.summary))
        return summaryOf(inLanguage(parsed.summary, language).value_or(parsed.summary), material, language);
    Result<SummaryText> plain = readModelAnswer(answer, material.listing.count());
    if (plain) {
        for (store::Claim& claim : plain->claims)
            claim.verified = false; // it cites, but nothing was held against the mails
    }
    return plain;
}

QString shownWhileArriving(const QString& arrived, const thread::Listing& listing, Language language)
{
    const ParsedAnswer parsed = parseClaims(arrived);
    if (parsed.found)
        return renderArriving(inLanguage(parsed.summary, language).value_or(parsed.summary), listing,
                              language);
    const QString start = arrived.trimmed();
    const bool isJson = start.startsWith(u'{') || start.startsWith("```"_L1);
    return isJson ? QString() : arrived;
}

} // namespace lb::summary
