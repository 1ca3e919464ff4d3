// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace lb::test
{

using namespace std::chrono_literals;

/// What a client sent, complete.
struct LoopbackRequest {
    QByteArray method;
    QByteArray target; ///< as on the wire: "/list/?x=m&q=..."
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< 1, 2, ... in the order of accept: equal numbers = kept alive
    qint64 atMs = 0; ///< since the server was made
};

/// What to answer, and how badly. LoopbackReply::text(429, "slow down").header("Retry-After", "1").
struct LoopbackReply {
    enum class Framing {
        Length, ///< Content-Length, true
        Chunked,
        UntilClose, ///< neither; the end is the close
    };
    enum class End {
        KeepAlive, ///< but closes in good order if the client asked for that
        Close, ///< orderly, at once after the last byte
        Reset, ///< TCP RST
        Stall, ///< nothing more is sent, the connection stays open
    };

    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Framing framing = Framing::Length;
    End end = End::KeepAlive;
    qsizetype stopAfter = -1; ///< body bytes after which `end` comes early; -1 = after the whole body. With
                              ///< Chunked the last chunk is then missing
    qsizetype lieAboutLength = 0; ///< added to the Content-Length
    qsizetype pieceBytes = 0; ///< the body goes out in pieces of this size (and is chunked so); 0 = at once
    QList<QByteArray> pieces; ///< instead of body and pieceBytes: these, one by one
    std::chrono::milliseconds pieceDelay{0}; ///< before each piece but the first
    bool holdsHead = false; ///< nothing is sent before LoopbackServer::letOn()
    bool holdsPieces = false; ///< each piece but the first waits for a letOn() of its own
    bool keepsOpen = false; ///< stays open although the client sent Connection: close
    bool noAnswer = false; ///< not even a head: `end` comes at once
    QList<std::pair<std::chrono::milliseconds, QByteArray>>
        recorded; ///< instead of everything above but `end`: these bytes, each so long after the one before
    QByteArray raw; ///< instead of everything above but `end` and holdsHead: these bytes

    static LoopbackReply make(int status, const QByteArray& contentType, const QByteArray& body);
    static LoopbackReply text(int status, const QByteArray& body) { return make(status, "text/plain", body); }
    static LoopbackReply html(const QByteArray& body) { return make(200, "text/html; charset=UTF-8", body); }
    static LoopbackReply gzipFile(const QByteArray& body)
    {
        return make(200, "application/gzip", body);
    } ///< body: already gzip
    static LoopbackReply redirect(int status, const QByteArray& location);
    static LoopbackReply unanswered(End end); ///< takes the request, then ends without a byte
    /// Server-sent events, chunked, one piece an event.
    static LoopbackReply events(const QList<QByteArray>& pieces);

    LoopbackReply& header(const QByteArray& name, const QByteArray& value);
    LoopbackReply& framed(Framing value);
    LoopbackReply& ending(End value, qsizetype after = -1); ///< e.g. ending(Reset, 100)
    LoopbackReply& inPieces(qsizetype bytes, std::chrono::milliseconds delay = 0ms);
    LoopbackReply& encodedAsGzip(); ///< compresses the body and says Content-Encoding: gzip
};

/// gzip (RFC 1952), one member.
[[nodiscard]] QByteArray gzip(const QByteArray& bytes);

/// An HTTP/1.1 server on 127.0.0.1 with a port of its own, in the test's own thread (it needs the event loop:
/// wait with QTRY_* or QSignalSpy). Scripted replies go out in order; after them the handler is asked;
/// without either the answer is 500 "unexpected request". Records every request. Two servers = two origins.
///
///     LoopbackServer server;
///     server.reply(LoopbackReply::text(429, "").header("Retry-After", "1"));
///     server.reply(LoopbackReply::events({"data: {...}\n\n", "data:
///     [DONE]\n\n"}).ending(LoopbackReply::End::Close)); client.send({.url =
///     server.url("/v1/chat/completions")}); QTRY_COMPARE(server.requests().size(), 2);
class LoopbackServer final : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<LoopbackReply(const LoopbackRequest&)>;

    explicit LoopbackServer(QObject* parent = nullptr);
    ~LoopbackServer() override;

    void reply(const LoopbackReply& reply); ///< one more scripted reply
    void setHandler(Handler handler);

    [[nodiscard]] QUrl url(const QByteArray& path
                           = "/") const; ///< http://127.0.0.1:port<path>, path already encoded
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const QList<LoopbackRequest>& requests() const;
    [[nodiscard]] int connections() const; ///< accepted so far
    [[nodiscard]] int openConnections() const; ///< 0 once clients have gone: cancel is seen here
    [[nodiscard]] int inFlight() const; ///< requests whose answer is not complete
    [[nodiscard]] int mostInFlight() const; ///< the highest value of that

    /// Lets each reply that holds something back go one step on. Gates instead of delays: a test that saw the
    /// state between two pieces has seen it however busy the machine is.
    void letOn();
    void dropConnections(LoopbackReply::End end
                         = LoopbackReply::End::Close); ///< also those that idle in keep-alive

Q_SIGNALS:
    void requestArrived(const lb::test::LoopbackRequest& request);
    void connectionClosed();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::test
