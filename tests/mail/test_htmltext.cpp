// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/htmltext.h"

#include <QTest>

using namespace lb::mail;
using namespace Qt::StringLiterals;

class TestHtmlText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void turnsHtmlToText_data();
    void turnsHtmlToText();
    void staysLinearOnBrokenMarkup();
};

void TestHtmlText::turnsHtmlToText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& html, const QString& text) {
        QTest::newRow(name) << html << text;
    };
    row("paragraphs", u"<html><body><p>One\n two</p><p>Three</p></body></html>"_s, u"One two\n\nThree\n"_s);
    row("divs and breaks", u"<div>One</div><div>Two<br>Three<br/><br/>Four</div>"_s,
        u"One\nTwo\nThree\n\nFour\n"_s);
    row("entities", u"a &lt;b&gt; &amp;amp; &#228; &#x4f60; &nbsp;x &unknown; &"_s,
        u"a <b> &amp; ä 你 x &unknown; &\n"_s);
    row("script and style", u"a<style>p { color: red }</style><script>alert('<b>')</script>b"_s, u"ab\n"_s);
    row("comment", u"a<!-- <p>hidden</p> -->b"_s, u"ab\n"_s);
    row("preformatted", u"<pre>int x;\n  int y;\n\nz</pre>"_s, u"int x;\n  int y;\n\nz\n"_s);
    row("quote",
        u"<p>Own</p><blockquote>Quoted<br>more<blockquote>deep</blockquote></blockquote><p>Own</p>"_s,
        u"Own\n>\n> Quoted\n> more\n>>\n>> deep\n\nOwn\n"_s);
    row("list", u"<ul><li>one</li><li>two</li></ul>"_s, u"- one\n- two\n"_s);
    row("table", u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s, u"a b\nc\n"_s);
    row("link", u"see <a href=\"https://example.invalid/x?a=1&amp;b=2\">this</a>"_s,
        u"see this <https://example.invalid/x?a=1&b=2>\n"_s);
    row("link that names itself", u"<a href='https://example.invalid/'>https://example.invalid/</a>"_s,
        u"https://example.invalid/\n"_s);
    row("script link", u"<a href=\"javascript:alert(1)\">x</a>"_s, u"x\n"_s);
    row("image", u"a<img src=\"https://example.invalid/pixel.png\">b"_s, u"ab\n"_s);
    row("attribute with a bracket", u"<p title=\"a > b\">x</p>"_s, u"x\n"_s);
    row("less-than as text", u"a < b and c <3"_s, u"a < b and c <3\n"_s);
    row("unfinished tag", u"a <b"_s, u"a <b\n"_s);
    row("unfinished script", u"a<script>b"_s, u"a\n"_s);
    row("NUL and surrogate references", u"a&#0;&#xD800;&#1114112;b"_s, u"ab\n"_s);
    row("nothing", QString(), QString());
}

void TestHtmlText::turnsHtmlToText()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(htmlToText(html), text);
}

void TestHtmlText::staysLinearOnBrokenMarkup()
{
    for (const QString& piece : {u"<"_s, u"<a"_s, u"<a href="_s, u"<!--"_s, u"<a \""_s, u"<a ='"_s, u"&"_s,
                                 u"&#"_s, u"<blockquote>"_s, u"<pre>\n"_s, u"<script>"_s, u"</"_s,
                                 u"<a href='https://x.invalid'>y"_s, u"<td>"_s, u"<br>"_s})
        (void)htmlToText(piece.repeated(200'000));
}

QTEST_APPLESS_MAIN(TestHtmlText)
#include "test_htmltext.moc"
