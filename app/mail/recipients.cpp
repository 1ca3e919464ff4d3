// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/recipients.h"

using namespace Qt::StringLiterals;

namespace lb::mail
{

namespace
{

constexpr qsizetype longestAddress = 254; // RFC 5321
constexpr qsizetype longestHeader = 256 * 1024; ///< of one mail's headers together

bool separates(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ';' || c == ':' || c == '<'
        || c == '>' || c == '(' || c == ')' || c == '"' || c == '\'';
}

void addWord(QByteArrayView word, QStringList& addresses)
{
    const qsizetype at = word.indexOf('@');
    if (at <= 0 || at + 1 >= word.size() || word.size() > longestAddress)
        return;
    const QString address = QString::fromUtf8(word).toCaseFolded();
    if (!addresses.contains(address))
        addresses.append(address);
}

void addAddresses(QByteArrayView line, QStringList& addresses, qsizetype most)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= line.size() && addresses.size() < most; ++i) {
        if (i < line.size() && !separates(line[i]))
            continue;
        addWord(line.sliced(start, i - start), addresses);
        start = i + 1;
    }
}

bool isRecipientHeader(QByteArrayView line)
{
    return line.size() > 3 && line[2] == ':'
        && (qstrnicmp(line.data(), 2, "to", 2) == 0 || qstrnicmp(line.data(), 2, "cc", 2) == 0);
}

} // namespace

QStringList recipientAddresses(QByteArrayView rawMail, qsizetype most)
{
    QStringList addresses;
    bool wanted = false;
    for (qsizetype at = 0; at < rawMail.size() && at < longestHeader && addresses.size() < most;) {
        qsizetype end = rawMail.indexOf('\n', at);
        if (end < 0)
            end = rawMail.size();
        QByteArrayView line = rawMail.sliced(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            break; // the body begins
        const bool folded = line.front() == ' ' || line.front() == '\t';
        if (!folded)
            wanted = isRecipientHeader(line);
        if (wanted)
            addAddresses(folded ? line : line.sliced(3), addresses, most);
        at = end + 1;
    }
    return addresses;
}

} // namespace lb::mail
