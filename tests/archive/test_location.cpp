// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/location.h"
#include "support/loopbackserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace lb;
using namespace lb::archive;
using namespace Qt::StringLiterals;

class TestLocation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recognisesFiles_data();
    void recognisesFiles();
    void recognisesFolders();
    void recognisesGitMirrors_data();
    void recognisesGitMirrors();
    void namesWhatIsMissing();
    void saysWhenNothingIsAllowed();
    void doesNotWaitForAPipe();
    void recognisesAddresses_data();
    void recognisesAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void escapesPermalinks_data();
    void escapesPermalinks();

private:
    QString make(const QString& name, const QByteArray& content = {}) const;
    void makeGit(const QString& name) const;
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLocation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestLocation::make(const QString& name, const QByteArray& content) const
{
    const QString path = at(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return path;
}

void TestLocation::makeGit(const QString& name) const
{
    make(name + u"/HEAD", "ref: refs/heads/master\n");
    QDir().mkpath(at(name + u"/objects"));
    QDir().mkpath(at(name + u"/refs"));
}

void TestLocation::recognisesFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind"); // -1 = none
    QTest::addColumn<QString>("listName");
    const auto row
        = [](const QString& name, const QByteArray& content, int kind, const QString& listName = {}) {
              QTest::newRow(qPrintable(name)) << name << content << kind << listName;
          };
    const QByteArray mbox = "From a@example.invalid Mon Jun 16\nSubject: x\n\n";
    const int plain = int(Kind::Mbox);
    const int packed = int(Kind::MboxGz);
    row(u"kvmarm.mbox"_s, mbox, plain, u"kvmarm"_s);
    row(u"kvmarm"_s, mbox, plain, u"kvmarm"_s);
    row(u"week.mbox.gz"_s, test::gzip(mbox), packed, u"week"_s);
    row(u"misnamed.mbox"_s, test::gzip(mbox), packed, u"misnamed"_s);
    row(u"empty.mbox"_s, {}, plain, u"empty"_s);
    row(u"empty.gz"_s, test::gzip({}), packed, u"empty"_s);
    row(u"blank lines"_s, "\n\n" + mbox, plain, u"blank lines"_s);
    row(u"page.html"_s, "<!DOCTYPE html><html>", -1);
    row(u"page.gz"_s, test::gzip("<!DOCTYPE html><html>"), -1);
    row(u"one.eml"_s, "From: a@example.invalid\n\n", -1);
    row(u"packed.xz"_s,
        "\xfd"
        "7zXZ",
        -1);
    row(u"zeros"_s, QByteArray(100, '\0'), -1);
}

void TestLocation::recognisesFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    QFETCH(QString, listName);
    const QString path = make(name, content);
    const Result<Location> location = locate(path);
    if (kind < 0) {
        QVERIFY(!location);
        QCOMPARE(location.error().code, ErrorCode::NotAnArchive);
        QVERIFY(location.error().text.contains(path));
        return;
    }
    QVERIFY(location);
    QCOMPARE(int(location->kind), kind);
    QCOMPARE(location->path, path);
    QCOMPARE(location->listName, listName);
    QVERIFY(!location->isRemote());
    QVERIFY(location->permalink("a@x").isEmpty());
    QCOMPARE(locate(QUrl::fromLocalFile(path).toString())->path, path);
}

void TestLocation::recognisesFolders()
{
    make(u"maildir/new/1.mail"_s);
    QDir().mkpath(at(u"maildir/cur"_s));
    QCOMPARE(locate(at(u"maildir"_s))->kind, Kind::Maildir);
    QCOMPARE(locate(at(u"maildir/"_s))->listName, u"maildir"_s);
    make(u"mails/b.EML"_s);
    QCOMPARE(locate(at(u"mails"_s))->kind, Kind::EmlFolder);
    QDir().mkpath(at(u"nothing"_s));
    make(u"other/readme.txt"_s);
    for (const QString& name : {u"nothing"_s, u"other"_s}) {
        const Result<Location> location = locate(at(name));
        QVERIFY(!location);
        QCOMPARE(location.error().code, ErrorCode::NotAnArchive);
        QVERIFY(location.error().text.contains(at(name)));
    }
}

void TestLocation::recognisesGitMirrors_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("argument");
    QTest::newRow("epoch") << u"kvmarm/0.git"_s << u"kvmarm/0.git"_s;
    QTest::newRow("above epochs") << u"kvmarm/0.git"_s << u"kvmarm"_s;
    QTest::newRow("plain number") << u"kvmarm/1"_s << u"kvmarm"_s;
    QTest::newRow("inbox folder") << u"kvmarm/git/0.git"_s << u"kvmarm"_s;
    QTest::newRow("inbox folder, epoch") << u"kvmarm/git/0.git"_s << u"kvmarm/git/0.git"_s;
    QTest::newRow("inbox folder, git") << u"kvmarm/git/0.git"_s << u"kvmarm/git"_s;
    QTest::newRow("checked out") << u"kvmarm/.git"_s << u"kvmarm"_s;
    QTest::newRow("named") << u"kvmarm.git"_s << u"kvmarm.git"_s;
}

void TestLocation::recognisesGitMirrors()
{
    QFETCH(QString, repository);
    QFETCH(QString, argument);
    makeGit(repository);
    const Result<Location> location = locate(at(argument));
    QVERIFY(location);
    QCOMPARE(location->kind, Kind::Git);
    QCOMPARE(location->listName, u"kvmarm"_s);
}

void TestLocation::namesWhatIsMissing()
{
    const Result<Location> location = locate(at(u"no such.mbox"_s));
    QVERIFY(!location);
    QCOMPARE(location.error().code, ErrorCode::NotFound);
    QVERIFY(location.error().text.contains(u"no such.mbox"_s));
    QCOMPARE(locate(u"  "_s).error().code, ErrorCode::NotFound);
}

void TestLocation::saysWhenNothingIsAllowed()
{
    if (geteuid() == 0)
        QSKIP("Permissions do not hold for root.");
    const QString file = make(u"locked.mbox"_s, "From x\n");
    QFile::setPermissions(file, {});
    QCOMPARE(locate(file).error().code, ErrorCode::FilePermission);
    QDir().mkpath(at(u"locked"_s));
    QFile::setPermissions(at(u"locked"_s), {});
    QCOMPARE(locate(at(u"locked"_s)).error().code, ErrorCode::FilePermission);
    QFile::setPermissions(at(u"locked"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestLocation::doesNotWaitForAPipe()
{
    const QString path = at(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QCOMPARE(locate(path).error().code, ErrorCode::NotAnArchive);
}

void TestLocation::recognisesAddresses_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("listName");
    const auto row = [](const QString& argument, const QString& url, const QString& listName = u"kvmarm"_s) {
        QTest::newRow(qPrintable(argument)) << argument << url << listName;
    };
    const QString kvmarm = u"https://lore.example.invalid/kvmarm/"_s;
    row(u"https://lore.example.invalid/kvmarm/"_s, kvmarm);
    row(u"https://lore.example.invalid/kvmarm"_s, kvmarm);
    row(u" HTTPS://lore.example.invalid/kvmarm/?q=x#top "_s, kvmarm);
    row(u"https://lore.example.invalid/kvmarm/20250616.1@example.invalid/"_s, kvmarm);
    row(u"https://lore.example.invalid/kvmarm/a%2Fb%40example.invalid/T/#u"_s, kvmarm);
    row(u"https://lore.example.invalid/kvmarm/new.atom"_s, kvmarm);
    row(u"https://lore.example.invalid/kvmarm/_/text/help/"_s, kvmarm);
    row(u"http://127.0.0.1:8091/kvmarm/"_s, u"http://127.0.0.1:8091/kvmarm/"_s);
    row(u"https://example.invalid/inboxes/kvmarm"_s, u"https://example.invalid/inboxes/kvmarm/"_s);
}

void TestLocation::recognisesAddresses()
{
    QFETCH(QString, argument);
    QFETCH(QString, url);
    QFETCH(QString, listName);
    const Result<Location> location = locate(argument);
    QVERIFY(location);
    QVERIFY(location->isRemote());
    QCOMPARE(location->text(), url);
    QCOMPARE(location->listName, listName);
}

void TestLocation::refusesAddresses_data()
{
    QTest::addColumn<QString>("argument");
    for (const QString& argument :
         {u"https://"_s, u"https:///kvmarm/"_s, u"https://lore.example.invalid"_s,
          u"https://lore.example.invalid/"_s, u"nntp://lore.example.invalid/x"_s,
          u"ftp://example.invalid/kvmarm"_s, u"https://user:secret@lore.example.invalid/kvmarm/"_s,
          u"https://exa mple.invalid/x/"_s})
        QTest::newRow(qPrintable(argument)) << argument;
}

void TestLocation::refusesAddresses()
{
    QFETCH(QString, argument);
    const Result<Location> location = locate(argument);
    QVERIFY(!location);
    QCOMPARE(location.error().code, ErrorCode::NotAnArchive);
    QVERIFY(!location.error().text.contains(u"secret"_s));
}

void TestLocation::escapesPermalinks_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("path");
    const auto row
        = [](const QByteArray& id, const QString& path) { QTest::newRow(id.constData()) << id << path; };
    row("20250616-1_a.b~c@example.invalid", u"20250616-1_a.b~c@example.invalid"_s);
    row("a/b@x", u"a%2Fb@x"_s);
    row("a+b%c@x", u"a%2Bb%25c@x"_s);
    row("a?b#c&d=e@x", u"a%3Fb%23c%26d%3De@x"_s);
    row("a b\"c'(d)@x", u"a%20b%22c%27%28d%29@x"_s);
    row("\xc3\xbc@x", u"%C3%BC@x"_s);
    row("../../x@y", u"..%2F..%2Fx@y"_s);
}

void TestLocation::escapesPermalinks()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, path);
    const Result<Location> location = locate(u"https://lore.example.invalid/kvmarm/"_s);
    QVERIFY(location);
    QCOMPARE(location->permalink(id), QString(u"https://lore.example.invalid/kvmarm/" + path + u'/'));
    QVERIFY(location->permalink({}).isEmpty());
}

QTEST_APPLESS_MAIN(TestLocation)
#include "test_location.moc"
