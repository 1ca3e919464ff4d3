// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "core/logging.h"
#include "store/database.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

/// Tables of two sorts: those that can be filled again from the archives (list's mails, raw, variant, week,
/// fts) and those that hold what cannot be had again (list, archive, summary, triage). The latter name mails
/// by Message-ID, never by row, so that they outlive the former.
constexpr std::array version1{
    // A removed list keeps its row: its summaries are found again when a list of that name is added.
    // unjoined: mails were added since threads were joined last.
    "CREATE TABLE list (id INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL,"
    " mails INTEGER NOT NULL DEFAULT 0, unjoined INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL "
    "DEFAULT 0) STRICT",
    "CREATE TABLE archive (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES list(id) ON DELETE "
    "CASCADE,"
    " location TEXT NOT NULL, cursor BLOB NOT NULL, last_read INTEGER) STRICT",
    "CREATE INDEX archive_list ON archive(list)",

    // Message-IDs as numbers, of mails that are here and of mails only referred to. Rows are never
    // deleted: numbers are cached in memory and written into mail.links.
    "CREATE TABLE message_id (id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE) STRICT",
    // Ids of mails are given out in ascending order and never again (next_mail), because the full-text
    // index knows mails by them and remembers how far it came (indexed_to).
    "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO counter VALUES ('next_mail', 1), ('indexed_to', 0), ('index_orphans', 0)",
    // links: little-endian 32-bit numbers: count of References, then References, then In-Reply-To.
    // series_*: only of a patch n/m that answers nothing (the unthreaded-series rule).
    "CREATE TABLE mail (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES list(id), number INTEGER "
    "NOT NULL,"
    " thread INTEGER NOT NULL, date_utc INTEGER NOT NULL, date_offset INTEGER NOT NULL, date_source INTEGER "
    "NOT NULL,"
    " subject TEXT NOT NULL, from_name TEXT NOT NULL, from_address TEXT NOT NULL,"
    " series_number INTEGER, series_total INTEGER, series_revision INTEGER, links BLOB NOT NULL,"
    " content_hash BLOB NOT NULL, size INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0,"
    " has_variant INTEGER NOT NULL DEFAULT 0) STRICT",
    "CREATE UNIQUE INDEX mail_number ON mail(list, number)",
    "CREATE INDEX mail_list ON mail(list)",
    "CREATE INDEX mail_date ON mail(list, date_utc, thread)",
    "CREATE INDEX mail_thread ON mail(thread)",
    "CREATE VIEW mail_row AS SELECT mail.id AS id, mail.list AS list, mail.thread AS thread, mail.number AS "
    "number,"
    " message_id.text AS text, mail.date_utc, mail.date_offset, mail.date_source, mail.subject, "
    "mail.from_name,"
    " mail.from_address, mail.links, mail.content_hash, mail.read, mail.has_variant"
    " FROM mail JOIN message_id ON message_id.id = mail.number",
    // Apart from mail, so that lists of mails are read from few pages.
    "CREATE TABLE raw (mail INTEGER PRIMARY KEY REFERENCES mail(id) ON DELETE CASCADE, zstd BLOB NOT NULL) "
    "STRICT",
    "CREATE TABLE variant (mail INTEGER NOT NULL REFERENCES mail(id) ON DELETE CASCADE, content_hash BLOB "
    "NOT NULL,"
    " zstd BLOB NOT NULL, PRIMARY KEY (mail, content_hash)) STRICT",
    "CREATE TABLE week (list INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE, monday INTEGER NOT NULL,"
    " mails INTEGER NOT NULL, threads INTEGER NOT NULL, PRIMARY KEY (list, monday)) STRICT, WITHOUT ROWID",

    // Contentless: the texts are in raw already. No column sizes: hits are ordered by date, not by rank.
    "CREATE VIRTUAL TABLE fts USING fts5(subject, sender, body, content='', columnsize=0,"
    " tokenize='unicode61 remove_diacritics 2')",
    // Fewer, larger segments while much is indexed at once, merged less often (measured: bench_import).
    "INSERT INTO fts(fts, rank) VALUES ('hashsize', 8388608)",
    "INSERT INTO fts(fts, rank) VALUES ('automerge', 8)",

    "CREATE TABLE summary (id INTEGER PRIMARY KEY, list INTEGER NOT NULL, anchor BLOB NOT NULL, kind INTEGER "
    "NOT NULL,"
    " language TEXT NOT NULL, text TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,"
    " prompt_version TEXT NOT NULL, key BLOB NOT NULL, source_key BLOB NOT NULL, created INTEGER NOT NULL,"
    " claims TEXT NOT NULL, cited TEXT NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL,"
    " current INTEGER NOT NULL) STRICT",
    "CREATE INDEX summary_anchor ON summary(list, anchor)",
    "CREATE INDEX summary_key ON summary(list, key)",
    "CREATE TABLE triage (anchor BLOB PRIMARY KEY, starred INTEGER NOT NULL, muted INTEGER NOT NULL,"
    " done INTEGER NOT NULL, snoozed_until INTEGER, note TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE note (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
};

constexpr std::array version2{
    // Cache: what the bodies of cover letters say about revisions; reader = version of what read them.
    "CREATE TABLE revision_note (mail INTEGER PRIMARY KEY REFERENCES mail(id) ON DELETE CASCADE,"
    " reader INTEGER NOT NULL, change_id TEXT NOT NULL, links TEXT NOT NULL, changed_from TEXT NOT NULL) "
    "STRICT",
    // User data: earlier = what the posting is a later revision of; empty = of nothing.
    "CREATE TABLE revision_link (posting BLOB PRIMARY KEY, earlier BLOB NOT NULL) STRICT, WITHOUT ROWID",
};

constexpr std::array version3{
    // What was sent to make a summary: store/receipt.h as JSON, compressed.
    "CREATE TABLE receipt (summary INTEGER PRIMARY KEY REFERENCES summary(id) ON DELETE CASCADE,"
    " body BLOB NOT NULL) STRICT",
    // User data: a text of the user's own in place of a thread's summary; base = the version it began as.
    "CREATE TABLE summary_edit (list INTEGER NOT NULL, anchor BLOB NOT NULL, text TEXT NOT NULL,"
    " base INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (list, anchor)) STRICT, WITHOUT ROWID",
};

constexpr std::array version4{
    // User data: what calls to models cost. micros: millionths of the currency, NULL = no price was known.
    "CREATE TABLE ledger (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, list INTEGER NOT NULL, anchor BLOB "
    "NOT NULL,"
    " provider TEXT NOT NULL, asked TEXT NOT NULL, model TEXT NOT NULL, tokens_in INTEGER NOT NULL,"
    " tokens_out INTEGER NOT NULL, estimated INTEGER NOT NULL, micros INTEGER, currency TEXT NOT NULL,"
    " kind INTEGER NOT NULL, outcome INTEGER NOT NULL) STRICT",
    "CREATE INDEX ledger_at ON ledger(at)",
};

constexpr std::array version5{
    // User data. snooze: thread::Snooze::Until; changed in UTC seconds, 0 = not known.
    "ALTER TABLE triage ADD COLUMN mutes_revisions INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE triage ADD COLUMN done_seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE triage ADD COLUMN watched INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE triage ADD COLUMN snooze INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE triage ADD COLUMN snooze_person TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE triage ADD COLUMN snooze_seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE triage ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE triage ADD COLUMN changed INTEGER NOT NULL DEFAULT 0",
    "UPDATE triage SET snooze = 1 WHERE snoozed_until IS NOT NULL",
    "CREATE TABLE saved_search (name TEXT PRIMARY KEY, query TEXT NOT NULL, place INTEGER NOT NULL) STRICT,"
    " WITHOUT ROWID",
};

constexpr std::array version6{
    // Who a mail was sent to, the files it touches and its trailers can be asked for by themselves. Texts
    // that
    // were indexed are not kept, so that all mail is indexed anew.
    "DROP TABLE fts",
    "CREATE VIRTUAL TABLE fts USING fts5(subject, sender, recipients, files, trailers, body, content='',"
    " columnsize=0, tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO fts(fts, rank) VALUES ('hashsize', 8388608)",
    "INSERT INTO fts(fts, rank) VALUES ('automerge', 8)",
    "UPDATE counter SET value = 0 WHERE name IN ('indexed_to', 'index_orphans')",
};

constexpr std::array version7{
    // Words and people apart: to leave columns out takes FTS5 as long as to find what is in the others
    // (measured:
    // bench_query). All mail is indexed anew once more.
    "DROP TABLE fts",
    "CREATE VIRTUAL TABLE fts USING fts5(subject, sender, files, body, content='', columnsize=0,"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE fts_people USING fts5(recipients, trailers, content='', columnsize=0,"
    " tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO fts(fts, rank) VALUES ('hashsize', 8388608)",
    "INSERT INTO fts(fts, rank) VALUES ('automerge', 8)",
    "INSERT INTO fts_people(fts_people, rank) VALUES ('hashsize', 4194304)",
    "INSERT INTO fts_people(fts_people, rank) VALUES ('automerge', 8)",
    "UPDATE counter SET value = 0 WHERE name IN ('indexed_to', 'index_orphans')",
};

constexpr std::array version8{
    // User data: Message-IDs of mails that are read but not here: a mail that comes with one of them is read.
    "CREATE TABLE read_mail (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
};

constexpr std::array steps{Migration{1, version1}, Migration{2, version2}, Migration{3, version3},
                           Migration{4, version4}, Migration{5, version5}, Migration{6, version6},
                           Migration{7, version7}, Migration{8, version8}};

/// PRAGMA takes no bound values: the few numbers that are needed, as text.
QByteArray pragma(const char* name, int value)
{
    return QByteArray("PRAGMA ") + name + " = " + QByteArray::number(value);
}

Status apply(Database& database, const Migration& step)
{
    Transaction transaction(database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    // Another program may have opened the same library a moment earlier.
    const Result<qint64> version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version >= step.version)
        return success();
    for (const char* statement : step.statements) {
        if (Status done = database.execute(statement); !done)
            return done;
    }
    if (Status done = database.execute(pragma("user_version", step.version).constData()); !done)
        return done;
    if (Status done = database.execute(pragma("application_id", applicationId).constData()); !done)
        return done;
    return transaction.commit();
}

} // namespace

std::span<const Migration> migrations()
{
    return steps;
}

Status migrate(Database& database, std::span<const Migration> all)
{
    const Result<qint64> version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    for (const Migration& step : all) {
        if (step.version <= *version)
            continue;
        if (*version > 0) {
            const QString backup = database.file() + u".before-v%1"_s.arg(step.version);
            if (Status saved = database.backUp(backup); !saved)
                return saved;
        }
        qCDebug(logStore, "migrating the library to version %d", step.version);
        if (Status done = apply(database, step); !done)
            return done;
    }
    return success();
}

} // namespace lb::store
