// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntheticlist.h"

#include <QDateTime>
#include <QList>
#include <QLocale>

#include <cmath>

namespace lb::bench
{

namespace
{

/// A linear congruential generator (Numerical Recipes): the same everywhere, unlike std's distributions.
class Random
{
public:
    quint32 operator()(quint32 bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<quint32>((m_state >> 33) % bound);
    }

private:
    quint64 m_state = 20250616;
};

class Writer
{
public:
    explicit Writer(const std::function<void(const QByteArray&)>& sink) : m_sink(sink)
    {
        for (int i = 0; i < 12'000; ++i)
            m_words.append(makeWord());
    }

    void write(int mails)
    {
        while (m_written < mails)
            writeThread(mails);
    }

private:
    QByteArray makeWord()
    {
        static constexpr const char* syllables[]
            = {"re",  "con", "vm",  "page", "ta",   "ble",   "in", "ter", "rupt", "lock", "ing", "mem",
               "map", "ker", "nel", "de",   "vice", "fault", "er", "s",   "ed",   "tion", "al",  "up"};
        QByteArray word;
        const quint32 count = 1 + m_random(4);
        for (quint32 i = 0; i < count; ++i)
            word += syllables[m_random(24)];
        return word;
    }

    /// Few words are frequent and many rare, as in any text (Zipf): index = size ^ uniform.
    const QByteArray& word()
    {
        const double uniform = m_random(1 << 24) / static_cast<double>(1 << 24);
        const double index = std::pow(static_cast<double>(m_words.size()), uniform) - 1.0;
        return m_words.at(static_cast<qsizetype>(index));
    }

    QByteArray line(int words, char between = ' ')
    {
        QByteArray text;
        for (int i = 0; i < words; ++i)
            text += (i ? QByteArray(1, between) : QByteArray()) + word();
        return text;
    }

    QByteArray prose(int lines)
    {
        QByteArray text;
        for (int i = 0; i < lines; ++i)
            text += line(7 + static_cast<int>(m_random(6))) + (i % 5 == 4 ? ".\n\n" : "\n");
        return text;
    }

    QByteArray hex(int digits)
    {
        QByteArray text;
        for (int i = 0; i < digits; ++i)
            text += "0123456789abcdef"[m_random(16)];
        return text;
    }

    QByteArray diff(int hunks)
    {
        const QByteArray file = "arch/arm64/kvm/" + line(2, '/') + ".c";
        QByteArray text = "diff --git a/" + file + " b/" + file + "\nindex " + hex(12) + ".." + hex(12)
            + " 100644\n--- a/" + file + "\n+++ b/" + file + '\n';
        for (int i = 0; i < hunks; ++i) {
            QByteArray lines;
            int removed = 0;
            int added = 0;
            for (quint32 n = 12 + m_random(16); n > 0; --n) {
                const char mark = " -+++ "[m_random(6)];
                removed += mark != '+' ? 1 : 0;
                added += mark != '-' ? 1 : 0;
                lines += mark + QByteArray(1 + m_random(3), '\t') + line(2, '_') + "(" + line(2, ',') + ")->"
                    + line(1) + ";\n";
            }
            const QByteArray at = QByteArray::number(m_random(4000) + 1);
            text += "@@ -" + at + ',' + QByteArray::number(removed) + " +" + at + ','
                + QByteArray::number(added) + " @@ static int " + line(2, '_') + "(struct kvm_vcpu *vcpu)\n"
                + lines;
        }
        return text;
    }

    QByteArray headers(const QByteArray& id, const QByteArray& subject, const QList<QByteArray>& references,
                       int author)
    {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(m_time, Qt::UTC);
        const QByteArray date
            = QLocale::c().toString(time, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
        const QByteArray person = "person" + QByteArray::number(author);
        QByteArray text = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
        for (int i = 0; i < 4; ++i)
            text += "Received: from mx" + hex(4) + ".example.invalid ([192.0.2."
                + QByteArray::number(m_random(255)) + "])\n\tby lists.example.invalid with ESMTPS id "
                + hex(16) + ";\n\t" + date + '\n';
        text += "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.invalid; s=k;\n\tbh="
            + hex(44) + ";\n\tb=" + hex(340) + "\n";
        text += "From: Person Number" + QByteArray::number(author) + " <" + person
            + "@example.invalid>\nTo: kvmarm@lists.example.invalid\nCc: ";
        for (int i = 0; i < 8; ++i)
            text += (i ? ",\n\t" : "") + QByteArray("Person Number") + QByteArray::number(i) + " <person"
                + QByteArray::number(i) + "@example.invalid>";
        text += "\nSubject: " + subject + "\nDate: " + date + "\nMessage-ID: <" + id + ">\n";
        if (!references.isEmpty())
            text += "In-Reply-To: <" + references.last() + ">\nReferences: <" + references.join(">\n <")
                + ">\n";
        text += "List-Id: <kvmarm.lists.example.invalid>\nMIME-Version: 1.0\nContent-Type: text/plain; "
                "charset=\"utf-8\"\nContent-Transfer-Encoding: 8bit\n\n";
        return text;
    }

    void emitMail(const QByteArray& subject, const QByteArray& id, const QList<QByteArray>& references,
                  const QByteArray& body)
    {
        m_sink(headers(id, subject, references, static_cast<int>(m_random(400))) + body
               + "\n-- \n2.39.2\n\n");
        m_time += 600 + m_random(1200);
        ++m_written;
    }

    QByteArray newId()
    {
        return QByteArray::number(m_time) + '.' + QByteArray::number(m_written) + '-' + hex(8)
            + "@example.invalid";
    }

    static QByteArray quoted(const QByteArray& text)
    {
        QByteArray quote = "> " + text;
        quote.chop(1);
        quote.replace("\n", "\n> ");
        return quote + '\n';
    }

    void writeReplies(const QByteArray& subject, const QByteArray& root, const QByteArray& parent,
                      const QByteArray& body)
    {
        QList<QByteArray> references{root};
        if (parent != root)
            references.append(parent);
        QByteArray quotable = body;
        for (quint32 n = m_random(4); n > 0; --n) {
            const QByteArray id = newId();
            const QByteArray text = "On Mon, 16 Jun 2025 at 10:00, Somebody wrote:\n"
                + quoted(quotable.first(quotable.size() * 2 / 3)) + '\n'
                + prose(4 + static_cast<int>(m_random(14)))
                + (m_random(3) == 0 ? "Reviewed-by: Person Number1 <person1@example.invalid>\n" : "");
            emitMail("Re: " + subject, id, references, text);
            references.append(id);
            quotable = text;
        }
    }

    void writeThread(int mails)
    {
        const int patches = m_random(3) == 0 ? 0 : 1 + static_cast<int>(m_random(14));
        const QByteArray title = line(6);
        const QByteArray root = newId();
        const QByteArray total = QByteArray::number(patches);
        const QByteArray cover = prose(patches ? 40 : 12);
        QByteArray subject = "Question about " + title;
        if (patches)
            subject = "[PATCH v2 00/" + total + "] KVM: arm64: " + title;
        emitMail(subject, root, {}, cover);
        for (int n = 1; n <= patches && m_written < mails; ++n) {
            const QByteArray id = newId();
            const QByteArray part
                = "[PATCH v2 " + QByteArray::number(n) + '/' + total + "] KVM: arm64: " + line(5);
            const QByteArray body = prose(8)
                + "\nSigned-off-by: Person Number2 <person2@example.invalid>\n---\n " + line(2, '/')
                + ".c | 24 ++++---\n 1 file changed\n\n" + diff(3 + static_cast<int>(m_random(8)));
            emitMail(part, id, {root}, body);
            writeReplies(part, root, id, body);
        }
        writeReplies(subject, root, root, cover);
    }

    const std::function<void(const QByteArray&)>& m_sink;
    Random m_random;
    QList<QByteArray> m_words;
    qint64 m_time = 1'420'070'400; // 2015
    int m_written = 0;
};

} // namespace

void writeList(int mails, const std::function<void(const QByteArray&)>& sink)
{
    Writer(sink).write(mails);
}

} // namespace lb::bench
