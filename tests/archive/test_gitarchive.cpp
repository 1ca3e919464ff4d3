// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingsink.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <git2.h>

using namespace lb;
using namespace lb::archive;
using namespace Qt::StringLiterals;
using lb::test::record;
using lb::test::Recording;

namespace
{

/// A bare repository as public-inbox writes it: each commit's tree is one blob, "m" or "d".
class Epoch
{
public:
    explicit Epoch(const QString& path)
    {
        git_libgit2_init();
        git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
        options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH;
        options.initial_head = "master";
        git_repository_init_ext(&m_repository, QFile::encodeName(path).constData(), &options);
    }
    ~Epoch()
    {
        git_repository_free(m_repository);
        git_libgit2_shutdown();
    }
    Q_DISABLE_COPY_MOVE(Epoch)

    /// Commits a mail; with a parent as public-inbox does, without one as after a rewrite.
    bool add(const QByteArray& subject, const char* name = "m", bool rewrite = false)
    {
        const QByteArray mail = "Subject: " + subject + "\n\nBody\n";
        git_oid blob{};
        git_oid tree{};
        git_oid commit{};
        git_treebuilder* builder = nullptr;
        git_tree* root = nullptr;
        git_signature* author = nullptr;
        git_commit* parent = nullptr;
        git_oid head{};
        if (!rewrite && git_reference_name_to_id(&head, m_repository, "refs/heads/master") == 0)
            git_commit_lookup(&parent, m_repository, &head);
        const git_commit* parents[] = {parent};
        ++m_time;
        const bool done
            = git_blob_create_from_buffer(&blob, m_repository, mail.constData(), size_t(mail.size())) == 0
            && git_treebuilder_new(&builder, m_repository, nullptr) == 0
            && git_treebuilder_insert(nullptr, builder, name, &blob, GIT_FILEMODE_BLOB) == 0
            && git_treebuilder_write(&tree, builder) == 0 && git_tree_lookup(&root, m_repository, &tree) == 0
            && git_signature_new(&author, "Ada", "ada@example.invalid", m_time, -420) == 0
            && git_commit_create(&commit, m_repository, nullptr, author, author, nullptr, subject.constData(),
                                 root, parent ? 1 : 0, parents)
                == 0;
        git_reference* reference = nullptr;
        const bool moved = done
            && git_reference_create(&reference, m_repository, "refs/heads/master", &commit, 1, nullptr) == 0;
        git_reference_free(reference);
        git_treebuilder_free(builder);
        git_tree_free(root);
        git_signature_free(author);
        git_commit_free(parent);
        return moved;
    }

private:
    git_repository* m_repository = nullptr;
    git_time_t m_time = 1'750'000'000;
};

} // namespace

class TestGitArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsOneEpochOldestFirst();
    void readsAllEpochsInOrder_data();
    void readsAllEpochsInOrder();
    void readsOnlyWhatIsNew();
    void aRewrittenHistoryIsReadAgain();
    void anEmptyRepositoryHasNoMail();
    void aDamagedRepositoryIsNamed();
    void aShallowCloneEndsWhereItWasCut();
    void stops();

private:
    [[nodiscard]] Location location(const QString& name) const;
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestGitArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Location TestGitArchive::location(const QString& name) const
{
    Location place;
    place.kind = Kind::Git;
    place.path = at(name);
    return place;
}

void TestGitArchive::readsOneEpochOldestFirst()
{
    Epoch epoch(at(u"0.git"_s));
    QVERIFY(epoch.add("a") && epoch.add("b") && epoch.add("removed", "d") && epoch.add("c"));
    const Recording recording = record(location(u"0.git"_s));
    QVERIFY(!recording.error);
    QCOMPARE(recording.subjects, (QByteArrayList{"a", "b", "c"}));
    QCOMPARE(recording.mails.first().archiveTime, 1'750'000'001);
    QVERIFY(recording.mails.first().where.startsWith(u"0.git "_s));
    QVERIFY(recording.issues.isEmpty());
    QCOMPARE(recording.progress.total, 4);
}

void TestGitArchive::readsAllEpochsInOrder_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("N.git") << u"list/%1.git"_s;
    QTest::newRow("N") << u"list/%1"_s;
    QTest::newRow("git/N.git") << u"list/git/%1.git"_s;
}

void TestGitArchive::readsAllEpochsInOrder()
{
    QFETCH(QString, pattern);
    QByteArrayList expected;
    for (int i = 0; i < 12; ++i) { // 10 comes after 9
        Epoch epoch(at(pattern.arg(i)));
        expected.append("mail " + QByteArray::number(i));
        QVERIFY(epoch.add(expected.last()));
    }
    const Recording recording = record(location(u"list"_s));
    QCOMPARE(recording.subjects, expected);
    QVERIFY(record(location(u"list"_s), recording.cursor).unchanged);
}

void TestGitArchive::readsOnlyWhatIsNew()
{
    Epoch zero(at(u"list/0.git"_s));
    QVERIFY(zero.add("a"));
    const Recording first = record(location(u"list"_s));
    QVERIFY(zero.add("b"));
    Epoch one(at(u"list/1.git"_s));
    QVERIFY(one.add("c"));
    const Recording second = record(location(u"list"_s), first.cursor);
    QCOMPARE(second.subjects, (QByteArrayList{"b", "c"}));
    const Recording third = record(location(u"list"_s), second.cursor);
    QVERIFY(third.unchanged);
    QVERIFY(third.mails.isEmpty());
}

void TestGitArchive::aRewrittenHistoryIsReadAgain()
{
    Epoch epoch(at(u"0.git"_s));
    QVERIFY(epoch.add("a") && epoch.add("b"));
    const Recording first = record(location(u"0.git"_s));
    QVERIFY(epoch.add("a again", "m", true) && epoch.add("c"));
    QCOMPARE(record(location(u"0.git"_s), first.cursor).subjects, (QByteArrayList{"a again", "c"}));
}

void TestGitArchive::anEmptyRepositoryHasNoMail()
{
    const Epoch epoch(at(u"0.git"_s));
    const Recording recording = record(location(u"0.git"_s));
    QVERIFY(!recording.error);
    QVERIFY(recording.mails.isEmpty());
}

void TestGitArchive::aDamagedRepositoryIsNamed()
{
    QVERIFY(QDir().mkpath(at(u"list"_s)));
    const Recording nothing = record(location(u"list"_s));
    QCOMPARE(nothing.error->code, ErrorCode::NotAnArchive);
    QVERIFY(nothing.error->text.contains(at(u"list"_s)));
    {
        Epoch epoch(at(u"list/0.git"_s));
        QVERIFY(epoch.add("a") && epoch.add("b"));
    }
    // Every object is cut to nothing: the tip cannot be read.
    QDirIterator files(at(u"list/0.git/objects"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(QFile::resize(path, 0));
    }
    const Recording damaged = record(location(u"list"_s));
    QVERIFY(damaged.mails.isEmpty());
    QVERIFY(damaged.error || !damaged.issues.isEmpty());
}

void TestGitArchive::aShallowCloneEndsWhereItWasCut()
{
    QByteArray first;
    {
        Epoch epoch(at(u"0.git"_s));
        QVERIFY(epoch.add("a"));
        QFile head(at(u"0.git/refs/heads/master"_s));
        QVERIFY(head.open(QIODevice::ReadOnly));
        first = head.readAll().trimmed();
        QVERIFY(epoch.add("b") && epoch.add("c"));
        head.close();
    }
    const QString lost = at(u"0.git/objects/"_s + QString::fromLatin1(first.first(2)) + u'/'
                            + QString::fromLatin1(first.sliced(2)));
    QVERIFY(QFile::remove(lost));
    const Recording cut = record(location(u"0.git"_s));
    QCOMPARE(cut.subjects, (QByteArrayList{"b", "c"}));
    QCOMPARE(cut.issues.size(), 1);
    QFile shallow(at(u"0.git/shallow"_s));
    QVERIFY(shallow.open(QIODevice::WriteOnly));
    shallow.write("0123456789012345678901234567890123456789\n");
    shallow.close();
    const Recording clone = record(location(u"0.git"_s));
    QCOMPARE(clone.subjects, (QByteArrayList{"b", "c"}));
    QVERIFY(clone.issues.isEmpty());
}

void TestGitArchive::stops()
{
    Epoch epoch(at(u"0.git"_s));
    QVERIFY(epoch.add("a") && epoch.add("b") && epoch.add("c"));
    std::stop_source source;
    source.request_stop();
    QCOMPARE(record(location(u"0.git"_s), {}, source.get_token()).error->code, ErrorCode::Cancelled);
    const Recording one = record(location(u"0.git"_s), {}, {}, 1);
    QCOMPARE(one.error->code, ErrorCode::Cancelled);
    QCOMPARE(one.mails.size(), 1);
}

QTEST_APPLESS_MAIN(TestGitArchive)
#include "test_gitarchive.moc"
