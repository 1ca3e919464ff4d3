// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/protocol.h"

namespace lb::llm
{

/// OpenAI's Chat Completions, as its many likenesses speak it.
class OpenAiProtocol final : public Protocol
{
public:
    [[nodiscard]] QString chatPath(const QString& typed) const override;
    [[nodiscard]] QString modelsPath(const QString& chatPath) const override;
    [[nodiscard]] Headers headers(const QUrl& url, const QByteArray& key) const override;
    [[nodiscard]] QByteArray body(const ChatRequest& request,
                                  const Capabilities& capabilities) const override;
    [[nodiscard]] std::unique_ptr<AnswerReader> reader() const override;
    [[nodiscard]] QStringList modelNames(const QByteArray& json) const override;
};

} // namespace lb::llm
