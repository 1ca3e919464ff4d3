// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace lb
{

/// What went wrong, for code to decide on. The text for people is in Error.
enum class ErrorCode {
    Cancelled,
    // the network
    NetworkUnreachable, // DNS, refused, no route
    NetworkTimeout,
    NetworkTls,
    NetworkBroken, // the connection ended in the middle of an answer
    RedirectRefused, // to another origin, or too many
    RateLimited, // 429, 503 with Retry-After
    HttpStatus, // any other status that is not a success
    TooLarge, // a size bound was met
    // what was received or read
    NotFound,
    NotAnArchive, // a file, folder or URL that holds no mail in a known form
    ChallengePage, // a proof-of-work or login page in place of mail
    Truncated,
    Malformed,
    // files
    FilePermission,
    FileFull,
    FileFailed,
    // the library
    StoreLocked,
    StoreNotADatabase,
    StoreTooNew,
    StoreFull,
    StoreFailed,
    // secrets
    SecretUnavailable,
    SecretDenied,
    // language models
    ModelAuth, // 401, 403
    ModelQuota, // no credit: retrying does not help
    ModelNotFound,
    ModelContext, // the prompt does not fit
    ModelIncomplete, // cut short, stalled or ended without a finish
    ModelEmpty,
    ModelRefused, // refusal or content filter
    ModelProtocol, // the answer is not what the dialect promises
    ModelServer, // 5xx, overloaded, loading
    ModelRequest, // any other 4xx
    CapReached, // what the user set as the most to be spent
    Usage, // the caller asked for something that makes no sense
};

/// An error as it travels through Result<T>. `text` is a translated full sentence that names what
/// failed and where and, if there is something to do, what to do. `detail` is for the log: English,
/// never a secret, never mail text.
struct Error {
    ErrorCode code = ErrorCode::Usage;
    QString text;
    QString detail;
    std::chrono::milliseconds retryAfter{0}; ///< what the server asked for; 0 = nothing said

    friend bool operator==(const Error&, const Error&) = default;
};

/// True where the same request may succeed a little later.
[[nodiscard]] bool isRetryable(ErrorCode code);

} // namespace lb
