// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/summarymarkdown.h"
#include "reportbuilder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmark.h>
#include <unistd.h>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::report;
using lb::test::mail;
using lb::test::oneThread;

namespace
{

QString markdownOf(const Report& report)
{
    return QString::fromUtf8(write(report, Format::Markdown));
}

QString rendered(const QString& markdown)
{
    const QByteArray text = markdown.toUtf8();
    char* html
        = cmark_markdown_to_html(text.constData(), static_cast<std::size_t>(text.size()), CMARK_OPT_UNSAFE);
    const QString result = QString::fromUtf8(html);
    std::free(html); // NOLINT: cmark's allocator is malloc
    return result;
}

/// How often each element that matters begins in HTML.
QString elements(const QString& html)
{
    QStringList counts;
    const QStringList names{u"h1"_s,     u"h2"_s, u"h3"_s, u"h4"_s, u"a "_s, u"img"_s,
                            u"script"_s, u"hr"_s, u"ol"_s, u"em"_s, u"!--"_s};
    for (const QString& name : names)
        counts += name.trimmed() + u'=' + QString::number(html.count(u'<' + name));
    return counts.join(u' ');
}

const QStringList& hostileTexts()
{
    static const QStringList texts{
        u"<script>alert(1)</script>"_s,
        u"# heading"_s,
        u"x\n## Thread 9: fake"_s,
        u"[click](http://evil.invalid)"_s,
        u"![img](http://evil.invalid/x.png)"_s,
        u"[a]: http://evil.invalid"_s,
        u"<http://evil.invalid>"_s,
        u"http://evil.invalid www.evil.invalid"_s,
        u"**bold** *em* _em_ __strong__ ~~gone~~"_s,
        u"`code` ``` ~~~"_s,
        u"a | b | c"_s,
        u"&lt;b&gt; &#60;i&#62; &copy;"_s,
        u"back\\slash \\[x](y)"_s,
        u"1. item"_s,
        u"--- ==="_s,
        u"<!-- comment"_s,
        u"<a href='javascript:alert(1)'>x</a>"_s,
        u"\u202Eright to left\u202C \u200Bzero"_s,
        QString(QChar(0)) + u"\u0007bell\u001b[31m"_s,
        QString(20'000, u'x'),
        QString(5'000, u'['),
        u"<"_s.repeated(5'000),
        u"\" onmouseover=\"alert(1)"_s,
        u"'><img src=x onerror=alert(1)>"_s,
        QString(QChar(0xd800)) + u"half a pair"_s,
        u"%1 %2 %n"_s,
        u"]]> --> */ ?>"_s,
    };
    return texts;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheSkeleton();
    void keepsTheEnglishSkeleton();
    void marksMails();
    void namesAModelAsAi();
    void escapesMarkdown_data();
    void escapesMarkdown();
    void hostileWordsStayWords_data();
    void hostileWordsStayWords();
    void hostileSummariesStayInside_data();
    void hostileSummariesStayInside();
    void citationsLink();
    void writesJson();
    void pointsAtOtherRevisions();
    void writesTheSameTwice();
    void takesNothing();
    void knowsFormats();
    void savesWholeOrNotAtAll();
    void saysWhyItCannotSave();
};

void TestReport::keepsTheSkeleton()
{
    const QStringList lines = markdownOf(oneThread()).split(u'\n');
    const QStringList expected{
        u"# KVMARM 邮件列表 AI 总结报告"_s,
        u"**生成时间**: 2025-10-27 11:01:02"_s,
        u"**分析周期**: 2025-06-16 至 2025-06-22"_s,
        u"## 📊 总体统计"_s,
        u"- **总邮件数**: 2"_s,
        u"- **总 Thread 数**: 1"_s,
        u"- **大型 Thread** (>20封): 0 个"_s,
        u"### 分类分布"_s,
        u"- **PATCH**: 1 threads (2 邮件)"_s,
        u"---"_s,
        u"## 📌 PATCH"_s,
        u"共 1 个 thread"_s,
        u"### Thread 1: [PATCH v2 0/1] KVM: a_b"_s,
        u"**📧 邮件数**: 2 | **👥 参与者**: 1 | **📅 开始时间**: Mon, 16 Jun 2025 16:02:42 -0700"_s,
        u"#### 📋 事实摘要"_s,
        u"#### 📝 邮件列表"_s,
        u"1. **[06-16 16:02]** [PATCH v2 0/1] KVM: a_b"_s,
        u"   - 发件人: Ada Example <ada@example.invalid>"_s,
        u"2. **[06-16 16:02]** Re: [PATCH v2 0/1] KVM: a_b"_s};
    qsizetype at = -1;
    for (const QString& line : expected) {
        const qsizetype found = lines.indexOf(line, at + 1);
        QVERIFY2(found > at, qPrintable(line));
        at = found;
    }
}

void TestReport::keepsTheEnglishSkeleton()
{
    Report report = oneThread();
    report.language = Language::English;
    const QString text = markdownOf(report);
    for (const QString& line :
         {u"# KVMARM Mailing List AI Summary Report\n"_s, u"- **Total mails**: 2\n"_s,
          u"- **Large threads** (>20 mails): 0\n"_s, u"### Thread 1: "_s, u"#### 📋 Digest of facts\n"_s,
          u"#### 📝 Mails\n"_s, u"   - From: Ada Example <ada@example.invalid>\n"_s})
        QVERIFY2(text.contains(line), qPrintable(line));
}

void TestReport::marksMails()
{
    Report report = oneThread();
    report.permalink = [](const MessageId& id) -> QString {
        return u"https://lore.example.invalid/kvmarm/"_s + QString::fromLatin1(id.bytes) + u'/';
    };
    report.threads[0].listing.mails[0].isNew = false;
    report.threads[0].listing.mails[1].mail.date.source = mail::DateSource::Received;
    report.threads[0].listing.mails[1].mail.hasVariant = true;
    const QString text = markdownOf(report);
    QVERIFY(text.contains(
        u"   - 此前邮件 · [永久链接](<https://lore.example.invalid/kvmarm/1@example.invalid/>)\n"_s));
    QVERIFY(text.contains(
        u"   - 🆕 新邮件 · [永久链接](<https://lore.example.invalid/kvmarm/2@example.invalid/>) · ⚠"_s));
    report.permalink = [](const MessageId&) { return u"javascript:alert(1)"_s; };
    QVERIFY(!write(report, Format::Html).contains("javascript"));
    QVERIFY(!write(report, Format::Markdown).contains("javascript"));
}

void TestReport::namesAModelAsAi()
{
    Report report = oneThread();
    QVERIFY(!markdownOf(report).contains(u"🤖"_s));
    report.threads[0].summary->kind = store::SummaryKind::Model;
    report.threads[0].summary->provider = u"local"_s;
    report.threads[0].summary->model = u"tiny_*model*"_s;
    const QString text = markdownOf(report);
    QVERIFY(text.contains(u"#### 🤖 AI 总结\n"_s));
    QVERIFY2(text.contains(u"local / tiny\\_\\*model\\*"_s), qPrintable(text));
    QVERIFY(text.contains(u"已核实论断 1/1"_s));
    report.threads[0].summary.reset();
    QVERIFY(!markdownOf(report).contains(u"🤖"_s));
    QVERIFY(markdownOf(report).contains(u"此 thread 没有总结。"_s));
}

void TestReport::escapesMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    const auto same
        = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(text); };
    same("[PATCH v2 00/27] KVM: arm64: nv: Fix s_cpu_if->vgic_lr[] in vgic_v3_put_nested()");
    same("[RFC][PATCH 1/2] a & b");
    same("答复：KVM 的问题");
    same("100% sure? yes! \"quoted\"");
    QTest::newRow("link") << u"[a](b)"_s << u"[a\\](b)"_s;
    QTest::newRow("edges") << u"_a_ __init"_s << u"\\_a\\_ \\_\\_init"_s;
    QTest::newRow("html") << u"a <b> c"_s << u"a \\<b> c"_s;
    QTest::newRow("start") << u"# x"_s << u"\\# x"_s;
    QTest::newRow("number") << u"12. x"_s << u"12\\. x"_s;
    QTest::newRow("white space") << u" a\t b\n c\u2028d "_s << u"a b c d"_s;
    QTest::newRow("invisible") << u"a\u202Eb\u200Bc\u0001d"_s << u"abcd"_s;
}

void TestReport::escapesMarkdown()
{
    QFETCH(QString, text);
    QTEST(escapeMarkdown(text), "escaped");
}

void TestReport::hostileWordsStayWords_data()
{
    QTest::addColumn<QString>("text");
    int row = 0;
    for (const QString& text : hostileTexts())
        QTest::addRow("%d %s", row++, text.left(20).toUtf8().constData()) << text;
}

void TestReport::hostileWordsStayWords()
{
    QFETCH(QString, text);
    Report report = oneThread();
    const QString plain = elements(rendered(markdownOf(report)));
    const QString plainHtml = elements(QString::fromUtf8(write(report, Format::Html)));
    const qsizetype plainLines = markdownOf(report).count(u'\n');

    thread::Listing& listing = report.threads[0].listing;
    listing.title = text;
    for (thread::ListedMail& listed : listing.mails) {
        listed.mail.subject = text;
        listed.mail.from.name = text;
    }
    const QString hostile = markdownOf(report);
    QCOMPARE(hostile.count(u'\n'), plainLines);
    QCOMPARE(elements(rendered(hostile)), plain);
    const QString html = QString::fromUtf8(write(report, Format::Html));
    QCOMPARE(elements(html), plainHtml);
    QVERIFY(!QRegularExpression(u"<[^>]* on(error|mouseover)="_s).match(html).hasMatch());
    for (const QString& line : hostile.split(u'\n'))
        QVERIFY(line.size() < 8000);

    // An address, a list name and the words of facts and problems are as hostile.
    report = oneThread();
    for (thread::ListedMail& listed : report.threads[0].listing.mails)
        listed.mail.from.address = text;
    report.listName = text;
    report.threads[0].summary->kind = store::SummaryKind::Model;
    report.threads[0].summary->provider = text;
    report.threads[0].facts.applied = {{1, text}};
    report.threads[0].facts.objections = {{2, text}};
    thread::Question question;
    question.mail = 2;
    question.quote = text;
    question.to.name = text;
    report.threads[0].facts.questions = {question};
    report.threads[0].facts.grounds = {thread::AwaitingReason::Commented, {1, 2}, {{text, text}}};
    report.problems = {{MessageId{text.left(300).toUtf8()}, text, text}};
    const QString more = elements(rendered(markdownOf(report)));
    QVERIFY2(more.contains("h1=1 h2=3 h3=2 h4=2"_L1), qPrintable(more));
    QVERIFY2(more.contains("img=0 script=0"_L1) && more.endsWith("!--=0"_L1), qPrintable(more));
    const QString moreHtml = elements(QString::fromUtf8(write(report, Format::Html)));
    QVERIFY2(moreHtml.contains("img=0 script=0"_L1), qPrintable(moreHtml));
    QVERIFY(QJsonDocument::fromJson(write(report, Format::Json)).isObject());
}

void TestReport::hostileSummariesStayInside_data()
{
    hostileWordsStayWords_data();
    QTest::newRow("open fence") << u"```\n# x\n"_s;
    QTest::newRow("tilde fence") << u"~~~~~\nx"_s;
    QTest::newRow("headings")
        << u"## 📌 PATCH\n\n### Thread 7: fake\n\n#### 📝 邮件列表\n\n1. **[06-16 16:02]** fake\n"_s;
    QTest::newRow("setext") << u"fake\n====\n\nfake\n---\n"_s;
    QTest::newRow("rules") << u"a\n\n---\n\n***\n"_s;
    QTest::newRow("definition") << u"[PATCH v2 0/1]: http://evil.invalid\n[1]: http://evil.invalid\n"_s;
    QTest::newRow("html block") << u"<div>\n<script>x</script>\n</div>\n\n<style>*{display:none}</style>\n"_s;
    QTest::newRow("open comment") << u"<!--\nx"_s;
    QTest::newRow("links")
        << u"[x](javascript:alert(1)) [y](data:text/html,x) [z](file:///etc/passwd) [w](//evil.invalid)"_s;
    QTest::newRow("deep") << u"> "_s.repeated(3000) + u"x"_s;
    QTest::newRow("deep list") << u"- "_s.repeated(1000) + u"x"_s;
    QTest::newRow("cited link") << u"[1](http://evil.invalid) \\[2\\](http://evil.invalid)"_s;
}

void TestReport::hostileSummariesStayInside()
{
    QFETCH(QString, text);
    Report report = oneThread();
    report.threads[0].summary->kind = store::SummaryKind::Model;
    report.threads[0].summary->text = text;
    const QString markdown = markdownOf(report);
    const QString seen = elements(rendered(markdown));
    QVERIFY2(seen.contains("h1=1 h2=2 h3=2 h4=2"_L1), qPrintable(seen));
    QVERIFY2(seen.contains("img=0 script=0 hr=3"_L1), qPrintable(seen));
    QCOMPARE(markdown.count(QRegularExpression(u"^#{1,6} "_s, QRegularExpression::MultilineOption)), 7);
    QCOMPARE(markdown.count(QRegularExpression(u"^\\d+\\. \\*\\*\\["_s, QRegularExpression::MultilineOption)),
             2);
    QVERIFY(markdown.contains(u"\n### Thread 1: [PATCH v2 0/1] KVM: a_b\n"_s));
    QVERIFY(!rendered(markdown).contains("<h3>Thread 1: <a"_L1));

    const QString html = QString::fromUtf8(write(report, Format::Html));
    QVERIFY(!html.contains("<script"_L1) && !html.contains("<img"_L1) && !html.contains("<style>*"_L1));
    static const QRegularExpression link(u"href=\"([^\"]*)\""_s);
    for (auto match = link.globalMatch(html); match.hasNext();) {
        const QString target = match.next().captured(1);
        QVERIFY2(target.startsWith(u'#') || target.startsWith("http"_L1) || target.startsWith("mailto:"_L1),
                 qPrintable(target));
    }
    QVERIFY(!html.contains(u"src="_s) || !html.contains(u"<img"_s));
}

void TestReport::citationsLink()
{
    QCOMPARE(embeddedMarkdown(u"- a [1]\n- b [2]–[28], [3,5]: c_d! “x” [x]\n"_s),
             u"  - a [1]\n  - b [2]–[28], [3,5]: c_d! “x” \\[x\\]"_s);
    const QString html = embeddedHtml(u"a [1] b [2]–[3] c [9] `[1]`"_s, u"t-m"_s, 3);
    QVERIFY2(html.contains(u"[<a href=\"#t-m1\">1</a>]"_s), qPrintable(html));
    QVERIFY2(html.contains(u"[<a href=\"#t-m2\">2</a>]–[<a href=\"#t-m3\">3</a>]"_s), qPrintable(html));
    QVERIFY2(html.contains(u"c [9] <code>[1]</code>"_s), qPrintable(html));
    const QString document = QString::fromUtf8(write(oneThread(), Format::Html));
    QVERIFY(document.contains(u"<a href=\"#t1-1-m2\">2</a>"_s));
    QVERIFY(document.contains(u"id=\"t1-1-m2\""_s));
    for (const char* outside : {"<script", "<link", "<img", "@import", "url(", "src="})
        QVERIFY2(!document.contains(QLatin1StringView(outside)), outside);
}

void TestReport::writesJson()
{
    Report report = oneThread();
    report.threads[0].listing.mails[0].parentId = 77;
    report.ghosts.insert(77, MessageId{"ghost@example.invalid"});
    report.threads[0].facts.series = thread::SeriesFacts{2, 1, {0, 1}, {}, {}};
    report.threads[0].facts.trailers = {{u"Acked-by"_s, {u"Bo"_s, u"bo@x"_s}, 2, {1}}};
    thread::Facts& facts = report.threads[0].facts;
    facts.applied = {{2, u"Queued."_s, 3, 3}};
    facts.applied[0].fate = thread::Fate::Queued;
    facts.objections = {{2, u"NAK."_s}};
    facts.botReports.resize(2);
    facts.botReports[1].failed = false;
    facts.questions.resize(1);
    facts.questions[0].mail = 2;
    facts.questions[0].quote = u"Why?"_s;
    facts.awaiting = thread::Awaiting::Author;
    facts.grounds = {thread::AwaitingReason::Asked, {2}, {}};
    report.problems = {{{}, u"unreadable"_s, u"x.mbox, byte 7"_s}};
    const QJsonObject json = QJsonDocument::fromJson(write(report, Format::Json)).object();
    QCOMPARE(json[u"schema"_s].toString(), u"listbrief-report/1"_s);
    QCOMPARE(json[u"generated"_s].toString(), u"2025-10-27T11:01:02+08:00"_s);
    QCOMPARE(json[u"language"_s].toString(), u"zh_CN"_s);
    QCOMPARE(json[u"context"_s].toString(), u"ancestors"_s);
    const QJsonObject thread = json[u"threads"_s].toArray().first().toObject();
    QCOMPARE(thread[u"started"_s].toString(), u"2025-06-16T16:02:42-07:00"_s);
    QCOMPARE(thread[u"series"_s][u"previous_revision_root"_s].type(), QJsonValue::Null);
    QCOMPARE(thread[u"series"_s][u"present"_s].toArray().size(), 2);
    QCOMPARE(thread[u"facts"_s][u"trailers"_s][0][u"applies_to"_s][0].toInt(), 1);
    const QJsonValue told = thread[u"facts"_s];
    QCOMPARE(told[u"awaiting"_s].toString(), u"author"_s);
    QCOMPARE(told[u"awaiting_because"_s][u"reason"_s].toString(), u"asked"_s);
    QCOMPARE(told[u"awaiting_because"_s][u"mails"_s][0].toInt(), 2);
    QCOMPARE(told[u"applied"_s][0][u"kind"_s].toString(), u"queued"_s);
    QCOMPARE(told[u"applied"_s][0][u"line"_s].toInt(), 4);
    QCOMPARE(told[u"open_questions"_s][0][u"quote"_s].toString(), u"Why?"_s);
    QCOMPARE(told[u"questions"_s][0][u"state"_s].toString(), u"open"_s);
    QCOMPARE(told[u"questions"_s][0][u"answered_by"_s].type(), QJsonValue::Null);
    QCOMPARE(told[u"bot_failures"_s].toArray().size(), 1);
    QCOMPARE(told[u"objections"_s][0][u"mail"_s].toInt(), 2);
    QCOMPARE(thread[u"mails"_s][0][u"parent_message_id"_s].toString(), u"ghost@example.invalid"_s);
    QCOMPARE(thread[u"mails"_s][1][u"parent_message_id"_s].toString(), u"1@example.invalid"_s);
    QCOMPARE(thread[u"mails"_s][1][u"permalink"_s].type(), QJsonValue::Null);
    QCOMPARE(thread[u"summary"_s][u"kind"_s].toString(), u"digest"_s);
    QCOMPARE(thread[u"summary"_s][u"created"_s].toString(), u"2025-06-23T01:02:03+00:00"_s);
    QCOMPARE(json[u"problems"_s][0][u"message_id"_s].type(), QJsonValue::Null);
}

void TestReport::pointsAtOtherRevisions()
{
    Report report = oneThread(u"[PATCH v2 0/1] KVM: a"_s);
    report.language = Language::English;
    report.threads[0].listing.thread = ThreadId{1};
    report.threads[0].facts.series = thread::SeriesFacts{2, 1, {0, 1}, MessageId{"own@example.invalid"}, {}};
    report.threads.push_back(report.threads[0]); // the one before, as an RFC
    thread::Listing& before = report.threads[1].listing;
    before.category = thread::Category::Rfc;
    before.thread = ThreadId{2};
    before.root = MessageId{"root@example.invalid"};
    thread::RevisionMap map;
    map.revisions.resize(3);
    map.revisions[0] = {
        ThreadId{2}, MessageId{"v1@example.invalid"}, {}, 1, 1, true, false, false, {}, {}, {}, {}, 100, {}};
    map.revisions[1] = {
        ThreadId{1}, MessageId{"v2@example.invalid"}, {}, 2, 1, false, false, false, {}, {}, {}, {}, 200, {}};
    map.revisions[2] = {
        ThreadId{9}, MessageId{"v3@example.invalid"}, {}, 3, 1, false, false, false, {}, {}, {}, {}, 300, {}};
    map.series = {{2, 1, 0}};
    map.seriesOf = {0, 0, 0};
    map.inThread = {{ThreadId{2}, {0}}, {ThreadId{1}, {1}}, {ThreadId{9}, {2}}};
    linkThreads(report, map);

    const QString markdown = markdownOf(report);
    QVERIFY2(markdown.contains(u"- **Earlier revision**: RFC v1, Thread 1 (RFC)"_s), qPrintable(markdown));
    QVERIFY(markdown.contains(u"- **Later revision**: v3\n"_s)); // not in this report
    QVERIFY(markdown.contains(u"- **Later revision**: v2, Thread 1 (PATCH)"_s));
    const QString html = QString::fromUtf8(write(report, Format::Html));
    QVERIFY(html.contains(u"<a href=\"#t2-1\">RFC v1, Thread 1 (RFC)</a>"_s));
    QVERIFY(html.contains(u"<b>Later revision</b>: v3</li>"_s));
    const QJsonObject json = QJsonDocument::fromJson(write(report, Format::Json)).object();
    const QJsonArray threads = json[u"threads"_s].toArray();
    QCOMPARE(threads[0][u"series"_s][u"previous_revision_root"_s].toString(), u"root@example.invalid"_s);
    QCOMPARE(threads[0][u"series"_s][u"next_revision_root"_s].toString(), u"v3@example.invalid"_s);
    QCOMPARE(threads[1][u"series"_s][u"next_revision_root"_s].toString(), u"1@example.invalid"_s);
    // Linked to nothing: what the thread alone says stands.
    QCOMPARE(threads[1][u"series"_s][u"previous_revision_root"_s].toString(), u"own@example.invalid"_s);
}

void TestReport::writesTheSameTwice()
{
    for (const Format format : {Format::Markdown, Format::Html, Format::Json})
        QVERIFY(write(oneThread(), format) == write(oneThread(), format));
}

void TestReport::takesNothing()
{
    Report report = oneThread();
    report.threads.clear();
    for (const Language language : {Language::Chinese, Language::English}) {
        report.language = language;
        for (const Format format : {Format::Markdown, Format::Html, Format::Json})
            QVERIFY(!write(report, format).isEmpty());
    }
}

void TestReport::knowsFormats()
{
    QCOMPARE(formatFromName(u"md"_s), Format::Markdown);
    QCOMPARE(formatFromName(u"Markdown"_s), Format::Markdown);
    QCOMPARE(formatFromName(u"HTM"_s), Format::Html);
    QCOMPARE(formatFromName(u"json"_s), Format::Json);
    QVERIFY(!formatFromName(u"pdf"_s).has_value());
    QVERIFY(!formatFromName({}).has_value());
}

void TestReport::savesWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"report.md"_s);
    QVERIFY(save("one", file).has_value());
    QVERIFY(save("two", file).has_value());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("two"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(save("x", u"/dev/null"_s).has_value());
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile()); // written to, not replaced
}

void TestReport::saysWhyItCannotSave()
{
    QTemporaryDir folder;
    const Status noFolder = save("x", folder.filePath(u"missing/report.md"_s));
    QVERIFY(!noFolder.has_value());
    QVERIFY(noFolder.error().text.contains(u"missing"_s));
    const Status isFolder = save("x", folder.path());
    QCOMPARE(isFolder.error().code, ErrorCode::FileFailed);
    if (QFileInfo::exists(u"/dev/full"_s)) {
        const Status full = save(QByteArray(100'000, 'x'), u"/dev/full"_s);
        QVERIFY(!full.has_value());
        QCOMPARE(full.error().code, ErrorCode::FileFull);
    }
    if (geteuid() == 0)
        return; // root may write anywhere
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
    QCOMPARE(save("x", folder.filePath(u"report.md"_s)).error().code, ErrorCode::FilePermission);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
