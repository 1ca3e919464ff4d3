// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/answerreader.h"
#include "llm/chatclient.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <memory>
#include <utility>

namespace lb::llm
{

/// How one dialect is spoken: addresses, headers, bodies and how answers are read. All that differs between
/// dialects is here; asking, waiting, retrying and judging is the same for all. Without state, any thread.
class Protocol
{
    Q_DISABLE_COPY_MOVE(Protocol)
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    /// How the pieces of a streamed answer are told apart.
    enum class Framing { Events, Lines };

    Protocol() = default;
    virtual ~Protocol() = default;

    /// The path of chat requests from what was typed: with or without version, ending and slashes.
    [[nodiscard]] virtual QString chatPath(const QString& typed) const = 0;
    /// The path of the list of models, from that of chat requests; empty = cannot be told.
    [[nodiscard]] virtual QString modelsPath(const QString& chatPath) const = 0;
    /// `key` is empty or fit for a header.
    [[nodiscard]] virtual Headers headers(const QUrl& url, const QByteArray& key) const = 0;
    [[nodiscard]] virtual QByteArray body(const ChatRequest& request,
                                          const Capabilities& capabilities) const = 0;
    [[nodiscard]] virtual std::unique_ptr<AnswerReader> reader() const = 0;
    [[nodiscard]] virtual QStringList modelNames(const QByteArray& json) const = 0; ///< as the server orders
    /// Where a dialect tells what a model is like ({"model": name} by POST); empty = it does not.
    [[nodiscard]] virtual QString detailsPath(const QString& /*chatPath*/) const { return {}; }
    [[nodiscard]] virtual int contextLength(const QByteArray& /*details*/) const
    {
        return 0;
    } ///< 0 = not told
    [[nodiscard]] virtual Framing framing() const { return Framing::Events; }
    /// True where the request says how much the model may read, so that a prompt of that size was cut.
    [[nodiscard]] virtual bool setsContext() const { return false; }
};

[[nodiscard]] const Protocol& protocolOf(Dialect dialect);

// What protocols share.

/// System and user text as messages with roles; in one where the model knows no system role.
[[nodiscard]] QJsonArray chatMessages(const ChatRequest& request, bool systemRole);
/// `path` without slashes at its end and without the first of `endings` that it ends with.
[[nodiscard]] QString withoutEnding(QString path, const QList<QLatin1StringView>& endings);
/// True for /v1, /v1beta/openai ...: such a path is a base already.
[[nodiscard]] bool hasVersion(const QString& path);
/// The `member` of each object of an array, where that is a name.
[[nodiscard]] QStringList namesIn(const QJsonArray& models, QLatin1StringView member);

} // namespace lb::llm
