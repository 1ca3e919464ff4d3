// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/collated.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmark.h>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::report;

namespace
{

/// A thread in which each mail answers the one before.
CollatedThread chain(const QStringList& bodies, const QString& subject = u"[PATCH v2 1/3] KVM: a_b"_s)
{
    CollatedThread thread;
    thread::Listing& listing = thread.material.listing;
    listing.title = subject;
    listing.root = MessageId{"1@example.invalid"};
    for (const QString& body : bodies) {
        thread::ListedMail listed;
        listed.number = listing.count() + 1;
        listed.parent = listed.number - 2;
        listed.mail.id = MessageId{QByteArray::number(listed.number) + "@example.invalid"};
        listed.mail.subject = (listed.number > 1 ? u"Re: "_s : QString()) + subject;
        listed.mail.from = {u"Ada <b>Example</b>"_s, u"ada@example.invalid"_s};
        listed.mail.date = {1750114961 + listed.number, -7 * 60, mail::DateSource::Header};
        listed.subject = thread::parseSubject(listed.mail.subject);
        listing.mails.push_back(listed);
        thread.material.bodies.push_back(mail::classify(body));
    }
    thread.collation = thread::collate(thread.material);
    return thread;
}

QString text(const CollatedThread& thread, Format format)
{
    return QString::fromUtf8(write(thread, format));
}

QString rendered(const QString& markdown)
{
    const QByteArray bytes = markdown.toUtf8();
    char* html = cmark_markdown_to_html(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                        CMARK_OPT_DEFAULT);
    const QString result = QString::fromUtf8(html);
    std::free(html); // NOLINT(cppcoreguidelines-no-malloc): cmark's
    return result;
}

QJsonObject json(const CollatedThread& thread)
{
    return QJsonDocument::fromJson(write(thread, Format::Json)).object();
}

} // namespace

class TestCollated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownPutsTheAnswerUnderItsLine();
    void markdownSaysWhereAQuoteIsFrom();
    void hostileMailStaysText_data();
    void hostileMailStaysText();
    void jsonHoldsEveryLineAndSource();
    void headingsFollowTheLanguage();
    void linksOnlyToTheWeb();
    void deepThreadsStayReadable();
};

void TestCollated::markdownPutsTheAnswerUnderItsLine()
{
    const QString markdown
        = text(chain({u"First.\nSecond.\n\nThird.\n"_s, u"> Second.\nWhy?\n"_s}), Format::Markdown);
    QCOMPARE(markdown,
             u"# [PATCH v2 1/3] KVM: a_b\n\n## [PATCH v2 1/3] KVM: a_b\n\n"
             "**[1] Ada \\<b>Example\\</b> · 06-16 16:02**\n\nFirst.\\\nSecond.\n\n"
             "> **[2] Ada \\<b>Example\\</b> · 06-16 16:02**\n>\n> Why?\n\n"
             "**[1] Ada \\<b>Example\\</b> · 06-16 16:02 · continued**\n\nThird.\n"_s);
}

void TestCollated::markdownSaysWhereAQuoteIsFrom()
{
    const QString markdown = text(
        chain({u"First.\n"_s, u"> Words that nobody here has written.\nFrom where?\n"_s}), Format::Markdown);
    QVERIFY2(
        markdown.contains(
            u"> *Quoted, source not found:*\n>\n> > Words that nobody here has written.\n>\n> From where?\n"_s),
        qPrintable(markdown));
}

void TestCollated::hostileMailStaysText_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("HTML") << u"<script>alert(1)</script><img src=x onerror=y>\n</div></body>\n"_s;
    QTest::newRow("heading") << u"# Not a heading\n\n## Thread 99: forged\n"_s;
    QTest::newRow("setext heading") << u"Forged\n======\n\nForged\n------\n"_s;
    QTest::newRow("fence") << u"```\n# in a fence\n"_s;
    QTest::newRow("fence inside laid out text") << u"  ```\n  # out of it?\n  ````\n  <b>x</b>\n"_s;
    QTest::newRow("link") << u"[click](javascript:alert(1)) ![x](https://tracker.example.invalid/p.png)\n"_s;
    QTest::newRow("list and rule") << u"- item\n* item\n1. item\n***\n- - -\n"_s;
    QTest::newRow("bidi and controls") << u"a\u202eb\u2066c\u0007d\n"_s;
    QTest::newRow("diff with a fence")
        << u"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-```\n+</pre><script>\n"_s;
}

void TestCollated::hostileMailStaysText()
{
    QFETCH(const QString, body);
    QString quoted = body;
    quoted = u"> "_s + quoted.replace(u'\n', u"\n> "_s) + u"\nNo.\n"_s;
    const CollatedThread thread = chain({body, quoted + body}, u"</title><script>x</script> # [a](b) ```"_s);
    for (const QString& html : {text(thread, Format::Html), rendered(text(thread, Format::Markdown))}) {
        QVERIFY2(!html.contains(u"<script"_s) && !html.contains(u"<img"_s) && !html.contains(u"raw HTML"_s),
                 qPrintable(html));
        QVERIFY(!html.contains(u"href=\"javascript"_s)
                && !html.contains(u"tracker.example.invalid/p.png\""_s));
        QVERIFY(!html.contains(u'\u202e') && !html.contains(u'\u2066') && !html.contains(u'\u0007'));
        QVERIFY(html.contains(u"No."_s));
        QVERIFY2(html.count(u"<h1"_s) == 1 && html.count(u"<h2"_s) == 1, qPrintable(html));
        QVERIFY2(!html.contains(u"<hr"_s) && !html.contains(u"<ul"_s) && !html.contains(u"<ol"_s),
                 qPrintable(html));
    }
    const QString html = text(thread, Format::Html);
    QCOMPARE(html.count(u"<div"_s), html.count(u"</div>"_s));
    QCOMPARE(html.count(u"<pre>"_s), html.count(u"</pre>"_s));
}

void TestCollated::jsonHoldsEveryLineAndSource()
{
    CollatedThread thread = chain(
        {u"First of the lines here.\nSecond.\n"_s, u"> First of the lines here.\nWhy is it the first?\n"_s,
         u">> First of the lines here.\n> Why is it the first?\n> Added by nobody known here.\nSo.\n-- \nAda\n"_s});
    thread.listName = u"kvmarm"_s;
    thread.permalink = [](const MessageId& id) -> QString {
        return u"https://lists.example.invalid/"_s + QString::fromLatin1(id.bytes);
    };
    const QJsonObject document = json(thread);
    QCOMPARE(document[u"schema"_s].toString(), u"listbrief-collated/1"_s);
    QCOMPARE(document[u"root_message_id"_s].toString(), u"1@example.invalid"_s);
    QCOMPARE(document[u"mails"_s].toArray().size(), 3);
    QCOMPARE(document[u"mails"_s][1][u"parent"_s].toInt(), 1);
    QCOMPARE(document[u"mails"_s][1][u"permalink"_s].toString(),
             u"https://lists.example.invalid/2@example.invalid"_s);
    QStringList rows;
    const QJsonArray blocks = document[u"blocks"_s].toArray();
    for (const QJsonValue& block : blocks) {
        const QJsonValue source = block[u"source_mail"_s];
        const QJsonValue answers = block[u"answers"_s];
        QStringList lines;
        for (const QJsonValue& line : block[u"lines"_s].toArray())
            lines += line.toString();
        rows += u"%1 %2 %3 %4: %5"_s.arg(block[u"mail"_s].toInt())
                    .arg(block[u"kind"_s].toString(),
                         source.isNull() ? u"-"_s : QString::number(source.toInt()),
                         answers.isNull() ? u"-"_s : QString::number(answers.toInt()), lines.join(u" / "_s));
    }
    QCOMPARE(rows.join(u'\n'),
             u"1 own - -: First of the lines here.\n"
             "2 quote 1 0: First of the lines here.\n"
             "2 own - 0: Why is it the first?\n"
             "3 quote 1 2: First of the lines here.\n"
             "3 quote 2 2: Why is it the first?\n"
             "3 quote - 2: Added by nobody known here.\n"
             "3 own - 2: So.\n"
             "3 signature - 2: --  / Ada\n"
             "1 own - -: Second."_s);
}

void TestCollated::headingsFollowTheLanguage()
{
    CollatedThread thread
        = chain({u"First.\nSecond.\n"_s, u"> Words that nobody here has written.\nWhere?\n"_s,
                 u"> Where?\nThere.\n"_s});
    thread.language = Language::Chinese;
    QVERIFY(text(thread, Format::Markdown).contains(u"引用，未找到出处："_s));
    QVERIFY(text(thread, Format::Html).contains(u"lang=\"zh-CN\""_s));
}

void TestCollated::linksOnlyToTheWeb()
{
    CollatedThread thread = chain({u"First.\n"_s});
    thread.permalink = [](const MessageId&) { return u"javascript:alert(1)"_s; };
    for (const Format format : {Format::Markdown, Format::Html, Format::Json})
        QVERIFY(!text(thread, format).contains(u"javascript"_s));
    thread.permalink = [](const MessageId&) { return u"https://lists.example.invalid/a%22%3Eb/"_s; };
    QVERIFY(text(thread, Format::Html).contains(u"href=\"https://lists.example.invalid/a%22%3Eb/\""_s));
}

void TestCollated::deepThreadsStayReadable()
{
    QStringList bodies;
    for (int i = 0; i < 3000; ++i)
        bodies += u"> words of mail number %1\nwords of mail number %2\n"_s.arg(i).arg(i + 1);
    const CollatedThread thread = chain(bodies);
    const QString markdown = text(thread, Format::Markdown);
    QVERIFY(!markdown.contains(QString(u"> "_s).repeated(10)));
    QVERIFY(markdown.contains(u"words of mail number 3000"_s));
    QVERIFY(text(thread, Format::Html).size() < 3'000'000);
}

QTEST_GUILESS_MAIN(TestCollated)
#include "test_collated.moc"
