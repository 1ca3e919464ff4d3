// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"

#include "mail/messageparser.h"
#include "support/patience.h"

#include <QTest>

namespace lb::test
{

using namespace Qt::StringLiterals;

namespace
{

template <typename T>
QFuture<T> ready(const T& value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

/// The store answers from its own thread: tests may wait, the program never does.
template <typename T>
T wait(const QFuture<T>& future)
{
    const bool finished = QTest::qWaitFor([&future] { return future.isFinished(); }, Patience);
    Q_ASSERT(finished);
    return future.result();
}

} // namespace

QFuture<Result<QString>> FakeKeychain::read(const QString& name)
{
    if (refusal)
        return ready<Result<QString>>(*refusal);
    return ready<Result<QString>>(secrets.value(name));
}

QFuture<Status> FakeKeychain::write(const QString& name, const QString& secret)
{
    if (refusal)
        return ready<Status>(*refusal);
    secrets.insert(name, secret);
    return ready(Status());
}

QFuture<Status> FakeKeychain::erase(const QString& name)
{
    if (refusal)
        return ready<Status>(*refusal);
    secrets.remove(name);
    return ready(Status());
}

FakeServices::FakeServices()
    : m_clock(QDateTime(QDate(2025, 6, 22), QTime(12, 0), Qt::UTC))
    , m_paths(m_folder.path())
    , m_settings(m_paths.settingsFile())
    , m_store(m_paths.libraryFile())
    , m_chat(m_http)
    , m_summariser(m_store, m_chat, m_clock)
    , m_services(new ui::Services{m_store, m_http, m_chat, keychain, sessionKeys, m_settings, m_clock,
                                  m_paths, m_summariser})
{
    const Status opened = wait(m_store.open());
    Q_ASSERT(opened);
}

FakeServices::~FakeServices() = default;

thread::ListedMail FakeServices::addMail(const MailBuilder& mail)
{
    if (!m_list.isValid()) {
        store::ListRecord list;
        list.name = u"kvmarm"_s;
        m_list = wait(m_store.saveList(list)).value().id;
    }
    mail::RawMail raw;
    raw.bytes = mail.bytes();
    const auto parsed = mail::parseEnvelope(raw);
    store::PreparedMail prepared;
    prepared.envelope = parsed->envelope;
    prepared.contentHash = parsed->contentHash;
    prepared.compressed = store::compress(raw.bytes);
    prepared.size = raw.bytes.size();
    std::vector<store::PreparedMail> batch;
    batch.push_back(prepared);
    Q_UNUSED(wait(m_store.saveBatch(m_list, batch)).value());
    Q_UNUSED(wait(m_store.updateThreads(m_list)).value());
    thread::ListedMail listed;
    if (const auto found = wait(m_store.findMail(m_list, parsed->envelope.id)).value())
        listed.mail = *found;
    listed.number = 1;
    return listed;
}

} // namespace lb::test
