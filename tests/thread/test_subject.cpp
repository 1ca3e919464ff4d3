// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/subject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using lb::thread::parseSubject;
using lb::thread::Subject;

class TestSubject : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTags_data();
    void readsTags();
    void namesTrees_data();
    void namesTrees();
    void stripsReplyPrefixes_data();
    void stripsReplyPrefixes();
    void keepsWhatIsNoPrefix_data();
    void keepsWhatIsNoPrefix();
    void isStableWithoutReplyPrefix();
    void survivesHostileInput();
};

void TestSubject::readsTags_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("kind"); // p patch, r RFC, g pull, s resend
    QTest::addColumn<int>("revision");
    QTest::addColumn<int>("number"); // -1 = none
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("title");
    const auto row
        = [](const char* subject, const char* kind, int revision, int number, int total, const char* title) {
              QTest::newRow(subject) << QString::fromUtf8(subject) << QString::fromUtf8(kind) << revision
                                     << number << total << QString::fromUtf8(title);
          };
    row("[PATCH v2 00/27] KVM: arm64: SCTLR2", "p", 2, 0, 27, "KVM: arm64: SCTLR2");
    row("[PATCH] fix it", "p", 1, -1, -1, "fix it");
    row("[kvm-unit-tests PATCH v2 0/9] arm64: support EL2", "p", 2, 0, 9, "arm64: support EL2");
    row("[PATCH kvmtool 0/3] arm64", "p", 1, 0, 3, "arm64");
    row("[PATCHv3 2/5] x", "p", 3, 2, 5, "x");
    row("[PATCH-v3 2/5] x", "p", 3, 2, 5, "x");
    row("[PATCH V4 2/5] x", "p", 4, 2, 5, "x");
    row("[PATCH RFC 1/2] x", "pr", 1, 1, 2, "x");
    row("[RFC PATCH v2 0/9] x", "pr", 2, 0, 9, "x");
    row("[RFCv2 0/9] x", "r", 2, 0, 9, "x");
    row("[RFC] x", "r", 1, -1, -1, "x");
    row("[RFC][PATCH 1/3] x", "pr", 1, 1, 3, "x");
    row("[PATCH v2][3/4] x", "p", 2, 3, 4, "x");
    row("[PATCH 3 / 14] x", "p", 1, 3, 14, "x");
    row("[PATCH v2 0 / 5] x", "p", 2, 0, 5, "x");
    row("[RFT PATCH v2 1/5] x", "p", 2, 1, 5, "x");
    row("[PATCH RESENT v3] x", "ps", 3, -1, -1, "x");
    row("[PATCH v3 003/014] x", "p", 3, 3, 14, "x");
    row("[PATCH v3,1/2] x", "p", 3, 1, 2, "x");
    row("[PATCH 5/4] an afterthought", "p", 1, 5, 4, "an afterthought");
    row("[RESEND PATCH v3 1/2] x", "ps", 3, 1, 2, "x");
    row("[REPOST PATCH] x", "ps", 1, -1, -1, "x");
    row("[GIT PULL] KVM/arm64 fixes, take #3", "g", 1, -1, -1, "KVM/arm64 fixes, take #3");
    row("[GIT PULL 2/4] soc: drivers", "g", 1, 2, 4, "soc: drivers");
    row("[PULL 00/23] target-arm queue", "g", 1, 0, 23, "target-arm queue");
    row("[PATCH net-next v5 1/2] x", "p", 5, 1, 2, "x");
    row("[PATCH stable v5.10] x", "p", 1, -1, -1, "x");
    row("[PATCH 6.1.y 2/3] x", "p", 1, 2, 3, "x");
    row("[PATCH v2 [subset] 1/2] x", "p", 2, 1, 2, "x");
    row("[dispatch] x", "", 1, -1, -1, "x");
    row("[KVMARM] [PATCH 1/2] x", "p", 1, 1, 2, "x");
    row("[PATCH 1/0] x", "p", 1, -1, -1, "x");
    row("[PATCH a1/2] x", "p", 1, -1, -1, "x");
    row("no [PATCH 1/2] tag", "", 1, -1, -1, "no [PATCH 1/2] tag");
    row("[PATCH 1/2", "", 1, -1, -1, "[PATCH 1/2");
    row("[] x", "", 1, -1, -1, "[] x");
    row("", "", 1, -1, -1, "");
}

void TestSubject::readsTags()
{
    QFETCH(QString, subject);
    const Subject parsed = parseSubject(subject);
    QString kind;
    kind += parsed.isPatch ? u"p"_s : QString();
    kind += parsed.isRfc ? u"r"_s : QString();
    kind += parsed.isPull ? u"g"_s : QString();
    kind += parsed.isResend ? u"s"_s : QString();
    QTEST(kind, "kind");
    QTEST(parsed.revision, "revision");
    QTEST(parsed.number.value_or(-1), "number");
    QTEST(parsed.total.value_or(-1), "total");
    QTEST(parsed.title, "title");
    QVERIFY(!parsed.isReply);
    QCOMPARE(parsed.isCover(), parsed.number == 0);
}

void TestSubject::namesTrees_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("trees");
    const auto row = [](const char* subject, const char* trees) {
        QTest::newRow(subject) << QString::fromUtf8(subject) << QString::fromUtf8(trees);
    };
    row("[PATCH v2 0/9] x", "");
    row("[kvm-unit-tests PATCH v2 0/9] x", "kvm-unit-tests");
    row("[PATCH v2 kvmtool 00/12] x", "kvmtool");
    row("[PATCH net-next v5 1 / 2] x", "net-next");
    row("[RFC PATCH] x", "");
    row("[RFC PATCHv3 1/2] x", "");
    row("[RFT PATCH 1/2] x", "");
    row("[PATCH RESEND v3 1/2] x", "");
    row("[REPOST][PATCH] x", "");
    row("[PATCH 5.4 1/2] x", "5.4");
    row("[PATCH MANUALSEL 6.1.y] x", "6.1.y manualsel");
    row("[KVMTOOL] [PATCH kvmtool] x", "kvmtool");
    row("[GIT PULL] x", "");
    row("no tag", "");
}

void TestSubject::namesTrees()
{
    QFETCH(QString, subject);
    QTEST(parseSubject(subject).trees.join(u' '), "trees");
}

void TestSubject::stripsReplyPrefixes_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<bool>("isReply");
    const auto row = [](const char* subject, const char* rest, bool isReply = true) {
        QTest::newRow(subject) << QString::fromUtf8(subject) << QString::fromUtf8(rest) << isReply;
    };
    row("Re: [PATCH 1/2] x", "[PATCH 1/2] x");
    row("RE : x", "x");
    row("re:x", "x");
    row("Re: Re: RE: x", "x");
    row("AW: Re: x", "x");
    row("SV: x", "x");
    row("Re[2]: x", "x");
    row("Re(3): x", "x");
    row("答复：[PATCH] x", "[PATCH] x");
    row("答复: x", "x");
    row("回复：Re: x", "x");
    row("回复: x", "x");
    row("Re：回复: [PATCH v2 1/2] x", "[PATCH v2 1/2] x");
    row("Fwd: x", "x", false);
    row("FW: Re: x", "x");
    row("转发：x", "x", false);
    row("[KVM] Re: [PATCH] x", "[KVM] [PATCH] x");
    row("Re: (subset) [PATCH 0/5] x", "[PATCH 0/5] x");
    row("Re: x Re: y", "x Re: y");
    row("Re:", "");
}

void TestSubject::stripsReplyPrefixes()
{
    QFETCH(QString, subject);
    const Subject parsed = parseSubject(subject);
    QTEST(parsed.withoutReply, "rest");
    QTEST(parsed.isReply, "isReply");
}

void TestSubject::keepsWhatIsNoPrefix_data()
{
    QTest::addColumn<QString>("subject");
    for (const char* subject : {"reset: do it", "resource leak", "regmap: x", "vsock: x", "tr: x", "Re x",
                                "fwd x", "(subset) x", "awk: x", "答复 x"})
        QTest::newRow(subject) << QString::fromUtf8(subject);
}

void TestSubject::keepsWhatIsNoPrefix()
{
    QFETCH(QString, subject);
    const Subject parsed = parseSubject(subject);
    QCOMPARE(parsed.withoutReply, subject);
    QVERIFY(!parsed.isReply);
}

void TestSubject::isStableWithoutReplyPrefix()
{
    for (const char* text : {"[PATCH v2 00/27] KVM", "Re: AW: [a] Re: [b]x", "回复：Re: x", "[a][b] [c] d",
                             "Re: (subset) [x] y"}) {
        const Subject once = parseSubject(QString::fromUtf8(text));
        const Subject twice = parseSubject(once.withoutReply);
        QCOMPARE(twice.withoutReply, once.withoutReply);
        QCOMPARE(twice.tags, once.tags);
        QCOMPARE(twice.title, once.title);
    }
}

void TestSubject::survivesHostileInput()
{
    (void)parseSubject(QString(1'000'000, u'['));
    (void)parseSubject(u"Re: "_s.repeated(250'000));
    (void)parseSubject(u"[1/2] "_s.repeated(150'000));
    (void)parseSubject(u"[" + u"1/"_s.repeated(400'000) + u"]");
    const Subject huge = parseSubject(u"[PATCH v99999999999 99999999999/99999999999] x"_s);
    QVERIFY(!huge.number || *huge.number >= 0);
    QVERIFY(huge.revision >= 1);
    const QString nul = QString(QChar(0)) + u"[PATCH] x"_s;
    (void)parseSubject(nul);
}

QTEST_APPLESS_MAIN(TestSubject)
#include "test_subject.moc"
