// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/providerchoice.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lb;
using namespace lb::brief;
using namespace Qt::StringLiterals;

class TestProviderChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aListFollowsAllOthersUnlessToldOtherwise();
    void aChoiceThatIsGoneCountsAsNone();
    void readsSettingsLeniently();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

void TestProviderChoice::init()
{
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    llm::Provider one;
    one.id = u"one"_s;
    llm::Provider two;
    two.id = u"two"_s;
    m_settings->set(keys::Providers, QString::fromUtf8(llm::toJson({one, two})));
    m_settings->set(keys::Provider, u"one"_s);
}

void TestProviderChoice::aListFollowsAllOthersUnlessToldOtherwise()
{
    QCOMPARE(providerFor(*m_settings, u"kvmarm"_s)->id, u"one"_s);
    setOwnProviderId(*m_settings, u"kvmarm"_s, u"two"_s);
    QCOMPARE(providerFor(*m_settings, u"kvmarm"_s)->id, u"two"_s);
    QCOMPARE(providerFor(*m_settings, u"netdev"_s)->id, u"one"_s);
    QCOMPARE(providerFor(*m_settings, {})->id, u"one"_s);
    setOwnProviderId(*m_settings, u"netdev"_s, u"digest"_s);
    QVERIFY(!providerFor(*m_settings, u"netdev"_s));
    QCOMPARE(providerIdFor(*m_settings, u"netdev"_s), u"digest"_s);
    setOwnProviderId(*m_settings, u"kvmarm"_s, {});
    setOwnProviderId(*m_settings, u"netdev"_s, {});
    QCOMPARE(providerFor(*m_settings, u"kvmarm"_s)->id, u"one"_s);
    QVERIFY(m_settings->get(keys::ListProviders).isEmpty());
}

void TestProviderChoice::aChoiceThatIsGoneCountsAsNone()
{
    setOwnProviderId(*m_settings, u"kvmarm"_s, u"three"_s);
    QCOMPARE(ownProviderId(*m_settings, u"kvmarm"_s), QString());
    QCOMPARE(providerIdFor(*m_settings, u"kvmarm"_s), u"one"_s);
}

void TestProviderChoice::readsSettingsLeniently()
{
    for (const QString& saved : {u"{nonsense"_s, u"[]"_s, u"{\"kvmarm\":7}"_s}) {
        m_settings->set(keys::ListProviders, saved);
        QCOMPARE(providerIdFor(*m_settings, u"kvmarm"_s), u"one"_s);
    }
    m_settings->set(keys::Providers, u"{nonsense"_s);
    QVERIFY(knownProviders(*m_settings).isEmpty());
    QVERIFY(!providerFor(*m_settings, u"kvmarm"_s));
}

QTEST_GUILESS_MAIN(TestProviderChoice)
#include "test_providerchoice.moc"
