// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/receipt.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

constexpr qsizetype longestPrompt = 8'000'000; ///< characters: two million tokens
constexpr qsizetype longestName = 1000;
constexpr qsizetype mostMails = 100'000;
constexpr qsizetype largestJson = 128 << 20;
constexpr std::array kinds{"whole"_L1, "update"_L1, "translation"_L1, "rendering"_L1};

RunKind kindOf(const QString& name)
{
    const auto found = std::ranges::find(kinds, name);
    return found == kinds.end() ? RunKind::Whole : static_cast<RunKind>(found - kinds.begin());
}

/// Message-IDs are bytes; as Latin-1 they survive JSON whatever they hold.
QJsonArray mailsOf(const QList<Receipt::PackedMail>& mails)
{
    QJsonArray array;
    for (qsizetype i = 0; i < std::min(mails.size(), mostMails); ++i) {
        const Receipt::PackedMail& mail = mails.at(i);
        array.append(QJsonObject{{u"id"_s, QString::fromLatin1(mail.id.bytes)},
                                 {u"hash"_s, QString::fromLatin1(mail.contentHash.toHex())},
                                 {u"lines"_s, mail.lines},
                                 {u"of"_s, mail.of}});
    }
    return array;
}

QList<Receipt::PackedMail> mailsOf(const QJsonArray& array)
{
    QList<Receipt::PackedMail> mails;
    for (qsizetype i = 0; i < std::min(array.size(), mostMails); ++i) {
        const QJsonObject one = array.at(i).toObject();
        mails.append({MessageId{one.value("id"_L1).toString().toLatin1()},
                      QByteArray::fromHex(one.value("hash"_L1).toString().toLatin1()),
                      one.value("lines"_L1).toInt(), one.value("of"_L1).toInt()});
    }
    return mails;
}

} // namespace

QByteArray receiptJson(const Receipt& receipt)
{
    const QJsonObject object{
        {u"kind"_s, QString(kinds.at(static_cast<std::size_t>(receipt.kind)))},
        {u"base"_s, receipt.base.value},
        {u"system"_s, receipt.system.left(longestPrompt)},
        {u"user"_s, receipt.user.left(longestPrompt)},
        {u"schema"_s, QString::fromUtf8(receipt.schema.left(longestPrompt))},
        {u"repair"_s, receipt.repair.left(longestPrompt)},
        {u"mails"_s, mailsOf(receipt.mails)},
        {u"endpoint"_s, receipt.endpoint.left(longestName)},
        {u"asked"_s, receipt.modelAsked.left(longestName)},
        {u"answered"_s, receipt.modelAnswered.left(longestName)},
        {u"tokens_in"_s, receipt.tokensIn},
        {u"tokens_out"_s, receipt.tokensOut},
        {u"estimated"_s, receipt.tokensEstimated},
        {u"started"_s, receipt.started.toMSecsSinceEpoch()},
        {u"elapsed"_s, receipt.elapsed},
        {u"instruction"_s, receipt.instruction.left(longestName)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Receipt> receiptFromJson(const QByteArray& json)
{
    const QJsonDocument document
        = json.size() > largestJson ? QJsonDocument() : QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorCode::Malformed, Text::tr("The receipt of this summary is damaged."), u"receipt"_s);
    const QJsonObject object = document.object();
    const auto text = [&object](QLatin1StringView name, qsizetype longest) {
        return object.value(name).toString().left(longest);
    };
    Receipt receipt;
    receipt.kind = kindOf(text("kind"_L1, longestName));
    receipt.base = SummaryId{object.value("base"_L1).toInteger()};
    receipt.system = text("system"_L1, longestPrompt);
    receipt.user = text("user"_L1, longestPrompt);
    receipt.schema = text("schema"_L1, longestPrompt).toUtf8();
    receipt.repair = text("repair"_L1, longestPrompt);
    receipt.mails = mailsOf(object.value("mails"_L1).toArray());
    receipt.endpoint = text("endpoint"_L1, longestName);
    receipt.modelAsked = text("asked"_L1, longestName);
    receipt.modelAnswered = text("answered"_L1, longestName);
    receipt.tokensIn = object.value("tokens_in"_L1).toInt();
    receipt.tokensOut = object.value("tokens_out"_L1).toInt();
    receipt.tokensEstimated = object.value("estimated"_L1).toBool();
    receipt.started = QDateTime::fromMSecsSinceEpoch(object.value("started"_L1).toInteger(), Qt::UTC);
    receipt.elapsed = object.value("elapsed"_L1).toInteger();
    receipt.instruction = text("instruction"_L1, longestName);
    return receipt;
}

} // namespace lb::store
