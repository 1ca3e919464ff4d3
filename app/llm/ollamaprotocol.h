// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/protocol.h"

namespace lb::llm
{

/// Ollama's own API: the only way to tell it how much a model may read. Under /v1 it takes no such number and
/// drops the start of long prompts without a word.
class OllamaProtocol final : public Protocol
{
public:
    [[nodiscard]] QString chatPath(const QString& typed) const override;
    [[nodiscard]] QString modelsPath(const QString& chatPath) const override;
    [[nodiscard]] Headers headers(const QUrl& url, const QByteArray& key) const override;
    [[nodiscard]] QByteArray body(const ChatRequest& request,
                                  const Capabilities& capabilities) const override;
    [[nodiscard]] std::unique_ptr<AnswerReader> reader() const override;
    [[nodiscard]] QStringList modelNames(const QByteArray& json) const override;
    [[nodiscard]] QString detailsPath(const QString& chatPath) const override;
    [[nodiscard]] int contextLength(const QByteArray& details) const override;
    [[nodiscard]] Framing framing() const override { return Framing::Lines; }
    [[nodiscard]] bool setsContext() const override { return true; }
};

} // namespace lb::llm
