// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/messageids.h"

#include <algorithm>

namespace lb::mail
{

namespace
{

constexpr qsizetype MaxIdLength = 1000; // RFC 5322 allows 998 bytes a line
constexpr qsizetype MaxHeader = 2 << 20; // bytes of one header that are looked at

bool isSpace(char c)
{
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
}

/// Without white space, controls and stray angle brackets; empty if too long to be an id.
QByteArray cleanId(QByteArrayView raw)
{
    if (raw.size() > 2 * MaxIdLength)
        return {};
    QByteArray id;
    id.reserve(raw.size());
    for (const char c : raw) {
        if (!isSpace(c) && c != '<' && c != '>')
            id += c;
    }
    return id.size() <= MaxIdLength ? id : QByteArray();
}

/// End of a quoted string or comment that starts at `at`, or `at` if it is never closed.
qsizetype skipQuoted(QByteArrayView value, qsizetype at)
{
    for (qsizetype i = at + 1; i < value.size(); ++i) {
        if (value[i] == '\\')
            ++i;
        else if (value[i] == '"')
            return i;
    }
    return at;
}

qsizetype skipComment(QByteArrayView value, qsizetype at)
{
    int depth = 0;
    for (qsizetype i = at; i < value.size(); ++i) {
        if (value[i] == '\\')
            ++i;
        else if (value[i] == '(')
            ++depth;
        else if (value[i] == ')' && --depth == 0)
            return i;
    }
    return at;
}

/// Calls take(id) for every <...> outside of quotes and comments. True if there was any.
template <typename Take>
bool eachBracketed(QByteArrayView value, Take take)
{
    bool found = false;
    // A quote or bracket that is never closed is skipped only once: the scan stays linear.
    bool quotesOpen = false;
    bool commentsOpen = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == '"' && !quotesOpen) {
            const qsizetype end = skipQuoted(value, i);
            quotesOpen = end == i;
            i = end;
        } else if (value[i] == '(' && !commentsOpen) {
            const qsizetype end = skipComment(value, i);
            commentsOpen = end == i;
            i = end;
        } else if (value[i] == '<') {
            while (i + 1 < value.size() && value[i + 1] == '<')
                ++i;
            qsizetype end = value.indexOf('>', i);
            if (end < 0)
                end = value.size();
            QByteArrayView inside = value.sliced(i + 1, std::max<qsizetype>(end - i - 1, 0));
            const qsizetype again = inside.lastIndexOf('<');
            if (again >= 0)
                inside = inside.sliced(again + 1);
            take(inside);
            found = true;
            i = end;
        }
    }
    return found;
}

/// Calls take(id) for every bare word that could be an id: ids without <> exist.
template <typename Take>
void eachBareWord(QByteArrayView value, Take take)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && !isSpace(value[i]) && value[i] != ',' && value[i] != ';')
            continue;
        const QByteArrayView word = value.sliced(start, i - start);
        start = i + 1;
        const qsizetype at = word.indexOf('@');
        if (at > 0 && at + 1 < word.size() && !word.contains('(') && !word.contains('"'))
            take(word);
    }
}

} // namespace

MessageId ownMessageId(QByteArrayView value)
{
    MessageId id;
    eachBracketed(value, [&id](QByteArrayView inside) {
        if (id.isEmpty())
            id.bytes = cleanId(inside);
    });
    if (id.isEmpty() && !value.contains('<'))
        id.bytes = cleanId(value);
    return id;
}

void ReferencedIds::exclude(QByteArrayView addressHeader)
{
    addressHeader = addressHeader.first(std::min(addressHeader.size(), MaxHeader));
    // Every run of address characters round an '@', wherever it stands: cheaper than parsing, and never less.
    const auto isDelimiter = [](char c) {
        return isSpace(c) || c == '<' || c == '>' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"';
    };
    qsizetype at = addressHeader.indexOf('@');
    qsizetype floor = 0;
    while (at >= 0) {
        qsizetype start = at;
        while (start > floor && !isDelimiter(addressHeader[start - 1]))
            --start;
        qsizetype end = at + 1;
        while (end < addressHeader.size() && !isDelimiter(addressHeader[end]))
            ++end;
        if (end - start <= MaxIdLength)
            m_addresses.insert(addressHeader.sliced(start, end - start).toByteArray().toLower());
        floor = end;
        at = end < addressHeader.size() ? addressHeader.indexOf('@', end) : -1;
    }
}

bool ReferencedIds::counts(const QByteArray& id, const MessageId& own) const
{
    if (id.isEmpty() || id == own.bytes)
        return false;
    if (id.size() == 1 && (id[0] == 'y' || id[0] == 'n' || id[0] == 'Y' || id[0] == 'N'))
        return false;
    return m_addresses.isEmpty() || !m_addresses.contains(id.toLower());
}

QList<MessageId> ReferencedIds::collect(const std::vector<QByteArrayView>& values, const MessageId& own) const
{
    QList<MessageId> ids;
    QSet<QByteArray> seen;
    const auto take = [&](QByteArrayView raw) {
        QByteArray id = cleanId(raw);
        if (!counts(id, own))
            return;
        // A set costs more than it saves for the handful of ids that a mail usually has.
        if (ids.size() < 16) {
            if (std::ranges::find(ids, id, &MessageId::bytes) != ids.end())
                return;
        } else if (seen.contains(id)) {
            return;
        }
        ids.append({id});
        if (ids.size() == 16) {
            for (const MessageId& earlier : std::as_const(ids))
                seen.insert(earlier.bytes);
        } else if (ids.size() > 16) {
            seen.insert(id);
        }
    };
    for (const QByteArrayView whole : values) {
        const QByteArrayView value = whole.last(std::min(whole.size(), MaxHeader)); // the parent is the last
        if (!eachBracketed(value, take))
            eachBareWord(value, take);
    }
    if (ids.size() > MaxIds)
        ids.remove(1, ids.size() - MaxIds);
    return ids;
}

} // namespace lb::mail
