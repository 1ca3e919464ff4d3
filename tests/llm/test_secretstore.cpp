// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onresult.h"
#include "llm/secretstore.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace Qt::StringLiterals;

namespace
{

/// Set for the copy of this program that runs beside a Secret Service of its own.
constexpr auto innerFlag = "LB_SECRET_SERVICE_RUNS";

template <typename T>
std::optional<T> await(const QFuture<T>& future)
{
    QObject context;
    std::optional<T> got;
    onResult(future, &context, [&got](const T& value) { got = value; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), 20'000); }();
    return got;
}

void keepReadAndErase(SecretStore& store)
{
    const QString name = secretName(u"test-provider"_s);
    const QString secret = u"sk-Käse 好 \"'\\ "_s + QString(300, u'x');
    QCOMPARE(await(store.read(name))->value(), QString());
    QVERIFY(await(store.write(name, u"old"_s))->has_value());
    QVERIFY(await(store.write(name, secret))->has_value());
    QCOMPARE(await(store.read(name))->value(), secret);
    QCOMPARE(await(store.read(secretName(u"other"_s)))->value(), QString());
    QVERIFY(await(store.erase(name))->has_value());
    QCOMPARE(await(store.read(name))->value(), QString());
    QVERIFY(await(store.erase(name))->has_value()); // nothing there is no fault
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsKeysForTheSession();
    void namesKeysByProvider();
    void worksWithARealSecretService();
    void saysThatThereIsNoKeychain();
};

void TestSecretStore::memoryKeepsKeysForTheSession()
{
    MemoryStore store;
    keepReadAndErase(store);
    MemoryStore other;
    QVERIFY(await(store.write(u"a"_s, u"b"_s))->has_value());
    QCOMPARE(await(other.read(u"a"_s))->value(), QString());
}

void TestSecretStore::namesKeysByProvider()
{
    QVERIFY(secretName(u"a"_s) != secretName(u"b"_s));
    QVERIFY(secretName(u"a"_s).contains(u'a'));
}

void TestSecretStore::worksWithARealSecretService()
{
    if (qEnvironmentVariableIsSet(innerFlag)) {
        KeychainStore store;
        keepReadAndErase(store);
        return;
    }
    for (const QString& program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed: no Secret Service to test against"_s));
    }
    QTemporaryDir home;
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* folder :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(folder), home.path());
    environment.insert(QString::fromLatin1(innerFlag), u"1"_s);
    environment.remove(u"XDG_CURRENT_DESKTOP"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&session, &QProcess::finished);
    // The daemon goes with the bus that dbus-run-session takes down.
    session.start(
        u"dbus-run-session"_s,
        {u"--"_s, u"sh"_s, u"-c"_s,
         u"echo '' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" worksWithARealSecretService"_s,
         QCoreApplication::applicationFilePath()});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    const QByteArray output = session.readAll();
    if (output.contains("Operation not permitted") || output.contains("failed to lock memory"))
        qInfo("%s", "the daemon could not lock memory; it works all the same");
    QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, output.constData());
}

void TestSecretStore::saysThatThereIsNoKeychain()
{
    if (qEnvironmentVariableIsSet(innerFlag))
        return;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("XDG_CURRENT_DESKTOP");
    KeychainStore store;
    const auto read = await(store.read(u"x"_s));
    QVERIFY(!*read);
    QCOMPARE(read->error().code, ErrorCode::SecretUnavailable);
    QVERIFY(!read->error().text.isEmpty());
    const auto written = await(store.write(u"x"_s, u"sk-canary"_s));
    QVERIFY(!*written);
    QCOMPARE(written->error().code, ErrorCode::SecretUnavailable);
    QVERIFY(!written->error().text.contains("canary"_L1));
    QVERIFY(!written->error().detail.contains("canary"_L1));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "test_secretstore.moc"
