// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingsink.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace lb;
using namespace lb::archive;
using namespace Qt::StringLiterals;
using lb::test::record;
using lb::test::Recording;

class TestFolderArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsAMaildir();
    void readsAFolderOfEml();
    void anUnchangedFolderIsNotRead();
    void newAndChangedFilesAreRead();
    void filesOfOneTickAreNotLost();
    void whatIsNoFileIsSkipped();
    void aFileWithoutPermissionIsNamed();
    void aMissingFolderFailsByName();
    void stops();

private:
    void write(const QString& name, const QByteArray& subject) const;
    void passATick() const;
    [[nodiscard]] Location location(bool maildir) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFolderArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    for (const QString& name : {u"cur"_s, u"new"_s, u"tmp"_s})
        QVERIFY(QDir().mkpath(m_folder->filePath(name)));
}

void TestFolderArchive::write(const QString& name, const QByteArray& subject) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Subject: " + subject + "\n\nBody\n");
}

/// Returns when the file system's clock shows another time.
void TestFolderArchive::passATick() const
{
    const auto changed = [this] {
        write(u"probe"_s, "probe");
        return QFileInfo(m_folder->filePath(u"probe"_s)).metadataChangeTime();
    };
    const QDateTime start = changed();
    while (changed() == start) { }
}

Location TestFolderArchive::location(bool maildir) const
{
    Location place;
    place.kind = maildir ? Kind::Maildir : Kind::EmlFolder;
    place.path = m_folder->path();
    return place;
}

void TestFolderArchive::readsAMaildir()
{
    write(u"cur/1750000002.M1.host:2,S"_s, "b");
    write(u"new/1750000003.M1.host"_s, "c");
    write(u"cur/1750000001.M1.host:2,"_s, "a");
    write(u"tmp/1750000000.M1.host"_s, "unfinished");
    write(u"new/.hidden"_s, "hidden");
    write(u"dovecot.index"_s, "index");
    const Recording recording = record(location(true));
    QVERIFY(!recording.error);
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "b", "c"}));
    QCOMPARE(recording.mails.first().archiveTime, 1750000001);
    QCOMPARE(recording.mails.first().where, u"cur/1750000001.M1.host:2,"_s);
    QCOMPARE(recording.progress.done, 3);
}

void TestFolderArchive::readsAFolderOfEml()
{
    write(u"2.eml"_s, "b");
    write(u"1.EML"_s, "a");
    write(u"notes.txt"_s, "notes");
    QVERIFY(QDir().mkpath(m_folder->filePath(u"folder.eml"_s)));
    const Recording recording = record(location(false));
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "b"}));
    QCOMPARE(recording.mails.first().archiveTime, 0);
}

void TestFolderArchive::anUnchangedFolderIsNotRead()
{
    for (const bool maildir : {true, false}) {
        const Recording empty = record(location(maildir));
        QVERIFY(!empty.error);
        QVERIFY(record(location(maildir), empty.cursor).unchanged);
    }
    write(u"1.eml"_s, "a");
    const Recording first = record(location(false));
    const Recording second = record(location(false), first.cursor);
    QVERIFY(second.unchanged);
    QVERIFY(second.mails.isEmpty());
    QFile::remove(m_folder->filePath(u"1.eml"_s));
    QVERIFY(record(location(false), first.cursor).unchanged);
}

void TestFolderArchive::newAndChangedFilesAreRead()
{
    write(u"1.eml"_s, "a");
    write(u"2.eml"_s, "b");
    const Recording first = record(location(false));
    passATick();
    write(u"0.eml"_s, "new");
    write(u"2.eml"_s, "b again");
    const Recording second = record(location(false), first.cursor);
    QCOMPARE(second.subjects, (QByteArrayList{"new", "b again"}));
    QVERIFY(record(location(false), second.cursor).unchanged);
}

void TestFolderArchive::filesOfOneTickAreNotLost()
{
    QByteArrayList seen;
    QByteArray cursor;
    for (int i = 0; i < 40; ++i) { // many of them within one tick of the clock
        write(QString(QString::number(100 + i) + u".eml"), QByteArray::number(i));
        const Recording recording = record(location(false), cursor);
        QVERIFY(!recording.unchanged);
        seen += recording.subjects;
        cursor = recording.cursor;
    }
    for (int i = 0; i < 40; ++i)
        QVERIFY(seen.contains(QByteArray::number(i)));
}

void TestFolderArchive::whatIsNoFileIsSkipped()
{
    write(u"1.eml"_s, "a");
    QCOMPARE(mkfifo(QFile::encodeName(m_folder->filePath(u"pipe.eml"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(u"/nonexistent"_s, m_folder->filePath(u"dangling.eml"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"1.eml"_s), m_folder->filePath(u"2.eml"_s)));
    const Recording recording = record(location(false));
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "a"}));
    QVERIFY(recording.issues.isEmpty());
}

void TestFolderArchive::aFileWithoutPermissionIsNamed()
{
    if (geteuid() == 0)
        QSKIP("Permissions do not hold for root.");
    write(u"1.eml"_s, "a");
    write(u"2.eml"_s, "b");
    QFile::setPermissions(m_folder->filePath(u"1.eml"_s), {});
    const Recording recording = record(location(false));
    QCOMPARE(recording.subjects, (QByteArrayList{"b"}));
    QCOMPARE(recording.issues.size(), 1);
    QVERIFY(recording.issues.first().detail.contains(u"1.eml"_s));
}

void TestFolderArchive::aMissingFolderFailsByName()
{
    Location place = location(true);
    place.path += u"/none"_s;
    const Recording recording = record(place);
    QCOMPARE(recording.error->code, ErrorCode::NotFound);
    QVERIFY(recording.error->text.contains(place.path));
}

void TestFolderArchive::stops()
{
    for (int i = 0; i < 5; ++i)
        write(QString(QString::number(i) + u".eml"), "a");
    std::stop_source source;
    source.request_stop();
    const Recording none = record(location(false), {}, source.get_token());
    QCOMPARE(none.error->code, ErrorCode::Cancelled);
    QVERIFY(none.mails.isEmpty());
    const Recording two = record(location(false), {}, {}, 2);
    QCOMPARE(two.error->code, ErrorCode::Cancelled);
    QCOMPARE(two.mails.size(), 2);
}

QTEST_APPLESS_MAIN(TestFolderArchive)
#include "test_folderarchive.moc"
