// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/location.h"
#include "net/httpclient.h"

#include <QByteArray>

namespace lb::archive
{

enum class Answer { Mail, NoMail };

/// As much of an answer's body as is looked at to tell what it is.
inline constexpr qsizetype AnswerStartBytes = 16 * 1024;

/// True once the answer is known to be a gzip file, which is how a public-inbox sends mail.
[[nodiscard]] bool isMail(const net::HttpHead& head, QByteArrayView start);

/// What a public-inbox (or whatever stands in its place) answered to a search for mail, by the status and the
/// first bytes of the body; everything but mail and "no mail" is an error that says what it is and what to
/// do.
[[nodiscard]] Result<Answer> judgeAnswer(const net::HttpHead& head, QByteArrayView start,
                                         const Location& location);

} // namespace lb::archive
