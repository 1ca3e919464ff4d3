// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/replydraft.h"
#include "support/mailbuilder.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace lb;
using namespace lb::mail;
using lb::test::MailBuilder;
using namespace Qt::StringLiterals;

namespace
{

const MailDate june{1'750'068'000, 120, DateSource::Header};

QString field(const QByteArray& url, const QString& name)
{
    return QUrlQuery(QUrl::fromEncoded(url, QUrl::StrictMode)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

class TestReplyDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAddresses_data();
    void findsAddresses();
    void addressesAreBounded();
    void answersEverybodyOnce();
    void asksForAnswersElsewhere();
    void quotesTheText();
    void namesOnlyARealMessageId();
    void nothingInTheMailBecomesAField_data();
    void nothingInTheMailBecomesAField();
    void theUrlIsBounded();
    void withoutSomebodyThereIsNoUrl();
};

void TestReplyDraft::findsAddresses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArrayList>("addresses");
    const auto row = [](const char* header, const QByteArrayList& addresses) {
        QTest::newRow(header) << QByteArray(header) << addresses;
    };
    row("ada@example.invalid", {"ada@example.invalid"});
    row("Ada Example <ada@example.invalid>", {"ada@example.invalid"});
    row("\"Example, Ada\" <ada@example.invalid>, b@x.invalid", {"ada@example.invalid", "b@x.invalid"});
    row("a@x (Ada, of (all) people), <b@x>", {"a@x", "b@x"});
    row("people: a@x, B <b@x>;, c@x", {"a@x", "b@x", "c@x"});
    row("undisclosed-recipients:;", {});
    row("a@x, A@X", {"a@x"});
    row("=?utf-8?q?x=40y=2C_z=40w?= <a@x>", {"a@x"}); // what a name decodes to is no address
    row("\"x@y\" <a@x>", {"a@x"});
    row("a@x\r\nBcc: b@x", {"b@x"}); // an address of this field, whatever it looks like
    row("a@x?bcc=b@x", {});
    row("a@x&body=y", {});
    row("a b@x", {});
    row("@x, a@, a@@x, a", {});
    row("<a@x> <b@x>", {"b@x"});
    row("\xc3\xa4@x, b@x", {"b@x"});
    row("\"never closed <a@x>, b@x", {});
    row("(((((never closed a@x", {});
}

void TestReplyDraft::findsAddresses()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArrayList, addresses);
    QCOMPARE(addressesIn(header), addresses);
}

void TestReplyDraft::addressesAreBounded()
{
    QByteArray header;
    for (int i = 0; i < 1000; ++i)
        header += "p" + QByteArray::number(i) + "@x, ";
    QCOMPARE(addressesIn(header).size(), 200);
    QCOMPARE(addressesIn(QByteArray(10'000'000, '(')), QByteArrayList());
}

void TestReplyDraft::answersEverybodyOnce()
{
    const ReplyDraft draft = replyTo(MailBuilder("m@example.invalid")
                                         .subject("[PATCH] vgic: Take the lock")
                                         .from("Ada Example <ada@example.invalid>")
                                         .header("To", "list@example.invalid, ADA@example.invalid")
                                         .header("Cc", "Grace <grace@example.invalid>, list@example.invalid")
                                         .bytes(),
                                     june);
    QCOMPARE(draft.to, QByteArrayList{"ada@example.invalid"});
    QCOMPARE(draft.cc, (QByteArrayList{"list@example.invalid", "grace@example.invalid"}));
    QCOMPARE(draft.subject, u"Re: [PATCH] vgic: Take the lock"_s);
    QCOMPARE(draft.inReplyTo, QByteArray("m@example.invalid"));
    const MailtoUrl made = mailtoUrl(draft);
    QVERIFY(!made.cut);
    const QUrl url = QUrl::fromEncoded(made.url, QUrl::StrictMode);
    QVERIFY(url.isValid());
    QCOMPARE(url.path(), u"ada@example.invalid"_s);
    QCOMPARE(field(made.url, u"cc"_s), u"list@example.invalid,grace@example.invalid"_s);
    QCOMPARE(field(made.url, u"in-reply-to"_s), u"<m@example.invalid>"_s);
    QCOMPARE(field(made.url, u"subject"_s), draft.subject);
}

void TestReplyDraft::asksForAnswersElsewhere()
{
    const ReplyDraft draft = replyTo(MailBuilder("m@x")
                                         .subject("re: a thing")
                                         .header("Reply-To", "list@example.invalid")
                                         .header("To", "grace@example.invalid")
                                         .bytes(),
                                     june);
    QCOMPARE(draft.to, QByteArrayList{"list@example.invalid"});
    QCOMPARE(draft.cc, QByteArrayList{"grace@example.invalid"});
    QCOMPARE(draft.subject, u"re: a thing"_s);
}

void TestReplyDraft::quotesTheText()
{
    const ReplyDraft draft
        = replyTo(MailBuilder("m@x")
                      .body("On Monday, Grace wrote:\n> first\n>> second\n\nOwn words.\n-- \nAda\n")
                      .bytes(),
                  june);
    QCOMPARE(
        draft.body,
        u"On Mon, 16 Jun 2025 12:00, Ada Example wrote:\n> On Monday, Grace wrote:\n>> first\n>>> second\n>\n"
        "> Own words.\n"_s);
    QCOMPARE(field(mailtoUrl(draft).url, u"body"_s).count(u"\r\n"_s), 7);
}

void TestReplyDraft::namesOnlyARealMessageId()
{
    QVERIFY(replyTo("From: a@x\nSubject: s\n\ntext\n", june).inReplyTo.isEmpty());
    QCOMPARE(replyTo("From: a@x\nMessage-ID: <i@x>\n\ntext\n", june).inReplyTo, QByteArray("i@x"));
}

void TestReplyDraft::nothingInTheMailBecomesAField_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("subject") << QByteArray(
        "From: a@x\nSubject: =?utf-8?q?a=0D=0ABcc:_b=40y&bcc=3Db=40y?=\n\nt\n");
    QTest::newRow("name") << QByteArray("From: =?utf-8?q?a=0D=0ABcc:_b=40y&bcc=3Db=40y?= <a@x>\n\nt\n");
    QTest::newRow("to") << QByteArray("From: a@x\nTo: \"b@y\r\nBcc\" <c@x&bcc=b@y>, c%0d%0aBcc:b@y\n\nt\n");
    QTest::newRow("body") << QByteArray("From: a@x\n\nt&bcc=b@y\n%0D%0ABcc: b@y\n");
    QTest::newRow("id") << QByteArray("From: a@x\nMessage-ID: <a&bcc=b@y>\n\nt\n");
    QTest::newRow("line separators") << QByteArray("From: a@x\nSubject: a\xe2\x80\xa8"
                                                   "Bcc: b@y\xc2\x85z\n\nt\n");
}

void TestReplyDraft::nothingInTheMailBecomesAField()
{
    QFETCH(QByteArray, mail);
    const MailtoUrl made = mailtoUrl(replyTo(mail, june));
    const QUrl url = QUrl::fromEncoded(made.url, QUrl::StrictMode);
    QVERIFY(url.isValid());
    QCOMPARE(url.path(), u"a@x"_s);
    QStringList names;
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        names.append(name);
        if (name != u"body"_s)
            QVERIFY2(!value.contains(u'\n') && !value.contains(u'\r') && !value.contains(QChar(0x2028)),
                     qPrintable(value));
    }
    for (const QString& name : names)
        QVERIFY2((QStringList{u"subject"_s, u"cc"_s, u"in-reply-to"_s, u"body"_s}.contains(name)),
                 qPrintable(name));
    names.removeDuplicates();
    QCOMPARE(names.size(), QUrlQuery(url).queryItems().size());
}

void TestReplyDraft::theUrlIsBounded()
{
    QByteArray people;
    for (int i = 0; i < 400; ++i)
        people += "person" + QByteArray::number(i) + "@long-host-name.example.invalid, ";
    const ReplyDraft draft = replyTo(MailBuilder("m@x")
                                         .header("Cc", people)
                                         .body(QByteArray("many words \xe4\xb8\xad\n").repeated(20'000))
                                         .bytes(),
                                     june);
    const MailtoUrl made = mailtoUrl(draft);
    QVERIFY(made.cut);
    QVERIFY(made.url.size() <= 16'000);
    QVERIFY(QUrl::fromEncoded(made.url, QUrl::StrictMode).isValid());
    QVERIFY(field(made.url, u"body"_s).endsWith(u"[...]\r\n"_s));
    QVERIFY(mailtoUrl(draft, 500).url.size() <= 600);
}

void TestReplyDraft::withoutSomebodyThereIsNoUrl()
{
    QVERIFY(mailtoUrl(replyTo("Subject: a\n\nb\n", june)).url.isEmpty());
    QVERIFY(mailtoUrl(replyTo({}, june)).url.isEmpty());
}

QTEST_GUILESS_MAIN(TestReplyDraft)
#include "test_replydraft.moc"
