// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimparser.h"

#include "llm/thinkfilter.h"
#include "summary/claimnames.h"
#include "summary/lenientjson.h"
#include "thread/safetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype longestAnswer = 200'000;
constexpr qsizetype mostClaims = 200;
constexpr qsizetype mostHandles = 50;
constexpr qsizetype longestText = 800;
constexpr qsizetype longestQuote = 300;
constexpr qsizetype longestPatch = 20;
constexpr qsizetype mostDropped = 50;

QString textOf(const QJsonValue& value, qsizetype longest)
{
    if (!value.isString())
        return {};
    QString text = thread::plainLine(value.toString().left(longest * 2));
    if (text.size() > longest) {
        text.truncate(longest);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

/// A text in the language of the answer and, where it was given, in the other one.
struct Texts {
    QString own;
    QString other;
};

Texts textsOf(const QJsonValue& value, std::optional<Language> language)
{
    if (!value.isObject())
        return {textOf(value, longestText), {}};
    const QJsonObject both = value.toObject();
    const QString english = textOf(both.value("en"_L1), longestText);
    const QString chinese = textOf(both.value("zh"_L1), longestText);
    const bool isChinese = language ? *language == Language::Chinese : english.isEmpty();
    const Texts texts = isChinese ? Texts{chinese, english} : Texts{english, chinese};
    return texts.own.isEmpty() ? Texts{texts.other, {}} : texts;
}

void addHandle(QList<int>& handles, int number)
{
    if (handles.size() < mostHandles && !handles.contains(number))
        handles.append(number);
}

/// The numbers in "m3", "[3], [4]", "mail 3". Digits of which no number can be made name no mail.
void addHandles(QList<int>& handles, const QString& text)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    for (auto all = digits.globalMatch(text.left(500)); all.hasNext();) {
        bool ok = false;
        const int number = all.next().captured().toInt(&ok);
        addHandle(handles, ok ? number : -1);
    }
}

QList<int> handlesOf(const QJsonValue& value)
{
    QList<int> handles;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < std::min(array.size(), mostHandles); ++i) {
            const QJsonValue one = array.at(i);
            if (one.isDouble())
                addHandle(handles, one.toInt(-1));
            else
                addHandles(handles, one.toString());
        }
    } else if (value.isDouble()) {
        addHandle(handles, value.toInt(-1));
    } else {
        addHandles(handles, value.toString());
    }
    return handles;
}

int handleOf(const QJsonValue& value)
{
    const QList<int> handles = handlesOf(value);
    return handles.isEmpty() ? 0 : handles.first();
}

/// Citations that stand in the text though there is a member for them: "... [m3]."
QString withoutHandles(const QString& text, QList<int>& cites)
{
    static const QRegularExpression marks(
        u"\\s*(?<![\\w)\\]])(?:[\\[【]|\\((?=m[0-9]))\\s*m?[0-9]{1,6}(?:\\s*[,，、]\\s*m?[0-9]{1,6})*\\s*[\\]】)]"_s);
    QString rest;
    qsizetype at = 0;
    for (auto all = marks.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        addHandles(cites, match.captured());
        rest += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
    }
    rest += QStringView(text).mid(at);
    return rest.trimmed();
}

/// "3/5", "all", "patch 3" as "3"; nothing for null and other words.
QString patchOf(const QJsonValue& value)
{
    static const QRegularExpression number(u"[0-9]{1,4}(?:/[0-9]{1,4})?"_s);
    if (value.isDouble())
        return QString::number(value.toInt());
    const QString text = textOf(value, longestPatch).toLower();
    if (text.startsWith("all"_L1))
        return u"all"_s;
    return number.match(text).captured();
}

class Reader
{
public:
    explicit Reader(const QJsonObject& object) : m_object(object) { }

    ParsedAnswer read()
    {
        // First: it says which of two texts is meant.
        m_made.summary.language = languageFromCode(m_object.value("lang"_L1).toString().left(20));
        const Texts gist = textsOf(m_object.value("gist"_L1), m_made.summary.language);
        m_made.summary.gist = gist.own;
        m_made.summary.gistTranslation = gist.other;
        forEach(u"claims"_s, [this](const QJsonObject& one, const QString& where) { addClaim(one, where); });
        forEach(u"open"_s, [this](const QJsonObject& one, const QString& where) { addOpen(one, where); });
        forEach(u"stances"_s,
                [this](const QJsonObject& one, const QString& where) { addStance(one, where); });
        m_made.summary.context
            = contextFromName(m_object.value("context"_L1).toString()).value_or(ThreadContext::Complete);
        return std::move(m_made);
    }

private:
    template <typename Take>
    void forEach(const QString& member, const Take& take)
    {
        const QJsonValue value = m_object.value(member);
        if (!value.isArray()) {
            if (!value.isUndefined() && !value.isNull())
                drop(member + ": no list"_L1);
            return;
        }
        const QJsonArray array = value.toArray();
        if (array.size() > mostClaims)
            drop(u"%1: more than %2"_s.arg(member).arg(mostClaims));
        for (qsizetype i = 0; i < std::min(array.size(), mostClaims); ++i) {
            const QString where = u"%1[%2]"_s.arg(member).arg(i);
            if (array.at(i).isObject())
                take(array.at(i).toObject(), where);
            else
                drop(where + ": no object"_L1);
        }
    }

    void drop(const QString& what)
    {
        if (m_made.dropped.size() < mostDropped)
            m_made.dropped.append(what);
    }

    void addClaim(const QJsonObject& one, const QString& where)
    {
        ModelClaim claim;
        claim.cites = handlesOf(one.value("cites"_L1));
        const Texts texts = textsOf(one.value("text"_L1), m_made.summary.language);
        claim.text = withoutHandles(texts.own, claim.cites);
        claim.translation = claimText(texts.other);
        if (claim.text.isEmpty())
            return drop(where + ": no text"_L1);
        const auto kind = claimKindFromName(one.value("kind"_L1).toString());
        if (!kind && !one.value("kind"_L1).isUndefined())
            drop(where + ": unknown kind"_L1); // of the member alone: the claim stays
        claim.kind = kind.value_or(ClaimKind::Status);
        claim.who = handlesOf(one.value("who"_L1));
        claim.quote = textOf(one.value("quote"_L1), longestQuote);
        const QString window = one.value("window"_L1).toString();
        if (window == "new"_L1)
            claim.window = ClaimWindow::New;
        else if (window == "old"_L1)
            claim.window = ClaimWindow::Old;
        claim.patch = patchOf(one.value("patch"_L1));
        m_made.summary.claims.append(std::move(claim));
    }

    void addOpen(const QJsonObject& one, const QString& where)
    {
        QList<int> cites;
        OpenPoint point;
        const Texts texts = textsOf(one.value("text"_L1), m_made.summary.language);
        point.text = withoutHandles(texts.own, cites);
        point.translation = claimText(texts.other);
        if (point.text.isEmpty())
            return drop(where + ": no text"_L1);
        point.raised = handleOf(one.value("raised"_L1));
        if (point.raised == 0 && !cites.isEmpty())
            point.raised = cites.first();
        point.answeredBy = handleOf(one.value("answered_by"_L1));
        m_made.summary.open.append(std::move(point));
    }

    void addStance(const QJsonObject& one, const QString& where)
    {
        Position position;
        position.mail = handleOf(one.value("mail"_L1));
        const auto stance = stanceFromName(one.value("stance"_L1).toString());
        if (position.mail == 0 || !stance)
            return drop(where + ": no mail or unknown stance"_L1);
        position.stance = *stance;
        position.on = patchOf(one.value("on"_L1));
        m_made.summary.positions.append(position);
    }

    const QJsonObject& m_object;
    ParsedAnswer m_made;
};

/// One text, or both by their languages.
QJsonValue textValue(const QString& text, const QString& translation, std::optional<Language> language)
{
    if (translation.isEmpty())
        return text;
    const bool isChinese = language == Language::Chinese;
    return QJsonObject{{u"en"_s, isChinese ? translation : text}, {u"zh"_s, isChinese ? text : translation}};
}

QJsonArray handleArray(const QList<int>& mails)
{
    QJsonArray array;
    for (const int mail : mails)
        array.append(u"m%1"_s.arg(mail));
    return array;
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

ParsedAnswer parseClaims(const QString& answer)
{
    const QString text = llm::withoutThinking(answer.left(longestAnswer));
    const LenientJson json = readLenientJson(text, {u"claims"_s, u"gist"_s, u"open"_s, u"stances"_s});
    ParsedAnswer made = Reader(json.object).read();
    made.found = json.found;
    made.complete = json.complete;
    return made;
}

QString claimText(const QString& text)
{
    QList<int> cites;
    return withoutHandles(textOf(text, longestText), cites);
}

QByteArray claimsJson(const ModelSummary& summary)
{
    QJsonArray claims;
    for (const ModelClaim& one : summary.claims) {
        claims.append(QJsonObject{
            {u"kind"_s, claimKindName(one.kind)},
            {u"text"_s, textValue(one.text, one.translation, summary.language)},
            {u"who"_s, handleArray(one.who)},
            {u"cites"_s, handleArray(one.cites)},
            {u"quote"_s, one.quote},
            {u"window"_s,
             one.window == ClaimWindow::Unsaid
                 ? QJsonValue()
                 : QJsonValue(one.window == ClaimWindow::New ? u"new"_s : u"old"_s)},
            {u"patch"_s, orNull(one.patch)},
        });
    }
    QJsonArray open;
    for (const OpenPoint& one : summary.open)
        open.append(
            QJsonObject{{u"text"_s, textValue(one.text, one.translation, summary.language)},
                        {u"raised"_s, u"m%1"_s.arg(one.raised)},
                        {u"answered_by"_s,
                         one.answeredBy == 0 ? QJsonValue() : QJsonValue(u"m%1"_s.arg(one.answeredBy))}});
    QJsonArray stances;
    for (const Position& one : summary.positions)
        stances.append(QJsonObject{{u"mail"_s, u"m%1"_s.arg(one.mail)},
                                   {u"stance"_s, stanceName(one.stance)},
                                   {u"on"_s, orNull(one.on)}});
    QJsonObject object{{u"gist"_s, textValue(summary.gist, summary.gistTranslation, summary.language)},
                       {u"claims"_s, claims},
                       {u"open"_s, open},
                       {u"stances"_s, stances},
                       {u"context"_s, contextName(summary.context)}};
    if (summary.language)
        object.insert(u"lang"_s, *summary.language == Language::Chinese ? u"zh"_s : u"en"_s);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace lb::summary
