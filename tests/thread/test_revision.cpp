// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revision.h"
#include "thread/threadbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;
using lb::test::ThreadBuilder;

namespace
{

QString numbers(const QList<int>& list)
{
    QStringList words;
    for (const int number : list)
        words += QString::number(number);
    return words.join(u' ');
}

/// "v2 of 3: 0 1 3 missing 2 head 1"
QString told(const Revision& revision)
{
    QList<int> present;
    for (const PostedPatch& patch : revision.patches)
        present += patch.number;
    return u"v%1 of %2: %3 missing %4 head %5"_s.arg(revision.revision)
        .arg(revision.total)
        .arg(numbers(present), numbers(revision.missing()),
             QString::fromUtf8(revision.id.bytes).section(u'@', 0, 0));
}

QStringList told(const std::vector<Revision>& revisions)
{
    QStringList lines;
    for (const Revision& revision : revisions)
        lines += told(revision);
    return lines;
}

std::vector<Revision> found(const ThreadBuilder& builder)
{
    return findRevisions(std::vector<Listing>{builder.listing()});
}

} // namespace

class TestRevision : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsPostings();
    void tellsPostingsOfOneThreadApart();
    void takesACoverLetterThatComesLate();
    void leadsWithTheLowestNumber();
    void givesLonePatchesEachTheirOwn();
    void passesOverAnswersAndForwards();
    void knowsWhatOnlyAnswersTell();
    void readsSendersOfGit_data();
    void readsSendersOfGit();
    void foldsTitles();
};

void TestRevision::findsPostings()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH v2 0/3] KVM: x", {}, 1).mail(2, "[PATCH v2 1/3] KVM: a", {1}, 1);
    b.mail(4, "[PATCH v2 3/3] KVM: c", {1}, 1)
        .mail(5, "Re: [PATCH v2 2/3] KVM: b", {1}, 2)
        .from("Bob Example");
    const std::vector<Revision> revisions = found(b);
    QCOMPARE(told(revisions), QStringList{u"v2 of 3: 0 1 3 missing 2 head 1"_s});
    QCOMPARE(revisions.front().title, u"KVM: x"_s);
    QCOMPARE(revisions.front().author.address, u"ada@example.invalid"_s);
    QCOMPARE(revisions.front().patches.at(1).title, u"KVM: a"_s);
}

void TestRevision::tellsPostingsOfOneThreadApart()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/2] KVM: x", {}, 1)
        .mail(2, "[PATCH 1/2] KVM: a", {1}, 1)
        .mail(3, "[PATCH 2/2] KVM: b", {1}, 1);
    b.mail(11, "[PATCH v2 0/2] KVM: x", {1}, 30).mail(12, "[PATCH v2 1/2] KVM: a", {1, 11}, 30);
    // Sent again: a second cover letter begins another posting, a second patch got lost.
    b.mail(21, "[PATCH v2 RESEND 0/2] KVM: x", {1}, 60).mail(22, "[PATCH v2 RESEND 1/2] KVM: a", {1, 21}, 60);
    b.mail(23, "[PATCH v2 RESEND 2/2] KVM: b", {1, 21}, 60).mail(24, "[PATCH v2 2/2] KVM: b", {1, 11}, 61);
    // Another's patch with the same numbers.
    b.mail(31, "[PATCH 1/2] KVM: other", {1}, 70).from("Bob Example");
    QCOMPARE(told(found(b)),
             (QStringList{u"v1 of 2: 0 1 2 missing  head 1"_s, u"v2 of 2: 0 1 missing 2 head 11"_s,
                          u"v2 of 2: 0 1 2 missing  head 21"_s, u"v1 of 2: 1 missing 2 head 31"_s}));
}

void TestRevision::takesACoverLetterThatComesLate()
{
    ThreadBuilder b;
    b.mail(2, "[PATCH 1/2] KVM: a", {1}, 1)
        .mail(3, "[PATCH 2/2] KVM: b", {1}, 1)
        .mail(1, "[PATCH 0/2] KVM: x", {}, 2);
    const std::vector<Revision> revisions = found(b);
    QCOMPARE(told(revisions), QStringList{u"v1 of 2: 0 1 2 missing  head 1"_s});
    QCOMPARE(revisions.front().title, u"KVM: x"_s);
}

void TestRevision::leadsWithTheLowestNumber()
{
    ThreadBuilder b;
    b.mail(3, "[PATCH 2/2] KVM: b", {}, 1).mail(2, "[PATCH 1/2] KVM: a", {3}, 2);
    const std::vector<Revision> revisions = found(b);
    QCOMPARE(told(revisions), QStringList{u"v1 of 2: 1 2 missing  head 2"_s});
    QVERIFY(revisions.front().title.isEmpty());
}

void TestRevision::givesLonePatchesEachTheirOwn()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH kvmtool] a", {}, 1)
        .mail(2, "[PATCH v2 kvmtool] a", {1}, 5)
        .mail(3, "[RFC PATCH] b", {1}, 6);
    const std::vector<Revision> revisions = found(b);
    QCOMPARE(told(revisions),
             (QStringList{u"v1 of 1: 1 missing  head 1"_s, u"v2 of 1: 1 missing  head 2"_s,
                          u"v1 of 1: 1 missing  head 3"_s}));
    QCOMPARE(revisions.front().trees, QStringList{u"kvmtool"_s});
    QVERIFY(revisions.back().isRfc);
}

void TestRevision::passesOverAnswersAndForwards()
{
    ThreadBuilder b;
    b.mail(1, "Re: [PATCH 1/2] a", {}, 1)
        .mail(2, "Fwd: [PATCH 1/2] a", {1}, 1)
        .mail(3, "[RFC] a question", {1}, 2);
    QVERIFY(found(b).empty());
}

void TestRevision::knowsWhatOnlyAnswersTell()
{
    ThreadBuilder b;
    b.mail(5, "Re: [PATCH v6 3/5] kvm: New flag", {1, 3}, 4).from("Bob Example");
    b.mail(6, "Re: [PATCH v6 3/5] kvm: New flag", {1, 3, 5}, 5);
    b.mail(7, "Re: [PATCH v6 4/5] kvm: More", {1, 4}, 6).from("Bob Example");
    QVERIFY(found(b).empty());
    const auto answered = findAnsweredRevisions(std::vector<Listing>{b.listing()});
    QCOMPARE(answered.size(), 1U);
    QVERIFY(answered.front().revision.answersOnly);
    QCOMPARE(told(answered.front().revision), u"v6 of 5: 3 4 missing 1 2 5 head 5"_s);
    QCOMPARE(answered.front().missing, (QList<IdNumber>{1, 3, 4}));
    b.mail(3, "[PATCH v6 3/5] kvm: New flag", {1}, 0);
    QVERIFY(findAnsweredRevisions(std::vector<Listing>{b.listing()}).empty());
}

void TestRevision::readsSendersOfGit_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("sender");
    QTest::newRow("git") << QByteArray("20250524013943.2832-4-Ada@example.invalid")
                         << u"ada@example.invalid"_s;
    QTest::newRow("long pid") << QByteArray("20250618065536.185946-1-ada-x@example.invalid")
                              << u"ada-x@example.invalid"_s;
    QTest::newRow("b4") << QByteArray("20250619-seed-ffa-v5-1-99b2446742e9@example.invalid") << QString();
    QTest::newRow("mutt") << QByteArray("aDgfUZ+q@example.invalid") << QString();
    QTest::newRow("cut") << QByteArray("20250524013943.2832-4") << QString();
    QTest::newRow("no pid") << QByteArray("20250524013943.-4-ada@example.invalid") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestRevision::readsSendersOfGit()
{
    QFETCH(QByteArray, id);
    QTEST(gitSender(MessageId{id}), "sender");
}

void TestRevision::foldsTitles()
{
    QCOMPARE(foldedTitle(u"KVM: arm64: Map  GPU-memory"_s), foldedTitle(u"kvm: arm64: map gpu memory"_s));
    QVERIFY(foldedTitle(u"a 1"_s) != foldedTitle(u"a 2"_s));
}

QTEST_APPLESS_MAIN(TestRevision)
#include "test_revision.moc"
