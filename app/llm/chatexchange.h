// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/answerreader.h"
#include "llm/chatclient.h"
#include "llm/errortable.h"
#include "llm/gate.h"
#include "llm/lineparser.h"
#include "llm/sseparser.h"
#include "net/httpclient.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace lb::llm
{

class Protocol;

/// One question to one endpoint: waits at the gate, sends, reads, retries while no text has come, and judges
/// whether the answer is complete.
///   Waiting -> Sending -> (Waiting -> Sending)* -> Settled
class ChatExchange final : public ChatStream
{
    Q_OBJECT
public:
    /// What it works with; all outlive it but the gate, which may go with its client.
    struct Services {
        net::HttpClient& http;
        QPointer<Gate> gate;
        ChatLimits limits;
    };
    ChatExchange(Services services, ChatRequest request, const Capabilities& capabilities, QObject* parent);
    ~ChatExchange() override;

    void begin();
    void abort() override;

    // For the endpoint test.
    [[nodiscard]] bool wasStreamed() const { return m_capabilities.stream && isStreamed(); }
    [[nodiscard]] bool hasUsage() const { return m_reader->tokensOut() >= 0; }
    [[nodiscard]] bool isCut() const { return m_reader->finishReason() == Finish::Length; }

Q_SIGNALS:
    void learnt(const lb::llm::Capabilities& capabilities);

private:
    enum class Stage { Waiting, Sending, Settled };
    enum class Format { Unknown, Events, Lines, Json, Other };

    void queue(bool first);
    void send();
    void takeHead(const net::HttpHead& head);
    void takeBody(const QByteArray& bytes);
    [[nodiscard]] QList<QByteArray> split(const QByteArray& bytes);
    void takePieces(const QList<QByteArray>& pieces);
    void takeStep(const AnswerReader::Step& step);
    void takeEnd(const Status& ended);
    [[nodiscard]] bool isShort() const;
    [[nodiscard]] Error cutShort() const;
    void takeWhole();
    void takeRefusal();
    void takeFailure(const Diagnosis& diagnosis);
    void judge();
    [[nodiscard]] bool isStreamed() const { return m_format == Format::Events || m_format == Format::Lines; }
    [[nodiscard]] Format formatOf(const QByteArray& start) const;
    void complete();
    void sendAgain(const Capabilities& capabilities);
    [[nodiscard]] bool retry(const Error& error);
    [[nodiscard]] Error interrupted(const Error& cause) const;
    void learnTokens(int promptTokens, int contextTokens); ///< 0 = nothing new, less = no limit any more
    [[nodiscard]] int estimatedPrompt() const;
    void dropJob();
    void settle(const Result<ChatAnswer>& outcome);

    Services m_services;
    ChatRequest m_request;
    Place m_place;
    Capabilities m_capabilities; ///< with which the current attempt is made
    Capabilities m_known; ///< proven ones
    Stage m_stage = Stage::Waiting;
    Format m_format = Format::Unknown;
    QPointer<Ticket> m_ticket;
    QPointer<net::HttpJob> m_job;
    net::HttpHead m_head;
    qint64 m_received = 0; ///< of the body, as delivered
    QByteArray m_collected; ///< of an answer that is no event stream
    SseParser m_parser;
    LineParser m_lines;
    const Protocol& m_protocol;
    std::unique_ptr<AnswerReader> m_reader; ///< of the current attempt
    QTimer m_tail;
    int m_attempts = 0;
    int m_adjustments = 0;
};

} // namespace lb::llm
