// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cassette.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace lb::test
{

namespace
{

constexpr std::array dialectNames{"openai"_L1, "anthropic"_L1, "ollama"_L1};

llm::Dialect dialectOf(const QString& name)
{
    const auto* found = std::ranges::find(dialectNames, name);
    return static_cast<llm::Dialect>(found - dialectNames.begin());
}

QJsonObject pieceOf(std::chrono::milliseconds delay, const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    QJsonObject piece{{u"ms"_s, static_cast<int>(delay.count())}};
    if (decoder.hasError() || text.toUtf8() != bytes)
        piece.insert(u"base64"_s, QString::fromLatin1(bytes.toBase64()));
    else
        piece.insert(u"text"_s, text);
    return piece;
}

QByteArray joinedChunks(QByteArrayView chunked)
{
    QByteArray body;
    while (true) {
        const qsizetype end = chunked.indexOf("\r\n");
        const qsizetype size = end < 0 ? 0 : chunked.first(end).toByteArray().toLongLong(nullptr, 16);
        if (size <= 0 || end + 2 + size > chunked.size())
            return body;
        body += chunked.sliced(end + 2, size);
        chunked = chunked.sliced(std::min(chunked.size(), end + 2 + size + 2));
    }
}

} // namespace

QByteArray Cassette::bytes() const
{
    QByteArray all;
    for (const auto& piece : answer)
        all += piece.second;
    return all;
}

QByteArray Cassette::body() const
{
    const QByteArray all = bytes();
    const qsizetype end = all.indexOf("\r\n\r\n");
    const bool chunked = all.first(end).toLower().contains("transfer-encoding: chunked");
    return chunked ? joinedChunks(QByteArrayView(all).sliced(end + 4)) : all.sliced(end + 4);
}

LoopbackReply Cassette::reply(double speed) const
{
    LoopbackReply reply;
    for (const auto& [delay, bytes] : answer)
        reply.recorded.append(
            {std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(delay.count()) / speed)),
             bytes});
    return reply.ending(LoopbackReply::End::Close);
}

QByteArray requestHash(const QByteArray& target, const QByteArray& body)
{
    return QCryptographicHash::hash(QByteArray(target + '\n' + body), QCryptographicHash::Sha256).toHex();
}

Cassette cassetteFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Cassette cassette;
    cassette.source = object["source"_L1].toString();
    cassette.question.provider.dialect = dialectOf(object["dialect"_L1].toString());
    cassette.question.provider.model = object["model"_L1].toString();
    cassette.question.provider.outputTokens = object["outputTokens"_L1].toInt();
    cassette.question.provider.contextTokens = object["contextTokens"_L1].toInt();
    cassette.question.system = object["system"_L1].toString();
    cassette.question.user = object["user"_L1].toString();
    cassette.stream = object["stream"_L1].toBool(true);
    cassette.request = object["request"_L1].toString().toLatin1();
    cassette.text = object["says"_L1].toString();
    cassette.error = object["error"_L1].toString();
    const QJsonArray pieces = object["answer"_L1].toArray();
    for (const QJsonValue& piece : pieces)
        cassette.answer.append({std::chrono::milliseconds(piece["ms"_L1].toInt()),
                                piece["text"_L1].isString()
                                    ? piece["text"_L1].toString().toUtf8()
                                    : QByteArray::fromBase64(piece["base64"_L1].toString().toLatin1())});
    return cassette;
}

QByteArray toJson(const Cassette& cassette)
{
    const llm::Provider& provider = cassette.question.provider;
    QJsonArray answer;
    for (const auto& [delay, bytes] : cassette.answer)
        answer.append(pieceOf(delay, bytes));
    const QJsonObject object{
        {u"source"_s, cassette.source},
        {u"dialect"_s, QString(dialectNames.at(static_cast<std::size_t>(provider.dialect)))},
        {u"model"_s, provider.model},
        {u"outputTokens"_s, provider.outputTokens},
        {u"contextTokens"_s, provider.contextTokens},
        {u"system"_s, cassette.question.system},
        {u"user"_s, cassette.question.user},
        {u"stream"_s, cassette.stream},
        {u"request"_s, QString::fromLatin1(cassette.request)},
        {u"says"_s, cassette.text},
        {u"error"_s, cassette.error},
        {u"answer"_s, answer}};
    return QJsonDocument(object).toJson();
}

} // namespace lb::test
