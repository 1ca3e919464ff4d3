// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMetaType>

namespace lb
{

/// A Message-ID as RFC 5322 section 3.6.4 has it, without the angle brackets. Compared byte by byte.
struct MessageId {
    QByteArray bytes;

    [[nodiscard]] bool isEmpty() const { return bytes.isEmpty(); }
    friend bool operator==(const MessageId&, const MessageId&) = default;
    friend bool operator<(const MessageId& a, const MessageId& b) { return a.bytes < b.bytes; }
    friend size_t qHash(const MessageId& id, size_t seed = 0) { return qHash(id.bytes, seed); }
};

/// A row number of the library that cannot be mistaken for another table's. 0 = none.
template <typename Tag>
struct RowId {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    friend bool operator==(const RowId&, const RowId&) = default;
    friend bool operator<(const RowId& a, const RowId& b) { return a.value < b.value; }
    friend size_t qHash(const RowId& id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ListId = RowId<struct ListTag>;
using ArchiveId = RowId<struct ArchiveTag>;
using MailId = RowId<struct MailTag>;
using ThreadId = RowId<struct ThreadTag>; ///< the smallest MailId of the thread: stays as mail is added
using SummaryId = RowId<struct SummaryTag>;

/// Number that the library gave to a Message-ID, whether its mail is present or only referred to.
using IdNumber = quint32;

} // namespace lb

Q_DECLARE_METATYPE(lb::MessageId)
Q_DECLARE_METATYPE(lb::ListId)
Q_DECLARE_METATYPE(lb::MailId)
Q_DECLARE_METATYPE(lb::ThreadId)
Q_DECLARE_METATYPE(lb::SummaryId)
