// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace lb
{

bool isRetryable(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout:
    case ErrorCode::NetworkBroken:
    case ErrorCode::RateLimited:
    case ErrorCode::ModelServer:
    case ErrorCode::StoreLocked:
        return true;
    default:
        return false;
    }
}

} // namespace lb
