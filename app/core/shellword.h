// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace lb
{

/// `text` as one word for a POSIX shell, in single quotes where it needs them (XCU 2.2.2). Nothing for what
/// must not be pasted into a terminal at all: control characters act there before a shell reads them, and
/// what is not ASCII may look like something else. Nothing for empty and for very long text, too.
[[nodiscard]] std::optional<QString> shellWord(QByteArrayView text);

/// "b4 am WORD" for a Message-ID: one that looks like an option is kept from being one. Nothing where
/// shellWord() gives nothing.
[[nodiscard]] std::optional<QString> shellLine(const QString& command, QByteArrayView messageId);

} // namespace lb
