// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/summariser.h"

#include <memory>

namespace lb::test
{

/// A job with what it told.
struct Watched {
    explicit Watched(summary::SummaryJob* made) : job(made)
    {
        QObject::connect(made, &Job::finished, made, [this](const Status& status) {
            ++times;
            outcome = status;
        });
        QObject::connect(made, &summary::SummaryJob::textChanged, made,
                         [this](const QString& text) { shown = text; });
    }
    [[nodiscard]] QString said() const { return outcome.has_value() ? QString() : outcome.error().text; }

    std::unique_ptr<summary::SummaryJob> job;
    Status outcome;
    QString shown;
    int times = 0;
};

inline llm::ChatAnswer says(const QString& text)
{
    llm::ChatAnswer answer;
    answer.text = text;
    answer.model = QStringLiteral("real-model-1");
    answer.tokensIn = 100;
    answer.tokensOut = 20;
    return answer;
}

inline summary::SummaryOptions withModel(Language language = Language::English)
{
    llm::Provider provider;
    provider.id = QStringLiteral("p");
    provider.endpoint = QStringLiteral("http://localhost:1/v1");
    provider.model = QStringLiteral("m");
    return {provider, QStringLiteral("sk-canary"), language, false};
}

} // namespace lb::test
