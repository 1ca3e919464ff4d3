// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/gitlayout.h"
#include "archive/readrun.h"

#include <QCoreApplication>
#include <QDir>

#include <git2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

struct GitFree {
    void operator()(git_repository* repository) const { git_repository_free(repository); }
    void operator()(git_odb* database) const { git_odb_free(database); }
    void operator()(git_odb_object* object) const { git_odb_object_free(object); }
    void operator()(git_commit* commit) const { git_commit_free(commit); }
    void operator()(git_tree* tree) const { git_tree_free(tree); }
};
template <typename T>
using GitPtr = std::unique_ptr<T, GitFree>;

/// libgit2 for the length of one read.
class GitLibrary
{
public:
    GitLibrary()
    {
        git_libgit2_init();
        // Only objects are read, and nothing of a repository is run: it does not matter who owns it.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // Every object is read once, front to back: caches and large windows would only take memory.
        git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, size_t{8} << 20);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, size_t{64} << 20);
    }
    ~GitLibrary() { git_libgit2_shutdown(); }
    Q_DISABLE_COPY_MOVE(GitLibrary)
};

QString lastGitError()
{
    const git_error* const error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : u"?"_s;
}

QString idText(const git_oid& id)
{
    std::array<char, GIT_OID_HEXSZ + 1> text{};
    git_oid_tostr(text.data(), text.size(), &id);
    return QString::fromLatin1(text.data());
}

/// One epoch of a mirror: a line of commits, each with a mail in the blob "m".
class EpochRun
{
public:
    EpochRun(ReadRun& run, const GitEpoch& epoch) : m_run(run), m_epoch(epoch) { }

    /// Opens the repository and finds its newest commit; an empty repository is fine.
    Status open()
    {
        git_repository* repository = nullptr;
        if (git_repository_open_bare(&repository, QFile::encodeName(m_epoch.path).constData()) != 0)
            return cannotRead(m_epoch.path);
        m_repository.reset(repository);
        git_odb* database = nullptr;
        if (git_repository_odb(&database, repository) != 0)
            return cannotRead(m_epoch.path);
        m_database.reset(database);
        for (const char* const name : {"HEAD", "refs/heads/master", "refs/heads/main"}) {
            git_oid id{};
            if (git_reference_name_to_id(&id, repository, name) == 0) {
                m_tip = id;
                break;
            }
        }
        return success();
    }

    [[nodiscard]] QString tip() const { return m_tip ? idText(*m_tip) : QString(); }

    /// Lists the commits from the tip back to `seen`, or to the first one. Only ids are kept: 20 bytes a
    /// mail.
    Status collect(const QString& seen)
    {
        std::optional<git_oid> next = m_tip;
        while (next && idText(*next) != seen) {
            if (m_run.isStopped())
                return m_run.cancelled();
            const GitPtr<git_commit> commit = find(*next);
            if (!commit) {
                // Where a shallow clone was cut the parent is missing, and that is no fault.
                if (m_commits.empty() || git_repository_is_shallow(m_repository.get()) != 1)
                    m_run.issue(mail::ParseIssue::Kind::Truncated,
                                Text::tr("%1: the history ends at commit %2, which cannot be read.")
                                    .arg(label(), idText(*next).left(12)));
                break;
            }
            m_commits.push_back(*next);
            next.reset();
            if (git_commit_parentcount(commit.get()) > 0)
                next = *git_commit_parent_id(commit.get(), 0);
        }
        return success();
    }

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_commits.size()); }

    Status deliver(qint64 done, qint64 total)
    {
        for (auto commit = m_commits.rbegin(); commit != m_commits.rend(); ++commit) {
            if (m_run.isStopped())
                return m_run.cancelled();
            deliverOne(*commit);
            m_run.progress(++done, total);
        }
        return m_run.isStopped() ? Status(m_run.cancelled()) : success();
    }

private:
    static Error cannotRead(const QString& path)
    {
        return fail(ErrorCode::NotAnArchive,
                    Text::tr("The git repository “%1” cannot be read: %2.").arg(path, lastGitError()));
    }

    [[nodiscard]] QString label() const { return QDir(m_epoch.path).dirName(); }

    [[nodiscard]] GitPtr<git_commit> find(const git_oid& id) const
    {
        git_commit* commit = nullptr;
        return GitPtr<git_commit>(git_commit_lookup(&commit, m_repository.get(), &id) == 0 ? commit
                                                                                           : nullptr);
    }

    void deliverOne(const git_oid& id)
    {
        mail::RawMail mail;
        mail.where = u"%1 %2"_s.arg(label(), idText(id).left(12));
        const GitPtr<git_commit> commit = find(id);
        git_tree* tree = nullptr;
        if (!commit || git_commit_tree(&tree, commit.get()) != 0)
            return unreadable(mail.where);
        const GitPtr<git_tree> root(tree);
        const git_tree_entry* const entry = git_tree_entry_byname(tree, "m");
        if (!entry || git_tree_entry_type(entry) != GIT_OBJECT_BLOB)
            return; // "d" marks a mail that was removed
        if (!readBlob(*git_tree_entry_id(entry), mail))
            return;
        if (const git_signature* const author = git_commit_author(commit.get()))
            mail.archiveTime = author->when.time;
        m_run.deliver(std::move(mail));
    }

    /// False if there is nothing to deliver; why is noted.
    bool readBlob(const git_oid& id, mail::RawMail& mail)
    {
        size_t size = 0;
        git_object_t type{};
        if (git_odb_read_header(&size, &type, m_database.get(), &id) != 0) {
            unreadable(mail.where);
            return false;
        }
        if (size > 4 * size_t{MaxMailBytes}) { // not even to be unpacked for its start
            m_run.issue(mail::ParseIssue::Kind::TooLarge,
                        Text::tr("The mail at %1 is larger than %2 MB and is left out.")
                            .arg(mail.where)
                            .arg(4 * (MaxMailBytes >> 20)));
            return false;
        }
        git_odb_object* object = nullptr;
        if (git_odb_read(&object, m_database.get(), &id) != 0) {
            unreadable(mail.where);
            return false;
        }
        const GitPtr<git_odb_object> blob(object);
        const auto length = static_cast<qsizetype>(git_odb_object_size(object));
        if (length > MaxMailBytes)
            m_run.issue(mail::ParseIssue::Kind::TooLarge,
                        Text::tr("The mail at %1 is larger than %2 MB: only its start is read.")
                            .arg(mail.where)
                            .arg(MaxMailBytes >> 20));
        mail.bytes = QByteArray(static_cast<const char*>(git_odb_object_data(object)),
                                std::min<qsizetype>(length, MaxMailBytes));
        return true;
    }

    void unreadable(const QString& where) const
    {
        m_run.issue(mail::ParseIssue::Kind::Unreadable,
                    Text::tr("The mail at %1 cannot be read: %2.").arg(where, lastGitError()));
    }

    ReadRun& m_run;
    GitEpoch m_epoch;
    GitPtr<git_repository> m_repository;
    GitPtr<git_odb> m_database;
    std::optional<git_oid> m_tip;
    std::vector<git_oid> m_commits; // newest first
};

} // namespace

Result<ReadOutcome> readGit(ReadRun& run, const QByteArray& cursor)
{
    const GitLibrary library;
    const QList<GitEpoch> epochs = gitEpochs(run.path());
    if (epochs.isEmpty())
        return fail(ErrorCode::NotAnArchive, Text::tr("“%1” holds no git repository.").arg(run.path()));
    const QString kind = u"git"_s;
    const QJsonObject seen = openCursor(cursor, kind).value("epochs"_L1).toObject();
    QJsonObject tips;
    std::vector<std::unique_ptr<EpochRun>> runs;
    qint64 total = 0;
    std::optional<Error> firstError;
    for (const GitEpoch& epoch : epochs) {
        auto one = std::make_unique<EpochRun>(run, epoch);
        if (const Status opened = one->open(); !opened) {
            // The other epochs may still be fine.
            firstError = firstError.value_or(opened.error());
            run.issue(mail::ParseIssue::Kind::Unreadable, opened.error().text);
            continue;
        }
        if (Status collected = one->collect(seen.value(epoch.name).toString()); !collected)
            return collected.error();
        tips.insert(epoch.name, one->tip());
        total += one->count();
        runs.push_back(std::move(one));
    }
    if (runs.empty())
        return *firstError;
    qint64 done = 0;
    for (const std::unique_ptr<EpochRun>& one : runs) {
        if (Status delivered = one->deliver(done, total); !delivered)
            return delivered.error();
        done += one->count();
    }
    return ReadOutcome{closeCursor({{"epochs"_L1, tips}}, kind), total == 0 && !seen.isEmpty()};
}

} // namespace lb::archive
