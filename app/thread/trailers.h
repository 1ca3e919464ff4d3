// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"
#include "mail/message.h"

#include <QList>
#include <QString>

namespace lb::thread
{

/// A trailer as it stands in a body.
struct RawTrailer {
    QString kind; ///< "Reviewed-by", spelt canonically
    mail::Address who; ///< of Fixes, Link, Closes: name holds the value, address is empty
    int line = -1; ///< index into BodyText::lines
    int lastLine = -1; ///< of a wrapped one
};

/// True for the kinds that judge a patch: Reviewed-by, Acked-by, Tested-by, Nacked-by.
[[nodiscard]] bool isReview(const QString& kind);

/// How many lines the trailer that begins at this line takes (a wrapped one takes two or three); 0 = there is
/// none.
[[nodiscard]] int trailerLines(const mail::BodyText& body, int line);

/// The trailers on the sender's own lines above the signature (design rule 3.8), without Signed-off-by and
/// Cc. "Reviewed-and-tested-by" gives two. Each once.
[[nodiscard]] QList<RawTrailer> trailersIn(const mail::BodyText& body);

/// "Name <a@b> # arm64" or "a@b" as an address; an empty one if there is no address in it.
[[nodiscard]] mail::Address addressIn(const QString& value);

} // namespace lb::thread
