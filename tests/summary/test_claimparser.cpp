// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimparser.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace lb;
using namespace lb::summary;
using namespace Qt::StringLiterals;

namespace
{

// moc cannot read this as one raw string.
const QString sample
    = u"{'gist':'Adds lazy ~init~ of 锁','claims':["
      " {'id':'c1','kind':'change','text':'Adds lazy init','who':['m1'],'cites':['m1'],'quote':'this "
      "adds','window':'old','patch':null},"
      " {'id':'c2','kind':'objection','text':'The lock {is} held [too] "
      "long','who':['m3'],'cites':['m3','m2'],'quote':'held, \\\\ too long','window':'new','patch':'2/5'}],"
      " 'open':[{'text':'Why?','raised':'m3','answered_by':null},{'text':'How?','raised':'m2','answered_by':'"
      "m4'}],"
      " 'stances':[{'mail':'m3','stance':'nack','on':'2/5'},{'mail':'m4','stance':'ack','on':null}],"
      " 'context':'missing_root','lang':'zh'}"_s.replace(u'\'', u'"')
          .replace(u'~', u"\\\""_s);

ModelSummary parsed(const QString& text)
{
    return parseClaims(text).summary;
}

} // namespace

class TestClaimParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAnswer();
    void readsWhatItWrites();
    void readsWhateverItIsWrappedIn_data();
    void readsWhateverItIsWrappedIn();
    void readsHandles_data();
    void readsHandles();
    void takesCitationsOutOfTexts_data();
    void takesCitationsOutOfTexts();
    void saysWhatItDropped();
    void nonsenseGivesNothing_data();
    void nonsenseGivesNothing();
    void aCutAnswerKeepsWhatIsWhole();
    void anyBytesGiveAValue();
    void sizesAreBounded();
    void textsAreOneSafeLine();
};

void TestClaimParser::readsAnAnswer()
{
    const ParsedAnswer answer = parseClaims(sample);
    QVERIFY(answer.found);
    QVERIFY(answer.complete);
    QCOMPARE(answer.dropped, QStringList());
    const ModelSummary& made = answer.summary;
    QCOMPARE(made.gist, u"Adds lazy \"init\" of 锁"_s);
    QCOMPARE(made.claims.size(), 2);
    QCOMPARE(made.claims.at(0).kind, ClaimKind::Change);
    QCOMPARE(made.claims.at(0).window, ClaimWindow::Old);
    QCOMPARE(made.claims.at(0).patch, QString());
    QCOMPARE(made.claims.at(1).text, u"The lock {is} held [too] long"_s);
    QCOMPARE(made.claims.at(1).who, QList<int>{3});
    QCOMPARE(made.claims.at(1).cites, (QList<int>{3, 2}));
    QCOMPARE(made.claims.at(1).quote, u"held, \\ too long"_s);
    QCOMPARE(made.claims.at(1).window, ClaimWindow::New);
    QCOMPARE(made.claims.at(1).patch, u"2/5"_s);
    QCOMPARE(made.open, (QList<OpenPoint>{{u"Why?"_s, 3, 0}, {u"How?"_s, 2, 4}}));
    QCOMPARE(made.positions, (QList<Position>{{3, Stance::Nack, u"2/5"_s}, {4, Stance::Ack, QString()}}));
    QCOMPARE(made.context, ThreadContext::MissingRoot);
    QCOMPARE(made.language, Language::Chinese);
}

void TestClaimParser::readsWhatItWrites()
{
    const ModelSummary made = parsed(sample);
    QCOMPARE(parsed(QString::fromUtf8(claimsJson(made))), made);
}

void TestClaimParser::readsWhateverItIsWrappedIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("fence") << u"```json\n"_s + sample + u"\n```\n"_s;
    QTest::newRow("talk") << u"Here is {the} summary, as JSON {\"a\": 1}:\n"_s + sample
            + u"\nHope it {helps}"_s;
    QTest::newRow("thinking") << u"<think>{\"claims\": []} or {\"gist\"</think>"_s + sample;
    QTest::newRow("two objects") << sample + u"{\"gist\":\"another\"}"_s;
    QTest::newRow("commas too many")
        << QString(sample).replace(u"}]"_s, u"},]"_s).replace(u"\"zh\"}"_s, u"\"zh\" , }"_s);
    QTest::newRow("unknown members") << QString(sample).replace(
        u"{\"gist\""_s, u"{\"x\":{\"claims\":[{}]},\"y\":[[1]],\"gist\""_s);
}

void TestClaimParser::readsWhateverItIsWrappedIn()
{
    QFETCH(QString, text);
    QCOMPARE(parsed(text), parsed(sample));
}

void TestClaimParser::readsHandles_data()
{
    QTest::addColumn<QString>("cites");
    QTest::addColumn<QList<int>>("mails");
    const auto row = [](const char* cites, const QList<int>& mails) {
        QTest::newRow(cites) << QString::fromUtf8(cites) << mails;
    };
    row("[\"m3\",\"m4\"]", {3, 4});
    row("[3, 4]", {3, 4});
    row("[\"[3]\",\"[m4]\"]", {3, 4});
    row("\"m3, m4\"", {3, 4});
    row("\"[3][4]\"", {3, 4});
    row("3", {3});
    row("[\"m3\",\"m3\",3]", {3});
    row("[\"M3\",\"mail 4\"]", {3, 4});
    row("[99, \"m0\"]", {99, 0});
    row("[\"m99999999999999999999\"]", {-1});
    row("[null, {}, [], \"root\", true]", {});
    row("null", {});
    row("[3.7, -2]", {-1, -2});
}

void TestClaimParser::readsHandles()
{
    QFETCH(QString, cites);
    QFETCH(QList<int>, mails);
    const ModelSummary made = parsed(u"{\"claims\":[{\"text\":\"x y\",\"cites\":%1}]}"_s.arg(cites));
    QCOMPARE(made.claims.size(), 1);
    QCOMPARE(made.claims.first().cites, mails);
}

void TestClaimParser::takesCitationsOutOfTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QList<int>>("mails");
    QTest::newRow("none") << u"uses foo[3] and (2) times"_s << u"uses foo[3] and (2) times"_s << QList<int>{};
    QTest::newRow("at the end") << u"it works [m3]."_s << u"it works."_s << QList<int>{3};
    QTest::newRow("several") << u"it works [3, m4] well [5]"_s << u"it works well"_s << QList<int>{3, 4, 5};
    QTest::newRow("round") << u"it works (m3)."_s << u"it works."_s << QList<int>{3};
    QTest::newRow("Chinese") << u"可以工作【m3、m4】。"_s << u"可以工作。"_s << QList<int>{3, 4};
}

void TestClaimParser::takesCitationsOutOfTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QFETCH(QList<int>, mails);
    const ModelSummary made = parsed(u"{\"claims\":[{\"text\":\"%1\"}]}"_s.arg(text));
    QCOMPARE(made.claims.size(), 1);
    QCOMPARE(made.claims.first().text, plain);
    QCOMPARE(made.claims.first().cites, mails);
}

void TestClaimParser::saysWhatItDropped()
{
    const ParsedAnswer answer = parseClaims(
        uR"({"claims":[1,{"kind":"change"},{"text":"a b","kind":"rumour"}],"open":{},"stances":[{"mail":"m1","stance":"happy"}]})"_s);
    QCOMPARE(answer.summary.claims.size(), 1);
    QCOMPARE(answer.dropped,
             (QStringList{u"claims[0]: no object"_s, u"claims[1]: no text"_s, u"claims[2]: unknown kind"_s,
                          u"open: no list"_s, u"stances[0]: no mail or unknown stance"_s}));
}

void TestClaimParser::nonsenseGivesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("prose") << u"The series adds lazy init [1]."_s;
    QTest::newRow("other object") << u"{\"summary\":\"x\"}"_s;
    QTest::newRow("list") << u"[1,2,3]"_s;
    QTest::newRow("braces") << QString(5000, u'{');
    QTest::newRow("brackets") << u"{\"claims\":"_s + QString(200'000, u'[');
    QTest::newRow("wrong ends") << u"{\"claims\":[}]"_s;
    QTest::newRow("half a name") << u"{\"clai"_s;
}

void TestClaimParser::nonsenseGivesNothing()
{
    QFETCH(QString, text);
    const ParsedAnswer answer = parseClaims(text);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.summary.claims.size(), 0);
    QCOMPARE(answer.summary.gist, QString());
}

void TestClaimParser::aCutAnswerKeepsWhatIsWhole()
{
    const ModelSummary whole = parsed(sample);
    const QByteArray bytes = sample.toUtf8();
    qsizetype before = 0;
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const ParsedAnswer cut = parseClaims(QString::fromUtf8(bytes.first(size)));
        QVERIFY(!cut.complete);
        const qsizetype now
            = cut.summary.claims.size() + cut.summary.open.size() + cut.summary.positions.size();
        QVERIFY2(now >= before, qPrintable(QString::number(size)));
        before = now;
        for (qsizetype i = 0; i + 1 < cut.summary.claims.size(); ++i) // the last may lack members
            QCOMPARE(cut.summary.claims.at(i), whole.claims.at(i));
        QVERIFY(cut.summary.gist.isEmpty() || cut.summary.gist == whole.gist);
    }
}

void TestClaimParser::anyBytesGiveAValue()
{
    QRandomGenerator random(7);
    const QByteArray pieces = "{}[],:\"\\ \nmnt019ea\xe9\x94\x81\xff";
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = round % 2 == 0 ? QByteArray() : sample.toUtf8();
        const int changes = round % 2 == 0 ? 200 : 5;
        for (int i = 0; i < changes; ++i) {
            const char one = pieces.at(random.bounded(int(pieces.size())));
            if (round % 2 == 0)
                bytes += one;
            else
                bytes[random.bounded(int(bytes.size()))] = one;
        }
        const ParsedAnswer answer = parseClaims(QString::fromUtf8(bytes));
        QVERIFY(answer.summary.claims.size() <= 200);
        // What was read once is read again the same way.
        QCOMPARE(parsed(QString::fromUtf8(claimsJson(answer.summary))), answer.summary);
    }
}

void TestClaimParser::sizesAreBounded()
{
    QString claims;
    for (int i = 0; i < 1000; ++i)
        claims += u"{\"text\":\"claim number %1\",\"cites\":[%2]},"_s.arg(i).arg(i);
    const ParsedAnswer many = parseClaims(u"{\"claims\":["_s + claims + u"]}"_s);
    QVERIFY(many.complete);
    QCOMPARE(many.summary.claims.size(), 200);
    QCOMPARE(many.dropped.size(), 1);

    const ModelSummary large = parsed(
        u"{\"gist\":\"%1\",\"claims\":[{\"text\":\"%1\",\"quote\":\"%1\"}]}"_s.arg(QString(50'000, u'x')));
    QVERIFY(large.gist.size() <= 800);
    QVERIFY(large.claims.first().text.size() <= 800);
    QVERIFY(large.claims.first().quote.size() <= 300);
    QVERIFY(!parseClaims(QString(3'000'000, u'{')).found);
}

void TestClaimParser::textsAreOneSafeLine()
{
    const ModelSummary made = parsed(u"{\"claims\":[{\"text\":\"a\nb\\u202e c\\u0000\\td\"}]}"_s);
    QCOMPARE(made.claims.first().text, u"a b c d"_s);
}

QTEST_GUILESS_MAIN(TestClaimParser)
#include "test_claimparser.moc"
