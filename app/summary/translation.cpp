// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/translation.h"

#include "llm/thinkfilter.h"
#include "summary/claimparser.h"
#include "summary/glossary.h"
#include "summary/lenientjson.h"
#include "summary/prompts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr int mostTerms = 12;
constexpr qsizetype longestAnswer = 400'000;
constexpr qsizetype mostTexts = 1000;

/// Calls `use` with the name, the text and the translation of every sentence.
template <typename Summary, typename Use>
void forEachText(Summary& summary, const Use& use)
{
    if (!summary.gist.isEmpty())
        use(u"gist"_s, summary.gist, summary.gistTranslation);
    for (qsizetype i = 0; i < summary.claims.size(); ++i)
        use(u"c%1"_s.arg(i + 1), summary.claims[i].text, summary.claims[i].translation);
    for (qsizetype i = 0; i < summary.open.size(); ++i)
        use(u"o%1"_s.arg(i + 1), summary.open[i].text, summary.open[i].translation);
}

} // namespace

std::optional<ModelSummary> inLanguage(const ModelSummary& summary, Language language)
{
    if (summary.language.value_or(language) == language)
        return summary;
    ModelSummary other = summary;
    bool whole = true;
    forEachText(other, [&whole](const QString&, QString& text, QString& translation) {
        whole = whole && !translation.isEmpty();
        std::swap(text, translation);
    });
    other.language = language;
    return whole ? std::optional(other) : std::nullopt;
}

Prompt translationPrompt(const ModelSummary& summary, Language language, const QString& glossary)
{
    const PromptTemplate prompt = translatePrompt(language);
    QJsonArray texts;
    QString all;
    forEachText(summary, [&](const QString& id, const QString& text, const QString&) {
        texts.append(QJsonObject{{u"id"_s, id}, {u"text"_s, text}});
        all += text + u'\n';
    });
    const QString json
        = QString::fromUtf8(QJsonDocument(QJsonObject{{u"texts"_s, texts}}).toJson(QJsonDocument::Compact));
    const QByteArray seed = QCryptographicHash::hash(json.toUtf8(), QCryptographicHash::Sha256);
    const QString fence
        = fenceCode(seed, [&json](const QString& code) { return json.contains(code, Qt::CaseInsensitive); });
    const QStringList terms = Glossary::ofList(glossary).linesFor(all, mostTerms);

    Prompt packed;
    packed.system = prompt.system;
    packed.user
        = filledIn(prompt.user,
                   {{u"fence"_s, fence},
                    {u"texts"_s, json},
                    {u"glossary"_s,
                     terms.isEmpty() ? QString()
                                     : QString((language == Language::Chinese ? u"## 术语"_s : u"## Terms"_s)
                                               + u'\n' + terms.join(u'\n'))}});
    packed.version = prompt.version;
    packed.estimatedTokens = estimateTokens(packed.system) + estimateTokens(packed.user);
    return packed;
}

QByteArray translationSchema()
{
    const QJsonObject string{{u"type"_s, u"string"_s}};
    const QJsonObject text{{u"type"_s, u"object"_s},
                           {u"properties"_s, QJsonObject{{u"id"_s, string}, {u"text"_s, string}}},
                           {u"required"_s, QJsonArray{u"id"_s, u"text"_s}},
                           {u"additionalProperties"_s, false}};
    const QJsonObject whole{
        {u"type"_s, u"object"_s},
        {u"properties"_s,
         QJsonObject{{u"texts"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, text}}}}},
        {u"required"_s, QJsonArray{u"texts"_s}},
        {u"additionalProperties"_s, false}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

std::optional<ModelSummary> translated(const ModelSummary& summary, const QString& answer, Language language)
{
    const LenientJson json = readLenientJson(llm::withoutThinking(answer.left(longestAnswer)), {u"texts"_s});
    const QJsonArray texts = json.object.value("texts"_L1).toArray();
    QHash<QString, QString> byId;
    for (qsizetype i = 0; i < std::min(texts.size(), mostTexts); ++i) {
        const QJsonObject one = texts.at(i).toObject();
        byId.insert(one.value("id"_L1).toString().left(20), claimText(one.value("text"_L1).toString()));
    }
    ModelSummary made = summary;
    made.language = language;
    bool whole = json.complete;
    forEachText(made, [&](const QString& id, QString& text, QString& translation) {
        translation = text;
        text = byId.value(id);
        whole = whole && !text.isEmpty();
    });
    return whole ? std::optional(made) : std::nullopt;
}

} // namespace lb::summary
