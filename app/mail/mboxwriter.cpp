// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mboxwriter.h"

namespace lb::mail
{

QByteArray mboxEntry(QByteArrayView mail)
{
    // As public-inbox writes it: sender and date are those of the mail, and said nowhere twice.
    QByteArray entry("From mboxrd@z Thu Jan  1 00:00:00 1970\n");
    entry.reserve(entry.size() + mail.size() + mail.size() / 64 + 2);
    for (qsizetype start = 0; start < mail.size();) {
        const qsizetype lineEnd = mail.indexOf('\n', start);
        const qsizetype end = lineEnd < 0 ? mail.size() : lineEnd + 1;
        qsizetype word = start;
        while (word < end && mail[word] == '>')
            ++word;
        if (mail.sliced(word, end - word).startsWith("From "))
            entry += '>';
        entry += mail.sliced(start, end - start);
        start = end;
    }
    if (!mail.endsWith('\n'))
        entry += '\n';
    entry += '\n';
    return entry;
}

} // namespace lb::mail
