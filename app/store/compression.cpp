// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"
#include "store/store.h"

#include <QCoreApplication>

#include <zstd.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

constexpr quint64 largestMail = 256ULL << 20;
constexpr int level = 1; // bench_import: the next faster ones cost a quarter more space

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

Error damaged()
{
    return fail(ErrorCode::Malformed, Text::tr("A mail in the library is damaged. Fetch its list again."),
                u"zstd"_s);
}

} // namespace

QByteArray compress(QByteArrayView raw)
{
    // One per thread: setting a context up costs as much as compressing a mail.
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    thread_local QByteArray buffer;
    constexpr qsizetype keptBuffer = 1 << 20;
    const std::size_t bound = ZSTD_compressBound(static_cast<std::size_t>(raw.size()));
    if (static_cast<std::size_t>(buffer.size()) < bound)
        buffer.resize(static_cast<qsizetype>(bound));
    const std::size_t written = ZSTD_compressCCtx(context.get(), buffer.data(), bound, raw.data(),
                                                  static_cast<std::size_t>(raw.size()), level);
    Q_ASSERT(!ZSTD_isError(written)); // it has no input that it refuses, and the bound is its own
    const QByteArray frame(buffer.constData(), static_cast<qsizetype>(written));
    if (buffer.size() > keptBuffer)
        buffer = QByteArray();
    return frame;
}

Result<QByteArray> decompress(QByteArrayView frame)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    const auto size = ZSTD_getFrameContentSize(frame.data(), static_cast<std::size_t>(frame.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return damaged();
    if (size > largestMail)
        return fail(ErrorCode::TooLarge,
                    Text::tr("A mail in the library says that it is larger than 256 MB."));
    QByteArray raw(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::size_t got = ZSTD_decompressDCtx(context.get(), raw.data(), static_cast<std::size_t>(size),
                                                frame.data(), static_cast<std::size_t>(frame.size()));
    if (ZSTD_isError(got) || got != size)
        return damaged();
    return raw;
}

} // namespace lb::store
