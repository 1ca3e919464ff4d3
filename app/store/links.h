// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QByteArrayView>
#include <QList>
#include <QtEndian>

#include <algorithm>

namespace lb::store
{

/// Column mail.links: little-endian 32-bit numbers; the count of References, then these, then In-Reply-To.
struct Links {
    QList<IdNumber> references;
    QList<IdNumber> inReplyTo;
};

[[nodiscard]] inline QByteArray packLinks(const Links& links)
{
    QByteArray bytes((1 + links.references.size() + links.inReplyTo.size()) * 4, Qt::Uninitialized);
    char* out = bytes.data();
    const auto put = [&out](quint32 number) {
        qToLittleEndian(number, out);
        out += 4;
    };
    put(static_cast<quint32>(links.references.size()));
    std::ranges::for_each(links.references, put);
    std::ranges::for_each(links.inReplyTo, put);
    return bytes;
}

/// The numbers after the count, in order; nothing if there are none.
[[nodiscard]] inline qsizetype linkCount(QByteArrayView bytes)
{
    return std::max<qsizetype>(bytes.size() / 4 - 1, 0);
}

[[nodiscard]] inline IdNumber linkAt(QByteArrayView bytes, qsizetype index)
{
    return qFromLittleEndian<quint32>(bytes.data() + (1 + index) * 4);
}

[[nodiscard]] inline Links unpackLinks(QByteArrayView bytes)
{
    Links links;
    if (bytes.size() < 4)
        return links;
    const qsizetype count = linkCount(bytes);
    const qsizetype references = std::min<qsizetype>(qFromLittleEndian<quint32>(bytes.data()), count);
    links.references.reserve(references);
    for (qsizetype i = 0; i < count; ++i)
        (i < references ? links.references : links.inReplyTo).append(linkAt(bytes, i));
    return links;
}

} // namespace lb::store
