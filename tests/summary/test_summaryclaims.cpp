// SPDX-License-Identifier: GPL-3.0-or-later
#include "summariserrig.h"

#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

QString claimsText()
{
    return u"{'gist':'Fixes A','claims':[{'kind':'change','text':'Fixes A','who':['m1'],'cites':['m1'],"
           "'quote':'This series fixes A','window':'new','patch':null},"
           "{'kind':'request','text':'It needs foo_bar()','who':['m2'],'cites':['m2'],'quote':'Why is it "
           "so?',"
           "'window':'new','patch':null}],'open':[],'stances':[],'context':'complete','lang':'en'}"_s.replace(
               u'\'', u'"');
}

} // namespace

class TestSummaryClaims : public SummariserRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void keepsClaimsWithTheirVerdicts();
    void hasDamagedJsonRepairedOnce_data();
    void hasDamagedJsonRepairedOnce();
    void showsClaimsAsTheyArrive();
};

void TestSummaryClaims::keepsClaimsWithTheirVerdicts()
{
    const thread::Listing listing = listings().front();
    m_chat->reply = [](const llm::ChatRequest&) { return says(claimsText()); };
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(watched->times, 1);
    QVERIFY2(watched->outcome, qPrintable(watched->said()));
    QCOMPARE(m_chat->requests.size(), 1);
    QVERIFY(m_chat->requests.first().schema.contains("answered_by"));
    const store::SummaryRecord record = kept(listing).first();
    QVERIFY2(record.text.contains(u"- Fixes A [1]"_s), qPrintable(record.text));
    QVERIFY(record.text.contains(u"- ⚠ "_s));
    QCOMPARE(watched->shown, record.text);
    QCOMPARE(record.gist, u"Fixes A"_s);
    QVERIFY(record.extraction.contains("foo_bar"));
    QCOMPARE(record.claims.size(), 2);
    QVERIFY(record.claims[0].verified);
    QVERIFY(!record.claims[1].verified);
    QCOMPARE(record.claims[1].flaws, QStringList{u"not-in-cited-mail"_s});
    QVERIFY(record.claims[1].reason.contains(u"foo_bar()"_s));
}

void TestSummaryClaims::hasDamagedJsonRepairedOnce_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("repaired") << claimsText() << qsizetype(2);
    QTest::newRow("damaged again") << u"{\"claims\":["_s << qsizetype(2); // what is whole of the first one
    QTest::newRow("prose") << u"Sorry."_s << qsizetype(2);
}

void TestSummaryClaims::hasDamagedJsonRepairedOnce()
{
    QFETCH(QString, second);
    QFETCH(qsizetype, count);
    const thread::Listing listing = listings().front();
    m_chat->reply = [&](const llm::ChatRequest&) {
        return says(m_chat->requests.size() == 1 ? claimsText().left(250) : second);
    };
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(watched->times, 1);
    QVERIFY2(watched->outcome, qPrintable(watched->said()));
    QCOMPARE(m_chat->requests.size(), 2);
    QVERIFY(m_chat->requests.last().user.contains(claimsText().left(250)));
    QVERIFY(
        !m_chat->requests.last().user.contains(u"This series fixes A."_s)); // the mails are not sent again
    QCOMPARE(watched->job->summary()->claims.size(), count);
    QCOMPARE(watched->job->summary()->tokensIn, 200);
}

void TestSummaryClaims::showsClaimsAsTheyArrive()
{
    const thread::Listing listing = listings().front();
    const auto watched = run(listing, withModel());
    QTRY_COMPARE(m_chat->streams.size(), 1);
    QPointer<ScriptedStream> stream = m_chat->streams.first();
    stream->say(claimsText().left(200));
    QTRY_VERIFY(watched->shown.contains(u"Fixes A"_s));
    QVERIFY(!watched->shown.contains(u'{'));
    stream->say(claimsText().mid(200));
    QTRY_VERIFY(watched->shown.contains(u"foo_bar()"_s));
    stream->answer(says(claimsText()));
    QTRY_COMPARE(watched->times, 1);
    QVERIFY(watched->shown.contains(u"⚠"_s));
}

QTEST_GUILESS_MAIN(TestSummaryClaims)
#include "test_summaryclaims.moc"
