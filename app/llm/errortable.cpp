// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/errortable.h"

#include "core/result.h"
#include "llm/servererror.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::llm::ServerError)
};

bool anyOf(const ServerError& error, std::initializer_list<QLatin1StringView> parts)
{
    return std::ranges::any_of(parts, [&](QLatin1StringView part) { return error.says(part); });
}

bool isContext(const ServerError& error, int status)
{
    if (error.isOf("context_length_exceeded"_L1) || error.isOf("exceed_context_size_error"_L1)
        || error.isOf("request_too_large"_L1) || status == 413)
        return true;
    if (error.contextTokens > 0 && error.promptTokens > 0)
        return true;
    return anyOf(error,
                 {"maximum context length"_L1, "context size"_L1, "context length"_L1,
                  "prompt is too long"_L1, "context window"_L1, "input token count"_L1, "maximum context"_L1,
                  "context limit"_L1});
}

bool isQuota(const ServerError& error, int status, bool hasRetryAfter)
{
    if (status == 402)
        return true;
    // One service says "insufficient quota" for a limit per minute, but then also when to come back.
    const bool named = error.isOf("insufficient_quota"_L1) || error.isOf("billing_hard_limit_reached"_L1)
        || error.isOf("billing_not_active"_L1);
    return (named && !hasRetryAfter) || error.says("credit balance is too low"_L1);
}

bool isModelUnknown(const ServerError& error)
{
    if (error.isOf("model_not_found"_L1) || error.isOf("deploymentnotfound"_L1))
        return true;
    return error.says("model"_L1)
        && anyOf(error, {"not found"_L1, "does not exist"_L1, "not exist"_L1, "unknown model"_L1});
}

bool isFilter(const ServerError& error)
{
    return error.isOf("content_filter"_L1) || error.isOf("content_policy_violation"_L1)
        || error.isOf("responsibleaipolicyviolation"_L1);
}

/// Which optional part of the request a 400 or 422 is about.
Unsupported unsupportedPart(const ServerError& error, int status)
{
    const auto about = [&](QLatin1StringView name) { return error.param == name || error.says(name); };
    if (status != 400 && status != 422 && status != 501)
        return Unsupported::Nothing;
    if (error.param.startsWith("response_format"_L1) || error.param.startsWith("output_config"_L1)
        || anyOf(error,
                 {"response_format"_L1, "json_schema"_L1, "json_object"_L1, "response format"_L1,
                  "output_config"_L1, "output_format"_L1, "invalid format"_L1, "grammar"_L1}))
        return Unsupported::ResponseFormat;
    if (about("stream_options"_L1))
        return Unsupported::StreamOptions;
    // "'max_tokens' is not supported. Use 'max_completion_tokens' instead": the first one named is meant.
    const qsizetype classic = error.message.indexOf("max_tokens"_L1);
    const qsizetype modern = error.message.indexOf("max_completion_tokens"_L1);
    if (error.param == "max_tokens"_L1 || (classic >= 0 && (modern < 0 || classic < modern)))
        return Unsupported::MaxTokens;
    if (error.param == "max_completion_tokens"_L1 || modern >= 0)
        return Unsupported::MaxCompletionTokens;
    if (about("temperature"_L1))
        return Unsupported::Temperature;
    if (error.param == "stream"_L1
        || anyOf(error, {"streaming"_L1, "'stream'"_L1, "to stream"_L1, "\"stream\""_L1}))
        return Unsupported::Stream;
    if (error.says("system"_L1) && anyOf(error, {"role"_L1, "message"_L1, "instruction"_L1, "prompt"_L1}))
        return Unsupported::SystemRole;
    if (anyOf(error,
              {"roles must alternate"_L1, "instruction is not enabled"_L1, "only user and assistant"_L1}))
        return Unsupported::SystemRole;
    return status == 422 ? Unsupported::Something : Unsupported::Nothing;
}

/// The status that an error inside a successful answer stands for.
int impliedStatus(const ServerError& error)
{
    struct Row {
        QLatin1StringView name;
        int status;
    };
    static constexpr std::array rows{
        Row{"overloaded_error"_L1, 529},
        Row{"rate_limit_error"_L1, 429},
        Row{"billing_error"_L1, 402},
        Row{"timeout_error"_L1, 504},
        Row{"request_too_large"_L1, 413},
        Row{"rate_limit_exceeded"_L1, 429},
        Row{"resource_exhausted"_L1, 429},
        Row{"insufficient_quota"_L1, 429},
        Row{"authentication_error"_L1, 401},
        Row{"invalid_api_key"_L1, 401},
        Row{"permission_error"_L1, 403},
        Row{"not_found_error"_L1, 404},
        Row{"model_not_found"_L1, 404},
        Row{"invalid_request_error"_L1, 400},
        Row{"exceed_context_size_error"_L1, 400},
        Row{"context_length_exceeded"_L1, 400},
    };
    if (error.number >= 400 && error.number < 600)
        return error.number;
    const auto found = std::ranges::find_if(rows, [&](const Row& row) { return error.isOf(row.name); });
    return found == rows.end() ? 500 : found->status;
}

ErrorCode codeFor(const ServerError& error, int status, bool hasRetryAfter)
{
    if (isQuota(error, status, hasRetryAfter))
        return ErrorCode::ModelQuota;
    if (status == 429)
        return ErrorCode::RateLimited;
    if (isContext(error, status))
        return ErrorCode::ModelContext;
    if (isFilter(error))
        return ErrorCode::ModelRefused;
    if (status == 401 || status == 403 || error.says("api key not valid"_L1))
        return ErrorCode::ModelAuth;
    if (status == 404 || (status == 400 && isModelUnknown(error)))
        return ErrorCode::ModelNotFound;
    if (status == 408)
        return ErrorCode::NetworkTimeout;
    if (status == 409 || (status >= 500 && status != 501))
        return ErrorCode::ModelServer;
    return status >= 400 ? ErrorCode::ModelRequest : ErrorCode::ModelProtocol;
}

QString contextSentence(const ServerError& error, const Place& place)
{
    if (error.contextTokens > 0 && error.promptTokens > 0)
        return Text::
            tr("The thread does not fit into the model %1 at %2: it needs %3 tokens and the model takes %4.")
                .arg(place.model, place.host())
                .arg(error.promptTokens)
                .arg(error.contextTokens);
    return Text::tr("The thread does not fit into the model %1 at %2.").arg(place.model, place.host());
}

QString notFoundSentence(const ServerError& error, const Place& place)
{
    if (isModelUnknown(error))
        return Text::tr("%1 does not offer the model %2. Choose another model in the settings.")
            .arg(place.host(), place.model);
    return Text::tr("Nothing answers at %1. Check the address and the protocol in the settings.")
        .arg(place.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo));
}

QString serverSentence(const ServerError& error, int status, const Place& place)
{
    if (error.says("loading model"_L1))
        return Text::tr("%1 is still loading the model (HTTP %2). Try again in a minute.")
            .arg(place.host())
            .arg(status);
    if (status == 529 || error.isOf("overloaded_error"_L1))
        return Text::tr("%1 is overloaded (HTTP %2). Try again later.").arg(place.host()).arg(status);
    return Text::tr("%1 failed to answer (HTTP %2). Try again later.").arg(place.host()).arg(status);
}

QString sentence(ErrorCode code, const ServerError& error, int status, const Place& place)
{
    switch (code) {
    case ErrorCode::ModelQuota:
        return Text::tr(
                   "The account at %1 has no credit left (HTTP %2). Add credit or choose another provider.")
            .arg(place.host())
            .arg(status);
    case ErrorCode::RateLimited:
        return Text::tr("%1 takes no more requests for now (HTTP %2). Try again later or lower the number of "
                        "requests at once.")
            .arg(place.host())
            .arg(status);
    case ErrorCode::ModelContext:
        return contextSentence(error, place);
    case ErrorCode::ModelRefused:
        return Text::tr("The content filter of %1 refused the thread.").arg(place.host());
    case ErrorCode::ModelAuth:
        return Text::tr("%1 refused the key (HTTP %2). Check the key of this provider in the settings.")
            .arg(place.host())
            .arg(status);
    case ErrorCode::ModelNotFound:
        return notFoundSentence(error, place);
    case ErrorCode::NetworkTimeout:
        return Text::tr("%1 gave up waiting for the request (HTTP %2). Try again.")
            .arg(place.host())
            .arg(status);
    case ErrorCode::ModelServer:
        return serverSentence(error, status, place);
    case ErrorCode::ModelRequest:
        return Text::tr("%1 did not accept the request for the model %2 (HTTP %3).")
            .arg(place.host(), place.model)
            .arg(status);
    default:
        return Text::tr(
                   "%1 answered in a way that is not the protocol chosen for it (HTTP %2). Check the address "
                   "and the protocol in the settings.")
            .arg(place.host())
            .arg(status);
    }
}

/// For the log: only words that cannot be mail text or a key.
QString logDetail(const ServerError& error, int status, const ServerAnswer& answer)
{
    static const QRegularExpression plain(u"^[a-z0-9_.-]{1,48}$"_s);
    static const QRegularExpression request(u"^[A-Za-z0-9_-]{1,80}$"_s);
    QString detail = u"status %1"_s.arg(status);
    if (plain.match(error.type).hasMatch())
        detail += ", type "_L1 + error.type;
    if (plain.match(error.code).hasMatch())
        detail += ", code "_L1 + error.code;
    const QString id
        = QString::fromLatin1(answer.headers.value("x-request-id", answer.headers.value("request-id")));
    if (request.match(id).hasMatch())
        detail += ", request "_L1 + id;
    return detail;
}

Diagnosis build(ServerError error, int status, const ServerAnswer& answer, const Place& place)
{
    Diagnosis diagnosis;
    readTokenNumbers(error);
    const ErrorCode code = codeFor(error, status, answer.retryAfter.count() > 0);
    QString text = sentence(code, error, status, place);
    if (const QString said = shownMessage(error.message, place.key); !said.isEmpty())
        text = Text::tr("%1 The server says: %2").arg(text, said);
    diagnosis.error = fail(code, text, logDetail(error, status, answer));
    if (!place.key.isEmpty())
        diagnosis.error.detail.replace(place.key, u"***"_s);
    diagnosis.error.retryAfter = answer.retryAfter;
    diagnosis.retryable = isRetryable(code);
    if (code == ErrorCode::ModelRequest)
        diagnosis.unsupported = unsupportedPart(error, status);
    if (code == ErrorCode::ModelContext) {
        diagnosis.contextTokens = error.contextTokens;
        diagnosis.promptTokens = error.promptTokens;
    }
    const QByteArray advice = answer.headers.value("x-should-retry").trimmed().toLower();
    if (advice == "false")
        diagnosis.retryable = false;
    else if (advice == "true" && code != ErrorCode::ModelQuota)
        diagnosis.retryable = true;
    return diagnosis;
}

} // namespace

QString Place::host() const
{
    return url.port() < 0 ? url.host() : QString(url.host() + u':' + QString::number(url.port()));
}

Diagnosis diagnose(const ServerAnswer& answer, const Place& place)
{
    return build(readServerError(answer.body.first(std::min(answer.body.size(), qsizetype(64) << 10))),
                 answer.status, answer, place);
}

Diagnosis diagnose(const QJsonObject& answer, const Place& place)
{
    const ServerError error = readServerError(answer);
    return build(error, impliedStatus(error), {}, place);
}

QString shownMessage(const QString& message, const QString& key)
{
    // Long runs without a gap after words that announce a key are taken for one, also when it is not ours.
    static const QRegularExpression secret(
        u"(\\bsk-|\\bBearer\\s+|api[-_ ]?key[\"']?\\s*(?:provided)?\\s*[:=]\\s*[\"']?)[^\\s\"',;]{4,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = message.left(4000);
    if (key.size() >= 3)
        text.replace(key, u"***"_s);
    text.replace(secret, u"\\1***"_s);
    std::ranges::replace_if(
        text, [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }, QChar(u' '));
    text = text.simplified();
    if (text.size() > 300) {
        text.truncate(299);
        text += u'…';
    }
    return text;
}

} // namespace lb::llm
