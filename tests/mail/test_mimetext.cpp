// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/messageparser.h"

#include <QTest>

using namespace lb::mail;
using namespace Qt::StringLiterals;

namespace
{

bool hasIssue(const MailText& text, ParseIssue::Kind kind)
{
    return std::ranges::any_of(text.issues, [kind](const ParseIssue& issue) { return issue.kind == kind; });
}

QByteArray multipart(const QByteArray& subtype, const QByteArrayList& parts)
{
    QByteArray mail = "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/" + subtype
        + "; boundary=\"b\"\n\npreamble\n";
    for (const QByteArray& part : parts)
        mail += "--b\n" + part + "\n";
    return mail + "--b--\nepilogue\n";
}

const QByteArray PlainPart = "Content-Type: text/plain; charset=utf-8\n\nPlain\n";
const QByteArray HtmlPart = "Content-Type: text/html; charset=utf-8\n\n<p>Html</p>\n";

} // namespace

class TestMimeText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheText_data();
    void readsTheText();
    void saysThatTextWasHtml();
    void namesAnUnknownCharset();
    void listsAttachments();
    void leavesSignaturesOut();
    void readsDigestsByWhatIsInside();
    void forwardedMailsAreNotTheSendersWords();
    void removesArmour();
    void joinsFlowedLinesButNotPatches_data();
    void joinsFlowedLinesButNotPatches();
    void boundsTheDepth();
    void boundsTheLength();
    void readsWhatIsBrokenAsWellAsCanBe_data();
    void readsWhatIsBrokenAsWellAsCanBe();
};

void TestMimeText::readsTheText_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QByteArray& mail, const QString& text) {
        QTest::newRow(name) << mail << text;
    };
    row("no MIME", "Subject: x\n\nHello\n", u"Hello\n"_s);
    row("raw UTF-8", "Subject: x\n\nZ\xc3\xbcrich\n", u"Zürich\n"_s);
    row("raw Latin-1", "Subject: x\n\nZ\xfcrich\n", u"Zürich\n"_s);
    row("CRLF", "Subject: x\r\n\r\nOne\r\nTwo\r\n", u"One\nTwo\n"_s);
    row("quoted-printable",
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
        "quoted-printable\n\nZ=C3=BC=\nrich =3D\n",
        u"Zürich =\n"_s);
    row("base64",
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n5L2g5aW9Cg==\n",
        u"你好\n"_s);
    row("base64, gb2312",
        "Content-Type: text/plain; charset=\"gb2312\"\nContent-Transfer-Encoding: BASE64\n\nxOO6ww==\n",
        u"你好"_s);
    row("iso-2022-jp", "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$3$s\x1b(B\n", u"こん\n"_s);
    row("koi8-r", "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n\xf0\xd2\n",
        u"Пр\n"_s);
    row("alternative", multipart("alternative", {PlainPart, HtmlPart}), u"Plain\n"_s);
    row("alternative, html first", multipart("alternative", {HtmlPart, PlainPart}), u"Plain\n"_s);
    row("alternative with an empty plain part",
        multipart("alternative", {"Content-Type: text/plain\n\n \n", HtmlPart}), u" \nHtml\n"_s);
    row("mixed", multipart("mixed", {PlainPart, PlainPart}), u"Plain\nPlain\n"_s);
    row("html with a list's footer", multipart("mixed", {HtmlPart, PlainPart}), u"Html\nPlain\n"_s);
    row("inline patch", multipart("mixed", {PlainPart, "Content-Type: text/x-patch\n\n--- a/x\n+++ b/x\n"}),
        u"Plain\n--- a/x\n+++ b/x\n"_s);
    row("no type in a part", multipart("mixed", {"\nBare\n"}), u"Bare\n"_s);
    row("only html", "Content-Type: text/html\n\n<b>Hi</b>\n", u"Hi\n"_s);
    row("NULs", QByteArray("Subject: x\n\na\0b\n", 16), u"ab\n"_s);
    row("headers only", "Subject: x\n", QString());
    row("folded Content-Type",
        "Content-Type: text/plain;\n\tcharset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n5L2g\n",
        u"你"_s);
    row("boundary that never comes", "Content-Type: multipart/mixed; boundary=zz\n\nHello\n", QString());
}

void TestMimeText::readsTheText()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, text);
    QCOMPARE(parseText(mail).text, text);
}

void TestMimeText::saysThatTextWasHtml()
{
    QVERIFY(parseText("Content-Type: text/html\n\n<b>Hi</b>\n").fromHtml);
    QVERIFY(!parseText(multipart("alternative", {PlainPart, HtmlPart})).fromHtml);
}

void TestMimeText::namesAnUnknownCharset()
{
    const MailText text = parseText("Content-Type: text/plain; charset=y\n\nZ\xfcrich\n");
    QCOMPARE(text.text, u"Zürich\n"_s);
    QVERIFY(hasIssue(text, ParseIssue::Kind::UnknownCharset));
    QVERIFY(text.issues.first().detail.contains(u"“y”"_s));
    QVERIFY(parseText("Content-Type: text/plain; charset=utf-8\n\nx\n").issues.isEmpty());
}

void TestMimeText::listsAttachments()
{
    const MailText text = parseText(multipart(
        "mixed",
        {PlainPart,
         "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"config.gz\"\n"
         "Content-Transfer-Encoding: base64\n\nAAECAwQ=\n",
         "Content-Type: text/plain; name=log.txt\nContent-Disposition: attachment; "
         "filename*=utf-8''Z%C3%BC.txt\n\n12345"}));
    QCOMPARE(text.text, u"Plain\n"_s);
    QCOMPARE(text.attachments.size(), 2);
    QCOMPARE(text.attachments.at(0).fileName, u"config.gz"_s);
    QCOMPARE(text.attachments.at(0).contentType, u"application/octet-stream"_s);
    QCOMPARE(text.attachments.at(0).size, 5);
    QCOMPARE(text.attachments.at(1).fileName, u"Zü.txt"_s);
    QCOMPARE(text.attachments.at(1).size, 5);
}

void TestMimeText::leavesSignaturesOut()
{
    const MailText text
        = parseText(multipart("signed; micalg=pgp-sha512; protocol=\"application/pgp-signature\"",
                              {PlainPart,
                               "Content-Type: application/pgp-signature; "
                               "name=\"signature.asc\"\n\n-----BEGIN PGP SIGNATURE-----\n"}));
    QCOMPARE(text.text, u"Plain\n"_s);
    QVERIFY(text.attachments.isEmpty());
}

void TestMimeText::readsDigestsByWhatIsInside()
{
    const MailText text
        = parseText(multipart("digest",
                              {"\nFrom: Ada <ada@example.invalid>\nSubject: one\n\nFirst\n",
                               "\nFrom: Bob <bob@example.invalid>\nSubject: two\n\nSecond\n"}));
    QVERIFY(text.text.contains(u"Subject: one\n\nFirst\n"_s));
    QVERIFY(text.text.contains(u"From: Bob <bob@example.invalid>\n"_s));
    QVERIFY(text.text.contains(u"Second\n"_s));
}

void TestMimeText::forwardedMailsAreNotTheSendersWords()
{
    const MailText text = parseText(multipart("mixed",
                                              {PlainPart,
                                               "Content-Type: message/rfc822\n\nFrom: Bob "
                                               "<bob@example.invalid>\nSubject: two\n\nReviewed-by: Bob\n"}));
    QCOMPARE(text.text, u"Plain\n"_s);
    QCOMPARE(text.attachments.size(), 1);
    QCOMPARE(text.attachments.first().fileName, u"two"_s);
}

void TestMimeText::removesArmour()
{
    QCOMPARE(parseText("Subject: x\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello\n- -- \nAda\n"
                       "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\nfooter\n")
                 .text,
             u"Hello\n-- \nAda\nfooter\n"_s);
    const QByteArray unfinished
        = "-----BEGIN PGP SIGNED MESSAGE-----\n\nHello\n-----BEGIN PGP SIGNATURE-----\nkept\n";
    QVERIFY(parseText("Subject: x\n\n" + unfinished).text.contains(u"kept"_s));
}

void TestMimeText::joinsFlowedLinesButNotPatches_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QByteArray& body, const QString& text) {
        QTest::newRow(name) << body << text;
    };
    row("paragraph", "One \ntwo \nthree\nfour\n", u"One two three\nfour\n"_s);
    row("stuffed", "  indented\n >not a quote\n", u" indented\n>not a quote\n"_s);
    row("quotes stay", "> one \n> two\nown \nwords\n", u"> one \n> two\nown words\n"_s);
    row("quote after a flowed line", "own \n> quote\n", u"own \n> quote\n"_s);
    row("signature", "own \n-- \nAda\n", u"own \n-- \nAda\n"_s);
    row("patch", "Text \nmore\n\ndiff --git a/x b/x\n-old \n+new\n context \n",
        u"Text \nmore\n\ndiff --git a/x b/x\n-old \n+new\n context \n"_s);
    row("ends flowing", "One \ntwo ", u"One two \n"_s);
}

void TestMimeText::joinsFlowedLinesButNotPatches()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(parseText("Content-Type: text/plain; charset=utf-8; format=flowed\n\n" + body).text, text);
}

void TestMimeText::boundsTheDepth()
{
    QByteArray nested = "Subject: x\n";
    QByteArray forwarded;
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        nested += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
        forwarded += "Content-Type: message/rfc822\n\n";
    }
    const MailText text = parseText(nested + "\nHello\n");
    QVERIFY(hasIssue(text, ParseIssue::Kind::TooDeep));
    (void)parseText(forwarded + "\nHello\n");
    QByteArray forty = "Subject: x\n";
    for (int i = 0; i < 40; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        forty += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    QVERIFY(hasIssue(parseText(forty + "\nHello\n"), ParseIssue::Kind::TooDeep));
}

void TestMimeText::boundsTheLength()
{
    const MailText plain = parseText("Subject: x\n\n" + QByteArray(20 << 20, 'x'));
    QCOMPARE(plain.text.size(), 16 << 20);
    QVERIFY(hasIssue(plain, ParseIssue::Kind::TooLarge));
    const QByteArray part = "Content-Type: text/plain\n\n" + QByteArray(6 << 20, 'x') + "\n";
    const MailText parts = parseText(multipart("mixed", {part, part, part, part}));
    QVERIFY(parts.text.size() <= 16 << 20);
    QVERIFY(hasIssue(parts, ParseIssue::Kind::TooLarge));
}

void TestMimeText::readsWhatIsBrokenAsWellAsCanBe_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& mail, const QString& part) {
        QTest::newRow(name) << mail << part;
    };
    row("bad quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\na=ZZb = c\n", u"a=ZZb"_s);
    row("bad base64", "Content-Transfer-Encoding: base64\n\nSGVsbG8*=%\n", u"Hello"_s);
    row("unknown encoding", "Content-Transfer-Encoding: x-foo\n\nHello\n", u"Hello"_s);
    row("no boundary parameter", "Content-Type: multipart/mixed\n\nHello\n", QString());
    row("empty Content-Type", "Content-Type:\n\nHello\n", u"Hello"_s);
    row("nonsense Content-Type", "Content-Type: ;;;=\"\n\nHello\n", u"Hello"_s);
    row("type without subtype", "Content-Type: text\n\nHello\n", u"Hello"_s);
    row("no headers", "Hello there\nyou\n", u"Hello there"_s);
    row("last boundary missing", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n", u"Hello"_s);
}

void TestMimeText::readsWhatIsBrokenAsWellAsCanBe()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, part);
    QVERIFY2(parseText(mail).text.contains(part), qPrintable(parseText(mail).text));
}

QTEST_APPLESS_MAIN(TestMimeText)
#include "test_mimetext.moc"
