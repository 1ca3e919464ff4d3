// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "support/loopbackserver.h"

namespace lb::test
{

/// A question and the bytes that a server answered, with their timing: a JSON file under
/// tests/data/cassettes. `request` is the SHA-256 of what the client sent then, so that an answer is never
/// replayed to another question. Pieces are UTF-8 text, or base64 where they split a character.
struct Cassette {
    QString source; ///< which server gave it, or "by hand" and after what
    llm::ChatRequest question; ///< to an endpoint that is not known yet
    bool stream = true;
    QByteArray request;
    QList<std::pair<std::chrono::milliseconds, QByteArray>> answer; ///< the whole of HTTP, head and all
    QString text; ///< what the answer says
    QString error; ///< part of the error's text; empty = a complete answer

    [[nodiscard]] QByteArray bytes() const; ///< all of the answer
    [[nodiscard]] QByteArray body() const; ///< of it, chunks joined
    [[nodiscard]] LoopbackReply reply(double speed = 1.0) const; ///< times divided by `speed`
};

[[nodiscard]] QByteArray requestHash(const QByteArray& target, const QByteArray& body);
[[nodiscard]] Cassette cassetteFromJson(const QByteArray& json);
[[nodiscard]] QByteArray toJson(const Cassette& cassette);

} // namespace lb::test
