// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"
#include "support/patience.h"
#include "support/scriptedprompts.h"
#include "ui/banner.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/endpointnotice.h"
#include "ui/keylookup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{
constexpr int ALittle = 200; ///< ms to see that nothing comes
}

class TestSettingsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatWasChosenIsWrittenOnAcceptOnly();
    void thePresetsAreOffered();
    void aProviderIsAddedEditedAndUsed();
    void theResultingAddressIsShown_data();
    void theResultingAddressIsShown();
    void aProviderWithoutModelIsNotAccepted();
    void removingAProviderErasesItsKey();
    void aKeyGoesToTheKeychainAndNowhereElse();
    void withoutKeychainTheKeyIsOfferedForTheSession();
    void aStoredKeyIsNeverShown();
    void aKeyIsForgottenOnAcceptOnly();
    void plainHttpToAnotherHostAsks_data();
    void plainHttpToAnotherHostAsks();
    void theTestNamesTheFailingStep();
    void theTestStops();
    void rulesAreAddedMovedRemovedAndRestored();
    void theShippedRulesAreNotCopied();
    void brokenSettingsShowTheDefaults();
    void theNoticeIsGivenOncePerEndpoint();
    void theKeyIsLookedForInOrder();

private:
    template <typename T>
    T* child(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    [[nodiscard]] Settings& settings() const { return m_services->services().settings; }
    void open()
    {
        m_dialog = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
        m_dialog->open();
    }
    void addPreset(int index)
    {
        child<QToolButton>(u"addProviderButton"_s)->menu()->actions().at(index)->trigger();
    }
    void addProvider(const QString& endpoint)
    {
        addPreset(static_cast<int>(child<QToolButton>(u"addProviderButton"_s)->menu()->actions().size()) - 1);
        child<QLineEdit>(u"nameLineEdit"_s)->setText(u"Mine"_s);
        child<QLineEdit>(u"endpointLineEdit"_s)->setText(endpoint);
        child<QComboBox>(u"modelComboBox"_s)->setCurrentText(u"small"_s);
    }
    [[nodiscard]] QList<llm::Provider> kept() const
    {
        const auto providers = llm::providersFromJson(settings().get(keys::Providers).toUtf8());
        return providers ? *providers : QList<llm::Provider>();
    }
    [[nodiscard]] bool accepted(int wait = test::Patience)
    {
        QSignalSpy done(m_dialog.get(), &QDialog::accepted);
        child<QPushButton>(u"acceptSettingsButton"_s)->click();
        return QTest::qWaitFor([&done] { return !done.isEmpty(); }, wait);
    }
    [[nodiscard]] QByteArray settingsFile() const
    {
        settings().sync();
        QFile file(m_services->services().paths.settingsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::FakeServices> m_services;
    test::ScriptedPrompts m_prompts;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_prompts.accept = true;
    m_prompts.questions.clear();
    m_services = std::make_unique<test::FakeServices>();
    open();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_services.reset();
}

void TestSettingsDialog::whatWasChosenIsWrittenOnAcceptOnly()
{
    auto* context = child<QComboBox>(u"contextComboBox"_s);
    context->setCurrentIndex(context->findData(u"thread"_s));
    child<QSpinBox>(u"jobsSpinBox"_s)->setValue(9);
    auto* language = child<QComboBox>(u"reportLanguageComboBox"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    QCOMPARE(settings().get(keys::Context), u"ancestors"_s);
    m_dialog->reject();
    QCOMPARE(settings().get(keys::Jobs), 4);
    open();
    child<QSpinBox>(u"jobsSpinBox"_s)->setValue(9);
    child<QComboBox>(u"contextComboBox"_s)->setCurrentIndex(1);
    child<QComboBox>(u"reportLanguageComboBox"_s)->setCurrentIndex(2);
    QVERIFY(accepted());
    QCOMPARE(settings().get(keys::Jobs), 9);
    QCOMPARE(settings().get(keys::Context), u"thread"_s);
    QCOMPARE(settings().get(keys::Language), u"zh_CN"_s);
    QCOMPARE(settings().get(keys::InterfaceLanguage), QString());
    open();
    QCOMPARE(child<QSpinBox>(u"jobsSpinBox"_s)->value(), 9);
}

void TestSettingsDialog::thePresetsAreOffered()
{
    QVERIFY(child<QToolButton>(u"addProviderButton"_s)->menu()->actions().size() >= 5);
    addPreset(0);
    QCOMPARE(child<QLineEdit>(u"endpointLineEdit"_s)->text(), u"http://127.0.0.1:11434"_s);
    QCOMPARE(child<QComboBox>(u"dialectComboBox"_s)->currentData().toInt(),
             static_cast<int>(llm::Dialect::Ollama));
    addPreset(1);
    QCOMPARE(child<QLineEdit>(u"endpointLineEdit"_s)->text(), u"http://127.0.0.1:8080/v1"_s);
    QCOMPARE(child<QListWidget>(u"providersList"_s)->count(), 2);
}

void TestSettingsDialog::aProviderIsAddedEditedAndUsed()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    child<QSpinBox>(u"contextTokensSpinBox"_s)->setValue(16000);
    child<QSpinBox>(u"outputTokensSpinBox"_s)->setValue(900);
    child<QDoubleSpinBox>(u"temperatureSpinBox"_s)->setValue(0.5);
    child<QSpinBox>(u"concurrencySpinBox"_s)->setValue(2);
    QVERIFY(accepted());
    QCOMPARE(kept().size(), 1);
    const llm::Provider provider = kept().first();
    QCOMPARE(provider.name, u"Mine"_s);
    QCOMPARE(provider.endpoint, u"https://api.example.invalid/v1"_s);
    QCOMPARE(provider.model, u"small"_s);
    QCOMPARE(provider.contextTokens, 16000);
    QCOMPARE(provider.outputTokens, 900);
    QCOMPARE(provider.temperature, 0.5);
    QCOMPARE(provider.concurrency, 2);
    QCOMPARE(settings().get(keys::Provider), provider.id); // the first one that is added is used
    open();
    QCOMPARE(child<QLineEdit>(u"nameLineEdit"_s)->text(), u"Mine"_s);
    auto* uses = child<QComboBox>(u"defaultProviderComboBox"_s);
    uses->setCurrentIndex(0);
    QVERIFY(accepted());
    QCOMPARE(settings().get(keys::Provider), u"digest"_s);
}

void TestSettingsDialog::theResultingAddressIsShown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<QString>("shown");
    QTest::newRow("base") << u"https://a.invalid/v1"_s << false << u"https://a.invalid/v1/chat/completions"_s;
    QTest::newRow("slash") << u"https://a.invalid/v1/"_s << false
                           << u"https://a.invalid/v1/chat/completions"_s;
    QTest::newRow("exact") << u"https://a.invalid/x"_s << true << u"https://a.invalid/x"_s;
}

void TestSettingsDialog::theResultingAddressIsShown()
{
    QFETCH(QString, typed);
    QFETCH(bool, exact);
    QFETCH(QString, shown);
    addProvider(typed);
    child<QCheckBox>(u"exactEndpointCheckBox"_s)->setChecked(exact);
    QVERIFY2(child<QLabel>(u"resultingUrlLabel"_s)->text().endsWith(shown),
             qPrintable(child<QLabel>(u"resultingUrlLabel"_s)->text()));
}

void TestSettingsDialog::aProviderWithoutModelIsNotAccepted()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    child<QComboBox>(u"modelComboBox"_s)->setCurrentText(u" "_s);
    QVERIFY(!accepted(ALittle));
    QVERIFY(child<Banner>(u"banner"_s)->message().contains(u"Mine"_s));
    child<QComboBox>(u"modelComboBox"_s)->setCurrentText(u"small"_s);
    child<QLineEdit>(u"endpointLineEdit"_s)->setText(u"ftp://x"_s);
    QVERIFY(!accepted(ALittle));
    QVERIFY(kept().isEmpty());
}

void TestSettingsDialog::removingAProviderErasesItsKey()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    QTest::keyClicks(child<QLineEdit>(u"keyLineEdit"_s), u"sk-canary"_s);
    QVERIFY(accepted());
    QCOMPARE(m_services->keychain.secrets.size(), 1);
    open();
    child<QToolButton>(u"removeProviderButton"_s)->click();
    QCOMPARE(m_services->keychain.secrets.size(), 1); // not before OK
    QVERIFY(accepted());
    QVERIFY(m_services->keychain.secrets.isEmpty());
    QVERIFY(kept().isEmpty());
    QCOMPARE(settings().get(keys::Provider), u"digest"_s);
}

void TestSettingsDialog::aKeyGoesToTheKeychainAndNowhereElse()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    QTest::keyClicks(child<QLineEdit>(u"keyLineEdit"_s), u"sk-canary"_s);
    QVERIFY(accepted());
    const QString id = kept().first().id;
    QCOMPARE(m_services->keychain.secrets.value(llm::secretName(id)), u"sk-canary"_s);
    QVERIFY(!settingsFile().contains("sk-canary"));
    QVERIFY(settingsFile().contains("example.invalid"));
}

void TestSettingsDialog::withoutKeychainTheKeyIsOfferedForTheSession()
{
    m_services->keychain.refusal = fail(ErrorCode::SecretUnavailable, u"There is no keychain here."_s);
    addProvider(u"https://api.example.invalid/v1"_s);
    QTest::keyClicks(child<QLineEdit>(u"keyLineEdit"_s), u"sk-canary"_s);
    QVERIFY(!accepted(ALittle));
    auto* banner = child<Banner>(u"banner"_s);
    QCOMPARE(banner->message(), u"There is no keychain here."_s);
    QSignalSpy done(m_dialog.get(), &QDialog::accepted);
    child<QPushButton>(u"runBannerActionButton"_s)->click();
    QTRY_COMPARE(done.size(), 1);
    const QString id = kept().first().id;
    const auto found = m_services->sessionKeys.read(llm::secretName(id));
    QTRY_VERIFY(found.isFinished());
    QCOMPARE(*found.result(), u"sk-canary"_s);
    QVERIFY(!settingsFile().contains("sk-canary"));
    open();
    QTRY_VERIFY(child<QLabel>(u"keyStateLabel"_s)->text().contains(u"this session only"_s));
}

void TestSettingsDialog::aStoredKeyIsNeverShown()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    QTest::keyClicks(child<QLineEdit>(u"keyLineEdit"_s), u"sk-canary"_s);
    QVERIFY(accepted());
    open();
    QTRY_VERIFY(child<QLabel>(u"keyStateLabel"_s)->text().contains(u"keychain"_s));
    for (const QLineEdit* line : m_dialog->findChildren<QLineEdit*>())
        QVERIFY(!line->text().contains(u"sk-canary"_s));
    QCOMPARE(child<QLineEdit>(u"keyLineEdit"_s)->echoMode(), QLineEdit::Password);
    QVERIFY(accepted()); // an empty field keeps what is stored
    QCOMPARE(m_services->keychain.secrets.size(), 1);
}

void TestSettingsDialog::aKeyIsForgottenOnAcceptOnly()
{
    addProvider(u"https://api.example.invalid/v1"_s);
    QTest::keyClicks(child<QLineEdit>(u"keyLineEdit"_s), u"sk-canary"_s);
    QVERIFY(accepted());
    open();
    auto* forget = child<QPushButton>(u"forgetKeyButton"_s);
    QTRY_VERIFY(forget->isEnabled());
    forget->click();
    QCOMPARE(m_services->keychain.secrets.size(), 1);
    QVERIFY(accepted());
    QVERIFY(m_services->keychain.secrets.isEmpty());
}

void TestSettingsDialog::plainHttpToAnotherHostAsks_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("asks");
    QTest::newRow("this machine") << u"http://127.0.0.1:8080/v1"_s << false;
    QTest::newRow("localhost") << u"http://localhost:8080/v1"_s << false;
    QTest::newRow("https") << u"https://api.example.invalid/v1"_s << false;
    QTest::newRow("plain") << u"http://api.example.invalid/v1"_s << true;
}

void TestSettingsDialog::plainHttpToAnotherHostAsks()
{
    QFETCH(QString, endpoint);
    QFETCH(bool, asks);
    addProvider(endpoint);
    m_prompts.accept = false;
    QCOMPARE(accepted(asks ? ALittle : test::Patience), !asks);
    QCOMPARE(m_prompts.questions.size(), asks ? 1 : 0);
    if (!asks)
        return;
    QVERIFY(m_prompts.questions.first().dangerous);
    QVERIFY(kept().isEmpty());
    m_prompts.accept = true;
    QVERIFY(accepted());
    QCOMPARE(kept().size(), 1);
}

void TestSettingsDialog::theTestNamesTheFailingStep()
{
    // Nothing listens at port 1.
    addProvider(u"http://127.0.0.1:1/v1"_s);
    auto* button = child<QPushButton>(u"testProviderButton"_s);
    auto* lines = child<QListWidget>(u"testLinesList"_s);
    button->click();
    QTRY_COMPARE(button->accessibleName(), u"Test the provider"_s);
    QTRY_VERIFY(lines->count() >= 2);
    QVERIFY(!lines->item(lines->count() - 1)->text().isEmpty());
}

void TestSettingsDialog::theTestStops()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    addProvider(u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
    auto* button = child<QPushButton>(u"testProviderButton"_s);
    button->click();
    QTRY_COMPARE(button->accessibleName(), u"Stop the test"_s);
    button->click();
    QTRY_COMPARE(button->accessibleName(), u"Test the provider"_s);
    // And the dialog may go while a test runs.
    button->click();
    QTRY_COMPARE(button->accessibleName(), u"Stop the test"_s);
    m_dialog.reset();
}

void TestSettingsDialog::rulesAreAddedMovedRemovedAndRestored()
{
    auto* table = child<QTableWidget>(u"rulesTable"_s);
    const int shipped = table->rowCount();
    QVERIFY(shipped > 0);
    table->setCurrentCell(0, 2);
    child<QToolButton>(u"addRuleButton"_s)->click();
    QCOMPARE(table->rowCount(), shipped + 1);
    table->item(1, 2)->setText(u"syzbot, kernel test robot ,,"_s);
    auto* field = qobject_cast<QComboBox*>(table->cellWidget(1, 1));
    field->setCurrentIndex(2);
    table->setCurrentCell(1, 2);
    child<QToolButton>(u"moveRuleUpButton"_s)->click();
    QCOMPARE(table->currentRow(), 0);
    QVERIFY(!child<QToolButton>(u"moveRuleUpButton"_s)->isEnabled());
    QVERIFY(accepted());
    auto rules = thread::categoriesFromJson(settings().get(keys::Categories).toUtf8());
    QVERIFY(rules.has_value());
    QCOMPARE(rules->size(), shipped + 1);
    QCOMPARE(rules->first().words, (QStringList{u"syzbot"_s, u"kernel test robot"_s}));
    QCOMPARE(rules->first().field, thread::CategoryRule::Field::Sender);
    open();
    table = child<QTableWidget>(u"rulesTable"_s);
    QCOMPARE(table->rowCount(), shipped + 1);
    table->setCurrentCell(0, 2);
    child<QToolButton>(u"removeRuleButton"_s)->click();
    QCOMPARE(table->rowCount(), shipped);
    child<QPushButton>(u"restoreRulesButton"_s)->click();
    QVERIFY(accepted());
    QCOMPARE(settings().get(keys::Categories), QString());
}

void TestSettingsDialog::theShippedRulesAreNotCopied()
{
    QVERIFY(accepted());
    QCOMPARE(settings().get(keys::Categories), QString());
}

void TestSettingsDialog::brokenSettingsShowTheDefaults()
{
    settings().set(keys::Providers, u"{nonsense"_s);
    settings().set(keys::Categories, u"[1,2"_s);
    settings().set(keys::Provider, u"gone"_s);
    settings().set(keys::Context, u"sideways"_s);
    settings().set(keys::Jobs, 9999);
    open();
    QCOMPARE(child<QListWidget>(u"providersList"_s)->count(), 0);
    QCOMPARE(child<QComboBox>(u"defaultProviderComboBox"_s)->currentData().toString(), u"digest"_s);
    QCOMPARE(child<QComboBox>(u"contextComboBox"_s)->currentIndex(), 0);
    QCOMPARE(child<QSpinBox>(u"jobsSpinBox"_s)->value(), 16);
    QVERIFY(child<QTableWidget>(u"rulesTable"_s)->rowCount() > 0);
}

void TestSettingsDialog::theNoticeIsGivenOncePerEndpoint()
{
    llm::Provider provider;
    provider.endpoint = u"https://api.example.invalid/v1"_s;
    int sent = 0;
    const auto ask = [&] { noticeBeforeSending(nullptr, m_prompts, settings(), provider, [&] { ++sent; }); };
    m_prompts.accept = false;
    ask();
    QCOMPARE(sent, 0);
    QVERIFY(!mayLeaveFor(settings(), provider));
    m_prompts.accept = true;
    ask();
    ask();
    QCOMPARE(sent, 2);
    QCOMPARE(m_prompts.questions.size(), 2); // the refusal, and once
    QVERIFY(m_prompts.questions.last().detail.contains(u"https://api.example.invalid"_s));
    provider.endpoint = u"https://api.example.invalid/v2"_s; // the same server
    ask();
    QCOMPARE(m_prompts.questions.size(), 2);
    provider.endpoint = u"https://other.example.invalid/v1"_s;
    ask();
    QCOMPARE(m_prompts.questions.size(), 3);
    provider.endpoint = u"http://127.0.0.1:11434/v1"_s; // this machine
    ask();
    QCOMPARE(m_prompts.questions.size(), 3);
    QVERIFY(!m_prompts.questions.last().dangerous);
    provider.endpoint = u"http://api.example.invalid/v1"_s; // not encrypted
    ask();
    QCOMPARE(m_prompts.questions.size(), 4);
    QVERIFY(m_prompts.questions.last().dangerous);
    QCOMPARE(sent, 6);
}

void TestSettingsDialog::theKeyIsLookedForInOrder()
{
    FoundKey found;
    const auto look = [&] {
        int answers = 0;
        findKey(m_services->keychain, m_services->sessionKeys, u"p1"_s, this, [&](const FoundKey& key) {
            found = key;
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
    };
    qunsetenv("LISTBRIEF_API_KEY");
    look();
    QCOMPARE(found.place, KeyPlace::None);
    qputenv("LISTBRIEF_API_KEY", "sk-environment");
    look();
    QCOMPARE(found.place, KeyPlace::Environment);
    auto written = m_services->sessionKeys.write(llm::secretName(u"p1"_s), u"sk-session"_s);
    look();
    QCOMPARE(found.key, u"sk-session"_s);
    QCOMPARE(found.place, KeyPlace::Session);
    m_services->keychain.refusal = fail(ErrorCode::SecretDenied, u"The keychain is locked."_s);
    look();
    QCOMPARE(found.place, KeyPlace::Session);
    QCOMPARE(found.trouble, u"The keychain is locked."_s);
    m_services->keychain.refusal.reset();
    m_services->keychain.secrets.insert(llm::secretName(u"p1"_s), u"sk-keychain"_s);
    look();
    QCOMPARE(found.key, u"sk-keychain"_s);
    QCOMPARE(found.place, KeyPlace::Keychain);
    qunsetenv("LISTBRIEF_API_KEY");
}

QTEST_MAIN(TestSettingsDialog)
#include "test_settingsdialog.moc"
