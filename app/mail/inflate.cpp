// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/inflate.h"

#include <QCoreApplication>

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace lb::mail
{

namespace
{

constexpr std::size_t BlockSize = 256 * 1024;
constexpr int GzipWindow = 15 + 16; // the largest window; only the gzip wrapping is taken

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::mail)
};

} // namespace

struct Inflate::State {
    Sink sink;
    qint64 maxOutput = 0;
    qint64 produced = 0;
    z_stream stream{};
    bool ready = false;
    bool inMember = false; // a member was begun and its end not yet seen
    bool anyMember = false; // at least one was complete
    std::vector<unsigned char> block = std::vector<unsigned char>(BlockSize);

    /// Hands on what the last call of inflate() made.
    Status deliver()
    {
        const auto made = static_cast<qint64>(BlockSize - stream.avail_out);
        const qint64 allowed = std::min(made, maxOutput - produced);
        produced += allowed;
        if (allowed > 0)
            sink(QByteArrayView(block.data(), allowed));
        if (allowed < made)
            return fail(
                ErrorCode::TooLarge,
                Text::tr("The compressed data unpacks to more than %1 MB, which is more than is taken.")
                    .arg(maxOutput >> 20));
        return success();
    }

    Status inflateBlock(QByteArrayView input)
    {
        stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(input.data())); // only read
        stream.avail_in = static_cast<unsigned>(input.size());
        int outcome = Z_OK;
        do {
            if (!inMember && !beginMember())
                return success();
            stream.next_out = block.data();
            stream.avail_out = BlockSize;
            outcome = ::inflate(&stream, Z_NO_FLUSH);
            if (Status status = deliver(); !status)
                return status;
            if (outcome == Z_STREAM_END) {
                inMember = false;
                anyMember = true;
                inflateReset(&stream);
            } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
                return malformed();
            }
        } while (stream.avail_in > 0 || (inMember && stream.avail_out == 0));
        return success();
    }

    /// Skips the zeros that tapes and some servers pad with; false if nothing else is left.
    bool beginMember()
    {
        while (anyMember && stream.avail_in > 0 && *stream.next_in == 0) {
            ++stream.next_in;
            --stream.avail_in;
        }
        inMember = stream.avail_in > 0;
        return inMember;
    }

    Status malformed() const
    {
        const QString detail = QString::fromLatin1(stream.msg ? stream.msg : "inflate failed");
        if (produced == 0 && !anyMember)
            return fail(ErrorCode::Malformed,
                        Text::tr("The data is not compressed with gzip, or is damaged at its start."),
                        detail);
        return fail(ErrorCode::Malformed,
                    Text::tr("The gzip data is damaged after %1 unpacked bytes.").arg(produced), detail);
    }
};

Inflate::Inflate(Sink sink, qint64 maxOutputBytes) : m_state(std::make_unique<State>())
{
    m_state->sink = std::move(sink);
    m_state->maxOutput = maxOutputBytes;
    m_state->ready = inflateInit2(&m_state->stream, GzipWindow) == Z_OK;
}

Inflate::~Inflate()
{
    if (m_state->ready)
        inflateEnd(&m_state->stream);
}

Status Inflate::feed(QByteArrayView bytes)
{
    if (!m_state->ready)
        return fail(ErrorCode::FileFailed, Text::tr("There is not enough memory to unpack gzip data."));
    constexpr qsizetype MaxInput = std::numeric_limits<int>::max() / 2; // zlib counts in 32 bits
    while (!bytes.isEmpty()) {
        const qsizetype count = std::min(bytes.size(), MaxInput);
        if (Status status = m_state->inflateBlock(bytes.first(count)); !status)
            return status;
        bytes = bytes.sliced(count);
    }
    return success();
}

Status Inflate::finish()
{
    if (m_state->inMember || !m_state->anyMember)
        return fail(ErrorCode::Truncated,
                    Text::tr("The gzip data ends too early, after %1 unpacked bytes: part of it is missing.")
                        .arg(m_state->produced));
    return success();
}

bool isGzip(QByteArrayView start)
{
    return start.startsWith("\x1f\x8b");
}

} // namespace lb::mail
