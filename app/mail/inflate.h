// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace lb::mail
{

/// Streaming gzip (RFC 1952) with concatenated members and a bound on what comes out. feed() in any
/// cuts; finish() tells a truncated stream.
class Inflate
{
public:
    using Sink = std::function<void(QByteArrayView)>;

    explicit Inflate(Sink sink, qint64 maxOutputBytes = 64LL << 30);
    ~Inflate();
    Q_DISABLE_COPY_MOVE(Inflate)

    [[nodiscard]] Status feed(QByteArrayView bytes); ///< Malformed (not gzip, bad checksum) or TooLarge
    [[nodiscard]] Status finish(); ///< Truncated if a member is not complete

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// True if the bytes start as gzip does.
[[nodiscard]] bool isGzip(QByteArrayView start);

} // namespace lb::mail
