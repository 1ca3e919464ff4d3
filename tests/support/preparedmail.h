// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QTemporaryDir>

#include <initializer_list>

namespace lb::test
{

/// Makes mails as the store takes them: PreparedBuilder("a@x").subject(u"..."_s).references({"b@x"}).mail().
class PreparedBuilder
{
public:
    explicit PreparedBuilder(const QByteArray& id)
    {
        m_mail.envelope.id = MessageId{id};
        m_mail.envelope.subject = QStringLiteral("Subject of ") + QString::fromLatin1(id);
        m_mail.envelope.from = {QStringLiteral("Ada Example"), QStringLiteral("ada@example.invalid")};
        m_mail.envelope.date
            = {1'750'000'000, 120, mail::DateSource::Header}; // Sunday, 2025-06-15 15:06:40 UTC
        m_mail.where = QStringLiteral("test.mbox, ") + QString::fromLatin1(id);
        body("Hello from " + id + "\n");
    }

    PreparedBuilder& subject(const QString& text)
    {
        m_mail.envelope.subject = text;
        return *this;
    }
    PreparedBuilder& from(const QString& name, const QString& address)
    {
        m_mail.envelope.from = {name, address};
        return *this;
    }
    PreparedBuilder& utc(qint64 seconds)
    {
        m_mail.envelope.date.utc = seconds;
        return *this;
    }
    PreparedBuilder& references(std::initializer_list<QByteArray> ids)
    {
        for (const QByteArray& id : ids)
            m_mail.envelope.references.append(MessageId{id});
        return *this;
    }
    PreparedBuilder& inReplyTo(std::initializer_list<QByteArray> ids)
    {
        for (const QByteArray& id : ids)
            m_mail.envelope.inReplyTo.append(MessageId{id});
        return *this;
    }
    /// The whole raw mail below a minimal header; makes the content hash too.
    PreparedBuilder& body(const QByteArray& text)
    {
        m_raw = "From: ada@example.invalid\nMessage-ID: <" + m_mail.envelope.id.bytes
            + ">\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text;
        return *this;
    }

    [[nodiscard]] store::PreparedMail mail() const
    {
        store::PreparedMail mail = m_mail;
        mail.contentHash = QByteArray::number(qHash(m_raw), 16).leftJustified(16, '0');
        mail.compressed = store::compress(m_raw);
        mail.size = m_raw.size();
        return mail;
    }
    [[nodiscard]] const QByteArray& raw() const { return m_raw; }

private:
    store::PreparedMail m_mail;
    QByteArray m_raw;
};

/// A library in a folder of its own, open, with one list.
struct StoreFixture {
    explicit StoreFixture(std::shared_ptr<store::FaultPlan> faults = nullptr)
        : store(
            store::StoreOptions{folder.filePath(QStringLiteral("library.sqlite")), 100, std::move(faults)})
    {
        const Status opened = store.open().result();
        if (!opened)
            qFatal("the library does not open: %s", qPrintable(opened.error().detail));
        list = addList(QStringLiteral("kvmarm"));
    }

    ListId addList(const QString& name)
    {
        store::ListRecord record;
        record.name = name;
        record.archives = {{{}, QStringLiteral("/archives/") + name + QStringLiteral(".mbox"), {}, {}}};
        return store.saveList(record).result()->id;
    }
    store::BatchOutcome save(const std::vector<store::PreparedMail>& mails, ListId into = {})
    {
        return store.saveBatch(into.isValid() ? into : list, mails).result().value();
    }
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("library.sqlite")); }

    QTemporaryDir folder;
    store::Store store;
    ListId list;
};

/// The mails of a list by thread: sorted lists of Message-IDs, sorted.
[[nodiscard]] inline QList<QList<QByteArray>> partition(const std::vector<thread::Mail>& mails)
{
    QHash<qint64, QList<QByteArray>> byThread;
    for (const thread::Mail& mail : mails)
        byThread[mail.thread.value].append(mail.id.bytes);
    QList<QList<QByteArray>> threads = byThread.values();
    for (QList<QByteArray>& thread : threads)
        std::ranges::sort(thread);
    std::ranges::sort(threads, [](const QList<QByteArray>& a, const QList<QByteArray>& b) {
        return std::ranges::lexicographical_compare(a, b);
    });
    return threads;
}

} // namespace lb::test
