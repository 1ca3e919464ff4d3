// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopbackserver.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <vector>

namespace lb::test
{

namespace
{

QByteArray reasonOf(int status)
{
    return status < 300 ? "OK" : status < 400 ? "Elsewhere" : status < 500 ? "Client error" : "Server error";
}

quint32 crc32Of(const QByteArray& bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < table.size(); ++n) {
        quint32 value = n;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xedb88320U : 0U);
        table[n] = value;
    }
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = (crc >> 8U) ^ table[(crc ^ static_cast<quint8>(byte)) & 0xffU];
    return crc ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    std::array<char, 4> bytes{};
    qToLittleEndian(value, bytes.data());
    return {bytes.data(), 4};
}

QByteArray headOf(const LoopbackReply& reply, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.framing == LoopbackReply::Framing::Length)
        head += "Content-Length: " + QByteArray::number(length + reply.lieAboutLength) + "\r\n";
    else if (reply.framing == LoopbackReply::Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    return head + "\r\n";
}

/// The body as it goes out: the pieces, cut at stopAfter.
QList<QByteArray> piecesOf(const LoopbackReply& reply)
{
    QList<QByteArray> pieces = reply.pieces;
    if (pieces.isEmpty() && !reply.body.isEmpty()) {
        const qsizetype size = reply.pieceBytes > 0 ? reply.pieceBytes : reply.body.size();
        for (qsizetype at = 0; at < reply.body.size(); at += size)
            pieces.append(reply.body.mid(at, size));
    }
    if (reply.stopAfter < 0)
        return pieces;
    QList<QByteArray> cut;
    qsizetype left = reply.stopAfter;
    for (const QByteArray& piece : std::as_const(pieces)) {
        if (left <= 0)
            break;
        cut.append(piece.left(left));
        left -= piece.size();
    }
    return cut;
}

/// Takes one complete request off the front of `buffer`; false while there is none.
bool takeRequest(QByteArray& buffer, LoopbackRequest& request)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    request = {};
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    request.method = start.value(0);
    request.target = start.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return false;
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    return true;
}

void endConnection(QTcpSocket* socket, LoopbackReply::End end)
{
    switch (end) {
    case LoopbackReply::End::KeepAlive:
    case LoopbackReply::End::Stall:
        return;
    case LoopbackReply::End::Close:
        socket->disconnectFromHost();
        return;
    case LoopbackReply::End::Reset:
        socket->flush();
        const linger reset{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset,
                     sizeof reset);
        socket->abort();
        return;
    }
}

} // namespace

LoopbackReply LoopbackReply::make(int status, const QByteArray& contentType, const QByteArray& body)
{
    LoopbackReply reply;
    reply.status = status;
    reply.body = body;
    return reply.header("Content-Type", contentType);
}

LoopbackReply LoopbackReply::redirect(int status, const QByteArray& location)
{
    return text(status, "elsewhere").header("Location", location);
}

LoopbackReply LoopbackReply::unanswered(End end)
{
    LoopbackReply reply;
    reply.noAnswer = true;
    reply.end = end;
    return reply;
}

LoopbackReply LoopbackReply::events(const QList<QByteArray>& pieces)
{
    LoopbackReply reply = make(200, "text/event-stream", {});
    reply.pieces = pieces;
    reply.framing = Framing::Chunked;
    return reply;
}

LoopbackReply& LoopbackReply::header(const QByteArray& name, const QByteArray& value)
{
    headers.append({name, value});
    return *this;
}

LoopbackReply& LoopbackReply::framed(Framing value)
{
    framing = value;
    if (value == Framing::UntilClose)
        end = End::Close;
    return *this;
}

LoopbackReply& LoopbackReply::ending(End value, qsizetype after)
{
    end = value;
    stopAfter = after;
    return *this;
}

LoopbackReply& LoopbackReply::inPieces(qsizetype bytes, std::chrono::milliseconds delay)
{
    pieceBytes = bytes;
    pieceDelay = delay;
    return *this;
}

LoopbackReply& LoopbackReply::encodedAsGzip()
{
    body = gzip(body);
    return header("Content-Encoding", "gzip");
}

QByteArray gzip(const QByteArray& bytes)
{
    // qCompress gives a length, then zlib (RFC 1950): two bytes, deflate, Adler-32.
    // Of nothing it makes nothing; an empty last block is what gzip wants then.
    const QByteArray zlib = qCompress(bytes).mid(4);
    const QByteArray deflated = bytes.isEmpty() ? QByteArray("\x03\0", 2) : zlib.mid(2, zlib.size() - 6);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + deflated + littleEndian(crc32Of(bytes))
        + littleEndian(static_cast<quint32>(bytes.size()));
}

struct LoopbackServer::State {
    explicit State(LoopbackServer* owner) : server(owner) { clock.start(); }

    void accept();
    void read(QTcpSocket* socket, int connection);
    void answer(QTcpSocket* socket, const LoopbackReply& reply, bool headOnly);
    void sendPieces(QTcpSocket* socket, const LoopbackReply& reply, QList<QByteArray> pieces);
    void sendRecorded(QTcpSocket* socket, LoopbackReply reply);
    void complete(QTcpSocket* socket, const LoopbackReply& reply);
    void hold(QTcpSocket* socket, std::function<void()> step);
    void settle(QTcpSocket* socket);
    [[nodiscard]] LoopbackReply next(const LoopbackRequest& request);

    LoopbackServer* server;
    QTcpServer listener;
    Handler handler;
    QList<LoopbackReply> script;
    QList<LoopbackRequest> requests;
    QHash<QTcpSocket*, QByteArray> buffers; ///< of the open connections
    QList<QTcpSocket*> busy;
    std::vector<std::pair<QPointer<QTcpSocket>, std::function<void()>>> held;
    qsizetype mostBusy = 0;
    int connections = 0;
    QElapsedTimer clock;
};

void LoopbackServer::State::accept()
{
    while (QTcpSocket* socket = listener.nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const int number = ++connections;
        buffers.insert(socket, {});
        QObject::connect(socket, &QTcpSocket::readyRead, server,
                         [this, socket, number] { read(socket, number); });
        QObject::connect(socket, &QTcpSocket::disconnected, server, [this, socket] {
            buffers.remove(socket);
            settle(socket);
            socket->deleteLater();
            Q_EMIT server->connectionClosed();
        });
    }
}

void LoopbackServer::State::read(QTcpSocket* socket, int connection)
{
    buffers[socket] += socket->readAll();
    LoopbackRequest request;
    while (buffers.contains(socket) && takeRequest(buffers[socket], request)) {
        request.connection = connection;
        request.atMs = clock.elapsed();
        requests.append(request);
        busy.append(socket);
        mostBusy = std::max(mostBusy, busy.size());
        LoopbackReply reply = next(request);
        const bool wantsClose = request.headers.value("connection").toLower() == "close";
        if (wantsClose && !reply.keepsOpen && reply.end == LoopbackReply::End::KeepAlive)
            reply.end = LoopbackReply::End::Close;
        const bool headOnly = request.method == "HEAD";
        Q_EMIT server->requestArrived(request);
        if (!buffers.contains(socket))
            return;
        if (reply.holdsHead)
            hold(socket, [this, socket, reply, headOnly] { answer(socket, reply, headOnly); });
        else
            answer(socket, reply, headOnly);
    }
}

LoopbackReply LoopbackServer::State::next(const LoopbackRequest& request)
{
    if (!script.isEmpty())
        return script.takeFirst();
    return handler ? handler(request) : LoopbackReply::text(500, "unexpected request");
}

void LoopbackServer::State::answer(QTcpSocket* socket, const LoopbackReply& reply, bool headOnly)
{
    if (reply.noAnswer)
        return complete(socket, reply);
    if (!reply.recorded.isEmpty())
        return sendRecorded(socket, reply);
    if (!reply.raw.isEmpty()) {
        socket->write(reply.raw);
        return complete(socket, reply);
    }
    qsizetype length = reply.body.size();
    for (const QByteArray& piece : reply.pieces)
        length += piece.size();
    socket->write(headOf(reply, length));
    sendPieces(socket, reply, headOnly ? QList<QByteArray>() : piecesOf(reply));
}

void LoopbackServer::State::sendRecorded(QTcpSocket* socket, LoopbackReply reply)
{
    if (reply.recorded.isEmpty())
        return complete(socket, reply);
    const auto [delay, bytes] = reply.recorded.takeFirst();
    QTimer::singleShot(delay, socket, [this, socket, reply, bytes = bytes] {
        socket->write(bytes);
        socket->flush();
        sendRecorded(socket, reply);
    });
}

void LoopbackServer::State::sendPieces(QTcpSocket* socket, const LoopbackReply& reply,
                                       QList<QByteArray> pieces)
{
    const bool isChunked = reply.framing == LoopbackReply::Framing::Chunked;
    while (!pieces.isEmpty()) {
        const QByteArray piece = pieces.takeFirst();
        socket->write(isChunked ? QByteArray(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n")
                                : piece);
        if (pieces.isEmpty() || (reply.pieceDelay == 0ms && !reply.holdsPieces))
            continue;
        socket->flush();
        const auto rest = [this, socket, reply, pieces] { sendPieces(socket, reply, pieces); };
        if (reply.holdsPieces)
            hold(socket, rest);
        else
            QTimer::singleShot(reply.pieceDelay, socket, rest);
        return;
    }
    if (isChunked && reply.stopAfter < 0 && reply.end != LoopbackReply::End::Stall)
        socket->write("0\r\n\r\n");
    complete(socket, reply);
}

void LoopbackServer::State::complete(QTcpSocket* socket, const LoopbackReply& reply)
{
    if (reply.end != LoopbackReply::End::Stall)
        settle(socket);
    endConnection(socket, reply.end);
}

void LoopbackServer::State::hold(QTcpSocket* socket, std::function<void()> step)
{
    held.emplace_back(socket, std::move(step));
}

void LoopbackServer::State::settle(QTcpSocket* socket)
{
    busy.removeOne(socket);
}

LoopbackServer::LoopbackServer(QObject* parent) : QObject(parent), m_state(std::make_unique<State>(this))
{
    connect(&m_state->listener, &QTcpServer::newConnection, this, [this] { m_state->accept(); });
    if (!m_state->listener.listen(QHostAddress::LocalHost))
        qFatal("no port on the loopback interface");
}

LoopbackServer::~LoopbackServer()
{
    const QList<QTcpSocket*> sockets = m_state->buffers.keys();
    for (QTcpSocket* socket : sockets)
        socket->disconnect(this);
}

void LoopbackServer::reply(const LoopbackReply& reply)
{
    m_state->script.append(reply);
}

void LoopbackServer::setHandler(Handler handler)
{
    m_state->handler = std::move(handler);
}

QUrl LoopbackServer::url(const QByteArray& path) const
{
    return QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(port()) + path, QUrl::StrictMode);
}

quint16 LoopbackServer::port() const
{
    return m_state->listener.serverPort();
}

const QList<LoopbackRequest>& LoopbackServer::requests() const
{
    return m_state->requests;
}

int LoopbackServer::connections() const
{
    return m_state->connections;
}

int LoopbackServer::openConnections() const
{
    return static_cast<int>(m_state->buffers.size());
}

int LoopbackServer::inFlight() const
{
    return static_cast<int>(m_state->busy.size());
}

int LoopbackServer::mostInFlight() const
{
    return static_cast<int>(m_state->mostBusy);
}

void LoopbackServer::letOn()
{
    for (const auto& [socket, step] : std::exchange(m_state->held, {})) {
        if (!socket.isNull() && m_state->buffers.contains(socket))
            step();
    }
}

void LoopbackServer::dropConnections(LoopbackReply::End end)
{
    const QList<QTcpSocket*> sockets = m_state->buffers.keys();
    for (QTcpSocket* socket : sockets)
        endConnection(socket, end);
}

} // namespace lb::test
