// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/headerscan.h"

#include <algorithm>
#include <cstring>

namespace lb::mail
{

namespace
{

constexpr qsizetype MaxNameLength = 200;

/// Position after the line's end, or the end of the mail.
qsizetype nextLine(QByteArrayView mail, qsizetype start)
{
    const void* const end = memchr(mail.data() + start, '\n', static_cast<size_t>(mail.size() - start));
    return end ? static_cast<const char*>(end) - mail.data() + 1 : mail.size();
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Length of the field name that the line starts with; 0 if it is not a field.
qsizetype nameLength(QByteArrayView line)
{
    const qsizetype limit = std::min(line.size(), MaxNameLength);
    for (qsizetype i = 0; i < limit; ++i) {
        const char c = line[i];
        if (c == ':')
            return i;
        if (c <= ' ' || c > '~') {
            // Obsolete syntax allows white space between name and colon.
            qsizetype colon = i;
            while (colon < limit && (line[colon] == ' ' || line[colon] == '\t'))
                ++colon;
            return colon > i && colon < limit && line[colon] == ':' ? i : 0;
        }
    }
    return 0;
}

bool isFromLine(QByteArrayView line)
{
    while (line.startsWith('>'))
        line = line.sliced(1);
    return line.startsWith("From ");
}

} // namespace

MailHead scanHead(QByteArrayView mail)
{
    MailHead head;
    head.fields.reserve(48);
    bool inField = false;
    qsizetype start = 0;
    while (start < mail.size()) {
        const qsizetype next = nextLine(mail, start);
        const QByteArrayView line = withoutLineEnd(mail.sliced(start, next - start));
        if (line.isEmpty()) {
            if (!head.fields.empty()) {
                head.bodyStart = next;
                return head;
            }
        } else if (line.front() == ' ' || line.front() == '\t') {
            if (inField) {
                HeaderField& field = head.fields.back();
                field.value = QByteArrayView(field.value.data(), line.data() + line.size());
            }
        } else if (const qsizetype length = nameLength(line); length > 0) {
            inField = head.fields.size() < MaxHeaderFields;
            if (inField) {
                const qsizetype colon = line.indexOf(':', length);
                head.fields.push_back({line.first(length), line.sliced(colon + 1)});
            }
        } else if (isFromLine(line)) {
            inField = false;
        } else if (!head.fields.empty()) {
            head.bodyStart = start;
            return head;
        }
        start = next;
    }
    head.bodyStart = mail.size();
    return head;
}

QByteArray unfolded(QByteArrayView value)
{
    QByteArray result(value.data(), value.size());
    result.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return result;
}

} // namespace lb::mail
