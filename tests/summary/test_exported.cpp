// SPDX-License-Identifier: GPL-3.0-or-later
// What of earlier summaries and of the user's own texts comes into a report.
#include "brief/reportjob.h"
#include "report/report.h"
#include "summariserrig.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

QString claims(const char* text, const char* language)
{
    return uR"j({"gist":"","claims":[{"kind":"change","text":"%1","who":[],"cites":["m1"],"quote":"","window":"new",)j"
           uR"j("patch":null}],"open":[],"stances":[],"context":"complete","lang":"%2"})j"_s.arg(
               QString::fromUtf8(text), QString::fromLatin1(language));
}

} // namespace

class TestExported : public SummariserRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void anotherLanguageIsTranslated_data();
    void anotherLanguageIsTranslated();
    void anEditStaysWhatever();
    void anOlderSummaryIsRenumbered();

private:
    [[nodiscard]] report::Report exported(const brief::ReportOptions& options);
    [[nodiscard]] static brief::ReportOptions optionsFor(Language language);
};

brief::ReportOptions TestExported::optionsFor(Language language)
{
    brief::ReportOptions options;
    options.period = {QDate(2025, 6, 16), QDate(2025, 6, 22)};
    options.summary = withModel(language);
    options.onlyThread = MessageId{"a1@example.invalid"};
    return options;
}

report::Report TestExported::exported(const brief::ReportOptions& options)
{
    store::ListRecord list;
    list.id = m_list;
    list.name = u"kvmarm"_s;
    brief::ReportJob job(*m_store, *m_summariser, m_clock, list, options);
    std::optional<Status> done;
    connect(&job, &Job::finished, this, [&done](const Status& outcome) { done = outcome; });
    job.start();
    [&] { QTRY_VERIFY(done.has_value()); }();
    [&] { QVERIFY(done->has_value()); }();
    return job.report();
}

void TestExported::anotherLanguageIsTranslated_data()
{
    QTest::addColumn<bool>("refresh");
    QTest::newRow("translated") << false;
    QTest::newRow("--refresh") << true;
}

void TestExported::anotherLanguageIsTranslated()
{
    QFETCH(bool, refresh);
    m_chat->reply = [](const llm::ChatRequest& request) {
        return says(request.schema.contains("texts") ? uR"j({"texts":[{"id":"c1","text":"修复 A"}]})j"_s
                                                     : claims("Fixes A", "en"));
    };
    QVERIFY(exported(optionsFor(Language::English)).threads[0].summary->text.contains(u"Fixes A"_s));
    brief::ReportOptions chinese = optionsFor(Language::Chinese);
    chinese.summary.refresh = refresh;
    const report::Report report = exported(chinese);
    QCOMPARE(m_chat->requests.size(), 2);
    QCOMPARE(m_chat->requests.last().user.contains(u"This series fixes A."_s), refresh);
    QCOMPARE(report.threads[0].summary->text.contains(u"修复 A"_s), !refresh);
}

void TestExported::anEditStaysWhatever()
{
    m_chat->reply = [](const llm::ChatRequest&) { return says(claims("Fixes A", "en")); };
    const report::Report before = exported(optionsFor(Language::English));
    QVERIFY(!before.threads[0].edit);
    const store::SummaryEdit edit{m_list, before.threads[0].listing.root, u"My own words [1]"_s,
                                  before.threads[0].summary->id, m_clock.now()};
    QVERIFY(await(m_store->saveEdit(edit)));
    brief::ReportOptions again = optionsFor(Language::English);
    again.summary.refresh = true;
    const report::Report made = exported(again);
    brief::ReportOptions shown = optionsFor(Language::English);
    shown.source = brief::SummarySource::Current;
    const report::Report current = exported(shown);
    for (const report::Report* report : {&made, &current}) {
        const report::ReportThread& thread = report->threads[0];
        QCOMPARE(thread.edit->text, edit.text);
        QCOMPARE(thread.edit->base->id, edit.base);
        QVERIFY(thread.summary->id != edit.base); // the machine's newest goes beside it
    }
    QCOMPARE(await(m_store->edits(m_list, {edit.anchor})).value(), QList<store::SummaryEdit>{edit});
}

/// A mail that came in later may stand between those that a summary cites.
void TestExported::anOlderSummaryIsRenumbered()
{
    const QString cites2 = claims("Asks why", "en").replace(u"\"m1\""_s, u"\"m2\""_s);
    m_chat->reply = [&](const llm::ChatRequest&) { return says(cites2); };
    QVERIFY(exported(optionsFor(Language::English)).threads[0].summary->text.contains(u"[2]"_s));
    import({MailBuilder("a0@example.invalid")
                .subject("Re: [PATCH 0/1] Fix A")
                .replyTo("a1@example.invalid")
                .date("Mon, 16 Jun 2025 09:30:00 +0000")
                .body("An early answer.\n")
                .bytes()});
    brief::ReportOptions shown = optionsFor(Language::English);
    shown.source = brief::SummarySource::Current;
    const report::ReportThread thread = exported(shown).threads[0];
    QCOMPARE(thread.listing.count(), 3);
    const QList<int> now = thread.summary->claims[0].citations;
    QCOMPARE(now.size(), 1);
    QCOMPARE(thread.listing.mails[static_cast<std::size_t>(now[0] - 1)].mail.id.bytes,
             QByteArray("a2@example.invalid"));
    QVERIFY(thread.summary->text.contains(u"[%1]"_s.arg(now[0])));
}

QTEST_GUILESS_MAIN(TestExported)
#include "test_exported.moc"
