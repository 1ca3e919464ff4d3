// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb::llm
{

/// Takes <think>...</think> (also <thinking>) out of text that arrives in pieces; a tag may be cut anywhere.
class ThinkFilter
{
public:
    struct Piece {
        QString text; ///< what may be shown
        bool thought = false; ///< reasoning was taken out
    };

    [[nodiscard]] Piece feed(QStringView more);
    [[nodiscard]] Piece finish(); ///< what was held back as a possible tag

private:
    QString m_held;
    bool m_inside = false;
};

/// The whole text without reasoning. Also drops all up to a lone closing tag: some chat templates open the
/// tag in the prompt, so that only its end is in the answer.
[[nodiscard]] QString withoutThinking(const QString& text);

} // namespace lb::llm
