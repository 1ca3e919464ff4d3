// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/recipients.h"
#include "support/listingbuilder.h"
#include "thread/involvement.h"
#include "thread/snooze.h"

#include <QTest>

using namespace lb;
using namespace lb::thread;
using namespace Qt::StringLiterals;
using Until = Snooze::Until;

/// What is put off comes back when it should, and whom a thread concerns.
class TestSnooze : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsAPerson_data();
    void knowsAPerson();
    void wakesUp_data();
    void wakesUp();
    void aLaterRevisionWakes();
    void pathsMatch_data();
    void pathsMatch();
    void recipientsAreFound_data();
    void recipientsAreFound();
};

namespace
{

constexpr qint64 hour = 3600;

/// Three mails by Ada, Grace and Ada, and one by Marc after the period.
Listing talk()
{
    Listing listing = test::threadOf(3, u"[PATCH] x"_s);
    listing.mails[1].mail.from = {u"Grace Example"_s, u"Grace@example.invalid"_s};
    listing.later.push_back({listing.last().date.utc + hour, {u"Marc Example"_s, u"marc@example.invalid"_s}});
    return listing;
}

Revision posted(int revision, ThreadId thread, qint64 utc)
{
    Revision one;
    one.thread = thread;
    one.id = MessageId{"v" + QByteArray::number(revision) + "@example.invalid"};
    one.revision = revision;
    one.title = u"KVM: thing"_s;
    one.author = {u"Ada Example"_s, u"ada@example.invalid"_s};
    one.utc = utc;
    one.patches = {{1, one.title, MailId{revision}, one.id}};
    return one;
}

} // namespace

void TestSnooze::knowsAPerson_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("same");
    QTest::newRow("address, another case")
        << u"ADA@example.invalid"_s << u""_s << u"ada@Example.invalid"_s << true;
    QTest::newRow("name and address: either") << u"Ada Example <a@example.invalid>"_s << u"\"Ada  Example\""_s
                                              << u"other@example.invalid"_s << true;
    QTest::newRow("a name") << u"ada example"_s << u"Ada Example"_s << u"x@example.invalid"_s << true;
    QTest::newRow("part of a name") << u"Ada"_s << u"Ada Example"_s << u"ada@example.invalid"_s << false;
    QTest::newRow("nobody") << u""_s << u""_s << u""_s << false;
}

void TestSnooze::knowsAPerson()
{
    QFETCH(QString, person);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QTEST(Identity::of(person).is({name, address}), "same");
}

void TestSnooze::wakesUp_data()
{
    QTest::addColumn<Snooze>("snooze");
    QTest::addColumn<QString>("you");
    QTest::addColumn<bool>("back");
    QTest::addColumn<QString>("who");
    const Listing listing = talk();
    const qint64 first = listing.first().date.utc;
    const qint64 last = newestMail(listing);
    const auto row = [](const char* name, const Snooze& snooze, const QString& you, bool back,
                        const QString& who) { QTest::newRow(name) << snooze << you << back << who; };
    row("nothing", {}, {}, false, {});
    row("a date to come", {Until::Date, 1001, {}, 0}, {}, false, {});
    row("a date that is there", {Until::Date, 1000, {}, 0}, {}, true, {});
    row("any mail: there is one", {Until::Mail, 0, {}, first}, {}, true, u"Grace Example"_s);
    row("any mail: all were seen", {Until::Mail, 0, {}, last}, {}, false, {});
    row("any mail: only one's own", {Until::Mail, 0, {}, last - hour}, u"marc@example.invalid"_s, false, {});
    row("any mail: after the period", {Until::Mail, 0, {}, last - hour}, {}, true, u"Marc Example"_s);
    row("a reply by address", {Until::Reply, 0, u"grace@example.invalid"_s, first}, {}, true,
        u"Grace Example"_s);
    row("a reply by name, later", {Until::Reply, 0, u"Marc Example"_s, first}, {}, true, u"Marc Example"_s);
    row("a reply by somebody else", {Until::Reply, 0, u"Bob Example"_s, first}, {}, false, {});
    row("he had replied before", {Until::Reply, 0, u"grace@example.invalid"_s, last}, {}, false, {});
    row("revisions are not known", {Until::Revision, 0, {}, 0}, {}, false, {});
}

void TestSnooze::wakesUp()
{
    QFETCH(Snooze, snooze);
    QFETCH(QString, you);
    QFETCH(bool, back);
    QFETCH(QString, who);
    const std::optional<WakeUp> woken = wakeUp(snooze, talk(), nullptr, Identity::of(you), 1000);
    QCOMPARE(woken.has_value(), back);
    if (woken) {
        QCOMPARE(woken->who, who);
        QVERIFY(woken->cause == snooze.until);
    }
}

void TestSnooze::aLaterRevisionWakes()
{
    const Listing listing = talk();
    const qint64 seen = newestMail(listing);
    const Snooze snooze{Until::Revision, 0, {}, seen};
    const RevisionMap before = linkRevisions({posted(1, listing.thread, seen - hour)}, {});
    QVERIFY(!wakeUp(snooze, listing, &before, {}, 0));
    // In another thread, and be it one's own.
    const RevisionMap after
        = linkRevisions({posted(1, listing.thread, seen - hour), posted(3, ThreadId{99}, seen + hour)}, {});
    const auto woken = wakeUp(snooze, listing, &after, Identity::of(u"ada@example.invalid"_s), 0);
    QVERIFY(woken);
    QCOMPARE(woken->revision, 3);
}

void TestSnooze::pathsMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QString& pattern, const QString& path, bool matches) {
        QTest::addRow("%s / %s", qPrintable(pattern), qPrintable(path)) << pattern << path << matches;
    };
    row(u"arch/arm64/kvm/"_s, u"arch/arm64/kvm/hyp/entry.S"_s, true);
    row(u"arch/arm64/kvm/"_s, u"arch/arm64/kvm.c"_s, false);
    row(u"drivers/*/x.c"_s, u"drivers/net/x.c"_s, true);
    row(u"drivers/*/x.c"_s, u"drivers/net/a/x.c"_s, false);
    row(u"drivers/*/x?.c"_s, u"drivers/net/x1.c"_s, true);
    row(u"Kconfig"_s, u"arch/arm64/Kconfig"_s, true);
    row(u"Kconfig"_s, u"arch/arm64/Kconfig.debug"_s, false);
    row(u"a.c"_s, u"abc"_s, false); // no regular expression
    row(u"(a|b"_s, u"(a|b"_s, true);
    row(u"  "_s, u"x"_s, false);
}

void TestSnooze::pathsMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QTEST(!PathPatterns({pattern}).firstMatch({u"other"_s, path}).isEmpty(), "matches");
}

void TestSnooze::recipientsAreFound_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("folded, any case")
        << QByteArray(
               "From: f@example.invalid\nTO: \"Ada, E\" <Ada@Example.invalid>,\n b@example.invalid\ncc: "
               "c@example.invalid (C)\n\nTo: body@example.invalid\n")
        << QStringList{u"ada@example.invalid"_s, u"b@example.invalid"_s, u"c@example.invalid"_s};
    QTest::newRow("CRLF, each once") << QByteArray(
        "To: a@example.invalid\r\nCc: A@example.invalid\r\n\r\nbody")
                                     << QStringList{u"a@example.invalid"_s};
    QTest::newRow("other headers") << QByteArray("Reply-To: a@example.invalid\nTopic: b@example.invalid\n\n")
                                   << QStringList();
    QTest::newRow("no addresses") << QByteArray("To: undisclosed-recipients:;\nCc: @, a@, @b\n\n")
                                  << QStringList();
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("more than are wanted")
        << QByteArray("To: a@x, b@x, c@x, d@x\n\n") << QStringList{u"a@x"_s, u"b@x"_s, u"c@x"_s};
}

void TestSnooze::recipientsAreFound()
{
    QFETCH(QByteArray, mail);
    QTEST(mail::recipientAddresses(mail, 3), "found");
}

QTEST_GUILESS_MAIN(TestSnooze)
#include "test_snooze.moc"
