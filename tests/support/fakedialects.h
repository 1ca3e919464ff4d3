// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provider.h"
#include "support/loopbackserver.h"

#include <QByteArray>
#include <QString>

namespace lb::test
{

/// A whole, correct answer to a streaming request in that dialect: the text in two pieces, with usage.
[[nodiscard]] LoopbackReply dialectStream(llm::Dialect dialect, const QString& text, int tokensIn = 5,
                                          int tokensOut = 2);
/// The same in one JSON document, as for a request that does not stream.
[[nodiscard]] LoopbackReply dialectWhole(llm::Dialect dialect, const QString& text);
/// An error in the shape of that dialect.
[[nodiscard]] LoopbackReply dialectError(llm::Dialect dialect, int status, const QByteArray& type,
                                         const QByteArray& message);
/// Lists "zeta" and "good", answers everything else with "yes.": streamed where that was asked for.
[[nodiscard]] LoopbackServer::Handler dialectServer(llm::Dialect dialect);

/// One server-sent event of Anthropic's, named as its type.
[[nodiscard]] QByteArray messageEvent(const QByteArray& type, const QByteArray& members = {});
/// A line of Ollama's with a piece of the text.
[[nodiscard]] QByteArray chatLine(const QString& text);
/// Its last line.
[[nodiscard]] QByteArray lastLine(const QByteArray& reason, int tokensIn, int tokensOut);
[[nodiscard]] LoopbackReply linesReply(const QList<QByteArray>& lines);

} // namespace lb::test
