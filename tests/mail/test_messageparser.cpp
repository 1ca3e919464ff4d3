// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/messageparser.h"
#include "support/mailbuilder.h"

#include <QTest>

using namespace lb;
using namespace lb::mail;
using namespace Qt::StringLiterals;
using lb::test::MailBuilder;

namespace
{

using Ids = QList<QByteArray>;

ParsedEnvelope parse(const QByteArray& bytes, qint64 archiveTime = 0)
{
    const Result<ParsedEnvelope> parsed = parseEnvelope({bytes, u"test"_s, archiveTime});
    return parsed ? *parsed : ParsedEnvelope();
}

Ids plain(const QList<MessageId>& ids)
{
    Ids result;
    for (const MessageId& id : ids)
        result.append(id.bytes);
    return result;
}

bool hasIssue(const ParsedEnvelope& parsed, ParseIssue::Kind kind)
{
    return std::ranges::any_of(parsed.issues, [kind](const ParseIssue& issue) { return issue.kind == kind; });
}

} // namespace

class TestMessageParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnOrdinaryMail();
    void readsOwnIds_data();
    void readsOwnIds();
    void readsReferredIds_data();
    void readsReferredIds();
    void addressesAreNoIds();
    void joinsSeveralReferencesHeaders();
    void takesTenThousandReferences();
    void boundsTheNumberOfReferences();
    void makesAnIdFromTheContent();
    void dateFollowsTheTopReceivedHeader();
    void marksOddDates();
    void findsTheHeaders_data();
    void findsTheHeaders();
    void failsOnlyWithoutAnyHeader_data();
    void failsOnlyWithoutAnyHeader();
    void sameMailFromTwoArchivesHasOneHash();
    void differingMailsHaveDifferingHashes();
    void decodesHeadersForShowing();
    void staysLinearOnHugeHeaders();
};

void TestMessageParser::readsAnOrdinaryMail()
{
    const ParsedEnvelope parsed = parse("Return-Path: <x@example.invalid>\n"
                                        "Received: from a by b; Mon, 16 Jun 2025 23:03:00 +0000\n"
                                        "From: \"Example, Ada\" <ada@example.invalid>\n"
                                        "To: kvmarm@lists.example.invalid\n"
                                        "subject: [PATCH v2 00/27] KVM: arm64:\n =?utf-8?q?Z=C3=BCrich?=\n"
                                        "DATE: Mon, 16 Jun 2025 16:02:41 -0700\n"
                                        "Message-Id: <20250616.1@example.invalid>\n"
                                        "References: <a@x> <b@x>\n"
                                        "In-Reply-To: <b@x>\n"
                                        "List-Id: The list <kvmarm.lists.example.invalid>\n"
                                        "\nBody\n");
    const Envelope& envelope = parsed.envelope;
    QCOMPARE(envelope.id.bytes, "20250616.1@example.invalid");
    QCOMPARE(envelope.subject, u"[PATCH v2 00/27] KVM: arm64: Zürich"_s);
    QCOMPARE(envelope.from, (Address{u"Example, Ada"_s, u"ada@example.invalid"_s}));
    QCOMPARE(envelope.date, (MailDate{1750114961, -420, DateSource::Header}));
    QCOMPARE(plain(envelope.references), (Ids{"a@x", "b@x"}));
    QCOMPARE(plain(envelope.inReplyTo), (Ids{"b@x"}));
    QCOMPARE(envelope.listId, u"kvmarm.lists.example.invalid"_s);
    QCOMPARE(parsed.contentHash.size(), 16);
    QVERIFY(parsed.issues.isEmpty());
}

void TestMessageParser::readsOwnIds_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char* name, const QByteArray& headers, const QByteArray& id) {
        QTest::newRow(name) << headers << id;
    };
    row("plain", "Message-ID: <a@x>\n", "a@x");
    row("without brackets", "Message-ID: a@x\n", "a@x");
    row("double brackets", "Message-ID: <<a@x>>\n", "a@x");
    row("folded", "Message-ID:\n <a@x>\n", "a@x");
    row("folded inside", "Message-ID: <a\n @x>\n", "a@x");
    row("first of two headers", "Message-ID: <a@x>\nMessage-ID: <b@x>\n", "a@x");
    row("second if the first is empty", "Message-ID:\nMessage-ID: <b@x>\n", "b@x");
    row("no at sign", "Message-ID: <20220101.foo>\n", "20220101.foo");
    row("odd characters", "Message-ID: <a/b+c%d=\"e(f)\"@x>\n", "a/b+c%d=\"e(f)\"@x");
    row("not closed", "Message-ID: <a@x\n", "a@x");
    row("comment", "Message-ID: <a@x> (added by server)\n", "a@x");
    row("case is kept", "Message-ID: <ABC@X>\n", "ABC@X");
    row("NULs", QByteArray("Message-ID: <a\0b@x>\n", 20), "ab@x");
}

void TestMessageParser::readsOwnIds()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, id);
    QCOMPARE(parse(headers + "From: ada@example.invalid\n\n").envelope.id.bytes, id);
}

void TestMessageParser::readsReferredIds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Ids>("ids");
    const auto row = [](const char* name, const QByteArray& value, const Ids& ids) {
        QTest::newRow(name) << value << ids;
    };
    row("one", "<a@y>", {"a@y"});
    row("several", "<a@y> <b@y>\n <c@y>", {"a@y", "b@y", "c@y"});
    row("no spaces", "<a@y><b@y>", {"a@y", "b@y"});
    row("commas", "<a@y>, <b@y>", {"a@y", "b@y"});
    row("double brackets", "<<a@y>>", {"a@y"});
    row("twice", "<a@y> <b@y> <a@y>", {"a@y", "b@y"});
    row("y and n", "<y> <n> <a@y>", {"a@y"});
    row("bare y", "y", {});
    row("bare id", "a@y", {"a@y"});
    row("bare words", "hello a@y world b@y", {"a@y", "b@y"});
    row("itself", "<a@y> <self@y>", {"a@y"});
    row("comment", "<a@y> (Bob's message of \"Mon, 16 Jun\" <no@y>)", {"a@y"});
    row("prose", "Your message of \"Mon, 16 Jun 2025 <no@y>\" <a@y>", {"a@y"});
    row("comment with parentheses", "(one (two <no@y>) three) <a@y>", {"a@y"});
    row("unclosed quote", "\"Bob <a@y>", {"a@y"});
    row("unclosed comment", "(Bob <a@y> <b@y>", {"a@y", "b@y"});
    row("parentheses in an id", "<a(b)@y>", {"a(b)@y"});
    row("not closed", "<a@y", {"a@y"});
    row("nested", "<x <a@y>", {"a@y"});
    row("empty", "<>", {});
    row("nothing", "", {});
    row("id without at sign", "<20220101.foo>", {"20220101.foo"});
    row("folded inside", "<a\n @y>", {"a@y"});
    row("too long", "<" + QByteArray(2000, 'a') + "@y> <b@y>", {"b@y"});
}

void TestMessageParser::readsReferredIds()
{
    QFETCH(QByteArray, value);
    QFETCH(Ids, ids);
    for (const QByteArray header : {"References", "In-Reply-To"}) {
        const Envelope envelope
            = parse("Message-ID: <self@y>\nFrom: ada@example.invalid\n" + header + ": " + value + "\n\n")
                  .envelope;
        QCOMPARE(plain(header == "References" ? envelope.references : envelope.inReplyTo), ids);
    }
}

void TestMessageParser::addressesAreNoIds()
{
    const Envelope envelope
        = parse(
              "Message-ID: <self@y>\nFrom: Ada <ada@example.invalid>\n"
              "To: \"Bob\" <Bob@Example.invalid>,\n kvmarm@lists.example.invalid\n"
              "Cc: eve@example.invalid (Eve)\n"
              "In-Reply-To: <bob@example.invalid> <ada@example.invalid> <a@y>\n"
              "References: <kvmarm@lists.example.invalid> <eve@example.invalid> <other@example.invalid>\n\n")
              .envelope;
    QCOMPARE(plain(envelope.inReplyTo), (Ids{"a@y"}));
    QCOMPARE(plain(envelope.references), (Ids{"other@example.invalid"}));
}

void TestMessageParser::joinsSeveralReferencesHeaders()
{
    const Envelope envelope
        = parse("Message-ID: <self@y>\nReferences: <a@y> <b@y>\nIn-Reply-To: <x@y>\nReferences: <b@y> <c@y>\n"
                "In-Reply-To: <z@y>\n\n")
              .envelope;
    QCOMPARE(plain(envelope.references), (Ids{"a@y", "b@y", "c@y"}));
    QCOMPARE(plain(envelope.inReplyTo), (Ids{"x@y", "z@y"}));
}

void TestMessageParser::takesTenThousandReferences()
{
    QByteArray value;
    for (int i = 0; i < 10'000; ++i)
        value += "<" + QByteArray::number(i) + "@y>\n ";
    const Envelope envelope = parse("Message-ID: <self@y>\nReferences: " + value + "\n\n").envelope;
    QCOMPARE(envelope.references.size(), 10'000);
    QCOMPARE(envelope.references.first().bytes, "0@y");
    QCOMPARE(envelope.references.last().bytes, "9999@y");
}

void TestMessageParser::boundsTheNumberOfReferences()
{
    QByteArray value;
    for (int i = 0; i < 100'000; ++i)
        value += "<" + QByteArray::number(i) + "@y>";
    const Envelope envelope = parse("Message-ID: <self@y>\nReferences: " + value + "\n\n").envelope;
    QCOMPARE(envelope.references.size(), 20'000);
    QCOMPARE(envelope.references.first().bytes, "0@y");
    QCOMPARE(envelope.references.last().bytes, "99999@y");
}

void TestMessageParser::makesAnIdFromTheContent()
{
    const ParsedEnvelope one = parse("From: ada@example.invalid\nSubject: x\n\nBody\n");
    const ParsedEnvelope again
        = parse("Received: from a by b; Mon, 16 Jun 2025 16:02:41 -0700\nFrom: ada@example.invalid\n"
                "Subject: x\n\nBody\n");
    const ParsedEnvelope other = parse("From: ada@example.invalid\nSubject: x\n\nOther body\n");
    QVERIFY(hasIssue(one, ParseIssue::Kind::NoMessageId));
    QVERIFY(!one.envelope.id.isEmpty());
    QCOMPARE(one.envelope.id, again.envelope.id);
    QVERIFY(one.envelope.id != other.envelope.id);
}

void TestMessageParser::dateFollowsTheTopReceivedHeader()
{
    const QByteArray received = "Received: by mx.example.invalid with SMTP id 1\n"
                                "Received: from a by b; Tue, 17 Jun 2025 10:00:00 +0000\n"
                                "Received: from c by d; Fri, 01 Jan 2099 10:00:00 +0000\n";
    const MailDate kept = parse(received + "Date: Tue, 17 Jun 2025 09:59:00 +0800\n\n").envelope.date;
    QCOMPARE(kept.source, DateSource::Header);
    const MailDate future = parse(received + "Date: Fri, 01 Jan 2099 10:00:00 +0800\n\n").envelope.date;
    QCOMPARE(future, (MailDate{1750154400, 480, DateSource::Received}));
    const MailDate past = parse(received + "Date: Thu, 1 Jan 1970 00:00:00 +0000\n\n", 5).envelope.date;
    QCOMPARE(past, (MailDate{1750154400, 0, DateSource::Received}));
}

void TestMessageParser::marksOddDates()
{
    QVERIFY(hasIssue(parse("Subject: x\n\n"), ParseIssue::Kind::BadDate));
    QVERIFY(hasIssue(parse("Subject: x\nDate: y\n\n", 1000), ParseIssue::Kind::BadDate));
    QCOMPARE(parse("Subject: x\nDate: y\n\n", 1000).envelope.date, (MailDate{1000, 0, DateSource::Archive}));
    QVERIFY(
        !hasIssue(parse("Subject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\n"), ParseIssue::Kind::BadDate));
}

void TestMessageParser::findsTheHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
    row("plain", "Subject: right\nMessage-ID: <a@x>\n\nbody\n");
    row("CRLF", "Subject: right\r\nMessage-ID: <a@x>\r\n\r\nbody\r\n");
    row("headers only", "Subject: right\nMessage-ID: <a@x>\n");
    row("no last line end", "Subject: right\nMessage-ID: <a@x>");
    row("mbox line first", "From a@example.invalid Mon Jun 16\nSubject: right\nMessage-ID: <a@x>\n\n");
    row("quoted mbox line", ">From a@example.invalid Mon Jun 16\nSubject: right\nMessage-ID: <a@x>\n\n");
    row("blank lines first", "\n\r\nSubject: right\nMessage-ID: <a@x>\n\n");
    row("junk first", "###\nSubject: right\nMessage-ID: <a@x>\n\n");
    row("space before the colon", "Subject : right\nMessage-ID\t: <a@x>\n\n");
    row("no space after the colon", "Subject:right\nMessage-ID:<a@x>\n\n");
    row("first Subject counts", "Subject: right\nSubject: wrong\nMessage-ID: <a@x>\n\n");
    row("body is no header", "Subject: right\nMessage-ID: <a@x>\n\nSubject: wrong\nMessage-ID: <wrong@x>\n");
    row("lost blank line", "Subject: right\nMessage-ID: <a@x>\nThis is the body\nSubject: wrong\n");
    row("folded with a blank-looking line", "X: y\n \nSubject: right\nMessage-ID: <a@x>\n\n");
}

void TestMessageParser::findsTheHeaders()
{
    QFETCH(QByteArray, bytes);
    const Envelope envelope = parse(bytes).envelope;
    QCOMPARE(envelope.subject, u"right"_s);
    QCOMPARE(envelope.id.bytes, "a@x");
}

void TestMessageParser::failsOnlyWithoutAnyHeader_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("reads");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("blank") << QByteArray("\n\n\n") << false;
    QTest::newRow("prose") << QByteArray("Hello there\nhow are you\n") << false;
    QTest::newRow("NULs") << QByteArray(1000, '\0') << false;
    QTest::newRow("a long line") << QByteArray(10 << 20, 'x') << false;
    QTest::newRow("one header") << QByteArray("X: y") << true;
    QTest::newRow("empty header") << QByteArray("X:") << true;
}

void TestMessageParser::failsOnlyWithoutAnyHeader()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, reads);
    const Result<ParsedEnvelope> parsed = parseEnvelope({bytes, u"week.mbox, byte 12"_s, 0});
    QCOMPARE(parsed.has_value(), reads);
    if (!reads) {
        QCOMPARE(parsed.error().code, ErrorCode::Malformed);
        QVERIFY(parsed.error().text.contains(u"week.mbox, byte 12"_s));
    }
}

void TestMessageParser::sameMailFromTwoArchivesHasOneHash()
{
    const QByteArray head
        = "From: Ada <ada@example.invalid>\nSubject: =?utf-8?q?x?= y\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n"
          "Message-ID: <a@x>\n";
    const QByteArray plain = parse(head + "\nBody\n> quote\n").contentHash;
    QByteArrayList same;
    same.append("Received: from a by b; Tue, 17 Jun 2025 10:00:00 +0000\nX-Spam: no\nDelivered-To: x\n" + head
                + "\nBody\n> quote\n");
    same.append(head + "List-Id: <other.list>\nList-Post: <mailto:x>\nPrecedence: bulk\n\nBody\n> quote\n");
    same.append(head + "\nBody\n> quote\n\n\n");
    same.append(head + "\nBody\n> quote");
    same.append(QByteArray(head + "\nBody\n> quote\n").replace("\n", "\r\n"));
    same.append(
        "From: \"Ada\" <ADA@example.invalid>\nSubject: x\n y\nDate:  Tue, 17 Jun 2025\n 09:59:00 +0800\n"
        "Message-ID: <b@x>\nContent-Type: text/plain; charset=utf-8\n\nBody\n> quote\n");
    same.append(head
                + "\nBody\n> quote\n_______________________________________________\nkvmarm mailing list\n"
                  "kvmarm@lists.example.invalid\nhttps://lists.example.invalid/listinfo/kvmarm\n");
    for (const QByteArray& mail : same)
        QCOMPARE(parse(mail).contentHash.toHex(), plain.toHex());
}

void TestMessageParser::differingMailsHaveDifferingHashes()
{
    const QByteArrayList mails{
        "From: ada@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBody\n",
        "From: bob@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBody\n",
        "From: ada@x\nSubject: y\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBody\n",
        "From: ada@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:01 +0800\n\nBody\n",
        "From: ada@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBody 2\n",
        "From: ada@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBo\rdy\n",
        "From: ada@x\nSubject: x\nDate: Tue, 17 Jun 2025 09:59:00 +0800\n\nBo\ndy\n",
    };
    QSet<QByteArray> hashes;
    for (const QByteArray& mail : mails)
        hashes.insert(parse(mail).contentHash);
    QCOMPARE(hashes.size(), mails.size());
}

void TestMessageParser::decodesHeadersForShowing()
{
    const auto headers
        = decodedHeaders("X-One: a\nSubject: =?utf-8?q?Z=C3=BC?=\n rich\nX-One: b\n\nX-Body: c\n");
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers.at(0), std::pair(u"X-One"_s, u"a"_s));
    QCOMPARE(headers.at(1), std::pair(u"Subject"_s, u"Zü rich"_s));
    QCOMPARE(headers.at(2), std::pair(u"X-One"_s, u"b"_s));
    QCOMPARE(decodedHeaders(QByteArray("X: y\n").repeated(5000)).size(), 2000);
    QVERIFY(decodedHeaders({}).isEmpty());
}

void TestMessageParser::staysLinearOnHugeHeaders()
{
    const QByteArray big(10 << 20, 'x');
    for (const QByteArray name : {"Subject", "From", "Date", "Message-ID", "References", "In-Reply-To", "To",
                                  "Received", "List-Id", "Content-Type"}) {
        (void)parse(name + ": " + big + "\n\n");
        (void)parse(name + ": " + QByteArray("<").repeated(1 << 20) + "\n\n");
        (void)parse(name + ": " + QByteArray("(\"@=?").repeated(1 << 18) + "\n\n");
    }
    (void)parse(QByteArray("a:\n").repeated(3 << 20));
    QVERIFY(parse("Subject: " + big + "\n\n").envelope.subject.size() <= 2000);
}

QTEST_APPLESS_MAIN(TestMessageParser)
#include "test_messageparser.moc"
