// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace lb::thread
{

/// A person by the names and addresses that he writes under. A mail is his when its address or its full
/// display name is one of them (design rule 3.6).
class Identity
{
public:
    Identity() = default;
    Identity(const QStringList& names, const QStringList& addresses);
    /// Of "Ada Example <ada@example.invalid>", or a name or an address alone.
    [[nodiscard]] static Identity of(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty() && m_addresses.isEmpty(); }
    [[nodiscard]] bool is(const mail::Address& who) const;
    [[nodiscard]] bool hasAddress(const QString& address) const; ///< case-folded already
    [[nodiscard]] const QSet<QString>& addresses() const { return m_addresses; } ///< case-folded

    friend bool operator==(const Identity&, const Identity&) = default;

private:
    QSet<QString> m_names; ///< case-folded, without quotes
    QSet<QString> m_addresses;
};

/// "Ada Example <ada@example.invalid>", or what of it there is.
[[nodiscard]] QString personText(const mail::Address& who);

} // namespace lb::thread
