// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/readrun.h"
#include "mail/inflate.h"
#include "mail/mboxreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 BlockSize = 256 * 1024;
// A block of gzip may unpack to a thousand times its size before the next look at the stop token.
constexpr qint64 CompressedBlockSize = 16 * 1024;
constexpr qint64 SampleSize = 64 * 1024; // of the start and of the end, to know a file again

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

struct Stamp {
    qint64 size = 0;
    qint64 modified = 0; // ns
    qint64 inode = 0;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// What a cursor remembers of an mbox file.
struct MboxCursor {
    Stamp stamp; // size: how far the file was read
    qint64 lastMail = 0; // offset of the last mail's "From " line (uncompressed files)
    QString start; // hash of the first bytes
    QString end; // hash of the last bytes that were read
    bool valid = false;

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{"size"_L1, QString::number(stamp.size)},
                {"modified"_L1, QString::number(stamp.modified)},
                {"inode"_L1, QString::number(stamp.inode)},
                {"last"_L1, QString::number(lastMail)},
                {"start"_L1, start},
                {"end"_L1, end}};
    }

    static MboxCursor fromJson(const QJsonObject& fields)
    {
        MboxCursor cursor;
        cursor.stamp = {cursorNumber(fields, u"size"_s), cursorNumber(fields, u"modified"_s),
                        cursorNumber(fields, u"inode"_s)};
        cursor.lastMail = cursorNumber(fields, u"last"_s);
        cursor.start = fields.value("start"_L1).toString();
        cursor.end = fields.value("end"_L1).toString();
        cursor.valid = !cursor.start.isEmpty() && cursor.stamp.size >= 0;
        return cursor;
    }
};

/// Reads one mbox file, from its start or from where the cursor left off.
class MboxRun
{
public:
    MboxRun(ReadRun& run, bool compressed)
        : m_run(run)
        , m_compressed(compressed)
        , m_kind(compressed ? u"mbox.gz"_s : u"mbox"_s)
        , m_file(run.path())
        , m_name(QFileInfo(run.path()).fileName())
    {
    }

    Result<ReadOutcome> read(const QByteArray& bytes)
    {
        if (QFileInfo::exists(m_run.path()) && !QFileInfo(m_run.path()).isFile()) // a pipe would block
            return m_run.cannotOpen(m_run.path(), EINVAL);
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return m_run.cannotOpen(m_run.path(), errno);
        const MboxCursor cursor = MboxCursor::fromJson(openCursor(bytes, m_kind));
        const Stamp now = stamp();
        const bool same = cursor.valid && isSameUpTo(cursor);
        if (same && now == cursor.stamp)
            return ReadOutcome{bytes, true};
        const qint64 from = same && now.size > cursor.stamp.size ? resumeAt(cursor) : 0;
        Status status = readFrom(from);
        if (status && from > 0 && m_notMbox) // what was appended is not mail by itself: begin again
            status = readFrom(0);
        if (!status)
            return status.error();
        if (m_notMbox)
            return notMbox();
        return ReadOutcome{closeCursor(newCursor(now).toJson(), m_kind), false};
    }

private:
    [[nodiscard]] Stamp stamp() const
    {
        struct stat info {
        };
        if (fstat(m_file.handle(), &info) != 0)
            return {};
        return {qint64{info.st_size}, qint64{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec,
                static_cast<qint64>(info.st_ino)};
    }

    QByteArray bytesAt(qint64 offset, qint64 count)
    {
        return m_file.seek(offset) ? m_file.read(count) : QByteArray();
    }

    QString hashAt(qint64 offset, qint64 count)
    {
        const QByteArray sample = bytesAt(offset, count);
        return QString::fromLatin1(QCryptographicHash::hash(sample, QCryptographicHash::Blake2b_160).toHex());
    }

    /// Hashes of the start and the end of the first `size` bytes.
    QString startHash(qint64 size) { return hashAt(0, std::min(SampleSize, size)); }
    QString endHash(qint64 size)
    {
        return hashAt(std::max<qint64>(size - SampleSize, 0), std::min(SampleSize, size));
    }

    bool isSameUpTo(const MboxCursor& cursor)
    {
        return stamp().size >= cursor.stamp.size && startHash(cursor.stamp.size) == cursor.start
            && endHash(cursor.stamp.size) == cursor.end;
    }

    /// The old end if a mail starts there. If not, the last mail was not complete when it was read: it is
    /// read again.
    qint64 resumeAt(const MboxCursor& cursor)
    {
        if (m_compressed)
            return cursor.stamp.size; // a new gzip member
        const QByteArray next = bytesAt(cursor.stamp.size, 16);
        qsizetype blank = 0;
        while (blank < next.size() && (next[blank] == '\n' || next[blank] == '\r'))
            ++blank;
        return QByteArrayView(next).sliced(blank).startsWith("From ") ? cursor.stamp.size : cursor.lastMail;
    }

    MboxCursor newCursor(const Stamp& before)
    {
        MboxCursor cursor;
        // If the file grew meanwhile, its new time must not make the growth look as if it had been read.
        const Stamp after = stamp();
        cursor.stamp = after.size == m_end ? after : Stamp{m_end, before.modified, before.inode};
        cursor.lastMail = m_lastMail;
        cursor.start = startHash(m_end);
        cursor.end = endHash(m_end);
        return cursor;
    }

    Error notMbox() const
    {
        return fail(
            ErrorCode::NotAnArchive,
            Text::tr("“%1” is not an mbox: it does not start with a line “From ”.").arg(m_run.path()));
    }

    void take(mail::MboxReader::Mail&& mail, qint64 base)
    {
        m_lastMail = base + mail.offset;
        mail::RawMail raw;
        raw.bytes = std::move(mail.bytes);
        raw.where = Text::tr("%1, byte %2").arg(m_name).arg(m_lastMail);
        if (mail.truncated)
            m_run.issue(mail::ParseIssue::Kind::TooLarge,
                        Text::tr("The mail at %1 is larger than %2 MB: only its start is read.")
                            .arg(raw.where)
                            .arg(MaxMailBytes >> 20));
        m_run.deliver(std::move(raw));
    }

    Status readFrom(qint64 from)
    {
        if (!m_file.seek(from))
            return m_run.cannotOpen(m_run.path(), EIO);
        m_notMbox = false;
        m_end = from;
        m_lastMail = from;
        // Offsets within a gzip file that is continued are those of the new part: the unpacked length of the
        // old one is not known.
        const qint64 base = m_compressed ? 0 : from;
        mail::MboxReader reader([this, base](mail::MboxReader::Mail&& mail) { take(std::move(mail), base); },
                                MaxMailBytes);
        std::optional<mail::Inflate> inflate;
        if (m_compressed)
            inflate.emplace([&reader](QByteArrayView bytes) { reader.feed(bytes); });
        const Status fed = feedAll(reader, inflate);
        if (m_run.isStopped())
            return m_run.cancelled();
        m_notMbox = !reader.looksLikeMbox();
        if (m_notMbox)
            return success();
        reader.finish();
        m_notMbox = !reader.looksLikeMbox();
        if (m_run.isStopped())
            return m_run.cancelled();
        if (!fed)
            return named(fed.error());
        if (inflate && m_end > 0) {
            if (const Status complete = inflate->finish(); !complete)
                return named(complete.error());
        }
        return success();
    }

    Status feedAll(mail::MboxReader& reader, std::optional<mail::Inflate>& inflate)
    {
        QByteArray block(m_compressed ? CompressedBlockSize : BlockSize, Qt::Uninitialized);
        const qint64 total = stamp().size;
        while (!m_run.isStopped() && reader.looksLikeMbox()) {
            const qint64 count = m_file.read(block.data(), block.size());
            if (count < 0)
                return fail(ErrorCode::FileFailed,
                            Text::tr("The file cannot be read: %1.").arg(m_file.errorString()));
            if (count == 0)
                break;
            m_end += count;
            const QByteArrayView bytes(block.constData(), count);
            if (!inflate)
                reader.feed(bytes);
            else if (Status status = inflate->feed(bytes); !status)
                return status;
            m_run.progress(m_end, total);
        }
        return success();
    }

    /// The error with the file's name before it.
    [[nodiscard]] Error named(const Error& error) const
    {
        return fail(error.code, Text::tr("“%1”: %2").arg(m_run.path(), error.text), error.detail);
    }

    ReadRun& m_run;
    bool m_compressed;
    QString m_kind;
    QFile m_file;
    QString m_name;
    qint64 m_end = 0; // how far the file was read
    qint64 m_lastMail = 0;
    bool m_notMbox = false;
};

} // namespace

Result<ReadOutcome> readMbox(ReadRun& run, const QByteArray& cursor, bool compressed)
{
    return MboxRun(run, compressed).read(cursor);
}

} // namespace lb::archive
