// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/identity.h"

#include "thread/people.h"
#include "thread/trailers.h"

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

QString foldedName(const QString& name)
{
    const QString bare = name.simplified();
    // shownName() falls back to the address, which is no name.
    return bare.isEmpty() ? bare : shownName({bare, {}}).toCaseFolded();
}

} // namespace

Identity::Identity(const QStringList& names, const QStringList& addresses)
{
    for (const QString& name : names) {
        const QString folded = foldedName(name);
        if (!folded.isEmpty())
            m_names.insert(folded);
    }
    for (const QString& address : addresses) {
        const QString folded = address.trimmed().toCaseFolded();
        if (!folded.isEmpty())
            m_addresses.insert(folded);
    }
}

Identity Identity::of(const QString& text)
{
    const mail::Address who = addressIn(text);
    return who.address.isEmpty() ? Identity({text}, {}) : Identity({who.name}, {who.address});
}

bool Identity::hasAddress(const QString& address) const
{
    return m_addresses.contains(address);
}

bool Identity::is(const mail::Address& who) const
{
    if (!m_addresses.isEmpty() && m_addresses.contains(who.address.trimmed().toCaseFolded()))
        return true;
    return !m_names.isEmpty() && m_names.contains(foldedName(who.name));
}

QString personText(const mail::Address& who)
{
    if (who.address.isEmpty())
        return who.name;
    return who.name.isEmpty() ? who.address : u"%1 <%2>"_s.arg(shownName(who), who.address);
}

} // namespace lb::thread
