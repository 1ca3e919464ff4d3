// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatexchange.h"

#include "core/logging.h"
#include "llm/answercheck.h"
#include "llm/chatbody.h"
#include "llm/protocol.h"
#include "llm/servererror.h"
#include "llm/tokens.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lb::llm
{

namespace
{

constexpr int noLimit = -1; ///< for learnTokens(): what was learnt no longer holds

constexpr qsizetype largestError = 64 << 10;
constexpr qint64 largestAnswer = 64LL << 20;
constexpr int mostAdjustments = 5; ///< one for each thing an endpoint may refuse
constexpr int mostTimeouts = 1;

QList<QByteArray> dataOf(const QList<SseEvent>& events)
{
    QList<QByteArray> data;
    data.reserve(events.size());
    for (const SseEvent& event : events)
        data.append(event.data);
    return data;
}

} // namespace

ChatExchange::ChatExchange(Services services, ChatRequest request, const Capabilities& capabilities,
                           QObject* parent)
    : ChatStream(parent)
    , m_services(std::move(services))
    , m_request(std::move(request))
    , m_capabilities(capabilities)
    , m_known(capabilities)
    , m_protocol(protocolOf(m_request.provider.dialect))
    , m_reader(m_protocol.reader())
{
    m_request.key = m_request.key.trimmed();
    m_tail.setSingleShot(true);
    connect(&m_tail, &QTimer::timeout, this, [this] {
        dropJob();
        judge();
    });
}

ChatExchange::~ChatExchange()
{
    dropJob();
}

void ChatExchange::begin()
{
    const auto url = chatUrl(m_request.provider);
    if (!url)
        return settle(url.error());
    m_place = {*url, m_request.provider.model, m_request.key};
    if (m_request.provider.model.trimmed().isEmpty() || m_request.user.isEmpty())
        return settle(fail(ErrorCode::Usage,
                           tr("No model is chosen for %1. Choose one in the settings.").arg(m_place.host()),
                           u"empty model or question"_s));
    queue(false);
}

void ChatExchange::abort()
{
    if (m_stage == Stage::Settled)
        return;
    settle(fail(ErrorCode::Cancelled, tr("The summary was cancelled."), u"aborted"_s));
}

void ChatExchange::queue(bool first)
{
    m_stage = Stage::Waiting;
    m_ticket = m_services.gate->queue(this, first);
    connect(m_ticket, &Ticket::admitted, this, &ChatExchange::send);
    connect(m_ticket, &Ticket::refused, this, [this](const Error& error) { settle(error); });
    connect(m_ticket, &Ticket::delayed, this, [this](std::chrono::milliseconds wait) {
        if (wait > 0ms)
            Q_EMIT waiting(tr("Waiting %n second(s) for %1.", nullptr,
                              static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count()))
                               .arg(m_place.host()));
        else
            Q_EMIT waiting(tr("Waiting for earlier requests to %1.").arg(m_place.host()));
    });
}

void ChatExchange::send()
{
    if (m_stage != Stage::Waiting)
        return;
    auto http = chatHttpRequest(m_request, m_capabilities);
    if (!http)
        return settle(http.error());
    m_stage = Stage::Sending;
    m_head = {};
    m_received = 0;
    m_collected.clear();
    m_format = Format::Unknown;
    m_parser = SseParser();
    m_lines = LineParser();
    m_reader = m_protocol.reader();
    http->limits.idle = isLocal(m_place.url) ? m_services.limits.idleLocal : m_services.limits.idleCloud;
    http->limits.total = 24h; // a stream may go on as long as bytes arrive
    http->limits.bytes = largestAnswer;
    http->limits.retries = 0; // they are counted here: the gate must know
    m_job = m_services.http.send(*http);
    connect(m_job, &net::HttpJob::headArrived, this, &ChatExchange::takeHead);
    connect(m_job, &net::HttpJob::bodyArrived, this, &ChatExchange::takeBody);
    connect(m_job, &net::HttpJob::finished, this, &ChatExchange::takeEnd);
}

void ChatExchange::takeHead(const net::HttpHead& head)
{
    m_head = head;
    const QByteArray coding = head.headers.value("content-encoding").trimmed().toLower();
    const bool packed = !coding.isEmpty() && coding != "identity";
    if (head.status / 100 == 2 && packed && m_capabilities.stream && m_capabilities.identity) {
        // It compresses although asked not to: let Qt ask for what it can inflate. Nothing was read yet.
        Capabilities less = m_capabilities;
        less.identity = false;
        sendAgain(less);
    }
}

void ChatExchange::takeBody(const QByteArray& bytes)
{
    if (m_stage != Stage::Sending)
        return;
    m_received += bytes.size();
    if (m_head.status / 100 != 2) {
        m_collected.append(bytes.first(std::min(bytes.size(), largestError - m_collected.size())));
        return;
    }
    if (isStreamed())
        return takePieces(split(bytes));
    m_collected.append(bytes);
    if (m_format == Format::Unknown) {
        m_format = formatOf(m_collected);
        if (isStreamed())
            takePieces(split(std::exchange(m_collected, {})));
    }
}

QList<QByteArray> ChatExchange::split(const QByteArray& bytes)
{
    return m_format == Format::Lines ? m_lines.feed(bytes) : dataOf(m_parser.feed(bytes));
}

/// By its first bytes: the declared type is wrong often enough.
ChatExchange::Format ChatExchange::formatOf(const QByteArray& start) const
{
    QByteArrayView view(start);
    if (view.startsWith("\xEF\xBB\xBF"))
        view = view.sliced(3);
    view = view.trimmed();
    if (view.isEmpty() || (start.size() < 6 && QByteArrayView("\xEF\xBB\xBF").startsWith(view)))
        return Format::Unknown;
    if (view.front() == '{' && m_protocol.framing() == Protocol::Framing::Lines)
        return Format::Lines;
    if (view.front() == '{' || view.front() == '[')
        return Format::Json;
    if (view.front() == '<')
        return Format::Other;
    for (const QByteArrayView field : {":", "data:", "event:", "id:", "retry:"}) {
        if (view.startsWith(field))
            return Format::Events;
        if (field.startsWith(view))
            return Format::Unknown; // too short to tell
    }
    return m_head.contentType == "text/event-stream" ? Format::Events : Format::Other;
}

void ChatExchange::takePieces(const QList<QByteArray>& pieces)
{
    for (const QByteArray& piece : pieces) {
        takeStep(m_reader->read(piece));
        if (m_stage != Stage::Sending)
            return;
        if (m_reader->isDone()) {
            dropJob();
            return judge();
        }
    }
    if (m_parser.overflowed() || m_lines.overflowed() || m_reader->isTooLarge()) {
        return settle(fail(ErrorCode::TooLarge,
                           tr("%1 sent more than a summary can hold. Try another model.").arg(m_place.host()),
                           u"event or text over its bound"_s));
    }
    if (m_reader->finishReason() != Finish::None && !m_tail.isActive())
        m_tail.start(m_services.limits.tail);
}

void ChatExchange::takeStep(const AnswerReader::Step& step)
{
    if (step.failed)
        return takeFailure(diagnose(*m_reader->serverError(), m_place));
    if (step.thought)
        Q_EMIT thinking();
    if (m_stage == Stage::Sending && !step.text.isEmpty())
        Q_EMIT textArrived(step.text);
}

void ChatExchange::takeEnd(const Status& ended)
{
    if (m_stage != Stage::Sending)
        return;
    m_job = nullptr; // deletes itself
    const Status outcome = ended && isShort() ? Status(cutShort()) : ended;
    if (m_head.status != 0 && m_head.status / 100 != 2 && (outcome || !m_collected.isEmpty()))
        return takeRefusal();
    const bool finishSeen = m_reader->finishReason() != Finish::None;
    if (!outcome && !finishSeen) {
        if (m_reader->hasText())
            return settle(interrupted(outcome.error()));
        if (!retry(outcome.error()))
            settle(outcome.error());
        return;
    }
    if (isStreamed())
        takePieces(m_format == Format::Lines ? m_lines.finish() : dataOf(m_parser.finish()));
    else
        takeWhole();
    if (m_stage == Stage::Sending)
        judge();
}

/// Qt does not always see that a connection ended before the promised length.
bool ChatExchange::isShort() const
{
    bool told = false;
    const qint64 length = m_head.headers.value("content-length").toLongLong(&told);
    return told && !m_head.headers.contains("content-encoding") && m_received < length;
}

Error ChatExchange::cutShort() const
{
    return fail(ErrorCode::NetworkBroken,
                tr("%1 closed the connection in the middle of its answer. Try again.").arg(m_place.host()),
                u"fewer bytes than Content-Length"_s);
}

/// The body of an answer that was not streamed, or that is none at all.
void ChatExchange::takeWhole()
{
    const QByteArray body = m_collected.trimmed();
    if (m_format == Format::Json) {
        takeStep(m_reader->read(body));
        return;
    }
    if (body.isEmpty()) {
        const Error error
            = fail(ErrorCode::ModelEmpty,
                   tr("%1 sent an empty answer. Try again or choose another model.").arg(m_place.host()),
                   u"empty body"_s);
        return settle(error);
    }
    const QString said = shownMessage(readServerError(body).message, m_place.key);
    settle(fail(
        ErrorCode::ModelProtocol,
        tr("%1 answered with a page instead of a model's answer. Check the address and whether a login or "
           "proxy is in the way. The page says: %2")
            .arg(m_place.host(), said),
        u"neither events nor JSON"_s));
}

void ChatExchange::takeRefusal()
{
    ServerAnswer answer;
    answer.status = m_head.status;
    answer.contentType = m_head.contentType;
    answer.body = m_collected;
    answer.headers = m_head.headers;
    answer.retryAfter = net::retryAfter(m_head, QDateTime::currentDateTimeUtc());
    takeFailure(diagnose(answer, m_place));
}

void ChatExchange::takeFailure(const Diagnosis& diagnosis)
{
    const Error& error = diagnosis.error;
    qCInfo(logModel).noquote() << "request failed:" << error.detail;
    const auto less = withoutUnsupported(m_capabilities, diagnosis.unsupported);
    // Not every dialect has every part: the same request once more would meet the same refusal.
    const bool differs
        = less && m_protocol.body(m_request, *less) != m_protocol.body(m_request, m_capabilities);
    if (differs && m_adjustments < mostAdjustments && !m_reader->hasText())
        return sendAgain(*less);
    if (error.code == ErrorCode::ModelContext)
        learnTokens(diagnosis.promptTokens, diagnosis.contextTokens);
    if (error.code == ErrorCode::ModelQuota && m_services.gate)
        m_services.gate->refuseWaiting(error);
    if (diagnosis.retryable && !m_reader->hasText() && retry(error))
        return;
    settle(error);
}

/// The server has said all it will say.
void ChatExchange::judge()
{
    m_tail.stop();
    takeStep(m_reader->finish());
    if (m_stage != Stage::Sending)
        return;
    // A whole JSON completion shows its own end; a stream does not.
    const AskedFor asked{m_place, m_request.provider.outputTokens, estimatedPrompt(),
                         m_protocol.setsContext() ? m_request.provider.contextTokens : 0,
                         m_format == Format::Json};
    const Verdict verdict = judgeAnswer(*m_reader, asked);
    if (!verdict.outcome) {
        qCInfo(logModel).noquote() << "answer refused:" << verdict.outcome.error().detail;
        if (verdict.contextTokens > 0)
            learnTokens(0, verdict.contextTokens);
        return settle(verdict.outcome.error());
    }
    complete();
}

void ChatExchange::complete()
{
    ChatAnswer answer;
    answer.text = withoutThinking(m_reader->text()).trimmed();
    answer.model = shownMessage(m_reader->model().isEmpty() ? m_place.model : m_reader->model(), m_place.key)
                       .left(200);
    answer.tokensEstimated = m_reader->tokensIn() < 0 || m_reader->tokensOut() < 0;
    answer.tokensIn = m_reader->tokensIn() < 0 ? estimatedPrompt() : m_reader->tokensIn();
    answer.tokensOut = m_reader->tokensOut() < 0 ? estimateTokens(answer.text) : m_reader->tokensOut();
    // A model that takes more than it once said was given more room.
    if (m_reader->tokensIn() > 0)
        learnTokens(m_reader->tokensIn(), m_reader->tokensIn() > m_known.contextTokens ? noLimit : 0);
    if (m_capabilities != m_known)
        Q_EMIT learnt(m_capabilities);
    settle(answer);
}

/// The same request in another form: no fault of the network, so it counts for no retry.
void ChatExchange::sendAgain(const Capabilities& capabilities)
{
    ++m_adjustments;
    m_capabilities = capabilities;
    dropJob();
    delete m_ticket;
    queue(true);
}

bool ChatExchange::retry(const Error& error)
{
    const ChatLimits& limits = m_services.limits;
    const bool tooOften = m_attempts >= limits.retries
        || (error.code == ErrorCode::NetworkTimeout && m_attempts >= mostTimeouts);
    if (!isRetryable(error.code) || tooOften || error.retryAfter > limits.largestServerDelay
        || !m_services.gate)
        return false;
    auto delay = error.retryAfter;
    if (delay <= 0ms) {
        const auto base = std::min(limits.largestDelay, limits.firstDelay * (1 << std::min(m_attempts, 10)));
        delay = base
            - std::chrono::milliseconds(
                    QRandomGenerator::global()->bounded(static_cast<int>(base.count() / 4) + 1));
    }
    ++m_attempts;
    dropJob();
    delete m_ticket;
    m_services.gate->pause(delay);
    queue(true);
    Q_EMIT waiting(tr("%1 Trying again.").arg(error.text));
    return true;
}

Error ChatExchange::interrupted(const Error& cause) const
{
    Error error
        = fail(ErrorCode::ModelIncomplete,
               tr("The answer of %1 was interrupted: %2").arg(m_place.host(), cause.text), cause.detail);
    return error;
}

int ChatExchange::estimatedPrompt() const
{
    return estimateTokens(m_request.system) + estimateTokens(m_request.user);
}

void ChatExchange::learnTokens(int promptTokens, int contextTokens)
{
    Capabilities more = m_known;
    if (contextTokens != 0)
        more.contextTokens = std::max(0, contextTokens);
    const int estimate = estimatedPrompt();
    if (promptTokens > 0 && estimate > 100) {
        const double factor = std::clamp(static_cast<double>(promptTokens) / estimate, 1.0, 4.0);
        if (factor > more.tokenFactor * 1.05)
            more.tokenFactor = factor;
    }
    if (more == m_known)
        return;
    m_capabilities.contextTokens = more.contextTokens;
    m_capabilities.tokenFactor = more.tokenFactor;
    m_known = more;
    Q_EMIT learnt(more);
}

void ChatExchange::dropJob()
{
    if (m_job == nullptr)
        return;
    m_job->disconnect(this);
    m_job->abort();
    m_job = nullptr;
}

void ChatExchange::settle(const Result<ChatAnswer>& outcome)
{
    if (m_stage == Stage::Settled)
        return;
    m_stage = Stage::Settled;
    m_tail.stop();
    dropJob();
    delete m_ticket;
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            deleteLater();
            Q_EMIT finished(outcome);
        },
        Qt::QueuedConnection);
}

} // namespace lb::llm
