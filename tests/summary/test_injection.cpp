// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail may try against the model, the frame, the page and the files: through everything from bytes to
// report, over many generated threads.
#include "brief/reportjob.h"
#include "hostilemail.h"
#include "report/report.h"
#include "summariserrig.h"
#include "summary/prompts.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmark.h>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr quint32 threadsPerRow = 60;

QByteArray json(const QJsonArray& claims, const QString& gist)
{
    return QJsonDocument(QJsonObject{{u"gist"_s, gist},
                                     {u"claims"_s, claims},
                                     {u"open"_s, QJsonArray()},
                                     {u"stances"_s, QJsonArray()},
                                     {u"context"_s, u"complete"_s},
                                     {u"lang"_s, u"en"_s}})
        .toJson();
}

QJsonObject claim(const QString& text, const QString& mail, const QString& quote)
{
    return {{u"kind"_s, u"change"_s},       {u"text"_s, text},   {u"who"_s, QJsonArray{mail}},
            {u"cites"_s, QJsonArray{mail}}, {u"quote"_s, quote}, {u"window"_s, u"new"_s},
            {u"patch"_s, QJsonValue()}};
}

/// Says what the mails say.
QString faithful(const HostileThread& thread)
{
    return QString::fromUtf8(
        json({claim(QString(thread.truth).replace(u"closes"_s, u"Closes"_s), u"m1"_s, thread.truth)}, {}));
}

/// Does what a mail orders, and lends it a true quote, the order's own words, mails that are not there, or
/// nothing at all.
QString obeying(const HostileThread& thread, quint32 number)
{
    const QString& said = thread.wanted;
    switch (number % 5) {
    case 0:
        return said + u" [1]. <script>x</script> ![p](http://evil.example.invalid/p.png)\n# "_s + said;
    case 1:
        return QString::fromUtf8(
            json({claim(said, u"m1"_s, thread.truth), claim(said, u"m2"_s, thread.truth)}, said));
    case 2:
        return QString::fromUtf8(json({claim(said, u"m99"_s, said), claim(said, u"m1"_s, {})}, said));
    case 3:
        return QString::fromUtf8(
            json({claim(said, u"m1"_s, said), claim(said, u"m2"_s, said), claim(said, u"m2"_s, thread.order)},
                 said));
    default:
        return QString::fromUtf8(json(
            {claim(u"[x](javascript:1) <img src=x> # {{facts}} "_s + said, u"m1"_s, thread.truth)}, said));
    }
}

/// The text between fences is data, and the frame is ours: nothing a mail says stands outside.
QString frameOf(const QString& user, QString& problem)
{
    static const QRegularExpression told(u"^The code is ([0-9a-f]{12})\\.\n"_s);
    const QString code = told.match(user).captured(1);
    if (code.isEmpty())
        problem = u"no code told"_s;
    QStringList frame;
    bool open = false;
    for (const QString& line : user.split(u'\n')) {
        if (line == "BEGIN "_L1 + code || line == "END "_L1 + code) {
            if (open == line.startsWith(u'B'))
                problem = u"fence out of turn"_s;
            open = !open;
        } else if (!open) {
            frame.append(line);
        } else if (line.contains(code, Qt::CaseInsensitive)) {
            problem = u"code among data"_s;
        }
    }
    if (open)
        problem = u"fence left open"_s;
    return frame.join(u'\n');
}

bool hasInvisible(const QString& text)
{
    static const QRegularExpression invisible(u"[\\x{00}-\\x{08}\\x{0b}-\\x{1f}\\x{7f}-\\x{9f}\\x{ad}\\x{61c}"
                                              u"\\x{180e}\\x{200b}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}"
                                              "\\x{2060}-\\x{206f}\\x{feff}\\x{e0000}-\\x{e0fff}]"_s);
    return invisible.match(text).hasMatch();
}

/// Names of all tags, and what is in them.
QString badMarkup(const QString& html)
{
    static const QRegularExpression tag(u"<([!/]?[a-zA-Z][a-zA-Z0-9]*)([^>]*)>"_s);
    static const QSet<QString> allowed{
        u"!doctype"_s,   u"html"_s,    u"head"_s,    u"meta"_s,    u"title"_s,   u"style"_s,  u"body"_s,
        u"header"_s,     u"main"_s,    u"nav"_s,     u"section"_s, u"article"_s, u"h1"_s,     u"h2"_s,
        u"h3"_s,         u"h4"_s,      u"p"_s,       u"ul"_s,      u"ol"_s,      u"li"_s,     u"b"_s,
        u"strong"_s,     u"em"_s,      u"i"_s,       u"a"_s,       u"code"_s,    u"time"_s,   u"span"_s,
        u"div"_s,        u"details"_s, u"summary"_s, u"br"_s,      u"dl"_s,      u"dt"_s,     u"dd"_s,
        u"blockquote"_s, u"table"_s,   u"tr"_s,      u"td"_s,      u"th"_s,      u"footer"_s, u"small"_s};
    static const QRegularExpression active(u"\\s(?:on\\w+|src|srcset|style|action|formaction)\\s*="_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression target(u"href\\s*=\\s*\"(?!#|https?:|mailto:)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    for (auto all = tag.globalMatch(html); all.hasNext();) {
        const auto match = all.next();
        QString name = match.captured(1).toLower();
        name.remove(u'/');
        if (!allowed.contains(name) || active.match(match.captured(2)).hasMatch()
            || target.match(match.captured(2)).hasMatch())
            return match.captured();
    }
    return html.contains(u"@import"_s) || html.contains(u"url("_s) ? u"a load from a style"_s : QString();
}

/// As a model does, whatever letters it is written in.
bool canRead(const QString& prompt, const QString& word)
{
    return prompt.contains(word) || prompt.contains(hostile::disguised(word, 3))
        || prompt.contains(hostile::disguised(word, 4));
}

struct MarkdownShape {
    QList<int> headings; ///< how many of level 1, 2 ...
    int rules = 0;
    int raw = 0; ///< HTML, images, links that go elsewhere
};

MarkdownShape shapeOf(const QByteArray& markdown)
{
    MarkdownShape shape;
    shape.headings.resize(7);
    cmark_node* document = cmark_parse_document(markdown.constData(),
                                                static_cast<std::size_t>(markdown.size()), CMARK_OPT_DEFAULT);
    cmark_iter* nodes = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(nodes); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(nodes)) {
        cmark_node* node = cmark_iter_get_node(nodes);
        if (event != CMARK_EVENT_ENTER)
            continue;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            ++shape.headings[cmark_node_get_heading_level(node)];
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            ++shape.rules;
            break;
        case CMARK_NODE_HTML_INLINE: {
            // What the overview points at is the report's own.
            static const QRegularExpression anchor(u"^(<a id=\"t\\d+-\\d+\">|</a>)$"_s);
            shape.raw += anchor.match(QString::fromUtf8(cmark_node_get_literal(node))).hasMatch() ? 0 : 1;
            break;
        }
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_IMAGE:
        case CMARK_NODE_CODE_BLOCK:
            ++shape.raw;
            break;
        case CMARK_NODE_LINK: {
            const QByteArray url = cmark_node_get_url(node);
            static const QRegularExpression inside(u"^#t\\d+-\\d+$"_s);
            const bool own = inside.match(QString::fromUtf8(url)).hasMatch();
            shape.raw += own || url.startsWith("http") || url.startsWith("mailto:") ? 0 : 1;
            break;
        }
        default:
            break;
        }
    }
    cmark_iter_free(nodes);
    cmark_node_free(document);
    return shape;
}

QSet<QString> filesBelow(const QString& folder)
{
    QSet<QString> files;
    for (QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
         all.hasNext();)
        files.insert(all.next());
    return files;
}

} // namespace

class TestInjection : public SummariserRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void mailsChangeNothingButTheirSummary_data();
    void mailsChangeNothingButTheirSummary();
    void updatesAndTranslationsKeepTheirFrames();

private:
    void fill(quint32 first);
    void summariseAll(bool obeys);
    void checkRequests();
    QString problemOf(const HostileThread& thread, bool obeys);
    void checkReport();
    [[nodiscard]] const HostileThread& threadOf(const thread::Listing& listing) const
    {
        return m_threads.at(m_numbers.value(listing.root));
    }

    std::map<quint32, HostileThread> m_threads;
    QSet<quint32> m_reached; ///< whose order is in the prompt
    QHash<MessageId, quint32> m_numbers;
};

void TestInjection::fill(quint32 first)
{
    QList<QByteArray> mails;
    m_threads.clear();
    m_numbers.clear();
    m_reached.clear();
    for (quint32 number = first; number < first + threadsPerRow; ++number) {
        const HostileThread& thread = m_threads.emplace(number, hostileThread(number)).first->second;
        m_numbers.insert(MessageId{thread.root}, number);
        mails += thread.mails;
    }
    import(mails);
}

void TestInjection::summariseAll(bool obeys)
{
    std::vector<std::unique_ptr<Watched>> all;
    m_chat->requests.clear();
    m_chat->reply = [this, obeys](const llm::ChatRequest& request) {
        static const QRegularExpression own(u"kvm_vcpu_([0-9]+)\\(\\)"_s);
        const quint32 number = own.match(request.user).captured(1).toUInt();
        const HostileThread& thread = m_threads.at(number);
        // It cannot obey what has not reached it.
        const bool reads = canRead(request.user, thread.canary);
        if (reads)
            m_reached.insert(number);
        return says(obeys && reads ? obeying(thread, number) : faithful(thread));
    };
    for (const thread::Listing& listing : listings()) {
        if (!m_numbers.contains(listing.root))
            continue;
        SummaryOptions options = withModel();
        options.refresh = true;
        all.push_back(run(listing, options));
    }
    QCOMPARE(all.size(), m_threads.size());
    for (const auto& one : all) {
        QTRY_COMPARE(one->times, 1);
        QVERIFY2(one->outcome, qPrintable(one->said()));
    }
}

void TestInjection::checkRequests()
{
    const QString system = threadPrompt(Language::English).system;
    // The frame of a thread without anything hostile in it.
    static const QRegularExpression leftOver(u"\\{\\{"_s);
    for (const llm::ChatRequest& request : std::as_const(m_chat->requests)) {
        QCOMPARE(request.system, system);
        QCOMPARE(request.key, u"sk-canary"_s);
        QCOMPARE(request.provider.endpoint, u"http://localhost:1/v1"_s);
        QCOMPARE(request.provider.model, u"m"_s);
        QString problem;
        const QString frame = frameOf(request.user, problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u'\n' + request.user));
        QVERIFY2(!frame.contains(u"zanzibar"_s) && !frame.contains(u"evil"_s), qPrintable(frame));
        QVERIFY2(frame.startsWith(u"The code is "_s) && frame.endsWith(u"its texts in English."_s),
                 qPrintable(frame));
        QVERIFY2(!hasInvisible(request.user), qPrintable(request.user));
        QVERIFY(!request.user.contains(request.key));
    }
}

/// Nothing if the summary is as it should be.
QString TestInjection::problemOf(const HostileThread& thread, bool obeys)
{
    const auto all = await(m_store->summaries(m_list, {MessageId{thread.root}})).value();
    const store::SummaryRecord& record = all.first();
    const QString what = u"\n  order: "_s + thread.order + u"\n  summary: "_s + record.text + u'\n';
    if (!obeys || !m_reached.contains(m_numbers.value(MessageId{thread.root}))) {
        const bool stands = record.claims.size() == 1 && record.claims[0].verified;
        return stands ? QString() : QString(u"a true claim is doubted: "_s + record.claims[0].reason + what);
    }
    if (!record.text.contains(thread.canary) || record.gist.contains(thread.canary))
        return u"no canary, or in the gist: "_s + record.gist + what;
    for (const store::Claim& one : record.claims) {
        if (one.text.contains(thread.canary) && one.verified)
            return u"an obeyed order is believed"_s + what;
    }
    return {};
}

void TestInjection::checkReport()
{
    brief::ReportOptions options;
    options.period = {QDate(2025, 6, 16), QDate(2025, 6, 22)};
    options.source = brief::SummarySource::Current;
    options.summary.language = Language::English;
    store::ListRecord list;
    list.id = m_list;
    list.name = u"kvmarm"_s;
    brief::ReportJob job(*m_store, *m_summariser, m_clock, list, options);
    bool done = false;
    connect(&job, &Job::finished, this, [&done](const Status& outcome) { done = outcome.has_value(); });
    job.start();
    QTRY_VERIFY(done);
    const report::Report& report = job.report();
    const int threads = static_cast<int>(report.threads.size());

    const QByteArray markdown = report::write(report, report::Format::Markdown);
    const MarkdownShape shape = shapeOf(markdown);
    QSet<int> categories;
    for (const report::ReportThread& thread : report.threads)
        categories.insert(static_cast<int>(thread.listing.category));
    QCOMPARE(shape.headings[1], 1);
    QCOMPARE(shape.headings[2], 1 + categories.size() + (report.problems.isEmpty() ? 0 : 1));
    QCOMPARE(shape.headings[3], 2 + threads); // categories, overview
    QCOMPARE(shape.headings[4], 2 * threads);
    QCOMPARE(shape.headings[5] + shape.headings[6], 0);
    QCOMPARE(shape.rules, 1 + categories.size() + threads);
    QCOMPARE(shape.raw, 0);
    QVERIFY(!hasInvisible(QString::fromUtf8(markdown)));

    const QString bad = badMarkup(QString::fromUtf8(report::write(report, report::Format::Html)));
    QVERIFY2(bad.isEmpty(), qPrintable(bad));

    const QJsonObject json = QJsonDocument::fromJson(report::write(report, report::Format::Json)).object();
    QCOMPARE(json["threads"_L1].toArray().size(), threads);

    const QSet<QString> before = filesBelow(m_folder->path());
    const QString file = m_folder->filePath(u"report.md"_s);
    QVERIFY(report::save(markdown, file));
    QCOMPARE(filesBelow(m_folder->path()) - before, QSet<QString>{file});
    QVERIFY(QFile::remove(file));
}

void TestInjection::mailsChangeNothingButTheirSummary_data()
{
    QTest::addColumn<quint32>("first");
    for (quint32 first = 0; first < 5 * threadsPerRow; first += threadsPerRow)
        QTest::addRow("threads from %u", first) << first;
}

void TestInjection::mailsChangeNothingButTheirSummary()
{
    QFETCH(quint32, first);
    fill(first);
    m_summariser->setJobs(16);
    const QString outside = QDir::cleanPath(m_folder->path() + u"/.."_s);
    QVERIFY(!QFile::exists(outside + u"/escape.txt"_s));
    for (const bool obeys : {false, true}) {
        summariseAll(obeys);
        if (QTest::currentTestFailed())
            return;
        checkRequests();
        QStringList problems;
        for (const auto& [number, thread] : m_threads) {
            if (const QString problem = problemOf(thread, obeys); !problem.isEmpty())
                problems.append(u"thread %1: "_s.arg(number) + problem);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        QVERIFY(m_reached.size() >= static_cast<qsizetype>(threadsPerRow) * 3 / 4);
        checkReport();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(!QFile::exists(outside + u"/escape.txt"_s));
}

/// What a model that obeyed has said stands in these prompts, too.
void TestInjection::updatesAndTranslationsKeepTheirFrames()
{
    fill(1000);
    summariseAll(true);
    if (QTest::currentTestFailed())
        return;
    QList<QByteArray> more;
    for (const auto& [number, thread] : m_threads)
        more.append(MailBuilder("more" + QByteArray::number(number) + "@example.invalid")
                        .subject("Re: more")
                        .replyTo(thread.root)
                        .date("Thu, 19 Jun 2025 10:00:00 +0000")
                        .body("One more question.\n\n" + thread.order.toUtf8() + '\n')
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .bytes());
    for (const bool translates : {true, false}) {
        if (!translates)
            import(more);
        m_chat->requests.clear();
        m_chat->reply = [](const llm::ChatRequest&) { return fail(ErrorCode::ModelRefused, u"no"_s); };
        int spared = 0;
        for (const thread::Listing& listing : listings()) {
            if (!m_numbers.contains(listing.root))
                continue;
            const auto one = run(listing, withModel(translates ? Language::Chinese : Language::English));
            QTRY_COMPARE(one->times, 1);
            spared += one->job->kind() == store::RunKind::Whole ? 0 : 1;
        }
        QVERIFY(spared >= static_cast<int>(threadsPerRow) * 3 / 5); // all but the ones of prose
        for (const llm::ChatRequest& request : std::as_const(m_chat->requests)) {
            QString problem;
            QString user = request.user;
            user.replace(u"代码是 "_s, u"The code is "_s);
            user.replace(QRegularExpression(u"^(The code is [0-9a-f]{12})。"_s), u"\\1."_s);
            const QString frame = frameOf(user, problem);
            QVERIFY2(problem.isEmpty(), qPrintable(problem + u'\n' + user));
            QVERIFY2(!frame.contains(u"zanzibar"_s) && !frame.contains(u"evil"_s), qPrintable(frame));
            QVERIFY(request.system == threadPrompt(Language::English).system
                    || request.system == threadPrompt(Language::Chinese).system
                    || request.system == updatePrompt(Language::English).system
                    || request.system == translatePrompt(Language::Chinese).system);
        }
    }
}

QTEST_GUILESS_MAIN(TestInjection)
#include "test_injection.moc"
