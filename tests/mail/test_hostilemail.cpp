// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bodytext.h"
#include "mail/inflate.h"
#include "mail/mboxreader.h"
#include "mail/messageparser.h"
#include "support/loopbackserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace lb;

namespace
{

constexpr qint64 BudgetPerTest
    = 2000; // ms; a fixed number of rounds at most, so that a seed means the same everywhere
constexpr int Rounds = 20'000;

/// Mails with a bit of everything that the parsers look at.
QByteArrayList seeds()
{
    return {
        "Received: from a by b; Mon, 16 Jun 2025 16:02:41 -0700\nFrom: \"A, B\" <a@example.invalid>\nTo: "
        "x@y, \"z\" <z@y>\n"
        "Subject: =?utf-8?q?Z=C3=BC?=\n =?gb2312?B?xOM=?= x\nDate: Mon, 16 Jun 2025 16:02:41 "
        "-0700\nMessage-ID: <a@x>\n"
        "References: <<a@y>> <b@y>\n (c <d@y>)\nIn-Reply-To: \"q\" <b@y>\nList-Id: <l.x>\n\nBody\n> quote\n",
        "Content-Type: multipart/mixed; boundary=\"b\"\nSubject: m\n\n--b\nContent-Type: "
        "multipart/alternative; boundary=c\n\n--c\n"
        "Content-Type: text/plain; charset=iso-2022-jp; format=flowed\nContent-Transfer-Encoding: "
        "quoted-printable\n\n=1B$B$3 \nx\n--c\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: "
        "base64\n\nPGI+SGk8L2I+\n--c--\n--b\nContent-Type: message/rfc822\n\n"
        "Subject: inner\n\nInner\n--b\nContent-Type: application/x; name*0*=utf-8''a%20; "
        "name*1=b\n\nzzz\n--b--\n",
        "Subject: [PATCH] x\n\nOn Mon, 16 Jun 2025, A wrote:\n> x\n---\n a/b | 2 +-\n 1 file changed\n\ndiff "
        "--git a/b b/b\n--- a/b\n"
        "+++ b/b\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n-- \n2.39\n_______________________________________________\nx "
        "mailing list\n",
        "Content-Type: text/html; charset=gb2312\n\n<p>a<br>&#x4f60;<a "
        "href=\"https://x.invalid\">y</a><pre>\n</pre><blockquote>q\n",
        "Subject: pgp\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- -x\n-----BEGIN PGP "
        "SIGNATURE-----\n\nabc\n"
        "-----END PGP SIGNATURE-----\n",
    };
}

/// Changes bytes the way a fuzzer does; the same seed always gives the same result.
class Mutator
{
public:
    explicit Mutator(quint32 seed) : m_random(seed) { }

    QByteArray mutate(QByteArray bytes)
    {
        const int changes = 1 + below(6);
        for (int i = 0; i < changes && !bytes.isEmpty(); ++i)
            changeOnce(bytes);
        return bytes;
    }

    int below(qsizetype limit)
    {
        return limit <= 0 ? 0 : static_cast<int>(m_random() % static_cast<quint32>(limit));
    }

private:
    void changeOnce(QByteArray& bytes)
    {
        static const QByteArrayList words{"\n",
                                          "\n\n",
                                          "\r\n",
                                          "<",
                                          ">",
                                          "\"",
                                          "(",
                                          "=?",
                                          "?=",
                                          "\nFrom ",
                                          "\n>From ",
                                          "--b\n",
                                          "--b--\n",
                                          "Content-Type: multipart/mixed; boundary=b\n",
                                          "@",
                                          ";",
                                          "\x1b$B",
                                          "&#",
                                          "<!--",
                                          "@@ -1,9 +1,9 @@\n",
                                          "\xf0\x9f",
                                          "\xff",
                                          ": ",
                                          "charset=",
                                          QByteArray(1, '\0'),
                                          QByteArray(300, '>'),
                                          "diff --git a/x b/x\n"};
        const int at = below(bytes.size());
        switch (below(6)) {
        case 0:
            bytes[at] = static_cast<char>(m_random());
            break;
        case 1:
            bytes.insert(at, words.at(below(words.size())));
            break;
        case 2:
            bytes.remove(at, 1 + below(20));
            break;
        case 3:
            bytes.insert(at, bytes.mid(below(bytes.size()), below(200)));
            break;
        case 4:
            bytes.truncate(at);
            break;
        default:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        }
    }

    std::mt19937 m_random;
};

/// Runs `check(bytes, mutator)` over mutated seeds.
template <typename Check>
void fuzz(const QByteArrayList& start, quint32 seed, Check check)
{
    Mutator mutator(seed);
    QByteArrayList pool = start;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < Rounds && timer.elapsed() < BudgetPerTest; ++round) {
        const QByteArray bytes = mutator.mutate(pool.at(mutator.below(pool.size())));
        check(bytes, mutator);
        // Keeping some of the results lets changes add up.
        if (round % 10 == 0 && bytes.size() < 20'000) {
            if (pool.size() < 200)
                pool.append(bytes);
            else
                pool[start.size() + mutator.below(pool.size() - start.size())] = bytes;
        }
    }
}

QByteArrayList split(const QByteArray& stream, qsizetype piece)
{
    QByteArrayList mails;
    mail::MboxReader reader(
        [&mails](mail::MboxReader::Mail&& mail) { mails.append(mail.bytes + (mail.truncated ? "T" : "")); },
        300);
    for (qsizetype at = 0; at < stream.size(); at += piece)
        reader.feed(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
    reader.finish();
    return mails;
}

} // namespace

/// Damaged input of every kind must not crash, hang or trip a sanitizer.
class TestHostileMail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void envelopes();
    void texts();
    void bodies();
    void mboxes();
    void gzipStreams();
};

void TestHostileMail::envelopes()
{
    fuzz(seeds(), 1, [](const QByteArray& bytes, Mutator&) {
        const Result<mail::ParsedEnvelope> parsed = mail::parseEnvelope({bytes, QStringLiteral("x"), 0});
        if (parsed) {
            QVERIFY(!parsed->envelope.id.isEmpty());
            QCOMPARE(parsed->contentHash.size(), 16);
            QVERIFY(!parsed->envelope.subject.contains(u'\n'));
            QVERIFY(!parsed->envelope.references.contains(parsed->envelope.id));
        }
        (void)mail::decodedHeaders(bytes);
    });
}

void TestHostileMail::texts()
{
    fuzz(seeds(), 2, [](const QByteArray& bytes, Mutator&) {
        const mail::MailText text = mail::parseText(bytes);
        QVERIFY(!text.text.contains(QChar(u'\0')));
        QVERIFY(!text.text.contains(u'\r'));
    });
}

void TestHostileMail::bodies()
{
    fuzz(seeds(), 3, [](const QByteArray& bytes, Mutator&) {
        const mail::BodyText body = mail::classify(QString::fromUtf8(bytes));
        qsizetype end = 0;
        for (const mail::BodyLine& line : body.lines) {
            QVERIFY(line.start >= end && line.length >= 0);
            end = line.start + line.length;
        }
        QVERIFY(end <= body.text.size());
        (void)mail::searchText(body);
    });
}

void TestHostileMail::mboxes()
{
    QByteArray stream;
    for (const QByteArray& mail : seeds())
        stream += "From a@example.invalid Mon Jun 16 10:00:00 2025\n" + mail + "\n";
    fuzz({stream}, 4, [](const QByteArray& bytes, Mutator& mutator) {
        const QByteArrayList whole = split(bytes, std::max<qsizetype>(bytes.size(), 1));
        QCOMPARE(split(bytes, 1 + mutator.below(50)), whole);
    });
}

void TestHostileMail::gzipStreams()
{
    const QByteArray member = test::gzip(seeds().join('\n').repeated(5));
    fuzz({member, member + test::gzip("x") + QByteArray(10, '\0')}, 5,
         [](const QByteArray& bytes, Mutator& mutator) {
             qint64 size = 0;
             mail::Inflate inflate([&size](QByteArrayView out) { size += out.size(); }, 1 << 20);
             const qsizetype piece = 1 + mutator.below(500);
             bool good = true;
             for (qsizetype at = 0; at < bytes.size() && good; at += piece)
                 good = inflate.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)))
                            .has_value();
             (void)inflate.finish();
             QVERIFY(size <= 1 << 20);
         });
}

QTEST_APPLESS_MAIN(TestHostileMail)
#include "test_hostilemail.moc"
