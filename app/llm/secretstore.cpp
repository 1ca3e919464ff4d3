// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/secretstore.h"

#include "core/logging.h"

#include <QPromise>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lb::llm
{

namespace
{

/// Long enough for a person to type the password of the keychain.
constexpr auto patience = 120s;

QString serviceName()
{
    return u"ListBrief"_s;
}

Error unavailable()
{
    return fail(ErrorCode::SecretUnavailable,
                KeychainStore::tr(
                    "No keychain (Secret Service or KWallet) answers, so the key cannot be kept. Start one, "
                    "or enter the key for this session only."),
                u"no backend"_s);
}

/// QtKeychain's own texts are not shown: they may be in any language and say too little.
Error asError(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(ErrorCode::SecretDenied,
                    KeychainStore::tr("The keychain did not give access. Unlock it and try again."),
                    u"denied"_s);
    case QKeychain::CouldNotDeleteEntry:
        return fail(ErrorCode::SecretUnavailable,
                    KeychainStore::tr(
                        "The keychain could not delete the key. Delete it with the keychain's own program."),
                    u"delete failed"_s);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unavailable();
    default: // libsecret without a session bus or service ends here too
        return fail(ErrorCode::SecretUnavailable,
                    KeychainStore::tr(
                        "The keychain failed. Start or unlock it, or enter the key for this session only."),
                    u"QtKeychain error %1"_s.arg(static_cast<int>(error)));
    }
}

/// Starts a job and settles the promise once: by its end, or when nobody answered for too long. The job is
/// nobody's child: libsecret calls back into it, so it must live until its end.
template <typename Outcome, typename KeychainJob, typename Read>
QFuture<Outcome> run(KeychainJob* job, const QString& name, Read read)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto settle = [promise](const Outcome& outcome) {
        if (promise->future().isFinished())
            return;
        promise->addResult(outcome);
        promise->finish();
    };
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job, [settle, read, job] { settle(read(job)); });
    QTimer::singleShot(patience, job, [settle] { settle(Outcome(unavailable())); });
    job->start();
    return promise->future();
}

template <typename Outcome>
QFuture<Outcome> ready(const Outcome& outcome)
{
    QPromise<Outcome> promise;
    promise.start();
    promise.addResult(outcome);
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<Result<QString>> KeychainStore::read(const QString& name)
{
    using Outcome = Result<QString>;
    auto* job = new QKeychain::ReadPasswordJob(serviceName());
    return run<Outcome>(job, name, [](QKeychain::ReadPasswordJob* done) -> Outcome {
        if (done->error() == QKeychain::NoError)
            return done->textData();
        if (done->error() == QKeychain::EntryNotFound)
            return QString();
        return asError(done->error());
    });
}

QFuture<Status> KeychainStore::write(const QString& name, const QString& secret)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(secret);
    return run<Status>(job, name, [](QKeychain::WritePasswordJob* done) -> Status {
        return done->error() == QKeychain::NoError ? success() : Status(asError(done->error()));
    });
}

QFuture<Status> KeychainStore::erase(const QString& name)
{
    auto* job = new QKeychain::DeletePasswordJob(serviceName());
    return run<Status>(job, name, [](QKeychain::DeletePasswordJob* done) -> Status {
        const bool gone = done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        return gone ? success() : Status(asError(done->error()));
    });
}

QFuture<Result<QString>> MemoryStore::read(const QString& name)
{
    return ready(Result<QString>(m_secrets.value(name)));
}

QFuture<Status> MemoryStore::write(const QString& name, const QString& secret)
{
    m_secrets.insert(name, secret);
    return ready(success());
}

QFuture<Status> MemoryStore::erase(const QString& name)
{
    m_secrets.remove(name);
    return ready(success());
}

QString proxySecretName(const QString& providerId)
{
    return u"proxy/"_s + providerId;
}

QString secretName(const QString& providerId)
{
    return u"provider/"_s + providerId;
}

} // namespace lb::llm
