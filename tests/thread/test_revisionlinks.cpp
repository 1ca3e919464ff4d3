// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/messageparser.h"
#include "support/mboxlist.h"
#include "thread/revisionlinks.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

namespace
{

constexpr qint64 monday = 1750032000;
constexpr qint64 hour = 3600;

/// Postings for tests, written down one after the other; each is a thread of its own.
class PostingsBuilder
{
public:
    /// `hours` after Monday; titles: the cover letter's first, "" = none.
    PostingsBuilder& posting(const QByteArray& id, const char* tag, const QStringList& titles, double hours,
                             const char* author = "ada@example.invalid")
    {
        const Subject subject = parseSubject(u'[' + QString::fromUtf8(tag) + u"] x"_s);
        Revision revision;
        revision.thread = ThreadId{static_cast<qint64>(m_revisions.size()) + 1};
        revision.id = MessageId{id + "@x.invalid"};
        revision.revision = subject.revision;
        revision.isRfc = subject.isRfc;
        revision.isResend = subject.isResend;
        revision.trees = subject.trees;
        revision.author = {{}, QString::fromUtf8(author)};
        revision.utc = monday + static_cast<qint64>(hours * hour);
        revision.title = titles.constFirst();
        revision.total = std::max(1, static_cast<int>(titles.size()) - 1);
        if (titles.size() == 1)
            revision.patches += {1, titles.constFirst(), {}, revision.id};
        for (qsizetype i = titles.constFirst().isEmpty() ? 1 : 0; titles.size() > 1 && i < titles.size();
             ++i) {
            const QByteArray end = i == 0 ? QByteArray() : QByteArray("-" + QByteArray::number(i));
            revision.patches += {static_cast<int>(i), titles.at(i), {}, MessageId{id + end + "@x.invalid"}};
        }
        m_revisions.push_back(revision);
        return *this;
    }
    /// The last one is known by its answers only.
    PostingsBuilder& answersOnly(const char* sender, int total)
    {
        Revision& revision = m_revisions.back();
        revision.answersOnly = true;
        revision.author = {};
        revision.title.clear();
        revision.total = total;
        m_clues.senders.insert(revision.thread, QString::fromUtf8(sender));
        return *this;
    }
    PostingsBuilder& notes(const QString& body)
    {
        m_clues.notes.insert(m_revisions.back().id, readRevisionNotes(mail::classify(body)));
        return *this;
    }
    PostingsBuilder& decide(const char* posting, const char* earlier)
    {
        m_clues.decisions += {MessageId{QByteArray(posting) + "@x.invalid"},
                              *earlier == '\0' ? MessageId() : MessageId{QByteArray(earlier) + "@x.invalid"}};
        return *this;
    }
    [[nodiscard]] RevisionMap map() const { return linkRevisions(m_revisions, m_clues); }

private:
    std::vector<Revision> m_revisions;
    RevisionClues m_clues;
};

QString name(const RevisionMap& map, int revision)
{
    return QString::fromUtf8(map.at(revision).id.bytes).section(u'@', 0, 0);
}

/// "v1>v2 title, ..." and the series, newest first: "(v2 v1)".
QString told(const RevisionMap& map)
{
    static const QStringList words{u"manual"_s, u"change-id"_s, u"cover"_s,
                                   u"title"_s,  u"patches"_s,   u"next"_s};
    QStringList parts;
    for (const RevisionLink& link : map.links)
        parts += u"%1>%2 %3"_s.arg(name(map, link.earlier), name(map, link.later),
                                   words.at(static_cast<int>(link.evidence)));
    for (const std::vector<int>& series : map.series) {
        QStringList names;
        for (const int revision : series)
            names += name(map, revision);
        parts += u'(' + names.join(u' ') + u')';
    }
    return parts.join(u", "_s);
}

const QStringList gpu{u"KVM: arm64: Map GPU memory"_s, u"KVM: arm64: Rename symbols"_s,
                      u"KVM: arm64: Block mapping"_s, u"KVM: arm64: Allow mapping"_s};
const QStringList renamed{u"KVM: arm64: Cacheable device memory"_s, u"KVM: arm64: Rename symbols"_s,
                          u"KVM: arm64: Block mapping"_s, u"KVM: arm64: Allow mapping"_s};
const QStringList other{u"KVM: Other things"_s, u"KVM: One"_s, u"KVM: Two"_s, u"KVM: Three"_s};

} // namespace

Q_DECLARE_METATYPE(PostingsBuilder)

class TestRevisionLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksByEvidence_data();
    void linksByEvidence();
    void leavesDoubtfulOnesApart_data();
    void leavesDoubtfulOnesApart();
    void linksWhatOnlyAnswersTell();
    void followsTheUser();
    void knowsTheNeighbours();
    void boundsWhatOneAuthorMayPost();
    void linksTheSample();
    void linksARealList();
};

void TestRevisionLinks::linksByEvidence_data()
{
    QTest::addColumn<PostingsBuilder>("postings");
    QTest::addColumn<QString>("expected");
    const QString id = u"change-id: 20250501-map-gpu-1234abcd\n"_s;
    QTest::newRow("title and author") << PostingsBuilder()
                                             .posting("v1", "PATCH", gpu, 0)
                                             .posting("v2", "PATCH v2", gpu, 50)
                                             .posting("v3", "PATCH v3", gpu, 90)
                                      << u"v1>v2 title, v2>v3 title, (v3 v2 v1)"_s;
    QTest::newRow("a revision is skipped")
        << PostingsBuilder().posting("v1", "PATCH", gpu, 0).posting("v4", "PATCH v4", gpu, 50)
        << u"v1>v4 title, (v4 v1)"_s;
    QTest::newRow("RFC first, its numbers its own")
        << PostingsBuilder().posting("r2", "RFC PATCH v2", gpu, 0).posting("v1", "PATCH", gpu, 50)
        << u"r2>v1 title, (v1 r2)"_s;
    QTest::newRow("sent again")
        << PostingsBuilder().posting("v1", "PATCH", gpu, 0).posting("again", "PATCH RESEND", gpu, 200)
        << u"v1>again title, (again v1)"_s;
    QTest::newRow("patch titles where the cover letter got another")
        << PostingsBuilder().posting("v1", "PATCH", gpu, 0).posting("v2", "PATCH v2", renamed, 50)
        << u"v1>v2 patches, (v2 v1)"_s;
    QTest::newRow("change-id") << PostingsBuilder()
                                      .posting("v1", "PATCH", gpu, 0)
                                      .notes(id)
                                      .posting("v2", "PATCH v2", other, 50, "bob@example.invalid")
                                      .notes(id)
                               << u"v1>v2 change-id, (v2 v1)"_s;
    QTest::newRow("a link in the cover letter")
        << PostingsBuilder()
               .posting("v1", "PATCH", gpu, 0)
               .posting("v2", "PATCH v2", other, 50)
               .notes(u"v1: https://lore.example.invalid/r/v1@x.invalid\n"_s)
        << u"v1>v2 cover, (v2 v1)"_s;
    QTest::newRow("a link to one of its patches")
        << PostingsBuilder()
               .posting("v1", "PATCH", gpu, 0)
               .posting("v2", "PATCH v2", other, 50)
               .notes(u"v1: https://lore.example.invalid/r/v1-2@x.invalid/T/\n"_s)
        << u"v1>v2 cover, (v2 v1)"_s;
    QTest::newRow("taken over by another, the title kept")
        << PostingsBuilder()
               .posting("v6", "PATCH v6", gpu, 0)
               .posting("v7", "PATCH v7", gpu, 50, "bob@example.invalid")
               .notes(
                   u"the letter of v6, which can be found at\nhttps://lore.example.invalid/r/v6@x.invalid.\n"_s)
        << u"v6>v7 cover, (v7 v6)"_s;
    QTest::newRow("lone patches, the title spelt otherwise")
        << PostingsBuilder()
               .posting("v1", "PATCH", {u"KVM: lone"_s}, 0)
               .posting("v2", "PATCH v2", {u"kvm: Lone"_s}, 50)
        << u"v1>v2 title, (v2 v1)"_s;
}

void TestRevisionLinks::linksByEvidence()
{
    QFETCH(PostingsBuilder, postings);
    QTEST(told(postings.map()), "expected");
}

void TestRevisionLinks::leavesDoubtfulOnesApart_data()
{
    QTest::addColumn<PostingsBuilder>("postings");
    QTest::newRow("merely v2 and as many patches")
        << PostingsBuilder().posting("a", "PATCH", gpu, 0).posting("b", "PATCH v2", other, 50);
    QTest::newRow("the title, another author")
        << PostingsBuilder()
               .posting("a", "PATCH", gpu, 0)
               .posting("b", "PATCH v2", gpu, 50, "bob@example.invalid");
    QTest::newRow("two first versions")
        << PostingsBuilder().posting("a", "PATCH", gpu, 0).posting("b", "PATCH", gpu, 500);
    QTest::newRow("another tree")
        << PostingsBuilder().posting("a", "PATCH kvmtool", gpu, 0).posting("b", "PATCH v2 qemu", gpu, 50);
    QTest::newRow("an older one posted later")
        << PostingsBuilder().posting("a", "PATCH v3", gpu, 0).posting("b", "PATCH v2", gpu, 50);
    QTest::newRow("too long ago")
        << PostingsBuilder().posting("a", "PATCH", gpu, 0).posting("b", "PATCH v2", gpu, 24 * 500);
    QTest::newRow("half of the patches")
        << PostingsBuilder()
               .posting("a", "PATCH", {u"KVM: A"_s, u"KVM: 1"_s, u"KVM: 2"_s}, 0)
               .posting("b", "PATCH v2", {u"KVM: B"_s, u"KVM: 1"_s, u"KVM: 3"_s}, 50);
    QTest::newRow("a lone patch that went into a series")
        << PostingsBuilder()
               .posting("a", "PATCH", {u"KVM: 1"_s}, 0)
               .posting("b", "PATCH v2", {u"KVM: B"_s, u"KVM: 1"_s, u"KVM: 2"_s, u"KVM: 3"_s}, 50);
    QTest::newRow("what it is based on")
        << PostingsBuilder()
               .posting("a", "PATCH", gpu, 0)
               .posting("b", "PATCH v2", other, 50)
               .notes(u"Depends on v1 of the series: https://lore.example.invalid/r/a@x.invalid\n"_s);
    QTest::newRow("a link without a word")
        << PostingsBuilder()
               .posting("a", "PATCH", gpu, 0)
               .posting("b", "PATCH v2", other, 50)
               .notes(u"See [1].\n\n[1] https://lore.example.invalid/r/a@x.invalid\n"_s);
    QTest::newRow("a link with another revision's number")
        << PostingsBuilder()
               .posting("a", "PATCH v2", gpu, 0)
               .posting("b", "PATCH v3", other, 50)
               .notes(u"v1: https://lore.example.invalid/r/a@x.invalid\n"_s);
    QTest::newRow("another's work under another title")
        << PostingsBuilder()
               .posting("a", "PATCH", gpu, 0, "bob@example.invalid")
               .posting("b", "PATCH v2", other, 50)
               .notes(u"v1: https://lore.example.invalid/r/a@x.invalid\n"_s);
}

void TestRevisionLinks::leavesDoubtfulOnesApart()
{
    QFETCH(PostingsBuilder, postings);
    QCOMPARE(told(postings.map()), QString());
}

void TestRevisionLinks::linksWhatOnlyAnswersTell()
{
    const QStringList asked{u""_s, u"kvm: arm64: New flag to say cacheable mapping"_s};
    const QStringList next{u"KVM: arm64: Map GPU memory"_s, u"KVM: arm64: Allow cacheable mapping"_s};
    const QString changes = u"Changes since v6:\n- one\n"_s;
    const auto builder = [&](const char* sender, const QString& notes) {
        PostingsBuilder b;
        b.posting("v6", "PATCH v6", asked, 10).answersOnly(sender, 5);
        b.posting("v7", "PATCH v7", next, 0).notes(notes);
        return b;
    };
    QCOMPARE(told(builder("ada@example.invalid", changes).map()), u"v6>v7 next, (v7 v6)"_s);
    QCOMPARE(told(builder("", changes).map()), QString());
    QCOMPARE(told(builder("bob@example.invalid", changes).map()), QString());
    QCOMPARE(told(builder("ada@example.invalid", {}).map()), QString());
    // Two that could be meant.
    PostingsBuilder two = builder("ada@example.invalid", changes);
    two.posting("w7", "PATCH v7", next, 1).notes(changes);
    QVERIFY(!told(two.map()).contains(u"next"_s));
    // The very patch that was asked about is in the next revision.
    PostingsBuilder same;
    same.posting("v1", "PATCH", {u""_s, gpu.at(1)}, 10).answersOnly("ada@example.invalid", 3);
    same.posting("v2", "PATCH v2", gpu, 20);
    QCOMPARE(told(same.map()), u"v1>v2 patches, (v2 v1)"_s);
}

void TestRevisionLinks::followsTheUser()
{
    PostingsBuilder b;
    b.posting("v1", "PATCH", gpu, 0).posting("v2", "PATCH v2", gpu, 50).posting("v3", "PATCH v3", gpu, 90);
    b.posting("x", "PATCH v4", other, 120, "bob@example.invalid");
    PostingsBuilder linked = b;
    QCOMPARE(told(linked.decide("x", "v3").map()), u"v1>v2 title, v2>v3 title, v3>x manual, (x v3 v2 v1)"_s);
    // By a patch of it, too; and what is linked by hand may still have later revisions.
    PostingsBuilder inner = b;
    QCOMPARE(told(inner.decide("v2-1", "v1-2").map()), u"v1>v2 manual, v2>v3 title, (v3 v2 v1)"_s);
    PostingsBuilder apart = b;
    QCOMPARE(told(apart.decide("v2", "").map()), u"v1>v3 title, (v3 v1)"_s);
    // What is not there links nothing.
    PostingsBuilder gone = b;
    QCOMPARE(told(gone.decide("x", "gone").decide("gone", "v1").map()),
             u"v1>v2 title, v2>v3 title, (v3 v2 v1)"_s);
}

void TestRevisionLinks::knowsTheNeighbours()
{
    const RevisionMap map = PostingsBuilder()
                                .posting("v1", "PATCH", gpu, 0)
                                .posting("v2", "PATCH v2", gpu, 50)
                                .posting("v3", "PATCH v3", gpu, 90)
                                .posting("x", "PATCH", other, 95)
                                .map();
    QCOMPARE(map.previous(1), 0);
    QCOMPARE(map.next(1), 2);
    QCOMPARE(map.previous(0), -1);
    QCOMPARE(map.next(2), -1);
    QCOMPARE(map.previous(3), -1);
    QCOMPARE(map.next(3), -1);
    QCOMPARE(map.previous(-1), -1);
    QCOMPARE(map.newestIn(ThreadId{2}), 1);
    QCOMPARE(map.newestIn(ThreadId{99}), -1);
    QCOMPARE(map.threadsOf(0), (QList<ThreadId>{ThreadId{3}, ThreadId{2}, ThreadId{1}}));
    QCOMPARE(map.evidenceFor(2)->earlier, 1);
    QCOMPARE(map.evidenceFor(0)->later, 1);
    QVERIFY(map.evidenceFor(3) == nullptr);
}

namespace
{

/// All that a library would know of an mbox.
RevisionMap mapOf(const test::MboxList& list)
{
    const std::vector<Listing> listings = listThreads(list.mails, {});
    std::vector<Revision> revisions = findRevisions(listings);
    RevisionClues clues;
    for (const Revision& revision : revisions) {
        const QByteArray& raw = list.raw[static_cast<std::size_t>(revision.row.value - 1)];
        clues.notes.insert(revision.id, readRevisionNotes(mail::classify(mail::parseText(raw).text)));
    }
    for (const AnsweredRevision& answered : findAnsweredRevisions(listings)) {
        for (const IdNumber id : answered.missing) {
            if (const QString sender = gitSender(list.ids.value(id)); !sender.isEmpty())
                clues.senders.insert(answered.revision.thread, sender);
        }
        revisions.push_back(answered.revision);
    }
    return linkRevisions(std::move(revisions), clues);
}

} // namespace

void TestRevisionLinks::boundsWhatOneAuthorMayPost()
{
    // Without bounds every posting would be compared with all before it.
    PostingsBuilder b;
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray tag = QByteArray("PATCH v") + QByteArray::number(i + 2);
        b.posting(QByteArray::number(i), tag.constData(), gpu, i * 0.01);
    }
    const RevisionMap map = b.map();
    QCOMPARE(map.revisions.size(), 2'000U);
    for (const std::vector<int>& series : map.series)
        QVERIFY(series.size() <= 100);
}

void TestRevisionLinks::linksTheSample()
{
    const auto list = test::readMboxList(qEnvironmentVariable("LB_SOURCE")
                                         + u"/resources/sample/kvmarm-2025-week25.mbox.gz"_s);
    QVERIFY(list);
    const RevisionMap map = mapOf(*list);
    QCOMPARE(map.series.size(), 1U);
    QStringList revisions;
    for (const int revision : map.series.front())
        revisions += u"v%1/%2"_s.arg(map.at(revision).revision).arg(map.at(revision).total);
    QCOMPARE(revisions, (QStringList{u"v9/6"_s, u"v8/6"_s, u"v7/5"_s, u"v6/5"_s}));
    QVERIFY(map.at(map.series.front().back()).answersOnly);
    QVERIFY(map.at(map.series.front().front()).missing().isEmpty());
}

void TestRevisionLinks::linksARealList()
{
    const QString file = qEnvironmentVariable("LB_SHARED") + u"/data/real/kvmarm-2022-05-to-07.mbox.gz"_s;
    if (!QFile::exists(file))
        QSKIP("the shared slice is not here");
    const auto list = test::readMboxList(file);
    QVERIFY(list);
    const RevisionMap map = mapOf(*list);
    std::map<Evidence, int> counts;
    for (const RevisionLink& link : map.links) {
        ++counts[link.evidence];
        if (qEnvironmentVariableIsSet("LB_PRINT")) {
            const Revision& a = map.at(link.earlier);
            const Revision& b = map.at(link.later);
            qInfo().noquote() << static_cast<int>(link.evidence) << "| v" << a.revision << a.id.bytes
                              << a.title << "=> v" << b.revision << b.id.bytes << b.title;
        }
    }
    qInfo("revisions %zu, links %zu, series %zu", map.revisions.size(), map.links.size(), map.series.size());
    for (const auto& [evidence, count] : counts)
        qInfo("evidence %d: %d links", static_cast<int>(evidence), count);
    // Read one by one: all true. Fewer would be a loss, more are to be read.
    QCOMPARE(map.links.size(), 36U);
    QCOMPARE(map.series.size(), 17U);
}

QTEST_GUILESS_MAIN(TestRevisionLinks)
#include "test_revisionlinks.moc"
