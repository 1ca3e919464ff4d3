// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/secretstore.h"
#include "support/fakedialects.h"
#include "support/fakellm.h"
#include "support/fakeservices.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/dialogs/localoffers.h"
#include "ui/dialogs/provideradvanced.h"
#include "ui/dialogs/settingsdialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestProvidersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersTheServersOfThisComputer_data() { palettes(); }
    void offersTheServersOfThisComputer();
    void asksNobodyBeforeItIsShown();
    void foldsAwayWhatFewNeed();
    void scrollingChangesNoNumber();
    void keepsWhatIsSetUnderAdvanced();
    void aProxyPasswordGoesToTheKeychainAndNowhereElse();
    void refusesWhatIsNoProxy();
    void saysWhatWasLearntAndForgetsIt_data() { palettes(); }
    void saysWhatWasLearntAndForgetsIt();
    void tellsEveryThingLearnt();

private:
    static void palettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    template <typename T>
    T* child(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    [[nodiscard]] Settings& settings() const { return m_services->services().settings; }
    [[nodiscard]] QList<llm::Provider> kept() const
    {
        return *llm::providersFromJson(settings().get(keys::Providers).toUtf8());
    }
    void keepOne(const llm::Provider& provider)
    {
        settings().set(keys::Providers, QString::fromUtf8(llm::toJson({provider})));
        m_dialog = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
        child<LocalOffers>(u"localOffers"_s)->setPorts({});
        m_dialog->open();
        m_dialog->showPage(SettingsDialog::Page::Providers);
    }
    [[nodiscard]] bool accepted()
    {
        QSignalSpy done(m_dialog.get(), &QDialog::accepted);
        child<QPushButton>(u"acceptSettingsButton"_s)->click();
        return QTest::qWaitFor([&done] { return !done.isEmpty(); }, Patience);
    }
    static llm::Provider mine()
    {
        llm::Provider provider;
        provider.id = u"mine"_s;
        provider.name = u"Mine"_s;
        provider.endpoint = u"https://api.example.invalid/v1"_s;
        provider.model = u"small"_s;
        return provider;
    }

    std::unique_ptr<FakeServices> m_services;
    ScriptedPrompts m_prompts;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestProvidersPage::init()
{
    m_services = std::make_unique<FakeServices>();
}

void TestProvidersPage::cleanup()
{
    m_dialog.reset();
    m_services.reset();
    qApp->setPalette(lightPalette());
}

void TestProvidersPage::offersTheServersOfThisComputer()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        return request.target == "/api/version" ? jsonReply(200, R"({"version":"0.12.3"})")
                                                : dialectServer(llm::Dialect::Ollama)(request);
    });
    m_dialog = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
    child<LocalOffers>(u"localOffers"_s)->setPorts({server.port()});
    m_dialog->open();
    m_dialog->showPage(SettingsDialog::Page::Providers);
    QTRY_VERIFY(child<QPushButton>(u"addLocalServerButton"_s) != nullptr);
    QTRY_VERIFY(child<QPushButton>(u"addLocalServerButton"_s)->isVisible());
    takeScreenshot(*m_dialog, u"settings-offers-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    child<QPushButton>(u"addLocalServerButton"_s)->click();
    QTRY_VERIFY(child<QPushButton>(u"addLocalServerButton"_s) == nullptr); // it is known now
    QVERIFY(accepted());
    QCOMPARE(kept().size(), 1);
    QCOMPARE(kept().constFirst().dialect, llm::Dialect::Ollama);
    QCOMPARE(kept().constFirst().model, u"zeta"_s);
    QCOMPARE(settings().get(keys::Provider), kept().constFirst().id);
}

void TestProvidersPage::asksNobodyBeforeItIsShown()
{
    LoopbackServer server;
    m_dialog = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
    child<LocalOffers>(u"localOffers"_s)->setPorts({server.port()});
    m_dialog->open(); // at its first page
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get(), Patience));
    QCOMPARE(server.connections(), 0);
    m_dialog->showPage(SettingsDialog::Page::Providers);
    QTRY_VERIFY(server.connections() > 0);
}

void TestProvidersPage::foldsAwayWhatFewNeed()
{
    keepOne(mine());
    QVERIFY(child<QLineEdit>(u"endpointLineEdit"_s)->isVisible());
    QVERIFY(!child<QLineEdit>(u"proxyLineEdit"_s)->isVisible());
    child<QToolButton>(u"advancedButton"_s)->click();
    QVERIFY(child<QLineEdit>(u"proxyLineEdit"_s)->isVisible());
}

void TestProvidersPage::scrollingChangesNoNumber()
{
    keepOne(mine());
    child<QToolButton>(u"advancedButton"_s)->click();
    auto* box = child<QSpinBox>(u"outputTokensSpinBox"_s);
    const auto turn = [box] {
        const QPointF at = box->rect().center();
        QWheelEvent wheel(at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
    };
    child<QLineEdit>(u"nameLineEdit"_s)->setFocus();
    turn();
    QCOMPARE(box->value(), mine().outputTokens);
    box->setFocus();
    QTRY_VERIFY(box->hasFocus());
    turn();
    QCOMPARE(box->value(), mine().outputTokens - 100);
}

void TestProvidersPage::keepsWhatIsSetUnderAdvanced()
{
    keepOne(mine());
    auto* dialects = child<QComboBox>(u"dialectComboBox"_s);
    dialects->setCurrentIndex(dialects->findData(static_cast<int>(llm::Dialect::Anthropic)));
    QVERIFY(child<QLabel>(u"resultingUrlLabel"_s)->text().endsWith(u"/v1/messages"_s));
    child<QLineEdit>(u"proxyLineEdit"_s)->setText(u"socks5://127.0.0.1:1080"_s);
    child<QLineEdit>(u"caFileLineEdit"_s)->setText(u"/etc/own.pem"_s);
    child<QDoubleSpinBox>(u"priceInSpinBox"_s)->setValue(0.27);
    child<QDoubleSpinBox>(u"priceOutSpinBox"_s)->setValue(1.1);
    child<QLineEdit>(u"currencyLineEdit"_s)->setText(u"EUR"_s);
    QVERIFY(accepted());
    llm::Provider expected = mine();
    expected.dialect = llm::Dialect::Anthropic;
    expected.proxy = u"socks5://127.0.0.1:1080"_s;
    expected.caFile = u"/etc/own.pem"_s;
    expected.priceIn = 0.27;
    expected.priceOut = 1.1;
    expected.currency = u"EUR"_s;
    QCOMPARE(kept(), QList<llm::Provider>{expected});
}

void TestProvidersPage::aProxyPasswordGoesToTheKeychainAndNowhereElse()
{
    keepOne(mine());
    auto* password = child<QLineEdit>(u"proxyPasswordLineEdit"_s);
    QVERIFY(!password->isEnabled());
    child<QLineEdit>(u"proxyLineEdit"_s)->setText(u"http://someone@proxy.example.invalid:3128"_s);
    QVERIFY(password->isEnabled());
    QTest::keyClicks(password, u"canary-secret"_s);
    QVERIFY(accepted());
    QCOMPARE(m_services->keychain.secrets.value(llm::proxySecretName(u"mine"_s)), u"canary-secret"_s);
    QVERIFY(!m_services->keychain.secrets.contains(llm::secretName(u"mine"_s)));
    QVERIFY(!settings().get(keys::Providers).contains("canary"_L1));
    // It goes with its provider.
    m_dialog = std::make_unique<SettingsDialog>(m_services->services(), m_prompts);
    child<LocalOffers>(u"localOffers"_s)->setPorts({});
    m_dialog->open();
    child<QToolButton>(u"removeProviderButton"_s)->click();
    QVERIFY(accepted());
    QVERIFY(m_services->keychain.secrets.isEmpty());
}

void TestProvidersPage::refusesWhatIsNoProxy()
{
    keepOne(mine());
    child<QLineEdit>(u"proxyLineEdit"_s)->setText(u"proxy.example.invalid:3128"_s);
    child<QPushButton>(u"acceptSettingsButton"_s)->click();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(kept().constFirst().proxy.isEmpty());
}

void TestProvidersPage::saysWhatWasLearntAndForgetsIt()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    llm::ChatClient& chat = m_services->services().chat;
    chat.restoreCapabilities(
        R"([{"endpoint":"https://api.example.invalid/v1/chat/completions","model":"small","temperature":false,"contextTokens":8192}])");
    keepOne(mine());
    child<QToolButton>(u"advancedButton"_s)->click();
    auto* learnt = child<QLabel>(u"learntLabel"_s);
    QVERIFY2(learnt->text().contains(u"no temperature"_s), qPrintable(learnt->text()));
    QVERIFY(learnt->text().contains(u"8,192"_s));
    QTRY_VERIFY(child<QSpinBox>(u"contextTokensSpinBox"_s)->height() > 15); // laid out
    takeScreenshot(*m_dialog, u"settings-learnt-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    auto* forget = child<QPushButton>(u"forgetLearntButton"_s);
    QVERIFY(forget->isEnabled());
    forget->click();
    QVERIFY(!forget->isEnabled());
    QVERIFY(!learnt->text().contains(u"temperature"_s));
    QCOMPARE(chat.capabilities(mine()), llm::Capabilities());
}

void TestProvidersPage::tellsEveryThingLearnt()
{
    QVERIFY(learntWords({}).isEmpty());
    llm::Capabilities all;
    all.maxCompletionTokens = true;
    all.temperature = all.streamOptions = all.stream = all.systemRole = all.identity = false;
    all.json = llm::JsonFormat::None;
    all.contextTokens = 4096;
    all.tokenFactor = 1.5;
    QCOMPARE(learntWords(all).size(), 9);
    QCOMPARE(learntWords(all).removeDuplicates(), 0);
}

QTEST_MAIN(TestProvidersPage)
#include "test_providerspage.moc"
